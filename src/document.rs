//! What goes in and what comes out: [`Input`], [`Document`] and the views users hold.
//!
//! A [`Document`] borrows its text and owns what the stages found. Here, and
//! only here, the results of the stages are joined: that a place stands for
//! its government is known to the relations, whose office a « homologue »
//! holds is known to the entities. Nothing is changed in doing so.

mod relation;
mod view;

pub use relation::{ArgumentRef, RelationRef};
pub use view::{EntityRef, MentionRef, OfficialRef};

use crate::id::{EntityId, MentionId, RelationId};
use crate::lexicon::Lexicon;
use crate::mention::timex::{DateSource, Tagger};
use crate::mention::Mentions;
use crate::reference::Entities;
use crate::relation::{Confidence, Frames, Relations};
use jiff::civil::Date;
use std::fmt;
use std::sync::Arc;

/// A text and, where the caller knows it, the day it was written.
///
/// ```
/// use depeche::Input;
/// let bare: Input = "Le ministre a quitté Rome mardi.".into();
/// let dated = Input::new("Le ministre a quitté Rome mardi.").date("2019-03-15".parse()?);
/// # assert_eq!(bare.text(), dated.text());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Input<'t> {
    text: &'t str,
    date: Option<Date>,
}

impl<'t> Input<'t> {
    /// A text without a date: the library looks for one in its header or dateline.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, date: None }
    }

    /// The day the text was written, by which « jeudi » and « le mois dernier » are read.
    #[must_use]
    pub const fn date(self, date: Date) -> Self {
        Self { date: Some(date), ..self }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The day given by the caller.
    #[must_use]
    pub const fn reference_date(&self) -> Option<Date> {
        self.date
    }
}

impl<'t> From<&'t str> for Input<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Input<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text)
    }
}

/// The data all documents of an extractor share: names of gazetteer rows and frames.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub lexicon: Lexicon,
    pub tagger: Tagger,
    pub frames: Frames,
    /// Relations less likely to be right are left out.
    pub least: Confidence,
}

/// What was found in one text: mentions, entities, relations.
///
/// The views it hands out ([`MentionRef`], [`EntityRef`], [`RelationRef`])
/// are `Copy` and as cheap as an index. Everything comes in the order of the
/// text, and the same text always gives the same document.
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) mentions: Mentions,
    pub(crate) entities: Entities,
    pub(crate) relations: Relations,
    pub(crate) knowledge: Arc<Knowledge>,
}

impl<'t> Document<'t> {
    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The reference date that was used: the caller's, or the one the text gives.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.mentions.date
    }

    /// Where the reference date came from.
    #[must_use]
    pub const fn date_source(&self) -> Option<DateSource> {
        self.mentions.date_source
    }

    /// All mentions, by start, never overlapping.
    #[must_use]
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = MentionRef<'_>> + Clone {
        (0..self.mentions.list.len()).map(|i| MentionRef::new(self, MentionId::from_index(i)))
    }

    /// All entities, by first mention.
    #[must_use]
    pub fn entities(&self) -> impl ExactSizeIterator<Item = EntityRef<'_>> + Clone {
        (0..self.entities.list.len()).map(|i| EntityRef::new(self, EntityId::from_index(i)))
    }

    /// All relations, by first trigger.
    #[must_use]
    pub fn relations(&self) -> impl ExactSizeIterator<Item = RelationRef<'_>> + Clone {
        (0..self.relations.list.len()).map(|i| RelationRef::new(self, RelationId::from_index(i)))
    }

    /// The mention with this id, if the document has it.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> Option<MentionRef<'_>> {
        (id.index() < self.mentions.list.len()).then(|| MentionRef::new(self, id))
    }

    /// The entity with this id, if the document has it.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<EntityRef<'_>> {
        (id.index() < self.entities.list.len()).then(|| EntityRef::new(self, id))
    }

    /// The relation with this id, if the document has it.
    #[must_use]
    pub fn relation(&self, id: RelationId) -> Option<RelationRef<'_>> {
        (id.index() < self.relations.list.len()).then(|| RelationRef::new(self, id))
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("date", &self.date())
            .field("mentions", &self.mentions.list)
            .field("entities", &self.entities.list)
            .field("relations", &self.relations.list)
            .finish_non_exhaustive()
    }
}
