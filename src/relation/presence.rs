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
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tokens before their sentence conditions look at.
pub(super) const BEFORE: usize = 3;

/// The lists by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By vocabulary number of a word one more than the number of its row; most words are in no list.
    numbers: Vec<u32>,
    /// The rows of tokens the vocabulary has no number for.
    forms: Sieved<u32>,
    /// The rows of two tokens that begin phrases, by the rows of either.
    pairs: FxHashMap<(u32, u32), u32>,
    rows: Vec<Row>,
    /// The lists that a mention does for, whatever its words, as bits; room for all.
    kinds: Vec<u64>,
    lists: u32,
}

/// What a token, or two of them, may be.
#[derive(Debug, Default)]
struct Row {
    /// The lists that hold it; where it begins a phrase, `Index::lists` further on.
    lists: Vec<u32>,
    /// It is the first of two tokens.
    opens: bool,
}

impl Row {
    fn add(&mut self, list: u32) {
        if self.lists.last() != Some(&list) {
            self.lists.push(list);
        }
    }

    #[inline]
    fn mark(&self, present: &mut [u64]) {
        self.lists.iter().for_each(|&list| present[list as usize / 64] |= 1 << (list % 64));
    }
}

impl Index {
    pub fn new(lists: &[Nouns], known: &Words) -> Self {
        let kinds = vec![0; (2 * lists.len()).div_ceil(64)];
        let mut index = Self { kinds, lists: lists.len() as u32, ..Self::default() };
        for (list, nouns) in (0..).zip(lists) {
            if nouns.kinds() != Kinds::default() {
                index.kinds[list as usize / 64] |= 1 << (list % 64);
            }
            for &number in nouns.numbers() {
                index.of_number(number).add(list);
            }
            for word in nouns.unnumbered() {
                index.of_form(word).add(list);
            }
            for (first, second) in nouns.openings() {
                index.add_phrase(known, first, second, list + index.lists);
            }
        }
        index
    }

    fn of_number(&mut self, number: u32) -> &mut Row {
        let at = number as usize;
        self.numbers.resize(self.numbers.len().max(at + 1), 0);
        if self.numbers[at] == 0 {
            self.rows.push(Row::default());
            self.numbers[at] = self.rows.len() as u32;
        }
        &mut self.rows[self.numbers[at] as usize - 1]
    }

    fn of_form(&mut self, form: &str) -> &mut Row {
        let row = *self.forms.entry(form, self.rows.len() as u32) as usize;
        self.rows.resize_with(self.rows.len().max(row + 1), Row::default);
        &mut self.rows[row]
    }

    /// A word with a number is told by that; what may be no word, such as a figure, by its letters as well.
    fn rows_of(&mut self, known: &Words, token: &str) -> impl Iterator<Item = u32> + Clone {
        let number = known.vocabulary().number(token);
        let number = (number != 0).then(|| {
            self.of_number(number);
            self.numbers[number as usize] - 1
        });
        let lettered = token.starts_with(char::is_alphabetic);
        let form = (number.is_none() || !lettered).then(|| {
            self.of_form(token);
            self.forms.get(token)
        });
        number.into_iter().chain(form.flatten())
    }

    fn add_phrase(&mut self, known: &Words, first: &str, second: Option<&str>, list: u32) {
        let first = self.rows_of(known, first);
        let Some(second) = second else {
            return first.for_each(|row| self.rows[row as usize].add(list));
        };
        let second = self.rows_of(known, second);
        for (a, b) in first.flat_map(|a| second.clone().map(move |b| (a, b))) {
            self.rows[a as usize].opens = true;
            let row = *self.pairs.entry((a, b)).or_insert(self.rows.len() as u32) as usize;
            self.rows.resize_with(self.rows.len().max(row + 1), Row::default);
            self.rows[row].add(list);
        }
    }

    #[inline]
    fn row(&self, context: Context<'_>, token: usize) -> Option<u32> {
        match context.lexical.words.get(token).copied().unwrap_or(0) {
            0 => self.forms.get(context.source.lowered(token)),
            number => self.numbers.get(number as usize)?.checked_sub(1),
        }
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
        // One more for a phrase that begins with the last token.
        let end = (range.end + 1).min(context.source.len());
        let mut before = None;
        for token in range.start.saturating_sub(BEFORE)..end {
            let row = index.row(context, token);
            if let Some(pair) = before.zip(row).and_then(|pair| index.pairs.get(&pair)) {
                index.rows[*pair as usize].mark(&mut self.bits);
            }
            before = row.filter(|&row| {
                let row = &index.rows[row as usize];
                row.mark(&mut self.bits);
                row.opens
            });
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
