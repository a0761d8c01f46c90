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
        let whole = self.noun(self.spelt_whole(before))?;
        let first = before + 2;
        // « les pays nordiques (A, B et C) », « les dirigeants européens (X, Y et Z) »
        let called = self
            .mention(self.spelt_whole(before))
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
        let last = whole + usize::from(self.spelt_whole(whole + 1) == whole);
        (self.kind(last + 1) == ChunkKind::Open).then(|| self.spelt_out(last, self.after_bracket(last + 1) - 1))?
    }

    /// « les cinq pays d'Asie (A, B et C) »: the noun that ends in chunk `last` with its complement.
    pub(super) fn spelt_whole(&self, last: usize) -> usize {
        let several = |before: &usize| self.noun(*before).is_some_and(|n| n.plural && n.mention.is_none() && !n.date);
        let complement = self.noun(last).is_some_and(|n| n.prep == Some(Prep::DE) && !n.plural && !n.date);
        last.checked_sub(1).filter(|_| complement).filter(several).unwrap_or(last)
    }

    /// « (A, B, C) »: the names of a list in brackets, which may do without « et ».
    pub(super) fn lists_in_brackets(&mut self) {
        for open in 0..self.chunks.len() {
            if self.kind(open) != ChunkKind::Open {
                continue;
            }
            let close = self.after_bracket(open) - 1;
            let named = |i: usize| self.noun(i).is_some_and(|n| n.mention.is_some() && !n.date && n.prep.is_none());
            let list =
                close > open + 4
                    && (open + 1..close).all(|i| {
                        if (i - open) % 2 == 1 {
                            named(i)
                        } else {
                            self.kind(i) == ChunkKind::Comma
                        }
                    });
            if list {
                (open + 1..close - 2).step_by(2).for_each(|i| self.link(i, i + 2));
            }
        }
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
