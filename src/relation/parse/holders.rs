//! Offices and those who hold them in a row: « les présidents du Sénégal, X, et du Ghana, Y », « X ministre et Y
//! ambassadeur ». Comes in what stands around a comma or « et », goes out the chunk that goes on with the row; what is
//! coordinated is decided in `coordination`.

use super::Parse;
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// « les présidents du Sénégal, X, du Niger, Y, et du Ghana, Z »: every holder behind his country is one of them.
    pub(super) fn holders_one_by_one(&mut self) {
        for first in 0..self.chunks.len() {
            let plural = self.noun(first).is_some_and(|n| n.plural && n.official.is_some() && n.official == n.mention);
            self.holders_beside(first);
            if !plural || !self.is_bare_person(first + 2) || self.host[first + 2] != Some(first) {
                continue;
            }
            let (mut last, mut at) = (first, first + 3);
            for _ in 0..8 {
                while matches!(self.kind(at), ChunkKind::Comma | ChunkKind::And) {
                    at += 1;
                }
                // « les ministres de la Défense, X, et de l'Intérieur, Y »
                let of = self.noun(at).is_some_and(|n| {
                    n.prep == Some(Prep::DE) && (n.mention.is_some() || n.determiner == Determiner::Definite)
                })
                    // « ses homologues français, X, allemande, Y, et italien, Z »
                    || self.nationality_alone(at);
                if !of || self.kind(at + 1) != ChunkKind::Comma || !self.is_bare_person(at + 2) {
                    break;
                }
                self.host[at + 2] = None;
                self.link(last, at + 2);
                (last, at) = (at + 2, at + 3);
            }
        }
    }

    /// An adjective of nationality that stands for an office told before.
    pub(super) fn nationality_alone(&self, chunk: usize) -> bool {
        self.noun(chunk).is_some_and(|n| {
            n.prep.is_none()
                && n.mention.is_none()
                && n.determiner == Determiner::None
                && self.context.nationality(n.head as usize).is_some()
        })
    }

    /// « les présidents du Niger X, du Mali Y et du Tchad Z »
    fn holders_beside(&mut self, first: usize) {
        if !self.noun(first).is_some_and(|n| n.official != n.mention && self.is_kind(n, MentionKind::Person)) {
            return;
        }
        let office = self.noun(first).and_then(|n| n.official).and_then(|o| self.mentions.get(o.index())?.official());
        if !office.is_some_and(|o| o.plural) {
            return;
        }
        let (mut last, mut at) = (first, first + 1);
        for _ in 0..8 {
            while matches!(self.kind(at), ChunkKind::Comma | ChunkKind::And) {
                at += 1;
            }
            let of = self.noun(at).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_some());
            let named = self.noun(at + 1).is_some_and(|n| n.prep.is_none() && self.is_kind(n, MentionKind::Person));
            if !of || !named {
                break;
            }
            self.link(last, at + 1);
            (last, at) = (at + 1, at + 2);
        }
    }

    /// Whether the office in chunk `post` is what the person right before it is made, as one behind `right` is of him.
    pub(super) fn post_of_another(&self, post: usize, right: usize) -> bool {
        let office = |i: usize| {
            self.noun(i).is_some_and(|n| {
                n.official.is_some() && n.official == n.mention && n.determiner == Determiner::None && n.prep.is_none()
            })
        };
        office(post) && office(right + 1) && self.is_bare_person(right) && post > 0 && self.is_bare_person(post - 1)
    }

    /// « X, le fils du roi Y, et Z »: whom the phrase explains whose complements a comma closes right before `mark`.
    pub(super) fn explained_by(&self, mark: usize) -> Option<usize> {
        let comma = mark.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        let last = comma.checked_sub(1).filter(|&l| self.noun(l).is_some_and(|n| n.prep.is_some()))?;
        let head = (last.saturating_sub(3)..last).rev().find(|&i| self.noun(i).is_none_or(|n| n.prep.is_none()))?;
        self.noun(head).filter(|n| n.mention.is_none())?;
        self.host[head].filter(|&h| h < head && self.is_person(h))
    }

    /// Whom the explanation is about that the participle in chunk `verb` belongs to.
    pub(super) fn explained_before(&self, verb: usize) -> Option<usize> {
        self.group(verb).filter(|g| g.form == VerbForm::PastParticiple)?;
        let mut at = verb;
        for _ in 0..5 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Close => at = self.before_bracket(at)? + 1,
                ChunkKind::Noun(_) if self.host[at].is_some() => return self.host[at],
                ChunkKind::Noun(n) if n.prep == Some(Prep::DE) => {}
                _ => return None,
            }
        }
        None
    }

    /// « X, membre de Y, secrétaire et chef de Z »: whom the title without an article goes on to explain.
    pub(super) fn title_of(&self, chunk: usize) -> Option<usize> {
        let bare = self.noun(chunk).is_some_and(|n| {
            n.determiner == Determiner::None && n.official == n.mention && !n.plural && !self.capital(n.head as usize)
        });
        let comma = chunk.checked_sub(1).filter(|&c| bare && self.kind(c) == ChunkKind::Comma)?;
        let explained = comma.checked_sub(1).and_then(|e| self.host[e])?;
        (self.is_person(explained) && explained < comma).then_some(explained)
    }

    /// « a nommé X ministre de la Justice en avril »: the office given, behind the one who gets it.
    pub(super) fn attribute(&self, at: usize) -> bool {
        self.noun(at)
            .is_some_and(|n| n.determiner == Determiner::None && n.official.is_some() && n.official == n.mention)
    }

    /// The office given, behind the verb in chunk `verb`: « a nommé X, en mai, ambassadeur », « désigné comme médiateur ».
    #[must_use]
    pub fn attribute_of(&self, verb: usize) -> Option<usize> {
        let grammar = self.context.lexicon.grammar();
        let capacity = |i: usize| {
            self.noun(i).is_some_and(|n| {
                n.official.is_some()
                    && n.official == n.mention
                    && n.prep.is_some_and(|p| grammar.prep_name(p) == "en tant que")
            })
        };
        // « a nommé X, qui dirigeait Y, ambassadeur », « a nommé, par décret publié jeudi, X … »: set off between.
        let apart = |i: usize| {
            self.opener(i).is_some_and(|o| o > verb && o > 0 && self.kind(o - 1) == ChunkKind::Comma)
                || self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
        };
        let end = self.chunks.len().min(verb + 14);
        let mut closed = verb;
        (verb + 1..end)
            .take_while(|&i| {
                let stops = matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator);
                !stops && (self.group(i).is_none() || apart(i))
            })
            .filter(|&i| {
                if matches!(self.kind(i), ChunkKind::Relative(_)) {
                    closed = (i..end).find(|&c| self.kind(c) == ChunkKind::Comma).unwrap_or(end);
                }
                i > closed
            })
            .find(|&i| self.host[i].is_none() && self.previous[i].is_none() && (self.attribute(i) || capacity(i)))
    }
}
