//! Officials into groups: by the person they name, by apposition, by description.
//!
//! Comes in: the groups of persons. Goes out: the same with every official in
//! one of them or in a group of its own. Of several readings none is taken.

use super::cluster::{People, Who};
use super::office::{self, Held};
use super::said::Said;
use crate::lexicon::grammar::Function;
use crate::lexicon::Role;
use crate::mention::{Context, Gender, Mention, MentionKind, Mentions, Official};

/// How far back, in sentences, a bare title may reach when there are several it may mean.
const NEAR: usize = 2;

/// How many groups a description is held against, the last made first.
const GROUPS: usize = 96;

/// What the groups make of an official: its role, and whom a counterpart answers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading {
    pub role: Option<Role>,
    pub answers: Option<usize>,
}

/// Puts every official into a group.
pub(super) fn place(context: Context<'_>, mentions: &Mentions, people: &mut People, readings: &mut Vec<Reading>) {
    readings.clear();
    readings.resize(mentions.list.len(), Reading::default());
    let officials = || mentions.list.iter().enumerate().filter_map(|(index, m)| Some((index, m.official()?)));
    // Those that name their holder first: they tell who holds what.
    for (index, official) in officials() {
        if official.counterpart {
            readings[index] = counterpart(context, mentions, people, readings, index);
        }
        let role = readings[index].role.unwrap_or(official.role);
        readings[index].role = Some(role);
        let holder = official.holder.map(|h| h.index()).and_then(|h| people.of.get(h).copied().flatten());
        let chained = || apposed_to(context, mentions, index).and_then(|i| people.of[i]);
        if official.plural {
            continue;
        }
        if let Some(who) = holder.or_else(chained) {
            join(context, mentions, people, index, who, role);
        }
    }
    for (index, official) in officials() {
        if people.of[index].is_some() {
            continue;
        }
        let role = readings[index].role.unwrap_or(official.role);
        let who = if official.plural { None } else { described(context, mentions, people, index, role) };
        match who {
            Some(who) => join(context, mentions, people, index, who, role),
            None => {
                let who = people.start(index, false);
                if !official.plural {
                    people.list[who].hold(Held::told(context, official, role, index));
                    people.list[who].gender = gender_of(context, &mentions.list[index]);
                }
            }
        }
    }
}

fn join(context: Context<'_>, mentions: &Mentions, people: &mut People, index: usize, who: usize, role: Role) {
    if let Some(official) = mentions.list[index].official() {
        people.put(index, who, false);
        let group = &mut people.list[who];
        group.hold(Held::told(context, official, role, index));
        group.gender = group.gender.or_else(|| gender_of(context, &mentions.list[index]));
    }
}

/// « X, vice-président, Premier ministre de … »: an official that follows another one of the same holder after a comma.
fn apposed_to(context: Context<'_>, mentions: &Mentions, index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (one, two) = (&mentions.list[before], &mentions.list[index]);
    let official = one.official().filter(|o| !o.plural && o.holder.is_some_and(|h| h.index() < before))?;
    let comma = two.first == one.last + 1 && context.source.str(one.last as usize) == ",";
    let same = !(one.last..=two.first).any(|i| starts_sentence(context, i as usize));
    (comma && same).then(|| official.holder.map(|h| h.index())).flatten()
}

fn starts_sentence(context: Context<'_>, token: usize) -> bool {
    context.source.get(token).is_some_and(|t| t.starts_sentence())
}

/// The number of the sentence a token stands in.
pub(super) fn sentence_of(context: Context<'_>, token: usize) -> usize {
    context.source.tokens.sentences().partition_point(|s| s.end as usize <= token)
}

/// The determiner before a mention.
fn determiner<'a>(context: Context<'a>, mention: &Mention) -> (&'a str, Function) {
    let first = mention.first as usize;
    let Some(at) = first.checked_sub(1).filter(|_| !starts_sentence(context, first)) else {
        return ("", Function::None);
    };
    let function = context.lexical.words.get(at).map_or(Function::None, |&n| context.lexicon.word(n).function);
    (context.source.lowered(at), function)
}

fn gender_of(context: Context<'_>, mention: &Mention) -> Option<Gender> {
    let official = mention.official()?;
    match determiner(context, mention).0 {
        _ if official.feminine => Some(Gender::Feminine),
        "le" | "du" | "au" | "un" => Some(Gender::Masculine),
        _ => None,
    }
}

