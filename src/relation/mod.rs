//! Relations: who did what to whom, where, when, and whether it happened.
//!
//! Comes in: the text's mentions, entities and verb groups, and frames. Goes
//! out: relations. Words are data (`gazetteers/relations`), grammar is here,
//! once for all relations: `chunk` cuts a sentence, `parse` says what hangs on
//! what, `arguments` fills slots, `status` reads polarity and modality,
//! `extract` tries the frames, `merge` joins what tells the same event,
//! `confidence` says how likely each is to be right.

pub mod arguments;
pub mod chunk;
mod confidence;
pub mod cue;
mod embedded;
mod explain;
mod extract;
pub mod frame;
mod merge;
mod model;
pub mod parse;
mod presence;
pub mod status;

pub use confidence::{Confidence, Reason};
pub use explain::{explain, FrameNote, SentenceNotes};
pub use extract::{extract, extract_each, Note, Relations, Text, Workspace};
pub use frame::Frames;
pub use model::{Argument, ArgumentRole, Modality, Polarity, Relation};
