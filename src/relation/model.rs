//! What a relation is.

use super::confidence::Confidence;
use crate::id::MentionId;
use crate::span::Span;

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// The name used in output and in frame files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The value called `name`.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// Whether the event is affirmed or denied.
    Polarity {
        /// It is said to be so.
        Affirmed = "affirmed",
        /// It is said not to be so (n'a pas rencontré, a refusé de, sans rencontrer).
        Negated = "negated",
    }
}

names! {
    /// How real the event is said to be.
    Modality {
        /// It happened, or happens.
        Fact = "fact",
        /// It is going to happen.
        Planned = "planned",
        /// It may happen.
        Possible = "possible",
        /// Told in the conditional of journalists: unconfirmed.
        Hearsay = "hearsay",
        /// Somebody wants it.
        Desired = "desired",
        /// It was called off.
        Cancelled = "cancelled",
        /// It was put off.
        Postponed = "postponed",
    }
}

names! {
    /// What an argument is in its relation.
    ArgumentRole {
        /// Who does it; every party of a reciprocal relation.
        Actor = "actor",
        /// To whom it is done.
        Recipient = "recipient",
        /// Where.
        Place = "place",
        /// When.
        Date = "date",
        /// The event that is attended.
        Event = "event",
    }
}

/// One argument of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// What it is in the relation.
    pub role: ArgumentRole,
    /// The most specific mention of the noun phrase.
    pub mention: MentionId,
    /// The grammatical slot it was found in, such as `subject` or `avec`.
    pub how: &'static str,
}

/// One relation of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Index of its type among the extractor's frame files.
    pub kind: u16,
    /// The spans that say it, by start.
    pub triggers: Vec<Span>,
    /// The stretch of text it was read from.
    pub evidence: Span,
    /// Its arguments: actors, recipients, places, dates, events, each by start.
    pub arguments: Vec<Argument>,
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// Fact, planned, possible…
    pub modality: Modality,
    /// Who says so.
    pub source: Option<MentionId>,
    /// What it is about.
    pub topic: Option<Span>,
    /// Index of the frame that found it.
    pub frame: u32,
    /// How likely it is to be right.
    pub confidence: Confidence,
}

impl Relation {
    /// The mentions in `role`.
    pub fn arguments_in(&self, role: ArgumentRole) -> impl Iterator<Item = MentionId> + '_ {
        self.arguments.iter().filter(move |a| a.role == role).map(|a| a.mention)
    }
}
