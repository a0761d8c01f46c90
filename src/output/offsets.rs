//! From bytes to the units other tools count in, and back.

use crate::span::Span;

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Unit {
    /// Unicode code points: Python, R, brat, spaCy.
    #[default]
    Chars,
    /// UTF-8 bytes: Rust, Go.
    Bytes,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
}

impl Unit {
    /// The name used in output and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chars => "chars",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
        }
    }

    /// The unit called `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Chars, Self::Bytes, Self::Utf16].into_iter().find(|unit| unit.as_str() == name)
    }

    /// Units that begin in these bytes of UTF-8.
    fn count(self, bytes: &[u8]) -> usize {
        match self {
            Self::Bytes => bytes.len(),
            Self::Chars => bytes.len() - continuing(bytes),
            Self::Utf16 => bytes.len() - continuing(bytes) + bytes.iter().filter(|&&b| b >= 0xF0).count(),
        }
    }
}

/// How many of these bytes go on with a character, eight at a time.
fn continuing(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let mut eights = bytes.chunks_exact(8);
    let told = |count: usize, eight: &[u8]| {
        let word = eight.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        // Of each byte the highest bit is set and the one below is not.
        count + (word >> 7 & !(word >> 6) & ONES).wrapping_mul(ONES).to_le_bytes()[7] as usize
    };
    let count = eights.by_ref().fold(0, told);
    count + eights.remainder().iter().filter(|&&b| continues(b)).count()
}

const fn continues(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// Bytes between two entries of the table.
const STEP: usize = 32;

/// Translates positions of one text. One pass to build; each look-up reads at most 32 bytes.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Units before every [`STEP`]th byte; empty when bytes and units are the same.
    before: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// The table of `text` for `unit`.
    #[must_use]
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut before = Vec::new();
        if unit != Unit::Bytes && !text.is_ascii() {
            let mut total = 0;
            before.reserve(text.len() / STEP + 1);
            for chunk in text.as_bytes().chunks(STEP) {
                before.push(total as u32);
                total += unit.count(chunk);
            }
        }
        Self { text, unit, before }
    }

    /// Where byte `at` stands, in units. Past the end: the end.
    #[must_use]
    pub fn of_byte(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        match self.before.get(at / STEP) {
            Some(&before) => before + self.unit.count(&self.text.as_bytes()[at / STEP * STEP..at]) as u32,
            // The end of a text whose length is a multiple of the step, or a text without a table.
            None => match self.before.last() {
                Some(&before) => {
                    let from = (self.before.len() - 1) * STEP;
                    before + self.unit.count(&self.text.as_bytes()[from..at]) as u32
                }
                None => at as u32,
            },
        }
    }

    /// The byte at which unit number `at` begins: `None` past the end or inside a character.
    #[must_use]
    pub fn to_byte(&self, at: u32) -> Option<u32> {
        if self.before.is_empty() {
            return self.text.is_char_boundary(at as usize).then_some(at);
        }
        let chunk = self.before.partition_point(|&units| units <= at).saturating_sub(1);
        let mut units = self.before.get(chunk).copied().unwrap_or(0);
        let from = chunk * STEP;
        for (i, &byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if units == at && !continues(byte) {
                return Some((from + i) as u32);
            }
            if units > at {
                return None;
            }
            units += self.unit.count(&[byte]) as u32;
        }
        (units == at).then_some(self.text.len() as u32)
    }

    /// A span, start and end, in units.
    #[must_use]
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.of_byte(span.start), self.of_byte(span.end))
    }

    /// The span between two positions given in units.
    #[must_use]
    pub fn to_span(&self, start: u32, end: u32) -> Option<Span> {
        let (start, end) = (self.to_byte(start)?, self.to_byte(end)?);
        (start <= end).then_some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_of_mixed_text_there_and_back() {
        let mut text = "é€😀a œ".repeat(40);
        text.push('𝄞');
        for pad in 0..3 {
            let text = format!("{}{text}", "x".repeat(pad));
            for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
                let offsets = Offsets::new(&text, unit);
                let mut units = 0u32;
                for (byte, c) in text.char_indices() {
                    assert_eq!(offsets.of_byte(byte as u32), units, "{unit:?} {byte}");
                    assert_eq!(offsets.to_byte(units), Some(byte as u32), "{unit:?} {units}");
                    units += match unit {
                        Unit::Chars => 1,
                        Unit::Bytes => c.len_utf8() as u32,
                        Unit::Utf16 => c.len_utf16() as u32,
                    };
                }
                assert_eq!(offsets.of_byte(text.len() as u32), units);
                assert_eq!(offsets.to_byte(units), Some(text.len() as u32));
                assert_eq!(offsets.to_byte(units + 1), None);
                assert_eq!(offsets.of_byte(u32::MAX), units);
            }
        }
    }

    #[test]
    fn inside_a_surrogate_pair_is_nowhere() {
        assert_eq!(Offsets::new("😀", Unit::Utf16).to_byte(1), None);
        assert_eq!(Offsets::new("", Unit::Chars).to_byte(0), Some(0));
        assert_eq!(Offsets::new(&"é".repeat(64), Unit::Chars).of_byte(128), 64);
    }
}
