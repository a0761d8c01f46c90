//! The gazetteers the crate carries.

macro_rules! gazetteer {
    ($name:literal) => {
        include_str!(concat!("../../gazetteers/", $name))
    };
}

/// Tables of names, in the order they are read: of two rows for one name both are kept.
pub const TABLES: [(&str, &str); 13] = [
    ("countries.tsv", gazetteer!("countries.tsv")),
    ("demonyms.tsv", gazetteer!("demonyms.tsv")),
    ("demonym_prefixes.tsv", gazetteer!("demonym_prefixes.tsv")),
    ("cities_extra.tsv", gazetteer!("cities_extra.tsv")),
    ("cities.tsv", gazetteer!("cities.tsv")),
    ("regions_extra.tsv", gazetteer!("regions_extra.tsv")),
    ("regions.tsv", gazetteer!("regions.tsv")),
    ("buildings.tsv", gazetteer!("buildings.tsv")),
    ("organizations.tsv", gazetteer!("organizations.tsv")),
    ("titles.tsv", gazetteer!("titles.tsv")),
    ("portfolios.tsv", gazetteer!("portfolios.tsv")),
    ("events.tsv", gazetteer!("events.tsv")),
    ("leaders.tsv", gazetteer!("leaders.tsv")),
];
/// The commonest words of texts, commonest first.
pub const FREQUENT: &str = gazetteer!("frequent.txt");
/// Common words and their parts of speech.
pub const WORDS: &str = gazetteer!("words.tsv");
/// Verbs and their conjugation classes.
pub const VERBS: &str = gazetteer!("verbs.tsv");
/// Given names.
pub const GIVEN_NAMES: &str = gazetteer!("given_names.tsv");
/// Family names.
pub const FAMILY_NAMES: &str = gazetteer!("family_names.tsv");
