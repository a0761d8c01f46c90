//! What an entity is, and what the entities say of the mentions.

use super::metonym::Stand;
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
    /// Where its mentions stand among those of all entities.
    pub(crate) mentions: (u32, u32),
}

/// What the entities tell of an official beyond its own words.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Office {
    pub role: Option<Role>,
    pub countries: Vec<Code>,
    pub answers: Option<MentionId>,
}

impl Office {
    /// Adds a country that is not yet among them.
    pub(crate) fn add(&mut self, country: Code) {
        if !self.countries.contains(&country) {
            self.countries.push(country);
        }
    }
}

/// The entities of one text.
#[derive(Debug, Default, Clone)]
pub struct Entities {
    /// By first mention.
    pub list: Vec<Entity>,
    /// The mentions of each entity by start, one entity after the other.
    pub(crate) members: Vec<MentionId>,
    /// For each mention its entity; dates have none.
    pub of: Vec<Option<EntityId>>,
    /// For each mention what is known of its office; empty for all but officials.
    pub(crate) offices: Vec<Office>,
    /// For each mention what its slot in the sentence makes of a place.
    pub(crate) stands: Vec<Stand>,
}

impl Entities {
    /// The entity of a mention.
    #[must_use]
    pub fn of(&self, mention: MentionId) -> Option<EntityId> {
        self.of.get(mention.index()).copied().flatten()
    }

    /// The entity behind an id.
    #[must_use]
    pub fn get(&self, entity: EntityId) -> Option<&Entity> {
        self.list.get(entity.index())
    }

    /// The mentions of an entity, by start.
    #[must_use]
    pub fn mentions_of(&self, entity: EntityId) -> &[MentionId] {
        let (from, to) = self.get(entity).map_or((0, 0), |entity| entity.mentions);
        self.members.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// Gathers the mentions of each entity, as [`Entities::of`] tells them.
    pub(crate) fn gather(&mut self) {
        let mut start = 0;
        self.list.iter_mut().for_each(|entity| entity.mentions = (0, 0));
        for entity in self.of.iter().flatten() {
            self.list[entity.index()].mentions.1 += 1;
        }
        for Entity { mentions, .. } in &mut self.list {
            let count = mentions.1;
            *mentions = (start, start);
            start += count;
        }
        self.members.clear();
        self.members.resize(start as usize, MentionId(0));
        for (index, entity) in self.of.iter().enumerate() {
            let Some(entity) = entity else { continue };
            let end = &mut self.list[entity.index()].mentions.1;
            self.members[*end as usize] = MentionId::from_index(index);
            *end += 1;
        }
    }

    /// Whether two mentions are of one entity.
    #[must_use]
    pub fn same(&self, one: MentionId, other: MentionId) -> bool {
        self.of(one).is_some_and(|e| self.of(other) == Some(e))
    }

    /// The role of an official mention, as its own words or its entity tell it: what « homologue » stands for,
    /// what a bare « la présidente » presides. `None` for all other mentions.
    #[must_use]
    pub fn role_of(&self, mention: MentionId) -> Option<Role> {
        self.offices.get(mention.index()).and_then(|o| o.role)
    }

    /// The countries an official mention serves, as its own words or its entity tell them; empty when nothing does,
    /// and for all other mentions.
    #[must_use]
    pub fn countries_of(&self, mention: MentionId) -> &[Code] {
        self.offices.get(mention.index()).map_or(&[], |o| o.countries.as_slice())
    }

    /// Why a place stands for its government here, by the slot it fills (`metonym:subject`); `None` for all others, and
    /// for those that only a relation can tell.
    #[must_use]
    pub fn metonym_rule(&self, mention: MentionId) -> Option<&'static str> {
        match self.stand(mention) {
            Stand::Government(rule) => Some(rule),
            _ => None,
        }
    }

    /// What the grammar says of a place: whether it stands for its government, and why.
    pub(crate) fn stand(&self, mention: MentionId) -> Stand {
        self.stands.get(mention.index()).copied().unwrap_or_default()
    }

    /// The official whose office « son homologue » shares: where its portfolio is told.
    #[must_use]
    pub fn answered_by(&self, mention: MentionId) -> Option<MentionId> {
        self.offices.get(mention.index()).and_then(|o| o.answers)
    }
}
