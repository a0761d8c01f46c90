//! Single words and the words of the grammar: all that frames are understood by.
//!
//! Comes in: the embedded lists. Goes out: [`Words`]. It knows no names of the gazetteers; a [`Lexicon`](super::Lexicon)
//! is made of it and of [`Names`](super::Names).

use super::embedded;
use super::grammar::Grammar;
use super::vocabulary::{Vocabulary, Word};
use crate::error::Error;

/// Single words, and closed-class words and phrases.
#[derive(Debug)]
pub struct Words {
    pub(super) vocabulary: Vocabulary,
    grammar: Grammar,
}

impl Words {
    /// The embedded words and verbs.
    ///
    /// # Errors
    /// Every fault of the file of verbs, with line and column.
    pub fn embedded() -> Result<Self, Error> {
        let (mut vocabulary, mut faults) = (Vocabulary::default(), Vec::new());
        vocabulary.make_room(embedded::WORDS);
        vocabulary.number_first(embedded::FREQUENT);
        vocabulary.load_words(embedded::WORDS);
        vocabulary.load_verbs(embedded::VERBS, &mut faults);
        if !faults.is_empty() {
            return Err(Error::gazetteer(faults));
        }
        let grammar = Grammar::new(&mut vocabulary);
        Ok(Self { vocabulary, grammar })
    }

    /// Single words.
    #[must_use]
    #[inline]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Closed-class words and phrases.
    #[must_use]
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// What the vocabulary knows of word `number`.
    #[must_use]
    #[inline]
    pub fn word(&self, number: u32) -> &Word {
        self.vocabulary.word(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_known_anyway_are_numbered_first() {
        let (mut vocabulary, mut faults) = (Vocabulary::default(), Vec::new());
        vocabulary.make_room(embedded::WORDS);
        vocabulary.load_words(embedded::WORDS);
        vocabulary.load_verbs(embedded::VERBS, &mut faults);
        Grammar::new(&mut vocabulary);
        let count = vocabulary.numbers_of_words().len();
        vocabulary.number_first(embedded::FREQUENT);
        assert_eq!(vocabulary.numbers_of_words().len(), count);
    }
}
