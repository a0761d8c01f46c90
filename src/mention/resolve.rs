//! From candidates to the flat list.
use super::Mention;
/// Candidates.
#[derive(Debug, Default)]
pub struct Candidates {
    pub(super) list: Vec<Mention>,
}
