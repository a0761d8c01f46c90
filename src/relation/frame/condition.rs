//! The words of conditions (`require`, `unless`), and whether one of them stands at a token.
//!
//! Comes in: the lists of words that frame files name. Goes out: [`Lists`]. Many lists are named again and again, and most
//! share their words: each list and each word is compiled once. It never asks what a word hangs on.

use super::Kinds;
use crate::lexicon::grammar::Function;
use crate::lexicon::{inflection, Pos, Words};
use crate::plain::Text;
use crate::text::fold::lower;
use crate::text::Source;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Number of a list of nouns that conditions share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounsId(pub(in crate::relation) u32);

/// A word of conditions, as numbers that are compared at once and as letters.
#[derive(Debug, Default)]
pub(in crate::relation) struct Noun {
    /// Vocabulary numbers of the word and its plural, as far as they have one.
    pub numbers: Vec<u32>,
    /// In lower case, what a token without a number is compared with: the word, and its plural if it has no number; none
    /// where it must be several tokens.
    pub forms: Vec<String>,
    /// The word and its plural as several tokens, where it may be that.
    phrases: Vec<String>,
    /// Vocabulary numbers of what the first tokens of those may be; 0 for a token without a number.
    openers: Vec<u32>,
}

impl Noun {
    fn new(known: &Words, word: &str) -> Self {
        let mut noun = Self::default();
        let number = |form: &str| known.vocabulary().number(form);
        let form = lower(word);
        if form.bytes().any(|byte| matches!(byte, b' ' | b'-' | b'\'')) {
            noun.phrases.push(form.clone());
            let first = known.word(number(form.split([' ', '\'']).next().unwrap_or("")));
            if first.pos.any(Pos::NOUN) && first.function == Function::None {
                noun.phrases.push(plural(&form));
            }
            noun.openers = noun.phrases.iter().flat_map(|phrase| first_tokens(phrase)).map(number).collect();
            // A token that is no word has no number, even where a word is written so.
            noun.openers.push(0);
        }
        if !form.contains(' ') {
            let plural = plural(&form);
            let numbers = [number(&form), number(&plural)];
            noun.numbers.extend(numbers.into_iter().filter(|&number| number != 0));
            noun.forms = if numbers[1] == 0 { vec![form, plural] } else { vec![form] };
        }
        noun
    }

    /// What the first two tokens of its phrases may be; no second where the first may be the whole.
    pub fn openings(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
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
}

/// A list of words, by the numbers of its nouns.
#[derive(Debug, Default)]
struct List {
    nouns: Vec<u32>,
    /// Kinds of mentions that do as well as a word: `"#official"`.
    kinds: Kinds,
    /// Those of its nouns, sorted.
    numbers: Vec<u32>,
    openers: Vec<u32>,
    /// First bytes of all its forms and of its phrases.
    initials: Initials,
    phrase_initials: Initials,
}

impl List {
    fn new(nouns: Vec<u32>, kinds: Kinds, all: &[Noun]) -> Self {
        let mut list = Self { kinds, ..Self::default() };
        for noun in nouns.iter().map(|&noun| &all[noun as usize]) {
            list.numbers.extend(&noun.numbers);
            list.openers.extend(&noun.openers);
            noun.forms.iter().for_each(|form| list.initials.add(form));
            noun.phrases.iter().for_each(|phrase| list.phrase_initials.add(phrase));
        }
        for numbers in [&mut list.numbers, &mut list.openers] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        list.nouns = nouns;
        list
    }
}

/// All lists of words that conditions name.
#[derive(Debug, Default)]
pub(in crate::relation) struct Lists {
    nouns: Vec<Noun>,
    lists: Vec<List>,
}

impl Lists {
    /// The words of all lists.
    pub fn nouns(&self) -> &[Noun] {
        &self.nouns
    }

    /// All lists in the order of their numbers.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Nouns<'_>> {
        self.lists.iter().map(|list| Nouns { list, all: &self.nouns })
    }

    pub fn get(&self, id: NounsId) -> Nouns<'_> {
        Nouns { list: &self.lists[id.0 as usize], all: &self.nouns }
    }
}

/// The words of a condition.
#[derive(Debug, Clone, Copy)]
pub(in crate::relation) struct Nouns<'f> {
    list: &'f List,
    all: &'f [Noun],
}

