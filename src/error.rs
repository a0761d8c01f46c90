//! What can go wrong while an [`Extractor`](crate::Extractor) is built.
//! Extraction itself never fails.

use std::fmt;

/// One fault in a gazetteer or frame file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file as the caller named it.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1: the field's number in a gazetteer, the character in a frame file.
    pub column: usize,
    /// What was expected, and what was found.
    pub message: String,
}

impl Fault {
    pub(crate) fn new(file: &str, line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, column, message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// What an [`Error`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A gazetteer of the caller's own.
    Gazetteer,
    /// A frame file of the caller's own.
    Frame,
}

/// A file of the caller's own could not be used. Every fault is reported, not the first alone.
///
/// ```
/// use depeche::{ErrorKind, Extractor};
///
/// let error = Extractor::builder().frames("own.toml", "type = 3").build().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Frame);
/// assert_eq!((error.faults()[0].line, error.faults()[0].column), (1, 8));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    faults: Vec<Fault>,
}

impl Error {
    pub(crate) fn gazetteer(faults: Vec<Fault>) -> Self {
        Self { kind: ErrorKind::Gazetteer, faults }
    }

    pub(crate) fn frame(faults: Vec<Fault>) -> Self {
        Self { kind: ErrorKind::Frame, faults }
    }

    /// What is at fault.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Whether a gazetteer file was at fault.
    #[must_use]
    pub fn is_gazetteer(&self) -> bool {
        self.kind == ErrorKind::Gazetteer
    }

    /// Whether a frame file was at fault.
    #[must_use]
    pub fn is_frame(&self) -> bool {
        self.kind == ErrorKind::Frame
    }

    /// All faults, in the order of the file.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
