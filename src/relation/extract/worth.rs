//! What need not be read: sentences and frames of which a few words tell that nothing can come of them.
//!
//! Comes in: mentions, verb groups and words of a sentence, before anything
//! hangs on anything. Goes out: whether to go on. It never says that a frame
//! fires, only that it cannot.

use super::retold::{follows, near};
use super::Extraction;
use crate::id::MentionId;
use crate::lexicon::Sorts;
use crate::mention::{Mention, MentionKind};
use crate::relation::arguments::{kinds_at_most, names_them};
use crate::relation::frame::{Fixed, Kinds, Manner, NounTrigger, NounsId, Opening, Signs, Slot, VerbTrigger};
use crate::relation::model::Relation;
use crate::syntax::{VerbForm, VerbGroup, Voice};
use std::ops::Range;

/// How many tokens behind a sentence a name may stand that its last words are read with.
const BEHIND: usize = 4;

/// A verb group of the sentence, with what stands behind it.
pub(super) struct Verb<'g> {
    pub(super) group: &'g VerbGroup,
    /// Its number in the text.
    number: usize,
    /// How many words behind it may stand before the fixed words of its predicate.
    pub(super) skippable: usize,
    /// What may be the first of these.
    ahead: Opening,
    manner: Manner,
}

impl Verb<'_> {
    /// Whether the group may be the trigger, as far as its voice and the word behind it tell.
    #[inline]
    fn may_be(&self, trigger: &VerbTrigger) -> bool {
        trigger.opening.meets(self.ahead) && trigger.told.meets(self.manner)
    }
}

impl Extraction<'_, '_> {
    /// Whether the sentence has somebody to act and a word to trigger what may come true, or a place that may speak.
    pub(super) fn worth_reading(&mut self, number: usize, range: Range<usize>, found: &[Relation]) -> bool {
        let from = self.mentions.list.partition_point(|m| (m.last as usize) <= range.start);
        let here = || self.mentions.list[from..].iter().take_while(|m| (m.first as usize) < range.end);
        let verbs = self.context.syntax.groups_of(number).1;
        if !here().any(|m| m.kind() != MentionKind::Date)
            && !verbs.iter().any(VerbGroup::refers)
            && !self.takes_up(range.clone())
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
            || self.may_retell(range.clone(), found)
            || frames.preposition_words.has(0)
            || words.iter().any(|&word| frames.preposition_words.has(word))
            || here().any(|m| m.kind() == MentionKind::Place) && verbs.iter().any(|g| self.tells(g));
        if !anyhow && !self.is_told(number, range.clone(), |_, _| true, |_| true) {
            return false;
        }
        self.present.read(&frames.index, self.context, number, range.clone());
        let (signs, kinds) = self.told_by_mentions(from, range.clone());
        self.present.add(&frames.index, signs, kinds);
        anyhow || self.is_told(number, range, |t, verb| self.verb_may_fire(t, verb), |t| self.noun_may_fire(t))
    }

    /// Whether a noun of the sentence may take up an event found shortly before.
    fn may_retell(&self, range: Range<usize>, found: &[Relation]) -> bool {
        let start = self.context.source.span(range.start, range.end).start;
        let told = |&frame: &u32| near(start, found).any(|old| old.kind == self.frames.frame(frame).kind);
        let noun = |at: usize| self.frames.of_noun(self.context.lexical.words[at]).iter();
        follows(start, found) && range.into_iter().any(|at| noun(at).any(|trigger| trigger.frames.iter().any(told)))
    }

    /// What the mentions of a sentence tell, the first of which has number `from`, and of what kinds they may be.
    fn told_by_mentions(&self, from: usize, range: Range<usize>) -> (Signs, Kinds) {
        let (mut signs, mut kinds) = (Signs::default(), 0);
        // A name right behind the sentence may be read with its last words.
        let near = |m: &Mention| (m.first as usize) < range.end + BEHIND;
        for (index, mention) in (from..).zip(self.mentions.list[from..].iter().take_while(|m| near(m))) {
            match kinds_at_most(self.context, self.entities, mention, MentionId::from_index(index)) {
                Kinds(0) => signs = signs.with(Signs::DATE),
                Kinds(bits) => kinds |= bits,
            }
        }
        if names_them(self.context.source, range.end) || self.names_citizen(range) {
            signs = signs.with(Signs::TAKES_UP);
        }
        (signs, Kinds(kinds))
    }

