//! Head nouns of described organisations (`gazetteers/organization_heads.tsv`).

use super::super::Context;
use crate::lexicon::sieve::Sieved;
use crate::lexicon::OrgType;
use crate::text::{Source, Tokens};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../gazetteers/organization_heads.tsv");

/// What may complete a head noun: bits, by their names in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Slots(u32);

impl Slots {
    const NAMES: [&'static str; 19] = [
        "country",
        "place",
        "portfolio",
        "organization",
        "person",
        "name",
        "long",
        "free",
        "bare",
        "lower",
        "acting",
        "definite",
        "seat",
        "agent",
        "about",
        "adjective",
        "echo",
        "ruler",
        "peer",
    ];

    fn parse(cell: &str) -> Self {
        let known = cell.split(',').filter_map(|c| Self::NAMES.iter().position(|n| *n == c.trim()));
        Self(known.fold(0, |bits, i| bits | 1 << i))
    }

    pub const fn country(self) -> bool {
        self.0 & 1 != 0
    }
    pub const fn place(self) -> bool {
        self.0 & 2 != 0
    }
    pub const fn portfolio(self) -> bool {
        self.0 & 4 != 0
    }
    pub const fn organization(self) -> bool {
        self.0 & 8 != 0
    }
    pub const fn person(self) -> bool {
        self.0 & 16 != 0
    }
    pub const fn name(self) -> bool {
        self.0 & 32 != 0
    }
    pub const fn long(self) -> bool {
        self.0 & 64 != 0
    }
    pub const fn free(self) -> bool {
        self.0 & 128 != 0
    }
    pub const fn bare(self) -> bool {
        self.0 & 256 != 0
    }
    pub const fn acting(self) -> bool {
        self.0 & 1024 != 0
    }
    pub const fn definite(self) -> bool {
        self.0 & 2048 != 0
    }
    pub const fn seat(self) -> bool {
        self.0 & 4096 != 0
    }
    pub const fn agent(self) -> bool {
        self.0 & 8192 != 0
    }
    pub const fn about(self) -> bool {
        self.0 & 16384 != 0
    }
    pub const fn adjective(self) -> bool {
        self.0 & 32768 != 0
    }
    pub const fn echo(self) -> bool {
        self.0 & 65536 != 0
    }
    pub const fn ruler(self) -> bool {
        self.0 & (1 << 17) != 0
    }
    pub const fn peer(self) -> bool {
        self.0 & (1 << 18) != 0
    }
    pub const fn lower(self) -> bool {
        self.0 & 512 != 0
    }
}

#[derive(Debug)]
struct Head {
    /// Lower-case words after the first.
    rest: Vec<String>,
    org_type: OrgType,
    slots: Slots,
    venue: bool,
    /// It has no singular: whoever they are, there are many.
    many: bool,
}

/// A head noun found in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    pub org_type: OrgType,
    pub slots: Slots,
    /// A building as well as an institution: « ambassade ».
    pub venue: bool,
    /// It has no singular (« rebelles »).
    pub many: bool,
}

impl Found {
    /// A government or who fights for one.
    pub const fn is_power(self) -> bool {
        matches!(self.org_type, OrgType::Government | OrgType::ArmedGroup)
    }
}

/// The heads by their first word: the number of a list, longest head first.
static HEADS: LazyLock<(Sieved<usize>, Vec<Vec<Head>>)> = LazyLock::new(|| {
    let mut lists: Vec<Vec<Head>> = Vec::new();
    let mut words = Sieved::default();
    for line in TABLE.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, noun, plural, org_type, slots] = cells[..] else { continue };
        let org_type = OrgType::from_name(org_type).unwrap_or(OrgType::Other);
        for form in [noun, plural] {
            let tokens = Tokens::new(form);
            let source = Source::new(form, &tokens);
            if form == "-" || source.is_empty() {
                continue;
            }
            let rest = (1..source.len()).map(|k| source.lowered(k).to_owned()).collect();
            let venue = matches!(id, "ambassade" | "consulat" | "consulat-general" | "nonciature");
            let head = Head { rest, org_type, slots: Slots::parse(slots), venue, many: noun == "-" };
            let list = *words.entry(source.lowered(0), lists.len());
            lists.resize_with(lists.len().max(list + 1), Vec::new);
            lists[list].push(head);
        }
    }
    for list in &mut lists {
        list.sort_by_key(|h| std::cmp::Reverse(h.rest.len()));
    }
    (words, lists)
});

/// Whether a head noun may begin with the word.
pub(in super::super) fn may_be_head(lowered: &str) -> bool {
    HEADS.0.get(lowered).is_some()
}

/// Whether the word opens the name of an embassy or consulate.
pub(in super::super) fn is_embassy(context: Context<'_>, index: usize) -> bool {
    head_at(context, index).is_some_and(|head| head.venue)
}

/// The longest head noun that begins at token `index`.
pub(super) fn head_at(context: Context<'_>, index: usize) -> Option<Found> {
    let (words, lists) = &*HEADS;
    let list = words.get(context.source.lowered(index))?;
    lists[list].iter().find_map(|head| {
        let end = index + 1 + head.rest.len();
        // « centre-ville » is another word.
        if context.is_joined(end) && context.source.get(end).is_some_and(|t| t.is_word()) {
            return None;
        }
        let fits = head.rest.iter().zip(index + 1..).all(|(want, k)| context.next(k) == want);
        fits.then_some(Found {
            first: index,
            end,
            org_type: head.org_type,
            slots: head.slots,
            venue: head.venue,
            many: head.many,
        })
    })
}
