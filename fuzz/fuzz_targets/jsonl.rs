//! Arbitrary bytes through the reader of JSON Lines: every line a document or an error, and documents read back equal.
#![no_main]

use depeche::output::jsonl::Reader;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.split(|&b| b == b'\n').count();
    let mut read = 0;
    for record in Reader::new(bytes) {
        read += 1;
        match record {
            Ok(record) => {
                // Members that pass through may hold numbers no double can keep.
                let record = depeche::output::record::Record { meta: None, ..record };
                let again = serde_json::to_string(&record).expect("memory cannot fail");
                let back = Reader::new(again.as_bytes()).next().expect("one line").expect("a document");
                assert_eq!(back, record);
            }
            Err(error) => assert!(error.line >= 1 && error.line <= lines),
        }
    }
    assert!(read <= lines);
});
