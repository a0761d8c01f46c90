//! Countries and roles of officials that say less than the text knows.
//!
//! Comes in: the groups of people. Goes out: for every official mention the
//! role and the countries to show. What a mention says itself always stands.

use super::cluster::{People, Who};
use super::description::{sentence_of, Reading};
use super::entity::Office;
use super::office;
use crate::id::{Code, MentionId};
use crate::lexicon::Role;
use crate::mention::{Context, Mention, MentionData, MentionKind, Mentions, Official};

/// How many countries told on either side of an official are counted.
const WINDOW: usize = 120;

/// Fills in what each official serves.
pub(super) fn fill(
    context: Context<'_>,
    mentions: &Mentions,
    people: &People,
    readings: &[Reading],
    out: &mut [Office],
) {
    for (index, mention) in mentions.list.iter().enumerate() {
        let Some(official) = mention.official() else { continue };
        let reading = readings[index];
        let who = people.of[index].map(|w| &people.list[w]);
        out[index] = Office {
            role: Some(role(context, official, reading, who)),
            countries: countries(context, official, who, index),
            answers: reading.answers.map(MentionId::from_index),
        };
    }
    let told: Vec<Told> = (0..mentions.list.len()).filter_map(|i| told(context, mentions, people, out, i)).collect();
    for (index, office) in out.iter_mut().enumerate() {
        let Some(official) = mentions.list[index].official() else { continue };
        if !office.countries.is_empty() || !official.accredited_to.is_empty() {
            continue;
        }
        let at = told.partition_point(|t| t.mention < index);
        let told = &told[at.saturating_sub(WINDOW)..(at + WINDOW).min(told.len())];
        if official.plural {
            office.countries = of_two(context, mentions, told, index);
        } else if let Some(country) = around(context, mentions, told, index, official) {
            office.countries.push(country);
        }
    }
}

/// A bare « président » presides what the same person presides elsewhere.
fn role(context: Context<'_>, official: &Official, reading: Reading, who: Option<&Who>) -> Role {
    let said = reading.role.unwrap_or(official.role);
    let bare = official.countries.is_empty() && official.portfolio_span.is_none();
    if !bare || official.counterpart || !matches!(said, Role::HeadOfState | Role::SecretaryGeneral) {
        return said;
    }
    let elsewhere =
        who.and_then(|w| w.offices.iter().find(|h| same_noun(context, h, official) && !h.countries.is_empty()));
    elsewhere.map_or(said, |h| h.role)
}

fn same_noun(context: Context<'_>, held: &office::Held, official: &Official) -> bool {
    let source = context.source;
    held.noun.is_some_and(|noun| {
        office::same_noun(source.folded(noun as usize), source.folded(source.token_at(official.title.start)))
    })
}

fn countries(context: Context<'_>, official: &Official, who: Option<&Who>, index: usize) -> Vec<Code> {
    if !official.countries.is_empty() {
        return official.countries.clone();
    }
    let Some(who) = who.filter(|_| !official.plural) else { return Vec::new() };
    let agrees = |held: Role| office::roles_agree(official.role, held) || office::roles_agree(held, official.role);
    let others = || who.offices.iter().filter(|h| h.mention != Some(index) && !h.countries.is_empty());
    if let Some(held) = others().find(|h| agrees(h.role) || same_noun(context, h, official)) {
        return held.countries.clone();
    }
    // Somebody who serves one country only serves it here too; organisations are left and joined.
    let mut all = others();
    match all.next() {
        Some(first) if all.all(|h| h.countries == first.countries) => first.countries.clone(),
        _ => Vec::new(),
    }
}

/// A country told by a mention.
#[derive(Debug, Clone, Copy)]
struct Told {
    mention: usize,
    sentence: usize,
    country: Code,
    /// Where something is, not who acts: « à Dubaï », « en Allemagne ».
    locates: bool,
    /// Told by an official or a known leader.
    office: bool,
}

