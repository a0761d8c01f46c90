//! Countries and roles of officials that say less than the text knows.
//!
//! Comes in: the groups of people. Goes out: for every official mention the
//! role and the countries to show. What a mention says itself always stands.

use super::cluster::{People, Who};
use super::description::Reading;
use super::entity::Office;
use super::evident::Evidence;
use super::{office, told};
use crate::id::{Code, MentionId};
use crate::lexicon::{PlaceType, Role};
use crate::mention::{Context, MentionData, Mentions, Official};

/// How many mentions of one office are looked at for its country.
const FIRST: usize = 16;

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
            role: Some(role(
                context,
                official,
                reading,
                who,
                reading.answers.and_then(|a| people.of[a]).map(|w| &people.list[w]),
            )),
            countries: countries(context, mentions, official, who, index),
            answers: reading.answers.map(MentionId::from_index),
        };
    }
    for (index, office) in out.iter_mut().enumerate().filter(|(_, o)| o.countries.is_empty()) {
        let named = mentions.list[index].official().and_then(|o| o.holder);
        office.countries.extend(named.and_then(|holder| realm(context, mentions, holder.index())));
    }
    for (index, office) in out.iter_mut().enumerate() {
        if let Some(official) = mentions.list[index].official().filter(|o| o.plural) {
            let named = named_together(context, mentions, people, index, official);
            named.into_iter().for_each(|c| office.add(c));
        }
    }
    // Most texts have no office that wants its country, and need no evidence.
    let wants = |(index, office): (usize, &Office)| {
        office.countries.is_empty() && mentions.list[index].official().is_some_and(|o| !o.unowned)
    };
    if !out.iter().enumerate().any(wants) {
        return;
    }
    let evidence = Evidence::gather(context, mentions, people, out);
    for index in 0..out.len() {
        let Some(official) = mentions.list[index].official() else { continue };
        if out[index].countries.is_empty() && !official.unowned {
            out[index].countries = evidence.countries(index, official, out);
        }
    }
    repeated(context, mentions, people, out);
    for index in 0..out.len().saturating_sub(1) {
        if out[index].countries.is_empty() && serves_next(context, mentions, index) {
            out[index].countries = out[index + 1].countries.clone();
        }
    }
}

/// « l'émissaire | du président João Lourenço »: an office whose complement is the next one.
fn serves_next(context: Context<'_>, mentions: &Mentions, index: usize) -> bool {
    let (one, two) = (&mentions.list[index], &mentions.list[index + 1]);
    let (Some(first), Some(second)) = (one.official(), two.official()) else { return false };
    let link = one.last as usize..two.first as usize;
    let tied = (1..=2).contains(&link.len())
        && link.clone().all(|k| matches!(context.source.lowered(k), "du" | "de" | "la" | "l'" | "d'"));
    let serves = matches!(first.role, Role::Adviser | Role::Envoy | Role::Spokesperson | Role::Official);
    tied && serves && !first.plural && !first.unowned && second.holder.is_some()
}

/// « le roi Alexandre de Yougoslavie »: the country behind the name, when the name is one that rulers have.
fn realm(context: Context<'_>, mentions: &Mentions, holder: usize) -> Option<Code> {
    let (person, land) = (mentions.list.get(holder)?, mentions.list.get(holder + 1)?);
    let MentionData::Place { place_type: PlaceType::Country, country, .. } = land.data else { return None };
    let at = person.last as usize;
    let tie = matches!(context.source.lowered(at), "de" | "du" | "d'") && context.goes_on(at);
    let article = usize::from(context.source.lowered(at + 1) == "la");
    country.filter(|_| tie && land.first as usize == at + 1 + article && person.last == person.first + 1)
}

/// « son ambassadeur à Berlin … L'ambassadeur »: what the text told of one mention of an office holds for the others.
fn repeated(context: Context<'_>, mentions: &Mentions, people: &People, out: &mut [Office]) {
    for index in 0..out.len() {
        let Some(official) = mentions.list[index].official() else { continue };
        if !out[index].countries.is_empty() || official.plural || official.unowned {
            continue;
        }
        let Some(who) = people.of[index].map(|w| &people.list[w]) else { continue };
        let noun = |o: &Official| context.source.token_at(o.title.start);
        let same = |&&other: &&usize| {
            other != index
                && !out[other].countries.is_empty()
                && mentions.list[other].official().is_some_and(|o| {
                    office::same_noun(context.source.folded(noun(o)), context.source.folded(noun(official)))
                })
        };
        if let Some(&other) = who.officials.iter().take(FIRST).find(same) {
            out[index].countries = out[other].countries.clone();
        }
    }
}

