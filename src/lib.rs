//! **depeche** reads French diplomatic and news text and tells who met whom, where and when.
//!
//! Text goes in; people, officials, places, organisations, events, dates and
//! the relations between them come out, each with its place in the text and
//! the gazetteer row or rule it is owed to. It works by gazetteers and
//! grammar, without a network and without a model, in time that grows
//! linearly with the text, and the same text always gives the same result.
//!
//! ```
//! use depeche::{Extractor, Input};
//!
//! let extractor = Extractor::default();
//! let text = "La chancelière allemande Angela Merkel a rencontré jeudi à Rome le président du Conseil italien.";
//! let document = extractor.extract(Input::new(text).date("2019-03-15".parse()?));
//!
//! for mention in document.mentions() {
//!     println!("{:12} {}", mention.kind().as_str(), mention.text());
//! }
//! for relation in document.relations() {
//!     let actors: Vec<&str> = relation.actors().map(|m| m.text()).collect();
//!     println!("{}: {} ({})", relation.kind(), actors.join(", "), relation.modality().as_str());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # One way through the house
//!
//! ```text
//! text ─► tokens ─► lexical hits ─► verb groups ─► mentions ─► entities ─► relations ─► Document ─► output
//!         text      lexicon         syntax         mention     reference   relation
//! ```
//!
//! Every stage takes what the stages before it froze and returns something
//! new. [`Extractor`] wires them; [`Document`] joins their results and hands
//! out the views users hold; [`output`] writes documents in the formats of
//! other tools.
//!
//! # Names and relations of your own
//!
//! [`Extractor::builder`] takes gazetteers (tab-separated) and frames (TOML).
//! A row of your own replaces what the embedded gazetteers say of that name,
//! or silences it; a frame file of your own is a new type of relations, as
//! good as the built-in ones. A faulty file is reported with every fault, by
//! line and column.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod both;
mod cut;
mod digits;
pub mod document;
pub mod error;
pub mod extractor;
pub mod id;
pub mod lexicon;
pub mod mention;
pub mod output;
mod plain;
pub mod reference;
pub mod relation;
pub mod span;
pub mod syntax;
pub mod text;

pub use document::{ArgumentRef, Document, EntityRef, Input, MentionRef, OfficialRef, RelationRef};
pub use error::{Error, ErrorKind, Fault};
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use id::{Code, EntityId, EntryId, MentionId, RelationId, VerbId};
#[doc(no_inline)]
pub use jiff::civil::Date;
pub use lexicon::{Metonym, OrgType, PlaceType, Role};
pub use mention::{MentionKind, OfficeStatus};
pub use relation::{ArgumentRole, Confidence, Modality, Polarity};
pub use span::Span;

#[doc = include_str!("ARCHITECTURE.md")]
pub mod architecture {}

/// The README's example compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub mod readme {}
