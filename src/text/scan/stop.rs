//! Full stops that belong to a word: abbreviations, acronyms, initials.
//!
//! Comes in: a word with a full stop behind it. Goes out: where the word is over with its stops, or `None` when the stop
//! is a token of its own. It ends no sentence: that is the business of `sentence`.

use super::class::{is_mark, Class};
use super::Scanner;
use crate::text::abbreviation::{abbreviation, opens_sentence};
use crate::text::fold::lower_into;
use crate::text::token::Tokens;

impl<'a> Scanner<'a> {
    /// Whether neither a letter nor a figure nor what ties words together stands at `at`.
    fn stands_alone(&self, at: usize) -> bool {
        at >= self.text.len() || matches!(self.class(at).0, Class::Punct | Class::Space)
    }

    /// Where an abbreviation that has its stop at `end` is over, or `None` when the stop ends a sentence.
    pub(super) fn full_stop(&mut self, start: usize, end: usize, letters: usize) -> Option<usize> {
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
        // « a.i. », « p.i. »: two small letters, each with its stop.
        let small = |at: usize| self.class(at).0 == Class::Letter && bytes.get(at + 1) == Some(&b'.');
        if letters == 1 && small(start) && small(end + 1) && self.stands_alone(end + 3) {
            return Some(end + 3);
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
        (!opens_sentence(opener) || self.joins_name(word, stop, next + opener.len())).then_some(stop)
    }

    /// « J.-Y. Le Gall »: the second of two initials, before a name that opens with an article; not « av. J.-C. Le roi ».
    fn joins_name(&self, word: &str, stop: usize, article: usize) -> bool {
        let start = stop - 1 - word.len();
        let hyphen = start > 1 && matches!(self.text.as_bytes()[start - 1], b'-');
        let name = self.next_visible(article);
        hyphen && word != "C" && name > article && self.class(name).0 == Class::Capital
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
}