/// « son homologue russe »: the role of the nearest official or office-holder before it.
fn counterpart(
    context: Context<'_>,
    mentions: &Mentions,
    people: &People,
    readings: &[Reading],
    index: usize,
) -> Reading {
    let sentence = sentence_of(context, mentions.list[index].first as usize);
    let near = (0..index).rev().take_while(|&i| sentence_of(context, mentions.list[i].first as usize) + 1 >= sentence);
    for i in near {
        let mention = &mentions.list[i];
        if let Some(official) = mention.official() {
            let role = readings[i].role.unwrap_or(official.role);
            // « le chef de l'État mauritanien, par ailleurs président de l'Union africaine, et son homologue malien »
            let state = || people.of[i].and_then(|w| state_office(mentions, &people.list[w], i));
            let nation = mentions.list[index].official().is_some_and(|o| !o.countries.is_empty());
            if let Some((role, other)) = state().filter(|_| nation && role == Role::HeadOfOrganization) {
                return Reading { role: Some(role), answers: Some(other) };
            }
            if role != Role::Official && !official.plural {
                return Reading { role: Some(role), answers: readings[i].answers.or(Some(i)) };
            }
        } else if mention.kind() == MentionKind::Person {
            let Some(who) = people.of[i] else { continue };
            // What the text told comes before what only the gazetteer knows: it has a portfolio.
            let mut held = people.list[who].offices.iter().filter(|h| !h.former);
            let told = held.clone().find(|h| h.mention.is_some());
            if let Some(held) = told.or_else(|| held.next()) {
                return Reading { role: Some(held.role), answers: held.mention };
            }
            // The title may stand behind or belong to a later mention: unknown.
            let titled = (i + 1..index)
                .find(|&k| mentions.list[k].official().is_some_and(|o| o.holder.is_some_and(|h| h.index() == i)));
            if titled.is_none() {
                return Reading::default();
            }
        }
    }
    Reading::default()
}

/// The office of a state that the text told of the head of an organisation, before mention `index`.
fn state_office(mentions: &Mentions, who: &Who, index: usize) -> Option<(Role, usize)> {
    let rules =
        |role| matches!(role, Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch | Role::ForeignMinister);
    let told = |&&m: &&usize| m < index && mentions.list[m].official().is_some_and(|o| rules(o.role));
    who.officials.iter().rev().find(told).and_then(|&m| Some((mentions.list[m].official()?.role, m)))
}

/// The only group a description may mean.
fn described(context: Context<'_>, mentions: &Mentions, people: &People, index: usize, role: Role) -> Option<usize> {
    let mention = &mentions.list[index];
    let official = mention.official()?;
    let (word, function) = determiner(context, mention);
    let counterpart = official.counterpart;
    let definite = matches!(word, "le" | "la" | "l'" | "du" | "au" | "ce" | "cet" | "cette") || counterpart;
    let bare = official.countries.is_empty() && official.accredited_to.is_empty() && !counterpart;
    let headline = starts_sentence(context, mention.first as usize) || function == Function::None && !bare;
    if !definite && (bare || !headline) || counterpart && role == Role::Official {
        return None;
    }
    let noun = context.source.folded(noun_token(context, official));
    let said = Said { official, role, bare, noun, ruler: office::is_ruler_word(noun), text: mention };
    let answered = counterpart.then(|| answered_group(mentions, people, index)).flatten();
    let beside = beside(context, mentions, index).and_then(|i| people.of[i]);
    let gender = gender_of(context, mention);
    let near = nearby(context, mentions, people, index);
    let mut fits: Vec<(usize, bool)> = Vec::new();
    let mut rivals = 0;
    for who in (people.list.len().saturating_sub(GROUPS)..people.list.len()).rev() {
        if answered == Some(who) || beside == Some(who) || !gender_fits(gender, &people.list[who]) {
            continue;
        }
        let Some(told) = said.fits(context, mentions, &people.list[who]) else { continue };
        // Of two that the text told near by a short description means neither, whatever else fits.
        rivals += usize::from(told && !said.is_long() && near(who));
        if rivals > 1 {
            return None;
        }
        fits.push((who, told));
    }
    fits.reverse();
    if said.is_vague() {
        // Only whom the sentences right before tell of.
        fits.retain(|&(who, _)| near(who));
        return if let [(who, _)] = fits[..] { Some(who) } else { None };
    }
    // « Le chef de l'État … François Hollande »: a bare title may come before the name, but not before another's title.
    let before = |who: usize| people.list[who].last_before(index).is_some();
    let rules = matches!(role, Role::HeadOfState | Role::HeadOfGovernment) && mentions.date.is_some();
    let ahead = bare && rules && fits.len() == 1 && fits.iter().all(|&(_, told)| !told);
    let fits: Vec<(usize, bool)> = fits.into_iter().filter(|&(who, _)| !bare || ahead || before(who)).collect();
    if fits.len() > 1 && said.is_long() {
        // « le président de la Commission » after « le président de la Commission européenne »
        let shorter = |who: &usize| said.shortens(context, mentions, &people.list[*who]);
        let mut named = fits.iter().map(|(who, _)| *who).filter(shorter);
        if let (Some(who), None) = (named.next(), named.next()) {
            return Some(who);
        }
    }
    choose(context, mentions, people, index, &fits)
}

