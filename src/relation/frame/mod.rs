//! Frame files: which words express a relation, and which slots hold whom.
//!
//! Comes in: TOML (`gazetteers/relations/*.toml` and the user's own). Goes
//! out: [`Frames`], found by verb or noun. A file is read block by block, so
//! that every fault is told, with its line, and the files' examples cost
//! nothing at start-up. The format is described in `gazetteers/relations/README.md`.

mod condition;
mod file;
mod premise;
mod read;
mod trigger;
mod word_set;

pub use condition::NounsId;
pub(super) use condition::{Lists, Noun, Nouns};
pub use file::File;
pub(super) use premise::{Premise, PremiseId, Premises, Signs, Telling, Told};
pub(super) use trigger::{Manner, Opening};
pub use trigger::{NounTrigger, VerbTrigger};

use super::cue::Cues;
use super::model::Modality;
use super::presence::Index;
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use word_set::WordSet;

/// Where an argument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Subject of the active sense.
    Subject,
    /// Direct object of the active sense.
    Object,
    /// Agent of a passive or of a nominal: « par X ».
    By,
    /// son, sa, leur
    Possessive,
    /// « le sommet Trump-Kim »
    Compound,
    /// After a preposition.
    Prep(Prep),
    /// Object of the infinitive that the verb governs (« menacer d'envahir X »).
    InfinitiveObject,
    /// A complement of that infinitive (« promettre d'infliger une leçon à X »: « infinitive.à »).
    InfinitivePrep(Prep),
    /// What hangs on such a complement (« promettre de répondre à toute attaque de X »: « infinitive.à.de »; its object
    /// where the first is none: « infinitive.object.de »).
    InfinitiveNested(Option<Prep>, Prep),
    /// Subject of the que-clause that the verb governs (« exiger que X parte »).
    ThatSubject,
    /// What hangs on that subject (« avertir que toute attaque de X sera punie »: « que.subject.de »).
    ThatSubjectPrep(Prep),
    /// Subject of the condition behind the verb (« menacer de frapper si X refuse »: « si.subject »).
    IfSubject,
    /// The noun phrase behind a triggering preposition itself.
    Own,
    /// A complement of the object.
    ObjectPrep(Prep),
    /// A complement of the subject.
    SubjectPrep(Prep),
    /// A complement of what stands after a preposition (« s'opposer à l'adhésion de X »: « à.de »).
    PrepPrep(Prep, Prep),
    /// The office given, behind the verb (« a été nommé en mai ambassadeur »; only in `require` and `unless`).
    Attribute,
    /// An adjective beside the noun (only in `require` and `unless`).
    Adjective,
    /// An adverb in the clause (only in `require` and `unless`).
    Adverbial,
    /// The nouns that the trigger noun hangs on: « **accord** de coopération » (only in `require` and `unless`).
    Host,
    /// A word anywhere in the sentence (only in `require` and `unless`).
    Sentence,
}

/// What may fill a slot: bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Kinds(pub u16);

impl Kinds {
    const NAMES: [&'static str; 15] = [
        "person",
        "official",
        "place",
        "organization",
        "event",
        "government",
        "state",
        "delegation",
        "diplomat",
        "armed",
        "party",
        "firm",
        "several",
        "country",
        "thing",
    ];
    /// A person.
    pub const PERSON: u16 = 1;
    /// An official.
    pub const OFFICIAL: u16 = 1 << 1;
    /// A place as a place.
    pub const PLACE: u16 = 1 << 2;
    /// An organisation.
    pub const ORGANIZATION: u16 = 1 << 3;
    /// An event.
    pub const EVENT: u16 = 1 << 4;
    /// A ministry, a government, a place that stands for its government.
    pub const GOVERNMENT: u16 = 1 << 5;
    /// A country or its capital.
    pub const STATE: u16 = 1 << 6;
    /// A delegation.
    pub const DELEGATION: u16 = 1 << 7;
    /// An ambassador, an envoy, diplomats.
    pub const DIPLOMAT: u16 = 1 << 8;
    /// An army or armed group.
    pub const ARMED: u16 = 1 << 9;
    /// All that can act.
    pub const PARTY: u16 = 1 << 10;
    /// A firm, a club, a body of trade or sport.
    pub const FIRM: u16 = 1 << 11;

    /// Officials of several countries under one noun.
    pub const SEVERAL: u16 = 1 << 12;
    /// A country by its own name, not by its capital's.
    pub const COUNTRY: u16 = 1 << 13;
    /// What no name tells: a noun phrase without a mention (only in `require` and `unless`).
    pub const THING: u16 = 1 << 14;

