//! What a frame cannot fire without, as far as the words and mentions of a sentence tell.
//!
//! Comes in: a frame. Goes out: which kinds of mentions and which words the sentence must hold, as bits that are held
//! against what it does hold. It never says that a frame fires, only that it cannot.

use super::{Complement, Frame, Kinds, RelationType, RoleSlots, Slot};
use crate::lexicon::grammar::Prep;
use rustc_hash::FxHashMap;

/// What the words of a sentence, or of one verb in it, tell at once: bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(in crate::relation) struct Signs(u64);

impl Signs {
    /// Is there always.
    pub const ALWAYS: Self = Self(1);
    /// « que »
    pub const THAT: Self = Self(1 << 1);
    /// A date.
    pub const DATE: Self = Self(1 << 2);
    /// A pronoun or noun that may take up somebody told before the sentence.
    pub const TAKES_UP: Self = Self(1 << 3);
    /// « son », « leur »: what is somebody's told before.
    pub const OWNED: Self = Self(1 << 4);
    /// The verb rules an infinitive with « à » or « de ».
    pub const INFINITIVE: Self = Self(1 << 5);
    /// The verb rules an infinitive with another preposition.
    pub const PURPOSE: Self = Self(1 << 6);
    /// « y », « je », « nous »: what may take up any place told.
    pub const ANYWHERE: Self = Self(1 << 7);
    /// A word that may be the first of two: of a sentence it tells nothing.
    pub const OPENS: Self = Self(1 << 8);
    /// A word that may be the second of two: nor does it.
    pub const CLOSES: Self = Self(1 << 9);
    /// The first bit of a preposition.
    const FIRST: usize = 10;

    /// The sign of the preposition numbered `at` among those that tell.
    fn numbered(at: usize) -> Option<Self> {
        1_u64.checked_shl((Self::FIRST + at) as u32).map(Self)
    }

    /// Those of both.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one is in both.
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The prepositions that have a sign: those that premises ask for.
#[derive(Debug, Default)]
pub(in crate::relation) struct Telling(Vec<Prep>);

impl Telling {
    /// The sign of a preposition. Those that nearly every sentence has tell nothing, nor do those whose slot may hold what
    /// another word leads: « lui », « dont », « où », « les sanctions qui pèsent sur X ».
    fn sign(&mut self, prep: Prep) -> Signs {
        if matches!(prep, Prep::A | Prep::DE | Prep::EN | Prep::DANS | Prep::CONTRE) {
            return Signs::ALWAYS;
        }
        let at = self.0.iter().position(|&p| p == prep).unwrap_or_else(|| {
            self.0.push(prep);
            self.0.len() - 1
        });
        Signs::numbered(at).unwrap_or(Signs::ALWAYS)
    }

    /// The sign of a preposition, if a premise asks for it.
    pub fn known(&self, prep: Prep) -> Signs {
        match self.0.iter().position(|&p| p == prep) {
            Some(at) => Signs::numbered(at).unwrap_or_default(),
            None => Signs::default(),
        }
    }
}

/// Of what kinds those may be who fill the roles of a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::relation) struct Told {
    /// Its own mentions.
    pub here: Kinds,
    /// Those of the text whom its pronouns may mean.
    pub elsewhere: Kinds,
}

/// What may fill a role: one of these kinds, where one of these signs is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Filler {
    kinds: Kinds,
    signs: Signs,
}

/// What a frame cannot fire without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::relation) struct Premise {
    roles: [Filler; 4],
    /// The roles that must be filled, as bits.
    needed: u8,
    /// The recipient of a verb stands in a slot, and nowhere else.
    slotted: bool,
    /// What the verb must rule, or have beside it.
    complement: Signs,
}

/// The premises of all frames, each once: far fewer than frames, so that they stay at hand.
#[derive(Debug, Default)]
pub(in crate::relation) struct Premises {
    list: Vec<Premise>,
    /// The number of each while frames are read.
    numbers: FxHashMap<Premise, PremiseId>,
}

/// The number of a premise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::relation) struct PremiseId(u32);

impl Premises {
    pub(super) fn number(&mut self, premise: Premise) -> PremiseId {
        *self.numbers.entry(premise).or_insert_with(|| {
            self.list.push(premise);
            PremiseId(self.list.len() as u32 - 1)
        })
    }

    #[inline]
    pub(super) fn get(&self, PremiseId(number): PremiseId) -> &Premise {
        &self.list[number as usize]
    }
}

impl Premise {
    /// What `frame`, of this type, asks for.
    pub fn of(frame: &Frame, known: &RelationType, telling: &mut Telling) -> Self {
        let mut roles = [Filler::default(); 4];
        let mut needed = 0;
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            let sign = |slot: &Slot| match *slot {
                // « la médiation que X propose » is made by X.
                Slot::ObjectPrep(Prep::PAR) | Slot::PrepPrep(_, Prep::PAR) => Signs::ALWAYS,
                // « le conflit qui oppose X à Y »
                Slot::Prep(Prep::ENTRE) | Slot::ObjectPrep(Prep::ENTRE) | Slot::PrepPrep(_, Prep::ENTRE) => {
                    Signs::ALWAYS
                }
                Slot::Prep(prep)
                | Slot::ObjectPrep(prep)
                | Slot::SubjectPrep(prep)
                | Slot::InfinitivePrep(prep)
                | Slot::InfinitiveNested(_, prep)
                | Slot::ThatSubjectPrep(prep)
                | Slot::PrepPrep(_, prep) => telling.sign(prep),
                _ => Signs::ALWAYS,
            };
            // An actor may be told elsewhere than in its slots.
            let signs =
                if i == 0 { Signs::ALWAYS } else { slots.slots.iter().map(sign).fold(Signs::default(), Signs::with) };
            roles[i] = Filler { kinds: slots.kinds, signs };
            needed |= u8::from(!slots.optional && (i > 0 || frame.strict)) << i;
        }
        let complement = match frame.complement {
            Complement::Any | Complement::None => Signs::ALWAYS,
            Complement::Infinitive => Signs::INFINITIVE,
            Complement::Purpose => Signs::PURPOSE,
            Complement::That => Signs::THAT,
            Complement::Date => Signs::DATE,
        };
        // Who comments on an act comments on its author.
        let authored = known.comments && frame.roles[1].as_ref().is_none_or(RoleSlots::may_be_author);
        let slotted = !(frame.reciprocal || authored || known.asks);
        Self { roles, needed, slotted, complement }
    }

    /// Whether the frame may fire where there are these signs and these are told. `participle`: the trigger is a past
    /// participle; `None`: it is a noun.
    pub fn may_hold(&self, signs: Signs, told: Told, participle: Option<bool>) -> bool {
        let slotted = participle.is_none_or(|participle| self.slotted && !participle);
        // Nobody told in the sentence need fill a role.
        let taking_up = if participle.is_some() { Signs::TAKES_UP } else { Signs::TAKES_UP.with(Signs::OWNED) };
        let kinds = if signs.meet(taking_up) { told.here.or(told.elsewhere) } else { told.here };
        let filled = |i: usize| {
            let Filler { kinds: allowed, signs: led } = self.roles[i];
            match i {
                1 if !slotted => kinds.any(allowed.0 | Kinds::PARTY),
                _ => kinds.any(allowed.0) && signs.meet(led),
            }
        };
        let needed = |i: usize| self.needed >> i & 1 != 0 && (i != 1 || slotted);
        (participle.is_none() || signs.meet(self.complement))
            && (0..4).all(|i| !needed(i) || filled(i))
            && (filled(0) || filled(1))
    }
}
