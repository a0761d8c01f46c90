//! What a word of the closed classes opens: a noun phrase, a clause, a
//! coordination or nothing. Comes in the token, goes out its chunk; mentions
//! and verb groups have been seen to before.

use super::lead::Lead;
use super::{Chunk, ChunkKind, Chunker, Determiner};
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::Pos;
use crate::mention::MentionKind;
use crate::relation::cue::List;

impl Chunker<'_, '_> {
    pub(super) fn words(&mut self, at: usize) {
        let lexicon = self.context.lexicon;
        let word = *self.word(at);
        let capital = self.context.source.get(at).is_some_and(|t| t.is_capitalized());
        if capital && matches!(self.str(at), "SE" | "S.E." | "SEM" | "S.E.M.") {
            // « SE M. Sabri Boukadoum »: his excellency is no word of its own.
            let next = if matches!(self.str(at + 1), "M." | "Mme") { at + 2 } else { at + 1 };
            if let Some(index) = self.mention_at(next).filter(|&m| self.mentions[m].kind() == MentionKind::Person) {
                return self.noun_phrase(at, next, Lead::none(), Some(index));
            }
            // « SEM le Ministre »
            if self.word(next).function == Function::Definite && self.office_at(next + 1) {
                return self.lead(at, next, Lead::none());
            }
        }
        if self.honorific(at) {
            // « Me Y »: no pronoun.
            if let Some(index) = self.mention_at(at + 1).filter(|&m| self.mentions[m].kind() == MentionKind::Person) {
                return self.noun_phrase(at, at + 1, Lead::none(), Some(index));
            }
        }
        // « A Paris », « A l'invitation de »: a capital without its accent.
        let bare = capital && self.str(at) == "A" && self.opens_clause();
        // « a rencontré Y a Genève »
        if self.str(at) == "a" && self.group_at(at).is_none() {
            return self.lead(at, at + 1, Lead { prep: Some(Prep::A), ..Lead::none() });
        }
        let words = &self.context.lexical.words;
        let phrase = if bare {
            lexicon.grammar().phrase_of(lexicon.vocabulary(), lexicon.vocabulary().number("à"), words, at)
        } else {
            lexicon.grammar().phrase(lexicon.vocabulary(), words, at)
        };
        if bare && phrase.is_none() {
            return self.lead(at, at + 1, Lead { prep: Some(Prep::A), ..Lead::none() });
        }
        if let Some(phrase) = phrase {
            let last = at + phrase.len;
            match phrase.function {
                Function::Preposition(prep) => {
                    let determiner = if phrase.article { Determiner::Definite } else { Determiner::None };
                    return self.lead(at, last, Lead { prep: Some(prep), determiner, plural: false, partitive: false });
                }
                // « issu du coup d'État »
                Function::Adverb if self.lowered(last - 1) == "coup" && self.lowered(last) == "d'" => {}
                // « sans attendre la fin de l'enquête »: with an object it is an infinitive.
                Function::Adverb
                    if self.word(last - 1).pos.any(Pos::INFINITIVE)
                        && self.word(last).function.determines()
                        // « a sanctionné sans attendre le Mali »
                        && self.out.last().is_none_or(|c| c.verb().is_none()) => {}
                Function::Adverb if matches!(self.lowered(last - 1), "part") && phrase.len == 3 => {
                    return self.either_side(at, last)
                }
                Function::Adverb => return self.push(ChunkKind::Adverb(false), at, last),
                Function::ByPhone => return self.push(ChunkKind::Adverb(true), at, last),
                Function::Subordinator => return self.push(ChunkKind::Subordinator, at, last),
                Function::Coordinator => return self.push(ChunkKind::And, at, last),
                _ => {}
            }
        }
        match word.function {
            // « un sauf-conduit », « entre-temps »
            Function::Preposition(_) if self.compound(at) => self.noun_phrase(at, at, Lead::none(), None),
            Function::Preposition(prep) => self.lead(at, at + 1, Lead { prep: Some(prep), ..Lead::none() }),
            Function::OfDefinite | Function::ToDefinite => {
                let prep = if word.function == Function::OfDefinite { Prep::DE } else { Prep::A };
                let lead = Lead {
                    prep: Some(prep),
                    determiner: Determiner::Definite,
                    plural: matches!(self.lowered(at), "des" | "aux"),
                    partitive: word.function == Function::OfDefinite,
                };
                // « des « informations détaillées » »
                let quote = matches!(self.lowered(at + 1), "«" | "“" | "\"");
                let lead =
                    if self.many_before(at, lead) { Lead { prep: None, partitive: false, ..lead } } else { lead };
                self.noun_phrase(at, at + 1 + usize::from(quote), lead, None);
            }
            Function::None if self.lowered(at) == "d'" => {
                self.lead(at, at + 1, Lead { prep: Some(Prep::DE), ..Lead::none() });
            }
            f if f.determines() => self.lead(at, at, Lead::none()),
            Function::Relative => {
                // « auquel », « desquels »: the preposition is part of the word.
                let prep = match self.lowered(at) {
                    "auquel" | "auxquels" | "auxquelles" => Some(Prep::A),
                    "duquel" | "desquels" | "desquelles" => Some(Prep::DE),
                    _ => None,
                };
                self.push(ChunkKind::Relative(prep), at, at + 1);
            }
            Function::Interrogative => self.push(ChunkKind::Subordinator, at, at + 1),
            // « nommé X comme ambassadeur »
            Function::Subordinator if self.lowered(at) == "comme" && self.office_at(at + 1) => {
                let prep = self.context.lexicon.grammar().prep("en tant que");
                self.lead(at, at + 1, Lead { prep, ..Lead::none() });
            }
            Function::Subordinator if self.joins_names(at) => self.push(ChunkKind::And, at, at + 1),
            Function::Subordinator => {
                if matches!(self.lowered(at), "que" | "qu'") && self.restricts() {
                    return self.push(ChunkKind::Adverb(false), at, at + 1);
                }
                // « que » right behind a noun opens a relative clause.
                // An adjective nothing is known of may stand between.
                let skip = usize::from(self.out.last().is_some_and(|c| {
                    let end = c.kind == ChunkKind::Quote && matches!(self.str(c.first as usize), "»" | "”");
                    c.kind == ChunkKind::Other || end
                }));
                let comma = self.out.iter().rev().nth(skip).is_some_and(|c| c.kind == ChunkKind::Comma);
                let mut before = self.out.iter().rev().nth(skip + usize::from(comma));
                // « les Forces de soutien rapide (FSR), qu'il qualifie de … »
                if before.is_some_and(|c| c.kind == ChunkKind::Close) {
                    before = self.out.iter().rev().skip_while(|c| c.kind != ChunkKind::Open).nth(1);
                }
                // « la visite de trois jours qu'il effectue »
                let lasting = |c: &Chunk| c.noun().is_some_and(|n| n.date && n.prep == Some(Prep::DE));
                if before.is_some_and(lasting) {
                    before = self.out.iter().rev().nth(skip + usize::from(comma) + 1);
                }
                let relative = matches!(self.lowered(at), "que" | "qu'")
                    && before.is_some_and(|c| {
                        c.noun().is_some_and(|n| {
                            !n.date && (!comma || n.mention.is_some() || n.determiner != Determiner::None)
                        })
                    })
                    && (comma || !self.speech_before());
                // « X, qui dirigeait le pays et que Y a renversé »
                let again = || {
                    matches!(self.lowered(at), "que" | "qu'")
                        && self.out.last().is_some_and(|c| c.kind == ChunkKind::And)
                        && self
                            .out
                            .iter()
                            .rev()
                            .take(8)
                            .take_while(|c| {
                                !matches!(c.kind, ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Comma)
                            })
                            .find_map(|c| {
                                (c.kind == ChunkKind::Relative(None)).then(|| {
                                    matches!(self.context.source.lowered(c.first as usize), "qui" | "que" | "qu'")
                                })
                            })
                            == Some(true)
                };
                let kind = if relative || again() { ChunkKind::Relative(None) } else { ChunkKind::Subordinator };
                self.push(kind, at, at + 1);
            }
            Function::Coordinator => {
                let kind = match self.lowered(at) {
                    "mais" | "or" | "car" => ChunkKind::But,
                    _ => ChunkKind::And,
                };
                self.push(kind, at, at + 1);
            }
            Function::Adverb => self.push(ChunkKind::Adverb(false), at, at + 1),
            Function::Negative | Function::Ne => self.push(ChunkKind::Adverb(false), at, at + 1),
            // « s'il est élu »
            Function::Clitic if self.lowered(at) == "s'" && matches!(self.lowered(at + 1), "il" | "ils") => {
                self.push(ChunkKind::Subordinator, at, at + 1);
            }
            // « l'ambassadeur du Niger et celui du Mali »
            Function::SubjectPronoun
                if matches!(self.lowered(at), "celui" | "celle" | "ceux" | "celles")
                    && matches!(self.lowered(at + 1), "de" | "d'" | "du" | "des") =>
            {
                self.noun_phrase(at, at, Lead::none(), None);
            }
            // « Celui-ci a salué … »
            Function::SubjectPronoun
                if matches!(self.lowered(at), "celui" | "celle" | "ceux" | "celles")
                    && self.lowered(at + 1) == "ci" =>
            {
                let noun = self.demonstrative(at, None);
                self.push(ChunkKind::Noun(noun), at, at + 2);
            }
            Function::SubjectPronoun | Function::Clitic => self.push(ChunkKind::Other, at, at + 1),
            _ if word.pos.nominal() || self.context.source.get(at).is_some_and(|t| t.is_number()) => {
                let adverb = word.pos.any(Pos::ADVERB) && !word.pos.any(Pos::NOUN);
                if adverb {
                    self.push(ChunkKind::Adverb(false), at, at + 1);
                } else {
                    self.noun_phrase(at, at, Lead::none(), None);
                }
            }
            _ if self.compound(at) => {
                self.noun_phrase(at, at, Lead::none(), None);
            }
            _ if word.pos.any(Pos::ADVERB) || self.lowered(at).ends_with("ment") => {
                self.push(ChunkKind::Adverb(false), at, at + 1);
            }
            _ if self.context.source.get(at).is_some_and(|t| t.is_capitalized()) => {
                self.noun_phrase(at, at, Lead::none(), None);
            }
            _ => self.push(ChunkKind::Other, at, at + 1),
        }
    }

