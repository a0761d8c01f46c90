//! Arbitrary bytes as a frame file: refused with faults that name a line, or read.
#![no_main]

use depeche::relation::Frames;
use depeche::Extractor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|toml: &str| {
    let extractor = Extractor::default();
    match Frames::new(extractor.lexicon(), &[("own.toml", toml)]) {
        Ok(frames) => {
            let _ = format!("{frames:?}");
        }
        Err(error) => {
            assert!(error.is_frame() && !error.faults().is_empty());
            for fault in error.faults() {
                assert!(fault.line >= 1 && fault.column >= 1 && !fault.message.is_empty());
                assert!(fault.line <= toml.lines().count() + 1, "{fault}");
            }
        }
    }
});
