//! Places: names the gazetteers know, names their context tells, capitals by description.
//!
//! Comes in: tokens and lexical hits. Goes out: place candidates, each with
//! its kind and country. Whether a place stands for a government is decided
//! by `relation` and `reference`; which person bears a city's name, by `person`.

mod context;
mod unknown;

use super::marks::Marks;
use super::resolve::Candidates;
use super::{Context, Mention, MentionData, Origin};
use crate::id::{Code, EntryId};
use crate::lexicon::{EntryData, Hit, Metonym, PlaceType, Policy, Sorts};
use context::Support;
use rustc_hash::{FxBuildHasher, FxHashSet};
pub(super) use unknown::may_be_seat;

/// A gazetteer row as a reading of a hit.
#[derive(Debug, Clone, Copy)]
struct Reading {
    entry: EntryId,
    place_type: PlaceType,
    country: Option<Code>,
    metonym: Metonym,
    policy: Policy,
}

/// Proposes every place of the text.
pub(super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates) {
    let told = countries_told(context);
    let mut doubtful: Vec<Mention> = Vec::new();
    let mut readings: Vec<Reading> = Vec::new();
    for hit in &context.lexical.hits {
        readings.clear();
        if hit.may_be(Sorts::PLACE) {
            readings.extend(readings_of(context, hit));
        }
        // « à la Havane »: the name with its article in lower case.
        let (first, last) = (hit.first as usize, hit.last as usize);
        let led = readings.is_empty() && last - first == 2 && context.source.lowered(first) == "la";
        let bare = if led { context.lexicon.name_at(context.lexical, first + 1, last) } else { None };
        let hit = bare.as_ref().unwrap_or(hit);
        if led {
            readings.extend(readings_of(context, hit));
        }
        if readings.is_empty() {
            continue;
        }
        let Some((reading, support)) = read(context, hit, &readings, &told) else { continue };
        let first = context::proper(context, hit.first as usize, hit.last as usize) as u32;
        let mention = mention(context, first, hit.last, Origin::Gazetteer(reading.entry), Some(reading));
        match support {
            Support::Sure => found.push(mention),
            Support::Open => doubtful.push(mention),
            Support::Against => {}
        }
    }
    let entry = |mention: &Mention| match mention.origin {
        Origin::Gazetteer(entry) => Some(entry),
        Origin::Rule(_) => None,
    };
    // Nothing else has been found yet.
    let places = found.list.iter().filter(|_| !doubtful.is_empty());
    let sure: FxHashSet<EntryId> = places.filter_map(entry).collect();
    for mention in doubtful {
        if entry(&mention).is_some_and(|entry| sure.contains(&entry)) {
            found.push(mention);
        }
    }
    unknown::find(context, marks, found, &told);
    found.told = told;
}

/// Proposes the place that ends a longer name which is none here (« zones de guerre en Afghanistan »).
pub(super) fn inside(context: Context<'_>, found: &mut Candidates, from: usize, last: usize) {
    for first in from..last {
        let hit = context.lexicon.name_at(context.lexical, first, last).filter(|h| h.last as usize == last);
        if let Some(reading) = hit.and_then(|h| readings_of(context, &h).next()) {
            let origin = Origin::Gazetteer(reading.entry);
            found.push(mention(context, first as u32, last as u32, origin, Some(reading)));
            return;
        }
    }
}

fn mention(context: Context<'_>, first: u32, last: u32, origin: Origin, reading: Option<Reading>) -> Mention {
    Mention {
        span: context.source.span(first as usize, last as usize),
        first,
        last,
        origin,
        data: MentionData::Place {
            place_type: reading.map_or(PlaceType::City, |r| r.place_type),
            country: reading.and_then(|r| r.country),
            entry: reading.map(|r| r.entry),
        },
    }
}

