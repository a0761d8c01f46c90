//! Arbitrary text and id through every writer.
#![no_main]

#[allow(dead_code)] // Every target keeps some of the promises.
#[path = "../../tests/properties/invariants.rs"]
mod invariants;

use depeche::output::Unit;
use depeche::Extractor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (&str, u8, &str)| {
    let (id, unit, text) = data;
    let unit = [Unit::Chars, Unit::Bytes, Unit::Utf16][usize::from(unit) % 3];
    invariants::writers(id, unit, &Extractor::default().extract(text));
});
