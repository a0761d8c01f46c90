//! Arbitrary text and reference date through the whole of it.
#![no_main]

#[allow(dead_code)] // Every target keeps some of the promises.
#[path = "../../tests/properties/invariants.rs"]
mod invariants;

use depeche::{Date, Extractor, Input, Scratch};
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

fuzz_target!(|data: (Option<(i16, i8, i8)>, &str)| {
    let (day, text) = data;
    let date = day.and_then(|(year, month, day)| Date::new(year % 10_000, month, day).ok());
    let input = date.map_or(Input::new(text), |date| Input::new(text).date(date));
    let extractor = Extractor::default();
    SCRATCH.with_borrow_mut(|scratch| {
        let document = extractor.extract_with(scratch, input);
        invariants::document(&document);
        assert_eq!(
            format!("{document:?}"),
            format!("{:?}", extractor.extract(input)),
            "used buffers change the result"
        );
    });
});
