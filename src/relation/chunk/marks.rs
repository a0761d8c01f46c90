//! What marks do in a sentence: dashes and commas that set something off, semicolons that part a list.
//!
//! Comes in: a mark, or the row of chunks once it is whole. Goes out: their kinds. No noun phrase is read here.

use super::{Chunk, ChunkKind, Chunker};
use crate::lexicon::grammar::Function;
use crate::lexicon::Pos;
use crate::relation::cue::List;
use crate::syntax::VerbGroup;

/// How many chunks two dashes may set apart.
const INSERTED: usize = 12;
/// How many tokens may stand behind a verb of saying that commas set off.
const ASIDE: usize = 9;

impl Chunker<'_, '_> {
    /// « a été reçu - sans chaleur - par X »: two dashes with no clause between them are brackets.
    pub(super) fn dashes(&mut self) {
        let mut at = 1;
        while at < self.out.len() {
            if let Some(close) = self.inserted(at) {
                self.out[at].kind = ChunkKind::Open;
                self.out[close].kind = ChunkKind::Close;
                at = close;
            }
            at += 1;
        }
    }

    /// The dash that closes what the dash in chunk `open` inserts.
    fn inserted(&self, open: usize) -> Option<usize> {
        let dash = |i: usize| {
            let chunk = self.out[i];
            chunk.kind == ChunkKind::Break && matches!(self.str(chunk.first as usize), "-" | "–" | "—" | "--")
        };
        if !dash(open) || self.out[open - 1].kind == ChunkKind::Break {
            return None;
        }
        let close = (open + 2..self.out.len().min(open + INSERTED)).find(|&i| self.out[i].kind == ChunkKind::Break)?;
        let clause = |c: &Chunk| self.is_finite(c);
        let goes_on = self.out.get(close + 1).is_some_and(|c| c.kind != ChunkKind::Break);
        // « X – c'est une première – a accusé Y »: before it a noun that waits for its verb.
        let opens = |c: &Chunk| matches!(c.kind, ChunkKind::Break | ChunkKind::Subordinator);
        let from = self.out[..open].iter().rposition(opens).map_or(0, |b| b + 1);
        let waits = || {
            self.out[open - 1].noun().is_some()
                && !self.out[from..open].iter().any(clause)
                && self.out.get(close + 1).is_some_and(clause)
        };
        (dash(close) && goes_on && (!self.out[open..close].iter().any(clause) || waits())).then_some(close)
    }

    /// « avec le président de X ; le ministre de Y ; et Z »: semicolons between names, where nothing else has a verb, part the
    /// members of a list as commas do; the last of them may do without « et ».
    pub(super) fn semicolons(&mut self) {
        let marks: Vec<usize> = (0..self.out.len()).filter(|&i| self.is_mark(i, ";")).collect();
        let (Some(&first), Some(&last)) = (marks.first(), marks.last()) else { return };
        let told = |from: usize, to: usize| {
            let opens = |c: &&Chunk| !matches!(c.kind, ChunkKind::Relative(_) | ChunkKind::Subordinator);
            self.out[from..to].iter().take_while(opens).any(|c| self.is_finite(c))
        };
        let ends = |mark: usize| {
            let stop = |i: &usize| self.out[*i].kind == ChunkKind::Break;
            (mark + 1..self.out.len()).find(stop).unwrap_or(self.out.len())
        };
        let joined = |mark: usize| self.out.get(mark + 1).is_some_and(|c| c.kind == ChunkKind::And);
        let member = |mark: usize| {
            let name = self.out.get(mark + 1 + usize::from(joined(mark))).and_then(Chunk::noun);
            name.is_some_and(|n| n.mention.is_some() && !n.date)
        };
        let opening = self.out[..first].iter().rposition(|c| c.kind == ChunkKind::Break).map_or(0, |b| b + 1);
        let ended = joined(last);
        let several = marks.len() > 1 || ended;
        let lists = marks.iter().all(|&m| member(m) && (m == last && !told(opening, first) || !told(m + 1, ends(m))));
        if several && lists {
            for &mark in &marks {
                self.out[mark].kind = ChunkKind::Comma;
            }
            if !ended {
                self.out[last].kind = ChunkKind::And;
            }
        }
    }

