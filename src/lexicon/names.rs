//! The names of the gazetteers, compiled before the words they are made of are known.
//!
//! Comes in: tables (embedded, and the user's own). Goes out: [`Names`], of which a [`Lexicon`](super::Lexicon) is made.

use super::builder::Builder;
use super::entry::{Entry, Ids};
use super::matcher::Matcher;
use super::people::{Leaders, NameWeights};
use super::reader::Table;
use super::sieve::Sieved;
use super::word_map::WordMap;
use super::{embedded, terms};
use crate::error::Fault;
use crate::id::Code;

/// What the tables of names say.
#[derive(Debug)]
pub struct Names {
    pub(super) entries: Vec<Entry>,
    pub(super) ids: Ids,
    pub(super) prefixes: Sieved<Code>,
    pub(super) matcher: Matcher,
    /// The numbers of the folded words that names are made of.
    pub(super) parts: WordMap<u32>,
    pub(super) weights: NameWeights,
    pub(super) leaders: Leaders,
    pub(super) faults: Vec<Fault>,
}

impl Names {
    /// The embedded tables and the user's `own` (name of the file and its rows) after them. The faults found are told when
    /// the lexicon is made.
    #[must_use]
    pub fn new(own: &[(String, String)]) -> Self {
        let (mut builder, mut faults) = (Builder::default(), Vec::new());
        // A row has some eighty bytes, and two written forms.
        let rows = embedded::TABLES.iter().map(|(_, rows)| rows.len()).sum::<usize>() / 80;
        builder.entries.reserve(rows);
        builder.surfaces.reserve(2 * rows);
        for (name, rows) in embedded::TABLES {
            builder.table(&Table::embedded(name, rows, &mut faults), &mut faults);
        }
        for (name, rows) in own {
            builder.table(&Table::parse(name, rows, &mut faults), &mut faults);
        }
        let Builder { mut entries, ids, surfaces, prefixes, silenced } = builder;
        terms::close(&mut entries);
        let (matcher, parts) = Matcher::new(&surfaces, &entries, &silenced);
        let mut weights = NameWeights::embedded();
        let leaders = Leaders::new(&entries, &mut weights);
        Self { entries, ids, prefixes, matcher, parts, weights, leaders, faults }
    }
}
