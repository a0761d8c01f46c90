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
use crate::reference::coreference::land;
use crate::reference::Stand;
use crate::relation::arguments::{kinds_at_most, kinds_taken_up, names_them};
use crate::relation::frame::{Fixed, Kinds, Manner, NounTrigger, NounsId, Opening, Signs, Slot, VerbTrigger};
use crate::relation::model::Relation;
use crate::relation::presence::{Elsewhere, Present};
use crate::syntax::{VerbForm, VerbGroup, Voice};
use std::ops::Range;

/// How many tokens behind a sentence a name may stand that its last words are read with.
const BEHIND: usize = 4;

/// A verb group of the sentence, with what stands behind it.
pub(super) struct Verb<'g> {
    group: &'g VerbGroup,
    /// Its number in the text.
    number: usize,
    /// How many words behind it may stand before the fixed words of its predicate.
    skippable: usize,
    /// What may be the first of these.
    ahead: Opening,
    manner: Manner,
}

/// What the words and mentions of a sentence tell before anything hangs on anything.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Which words of conditions it may hold.
    pub(super) present: Present,
    /// The frames that its verbs may make fire, verb by verb.
    pub(super) tries: Vec<Try>,
}

/// A frame that a verb may make fire, as far as the words and mentions of the sentence tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Try {
    /// The number of the verb group in the text.
    group: usize,
    pub(super) frame: u32,
}

impl Verb<'_> {
    /// Whether the group may be the trigger, as far as its voice and the word behind it tell. One branch for both.
    #[inline]
    fn may_be(&self, trigger: &VerbTrigger) -> bool {
        trigger.opening.meets(self.ahead) & trigger.told.meets(self.manner)
    }
}

