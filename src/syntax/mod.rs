//! Verb groups.
//!
//! Comes in: tokens and their words. Goes out: for every verb of the text one
//! [`VerbGroup`] (its tense, voice, negation, clitics, what governs it).
//! Knows no mention and no relation.

mod group;
mod reader;

pub use group::{Clitics, Pronoun, Tense, VerbForm, VerbGroup, Voice};

use crate::lexicon::{Lexical, Lexicon};
use crate::text::Source;

/// Verb groups of one text, in buffers that can be used again.
#[derive(Debug, Default, Clone)]
pub struct Syntax {
    /// By first token.
    pub groups: Vec<VerbGroup>,
    /// For each sentence, where its groups begin; one more at the end.
    starts: Vec<u32>,
}

impl Syntax {
    /// Replaces the contents by the analysis of `source`.
    pub fn read(&mut self, source: Source<'_>, lexicon: &Lexicon, lexical: &Lexical) {
        self.groups.clear();
        self.starts.clear();
        for sentence in source.tokens.sentences() {
            self.starts.push(self.groups.len() as u32);
            reader::sentence(source, lexicon, lexical, *sentence, &mut self.groups);
        }
        self.starts.push(self.groups.len() as u32);
    }

    /// The groups of sentence number `sentence`, with the number of the first of them.
    #[must_use]
    pub fn groups_of(&self, sentence: usize) -> (usize, &[VerbGroup]) {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&from), Some(&to)) => (from as usize, &self.groups[from as usize..to as usize]),
            _ => (0, &[]),
        }
    }

    /// The group that token `index` belongs to.
    #[must_use]
    pub fn group_at(&self, index: usize) -> Option<&VerbGroup> {
        let after = self.groups.partition_point(|g| g.first as usize <= index);
        self.groups[..after].last().filter(|g| index < g.last as usize)
    }
}
