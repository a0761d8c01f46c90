//! What stands between two commas or two dashes: whether the second closes what the first opened, so that the sentence goes on
//! behind it. Comes in the mark that may close, goes out yes or no.

use super::Reader;
use crate::lexicon::grammar::Function;

impl Reader<'_, '_> {
    /// Whether the dash at `dash` closes what another one opened behind the first words of the sentence.
    pub(super) fn closes_dashes(&self, dash: usize) -> bool {
        let from = dash.saturating_sub(16).max(self.start);
        let apart = self.source.get(dash).is_some_and(|t| !t.is_glued());
        let open = (from..dash).rev().find(|&i| self.source.str(i) == self.source.str(dash));
        open.filter(|_| apart).is_some_and(|o| {
            let told = self.groups.iter().rev().take_while(|g| g.first as usize >= self.start);
            o > self.start && !told.clone().any(|g| (g.first as usize) < o && g.is_finite())
        })
    }

    /// « X, ministre de Y, rencontre Z »: an earlier comma in the sentence, no finite group since it.
    pub(super) fn comma_closes_apposition(&self, comma: usize) -> bool {
        let from = comma.saturating_sub(24).max(self.start);
        let Some(open) = (from..comma).rev().find(|&i| self.source.str(i) == ",") else { return false };
        let told = || {
            let here = self.groups.iter().rev().take_while(|g| g.first as usize >= self.start);
            here.filter(|g| g.is_finite()).map(|g| g.first as usize)
        };
        // « que X, absente de Rome, a menacée »: the clause that opens behind the first comma has no verb yet.
        let clause = self.word(open + 1).function == Function::Relative
            || matches!(self.source.lowered(open + 1), "que" | "qu'");
        open > self.start && !clause && told().next().is_none()
            || (comma.saturating_sub(48).max(self.start + 1)..comma)
                .find(|&i| self.source.str(i) == ",")
                .is_some_and(|open| self.opens_insertion(open) && told().all(|verb| verb > open))
    }

    /// Whether a clause that is no main clause opens behind the comma at `comma`: « , qui … », « , on le sait ».
    fn opens_insertion(&self, comma: usize) -> bool {
        let led = matches!(self.word(comma + 1).function, Function::Preposition(_));
        matches!(self.word(comma + 1 + usize::from(led)).function, Function::Relative)
            || !led && self.word(comma + 1).function == Function::Subordinator
            || self
                .groups
                .iter()
                .rev()
                .take_while(|g| g.first as usize > comma)
                .any(|g| g.first as usize == comma + 1 && g.is_finite() && g.subject.is_some())
    }
}
