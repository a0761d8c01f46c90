//! Events: names the gazetteer knows, and meetings, agreements and wars called by their complement.
//!
//! Comes in: tokens, hits, the places and organisations found so far. Goes
//! out: event candidates. A city that only locates stays outside.

use super::cues::cue;
use super::marks::{Marks, EVENT};
use super::resolve::Candidates;
use super::{Context, Mention, MentionData, MentionKind, Origin};
use crate::id::EntryId;
use crate::lexicon::{EntryData, Metonym, PlaceType, Sorts};

/// Proposes every event of the text.
pub(super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates) {
    for hit in context.lexical.hits.iter().filter(|hit| hit.may_be(Sorts::EVENT)) {
        let mut surfaces = context.lexicon.surfaces(context.source, hit);
        let entry = surfaces.find(|s| s.sort.meet(Sorts::EVENT)).map(|s| s.entry);
        if entry.is_some() && is_dated(context, hit.last as usize) {
            continue;
        }
        if entry.is_some() && is_quality(context, hit.first as usize) {
            super::place::inside(context, found, hit.first as usize + 1, hit.last as usize);
        } else if let Some(entry) = entry {
            let first = edition(context, hit.first as usize).unwrap_or(hit.first as usize);
            let tail = about(context, hit.last as usize, hit.first as usize).unwrap_or(hit.last as usize);
            push(context, found, first, tail, Some(entry), "event");
        }
    }
    for index in marks.of(EVENT) {
        described(context, found, index);
    }
}

/// « le 11 Septembre 2001 »: with its year it is a date, not the event named after its day.
fn is_dated(context: Context<'_>, last: usize) -> bool {
    let number = |i: usize, len: usize| {
        context.source.get(i).is_some_and(crate::text::Token::is_number) && context.source.folded(i).len() <= len
    };
    number(last, 4) && last.checked_sub(2).is_some_and(|day| number(day, 2))
}

fn push(
    context: Context<'_>,
    found: &mut Candidates,
    first: usize,
    last: usize,
    entry: Option<EntryId>,
    rule: &'static str,
) {
    // « le traité SALT II », « la conférence de Genève III »
    let numbered = context.goes_on(last) && matches!(context.source.str(last), "II" | "III" | "IV" | "V" | "VI");
    let last = last + usize::from(numbered);
    found.push(Mention {
        span: context.source.span(first, last),
        first: first as u32,
        last: last as u32,
        origin: entry.map_or(Origin::Rule(rule), Origin::Gazetteer),
        data: MentionData::Event { entry },
    });
}

/// What may complete the head noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// sommet, conférence: places, organisations, events, a topic, an edition.
    Meeting,
    /// accord, traité: the city it was made in, a pair of nationalities.
    Agreement,
    /// guerre, bataille: places, nationalities.
    Conflict,
    /// pourparlers, déclaration: the town alone.
    Talks,
    /// opération: a name.
    Operation,
}

fn kind(lowered: &str) -> Option<Kind> {
    let told = cue(lowered);
    match (told.meeting(), told.agreement(), told.conflict()) {
        (true, _, _) => Some(Kind::Meeting),
        (_, true, _) => Some(Kind::Agreement),
        (_, _, true) => Some(Kind::Conflict),
        _ if told.talks() => Some(Kind::Talks),
        _ if told.operation() => Some(Kind::Operation),
        _ => None,
    }
}

