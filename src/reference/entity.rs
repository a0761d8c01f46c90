//! Entities.

use crate::id::{Code, EntityId, MentionId};
use crate::lexicon::Role;
use crate::mention::MentionKind;

/// One person, office, place, organisation or event of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is: an official that names a person is a person.
    pub kind: MentionKind,
    /// The fullest name in the text (the resolved name for « la capitale russe »).
    pub name: String,
    /// Countries it serves, is, or lies in.
    pub countries: Vec<Code>,
    /// Its office, when one is known.
    pub role: Option<Role>,
    /// Its mentions, by start.
    pub mentions: Vec<MentionId>,
}

/// The entities of one text.
#[derive(Debug, Default, Clone)]
pub struct Entities {
    /// By first mention.
    pub list: Vec<Entity>,
    /// For each mention its entity; dates have none.
    pub of: Vec<Option<EntityId>>,
}

impl Entities {
    /// The entity of a mention.
    #[must_use]
    pub fn of(&self, mention: MentionId) -> Option<EntityId> {
        self.of.get(mention.index()).copied().flatten()
    }
}
