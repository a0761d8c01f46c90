//! Names set off in the middle of a clause, between brackets, dashes or commas, that say which a noun before them is. Comes in
//! a chunk to the left of a verb, goes out what it tells of its subject; no clause is read.

use super::{Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::relation::chunk::{ChunkKind, Determiner, Noun};

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
        // « les ministres du G7 (Allemagne, Canada, …) »: these are their countries.
        let officials = self.mention(self.spelt_whole(before)).is_some_and(|m| m.official().is_some());
        let called = called && !(officials && self.mention(first).is_some_and(|m| m.kind() == MentionKind::Place));
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

    /// « X, rappelle-t-on, a accusé Y », « X, on le sait, a … »: a clause with a pronoun of its own that commas set off
    /// between a noun phrase without a verb and the verb of that.
    pub(super) fn parenthetic(&self, clause: usize) -> bool {
        let own = self.group(clause).is_some_and(|g| g.is_finite() && g.subject.is_some());
        own && self.waiting_before(clause).is_some()
    }

    /// « X, la plus grande économie d'Afrique, a … »: a noun with the article that tells more of a name without a verb.
    pub(super) fn explains_waiting(&self, index: usize) -> bool {
        let one = |n: &Noun| n.mention.is_none() && n.determiner == Determiner::Definite && !n.plural && !n.date;
        self.noun(index).is_some_and(one)
            && self
                .waiting_before(index)
                .is_some_and(|w| self.mention(self.host(w)).is_some() && self.previous[w].is_none())
    }

    /// The noun phrase right before the comma that opens what stands in chunk `aside`, if no verb has it yet.
    fn waiting_before(&self, aside: usize) -> Option<usize> {
        let comma = aside.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        (comma.saturating_sub(8)..comma)
            .rev()
            .take_while(|&i| matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Quote))
            .find(|&i| self.bare(i))
            .filter(|&i| self.object_of(i).is_none_or(|owner| !self.finite(owner)))
    }

    /// « X, bien qu'affaibli, a … »: the conjunction, going left from `from`,
    /// that opens what stands between commas without a verb.
    pub(super) fn elliptic(&self, from: usize) -> Option<usize> {
        let within = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Other | ChunkKind::Quote => true,
            ChunkKind::Verb(_) => !self.finite(*i),
            _ => false,
        };
        let opener = (from.saturating_sub(8)..=from).rev().find(|i| !within(i)).filter(|&o| o > 1)?;
        let set_off = self.kind(opener) == ChunkKind::Subordinator && self.kind(opener - 1) == ChunkKind::Comma;
        let closed = (from + 1..self.chunks.len().min(from + 8)).find(|i| !within(i));
        (set_off
            && !matches!(self.first_word(opener), "que" | "qu'")
            && closed.is_some_and(|c| self.kind(c) == ChunkKind::Comma))
        .then_some(opener)
    }

    /// « X, comme la plupart des observateurs, a … »: the « comme » before whom somebody is like.
    pub(super) fn likened(&self, noun: usize) -> Option<usize> {
        self.elliptic(noun).filter(|&o| self.token_is(o, &["comme"]))
    }

    /// « X, membre de Y, puissance régionale, a … »: between commas a noun with nothing before it is no subject.
    pub(super) fn unled(&self, index: usize) -> bool {
        let alone = self.previous[index].is_none() && self.next[index].is_none();
        index > 1
            && alone
            && self.kind(index - 1) == ChunkKind::Comma
            && self.noun(index).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::None && !n.date)
    }

    /// « X, réuni sans deux de ses membres, A et B, a … »: the first of the names between commas, the last of them in chunk
    /// `index`, that say whom an adjunct in the plural means.
    pub(super) fn names_parts(&self, index: usize) -> Option<usize> {
        let first = self.first_conjunct(index);
        let whole = first.checked_sub(2).and_then(|w| self.noun(w))?;
        let commas = self.kind(first - 1) == ChunkKind::Comma && self.kind(index + 1) == ChunkKind::Comma;
        // « sans deux | de ses membres »
        let counted = first.checked_sub(3).is_some_and(|b| self.kind(b) == ChunkKind::Other);
        let parts = (whole.prep.is_some() || counted) && whole.plural && whole.mention.is_none() && !whole.date;
        let subject = (0..first).any(|i| self.bare(i) && self.mention(i).is_some());
        (first < index && commas && parts && subject && self.finite(index + 2)).then_some(first)
    }

    /// « X, très critique envers Y, a condamné Z »: the subject of a verb behind a comma. What touches that comma closes
    /// something set off; then the verb is that of the name that waits for one before it.
    pub(super) fn subject_before(&self, verb: usize, depth: u8) -> Subject {
        let found = self.left_subject(verb, depth);
        let Some(close) = verb.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma) else { return found };
        let within = |chunk: usize| (chunk + 1..close).all(|i| self.kind(i) != ChunkKind::Comma && !self.finite(i));
        // From which token on the subject found stands behind the name that waits.
        let behind = match found {
            Subject::Chunk(chunk) if chunk > verb => self.chunks[close].first,
            Subject::Chunk(chunk) if self.mention(chunk).is_none() && within(chunk) => self.chunks[chunk].first,
            Subject::Pronoun(_, token) => token as u32,
            Subject::None => self.chunks[close].first,
            // « X dit que Y, membre de Z, a … »: whose clause opens behind the subject found.
            Subject::Chunk(chunk) => {
                let that = (chunk + 1..close).rev().find(|&i| self.kind(i) == ChunkKind::Subordinator);
                let own = that.and_then(|t| self.waiting_for(verb).filter(|&w| w > t));
                return own.map_or(found, Subject::Chunk);
            }
        };
        let waiting = self.waiting_for(verb).filter(|&w| self.chunks[w].first < behind);
        waiting.map_or(found, Subject::Chunk)
    }

    /// The name before a pair of commas, the second of them right before the finite verb in chunk `verb`, that has no verb yet.
    pub(super) fn waiting_for(&self, verb: usize) -> Option<usize> {
        let close = verb.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        // « X, réuni à Rome, a dit …, a annoncé Y »: it has had its verb.
        let main = |i: usize, name: usize| {
            self.finite(i)
                && self.kind(i - 1) == ChunkKind::Comma
                && self.group(i).is_some_and(|g| g.subject.is_none())
                && self.opener(i).is_none_or(|o| o < name)
                && !self.incise(i)
        };
        (close.saturating_sub(REACH)..close).rev().take_while(|&i| self.kind(i) != ChunkKind::Break).find_map(|i| {
            let named = self.bare(i) && self.mention(i).is_some() && self.host[i].is_none();
            let adjunct = |i: &usize| match self.kind(*i) {
                ChunkKind::Noun(n) => n.prep.is_some() || n.date || n.glued,
                kind => matches!(kind, ChunkKind::Adverb(_)),
            };
            let end = (i + 1..close).find(|k| !adjunct(k)).filter(|_| named && self.object_of(i).is_none())?;
            let first = self.first_conjunct(i);
            let number =
                self.agrees(first, verb) && self.group(verb).is_some_and(|g| g.plural || self.next[first].is_none());
            let opens =
                matches!(self.kind(end), ChunkKind::Comma | ChunkKind::Open) && !(end + 1..close).any(|k| main(k, i));
            (opens && self.bare(first) && number).then_some(first)
        })
    }
}
