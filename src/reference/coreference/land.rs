//! Nouns that stand for a country told before: « le pays », « le royaume », « l'île », « la République islamique ».
//!
//! Comes in: such a noun as it is written (`gazetteers/country_nouns.tsv`). Goes out: which countries it may mean.
//! Never looks into a text.

use crate::id::Code;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../gazetteers/country_nouns.tsv");

/// By noun, of one word or two, the countries it may mean.
static NOUNS: LazyLock<FxHashMap<&'static str, Vec<Code>>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|l| !l.starts_with('#')).skip(1);
    rows.filter_map(|l| l.split_once('\t'))
        .map(|(noun, codes)| (noun, codes.split('|').filter_map(Code::new).collect()))
        .collect()
});

/// The first words of all of them.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    NOUNS.keys().filter_map(|noun| noun.split(' ').next())
}

/// The countries that the noun of these two words, or else that of the first, may mean, and whether it has both.
pub(crate) fn land(first: &str, second: &str) -> Option<(&'static [Code], bool)> {
    let both = || NOUNS.iter().find(|(noun, _)| noun.split_once(' ') == Some((first, second)));
    let one = NOUNS.get(first).map(|codes| (&codes[..], false));
    both().map(|(_, codes)| (&codes[..], true)).or(one)
}
