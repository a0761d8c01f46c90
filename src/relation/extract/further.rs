//! Another event of the same sort that the words around a trigger tell: « des entretiens entre A et B ainsi qu'entre C
//! et D », « la démission de X et celle de Y ».
//!
//! Comes in: a trigger, its frame and the candidate that fired. Goes out: a candidate for each further event, with the
//! parties of its own and no others. It never looks past the complements of the trigger.

use super::{Candidate, Extraction};
use crate::lexicon::grammar::Prep;
use crate::relation::arguments::{Found, Trigger};
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::frame::{Frame, Kinds};

/// How far behind the noun that it takes up « celle de » may stand.
const REACH: usize = 8;

impl Extraction<'_, '_> {
    /// Those that hang on the trigger, whose noun is in chunk `noun`.
    pub(super) fn further(
        &self,
        trigger: &Trigger<'_>,
        frame: &Frame,
        best: &Candidate,
        noun: Option<usize>,
    ) -> Vec<Candidate> {
        let mut out = self.pairs(trigger, frame, best, noun);
        out.extend(noun.and_then(|noun| self.taken_up(trigger, frame, best, noun)));
        out
    }

    /// « entre A et B ainsi qu'entre C et D »: C and D.
    fn pairs(&self, trigger: &Trigger<'_>, frame: &Frame, best: &Candidate, noun: Option<usize>) -> Vec<Candidate> {
        if !frame.reciprocal || !best.roles[0].iter().any(|f| f.how == "entre") {
            return Vec::new();
        }
        let parse = trigger.parse;
        let verbal = parse.group(trigger.chunk).is_some();
        let own = || noun.filter(|_| verbal).map_or_else(|| trigger.complements.clone(), |n| parse.dependents(n));
        let between = own().into_iter().filter(|c| c.prep == Some(Prep::ENTRE) && !c.fronted && !c.nested);
        let joined = |c: usize| {
            let mark = (0..c).rev().find(|&i| !matches!(parse.chunks[i].kind, ChunkKind::Adverb(_)));
            mark.is_some_and(|m| matches!(parse.chunks[m].kind, ChunkKind::And | ChunkKind::Comma))
        };
        between
            .skip(1)
            .filter(|c| parse.coordinated(c.chunk) && joined(c.chunk))
            .map(|c| self.instead(trigger, frame, best, 0, c.chunk))
            .filter(|c| c.roles[0].len() > 1)
            .collect()
    }

    /// « sa démission et celle de son gouvernement », « la visite de X fait suite à celle de Y »: whoever stands behind « celle de »
    /// in the place of the first.
    fn taken_up(&self, trigger: &Trigger<'_>, frame: &Frame, best: &Candidate, noun: usize) -> Option<Candidate> {
        let parse = trigger.parse;
        let pronoun =
            (noun + 1..parse.chunks.len().min(noun + REACH)).find(|&i| parse.takes_up_noun(i)).filter(|&p| {
                // « fait suite à celle de X », or right behind « et »
                let led = parse.noun(p).is_some_and(|n| n.prep.is_some_and(|p| p != Prep::DE));
                led || parse.chunks[p - 1].kind == ChunkKind::And && (noun + 1..p - 1).all(|i| parse.noun(i).is_some())
            })?;
        let whose = pronoun + 1;
        parse.noun(whose).filter(|n| n.prep == Some(Prep::DE) && n.mention.is_some())?;
        let owns =
            |f: &Found| f.how == "possessive" || f.how == "de" && f.chunk.is_some_and(|c| c > noun && c < pronoun);
        let own = || parse.noun(noun).is_some_and(|n| n.determiner == Determiner::Possessive).then_some(0);
        let role = (0..2).find(|&i| best.roles[i].iter().any(owns)).or_else(own)?;
        // « la visite de X à Z intervient après celle de Y »: where Y was is not told.
        let led = parse.noun(pronoun).is_some_and(|n| n.prep.is_some());
        let there = frame.roles[2].is_none() || parse.is_place(whose + 1);
        Some(self.instead(trigger, frame, best, role, whose)).filter(|c| !c.roles[role].is_empty() && (!led || there))
    }

    /// The candidate with those in chunk `whose` in one role.
    fn instead(&self, trigger: &Trigger<'_>, frame: &Frame, best: &Candidate, role: usize, whose: usize) -> Candidate {
        let kinds = frame.roles[role].as_ref().map_or(Kinds(Kinds::PARTY), |slots| slots.kinds);
        let mut candidate = best.clone();
        candidate.roles[role].clear();
        let how = if frame.reciprocal { "entre" } else { "de" };
        trigger.found_in(whose, kinds, how, &mut candidate.roles[role]);
        // « la visite de X à Paris et celle de Y à Berlin »
        let parse = trigger.parse;
        let there = parse.noun(whose + 1).is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::EN | Prep::DANS)));
        if let Some(places) = frame.roles[2].as_ref().filter(|_| there && parse.is_place(whose + 1)) {
            candidate.roles[2].clear();
            trigger.found_in(whose + 1, places.kinds, how, &mut candidate.roles[2]);
        }
        candidate
    }
}
