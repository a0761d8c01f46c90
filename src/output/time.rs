//! Dates as text.

use crate::mention::timex::{Modifier, Timex};

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
            value: timex.value.map(|value| value.to_string()),
            modifier: timex.modifier.map(Modifier::as_str),
            begin: timex.begin.map(|value| value.to_string()),
            end: timex.end.map(|value| value.to_string()),
        }
    }
}
