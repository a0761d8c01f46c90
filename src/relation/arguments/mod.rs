//! Who fills which slot of a trigger: from the parse to mentions.

mod circumstance;
mod find;
mod kind;
mod nested;
mod parties;
mod phrase;
mod possession;
mod slots;
mod speaker;
mod taken_up;
mod there;

use self::find::want;
pub use self::find::{BESIDE, CLAUSE, LEADER};
pub(super) use self::kind::{kinds_at_most, kinds_taken_up};
pub(super) use self::phrase::names_them;
pub use self::phrase::{BUILDING, SITE};
pub use self::speaker::SPEAKER;
pub(super) use self::there::THERE;
use super::chunk::ChunkKind;
use super::parse::{Complement, Parse, Role, Subject};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, Mentions};
use crate::reference::Entities;
use crate::syntax::{VerbForm, VerbGroup, Voice};
use std::cell::Cell;
use std::ops::Range;

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

impl Found {
    /// A mention that no chunk or preposition of the sentence gave, such as what a pronoun takes up.
    pub fn apart(mention: MentionId, how: &'static str) -> Self {
        Self { mention, official: None, chunk: None, prep: None, how }
    }
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
    /// The relative pronoun that opens its clause, when it is a verb, or « dont » right before it, when it is a noun.
    relative: Option<usize>,
    /// The verb that owns it, when it is a noun.
    pub owner: Option<(usize, Role)>,
    /// The trigger is the preposition before the noun (« à l'invitation de X »).
    pub preposition: bool,
    /// The last chunk that the words of the trigger reach into: « coup de fil » has two.
    pub through: usize,
    /// Its verb group, when it is a verb.
    group: Option<&'p VerbGroup>,
    /// « s'est vu refuser un visa par X », « s'est fait recevoir par X »: the subject undergoes the infinitive.
    raised: bool,
    /// The subject undergoes what the verb says.
    passive: bool,
    /// Who says « je » or « nous » there, once it has been asked for.
    spoken: Cell<Option<Option<Option<Found>>>>,
    /// The object whose noun the frame asks for, while it is tried: « annoncer la nomination de X et la **démission** de Y ».
    pub required: Cell<Option<usize>>,
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
        let (group, raised) = (parse.group(chunk), parse.raises(chunk));
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
            group,
            raised,
            passive: raised || group.is_some_and(|g| g.voice == Voice::Passive),
            spoken: Cell::new(None),
            required: Cell::new(None),
        }
    }

    /// The same trigger when the words of its predicate stand at these tokens.
    #[must_use]
    pub fn reaching(&self, words: Range<usize>) -> Self {
        let mut through = self.chunk;
        while self.parse.chunks.get(through + 1).is_some_and(|c| (c.first as usize) < words.end) {
            through += 1;
        }
        Self {
            complements: self.parse.complements_after(self.chunk, words),
            through,
            ..Self::verb(self.parse, self.mentions, self.entities, self.chunk)
        }
    }

    /// Adds what hangs on the predicate as a whole, whose words stand at these tokens.
    pub fn reach_further(&mut self, words: Range<usize>) {
        while self.parse.chunks.get(self.through + 1).is_some_and(|c| (c.first as usize) < words.end) {
            self.through += 1;
        }
        for complement in self.parse.complements_after(self.chunk, words) {
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
            parse.of_another(chunk, p)
                || p > chunk + 1
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
        // « la visite de X fait suite à celle de Y à Paris »: Paris is where the other one was
        if let Some(other) = complements.iter().map(|c| c.chunk).find(|&c| c > chunk && parse.takes_up_noun(c)) {
            complements.retain(|c| c.fronted || c.chunk < other);
        }
        Self {
            parse,
            mentions,
            entities,
            chunk,
            subject: Subject::None,
            complements,
            relative: parse.whose(chunk),
            owner,
            preposition: false,
            through: chunk,
            group: None,
            raised: false,
            passive: false,
            spoken: Cell::new(None),
            required: Cell::new(None),
        }
    }

    fn group(&self) -> Option<&'p VerbGroup> {
        self.group
    }

    /// Whether the subject undergoes what the verb says.
    #[must_use]
    pub fn passive(&self) -> bool {
        self.passive
    }

    fn is_date(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|n| n.date)
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
