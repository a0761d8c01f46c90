//! What follows the head noun of an official: nationality, portfolio, country, organisation, city, office served.
//! Comes in: a [`Draft`]. Goes out: the same draft, longer, with what the complements say. Every loop is bounded.

use super::super::Context;
use super::names::{self, Link};
use super::words::{self, Class};
use super::{belonging, head, institution, posting, role, Draft};
use crate::lexicon::{OrgType, PlaceType, Role};

const STEPS: usize = 10;
/// Most members of an enumeration.
const MEMBERS: usize = 12;

/// Reads every complement behind the draft.
pub(super) fn read(context: Context<'_>, draft: &mut Draft, depth: usize) {
    for _ in 0..STEPS {
        let at = draft.last;
        let Some(token) = context.source.get(at) else { break };
        // A line break before a small letter is mere wrapping, whatever the rest of the text looks like.
        let wrapped = token.starts_line() && !token.starts_paragraph() && token.is_word() && !token.is_capitalized();
        if token.starts_sentence() && !wrapped || draft.rejected {
            break;
        }
        let Some(next) = step(context, draft, at, depth) else { break };
        draft.last = next;
    }
}

fn step(context: Context<'_>, draft: &mut Draft, at: usize, depth: usize) -> Option<usize> {
    let source = context.source;
    if source.get(at)?.is_joined() {
        return joined(context, draft, at);
    }
    if let Some(next) = nationality(context, draft, at) {
        return Some(next);
    }
    let listed = words::words().find(source, at, |class| match class {
        Class::After(status) => Some((Some(status), false)),
        // « le Premier ministre assassiné X »
        Class::Fate(status) if head::name_ahead(context, at + 1) => Some((Some(status), false)),
        Class::Adjective => Some((None, false)),
        Class::Stateless => Some((None, true)),
        _ => None,
    });
    if let Some((len, (status, stateless))) = listed {
        draft.unowned |= stateless && !draft.complemented_by_land();
        // « le numéro un mondial »: a sportsman or a firm.
        draft.rejected |= stateless && matches!(source.folded(draft.noun), "numero" | "n");
        if let Some(status) = status {
            draft.status = status;
        }
        draft.modified |= status.is_none();
        role::by_adjective(context, draft, at);
        return Some(at + len);
    }
    if let Some(next) =
        party(context, draft, at).or_else(|| continent(context, draft, at)).or_else(|| people(context, draft, at))
    {
        return Some(next);
    }
    // « ambassadeurs accrédités au Burkina », « le président du Conseil militaire (CMT) au Tchad »
    let at =
        posting::accredited_word(context, draft, at).or_else(|| posting::acronym(context, draft, at)).unwrap_or(at);
    if draft.list {
        if let Some(next) = further(context, draft, at) {
            return Some(next);
        }
    }
    let (link, noun, article) = names::link(context, at)?;
    complement(context, draft, link, noun, article, depth)
}

/// « maréchal-président »: a second title joined; « président-directeur »: no official at all.
fn joined(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    match names::name_at(context, at).filter(|h| names::title(context, h).is_some()) {
        Some(hit) if !context.source.folded(at).starts_with("direct") => Some(hit.last as usize),
        _ => {
            draft.rejected = true;
            None
        }
    }
}