/// Of several groups the one the text told the office of, when none near is known to hold such; else the only one near.
fn choose(
    context: Context<'_>,
    mentions: &Mentions,
    people: &People,
    index: usize,
    fits: &[(usize, bool)],
) -> Option<usize> {
    if let [(who, _)] = *fits {
        return Some(who);
    }
    let told: Vec<usize> = fits.iter().filter(|(_, told)| *told).map(|(who, _)| *who).collect();
    let is_near = nearby(context, mentions, people, index);
    // Another minister just named, whom everybody knows to have that portfolio, may be meant as well.
    let portfolio = mentions.list[index].official().is_some_and(|o| o.portfolio_span.is_some());
    let rival = portfolio && fits.iter().any(|&(who, told)| !told && is_near(who));
    if let ([who], false) = (&told[..], rival) {
        return Some(*who);
    }
    let mut near = fits.iter().map(|(who, _)| *who).filter(|&who| is_near(who));
    match (near.next(), near.next()) {
        (Some(who), None) => Some(who),
        _ => None,
    }
}

/// Whether a group has been mentioned in the sentences right before mention `index`.
fn nearby<'a>(
    context: Context<'_>,
    mentions: &'a Mentions,
    people: &'a People,
    index: usize,
) -> impl Fn(usize) -> bool + 'a {
    let here = sentence_of(context, mentions.list[index].first as usize);
    let sentences = context.source.tokens.sentences();
    let from = sentences.get((here + 1).saturating_sub(NEAR)).map_or(0, |s| s.start);
    move |who| people.list[who].last_before(index).is_some_and(|m| mentions.list[m].first >= from)
}

/// « le roi et le Premier ministre »: the mention an « et » and an article part from the official, which is somebody else.
fn beside(context: Context<'_>, mentions: &Mentions, index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (one, two) = (&mentions.list[before], &mentions.list[index]);
    let human = matches!(one.kind(), MentionKind::Person | MentionKind::Official);
    let joined = two.first == one.last + 2 && context.source.lowered(one.last as usize) == "et";
    (human && joined && !starts_sentence(context, one.last as usize)).then_some(before)
}

fn answered_group(mentions: &Mentions, people: &People, index: usize) -> Option<usize> {
    (0..index)
        .rev()
        .find(|&i| matches!(mentions.list[i].kind(), MentionKind::Person | MentionKind::Official))
        .and_then(|i| people.of[i])
}

fn gender_fits(gender: Option<Gender>, group: &Who) -> bool {
    match (gender, group.gender) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// The token of the head noun.
pub(super) fn noun_token(context: Context<'_>, official: &Official) -> usize {
    context.source.token_at(official.title.start)
}

/// Whether two mentions are written alike, capitals and accents aside.
pub(super) fn same_words(context: Context<'_>, one: &Mention, other: &Mention) -> bool {
    let (a, b) = (one.first as usize..one.last as usize, other.first as usize..other.last as usize);
    a.len() == b.len() && a.zip(b).all(|(i, j)| context.source.folded(i) == context.source.folded(j))
}
