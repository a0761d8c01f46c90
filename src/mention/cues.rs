//! Words beside a name that say what it names: « M. », « avenue », « village »…
//!
//! The words are rows of `gazetteers/name_cues.tsv`; what each class does is
//! written where it is used.

use super::Context;
use crate::lexicon::sieve::{Sieve, Sieved};
use crate::lexicon::Topic;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../gazetteers/name_cues.tsv");

/// What a word says of a name beside it: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cue(u64);

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        #[allow(non_camel_case_types)]
        #[repr(u64)]
        enum Bit { $($name),* }

        impl Cue {
            const NAMES: &'static [&'static str] = &[$($text),*];
            $($(#[$doc])* pub(super) const fn $name(self) -> bool { self.0 & (1 << Bit::$name as u64) != 0 })*
        }
    };
}

cues! {
    /// A person's name follows, and the word is no part of it.
    honorific = "honorific",
    /// Told of a man.
    masculine = "masculine",
    /// Told of a woman.
    feminine = "feminine",
    /// A common noun for a human being (« journaliste »).
    human = "human",
    /// A lower-case link inside a person's name.
    particle = "particle",
    /// A place of this kind is called after « de » (« village de »).
    locality = "locality",
    /// The noun is part of the place's name (« aéroport », « avenue »).
    facility = "facility",
    /// The name beside it is an organisation's (« société », « quotidien »).
    company = "company",
    /// The name beside it is neither person, place nor organisation (« porte-avions », « prix »).
    thing = "thing",
    /// A meeting, agreement or conflict called by what follows.
    event = "event",
    /// A verb of saying, by its infinitive.
    speech = "speech",
    /// A place of this kind takes its name without « de » (« rivière Beipan »).
    beside = "beside",
    /// An adjective of institutions (« centre national de … »).
    institution = "institution",
    /// A word of another language that an organisation's name contains (« Foundation »).
    foreign = "foreign",
    /// A word that opens the name of an armed group (« Jaysh al-Islam »).
    militia = "militia",
    /// A described meeting.
    meeting = "meeting",
    /// A described agreement.
    agreement = "agreement",
    /// A described war or upheaval.
    conflict = "conflict",
    /// A stretch of water.
    water = "water",
    /// A stretch of land.
    land = "land",
    /// A street or square, named without article (« place de la République »).
    address = "address",
    /// Even a common word after « de » names a place (« au sud de Butte »).
    settlement = "settlement",
    /// A part of a country.
    division = "division",
    /// An institute called after a person (« université Patrice Lumumba »).
    institute = "institute",
    /// What kind of government or force it is (« putschiste », « intérimaire »).
    regime = "regime",
    /// What a government is of or for (« de transition », « d'union nationale »).
    regime_noun = "regime noun",
    /// A meeting or statement called by its town alone (« pourparlers de Genève »).
    talks = "talks",
    /// A participle of coming: what follows « de » is where from (« partis de Loango »).
    origin = "origin",
    /// A military operation, called by a name.
    operation = "operation",
    /// A kind of place that stays outside even where the gazetteer has it (« province de Nangarhâr »).
    apart = "apart",
    /// A newspaper, station or site.
    press = "press",
    /// What follows « de » after it is no place (« syndrome de Stockholm »).
    figure = "figure",
    /// What a state does to its own envoys, by its infinitive.
    sending = "sending",
    /// A dignity written behind the name it is part of (« Enver pacha »).
    dignity = "dignity",
    /// Going somewhere: nouns, and verbs by their infinitive.
    travel = "travel",
    /// What only a person does, by its infinitive.
    deed = "deed",
    /// What a person does where it is told of the past in one word (« nomma »), by its infinitive.
    act = "act",
    /// What is done to persons alone, by its infinitive.
    undergo = "undergo",
    /// Whom it is done to is a person where the name may be one, by its infinitive.
    faces = "faces",
    /// What only persons have or do (« démission »).
    personal = "personal",
    /// What is done to a person with « à », by its infinitive.
    dative = "dative",
    /// A number or part of men in arms (« contingent », « centaine »).
    quantity = "quantity",
    /// Coming, going or staying, told of men in arms (« arrivée », « retrait »).
    passage = "passage",
    /// What is done to men in arms to have them somewhere, by its infinitive.
    dispatch = "dispatch",
    /// Dying, or being: no deed, by its infinitive.
    perish = "perish",
}

