//! What single words may begin: a described event, a described organisation, a time expression.
//!
//! Comes in: the tokens and their words. Goes out: for each token bits that
//! say which finders need to look at it. A word is held against the lists
//! once for all texts; after that its number tells.

use super::organization::may_be_head;
use super::timex::Tagger;
use super::{cues, Context};

/// May be the head of a described event.
pub(super) const EVENT: u8 = 1;
/// May be the head of a described organisation.
pub(super) const HEAD: u8 = 1 << 1;
/// May belong to a time expression.
pub(super) const TIME: u8 = 1 << 2;

/// For each token its bits.
#[derive(Debug, Default, Clone)]
pub(super) struct Marks(Vec<u8>);

impl Marks {
    pub fn read(context: Context<'_>, tagger: &Tagger) -> Self {
        let tokens = context.source.tokens.list().iter().zip(&context.lexical.words).enumerate();
        let marks = tokens.map(|(index, (token, &word))| {
            if !token.is_word() {
                // Every word of the lists begins with a letter.
                return 0;
            }
            context.lexicon.remembered(word, || {
                let lowered = context.source.lowered(index);
                let bit = |is: bool, bit: u8| if is { bit } else { 0 };
                bit(cues::may_be_event(lowered), EVENT)
                    | bit(may_be_head(lowered), HEAD)
                    | bit(tagger.may_be_time(context.source.folded(index)), TIME)
            })
        });
        Self(marks.collect())
    }

    /// Whether token `index` has the mark.
    #[inline]
    pub fn has(&self, index: usize, mark: u8) -> bool {
        self.0.get(index).is_some_and(|bits| bits & mark != 0)
    }

    /// The tokens that have the mark.
    pub fn of(&self, mark: u8) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(move |(_, bits)| **bits & mark != 0).map(|(index, _)| index)
    }
}
