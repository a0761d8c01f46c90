//! What stands before its verb: adjuncts at the head of the clause, dates
//! right before the verb, the circumstance of « c'est … que ». Comes in the
//! chunk of a finite verb, goes out what hangs on it to its left; subjects
//! and objects are looked for elsewhere.

use super::{Complement, Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::ChunkKind;
use crate::syntax::Pronoun;

impl Parse<'_> {
    /// « C'est à Djeddah que X a rencontré Y »: the circumstance that is set before the « que » in chunk `that`.
    fn cleft(&self, that: usize) -> Option<Complement> {
        let chunk = that.checked_sub(1).filter(|_| self.token_is(that, &["que", "qu'"]))?;
        let noun = self.noun(chunk).filter(|n| n.date || n.prep.is_some() && n.mention.is_some())?;
        let set = chunk.checked_sub(1).is_some_and(|b| {
            self.lemma(b) == "être" && self.group(b).is_some_and(|g| g.subject == Some(Pronoun::Other))
        });
        set.then_some(Complement { chunk, prep: noun.prep, fronted: true, nested: false })
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
                        // « X, aujourd'hui ministre de Y, … »: the date of an explanation.
                        let explains = self.host.get(index + 1).copied().flatten().is_some_and(|h| h < index);
                        if !nested && !explains {
                            out.push(complement);
                        }
                    } else if noun.prep == Some(Prep::AVEC) && self.partner_of_noun(index) {
                        // « À l'issue d'un entretien avec X, Y a parlé »: X stands by the talk.
                    } else if noun.prep.is_some_and(|p| p != Prep::DE) && self.clause_initial(index)
                        || noun.prep == Some(Prep::AVEC) && self.beside_subject(index, verb)
                    {
                        out.push(complement);
                    }
                }
                ChunkKind::Subordinator | ChunkKind::Relative(None) => return out.extend(self.cleft(index)),
                ChunkKind::Break | ChunkKind::Relative(_) | ChunkKind::But => return,
                ChunkKind::Verb(_) => {
                    if self.finite(index) {
                        match self.opener(index) {
                            Some(opener) if (opener..verb).any(|i| self.kind(i) == ChunkKind::Comma) => at = opener,
                            _ => {
                                // « X a rencontré Y dimanche et Z a visité W »: the day is the first verb's.
                                let own = |c: usize| {
                                    (index..c).all(|i| !matches!(self.kind(i), ChunkKind::Comma | ChunkKind::And))
                                };
                                // « X, a-t-on appris jeudi, a … »
                                let another = matches!(self.subject(verb), Subject::Chunk(s) if s > index)
                                    || self.parenthetic(index);
                                out.retain(|c| !(another && c.fronted && c.chunk > index && own(c.chunk)));
                                return;
                            }
                        }
                    }
                    // What stands behind a participle, an infinitive or the verb of a clause in between is its own.
                    while out.last().is_some_and(|c| c.fronted && c.chunk > index && self.no_comma(index, c.chunk)) {
                        out.pop();
                    }
                }
                _ => {}
            }
        }
    }

    /// « X, avec Y, a signé un accord »: commas set the name off between the verb and its subject.
    fn beside_subject(&self, index: usize, verb: usize) -> bool {
        let comma = |i: usize| self.kind(i) == ChunkKind::Comma;
        let named = |i: usize| self.mention(i).is_some();
        index > 1
            && comma(index - 1)
            && comma(verb - 1)
            && named(index)
            && named(index - 2)
            && matches!(self.subject(verb), Subject::Chunk(s) if s < index)
            && (index..verb).all(|i| !matches!(self.kind(i), ChunkKind::Verb(_) | ChunkKind::Relative(_)))
    }

    /// The phrase stands right behind a common noun.
    fn partner_of_noun(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|b| self.noun(b)).is_some_and(|n| n.mention.is_none() && !n.date)
    }

    fn no_comma(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.kind(i) != ChunkKind::Comma)
    }

    /// Whether nothing but adjuncts stands between the beginning of the clause and `index`.
    #[must_use]
    pub fn clause_initial(&self, index: usize) -> bool {
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

    fn comma_before_adjunct(&self, comma: usize) -> bool {
        comma.checked_sub(1).is_none_or(|i| match self.kind(i) {
            ChunkKind::Noun(n) => n.date || n.prep.is_some() && self.clause_initial(i),
            ChunkKind::Adverb(_) => true,
            _ => false,
        })
    }
}
