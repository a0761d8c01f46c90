//! What stands around a list of names: the adjunct in front of it that is no member, the verb behind it whose subject it is,
//! the preposition that asks for a second member and what is set off between the two.
//! Comes in the first and last members, goes out yes or no. Lists that commas alone join are linked here, others elsewhere.

use super::{Parse, REACH};
use crate::lexicon::grammar::Prep;
use crate::lexicon::PlaceType;
use crate::mention::MentionData;
use crate::relation::chunk::{ChunkKind, Noun};
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// « A, B, C ont signé », « a reçu A, B, C. », « reçu par A, B et s'est rendu … »: names of one kind that commas alone join,
    /// before a verb in the plural, before one that « et » joins to the verb they hang on, or, three at least, at the end.
    pub(super) fn lists_without_and(&mut self) {
        let mut first = 0;
        while first < self.chunks.len() {
            let last = self.run_of_names(first);
            if last == first {
                first += 1;
                continue;
            }
            let mut behind = last + 1;
            while matches!(self.kind(behind), ChunkKind::Adverb(_)) {
                behind += 1;
            }
            let open = self.bare(first) && self.noun(last).is_some_and(|n| !n.plural);
            let subject = open && self.group(behind).is_some_and(|g| g.is_finite() && g.plural && g.subject.is_none());
            let led =
                || self.noun(first).is_some_and(|n| n.prep.is_some()) || first > 0 && self.group(first - 1).is_some();
            let ends = behind == self.chunks.len() || self.kind_is(behind, ChunkKind::Break);
            let goes_on = self.kind_is(behind, ChunkKind::And) && self.finite(behind + 1);
            if subject || led() && (goes_on || last > first + 2 && ends) {
                (first..last).step_by(2).for_each(|i| self.link(i, i + 2));
            }
            first = if self.bare(first) { last + 1 } else { first + 1 };
        }
    }

    /// The last of the names of one kind that begin with the chunk `first` and that commas join.
    fn run_of_names(&self, first: usize) -> usize {
        let free = |i: usize| self.host[i].is_none() && self.previous[i].is_none() && self.next[i].is_none();
        let sort = |i: usize| match &self.mention(i)?.data {
            MentionData::Person { .. } => Some(0),
            MentionData::Place { place_type: PlaceType::Country, .. } => Some(1),
            MentionData::Organization { .. } => Some(2),
            _ => None,
        };
        let mut last = first;
        while sort(first).is_some()
            && free(last)
            && self.kind_is(last + 1, ChunkKind::Comma)
            && self.bare(last + 2)
            && free(last + 2)
            && sort(last + 2) == sort(first)
        {
            last += 2;
        }
        last
    }

    /// « Sous l'égide de X, A et B ont signé »: what stands in front of the clause is none of its subjects.
    pub(super) fn fronted(&self, before: usize, last: usize, right: usize) -> bool {
        // « Après avoir attaqué X, A et B ont … »: the object of what stands in front is none either.
        let of_front = || self.object_in_front(before);
        let led = self.noun(before).is_some_and(|n| n.prep.is_some());
        let apart = self.bare(last) && (led || of_front());
        // « Grâce à la médiation de X, A et B … », « Approuvant la sortie de X, A et B … »
        let led = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date || self.host[i].is_some() || self.object_in_front(i),
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

    /// « Après avoir condamné, comme prévu, X », « Accusant en 1998 X »: the object of a verb that is not finite, over adjuncts
    /// and what one pair of commas sets off.
    fn object_in_front(&self, object: usize) -> bool {
        let adjunct = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date,
            kind => matches!(kind, ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Comma),
        };
        let Some(verb) = (0..object).rev().take(REACH / 8).find(|i| !adjunct(i)) else { return false };
        let comma = |i: &usize| self.kind(*i) == ChunkKind::Comma;
        let commas = (verb + 1..object).filter(comma).count();
        let participle = self.group(verb).is_some_and(|g| g.form == VerbForm::PastParticiple);
        self.group(verb).is_some_and(|g| !g.is_finite())
            && (verb + 1 == object || !participle)
            && (commas == 0 || commas == 2 && comma(&(verb + 1)) && comma(&(object - 1)))
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

    /// « entre le chef de l'État en visite et son hôte »: « entre » asks for a second one, of whatever sort.
    pub(super) fn between(&self, and: usize, right: usize) -> Option<usize> {
        if self.noun(right)?.prep.is_some() {
            return None;
        }
        let mut at = self.clause_set_off(and).unwrap_or(and);
        for _ in 0..8 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Noun(n) if n.prep == Some(Prep::ENTRE) => return self.next[at].is_none().then_some(at),
                ChunkKind::Noun(n) if n.prep.is_some() || n.date || self.host[at].is_some() => {}
                ChunkKind::Comma if self.host.get(at + 1).copied().flatten().is_some() => {}
                ChunkKind::Comma if at + 1 == and => {}
                // « entre le groupe armé X et Y »
                ChunkKind::Noun(n)
                    if n.mention.is_some()
                        && at.checked_sub(1).and_then(|b| self.noun(b)).is_none_or(|b| b.mention.is_none()) => {}
                ChunkKind::Verb(_)
                    if self.noun(at + 1).is_some_and(|n| n.mention.is_some() && n.prep.is_none())
                        && self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple) => {}
                ChunkKind::Adverb(_) | ChunkKind::Quote => {}
                ChunkKind::Close => at = self.before_bracket(at)? + 1,
                _ => return None,
            }
        }
        None
    }

    /// « entre X, soutenu par Y, et Z », « entre X pour qui signe Y et Z »: where the clause before « et » begins that tells
    /// more of what stands before it.
    fn clause_set_off(&self, and: usize) -> Option<usize> {
        let within = |from: usize, to: usize| {
            let parts = |i: &usize| matches!(self.kind(*i), ChunkKind::Break | ChunkKind::And | ChunkKind::Comma);
            (from.saturating_sub(8)..to).rev().take_while(move |i| !parts(i))
        };
        let Some(close) = and.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma) else {
            let relative = within(and, and).find(|&i| matches!(self.kind(i), ChunkKind::Relative(Some(_))))?;
            let one = |n: &Noun| n.prep == Some(Prep::ENTRE) && n.mention.is_some() && !n.plural;
            return relative.checked_sub(1).and_then(|b| self.noun(b)).filter(|n| one(n)).map(|_| relative);
        };
        let open = within(close, close).last()?.checked_sub(1).filter(|&o| self.kind(o) == ChunkKind::Comma)?;
        let participle = self
            .group(open + 1)
            .is_some_and(|g| matches!(g.form, VerbForm::PastParticiple | VerbForm::PresentParticiple));
        (participle || matches!(self.kind(open + 1), ChunkKind::Relative(_))).then_some(open)
    }

    /// Whether the bare name in chunk `at` is one of a list that begins behind the preposition of `new`.
    pub(super) fn listed_behind_one(&self, at: usize, new: &Noun) -> bool {
        let alike = |i: usize| self.noun(i).is_some_and(|n| n.mention.is_some() && self.sort(n) == self.sort(new));
        let mut first = at;
        while first >= 2 && self.bare(first) && self.kind(first - 1) == ChunkKind::Comma && alike(first) {
            first -= 2;
        }
        first < at && new.prep.is_some() && alike(first) && self.noun(first).is_some_and(|n| n.prep == new.prep)
    }
}
