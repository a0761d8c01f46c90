//! The `Copy` views of a [`Document`]'s relations and their arguments.

use super::{Document, MentionRef};
use crate::id::RelationId;
use crate::relation::{Argument, ArgumentRole, Modality, Polarity, Relation};
use crate::span::Span;
use std::fmt;

/// A relation of a document. `Copy`.
#[derive(Clone, Copy)]
pub struct RelationRef<'d> {
    document: &'d Document<'d>,
    id: RelationId,
}

/// One argument of a relation. `Copy`.
#[derive(Clone, Copy)]
pub struct ArgumentRef<'d> {
    document: &'d Document<'d>,
    argument: &'d Argument,
}

impl<'d> RelationRef<'d> {
    pub(super) const fn new(document: &'d Document<'d>, id: RelationId) -> Self {
        Self { document, id }
    }

    fn data(self) -> &'d Relation {
        &self.document.relations.list[self.id.index()]
    }

    /// Its number in the document.
    #[must_use]
    pub const fn id(self) -> RelationId {
        self.id
    }

    /// Its type, such as `met_with`.
    #[must_use]
    pub fn kind(self) -> &'d str {
        self.document.knowledge.frames.type_name(self.data().kind)
    }

    /// The PLOVER code of the type, where there is one.
    #[must_use]
    pub fn plover(self) -> Option<&'d str> {
        self.document.knowledge.frames.plover(self.data().kind)
    }

    /// The most general CAMEO code that is certain, where there is one.
    #[must_use]
    pub fn cameo(self) -> Option<&'d str> {
        self.document.knowledge.frames.cameo(self.data())
    }

    /// All arguments: actors, recipients, places, dates, events, each by start.
    #[must_use]
    pub fn arguments(self) -> impl ExactSizeIterator<Item = ArgumentRef<'d>> + Clone {
        self.data().arguments.iter().map(move |argument| ArgumentRef { document: self.document, argument })
    }

    /// The mentions in one role.
    pub fn arguments_in(self, role: ArgumentRole) -> impl Iterator<Item = MentionRef<'d>> + Clone {
        self.arguments().filter(move |a| a.role() == role).map(ArgumentRef::mention)
    }

    /// Who does it; every party of a reciprocal relation.
    pub fn actors(self) -> impl Iterator<Item = MentionRef<'d>> + Clone {
        self.arguments_in(ArgumentRole::Actor)
    }

    /// To whom it is done.
    pub fn recipients(self) -> impl Iterator<Item = MentionRef<'d>> + Clone {
        self.arguments_in(ArgumentRole::Recipient)
    }

    /// Where, all places of it.
    pub fn places(self) -> impl Iterator<Item = MentionRef<'d>> + Clone {
        self.arguments_in(ArgumentRole::Place)
    }

    /// When, all dates of it.
    pub fn dates(self) -> impl Iterator<Item = MentionRef<'d>> + Clone {
        self.arguments_in(ArgumentRole::Date)
    }

    /// Where: the first place.
    #[must_use]
    pub fn place(self) -> Option<MentionRef<'d>> {
        self.places().next()
    }

    /// When: the first date.
    #[must_use]
    pub fn date(self) -> Option<MentionRef<'d>> {
        self.dates().next()
    }

    /// The event that is attended.
    #[must_use]
    pub fn event(self) -> Option<MentionRef<'d>> {
        self.arguments_in(ArgumentRole::Event).next()
    }

    /// Affirmed or negated.
    #[must_use]
    pub fn polarity(self) -> Polarity {
        self.data().polarity
    }

    /// Fact, planned, possible…
    #[must_use]
    pub fn modality(self) -> Modality {
        self.data().modality
    }

    /// Who says so, when the text attributes it.
    #[must_use]
    pub fn source(self) -> Option<MentionRef<'d>> {
        self.data().source.and_then(|id| self.document.mention(id))
    }

    /// What it is about.
    #[must_use]
    pub fn topic(self) -> Option<Span> {
        self.data().topic
    }

    /// The spans that say it, by start.
    #[must_use]
    pub fn triggers(self) -> &'d [Span] {
        &self.data().triggers
    }

    /// The stretch of text it was read from.
    #[must_use]
    pub fn evidence(self) -> Span {
        self.data().evidence
    }

    /// How likely it is to be right, 0 to 1: the share of such relations that readers called right. See
    /// [`ExtractorBuilder::min_confidence`](crate::ExtractorBuilder::min_confidence).
    #[must_use]
    pub fn confidence(self) -> f32 {
        self.data().confidence.share()
    }

    /// The frame that found it, such as `met_with/rencontrer`.
    #[must_use]
    pub fn rule(self) -> &'d str {
        self.document.knowledge.frames.frame_name(self.data().frame)
    }
}

impl<'d> ArgumentRef<'d> {
    /// What it is in the relation.
    #[must_use]
    pub const fn role(self) -> ArgumentRole {
        self.argument.role
    }

    /// The mention that fills it.
    #[must_use]
    pub const fn mention(self) -> MentionRef<'d> {
        MentionRef::new(self.document, self.argument.mention)
    }

    /// The grammatical slot it was found in, such as `subject` or `avec`.
    #[must_use]
    pub const fn how(self) -> &'d str {
        self.argument.how
    }
}

impl fmt::Debug for ArgumentRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {:?}", self.role().as_str(), self.how(), self.mention())
    }
}

impl fmt::Debug for RelationRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (polarity, modality) = (self.polarity().as_str(), self.modality().as_str());
        write!(f, "{} ({polarity}, {modality}) ", self.kind())?;
        f.debug_list().entries(self.arguments()).finish()
    }
}
