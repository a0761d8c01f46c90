//! Relations: who did what to whom.

mod model;

pub use model::{Argument, ArgumentRole, Modality, Polarity, Relation};
