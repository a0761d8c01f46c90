//! What single words may begin: a described event, a described organisation, a time expression.
//!
//! Comes in: the tokens and their words. Goes out: for each token bits that
//! say which finders need to look at it. A word is held against the lists
//! once for all texts; after that its number tells.

use super::cues;
use super::organization::may_be_head;
use super::place::may_be_seat;
use super::timex::Tagger;
use crate::lexicon::{Lexical, Lexicon, Topic};
use crate::text::Source;

/// May be the head of a described event.
pub(super) const EVENT: u8 = 1;
/// May be the head of a described organisation.
pub(super) const HEAD: u8 = 1 << 1;
/// May belong to a time expression; a number always may.
pub(super) const TIME: u8 = 1 << 2;
/// May be the head of a described place.
pub(super) const SEAT: u8 = 1 << 3;
/// A word that begins with a capital.
pub(super) const CAPITAL: u8 = 1 << 4;
/// An opening bracket.
pub(super) const OPEN: u8 = 1 << 5;

/// For each token its bits.
#[derive(Debug, Default, Clone)]
pub(crate) struct Marks(Vec<u8>);

impl Marks {
    /// Reads the text, in place of the one before.
    pub fn read(&mut self, source: Source<'_>, lexicon: &Lexicon, lexical: &Lexical, tagger: &Tagger) {
        let tokens = source.tokens.list().iter().zip(&lexical.words).enumerate();
        let marks = tokens.map(|(index, (token, &word))| {
            if !token.is_word() {
                // Every word of the lists begins with a letter.
                let bracket = || source.str(index).starts_with('(');
                return match token.is_number() {
                    true => TIME,
                    false if bracket() => OPEN,
                    false => 0,
                };
            }
            let capital = if token.is_capitalized() { CAPITAL } else { 0 };
            capital
                | lexicon.remembered(Topic::Marks, word, || {
                    let lowered = source.lowered(index);
                    let bit = |is: bool, bit: u8| if is { u16::from(bit) } else { 0 };
                    bit(cues::may_be_event(lowered), EVENT)
                        | bit(may_be_head(lowered), HEAD)
                        | bit(may_be_seat(lowered), SEAT)
                        | bit(tagger.may_be_time(source.folded(index)), TIME)
                }) as u8
        });
        self.0.clear();
        self.0.extend(marks);
    }

    /// Whether token `index` has the mark.
    #[inline]
    pub fn has(&self, index: usize, mark: u8) -> bool {
        self.0.get(index).is_some_and(|bits| bits & mark != 0)
    }

    /// The tokens that have one of the marks: eight are looked at together, and of these only those that have it alone.
    pub fn of(&self, mark: u8) -> impl Iterator<Item = usize> + '_ {
        let (mask, mut next, mut marked) = (u64::from_le_bytes([mark; 8]), 0, 0);
        std::iter::from_fn(move || {
            while marked == 0 {
                let rest = self.0.get(next..).filter(|rest| !rest.is_empty())?;
                marked = mask & rest.first_chunk().map_or_else(|| last(rest), |eight| u64::from_le_bytes(*eight));
                next += 8;
            }
            let byte = marked.trailing_zeros() / 8;
            marked &= !(0xff << (8 * byte));
            Some(next - 8 + byte as usize)
        })
    }
}

/// The bits of fewer than eight tokens.
fn last(rest: &[u8]) -> u64 {
    rest.iter().rev().fold(0, |all, &bits| all << 8 | u64::from(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_with_a_mark_is_told_and_no_other() {
        for count in 0..40 {
            let marks = Marks((0..count).map(|i: u8| if i % 3 == 0 { TIME | EVENT } else { i % 2 * HEAD }).collect());
            for mark in [TIME, HEAD, TIME | HEAD, SEAT] {
                let alone: Vec<usize> = (0..count as usize).filter(|&i| marks.has(i, mark)).collect();
                assert_eq!(marks.of(mark).collect::<Vec<_>>(), alone);
            }
        }
    }
}
