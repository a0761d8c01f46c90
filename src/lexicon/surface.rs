//! One written form of an entry, and where its capitals must stand.

use super::entry::{Policy, Sorts};
use crate::id::EntryId;
use crate::text::{Source, Tokens};
use std::borrow::Cow;

/// Gender and number of a written form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// Feminine.
    pub feminine: bool,
    /// Plural.
    pub plural: bool,
}

/// A written form on its way into the matcher.
#[derive(Debug)]
pub(super) struct Written {
    pub text: Cow<'static, str>,
    pub entry: EntryId,
    pub form: Form,
    pub policy: Policy,
}

/// One written form of a gazetteer row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surface {
    /// The row.
    pub entry: EntryId,
    /// What that is.
    pub sort: Sorts,
    /// Gender and number, where the row gives them.
    pub form: Form,
    policy: Policy,
    /// More than one word: such a name is itself in a line of capitals.
    several: bool,
    /// Two bits a token, the first token lowest: 0 lower case, 1 capital first, 2 all capitals, 3 a short acronym.
    capitals: u32,
}

impl Surface {
    /// `tokens` are those of the form, `sort` what its row is.
    pub(super) fn new(tokens: &Tokens, written: &Written, sort: Sorts) -> Self {
        let Written { entry, form, policy, .. } = *written;
        let mut capitals = 0;
        for (i, token) in tokens.list().iter().take(16).enumerate() {
            let shape = match (token.is_all_caps(), token.span.len()) {
                // A short acronym in small letters is a word (EAU, eau); a long one has become a name (Otan).
                (true, ..=3) => 3,
                (true, _) => 2,
                _ => u32::from(token.is_capitalized()),
            };
            capitals |= shape << (2 * i);
        }
        Self { entry, sort, form, policy, several: tokens.list().len() > 1, capitals }
    }

    /// Whether the tokens of `source` from `first` on carry the capitals the row asks for.
    #[must_use]
    #[inline]
    pub fn case_allows(&self, source: Source<'_>, first: usize) -> bool {
        let mut left = self.capitals;
        let mut index = first;
        while left != 0 || (self.policy == Policy::Exact && index == first) {
            let Some(token) = source.get(index) else { return false };
            let fits = match (left & 3, self.policy) {
                // « secrétaire général de l'Onu »: beside other words it may be written as a name.
                (3, Policy::Free) if self.several => token.is_capitalized(),
                (2, Policy::Exact) | (3, _) => token.is_all_caps(),
                (1, Policy::Exact) => token.is_capitalized() && (self.several || !token.is_all_caps()),
                (0, _) => true,
                _ => token.is_capitalized() || token.is_number(),
            };
            if !fits {
                return false;
            }
            left >>= 2;
            index += 1;
        }
        true
    }
}
