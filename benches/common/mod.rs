//! What the benches share: text to read.

pub mod text;
