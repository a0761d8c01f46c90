//! PLACEHOLDER, to be replaced whole by the real frames and their reader when the branches are merged.

use super::Relation;
use crate::error::Error;
use crate::mention::{Context, Mentions};
use crate::reference::Entities;

/// Frame files. Placeholder: knows none.
#[derive(Debug, Default)]
pub struct Frames;

impl Frames {
    /// The embedded frames.
    ///
    /// # Errors
    /// Never.
    pub fn embedded() -> Result<Self, Error> {
        Ok(Self)
    }

    /// The embedded frames and the caller's own after them: pairs of file name and TOML.
    ///
    /// # Errors
    /// Never.
    pub fn with(_own: &[(&str, &str)]) -> Result<Self, Error> {
        Ok(Self)
    }

    /// The name of a type of relations.
    #[must_use]
    pub fn type_name(&self, _kind: u16) -> &str {
        "met_with"
    }

    /// Its PLOVER code.
    #[must_use]
    pub fn plover(&self, _kind: u16) -> Option<&str> {
        Some("CONSULT")
    }

    /// The CAMEO code of a relation.
    #[must_use]
    pub fn cameo(&self, _relation: &Relation) -> Option<&str> {
        Some("040")
    }

    /// File and entry of a frame, such as `met_with/rencontrer`.
    #[must_use]
    pub fn frame_name(&self, _frame: u32) -> &str {
        "met_with/placeholder"
    }
}

/// The relations of one text.
#[derive(Debug, Default, Clone)]
pub struct Relations {
    /// By first trigger.
    pub list: Vec<Relation>,
    /// For each mention: the place stands for its government.
    pub metonyms: Vec<bool>,
}

/// Placeholder: finds nothing.
pub fn extract(
    _context: Context<'_>,
    _mentions: &Mentions,
    _entities: &Entities,
    _frames: &Frames,
    out: &mut Relations,
) {
    out.list.clear();
}
