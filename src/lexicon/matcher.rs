//! Gazetteer names in the text: a trie over whole folded tokens, so that
//! hyphens, apostrophes, accents, capitals and every kind of space make no
//! difference.
//!
//! Comes in: tokens. Goes out: the leftmost longest names, never overlapping.
//! A token that begins no name costs one bit; one that does costs one look-up
//! for each token the name goes on, of which the longest name has few. It never
//! reads letters: each token comes as the number the vocabulary knows it by.

use super::entry::{Entry, Sorts};
use super::surface::{Surface, Written};
use super::word_map::WordMap;
use crate::text::Tokens;
use rustc_hash::{FxHashMap, FxHashSet};

/// A gazetteer name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    pattern: u32,
    sorts: Sorts,
}

impl Hit {
    /// Whether one of the rows of this name, whatever its capitals, is one of these.
    #[must_use]
    #[inline]
    pub const fn may_be(&self, sorts: Sorts) -> bool {
        self.sorts.meet(sorts)
    }
}

/// No pattern, no node; the number of a token no name is made of.
pub(super) const NONE: u32 = u32::MAX >> 1;
/// Set in the number of a token that a name begins with.
const OPENS: u32 = 1 << 31;

/// What may follow the tokens read so far.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The name these tokens are.
    pattern: u32,
    /// What its rows are.
    sorts: Sorts,
    /// Some name goes on.
    inner: bool,
}

impl Node {
    const EMPTY: Self = Self { pattern: NONE, sorts: Sorts::NONE, inner: false };
}

/// The trie and, for each of its names, the surfaces that are written so.
#[derive(Debug)]
pub struct Matcher {
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
    /// The trie over `forms`, which name `entries`, and the numbers of their tokens, which the vocabulary is to learn.
    pub(super) fn new(forms: &[Written], entries: &[Entry], silenced: &[String]) -> (Self, WordMap<u32>) {
        let mut numbers = WordMap::default();
        numbers.reserve(forms.len(), 0);
        let mut tokens = Tokens::default();
        let mut matcher = Self {
            nodes: Vec::new(),
            edges: FxHashMap::default(),
            surfaces: Vec::with_capacity(forms.len()),
            starts: Vec::new(),
        };
        let mut mute = FxHashSet::default();
        for written in silenced {
            tokens.read_words(written);
            mute.insert(tokens.folded_text());
        }
        // All tokens first, so that their numbers are those of the first nodes.
        let mut parts: Vec<u32> = Vec::with_capacity(3 * forms.len());
        let mut read: Vec<(Surface, usize)> = Vec::with_capacity(forms.len());
        for written in forms {
            tokens.read_words(&written.text);
            let silent = !mute.is_empty() && mute.contains(&tokens.folded_text());
            for token in 0..tokens.list().len() {
                let next = matcher.nodes.len() as u32;
                let part = *numbers.entry(tokens.folded(token), next);
                if part == next {
                    matcher.nodes.push(Node::EMPTY);
                }
                if !silent {
                    parts.push(part);
                }
            }
            let sort = entries[written.entry.index()].data.sort();
            read.push((Surface::new(&tokens, written, sort), parts.len()));
        }
        // Of each pattern, its surfaces as a chain: the first one and, for each, the one after it.
        let mut chains: Vec<(u32, u32)> = Vec::new();
        let mut all: Vec<(Surface, u32)> = Vec::with_capacity(forms.len());
        let mut start = 0;
        for (surface, end) in read {
            let name = &parts[start..end];
            start = end;
            let Some(node) = matcher.insert(name) else { continue };
            let Node { pattern, sorts, .. } = &mut matcher.nodes[node as usize];
            *sorts = *sorts | surface.sort;
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
        for part in numbers.values_mut() {
            let node = &matcher.nodes[*part as usize];
            if node.inner || node.pattern != NONE {
                *part |= OPENS;
            }
        }
        (matcher, numbers)
    }

    /// The node of a name, made where it is new; `None` for a name without tokens.
    fn insert(&mut self, name: &[u32]) -> Option<u32> {
        let (&first, rest) = name.split_first()?;
        let mut node = first;
        for &part in rest {
            self.nodes[node as usize].inner = true;
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, part)).or_insert(next);
            if node == next {
                self.nodes.push(Node::EMPTY);
            }
        }
        Some(node)
    }

    /// The longest name from token `first` on that ends by token `limit`; `parts` are the numbers of all tokens.
    fn longest(&self, parts: &[u32], first: usize, limit: usize) -> Option<Hit> {
        let part = *parts.get(first)?;
        if part & OPENS == 0 {
            return None;
        }
        let mut number = part & !OPENS;
        let mut at = first + 1;
        let mut hit = None;
        loop {
            let node = self.nodes.get(number as usize)?;
            if node.pattern != NONE {
                hit = Some(Hit { first: first as u32, last: at as u32, pattern: node.pattern, sorts: node.sorts });
            }
            if !node.inner || at >= limit {
                return hit;
            }
            let part = parts.get(at).map_or(NONE, |part| part & !OPENS);
            if part == NONE {
                return hit;
            }
            let Some(&next) = self.edges.get(&(number, part)) else { return hit };
            number = next;
            at += 1;
        }
    }

    /// All names in a text whose tokens have these numbers, leftmost longest.
    pub(super) fn find(&self, parts: &[u32], out: &mut Vec<Hit>) {
        out.clear();
        let mut token = 0;
        while let Some(next) = parts.get(token..).and_then(|rest| rest.iter().position(|part| part & OPENS != 0)) {
            token += next;
            match self.longest(parts, token, parts.len()) {
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
    pub(super) fn longest_at(&self, parts: &[u32], first: usize, limit: usize) -> Option<Hit> {
        let limit = limit.min(parts.len());
        if first >= limit {
            return None;
        }
        self.longest(parts, first, limit)
    }
}
