//! What triggers a frame: a verb with what tells at once that it cannot fire, or a noun.
//!
//! Comes in: a frame. Goes out: its trigger, as few bits as will do. It never looks at a text.

use super::{Fixed, Frame, NounsId, PremiseId, Slot};
use crate::syntax::{VerbForm, VerbGroup, Voice};

/// A frame that a verb may trigger, with what tells at once that it cannot fire.
#[derive(Debug, Clone, Copy)]
pub struct VerbTrigger {
    /// The frame's number.
    pub frame: u32,
    /// The first list of words that the frame requires.
    pub(in super::super) needs: Option<NounsId>,
    /// What the first of its fixed words may be.
    pub(in super::super) opening: Opening,
    /// The manners in which it is told.
    pub(in super::super) told: Manner,
    /// It has fixed words, or requires another list.
    pub(in super::super) asks_more: bool,
    /// What it cannot fire without.
    pub(in super::super) premise: PremiseId,
}

impl VerbTrigger {
    pub(super) fn new(number: u32, frame: &Frame, premise: PremiseId) -> Self {
        let mut lists = frame.require.iter().filter(|(slot, _)| *slot != Slot::Adjective).map(|(_, list)| *list);
        Self {
            frame: number,
            needs: lists.next(),
            opening: Opening::of(&frame.fixed),
            told: Manner::all_of(frame),
            asks_more: lists.next().is_some() || !frame.fixed.is_empty(),
            premise,
        }
    }
}

/// How a verb group stands, as far as the group alone shows its voice: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Manner(u8);

impl Manner {
    const REFLEXIVE: u8 = 1;
    const PASSIVE: u8 = 1 << 1;
    /// An infinitive, which « se voir » and « se faire » turn into a passive.
    const INFINITIVE: u8 = 1 << 2;
    /// A past participle, which shows no « se ».
    const PARTICIPLE: u8 = 1 << 3;
    const ACTIVE: u8 = 1 << 4;

    /// The manner of one group.
    pub fn of(group: &VerbGroup) -> Self {
        Self(match (group.voice, group.form) {
            (Voice::Reflexive, _) => Self::REFLEXIVE,
            (Voice::Passive, _) => Self::PASSIVE,
            (Voice::Active, VerbForm::Infinitive) => Self::INFINITIVE,
            (Voice::Active, VerbForm::PastParticiple) => Self::PARTICIPLE,
            (Voice::Active, _) => Self::ACTIVE,
        })
    }

    /// All manners in which a frame is told.
    fn all_of(frame: &Frame) -> Self {
        let (active, passive) = frame.voices;
        let told = |bits: u8, told: bool| if told { bits } else { 0 };
        Self(match frame.reflexive {
            true => Self::REFLEXIVE | told(Self::PARTICIPLE, active),
            false => Self::INFINITIVE | told(Self::ACTIVE | Self::PARTICIPLE, active) | told(Self::PASSIVE, passive),
        })
    }

    /// Whether a manner is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A set of words, as bits by their length and ends: it may hold a word that was not put in, never the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Opening(u64);

impl Opening {
    /// No word.
    pub const NONE: Self = Self(0);
    /// Whatever follows will do.
    pub const ANY: Self = Self(u64::MAX);

    /// A word that stands for all possessives.
    pub const POSSESSIVE: &'static str = "son";

    /// The set with `word` in it.
    pub fn with(self, word: &str) -> Self {
        let (first, last) = (word.bytes().next().unwrap_or(0), word.bytes().next_back().unwrap_or(0));
        Self(self.0 | 1 << ((first as usize + 5 * last as usize + 11 * word.len()) % 64))
    }

    /// What the fixed words of a multiword verb may begin with.
    pub fn of(fixed: &[Fixed]) -> Self {
        match fixed.first() {
            Some(first) if first.possessive => Self::NONE.with(Self::POSSESSIVE),
            Some(first) => first.forms().iter().fold(Self::NONE.with(&first.word), |set, form| set.with(form)),
            None => Self::ANY,
        }
    }

    /// Whether a word may be in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A noun that may trigger a relation.
#[derive(Debug, Clone)]
pub struct NounTrigger {
    /// Words after the first.
    pub rest: Vec<String>,
    /// Frames, in the order of the files.
    pub frames: Vec<u32>,
}