    fn is_mark(&self, chunk: usize, mark: &str) -> bool {
        let chunk = self.out[chunk];
        chunk.kind == ChunkKind::Break && self.str(chunk.first as usize) == mark
    }

    fn is_finite(&self, chunk: &Chunk) -> bool {
        chunk.verb().is_some_and(|v| self.groups.get(v as usize - self.first_group).is_some_and(VerbGroup::is_finite))
    }

    /// « il y a peu », « il y a quelque temps »: how long ago, which is no date; the token behind it.
    pub(super) fn long_ago(&self, at: usize) -> Option<usize> {
        if self.lowered(at) != "il" || self.str(at + 1) != "y" || self.str(at + 2) != "a" {
            return None;
        }
        match (self.lowered(at + 3), self.lowered(at + 4)) {
            ("peu", "de") if self.lowered(at + 5) == "temps" => Some(at + 6),
            ("peu" | "longtemps", _) => Some(at + 4),
            ("quelque", "temps") | ("bien" | "fort" | "très", "longtemps") => Some(at + 5),
            _ => None,
        }
    }

    pub(super) fn mark(&mut self, at: usize) {
        // « le GNA a, lui, l'appui de X »
        let source = self.context.source;
        let mark = source.str(at);
        let stressed = mark == ","
            && self.out.last().is_some_and(|c| c.verb().is_some())
            && matches!(self.str(at + 1), "lui" | "elle" | "eux" | "elles");
        // « a condamné, lui aussi, X »
        let close = at + 2 + usize::from(matches!(self.str(at + 2), "aussi" | "également"));
        if stressed && self.str(close) == "," {
            return self.push(ChunkKind::Adverb(false), at, close + 1);
        }
        if let Some(last) = self.told_aside(at).filter(|_| mark == ",") {
            return self.push(ChunkKind::Adverb(false), at, last);
        }
        let kind = match mark {
            "," => ChunkKind::Comma,
            "(" | "[" => ChunkKind::Open,
            ")" | "]" => ChunkKind::Close,
            "«" | "»" | "“" | "”" | "\"" | "‹" | "›" | "„" | "'" | "’" | "‘" => ChunkKind::Quote,
            "-" | "–" | "—" | "--" if self.context.source.get(at).is_some_and(|t| t.is_glued()) => ChunkKind::And,
            "/" => ChunkKind::And,
            _ => ChunkKind::Break,
        };
        self.push(kind, at, at + 1);
        // « un échange « historique » de prisonniers »: the adjective is no noun.
        let quoted = kind == ChunkKind::Quote
            && matches!(self.str(at + 2), "»" | "”" | "\"" | "›")
            && self.word(at + 1).pos.any(Pos::ADJECTIVE)
            && self.out.iter().rev().nth(1).is_some_and(|c| c.noun().is_some_and(|n| n.mention.is_none()));
        if quoted {
            self.push(ChunkKind::Other, at + 1, at + 2);
        }
    }

    /// « X a rencontré, semble-t-il, Y », « , a-t-il précisé lundi à Rome, »: one past what the comma at `comma` opens and
    /// another one closes, where a verb with its pronoun says only where the sentence comes from.
    fn told_aside(&mut self, comma: usize) -> Option<usize> {
        let group = self.group_at(comma + 1).map(|g| self.groups[g])?;
        let joined =
            (group.first + 1..group.last).any(|t| self.context.source.get(t as usize).is_some_and(|t| t.is_joined()));
        let lemma = group.verb.map_or("", |v| self.context.lexicon.vocabulary().lemma(v));
        let source = self.context.source;
        let quoted = |t: usize| matches!(source.str(t), "«" | "»" | "“" | "”" | "\"");
        let said = joined && group.is_finite() && group.subject.is_some() && self.cues.lists(List::Aside, lemma);
        if !said || comma == 0 || quoted(comma - 1) {
            return None;
        }
        let behind = group.last as usize;
        let close = (behind..self.end.min(behind + ASIDE))
            .find(|&t| self.context.source.get(t).is_some_and(|t| !t.is_word() && !t.is_number()))?;
        let verb = self.groups.iter().any(|g| (behind..close).contains(&(g.head as usize)));
        let clause =
            (behind..close).any(|t| matches!(self.word(t).function, Function::Subordinator | Function::Relative));
        (self.str(close) == "," && !verb && !clause && !quoted(close + 1)).then_some(close + 1)
    }
}