/// What words say, each thing once, nothing first; and for words without their full stops, as tokens are folded, which of
/// these things.
struct Cues {
    told: Vec<Cue>,
    words: Sieved<u16>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut bits_of: FxHashMap<String, u64> = FxHashMap::default();
    each_row(|bits, word| *bits_of.entry(word.to_owned()).or_default() |= bits);
    let mut cues = Cues { told: vec![Cue::default()], words: Sieved::default() };
    for (word, bits) in bits_of {
        let number = cues.told.iter().position(|cue| cue.0 == bits).unwrap_or(cues.told.len());
        if number == cues.told.len() {
            cues.told.push(Cue(bits));
        }
        cues.words.entry(&word, number as u16);
    }
    cues
});

/// The heads of described events alone.
static EVENTS: LazyLock<Sieve> = LazyLock::new(|| {
    let mut sieve = Sieve::default();
    each_row(|bits, word| {
        let told = Cue(bits);
        if told.meeting() || told.agreement() || told.conflict() || told.talks() || told.operation() {
            sieve.add(word);
        }
    });
    sieve
});

/// How family names end of which no list has all: the row « ending ».
static ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|l| l.strip_prefix("ending\t"));
    rows.flat_map(|words| words.split('|')).collect()
});

/// Whether a word nobody knows ends like a family name (« -enko », « -escu »).
pub(super) fn ends_as_surname(folded: &str) -> bool {
    folded.len() >= 6 && ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

/// Hands out every word of the table with the bits of its row.
fn each_row(mut word: impl FnMut(u64, &str)) {
    for line in TABLE.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let mut cells = line.split('\t');
        let (Some(cue), Some(words)) = (cells.next(), cells.next()) else { continue };
        let bits = cue
            .split(',')
            .filter_map(|name| Cue::NAMES.iter().position(|n| *n == name))
            .fold(0, |bits, bit| bits | 1 << bit);
        for written in words.split('|') {
            let bare = written.replace('.', "");
            word(bits, &bare);
            // « S.E » keeps the full stop inside.
            let inner = written.trim_end_matches('.');
            if inner != bare {
                word(bits, inner);
            }
        }
    }
}

/// Whether a person is called by this word without an article: « lord », « maître », « opposant ».
pub(crate) fn calls_a_person(lowered: &str) -> bool {
    let told = cue(lowered);
    told.honorific() || told.human()
}

/// What `lowered` says of a name beside it.
#[inline]
pub(super) fn cue(lowered: &str) -> Cue {
    CUES.words.get(lowered).map_or(Cue::default(), Cue::numbered)
}

impl Cue {
    fn numbered(number: u16) -> Self {
        CUES.told.get(number as usize).copied().unwrap_or_default()
    }
}

impl Context<'_> {
    /// What token `index` says of a name beside it; for most words of a text that is known by their number.
    #[inline]
    pub(super) fn cue(self, index: usize) -> Cue {
        let word = self.number(index);
        let find = || CUES.words.get(self.source.lowered(index)).unwrap_or(0);
        match self.lexicon.remembered(Topic::Cue, word, find) {
            0 => Cue::default(),
            number => Cue::numbered(number),
        }
    }

    /// The same for the token `back` places before `index`, when the sentence reaches back so far.
    #[inline]
    pub(super) fn cue_before(self, index: usize, back: usize) -> Cue {
        match self.reaches_back(index, back) {
            true => self.cue(index - back),
            false => Cue::default(),
        }
    }
}

/// Whether the word may be the head of a described event.
#[inline]
pub(super) fn may_be_event(lowered: &str) -> bool {
    EVENTS.passes(lowered.as_bytes())
}
