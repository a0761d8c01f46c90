//! Reads the verb groups of a sentence.
use super::VerbGroup;
use crate::lexicon::{Lexical, Lexicon};
use crate::text::{Sentence, Source};
pub(super) fn sentence(
    _source: Source<'_>,
    _lexicon: &Lexicon,
    _lexical: &Lexical,
    _sentence: Sentence,
    _groups: &mut Vec<VerbGroup>,
) {
}
