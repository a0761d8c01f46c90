//! Small typed identifiers, so that a mention's number is never taken for an entity's.

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The number as an index.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            pub(crate) fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

ids! {
    /// A mention of a [`Document`](crate::Document), in order of its start.
    MentionId,
    /// An entity of a [`Document`](crate::Document).
    EntityId,
    /// A relation of a [`Document`](crate::Document), in order of its first trigger.
    RelationId,
    /// An entry of the [`Lexicon`](crate::lexicon::Lexicon): one row of a gazetteer.
    EntryId,
    /// A verb of `gazetteers/verbs.tsv`.
    VerbId,
}

/// A country or organisation code: ISO 3166-1 alpha-2 (`FR`), ISO 3166-3
/// alpha-4 for states of the past (`SUHH`), `EU`, `UN`, `NATO`… or a
/// gazetteer's own id.
///
/// At most [`Code::MAX`] bytes long; `Copy`, ordered by its letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    bytes: [u8; Code::MAX],
    len: u8,
}

impl Code {
    /// Longest code, in bytes.
    pub const MAX: usize = 23;

    /// The code spelled by `text`, or `None` when it is empty or too long.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > Self::MAX {
            return None;
        }
        let mut bytes = [0; Self::MAX];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Some(Self { bytes, len: text.len() as u8 })
    }

    /// The code's letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len as usize]).unwrap_or("")
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
