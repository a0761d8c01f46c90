//! Where an office is held: the state or body an envoy is accredited to, the place where the man of an organisation works.
//! Comes in: a [`Draft`] and the noun behind a preposition. Goes out: where the complement ends, and the draft with whom
//! it is accredited to. Never reads whom an office is of: that is `belonging`.

use super::super::Context;
use super::names::{self, Link};
use super::words::{self, Class};
use super::Draft;
use crate::id::Code;
use crate::lexicon::{OrgType, PlaceType, Role};

/// One past « accrédité » before the state an envoy is accredited to.
pub(super) fn accredited_word(context: Context<'_>, draft: &Draft, at: usize) -> Option<usize> {
    let word = context.source.folded(at).trim_end_matches('s').trim_end_matches('e') == "accredit";
    let linked = || matches!(names::link(context, at + 1), Some((Link::A | Link::En | Link::Aupres, _, _)));
    (word && draft.accredits() && linked()).then_some(at + 1)
}

/// One past « (CMT) » after an organisation, when the country it works in follows.
pub(super) fn acronym(context: Context<'_>, draft: &Draft, at: usize) -> Option<usize> {
    let source = context.source;
    let short = source.str(at) == "("
        && source.str(at + 2) == ")"
        && source.get(at + 1).is_some_and(|t| t.is_word() && t.is_all_caps());
    let (_, noun, _) = names::link(context, at + 3).filter(|l| short && matches!(l.0, Link::A | Link::En))?;
    (draft.organ || draft.noun_last > draft.noun + 2).then(|| country_at(context, noun)).flatten().map(|_| at + 3)
}

/// One past the country named at `noun`.
fn country_at(context: Context<'_>, noun: usize) -> Option<usize> {
    let hit = names::name_at(context, noun)?;
    let country = names::place(context, &hit, false).is_some_and(|p| p.kind == PlaceType::Country);
    country.then_some(hit.last as usize)
}

/// « le représentant du Front à Jakarta », « la cheffe de l'OCHA au Cameroun »: where the man of an organisation works.
/// « la présidente de la commission de la Défense au Bundestag »: the house a committee is of.
pub(super) fn posted(context: Context<'_>, draft: &mut Draft, link: Link, noun: usize, bracket: bool) -> Option<usize> {
    if !draft.organ || draft.place || draft.nested {
        return None;
    }
    let source = context.source;
    let hit = names::name_at(context, noun)?;
    if let Some(place) = names::place(context, &hit, false) {
        let kind = words::words().find(source, draft.noun, |c| match c {
            Class::Posted(town) => Some(town),
            _ => None,
        });
        let (_, town) = kind.or_else(|| bracket.then_some((0, false)))?;
        let fits = match place.kind {
            PlaceType::Country | PlaceType::Region | PlaceType::Area => true,
            PlaceType::City => town && link == Link::A,
            _ => false,
        };
        draft.place |= fits;
        return fits.then_some(hit.last as usize);
    }
    let house = link == Link::A
        && names::organization(context, &hit).is_some()
        && (noun..hit.last as usize)
            .any(|i| matches!(words::words().institution(source, i), Some((_, words::Institution::Parliament))));
    house.then_some(hit.last as usize)
}

/// Who is sent by a state. « le ministre de Grèce | à Paris »: a minister with a country alone, and no article before it, heads a legation.
pub(super) fn legate(context: Context<'_>, draft: &Draft) -> bool {
    let source = context.source;
    // « le haut-commissaire britannique | à Nairobi », « le résident général de France | au Maroc »
    let sent = || words::words().find(source, draft.noun, |c| matches!(c, Class::Legate).then_some(())).is_some();
    if (draft.place || draft.nationality) && draft.accredited.is_empty() && !draft.plural && sent() {
        return true;
    }
    let plain = draft.place && !draft.plural && draft.portfolio_tokens.is_none() && draft.noun_last == draft.noun + 1;
    let bare = matches!(source.lowered(draft.noun_last), "de" | "d'")
        && !matches!(source.lowered(draft.noun_last + 1), "la" | "l'" | "le");
    draft.role == Role::Minister && draft.accredited.is_empty() && plain && bare
}

/// The receiving state or organisation of an ambassador, consul or envoy.
pub(super) fn accredited(context: Context<'_>, draft: &mut Draft, link: Link, noun: usize) -> Option<usize> {
    if !draft.accredits() {
        return None;
    }
    let hit = names::name_at(context, noun)?;
    // « l'ambassadeur à Vienne »: without an article a capital is the town, whatever region is called so too.
    let town = matches!(context.source.lowered(noun - 1), "à").then(|| names::place(context, &hit, true)).flatten();
    let place = town.filter(|p| p.kind == PlaceType::City && p.capital).or_else(|| names::place(context, &hit, false));
    let country = if let Some(place) = place {
        if matches!(place.kind, PlaceType::City | PlaceType::Building) && draft.role == Role::Envoy {
            return None;
        }
        place.country
    } else {
        let organization = names::organization(context, &hit).filter(|o| o.kind == OrgType::International)?;
        organization.country.or_else(|| Code::new(&own_code(context, &hit)?))
    };
    if link == Link::Pour && draft.role == Role::Consul {
        return None;
    }
    draft.add_accredited(country);
    draft.list = true;
    draft.list_accredited = true;
    Some(hit.last as usize)
}

/// An international organisation that serves nobody but itself is known by its id.
fn own_code(context: Context<'_>, hit: &crate::lexicon::Hit) -> Option<String> {
    context.lexicon.surfaces(context.source, hit).find_map(|s| {
        let entry = context.lexicon.entry(s.entry);
        let id = context.lexicon.id(s.entry).rsplit('/').next()?;
        matches!(entry.data, crate::lexicon::EntryData::Organization { .. }).then(|| id.to_uppercase())
    })
}
