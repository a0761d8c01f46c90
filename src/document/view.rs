//! The `Copy` views of a [`Document`]'s mentions and entities.

use super::Document;
use crate::id::{Code, EntityId, EntryId, MentionId};
use crate::lexicon::{Entry, EntryData, Metonym, OrgType, PlaceType, Role};
use crate::mention::timex::Timex;
use crate::mention::{Mention, MentionData, MentionKind, OfficeStatus, Official, Origin};
use crate::reference::{Entity, Stand};
use crate::span::Span;
use std::borrow::Cow;
use std::fmt;

/// A mention of a document. `Copy`; equal when document and number are.
#[derive(Clone, Copy)]
pub struct MentionRef<'d> {
    document: &'d Document<'d>,
    id: MentionId,
}

/// An entity of a document. `Copy`.
#[derive(Clone, Copy)]
pub struct EntityRef<'d> {
    document: &'d Document<'d>,
    id: EntityId,
}

/// What an official mention says of the office. `Copy`.
#[derive(Clone, Copy)]
pub struct OfficialRef<'d> {
    mention: MentionRef<'d>,
    official: &'d Official,
}

impl<'d> MentionRef<'d> {
    pub(super) const fn new(document: &'d Document<'d>, id: MentionId) -> Self {
        Self { document, id }
    }

    /// Its number in the document.
    #[must_use]
    pub const fn id(self) -> MentionId {
        self.id
    }

    /// Everything the finder of the mention wrote down.
    #[must_use]
    pub fn data(self) -> &'d Mention {
        &self.document.mentions.list[self.id.index()]
    }

    /// What kind of thing it names.
    #[must_use]
    pub fn kind(self) -> MentionKind {
        self.data().kind()
    }

    /// Its bytes in the document's text.
    #[must_use]
    pub fn span(self) -> Span {
        self.data().span
    }

    /// Its words as they stand in the text.
    #[must_use]
    pub fn text(self) -> &'d str {
        self.span().of(self.document.text)
    }

    /// The entity it belongs to; dates have none.
    #[must_use]
    pub fn entity(self) -> Option<EntityRef<'d>> {
        self.document.entities.of(self.id).and_then(|id| self.document.entity(id))
    }

    /// The gazetteer row or rule it came from: `gazetteer:cities/524901`, `person:after-official`.
    #[must_use]
    pub fn rule(self) -> Cow<'d, str> {
        match self.origin() {
            ("", rule) => Cow::Borrowed(rule),
            (prefix, row) => Cow::Owned([prefix, row].concat()),
        }
    }

    /// The same in two parts, of which the first may be empty.
    pub(crate) fn origin(self) -> (&'static str, &'d str) {
        match self.data().origin {
            Origin::Gazetteer(entry) => ("gazetteer:", self.document.knowledge.lexicon.id(entry)),
            Origin::Rule(name) => ("", name),
        }
    }

    /// The office, of an official.
    #[must_use]
    pub fn official(self) -> Option<OfficialRef<'d>> {
        self.data().official().map(|official| OfficialRef { mention: self, official })
    }

    /// The kind of place, of a place.
    #[must_use]
    pub fn place_type(self) -> Option<PlaceType> {
        match self.data().data {
            MentionData::Place { place_type, .. } => Some(place_type),
            _ => None,
        }
    }

    /// The kind of organisation, of an organisation.
    #[must_use]
    pub fn org_type(self) -> Option<OrgType> {
        match self.data().data {
            MentionData::Organization { org_type, .. } => Some(org_type),
            _ => None,
        }
    }

    /// The country of a place or an organisation.
    #[must_use]
    pub fn country(self) -> Option<Code> {
        match self.data().data {
            MentionData::Place { country, .. } | MentionData::Organization { country, .. } => country,
            _ => None,
        }
    }

    fn entry_id(self) -> Option<EntryId> {
        match self.data().data {
            MentionData::Place { entry, .. }
            | MentionData::Organization { entry, .. }
            | MentionData::Event { entry } => entry,
            _ => None,
        }
    }

    fn entry(self) -> Option<&'d Entry> {
        self.entry_id().map(|id| self.document.knowledge.lexicon.entry(id))
    }

    /// The gazetteer row of a place, organisation or event, such as `cities/524901`.
    #[must_use]
    pub fn gazetteer_id(self) -> Option<&'d str> {
        self.entry_id().map(|id| self.document.knowledge.lexicon.id(id))
    }

    /// What a place stands for here: its government or an institution; `None` when it is just the place.
    #[must_use]
    pub fn metonym(self) -> Option<Metonym> {
        self.metonym_rule()?;
        match self.entry().map(|entry| &entry.data) {
            Some(EntryData::Place { metonym: Metonym::Institution, .. }) => Some(Metonym::Institution),
            _ => Some(Metonym::Government),
        }
    }

    /// Why a place stands for its government: the slot it fills (`metonym:subject`), or `relation` when it is a party of one.
    #[must_use]
    pub fn metonym_rule(self) -> Option<&'static str> {
        match self.document.entities.stand(self.id) {
            Stand::Government(rule) => Some(rule),
            Stand::Itself => None,
            Stand::Open => {
                let party = self.document.relations.metonyms.get(self.id.index()).copied().unwrap_or(false);
                party.then_some("relation")
            }
        }
    }

    /// The date's type and value, of a date.
    #[must_use]
    pub fn timex(self) -> Option<&'d Timex> {
        match &self.data().data {
            MentionData::Date(timex) => Some(timex),
            _ => None,
        }
    }
}

