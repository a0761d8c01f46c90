//! News-like text put together from words the rules know, by the fuzzer's choice of them: gets further in than letters do.
#![no_main]

#[allow(dead_code)] // Every target keeps some of the promises.
#[path = "../../tests/properties/invariants.rs"]
mod invariants;

use depeche::Extractor;
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

const SEEDS: &str = concat!(
    include_str!("../seeds/extract/news"),
    " ",
    include_str!("../seeds/extract/odd"),
    " ",
    include_str!("../seeds/extract/times")
);

fn words() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: Vec<&str> = SEEDS.split_inclusive([' ', '\n', '\'', '-', ',']).collect();
        words.sort_unstable();
        words.dedup();
        words
    })
}

fuzz_target!(|data: &[u8]| {
    let words = words();
    let mut text = String::new();
    for pair in data.chunks_exact(2).take(512) {
        let number = usize::from(u16::from_le_bytes([pair[0], pair[1]]));
        text.push_str(words[number % words.len()]);
    }
    invariants::document(&Extractor::default().extract(&text));
});
