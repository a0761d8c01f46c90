//! « de » and what an office is of: a country, a city, an organisation, an institution, another office.
//!
//! Comes in: a [`Draft`] and the token behind « de ». Goes out: where the
//! complement ends, and a draft that knows whom it serves, or that it is no
//! office at all. Looks at nothing but this one complement.

use super::super::Context;
use super::words::{self, Class, Institution};
use super::{complements, head, institution, names, role, Draft};
use crate::lexicon::{OrgType, PlaceType, Role};

/// « de » with a country, city, organisation, institution or another official.
pub(super) fn read(context: Context<'_>, draft: &mut Draft, noun: usize, article: bool, depth: usize) -> Option<usize> {
    // « président de la Fédération française | de football »
    if words::words().find(context.source, noun, |c| (c == Class::Trade).then_some(())).is_some() {
        draft.rejected = draft.support.generic || draft.organ || draft.nationality;
        return None;
    }
    let hit = names::name_at(context, noun);
    let described = institution::read(context, noun, 0);
    // The longer reading wins: « république d'Irlande » is a name, « ministère de la Défense » a phrase.
    let described = described.filter(|d| hit.is_none_or(|h| d.last > h.last as usize));
    if let Some(described) = described {
        return of_institution(context, draft, described);
    }
    if let Some(hit) = hit {
        let city = draft.complements.city() && !draft.complements.country();
        if let Some(place) = names::place(context, &hit, city) {
            return of_place(context, draft, place, &hit);
        }
        if let Some(organization) = names::organization(context, &hit) {
            return of_organization(context, draft, organization, &hit);
        }
        if names::title(context, &hit).is_some() {
            return of_official(context, draft, &hit, depth);
        }
        if names::portfolio(context, &hit).is_some() {
            return (draft.support.generic || draft.complements.portfolio()).then_some(hit.last as usize);
        }
    }
    if let Some(end) = institution::programme(context, draft.noun_last, noun).filter(|_| draft.last == draft.noun_last)
    {
        return Some(end);
    }
    if let Some((end, country)) = quarter(context, noun) {
        draft.add_country(country);
        draft.place = true;
        return Some(end);
    }
    // « chef de la mission | d'assistance des Nations unies »
    let matter = words::words().find(context.source, noun, |c| (c == Class::Matter).then_some(()));
    if let Some((len, ())) = matter.filter(|_| draft.noun_last > draft.noun + 2) {
        return Some(noun + len);
    }
    if let Some(next) = nations(context, noun) {
        draft.organ = true;
        // « des pays | de la SADC »
        let whose = names::link(context, next).filter(|l| l.0 == names::Link::De);
        let body = whose
            .and_then(|(_, at, _)| names::name_at(context, at))
            .filter(|hit| names::organization(context, hit).is_some_and(|o| o.kind == OrgType::International));
        return Some(body.map_or(next, |hit| hit.last as usize));
    }
    unknown(context, draft, noun, article)
}

fn of_place(context: Context<'_>, draft: &mut Draft, place: names::Place, hit: &crate::lexicon::Hit) -> Option<usize> {
    let takes = match place.kind {
        PlaceType::Country | PlaceType::Region | PlaceType::Area | PlaceType::Continent => {
            draft.complements.country() || draft.complements.city() || draft.complements.organization()
        }
        PlaceType::City if draft.role == Role::Legislator => true,
        PlaceType::City if place.capital && matches!(draft.role, Role::Official | Role::Monarch) => true,
        PlaceType::City => draft.complements.city() || place.capital && draft.complements.country() && draft.plural,
        PlaceType::Building => draft.complements.organization() || draft.complements.country(),
        PlaceType::Water => false,
    };
    if !takes || draft.place && !draft.list {
        return None;
    }
    // « le Conseil national de transition | du Burkina Faso »: what the text says of a body goes before what is known of one so called.
    let another = (draft.organ || draft.inside)
        && !draft.nationality
        && place.kind == PlaceType::Country
        && place.country.is_some();
    if another && !draft.plural && !draft.countries.iter().any(|&c| names::serves_no_state(c)) {
        draft.countries.clear();
    }
    if draft.countries.is_empty() || draft.plural {
        draft.add_country(place.country);
    }
    role::by_place(draft, place);
    draft.place = true;
    draft.list = draft.plural;
    let _ = context;
    Some(hit.last as usize)
}

