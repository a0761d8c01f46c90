//! Organisations the gazetteer knows, and names that a noun beside them tells (« la société X »).

use super::super::cues::cue;
use super::super::resolve::Candidates;
use super::super::Context;
use super::heads::head_at;
use super::{mention, Known};
use crate::id::EntryId;
use crate::lexicon::{EntryData, OrgType, PlaceType, Policy, Sorts};
use rustc_hash::FxHashSet;

/// Longest name told by a noun, in tokens.
const LONGEST: usize = 6;

/// Most adjectives between a noun and the name it tells.
const ADJECTIVES: usize = 2;

/// Proposes the organisations of the gazetteer.
pub(in super::super) fn find(context: Context<'_>, found: &mut Candidates) {
    let mut open = Vec::new();
    let mut sure: FxHashSet<EntryId> = FxHashSet::default();
    for hit in context.lexical.hits.iter().filter(|hit| hit.may_be(Sorts::ORGANIZATION)) {
        let (mut first, last) = (hit.first as usize, hit.last as usize);
        if !(first + 1..last).all(|k| context.goes_on(k)) || !stands_alone(context, first, last) {
            continue;
        }
        let best = context
            .lexicon
            .surfaces(context.source, hit)
            .filter(|s| s.sort.meet(Sorts::ORGANIZATION))
            .min_by_key(|s| context.lexicon.entry(s.entry).policy == Policy::Context);
        let Some(surface) = best else { continue };
        let entry = context.lexicon.entry(surface.entry);
        let EntryData::Organization { org_type, country } = entry.data else { continue };
        let place = context.is_one(hit, Sorts::PLACE);
        let mut known = Known { org_type, country, entry: Some(surface.entry) };
        // « le Parti démocrate » of a text about Korea is no American one.
        let other = country.is_some_and(|c| !found.told.contains(&c)) && !found.told.is_empty();
        if org_type == OrgType::Party && other && plain(context, first, last) {
            known = Known { org_type, country: None, entry: None };
        }
        // « le groupe État islamique », « l'agence de presse Anadolu »: the noun is no part of the name;
        // of « le groupe de Minsk » it is.
        let bound = |k: usize| {
            matches!(context.source.lowered(k + 1), "de" | "d'") && context.source.lowered(k + 2) != "presse"
        };
        while first + 1 < last
            && !context.is_capital(first)
            && !bound(first)
            && (context.cue(first).company() || matches!(context.source.lowered(first), "de" | "presse"))
            && (first + 1..last).any(|k| context.is_capital(k))
        {
            first += 1;
        }
        // « le Conseil national de transition libyen »: a name that begins with a head takes a nationality as heads do.
        let headed = last > first + 1 && !context.is_capital(last) && context.goes_on(last);
        let last = match context.demonym(last).filter(|_| headed && head_at(context, first).is_some()) {
            Some((codes, end)) if context.nation(last, codes).is_some() => {
                // Another country's body of that name is none of the gazetteer.
                let nation = context.nation(last, codes);
                if country.is_some() && nation != country {
                    known = Known { org_type, country: nation, entry: None };
                }
                end
            }
            _ => last,
        };
        let candidate = mention(context, first, last, known, "organization");
        let word = last - first == 1 && context.cue(first).thing();
        // « la Douma »: a town has no article.
        let town = |d: &EntryData| matches!(d, EntryData::Place { place_type: PlaceType::City, .. });
        let not_town = place && matches!(context.previous(first, 1), "la" | "le" | "l'" | "du" | "au") && {
            context.entries(hit).all(|e| town(&e.data) || matches!(e.data, EntryData::Organization { .. }))
        };
        if !not_town && (entry.policy == Policy::Context || place || word) {
            match supported(context, first, last, org_type, place) {
                Some(true) => found.push(candidate),
                Some(false) => {}
                None => open.push((surface.entry, candidate)),
            }
        } else if free(context, first, last) {
            sure.insert(surface.entry);
            found.push(candidate);
        }
    }
    for (entry, candidate) in open {
        if sure.contains(&entry) {
            found.push(candidate);
        }
    }
    for &index in &context.lexical.capitals {
        told_by_noun(context, found, index as usize);
    }
}

/// Hyphens on either side make it part of a longer word (« Air France-KLM » is one, « pro-Hamas » is two).
fn stands_alone(context: Context<'_>, first: usize, last: usize) -> bool {
    !(context.is_joined(first) && first > 0 && context.is_capital(first - 1) && !context.is_at(first - 1, NAMES))
        && !(context.is_joined(last) && context.is_capital(last) && !context.is_at(last, NAMES))
}

/// Names that a hyphen joins to another.
const NAMES: Sorts = Sorts::ORGANIZATION.or(Sorts::PLACE).or(Sorts::LEADER);

/// Whether a name is made of common words alone, as those of parties in many countries are.
fn plain(context: Context<'_>, first: usize, last: usize) -> bool {
    last > first + 1 && (first..last).all(|k| context.is_common(k) && context.demonym(k).is_none())
}