impl<'a> Extraction<'a, '_> {
    /// Whether the sentence has somebody to act and a word to trigger what may come true, or a place that may speak.
    pub(super) fn worth_reading(&mut self, number: usize, range: Range<usize>) -> bool {
        if !self.may_tell(number, range.clone()) {
            return false;
        }
        let frames = self.frames;
        let verbs = self.context.syntax.groups_of(number).1;
        let words = &self.context.lexical.words[range.clone()];
        self.look_at(number, range.clone());
        // Whatever the words of conditions say.
        let anyhow = || self.notes.is_some() || self.names_open_place(&range) && verbs.iter().any(|g| self.tells(g));
        !self.held.tries.is_empty()
            || anyhow()
            || self.noun_is_told(range.clone(), |trigger| self.noun_may_fire(trigger))
            || frames.preposition_is_told(words, |frame| self.noun_frame_may_fire(frame))
    }

    /// Whether the sentence names a place of which its relations tell whether it stands for its government.
    fn names_open_place(&self, range: &Range<usize>) -> bool {
        let open = |index| self.entities.stand(MentionId::from_index(index)) == Stand::Open;
        (self.first_named(range)..)
            .zip(self.named(range))
            .any(|(index, mention)| mention.kind() == MentionKind::Place && open(index))
    }

    /// Whether a sentence that was not worth reading has a noun that may take up an event found shortly before.
    pub(super) fn may_take_up(&self, number: usize, range: Range<usize>, found: &[Relation]) -> bool {
        self.may_retell(range.clone(), found) && self.may_tell(number, range)
    }

    /// Whether the sentence has somebody to act and the first word of a trigger.
    fn may_tell(&self, number: usize, range: Range<usize>) -> bool {
        let verbs = self.context.syntax.groups_of(number).1;
        let words = &self.context.lexical.words[range.clone()];
        let somebody = self.named(&range).any(|m| m.kind() != MentionKind::Date) || verbs.iter().any(VerbGroup::refers);
        let called_up = || {
            verbs.iter().any(|group| !self.triggers_of(group).is_empty())
                || words.iter().any(|&word| !self.frames.of_noun(word).is_empty())
        };
        called_up() && (somebody || self.takes_up(range))
    }

    /// The mentions of a sentence.
    fn named(&self, range: &Range<usize>) -> impl Iterator<Item = &'a Mention> {
        let (from, end) = (self.first_named(range), range.end);
        self.mentions.list[from..].iter().take_while(move |m| (m.first as usize) < end)
    }

    /// The number of the first of them.
    fn first_named(&self, range: &Range<usize>) -> usize {
        self.mentions.list.partition_point(|m| (m.last as usize) <= range.start)
    }

    /// Gathers what the words and mentions of the sentence tell, and the frames that may fire.
    pub(super) fn look_at(&mut self, number: usize, range: Range<usize>) {
        let index = &self.frames.index;
        let (signs, kinds) = self.told_by_mentions(range.clone());
        self.held.present.read(index, self.context, number, range);
        let elsewhere = *self.elsewhere.get_or_init(|| self.told_in_text());
        self.held.present.add(signs, kinds, elsewhere);
        self.choose(number);
    }

    /// Keeps, for each verb of sentence `number`, the frames that may fire.
    fn choose(&mut self, number: usize) {
        let mut tries = std::mem::take(&mut self.held.tries);
        tries.clear();
        let (first, groups) = self.context.syntax.groups_of(number);
        for (number, group) in (first..).zip(groups) {
            let triggers = self.triggers_of(group);
            if triggers.is_empty() {
                continue;
            }
            let verb = self.verb_group(number, group);
            let may_fire = triggers.iter().filter(|trigger| self.verb_may_fire(trigger, &verb));
            tries.extend(may_fire.map(|trigger| Try { group: number, frame: trigger.frame }));
        }
        self.held.tries = tries;
    }

    /// Where the frames that verb group `number` may make fire stand among the tries.
    pub(super) fn tries_of(&self, number: usize) -> Range<usize> {
        let from = self.held.tries.partition_point(|t| t.group < number);
        from..from + self.held.tries[from..].partition_point(|t| t.group == number)
    }

    fn triggers_of(&self, group: &VerbGroup) -> &'a [VerbTrigger] {
        group.verb.map_or(&[], |verb| self.frames.of_verb(verb))
    }

    /// Whether a noun of the sentence may take up an event found shortly before.
    fn may_retell(&self, range: Range<usize>, found: &[Relation]) -> bool {
        let start = self.context.source.span(range.start, range.end).start;
        let told = |&frame: &u32| near(start, found).any(|old| old.kind == self.frames.frame(frame).kind);
        let noun = |at: usize| self.frames.of_noun(self.context.lexical.words[at]).iter();
        follows(start, found) && range.into_iter().any(|at| noun(at).any(|trigger| trigger.frames.iter().any(told)))
    }

    /// What the mentions of a sentence tell, and of what kinds they may be.
    fn told_by_mentions(&self, range: Range<usize>) -> (Signs, Kinds) {
        let from = self.first_named(&range);
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

    /// Of what kinds those may be whom a pronoun of the text may mean.
    fn told_in_text(&self) -> Elsewhere {
        let mut told = Elsewhere::default();
        for (index, mention) in self.mentions.list.iter().enumerate() {
            let (kinds, acts) = kinds_taken_up(self.context, self.entities, mention, MentionId::from_index(index));
            told.anywhere = told.anywhere.or(kinds);
            if acts {
                told.acting = told.acting.or(kinds);
            }
        }
        told
    }

    /// « le Russe »: a nationality with a capital.
    fn names_citizen(&self, range: Range<usize>) -> bool {
        let hits = &self.context.lexical.hits;
        let from = hits.partition_point(|hit| (hit.last as usize) <= range.start);
        let capital = |token: u32| self.context.source.get(token as usize).is_some_and(|t| t.is_capitalized());
        let mut here = hits[from..].iter().take_while(|hit| (hit.first as usize) < range.end);
        here.any(|hit| hit.may_be(Sorts::DEMONYM) && (hit.first..hit.last).any(capital))
    }

    /// « ces derniers », « les deux hommes », « le Russe », « le royaume », « avec lui »: somebody told before, without a name.
    fn takes_up(&self, range: Range<usize>) -> bool {
        let source = self.context.source;
        (range.start + 1..range.end).any(|t| {
            let before = source.lowered(t - 1);
            match source.lowered(t) {
                "deux" => matches!(before, "les" | "ces" | "des" | "aux" | "tous"),
                "ci" => matches!(before, "celui" | "celle" | "ceux" | "celles"),
                "lui" | "elle" | "eux" | "elles" => matches!(before, "avec" | "contre" | "par" | "pour"),
                word if word.starts_with("derni") => before.starts_with("ce"),
                word => {
                    let definite = matches!(before, "le" | "la" | "l'" | "au" | "du" | "ce" | "cet" | "cette" | "ces");
                    let nation =
                        || source.get(t).is_some_and(|t| t.is_capitalized()) && self.context.nationality(t).is_some();
                    let noun = || {
                        matches!(word, "pays" | "états")
                            || self.frames.cues.takes_up(word)
                            || land(word, source.lowered(t + 1)).is_some()
                    };
                    definite && (noun() || nation())
                }
            }
        })
    }

    /// Whether a noun trigger stands among the tokens `range` for which `may` holds.
    fn noun_is_told(&self, range: Range<usize>, may: impl Fn(&NounTrigger) -> bool) -> bool {
        range.into_iter().any(|at| {
            let triggers = self.frames.of_noun(self.context.lexical.words[at]);
            triggers.iter().any(|trigger| self.is_whole(trigger, at) && may(trigger))
        })
    }

    /// A verb group, with what stands behind it.
    fn verb_group<'g>(&self, number: usize, group: &'g VerbGroup) -> Verb<'g> {
        let skippable = self.skippable(group.last as usize);
        Verb { group, number, skippable, ahead: self.ahead(group.last as usize, skippable), manner: Manner::of(group) }
    }

    /// Whether a verb's frame may fire: its own words follow the verb, and all it requires is somewhere in the sentence.
    #[inline]
    fn verb_may_fire(&self, trigger: &VerbTrigger, verb: &Verb<'_>) -> bool {
        verb.may_be(trigger) && self.has_all(trigger, verb)
    }

    fn has_all(&self, trigger: &VerbTrigger, verb: &Verb<'_>) -> bool {
        let participle = verb.group.form == VerbForm::PastParticiple;
        let worded = |fixed: &[Fixed]| {
            fixed.is_empty() || self.fixed_words(verb.group.last as usize, fixed, verb.skippable).is_some()
        };
        let present = &self.held.present;
        trigger.needs.is_none_or(|list| present.holds(&self.frames.index, list))
            && present.allows(self.frames.premise(trigger.premise), Some((verb.number, participle)))
            && (!trigger.asks_more || {
                let frame = self.frames.frame(trigger.frame);
                frame.require.iter().all(|&(slot, nouns)| self.may_hold(slot, nouns)) && worded(&frame.fixed)
            })
    }

    /// Whether all words of a noun trigger stand from token `at` on.
    pub(super) fn is_whole(&self, trigger: &NounTrigger, at: usize) -> bool {
        trigger.rest.iter().enumerate().all(|(i, word)| self.context.source.lowered(at + 1 + i) == word)
    }

    /// Whether one of a noun's frames may fire; all do when notes are kept.
    pub(super) fn noun_may_fire(&self, trigger: &NounTrigger) -> bool {
        self.notes.is_some() || trigger.frames.iter().any(|&frame| self.noun_frame_may_fire(frame))
    }

    /// Whether every word and mention that the frame of a noun requires is somewhere in the sentence.
    pub(super) fn noun_frame_may_fire(&self, frame: u32) -> bool {
        self.held.present.allows(self.frames.premise_of(frame), None)
            && self.frames.frame(frame).require.iter().all(|&(slot, nouns)| self.may_hold(slot, nouns))
    }

    /// Whether a condition may hold in the sentence at all. Adjectives agree in more ways than lists tell.
    pub(super) fn may_hold(&self, slot: Slot, nouns: NounsId) -> bool {
        slot == Slot::Adjective || self.held.present.holds(&self.frames.index, nouns)
    }

    /// Whether the subject of the verb speaks or acts.
    fn tells(&self, group: &VerbGroup) -> bool {
        let cues = &self.frames.cues;
        group.is_finite()
            && group.voice != Voice::Passive
            && group.verb.is_some_and(|v| cues.speech(v) || cues.verb(v, group.voice == Voice::Reflexive).is_some())
    }
}
