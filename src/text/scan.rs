//! The scanner: a byte-class table for Latin text, unicode-segmentation for every other script.

use super::abbreviation::{abbreviation, elides, opens_sentence};
use super::fold::{fold_small, fold_wide, lower_into};
use super::token::{Token, TokenFlags, TokenKind, Tokens};
use crate::span::Span;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
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

const CLASSES: [Class; 256] = classes();

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
fn class_at(text: &str, at: usize) -> (Class, usize) {
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
fn wide_class(text: &str, at: usize, b: u8) -> (Class, usize) {
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
fn small_letters(bytes: &[u8]) -> usize {
    /// The same byte eight times.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    let mut count = 0;
    while let Some(eight) = bytes.get(count..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        // The highest bit of each byte tells whether its lower seven are at least `a`, and whether they are past `z`.
        let lower = eight & all(0x7f);
        let small = (lower + all(0x80 - b'a')) & !(lower + all(0x7f - b'z')) & !eight & all(0x80);
        let others = small ^ all(0x80);
        if others != 0 {
            return count + others.trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    count + bytes[count..].iter().take_while(|b| b.is_ascii_lowercase()).count()
}

/// Whether a combining mark (U+0300 to U+036F) begins with this byte: of an accented letter the second character.
const fn is_mark(byte: u8) -> bool {
    matches!(byte, 0xcc | 0xcd)
}

/// Reads all of `text` into `tokens`.
pub(super) fn scan(text: &str, tokens: &mut Tokens) {
    let mut scanner = Scanner {
        text,
        tokens,
        at: 0,
        flags: TokenFlags::LINE | TokenFlags::BLANK,
        newlines: 0,
        last_end: usize::MAX,
        buffer: String::new(),
    };
    scanner.run();
}

/// What a word is made of, by which its folded and lowered forms are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// ASCII alone: both forms stand in the lowered copy of the text.
    Ascii,
    /// ASCII and small letters of Latin-1: the form with accents stands there.
    Small,
    /// Anything else.
    Other,
}

/// A run of letters and digits.
struct Run {
    end: usize,
    letters: usize,
    capitals: usize,
    shape: Shape,
}

struct Scanner<'a> {
    text: &'a str,
    tokens: &'a mut Tokens,
    at: usize,
    /// Flags the next token gets from the gap before it.
    flags: u16,
    newlines: u32,
    last_end: usize,
    /// For a short word in lower case.
    buffer: String,
}

impl<'a> Scanner<'a> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            let (class, len) = class_at(self.text, self.at);
            match class {
                Class::Space => self.at += len,
                Class::Letter | Class::Capital => self.word(),
                Class::Punct => self.punct(len),
                Class::Newline => {
                    self.newlines += 1;
                    self.flags |= TokenFlags::LINE;
                    if self.newlines > 1 {
                        self.flags |= TokenFlags::BLANK;
                    }
                    self.at += len;
                }
                Class::Digit => self.number(),
                Class::Apostrophe => self.mark(len, TokenKind::Punct),
                Class::Hyphen => self.hyphen(len),
                Class::Symbol => self.symbol(len),
                Class::Wide => self.other_script(),
            }
        }
    }

    #[inline]
    fn class(&self, at: usize) -> (Class, usize) {
        class_at(self.text, at)
    }

    fn letter_at(&self, at: usize) -> bool {
        matches!(self.class(at).0, Class::Letter | Class::Capital)
    }

    #[inline]
    fn digit_at(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    /// Letters, then digits mixed in, an apostrophe that elides or belongs inside, stops of an abbreviation.
    fn word(&mut self) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        if matches!(bytes[start], b'h' | b'w' | b'H' | b'W') {
            if let Some(end) = web_address(self.text, start) {
                return self.push(start, end, TokenKind::Contact, 0);
            }
        }
        let Run { mut end, letters, capitals, shape } = self.letters(start);
        let mut flags = 0;
        if capitals > 0 && self.class(start).0 == Class::Capital {
            flags |= TokenFlags::CAPITAL;
            if capitals == letters && letters > 1 {
                flags |= TokenFlags::ALL_CAPS;
            }
        }
        // Most words end at a blank or a comma.
        if matches!(bytes.get(end), Some(b' ' | b',' | b'\n') | None) {
            return self.push_word(start, end, flags, shape);
        }
        let (class, len) = self.class(end);
        match class {
            Class::Apostrophe if self.letter_at(end + len) || self.elides(start, end) => {
                if self.elides(start, end) {
                    flags |= TokenFlags::ELISION;
                    end += len;
                } else {
                    end = self.inner_apostrophe(end + len, start + Tokens::MAX_TOKEN);
                }
                return self.push(start, end, TokenKind::Word, flags);
            }
            Class::Punct if bytes[end] == b'.' => {
                if let Some(stop) = self.full_stop(start, end, letters) {
                    flags |= TokenFlags::ABBREVIATION;
                    if stop - start > 3 && capitals == letters {
                        flags |= TokenFlags::ALL_CAPS;
                    }
                    return self.push(start, stop, TokenKind::Word, flags);
                } else if let Some(stop) = mail_address(self.text, start, end) {
                    return self.push(start, stop, TokenKind::Contact, 0);
                } else if let Some(stop) = domain(self.text, start, end) {
                    return self.push(start, stop, TokenKind::Contact, 0);
                }
            }
            Class::Symbol if matches!(bytes[end], b'@' | b'_') => {
                if let Some(stop) = mail_address(self.text, start, end) {
                    return self.push(start, stop, TokenKind::Contact, 0);
                }
            }
            Class::Hyphen => {
                if let Some(stop) = mail_address(self.text, start, end) {
                    return self.push(start, stop, TokenKind::Contact, 0);
                }
            }
            _ => {}
        }
        self.push_word(start, end, flags, shape);
    }

    /// The run of letters and digits that begins at `start`.
    #[inline]
    fn letters(&self, start: usize) -> Run {
        let bytes = self.text.as_bytes();
        let limit = (start + Tokens::MAX_TOKEN).min(bytes.len());
        let mut run = Run { end: start, letters: 0, capitals: 0, shape: Shape::Ascii };
        loop {
            // Most letters are small and ASCII.
            let small = small_letters(&bytes[run.end..limit]);
            run.end += small;
            run.letters += small;
            if run.end >= limit {
                return run;
            }
            let b = bytes[run.end];
            let (class, len) = match CLASSES[b as usize] {
                Class::Wide => {
                    let (class, len) = wide_class(self.text, run.end, b);
                    let small = b == 0xc3 && class == Class::Letter;
                    match class {
                        Class::Letter if small => run.shape = run.shape.max(Shape::Small),
                        Class::Letter | Class::Capital => run.shape = Shape::Other,
                        _ => return run,
                    }
                    (class, len)
                }
                class => (class, 1),
            };
            match class {
                Class::Letter => run.letters += usize::from(!is_mark(b)),
                Class::Capital => {
                    run.letters += 1;
                    run.capitals += 1;
                }
                Class::Digit => {}
                _ => return run,
            }
            run.end += len;
            if run.end >= limit {
                return run;
            }
        }
    }

    fn elides(&self, start: usize, end: usize) -> bool {
        let word = &self.text[start..end];
        if word.len() > 7 {
            return false;
        }
        let mut buffer = [0; 8];
        let Some(slot) = buffer.get_mut(..word.len()) else { return false };
        slot.copy_from_slice(word.as_bytes());
        slot.make_ascii_lowercase();
        std::str::from_utf8(slot).is_ok_and(elides)
    }

    /// The rest of a word with an apostrophe inside: aujourd'hui, O'Brien, presqu'île.
    fn inner_apostrophe(&self, mut end: usize, limit: usize) -> usize {
        loop {
            let (class, len) = self.class(end);
            match class {
                Class::Letter | Class::Capital if end < limit => end += len,
                _ => return end,
            }
        }
    }

    /// Whether neither a letter nor a figure nor what ties words together stands at `at`.
    fn stands_alone(&self, at: usize) -> bool {
        at >= self.text.len() || matches!(self.class(at).0, Class::Punct | Class::Space)
    }

    /// Where an abbreviation that has its stop at `end` is over, or `None` when the stop ends a sentence.
    fn full_stop(&mut self, start: usize, end: usize, letters: usize) -> Option<usize> {
        let text: &'a str = self.text;
        let bytes = text.as_bytes();
        let word = &text[start..end];
        let digits = word.bytes().any(|b| b.is_ascii_digit());
        if letters == 1 && !digits && self.class(start).0 == Class::Capital {
            // U.S., O.N.U.: letters and stops in turn.
            let mut stop = end + 1;
            let mut count = 1;
            loop {
                let (class, mut len) = self.class(stop);
                while bytes.get(stop + len).is_some_and(|&b| is_mark(b)) && len < 16 {
                    len += 2;
                }
                let fits = stop - start < Tokens::MAX_TOKEN;
                if fits && class == Class::Capital && bytes.get(stop + len) == Some(&b'.') {
                    stop += len + 1;
                    count += 1;
                } else {
                    // « S.E », « O.N.U »: the last stop is missing.
                    let last = fits && class == Class::Capital && self.stands_alone(stop + len);
                    if last {
                        return Some(stop + len);
                    }
                    break;
                }
            }
            if count > 1 || self.class(stop).0 == Class::Hyphen {
                return Some(stop);
            }
            return self.initial(word, stop);
        }
        // The longest, « févr », has six bytes when its accent is a character of its own.
        if word.len() > 6 {
            return None;
        }
        let mut lowered = std::mem::take(&mut self.buffer);
        lowered.clear();
        lower_into(word, &mut lowered);
        let stop = self.abbreviated(word, end, &lowered);
        self.buffer = lowered;
        stop
    }

    /// Where an abbreviation is over whose word, `lowered` in lower case, has its stop at `end`.
    fn abbreviated(&self, word: &str, end: usize, lowered: &str) -> Option<usize> {
        let may_end = abbreviation(lowered)?;
        let next = self.next_visible(end + 1);
        match self.class(next).0 {
            _ if next >= self.text.len() => None,
            Class::Capital => (!may_end).then_some(end + 1),
            Class::Digit if matches!(lowered, "no" | "n" | "art" | "p" | "pp" | "vol" | "fig" | "chap") => {
                Some(end + 1)
            }
            Class::Digit => (word != "p" && !lowered.starts_with('m')).then_some(end + 1),
            _ => Some(end + 1),
        }
    }

    /// « J. » before a name is an initial, before « Il » the end of a sentence.
    fn initial(&self, word: &str, stop: usize) -> Option<usize> {
        if word == "M" {
            return Some(stop);
        }
        let next = self.next_visible(stop);
        if self.class(next).0 != Class::Capital {
            return None;
        }
        let rest = &self.text[next..];
        let letter = |c: &char| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}' | '\u{b4}' | '\u{300}'..='\u{36f}');
        let mut lowered = String::new();
        lower_into(&rest.chars().take(12).take_while(letter).collect::<String>(), &mut lowered);
        let opener = lowered.find('\'').map_or(lowered.as_str(), |i| &lowered[..=i]);
        (!opens_sentence(opener)).then_some(stop)
    }

    fn next_visible(&self, mut at: usize) -> usize {
        loop {
            let (class, len) = self.class(at);
            if class != Class::Space || len == 0 {
                return at;
            }
            at += len;
        }
    }

    /// Digits with what writes times, dates, ordinals and decimals.
    fn number(&mut self) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut end = start;
        loop {
            while self.digit_at(end) && end - start < Tokens::MAX_TOKEN {
                end += 1;
            }
            if end - start >= 64 {
                break;
            }
            let joins = match bytes.get(end) {
                Some(b'.' | b',' | b':' | b'/' | b'-') => self.digit_at(end + 1),
                Some(b'h' | b'H' | b'T') => self.digit_at(end + 1),
                _ => false,
            };
            if !joins {
                break;
            }
            end += 1;
        }
        // 14h, 1er, 2e, 19ème, 20h GMT: letters glued to the digits.
        let mut letters = 0;
        loop {
            let (class, len) = self.class(end);
            if !matches!(class, Class::Letter | Class::Capital) || letters > 12 || end - start >= Tokens::MAX_TOKEN {
                break;
            }
            letters += usize::from(!is_mark(bytes[end]));
            end += len;
        }
        if letters > 0 {
            // An address such as 20minutes@example.org, or a stray mix: keep it whole.
            if let Some(stop) = mail_address(self.text, start, end) {
                return self.push(start, stop, TokenKind::Contact, 0);
            }
        }
        self.push(start, end, TokenKind::Number, 0);
    }

    fn hyphen(&mut self, len: usize) {
        let next = self.at + len;
        let (after, _) = self.class(next);
        let glued = self.last_end == self.at;
        if glued && matches!(after, Class::Letter | Class::Capital | Class::Digit) {
            self.flags |= TokenFlags::JOINED;
            self.at = next;
            self.last_end = usize::MAX;
            return;
        }
        let mut end = next;
        while self.class(end).0 == Class::Hyphen && end - self.at < 64 {
            end += self.class(end).1;
        }
        self.mark(end - self.at, TokenKind::Punct);
    }

    fn punct(&mut self, len: usize) {
        let bytes = self.text.as_bytes();
        let mut end = self.at + len;
        if bytes[self.at] == b'.' {
            while bytes.get(end) == Some(&b'.') && end - self.at < 64 {
                end += 1;
            }
        }
        self.mark(end - self.at, TokenKind::Punct);
    }

    fn symbol(&mut self, len: usize) {
        let bytes = self.text.as_bytes();
        if matches!(bytes[self.at], b'@' | b'#') && self.letter_at(self.at + 1) {
            let mut end = self.at + 1;
            loop {
                let (class, len) = self.class(end);
                let part =
                    matches!(class, Class::Letter | Class::Capital | Class::Digit) || bytes.get(end) == Some(&b'_');
                if !part || end - self.at >= 64 {
                    break;
                }
                end += len;
            }
            return self.push(self.at, end, TokenKind::Contact, 0);
        }
        self.mark(len, TokenKind::Symbol);
    }

    /// A run of characters of other scripts, cut by the rules of Unicode.
    fn other_script(&mut self) {
        let start = self.at;
        let mut end = start;
        while end < self.text.len() && end - start < 4096 {
            let (class, len) = self.class(end);
            // An accent of its own belongs to the letter before it in any script.
            if class != Class::Wide && !(end > start && is_mark(self.text.as_bytes()[end])) {
                break;
            }
            end += len;
        }
        for (offset, piece) in self.text[start..end].split_word_bound_indices() {
            let kind = if piece.chars().any(char::is_alphanumeric) { TokenKind::Word } else { TokenKind::Symbol };
            let capital = piece.chars().next().is_some_and(char::is_uppercase);
            let mut from = start + offset;
            let to = from + piece.len();
            while from < to {
                let mut cut = to.min(from + Tokens::MAX_TOKEN);
                while !self.text.is_char_boundary(cut) {
                    cut -= 1;
                }
                self.push(from, cut, kind, if capital { TokenFlags::CAPITAL } else { 0 });
                from = cut;
            }
        }
    }

    fn mark(&mut self, len: usize, kind: TokenKind) {
        self.push(self.at, self.at + len, kind, 0);
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, flags: u16) {
        let word = &self.text[start..end];
        if word.is_ascii() && flags & TokenFlags::ABBREVIATION == 0 || matches!(word, "«" | "»" | "–" | "—" | "…")
        {
            return self.push_forms(start, end, kind, flags, (start, end - start), (start, end - start));
        }
        let forms = &mut self.tokens.forms;
        let from = forms.len();
        if word.is_ascii() {
            forms.extend(word.bytes().filter(|&b| b != b'.').map(|b| b.to_ascii_lowercase() as char));
            let form = (from, forms.len() - from);
            return self.push_forms(start, end, kind, flags, form, form);
        }
        fold_wide(word, forms);
        let folded = (from, forms.len() - from);
        lower_into(word, forms);
        let lowered = (from + folded.1, forms.len() - from - folded.1);
        self.push_forms(start, end, kind, flags, folded, lowered);
    }

    /// Adds a word of letters and digits.
    #[inline]
    fn push_word(&mut self, start: usize, end: usize, flags: u16, shape: Shape) {
        let own = (start, end - start);
        match shape {
            Shape::Ascii => self.push_forms(start, end, TokenKind::Word, flags, own, own),
            Shape::Small => {
                let text = self.text;
                let forms = &mut self.tokens.forms;
                let from = forms.len();
                fold_small(&text[start..end], forms);
                let folded = (from, forms.len() - from);
                self.push_forms(start, end, TokenKind::Word, flags, folded, own);
            }
            Shape::Other => self.push(start, end, TokenKind::Word, flags),
        }
    }

    /// Adds a token whose folded and lowered forms stand at these places, with these lengths.
    #[inline]
    fn push_forms(
        &mut self,
        start: usize,
        end: usize,
        kind: TokenKind,
        mut flags: u16,
        folded: (usize, usize),
        lowered: (usize, usize),
    ) {
        flags |= self.flags;
        if self.last_end == start {
            flags |= TokenFlags::GLUED;
        }
        self.tokens.list.push(Token {
            span: Span::new(start as u32, end as u32),
            folded: place(folded.0),
            lowered: place(lowered.0),
            folded_len: folded.1.min(u16::MAX as usize) as u16,
            lowered_len: lowered.1.min(u16::MAX as usize) as u16,
            kind,
            flags: TokenFlags(flags),
        });
        self.flags = 0;
        self.newlines = 0;
        self.last_end = end;
        self.at = end;
    }
}

