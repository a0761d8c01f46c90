//! Dates as text.

use crate::mention::timex::{Modifier, Timex, Value};
use std::fmt::Write as _;

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
    pub fn of(timex: &Timex) -> Self {
        Self {
            timex_type: timex.kind.as_str(),
            value: timex.value.map(written),
            modifier: timex.modifier.map(Modifier::as_str),
            begin: timex.begin.map(written),
            end: timex.end.map(written),
        }
    }
}

fn written(value: Value) -> String {
    // Nearly all are shorter.
    let mut out = String::with_capacity(24);
    // Writing into memory cannot fail.
    let _ = write!(out, "{value}");
    out
}
