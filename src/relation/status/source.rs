//! Who says what a trigger tells.
//!
//! Comes in: the chunk of a trigger. Goes out: the mention that speaks, where the sentence tells it. It never changes a
//! status: what somebody says counts as it is said.

use super::Reader;
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::relation::chunk::ChunkKind;
use crate::relation::cue::List;
use crate::relation::parse::{Role, Subject};
use crate::syntax::{VerbForm, Voice};

impl Reader<'_> {
    /// Who says what the trigger in `chunk` tells: the subject of the verb of saying around it, or « selon X ».
    #[must_use]
    pub fn source(&self, chunk: usize) -> Option<MentionId> {
        let speaker = |verb: usize| -> Option<MentionId> {
            let group = self.group(verb)?;
            // « a fait savoir », « a laissé entendre »
            let caused = group.form == VerbForm::Infinitive
                && matches!(self.parse.lemma(verb), "savoir" | "entendre" | "valoir" | "remarquer");
            if verb == chunk || !(caused || self.cues.speech(group.verb?)) || group.voice == Voice::Passive {
                return None;
            }
            match self.parse.subject(verb) {
                Subject::Chunk(subject) => self.voice(subject),
                _ => None,
            }
        };
        // « X a dit que … », « X a dit avoir … », « X a annoncé une visite »
        if let Some(opener) = self.parse.conjunction(chunk).filter(|&o| self.is_that(o)) {
            if let Some(found) = self.verb_before(opener).and_then(speaker) {
                return Some(found);
            }
        }
        if self.group(chunk).is_some_and(|g| g.form == VerbForm::Infinitive) {
            if let Some(found) = self.parse.governing(chunk).and_then(speaker) {
                return Some(found);
            }
        }
        if let Some((verb, Role::Object)) = self.parse.owner(chunk) {
            if let Some(found) = speaker(verb) {
                return Some(found);
            }
        }
        // « …, a déclaré X », « selon X »
        for i in 0..self.parse.chunks.len() {
            match self.parse.chunks[i].kind {
                ChunkKind::Verb(_)
                    if i > 0 && matches!(self.parse.chunks[i - 1].kind, ChunkKind::Comma | ChunkKind::Quote) =>
                {
                    if let Subject::Chunk(subject) = self.parse.subject(i) {
                        if subject > i {
                            if let Some(found) = speaker(i) {
                                return Some(found);
                            }
                        }
                    }
                }
                ChunkKind::Noun(noun) if noun.prep == Some(Prep::SELON) => {
                    if let Some(found) = noun.mention.or_else(|| self.voice(i)) {
                        return Some(found);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Who speaks by the noun in `chunk`: itself, or whose paper or office it is (« un communiqué du ministère »).
    fn voice(&self, chunk: usize) -> Option<MentionId> {
        let noun = self.parse.noun(chunk)?;
        let speaks = noun.mention.or_else(|| {
            let head = self.parse.head(chunk);
            let paper = self.cues.lists(List::Paper, head) || self.cues.lists(List::Voice, head);
            let owner = self.parse.chunks.get(chunk + 1).filter(|_| paper).and_then(|_| self.parse.noun(chunk + 1))?;
            owner.mention.filter(|_| owner.prep == Some(Prep::DE))
        })?;
        let kind = self.parse.mentions.get(speaks.index())?.kind();
        (!matches!(kind, MentionKind::Date | MentionKind::Event)).then_some(speaks)
    }
}
