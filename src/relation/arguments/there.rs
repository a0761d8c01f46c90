//! Where « y » and « où » are: the places and events they take up.

use super::{Found, Trigger};
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::Pos;
use crate::mention::MentionData;
use crate::relation::cue::List;
use crate::syntax::Clitics;

/// How many tokens before « y » the event or thing may stand that it takes up.
pub(in crate::relation) const THERE: usize = 48;

impl Trigger<'_> {
    /// The place that « y » or « où » stands for.
    #[must_use]
    pub fn place_by_pronoun(&self) -> Option<Found> {
        let where_clause = self.relative_in(&["où"], None).and_then(|chunk| self.parse.noun(chunk)?.mention);
        let where_clause = where_clause.map(|told| (self.whole_place(told), "où"));
        let (mention, how) = match where_clause {
            Some(found) => found,
            None => {
                let group = self.group().filter(|g| g.clitics.any(Clitics::Y))?;
                (self.place_by_y(group.first)?, "y")
            }
        };
        matches!(self.mention(mention)?.data, MentionData::Place { .. }).then_some(Found::apart(mention, how))
    }

    /// The place that « y » at token `before` means: « la France y était représentée par X » is not in France.
    pub(super) fn place_by_y(&self, before: u32) -> Option<MentionId> {
        let subject = self.parse.subject(self.chunk).chunk().map(|c| self.parse.chunks[c]);
        let place = self.place_before(before)?;
        let first = self.mention(place)?.first;
        match subject.filter(|c| (c.first..c.last).contains(&first)) {
            Some(own) => self.place_before(own.first),
            None => Some(place),
        }
    }

    /// The last place told before a token, for « y ».
    pub(super) fn place_before(&self, token: u32) -> Option<MentionId> {
        let until = self.mentions.list.partition_point(|m| m.first < token);
        let from = until.saturating_sub(12);
        let place = |i: usize| matches!(self.mentions.list[i].data, MentionData::Place { .. });
        let at = (from..until).rev().find(|&i| place(i))?;
        Some(self.whole_place(MentionId::from_index(at)))
    }

    /// « à X, dans la région de Y, au Z », « à X, à 40 kilomètres au nord de Y »: X.
    fn whole_place(&self, told: MentionId) -> MentionId {
        let place = |i: usize| matches!(self.mentions.list[i].data, MentionData::Place { .. });
        let mut at = told.index();
        while at > 0 && at + 12 > told.index() && place(at) && place(at - 1) && self.lies_in(at - 1, at) {
            at -= 1;
        }
        MentionId::from_index(at)
    }

    /// Whether nothing but a comma and « dans la région de », « à 40 kilomètres au nord de » stands between two places;
    /// « en France, en Italie » are two of one sort.
    fn lies_in(&self, first: usize, second: usize) -> bool {
        let (from, to) = (self.mentions.list[first].last, self.mentions.list[second].first);
        let source = self.parse.context.source;
        let number = |t: u32| source.get(t as usize).is_some_and(|t| t.is_number());
        let led = |t: u32| {
            let function = self.parse.context.word(t as usize).function;
            matches!(source.lowered(t as usize), "," | "d'")
                || matches!(function, Function::Preposition(Prep::DANS | Prep::DE | Prep::EN | Prep::SUR))
                || matches!(function, Function::OfDefinite | Function::ToDefinite)
        };
        let tells = |t: u32| {
            let word = self.parse.context.word(t as usize);
            number(t)
                || number(t + 1)
                || number(t - 1)
                || word.pos.any(Pos::ADVERB)
                || word.function == Function::Definite
                || self.parse.cues.lists(List::Site, source.lowered(t as usize))
        };
        let sort = |i: usize| match self.mentions.list[i].data {
            MentionData::Place { place_type, .. } => Some(place_type),
            _ => None,
        };
        let apart = sort(first) != sort(second) || (from..to).any(tells);
        from < to && to - from <= 8 && apart && (from..to).all(|t| led(t) || tells(t))
    }

    /// « le sommet s'est ouvert. X y a participé »: the event named last before token `before`.
    pub(super) fn event_by_y(&self, before: u32) -> Option<MentionId> {
        let until = self.mentions.list.partition_point(|m| m.first < before);
        let near = |m: &crate::mention::Mention| m.last as usize + THERE >= before as usize;
        let list = self.mentions.list[..until].iter().enumerate().rev().take_while(|(_, m)| near(m));
        let event = |(_, m): &(usize, &crate::mention::Mention)| matches!(m.data, MentionData::Event { .. });
        list.into_iter().find(event).map(|(i, _)| MentionId::from_index(i))
    }

    /// The token of « y », where the verb has it.
    #[must_use]
    pub fn there(&self) -> Option<usize> {
        self.group().filter(|g| g.clitics.any(Clitics::Y)).map(|g| g.first as usize)
    }
}
