//! The module `depeche._native`: the Rust engine as Python sees it.
//!
//! Extraction runs in Rust without the interpreter's lock and ends as a line
//! of JSON, the same bytes that the crate's own writer gives. Typed views
//! read that line when they are first asked for something.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod arguments;
mod document;
mod error;
mod extractor;
mod notebook;
mod parts;
mod pipe;
mod views;

use pyo3::prelude::*;

/// The Rust engine behind `depeche`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::document::Document;
    #[pymodule_export]
    use super::extractor::Extractor;
    #[pymodule_export]
    use super::parts::{Argument, Official, Organization, Place, Stretch, Timex};
    #[pymodule_export]
    use super::pipe::Pipe;
    #[pymodule_export]
    use super::views::{Entity, Mention, Relation};
}
