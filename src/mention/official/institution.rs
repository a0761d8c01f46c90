//! Institutions described rather than named (« le ministère chinois des Affaires étrangères », « l'armée libanaise »),
//! and what a minister is minister of. Comes in: a token. Goes out: where the noun phrase ends and whose it is.

use super::super::Context;
use super::names::{self, Link};
use super::words::{self, Class, Institution};
use crate::id::{Code, EntryId};
use crate::lexicon::{EntryData, OrgType, PlaceType, Pos};

/// A described institution.
#[derive(Debug, Clone)]
pub(super) struct Described {
    /// One past the noun.
    pub noun: usize,
    pub last: usize,
    pub kind: Institution,
    pub countries: Vec<Code>,
}

/// How many complements an institution may have, and how deep they nest.
const STEPS: usize = 6;
const DEPTH: usize = 3;

/// The institution whose noun stands at `at`, perhaps after one adjective.
pub(super) fn read(context: Context<'_>, at: usize, depth: usize) -> Option<Described> {
    let source = context.source;
    let listed = words::words();
    let before =
        |at: usize| listed.find(source, at, |c| matches!(c, Class::Before(_) | Class::Adjective).then_some(()));
    let (start, (len, (kind, country))) = match listed.institution_of(source, at) {
        Some(found) => (at, found),
        None => {
            let (skip, ()) = before(at)
                .or_else(|| matches!(source.lowered(at), "nouveau" | "nouvelle" | "nouvelles").then_some((1, ())))?;
            (at + skip, listed.institution_of(source, at + skip)?)
        }
    };
    let mut read = Described { noun: start + len, last: start + len, kind, countries: country.into_iter().collect() };
    for _ in 0..STEPS {
        let Some(next) = step(context, &mut read, depth) else { break };
        read.last = next;
    }
    Some(read)
}

fn step(context: Context<'_>, read: &mut Described, depth: usize) -> Option<usize> {
    let source = context.source;
    let at = read.last;
    if source.get(at)?.starts_sentence() {
        return None;
    }
    if let Some(demonym) = names::demonym(context, at, true) {
        read.countries.extend(&demonym.countries);
        return Some(demonym.last);
    }
    if let Some((len, ())) = words::words().find(source, at, |c| (c == Class::Adjective).then_some(())) {
        return Some(at + len);
    }
    if let (
        Some((Link::En | Link::A | Link::Aupres, next, _)),
        "accrédité" | "accrédités" | "accréditée" | "accréditées",
    ) = (names::link(context, at + 1), source.lowered(at))
    {
        return names::name_at(context, next)
            .filter(|h| names::place(context, h, false).is_some())
            .map(|h| h.last as usize);
    }
    if matches!(read.kind, Institution::Government) && last_word_takes_name(context, at) {
        read.countries.extend(leader_country(context, at).filter(|c| !read.countries.contains(c)));
        return Some(at + 1);
    }
    // « le parti | Shas »
    if read.kind == Institution::Party && at == read.noun && source.get(at)?.is_capitalized() {
        let name = names::name_at(context, at)?;
        let party = names::organization(context, &name).filter(|o| o.kind == OrgType::Party)?;
        read.countries.extend(party.country.filter(|c| !read.countries.contains(c)));
        return Some(name.last as usize);
    }
    if read.kind == Institution::Office && at == read.noun && source.get(at)?.is_title_case() {
        // « le département Asie », « la direction Afrique »
        return Some(at + 1);
    }
    let (link, next, _) = names::link(context, at)?;
    if matches!(link, Link::En | Link::A) && source.folded(read.noun - 1) == "mission" {
        let place = names::name_at(context, next)?;
        let country = names::place(context, &place, false).is_some_and(|p| p.kind == PlaceType::Country);
        return country.then_some(place.last as usize);
    }
    if link != Link::De {
        return None;
    }
    if matches!(read.kind, Institution::Ministry | Institution::Office) {
        if let Some((last, _)) = portfolio(context, next) {
            return Some(last);
        }
    }
    // « la fédération française de football »
    if words::words().find(source, next, |c| (c == Class::Trade).then_some(())).is_some() {
        read.kind = Institution::Business;
        return None;
    }
    // « le comité d'enquête », « le parti des travailleurs »
    let matter = words::words().find(source, next, |c| (c == Class::Matter).then_some(()));
    if let Some((len, ())) = matter.filter(|_| !matches!(read.kind, Institution::State)) {
        return Some(next + len);
    }
    if let Some(last) = programme(context, read.noun, next).filter(|_| read.last == read.noun) {
        return Some(last);
    }
    let plain = context.lexical.words.get(next).is_some_and(|&n| context.lexicon.word(n).pos.any(Pos::NOUN));
    if read.kind == Institution::Party && read.last == read.noun && plain && source.lowered(at) == "des" {
        return Some(next + 1);
    }
    if let Some(hit) = names::name_at(context, next) {
        if let Some(place) = names::place(context, &hit, false) {
            read.countries.extend(place.country.filter(|c| !read.countries.contains(c)));
            return Some(hit.last as usize);
        }
        if let Some(organization) = names::organization(context, &hit).filter(|o| o.kind != OrgType::Media) {
            read.countries.extend(organization.country.filter(|c| !read.countries.contains(c)));
            return Some(hit.last as usize);
        }
    }
    // « la commune d'Entrelacs »: a town nobody listed.
    let unknown = source.get(next).is_some_and(|t| t.is_title_case() && !t.starts_sentence());
    if read.kind == Institution::State
        && read.last == read.noun
        && unknown
        && self::read(context, next, DEPTH).is_none()
    {
        return Some(name_end(context, next));
    }
    if depth < DEPTH {
        let inner = self::read(context, next, depth + 1)?;
        for code in inner.countries {
            if !read.countries.contains(&code) {
                read.countries.push(code);
            }
        }
        return Some(inner.last);
    }
    None
}

