//! How likely a relation is to be right.
//!
//! Comes in: a relation with its mentions. Goes out: its [`Confidence`], from
//! what can be seen of it (its type and frame, where its parties stand, how far
//! they are from the trigger, what is told besides). `gazetteers/confidence.tsv`
//! gives each such feature a weight in log-odds, fitted on relations that a
//! reader called right or wrong (`gazetteers/confidence.py`); the weights add
//! up, so that every confidence can be explained.

use super::arguments::BESIDE;
use super::frame::Frames;
use super::model::{ArgumentRole, Polarity, Relation};
use crate::mention::{Mention, MentionData, Mentions};
use crate::text::fold::fold;
use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(include_str!("../../gazetteers/confidence.tsv")));

/// Words between a party and the trigger.
const REACH: [(u32, &str); 5] = [(1, "0"), (3, "<3"), (8, "<8"), (16, "<16"), (u32::MAX, ">=16")];
/// Mentions between a party and the trigger.
const BETWEEN: [(u32, &str); 4] = [(1, "0"), (2, "1"), (3, "2"), (u32::MAX, ">=3")];
/// Words of the evidence.
const LENGTH: [(u32, &str); 5] = [(13, "<13"), (25, "<25"), (40, "<40"), (56, "<56"), (u32::MAX, ">=56")];
/// Parties in a role.
const PARTIES: [(u32, &str); 4] = [(1, "0"), (2, "1"), (3, "2"), (u32::MAX, ">=3")];

/// How likely a relation is to be right, in hundredths.
///
/// The share of relations with such a value that a reader called right; on texts unlike news it is an order, no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Confidence(u8);

impl Confidence {
    /// Relations below are left out unless the caller asks for another bound: they are more likely wrong than right.
    pub const LEAST: Self = Self(50);

