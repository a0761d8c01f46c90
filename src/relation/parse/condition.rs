//! The condition that something hangs on: « menace de frapper **si X refuse** ».
//!
//! Comes in: a verb. Goes out: the verb of the condition behind it, and who carries that one out. It never asks what the
//! condition is.

use super::{Parse, Subject, REACH};
use crate::relation::chunk::ChunkKind;
use crate::syntax::Voice;

impl Parse<'_> {
    /// The verb of the condition behind the verb in chunk `verb`, in the same sentence; « même si », « comme si » and a question
    /// (« demander si ») are none.
    #[must_use]
    pub fn condition(&self, verb: usize) -> Option<usize> {
        let stop = self.chunks.len().min(verb + REACH / 2);
        let opener = (verb + 1..stop)
            .take_while(|&i| self.kind(i) != ChunkKind::Break)
            .find(|&i| self.kind(i) == ChunkKind::Subordinator && self.opens_condition(i))?;
        (opener + 1..self.chunks.len().min(opener + 12)).find(|&i| self.finite(i) && self.opener(i) == Some(opener))
    }

    /// Whether the word in a chunk makes what follows a condition.
    fn opens_condition(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let before = (chunk.first as usize).checked_sub(1).map_or("", |t| self.context.source.lowered(t));
        let asked = || at.checked_sub(1).and_then(|b| self.group(b)?.verb).is_some_and(|v| self.cues.speech(v));
        match self.context.source.lowered(chunk.first as usize) {
            "si" | "s'" => chunk.first + 1 == chunk.last && !matches!(before, "même" | "comme") && !asked(),
            "à" => chunk.last > chunk.first + 1 && self.context.source.lowered(chunk.first as usize + 1) == "moins",
            "tant" => chunk.last > chunk.first + 1,
            _ => false,
        }
    }

    /// Who carries out the verb in chunk `verb`, told by a noun phrase.
    #[must_use]
    pub fn carried_out_by(&self, verb: usize) -> Option<usize> {
        if self.group(verb)?.voice == Voice::Passive {
            return self.agent(verb);
        }
        match self.subject(verb) {
            Subject::Chunk(subject) => Some(subject),
            _ => None,
        }
    }
}
