//! What a verb group is.

use crate::id::VerbId;

/// What kind of form heads the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// A finite verb, perhaps with auxiliaries.
    Finite,
    /// An infinitive, perhaps compound (« avoir rencontré »).
    Infinitive,
    /// « en rencontrant ».
    Gerund,
    /// A present participle without « en ».
    PresentParticiple,
    /// A past participle without auxiliary.
    PastParticiple,
}

/// Tense of the whole group, auxiliaries counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// No tense of its own: infinitives, participles.
    None,
    /// présent
    Present,
    /// passé composé, passé simple, passé antérieur
    Past,
    /// imparfait
    Imperfect,
    /// plus-que-parfait
    Pluperfect,
    /// futur simple
    Future,
    /// futur antérieur
    FuturePerfect,
    /// conditionnel présent
    Conditional,
    /// conditionnel passé
    ConditionalPast,
    /// subjonctif
    Subjunctive,
    /// subjonctif passé
    SubjunctivePast,
    /// infinitif passé, participe composé
    Perfect,
    /// impératif
    Imperative,
}

/// Voice of the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject undergoes.
    Passive,
    /// se rencontrer
    Reflexive,
}

/// Subject pronoun of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    /// il
    He,
    /// elle
    She,
    /// ils
    They,
    /// elles
    TheyFeminine,
    /// je, nous: whoever speaks
    First,
    /// on, tu, vous, ce, cela: nobody the text can tell.
    Other,
}

/// Object pronouns inside a group: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clitics(pub u16);

impl Clitics {
    /// le
    pub const LE: u16 = 1;
    /// la
    pub const LA: u16 = 1 << 1;
    /// l'
    pub const L: u16 = 1 << 2;
    /// les
    pub const LES: u16 = 1 << 3;
    /// lui
    pub const LUI: u16 = 1 << 4;
    /// leur
    pub const LEUR: u16 = 1 << 5;
    /// y
    pub const Y: u16 = 1 << 6;
    /// en
    pub const EN: u16 = 1 << 7;
    /// se
    pub const SE: u16 = 1 << 8;
    /// me, te, nous, vous
    pub const FIRST: u16 = 1 << 9;

    /// Whether any of `bits` is there.
    #[must_use]
    pub const fn any(self, bits: u16) -> bool {
        self.0 & bits != 0
    }

    /// A direct object pronoun of the third person.
    #[must_use]
    pub const fn direct(self) -> bool {
        self.any(Self::LE | Self::LA | Self::L | Self::LES)
    }

    /// An indirect object pronoun of the third person.
    #[must_use]
    pub const fn indirect(self) -> bool {
        self.any(Self::LUI | Self::LEUR)
    }
}

/// One verb with its auxiliaries, clitics, negation and the adverbs among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbGroup {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// The lexical verb's token.
    pub head: u32,
    /// The lexical verb, when the verb gazetteer knows it. Of several readings the likeliest.
    pub verb: Option<VerbId>,
    /// Kind of form.
    pub form: VerbForm,
    /// Tense.
    pub tense: Tense,
    /// Voice.
    pub voice: Voice,
    /// ne … pas, ne … jamais; « ne … que » and a lone « ne » do not count.
    pub negated: bool,
    /// Plural form.
    pub plural: bool,
    /// Feminine, told by a participle that agrees.
    pub feminine: bool,
    /// Object pronouns.
    pub clitics: Clitics,
    /// Subject pronoun before or after.
    pub subject: Option<Pronoun>,
    /// « se faire recevoir »: a causative group.
    pub causative: bool,
    /// The group that governs this infinitive, as an index into all groups.
    pub governor: Option<u32>,
    /// The preposition before an infinitive or gerund, when there is one.
    pub marker: Option<crate::lexicon::grammar::Prep>,
}

impl VerbGroup {
    /// Whether its subject or object is a pronoun that may take up somebody told before.
    #[must_use]
    pub fn refers(&self) -> bool {
        self.clitics.direct() || self.clitics.indirect() || self.subject.is_some_and(|s| s != Pronoun::Other)
    }

    /// Whether the form is finite.
    #[must_use]
    pub const fn is_finite(&self) -> bool {
        matches!(self.form, VerbForm::Finite)
    }
}
