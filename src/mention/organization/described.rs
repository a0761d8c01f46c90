//! Organisations by grammar: head noun with nationality, country, portfolio or name;
//! capitalised heads whose name runs on (« Institut haïtien pour la justice »).

use super::super::cues::cue;
use super::super::resolve::Candidates;
use super::super::{Context, Mention, MentionData, MentionKind, Origin};
use super::heads::{head_at, Found};
use super::{mention, Known};
use crate::id::Code;
use crate::lexicon::{EntryData, PlaceType, Pos};

/// Longest name, in tokens.
const LONGEST: usize = 16;

/// Proposes the organisations that grammar describes.
pub(in super::super) fn find(context: Context<'_>, found: &mut Candidates) {
    let mut index = 0;
    while index < context.source.len() {
        let next = if context.source.get(index).is_some_and(|t| t.is_word()) {
            head_at(context, index).and_then(|head| read(context, found, index, head))
        } else {
            None
        };
        index = next.unwrap_or(index + 1);
    }
}

/// What the complements of a head told.
#[derive(Debug, Default)]
struct Told {
    country: Option<Code>,
    /// A nationality, country, portfolio, organisation or person.
    identified: bool,
    /// A name that runs on after a capitalised head.
    long: bool,
}

fn read(context: Context<'_>, found: &mut Candidates, index: usize, head: Found) -> Option<usize> {
    if found.covering(index).is_some_and(|m| {
        matches!(m.kind(), MentionKind::Official) || m.kind() == MentionKind::Event || m.last as usize > head.end + 1
    }) {
        return None;
    }
    // A title's own noun (« chef de l'armée ») is read by `official`; here the whole may still be a name.
    let capital = context.is_capital(index);
    let mut told = Told::default();
    let mut end = complements(context, found, head, head.end, &mut told);
    if capital && head.slots.long() {
        let long = long_name(context, found, end, head.slots.name());
        if long > end {
            // At the start of a sentence every noun has a capital: the complement must have one of its own.
            let sure = !context.opens_sentence(index) || (end..long).any(|k| context.is_capital(k)) || told.identified;
            if sure {
                end = long;
                told.long = true;
            }
        }
    } else if head.slots.long() && !told.identified && cue(context.next(end)).institution() {
        // « centre national d'information sur les tremblements de terre »
        let long = long_name(context, found, end + 1, false);
        if long > end + 1 {
            end = long;
            told.long = true;
        }
    } else if !capital && head.slots.name() && context.goes_on(end) && context.is_capital(end) {
        let long = capital_run(context, end);
        if long > end {
            end = long;
            told.long = true;
        }
    }
    let bare = head.slots.lower() || (head.slots.bare() && capital && !context.opens_sentence(index));
    let alone = end == head.end;
    if !(told.identified || told.long || (alone && bare)) {
        return None;
    }
    if head.venue && is_venue(context, index) {
        found.push(venue(context, index, end));
    } else {
        let known = Known { org_type: head.org_type, country: told.country, entry: None };
        found.push(mention(context, index, end, known, "organization:head+complement"));
    }
    Some(end)
}

