//! depeche
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod error;
pub mod id;
pub mod lexicon;
pub mod mention;
pub mod reference;
pub mod relation;
pub mod span;
pub mod syntax;
pub mod text;

pub use error::{Error, Fault};
pub use id::{Code, EntityId, EntryId, MentionId, RelationId, VerbId};
pub use span::Span;
