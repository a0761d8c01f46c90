//! What need not be read: sentences and frames of which a few words tell that nothing can come of them.
//!
//! Comes in: mentions, verb groups and words of a sentence, before anything
//! hangs on anything. Goes out: whether to go on. It never says that a frame
//! fires, only that it cannot.

use super::retold::follows;
use super::Extraction;
use crate::mention::MentionKind;
use crate::relation::frame::{NounTrigger, NounsId, Opening, Slot, VerbTrigger};
use crate::relation::model::Relation;
use crate::syntax::{Pronoun, VerbGroup, Voice};
use std::ops::Range;

impl Extraction<'_, '_> {
    /// Whether the sentence has somebody to act and a word to trigger what may come true, or a place that may speak.
    pub(super) fn worth_reading(&mut self, number: usize, range: Range<usize>, found: &[Relation]) -> bool {
        let from = self.mentions.list.partition_point(|m| (m.last as usize) <= range.start);
        let here = || self.mentions.list[from..].iter().take_while(|m| (m.first as usize) < range.end);
        let verbs = self.context.syntax.groups_of(number).1;
        if !here().any(|m| m.kind() != MentionKind::Date) && !verbs.iter().any(refers) && !self.takes_up(range.clone())
        {
            return false;
        }
        let frames = self.frames;
        let words = &self.context.lexical.words[range.clone()];
        let of_verb = |group: &VerbGroup| group.verb.map_or(&[] as &[_], |verb| frames.of_verb(verb));
        let of_noun = |&word: &u32| frames.of_noun(word);
        if verbs.iter().all(|group| of_verb(group).is_empty()) && words.iter().all(|word| of_noun(word).is_empty()) {
            return false;
        }
        // Whatever the words of conditions say.
        let anyhow = self.notes.is_some()
            || follows(self.context.source.span(range.start, range.end).start, found)
            || frames.preposition_words.has(0)
            || words.iter().any(|&word| frames.preposition_words.has(word))
            || here().any(|m| m.kind() == MentionKind::Place) && verbs.iter().any(|g| self.tells(g));
        if !anyhow && !self.is_told(verbs, range.clone(), |_| true) {
            return false;
        }
        self.present.read(&frames.index, self.context, range.clone());
        anyhow || self.is_told(verbs, range, |frame| self.any_may_fire(&[frame]))
    }

    /// « ces derniers », « les deux hommes », « le Russe »: somebody told before, without a name.
    fn takes_up(&self, range: Range<usize>) -> bool {
        let source = self.context.source;
        (range.start + 1..range.end).any(|t| match source.lowered(t) {
            "deux" => source.lowered(t - 1) == "les",
            word => {
                word.starts_with("derni") && source.lowered(t - 1).starts_with("ce")
                    || source.get(t).is_some_and(|t| t.is_capitalized())
                        && matches!(source.lowered(t - 1), "le" | "la" | "l'")
                        && self.context.nationality(t).is_some()
            }
        })
    }

    /// Whether all the words of a trigger stand in the sentence, one of whose frames `may` fire.
    fn is_told(&self, verbs: &[VerbGroup], range: Range<usize>, may: impl Fn(u32) -> bool) -> bool {
        let frames = self.frames;
        let by_verb = |group: &VerbGroup| {
            let triggers = group.verb.map_or(&[] as &[_], |verb| frames.of_verb(verb));
            !triggers.is_empty() && {
                let ahead = self.ahead(group.last as usize, self.skippable(group.last as usize));
                triggers.iter().any(|t| t.opening.meets(ahead) && t.is_voiced(group) && may(t.frame))
            }
        };
        let by_noun = |at: usize| {
            let triggers = frames.of_noun(self.context.lexical.words[at]);
            triggers.iter().any(|noun| self.is_whole(noun, at) && noun.frames.iter().any(|&frame| may(frame)))
        };
        verbs.iter().any(by_verb) || range.into_iter().any(by_noun)
    }

    /// Whether a verb's frame may fire, `ahead` being the words behind the verb.
    pub(super) fn verb_may_fire(&self, trigger: &VerbTrigger, group: &VerbGroup, ahead: Opening) -> bool {
        trigger.opening.meets(ahead)
            && trigger.is_voiced(group)
            && trigger.needs.is_none_or(|list| self.present.holds(list))
    }

    /// Whether all words of a noun trigger stand from token `at` on.
    pub(super) fn is_whole(&self, trigger: &NounTrigger, at: usize) -> bool {
        trigger.rest.iter().enumerate().all(|(i, word)| self.context.source.lowered(at + 1 + i) == word)
    }

    /// Whether one of the frames has every word it requires somewhere in the sentence; all do when notes are kept.
    pub(super) fn any_may_fire(&self, frames: &[u32]) -> bool {
        let may =
            |&frame: &u32| self.frames.frame(frame).require.iter().all(|&(slot, nouns)| self.may_hold(slot, nouns));
        self.notes.is_some() || frames.iter().any(may)
    }

    /// Whether a condition may hold in the sentence at all. Adjectives agree in more ways than lists tell.
    pub(super) fn may_hold(&self, slot: Slot, nouns: NounsId) -> bool {
        slot == Slot::Adjective || self.present.holds(nouns)
    }

    /// Whether the subject of the verb speaks or acts.
    fn tells(&self, group: &VerbGroup) -> bool {
        let cues = &self.frames.cues;
        group.is_finite()
            && group.voice != Voice::Passive
            && group.verb.is_some_and(|v| cues.speech(v) || cues.verb(v, group.voice == Voice::Reflexive).is_some())
    }
}

/// Whether the verb's subject or object is a pronoun that may take up somebody told before.
fn refers(group: &VerbGroup) -> bool {
    group.clitics.direct() || group.clitics.indirect() || group.subject.is_some_and(|s| s != Pronoun::Other)
}
