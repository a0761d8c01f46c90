//! What a noun says somebody is or has become. Comes in the chunk of a noun, goes out whether it is said of somebody, and of
//! whom; subjects of verbs are looked for elsewhere.

use super::{Parse, Subject};
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// « X, arrivé deuxième, … », « la Prusse, demeurée neutre, … »: a word without article behind a participle or a noun.
    pub(super) fn predicative(&self, index: usize) -> bool {
        let bare = self
            .noun(index)
            .is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::None && !self.capital(n.head as usize));
        // « la « déception » française »: the quote ends within the noun phrase.
        let quoted = index.checked_sub(1).is_some_and(|b| self.kind(b) == ChunkKind::Quote);
        // « X, nommé ministre hier, rencontre Y »
        let office = self.attribute(index);
        (bare || office)
            && index.checked_sub(1 + usize::from(quoted)).is_some_and(|b| match self.kind(b) {
                // « a nommé X ministre et a rencontré Y »
                ChunkKind::Noun(_) => bare || self.is_person(b) && self.bare(b),
                ChunkKind::Verb(_) => self.group(b).is_some_and(|g| g.form == VerbForm::PastParticiple),
                _ => false,
            })
    }

    /// « X, devenue en 2019 la première femme ministre, a … »: what somebody has become.
    pub(super) fn became(&self, index: usize) -> bool {
        let unnamed = self.noun(index).is_some_and(|n| n.mention.is_none());
        let between = |i: &usize| {
            matches!(self.kind(*i), ChunkKind::Adverb(_)) || self.noun(*i).is_some_and(|n| n.date || n.prep.is_some())
        };
        let verb = (index.saturating_sub(4)..index).rev().find(|i| !between(i)).filter(|_| unnamed);
        verb.is_some_and(|v| {
            matches!(self.lemma(v), "devenir" | "demeurer" | "rester")
                && self.group(v).is_some_and(|g| g.form == VerbForm::PastParticiple)
        })
    }

    /// « X est un pays qui a … »: whom the noun in chunk `what` is told of.
    pub(super) fn predicate_of(&self, what: usize, depth: u8) -> Option<Subject> {
        let unnamed = self.noun(what).is_some_and(|n| n.mention.is_none() && n.prep.is_none());
        let is = what.checked_sub(1).filter(|&v| unnamed && self.finite(v) && self.lemma(v) == "être")?;
        match self.subject_within(is, depth.checked_sub(1)?) {
            Subject::Chunk(named) if self.mention(named).is_some() => Some(Subject::Chunk(named)),
            _ => None,
        }
    }

    /// « X a publié un communiqué qui condamne Y »: who issues the paper in chunk `what`.
    pub(super) fn issuer(&self, what: usize, depth: u8) -> Option<Subject> {
        let paper =
            self.noun(what).is_some_and(|n| n.mention.is_none()) && self.cues.lists(List::Paper, self.head(what));
        let verb = self.object_of(what).filter(|&v| paper && self.verb_is(v, List::Issue))?;
        match self.subject_within(verb, depth.checked_sub(1)?) {
            Subject::Chunk(named) if self.mention(named).is_some() => Some(Subject::Chunk(named)),
            _ => None,
        }
    }
}
