//! Events: names the gazetteer knows, and meetings, agreements and wars called by their complement.
//!
//! Comes in: tokens, hits, the places and organisations found so far. Goes
//! out: event candidates. A city that only locates stays outside.

use super::cues::cue;
use super::marks::{Marks, EVENT};
use super::resolve::Candidates;
use super::{Context, Mention, MentionData, MentionKind, Origin};
use crate::id::EntryId;
use crate::lexicon::{EntryData, PlaceType};

/// Proposes every event of the text.
pub(super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates) {
    for hit in &context.lexical.hits {
        let entry = context
            .lexicon
            .surfaces(context.source, hit)
            .find(|s| matches!(context.lexicon.entry(s.entry).data, EntryData::Event))
            .map(|s| s.entry);
        if let Some(entry) = entry {
            let first = edition(context, hit.first as usize).unwrap_or(hit.first as usize);
            let tail = about(context, hit.last as usize, hit.first as usize).unwrap_or(hit.last as usize);
            push(context, found, first, tail, Some(entry), "event");
        }
    }
    for index in marks.of(EVENT) {
        described(context, found, index);
    }
}

fn push(
    context: Context<'_>,
    found: &mut Candidates,
    first: usize,
    last: usize,
    entry: Option<EntryId>,
    rule: &'static str,
) {
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
}

fn kind(lowered: &str) -> Option<Kind> {
    let told = cue(lowered);
    match (told.meeting(), told.agreement(), told.conflict()) {
        (true, _, _) => Some(Kind::Meeting),
        (_, true, _) => Some(Kind::Agreement),
        (_, _, true) => Some(Kind::Conflict),
        _ => None,
    }
}

fn described(context: Context<'_>, found: &mut Candidates, index: usize) -> Option<()> {
    let kind = kind(context.source.lowered(index))?;
    if found.covering_kind(index, MentionKind::Event).is_some() {
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
    if let Some((_, after)) = nationality(context, end) {
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
    if kind == Kind::Meeting && context.source.lowered(index) != "session" {
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
    push(context, found, edition.unwrap_or(index), end, None, "event:noun+complement");
    Some(())
}

fn nationality<'a>(context: Context<'a>, index: usize) -> Option<(&'a [crate::Code], usize)> {
    if !context.goes_on(index) {
        return None;
    }
    context.demonym(index).or_else(|| {
        // « russo-turc »
        let prefix = context.lexicon.prefix(context.source.folded(index)).is_some();
        (prefix && context.is_joined(index + 1)).then(|| context.demonym(index + 1)).flatten()
    })
}

/// Whether two nationalities stand at token `index` (« russo-turc »).
fn compound(context: Context<'_>, index: usize) -> bool {
    context.lexicon.prefix(context.source.folded(index)).is_some() && context.is_joined(index + 1)
}

/// « de Hanoï », « du G20 », « de l'OTAN »: one past the complement.
fn complement(context: Context<'_>, found: &Candidates, kind: Kind, index: usize) -> Option<usize> {
    if !matches!(context.next(index), "de" | "du" | "des" | "d'") {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "la" | "l'" | "les" | "le") {
        at += 1;
    }
    if !context.goes_on(at) {
        return None;
    }
    let inner = found.covering(at).filter(|m| m.first as usize == at);
    let fits = match (inner.map(|m| &m.data), kind) {
        // « le sommet de l'Everest » is no meeting.
        (Some(MentionData::Place { entry: Some(entry), place_type: PlaceType::Area, .. }), Kind::Meeting) => {
            let row = context.lexicon.entry(*entry);
            !std::iter::once(&row.name).chain(&row.variants).any(|n| n.to_lowercase().starts_with("mont "))
        }
        (Some(MentionData::Place { .. }), Kind::Meeting | Kind::Conflict) => true,
        (Some(MentionData::Place { place_type, .. }), Kind::Agreement) => {
            !matches!(place_type, PlaceType::Country | PlaceType::Continent)
        }
        (Some(MentionData::Organization { .. } | MentionData::Event { .. }), Kind::Meeting) => true,
        (None, Kind::Agreement | Kind::Meeting) => {
            let folded = context.source.folded(at);
            let name = context.lexicon.vocabulary().name(folded);
            context.is_capital(at)
                && context.hit_at(at).is_none()
                && name.given == 0
                && context.lexicon.leaders(folded).is_empty()
                && !context.is_capital(at + 1)
        }
        _ => false,
    };
    fits.then(|| inner.map_or(at + 1, |m| m.last as usize))
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
    Some(context.hit_at(at).filter(|h| h.first as usize == at).map_or(at + 1, |h| h.last as usize))
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
    if context.goes_on(end) && context.is_adjective(end) && !context.word(end).pos.any(crate::lexicon::Pos::FINITE) {
        end += 1;
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
    (ordinal(before) || numeral).then(|| head - 1)
}
