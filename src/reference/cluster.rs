//! Persons and officials while they are being joined.
//!
//! Comes in: mentions one by one. Goes out: groups of them, each with the
//! offices it holds. Refuses to join two surnames or two genders.

use super::description::same_words;
use super::name;
use super::office::{self, Held};
use crate::mention::{sound, Context, Gender, Mention, MentionData, MentionKind, Mentions, Sound};
use rustc_hash::FxHashMap;
use std::cell::LazyCell;

/// Most distinct names, offices and candidates that are kept or looked at: no text needs more, and none may cost more.
const NAMES: usize = 8;
const OFFICES: usize = 16;
const CANDIDATES: usize = 48;

/// One human being of the text, as far as it is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Who {
    /// Mentions by their index.
    pub persons: Vec<usize>,
    pub officials: Vec<usize>,
    pub offices: Vec<Held>,
    pub gender: Option<Gender>,
    /// One mention of each distinct name.
    names: Vec<usize>,
}

impl Who {
    fn clear(&mut self) {
        let Self { persons, officials, offices, gender, names } = self;
        [persons, officials, names].into_iter().for_each(Vec::clear);
        offices.clear();
        *gender = None;
    }

    /// The mention nearest before `at`.
    pub fn last_before(&self, at: usize) -> Option<usize> {
        let last = |list: &[usize]| match list.last() {
            // Most often all of them stand before.
            Some(&last) if last >= at => list[..list.partition_point(|&m| m < at)].last().copied(),
            last => last.copied(),
        };
        last(&self.persons).max(last(&self.officials))
    }

    /// Adds an office, unless there are plenty.
    pub fn hold(&mut self, office: Held) {
        if self.offices.len() < OFFICES {
            self.offices.push(office);
        }
    }
}

/// All of them, and where each mention went.
#[derive(Debug, Default)]
pub(super) struct People {
    pub list: Vec<Who>,
    pub of: Vec<Option<usize>>,
    /// Those of the text before, whose buffers can be used again.
    spare: Vec<Who>,
}

/// What names are found by while persons are grouped, in buffers that can be used again.
#[derive(Debug, Default)]
pub(super) struct Names<'t> {
    order: Vec<usize>,
    /// Groups by every word of their names: of each word the first and the last of the links, and how many there are.
    by_word: FxHashMap<&'t str, (usize, usize, usize)>,
    /// A group, and the next link of the same word.
    links: Vec<(usize, usize)>,
    /// Groups by their names in the gazetteer.
    rows: FxHashMap<&'t str, usize>,
    /// By how their family names sound; `None` where several sound so.
    by_sound: FxHashMap<Sound, Option<usize>>,
    candidates: Vec<usize>,
}

impl<'t> Names<'t> {
    fn clear(&mut self) {
        let Self { order, by_word, links, rows, by_sound, candidates } = self;
        [order, candidates].into_iter().for_each(Vec::clear);
        by_word.clear();
        links.clear();
        rows.clear();
        by_sound.clear();
    }

    /// The groups that have `word` in a name, in the order in which they came.
    fn find(&mut self, word: &str) {
        self.candidates.clear();
        let Some(&(first, _, count)) = self.by_word.get(word) else { return };
        let mut at = first;
        for _ in 0..count {
            let (who, next) = self.links[at];
            self.candidates.push(who);
            at = next;
        }
    }

    /// Adds a group that has `word` in a name, unless there are plenty.
    fn add(&mut self, word: &'t str, who: usize) {
        let link = self.links.len();
        let (_, last, count) = self.by_word.entry(word).or_insert((link, link, 0));
        if *count == 0 || *count < CANDIDATES && self.links[*last].0 != who {
            if *count > 0 {
                self.links[*last].1 = link;
            }
            (*last, *count) = (link, *count + 1);
            self.links.push((who, link));
        }
    }
}

/// The name the gazetteer has for the person, when all its rows for the full name are one person's.
fn known_as<'a>(context: Context<'a>, person: &Mention) -> Option<&'a str> {
    let mut names = name::leaders(context, person).map(|id| &*context.lexicon.entry(id).name);
    let first = names.next()?;
    names.all(|n| n == first).then_some(first)
}

fn insert(list: &mut Vec<usize>, mention: usize) {
    let at = list.partition_point(|&m| m < mention);
    list.insert(at, mention);
}

impl People {
    /// Nobody yet, for a text with these mentions.
    pub fn reset(&mut self, mentions: &Mentions) {
        self.spare.extend(self.list.drain(..).map(|mut who| {
            who.clear();
            who
        }));
        self.of.clear();
        self.of.resize(mentions.list.len(), None);
    }

    pub fn start(&mut self, mention: usize, person: bool) -> usize {
        let who = self.list.len();
        self.list.push(self.spare.pop().unwrap_or_default());
        self.put(mention, who, person);
        who
    }

    pub fn put(&mut self, mention: usize, who: usize, person: bool) {
        self.of[mention] = Some(who);
        let group = &mut self.list[who];
        insert(if person { &mut group.persons } else { &mut group.officials }, mention);
    }

