//! Relations: who did what to whom.

pub mod cue;
pub mod frame;
mod model;

pub use frame::Frames;
pub use model::{Argument, ArgumentRole, Modality, Polarity, Relation};
