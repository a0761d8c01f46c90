//! Dates as text: the one place of the output that knows how the time stage keeps them.

use crate::mention::timex::{DateSource, Timex};

/// The attributes of a TIMEX3 expression, written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimexFields {
    /// `DATE`, `TIME`, `DURATION`, `SET`.
    pub timex_type: &'static str,
    /// The value, where there is one.
    pub value: Option<String>,
    /// `START`, `MID`, `END`, `APPROX`…
    pub modifier: Option<&'static str>,
    /// Where an interval begins.
    pub begin: Option<String>,
    /// Where an interval ends.
    pub end: Option<String>,
}

impl TimexFields {
    /// The attributes of `timex`.
    #[must_use]
    pub fn of(_timex: &Timex) -> Self {
        Self { timex_type: "DATE", value: None, modifier: None, begin: None, end: None }
    }
}

/// The name of a source of the reference date.
pub(super) const fn source_name(source: DateSource) -> &'static str {
    match source {
        DateSource::Caller => "caller",
        DateSource::Header => "header",
        DateSource::Dateline => "dateline",
    }
}
