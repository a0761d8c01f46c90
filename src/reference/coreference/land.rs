//! Nouns that stand for a country told before: « le pays », « le royaume », « l'île », « la République islamique ».
//!
//! Comes in: such a noun as it is written (`gazetteers/country_nouns.tsv`). Goes out: which countries it may mean.
//! Never looks into a text.

use crate::id::Code;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../gazetteers/country_nouns.tsv");

/// The second word, where a noun has two, and the countries it may mean.
type Nouns = Vec<(Option<&'static str>, Vec<Code>)>;

/// By their first words, those of two words first.
static NOUNS: LazyLock<FxHashMap<&'static str, Nouns>> = LazyLock::new(|| {
    let mut map: FxHashMap<&str, Nouns> = FxHashMap::default();
    let rows = TABLE.lines().filter(|l| !l.starts_with('#')).skip(1);
    for (noun, codes) in rows.filter_map(|l| l.split_once('\t')) {
        let (first, second) = noun.split_once(' ').map_or((noun, None), |(first, second)| (first, Some(second)));
        let list = map.entry(first).or_default();
        list.push((second, codes.split(',').filter_map(Code::new).collect()));
        list.sort_by_key(|(second, _)| second.is_none());
    }
    map
});

/// The first words of all of them.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    NOUNS.keys().copied()
}

/// The countries that the noun of these two words, or else that of the first, may mean, and whether it has both.
pub(crate) fn land(first: &str, second: &str) -> Option<(&'static [Code], bool)> {
    let mut rows = NOUNS.get(first)?.iter();
    let (told, codes) = rows.find(|(told, _)| told.is_none_or(|t| t == second))?;
    Some((codes, told.is_some()))
}
