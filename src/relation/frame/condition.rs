//! The words of a condition (`require`, `unless`), and whether one of them stands at a token.

use super::Kinds;
use crate::text::Source;

/// Number of a list of nouns that frames of one block share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounsId(pub(in crate::relation) u32);

/// The words of a condition: as the file has them, and as numbers that are compared at once.
#[derive(Debug, Default)]
pub(in crate::relation) struct Nouns {
    /// Lower case.
    pub(super) list: Vec<String>,
    /// Vocabulary numbers of the words and their plurals, sorted.
    pub(super) numbers: Vec<u32>,
    /// Words and plurals the vocabulary does not know.
    pub(super) strangers: Vec<String>,
    /// Those of several tokens.
    pub(super) phrases: Vec<String>,
    /// Kinds of mentions that do as well as a word: `"#official"`.
    pub(super) kinds: Kinds,

    /// Vocabulary numbers of what the first tokens of those may be, sorted; 0 for a token without a number.
    pub(super) openers: Vec<u32>,
    /// First bytes of all the words, and of those of several tokens.
    pub(super) initials: Initials,
    pub(super) phrase_initials: Initials,
}

/// What the first token of a word may be: the word, or what stands before or with a mark: « l' » of « l'accord ».
fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    let marks = word.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    marks.flat_map(|(at, c)| [&word[..at], &word[..at + c.len_utf8()]]).chain([word]).filter(|token| !token.is_empty())
}

/// A set of bytes.
#[derive(Debug, Default)]
pub(super) struct Initials([u64; 4]);

impl Initials {
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let mut initials = Self::default();
        for byte in words.filter_map(|word| word.bytes().next()) {
            initials.0[byte as usize / 64] |= 1 << (byte % 64);
        }
        initials
    }

    /// Whether `word` begins with one of them.
    #[inline]
    fn begin(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|&byte| self.0[byte as usize / 64] >> (byte % 64) & 1 != 0)
    }
}

impl Nouns {
    pub(in crate::relation) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The words as tokens without a number are compared with them.
    pub(in crate::relation) fn unnumbered(&self) -> impl Iterator<Item = &String> {
        self.list.iter().chain(&self.strangers)
    }

    /// Kinds of mentions that do as well as a word.
    pub(in crate::relation) fn kinds(&self) -> Kinds {
        self.kinds
    }

    /// Whether a token of this vocabulary number, 0 when unknown, is one of the words in singular or plural.
    pub(in crate::relation) fn holds(&self, number: u32, lowered: &str) -> bool {
        if number == 0 {
            // What is not a word has no number even where a noun is written so; nor has punctuation.
            self.initials.begin(lowered) && self.unnumbered().any(|n| n == lowered)
        } else {
            self.numbers.binary_search(&number).is_ok()
        }
    }

    /// What the first tokens of the words of several tokens may be.
    pub(super) fn first_tokens(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().flat_map(|phrase| beginnings(words(phrase).next().unwrap_or("")))
    }

    /// What the first two tokens of the words of several tokens may be; no second where the first may be the whole.
    pub(in crate::relation) fn openings(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.phrases.iter().flat_map(|phrase| {
            let first = words(phrase).next().unwrap_or("");
            let next = words(phrase).nth(1);
            beginnings(first).flat_map(move |token| {
                let rest = Some(&first[token.len()..]).filter(|rest| !rest.is_empty()).or(next);
                let second = rest.into_iter().flat_map(beginnings).map(Some);
                second.chain(rest.is_none().then_some(None)).map(move |second| (token, second))
            })
        })
    }

    /// Whether one of the words of several tokens stands from token `at` on, whose vocabulary number is `number`.
    pub(in crate::relation) fn begin_at(&self, source: Source<'_>, number: u32, at: usize) -> bool {
        if self.openers.binary_search(&number).is_err() {
            return false;
        }
        let lowered = source.lowered(at);
        self.phrase_initials.begin(lowered) && {
            let first = lowered.as_bytes().first();
            self.phrases.iter().any(|p| p.as_bytes().first() == first && follows(source, at, p))
        }
    }

    /// Whether `lowered` is a form of one of these adjectives.
    pub(in crate::relation) fn agree_with(&self, lowered: &str) -> bool {
        let first = lowered.as_bytes().first();
        self.list.iter().any(|a| a.as_bytes().first() == first && is_agreeing(lowered, a))
    }
}

/// The words of a phrase, between blanks and hyphens.
fn words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-']).filter(|word| !word.is_empty())
}

/// Whether the words of `phrase` stand from `token` on.
fn follows(source: Source<'_>, token: usize, phrase: &str) -> bool {
    let mut at = token;
    for word in words(phrase) {
        let mut rest = word;
        while !rest.is_empty() {
            let have = source.lowered(at);
            match rest.strip_prefix(have) {
                Some(left) if !have.is_empty() => rest = left,
                _ => return false,
            }
            at += 1;
        }
    }
    true
}

/// Whether `lowered` is a form of the adjective `a`.
fn is_agreeing(lowered: &str, a: &str) -> bool {
    lowered == a
        || lowered.len() >= a.len()
            && (lowered
                .strip_prefix(a)
                .is_some_and(|rest| matches!(rest, "s" | "e" | "es" | "ne" | "nes" | "le" | "les"))
                || a.ends_with("al")
                    && lowered.strip_suffix("aux").is_some_and(|stem| Some(stem) == a.strip_suffix("al"))
                || a.ends_with('f')
                    && lowered.strip_prefix(&a[..a.len() - 1]).is_some_and(|rest| matches!(rest, "ve" | "ves")))
}