    /// An official without article, or with an indefinite one, begins at token `at`.
    fn office_at(&mut self, at: usize) -> bool {
        let mut at = if self.word(at).function == Function::Indefinite { at + 1 } else { at };
        // « comme nouvel ambassadeur »
        if self.is_prenominal(at) && self.mention_at(at).is_none() {
            at += 1;
        }
        self.mention_at(at).is_some_and(|m| self.mentions[m].kind() == MentionKind::Official)
    }

    /// « la Géorgie comme l'Azerbaïdjan », « tant le président que la ministre »
    fn joins_names(&mut self, at: usize) -> bool {
        // « X, comme Y, soutient Z »
        let opens = |c: &Chunk| matches!(c.kind, ChunkKind::Break | ChunkKind::Quote | ChunkKind::Subordinator);
        let before = match self.out.as_slice() {
            [rest @ .., name, comma] if comma.kind == ChunkKind::Comma && rest.last().is_none_or(opens) => {
                name.noun().filter(|n| n.prep.is_none()).copied()
            }
            out => out.last().and_then(Chunk::noun).copied(),
        };
        let Some(before) = before.filter(|n| !n.date && n.mention.is_some()) else { return false };
        // « aussi bien avec X qu'avec Y »
        let led = before.prep.is_some()
            && matches!(self.word(at + 1).function, Function::Preposition(p) if Some(p) == before.prep);
        let name = at + 1 + usize::from(led);
        let article = self.word(name).function.determines();
        let Some(next) = self.mention_at(name + usize::from(article)) else { return false };
        let kind = |m: usize| match self.mentions[m].kind() {
            MentionKind::Official => MentionKind::Person,
            kind => kind,
        };
        let alike = before.mention.is_some_and(|m| kind(m.index()) == kind(next))
            && (article || self.mentions[next].kind() != MentionKind::Official);
        alike
            && match self.lowered(at) {
                "comme" => true,
                "que" | "qu'" => {
                    self.out.iter().rev().skip(1).take(8).find_map(|c| match c.kind {
                        // « tant X que Y », « aussi bien X que Y »
                        ChunkKind::Adverb(_) => Some(match self.lowered(c.first as usize) {
                            "tant" => true,
                            "aussi" => c.last - c.first == 2,
                            _ => false,
                        }),
                        ChunkKind::Noun(_) | ChunkKind::Comma => None,
                        _ => Some(false),
                    }) == Some(true)
                }
                _ => false,
            }
    }