fn of_organization(
    context: Context<'_>,
    draft: &mut Draft,
    organization: names::Organization,
    hit: &crate::lexicon::Hit,
) -> Option<usize> {
    if draft.organ && !draft.list {
        return None;
    }
    let power = match (organization.kind, listed_body(context, hit)) {
        (OrgType::Media, _) => false,
        (_, Some(yes)) => yes,
        (OrgType::Other, None) => is_power(context, hit),
        _ => true,
    };
    if !power {
        draft.rejected = draft.support.generic;
        return None;
    }
    draft.add_country(organization.country);
    draft.unowned |= organization.stateless();
    draft.organ = true;
    draft.list = draft.plural;
    role::by_organization(context, draft, organization, hit);
    Some(hit.last as usize)
}

/// What the list says of an organisation's power.
fn listed_body(context: Context<'_>, hit: &crate::lexicon::Hit) -> Option<bool> {
    let found = words::words().find(context.source, hit.first as usize, |c| match c {
        Class::Body(yes) => Some(yes),
        _ => None,
    });
    found.map(|(_, yes)| yes)
}

/// Whether an organisation of no special kind has power: by its noun, or as an acronym.
fn is_power(context: Context<'_>, hit: &crate::lexicon::Hit) -> bool {
    let (source, first) = (context.source, hit.first as usize);
    let listed = words::words();
    match listed.institution(source, first).or_else(|| listed.institution(source, first + 1)) {
        Some((_, kind)) => kind != Institution::Business,
        None => hit.last == hit.first + 1 && source.get(first).is_some_and(|t| t.is_all_caps()),
    }
}

/// « le chef du service de cardiologie »: a section that is for something no state is known for.
fn unknown_matter(context: Context<'_>, described: &institution::Described) -> bool {
    let section = matches!(described.kind, Institution::Police | Institution::Office);
    let Some((names::Link::De, noun, false)) = names::link(context, described.last).filter(|_| section) else {
        return false;
    };
    let lower = context.source.get(noun).is_some_and(|t| t.is_word() && !t.is_capitalized());
    lower && names::name_at(context, noun).is_none() && institution::read(context, noun, 0).is_none()
}

fn of_institution(context: Context<'_>, draft: &mut Draft, described: institution::Described) -> Option<usize> {
    if described.kind == Institution::Business {
        draft.rejected = draft.support.generic || draft.support.rank;
        return None;
    }
    if draft.organ && !draft.list {
        return None;
    }
    if draft.support.generic && described.last == described.noun && unknown_matter(context, &described) {
        draft.rejected = true;
        return None;
    }
    if draft.countries.is_empty() || draft.plural {
        draft.add_countries(&described.countries);
    }
    draft.organ = true;
    draft.list = draft.plural;
    role::by_institution(draft, described.kind);
    let _ = context;
    Some(described.last)
}

/// « conseiller du président ukrainien »: the office served, with its own complements.
fn of_official(context: Context<'_>, draft: &mut Draft, hit: &crate::lexicon::Hit, depth: usize) -> Option<usize> {
    let serves = draft.complements.person()
        || matches!(draft.role, Role::Adviser | Role::Spokesperson | Role::Envoy | Role::Official);
    if depth > 0 || !serves || draft.support.generic && draft.role == Role::Official {
        return None;
    }
    let mut inner = head::read(context, hit)?;
    complements::read(context, &mut inner, depth + 1);
    draft.add_countries(&inner.countries);
    // « l'émissaire | du président João Lourenço »: who is named has an office of his own.
    if !inner.plural && named_at(context, inner.last) {
        draft.modified = true;
        return None;
    }
    draft.organ = true;
    draft.nested = true;
    Some(inner.last)
}

/// Whether a person's name follows at once.
fn named_at(context: Context<'_>, at: usize) -> bool {
    context.source.lowered(at) != "," && head::name_ahead(context, at)
}