impl<'d> OfficialRef<'d> {
    /// The office. « son homologue » has that of whom it answers.
    #[must_use]
    pub fn role(self) -> Role {
        self.mention.document.entities.role_of(self.mention.id).unwrap_or(self.official.role)
    }

    /// The head noun as written (« vice-ministre »).
    #[must_use]
    pub fn title(self) -> &'d str {
        self.official.title.of(self.mention.document.text)
    }

    /// What the office is for (« affaires étrangères »). « son homologue » has that of whom it answers.
    #[must_use]
    pub fn portfolio(self) -> Option<&'d str> {
        let document = self.mention.document;
        let told = |official: &'d Official| match (official.portfolio, official.portfolio_span) {
            (Some(entry), _) => Some(&*document.knowledge.lexicon.entry(entry).name),
            (None, Some(span)) => Some(span.of(document.text)),
            (None, None) => None,
        };
        let answered = || document.entities.answered_by(self.mention.id).and_then(|id| document.mention(id));
        told(self.official).or_else(|| answered()?.data().official().and_then(told))
    }

    /// Whom they serve: as the mention says, or else as is known of whom it names.
    #[must_use]
    pub fn countries(self) -> &'d [Code] {
        self.mention.document.entities.countries_of(self.mention.id)
    }

    /// The receiving states or organisations of an ambassador or envoy.
    #[must_use]
    pub fn accredited_to(self) -> &'d [Code] {
        &self.official.accredited_to
    }

    /// Whether the function is held now.
    #[must_use]
    pub fn status(self) -> OfficeStatus {
        self.official.status
    }

    /// The person the same noun phrase or an apposition names.
    #[must_use]
    pub fn holder(self) -> Option<MentionRef<'d>> {
        self.official.holder.and_then(|id| self.mention.document.mention(id))
    }
}

impl<'d> EntityRef<'d> {
    pub(super) const fn new(document: &'d Document<'d>, id: EntityId) -> Self {
        Self { document, id }
    }

    fn data(self) -> &'d Entity {
        &self.document.entities.list[self.id.index()]
    }

    /// Its number in the document.
    #[must_use]
    pub const fn id(self) -> EntityId {
        self.id
    }

    /// What it is: an official that names a person is a person.
    #[must_use]
    pub fn kind(self) -> MentionKind {
        self.data().kind
    }

    /// The fullest name in the text.
    #[must_use]
    pub fn name(self) -> &'d str {
        &self.data().name
    }

    /// Countries it serves, is, or lies in.
    #[must_use]
    pub fn countries(self) -> &'d [Code] {
        &self.data().countries
    }

    /// Its office, when one is known.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        self.data().role
    }

    /// Its mentions, by start.
    #[must_use]
    pub fn mentions(self) -> impl ExactSizeIterator<Item = MentionRef<'d>> + Clone {
        self.document.entities.mentions_of(self.id).iter().map(move |&id| MentionRef::new(self.document, id))
    }
}

impl PartialEq for MentionRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document.text, other.document.text) && self.id == other.id
    }
}

impl fmt::Debug for MentionRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} at {:?}", self.kind().as_str(), self.text(), self.span())
    }
}

impl fmt::Debug for EntityRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.kind().as_str(), self.name())
    }
}

impl fmt::Debug for OfficialRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} of {:?}", self.role(), self.title(), self.countries())
    }
}
