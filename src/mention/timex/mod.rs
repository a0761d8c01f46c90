//! TIMEX3 expressions.
use crate::span::Span;
use crate::text::Source;
use jiff::civil::Date;
/// Where the reference date came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSource {
    /// The caller.
    Caller,
    /// A header.
    Header,
    /// A dateline.
    Dateline,
}
/// A temporal expression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timex {
    /// Bytes.
    pub span: Span,
}
/// The tagger.
#[derive(Debug, Default)]
pub struct Tagger;
impl Tagger {
    /// Reference date.
    #[must_use]
    pub fn reference_date(&self, _source: Source<'_>) -> Option<(Date, DateSource)> {
        None
    }
}
