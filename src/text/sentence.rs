//! Sentences: where one ends and the next begins.
//!
//! A full stop, question or exclamation mark ends a sentence when what comes
//! next can open one; a blank line always does; a line break does where the
//! text is not hard-wrapped; and so does the dash that closes a dispatch's
//! dateline (« SEOUL, 15 mars (Yonhap) -- »).

use super::abbreviation::opens_sentence;
use super::fold::lower_into;
use super::token::{Token, TokenFlags, TokenKind, Tokens};

/// A range of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl Sentence {
    /// The tokens as a `usize` range.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Longest line of hard-wrapped text, in letters.
const WRAP: usize = 110;
/// A sentence is cut here at the latest, in tokens: keeps later work bounded.
const MAX_SENTENCE: usize = 600;

pub(super) fn split(text: &str, tokens: &mut Tokens) {
    let wrap = wrap_width(text, &tokens.list);
    let mut start = 0;
    // The last token of the sentence that is no closing quote or bracket: the mark it may end with.
    let mut mark = 0;
    let mut line_start = tokens.list.first().map_or(0, |t| t.span.start as usize);
    let count = tokens.list.len();
    let mut i = 0;
    while i < count {
        // Behind a word nothing ends, but for abbreviations and lines: most of a text.
        let quiet =
            |pair: &&[Token]| pair[0].kind == TokenKind::Word && !pair[0].is_abbreviation() && !pair[1].starts_line();
        let latest = count.min(start + MAX_SENTENCE);
        let passed = tokens.list[i..latest].windows(2).take_while(quiet).count();
        i += passed + 1;
        if passed > 0 {
            mark = i - 2;
        }
        if i - 1 > start && !closes(text, &tokens.list[i - 1]) {
            mark = i - 1;
        }
        let ends = i == count
            || i - start >= MAX_SENTENCE
            || boundary(text, &tokens.list, start, mark, i)
            || (tokens.list[i].starts_line()
                && (line_break(text, &tokens.list, i, line_start, wrap) || hour(tokens.list[i].span.of(text))));
        if let Some(first) = tokens.list.get(i).filter(|t| t.starts_line()) {
            line_start = first.span.start as usize;
        }
        if ends {
            tokens.list[start].flags.0 |= TokenFlags::SENTENCE;
            tokens.sentences.push(Sentence { start: start as u32, end: i as u32 });
            start = i;
            mark = i;
        }
    }
}

/// The widest line where all lines are short, so that a line break may be mere wrapping.
fn wrap_width(text: &str, list: &[Token]) -> Option<usize> {
    let mut widest = 0;
    let (mut line_start, mut lines) = (list.first().map_or(0, |t| t.span.start as usize), 0usize);
    for (i, token) in list.iter().enumerate().skip(1) {
        if token.starts_line() {
            widest = widest.max(width(&text[line_start..list[i - 1].span.end as usize]));
            lines += 1;
            line_start = token.span.start as usize;
            if widest > WRAP {
                return None;
            }
        }
    }
    let last = list.last().map_or(line_start, |t| t.span.end as usize);
    (lines >= 3 && widest >= 40 && width(&text[line_start..last]) <= WRAP).then_some(widest)
}

/// « 14h30 », « 09:00 »: a line that begins so is an entry of a diary.
fn hour(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = word.as_bytes().get(digits + 1..).unwrap_or_default();
    (1..=2).contains(&digits)
        && matches!(word.as_bytes().get(digits), Some(b'h' | b'H' | b':'))
        && matches!(minutes.len(), 0 | 2)
        && minutes.iter().all(u8::is_ascii_digit)
}

/// Letters of a line, accents not counted: the same however the line is written.
fn width(line: &str) -> usize {
    line.bytes().filter(|&b| b & 0xc0 != 0x80 && !matches!(b, 0xcc | 0xcd)).count()
}