/// « Parti | du progrès et de la justice », « Front | d'action patriotique »: what a party nobody listed is for.
/// `end` is one past the noun, `noun` what follows « de ».
pub(super) fn programme(context: Context<'_>, end: usize, noun: usize) -> Option<usize> {
    let source = context.source;
    let large = source.get(noun)?.is_title_case() && names::name_at(context, noun).is_none() && common(context, noun);
    if large && !source.get(noun)?.starts_sentence() && is_party(context, end - 1) {
        return Some(name_end(context, noun));
    }
    let party = source.get(end - 1)?.is_title_case() && is_party(context, end - 1);
    if !party {
        return None;
    }
    let cause = |at: usize| {
        let small = source.get(at).is_some_and(|t| t.is_word() && !t.is_capitalized() && !t.starts_sentence());
        let known = names::name_at(context, at).is_some_and(|h| names::portfolio(context, &h).is_none());
        (small && context.word(at).pos.any(Pos::NOUN) && !known).then(|| {
            let adjective = context.is_adjective(at + 1) && !source.get(at + 1).is_some_and(|t| t.starts_sentence());
            at + 1 + usize::from(adjective && !source.get(at + 1).is_some_and(|t| t.is_capitalized()))
        })
    };
    let mut last = cause(noun)?;
    // « de libération du peuple », « du progrès et de la justice »
    for _ in 0..2 {
        let from = last + usize::from(source.lowered(last) == "et");
        match names::link(context, from) {
            Some((Link::De, next, _)) => last = cause(next).unwrap_or(last),
            _ => break,
        }
    }
    Some(last)
}

fn is_party(context: Context<'_>, at: usize) -> bool {
    let kind = words::words().institution(context.source, at).map(|(_, kind)| kind);
    matches!(kind, Some(Institution::Party | Institution::Armed))
}

