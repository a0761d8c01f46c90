//! What stands around a list of names: the adjunct in front of it that is no member, the verb behind it whose subject it is.
//! Comes in the first and last members, goes out yes or no; the members are linked elsewhere.

use super::Parse;
use crate::relation::chunk::ChunkKind;

impl Parse<'_> {
    /// « Sous l'égide de X, A et B ont signé »: what stands in front of the clause is none of its subjects.
    pub(super) fn fronted(&self, before: usize, last: usize, right: usize) -> bool {
        let apart = self.noun(before).is_some_and(|n| n.prep.is_some()) && self.bare(last);
        // « Grâce à la médiation de X, A et B … », « Approuvant la sortie de X, A et B … »
        let led = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => {
                n.prep.is_some()
                    || n.date
                    || self.host[i].is_some()
                    || i.checked_sub(1).is_some_and(|b| self.group(b).is_some_and(|g| !g.is_finite()))
            }
            ChunkKind::Verb(_) => !self.finite(i),
            kind => matches!(
                kind,
                ChunkKind::Adverb(_) | ChunkKind::Break | ChunkKind::Quote | ChunkKind::Comma | ChunkKind::And
            ),
        };
        let opens = (0..before).all(led);
        let verb = self.finite(self.behind_list(right, true));
        apart && opens && verb
    }

    /// The chunk behind the list whose last member is in chunk `last`, its complements and what stands in brackets there;
    /// past commas and explanations, too, if `asides`.
    fn behind_list(&self, last: usize, asides: bool) -> usize {
        let mut at = last + 1;
        for _ in 0..5 {
            at = match self.kind(at) {
                ChunkKind::Open => self.after_bracket(at),
                ChunkKind::Comma if asides => at + 1,
                ChunkKind::Noun(n) if n.prep.is_some() || n.date || asides && self.host[at].is_some() => at + 1,
                _ => break,
            };
        }
        at
    }

    /// Whether somebody named opens a list whose last member stands before a verb in the plural.
    pub(super) fn heads_list(&self, first: usize, last: usize) -> bool {
        let opens =
            first == 0 || matches!(self.kind(first - 1), ChunkKind::Break | ChunkKind::Comma | ChunkKind::Quote);
        let verb = self.behind_list(last, false);
        let plural = self.group(verb).is_some_and(|g| g.is_finite() && g.plural && g.subject.is_none());
        let named = self.noun(first).is_some_and(|n| n.mention.is_some() && !n.date);
        opens && plural && named && self.bare(first)
    }
}
