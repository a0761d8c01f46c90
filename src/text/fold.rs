//! One folding for names in gazetteers and names in texts.
//!
//! *Folded*: lower case, no accents, `œ` as `oe`, straight apostrophes; full
//! stops inside an acronym are dropped (`O.N.U.` folds to `onu`).
//! *Lowered*: lower case, composed (NFC), straight apostrophes, accents kept.

use unicode_normalization::char::{compose, decompose_canonical, is_combining_mark};

/// Appends the folded form of `word` to `out`.
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    fold_wide(word, out);
}

/// The same for a word that is not ASCII throughout.
pub(super) fn fold_wide(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            'a'..='z' => out.push(c),
            'é' | 'è' | 'ê' => out.push('e'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => fold_char(c, out),
        }
    }
}

/// The same for a word of ASCII and small letters of Latin-1 alone: byte by byte.
pub(super) fn fold_small(word: &str, out: &mut String) {
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        if byte.is_ascii() {
            out.push(byte.to_ascii_lowercase() as char);
            continue;
        }
        // The second byte of « à » to « ÿ ».
        match bytes.next().unwrap_or(0) {
            0xa0..=0xa5 => out.push('a'),
            0xa7 => out.push('c'),
            0xa8..=0xab => out.push('e'),
            0xac..=0xaf => out.push('i'),
            0xb1 => out.push('n'),
            0xb2..=0xb6 | 0xb8 => out.push('o'),
            0xb9..=0xbc => out.push('u'),
            0xbd | 0xbf => out.push('y'),
            second => fold_char(char::from(second | 0x40), out),
        }
    }
}

/// The folded form of `word`.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Appends the lowered form of `word` to `out`.
pub fn lower_into(word: &str, out: &mut String) {
    let start = out.len();
    if word.is_ascii() {
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            // Nearly all there is in French; the rest asks the tables of Unicode.
            'a'..='z' | 'à'..='ö' | 'ø'..='ÿ' | 'œ' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'À'..='Ö' | 'Ø'..='Þ' => out.push(char::from_u32(c as u32 + 32).unwrap_or(c)),
            '\u{2019}' | '\u{b4}' | '\u{2bc}' | '\u{2032}' | '\u{ff07}' => out.push('\''),
            // « la 67ᵉ session »
            '\u{1d49}' => out.push('e'),
            '\u{2b3}' => out.push('r'),
            '\u{1d48}' => out.push('d'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => {}
            c if is_combining_mark(c) => {
                let base = out[start..].chars().next_back();
                match base.and_then(|b| compose(b, c)) {
                    Some(joined) => {
                        out.pop();
                        out.push(joined);
                    }
                    None => out.push(c),
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The lowered form of `word`.
#[must_use]
pub fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    lower_into(word, &mut out);
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        'à'..='å' | 'À'..='Å' => out.push('a'),
        'è'..='ë' | 'È'..='Ë' => out.push('e'),
        'ì'..='ï' | 'Ì'..='Ï' => out.push('i'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => out.push('o'),
        'ù'..='ü' | 'Ù'..='Ü' => out.push('u'),
        'ç' | 'Ç' => out.push('c'),
        'ñ' | 'Ñ' => out.push('n'),
        'ÿ' | 'Ÿ' | 'ý' | 'Ý' => out.push('y'),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' | 'ẞ' => out.push_str("ss"),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'þ' | 'Þ' => out.push_str("th"),
        'ħ' | 'Ħ' => out.push('h'),
        'ı' | 'İ' => out.push('i'),
        'ə' | 'Ə' => out.push('e'),
        '\u{2019}' | '\u{2018}' | '\u{b4}' | '\u{2bc}' | '\u{2bb}' | '\u{2032}' | '\u{ff07}' => out.push('\''),
        '\u{1d49}' => out.push('e'),
        '\u{2b3}' => out.push('r'),
        '\u{1d48}' => out.push('d'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => {}
        c if is_combining_mark(c) => {}
        c => {
            let mut base = None;
            decompose_canonical(c, |d| {
                if base.is_none() && !is_combining_mark(d) {
                    base = Some(d);
                }
            });
            out.extend(base.unwrap_or(c).to_lowercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_fold_alike_byte_by_byte() {
        for letter in ('ß'..='ÿ').filter(|&c| c != '÷') {
            let word = format!("aZ{letter}9");
            let mut small = String::new();
            fold_small(&word, &mut small);
            assert_eq!(small, fold(&word));
        }
    }

    #[test]
    fn folds() {
        for (word, folded, lowered) in [
            ("États", "etats", "états"),
            ("ŒUVRE", "oeuvre", "œuvre"),
            ("l’", "l'", "l'"),
            ("Erdoğan", "erdogan", "erdoğan"),
            ("e\u{301}te\u{301}", "ete", "été"),
            ("Nguyễn", "nguyen", "nguyễn"),
            ("Łódź", "lodz", "łódź"),
            ("Москва", "москва", "москва"),
        ] {
            assert_eq!(fold(word), folded);
            assert_eq!(lower(word), lowered);
        }
    }
}
