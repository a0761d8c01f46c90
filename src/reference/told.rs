//! What tells a country, anywhere in a text: places, organisations, officials, known leaders, adjectives.
//!
//! Comes in: the mentions and what officials say of themselves. Goes out: a
//! row for every telling, in the order of the text, with what it weighs.
//! Draws no conclusion: that is `evident`.

use super::cluster::People;
use super::description::sentence_of;
use super::entity::Office;
use crate::id::Code;
use crate::lexicon::{EntryData, OrgType, PlaceType, Role};
use crate::mention::{Context, Mention, MentionData, MentionKind, Mentions};

/// How many tokens a dateline may have behind its town.
const DATELINE: usize = 16;

/// What a telling weighs: where something happens says less than who acts, and the town of the dateline more.
const LOCATES: u32 = 2;
const NAMED: u32 = 2;
const OFFICE: u32 = 3;
const HEADS: u32 = 4;
/// An envoy stands for a state that is another one than the text is about.
const ENVOY: u32 = 1;

/// A country told by a mention or an adjective.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Its token.
    pub at: u32,
    pub sentence: u32,
    pub country: Code,
    /// The number of the country among those of the text.
    pub number: u32,
    /// Whether that is a state; see [`is_state`].
    pub state: bool,
    pub weight: u32,
    /// Where something is, not who acts: « à Dubaï », « en Allemagne ».
    pub locates: bool,
    /// A whole country, not a town in it.
    pub land: bool,
    /// Told by an official or a known leader.
    pub office: bool,
    /// An official that says itself whom it serves.
    pub said: bool,
    /// Where an envoy is posted.
    pub post: bool,
}

/// All that tells a country, in the order of the text, and the countries by number.
pub(super) fn gather(
    context: Context<'_>,
    mentions: &Mentions,
    people: &People,
    offices: &[Office],
) -> (Vec<Told>, Vec<Code>) {
    // Who is named beside the title is not told twice.
    let mut named = vec![false; mentions.list.len()];
    for holder in mentions.list.iter().filter_map(|m| m.official()?.holder) {
        named[holder.index()] = true;
    }
    let mut told: Vec<Told> = (0..mentions.list.len())
        .filter(|&i| !named[i])
        .filter_map(|i| row(context, &mentions.list[i], told_by(context, &mentions.list[i], people, &offices[i], i)?))
        .collect();
    let posts = mentions.list.iter().filter_map(|m| {
        let country = only(&m.official()?.accredited_to)?;
        row(context, m, (country, OFFICE)).map(|t| Told { office: false, said: false, post: true, ..t })
    });
    told.extend(posts);
    if mentions.list.iter().any(|m| m.official().is_some()) {
        adjectives(context, mentions, &mut told);
    }
    told.sort_by_key(|t| t.at);
    let mut countries: Vec<Code> = told.iter().map(|t| t.country).collect();
    countries.sort_unstable();
    countries.dedup();
    for told in &mut told {
        told.number = countries.binary_search(&told.country).map_or(0, |number| number as u32);
    }
    (told, countries)
}

fn row(context: Context<'_>, mention: &Mention, (country, weight): (Code, u32)) -> Option<Told> {
    let place = mention.kind() == MentionKind::Place;
    let locates = place && is_locative(context, mention);
    Some(Told {
        at: mention.first,
        sentence: sentence_of(context, mention.first as usize) as u32,
        country,
        number: 0,
        state: is_state(country),
        weight: if locates { LOCATES } else { weight },
        locates,
        land: matches!(mention.data, MentionData::Place { place_type: PlaceType::Country, .. }),
        office: matches!(mention.kind(), MentionKind::Official | MentionKind::Person),
        said: mention.official().is_some_and(|o| !o.countries.is_empty()),
        post: false,
    })
}