/// Whether the line that began at byte `line_start` and ends before token `i` is too short to have been wrapped there.
fn line_break(text: &str, list: &[Token], i: usize, line_start: usize, wrap: Option<usize>) -> bool {
    if list[i].starts_paragraph() {
        return true;
    }
    // However few lines there are, a word in lower case goes on with the line before, and a short one (« à », « les ») ends none.
    let (last, next) = (&list[i - 1], &list[i]);
    let words = last.kind == TokenKind::Word && next.kind == TokenKind::Word;
    let short = !last.is_capitalized() && width(last.span.of(text)) <= 3;
    let goes_on = words && (!next.is_capitalized() || short);
    let Some(widest) = wrap else { return !goes_on };
    let line = &text[line_start..list[i - 1].span.end as usize];
    width(line) + 1 + width(list[i].span.of(text)) + 8 < widest
}

/// Whether a sentence that began at `start` ends before token `i`, by the mark behind which only quotes and brackets close.
fn boundary(text: &str, list: &[Token], start: usize, mark: usize, i: usize) -> bool {
    let next = &list[i];
    // Most words end nothing: no abbreviation with a stop, no mark.
    if list[mark].kind == TokenKind::Word && !list[i - 1].is_abbreviation() {
        return false;
    }
    let stop = list[mark].span.of(text);
    let direct = mark == i - 1;
    match stop {
        "." => {
            opens(text, list, i) && (!next.is_glued() || closes(text, &list[i - 1]) || direct && glued(text, list, i))
        }
        "!" | "?" | "…" => opens(text, list, i) && (direct || next.is_capitalized()) && !closes(text, next),
        "--" | "---" | "—" | "–" | "-" => direct && next.is_capitalized() && dateline(text, list, start, mark),
        // « depuis... 1950 »: a number goes on where a voice only pauses.
        s if s.len() > 1 && s.bytes().all(|b| b == b'.') => opens(text, list, i) && !next.is_number(),
        _ => {
            let last = &list[i - 1];
            last.is_abbreviation()
                && next.is_capitalized()
                && !next.is_joined()
                && matches!(last.span.of(text), "etc." | "J.-C." | "C.")
        }
    }
}

/// « … à Rome.Le ministre … »: whether a word that opens sentences stands right behind the full stop before token `i`.
fn glued(text: &str, list: &[Token], i: usize) -> bool {
    let mut lowered = String::new();
    lower_into(list[i].span.of(text), &mut lowered);
    i > 1 && list[i].is_capitalized() && list[i - 2].span.len() > 2 && opens_sentence(&lowered)
}

/// Whether the token is a quote or bracket that closes.
#[inline]
fn closes(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Punct && matches!(token.span.of(text), "»" | "”" | "\"" | ")" | "]" | "›" | "’" | "'")
}

/// Whether token `i` can be the first of a sentence.
fn opens(text: &str, list: &[Token], i: usize) -> bool {
    let token = &list[i];
    if token.is_capitalized() || token.is_number() {
        return true;
    }
    // An emoji behind the full stop belongs to neither sentence's words.
    let symbol = token.kind == super::TokenKind::Symbol;
    if !symbol
        && !matches!(
            token.span.of(text),
            "«" | "“" | "\"" | "(" | "[" | "-" | "--" | "–" | "—" | "„" | "‹" | "…" | "..."
        )
    {
        return token.kind == super::TokenKind::Contact;
    }
    list.get(i + 1).is_some_and(|after| {
        after.is_capitalized()
            || after.is_number()
            || matches!(after.span.of(text), "«" | "“" | "\"" | "(" | "[" | "…" | "...")
    })
}

/// Whether tokens `start..dash` look like « VILLE, 15 mars (Agence) » or « Paris (AFP) ».
fn dateline(text: &str, list: &[Token], start: usize, dash: usize) -> bool {
    let head = &list[start..dash];
    if head.is_empty() || head.len() > 16 || !head[0].is_capitalized() {
        // « 2 novembre 2012. - » : the stop before the dash has ended the sentence already.
        return head.is_empty();
    }
    let bracket = head.iter().any(|t| t.span.of(text) == ")");
    let number = head.iter().any(Token::is_number);
    let comma = head.iter().any(|t| t.span.of(text) == ",");
    (bracket || (number && comma)) && head.iter().filter(|t| t.is_word()).count() <= 10
}