    /// Groups the persons by their names: long names first, then short ones in the order of the text.
    pub fn name<'t>(&mut self, context: Context<'t>, mentions: &Mentions, names: &mut Names<'t>) {
        names.clear();
        let is_person = |m: &Mention| m.kind() == MentionKind::Person;
        names.order.extend((0..mentions.list.len()).filter(|&i| is_person(&mentions.list[i])));
        let words = |i: usize| mentions.list[i].first as usize..mentions.list[i].last as usize;
        names.order.sort_by_key(|&i| (std::cmp::Reverse(words(i).len()), i));
        for at in 0..names.order.len() {
            let (index, left) = (names.order[at], names.order.len() - 1 - at);
            let gender = match mentions.list[index].data {
                MentionData::Person { gender } => gender,
                _ => None,
            };
            let first = context.source.folded(words(index).start);
            names.find(first);
            // « Ilham Aliev » and « Ilham Aliyev »: two spellings the gazetteer knows of one name.
            let row = if words(index).len() > 1 { known_as(context, &mentions.list[index]) } else { None };
            let spelt = || row.and_then(|row| names.rows.get(row).copied());
            let heard = sound(context.source.folded(words(index).end - 1));
            let alike = heard.and_then(|heard| *names.by_sound.get(&heard)?).filter(|_| words(index).len() == 1);
            let who = self.named(context, mentions, index, gender, &names.candidates).or_else(spelt).or_else(|| {
                let one = alike?;
                (gender.is_none() || self.list[one].gender.is_none_or(|g| Some(g) == gender)).then_some(one)
            });
            let who = who.unwrap_or(self.list.len());
            // Nobody asks for the name of the last one.
            row.into_iter().filter(|_| left > 0).for_each(|row| {
                names.rows.entry(row).or_insert(who);
            });
            if who == self.list.len() {
                self.start(index, true);
            } else {
                self.put(index, who, true);
            }
            heard.into_iter().filter(|_| left > 0).for_each(|heard| {
                let one = names.by_sound.entry(heard).or_insert(Some(who));
                *one = one.filter(|&one| one == who);
            });
            let group = &mut self.list[who];
            group.gender = group.gender.or(gender);
            let new = group.names.len() < NAMES
                && !group.names.iter().any(|&n| same_words(context, &mentions.list[n], &mentions.list[index]));
            if new {
                group.names.push(index);
                for word in words(index).filter(|_| left > 0) {
                    names.add(context.source.folded(word), who);
                }
            }
        }
    }

    /// The only group of `candidates` the name may belong to.
    fn named(
        &self,
        context: Context<'_>,
        mentions: &Mentions,
        index: usize,
        gender: Option<Gender>,
        candidates: &[usize],
    ) -> Option<usize> {
        let mention = &mentions.list[index];
        let mut fits: Vec<usize> = Vec::new();
        for &who in candidates {
            let group = &self.list[who];
            if fits.contains(&who) || gender.is_some() && group.gender.is_some() && gender != group.gender {
                continue;
            }
            let names = || group.names.iter().map(|&n| &mentions.list[n]);
            let like = names().any(|n| name::likeness(context, mention, n).is_some());
            if like && names().all(|n| name::shares_word(context, mention, n)) {
                fits.push(who);
            }
        }
        if let [who] = fits[..] {
            return Some(who);
        }
        // Somebody already called just so; else the only one named so far; else nobody.
        let called = |who: usize| {
            let same = |&&p: &&usize| same_words(context, mention, &mentions.list[p]);
            let persons = &self.list[who].persons;
            persons[..persons.partition_point(|&p| p < index)].iter().rev().take(NAMES).find(same).copied()
        };
        if let Some((_, who)) = fits.iter().filter_map(|&who| called(who).map(|p| (p, who))).max() {
            return Some(who);
        }
        let mut before = fits.iter().filter(|&&who| self.list[who].persons.first().is_some_and(|&p| p < index));
        match (before.next(), before.next()) {
            (Some(&who), None) => Some(who),
            _ => None,
        }
    }

    /// What the gazetteer knows of every named person, at the document's date.
    pub fn know(&mut self, context: Context<'_>, mentions: &Mentions) {
        let day = LazyCell::new(|| mentions.date.map(|d| d.to_string()));
        let mut rows = Vec::new();
        for group in &mut self.list {
            let longest = group.names.iter().copied().max_by_key(|&p| mentions.list[p].last - mentions.list[p].first);
            let Some(person) = longest else { continue };
            rows.clear();
            for row in name::leaders(context, &mentions.list[person]) {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            let mut names = rows.iter().map(|&id| &*context.lexicon.entry(id).name);
            let first = names.next();
            // Several people of one family name: nobody.
            if names.any(|n| Some(n) != first) {
                continue;
            }
            let mut terms: Vec<Held> =
                rows.iter().filter_map(|&id| office::term(context, id, day.as_deref())).collect();
            // What a source dates goes before what somebody was at some time.
            terms.sort_by_key(|term| !term.sure);
            terms.into_iter().for_each(|term| group.hold(term));
        }
    }
}
