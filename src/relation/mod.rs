//! Relations: who did what to whom.

mod model;
mod placeholder;

pub use model::{Argument, ArgumentRole, Modality, Polarity, Relation};
pub use placeholder::{extract, Frames, Relations};
