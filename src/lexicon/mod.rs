//! The words the library knows: gazetteer rows, names, verb forms, common words.
//!
//! Comes in: gazetteer files (embedded, and the user's own). Goes out: a
//! [`Lexicon`] that says for each token what word it may be, and for the whole
//! text where gazetteer names stand. It never decides what a name means in
//! its context: that is the business of `mention`.

mod builder;
mod custom;
pub mod embedded;
mod entry;
pub mod grammar;
pub mod inflection;
mod matcher;
mod names;
mod people;
mod reader;
pub(crate) mod sieve;
mod surface;
mod terms;
mod vocabulary;
mod word_map;
mod words;

pub use entry::{Complements, Entry, EntryData, Metonym, OrgType, PlaceType, Policy, Role, Sorts};
pub use matcher::{Hit, Matcher};
pub use names::Names;
pub use people::NameWeight;
pub use reader::{Row, Table};
pub use surface::{Form, Surface};
pub use vocabulary::{Pos, VerbReading, Vocabulary, Word};
pub use words::Words;

use crate::both::both;
use crate::error::Error;
use crate::id::{Code, EntryId};
use crate::text::Source;
use entry::Ids;
use grammar::Grammar;
use people::{Leaders, NameBits};
use sieve::Sieved;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Everything the gazetteers say, compiled. Immutable once built.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    ids: Ids,
    matcher: Matcher,
    words: Words,
    prefixes: Sieved<Code>,
    leaders: Leaders,
    memo: Memo,
}

/// What later stages find out about a word once and keep; see [`Lexicon::remembered`].
#[derive(Debug, Default)]
struct Memo(Vec<AtomicU32>);

/// What is kept about words.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Topic {
    /// What may begin with the word.
    Marks,
    /// What the word says of a name beside it.
    Cue,
}

/// Set when what is told about a topic is known.
const KNOWN: u16 = 1 << 15;

/// What the lexicon found in one text, in buffers that can be used again.
#[derive(Debug, Default, Clone)]
pub struct Lexical {
    /// For each token its number in the vocabulary, 0 for a word it does not know.
    pub words: Vec<u32>,
    /// Gazetteer names, by start, never overlapping.
    pub hits: Vec<Hit>,
    /// The words that begin with a capital letter.
    pub capitals: Vec<u32>,
    /// For each token its number as a part of names.
    parts: Vec<u32>,
    /// For each token what is known of it as a name of people.
    names: Vec<NameBits>,
    /// For each token one more than the number of the hit that covers it.
    covers: Vec<u32>,
}

impl Lexical {
    /// The gazetteer name that covers token `index`.
    #[must_use]
    #[inline]
    pub fn hit_at(&self, index: usize) -> Option<&Hit> {
        let number = *self.covers.get(index)? as usize;
        self.hits.get(number.wrapping_sub(1))
    }

    /// How common token `index` is as a name of people.
    #[must_use]
    #[inline]
    pub fn name(&self, index: usize) -> NameWeight {
        self.names.get(index).map_or_else(NameWeight::default, |name| name.weight())
    }

    /// Whether leaders are known by the name that token `index` is.
    #[inline]
    pub(crate) fn may_be_leader(&self, index: usize) -> bool {
        self.names.get(index).is_some_and(|name| name.leads())
    }
}

impl Lexicon {
    /// The embedded gazetteers and the user's own (name of the file and its rows) after them.
    ///
    /// # Errors
    /// Every fault of every table, with file, line and column.
    pub fn new(own: &[(String, String)]) -> Result<Self, Error> {
        let (words, names) = both(Words::embedded, || Names::new(own));
        Self::of(words?, names)
    }

    /// The lexicon of single words and names, which are read apart so that both can be read at a time.
    ///
    /// # Errors
    /// Every fault of every table of names, with file, line and column.
    pub fn of(mut words: Words, names: Names) -> Result<Self, Error> {
        let Names { entries, ids, prefixes, matcher, parts, weights, leaders, faults } = names;
        if !faults.is_empty() {
            return Err(Error::gazetteer(faults));
        }
        words.vocabulary.learn_names(&weights);
        words.vocabulary.learn_parts(&parts);
        let memo = Memo(words.vocabulary.numbers_of_words().map(|_| AtomicU32::new(0)).collect());
        Ok(Self { entries, ids, matcher, words, prefixes, leaders, memo })
    }

