//! Text into tokens and sentences.
//!
//! Comes in: any string. Goes out: [`Tokens`], which with the gaps between
//! them tile the text, each with a folded and a lower-case form, and the
//! sentences over them. Knows nothing of French words but the abbreviations
//! and elisions that decide where a token or a sentence ends.

mod abbreviation;
pub mod fold;
mod scan;
mod sentence;
mod token;

pub use sentence::Sentence;
pub use token::{Source, Token, TokenFlags, TokenKind, Tokens};
