//! Tokens and the view the later stages read them through.

use super::scan;
use super::sentence::{self, Sentence};
use crate::span::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits (`G7`), an elision's apostrophe (`l'`) or an abbreviation's full stop (`M.`).
    Word,
    /// Begins with a digit: `15`, `1er`, `14h07`, `15.03.2019`, `2014-2016`, `49.3`.
    Number,
    /// One punctuation mark, or a run of full stops or dashes.
    Punct,
    /// An e-mail or web address, a hashtag or an account name.
    Contact,
    /// Anything else that is not white space.
    Symbol,
}

/// Yes-or-no facts about a token, found while it was scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TokenFlags(pub(super) u16);

impl TokenFlags {
    pub(super) const CAPITAL: u16 = 1;
    pub(super) const ALL_CAPS: u16 = 1 << 1;
    pub(super) const JOINED: u16 = 1 << 2;
    pub(super) const GLUED: u16 = 1 << 3;
    pub(super) const ELISION: u16 = 1 << 4;
    pub(super) const ABBREVIATION: u16 = 1 << 5;
    pub(super) const LINE: u16 = 1 << 6;
    pub(super) const BLANK: u16 = 1 << 7;
    pub(super) const SENTENCE: u16 = 1 << 8;

    #[inline]
    pub(super) const fn has(self, bit: u16) -> bool {
        self.0 & bit != 0
    }
}

/// One token: a span and what the scanner saw. 24 bytes, `Copy`.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    pub(super) folded: u32,
    pub(super) lowered: u32,
    pub(super) folded_len: u16,
    pub(super) lowered_len: u16,
    /// What it is made of.
    pub kind: TokenKind,
    pub(super) flags: TokenFlags,
}

macro_rules! flag_readers {
    ($($(#[$doc:meta])* $name:ident = $flag:ident),* $(,)?) => {
        impl Token {$(
            $(#[$doc])*
            #[must_use]
            #[inline]
            pub const fn $name(&self) -> bool {
                self.flags.has(TokenFlags::$flag)
            }
        )*}
    };
}

flag_readers! {
    /// Begins with a capital letter.
    is_capitalized = CAPITAL,
    /// Two letters or more, all of them capitals.
    is_all_caps = ALL_CAPS,
    /// A hyphen alone stands between the token before and this one (`Chon-il`).
    is_joined = JOINED,
    /// Nothing stands between the token before and this one.
    is_glued = GLUED,
    /// Ends with the apostrophe of an elision (`l'`, `qu'`).
    is_elision = ELISION,
    /// Ends with a full stop of its own (`M.`, `J.`, `U.S.`).
    is_abbreviation = ABBREVIATION,
    /// First token of a line.
    starts_line = LINE,
    /// First token after a blank line, or of the text.
    starts_paragraph = BLANK,
    /// First token of a sentence.
    starts_sentence = SENTENCE,
}

impl Token {
    /// Whether the token is a word.
    #[must_use]
    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether the token begins with a digit.
    #[must_use]
    #[inline]
    pub fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    /// Whether the token is punctuation.
    #[must_use]
    #[inline]
    pub fn is_punct(&self) -> bool {
        self.kind == TokenKind::Punct
    }

    /// Whether the token begins with a capital and goes on in lower case or ends there.
    #[must_use]
    #[inline]
    pub fn is_title_case(&self) -> bool {
        self.is_capitalized() && !self.is_all_caps()
    }
}

/// The tokens and sentences of one text, in buffers that can be used again.
#[derive(Debug, Default, Clone)]
pub struct Tokens {
    pub(super) list: Vec<Token>,
    /// The text with its ASCII letters in lower case, where most tokens find their folded form as it stands; behind
    /// it the forms of the others, one after the other.
    pub(super) forms: String,
    pub(super) sentences: Vec<Sentence>,
}

impl Tokens {
    /// Longest text, in bytes; what follows is not read.
    pub const MAX_TEXT: usize = 1 << 30;
    /// Longest token, in bytes; a longer run of letters is cut.
    pub const MAX_TOKEN: usize = 1024;
    /// Opens a token in the folded text.
    pub const OPEN: char = '\u{2}';
    /// Closes a token in the folded text.
    pub const CLOSE: char = '\u{3}';

    /// The tokens of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut tokens = Self::default();
        tokens.read(text);
        tokens
    }

    /// Replaces the contents by the tokens of `text`, keeping the buffers.
    pub fn read(&mut self, text: &str) {
        self.read_words(text);
        sentence::split(clip(text), self);
    }

    /// The same without its sentences: enough for a name.
    pub(crate) fn read_words(&mut self, text: &str) {
        let text = clip(text);
        self.list.clear();
        self.forms.clear();
        self.sentences.clear();
        self.list.reserve(text.len() / 5);
        self.forms.reserve(text.len() + text.len() / 4);
        self.forms.push_str(text);
        self.forms.make_ascii_lowercase();
        scan::scan(text, self);
    }

    /// The tokens in order.
    #[must_use]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The sentences in order; they tile the tokens.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The folded text, each token between [`Tokens::OPEN`] and [`Tokens::CLOSE`]: what an automaton over the same
    /// names would read. Made anew at each call.
    #[must_use]
    pub fn folded_text(&self) -> String {
        let mut out = String::with_capacity(self.forms.len() + 2 * self.list.len());
        for index in 0..self.list.len() {
            out.push(Self::OPEN);
            out.push_str(self.folded(index));
            out.push(Self::CLOSE);
        }
        out
    }

    /// Token `index` folded; empty past the end.
    #[must_use]
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |t| self.form(t.folded, t.folded_len))
    }

    /// Token `index` in lower case with its accents, apostrophes straight; empty past the end.
    #[must_use]
    #[inline]
    pub fn lowered(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |t| self.form(t.lowered, t.lowered_len))
    }

    #[inline]
    fn form(&self, start: u32, len: u16) -> &str {
        let start = start as usize;
        self.forms.get(start..start + len as usize).unwrap_or("")
    }

    /// The buffer all forms stand in.
    #[inline]
    pub(crate) fn forms(&self) -> &[u8] {
        self.forms.as_bytes()
    }
}

impl Token {
    /// Where its folded form stands in [`Tokens::forms`], and its length.
    #[inline]
    pub(crate) const fn folded_place(&self) -> (usize, usize) {
        (self.folded as usize, self.folded_len as usize)
    }

    /// Where its form in lower case stands in [`Tokens::forms`], and its length.
    #[inline]
    pub(crate) const fn lowered_place(&self) -> (usize, usize) {
        (self.lowered as usize, self.lowered_len as usize)
    }
}

fn clip(text: &str) -> &str {
    let mut end = text.len().min(Tokens::MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A text with its tokens: what every later stage reads. `Copy`.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a Tokens,
}

impl<'a> Source<'a> {
    /// A view of `text` and the tokens made from it.
    #[must_use]
    pub fn new(text: &'a str, tokens: &'a Tokens) -> Self {
        Self { text, tokens }
    }

    /// Number of tokens.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.tokens.list.len()
    }

    /// Whether there is no token.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.tokens.list.is_empty()
    }

    /// Token `index`.
    #[must_use]
    #[inline]
    pub fn get(self, index: usize) -> Option<&'a Token> {
        self.tokens.list.get(index)
    }

    /// The text of token `index` as written; empty past the end.
    #[must_use]
    #[inline]
    pub fn str(self, index: usize) -> &'a str {
        self.get(index).map_or("", |t| t.span.of(self.text))
    }

    /// Token `index` folded: lower case, no accents; empty past the end.
    #[must_use]
    #[inline]
    pub fn folded(self, index: usize) -> &'a str {
        self.tokens.folded(index)
    }

    /// Token `index` in lower case with its accents, apostrophes straight; empty past the end.
    #[must_use]
    #[inline]
    pub fn lowered(self, index: usize) -> &'a str {
        self.tokens.lowered(index)
    }

    /// The bytes covered by tokens `start..end`; empty when there are none.
    #[must_use]
    #[inline]
    pub fn span(self, start: usize, end: usize) -> Span {
        match (self.get(start), end.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) if start < end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The first token that does not end before byte `at`; the number of tokens when there is none.
    #[must_use]
    pub fn token_at(self, at: u32) -> usize {
        self.tokens.list.partition_point(|t| t.span.end <= at)
    }
}
