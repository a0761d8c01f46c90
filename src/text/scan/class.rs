//! What a character is to the scanner: a table for ASCII, the ranges of Unicode beyond it.
//!
//! Comes in: a text and a place in it. Goes out: a [`Class`] and a length in bytes. It never looks at what stands around
//! the place.

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Space,
    Newline,
    Letter,
    Capital,
    Digit,
    Apostrophe,
    Hyphen,
    Punct,
    Symbol,
    /// First byte of a character outside ASCII.
    Wide,
}

pub(super) const CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Wide; 256];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'\n' => Class::Newline,
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c | 0..=8 | 14..=31 | 127 => Class::Space,
            b'a'..=b'z' => Class::Letter,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Digit,
            b'\'' => Class::Apostrophe,
            b'-' => Class::Hyphen,
            b'!' | b'"' | b'(' | b')' | b',' | b'.' | b'/' | b':' | b';' | b'?' | b'[' | b']' | b'{' | b'}' => {
                Class::Punct
            }
            _ => Class::Symbol,
        };
        b += 1;
    }
    table
}

/// The class of the character at `at` and its length in bytes.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> (Class, usize) {
    match text.as_bytes().get(at) {
        None => (Class::Space, 0),
        Some(&b) => match CLASSES[b as usize] {
            Class::Wide => wide_class(text, at, b),
            class => (class, 1),
        },
    }
}

/// The same where the character is outside ASCII and begins with byte `b`.
#[inline(never)]
pub(super) fn wide_class(text: &str, at: usize, b: u8) -> (Class, usize) {
    let bytes = text.as_bytes();
    if (0xc3..=0xc5).contains(&b) {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let class = match (b, next) {
            (0xc3, 0x97 | 0xb7) => Class::Symbol,
            (0xc3, 0x80..=0x9e) => Class::Capital,
            (0xc3, _) => Class::Letter,
            _ => match text[at..].chars().next() {
                Some(c) if c.is_uppercase() => Class::Capital,
                _ => Class::Letter,
            },
        };
        return (class, 2);
    }
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return (Class::Space, 1) };
    let class = match c {
        '\u{2019}' | '\u{b4}' | '\u{2bc}' | '\u{2032}' | '\u{ff07}' => Class::Apostrophe,
        '\u{2010}' | '\u{2011}' => Class::Hyphen,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => Class::Space,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Newline,
        '«' | '»' | '“' | '”' | '„' | '‘' | '‚' | '‹' | '›' | '…' | '–' | '—' | '―' | '¿' | '¡' | '·' => {
            Class::Punct
        }
        c if c.is_whitespace() => Class::Space,
        c if is_latin(c) => {
            if c.is_uppercase() {
                Class::Capital
            } else {
                Class::Letter
            }
        }
        c if c.is_alphanumeric() => Class::Wide,
        _ => Class::Symbol,
    };
    (class, c.len_utf8())
}

/// Letters the table scanner joins into words, combining marks included.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{aa}' | '\u{ba}' | '\u{2b3}' | '\u{1d48}' | '\u{1d49}' | '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{2bb}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
        && c.is_alphabetic()
        || ('\u{300}'..='\u{36f}').contains(&c)
}

/// How many small ASCII letters `bytes` begins with, eight at a time.
#[inline]
pub(super) fn small_letters(bytes: &[u8]) -> usize {
    /// The same byte eight times.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    const SEVEN: u64 = all(0x7f);
    const HIGHEST: u64 = all(0x80);
    const TO_A: u64 = all(0x80 - b'a');
    const PAST_Z: u64 = all(0x7f - b'z');
    let mut count = 0;
    while let Some(eight) = bytes.get(count..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        // The highest bit of each byte tells whether its lower seven are at least `a`, and whether they are past `z`.
        let lower = eight & SEVEN;
        let small = (lower + TO_A) & !(lower + PAST_Z) & !eight & HIGHEST;
        let others = small ^ HIGHEST;
        if others != 0 {
            return count + others.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|b| b.is_ascii_lowercase()).count()
}

/// Whether a combining mark (U+0300 to U+036F) begins with this byte: of an accented letter the second character.
pub(super) const fn is_mark(byte: u8) -> bool {
    matches!(byte, 0xcc | 0xcd)
}