/// The country a mention tells, and how much that weighs.
fn told_by(
    context: Context<'_>,
    mention: &Mention,
    people: &People,
    office: &Office,
    index: usize,
) -> Option<(Code, u32)> {
    match mention.data {
        // A news agency tells who writes, not whom about.
        MentionData::Organization { org_type: OrgType::Media, .. } => None,
        MentionData::Place { country, .. } if dateline(context, mention) => Some((country?, HEADS)),
        MentionData::Place { country, .. } | MentionData::Organization { country, .. }
            if context.is_embassy(mention.first as usize) =>
        {
            Some((country?, ENVOY))
        }
        MentionData::Place { country, .. } | MentionData::Organization { country, .. } => Some((country?, NAMED)),
        MentionData::Official(ref official) => {
            let envoy = matches!(official.role, Role::Ambassador | Role::Consul | Role::Envoy);
            Some((only(&office.countries)?, if envoy { ENVOY } else { OFFICE }))
        }
        MentionData::Person { .. } => {
            let who = &people.list[people.of[index]?];
            let mut countries = who.offices.iter().filter_map(|h| only(&h.countries));
            let first = countries.next()?;
            countries.all(|c| c == first).then_some((first, NAMED))
        }
        _ => None,
    }
}

/// « COTONOU, 3 juin (Xinhua) -- », « Bamako (AFP) - »: the town a dispatch is from; « Burundi : »: the country it is about.
fn dateline(context: Context<'_>, mention: &Mention) -> bool {
    let source = context.source;
    let MentionData::Place { place_type, .. } = mention.data else { return false };
    let (first, mut at) = (mention.first as usize, mention.last as usize);
    if !source.get(first).is_some_and(|t| t.starts_sentence() || t.starts_line()) {
        return false;
    }
    match place_type {
        PlaceType::Country => return source.str(at) == ":",
        PlaceType::City => {}
        _ => return false,
    }
    let dash = |at: usize| matches!(source.str(at), "-" | "–" | "—" | "--");
    let bracket = |at: usize| (at..at + DATELINE).find(|&k| source.str(k) == ")").map(|k| k + 1);
    if source.str(at) == "," {
        // The day and the month.
        at += 1;
        at += (0..4).take_while(|k| !dash(at + k) && source.str(at + k) != "(").count();
    }
    if source.str(at) == "(" {
        let Some(end) = bracket(at) else { return false };
        at = end;
    }
    dash(at)
}

/// « le peuple burkinabè »: adjectives outside all mentions.
fn adjectives(context: Context<'_>, mentions: &Mentions, out: &mut Vec<Told>) {
    let mut next = 0;
    for hit in &context.lexical.hits {
        while mentions.list.get(next).is_some_and(|m| m.last <= hit.first) {
            next += 1;
        }
        if mentions.list.get(next).is_some_and(|m| m.first < hit.last) {
            continue;
        }
        let codes = context.entries(hit).find_map(|e| match &e.data {
            EntryData::Demonym { countries } => Some(countries.as_slice()),
            _ => None,
        });
        let Some(country) = codes.and_then(|codes| context.nation(hit.first as usize, codes)) else { continue };
        out.push(Told {
            at: hit.first,
            sentence: sentence_of(context, hit.first as usize) as u32,
            country,
            number: 0,
            state: is_state(country),
            weight: NAMED,
            locates: false,
            land: false,
            office: false,
            said: false,
            post: false,
        });
    }
}

/// Lands of another state: who holds an office there without saying whose may serve either.
const OVERSEAS: [&str; 11] = ["BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"];

/// Not an organisation's code, but for those two letters long that the gazetteers gave both, nor a land overseas.
pub(super) fn is_state(country: Code) -> bool {
    let code = country.as_str();
    code.len() == 2 && !matches!(code, "UN" | "EU") && !OVERSEAS.contains(&code)
}

/// A state, or one of the three organisations that officials serve as they do states.
pub(super) fn is_served(code: Code) -> bool {
    matches!(code.as_str(), "NATO") || code.as_str().len() == 2
}

/// The only country of a list.
pub(super) fn only(countries: &[Code]) -> Option<Code> {
    match *countries {
        [country] => Some(country),
        _ => None,
    }
}

fn is_locative(context: Context<'_>, mention: &Mention) -> bool {
    let before = (mention.first as usize).checked_sub(1).map_or("", |i| context.source.lowered(i));
    matches!(before, "à" | "en" | "au" | "aux" | "dans" | "vers" | "pour" | "chez")
}