/// A place among the forms; past their end where 32 bits do not tell it, so that the form is empty.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_address_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%')
}

/// The end of an e-mail address that begins at `start`, of which `end` is already read.
fn mail_address(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = end;
    while at < bytes.len() && at - start < 64 && is_address_byte(bytes[at]) {
        at += 1;
    }
    if bytes.get(at) != Some(&b'@') {
        return None;
    }
    let host = at + 1;
    at = host;
    while at < bytes.len() && at - host < 128 && is_address_byte(bytes[at]) {
        at += 1;
    }
    while at > host && matches!(bytes[at - 1], b'.' | b'-') {
        at -= 1;
    }
    bytes[host..at].contains(&b'.').then_some(at)
}

/// The end of `http://…`, `https://…` or `www.…` that begins at `start`.
fn web_address(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let starts = |prefix: &[u8]| bytes.len() > prefix.len() && bytes[..prefix.len()].eq_ignore_ascii_case(prefix);
    if !(starts(b"http://") || starts(b"https://") || starts(b"www.")) {
        return None;
    }
    let mut len = bytes
        .iter()
        .take(512)
        .take_while(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b'<' | b'>' | b')' | b']'))
        .count();
    while len > 0 && matches!(bytes[len - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'') {
        len -= 1;
    }
    Some(start + len)
}

/// The end of a bare host name such as `lemonde.fr`, of which the first label ends at `end`.
fn domain(text: &str, start: usize, end: usize) -> Option<usize> {
    const TOP: [&str; 14] = ["fr", "com", "org", "net", "info", "eu", "ch", "be", "ca", "ru", "uk", "int", "gov", "kr"];
    let bytes = text.as_bytes();
    let mut at = end;
    while at < bytes.len() && at - start < 128 && is_address_byte(bytes[at]) {
        at += 1;
    }
    while at > start && matches!(bytes[at - 1], b'.' | b'-') {
        at -= 1;
    }
    let host = text.get(start..at)?;
    let top = host.rsplit('.').next()?;
    // « fini.chêne » is two words without a space between them.
    let whole = !matches!(class_at(text, at).0, Class::Letter | Class::Capital);
    (host.contains('.') && whole && TOP.contains(&top)).then_some(at)
}