/// Where a place nobody listed ends: hyphens tie words on, and so do capitals.
pub(super) fn name_end(context: Context<'_>, first: usize) -> usize {
    let source = context.source;
    let fits = |i: usize| source.get(i).is_some_and(|t| t.is_joined() || t.is_title_case() && !t.starts_sentence());
    let mut last = first + 1;
    while last < first + 8 && fits(last) {
        last += 1;
    }
    last
}

/// « administration Trump », « gouvernement Netanyahou »: the compounds that hold a person's name.
fn last_word_takes_name(context: Context<'_>, at: usize) -> bool {
    let source = context.source;
    let Some(previous) = at.checked_sub(1) else { return false };
    matches!(source.folded(previous), "administration" | "gouvernement" | "cabinet" | "regime")
        && source.get(at).is_some_and(|t| t.is_title_case() && t.is_word())
        && context.name(at).family > 0
}

/// The country of the only leaders so called.
fn leader_country(context: Context<'_>, at: usize) -> Option<Code> {
    let mut countries = context.leaders(at).iter().filter_map(|&id| match context.lexicon.entry(id).data {
        EntryData::Leader { country, .. } => country,
        _ => None,
    });
    let first = countries.next()?;
    countries.all(|c| c == first).then_some(first)
}

/// The portfolio that begins at `at`: a row of the gazetteer, or words with capitals.
pub(super) fn portfolio(context: Context<'_>, at: usize) -> Option<(usize, Option<EntryId>)> {
    let (mut last, entry) = portfolio_word(context, at)?;
    for _ in 0..STEPS {
        let Some(next) = portfolio_step(context, last) else { break };
        last = next;
    }
    Some((last, entry))
}

fn portfolio_word(context: Context<'_>, at: usize) -> Option<(usize, Option<EntryId>)> {
    let source = context.source;
    if let Some(hit) = names::name_at(context, at) {
        if let Some(entry) = names::portfolio(context, &hit) {
            return Some((hit.last as usize, Some(entry)));
        }
        if let Some(place) = names::place(context, &hit, false) {
            let general = matches!(place.kind, PlaceType::Continent | PlaceType::Area);
            return general.then_some((hit.last as usize, None));
        }
        if names::title(context, &hit).is_some() || names::organization(context, &hit).is_some() {
            return None;
        }
    }
    let listed = words::words();
    if let Some((len, ())) = listed.find(source, at, |c| matches!(c, Class::Foreign | Class::Defence).then_some(())) {
        return Some((at + len, None));
    }
    if let Some((_, last)) = people_abroad(context, at) {
        return Some((last, None));
    }
    let token = source.get(at)?;
    let known = context.name(at);
    let word = context.lexical.words.get(at).map(|&n| context.lexicon.word(n).pos.nominal()).unwrap_or(false);
    let possessive = matches!(source.lowered(at), "sa" | "son" | "ses" | "leur" | "leurs" | "notre" | "votre");
    let fits = !possessive
        && token.is_word()
        && token.is_capitalized()
        && !token.starts_sentence()
        && (word || known.given == 0);
    if !fits || listed.institution(source, at).is_some_and(|(_, kind)| kind == Institution::Business) {
        return None;
    }
    let mut last = at + 1;
    while source.get(last).is_some_and(|t| t.is_joined()) {
        last += 1;
    }
    Some((last, None))
}

/// « Burkinabè de l'extérieur », « Maliens établis à l'étranger »: a people and where it lives, and one past the last word.
pub(super) fn people_abroad(context: Context<'_>, at: usize) -> Option<(names::Demonym, usize)> {
    let named = names::capital_demonym(context, at)
        .or_else(|| names::demonym(context, at, false))
        .or_else(|| names::people(context, at));
    let people = named.filter(|d| d.may_be_plural)?;
    let settled = context.lexical.words.get(people.last).is_some_and(|&n| {
        context.lexicon.word(n).pos.any(Pos::PAST_PARTICIPLE | Pos::PRESENT_PARTICIPLE | Pos::ADJECTIVE)
    });
    let (link, noun, _) = names::link(context, people.last + usize::from(settled))?;
    let abroad = words::words().find(context.source, noun, |c| (c == Class::Abroad).then_some(()));
    let (len, ()) = abroad.filter(|_| matches!(link, Link::De | Link::A))?;
    Some((people, noun + len))
}

