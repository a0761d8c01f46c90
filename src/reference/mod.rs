//! Who is who: mentions into entities.
//!
//! Comes in: the flat mentions of a text. Goes out: one entity for every
//! person, office, place, organisation and event that is mentioned, and the
//! reading of pronouns. A wrong link is worse than a missing one.

pub mod coreference;
pub mod entity;
pub mod office;
mod placeholder;

pub use entity::{Entities, Entity};
pub use placeholder::link;