    /// « le Russe »: a nationality with a capital.
    fn names_citizen(&self, range: Range<usize>) -> bool {
        let hits = &self.context.lexical.hits;
        let from = hits.partition_point(|hit| (hit.last as usize) <= range.start);
        let capital = |token: u32| self.context.source.get(token as usize).is_some_and(|t| t.is_capitalized());
        let mut here = hits[from..].iter().take_while(|hit| (hit.first as usize) < range.end);
        here.any(|hit| hit.may_be(Sorts::DEMONYM) && (hit.first..hit.last).any(capital))
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

    /// Whether the first words of a trigger stand in sentence `number`, of tokens `range`, that may fire.
    fn is_told(
        &self,
        number: usize,
        range: Range<usize>,
        verb_may: impl Fn(&VerbTrigger, &Verb<'_>) -> bool,
        noun_may: impl Fn(&NounTrigger) -> bool,
    ) -> bool {
        let frames = self.frames;
        let (first, verbs) = self.context.syntax.groups_of(number);
        let by_verb = |(number, group): (usize, &VerbGroup)| {
            let triggers = group.verb.map_or(&[] as &[_], |verb| frames.of_verb(verb));
            !triggers.is_empty() && {
                let verb = self.verb_group(number, group);
                triggers.iter().any(|trigger| verb.may_be(trigger) && verb_may(trigger, &verb))
            }
        };
        let by_noun = |at: usize| {
            let triggers = frames.of_noun(self.context.lexical.words[at]);
            triggers.iter().any(|trigger| self.is_whole(trigger, at) && noun_may(trigger))
        };
        (first..).zip(verbs).any(by_verb) || range.into_iter().any(by_noun)
    }

    /// A verb group, with what stands behind it.
    pub(super) fn verb_group<'g>(&self, number: usize, group: &'g VerbGroup) -> Verb<'g> {
        let skippable = self.skippable(group.last as usize);
        Verb { group, number, skippable, ahead: self.ahead(group.last as usize, skippable), manner: Manner::of(group) }
    }

    /// Whether a verb's frame may fire: its own words follow the verb, and all it requires is somewhere in the sentence.
    #[inline]
    pub(super) fn verb_may_fire(&self, trigger: &VerbTrigger, verb: &Verb<'_>) -> bool {
        verb.may_be(trigger) && self.has_all(trigger, verb)
    }

    fn has_all(&self, trigger: &VerbTrigger, verb: &Verb<'_>) -> bool {
        let participle = verb.group.form == VerbForm::PastParticiple;
        let worded = |fixed: &[Fixed]| {
            fixed.is_empty() || self.fixed_end(verb.group.last as usize, fixed, verb.skippable).is_some()
        };
        trigger.needs.is_none_or(|list| self.present.holds(list))
            && self.may_fire(trigger.frame, Some((verb.number, participle)))
            && worded(&self.frames.frame(trigger.frame).fixed)
    }

    /// Whether all words of a noun trigger stand from token `at` on.
    pub(super) fn is_whole(&self, trigger: &NounTrigger, at: usize) -> bool {
        trigger.rest.iter().enumerate().all(|(i, word)| self.context.source.lowered(at + 1 + i) == word)
    }

    /// Whether one of a noun's frames may fire; all do when notes are kept.
    pub(super) fn noun_may_fire(&self, trigger: &NounTrigger) -> bool {
        self.notes.is_some() || trigger.frames.iter().any(|&frame| self.may_fire(frame, None))
    }

    /// Whether every word and mention that a frame requires is somewhere in the sentence.
    pub(super) fn may_fire(&self, frame: u32, verb: Option<(usize, bool)>) -> bool {
        self.present.allows(self.frames.premise(frame), verb)
            && self.frames.frame(frame).require.iter().all(|&(slot, nouns)| self.may_hold(slot, nouns))
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
