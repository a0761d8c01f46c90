//! stub
use super::Entities;
use crate::id::MentionId;
use crate::mention::{Context, Mentions};
/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// il
    He,
    /// elle
    She,
    /// ils
    They,
    /// elles
    TheyFeminine,
    /// son
    Possessive,
    /// ce dernier
    Latter,
    /// les deux pays
    BothCountries,
    /// les deux dirigeants
    BothPeople,
}
/// Antecedents.
#[must_use]
pub fn antecedent(_c: Context<'_>, _m: &Mentions, _e: &Entities, _token: usize, _want: Want) -> Vec<MentionId> {
    Vec::new()
}
