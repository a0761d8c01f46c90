//! Who fills which slot of a trigger: from the parse to mentions.

mod find;
mod kind;
mod parties;
mod speaker;

use self::find::want;
pub use self::find::{CLAUSE, LEADER};
pub use self::speaker::SPEAKER;
use super::chunk::{ChunkKind, Determiner};
use super::frame::Slot;
use super::parse::{Complement, Parse, Role, Subject};
use crate::id::{MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, Mentions};
use crate::reference::Entities;
use crate::syntax::{Tense, VerbForm, VerbGroup, Voice};
use std::cell::Cell;

/// A mention found in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The mention.
    pub mention: MentionId,
    /// The official beside it, where a person is named.
    pub official: Option<MentionId>,
    /// The chunk it stands in; none for a pronoun's antecedent.
    pub chunk: Option<usize>,
    /// The preposition it stands behind.
    pub prep: Option<Prep>,
    /// The slot, for explanations.
    pub how: &'static str,
}

/// A verb or noun that may say a relation, in its sentence.
#[derive(Debug)]
pub struct Trigger<'p> {
    /// The sentence.
    pub parse: &'p Parse<'p>,
    /// Mentions of the whole text.
    pub mentions: &'p Mentions,
    /// Who is who.
    pub entities: &'p Entities,
    /// The trigger's chunk.
    pub chunk: usize,
    /// Its subject, when it is a verb.
    pub subject: Subject,
    /// Its complements.
    pub complements: Vec<Complement>,
    /// The relative pronoun that opens its clause, when it is a verb.
    relative: Option<usize>,
    /// The verb that owns it, when it is a noun.
    pub owner: Option<(usize, Role)>,
    /// The trigger is the preposition before the noun (« à l'invitation de X »).
    pub preposition: bool,
    /// The last chunk that the words of the trigger reach into: « coup de fil » has two.
    pub through: usize,
    /// « s'est vu refuser un visa par X », « s'est fait recevoir par X »: the subject undergoes the infinitive.
    raised: bool,
    /// Who says « je » or « nous » there, once it has been asked for.
    spoken: Cell<Option<Option<Option<Found>>>>,
}

impl<'p> Trigger<'p> {
    /// Gathers what hangs on the verb in `chunk`.
    #[must_use]
    pub fn verb(parse: &'p Parse<'p>, mentions: &'p Mentions, entities: &'p Entities, chunk: usize) -> Self {
        // An infinitive stands in the clause of the verb that rules it: « où il doit signer un accord ».
        let clause = parse.ruling(chunk);
        let relative = parse.conjunction(clause).filter(|&o| {
            parse.group(clause).is_some_and(VerbGroup::is_finite)
                && (clause == chunk
                    || !parse.chunks[o].kind.eq(&ChunkKind::Relative(None))
                    || parse.is_where(o)
                    // « le déplacement qu'il devait effectuer à Budapest »
                    || parse.chunks[o].first + 1 == parse.chunks[o].last
                        && parse.context.source.lowered(parse.chunks[o].first as usize).starts_with("qu")
                        && parse.context.source.lowered(parse.chunks[o].first as usize) != "qui"
                        && !parse.complements(chunk).iter().any(|c| {
                            c.prep.is_none() && !c.fronted && parse.noun(c.chunk).is_some_and(|n| !n.date)
                        }))
                && matches!(parse.chunks[o].kind, ChunkKind::Relative(_))
        });
        Self {
            parse,
            mentions,
            entities,
            chunk,
            subject: parse.subject(chunk),
            complements: parse.complements(chunk),
            relative,
            owner: None,
            preposition: false,
            through: chunk,
            raised: parse.raises(chunk),
            spoken: Cell::new(None),
        }
    }

    /// The same trigger when its predicate reaches to token `until`.
    #[must_use]
    pub fn reaching(&self, until: usize) -> Self {
        Self {
            complements: self.parse.complements_after(self.chunk, until),
            ..Self::verb(self.parse, self.mentions, self.entities, self.chunk)
        }
    }

