//! TIMEX3 expressions.
