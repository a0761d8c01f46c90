//! Names the text has introduced: a later « Vichniakova » is whom « Olena Vichniakova » named.

use super::super::resolve::Candidates;
use super::super::{sound, Context, MentionKind, Origin, Sound};
use super::run::{is_regnal, Run};
use rustc_hash::{FxHashMap, FxHashSet};

/// The words by which the text's persons may be called again.
#[derive(Debug, Default)]
pub(super) struct Memory<'a> {
    /// Folded words of names, and what each of them is: bits.
    words: FxHashMap<&'a str, u8>,
    /// How last words sound.
    sounds: FxHashSet<Sound>,
}

/// The last word of a name.
const LAST: u8 = 1;
/// The first word of a name that puts the family name first.
const FIRST: u8 = 1 << 1;
/// A given name.
const GIVEN: u8 = 1 << 2;
/// A last word that a capitalised particle precedes (« Le Pen », « De Gendt »).
const PREFIXED: u8 = 1 << 3;

/// Whether nothing around an open part speaks against its being a name used before.
pub(super) fn may_be_known(context: Context<'_>, found: &Candidates, part: Run) -> bool {
    let before = context.previous(part.first, 1);
    part.len() > 0
        && found.covering(part.first).is_none_or(|m| m.kind() == MentionKind::Place)
        && !matches!(before, "la" | "le" | "l'" | "les" | "en" | "une" | "un")
        && !super::evidence::foreign_link(context, part.first)
        && !context.cue_before(part.first, 1).facility()
        && !context.cue_before(part.first, 1).thing()
}

impl<'a> Memory<'a> {
    /// What these names tell.
    pub fn of(context: Context<'a>, names: &[Run]) -> Self {
        let mut memory = Self::default();
        names.iter().for_each(|&name| memory.learn(context, name));
        memory
    }

    fn add(&mut self, folded: &'a str, bits: u8) {
        *self.words.entry(folded).or_default() |= bits;
    }

    /// Whether a word has one of these bits.
    fn is(&self, folded: &str, bits: u8) -> bool {
        self.words.get(folded).is_some_and(|have| have & bits != 0)
    }

    fn learn(&mut self, context: Context<'a>, name: Run) {
        let source = context.source;
        self.sounds.extend(sound(source.folded(name.last - 1)));
        if name.len() == 1 {
            self.add(source.folded(name.first), LAST);
            return;
        }
        let tail = name.last - 1;
        if is_regnal(context, tail) {
            self.add(source.folded(name.first), LAST);
            return;
        }
        let lowered = !context.is_capital(tail);
        let given = context.name(name.first).given;
        if lowered || given == 0 || source.folded(name.first).len() <= 4 {
            // « Kim Jong-un »: called « Kim » later.
            self.add(source.folded(name.first), FIRST);
        }
        if given > 0 {
            self.add(source.folded(name.first), GIVEN);
        }
        if !lowered {
            // « Le Pen », « Van der Bellen », « Dupond-Moretti » come back whole or by their last word.
            self.add(source.folded(tail), LAST);
            if context.is_joined(tail) {
                self.add(source.folded(tail - 1), LAST);
            }
            let before = tail - 1;
            if before > name.first && context.cue(before).particle() && context.is_capital(before) {
                self.add(source.folded(tail), PREFIXED);
                return;
            }
            if before > name.first && context.name(before).given == 0 {
                self.add(source.folded(before), LAST);
            }
        }
    }

    /// The name in an open part that [`may_be_known`] and that the text has used before.
    pub fn recall(&self, context: Context<'a>, found: &Candidates, part: Run) -> Option<(Run, &'static str)> {
        let source = context.source;
        let knows = |k: usize| {
            let folded = source.folded(k);
            folded.len() >= 2 && self.is(folded, LAST | FIRST)
        };
        let place = |k: usize| found.covering_kind(k, MentionKind::Place).is_some();
        if part.len() == 1 {
            let guessed = found.covering(part.first).is_some_and(|m| m.origin == Origin::Rule("place:preposition"));
            if place(part.first) && !guessed
                || source.get(part.first)?.is_all_caps() && source.folded(part.first).len() < 4
            {
                return None;
            }
            let common = context.is_opener(part.first);
            let back = part.first.wrapping_sub(1);
            if self.is(source.folded(part.first), PREFIXED)
                && context.goes_on(part.first)
                && context.is_capital(back)
                && context.cue(back).particle()
            {
                return Some((Run { first: back, last: part.last }, "person:repeated"));
            }
            if knows(part.first) && !common {
                return Some((part, "person:repeated"));
            }
            // « Lukashenko » after « Alexandre Loukachenko »
            let unknown = context.word(part.first).pos.0 == 0 && context.hit_at(part.first).is_none();
            if unknown && !common && sound(source.folded(part.first)).is_some_and(|heard| self.sounds.contains(&heard))
            {
                return Some((part, "person:repeated"));
            }
            let given = self.is(source.folded(part.first), GIVEN) && !common;
            return given.then_some((part, "person:repeated given name"));
        }
        // The whole run is the name, or it ends in one after words of the sentence.
        let tail = part.last - 1;
        if knows(tail) && !place(tail) && !context.is_common(tail) {
            let whole = (part.first..tail)
                .all(|k| context.cue(k).particle() || context.is_joined(k + 1) || !context.is_common(k));
            let run = if whole { part } else { Run { first: tail, last: part.last } };
            return Some((run, "person:repeated"));
        }
        None
    }
}
