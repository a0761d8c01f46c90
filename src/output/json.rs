//! Compact JSON, as serde_json writes it and several times faster: the records of [`jsonl`](super::jsonl) are most of what a
//! corpus gives.
//!
//! Comes in: a record. Goes out: its JSON, at the end of a text. It reads nothing, and knows no indentation. That it says
//! what the derived serialisation of the same record says is held by a test.

use super::record::{
    Argument, Bounds, Entity, Mention, Official, Organization, Place, Reference, Relation, Stretch, Timex,
};
use std::borrow::Cow;
use std::fmt::Write as _;

/// What has a JSON form.
pub(super) trait Json {
    /// Appends it to `out`.
    fn json(&self, out: &mut String);
}

impl Json for u32 {
    fn json(&self, out: &mut String) {
        let (mut digits, mut at, mut rest) = ([0; 10], 10, *self);
        while at == 10 || rest > 0 {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
    }
}

/// How many bytes stand before the first that has to be escaped, eight at a time.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    /// The highest bit of the bytes below `least`; above the first of them others may have it, too.
    const fn below(eight: u64, least: u8) -> u64 {
        eight.wrapping_sub(ONES * least as u64) & !eight & (ONES << 7)
    }
    let mut count = 0;
    while let Some(eight) = bytes.get(count..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        let is = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
        let escaped = below(eight, b' ') | is(b'"') | is(b'\\');
        if escaped != 0 {
            return count + escaped.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|&&b| b >= b' ' && b != b'"' && b != b'\\').count()
}

impl Json for str {
    fn json(&self, out: &mut String) {
        out.push('"');
        let mut rest = self;
        loop {
            let (plain, escaped) = rest.split_at(plain(rest.as_bytes()));
            out.push_str(plain);
            let Some(&byte) = escaped.as_bytes().first() else { break };
            match byte {
                b'"' => out.push_str("\\\""),
                b'\\' => out.push_str("\\\\"),
                b'\n' => out.push_str("\\n"),
                b'\r' => out.push_str("\\r"),
                b'\t' => out.push_str("\\t"),
                0x08 => out.push_str("\\b"),
                0x0c => out.push_str("\\f"),
                _ => {
                    let digit = |d: u8| char::from_digit(u32::from(d), 16).unwrap_or('0');
                    out.push_str("\\u00");
                    out.push(digit(byte >> 4));
                    out.push(digit(byte & 15));
                }
            }
            rest = &escaped[1..];
        }
        out.push('"');
    }
}

/// Only for shares, 0 to 1: no exponent is ever written.
impl Json for f32 {
    fn json(&self, out: &mut String) {
        let start = out.len();
        let _ = write!(out, "{self}");
        if !out[start..].contains('.') {
            out.push_str(".0");
        }
    }
}

impl Json for Cow<'_, str> {
    fn json(&self, out: &mut String) {
        (**self).json(out);
    }
}

impl<T: Json> Json for Option<T> {
    fn json(&self, out: &mut String) {
        match self {
            Some(value) => value.json(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn json(&self, out: &mut String) {
        list(self.iter(), out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn json(&self, out: &mut String) {
        (**self).json(out);
    }
}

/// Appends a list, made while it is written.
pub(super) fn list(items: impl Iterator<Item: Json>, out: &mut String) {
    out.push('[');
    for (number, item) in items.enumerate() {
        if number > 0 {
            out.push(',');
        }
        item.json(out);
    }
    out.push(']');
}

/// The members of records in their order, each with its name; `maybe` leaves one out that has no value.
macro_rules! records {
    ($($record:ident { $first:ident $name:literal $(, $member:ident $names:literal $($optional:ident)?)* })*) => {$(
        impl Json for records!(@type $record) {
            fn json(&self, out: &mut String) {
                out.push_str(concat!("{\"", $name, "\":"));
                self.$first.json(out);
                $(records!(@member self.$member, concat!(",\"", $names, "\":"), out $(, $optional)?);)*
                out.push('}');
            }
        }
    )*};
    (@type Bounds) => { Bounds };
    (@type Reference) => { Reference };
    (@type $record:ident) => { $record<'_> };
    (@member $value:expr, $name:expr, $out:ident) => {
        $out.push_str($name);
        $value.json($out);
    };
    (@member $value:expr, $name:expr, $out:ident, maybe) => {
        if $value.is_some() {
            records!(@member $value, $name, $out);
        }
    };
}

records! {
    Mention {
        id "id", kind "kind", start "start", end "end", text "text", entity "entity" maybe, rule "rule",
        official "official" maybe, timex "timex" maybe, place "place" maybe, organization "organization" maybe
    }
    Official {
        role "role", title "title", portfolio "portfolio", countries "countries", accredited_to "accredited_to",
        status "status", holder "holder"
    }
    Timex { timex_type "type", value "value", modifier "mod", begin "begin", end "end" }
    Place { place_type "place_type", country "country", id "id", metonym "metonym" }
    Organization { org_type "org_type", country "country", id "id" }
    Entity { id "id", kind "kind", name "name", countries "countries", role "role", mentions "mentions" }
    Relation {
        id "id", relation_type "type", plover "plover", cameo "cameo", polarity "polarity", modality "modality",
        triggers "triggers", evidence "evidence", arguments "arguments", topic "topic", source "source", rule "rule",
        confidence "confidence"
    }
    Stretch { start "start", end "end", text "text" }
    Bounds { start "start", end "end" }
    Argument { role "role", mention "mention", entity "entity" maybe, how "how" }
    Reference { mention "mention", entity "entity" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_numbers_are_written_as_serde_json_does() {
        let odd: String = (0..300).filter_map(char::from_u32).chain("« été » \u{2028}\u{1F600}".chars()).collect();
        for text in ["", "a", "\"", "a\\b\nc", &odd] {
            let mut out = String::new();
            text.json(&mut out);
            assert_eq!(out, serde_json::to_string(text).expect("a string"));
        }
        for hundredths in 0..=100_u8 {
            let (share, mut out) = (f32::from(hundredths) / 100.0, String::new());
            share.json(&mut out);
            assert_eq!(out, serde_json::to_string(&share).expect("a number"));
        }
        for number in [0, 7, 10, 4_294_967_295, 1_000_000] {
            let mut out = String::new();
            number.json(&mut out);
            assert_eq!(out, number.to_string());
        }
    }
}
