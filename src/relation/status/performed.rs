//! Acts done by deciding or saying so: whoever « a décidé d'expulser X » has expelled him, whoever « a convoqué Y pour
//! protester » has protested.
//!
//! Comes in: the chunk of an infinitive that tells such an act. Goes out: whether it is done. It never asks which act it is:
//! that is what a relation type says of itself (`performative`).

use super::{Modality, Reader, Status};
use crate::relation::cue::List;
use crate::relation::parse::is_past;
use crate::syntax::{Tense, VerbForm, VerbGroup};

impl Reader<'_> {
    /// Whether the infinitive in `chunk` hangs on a decision that was taken, or is what an accomplished act was done for.
    #[must_use]
    pub fn is_performed(&self, chunk: usize) -> bool {
        let Some(group) = self.group(chunk).filter(|g| g.form == VerbForm::Infinitive && !g.negated) else {
            return false;
        };
        let owner = self.parse.governing(chunk);
        let marker = group.marker.map_or("", |m| self.parse.context.lexicon.grammar().prep_name(m));
        if matches!(marker, "pour" | "afin de" | "en vue de") {
            let done = |g: &VerbGroup| is_past(g.tense) && g.is_finite();
            return owner.is_some_and(|o| self.group(o).is_some_and(done) && self.verb(o) == Status::FACT);
        }
        let decided = |o: usize| {
            self.parse.verb_is(o, List::Decision)
                && self.group(o).is_some_and(|g| is_past(g.tense) || g.tense == Tense::Present)
                && self.verb(o) == Status::FACT
        };
        // « a pris la décision de », « a condamné la décision de X de »
        let decision = || {
            let noun = self.noun_above(chunk).filter(|&n| self.parse.cues.lists(List::Decision, self.parse.head(n)))?;
            Some(owner.is_none_or(|o| self.parse.owner(noun).is_none() || self.verb(o).modality != Modality::Planned))
        };
        owner.is_some_and(decided) || decision().unwrap_or(false)
    }
}