fn described(context: Context<'_>, found: &mut Candidates, index: usize) -> Option<()> {
    let kind = kind(context.source.lowered(index))?;
    if found.covering_kind(index, MentionKind::Event).is_some() {
        return None;
    }
    if is_quality(context, index) {
        return None;
    }
    let mut end = index + 1;
    let mut told = false;
    // « sommet extraordinaire », « guerre civile »: an adjective may stand between.
    let mut adjectives = 0;
    while context.goes_on(end)
        && adjectives < 2
        && !context.is_capital(end)
        && context.is_adjective(end)
        && context.demonym(end).is_none()
    {
        end += 1;
        adjectives += 1;
    }
    let bare = index + 1;
    if kind == Kind::Operation {
        let name = operation(context, end)?;
        push(context, found, index, name, None, "event:operation");
        return Some(());
    }
    if let Some((_, after)) = nationality(context, end).filter(|_| kind != Kind::Talks) {
        if kind != Kind::Meeting || compound(context, end) {
            end = after;
            told = true;
        }
    }
    if let Some(after) = complement(context, found, kind, end) {
        end = after;
        told = true;
    } else if kind == Kind::Meeting {
        if let Some(after) = pair(context, end) {
            end = after;
            told = true;
        }
    }
    // « le sommet de la CEDEAO sur la crise »: the body tells which one; only a capital makes the topic part of the name.
    let body = told && found.covering_kind(end - 1, MentionKind::Organization).is_some() && !context.is_capital(index);
    if kind == Kind::Meeting && !body && context.source.lowered(index) != "session" {
        if let Some(after) = about(context, end, index) {
            end = after;
            told = true;
        }
    }
    let edition = edition(context, index);
    if !told {
        end = bare;
        if !(edition.is_some() && matches!(context.source.lowered(index), "sommet" | "conférence")) {
            return None;
        }
    }
    // « mini-sommet de Luanda »
    let prefixed = context.is_joined(index) && index > 0 && !context.is_capital(index - 1);
    let first = if prefixed { index - 1 } else { index };
    push(context, found, edition.unwrap_or(first), end, None, "event:noun+complement");
    Some(())
}

/// « les zones de guerre en Afghanistan », « un crime de guerre »: what a thing is of, without article.
fn is_quality(context: Context<'_>, index: usize) -> bool {
    context.cue(index).conflict() && context.previous(index, 1) == "de"
}

fn nationality<'a>(context: Context<'a>, index: usize) -> Option<(&'a [crate::Code], usize)> {
    if !context.goes_on(index) {
        return None;
    }
    context.demonym(index).or_else(|| compound(context, index).then(|| context.demonym(index + 1)).flatten())
}

/// Whether two nationalities stand at token `index` (« russo-turc »).
fn compound(context: Context<'_>, index: usize) -> bool {
    context.lexicon.prefix(context.source.folded(index)).is_some() && context.is_joined(index + 1)
}

/// « de Hanoï », « du G20 », « de l'OTAN »: one past the complement.
fn complement(context: Context<'_>, found: &Candidates, kind: Kind, index: usize) -> Option<usize> {
    let at = context.complement_of(index)?;
    let inner = found.covering(at).filter(|m| m.first as usize == at);
    let fits = match (inner.map(|m| &m.data), kind) {
        // « le sommet de l'Everest » is no meeting.
        (Some(MentionData::Place { entry: Some(entry), place_type: PlaceType::Area, .. }), Kind::Meeting) => {
            let row = context.lexicon.entry(*entry);
            !row.names().any(|n| n.to_lowercase().starts_with("mont "))
        }
        (Some(MentionData::Place { .. }), Kind::Meeting | Kind::Conflict) => true,
        (Some(MentionData::Place { place_type, entry, .. }), Kind::Talks) => {
            *place_type == PlaceType::City && town(context, index, *entry, inner.map_or(at, |m| m.last as usize))
        }
        (Some(MentionData::Place { place_type, .. }), Kind::Agreement) => {
            !matches!(place_type, PlaceType::Country | PlaceType::Continent)
        }
        (Some(MentionData::Organization { .. } | MentionData::Event { .. }), Kind::Meeting) => true,
        (None, Kind::Agreement | Kind::Meeting) => {
            let name = context.name(at);
            context.is_capital(at)
                && context.hit_at(at).is_none()
                && name.given == 0
                && context.leaders(at).is_empty()
                && !context.is_capital(at + 1)
        }
        _ => false,
    };
    let body = || super::organization::name_end(context, found, at).filter(|_| kind == Kind::Meeting);
    fits.then(|| inner.map(|m| m.last as usize).or_else(body).unwrap_or(at + 1))
}

/// « opération Barkhane », « opération militaire spéciale »: one past a capitalised name.
fn operation(context: Context<'_>, index: usize) -> Option<usize> {
    if !context.is_capital(index) || !context.goes_on(index) || context.demonym(index).is_some() {
        return None;
    }
    let mut end = index + 1;
    while end < index + 5 && context.goes_on(end) {
        let link = matches!(context.source.lowered(end), "de" | "du" | "des" | "d'") && context.goes_on(end + 1);
        if context.is_capital(end) || context.is_joined(end) {
            end += 1;
        } else if link && !context.is_at(end + 1, Sorts::PLACE | Sorts::ORGANIZATION) {
            // « Tempête du désert », « Liberté pour l'Irak »
            let noun = context.word(end + 1).pos.nominal() && end == index + 1 && context.is_common(index);
            if !noun {
                break;
            }
            end += 2;
        } else {
            break;
        }
    }
    Some(end)
}

