//! Text cut at line breaks and tabs, eight bytes at a time.

/// Each byte of a word of memory is one.
const ONES: u64 = u64::MAX / 255;

/// Where the first `mark` is.
#[inline]
pub(crate) fn position(bytes: &[u8], mark: u8) -> Option<usize> {
    let mut rest = bytes;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        // A byte that is the mark becomes 0, which borrows from its highest bit.
        let differ = u64::from_le_bytes(*chunk) ^ (ONES * u64::from(mark));
        let found = differ.wrapping_sub(ONES) & !differ & (ONES << 7);
        if found != 0 {
            return Some(bytes.len() - rest.len() + found.trailing_zeros() as usize / 8);
        }
        rest = behind;
    }
    rest.iter().position(|&byte| byte == mark).map(|at| bytes.len() - rest.len() + at)
}

/// `text` cut at every `mark`, an ASCII character: quicker than `str::split` where the pieces are short.
#[inline]
pub(crate) fn at(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = position(text.as_bytes(), mark);
        rest = end.and_then(|at| text.get(at + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}

/// The lines of `text`; one without a letter follows a last line break.
#[inline]
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    at(text, b'\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_every_mark() {
        // Characters whose bytes are one more than the mark, or have its bits and the highest.
        for letter in ['a', '\u{b}', '\u{8}', '\u{89}', '\u{100}', '\u{10ffff}'] {
            for count in 0..40 {
                let piece: String = std::iter::repeat_n(letter, count).collect();
                let text = [piece.as_str(), "", "x", &piece].join("\t");
                assert!(at(&text, b'\t').eq([piece.as_str(), "", "x", &piece]), "{text:?}");
            }
        }
    }

    #[test]
    fn lines_end_at_any_break() {
        assert!(lines("a\r\n\nb\n").eq(["a", "", "b", ""]));
    }
}
