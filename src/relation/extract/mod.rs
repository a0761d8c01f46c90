//! From triggers and frames to relations, many sentences abreast.
//!
//! A trigger never fires alone: a frame's required slots must be filled by
//! mentions of the right kind. What does not fit is rejected, and the reason
//! is kept when somebody asks for it ([`Note`]).

mod abreast;
mod build;
mod candidate;
mod condition;
mod entry;
mod further;
mod leisure;
mod metonym;
mod retold;
mod roles;
mod sequel;
mod target;
mod verb;
mod worth;

pub use abreast::{extract, extract_each, Text, Workspace};

use super::arguments::Trigger;
use super::confidence::Confidence;
use super::frame::Frames;
use super::model::{Argument, ArgumentRole, Modality, Relation};
use super::parse::Parse;
use super::presence::Elsewhere;
use super::status::{Reader, Status};
use crate::lexicon::grammar::Prep;
use crate::mention::{Context, MentionData, Mentions};
use crate::reference::Entities;
use crate::span::Span;
use candidate::{of_others, Candidate};
use std::cell::OnceCell;
use worth::Held;

/// The relations of one text.
#[derive(Debug, Default, Clone)]
pub struct Relations {
    /// By first trigger.
    pub list: Vec<Relation>,
    /// For each mention, whether it is a place that speaks or takes part in a relation, and so stands for its government;
    /// it tells something only where the slot the place fills has left that open.
    pub metonyms: Vec<bool>,
}

impl Relations {
    /// Drops what is less likely to be right than `least`.
    pub fn keep(&mut self, least: Confidence) {
        self.list.retain(|relation| relation.confidence >= least);
    }
}

/// Why a candidate came to nothing, or to what; kept only when asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The trigger.
    pub trigger: Span,
    /// The frame's number.
    pub frame: u32,
    /// `None`: it fired.
    pub rejected: Option<&'static str>,
}

const ROLES: [ArgumentRole; 4] =
    [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Place, ArgumentRole::Event];

struct Extraction<'a, 'n> {
    context: Context<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
    frames: &'a Frames,
    notes: Option<&'n mut Vec<Note>>,
    metonyms: &'n mut Vec<bool>,
    /// What is told of the sentence that is read.
    held: Held,
    /// Of what kinds those of the text may be whom its pronouns mean, when a sentence has asked.
    elsewhere: OnceCell<Elsewhere>,
    /// Whether the text is one of sport or shows, when somebody has asked.
    leisure: OnceCell<bool>,
    /// Relations of the sentence whose target the clause before them tells.
    aimed: Vec<usize>,
}

/// A noun that is part of what another trigger tells.
struct Consumed {
    noun: usize,
    /// The type of the relation, when it comments on an event or asks for one; no other leaves the noun anything to tell.
    by: Option<u16>,
}

