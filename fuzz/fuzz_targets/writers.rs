//! Arbitrary text and id through every writer: never a panic, XML well-formed, the same twice.
#![no_main]

use depeche::output::{Format, Item, Unit};
use depeche::Extractor;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (&str, u8, &str)| {
    let (id, unit, text) = data;
    let unit = [Unit::Chars, Unit::Bytes, Unit::Utf16][usize::from(unit) % 3];
    let document = Extractor::default().extract(text);
    let item = Item::new(id, &document).unit(unit);
    for &format in Format::ALL {
        let whole = format.whole(&item);
        assert_eq!(whole, format.whole(&item), "{}", format.as_str());
        let parts: String = format.parts(&item).into_iter().map(|part| part.text).collect();
        assert!(whole.contains(&parts), "{}: the whole is more than its parts", format.as_str());
        if matches!(format, Format::Tei | Format::Timeml) {
            if let Err(error) = roxmltree::Document::parse(&whole) {
                panic!("{}: {error}\n{whole}", format.as_str());
            }
        }
    }
});