/// « ministre délégué | auprès du ministre des Affaires étrangères ».
pub(super) fn beside(context: Context<'_>, draft: &mut Draft, noun: usize, depth: usize) -> Option<usize> {
    // « ministre auprès de la Présidence »
    let body = institution::read(context, noun, 0)
        .filter(|d| matches!(d.kind, Institution::Government | Institution::Ministry));
    if let Some(body) = body {
        draft.add_countries(&body.countries);
        draft.organ = true;
        return Some(body.last);
    }
    let hit = names::name_at(context, noun).filter(|h| depth == 0 && names::title(context, h).is_some())?;
    let mut inner = head::read(context, &hit)?;
    complements::read(context, &mut inner, depth + 1);
    draft.add_countries(&inner.countries);
    draft.nested = true;
    Some(inner.last)
}

/// « de l'Est libyen », « du Nord syrien ».
fn quarter(context: Context<'_>, noun: usize) -> Option<(usize, Option<crate::id::Code>)> {
    if !matches!(context.source.folded(noun), "est" | "ouest" | "nord" | "sud") {
        return None;
    }
    let demonym = names::demonym(context, noun + 1, false)?;
    Some((demonym.last, demonym.countries.first().copied()))
}

/// « des deux pays rivaux », « des six grandes puissances ».
fn nations(context: Context<'_>, noun: usize) -> Option<usize> {
    let source = context.source;
    let mut at = noun;
    for _ in 0..3 {
        match source.lowered(at) {
            "pays" | "états" | "etats" | "puissances" | "nations" | "parties" | "camps" | "capitales" => {
                let next = at + 1;
                let adjective = matches!(source.lowered(next), "rivaux" | "voisins" | "alliés" | "membres" | "ennemis");
                return Some(next + usize::from(adjective));
            }
            "deux" | "trois" | "quatre" | "cinq" | "six" | "sept" | "huit" | "grandes" | "grands" | "principaux"
            | "autres" => {
                at += 1;
            }
            _ if source.get(at)?.is_number() => at += 1,
            _ => return None,
        }
    }
    None
}

/// Whether the text tells in brackets that the capitals at `noun` are short for a name: « Conseil de transition (CPT) ».
fn is_defined(context: Context<'_>, noun: usize) -> bool {
    let source = context.source;
    let short = source.str(noun);
    let letters = (2..=7).contains(&short.chars().count()) && short.chars().all(char::is_alphabetic);
    letters
        && context
            .lexical
            .capitals
            .iter()
            .map(|&at| at as usize)
            .any(|at| at > 1 && source.str(at) == short && source.str(at - 1) == "(" && source.str(at + 1) == ")")
}

/// A complement nobody knows: a firm, a club, a project. It tells that a title all sorts of bodies have is no office.
fn unknown(context: Context<'_>, draft: &mut Draft, noun: usize, article: bool) -> Option<usize> {
    let token = context.source.get(noun)?;
    // « le président du CPT », once « (CPT) » has told that it is the short name of a body.
    if article && token.is_all_caps() && !draft.organ && !draft.place && is_defined(context, noun) {
        draft.organ = true;
        draft.list = draft.plural;
        role::by_institution(draft, Institution::International);
        return Some(noun + 1);
    }
    if matches!(context.source.lowered(noun), "un" | "une") && draft.support.generic && !draft.complemented() {
        let business =
            words::words().institution(context.source, noun + 1).is_some_and(|(_, k)| k == Institution::Business);
        draft.rejected |= business;
    }
    if matches!(draft.role, Role::Mayor | Role::ReligiousLeader)
        && draft.complements.city()
        && !draft.place
        && token.is_title_case()
        && !token.starts_sentence()
    {
        draft.place = true;
        return Some(institution::name_end(context, noun));
    }
    let generic = draft.support.generic && !draft.complemented() && draft.title_is_whole();
    let nominal = context.lexical.words.get(noun).is_some_and(|&n| {
        let pos = context.lexicon.word(n).pos;
        pos.any(crate::lexicon::Pos::NOUN)
    });
    if generic && token.is_word() && (token.is_capitalized() || article && nominal) {
        draft.rejected = true;
    }
    None
}
