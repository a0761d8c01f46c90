//! What stands around a name and says whether it is a place.

use super::super::cues::Cue;
use super::super::Context;
use crate::id::Code;
use crate::lexicon::{EntryData, PlaceType, Policy, Pos, Sorts};

/// How well the context bears a reading out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Support {
    /// It is a place.
    Sure,
    /// It is one if the text names it as one elsewhere.
    Open,
    /// It is none.
    Against,
}

/// How far to look for a country beside a city, in tokens.
const REACH: usize = 9;

/// The noun before a name that tells what it is (« village de X »).
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// Its token.
    pub index: usize,
    /// What it tells.
    pub cue: Cue,
    /// « de » stands between.
    pub linked: bool,
}

/// Steps back from `first` over « de », an article and up to two adjectives to a noun that tells.
pub(super) fn head_before(context: Context<'_>, first: usize) -> Option<Head> {
    let mut at = first;
    let mut linked = false;
    if matches!(context.previous(at, 1), "la" | "l'" | "le" | "les") && matches!(context.previous(at, 2), "de" | "d'") {
        at -= 1;
    }
    if matches!(context.previous(at, 1), "de" | "d'" | "du" | "des") {
        linked = true;
        at -= 1;
    }
    for _ in 0..2 {
        if !context.goes_on(at) {
            return None;
        }
        at -= 1;
        if context.is_joined(at) && context.is_at(at, Sorts::DEMONYM) {
            return None;
        }
        let found = context.cue(at);
        if found != Cue::default() && !found.particle() {
            return Some(Head { index: at, cue: found, linked });
        }
        if !context.word(at).pos.any(Pos::ADJECTIVE) || context.is_capital(at) {
            return None;
        }
    }
    None
}

/// Whether hyphens on either side leave the name a word of its own (« Paris-Alger », « ex-Yougoslavie », not « Nice-Matin »).
pub(super) fn stands_alone(context: Context<'_>, first: usize, last: usize) -> bool {
    // « le dialogue OTAN-Russie »
    let body = |index: usize| {
        context.is_at(index, Sorts::ORGANIZATION) && context.source.get(index).is_some_and(|t| t.is_all_caps())
    };
    let is_name = |index: usize| context.is_at(index, Sorts::PLACE) || body(index);
    if context.is_joined(first) && first > 0 && context.is_capital(first - 1) && !is_name(first - 1) {
        return false;
    }
    !(context.is_joined(last) && !is_name(last) && context.source.get(last).is_some_and(|t| t.is_word()))
}

/// Where the proper name begins in « province de Nangarhâr », « région Occitanie ».
pub(super) fn proper(context: Context<'_>, first: usize, last: usize) -> usize {
    if last - first < 2 || !context.cue(first).apart() {
        return first;
    }
    (first + 1..last).find(|&k| context.is_capital(k)).unwrap_or(first)
}

/// What speaks for a name that needs support.
pub(super) fn support(context: Context<'_>, first: usize, last: usize) -> Support {
    if followed_by_name(context, first, last) {
        return Support::Against;
    }
    if let Some(head) = head_before(context, first) {
        if head.linked && (head.cue.locality() || head.cue.facility() || head.cue.event()) {
            return Support::Sure;
        }
        if head.linked && head.cue.figure() {
            return Support::Against;
        }
        if !head.linked && (head.cue.honorific() || head.cue.company() || head.cue.thing()) {
            return Support::Against;
        }
    }
    if country_apposed(context, last).is_some() || in_list(context, first, last) {
        return Support::Sure;
    }
    if context.previous(first, 1) == "(" && context.next(last) == ")" {
        return Support::Sure;
    }
    let mid = !context.opens_sentence(first);
    let name = context.name(first);
    let personal = last - first == 1 && (name.given >= 2 || name.family >= 4);
    match context.previous(first, 1) {
        "à" | "vers" | "via" | "depuis" | "jusqu'à" => Support::Sure,
        "en" | "au" | "aux" if mid && !context.is_common(first) => Support::Sure,
        "de" | "d'" if matches!(context.previous(first, 2), "près" | "large" | "loin" | "autour" | "hors") => {
            Support::Sure
        }
        "pour" if travels(context, first) => Support::Sure,
        "de" | "d'" | "du" | "pour" | "par" | "sur" | "dans" if mid && !personal => Support::Sure,
        _ => Support::Open,
    }
}

/// A definite article stands before a word that is no French noun, and no name follows.
pub(super) fn has_article(context: Context<'_>, first: usize) -> bool {
    matches!(context.previous(first, 1), "le" | "la" | "l'" | "les" | "du")
        && !context.is_common(first)
        && !context.is_capital(first + 1)
        && !context.is_joined(first)
}

/// What speaks against a city that as a rule needs no support: it may be a name of another kind there.
pub(super) fn objection(context: Context<'_>, first: usize, last: usize) -> Support {
    if let Some(head) = head_before(context, first) {
        if head.linked && head.cue.figure() && head.index + 2 == first {
            return Support::Against;
        }
        if !head.linked && head.index + 1 == first && (head.cue.honorific() || head.cue.thing()) {
            return Support::Against;
        }
    }
    if followed_by_name(context, first, last) && !matches!(context.previous(first, 1), "à" | "de" | "en" | "au" | "du")
    {
        return Support::Open;
    }
    Support::Sure
}

