//! Which lists of words a sentence holds a word of.
//!
//! Comes in: the lists that conditions of frames name, and the tokens of a
//! sentence. Goes out: the lists that may hold there. Found once a sentence,
//! it says which frames cannot fire before anything hangs on anything. It
//! never says that a condition holds, only that it cannot.

use super::frame::{Kinds, Nouns, NounsId};
use crate::lexicon::sieve::Sieved;
use crate::lexicon::Lexicon;
use crate::mention::Context;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How far conditions look beyond their sentence, in tokens.
const BEYOND: usize = 8;

/// The lists by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By vocabulary number of a word.
    numbers: FxHashMap<u32, Vec<u32>>,
    /// The numbers again, as bits: most tokens are in no list.
    listed: Vec<u64>,
    /// By tokens the vocabulary has no number for.
    forms: Sieved<u32>,
    of_form: Vec<Vec<u32>>,
    /// The lists that a mention does for, whatever its words, as bits.
    kinds: Vec<u64>,
}

impl Index {
    pub fn new(lists: &[Nouns], lexicon: &Lexicon) -> Self {
        let mut index = Self { kinds: vec![0; lists.len().div_ceil(64)], ..Self::default() };
        for (list, nouns) in (0..).zip(lists) {
            if nouns.kinds() != Kinds::default() {
                index.kinds[list as usize / 64] |= 1 << (list % 64);
            }
            for &number in nouns.numbers() {
                index.add_number(number, list);
            }
            for word in nouns.unnumbered() {
                index.add_form(word, list);
            }
            for phrase in nouns.phrases() {
                let word = phrase.split([' ', '-']).next().unwrap_or("");
                for token in beginnings(word) {
                    index.add_number(lexicon.vocabulary().number(token), list);
                    index.add_form(token, list);
                }
            }
        }
        index
    }

    fn add_number(&mut self, number: u32, list: u32) {
        if number != 0 {
            let at = number as usize / 64;
            self.listed.resize(self.listed.len().max(at + 1), 0);
            self.listed[at] |= 1 << (number % 64);
            add(self.numbers.entry(number).or_default(), list);
        }
    }

    fn add_form(&mut self, form: &str, list: u32) {
        let at = *self.forms.entry(form, self.of_form.len() as u32) as usize;
        self.of_form.resize_with(self.of_form.len().max(at + 1), Vec::new);
        add(&mut self.of_form[at], list);
    }

    fn lists_of(&self, context: Context<'_>, token: usize) -> &[u32] {
        let number = context.lexical.words.get(token).copied().unwrap_or(0);
        if number == 0 {
            let form = self.forms.get(context.source.lowered(token));
            return form.map_or(&[], |form| self.of_form[form as usize].as_slice());
        }
        let listed = self.listed.get(number as usize / 64).is_some_and(|bits| bits >> (number % 64) & 1 != 0);
        match listed {
            true => self.numbers.get(&number).map_or(&[], Vec::as_slice),
            false => &[],
        }
    }
}

/// What the first token of a word may be: the word, or what stands before or with a mark: « l' » of « l'accord ».
fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    let marks = word.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    marks.flat_map(|(at, c)| [&word[..at], &word[..at + c.len_utf8()]]).chain([word]).filter(|token| !token.is_empty())
}

fn add(lists: &mut Vec<u32>, list: u32) {
    if lists.last() != Some(&list) {
        lists.push(list);
    }
}

/// The lists that may hold in one sentence, as bits.
#[derive(Debug, Default)]
pub(super) struct Present(Vec<u64>);

impl Present {
    /// Reads the sentence of tokens `range`.
    pub fn read(&mut self, index: &Index, context: Context<'_>, range: Range<usize>) {
        self.0.clear();
        self.0.extend_from_slice(&index.kinds);
        let end = (range.end + BEYOND).min(context.source.len());
        for token in range.start.saturating_sub(BEYOND)..end {
            for &list in index.lists_of(context, token) {
                self.0[list as usize / 64] |= 1 << (list % 64);
            }
        }
    }

    /// Whether a word of the list may stand in the sentence.
    pub fn holds(&self, NounsId(list): NounsId) -> bool {
        self.0.get(list as usize / 64).is_some_and(|bits| bits >> (list % 64) & 1 != 0)
    }
}