/// « député LREM », « maire UDI de Vincennes »: a party's acronym set beside the noun.
fn party(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let source = context.source;
    // « chef du parti | Shas »
    if draft.role == Role::PartyLeader && at == draft.noun_last && source.folded(at - 1) == "parti" {
        let name = names::name_at(context, at).filter(|_| source.get(at).is_some_and(|t| t.is_capitalized()))?;
        let party = names::organization(context, &name).filter(|o| o.kind == OrgType::Party)?;
        draft.add_country(party.country);
        return Some(name.last as usize);
    }
    let elected =
        matches!(draft.role, Role::Legislator | Role::Mayor | Role::Governor | Role::HeadOfState | Role::Minister);
    let acronym = source.get(at)?.is_all_caps();
    let hit = names::name_at(context, at).filter(|_| elected && source.get(at).is_some_and(|t| t.is_capitalized()))?;
    let party = names::organization(context, &hit).is_some_and(|o| o.kind == OrgType::Party);
    let mut last = hit.last as usize;
    let short = |k: usize| source.get(k).is_some_and(|t| t.is_word() && t.is_all_caps());
    if source.str(last) == "(" && short(last + 1) && source.str(last + 2) == ")" {
        last += 3;
    }
    // « le président Les Républicains du Sénat »: in full only where the office goes on.
    let goes_on = acronym || matches!(names::link(context, last), Some((Link::De, ..)));
    (party && goes_on).then_some(last)
}

/// « la conseillère Afrique de l'Élysée »: a part of the world set beside the noun.
fn continent(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let hit = names::name_at(context, at).filter(|_| draft.role == Role::Adviser && at == draft.noun_last)?;
    let place = names::place(context, &hit, false)?;
    let part = matches!(place.kind, PlaceType::Continent | PlaceType::Area);
    if part {
        draft.portfolio = names::portfolio(context, &hit);
        draft.portfolio_tokens = Some((at, hit.last as usize));
    }
    part.then_some(hit.last as usize)
}

/// « les représentants des Albanais du Kosovo »: a people; its land is told by what follows, or by its name.
fn people(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let of = context.source.lowered(at) == "des" && context.goes_on(at + 1) && context.is_capital(at + 1);
    let (codes, last) = context.demonym(at + 1).filter(|_| of && !draft.complemented())?;
    let land = matches!(context.next(last), "de" | "du" | "d'") && context.is_capital(last + 1);
    draft.add_country(context.nation(at + 1, codes).filter(|_| !land));
    draft.nationality = true;
    Some(last)
}

/// Adjectives of nationality, of which a plural noun may have several.
fn nationality(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let source = context.source;
    let capitals = source.get(draft.title().0).is_some_and(|t| t.is_all_caps());
    let demonym = names::demonym(context, at, capitals).or_else(|| written_large(context, draft, at))?;
    let fits = draft.organ || draft.portfolio_tokens.is_some() || draft.noun_last > draft.noun + 2;
    if !draft.plural && !demonym.may_be_singular && !fits || draft.nationality {
        return None;
    }
    draft.nationality = true;
    // « les dirigeants africains »: of no one country.
    draft.unowned |= demonym.countries.is_empty() && !draft.complemented_by_land();
    // « le secrétaire général des Nations unies sud-coréen »: where the man is from.
    if (draft.organ || draft.inside)
        && !draft.countries.is_empty()
        && draft.countries.iter().all(|c| names::serves_no_state(*c))
    {
        return Some(demonym.last);
    }
    if draft.inside && !draft.countries.is_empty() && demonym.countries.is_empty() {
        return Some(demonym.last);
    }
    let lone = !draft.plural;
    draft.add_countries(&demonym.countries);
    let mut last = demonym.last;
    if lone {
        return Some(last);
    }
    for _ in 0..MEMBERS {
        let next = match source.lowered(last) {
            "et" | "," | "ou" => last + 1,
            _ => break,
        };
        let Some(other) = names::demonym(context, next, capitals) else { break };
        draft.add_countries(&other.countries);
        last = other.last;
    }
    // « les présidents français | et du Conseil européen »
    draft.list = true;
    Some(last)
}

/// « le président Français »: a capital that French does not ask for, right behind the title and no family name.
fn written_large(context: Context<'_>, draft: &Draft, at: usize) -> Option<names::Demonym> {
    // « le vice-ministre de la Défense Russe »
    let behind = at == draft.noun_last || draft.portfolio_tokens.is_some_and(|(_, last)| last == at);
    let plain = behind && context.name(at).family == 0;
    let demonym = plain.then(|| names::capital_demonym(context, at)).flatten()?;
    (!demonym.countries.is_empty()).then_some(demonym)
}

