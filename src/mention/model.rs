//! What a mention is.

use super::timex::Timex;
use crate::id::{Code, EntryId, MentionId};
use crate::lexicon::{OrgType, PlaceType, Role};
use crate::span::Span;

/// The six kinds of mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MentionKind {
    /// A proper name of a human being.
    Person,
    /// A function somebody holds.
    Official,
    /// A place.
    Place,
    /// An organisation.
    Organization,
    /// A named summit, conference, war or agreement.
    Event,
    /// A TIMEX3 expression.
    Date,
}

impl MentionKind {
    /// The name used in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Official => "official",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Event => "event",
            Self::Date => "date",
        }
    }
}

/// Which gazetteer row or rule of the code a mention came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// A row of a gazetteer.
    Gazetteer(EntryId),
    /// A rule, such as `person:after-official`.
    Rule(&'static str),
}

/// Grammatical gender of whom or what a mention names, where it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Whether a function is held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfficeStatus {
    /// Held.
    #[default]
    Current,
    /// ancien, ex-, feu, honoraire
    Former,
    /// par intérim
    Acting,
    /// élu, désigné, futur
    Elect,
    /// sortant
    Outgoing,
}

impl OfficeStatus {
    /// The name used in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Former => "former",
            Self::Acting => "acting",
            Self::Elect => "elect",
            Self::Outgoing => "outgoing",
        }
    }
}

/// What is known of an official mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    /// The office.
    pub role: Role,
    /// The head noun as written (« vice-ministre »).
    pub title: Span,
    /// What the office is for: a row of the portfolio gazetteer, or `None`.
    pub portfolio: Option<EntryId>,
    /// The portfolio as written, when the gazetteer does not know it.
    pub portfolio_span: Option<Span>,
    /// Whom they serve.
    pub countries: Vec<Code>,
    /// The receiving states or organisations of an ambassador or envoy.
    pub accredited_to: Vec<Code>,
    /// Whether the function is held now.
    pub status: OfficeStatus,
    /// The person the same noun phrase or an apposition names.
    pub holder: Option<MentionId>,
    /// Several people at once (« les présidents français et turc »).
    pub plural: bool,
    /// Feminine form of the head noun.
    pub feminine: bool,
    /// An office of a body that no state owns (« Union africaine »), or of nobody's (« dalaï-lama »): no country is to be guessed.
    pub unowned: bool,
    /// « son homologue »: the office is that of whom it answers.
    pub counterpart: bool,
}

/// What is known of a mention beyond its span.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MentionData {
    /// A person.
    Person {
        /// Told by a title, an honorific or the given name.
        gender: Option<Gender>,
    },
    /// An official.
    Official(Box<Official>),
    /// A place.
    Place {
        /// Its kind.
        place_type: PlaceType,
        /// The country it is or lies in.
        country: Option<Code>,
        /// Its gazetteer row.
        entry: Option<EntryId>,
    },
    /// An organisation.
    Organization {
        /// Its kind.
        org_type: OrgType,
        /// Its country.
        country: Option<Code>,
        /// Its gazetteer row.
        entry: Option<EntryId>,
    },
    /// An event.
    Event {
        /// Its gazetteer row.
        entry: Option<EntryId>,
    },
    /// A date.
    Date(Box<Timex>),
}

/// One mention: a span of text, what kind of thing it names, and where that was known from.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Bytes of the text.
    pub span: Span,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// Gazetteer row or rule.
    pub origin: Origin,
    /// What is known of it.
    pub data: MentionData,
}

impl Mention {
    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> MentionKind {
        match self.data {
            MentionData::Person { .. } => MentionKind::Person,
            MentionData::Official(_) => MentionKind::Official,
            MentionData::Place { .. } => MentionKind::Place,
            MentionData::Organization { .. } => MentionKind::Organization,
            MentionData::Event { .. } => MentionKind::Event,
            MentionData::Date(_) => MentionKind::Date,
        }
    }

    /// The official's fields, when it is one.
    #[must_use]
    pub fn official(&self) -> Option<&Official> {
        match &self.data {
            MentionData::Official(official) => Some(official),
            _ => None,
        }
    }

    /// Whether a token lies inside.
    #[must_use]
    pub const fn holds(&self, token: usize) -> bool {
        self.first as usize <= token && token < self.last as usize
    }
}
