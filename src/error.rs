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

/// What kind of input an [`Error`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gazetteer,
    Frame,
}

/// A data file or value could not be used. Every fault of the file is reported, not the first alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    faults: Vec<Fault>,
}

impl Error {
    pub(crate) fn gazetteer(faults: Vec<Fault>) -> Self {
        Self { kind: Kind::Gazetteer, faults }
    }

    pub(crate) fn frame(faults: Vec<Fault>) -> Self {
        Self { kind: Kind::Frame, faults }
    }

    /// Whether a gazetteer file was at fault.
    #[must_use]
    pub fn is_gazetteer(&self) -> bool {
        self.kind == Kind::Gazetteer
    }

    /// Whether a frame file was at fault.
    #[must_use]
    pub fn is_frame(&self) -> bool {
        self.kind == Kind::Frame
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
            match self.kind {
                Kind::Gazetteer | Kind::Frame => write!(f, "{fault}")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