/// « les présidents Félix Tshisekedi et Paul Kagame », « les présidents du Brésil, X, du Venezuela, Y, et de l'Argentine, Z »:
/// the countries of the persons and lands that go on after the title.
fn named_together(
    context: Context<'_>,
    mentions: &Mentions,
    people: &People,
    index: usize,
    official: &Official,
) -> Vec<Code> {
    let mut countries = Vec::new();
    let mut last = mentions.list[index].last as usize;
    let lands = official.countries.len() == 1;
    if official.countries.len() > 1 {
        return countries;
    }
    for (number, mention) in mentions.list[index + 1..].iter().enumerate() {
        let first = mention.first as usize;
        let links = |k: usize| {
            matches!(
                context.source.lowered(k),
                "," | "et" | "de" | "du" | "des" | "d'" | "la" | "l'" | "le" | "les" | "m."
            )
        };
        if first - last > 4 || !(last..first).all(links) || !(last..=first).all(|k| context.goes_on(k)) {
            break;
        }
        last = mention.last as usize;
        match mention.data {
            MentionData::Person { .. } if !lands => {
                let who = people.of[index + 1 + number].map(|w| &people.list[w]);
                let role = |h: &&office::Held| office::roles_agree(official.role, h.role) && !h.countries.is_empty();
                let held = who.and_then(|w| w.offices.iter().find(role));
                countries.extend(held.and_then(|h| h.countries.first()).copied());
            }
            MentionData::Person { .. } => {}
            MentionData::Place { country, .. } if lands && context.source.lowered(first - 1) != "à" => {
                countries.extend(country)
            }
            _ => break,
        }
    }
    countries
}

/// A bare « président » presides what the same person presides elsewhere; a « secrétaire d'État » that the text or the
/// gazetteer knows for a foreign minister is one, and so is whoever answers a minister known for one.
fn role(
    context: Context<'_>,
    official: &Official,
    reading: Reading,
    who: Option<&Who>,
    answered: Option<&Who>,
) -> Role {
    let said = reading.role.unwrap_or(official.role);
    let bare = official.countries.is_empty() && official.portfolio_span.is_none();
    let special = |role: Role| matches!(role, Role::ForeignMinister | Role::DefenceMinister);
    let known = |who: Option<&Who>| who?.offices.iter().find(|h| !h.former && special(h.role)).map(|h| h.role);
    if bare && said == Role::StateSecretary {
        return known(who).unwrap_or(said);
    }
    if official.counterpart {
        // « son homologue égyptien, X »: what X is known to be, when nothing tells whom he answers.
        let rules = |h: &&office::Held| h.mention.is_none() && !h.former && same(&h.countries, &official.countries);
        let held = who.and_then(|w| w.offices.iter().find(rules));
        if let Some(held) = held.filter(|_| said == Role::Official) {
            return held.role;
        }
        if said == Role::Minister {
            return known(answered).unwrap_or(said);
        }
        // « le commissaire européen au Commerce et son homologue indien »: what the Union has a commissioner for.
        let union = |who: &Who| who.offices.iter().any(|h| h.countries.iter().any(|c| c.as_str() == "EU"));
        let state = matches!(official.countries[..], [country] if told::is_state(country));
        if said == Role::HeadOfOrganization && state && answered.is_some_and(union) {
            return Role::Minister;
        }
    }
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

fn countries(
    context: Context<'_>,
    mentions: &Mentions,
    official: &Official,
    who: Option<&Who>,
    index: usize,
) -> Vec<Code> {
    if !official.countries.is_empty() {
        return official.countries.clone();
    }
    let Some(who) = who.filter(|_| !official.plural && !official.unowned) else { return Vec::new() };
    // « le secrétaire général de la Ligue arabe … Le secrétaire général »: whatever else he was before.
    let noun = |o: &Official| context.source.folded(context.source.token_at(o.title.start));
    let stateless = |&o: &usize| {
        mentions.list[o].official().is_some_and(|o| o.unowned && office::same_noun(noun(o), noun(official)))
    };
    if who.officials.iter().take(FIRST).any(stateless) {
        return Vec::new();
    }
    let agrees = |held: Role| office::roles_agree(official.role, held) || office::roles_agree(held, official.role);
    // What the gazetteer knows of the head of an organisation is whose he is, not which state's.
    let counts = |h: &&office::Held| h.mention.is_some() || h.countries.iter().all(|&c| told::is_served(c));
    let others = || who.offices.iter().filter(|h| h.mention != Some(index) && !h.countries.is_empty()).filter(counts);
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

fn same(one: &[Code], other: &[Code]) -> bool {
    one.len() == other.len() && one.iter().all(|c| other.contains(c))
}
