//! Mentions: what the text names and where.

pub mod timex;