    /// Whether any of `bits` is allowed.
    #[must_use]
    pub const fn any(self, bits: u16) -> bool {
        self.0 & bits != 0
    }

    /// Those of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One role of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSlots {
    /// Where to look, in this order.
    pub slots: Vec<Slot>,
    /// What may stand there.
    pub kinds: Kinds,
    /// The relation stands without it.
    pub optional: bool,
}

impl RoleSlots {
    /// Whether it may hold who has done what is commented on.
    #[must_use]
    pub fn may_be_author(&self) -> bool {
        let of_act = |slot: &Slot| {
            matches!(slot, Slot::ObjectPrep(Prep::DE | Prep::PAR) | Slot::PrepPrep(_, Prep::DE | Prep::PAR))
        };
        self.slots.iter().any(of_act)
    }
}

/// What must follow the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complement {
    /// Anything.
    Any,
    /// An infinitive with à or de.
    Infinitive,
    /// A que-clause.
    That,
    /// Neither.
    None,
    /// An infinitive of purpose and no object (« est à Rome pour rencontrer X »).
    Purpose,
    /// A date and no object (« était mardi à Rome »).
    Date,
}

/// A word that follows a multiword verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// Lower case.
    pub word: String,
    /// Any possessive may stand in its place (« remettre **sa** démission »: « leur démission »).
    pub possessive: bool,
}

impl Fixed {
    /// Its other forms before an article or a vowel: « de » may stand in « du ».
    pub(super) fn forms(&self) -> &'static [&'static str] {
        match self.word.as_str() {
            "de" => &["d'", "du", "des"],
            "à" => &["au", "aux"],
            _ => &[],
        }
    }
}

/// One way of saying a relation. What a block of a file says for all its lemmas is shared by their frames.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Index of its type.
    pub kind: u16,
    /// `type/lemma`
    pub name: String,
    /// The words that follow a multiword verb (« rendre **visite** »).
    pub fixed: Vec<Fixed>,
    /// Only the reflexive verb (true), only the plain one (false).
    pub reflexive: bool,
    /// Voices: active, passive.
    pub voices: (bool, bool),
    /// What must follow.
    pub complement: Complement,
    /// actor, recipient, place, event
    pub roles: Arc<[Option<RoleSlots>; 4]>,
    /// Nouns that must stand in a slot.
    pub require: Arc<[(Slot, NounsId)]>,
    /// Nouns that forbid the reading.
    pub unless: Arc<[(Slot, NounsId)]>,
    /// Verbs whose object the noun is and whose subject acts.
    pub support: Arc<[VerbId]>,
    /// CAMEO code where it differs from the file's.
    pub cameo: Option<Arc<str>>,
    /// Every party is an actor.
    pub reciprocal: bool,
    /// Of two parties each does it to the other: a relation either way (« s'accusent mutuellement »).
    pub mutual: bool,
    /// The actor must be told, even in the passive.
    pub strict: bool,
    /// The noun opens its line, without an article: « Coopération entre X et Y : … ».
    pub headline: bool,
    /// It fires beside what another frame makes of the same noun or verb.
    pub beside: bool,
    /// What is told as a fact is planned, possible … all the same: « promettre une aide ».
    pub modality: Option<Modality>,
    /// The type that has told the event when the same parties took part shortly before (« la conversation » by telephone).
    pub echoes: Option<String>,
}

impl Frame {
    /// Somebody or something undergoes what the verb says, so that one may have it done.
    #[must_use]
    pub fn is_done_to(&self) -> bool {
        let object = |s: &Slot| matches!(s, Slot::Object | Slot::ObjectPrep(_));
        let undergoes = self.roles[1..].iter().flatten().any(|r| r.slots.iter().any(object));
        !self.reciprocal && (undergoes || self.require.iter().any(|(slot, _)| object(slot)))
    }
}

/// One relation type.
#[derive(Debug, Clone)]
pub struct RelationType {
    /// Its name.
    pub name: String,
    /// PLOVER event type.
    pub plover: Option<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Every party is an actor.
    pub reciprocal: bool,
    /// Firms and clubs alone make none.
    pub political: bool,
    /// It tells what somebody thinks of an event, which has happened, too.
    pub comments: bool,
    /// It tells who took part in what others do, which they do, too.
    pub attends: bool,
    /// « y participer », « y adhérer »: what « y » takes up may be the word required behind « à ».
    pub thereto: bool,
    /// It takes two: one human being alone has not done it.
    pub mutual: bool,
    /// It tells what somebody wants to happen, too.
    pub asks: bool,
    /// Deciding it, or acting in order to say it, is doing it.
    pub performative: bool,
    /// It is aimed at somebody, whom what is said in the same breath is aimed at, too.
    pub aims: bool,
}