    /// The value nearest to `share`, which is cut to 0 to 1.
    #[must_use]
    pub fn new(share: f32) -> Self {
        // In bounds by the clamp; NaN is 0.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }

    /// From log-odds in hundredths.
    fn of_odds(hundredths: i32) -> Self {
        #[allow(clippy::cast_precision_loss)] // a few hundred
        let odds = hundredths as f32 / 100.0;
        Self::new(1.0 / (1.0 + (-odds).exp()))
    }

    /// As a share: 0 to 1.
    #[must_use]
    pub fn share(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

/// Something that can be seen of a relation and tells how reliable it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Feature {
    /// What every relation begins with.
    Base,
    /// Its type.
    Type,
    /// The frame that found it.
    Rule,
    /// Affirmed or negated.
    Polarity,
    /// Fact, planned…
    Modality,
    /// The word before the trigger.
    Before,
    /// Whether a place or a date is told.
    Told,
    /// The grammatical slot of a party.
    How,
    /// What sort of mention a party is.
    Kind,
    /// How far it stands from the trigger.
    Reach,
    /// How many mentions stand between.
    Between,
    /// How many parties there are.
    Parties,
    /// How long the evidence is.
    Length,
}

impl Feature {
    const NAMES: [(&'static str, Self); 13] = [
        ("base", Self::Base),
        ("type", Self::Type),
        ("rule", Self::Rule),
        ("polarity", Self::Polarity),
        ("modality", Self::Modality),
        ("before", Self::Before),
        ("told", Self::Told),
        ("how", Self::How),
        ("kind", Self::Kind),
        ("reach", Self::Reach),
        ("between", Self::Between),
        ("parties", Self::Parties),
        ("length", Self::Length),
    ];
}

/// A feature, the role it is about, and its value.
type Key<'a> = (Feature, Option<ArgumentRole>, &'a str);

struct Weights(FxHashMap<Key<'static>, i16>);

impl Weights {
    /// Rows of `feature party value log_odds …`, tab-separated.
    fn read(table: &'static str) -> Self {
        Self(table.lines().filter_map(row).collect())
    }

    fn get(&self, key: Key<'_>) -> i16 {
        self.0.get(&key).copied().unwrap_or(0)
    }
}

fn row(line: &'static str) -> Option<(Key<'static>, i16)> {
    let mut cells = line.split('\t');
    let (name, role, value) = (cells.next()?, cells.next()?, cells.next()?);
    let feature = Feature::NAMES.iter().find(|(n, _)| *n == name)?.1;
    Some(((feature, ArgumentRole::from_name(role), value), cells.next()?.parse().ok()?))
}

/// One reason of a confidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What was seen: `reach actor >=100`.
    pub feature: String,
    /// What it adds to the log-odds, in hundredths.
    pub weight: i16,
}

/// How likely `relation` is to be right.
pub(super) fn of(text: &str, mentions: &Mentions, frames: &Frames, relation: &Relation) -> Confidence {
    let mut odds = 0;
    features(text, mentions, frames, relation, |key| odds += i32::from(WEIGHTS.get(key)));
    Confidence::of_odds(odds)
}

/// What the confidence of `relation` is made of, the weightiest first.
pub(super) fn reasons(text: &str, mentions: &Mentions, frames: &Frames, relation: &Relation) -> Vec<Reason> {
    let mut out = Vec::new();
    features(text, mentions, frames, relation, |key| {
        let (feature, role, value) = key;
        let name = Feature::NAMES.iter().find(|(_, f)| *f == feature).map_or("", |(n, _)| n);
        let parts = [name, role.map_or("", ArgumentRole::as_str), value];
        let feature = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        out.push(Reason { feature, weight: WEIGHTS.get(key) });
    });
    out.retain(|reason| reason.weight != 0);
    out.sort_by_key(|reason| std::cmp::Reverse(reason.weight.unsigned_abs()));
    out
}

/// Tells `seen` every feature of `relation`.
fn features(text: &str, mentions: &Mentions, frames: &Frames, relation: &Relation, mut seen: impl FnMut(Key<'_>)) {
    let trigger = relation.triggers[0];
    seen((Feature::Base, None, ""));
    seen((Feature::Type, None, frames.type_name(relation.kind)));
    seen((Feature::Rule, None, frames.frame_name(relation.frame)));
    if relation.polarity == Polarity::Negated {
        seen((Feature::Polarity, None, relation.polarity.as_str()));
    }
    seen((Feature::Modality, None, relation.modality.as_str()));
    let evidence = relation.evidence;
    before(&text[evidence.start.min(trigger.start) as usize..trigger.start as usize], |word| {
        let known = WEIGHTS.0.contains_key(&(Feature::Before, None, word));
        seen((Feature::Before, None, if known { word } else { "other" }));
    });
    for role in [ArgumentRole::Place, ArgumentRole::Date] {
        if relation.arguments_in(role).next().is_some() {
            seen((Feature::Told, None, role.as_str()));
        }
    }
    for role in [ArgumentRole::Actor, ArgumentRole::Recipient] {
        seen((Feature::Parties, Some(role), bucket(relation.arguments_in(role).count() as u32, &PARTIES)));
    }
    for argument in &relation.arguments {
        let role = argument.role;
        if matches!(role, ArgumentRole::Place | ArgumentRole::Date) || argument.how == BESIDE {
            continue;
        }
        let mention = &mentions.list[argument.mention.index()];
        let (from, to) = (mention.span.end.min(trigger.end), mention.span.start.max(trigger.start));
        let first = |offset: u32| mentions.list.partition_point(|m| m.span.start < offset);
        let between = first(to).saturating_sub(first(from));
        seen((Feature::How, Some(role), argument.how));
        seen((Feature::Kind, Some(role), kind(mention)));
        let apart = text.get(from as usize..to as usize).unwrap_or_default();
        seen((Feature::Reach, Some(role), counted(apart, &REACH)));
        seen((Feature::Between, Some(role), bucket(between as u32, &BETWEEN)));
    }
    seen((Feature::Length, None, counted(evidence.of(text), &LENGTH)));
}

/// The name of the first range that `value` is in.
fn bucket(value: u32, ranges: &[(u32, &'static str)]) -> &'static str {
    ranges.iter().find(|(end, _)| value < *end).or(ranges.last()).map_or("", |(_, name)| name)
}

/// An official without a name is less than one with it.
fn kind(mention: &Mention) -> &'static str {
    match mention.data {
        MentionData::Official(_) if mention.official().is_some_and(|o| o.holder.is_none()) => "office",
        _ => mention.kind().as_str(),
    }
}

/// A letter, a digit, or a mark on one.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The name of the range that the number of words is in. A sentence without end is read only as far as the last range.
fn counted(text: &str, ranges: &[(u32, &'static str)]) -> &'static str {
    let last = ranges.iter().rev().nth(1).map_or(0, |(end, _)| *end);
    bucket(words(text).take(last as usize).count() as u32, ranges)
}

/// Where words begin: the same whatever spaces, line ends, apostrophes and composed letters the text is written with.
fn words(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut within = false;
    text.char_indices().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut within, in_word(c));
        (within && !before).then_some(at)
    })
}

/// Gives `told` the last word of `text` without case and accents, with its apostrophe, or else its last character.
fn before(text: &str, told: impl FnOnce(&str)) {
    let text = text.trim_end();
    let Some(last) = text.chars().next_back() else { return told("") };
    let elided = matches!(last, '\'' | '’');
    let stem = if elided { text.trim_end_matches(['\'', '’']) } else { text };
    let from = stem.char_indices().rev().take_while(|(_, c)| in_word(*c)).last().map(|(i, _)| i);
    match from {
        // No word of the table is longer.
        Some(from) if stem.len() - from > 12 => told("other"),
        Some(from) => {
            let mut word = fold(&stem[from..]);
            if elided {
                word.push('\'');
            }
            told(&word);
        }
        None => told(&text[text.len() - last.len_utf8()..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("../../gazetteers/confidence.tsv");
        let told = rows.lines().filter(|line| !line.starts_with('#') && !line.starts_with("feature\t")).count();
        assert_eq!(WEIGHTS.0.len(), told);
        assert!(told > 50);
    }

    #[test]
    fn a_share_is_cut_and_rounded() {
        for (share, expected) in [(-1.0, 0), (0.444, 44), (0.999, 100), (7.0, 100), (f32::NAN, 0)] {
            assert_eq!(Confidence::new(share), Confidence(expected), "{share}");
        }
        assert_eq!(Confidence::of_odds(0).share(), 0.5);
        assert!(Confidence::of_odds(-100_000) < Confidence::of_odds(-50));
    }

    #[test]
    fn words_are_counted_however_they_are_written() {
        for text in ["l'été à Rome", "l’e\u{301}te\u{301} a\u{300}\r\n\r\nRome", "l' été, à «\u{a0}Rome\u{202f}»"]
        {
            assert_eq!(words(text).count(), 4, "{text:?}");
        }
        assert_eq!(words("").count(), 0);
        for (count, range) in [(0, "<13"), (12, "<13"), (13, "<25"), (55, "<56"), (56, ">=56"), (600, ">=56")] {
            assert_eq!(counted(&"et ".repeat(count), &LENGTH), range);
        }
    }

    #[test]
    fn the_word_before() {
        for (text, expected) in
            [("", ""), ("À l’", "l'"), ("puis à\u{a0}", "a"), ("a\u{300} ", "a"), ("fin. ", "."), ("( «\u{a0}", "«")]
        {
            before(text, |word| assert_eq!(word, expected, "{text:?}"));
        }
    }
}
