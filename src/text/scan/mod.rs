//! The scanner: a byte-class table for Latin text, unicode-segmentation for every other script.
//!
//! Comes in: a text. Goes out: its tokens, left to right, in [`Tokens`]. It never goes back behind a
//! token it has made, and knows no French beyond abbreviations and elisions.

mod address;
mod class;
mod form;
mod stop;

use super::abbreviation::elides;
use super::token::{TokenFlags, TokenKind, Tokens};
use address::{domain, mail_address, web_address};
use class::{class_at, is_mark, small_letters, wide_class, Class, CLASSES};
use form::Shape;
use unicode_segmentation::UnicodeSegmentation;

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

impl Scanner<'_> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            let (class, len) = class_at(self.text, self.at);
            match class {
                Class::Space => self.at += len,
                Class::Letter | Class::Capital => {
                    if !self.plain_word() {
                        self.word();
                    }
                }
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

    /// A word of small ASCII letters, of which the first may be a capital, before a blank or a comma: most words, and
    /// no address. Says whether one stood here.
    #[inline]
    fn plain_word(&mut self) -> bool {
        let (start, text) = (self.at, self.text);
        let bytes = text.as_bytes();
        let limit = (start + Tokens::MAX_TOKEN).min(bytes.len());
        let end = start + 1 + small_letters(&bytes[start + 1..limit]);
        if !matches!(bytes.get(end), Some(b' ' | b',')) || !bytes[start].is_ascii() {
            return false;
        }
        let capital = if bytes[start].is_ascii_uppercase() { TokenFlags::CAPITAL } else { 0 };
        self.push_word(start, end, capital, Shape::Ascii);
        // The blank tells nothing more.
        self.at += usize::from(bytes[end] == b' ');
        true
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
                }
                // A blank ends any address.
                if matches!(bytes.get(end + 1), Some(b' ' | b'\n') | None) {
                    return self.push_word(start, end, flags, shape);
                }
                if let Some(stop) = mail_address(self.text, start, end) {
                    return self.push(start, stop, TokenKind::Contact, 0);
                }
                if let Some(stop) = domain(self.text, start, end) {
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
            // Most others are « é » and its like.
            if b == 0xc3 && bytes.get(run.end + 1).is_some_and(|&next| next > 0x9e && next != 0xb7) {
                run.shape = run.shape.max(Shape::Small);
                run.letters += 1;
                run.end += 2;
                if run.end >= limit {
                    return run;
                }
                continue;
            }
            let (class, len) = match CLASSES[b as usize] {
                Class::Wide => {
                    let (class, len) = wide_class(self.text, run.end, b);
                    match class {
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
}
