//! Gazetteer names in the text: a trie over whole folded tokens, so that
//! hyphens, apostrophes, accents, capitals and every kind of space make no
//! difference.
//!
//! Comes in: tokens. Goes out: the leftmost longest names, never overlapping.
//! A token that begins no name costs one look-up; one that does costs one more
//! for each token the name goes on, of which the longest name has few. It never
//! reads letters: what a token is has been settled when it was folded.

use super::surface::{Surface, Written};
use super::word_map::WordMap;
use crate::text::{Source, Tokens};
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

/// No pattern ends here.
const NONE: u32 = u32::MAX;

/// What may follow the tokens read so far.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The name these tokens are.
    pattern: u32,
    /// Some name goes on.
    inner: bool,
}

impl Node {
    const EMPTY: Self = Self { pattern: NONE, inner: false };
}

/// The trie and, for each of its names, the surfaces that are written so.
#[derive(Debug)]
pub struct Matcher {
    /// Numbers of the tokens names are made of.
    words: WordMap,
    /// The node after a name's first token is the number of that token.
    nodes: Vec<Node>,
    /// Node and next token to the next node.
    edges: FxHashMap<(u32, u32), u32>,
    /// Surfaces in the order of their pattern.
    surfaces: Vec<Surface>,
    /// Where each pattern's surfaces begin; one more at the end.
    starts: Vec<u32>,
}

impl Matcher {
    pub(super) fn new(forms: &[Written], silenced: &[String]) -> Self {
        let mut tokens = Tokens::default();
        let mut matcher = Self {
            words: WordMap::default(),
            nodes: Vec::new(),
            edges: FxHashMap::default(),
            surfaces: Vec::with_capacity(forms.len()),
            starts: Vec::new(),
        };
        let mut mute = FxHashSet::default();
        for written in silenced {
            tokens.read(written);
            mute.insert(tokens.folded_text());
        }
        // All tokens first, so that their numbers are those of the first nodes.
        for written in forms {
            tokens.read(&written.text);
            for token in 0..tokens.list().len() {
                let next = matcher.nodes.len() as u32;
                if matcher.words.get_or_insert(tokens.folded(token), next) == next {
                    matcher.nodes.push(Node::EMPTY);
                }
            }
        }
        // Of each pattern, its surfaces as a chain: the first one and, for each, the one after it.
        let mut chains: Vec<(u32, u32)> = Vec::new();
        let mut all: Vec<(Surface, u32)> = Vec::with_capacity(forms.len());
        for written in forms {
            tokens.read(&written.text);
            if tokens.list().is_empty() || !mute.is_empty() && mute.contains(&tokens.folded_text()) {
                continue;
            }
            let node = matcher.insert(&tokens);
            let pattern = &mut matcher.nodes[node as usize].pattern;
            let surface = Surface::new(&tokens, written);
            let number = all.len() as u32;
            if *pattern == NONE {
                *pattern = chains.len() as u32;
                chains.push((number, number));
                all.push((surface, NONE));
                continue;
            }
            let (mut at, last) = chains[*pattern as usize];
            let mut known = false;
            while at != NONE && !known {
                known = all[at as usize].0 == surface;
                at = all[at as usize].1;
            }
            if !known {
                all[last as usize].1 = number;
                chains[*pattern as usize].1 = number;
                all.push((surface, NONE));
            }
        }
        for (first, _) in chains {
            matcher.starts.push(matcher.surfaces.len() as u32);
            let mut at = first;
            while at != NONE {
                matcher.surfaces.push(all[at as usize].0);
                at = all[at as usize].1;
            }
        }
        matcher.starts.push(matcher.surfaces.len() as u32);
        matcher
    }

    /// The node of a name, made where it is new.
    fn insert(&mut self, tokens: &Tokens) -> u32 {
        let mut node = NONE;
        for token in 0..tokens.list().len() {
            let word = self.words.get(tokens.folded(token)).unwrap_or(NONE);
            if node == NONE {
                node = word;
                continue;
            }
            self.nodes[node as usize].inner = true;
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.nodes.push(Node::EMPTY);
            }
        }
        node
    }

    /// The longest name from token `first` on that ends by token `limit`.
    fn longest(&self, tokens: &Tokens, first: usize, limit: usize) -> Option<Hit> {
        let word = |token: usize| {
            let (start, len) = tokens.list().get(token)?.folded_place();
            self.words.get_within(tokens.forms(), start, len)
        };
        let mut number = word(first)?;
        let mut node = self.nodes.get(number as usize)?;
        let mut at = first + 1;
        let mut hit = None;
        loop {
            if node.pattern != NONE {
                hit = Some(Hit { first: first as u32, last: at as u32, pattern: node.pattern });
            }
            if !node.inner || at >= limit {
                return hit;
            }
            let Some(word) = word(at) else { return hit };
            let Some(&next) = self.edges.get(&(number, word)) else { return hit };
            number = next;
            node = &self.nodes[next as usize];
            at += 1;
        }
    }

    pub(super) fn find(&self, tokens: &Tokens, out: &mut Vec<Hit>) {
        out.clear();
        let count = tokens.list().len();
        let mut token = 0;
        while token < count {
            match self.longest(tokens, token, count) {
                Some(hit) => {
                    token = hit.last as usize;
                    out.push(hit);
                }
                None => token += 1,
            }
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
        let limit = limit.min(source.len());
        if first >= limit {
            return None;
        }
        self.longest(source.tokens, first, limit)
    }

    pub(super) fn count_raw(&self, tokens: &Tokens) -> usize {
        let count = tokens.list().len();
        let (mut token, mut hits) = (0, 0);
        while token < count {
            let hit = self.longest(tokens, token, count);
            hits += usize::from(hit.is_some());
            token = hit.map_or(token + 1, |h| h.last as usize);
        }
        hits
    }
}