/// All frames, compiled against a lexicon.
#[derive(Debug)]
pub struct Frames {
    types: Vec<RelationType>,
    frames: Vec<Frame>,
    /// What frames cannot fire without.
    premises: Premises,
    /// By number of the frame.
    premised: Vec<PremiseId>,
    /// By number of the verb.
    verbs: Vec<Vec<VerbTrigger>>,
    nouns: FxHashMap<u32, Vec<NounTrigger>>,
    prepositions: FxHashMap<Prep, Vec<u32>>,
    /// The words a noun trigger begins with.
    triggers: WordSet,
    lists: Lists,
    pub(super) index: Index,
    /// The words that tell the prepositions: each preposition's longest, with its frames.
    told_by: Vec<(u32, Vec<u32>)>,
    /// These words.
    preposition_words: WordSet,
    pub(super) cues: Cues,
}

impl Frames {
    /// The frames a verb may trigger.
    #[must_use]
    pub fn of_verb(&self, verb: VerbId) -> &[VerbTrigger] {
        self.verbs.get(verb.index()).map_or(&[], Vec::as_slice)
    }

    /// The noun triggers that begin with this word, longest first.
    #[must_use]
    pub fn of_noun(&self, word: u32) -> &[NounTrigger] {
        if !self.triggers.has(word) {
            return &[];
        }
        self.nouns.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The frames a preposition triggers (« à l'invitation de »).
    #[must_use]
    pub fn of_preposition(&self, prep: Prep) -> &[u32] {
        self.prepositions.get(&prep).map_or(&[], Vec::as_slice)
    }

    /// Whether `may` holds for a frame of a preposition that one of the words of a sentence tells.
    pub(super) fn preposition_is_told(&self, words: &[u32], may: impl Fn(u32) -> bool) -> bool {
        // A word that has no number may stand anywhere.
        let stands = |&word: &u32| word == 0 || words.contains(&word);
        let any = || self.told_by.iter().any(|(word, frames)| stands(word) && frames.iter().any(|&frame| may(frame)));
        self.preposition_words.has_any(words) && any()
    }

    /// The words of a condition.
    pub(super) fn nouns(&self, id: NounsId) -> Nouns<'_> {
        self.lists.get(id)
    }

    /// Frame number `frame`.
    #[must_use]
    pub fn frame(&self, frame: u32) -> &Frame {
        &self.frames[frame as usize]
    }

    /// What frame number `frame` cannot fire without.
    pub(super) fn premise_of(&self, frame: u32) -> &Premise {
        self.premise(self.premised[frame as usize])
    }

    /// A premise by its number.
    #[inline]
    pub(super) fn premise(&self, id: PremiseId) -> &Premise {
        self.premises.get(id)
    }

    /// Relation type number `kind`.
    #[must_use]
    pub fn relation_type(&self, kind: u16) -> &RelationType {
        &self.types[kind as usize]
    }

    /// The name of a relation type.
    #[must_use]
    pub fn type_name(&self, kind: u16) -> &str {
        self.types.get(kind as usize).map_or("", |t| &t.name)
    }

    /// The PLOVER event type of a relation type.
    #[must_use]
    pub fn plover(&self, kind: u16) -> Option<&str> {
        self.types.get(kind as usize).and_then(|t| t.plover.as_deref())
    }

    /// The CAMEO code of a relation: its frame's, or else its type's.
    #[must_use]
    pub fn cameo(&self, relation: &super::Relation) -> Option<&str> {
        let frame = self.frames.get(relation.frame as usize).and_then(|f| f.cameo.as_deref());
        frame.or_else(|| self.types.get(relation.kind as usize).and_then(|t| t.cameo.as_deref()))
    }

    /// `type/lemma` of a frame.
    #[must_use]
    pub fn frame_name(&self, frame: u32) -> &str {
        self.frames.get(frame as usize).map_or("", |f| &f.name)
    }
}

/// The infinitive without « se », and whether it had one.
pub(super) fn bare(lemma: &str) -> (&str, bool) {
    match lemma.strip_prefix("se ").or_else(|| lemma.strip_prefix("s'")) {
        Some(rest) => (rest, true),
        None => (lemma, false),
    }
}