/// The place a hit names that has these readings, when it may name one there.
fn read(context: Context<'_>, hit: &Hit, readings: &[Reading], told: &FxHashSet<Code>) -> Option<(Reading, Support)> {
    let (first, last) = (hit.first as usize, hit.last as usize);
    if readings.is_empty()
        || !(first + 1..last).all(|k| context.goes_on(k))
        || !context::stands_alone(context, first, last)
    {
        return None;
    }
    let best = choose(context, readings, first, last, told)?;
    let lone = last - first == 1;
    if lacks_article(context, best.entry, first) {
        return None;
    }
    let best = match context::country_alone_apposed(context, last) {
        // « Tripoli, dans le nord du Liban »: a city the gazetteer does not have.
        Some(code) if best.place_type == PlaceType::City && best.country != Some(code) => {
            Reading { country: Some(code), metonym: Metonym::None, ..best }
        }
        _ => best,
    };
    if context::is_inhabitant(context, first, last) {
        return None;
    }
    let bare = context.lexicon.entry(best.entry).name.starts_with("Le ") && context.source.lowered(first) != "le";
    let support = match best.policy {
        // « au Havre », « du Mans »: the article in the preposition is support enough.
        Policy::Context if bare => Support::Sure,
        // « la Seine », « le Jura »: land and water take the article, persons and firms do not.
        Policy::Context if best.place_type != PlaceType::City && context::has_article(context, first) => Support::Sure,
        Policy::Context => context::support(context, first, last),
        _ if lone && best.place_type == PlaceType::City => context::objection(context, first, last),
        _ => Support::Sure,
    };
    Some((best, support))
}

/// « Cap » for « Le Cap » without « au », « du », « le » before it.
fn lacks_article(context: Context<'_>, entry: EntryId, first: usize) -> bool {
    let name = &context.lexicon.entry(entry).name;
    let bare =
        |article: &str| name.starts_with(article) && context.source.lowered(first) != article.trim().to_lowercase();
    let before = context.previous(first, 1);
    (bare("Le ") && !matches!(before, "au" | "du" | "le")) || (bare("La ") && before != "la")
}

/// The places a hit may name.
fn readings_of<'a>(context: Context<'a>, hit: &'a Hit) -> impl Iterator<Item = Reading> + 'a {
    let surfaces = context.lexicon.surfaces(context.source, hit).filter(|s| s.sort.meet(Sorts::PLACE));
    surfaces.filter_map(move |s| {
        let entry = context.lexicon.entry(s.entry);
        match entry.data {
            EntryData::Place { place_type, country, metonym } => {
                Some(Reading { entry: s.entry, place_type, country, metonym, policy: entry.policy })
            }
            _ => None,
        }
    })
}

/// Of several places of one name the one its neighbourhood asks for.
fn choose(
    context: Context<'_>,
    readings: &[Reading],
    first: usize,
    last: usize,
    told: &FxHashSet<Code>,
) -> Option<Reading> {
    if readings.len() < 2 {
        return readings.first().copied();
    }
    if let Some(country) = context::country_beside(context, first, last) {
        let near = readings.iter().filter(|r| r.country == Some(country) && r.place_type != PlaceType::Country);
        if let Some(reading) = near.min_by_key(|r| order(context, r, first)) {
            return Some(*reading);
        }
    }
    let best = readings.iter().min_by_key(|r| order(context, r, first))?;
    if best.place_type == PlaceType::City && !best.country.is_some_and(|c| told.contains(&c)) {
        // The country of another city of that name is what the text speaks of.
        let mut others =
            readings.iter().filter(|r| r.policy != Policy::Context && r.country.is_some_and(|c| told.contains(&c)));
        if let (Some(other), None) = (others.next(), others.next()) {
            return Some(*other);
        }
    }
    Some(*best)
}

fn order(context: Context<'_>, reading: &Reading, first: usize) -> (bool, bool, bool, bool) {
    let before = context.previous(first, 1);
    let city = reading.place_type == PlaceType::City;
    let wants_city = before == "à";
    let wants_land = matches!(before, "au" | "en" | "le" | "la" | "l'" | "aux" | "les");
    (
        (wants_city && !city) || (wants_land && city),
        reading.policy == Policy::Context,
        reading.place_type != PlaceType::Country,
        reading.metonym != Metonym::Government,
    )
}

/// The countries the text names.
fn countries_told(context: Context<'_>) -> FxHashSet<Code> {
    let mut told = FxHashSet::with_capacity_and_hasher(context.lexical.hits.len().min(8), FxBuildHasher);
    for hit in context.lexical.hits.iter().filter(|hit| hit.may_be(Sorts::PLACE | Sorts::DEMONYM)) {
        for entry in context.entries(hit) {
            match &entry.data {
                EntryData::Place { place_type: PlaceType::Country, country: Some(code), .. } => {
                    told.insert(*code);
                }
                EntryData::Demonym { countries } => told.extend(countries.iter().copied()),
                _ => {}
            }
        }
    }
    told
}