    /// « X, d'une part, et Y, d'autre part, »: the commas are the adverb's.
    fn either_side(&mut self, at: usize, last: usize) {
        let opened = self.out.last().is_some_and(|c| c.kind == ChunkKind::Comma) && self.str(last) == ",";
        let first = if opened { self.out.pop().map_or(at, |c| c.first as usize) } else { at };
        self.push(ChunkKind::Adverb(false), first, last + usize::from(opened));
    }

    /// Nothing of the clause has been read yet.
    fn opens_clause(&self) -> bool {
        self.out.last().is_none_or(|c| matches!(c.kind, ChunkKind::Break | ChunkKind::Quote | ChunkKind::Open))
    }

    /// « n'a rencontré à Paris que X »: a « ne » without « pas » waits for this « que ».
    fn restricts(&self) -> bool {
        for chunk in self.out.iter().rev().take(4) {
            match chunk.kind {
                ChunkKind::Verb(number) => {
                    return self.context.syntax.groups.get(number as usize).is_some_and(|g| {
                        !g.negated && (g.first..g.head).any(|t| matches!(self.lowered(t as usize), "ne" | "n'"))
                    })
                }
                ChunkKind::Noun(n) if n.date || n.prep.is_some() => {}
                ChunkKind::Adverb(_) => {}
                _ => return false,
            }
        }
        false
    }