/// Reads nationalities, countries, portfolios, organisations; returns one past the last of them.
fn complements(context: Context<'_>, found: &Candidates, head: Found, from: usize, told: &mut Told) -> usize {
    let mut end = from;
    for _ in 0..4 {
        if !context.goes_on(end) {
            break;
        }
        let next = nationality(context, head, end, told)
            .or_else(|| person(context, head, end, told))
            .or_else(|| portfolio(context, head, end, told))
            .or_else(|| of_name(context, found, head, end, told));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// « russe », « franco-allemande », « fédéral allemand ».
fn nationality(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    let slots = head.slots;
    if !(slots.country() || slots.portfolio() || slots.long()) {
        return None;
    }
    let mut at = index;
    if context.demonym(at).is_none() && context.is_adjective(at) && !context.is_capital(at) && slots.country() {
        at += 1;
    }
    if !context.goes_on(at) {
        return None;
    }
    let prefixed = context.lexicon.prefix(context.source.folded(at)).is_some() && context.is_joined(at + 1);
    let (countries, end) = if prefixed { context.demonym(at + 1)? } else { context.demonym(at)? };
    if context.is_capital(at) && !context.source.get(at).is_some_and(|t| t.is_all_caps()) {
        return None;
    }
    if !slots.country() && !slots.portfolio() {
        // A name that runs on needs its capital; a nationality alone does not make « union française » one.
        return None;
    }
    told.country = told.country.or(countries.first().copied());
    told.identified = true;
    Some(end)
}

/// « administration Trump ».
fn person(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if !head.slots.person() || !context.is_capital(index) {
        return None;
    }
    let folded = context.source.folded(index);
    let leader =
        !context.lexicon.leaders(folded).is_empty() || context.is_at(index, |d| matches!(d, EntryData::Leader { .. }));
    let family = context.lexicon.vocabulary().name(folded).family > 0;
    if !(leader || family) {
        return None;
    }
    told.identified = true;
    Some(context.hit_at(index).map_or(index + 1, |h| (h.last as usize).max(index + 1)))
}

/// « des Affaires étrangères », « de l'Économie et des Finances ».
fn portfolio(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if !head.slots.portfolio() {
        return None;
    }
    let mut end = one_portfolio(context, index)?;
    for _ in 0..3 {
        if !matches!(context.next(end), "et" | ",") {
            break;
        }
        match one_portfolio(context, end + 1) {
            Some(next) => end = next,
            None => break,
        }
    }
    told.identified = true;
    Some(end)
}

fn one_portfolio(context: Context<'_>, index: usize) -> Option<usize> {
    if !matches!(context.next(index), "de" | "du" | "des" | "d'") {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "la" | "l'" | "le" | "les") {
        at += 1;
    }
    if !context.goes_on(at) {
        return None;
    }
    if let Some(hit) = context.hit_at(at).filter(|h| h.first as usize == at) {
        if context.entries(hit).any(|e| matches!(e.data, EntryData::Portfolio)) {
            return Some(hit.last as usize);
        }
        if context.entries(hit).any(|e| matches!(e.data, EntryData::Place { .. } | EntryData::Leader { .. })) {
            return None;
        }
    }
    if !context.is_capital(at) {
        return None;
    }
    let mut end = at + 1;
    while context.goes_on(end)
        && !context.is_capital(end)
        && context.demonym(end).is_none()
        && context.is_adjective(end)
        && end < at + 4
    {
        end += 1;
    }
    Some(end)
}

/// « de la Corée du Nord », « du Hamas », « de Tunis ».
fn of_name(context: Context<'_>, found: &Candidates, head: Found, index: usize, told: &mut Told) -> Option<usize> {
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
    let slots = head.slots;
    let Some(inner) = found.covering(at).filter(|m| m.first as usize == at) else {
        // « diocèse de Moosonee »: an unknown town.
        let names = context.lexicon.vocabulary().name(context.source.folded(at));
        let unknown = slots.place() && context.is_capital(at) && names.given == 0 && context.hit_at(at).is_none();
        told.identified |= unknown;
        return unknown.then(|| capital_run(context, at));
    };
    match inner.data {
        MentionData::Place { place_type: PlaceType::Country, country, .. } if slots.country() || slots.place() => {
            told.country = told.country.or(country);
        }
        MentionData::Place { place_type, country, .. }
            if slots.place() || (slots.country() && place_type == PlaceType::Region && !slots.portfolio()) =>
        {
            told.country = told.country.or(country);
        }
        MentionData::Organization { country, entry, .. } if slots.organization() => {
            told.country = told.country.or(country);
            let _ = entry;
        }
        _ => return None,
    }
    told.identified = true;
    Some(inner.last as usize)
}

/// One past a name that runs on in small letters and capitals after a capitalised head.
fn long_name(context: Context<'_>, found: &Candidates, from: usize, takes_name: bool) -> usize {
    let mut end = from;
    let limit = from + LONGEST;
    while end < limit && context.goes_on(end) {
        let next = adjective(context, end)
            .or_else(|| prepositional(context, found, end))
            .or_else(|| coordinated(context, end, from))
            .or_else(|| (takes_name || end == from).then(|| capital_run(context, end)).filter(|e| *e > end));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end.min(limit)
}

fn adjective(context: Context<'_>, index: usize) -> Option<usize> {
    if let Some((_, end)) = context.demonym(index).filter(|_| !context.is_capital(index)) {
        return Some(end);
    }
    let pos = context.word(index).pos;
    if pos.any(Pos::PAST_PARTICIPLE)
        && !matches!(context.source.folded(index), "uni" | "unis" | "unies" | "armees" | "associes")
    {
        return None;
    }
    let adjective =
        pos.any(Pos::ADJECTIVE) && !pos.any(Pos::CLOSED) && !pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL);
    (adjective && !context.is_capital(index)).then_some(index + 1)
}

/// « de prévention », « pour la justice », « des droits de l'homme ».
fn prepositional(context: Context<'_>, found: &Candidates, index: usize) -> Option<usize> {
    let prep = context.next(index);
    if !matches!(prep, "de" | "du" | "des" | "d'" | "pour") {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "la" | "l'" | "le" | "les") {
        at += 1;
    } else if prep == "pour" {
        return None;
    }
    noun(context, found, at)
}

fn noun(context: Context<'_>, found: &Candidates, at: usize) -> Option<usize> {
    if !context.goes_on(at) {
        return None;
    }
    let known = context.hit_at(at).filter(|h| h.first as usize == at);
    if let Some(hit) = known {
        if context
            .entries(hit)
            .any(|e| matches!(e.data, EntryData::Leader { .. } | EntryData::Person | EntryData::Event))
        {
            return None;
        }
    }
    if let Some(inner) = found.covering(at).filter(|m| m.first as usize == at) {
        return Some(inner.last as usize);
    }
    if context.is_capital(at) {
        let name = context.lexicon.vocabulary().name(context.source.folded(at));
        let person = name.given >= 2 && context.is_capital(at + 1);
        return (!person).then(|| capital_run(context, at));
    }
    let pos = context.word(at).pos;
    (pos.any(Pos::NOUN) && !pos.any(Pos::CLOSED)).then_some(at + 1)
}

/// « et la démocratie », « et de la forêt ».
fn coordinated(context: Context<'_>, index: usize, from: usize) -> Option<usize> {
    if context.next(index) != "et" || index == from {
        return None;
    }
    let mut at = index + 1;
    if matches!(context.next(at), "de" | "du" | "des" | "d'") {
        at += 1;
    }
    let linked = at > index + 1;
    let mut article = false;
    if matches!(context.next(at), "la" | "l'" | "le" | "les") {
        at += 1;
        article = true;
    }
    if !(linked || article) || !context.goes_on(at) || context.is_capital(at) && !linked {
        return None;
    }
    let title = context.is_at(at, |d| matches!(d, EntryData::Title { .. }));
    let pos = context.word(at).pos;
    // « et la démocratie a … » is part of the name, « et la police ont … » is not.
    let verb = context.word(at + 1).pos.any(Pos::THIRD_PLURAL) && !context.word(at + 1).pos.nominal();
    let noun = context.is_capital(at) || (pos.any(Pos::NOUN) && !pos.any(Pos::CLOSED));
    (noun && !title && !(verb && !linked)).then_some(at + 1)
}

fn capital_run(context: Context<'_>, index: usize) -> usize {
    let mut end = index;
    while end < index + 5
        && context.goes_on(end)
        && (context.is_capital(end)
            || (end > index && context.is_joined(end) && context.source.get(end).is_some_and(|t| t.is_word())))
        && !(end > index && context.is_at(end, |d| matches!(d, EntryData::Leader { .. } | EntryData::Title { .. })))
    {
        end += 1;
    }
    end
}

/// « devant l'ambassade », « à l'ambassade », « dans l'enceinte du consulat »: the building is meant.
fn is_venue(context: Context<'_>, index: usize) -> bool {
    let article = matches!(context.previous(index, 1), "l'" | "le" | "la");
    let before = if article { context.previous(index, 2) } else { context.previous(index, 1) };
    matches!(before, "devant" | "à" | "au" | "dans" | "derrière" | "vers")
        || (before == "de" && matches!(context.previous(index, 3), "près" | "enceinte" | "locaux" | "bâtiment"))
}

fn venue(context: Context<'_>, first: usize, last: usize) -> Mention {
    Mention {
        span: context.source.span(first, last),
        first: first as u32,
        last: last as u32,
        origin: Origin::Rule("place:venue"),
        data: MentionData::Place { place_type: PlaceType::Building, country: None, entry: None },
    }
}
