//! Persons and officials while they are being joined.
//!
//! Comes in: mentions one by one. Goes out: groups of them, each with the
//! offices it holds. Refuses to join two surnames or two genders.

use super::name::{self, Likeness};
use super::office::{self, Held};
use crate::mention::{Context, Gender, Mention, MentionData, MentionKind, Mentions};

/// One human being of the text, as far as it is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Who {
    /// Mentions by their index.
    pub persons: Vec<usize>,
    pub officials: Vec<usize>,
    pub offices: Vec<Held>,
    pub gender: Option<Gender>,
}

impl Who {
    /// The mention nearest before `at`.
    pub fn last_before(&self, at: usize) -> Option<usize> {
        self.persons.iter().chain(&self.officials).copied().filter(|&m| m < at).max()
    }

    pub fn mentions(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.persons.iter().chain(&self.officials).copied().collect();
        all.sort_unstable();
        all
    }
}

/// All of them, and where each mention went.
#[derive(Debug, Default)]
pub(super) struct People {
    pub list: Vec<Who>,
    pub of: Vec<Option<usize>>,
}

impl People {
    pub fn new(mentions: &Mentions) -> Self {
        Self { list: Vec::new(), of: vec![None; mentions.list.len()] }
    }

    pub fn start(&mut self, mention: usize, person: bool) -> usize {
        let who = self.list.len();
        self.list.push(Who::default());
        self.put(mention, who, person);
        who
    }

    pub fn put(&mut self, mention: usize, who: usize, person: bool) {
        self.of[mention] = Some(who);
        let group = &mut self.list[who];
        if person {
            group.persons.push(mention)
        } else {
            group.officials.push(mention)
        }
    }

    /// Groups the persons by their names: long names first, then short ones in the order of the text.
    pub fn name(&mut self, context: Context<'_>, mentions: &Mentions) {
        let is_person = |m: &Mention| m.kind() == MentionKind::Person;
        let persons: Vec<usize> = (0..mentions.list.len()).filter(|&i| is_person(&mentions.list[i])).collect();
        let mut order = persons;
        let words = |i: usize| mentions.list[i].last - mentions.list[i].first;
        order.sort_by_key(|&i| (std::cmp::Reverse(words(i)), i));
        for index in order {
            let gender = match mentions.list[index].data {
                MentionData::Person { gender } => gender,
                _ => None,
            };
            let who = self.named(context, mentions, index, gender).unwrap_or_else(|| self.list.len());
            if who == self.list.len() {
                self.start(index, true);
            } else {
                self.put(index, who, true);
            }
            let group = &mut self.list[who];
            group.gender = group.gender.or(gender);
        }
    }

    /// The only group the name may belong to.
    fn named(&self, context: Context<'_>, mentions: &Mentions, index: usize, gender: Option<Gender>) -> Option<usize> {
        let mention = &mentions.list[index];
        let mut fits: Vec<(usize, Likeness)> = Vec::new();
        for (who, group) in self.list.iter().enumerate() {
            if gender.is_some() && group.gender.is_some() && gender != group.gender {
                continue;
            }
            let best = group.persons.iter().find_map(|&p| name::likeness(context, mention, &mentions.list[p]));
            let shares = || group.persons.iter().all(|&p| name::shares_word(context, mention, &mentions.list[p]));
            fits.extend(best.filter(|_| shares()).map(|like| (who, like)));
        }
        if let [(who, _)] = fits[..] {
            return Some(who);
        }
        // Somebody already called just so; else the only one named so far; else nobody.
        let called = |who: usize| {
            self.list[who]
                .persons
                .iter()
                .copied()
                .filter(|&p| p < index && mentions.list[p].span.len() == mention.span.len())
                .filter(|&p| name::likeness(context, mention, &mentions.list[p]) == Some(Likeness::Same))
                .max()
        };
        if let Some((_, who)) = fits.iter().filter_map(|&(who, _)| called(who).map(|p| (p, who))).max() {
            return Some(who);
        }
        let mut before = fits.iter().filter(|(who, _)| self.list[*who].persons.iter().any(|&p| p < index));
        match (before.next(), before.next()) {
            (Some(&(who, _)), None) => Some(who),
            _ => None,
        }
    }

    /// What the gazetteer knows of every named person, at the document's date.
    pub fn know(&mut self, context: Context<'_>, mentions: &Mentions) {
        for group in &mut self.list {
            let longest = group.persons.iter().copied().max_by_key(|&p| mentions.list[p].last - mentions.list[p].first);
            let Some(person) = longest else { continue };
            let rows = name::leaders(context, context.lexicon, &mentions.list[person]);
            let mut names = rows.iter().map(|&id| context.lexicon.entry(id).name.as_str());
            let first = names.next();
            // Several people of one family name: nobody.
            if names.any(|n| Some(n) != first) {
                continue;
            }
            let terms = rows.iter().filter_map(|&id| office::term(context, id, mentions.date));
            group.offices.extend(terms);
        }
    }
}
