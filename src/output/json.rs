//! Compact JSON, as serde_json writes it and several times faster: the lines of [`jsonl`](super::jsonl) are most of what a
//! corpus gives.
//!
//! Comes in: values. Goes out: their JSON, at the end of a text. It reads nothing, holds nothing back and knows no
//! indentation.

use crate::digits::two;
use crate::id::Code;
use std::fmt::{Display, Write as _};

/// What has a JSON form.
pub(super) trait Json {
    /// Appends it to `out`.
    fn json(self, out: &mut String);
}

impl Json for u32 {
    fn json(self, out: &mut String) {
        match self {
            0..10 => out.push_str(&two(self)[1..]),
            10..100 => out.push_str(two(self)),
            _ => {
                (self / 100).json(out);
                out.push_str(two(self));
            }
        }
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

/// The inside of a string.
fn escaped(text: &str, out: &mut String) {
    let mut rest = text;
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
}

impl Json for &str {
    fn json(self, out: &mut String) {
        out.push('"');
        escaped(self, out);
        out.push('"');
    }
}

/// A name out of a closed list, in which nothing has to be escaped.
pub(super) struct Name(pub &'static str);

impl Json for Name {
    fn json(self, out: &mut String) {
        out.push('"');
        out.push_str(self.0);
        out.push('"');
    }
}

/// A string of two parts.
impl Json for (&str, &str) {
    fn json(self, out: &mut String) {
        out.push('"');
        escaped(self.0, out);
        escaped(self.1, out);
        out.push('"');
    }
}

impl Json for Code {
    fn json(self, out: &mut String) {
        self.as_str().json(out);
    }
}

/// Only for shares, 0 to 1: no exponent is ever written.
impl Json for f32 {
    fn json(self, out: &mut String) {
        let start = out.len();
        let _ = write!(out, "{self}");
        if !out[start..].contains('.') {
            out.push_str(".0");
        }
    }
}

impl<T: Json> Json for Option<T> {
    fn json(self, out: &mut String) {
        match self {
            Some(value) => value.json(out),
            None => out.push_str("null"),
        }
    }
}

/// A string of what is displayed with nothing that has to be escaped.
pub(super) struct Plain<T>(pub T);

impl<T: Display> Json for Plain<T> {
    fn json(self, out: &mut String) {
        // Writing into memory cannot fail.
        let _ = write!(out, "\"{}\"", self.0);
    }
}

/// A value that is written by a function.
pub(super) struct By<F>(pub F);

impl<F: FnOnce(&mut String)> Json for By<F> {
    fn json(self, out: &mut String) {
        self.0(out);
    }
}

/// A list, made while it is written.
pub(super) struct List<I>(pub I);

impl<I: Iterator<Item: Json>> Json for List<I> {
    fn json(self, out: &mut String) {
        out.push('[');
        for (number, item) in self.0.enumerate() {
            if number > 0 {
                out.push(',');
            }
            item.json(out);
        }
        out.push(']');
    }
}

/// Appends an object: its members in their order, each with its name; `maybe` leaves one out that has no value.
macro_rules! object {
    ($out:ident, $name:literal: $value:expr $(, $names:literal $($maybe:ident)?: $values:expr)* $(,)?) => {
        $out.push_str(concat!("{\"", $name, "\":"));
        $value.json($out);
        $(object!(@member $out, concat!(",\"", $names, "\":"), $values $(, $maybe)?);)*
        $out.push('}');
    };
    (@member $out:ident, $name:expr, $value:expr) => {
        $out.push_str($name);
        $value.json($out);
    };
    (@member $out:ident, $name:expr, $value:expr, maybe) => {
        if let Some(value) = $value {
            object!(@member $out, $name, value);
        }
    };
}

pub(super) use object;

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
