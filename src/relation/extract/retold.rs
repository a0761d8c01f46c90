//! The event told before, taken up by a noun that names nobody: « X et Y ont signé un accord. La signature a eu lieu à Z. »
//!
//! Comes in: a noun that triggers and has no party of its own, and the relations found so far. Goes out: when and where
//! it took place, added to the relation that it takes up. It never adds a party.

use super::{Candidate, Extraction};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::relation::arguments::Trigger;
use crate::relation::chunk::Determiner;
use crate::relation::frame::NounTrigger;
use crate::relation::model::{Argument, ArgumentRole, Relation};
use crate::relation::parse::Role;
use crate::relation::status::{Reader, Status};
use crate::span::Span;

/// How many bytes behind the sentence that tells the event it may be taken up.
const DISTANCE: u32 = 300;

/// Whether a sentence stands near enough behind the last event to tell more of it.
pub(super) fn follows(start: u32, found: &[Relation]) -> bool {
    found.last().is_some_and(|old| old.evidence.end <= start && start - old.evidence.end <= DISTANCE)
}

/// The relations that somebody at byte `start` stands near enough behind to take up, the last first.
pub(super) fn near(start: u32, found: &[Relation]) -> impl Iterator<Item = &Relation> {
    found.iter().rev().take_while(move |old| start.saturating_sub(old.evidence.end) <= DISTANCE)
}

impl Extraction<'_, '_> {
    /// Adds what the noun's verb tells to the event it takes up, when there is but one it can mean.
    pub(super) fn retell(&self, trigger: &Trigger<'_>, noun: &NounTrigger, span: Span, out: &mut [Relation]) {
        let kind = |frame: u32| self.frames.frame(frame).kind;
        let told = |old: &&mut Relation| {
            follows(span.start, std::slice::from_ref(*old)) && noun.frames.iter().any(|&frame| kind(frame) == old.kind)
        };
        // Those told further back are not looked through: a text may tell ten thousand.
        let near = |old: &&mut Relation| span.start.saturating_sub(old.evidence.end) <= DISTANCE;
        let mut before = out.iter_mut().rev().take_while(near).filter(told);
        let Some(old) = before.next() else { return };
        // The verb and the noun of a sentence may tell the same event, two events may not both be meant.
        let others = |other: &mut Relation| !parties(other).all(|m| parties(old).any(|n| m == n));
        if before.any(others) {
            return;
        }
        let status = || Reader { parse: trigger.parse, cues: &self.frames.cues }.noun(trigger.chunk, &[]);
        if !takes_up(trigger) || status() != (Status { polarity: old.polarity, modality: old.modality }) {
            return;
        }
        let nobody = Candidate { frame: old.frame, score: 0, roles: Default::default(), consumed: None };
        for (role, found) in self.circumstances(trigger.parse, trigger, &nobody) {
            let new = matches!(role, ArgumentRole::Place | ArgumentRole::Date)
                && old.arguments.iter().all(|a| a.role != role && a.mention != found.mention);
            if new {
                old.arguments.push(Argument { role, mention: found.mention, how: found.how });
                old.arguments.sort_by_key(|a| (a.role, a.mention));
                if !old.triggers.contains(&span) {
                    old.triggers.push(span);
                }
            }
        }
    }
}

fn parties(relation: &Relation) -> impl Iterator<Item = MentionId> + '_ {
    relation.arguments_in(ArgumentRole::Actor).chain(relation.arguments_in(ArgumentRole::Recipient))
}

/// « Cette rencontre s'est tenue … », « l'entretien, qui a eu lieu …, »: a known event of which only that is told.
fn takes_up(trigger: &Trigger<'_>) -> bool {
    let parse = trigger.parse;
    let known = parse.noun(trigger.chunk).is_some_and(|n| {
        n.prep.is_none()
            && matches!(n.determiner, Determiner::Definite | Determiner::Demonstrative | Determiner::Possessive)
    });
    let verb = parse.relative_verb(trigger.chunk).or(match trigger.owner {
        Some((verb, Role::Subject)) => Some(verb),
        _ => None,
    });
    let others = trigger.complements.iter().any(|c| {
        matches!(c.prep, Some(Prep::ENTRE | Prep::AVEC)) || c.prep == Some(Prep::DE) && parse.mention(c.chunk).is_some()
    });
    known && !others && verb.is_some_and(|verb| parse.occurs(parse.last_infinitive(verb)))
}