fn portfolio_step(context: Context<'_>, at: usize) -> Option<usize> {
    let source = context.source;
    let token = source.get(at)?;
    if token.starts_sentence() {
        return None;
    }
    if let Some((len, ())) = words::words().find(source, at, |c| (c == Class::Adjective).then_some(())) {
        return Some(at + len);
    }
    let listed = |at| names::name_at(context, at).is_some_and(|h| names::portfolio(context, &h).is_some());
    if matches!(source.lowered(at), "et" | ",") {
        let (next, comma) = (at + 1, source.lowered(at) == ",");
        return match names::link(context, next) {
            Some((Link::De | Link::A, noun, true)) if !comma || listed(noun) || goes_on(context, noun) => {
                let general = names::name_at(context, noun).is_some_and(|h| names::place(context, &h, false).is_some());
                portfolio_word(context, noun).filter(|_| !general).map(|(last, _)| last)
            }
            None if !comma && (listed(next) || source.get(next)?.is_title_case() && common(context, next)) => {
                portfolio_word(context, next).map(|(last, _)| last)
            }
            None if !comma
                && names::demonym(context, next, false).is_some_and(|d| plural_adjective(context, at, &d)) =>
            {
                names::demonym(context, next, false).map(|d| d.last)
            }
            _ => None,
        };
    }
    match names::link(context, at) {
        // « ministre des Affaires étrangères | du Reich »
        Some((Link::De, next, true))
            if words::words().institution_of(source, next).is_some_and(|(_, i)| i.1.is_some()) =>
        {
            None
        }
        Some((Link::De, next, true)) if source.get(next)?.is_capitalized() => match names::name_at(context, next) {
            // « ministres des Affaires étrangères | de l'Union européenne »
            Some(hit) if names::organization(context, &hit).is_some_and(|o| o.kind == OrgType::International) => None,
            Some(hit) if names::portfolio(context, &hit).is_none() => {
                let place = names::place(context, &hit, false)?;
                matches!(place.kind, PlaceType::Area | PlaceType::Region | PlaceType::Water)
                    .then_some(hit.last as usize)
            }
            _ => portfolio_word(context, next).map(|(last, _)| last),
        },
        // « de la Promotion du tourisme »
        Some((Link::De, next, true)) => {
            names::name_at(context, next).filter(|h| names::portfolio(context, h).is_some()).map(|h| h.last as usize)
        }
        _ => None,
    }
}

/// How far a portfolio in the middle of a list may reach.
const MEMBER: usize = 6;

/// Whether a portfolio with a capital that begins at `noun` is followed by another: what tells a list from an apposition.
fn goes_on(context: Context<'_>, noun: usize) -> bool {
    let source = context.source;
    let large = source.get(noun).is_some_and(|t| t.is_title_case() && !t.starts_sentence()) && common(context, noun);
    let end = (noun + 1..noun + MEMBER).find(|&k| matches!(source.lowered(k), "et" | "," | "."));
    let linked = |k: usize| matches!(names::link(context, k + 1), Some((Link::De | Link::A, _, true)));
    large && end.is_some_and(|k| linked(k) && !source.get(k + 1).is_some_and(|t| t.starts_sentence()))
}

/// « Affaires étrangères et européennes »: an adjective coordinated with the adjective before.
fn plural_adjective(context: Context<'_>, at: usize, demonym: &names::Demonym) -> bool {
    let before = at.checked_sub(1).map_or("", |i| context.source.folded(i));
    demonym.may_be_plural && !demonym.may_be_singular && before.ends_with("es")
}

fn common(context: Context<'_>, at: usize) -> bool {
    context.lexical.words.get(at).is_some_and(|&n| context.lexicon.word(n).pos.nominal()) && context.name(at).given == 0
}
