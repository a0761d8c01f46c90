//! Places, organisations and events into entities: by gazetteer row, by name, by acronym.
//!
//! Comes in: the flat mentions. Goes out: for each mention the first mention
//! of its entity. Never joins two kinds.

use crate::id::EntryId;
use crate::lexicon::{EntryData, Metonym, PlaceType};
use crate::mention::{Context, Mention, MentionData, MentionKind, Mentions, Origin};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// How many mentions back a capital is looked for.
const REACH: usize = 400;

/// How many things room is made for at once.
const SOME: usize = 28;

/// The things of a text while they are being joined, in buffers that can be used again for the next text.
#[derive(Debug, Default)]
pub(super) struct Things<'t> {
    /// For each place, organisation and event the index of the first mention of the same thing.
    of: Vec<Option<usize>>,
    rows: FxHashMap<(MentionKind, EntryId), usize>,
    names: FxHashMap<(MentionKind, Cow<'t, str>), usize>,
}

impl<'t> Things<'t> {
    /// For each place, organisation and event the index of the first mention of the same thing.
    pub fn group(&mut self, context: Context<'t>, mentions: &Mentions) -> &[Option<usize>] {
        let Self { of, rows, names } = self;
        let list = &mentions.list;
        of.clear();
        of.resize(list.len(), None);
        rows.clear();
        rows.reserve(list.len().min(SOME));
        names.clear();
        names.reserve(list.len().min(SOME));
        for (index, mention) in list.iter().enumerate() {
            let kind = mention.kind();
            if !matches!(kind, MentionKind::Place | MentionKind::Organization | MentionKind::Event) {
                continue;
            }
            let row = entry(mention);
            let named = (kind, name(context, mention));
            let found = row
                .and_then(|row| rows.get(&(kind, row)).copied())
                .or_else(|| acronym(context, list, index).and_then(|long| of[long]))
                .or_else(|| apposed(context, list, index).and_then(|city| of[city]))
                .or_else(|| named_behind(context, list, index).and_then(|city| of[city]))
                .or_else(|| capital(context, mentions, index).and_then(|city| of[city]))
                .or_else(|| names.get(&named).copied().filter(|&i| row.is_none() || entry(&list[i]).is_none()));
            let first = found.unwrap_or(index);
            of[index] = Some(first);
            if let Some(row) = row {
                rows.entry((kind, row)).or_insert(first);
            }
            names.entry(named).or_insert(first);
        }
        of
    }
}

/// The gazetteer row of a thing.
pub(super) fn entry(mention: &Mention) -> Option<EntryId> {
    match mention.data {
        MentionData::Place { entry, .. } | MentionData::Organization { entry, .. } | MentionData::Event { entry } => {
            entry
        }
        _ => None,
    }
}

/// The folded words of a mention.
fn name<'a>(context: Context<'a>, mention: &Mention) -> Cow<'a, str> {
    let (first, last) = (mention.first as usize, mention.last as usize);
    if last <= first + 1 {
        return Cow::Borrowed(context.source.folded(first));
    }
    let words = || (first..last).map(|token| context.source.folded(token));
    let mut name = String::with_capacity(words().map(|word| word.len() + 1).sum());
    for word in words() {
        name.push_str(word);
        name.push(' ');
    }
    Cow::Owned(name)
}

/// « Front de libération du Khumar (FLK) », « Organisation internationale de la francophonie - OIF - »: the long form before.
fn acronym(context: Context<'_>, list: &[Mention], index: usize) -> Option<usize> {
    let long = index.checked_sub(1)?;
    let (one, two) = (&list[long], &list[index]);
    let (open, close) = (context.source.str(one.last as usize), context.source.str(two.last as usize));
    let short = match (open, close) {
        ("(", ")") => letters(context, one, two),
        ("-", "-") | ("–", "–") | ("—", "—") | (",", ",") => initials(context, one, two),
        _ => false,
    };
    let beside = two.first == one.last + 1;
    (beside && one.kind() == two.kind() && one.kind() == MentionKind::Organization && short).then_some(long)
}

/// Whether the letters of the short form are those that words of the long one begin with, in order.
fn initials(context: Context<'_>, long: &Mention, short: &Mention) -> bool {
    let letters = context.source.folded(short.first as usize);
    let mut words = long.first as usize..long.last as usize;
    short.last == short.first + 1
        && letters.len() > 2
        && letters.chars().all(|c| words.any(|t| context.source.folded(t).starts_with(c)))
}

/// Whether the short form may abbreviate the long one: its first letter begins a word there.
fn letters(context: Context<'_>, long: &Mention, short: &Mention) -> bool {
    let initial = context.source.folded(short.first as usize).chars().next();
    short.last == short.first + 1
        && (long.first as usize..long.last as usize).any(|i| context.source.folded(i).chars().next() == initial)
}

/// « El-Fasher, capitale du Darfour du Nord »: the city that the description behind the comma tells of.
fn apposed(context: Context<'_>, list: &[Mention], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (one, two) = (&list[before], &list[index]);
    let city = |m: &Mention| matches!(m.data, MentionData::Place { place_type: PlaceType::City, .. });
    let gap = two.first.checked_sub(one.last).filter(|gap| (1..=2).contains(gap))?;
    let comma = context.source.str(one.last as usize) == ",";
    let article = gap == 1 || context.source.lowered(one.last as usize + 1) == "la";
    (comma && article && city(one) && city(two) && is_description(context, two) && !is_description(context, one))
        .then_some(before)
}

/// « la capitale du Kirghizistan, Bichkek »: the description before the comma, of the same country.
fn named_behind(context: Context<'_>, list: &[Mention], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (one, two) = (&list[before], &list[index]);
    let country = |m: &Mention| match m.data {
        MentionData::Place { place_type: PlaceType::City, country, .. } => country,
        _ => None,
    };
    let comma = two.first == one.last + 1 && context.source.str(one.last as usize) == ",";
    let seat = |row| matches!(context.lexicon.entry(row).data, EntryData::Place { metonym: Metonym::Government, .. });
    (comma && country(one).is_some() && country(one) == country(two) && entry(two).is_some_and(seat))
        .then_some(before)
        .filter(|_| is_description(context, one))
}

/// « la capitale russe »: the city of the text that is the seat of that government.
fn capital(context: Context<'_>, mentions: &Mentions, index: usize) -> Option<usize> {
    let mention = &mentions.list[index];
    let MentionData::Place { place_type: PlaceType::City, country: Some(country), entry: None } = mention.data else {
        return None;
    };
    if !is_description(context, mention) {
        return None;
    }
    (index.saturating_sub(REACH)..index).rev().find(|&i| match mentions.list[i].data {
        MentionData::Place { place_type: PlaceType::City, country: Some(other), entry: Some(row) } => {
            other == country
                && matches!(context.lexicon.entry(row).data, EntryData::Place { metonym: Metonym::Government, .. })
        }
        _ => false,
    })
}

/// Whether a place is described, not named.
pub(super) fn is_description(context: Context<'_>, mention: &Mention) -> bool {
    matches!(mention.origin, Origin::Rule("place:capital"))
        || context.source.folded(mention.first as usize).starts_with("capitale")
}