    /// Reads `source` into `out`: one look-up a token, two where it has accents, one pass of the matcher.
    pub fn read(&self, source: Source<'_>, out: &mut Lexical) {
        let Lexical { words, capitals, parts, names, .. } = out;
        capitals.clear();
        words.resize(source.len(), 0);
        parts.resize(source.len(), 0);
        names.resize(source.len(), NameBits::default());
        let forms = source.tokens.forms();
        let rows = words.iter_mut().zip(parts).zip(names);
        for (i, (token, ((word, part), name))) in source.tokens.list().iter().zip(rows).enumerate() {
            let numbers = self.words.vocabulary.numbers(forms, token);
            (*word, *part, *name) = (numbers.word(), numbers.part, numbers.name());
            if token.is_word() && token.is_capitalized() {
                capitals.push(i as u32);
            }
        }
        self.matcher.find(&out.parts, &mut out.hits);
        out.covers.clear();
        out.covers.resize(source.len(), 0);
        for (number, hit) in out.hits.iter().enumerate() {
            if let Some(covers) = out.covers.get_mut(hit.first as usize..hit.last as usize) {
                covers.fill(number as u32 + 1);
            }
        }
    }

    /// The gazetteer row behind an id.
    #[must_use]
    #[inline]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// File and id of a gazetteer row, such as `cities/524901`.
    #[must_use]
    pub fn id(&self, id: EntryId) -> &str {
        self.ids.get(id)
    }

    /// The surfaces a hit matched whose case policy allows it there.
    pub fn surfaces<'a>(&'a self, source: Source<'a>, hit: &'a Hit) -> impl Iterator<Item = &'a Surface> + 'a {
        self.matcher.surfaces(hit).iter().filter(move |s| s.case_allows(source, hit.first as usize))
    }

    /// The longest name between tokens `first` and `limit` that begins at `first`: what a longer name before it may
    /// have hidden from [`Lexical::hits`]. The cost is that of reading these tokens once more.
    #[must_use]
    pub fn name_at(&self, lexical: &Lexical, first: usize, limit: usize) -> Option<Hit> {
        self.matcher.longest_at(&lexical.parts, first, limit)
    }

    /// Single words and the words of the grammar, as frames are understood by them.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What the vocabulary knows of word `number`.
    #[must_use]
    #[inline]
    pub fn word(&self, number: u32) -> &Word {
        self.words.word(number)
    }

    /// What `find` says of word `number` about a topic, found once for all texts: it must depend on the word alone, and
    /// have fifteen bits at most. Nothing is kept for the word nothing is known of.
    #[inline]
    pub(crate) fn remembered(&self, topic: Topic, number: u32, find: impl FnOnce() -> u16) -> u16 {
        let Some(slot) = self.memo.0.get(number as usize).filter(|_| number != 0) else { return find() };
        let shift = 16 * topic as u32;
        let kept = (slot.load(Relaxed) >> shift) as u16;
        if kept & KNOWN != 0 {
            return kept & !KNOWN;
        }
        let found = find() & !KNOWN;
        slot.fetch_or(u32::from(found | KNOWN) << shift, Relaxed);
        found
    }

    /// Single words.
    #[must_use]
    #[inline]
    pub fn vocabulary(&self) -> &Vocabulary {
        self.words.vocabulary()
    }

    /// Closed-class words and phrases.
    #[must_use]
    pub fn grammar(&self) -> &Grammar {
        self.words.grammar()
    }

    /// The country a compound's first member stands for (`franco` → FR).
    #[must_use]
    pub fn prefix(&self, folded: &str) -> Option<Code> {
        self.prefixes.get(folded)
    }

    /// Terms of office of leaders known by this folded family name, in the order of the gazetteer.
    #[must_use]
    pub fn leaders(&self, folded: &str) -> &[EntryId] {
        self.leaders.of(folded)
    }

    /// The matcher alone, for measuring: number of names in tokens that have been looked up.
    #[must_use]
    pub fn count_raw(&self, lexical: &mut Lexical) -> usize {
        self.matcher.find(&lexical.parts, &mut lexical.hits);
        lexical.hits.len()
    }
}
