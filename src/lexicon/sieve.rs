//! Short lists of words that every token is held against.
//!
//! Comes in: a list of words with a value each. Goes out: the value of a word
//! that is in the list. Two tables, of first and last byte with the lengths
//! that go with them, turn nearly every word of a text away before it is hashed.

use super::word_map::WordMap;

/// First and last bytes of words, each with the lengths of the words.
#[derive(Debug, Clone)]
pub(crate) struct Sieve {
    first: [u32; 256],
    last: [u32; 256],
}

impl Default for Sieve {
    fn default() -> Self {
        Self { first: [0; 256], last: [0; 256] }
    }
}

impl Sieve {
    /// Lets `word` pass from now on.
    pub fn add(&mut self, word: &str) {
        if let (Some(&first), Some(&last)) = (word.as_bytes().first(), word.as_bytes().last()) {
            self.first[first as usize] |= bit(word);
            self.last[last as usize] |= bit(word);
        }
    }

    /// Whether `word` may have been added; some that have not pass, too.
    #[inline]
    pub fn passes(&self, word: &str) -> bool {
        match (word.as_bytes().first(), word.as_bytes().last()) {
            (Some(&first), Some(&last)) => self.first[first as usize] & self.last[last as usize] & bit(word) != 0,
            _ => false,
        }
    }
}

#[inline]
fn bit(word: &str) -> u32 {
    1 << word.len().min(31)
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
        if self.sieve.passes(word) {
            self.words.get(word)
        } else {
            None
        }
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
