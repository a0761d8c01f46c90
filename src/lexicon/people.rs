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

/// The bits of a name beyond its two weights: who has it as given name.
const MASCULINE: u32 = 1 << 16;
const FEMININE: u32 = 1 << 17;

/// The weights of folded names: as a given name and, eight bits up, as a family name, then two bits of gender.
#[derive(Debug, Default)]
pub(super) struct NameWeights(WordMap<u32>);

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
        self.0.reserve(text.len() / 12, 0);
        for line in cut::lines(text).skip(1) {
            let mut cells = cut::at(line, b'\t');
            let (Some(name), Some(weight)) = (cells.next(), cells.next()) else { continue };
            let Ok(weight) = weight.parse::<u8>() else { continue };
            // Hyphenated names are several tokens: « Jean-Luc » is known by « jean » and « luc ».
            if !name.contains('-') {
                folded.clear();
                fold_into(name, &mut folded);
                let gender = match cells.nth(1) {
                    Some("m") => MASCULINE,
                    Some("f") => FEMININE,
                    _ => 0,
                };
                self.add(&folded, weight, given, gender);
            }
        }
    }

    fn add(&mut self, folded: &str, weight: u8, given: bool, gender: u32) {
        let weights = self.0.entry(folded, 0);
        let shift = if given { 0 } else { 8 };
        let old = (*weights >> shift) & 0xff;
        *weights = *weights & !(0xff << shift) | old.max(u32::from(weight)) << shift | gender;
    }

    /// How common a folded name is.
    #[inline]
    pub fn of(&self, folded: &str) -> NameWeight {
        let weights = self.0.get(folded).unwrap_or(0);
        NameWeight {
            given: weights as u8,
            family: (weights >> 8) as u8,
            masculine: weights & MASCULINE != 0,
            feminine: weights & FEMININE != 0,
        }
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
                let first = if source.len() >= 2 { weights.of(source.folded(0)) } else { NameWeight::default() };
                let asian = source.len() >= 2 && (first.given == 0 || first.family > first.given);
                let words = [source.len().checked_sub(1), asian.then_some(0)];
                for index in words.into_iter().flatten() {
                    let folded = source.folded(index);
                    if folded.len() < 2 || !source.get(index).is_some_and(|t| t.is_capitalized()) {
                        continue;
                    }
                    leaders.add(folded, EntryId::from_index(i));
                    if index + 1 == source.len() {
                        weights.add(folded, 4, false, 0);
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
