//! Places that speak or act and so stand for their government. Comes in the parse of a sentence, goes out a mark on
//! the mentions; no relation is made.

use super::Extraction;
use crate::mention::MentionData;
use crate::relation::parse::{Parse, Subject};
use crate::syntax::Voice;

impl Extraction<'_, '_> {
    /// Places that speak or act stand for their government.
    pub(super) fn speakers(&mut self, parse: &Parse<'_>) {
        for index in 0..parse.chunks.len() {
            let Some(group) = parse.group(index) else { continue };
            if !group.is_finite() || group.voice == Voice::Passive || group.verb.is_none() {
                continue;
            }
            if let Subject::Chunk(subject) = parse.subject(index) {
                for chunk in parse.conjuncts(subject) {
                    if let Some(mention) = parse.noun(chunk).and_then(|n| n.mention) {
                        let acts = group.verb.is_some_and(|v| {
                            self.frames.cues.speech(v)
                                || self.frames.cues.verb(v, group.voice == Voice::Reflexive).is_some()
                        });
                        if acts && matches!(self.mentions.list[mention.index()].data, MentionData::Place { .. }) {
                            self.metonyms[mention.index()] = true;
                        }
                    }
                }
            }
        }
    }
}
