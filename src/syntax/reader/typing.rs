//! What hides a verb or makes one up: an accent that is missing, a quotation mark before it. Comes in a token, goes out yes
//! or no.

use super::Reader;
use crate::lexicon::grammar::Function;
use crate::lexicon::{Pos, Sorts};
use crate::syntax::group::VerbForm;

impl Reader<'_, '_> {
    /// « a rencontré Y a Genève », « livre des armes a l'Ukraine »: before a place and right behind the complements of a verb,
    /// « a » is the preposition without its accent.
    pub(super) fn lacks_accent(&self, at: usize) -> bool {
        let article = self.word(at + 1).function == Function::Definite;
        let place = self.lexical.hit_at(at + 1 + usize::from(article)).filter(|h| h.may_be(Sorts::PLACE));
        let Some(place) = place.filter(|h| (h.last as usize) < self.end) else { return false };
        let participle = self.word(place.last as usize).pos.any(Pos::PAST_PARTICIPLE);
        let Some(verb) = self.groups.last().filter(|g| g.first as usize >= self.start) else { return false };
        let parts = |i: usize| {
            let function = self.word(i).function;
            matches!(function, Function::Coordinator | Function::Relative | Function::Subordinator)
                || !self.source.get(i).is_some_and(|t| t.is_word() || t.is_number())
        };
        let own = verb.is_finite() || verb.form == VerbForm::Infinitive;
        let relative = (self.start..verb.first as usize).any(|i| self.word(i).function == Function::Relative);
        own && !participle && !relative && !(verb.last as usize..at).any(parts)
    }

    /// Whether a name stands right before the quotation mark at `mark`.
    pub(super) fn quoted_behind_name(&self, mark: usize) -> bool {
        mark.checked_sub(1).filter(|&b| b >= self.start).is_some_and(|b| {
            let capital = |t: usize| self.source.get(t).is_some_and(|t| t.is_capitalized());
            // « l'Union africaine »
            let named = capital(b) || b > self.start && capital(b - 1) && self.word(b).pos.any(Pos::ADJECTIVE);
            named && self.word(b).function == Function::None
        })
    }
}
