//! Tokens with their folded and lowered forms.
//!
//! Comes in: where a token stands, and what it is made of. Goes out: the token, at the end of the list, and behind the
//! lowered copy of the text the forms that do not stand there. It never says where a token ends.

use super::Scanner;
use crate::span::Span;
use crate::text::fold::{fold_small, fold_wide, lower_into};
use crate::text::token::{Token, TokenFlags, TokenKind};

/// What a word is made of, by which its folded and lowered forms are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// ASCII alone: both forms stand in the lowered copy of the text.
    Ascii,
    /// ASCII and small letters of Latin-1: the form with accents stands there.
    Small,
    /// Anything else.
    Other,
}

impl Scanner<'_> {
    pub(super) fn push(&mut self, start: usize, end: usize, kind: TokenKind, flags: u16) {
        let word = &self.text[start..end];
        if word.is_ascii() && flags & TokenFlags::ABBREVIATION == 0 || matches!(word, "«" | "»" | "–" | "—" | "…")
        {
            let own = Form::new(start, end);
            return self.push_forms(start, end, kind, flags, own, own);
        }
        let forms = &mut self.tokens.forms;
        let from = forms.len();
        if word.is_ascii() {
            forms.extend(word.bytes().filter(|&b| b != b'.').map(|b| b.to_ascii_lowercase() as char));
            let form = Form::new(from, forms.len());
            return self.push_forms(start, end, kind, flags, form, form);
        }
        fold_wide(word, forms);
        let middle = forms.len();
        lower_into(word, forms);
        let (folded, lowered) = (Form::new(from, middle), Form::new(middle, forms.len()));
        self.push_forms(start, end, kind, flags, folded, lowered);
    }

    /// Adds a word of letters and digits.
    #[inline]
    pub(super) fn push_word(&mut self, start: usize, end: usize, flags: u16, shape: Shape) {
        let own = Form::new(start, end);
        match shape {
            Shape::Ascii => self.push_forms(start, end, TokenKind::Word, flags, own, own),
            Shape::Small => {
                let text = self.text;
                let forms = &mut self.tokens.forms;
                let from = forms.len();
                fold_small(&text[start..end], forms);
                let folded = Form::new(from, forms.len());
                self.push_forms(start, end, TokenKind::Word, flags, folded, own);
            }
            Shape::Other => self.push(start, end, TokenKind::Word, flags),
        }
    }

    /// Adds a token whose folded and lowered forms stand at these places, with these lengths.
    #[inline]
    fn push_forms(&mut self, start: usize, end: usize, kind: TokenKind, mut flags: u16, folded: Form, lowered: Form) {
        flags |= self.flags;
        if self.last_end == start {
            flags |= TokenFlags::GLUED;
        }
        self.tokens.list.push(Token {
            span: Span::new(start as u32, end as u32),
            folded: folded.at,
            lowered: lowered.at,
            folded_len: folded.len,
            lowered_len: lowered.len,
            kind,
            flags: TokenFlags(flags),
        });
        self.flags = 0;
        self.newlines = 0;
        self.last_end = end;
        self.at = end;
    }
}

/// Where a form stands among the forms.
#[derive(Clone, Copy)]
struct Form {
    at: u32,
    len: u16,
}

impl Form {
    /// The form from `start` to `end`; past the end of all where 32 bits do not tell its place, so that it is empty.
    #[inline]
    fn new(start: usize, end: usize) -> Self {
        let at = start.min(u32::MAX as usize) as u32;
        Self { at, len: (end - start).min(u16::MAX as usize) as u16 }
    }
}
