//! Names of people: how common each is, and whose office they tell.
//!
//! Comes in: the lists of given and family names, and the entries of leaders. Goes out: [`NameWeights`], which the
//! vocabulary learns, and [`Leaders`]. It never says that a name in a text is a person.

use super::embedded;
use super::entry::{Entry, EntryData};
use super::word_map::WordMap;
use crate::cut;
use crate::id::EntryId;
use crate::text::fold::fold_into;
use crate::text::{Source, Tokens};

/// How common a name is as given name and as family name: 0 unknown, 1 rare … 5 very frequent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameWeight {
    /// As a given name.
    pub given: u8,
    /// As a family name.
    pub family: u8,
    /// Men have it as given name.
    pub masculine: bool,
    /// Women have it as given name.
    pub feminine: bool,
}

/// What is known of a word as a name of people, as bits: its weights as given name and as family name, three bits each,
/// then the gender of those who have it as given name, and whether a leader is known by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NameBits(u16);

impl NameBits {
    /// How many bits there are.
    pub const COUNT: u32 = 9;
    /// The bits of one weight.
    const WEIGHT: u16 = 0b111;
    /// Where those of the family name begin.
    const FAMILY: u32 = 3;
    const MASCULINE: u16 = 1 << 6;
    const FEMININE: u16 = 1 << 7;
    const LEADER: u16 = 1 << 8;

    /// The lowest bits of a number.
    #[inline]
    pub const fn within(number: u32) -> Self {
        Self((number & ((1 << Self::COUNT) - 1)) as u16)
    }

    /// The same as a number.
    #[inline]
    pub const fn number(self) -> u32 {
        self.0 as u32
    }

    /// How common the name is.
    #[inline]
    pub const fn weight(self) -> NameWeight {
        NameWeight {
            given: (self.0 & Self::WEIGHT) as u8,
            family: (self.0 >> Self::FAMILY & Self::WEIGHT) as u8,
            masculine: self.0 & Self::MASCULINE != 0,
            feminine: self.0 & Self::FEMININE != 0,
        }
    }

    /// Whether leaders are known by it.
    #[inline]
    pub const fn leads(self) -> bool {
        self.0 & Self::LEADER != 0
    }

    /// Lets the name be as common as `weight` says, if it is not more so already.
    fn raise(&mut self, weight: u8, given: bool) {
        let shift = if given { 0 } else { Self::FAMILY };
        let old = self.0 >> shift & Self::WEIGHT;
        let new = old.max(u16::from(weight).min(Self::WEIGHT));
        self.0 = self.0 & !(Self::WEIGHT << shift) | new << shift;
    }
}

/// What is known of folded names.
#[derive(Debug, Default)]
pub(super) struct NameWeights(WordMap<NameBits>);

impl NameWeights {
    /// The embedded names.
    pub fn embedded() -> Self {
        let mut weights = Self::default();
        weights.load(embedded::GIVEN_NAMES, true);
        weights.load(embedded::FAMILY_NAMES, false);
        weights
    }

    fn load(&mut self, text: &str, given: bool) {
        let mut folded = String::new();
        self.0.reserve(text.len() / 12, NameBits::default());
        for line in cut::lines(text).skip(1) {
            let mut cells = cut::at(line, b'\t');
            let (Some(name), Some(weight)) = (cells.next(), cells.next()) else { continue };
            let Ok(weight) = weight.parse::<u8>() else { continue };
            // Hyphenated names are several tokens: « Jean-Luc » is known by « jean » and « luc ».
            if !name.contains('-') {
                folded.clear();
                fold_into(name, &mut folded);
                let gender = match cells.nth(1) {
                    Some("m") => NameBits::MASCULINE,
                    Some("f") => NameBits::FEMININE,
                    _ => 0,
                };
                let name = self.name(&folded);
                name.raise(weight, given);
                name.0 |= gender;
            }
        }
    }

    fn name(&mut self, folded: &str) -> &mut NameBits {
        self.0.entry(folded, NameBits::default())
    }

    /// What is known of each name.
    pub const fn names(&self) -> &WordMap<NameBits> {
        &self.0
    }
}

/// Terms of office by folded family name.
#[derive(Debug, Default)]
pub(super) struct Leaders {
    /// The number of a list.
    words: WordMap<usize>,
    lists: Vec<Vec<EntryId>>,
}

impl Leaders {
    /// Leaders by the last word of each of their names; `weights` learns those words as family names.
    pub fn new(entries: &[Entry], weights: &mut NameWeights) -> Self {
        let mut leaders = Self::default();
        let mut tokens = Tokens::default();
        for (i, entry) in entries.iter().enumerate() {
            if !matches!(entry.data, EntryData::Leader { .. }) {
                continue;
            }
            for name in entry.names() {
                tokens.read_words(name);
                let source = Source::new(name, &tokens);
                let first = match source.len() {
                    0 | 1 => NameWeight::default(),
                    _ => weights.0.get(source.folded(0)).unwrap_or_default().weight(),
                };
                let asian = source.len() >= 2 && (first.given == 0 || first.family > first.given);
                let words = [source.len().checked_sub(1), asian.then_some(0)];
                for index in words.into_iter().flatten() {
                    let folded = source.folded(index);
                    // « Pierre le Grand »: nobody is called « Grand ».
                    let epithet = index > 0 && matches!(source.str(index - 1), "le" | "la");
                    if folded.len() < 2 || epithet || !source.get(index).is_some_and(|t| t.is_capitalized()) {
                        continue;
                    }
                    leaders.add(folded, EntryId::from_index(i));
                    let name = weights.name(folded);
                    name.0 |= NameBits::LEADER;
                    if index + 1 == source.len() {
                        name.raise(4, false);
                    }
                }
            }
        }
        leaders
    }

    fn add(&mut self, folded: &str, entry: EntryId) {
        let list = *self.words.entry(folded, self.lists.len());
        self.lists.resize_with(self.lists.len().max(list + 1), Vec::new);
        let ids = &mut self.lists[list];
        if ids.last() != Some(&entry) {
            ids.push(entry);
        }
    }

    /// The terms of those known by this family name, in the order of the gazetteer.
    pub fn of(&self, folded: &str) -> &[EntryId] {
        self.words.get(folded).map_or(&[], |list| self.lists[list].as_slice())
    }
}
