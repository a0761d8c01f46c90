//! Reads the verb groups of one sentence, left to right.
//!
//! A finite verb, an infinitive or a participle opens a group; clitics and
//! negation before it, auxiliaries' participles and inverted pronouns after
//! it are drawn in. Homographs of nouns (« la visite », « Paris visite »)
//! are told apart by what stands before them.
//!
//! Comes in: the tokens of a sentence and their words. Goes out: its groups, by
//! first token. No mention and no relation is known here.

mod auxiliary;
mod clitic;
mod conjugation;
mod governor;
mod homograph;
mod insertion;
mod nonfinite;
mod typing;

use super::group::{Clitics, Pronoun, Tense, VerbForm, VerbGroup, Voice};
use crate::id::VerbId;
use crate::lexicon::inflection::Inflection;
use crate::lexicon::{Lexical, Lexicon, Pos, VerbReading, Word};
use crate::text::{Sentence, Source};
use conjugation::simple_tense;
use governor::govern;

pub(super) fn sentence(
    source: Source<'_>,
    lexicon: &Lexicon,
    lexical: &Lexical,
    sentence: Sentence,
    groups: &mut Vec<VerbGroup>,
) {
    let first_group = groups.len();
    let mut reader =
        Reader { source, lexicon, lexical, start: sentence.start as usize, end: sentence.end as usize, groups };
    let mut at = reader.start;
    while at < reader.end {
        // Most words are no verb in any reading.
        let end = if reader.word(at).pos.verbal() { reader.group(at) } else { None };
        at = end.unwrap_or(at + 1);
    }
    govern(source, lexicon, lexical, &mut groups[first_group..], first_group);
}

pub(super) struct Reader<'a, 'g> {
    source: Source<'a>,
    lexicon: &'a Lexicon,
    lexical: &'a Lexical,
    start: usize,
    end: usize,
    groups: &'g mut Vec<VerbGroup>,
}

#[derive(Clone, Copy)]
struct Reading {
    verb: Option<VerbId>,
    inflection: Inflection,
}

impl Reader<'_, '_> {
    #[inline]
    fn word(&self, index: usize) -> &Word {
        let number = if index < self.end { self.lexical.words.get(index).copied().unwrap_or(0) } else { 0 };
        self.lexicon.word(number)
    }

    fn lemma(&self, verb: Option<VerbId>) -> &'static str {
        verb.map_or("", |v| self.lexicon.vocabulary().lemma(v))
    }

    fn readings(&self, index: usize) -> &[VerbReading] {
        self.lexicon.vocabulary().readings(self.word(index))
    }

    /// The token after the group that opens at `at`, where a verb form stands, if it does.
    fn group(&mut self, at: usize) -> Option<usize> {
        let word = *self.word(at);
        if self.capitalized_name(at) || self.in_compound(at) && !self.together(at) {
            return None;
        }
        if word.pos.any(Pos::FINITE) && self.finite_allowed(at, &word) {
            if let Some(reading) = self.finite_reading(at).filter(|r| r.inflection.person == 3 || self.first_person(at))
            {
                return Some(self.finite(at, reading));
            }
        }
        if word.pos.any(Pos::INFINITIVE) && self.infinitive_allowed(at, &word) {
            return Some(self.infinitive(at));
        }
        if word.pos.any(Pos::PRESENT_PARTICIPLE) {
            return self.present_participle(at, &word);
        }
        if word.pos.any(Pos::PAST_PARTICIPLE) {
            return self.bare_participle(at, &word);
        }
        None
    }

    fn finite(&mut self, at: usize, reading: Reading) -> usize {
        let mut group = self.blank(at, reading.verb, VerbForm::Finite);
        group.tense = simple_tense(reading.inflection.tense);
        group.plural = reading.inflection.plural;
        self.draw_in(&mut group, reading.inflection.person);
        self.inverted_pronoun(&mut group);
        if group.subject.is_none() {
            group.subject = match reading.inflection.person {
                1 => Some(Pronoun::First),
                3 => None,
                _ => Some(Pronoun::Other),
            };
        }
        self.auxiliary(&mut group);
        self.negation_after(&mut group);
        let end = group.last as usize;
        self.groups.push(group);
        end
    }

    /// « co-présider »: the verb in token `at` is one that two do together.
    fn together(&self, at: usize) -> bool {
        self.joined(at) && at > self.start && self.source.lowered(at - 1) == "co"
    }

    fn blank(&self, at: usize, verb: Option<VerbId>, form: VerbForm) -> VerbGroup {
        VerbGroup {
            first: (at - usize::from(self.together(at))) as u32,
            last: at as u32 + 1,
            head: at as u32,
            verb,
            form,
            tense: Tense::None,
            voice: Voice::Active,
            negated: false,
            plural: false,
            feminine: false,
            clitics: Clitics::default(),
            subject: None,
            causative: false,
            governor: None,
            marker: None,
        }
    }

    fn joined(&self, index: usize) -> bool {
        index < self.end && self.source.get(index).is_some_and(|t| t.is_joined())
    }

    /// « Kim Jong-un », « Kim Jong Un »: what looks like an article is the last part of a name.
    fn ends_name(&self, index: usize) -> bool {
        let capital = |i: usize| self.source.get(i).is_some_and(|t| t.is_capitalized() && !t.is_all_caps());
        self.joined(index)
            || self.source.lowered(index) == "un"
                && capital(index)
                && index.checked_sub(2).is_some_and(|b| b >= self.start && capital(b) && capital(b + 1))
    }

    fn lowered_before_end(&self, at: usize) -> &str {
        if at < self.end {
            self.source.lowered(at)
        } else {
            ""
        }
    }
}
