//! Documents in the formats of other tools.
//!
//! Comes in: a finished [`Document`]. Goes out: text. Every writer is
//! deterministic, escapes what its format needs escaped, and changes nothing.
//!
//! | format | what it is | several documents |
//! |---|---|---|
//! | [`jsonl`] | everything, one JSON object a line | one stream |
//! | [`plover`] | event records as PLOVER publishes them, one JSON object a line | one stream |
//! | [`pretty`] | for reading in a terminal | one stream |
//! | [`html`] | for reading in a browser | one page |
//! | [`conll`] | tokens with BIO2 tags | one stream |
//! | [`timeml`] | dates and events, TimeML 1.2.1 | one document a file, or a corpus of them |
//! | [`tei`] | names, dates and relations, TEI P5 | one document a file, or a corpus of them |
//! | [`rdf`] | a graph in Turtle, with provenance | one stream |
//! | [`csv`] | three tables: mentions, entities, relations | three streams |
//! | [`brat`] | text and standoff annotation | two files a document |
//!
//! [`Item`] is a document with the name it is written under, and [`Format`]
//! chooses a writer by its name:
//!
//! ```
//! use depeche::output::{Format, Item};
//!
//! let document = depeche::Extractor::default().extract("Rome, le 3 mars.");
//! let format = Format::from_name("conll").ok_or("no such format")?;
//! let text = format.whole(&Item::new("a1", &document));
//! assert!(text.starts_with("# id = a1\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "serde")]
mod alpha3;
pub mod brat;
pub mod conll;
pub mod csv;
mod escape;
mod format;
pub mod html;
mod inline;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "serde")]
pub mod jsonl;
#[cfg(feature = "serde")]
mod line;
mod offsets;
#[cfg(feature = "serde")]
pub mod plover;
pub mod pretty;
pub mod rdf;
#[cfg(feature = "serde")]
pub mod record;
pub mod tei;
mod time;
pub mod timeml;
mod words;

#[cfg(test)]
mod sample;

pub use format::{Format, Part};
pub use offsets::{Offsets, Unit};
pub use time::TimexFields;

use crate::document::Document;

/// A document and the name it is written under.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The document's id.
    pub id: &'a str,
    /// What was found.
    pub document: &'a Document<'a>,
    /// How offsets are counted where a format leaves the choice.
    pub unit: Unit,
    /// Other members of the input that pass through.
    #[cfg(feature = "serde")]
    pub meta: Option<&'a serde_json::Map<String, serde_json::Value>>,
}

impl<'a> Item<'a> {
    /// `document` under the name `id`, offsets in code points.
    #[must_use]
    pub const fn new(id: &'a str, document: &'a Document<'a>) -> Self {
        Self {
            id,
            document,
            unit: Unit::Chars,
            #[cfg(feature = "serde")]
            meta: None,
        }
    }

    /// The same with offsets counted in `unit`.
    #[must_use]
    pub const fn unit(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    /// The same with members of the input that pass through.
    #[cfg(feature = "serde")]
    #[must_use]
    pub const fn meta(self, meta: &'a serde_json::Map<String, serde_json::Value>) -> Self {
        Self { meta: Some(meta), ..self }
    }
}
