//! Nothing breaks it: what holds of every text, and how time grows with it.

#[path = "properties/files.rs"]
mod files;
#[allow(dead_code)] // Not every test needs every generator.
#[path = "properties/generator.rs"]
mod generator;
#[path = "properties/growth.rs"]
mod growth;
#[path = "properties/invariants.rs"]
mod invariants;
#[path = "properties/words.rs"]
mod words;

use depeche::output::Unit;
use depeche::{Extractor, Input, Scratch};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Generated texts a property. Everyday runs are few and always the same, so that a change is to blame when one fails;
/// `PROPTEST_CASES` asks for as many new ones as it says.
fn cases(everyday: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(1995) };
    let cases = asked.unwrap_or(everyday);
    ProptestConfig { cases, rng_seed, failure_persistence: None, max_shrink_iters: 4096, ..ProptestConfig::default() }
}

fn any_date() -> impl Strategy<Value = Option<depeche::Date>> {
    let day = (-9999i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| depeche::Date::new(y, m, d).ok());
    prop_oneof![Just(None), day, prop::sample::select(vec![Some(depeche::Date::MIN), Some(depeche::Date::MAX)])]
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn news_keeps_every_promise(text in generator::news(), date in any_date()) {
        let input = date.map_or(Input::new(&text), |date| Input::new(&text).date(date));
        invariants::document(&Extractor::default().extract(input));
    }

    #[test]
    fn arbitrary_text_keeps_every_promise(text in "(?s).{0,120}") {
        invariants::document(&Extractor::default().extract(&text));
    }

    #[test]
    fn tokens_tile_any_text(text in prop_oneof![generator::news(), "(?s).{0,200}", generator::monotonous()]) {
        invariants::tokens(&text);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn one_thing_over_and_over_keeps_every_promise(text in generator::monotonous()) {
        invariants::document(&Extractor::default().extract(&text));
    }

    #[test]
    fn used_buffers_change_nothing(texts in prop::collection::vec(generator::news(), 2..5)) {
        let (extractor, mut scratch) = (Extractor::default(), Scratch::new());
        for text in &texts {
            let fresh = format!("{:?}", extractor.extract(text));
            prop_assert_eq!(format!("{:?}", extractor.extract_with(&mut scratch, text)), fresh);
        }
    }

    #[test]
    fn every_format_is_written_alike_twice_and_well_formed(text in generator::news(), id in "(?s).{0,12}", unit in 0usize..3) {
        let unit = [Unit::Chars, Unit::Bytes, Unit::Utf16][unit];
        invariants::writers(&id, unit, &Extractor::default().extract(&text));
    }

    #[test]
    fn explaining_never_fails(text in generator::news()) {
        for sentence in Extractor::default().explain(&text) {
            prop_assert!(text.get(sentence.span.range()).is_some());
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn gazetteers_are_read_or_refused(rows in files::rows()) {
        invariants::gazetteer(&rows);
    }

    #[test]
    fn frame_files_are_read_or_refused(toml in files::toml()) {
        invariants::frames(&toml);
    }

    #[test]
    fn lines_are_read_or_refused(lines in files::json_lines()) {
        invariants::lines(&lines);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn gazetteers_are_built_or_refused(rows in files::rows()) {
        invariants::gazetteer_built(&rows);
    }
}

/// Texts that once did harm, or nearly, each named by what is odd about it.
#[test]
fn hostile_texts_keep_every_promise() {
    let long = |piece: &str, times: usize| piece.repeat(times);
    let texts = [
        ("nothing", String::new()),
        ("one word of 100,000 letters", long("a", 100_000)),
        ("one accented word of 100,000 letters", long("é", 100_000)),
        ("an apostrophe, then a word without end", format!("o'{}", long("é", 40_000))),
        ("an acronym without end", long("É.", 40_000)),
        ("an initial before a long accented word", format!("J. A{}", long("é", 40))),
        ("digits without end", long("1", 100_000)),
        ("points and digits without end", long("1.", 50_000)),
        ("hyphens without end", long("-", 100_000)),
        ("a hyphenated word without end", long("a-", 50_000)),
        ("apostrophes without end", long("l'", 50_000)),
        ("marks without a letter", long("\u{301}", 50_000)),
        ("a figure with 50,000 marks", format!("1{}", long("\u{301}", 50_000))),
        ("an accented acronym, taken apart, without end", long("E\u{301}.", 40_000)),
        ("the first letters of an address, then an accent", "fini.ché http://x.fr/’ a@b.frç".to_owned()),
        ("a letter with 50,000 marks", format!("e{}", long("\u{301}", 50_000))),
        ("zero-width joiners", long("\u{200d}", 50_000)),
        ("nested quotes", format!("{} x {}", long("« ", 5_000), long(" »", 5_000))),
        ("nested brackets", format!("{}x{}", long("(", 20_000), long(")", 20_000))),
        ("a script without spaces", long("漢", 30_000)),
        ("family of emoji", long("👩\u{200d}👩\u{200d}👧", 3_000)),
        ("the first half of a date", long("le 3 ", 5_000)),
        ("a number beyond all numbers", format!("il y a {} ans", long("9", 400))),
        ("a year beyond all years", "le 31 décembre 99999, dans 99999999999999999999 jours".to_owned()),
    ];
    let extractor = Extractor::default();
    let mut wrong = Vec::new();
    for (what, text) in &texts {
        let found = std::panic::catch_unwind(|| invariants::document(&extractor.extract(text)));
        if found.is_err() {
            wrong.push(*what);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