/// Another member of an enumeration of countries or bodies (« de la France, de l'Allemagne et du Royaume-Uni »).
fn further(context: Context<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let source = context.source;
    let comma = match source.lowered(at) {
        "," => true,
        "et" | "ou" => false,
        _ => return None,
    };
    if comma && source.lowered(at + 1) == "et" {
        return None;
    }
    let accredits = draft.accredits();
    let article = usize::from(matches!(source.lowered(at + 1), "le" | "la" | "l'" | "les"));
    let (noun, linked) = match names::link(context, at + 1) {
        Some((Link::De, noun, _)) if !draft.list_accredited => (noun, true),
        Some((Link::A | Link::En | Link::Aupres, noun, _)) if draft.list_accredited && accredits => (noun, true),
        Some(_) => return None,
        // « pour l'Afrique de l'Ouest et le Sahel »
        None if article == 1 && draft.list_accredited && draft.role == Role::Envoy => (at + 2, true),
        None => (at + 1, false),
    };
    // One man may be posted to several states, each with its own preposition; he serves one.
    if !(draft.plural || draft.list_accredited && linked) {
        return None;
    }
    let hit = names::name_at(context, noun)?;
    let (country, is_country) = match names::place(context, &hit, false) {
        Some(place) => (place.country, matches!(place.kind, PlaceType::Country)),
        None => (names::organization(context, &hit)?.country, false),
    };
    // « les présidents de A, B et C »: without preposition only countries go on the list.
    if !linked && !is_country || comma && !goes_on(context, hit.last as usize) {
        return None;
    }
    if draft.list_accredited {
        draft.add_accredited(country);
    } else {
        draft.add_country(country);
    }
    Some(hit.last as usize)
}

/// Whether an enumeration that has reached `at` goes on to an « et »: what tells it from an apposition.
fn goes_on(context: Context<'_>, at: usize) -> bool {
    let source = context.source;
    (at..at + 40).take_while(|&i| source.get(i).is_some_and(|t| !t.starts_sentence())).find_map(|i| {
        match source.lowered(i) {
            "et" => Some(true),
            "," | "de" | "du" | "des" | "d'" | "la" | "l'" | "le" | "les" | "en" | "au" | "aux" | "à" => None,
            _ if names::name_at(context, i).is_some() || source.get(i).is_some_and(|t| t.is_joined()) => None,
            _ if context.hit_at(i).is_some_and(|h| (h.first as usize) < i) => None,
            _ => Some(false),
        }
    }) == Some(true)
}

fn complement(
    context: Context<'_>,
    draft: &mut Draft,
    link: Link,
    noun: usize,
    article: bool,
    depth: usize,
) -> Option<usize> {
    if matches!(link, Link::A | Link::En | Link::Aupres | Link::Pour) {
        if let Some(next) = posting::accredited(context, draft, link, noun) {
            return Some(next);
        }
    }
    if matches!(link, Link::De | Link::A | Link::Charge | Link::Pour | Link::Sur)
        && (draft.wants_portfolio() || link == Link::Charge)
    {
        if let Some(next) = portfolio(context, draft, link, noun) {
            return Some(next);
        }
    }
    if matches!(link, Link::A | Link::En) {
        let bracket = draft.last < context.source.len() && context.source.str(draft.last) == "(";
        if let Some(next) = posting::posted(context, draft, link, noun, bracket) {
            return Some(next);
        }
    }
    match link {
        Link::Aupres if draft.is_minister() || draft.role == Role::Adviser => {
            belonging::beside(context, draft, noun, depth)
        }
        Link::A | Link::En if posting::legate(context, draft) => {
            let place = names::place(context, &names::name_at(context, noun)?, false)?;
            if draft.role == Role::Minister {
                draft.role = Role::Ambassador;
            }
            draft.add_accredited(place.country);
            names::name_at(context, noun).map(|h| h.last as usize)
        }
        Link::De => belonging::read(context, draft, noun, article, depth),
        Link::Sur | Link::Pour
            if draft.complemented() && !draft.counterpart && matches!(draft.role, Role::Official | Role::Envoy) =>
        {
            purpose(context, draft, link, noun, article)
        }
        // « le président de la Transition au Niger »
        Link::A | Link::En
            if draft.role == Role::HeadOfState
                && draft.countries.is_empty()
                && context.source.folded(draft.noun_last - 1) == "transition" =>
        {
            let hit = names::name_at(context, noun)?;
            let place = names::place(context, &hit, false).filter(|p| p.kind == PlaceType::Country)?;
            draft.add_country(place.country);
            Some(hit.last as usize)
        }
        Link::En if draft.role == Role::MilitaryOfficer && (draft.organ || draft.noun_last > draft.noun + 2) => {
            names::name_at(context, noun).filter(|h| names::place(context, h, false).is_some()).map(|h| h.last as usize)
        }
        _ => None,
    }
}

