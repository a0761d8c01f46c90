//! Names the text has introduced: a later « Vichniakova » is whom « Olena Vichniakova » named.

use super::super::resolve::Candidates;
use super::super::{sound, Context, MentionKind, Origin};
use super::run::{is_regnal, Run};
use rustc_hash::FxHashSet;

/// The words by which the text's persons may be called again.
#[derive(Debug, Default)]
pub(super) struct Memory<'a> {
    /// Folded last words of names.
    last: FxHashSet<&'a str>,
    /// Folded first words of names that put the family name first, and of names of one word.
    first: FxHashSet<&'a str>,
    /// Folded given names.
    given: FxHashSet<&'a str>,
    /// Folded last words that a capitalised particle precedes (« Le Pen », « De Gendt »).
    prefixed: FxHashSet<&'a str>,
    /// How last words sound.
    sounds: FxHashSet<String>,
}

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

    fn learn(&mut self, context: Context<'a>, name: Run) {
        let source = context.source;
        let vocabulary = context.lexicon.vocabulary();
        self.sounds.extend(sound(source.folded(name.last - 1)));
        if name.len() == 1 {
            self.last.insert(source.folded(name.first));
            return;
        }
        let tail = name.last - 1;
        if is_regnal(context, tail) {
            self.last.insert(source.folded(name.first));
            return;
        }
        let lowered = !context.is_capital(tail);
        let given = vocabulary.name(source.folded(name.first)).given;
        if lowered || given == 0 || source.folded(name.first).len() <= 4 {
            // « Kim Jong-un »: called « Kim » later.
            self.first.insert(source.folded(name.first));
        }
        if given > 0 {
            self.given.insert(source.folded(name.first));
        }
        if !lowered {
            // « Le Pen », « Van der Bellen », « Dupond-Moretti » come back whole or by their last word.
            self.last.insert(source.folded(tail));
            if context.is_joined(tail) {
                self.last.insert(source.folded(tail - 1));
            }
            let before = tail - 1;
            if before > name.first && context.cue(before).particle() && context.is_capital(before) {
                self.prefixed.insert(source.folded(tail));
                return;
            }
            if before > name.first && vocabulary.name(source.folded(before)).given == 0 {
                self.last.insert(source.folded(before));
            }
        }
    }

    /// The name in an open part that [`may_be_known`] and that the text has used before.
    pub fn recall(&self, context: Context<'a>, found: &Candidates, part: Run) -> Option<(Run, &'static str)> {
        let source = context.source;
        let knows = |k: usize| {
            let folded = source.folded(k);
            folded.len() >= 2 && (self.last.contains(folded) || self.first.contains(folded))
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
            if self.prefixed.contains(source.folded(part.first))
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
            let given = self.given.contains(source.folded(part.first)) && !common;
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