    /// « a annoncé jeudi que », « a dit au ministre que », « a déclaré lors d'un point de presse que »: no relative clause.
    fn speech_before(&self) -> bool {
        let groups = &self.context.syntax.groups;
        let (mut adjunct, mut sort, mut judged, mut told) = (false, false, false, false);
        for chunk in self.out.iter().rev().take(6) {
            match chunk.kind {
                ChunkKind::Verb(number) => {
                    let verb = groups.get(number as usize).and_then(|g| g.verb);
                    let says = || verb.is_some_and(|v| self.cues.speech(v));
                    let is = || verb.is_some_and(|v| self.context.lexicon.vocabulary().lemma(v) == "être");
                    // « s'en prend à X qu'il accuse de … » says nothing to him.
                    let addresses = || {
                        verb.is_some_and(|v| self.cues.lists(List::Control, self.context.lexicon.vocabulary().lemma(v)))
                    };
                    return !sort
                        && (!adjunct || says())
                        && (!told || says() || addresses() || is())
                        && (!judged || is());
                }
                // « il est possible que X vienne »
                ChunkKind::Noun(n)
                    if n.prep.is_none()
                        && n.mention.is_none()
                        && n.determiner == Determiner::None
                        && self.word(n.head as usize).pos.any(Pos::ADJECTIVE) =>
                {
                    judged = true;
                }
                ChunkKind::Noun(n) if n.date => {}
                ChunkKind::Noun(n) if n.prep == Some(Prep::A) && n.mention.is_some() => told = true,
                // « la presse que … » may go on; « un point de presse » is one thing.
                ChunkKind::Noun(n) if n.prep == Some(Prep::DE) => sort = true,
                ChunkKind::Noun(n) if n.prep.is_some() => (adjunct, sort) = (true, false),
                ChunkKind::Adverb(_) => {}
                _ => return false,
            }
        }
        false
    }
}