/// Whether nothing speaks against a name that needs no support.
fn free(context: Context<'_>, first: usize, last: usize) -> bool {
    // A lone word that a capital at the start of the sentence makes look like a name, or a person's name.
    let lone = last - first == 1;
    let token = context.source.get(first);
    if token.is_some_and(|t| t.is_number()) && !context.cue_before(first, 1).company() {
        return false;
    }
    // « RN 79 »
    if lone && token.is_some_and(|t| t.is_all_caps()) && context.goes_on(last) {
        let road = context.source.get(last).is_some_and(|t| t.is_number() && !t.is_joined());
        if road && token.is_some_and(|t| t.span.len() <= 2) {
            return false;
        }
    }
    // « Hadji Wafa »: the name of an agency behind another capital is a person's.
    let behind = first > 0 && context.goes_on(first) && !context.is_joined(first) && context.is_capital(first - 1);
    if lone
        && behind
        && !context.is_common(first - 1)
        && context.hit_at(first - 1).is_none()
        && token.is_some_and(|t| !t.is_all_caps())
    {
        return false;
    }
    let plain = token.is_some_and(|t| !t.is_all_caps());
    if !lone || !plain {
        return true;
    }
    let name = context.name(first);
    let next_name = context.goes_on(last) && context.is_capital(last) && !context.is_joined(last);
    let personal = name.given >= 1 && next_name && context.hit_at(last).is_none();
    let honorific = context.cue_before(first, 1).honorific();
    !(personal || honorific)
}

/// Whether the context bears out a name with other readings.
fn supported(context: Context<'_>, first: usize, last: usize, org_type: OrgType, place: bool) -> Option<bool> {
    let before = context.previous(first, 1);
    let noun = cue(before);
    if noun.company() {
        return Some(true);
    }
    // « le PDG »: what the letters mostly stand for.
    let thing = last == first + 1 && context.cue(first).thing();
    // « Lydie Polfer (DP) »: a party in brackets behind a name.
    let bracket = before == "(" && matches!(context.next(last), ")" | "," | "/" | "-");
    if bracket
        && org_type == OrgType::Party
        && first >= 3
        && context.is_capital(first - 2)
        && context.is_capital(first - 3)
    {
        return Some(true);
    }
    if thing || noun.honorific() || context.opens_sentence(first) {
        return None;
    }
    let capital_after = context.goes_on(last) && context.is_capital(last);
    let capital_before = first > 0 && context.goes_on(first) && context.is_capital(first - 1);
    if capital_after || capital_before || matches!(before, "à" | "en") {
        return Some(false);
    }
    if place {
        return None;
    }
    // « le Congrès », « la Commission »; « chez Total »; a list of firms is left to the other members.
    let several = last - first > 1;
    let article = matches!(before, "le" | "la" | "l'" | "du" | "au" | "les" | "des" | "aux");
    let common = context.is_common(first);
    let name = context.name(first);
    if several || (article && common) || before == "chez" {
        return Some(true);
    }
    match org_type {
        OrgType::Party | OrgType::ArmedGroup if article => Some(true),
        _ if matches!(before, "de" | "d'" | "par") && name.given == 0 && name.family == 0 => Some(true),
        _ => None,
    }
}

/// « réseau B »
fn end_of_letter(context: Context<'_>, index: usize) -> bool {
    context.source.folded(index).len() < 2
}

/// « la société X », « le quotidien X », « la chaîne X ».
fn told_by_noun(context: Context<'_>, found: &mut Candidates, index: usize) {
    if !context.goes_on(index) || context.is_joined(index) || found.covering(index).is_some() {
        return;
    }
    let mut noun = index - 1;
    // « le groupe paramilitaire russe Wagner »
    for _ in 0..ADJECTIVES {
        let adjective = noun > 0
            && context.goes_on(noun)
            && context.is_adjective(noun)
            && !context.is_capital(noun)
            && !context.cue(noun).company();
        noun -= usize::from(adjective);
    }
    let told = context.cue(noun);
    // « a reçu dans son cabinet Mme X »
    let honorific = || context.cue(index).honorific();
    if !told.company()
        || told.human()
        || context.is_capital(noun)
        || honorific()
        || end_of_letter(context, index)
        || context.hit_at(index).is_some_and(|h| h.first as usize != index)
    {
        return;
    }
    let name = context.name(index);
    let institution = told.institute();
    // « le chef de l'organisation Ayman al-Zawahiri »
    let particle = context.is_joined(index + 2) && context.cue(index + 1).particle();
    if !institution && name.given >= 1 && particle {
        return;
    }
    if !institution && name.given >= 3 && context.goes_on(index + 1) && context.is_capital(index + 1) {
        return;
    }
    let mut end = index + 1;
    while end < index + LONGEST
        && context.goes_on(end)
        && (context.is_capital(end) || context.source.get(end).is_some_and(|t| t.is_word() && t.is_joined()))
    {
        end += 1;
    }
    let org_type = match context.source.lowered(noun) {
        _ if told.press() => OrgType::Media,
        "parti" => OrgType::Party,
        "milice" => OrgType::ArmedGroup,
        _ => OrgType::Other,
    };
    let known = Known { org_type, country: None, entry: None };
    found.push(mention(context, index, end, known, "organization:noun+name"));
}