/// « la déclaration d'Abidjan de 2018 »: a capital's own statement is no event, but for its year or its own capital letter.
fn town(context: Context<'_>, index: usize, entry: Option<EntryId>, last: usize) -> bool {
    let power = entry.is_some_and(|id| {
        matches!(context.lexicon.entry(id).data, EntryData::Place { metonym: Metonym::Government, .. })
    });
    let head = (0..3).map(|back| index.saturating_sub(back + 1)).find(|&k| context.cue(k).talks());
    let many = head.is_some_and(|k| context.source.lowered(k).ends_with('s') || context.is_capital(k));
    let dated =
        matches!(context.next(last), "de" | "du") && context.source.get(last + 1).is_some_and(|t| t.is_number());
    many || dated || !power
}

/// « Russie-Afrique », « UE-Chine », « 5+5 »: one past a pair written right after the head.
fn pair(context: Context<'_>, index: usize) -> Option<usize> {
    let first = context.hit_at(index).filter(|h| h.first as usize == index && context.goes_on(index))?;
    let second = first.last as usize;
    let dash = matches!(context.source.str(second), "-" | "–" | "/");
    let at = if dash { second + 1 } else { second };
    if !(dash || context.is_joined(second)) || !context.is_capital(at) {
        return None;
    }
    let end = context.hit_at(at).filter(|h| h.first as usize == at).map_or(at + 1, |h| h.last as usize);
    // « Turquie-Russie-Iran »
    let third = match context.source.str(end) {
        "-" | "–" | "/" => end + 1,
        _ => end,
    };
    let tied = third > end || context.is_joined(third);
    let hit = context.hit_at(third).filter(|h| tied && h.first as usize == third && context.is_capital(third));
    Some(hit.map_or(end, |h| h.last as usize))
}

/// « sur la sécurité », « sur la Libye »: one past the topic of a meeting.
fn about(context: Context<'_>, index: usize, head: usize) -> Option<usize> {
    if context.next(index) != "sur" || kind(context.source.lowered(head)) != Some(Kind::Meeting) {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "le" | "la" | "l'" | "les") {
        at += 1;
    }
    if !context.goes_on(at) {
        return None;
    }
    let mut end = match context.hit_at(at).filter(|h| h.first as usize == at) {
        Some(hit) => hit.last as usize,
        None if context.word(at).pos.nominal() || context.is_capital(at) => at + 1,
        None => return None,
    };
    let adjective = |k: usize| {
        context.goes_on(k) && context.is_adjective(k) && !context.word(k).pos.any(crate::lexicon::Pos::FINITE)
    };
    end += usize::from(adjective(end));
    // « le financement des économies africaines », « l'avenir de l'Europe »
    if matches!(context.next(end), "de" | "du" | "des" | "d'") {
        let noun = end + 1 + usize::from(matches!(context.next(end + 1), "la" | "l'" | "les" | "le"));
        let named = context.hit_at(noun).filter(|h| h.first as usize == noun).map(|h| h.last as usize);
        let plain = context.goes_on(noun) && context.word(noun).pos.nominal() && !context.is_capital(noun);
        if let Some(after) = named.filter(|_| context.goes_on(noun)).or(plain.then_some(noun + 1)) {
            end = after + usize::from(adjective(after) || context.goes_on(after) && context.demonym(after).is_some());
        }
    }
    Some(end)
}

/// The ordinal that tells an edition: « deuxième sommet », « seconde guerre de l'Opium ».
fn edition(context: Context<'_>, head: usize) -> Option<usize> {
    let ordinal = |word: &str| {
        word.ends_with("ième")
            || word.ends_with("ièmes")
            || matches!(word, "premier" | "première" | "second" | "seconde")
    };
    let before = context.previous(head, 1);
    let numeral = head > 0
        && context.goes_on(head)
        && context.source.get(head - 1).is_some_and(|t| t.is_number())
        && (before.ends_with('e') || before.ends_with("er") || before.ends_with("ème"));
    // « VIe sommet », « le XVe Sommet »
    let roman = before.strip_suffix('e').or_else(|| before.strip_suffix("er")).is_some_and(|digits| {
        digits.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l')) && digits.bytes().any(|b| b != b'l')
    });
    (ordinal(before) || numeral || roman && context.is_capital(head - 1)).then(|| head - 1)
}
