//! One aho-corasick automaton over the folded text. Every token stands
//! between two control bytes, in the text and in the names alike, so that
//! only whole tokens match and hyphens, apostrophes, accents, capitals and
//! every kind of space make no difference.

use super::surface::Surface;
use crate::text::{Source, Tokens};
use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// A gazetteer name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    pattern: u32,
}

/// The automaton and, for each of its patterns, the surfaces that are written so.
#[derive(Debug)]
pub struct Matcher {
    automaton: AhoCorasick,
    /// Surfaces in the order of their pattern.
    surfaces: Vec<Surface>,
    /// Where each pattern's surfaces begin; one more at the end.
    starts: Vec<u32>,
}

impl Matcher {
    pub(super) fn new(forms: Vec<(String, Surface)>, silenced: &[String]) -> Result<Self, String> {
        let mut tokens = Tokens::default();
        let mut key_of = |written: &str| {
            tokens.read(written);
            tokens.folded_text().to_owned()
        };
        let silenced: FxHashSet<String> = silenced.iter().map(|s| key_of(s)).collect();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut patterns: Vec<String> = Vec::new();
        let mut lists: Vec<Vec<Surface>> = Vec::new();
        for (written, surface) in forms {
            let key = key_of(&written);
            if key.is_empty() || silenced.contains(&key) {
                continue;
            }
            let number = *numbers.entry(key).or_insert_with_key(|key| {
                patterns.push(key.clone());
                lists.push(Vec::new());
                (lists.len() - 1) as u32
            });
            let list = &mut lists[number as usize];
            if !list.contains(&surface) {
                list.push(surface);
            }
        }
        let mut starts = Vec::with_capacity(lists.len() + 1);
        let mut surfaces = Vec::new();
        for list in lists {
            starts.push(surfaces.len() as u32);
            surfaces.extend(list);
        }
        starts.push(surfaces.len() as u32);
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .map_err(|e| format!("expected names the matcher can hold, found {e}"))?;
        Ok(Self { automaton, surfaces, starts })
    }

    pub(super) fn find(&self, source: Source<'_>, out: &mut Vec<Hit>) {
        out.clear();
        let tokens = source.tokens;
        let mut token = 0;
        for found in self.automaton.find_iter(tokens.folded_text()) {
            while tokens.folded_start(token) < found.start() {
                token += 1;
            }
            let first = token;
            while token < source.len() && tokens.folded_start(token) < found.end() {
                token += 1;
            }
            out.push(Hit { first: first as u32, last: token as u32, pattern: found.pattern().as_u32() });
        }
    }

    /// The surfaces written like `hit`.
    pub(super) fn surfaces(&self, hit: &Hit) -> &[Surface] {
        let pattern = hit.pattern as usize;
        match (self.starts.get(pattern), self.starts.get(pattern + 1)) {
            (Some(&from), Some(&to)) => &self.surfaces[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The longest name that begins at token `first` and ends by token `limit`, whatever longer names begin before it.
    pub(super) fn longest_at(&self, source: Source<'_>, first: usize, limit: usize) -> Option<Hit> {
        let tokens = source.tokens;
        let (start, stop) = (tokens.folded_start(first), tokens.folded_start(limit.min(source.len())));
        if start >= stop {
            return None;
        }
        let found = self.automaton.find(Input::new(tokens.folded_text()).range(start..stop))?;
        if found.start() != start {
            return None;
        }
        let mut last = first;
        while last < source.len() && tokens.folded_start(last) < found.end() {
            last += 1;
        }
        Some(Hit { first: first as u32, last: last as u32, pattern: found.pattern().as_u32() })
    }

    pub(super) fn count_raw(&self, folded: &str) -> usize {
        self.automaton.find_iter(folded).count()
    }
}
