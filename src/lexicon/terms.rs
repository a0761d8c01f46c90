//! Terms of office: which offices have one holder, and when a term without an end is over.
//!
//! Comes in: the rows of leaders. Goes out: the same rows, ended where a later
//! holder is known. A date is never made up: the end is another row's beginning.

use super::entry::{Entry, EntryData, Role};
use crate::id::Code;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

impl Role {
    /// Whether the office is held by one person at a time in a country.
    #[must_use]
    pub const fn is_unique(self) -> bool {
        matches!(
            self,
            Self::HeadOfState
                | Self::HeadOfGovernment
                | Self::Monarch
                | Self::ForeignMinister
                | Self::DefenceMinister
                | Self::VicePresident
                | Self::SecretaryGeneral
                | Self::Speaker
        )
    }
}

/// When a term begins, and the number of its row.
type Begun = (Cow<'static, str>, usize);

/// Ends a term whose end no source tells where somebody else's term in the same office begins.
pub(super) fn close(entries: &mut [Entry]) {
    let mut begun: FxHashMap<(Code, Role), Vec<Begun>> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate() {
        if let EntryData::Leader { country: Some(country), role, from, .. } = &entry.data {
            if role.is_unique() && !from.is_empty() {
                begun.entry((*country, *role)).or_default().push((from.clone(), index));
            }
        }
    }
    for terms in begun.values_mut() {
        terms.sort();
        for at in 0..terms.len() {
            let (from, index) = &terms[at];
            let next =
                terms[at..].iter().find(|(start, other)| start > from && entries[*other].name != entries[*index].name);
            let Some((start, _)) = next else { continue };
            if let EntryData::Leader { to, .. } = &mut entries[*index].data {
                if to.is_empty() {
                    to.clone_from(start);
                }
            }
        }
    }
}
