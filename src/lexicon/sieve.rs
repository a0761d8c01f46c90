//! Short lists of words that every token is held against.
//!
//! Comes in: a list of words with a value each. Goes out: the value of a word
//! that is in the list. A table of bits, by the ends and the length of a word,
//! turns nearly every word of a text away before its letters are compared.

use super::word_map::WordMap;

/// Bits by the first, middle and last byte of words and by their length.
#[derive(Debug, Clone)]
pub(crate) struct Sieve([u64; WORDS]);

/// The table takes two kilobytes.
const WORDS: usize = 256;

impl Default for Sieve {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Sieve {
    /// Lets `word` pass from now on.
    pub fn add(&mut self, word: &str) {
        let (at, bit) = place(word.as_bytes());
        self.0[at] |= bit;
    }

    /// Whether `word` may have been added; a few that have not pass, too.
    #[inline]
    pub fn passes(&self, word: &[u8]) -> bool {
        let (at, bit) = place(word);
        self.0[at] & bit != 0
    }
}

/// The bit of a word: its number in the table and its place there.
#[inline]
fn place(word: &[u8]) -> (usize, u64) {
    let (Some(&first), Some(&last)) = (word.first(), word.last()) else { return (0, 1) };
    let told = u32::from_le_bytes([first, word[word.len() / 2], last, word.len() as u8]);
    let hash = told.wrapping_mul(0x9e37_79b1) >> 18;
    ((hash >> 6) as usize % WORDS, 1 << (hash & 63))
}

/// Words and their values, behind a sieve.
#[derive(Debug, Clone)]
pub(crate) struct Sieved<V> {
    sieve: Sieve,
    words: WordMap<V>,
}

impl<V> Default for Sieved<V> {
    fn default() -> Self {
        Self { sieve: Sieve::default(), words: WordMap::default() }
    }
}

impl<V: Copy> Sieved<V> {
    /// The place of the value of `word`, which becomes `value` when it had none.
    pub fn entry(&mut self, word: &str, value: V) -> &mut V {
        self.sieve.add(word);
        self.words.entry(word, value)
    }

    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<V> {
        if self.sieve.passes(word.as_bytes()) {
            self.passed(word)
        } else {
            None
        }
    }

    /// The value of a word that may be in the list: rarely asked, and so kept out of who asks.
    #[inline(never)]
    fn passed(&self, word: &str) -> Option<V> {
        self.words.get(word)
    }

    /// Number of words.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_comes_through() {
        let mut list = Sieved::default();
        for (i, word) in ["sommet", "été", "a", "rencontre au sommet de l'alliance atlantique"].iter().enumerate() {
            *list.entry(word, 0) = i;
            assert_eq!(list.get(word), Some(i));
        }
        assert!(["", "b", "sommer", "Sommet", "sommets"].iter().all(|word| list.get(word).is_none()));
        assert_eq!(list.len(), 4);
    }
}