fn told(context: Context<'_>, mentions: &Mentions, people: &People, offices: &[Office], index: usize) -> Option<Told> {
    let mention = &mentions.list[index];
    let mut locates = false;
    let country = match mention.data {
        MentionData::Place { country, .. } => {
            locates = is_locative(context, mention);
            country
        }
        MentionData::Organization { country, .. } => country,
        MentionData::Official(_) => only(&offices[index].countries),
        MentionData::Person { .. } => people.of[index].and_then(|w| {
            let mut countries = people.list[w].offices.iter().filter_map(|h| only(&h.countries));
            let first = countries.next()?;
            countries.all(|c| c == first).then_some(first)
        }),
        _ => None,
    }?;
    let office = matches!(mention.kind(), MentionKind::Official | MentionKind::Person);
    Some(Told { mention: index, sentence: sentence_of(context, mention.first as usize), country, locates, office })
}

/// Not an organisation's code, but for those two letters long that the gazetteers gave both.
fn is_state(country: Code) -> bool {
    !matches!(country.as_str(), "UN" | "EU") && country.as_str().len() == 2
}

fn only(countries: &[Code]) -> Option<Code> {
    match *countries {
        [country] => Some(country),
        _ => None,
    }
}

fn is_locative(context: Context<'_>, mention: &Mention) -> bool {
    let before = (mention.first as usize).checked_sub(1).map_or("", |i| context.source.lowered(i));
    matches!(before, "à" | "en" | "au" | "aux" | "dans" | "vers" | "pour" | "chez")
}

/// The country of an office named without it, in a text that is about one country.
fn around(context: Context<'_>, mentions: &Mentions, told: &[Told], index: usize, official: &Official) -> Option<Code> {
    let mention = &mentions.list[index];
    let before = (mention.first as usize).checked_sub(1).map_or("", |i| context.source.lowered(i));
    let here = sentence_of(context, mention.first as usize);
    let rules = matches!(official.role, Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch);
    let serves = matches!(
        official.role,
        Role::Minister | Role::DeputyMinister | Role::Spokesperson | Role::Adviser | Role::StateSecretary
    ) || official.role.is_unique();
    let dignity = official.role == Role::ReligiousLeader;
    if official.counterpart
        || !(serves || dignity)
        || matches!(before, "leur" | "son" | "notre" | "votre" | "monsieur" | "madame")
    {
        return None;
    }
    let described = official.title.end != mention.span.end;
    if rules && described {
        return None;
    }
    // A spokesperson or adviser speaks for the officials of its own sentence, when they are of one country.
    if matches!(official.role, Role::Spokesperson | Role::Adviser) {
        let mut beside =
            told.iter().filter(|t| t.office && t.sentence == here && t.mention != index).map(|t| t.country);
        if let Some(first) = beside.next().filter(|&first| beside.all(|c| c == first)) {
            return Some(first);
        }
    }
    let counts: Vec<&Told> = told.iter().filter(|t| !(rules && t.locates) && is_state(t.country)).collect();
    let nearest = counts.iter().rev().find(|t| t.mention < index).or(counts.first())?.country;
    let votes = counts.iter().filter(|t| t.country == nearest).count();
    let near = || counts.iter().filter(|t| t.sentence.abs_diff(here) <= 1);
    let agree = near().filter(|t| t.country == nearest).count() * 2 >= near().count();
    let enough = votes >= 2 && votes * 10 >= counts.len() * 7 || described && votes == counts.len();
    (enough && agree).then_some(nearest)
}

/// « les dirigeants des deux pays »: the last two countries told, when there is no third beside them.
fn of_two(context: Context<'_>, mentions: &Mentions, told: &[Told], index: usize) -> Vec<Code> {
    let source = context.source;
    let mention = &mentions.list[index];
    let range = mention.first as usize..mention.last as usize;
    let pair = range.clone().any(|i| source.lowered(i) == "deux")
        && range.clone().any(|i| matches!(source.folded(i), "pays" | "etats" | "nations" | "capitales"));
    if !pair {
        return Vec::new();
    }
    let mut found: Vec<Code> = Vec::new();
    let mut sentence = None;
    for told in told.iter().filter(|t| !t.locates && t.mention < index && is_state(t.country)).rev() {
        if found.len() >= 2 && sentence != Some(told.sentence) {
            break;
        }
        if !found.contains(&told.country) {
            found.push(told.country);
            sentence = Some(told.sentence);
        }
    }
    if found.len() == 2 {
        found.reverse();
        found
    } else {
        Vec::new()
    }
}
