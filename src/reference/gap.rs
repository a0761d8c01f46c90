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
use crate::mention::{Context, MentionData, Mentions, Official};

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
    around(context, mentions, out);
}

/// A bare « président » presides what the same person presides elsewhere.
fn role(context: Context<'_>, official: &Official, reading: Reading, who: Option<&Who>) -> Role {
    let said = reading.role.unwrap_or(official.role);
    let bare = official.countries.is_empty() && official.portfolio_span.is_none();
    if !bare || official.counterpart || !matches!(said, Role::HeadOfState | Role::SecretaryGeneral) {
        return said;
    }
    let noun = |span: crate::span::Span| context.source.folded(context.source.token_at(span.start));
    who.and_then(|w| {
        w.offices.iter().find(|h| {
            h.title.is_some_and(|t| office::same_noun(noun(t), noun(official.title))) && !h.countries.is_empty()
        })
    })
    .map_or(said, |h| h.role)
}

fn countries(context: Context<'_>, official: &Official, who: Option<&Who>, index: usize) -> Vec<Code> {
    if !official.countries.is_empty() {
        return official.countries.clone();
    }
    let Some(who) = who.filter(|_| !official.plural) else { return Vec::new() };
    let role = |held: Role| office::roles_agree(official.role, held) || office::roles_agree(held, official.role);
    let others = || who.offices.iter().filter(|h| h.mention != Some(index) && !h.countries.is_empty());
    let noun = |span: crate::span::Span| context.source.folded(context.source.token_at(span.start));
    let same =
        others().find(|h| role(h.role) || h.title.is_some_and(|t| office::same_noun(noun(t), noun(official.title))));
    if let Some(held) = same {
        return held.countries.clone();
    }
    // Somebody who serves one country only serves it here too; organisations are left and joined.
    let mut all = others();
    match all.next() {
        Some(first) if all.all(|h| h.countries == first.countries) => first.countries.clone(),
        _ => Vec::new(),
    }
}

/// National offices named without their country in a text, or a passage, about one country.
fn around(context: Context<'_>, mentions: &Mentions, out: &mut [Office]) {
    let told: Vec<(usize, Code)> =
        (0..mentions.list.len()).filter_map(|i| evidence(mentions, out, i).map(|c| (i, c))).collect();
    for index in 0..mentions.list.len() {
        let mention = &mentions.list[index];
        let Some(official) = mention.official().filter(|o| o.countries.is_empty() && !o.plural && !o.counterpart)
        else {
            continue;
        };
        let national = office::is_unique(official.role)
            || matches!(
                official.role,
                Role::Minister | Role::DeputyMinister | Role::Spokesperson | Role::Adviser | Role::StateSecretary
            )
            || official.role == Role::ReligiousLeader && official.holder.is_some();
        if !national || !out[index].countries.is_empty() || !official.accredited_to.is_empty() {
            continue;
        }
        if let Some(country) = prevailing(context, mentions, &told, index) {
            out[index].countries.push(country);
        }
    }
}

/// What country a mention tells.
fn evidence(mentions: &Mentions, offices: &[Office], index: usize) -> Option<Code> {
    match mentions.list[index].data {
        MentionData::Place { country, .. } | MentionData::Organization { country, .. } => country,
        MentionData::Official(_) => match offices[index].countries[..] {
            [country] => Some(country),
            _ => None,
        },
        _ => None,
    }
}

/// The country of nearly all that is told, in the text; the last one told must be it too.
fn prevailing(context: Context<'_>, mentions: &Mentions, told: &[(usize, Code)], index: usize) -> Option<Code> {
    let here = sentence_of(context, mentions.list[index].first as usize);
    let before = told.iter().filter(|(i, _)| *i < index).map(|(_, c)| *c);
    let nearest = before.clone().next_back().or_else(|| told.iter().map(|(_, c)| *c).next())?;
    let votes = told.iter().filter(|(_, c)| *c == nearest).count();
    let near = told.iter().filter(|(i, _)| sentence_of(context, mentions.list[*i].first as usize).abs_diff(here) <= 1);
    let agree = near.clone().filter(|(_, c)| *c == nearest).count() * 2 > near.count();
    (votes >= 2 && votes * 10 >= told.len() * 7 && agree).then_some(nearest)
}
