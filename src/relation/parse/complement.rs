//! Objects, prepositional complements and adjuncts of verbs and nouns.

use super::{Complement, Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::ChunkKind;
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// Objects, prepositional complements and adjuncts of the verb in chunk `verb`, by distance to its right, then those before it.
    #[must_use]
    pub fn complements(&self, verb: usize) -> Vec<Complement> {
        let mut out = Vec::new();
        self.right_of(verb, true, &mut out);
        self.left_of(verb, &mut out);
        out
    }

    /// Complements of the noun in chunk `noun`.
    #[must_use]
    pub fn dependents(&self, noun: usize) -> Vec<Complement> {
        let mut out = Vec::new();
        self.right_of(noun, false, &mut out);
        out
    }

    pub(super) fn right_of(&self, head: usize, verbal: bool, out: &mut Vec<Complement>) {
        let mut object = !verbal;
        let inverted = verbal
            && match self.subject(head) {
                Subject::Chunk(s) => s > head,
                _ => false,
            };
        let mut comma = false;
        let mut at = head + 1;
        let stop = self.chunks.len().min(head + REACH / 2);
        while at < stop {
            match self.kind(at) {
                ChunkKind::Noun(noun) => {
                    let listed = self.previous[at].is_some_and(|p| p > head) || self.host[at].is_some_and(|h| h > head);
                    if listed {
                        // Reached through its conjunct or host.
                    } else if noun.date || noun.prep.is_some() {
                        let nested =
                            noun.prep == Some(Prep::DE) && self.noun(at.wrapping_sub(1)).is_some() && at > head + 1;
                        if !(comma && nested) {
                            out.push(Complement { chunk: at, prep: noun.prep, fronted: false, nested });
                        }
                    } else if noun.glued {
                        if !verbal && at <= head + 3 {
                            out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                        }
                    } else if self.host[at].is_some() {
                        // An apposition to something before the head.
                    } else if inverted && Subject::Chunk(at) == self.subject(head) {
                        object = object && verbal;
                    } else if !object && !comma {
                        object = true;
                        out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                    } else {
                        return;
                    }
                    comma = false;
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => {}
                ChunkKind::Open => {
                    at = self.after_bracket(at);
                    continue;
                }
                ChunkKind::Comma => {
                    // Go on only to an adjunct, or across an apposition.
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        ChunkKind::Noun(n) => {
                            n.date
                                || n.prep.is_some_and(|p| p != Prep::DE)
                                || self.host[next].is_some()
                                || self.previous[next].is_some()
                        }
                        ChunkKind::Adverb(_) => true,
                        _ => self.host.get(at.wrapping_sub(1)).copied().flatten().is_some(),
                    };
                    if !goes_on {
                        return;
                    }
                    comma = true;
                }
                ChunkKind::And => {
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        ChunkKind::Noun(n) => self.previous[next].is_some() || n.prep.is_some() || n.date,
                        ChunkKind::Adverb(_) => true,
                        _ => false,
                    };
                    if !goes_on {
                        return;
                    }
                }
                ChunkKind::Verb(_) => {
                    // A participle set behind a noun does not end the row: « la visite prévue mardi à Paris ».
                    let participle = self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple);
                    if !participle || verbal {
                        return;
                    }
                }
                ChunkKind::Close
                | ChunkKind::Break
                | ChunkKind::But
                | ChunkKind::Relative(_)
                | ChunkKind::Subordinator => return,
            }
            at += 1;
        }
    }

    /// Adjuncts before the verb: set at the head of the clause, or dates and adverbs right before the verb.
    pub(super) fn left_of(&self, verb: usize, out: &mut Vec<Complement>) {
        let Some(group) = self.group(verb) else { return };
        if !group.is_finite() {
            return;
        }
        let mut at = verb;
        for _ in 0..REACH / 2 {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => at = before + 1,
                    None => return,
                },
                ChunkKind::Noun(noun) => {
                    let complement = Complement { chunk: index, prep: noun.prep, fronted: true, nested: false };
                    if noun.date {
                        let nested = index
                            .checked_sub(1)
                            .and_then(|i| self.noun(i))
                            .is_some_and(|n| !n.date && n.mention.is_none() && noun.prep == Some(Prep::DE));
                        if !nested {
                            out.push(complement);
                        }
                    } else if noun.prep.is_some_and(|p| p != Prep::DE) && self.clause_initial(index) {
                        out.push(complement);
                    }
                }
                ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_) | ChunkKind::But => return,
                ChunkKind::Verb(_) => {
                    if self.finite(index) {
                        match self.opener(index) {
                            Some(opener) if (opener..verb).any(|i| self.kind(i) == ChunkKind::Comma) => at = opener,
                            _ => return,
                        }
                    }
                    // What stands behind a participle or infinitive is its own.
                    if !self.finite(index) {
                        while out.last().is_some_and(|c| c.fronted && c.chunk > index && self.no_comma(index, c.chunk))
                        {
                            out.pop();
                        }
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn no_comma(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.kind(i) != ChunkKind::Comma)
    }

    /// Whether nothing but adjuncts stands between the beginning of the clause and `index`.
    pub(super) fn clause_initial(&self, index: usize) -> bool {
        let mut at = index;
        for _ in 0..8 {
            let Some(before) = at.checked_sub(1) else { return true };
            at = before;
            match self.kind(at) {
                ChunkKind::Break
                | ChunkKind::Subordinator
                | ChunkKind::But
                | ChunkKind::And
                | ChunkKind::Relative(_) => return true,
                ChunkKind::Noun(n) if n.prep.is_some() || n.date => {}
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => {}
                ChunkKind::Comma => return self.comma_before_adjunct(at),
                _ => return false,
            }
        }
        false
    }

    pub(super) fn comma_before_adjunct(&self, comma: usize) -> bool {
        comma.checked_sub(1).is_none_or(|i| match self.kind(i) {
            ChunkKind::Noun(n) => n.date || n.prep.is_some() && self.clause_initial(i),
            ChunkKind::Adverb(_) => true,
            _ => false,
        })
    }
}