impl<'a> Extraction<'a, '_> {
    fn sentence(&mut self, parse: &Parse<'_>, out: &mut Vec<Relation>) {
        let mut consumed: Vec<Consumed> = Vec::new();
        let first = out.len();
        for index in 0..parse.chunks.len() {
            if parse.chunks[index].verb().is_some() {
                let before = consumed.len();
                self.verb(parse, index, out, &mut consumed);
                for at in before..consumed.len() {
                    // « a annoncé la dénonciation de l'accord »: what is given notice of is no event of its own, unless it
                    // names its parties.
                    let noun = consumed[at].noun + 1;
                    let bare = parse.noun(noun).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none());
                    if bare && parse.dependents(noun).iter().all(|c| c.prep != Some(Prep::ENTRE)) {
                        consumed.push(Consumed { noun, by: None });
                    }
                }
            }
        }
        for index in 0..parse.chunks.len() {
            if let Some(prep) = parse.noun(index).and_then(|n| n.prep) {
                self.preposition(parse, index, prep, out);
            }
            if parse.chunks[index].noun().is_some() {
                let before = out.len();
                let by = consumed.iter().find(|c| c.noun == index).map(|c| c.by);
                self.noun(parse, index, by, out);
                // « la signature d'un accord »: what is signed is no event of its own.
                if out.len() > before
                    && parse.noun(index + 1).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none())
                {
                    consumed.push(Consumed { noun: index + 1, by: None });
                }
            }
        }
        for at in std::mem::take(&mut self.aimed) {
            self.aim(at, first, out);
        }
        self.sequel(parse, first, out);
        unplace(&mut out[first..]);
    }

    fn note(&mut self, trigger: Span, frame: u32, rejected: Option<&'static str>) {
        if let Some(notes) = self.notes.as_deref_mut() {
            notes.push(Note { trigger, frame, rejected });
        }
    }

    /// The relations that the noun in chunk `index` tells. `consumed` is set when it is part of a predicate:
    /// « a condamné l'attaque de X contre Y » tells that and the attack, « a mené une attaque » only one.
    fn noun(&mut self, parse: &Parse<'_>, index: usize, consumed: Option<Option<u16>>, out: &mut Vec<Relation>) {
        let Some(noun) = parse.noun(index).copied() else { return };
        let chunk = parse.chunks[index];
        let source = self.context.source;
        let event =
            noun.mention.is_some_and(|m| matches!(self.mentions.list[m.index()].data, MentionData::Event { .. }));
        if noun.mention.is_some() && !event {
            return;
        }
        // The head, or a noun behind it (« le premier sommet », « un appel téléphonique »).
        let head = noun.head as usize;
        // « les bons offices de X »: the first word of a trigger may stand before the head.
        let led = head > chunk.first as usize
            && self.context.lexicon.word(self.context.lexical.words[head - 1]).pos.any(crate::lexicon::Pos::ADJECTIVE);
        let from = if event { head } else { head - usize::from(led) };
        let to = if event { (from + 3).min(chunk.last as usize) } else { head + 1 };
        for at in from..to {
            let word = self.context.lexical.words[at];
            let frames = self.frames;
            for trigger_noun in frames.of_noun(word) {
                let end = at + 1 + trigger_noun.rest.len();
                if !self.is_whole(trigger_noun, at) {
                    continue;
                }
                let span = source.span(at, end);
                if !self.noun_may_fire(trigger_noun) && !retold::follows(span.start, out) {
                    return;
                }
                let mut trigger = Trigger::noun(parse, self.mentions, self.entities, index);
                while parse.chunks.get(trigger.through + 1).is_some_and(|c| (c.first as usize) < end) {
                    trigger.through += 1;
                }
                // « exige la libération de X à Y »: who asks does not do it, and where he asks is not where it is.
                if consumed.flatten().is_some_and(|kind| self.frames.relation_type(kind).asks) {
                    trigger.owner = None;
                }
                // Of all that fit, the best; of those that fire beside another, the best as well.
                let mut found: [Option<Candidate>; 2] = [None, None];
                for &number in &trigger_noun.frames {
                    if self.notes.is_none() && !self.noun_frame_may_fire(number) {
                        continue;
                    }
                    let frame = self.frames.frame(number);
                    match self.try_noun(&trigger, frame) {
                        Ok(mut candidate) => {
                            candidate.frame = number;
                            let best = &mut found[usize::from(frame.beside)];
                            if best.as_ref().is_none_or(|b| candidate.score > b.score) {
                                *best = Some(candidate);
                            }
                        }
                        Err(reason) => self.note(span, number, Some(reason)),
                    }
                }
                if found.iter().all(Option::is_none) && !out.is_empty() {
                    self.retell(&trigger, trigger_noun, span, out);
                }
                for best in found.into_iter().flatten() {
                    let reader = Reader { parse, cues: &self.frames.cues };
                    let frame = self.frames.frame(best.frame);
                    let mut status = reader.noun(index, &frame.support);
                    // « a condamné l'attaque »: it took place. « exige la libération de X »: it has not.
                    let told = |kind: u16| {
                        kind != frame.kind && (status == Status::FACT) == self.frames.relation_type(kind).comments
                    };
                    // « a assisté à l'investiture de X »: X takes office.
                    let others = of_others(&best) || !frame.reciprocal && best.roles[0].iter().any(|f| f.how == "de");
                    let attends = |kind| self.frames.relation_type(kind).attends;
                    if consumed
                        .is_some_and(|by| !by.is_some_and(|kind| if attends(kind) { others } else { told(kind) }))
                    {
                        self.note(span, best.frame, Some("part of another predicate"));
                        continue;
                    }
                    self.note(span, best.frame, None);
                    if status.modality == Modality::Fact {
                        status.modality = frame.modality.unwrap_or(status.modality);
                    }
                    let speaker = reader.source(index);
                    let further = self.further(&trigger, frame, &best, Some(index));
                    for candidate in std::iter::once(best).chain(further) {
                        self.build(parse, &trigger, candidate, span, status, speaker, out);
                    }
                }
                return;
            }
        }
    }

    /// « à l'invitation de X »: the preposition itself says it.
    fn preposition(&mut self, parse: &Parse<'_>, index: usize, prep: Prep, out: &mut Vec<Relation>) {
        let frames = self.frames;
        for &number in frames.of_preposition(prep) {
            if self.notes.is_none() && !self.noun_frame_may_fire(number) {
                continue;
            }
            let mut trigger = Trigger::noun(parse, self.mentions, self.entities, index);
            trigger.preposition = true;
            // « un accord signé entre X et Y sous l'égide de Z »
            trigger.complements.extend(parse.parties_before(index));
            let chunk = parse.chunks[index];
            let head = parse.noun(index).map_or(chunk.first, |n| n.head);
            let span = self.context.source.span(chunk.first as usize, head.max(chunk.first + 1) as usize);
            match self.try_noun(&trigger, frames.frame(number)) {
                Ok(mut candidate)
                    if !candidate.roles[1].is_empty()
                        || frames.frame(number).roles[1].as_ref().is_none_or(|r| r.optional) =>
                {
                    candidate.frame = number;
                    self.note(span, number, None);
                    let reader = Reader { parse, cues: &frames.cues };
                    // « se rendra à X à l'invitation de Y »: the invitation is no plan.
                    let told = frames.frame(number).modality;
                    let status = match trigger.owner {
                        _ if told.is_some() => Status { modality: told.unwrap_or(Modality::Fact), ..Status::FACT },
                        Some((verb, _)) => Status { polarity: super::Polarity::Affirmed, ..reader.verb(verb) },
                        None => Status::FACT,
                    };
                    trigger.complements.clear();
                    trigger.owner = None;
                    self.build(parse, &trigger, candidate, span, status, None, out);
                    return;
                }
                Ok(_) => self.note(span, number, Some("nobody takes part")),
                Err(reason) => self.note(span, number, Some(reason)),
            }
        }
    }
}

/// « a tiré un missile en signe d'avertissement à X »: whom one event of a sentence is for is not where another was.
fn unplace(told: &mut [Relation]) {
    let adjunct = |a: &Argument| a.role == ArgumentRole::Place && a.how == "adjunct";
    if !told.iter().any(|r| r.arguments.iter().any(adjunct)) {
        return;
    }
    let addressed = |a: &&Argument| a.role == ArgumentRole::Recipient && a.how == "à";
    let mut whom: Vec<_> = told.iter().flat_map(|r| r.arguments.iter().filter(addressed)).map(|a| a.mention).collect();
    whom.sort_unstable();
    for relation in told {
        relation.arguments.retain(|a| !(adjunct(a) && whom.binary_search(&a.mention).is_ok()));
    }
}
