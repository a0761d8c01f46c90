//! Arbitrary bytes as a gazetteer of the user's own: refused with faults that name a line, or read.
//!
//! Only the reader of tables is run on every input; building a whole lexicon takes too long for that, so it is tried
//! on short inputs that read without a fault.
#![no_main]

use depeche::lexicon::Table;
use depeche::Extractor;
use libfuzzer_sys::fuzz_target;

const HEADER: &str = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n";

fuzz_target!(|rows: &str| {
    let mut faults = Vec::new();
    let text = format!("{HEADER}{rows}");
    let table = Table::parse("own.tsv", &text, &mut faults);
    assert!(table.rows.windows(2).all(|w| w[0].line < w[1].line));
    for fault in &faults {
        assert!(fault.line >= 1 && fault.column >= 1 && !fault.message.is_empty());
        assert!(fault.line <= text.lines().count(), "{fault}");
    }
    if faults.is_empty() && !table.rows.is_empty() && text.len() < 4096 {
        match Extractor::builder().gazetteer("own.tsv", text.as_str()).build() {
            Ok(extractor) => {
                let _ = extractor.extract(rows);
            }
            Err(error) => assert!(error.is_gazetteer() && !error.faults().is_empty()),
        }
    }
});