impl<'f> Nouns<'f> {
    fn nouns(self) -> impl Iterator<Item = &'f Noun> {
        self.list.nouns.iter().map(move |&noun| &self.all[noun as usize])
    }

    /// The numbers of its words among [`Lists::nouns`].
    pub fn members(self) -> &'f [u32] {
        &self.list.nouns
    }

    /// Kinds of mentions that do as well as a word.
    pub fn kinds(self) -> Kinds {
        self.list.kinds
    }

    /// Whether a token of this vocabulary number, 0 when unknown, is one of the words in singular or plural.
    pub fn holds(self, number: u32, lowered: &str) -> bool {
        if number == 0 {
            // What is not a word has no number even where a noun is written so; nor has punctuation.
            self.list.initials.begin(lowered) && self.nouns().any(|noun| noun.forms.iter().any(|form| form == lowered))
        } else {
            self.list.numbers.binary_search(&number).is_ok()
        }
    }

    /// Whether one of the words of several tokens stands from token `at` on, whose vocabulary number is `number`.
    pub fn begin_at(self, source: Source<'_>, number: u32, at: usize) -> bool {
        if self.list.openers.binary_search(&number).is_err() {
            return false;
        }
        let lowered = source.lowered(at);
        self.list.phrase_initials.begin(lowered) && {
            let first = lowered.as_bytes().first();
            let mut phrases = self.nouns().flat_map(|noun| &noun.phrases);
            phrases.any(|p| p.as_bytes().first() == first && follows(source, at, p))
        }
    }

    /// Whether `lowered` is a form of one of these adjectives.
    pub fn agree_with(self, lowered: &str) -> bool {
        let first = lowered.as_bytes().first();
        let mut adjectives = self.nouns().filter_map(|noun| noun.forms.first());
        adjectives.any(|a| a.as_bytes().first() == first && is_agreeing(lowered, a))
    }
}

/// Words and lists while files are read: the number of each.
#[derive(Default)]
pub(super) struct Collector<'t> {
    words: Vec<Cow<'t, str>>,
    numbers: FxHashMap<Cow<'t, str>, u32>,
    lists: FxHashMap<(Vec<u32>, u16), NounsId>,
}

impl<'t> Collector<'t> {
    /// The number of a word.
    pub fn noun(&mut self, word: &Text<'t>) -> u32 {
        let words = &mut self.words;
        *self.numbers.entry(word.0.clone()).or_insert_with_key(|word| {
            words.push(word.clone());
            words.len() as u32 - 1
        })
    }

    /// The list of words of these numbers.
    pub fn list(&mut self, nouns: Vec<u32>, kinds: Kinds) -> NounsId {
        let next = NounsId(self.lists.len() as u32);
        *self.lists.entry((nouns, kinds.0)).or_insert(next)
    }

    /// Once all are known: each word and each list is made once.
    pub fn finish(self, known: &Words) -> Lists {
        let nouns: Vec<Noun> = self.words.iter().map(|word| Noun::new(known, word)).collect();
        let mut lists: Vec<_> = self.lists.into_iter().collect();
        lists.sort_unstable_by_key(|(_, id)| id.0);
        let lists = lists.into_iter().map(|((list, kinds), _)| List::new(list, Kinds(kinds), &nouns)).collect();
        Lists { nouns, lists }
    }
}

/// A set of bytes.
#[derive(Debug, Default)]
struct Initials([u64; 4]);

impl Initials {
    fn add(&mut self, word: &str) {
        if let Some(byte) = word.bytes().next() {
            self.0[byte as usize / 64] |= 1 << (byte % 64);
        }
    }

    /// Whether `word` begins with one of them.
    #[inline]
    fn begin(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|&byte| self.0[byte as usize / 64] >> (byte % 64) & 1 != 0)
    }
}

/// The words of a phrase, between blanks and hyphens.
fn words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split([' ', '-']).filter(|word| !word.is_empty())
}

/// What the first token of a word may be: the word, or what stands before or with a mark: « l' » of « l'accord ».
fn beginnings(word: &str) -> impl Iterator<Item = &str> {
    let marks = word.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    marks.flat_map(|(at, c)| [&word[..at], &word[..at + c.len_utf8()]]).chain([word]).filter(|token| !token.is_empty())
}

/// What the first token of a phrase may be.
fn first_tokens(phrase: &str) -> impl Iterator<Item = &str> {
    beginnings(words(phrase).next().unwrap_or(""))
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

/// The plural of a noun of one word or several: « chefs d'état-major », « relations diplomatiques », « têtes-à-tête ».
pub(super) fn plural(noun: &str) -> String {
    if !noun.bytes().any(|byte| matches!(byte, b' ' | b'-')) {
        return inflection::plural(noun);
    }
    if let Some((first, rest)) = noun.contains('-').then(|| noun.split_once("-à-")).flatten() {
        return format!("{}-à-{rest}", inflection::plural(first));
    }
    let mut plural = String::with_capacity(noun.len() + 8);
    let mut inflected = true;
    for (i, word) in noun.split(' ').enumerate() {
        plural.extend((i > 0).then_some(' '));
        inflected &= !matches!(word, "de" | "du" | "des" | "à" | "au" | "aux" | "en" | "sur" | "par" | "sans")
            && !word.starts_with("d'");
        if inflected {
            plural.push_str(&inflection::plural(word));
        } else {
            plural.push_str(word);
        }
    }
    plural
}
