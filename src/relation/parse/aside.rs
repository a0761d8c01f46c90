//! Names set off in the middle of a clause, between brackets, dashes or commas, that say which a noun before them is. Comes in
//! a chunk to the left of a verb, goes out what it tells of its subject; no clause is read.

use super::Parse;
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::relation::chunk::{ChunkKind, Determiner};

impl Parse<'_> {
    /// « les deux puissances – A et B – exigent », « les trois pays (A, B et C) exigent »: the first of the names that say
    /// whom the noun phrase in chunk `before` means.
    pub(super) fn spelt_out(&self, before: usize, close: usize) -> Option<usize> {
        let whole = self.noun(before)?;
        let first = before + 2;
        // « les pays nordiques (A, B et C) », « les dirigeants européens (X, Y et Z) »
        let called = self
            .mention(before)
            .is_none_or(|m| m.kind() == MentionKind::Place || m.official().is_some_and(|o| o.plural));
        let several = called && whole.plural && whole.determiner != Determiner::None;
        let names = (first..close).all(|i| match self.kind(i) {
            ChunkKind::Noun(n) => n.mention.is_some() && !n.date && n.prep.is_none(),
            kind => matches!(kind, ChunkKind::And | ChunkKind::Comma),
        });
        (several && names && self.coordinated(first)).then_some(first)
    }

    /// The same, from the noun phrase: brackets right behind it.
    #[must_use]
    pub fn bracketed(&self, whole: usize) -> Option<usize> {
        (self.kind(whole + 1) == ChunkKind::Open).then(|| self.spelt_out(whole, self.after_bracket(whole + 1) - 1))?
    }

    /// « le palais de la capitale, X, est occupé »: a place between commas says which the noun behind « de » is.
    pub(super) fn names_complement(&self, index: usize) -> bool {
        let place = self.mention(index).is_some_and(|m| m.kind() == MentionKind::Place);
        let commas = index >= 3 && [index - 1, index + 1].iter().all(|&i| self.kind(i) == ChunkKind::Comma);
        let of = index.checked_sub(2).and_then(|b| self.noun(b));
        let common = of.is_some_and(|n| {
            n.mention.is_none() && n.prep == Some(Prep::DE) && n.determiner == Determiner::Definite && !n.plural
        });
        place && commas && common && self.finite(index + 2)
    }
}