/// « le Suisse Benjamin Steffen »: an inhabitant, not his country. « US Open »: no country either.
pub(super) fn is_inhabitant(context: Context<'_>, first: usize, last: usize) -> bool {
    // « 346 millions $US »
    if context.source.get(first).is_some_and(|t| t.is_all_caps() && t.is_glued() && t.span.len() == 2)
        && context.previous(first, 1) == "$"
    {
        return true;
    }
    if last - first != 1 || !context.goes_on(last) || !context.is_capital(last) || context.is_joined(last) {
        return false;
    }
    let masculine = matches!(context.previous(first, 1), "le" | "au" | "du" | "la" | "un" | "une");
    let given = context.name(last).given > 0;
    let short = context.source.get(first).is_some_and(|t| t.is_all_caps() && t.span.len() == 2);
    let demonym = context.is_at(first, Sorts::DEMONYM);
    short || (masculine && demonym && (given || context.hit_at(last).is_none()))
}

/// « le train pour Tours »
fn travels(context: Context<'_>, first: usize) -> bool {
    matches!(
        context.previous(first, 2),
        "train"
            | "vol"
            | "avion"
            | "partir"
            | "parti"
            | "partie"
            | "partis"
            | "départ"
            | "départs"
            | "embarqué"
            | "bus"
    )
}

/// A capitalised word follows at once, and no hyphen ties it on.
fn followed_by_name(context: Context<'_>, first: usize, last: usize) -> bool {
    let lone = last - first == 1;
    lone && context.goes_on(last)
        && context.is_capital(last)
        && !context.is_joined(last)
        && context
            .hit_at(last)
            .is_none_or(|h| h.first as usize != last || { context.is_at(last, Sorts::LEADER | Sorts::TITLE) })
}

/// « Nantes, Tours et Sens »: the neighbour in the list is a place that needs no support.
fn in_list(context: Context<'_>, first: usize, last: usize) -> bool {
    let free = |index: usize| {
        context.hit_at(index).is_some_and(|h| {
            context.entries(h).any(|e| matches!(e.data, EntryData::Place { .. }) && e.policy != Policy::Context)
        })
    };
    let links = |word: &str| matches!(word, "," | "et" | "ou" | "-" | "–" | "/");
    // « le Doubs, le Jura et la Haute-Marne »
    let article = usize::from(matches!(context.previous(first, 1), "le" | "la" | "l'" | "les"));
    let first = first - article;
    let after = usize::from(matches!(context.next(last + 1), "le" | "la" | "l'" | "les"));
    (links(context.previous(first, 1)) && first >= 2 && free(first - 2))
        || (links(context.next(last)) && context.goes_on(last + 1) && free(last + 1 + after))
}

/// The country told in apposition after a name: « , en Libye », « (Syrie) », « , dans le nord du Liban ».
pub(super) fn country_apposed(context: Context<'_>, last: usize) -> Option<Code> {
    apposed_land(context, last).map(|(code, _)| code)
}

/// The same where it is no member of a list, as « à Oslo, au Kenya et en Somalie » is one.
pub(super) fn country_alone_apposed(context: Context<'_>, last: usize) -> Option<Code> {
    let (code, end) = apposed_land(context, last)?;
    let more = matches!(context.next(end), "," | "et")
        && matches!(context.next(end + 1), "en" | "au" | "aux")
        && land_at(context, end + 2).is_some();
    (!more).then_some(code)
}

/// The country in apposition and one past its last token.
fn apposed_land(context: Context<'_>, last: usize) -> Option<(Code, usize)> {
    match context.next(last) {
        "(" => land_at(context, last + 1).filter(|(_, end)| context.next(*end) == ")"),
        "," => {
            if let Some((code, end)) = land_at(context, last + 1) {
                return matches!(context.next(end), "," | "." | ")" | "").then_some((code, end));
            }
            let reach = match context.next(last + 1) {
                "en" => 1,
                "au" | "aux" => 4,
                "dans" => REACH - 2,
                _ => return None,
            };
            (last + 2..last + 2 + reach)
                .take_while(|&k| context.goes_on(k) && !matches!(context.source.lowered(k), "," | "." | ";" | "et"))
                .find_map(|k| land_at(context, k))
        }
        _ => None,
    }
}

/// The country nearest to a name in its sentence: apposed, else within reach on either side.
pub(super) fn country_beside(context: Context<'_>, first: usize, last: usize) -> Option<Code> {
    if let Some(code) = country_apposed(context, last) {
        return Some(code);
    }
    let after = (last..last + REACH).take_while(|&k| context.goes_on(k));
    if let Some((code, _)) = after.map(|k| land_at(context, k)).find_map(|x| x) {
        return Some(code);
    }
    let before = (1..=REACH.min(first)).take_while(|&b| context.goes_on(first - b + 1)).map(|b| first - b);
    before.filter_map(|k| land_at(context, k)).map(|(code, _)| code).next()
}

/// The country or region that begins at token `index`, and one past its last token.
fn land_at(context: Context<'_>, index: usize) -> Option<(Code, usize)> {
    if !context.goes_on(index) {
        return None;
    }
    let hit = context.hit_at(index).filter(|h| h.first as usize == index)?;
    context.entries(hit).find_map(|e| match e.data {
        EntryData::Place { place_type: PlaceType::Country | PlaceType::Region, country: Some(code), .. } => {
            Some((code, hit.last as usize))
        }
        _ => None,
    })
}