    /// Adds what hangs on the predicate as a whole, whose words reach to token `until`.
    pub fn reach_further(&mut self, until: usize) {
        while self.parse.chunks.get(self.through + 1).is_some_and(|c| (c.first as usize) < until) {
            self.through += 1;
        }
        for complement in self.parse.complements_after(self.chunk, until) {
            if !self.complements.iter().any(|c| c.chunk == complement.chunk) {
                self.complements.push(complement);
            }
        }
    }

    /// Gathers what hangs on the noun in `chunk`.
    #[must_use]
    pub fn noun(parse: &'p Parse<'p>, mentions: &'p Mentions, entities: &'p Entities, chunk: usize) -> Self {
        let owner = parse.owner(parse.occasion(chunk));
        let mut complements = parse.dependents(chunk);
        let mut share = |verb: usize| {
            for complement in parse.complements(verb) {
                if complement.chunk != chunk && !complements.iter().any(|c| c.chunk == complement.chunk) {
                    complements.push(complement);
                }
            }
        };
        // « la visite prévue mardi à Paris »
        let behind = (chunk + 1..parse.chunks.len().min(chunk + 12))
            .take_while(|&i| {
                parse.noun(i).is_some()
                    || parse.group(i).is_some()
                    || matches!(parse.chunks[i].kind, ChunkKind::Comma | ChunkKind::And)
            })
            .find(|&i| parse.group(i).is_some())
            .filter(|&i| {
                parse.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple && g.voice == Voice::Passive)
                    && !parse.is_followed(i)
            });
        // « la libération de X, un prêtre enlevé au Niger »: the participle tells of him.
        let other = |&p: &usize| {
            let person = || match parse.subject(p) {
                Subject::Chunk(who) => parse.is_person(who),
                _ => false,
            };
            p > chunk + 1
                && (parse.noun(p - 1).is_some_and(|n| n.prep.is_none() && !n.glued && !n.date)
                    || parse.chunks[p - 1].kind == ChunkKind::Comma && person())
        };
        if let Some(participle) = behind.filter(|p| !other(p)) {
            share(participle);
        }
        if let Some((_, last)) = parse.relative_support(chunk) {
            share(last);
        }
        // « la rencontre aura lieu jeudi à Genève entre A et B », « devrait se tenir », « a été signée par A »
        if let Some(participle) = parse.occurring_participle(chunk) {
            share(participle);
        }
        let occurrence = parse.relative_verb(chunk).or(match owner {
            Some((verb, Role::Subject)) => Some(verb),
            _ => None,
        });
        if let Some(verb) = occurrence {
            let last = parse.last_infinitive(verb);
            let passive = parse
                .group(last)
                .is_some_and(|g| g.voice == Voice::Passive && g.verb.is_none_or(|v| !parse.cues.speech(v)));
            if parse.occurs(last) || passive {
                share(last);
                share(verb);
            }
            // « la visite de X intervient après celle de Y »
            if parse.occurs(last) && !passive {
                complements.retain(|c| {
                    c.prep != Some(Prep::DE) || c.chunk < last || parse.noun(c.chunk).is_some_and(|n| n.date)
                });
            }
        }
        Self {
            parse,
            mentions,
            entities,
            chunk,
            subject: Subject::None,
            complements,
            relative: None,
            owner,
            preposition: false,
            through: chunk,
            raised: false,
            spoken: Cell::new(None),
        }
    }

    fn group(&self) -> Option<&VerbGroup> {
        self.parse.group(self.chunk)
    }

    /// Whether the subject undergoes what the verb says.
    #[must_use]
    pub fn passive(&self) -> bool {
        self.raised || self.group().is_some_and(|g| g.voice == Voice::Passive)
    }

    /// The chunks in a slot, first conjuncts only.
    #[must_use]
    pub fn chunks_in(&self, slot: Slot, support: &[VerbId]) -> Vec<usize> {
        match slot {
            Slot::Subject if self.group().is_some() => {
                if self.passive() {
                    self.prep_chunks(Prep::PAR)
                } else {
                    self.subject_chunk().into_iter().collect()
                }
            }
            Slot::Subject => self.support_subject(support).0.or_else(|| self.clause_parties()).into_iter().collect(),
            Slot::Object => {
                if self.passive() && !self.deprived() {
                    return self.subject_chunk().into_iter().collect();
                }
                let mut out: Vec<usize> = self
                    .complements
                    .iter()
                    .filter(|c| c.prep.is_none() && !c.fronted && !self.is_date(c.chunk))
                    .map(|c| c.chunk)
                    .collect();
                if out.is_empty() {
                    out.extend(self.relative_in(&["que", "qu'"], None));
                }
                out
            }
            Slot::InfinitiveObject => self.infinitive_objects(),
            Slot::ThatSubject => {
                self.parse.that_clause(self.chunk).map_or_else(Vec::new, |verb| match self.parse.subject(verb) {
                    Subject::Chunk(subject) => vec![subject],
                    _ => Vec::new(),
                })
            }
            Slot::By => self.prep_chunks(Prep::PAR),
            Slot::Compound => self
                .complements
                .iter()
                .filter(|c| self.parse.noun(c.chunk).is_some_and(|n| n.glued))
                .map(|c| c.chunk)
                .collect(),
            // « s'est vu infliger une amende »: who undergoes it is the one it is done to.
            Slot::Prep(Prep::A) if self.deprived() => self.subject_chunk().into_iter().collect(),
            Slot::Prep(prep) => self.prep_chunks(prep),
            Slot::ObjectPrep(prep) => self.nested(Slot::Object, prep, support),
            Slot::PrepPrep(outer, prep) => self.nested(Slot::Prep(outer), prep, support),
            Slot::SubjectPrep(prep) => self.nested(Slot::Subject, prep, support),
            Slot::Own => vec![self.chunk],
            Slot::Possessive => self.traveller().into_iter().collect(),
            Slot::Host => self.hosts(),
            Slot::Attribute => self.parse.attribute_of(self.chunk).into_iter().collect(),
            Slot::Adjective | Slot::Adverbial | Slot::Sentence => Vec::new(),
        }
    }

    /// « la commission mixte de coopération »: the nouns without a name that the trigger noun hangs on, one by one.
    fn hosts(&self) -> Vec<usize> {
        let mut out = Vec::new();
        let mut at = self.chunk;
        while out.len() < 3 && self.group().is_none() && self.parse.noun(at).is_some_and(|n| n.prep.is_some()) {
            let Some(before) = at.checked_sub(1).filter(|&b| self.parse.noun(b).is_some_and(|n| !n.date)) else {
                break;
            };
            out.push(before);
            at = before;
        }
        out
    }

    /// The subject undergoes the verb and the verb has an object besides.
    fn deprived(&self) -> bool {
        self.raised && self.complements.iter().any(|c| c.prep.is_none() && !c.fronted && !self.is_date(c.chunk))
    }

    fn is_date(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|n| n.date)
    }

    fn subject_chunk(&self) -> Option<usize> {
        match self.subject {
            Subject::Chunk(chunk) => Some(chunk),
            _ => None,
        }
    }

    /// « menacer d'envahir X »: objects of the infinitive that the verb governs.
    fn infinitive_objects(&self) -> Vec<usize> {
        let number = self.parse.chunks[self.chunk].verb();
        let infinitive = (self.chunk + 1..self.parse.chunks.len().min(self.chunk + 10)).find(|&i| {
            self.parse.group(i).is_some_and(|g| {
                g.form == VerbForm::Infinitive && number.is_some() && g.governor == number && g.marker.is_some()
            })
        });
        let Some(infinitive) = infinitive else { return Vec::new() };
        self.parse
            .complements(infinitive)
            .iter()
            .filter(|c| c.prep.is_none() && !self.is_date(c.chunk))
            .map(|c| c.chunk)
            .collect()
    }

    fn nested(&self, outer: Slot, prep: Prep, support: &[VerbId]) -> Vec<usize> {
        let mut out = Vec::new();
        for chunk in self.chunks_in(outer, support) {
            let behind = self.parse.dependents(chunk);
            let before = out.len();
            out.extend(behind.iter().filter(|c| c.prep == Some(prep) && self.chained(chunk, c.chunk)).map(|c| c.chunk));
            // « à l'indépendance et à la souveraineté de X »: what hangs on the last belongs to all.
            let last = self.parse.conjuncts(chunk).last().filter(|&l| l != chunk && prep == Prep::DE);
            if let Some(last) =
                last.filter(|&l| out.len() == before && self.parse.noun(l).is_some_and(|n| n.mention.is_none()))
            {
                let behind = self.parse.dependents(last);
                let own = behind.iter().filter(|c| c.prep == Some(prep) && self.chained(last, c.chunk));
                out.extend(own.map(|c| c.chunk));
            }
            // « lever les sanctions imposées à X », « signer un accord conclu avec X »
            let mut participle = self.parse.measured(chunk) + 1;
            // « suspendre le traité d'amitié conclu avec X »
            while self
                .parse
                .noun(participle)
                .is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None)
            {
                participle += 1;
            }
            let passive = self.parse.group(participle).is_some_and(|g| {
                g.form == VerbForm::PastParticiple && g.voice == Voice::Passive && outer == Slot::Object
            });
            if passive && matches!(prep, Prep::A | Prep::AVEC | Prep::CONTRE | Prep::ENTRE) {
                let given = self.parse.complements(participle);
                out.extend(given.iter().filter(|c| c.prep == Some(prep) && !c.fronted && !c.nested).map(|c| c.chunk));
            }
        }
        out
    }

    /// Whether `target` hangs on the noun in `head` directly or through bare « de » nouns:
    /// « la demande d'adhésion de la Macédoine », but not « des violations dans l'ouest de la Côte d'Ivoire ».
    fn chained(&self, head: usize, target: usize) -> bool {
        // « les lettres de créance de trois ambassadeurs »
        let counted = self.parse.noun(target).is_some_and(|n| n.plural && n.official.is_some());
        let indefinite = target > head + 1
            && !counted
            && self
                .parse
                .noun(target)
                .is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::Indefinite);
        // « un accord sur la pêche entre X et Y »
        let between = self.parse.noun(target).is_some_and(|n| n.prep == Some(Prep::ENTRE));
        !indefinite
            && (head + 1..target).all(|i| match self.parse.chunks[i].kind {
                ChunkKind::Noun(n) if n.date || n.mention.is_some() => true,
                ChunkKind::Noun(n) if between && n.prep == Some(Prep::SUR) => true,
                ChunkKind::Noun(n) => matches!(n.prep, Some(Prep::DE | Prep::SANS)) && n.determiner == Determiner::None,
                // « l'attaque lancée par X »
                ChunkKind::Verb(_) => {
                    self.parse.noun(target).is_some_and(|n| n.prep == Some(Prep::PAR))
                        && self.parse.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::And | ChunkKind::Other => true,
                _ => false,
            })
    }

    fn prep_chunks(&self, prep: Prep) -> Vec<usize> {
        let noun = self.group().is_none();
        let mut out: Vec<usize> = self
            .complements
            .iter()
            .filter(|c| c.prep == Some(prep) && !self.is_date(c.chunk))
            .filter(|c| !c.nested || noun && self.reaches(c.chunk))
            .filter(|c| {
                !(prep == Prep::CONTRE || noun && matches!(prep, Prep::A | Prep::AVEC)) || !self.circumstantial(c.chunk)
            })
            .filter(|c| noun || prep != Prep::A || !self.second(c.chunk) && !self.further(c.chunk))
            .map(|c| c.chunk)
            .collect();
        if prep == Prep::DE {
            out.extend(self.relative_in(&["dont"], None));
        }
        if matches!(prep, Prep::A | Prep::EN | Prep::DANS) {
            out.extend(self.relative_in(&["où"], None));
        }
        out.extend(self.relative_in(&[], Some(prep)));
        out
    }

    /// « s'opposer à l'aide à l'Ukraine », « convoqué après l'incendie d'une église à Rome »: the place of something else.
    #[must_use]
    pub fn elsewhere(&self, chunk: usize) -> bool {
        let of = |at: &usize| self.parse.noun(*at).is_none_or(|n| n.prep != Some(Prep::DE) || n.date);
        let earlier = (self.through + 1..chunk).rev().find(of).and_then(|at| self.parse.noun(at));
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p);
        let event = earlier.is_some_and(|n| {
            n.mention.is_none()
                && n.determiner != Determiner::None
                && n.prep.is_some_and(|p| {
                    matches!(
                        name(p),
                        "après"
                            | "à la suite de"
                            | "sur"
                            | "depuis"
                            | "contre"
                            | "malgré"
                            | "en raison de"
                            | "à cause de"
                            | "face à"
                            | "au sujet de"
                            | "concernant"
                            | "sur fond de"
                            | "quant à"
                            | "vers"
                    )
                })
        });
        event || self.parse.group(self.chunk).is_some() && (self.second(chunk) || self.further(chunk))
    }

    /// « pour un cessez-le-feu en Ukraine »: the place of the noun before it, which has a preposition and an article of its own.
    #[must_use]
    pub fn within_other(&self, chunk: usize) -> bool {
        let before = (self.through + 1..chunk)
            .rev()
            .find(|&i| self.parse.noun(i).is_none_or(|n| n.prep != Some(Prep::DE) || n.date));
        before.and_then(|b| self.parse.noun(b)).is_some_and(|n| {
            n.mention.is_none() && !n.date && n.determiner != Determiner::None && n.prep == Some(Prep::POUR)
        })
    }

    /// « ne se sont pas parlé depuis mai », « leur première rencontre depuis mai »: then something else took place.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let chunk = self.parse.chunks[self.chunk];
        let first = |t: u32| self.parse.context.source.lowered(t as usize).starts_with("premi");
        match self.group() {
            Some(group) => group.negated || matches!(group.tense, Tense::Past | Tense::Pluperfect),
            None => (chunk.first..chunk.last).any(first),
        }
    }

    /// « ne se sont pas parlé depuis le sommet de Berlin en mai »: behind what « depuis » opens, while nouns go on.
    #[must_use]
    pub fn behind_since(&self, chunk: usize) -> bool {
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p) == "depuis";
        (self.chunk + 1..chunk + 1)
            .rev()
            .take_while(|&i| self.parse.noun(i).is_some())
            .any(|i| self.parse.noun(i).is_some_and(|n| n.prep.is_some_and(name)))
    }

    /// « s'opposer aux ventes d'armes à Taïwan », « … à l'aide des États-Unis à l'île »: to whom something else goes.
    fn further(&self, chunk: usize) -> bool {
        let mut before = chunk.saturating_sub(1);
        while before > self.through && self.parse.noun(before).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date) {
            before -= 1;
        }
        let first = self.parse.first_conjunct(before);
        before + 1 < chunk
            && self.group().is_some_and(|g| {
                g.voice == Voice::Reflexive && g.verb.is_some_and(|v| !self.parse.cues.movement(v, true))
            })
            && first > self.through
            && self.complements.iter().any(|c| c.chunk == first && c.prep == Some(Prep::A) && !c.fronted)
            && self.parse.noun(before).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Definite)
    }

    /// « s'opposer à l'aide à l'Ukraine »: the second hangs on the first.
    fn second(&self, chunk: usize) -> bool {
        let Some(before) = chunk.checked_sub(1).filter(|&b| b > self.chunk && b == self.through + 1) else {
            return false;
        };
        self.complements.iter().any(|c| c.chunk == before && c.prep == Some(Prep::A) && !c.fronted)
            && self.parse.noun(before).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Definite)
    }

    /// « l'hommage avec une cérémonie à X », « l'attaque, un an après l'attentat contre Y »: it hangs on the circumstance.
    fn circumstantial(&self, chunk: usize) -> bool {
        let Some(mut before) = chunk.checked_sub(1).filter(|&b| b > self.through) else { return false };
        // « après une attaque des rebelles contre Y »
        while before > self.through + 1 && self.parse.noun(before).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date)
        {
            before -= 1;
        }
        let Some(noun) = self.parse.noun(before).filter(|n| n.mention.is_none() && !n.date) else { return false };
        let names = ["au cours de", "depuis", "durant", "lors de", "pendant"];
        let grammar = self.parse.context.lexicon.grammar();
        noun.determiner != Determiner::None
            && noun.prep.is_some_and(|p| {
                matches!(p, Prep::AVEC | Prep::AVANT | Prep::APRES)
                    || p == Prep::CONTRE && self.group().is_none()
                    || names.contains(&grammar.prep_name(p))
            })
    }

    /// Whether a phrase stands right behind a thing, and its « de », that the trigger verb has with the same preposition.
    pub fn behind_same(&self, chunk: usize, prep: Prep) -> bool {
        let of = |i: &usize| self.parse.noun(*i).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date);
        let before = (self.through + 1..chunk).rev().find(|i| !of(i)).and_then(|i| self.parse.noun(i));
        self.group().is_some()
            && before.is_some_and(|n| {
                n.prep == Some(prep) && n.mention.is_none() && n.determiner == Determiner::Definite && !n.date
            })
    }

    /// Whether a phrase stands right behind a thing that is the object of the trigger verb, or what it is done for: it may
    /// well be that thing's.
    pub fn behind_object(&self, chunk: usize) -> bool {
        let of = |i: &usize| self.parse.noun(*i).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date);
        let object = (self.through + 1..chunk).rev().find(|i| !of(i));
        self.group().is_some()
            && object
                .and_then(|i| self.parse.noun(i))
                .is_some_and(|n| matches!(n.prep, None | Some(Prep::POUR)) && n.mention.is_none() && !n.date)
    }

    /// Whether « de X » behind another complement still hangs on the trigger noun:
    /// a place takes no « de » + person (« la visite à Moscou du ministre »), a person no « de » at all.
    fn reaches(&self, chunk: usize) -> bool {
        let Some(mut before) = chunk.checked_sub(1) else { return false };
        // « la visite d'État de X », « le contrat de vente de Y »: « de » and a bare noun say which sort it is.
        let sort = |at: usize| {
            self.parse.noun(at).is_some_and(|n| {
                n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None && !n.plural
            })
        };
        while before > self.through && sort(before) {
            before -= 1;
        }
        if before <= self.through {
            return true;
        }
        let Some(noun) = self.parse.noun(before) else { return false };
        noun.date || noun.mention.is_some()
    }

    /// The antecedent of the relative pronoun that opens the trigger's clause, when it is that pronoun.
    fn relative_in(&self, any: &[&str], prep: Option<Prep>) -> Option<usize> {
        let relative = self.relative?;
        let chunk = self.parse.chunks.get(relative)?;
        let ChunkKind::Relative(found) = chunk.kind else { return None };
        let token = self.parse.context.source.lowered(chunk.last as usize - 1);
        let fits = match prep {
            Some(prep) => found == Some(prep),
            None => found.is_none() && any.contains(&token),
        };
        if fits {
            self.parse.antecedent(relative)
        } else {
            None
        }
    }

    /// Whether the slot holds anything at all, pronouns included.
    #[must_use]
    pub fn occupied(&self, slot: Slot, support: &[VerbId]) -> bool {
        !self.chunks_in(slot, support).is_empty()
            || self.pronoun_in(slot, support).is_some()
            || self.untold(slot, support)
    }

    fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.list.get(id.index())
    }
}

/// The commonest prepositions by name; the rest share one.
fn prep_name(prep: Prep) -> &'static str {
    const NAMES: [(Prep, &str); 12] = [
        (Prep::A, "à"),
        (Prep::DE, "de"),
        (Prep::EN, "en"),
        (Prep::PAR, "par"),
        (Prep::POUR, "pour"),
        (Prep::AVEC, "avec"),
        (Prep::ENTRE, "entre"),
        (Prep::DANS, "dans"),
        (Prep::SUR, "sur"),
        (Prep::CONTRE, "contre"),
        (Prep::AVANT, "avant"),
        (Prep::APRES, "après"),
    ];
    NAMES.iter().find(|(p, _)| *p == prep).map_or("preposition", |(_, name)| name)
}
