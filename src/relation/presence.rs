//! Which lists of words a sentence holds a word of.
//!
//! Comes in: the lists that conditions of frames name, and the tokens of a
//! sentence. Goes out: the lists that may hold there. Found once a sentence,
//! it says which frames cannot fire before anything hangs on anything. It
//! never says that a condition holds, only that it cannot.

use super::frame::{Kinds, Nouns, NounsId};
use crate::lexicon::sieve::Sieved;
use crate::lexicon::Words;
use crate::mention::Context;
use std::ops::Range;

/// How far conditions look beyond their sentence, in tokens.
const BEYOND: usize = 8;

/// The lists by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By vocabulary number of a word one more than the number of its row; most words are in no list.
    rows: Vec<u32>,
    /// The rows of tokens the vocabulary has no number for.
    forms: Sieved<u32>,
    lists_of: Vec<Lists>,
    /// The lists that a mention does for, whatever its words, as bits; room for all.
    kinds: Vec<u64>,
    lists: u32,
}

/// The lists of one word. A small word begins phrases of very many: those are bits, taken over all at once.
#[derive(Debug)]
enum Lists {
    Few(Vec<u32>),
    Many(Vec<u64>),
}

impl Default for Lists {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Lists {
    /// So many lists are told one by one.
    const FEW: usize = 8;

    fn add(&mut self, list: u32) {
        match self {
            Self::Few(lists) if lists.last() == Some(&list) => {}
            Self::Few(lists) if lists.len() < Self::FEW => lists.push(list),
            Self::Few(lists) => {
                let mut bits = Vec::new();
                lists.iter().chain([&list]).for_each(|&list| set(&mut bits, list));
                *self = Self::Many(bits);
            }
            Self::Many(bits) => set(bits, list),
        }
    }

    fn mark(&self, present: &mut [u64]) {
        match self {
            Self::Few(lists) => lists.iter().for_each(|&list| present[list as usize / 64] |= 1 << (list % 64)),
            Self::Many(bits) => present.iter_mut().zip(bits).for_each(|(all, bits)| *all |= bits),
        }
    }
}

/// Sets a bit, making room for it.
fn set(bits: &mut Vec<u64>, bit: u32) {
    let at = bit as usize / 64;
    bits.resize(bits.len().max(at + 1), 0);
    bits[at] |= 1 << (bit % 64);
}

impl Index {
    pub fn new(lists: &[Nouns], known: &Words) -> Self {
        let kinds = vec![0; (2 * lists.len()).div_ceil(64)];
        let mut index = Self { kinds, lists: lists.len() as u32, ..Self::default() };
        for (list, nouns) in (0..).zip(lists) {
            if nouns.kinds() != Kinds::default() {
                set(&mut index.kinds, list);
            }
            for &number in nouns.numbers() {
                index.add_number(number, list);
            }
            for word in nouns.unnumbered() {
                index.add_form(word, list);
            }
            let phrases = list + index.lists;
            for token in nouns.first_tokens() {
                index.add_number(known.vocabulary().number(token), phrases);
                index.add_form(token, phrases);
            }
        }
        index
    }

    fn add_number(&mut self, number: u32, list: u32) {
        if number == 0 {
            return;
        }
        let at = number as usize;
        self.rows.resize(self.rows.len().max(at + 1), 0);
        if self.rows[at] == 0 {
            self.lists_of.push(Lists::default());
            self.rows[at] = self.lists_of.len() as u32;
        }
        self.lists_of[self.rows[at] as usize - 1].add(list);
    }

    fn add_form(&mut self, form: &str, list: u32) {
        let row = *self.forms.entry(form, self.lists_of.len() as u32);
        self.lists_of.resize_with(self.lists_of.len().max(row as usize + 1), Lists::default);
        self.lists_of[row as usize].add(list);
    }

    #[inline]
    fn lists_of(&self, context: Context<'_>, token: usize) -> Option<&Lists> {
        let number = context.lexical.words.get(token).copied().unwrap_or(0);
        let row = match number {
            0 => self.forms.get(context.source.lowered(token))?,
            number => self.rows.get(number as usize)?.checked_sub(1)?,
        };
        self.lists_of.get(row as usize)
    }
}

/// The lists that may hold in one sentence, as bits.
#[derive(Debug, Default)]
pub(super) struct Present {
    /// First for the single words of each list, then for those of several tokens.
    bits: Vec<u64>,
    lists: u32,
}

impl Present {
    /// Reads the sentence of tokens `range`.
    pub fn read(&mut self, index: &Index, context: Context<'_>, range: Range<usize>) {
        self.lists = index.lists;
        self.bits.clear();
        self.bits.extend_from_slice(&index.kinds);
        let end = (range.end + BEYOND).min(context.source.len());
        for token in range.start.saturating_sub(BEYOND)..end {
            if let Some(lists) = index.lists_of(context, token) {
                lists.mark(&mut self.bits);
            }
        }
    }

    fn has(&self, list: u32) -> bool {
        self.bits.get(list as usize / 64).is_some_and(|bits| bits >> (list % 64) & 1 != 0)
    }

    /// Whether one of the words of the list may stand in the sentence.
    pub fn holds(&self, list: NounsId) -> bool {
        self.has(list.0) || self.holds_phrase(list)
    }

    /// Whether one of its words of several tokens may.
    pub fn holds_phrase(&self, NounsId(list): NounsId) -> bool {
        self.has(list + self.lists)
    }
}