/// « pour le désarmement de l'Irak », « sur la maladie »: one noun, and a place that belongs to it.
fn purpose(context: Context<'_>, draft: &mut Draft, link: Link, noun: usize, article: bool) -> Option<usize> {
    let source = context.source;
    if let Some(hit) = names::name_at(context, noun).filter(|_| link == Link::Pour) {
        if let Some(place) = names::place(context, &hit, false) {
            draft.add_accredited(place.country);
            return Some(hit.last as usize);
        }
    }
    let pos = |at: usize| context.lexical.words.get(at).map(|&n| context.lexicon.word(n).pos);
    if !article || !pos(noun)?.nominal() || source.folded(noun).starts_with("premi") {
        return None;
    }
    let next = noun + 1;
    if let Some((Link::De, at, _)) = names::link(context, next) {
        let place = names::name_at(context, at).filter(|h| names::place(context, h, false).is_some());
        return Some(place.map_or(next, |h| h.last as usize));
    }
    Some(next)
}

fn portfolio(context: Context<'_>, draft: &mut Draft, link: Link, noun: usize) -> Option<usize> {
    let (last, entry) = institution::portfolio(context, noun)?;
    if link == Link::De && !draft.is_minister() && is_body(context, noun, last) {
        return None;
    }
    // « a dit le ministre belge | à la presse »: behind a nationality a plain minister's portfolio has « de », or a capital.
    let small = context.source.get(noun).is_some_and(|t| !t.is_capitalized());
    if link == Link::A
        && draft.nationality
        && small
        && draft.role == Role::Minister
        && draft.noun_last == draft.noun + 1
    {
        return None;
    }
    let second = draft.portfolio_tokens.is_some();
    // A name in capitals is a portfolio only where nothing but a portfolio is asked for.
    let plain = draft.is_minister();
    if entry.is_none() && !(plain || link == Link::Charge || draft.role == Role::HeadOfOrganization && link == Link::A)
    {
        return None;
    }
    if second && !matches!(link, Link::Charge | Link::A) {
        return None;
    }
    if draft.countries.is_empty() {
        let people = (noun..last).find_map(|at| institution::people_abroad(context, at));
        people.into_iter().for_each(|(people, _)| draft.add_countries(&people.countries));
    }
    if !second {
        draft.portfolio = entry;
        draft.portfolio_tokens = Some((noun, last));
        role::by_portfolio(context, draft);
    }
    Some(last)
}

/// Whether an organisation, institution or place stands where a portfolio was read.
fn is_body(context: Context<'_>, noun: usize, last: usize) -> bool {
    let named = names::name_at(context, noun)
        .is_some_and(|h| names::place(context, &h, false).is_some() || names::organization(context, &h).is_some());
    named || institution::read(context, noun, 0).is_some_and(|d| d.last >= last)
}
