//! Who is the subject of a clause.
//!
//! Comes in: a mention, or a sentence up to a token. Goes out: whether the
//! mention does what the verb tells, in which sort of clause, and whether a
//! thing does so instead. Never asks what the pronoun wants.

use super::{Finder, Want};
use crate::lexicon::grammar::Function;
use crate::lexicon::Pos;
use crate::mention::{Gender, MentionKind};
use crate::syntax::VerbGroup;

/// How many mentions may hang on one another as complements.
pub(super) const NESTED: usize = 4;

impl Finder<'_> {
    /// The mention is the subject of its clause: no preposition before it, a finite verb behind it.
    pub(super) fn is_subject(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        let mut at = mention.first as usize;
        // Back over the determiner, and over the official whose holder this is.
        if let Some(before) = index.checked_sub(1).filter(|&b| self.entity(b) == self.entity(index)) {
            let gap = mention.first.saturating_sub(self.mention(before).last);
            if gap <= 2 && self.sentence_of(before) == self.sentence_of(index) {
                at = self.mention(before).first as usize;
            }
        }
        let mut previous = at.checked_sub(1).filter(|_| !source.get(at).is_some_and(|t| t.starts_sentence()));
        if previous.is_some_and(|p| matches!(source.lowered(p), "le" | "la" | "l'" | "les" | "m." | "mme")) {
            let determiner = previous.unwrap_or(0);
            let opens = source.get(determiner).is_some_and(|t| t.starts_sentence());
            previous = determiner.checked_sub(1).filter(|_| !opens);
        }
        if previous.is_some_and(|p| self.follows_inverted_verb(p)) {
            return true;
        }
        let before = previous.map_or("", |p| source.lowered(p));
        // « X ainsi que Y, de même que Z, ont pris part »
        let beside = previous.and_then(|p| p.checked_sub(1)).map_or("", |p| source.lowered(p));
        if matches!(before, "que" | "qu'") && matches!(beside, "ainsi" | "même") {
            return false;
        }
        if matches!(
            before,
            "de" | "d'"
                | "du"
                | "des"
                | "à"
                | "au"
                | "aux"
                | "avec"
                | "par"
                | "pour"
                | "chez"
                | "contre"
                | "sur"
                | "entre"
                | "vers"
                | "en"
                | "dans"
                | "son"
                | "sa"
                | "et"
        ) {
            return false;
        }
        // The next finite verb group comes before the next mention of anybody else that is no complement.
        let last = mention.last as usize;
        let mut verbs = self.groups_behind(index).iter().filter(|g| g.is_finite());
        let Some(group) = verbs.next() else { return false };
        // « X, contrairement à ce qui était prévu »: the verb has another subject.
        let relative = (group.first as usize).saturating_sub(1);
        if source.lowered(relative) == "qui" {
            // « Il a reçu X, qui préside le parti. »: no verb is left for X.
            if relative > last + 1 || verbs.next().is_none() {
                return false;
            }
        }
        // What opens the sentence without a preposition is its subject, whoever else is told of before the verb.
        let opens = previous.is_none() && !matches!(mention.kind(), MentionKind::Event | MentionKind::Date);
        group.subject.is_none()
            && (opens
                || !(self.complements_end(index)..self.mentions.list.len())
                    .take_while(|&i| self.mention(i).first < group.first)
                    .any(|i| self.is_somebody(i) && self.entity(i) != self.entity(index)))
    }

    /// « X et Y étaient absents. Il … »: one alone is not the subject of a verb in the plural.
    pub(super) fn shares_verb(&self, index: usize) -> bool {
        let verb = || self.groups_behind(index).iter().find(|g| g.is_finite());
        !self.is_many(index) && verb().is_some_and(|g| g.plural)
    }

    /// One past the mentions that are complements of this one: « l'émissaire | du président | João Lourenço ».
    pub(super) fn complements_end(&self, index: usize) -> usize {
        let links = |k: u32| matches!(self.context.source.lowered(k as usize), "de" | "du" | "d'" | "la" | "l'");
        let limit = self.mentions.list.len().min(index + 1 + NESTED);
        (index + 1..limit)
            .find(|&i| {
                let gap = self.mention(i - 1).last..self.mention(i).first;
                gap.len() > 2 || !gap.clone().all(links)
            })
            .unwrap_or(limit)
    }

    /// « …, a déclaré X »: token `last` ends a finite verb that is set off and has no subject before it.
    fn follows_inverted_verb(&self, last: usize) -> bool {
        let groups = &self.context.syntax.groups;
        let number = groups.partition_point(|g| (g.last as usize) <= last);
        groups.get(number).filter(|g| g.last as usize == last + 1 && g.is_finite() && g.subject.is_none()).is_some_and(
            |g| {
                (g.first as usize)
                    .checked_sub(1)
                    .is_some_and(|b| matches!(self.context.source.str(b), "," | "»" | "”" | "\""))
            },
        )
    }

    /// « alors que X », « lorsque X »: the subject of a clause of circumstance.
    pub(super) fn is_subordinate(&self, index: usize) -> bool {
        let mut at = self.mention(index).first as usize;
        if index > 0 && self.entity(index - 1) == self.entity(index) && self.mention(index - 1).last as usize == at {
            at = self.mention(index - 1).first as usize;
        }
        let (lexicon, words) = (self.context.lexicon, &self.context.lexical.words);
        let function = |t: usize| lexicon.word(words.get(t).copied().unwrap_or(0)).function;
        if at > 0 && function(at - 1).determines() {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let long = |len: usize| {
            let start = (before + 1).checked_sub(len)?;
            lexicon.grammar().phrase(lexicon.vocabulary(), words, start).filter(|p| p.len == len)
        };
        let bare = matches!(self.context.source.lowered(before), "que" | "qu'");
        (2..=3).any(|len| long(len).is_some_and(|p| p.function == Function::Subordinator))
            || !bare && function(before) == Function::Subordinator
    }

    /// « X, qui a … »
    pub(super) fn is_relative_subject(&self, index: usize) -> bool {
        let last = self.mention(index).last as usize;
        let comma = usize::from(self.context.source.str(last) == ",");
        self.context.source.lowered(last + comma) == "qui"
    }

    /// A thing is the subject of the first verb of the sentence before `token`, of a gender that the pronoun may have:
    /// « Cette pratique est courante. Elle … ».
    pub(super) fn has_other_subject(&self, sentence: usize, token: usize, want: Want) -> bool {
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let source = self.context.source;
        let verb = |g: &&VerbGroup| g.is_finite() && source.get(g.head as usize).is_some_and(|t| !t.is_capitalized());
        let first = groups.iter().find(verb).filter(|g| (g.first as usize) < token);
        let start = source.tokens.sentences().get(sentence).map_or(0, |s| s.start as usize);
        // Behind « que », « qui », « lorsque » the subject is not the sentence's own.
        let main = |first: u32| {
            (start..first as usize)
                .all(|t| !matches!(self.context.word(t).function, Function::Subordinator | Function::Relative))
        };
        let other = match want {
            Want::He => Some(Gender::Feminine),
            Want::She => Some(Gender::Masculine),
            _ => None,
        };
        first.is_some_and(|g| {
            let apart = other.is_some() && self.gender_of_opening(start, g.first as usize) == other;
            g.subject.is_none() && !g.plural && main(g.first) && !apart
        })
    }

    /// The gender of the noun that opens the sentence at token `start`, before its verb at `verb`: « La presse suit … ».
    fn gender_of_opening(&self, start: usize, verb: usize) -> Option<Gender> {
        let noun = start + 1;
        let word = self.context.word(noun);
        let gender = match (word.pos.any(Pos::MASCULINE), word.pos.any(Pos::FEMININE)) {
            (true, false) => Gender::Masculine,
            (false, true) => Gender::Feminine,
            _ => return None,
        };
        // « La nouvelle, attendue par X, … » has nothing before its verb but what belongs to it.
        let alone = (noun + 1..verb).all(|t| self.context.source.str(t) != ",");
        (noun < verb && alone && self.context.word(start).function.determines() && word.pos.any(Pos::NOUN))
            .then_some(gender)
    }
}
