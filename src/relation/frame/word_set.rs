//! A set of words that every word of a sentence is held against.
//!
//! Comes in: numbers of words. Goes out: whether one is in the set: one bit is read. It never looks at letters.

/// A set of words, by their numbers in the vocabulary.
#[derive(Debug, Default)]
pub(in crate::relation) struct WordSet(Vec<u64>);

impl WordSet {
    pub(super) fn insert(&mut self, word: u32) {
        let at = word as usize / 64;
        self.0.resize(self.0.len().max(at + 1), 0);
        self.0[at] |= 1 << (word % 64);
    }

    /// Whether one of the words is in the set, or the word nothing is known of.
    pub(super) fn has_any(&self, words: &[u32]) -> bool {
        self.has(0) || words.iter().any(|&word| self.has(word))
    }

    #[inline]
    pub(in crate::relation) fn has(&self, word: u32) -> bool {
        self.0.get(word as usize / 64).is_some_and(|bits| bits >> (word % 64) & 1 != 0)
    }
}
