//! Arbitrary text as a frame file.
#![no_main]

#[allow(dead_code)] // Every target keeps some of the promises.
#[path = "../../tests/properties/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|toml: &str| invariants::frames(toml));
