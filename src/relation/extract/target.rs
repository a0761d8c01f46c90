//! At whom words are aimed that name nobody: « …, une décision condamnée par X », « s'en est pris à Y, dénonçant une
//! ingérence ».
//!
//! Comes in: a trigger whose frame has found no recipient, and the relations of the sentence so far. Goes out: who the
//! clause before it is about. It never asks for more than one clause.

use super::{Candidate, Extraction, ROLES};
use crate::lexicon::grammar::Prep;
use crate::relation::arguments::Trigger;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::relation::frame::{Frame, Kinds, Slot};
use crate::relation::model::{Argument, ArgumentRole, Modality, Polarity, Relation};
use crate::relation::parse::{Complement, Parse, Role, Subject};
use crate::syntax::{VerbForm, Voice};

/// How many bytes may part two sentences that follow one another.
pub(super) const NEXT: u32 = 4;

impl Extraction<'_, '_> {
    /// « X a fermé son ambassade, une décision condamnée par Y »: who has done what the noun sums up.
    pub(super) fn doer(&self, trigger: &Trigger<'_>, frame: &Frame, candidate: &mut Candidate) {
        let parse = trigger.parse;
        let Subject::Chunk(deed) = trigger.subject else { return };
        let said = parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PastParticiple);
        let one = parse.noun(deed).is_some_and(|n| {
            n.mention.is_none() && n.prep.is_none() && !n.plural && n.determiner == Determiner::Indefinite
        });
        let comma = deed.checked_sub(1).filter(|&c| parse.chunks[c].kind == ChunkKind::Comma);
        let Some(comma) = comma.filter(|_| said && one && deed < trigger.chunk) else { return };
        if !candidate.roles[1].is_empty() || !parse.cues.lists(List::Act, parse.head(deed)) {
            return;
        }
        let main = (0..comma)
            .rev()
            .take_while(|&i| parse.chunks[i].kind != ChunkKind::Break)
            .find(|&i| parse.group(i).is_some_and(|g| g.is_finite()));
        let Some(main) = main else { return };
        let passive = parse.group(main).is_some_and(|g| g.voice == Voice::Passive);
        let who = if passive { parse.agent(main) } else { parse.subject(main).chunk() };
        let kinds = frame.roles[1].as_ref().map_or(Kinds(Kinds::PARTY), |slots| slots.kinds);
        if let Some(who) = who.filter(|&who| parse.mention(who).is_some()) {
            trigger.found_in(who, kinds, "doer", &mut candidate.roles[1]);
        }
    }

    /// « a remis à X une note exigeant des excuses »: of whom a paper asks is told by the verb whose object it is.
    pub(super) fn addressee(&self, trigger: &Trigger<'_>, frame: &Frame, candidate: &mut Candidate) {
        let parse = trigger.parse;
        let asks = self.frames.relation_type(frame.kind).asks && candidate.roles[1].is_empty();
        let says = parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PresentParticiple);
        let paper =
            trigger.chunk.checked_sub(1).filter(|&p| asks && says && parse.cues.lists(List::Paper, parse.head(p)));
        let Some((slots, paper)) = frame.roles[1].as_ref().zip(paper) else { return };
        let Some((owner, Role::Object)) = parse.owner(paper) else { return };
        let to = |c: &&Complement| c.prep == Some(Prep::A) && !c.fronted && !c.nested;
        if let Some(to) = parse.complements(owner).iter().find(to) {
            trigger.found_in(to.chunk, slots.kinds, "à", &mut candidate.roles[1]);
        }
    }

    /// « X a quitté Y, dénonçant une ingérence »: a participle behind a comma that names nobody is aimed at whom the
    /// clause before it is aimed at.
    pub(super) fn target(&self, trigger: &Trigger<'_>, frame: &Frame, best: &Candidate) -> bool {
        let parse = trigger.parse;
        let behind = parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PresentParticiple)
            && trigger.chunk.checked_sub(1).is_some_and(|b| parse.chunks[b].kind == ChunkKind::Comma);
        if !behind || !best.roles[1].is_empty() || frame.roles[1].is_none() {
            return false;
        }
        let what = trigger.chunks_in(Slot::Object, &frame.support);
        let unnamed = |&c: &usize| {
            parse.noun(c).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Indefinite)
                && parse.dependents(c).iter().all(|d| parse.mention(d.chunk).is_none())
        };
        !what.is_empty() && what.iter().all(unnamed) && self.frames.relation_type(frame.kind).aims
    }

    /// Gives the relation `at` the recipients of the last one before it that is aimed at somebody by the same actors.
    pub(super) fn aim(&self, at: usize, first: usize, out: &mut [Relation]) {
        let actors = |r: &Relation| -> Vec<_> { r.arguments_in(ROLES[0]).map(|m| self.entities.of(m)).collect() };
        let own = actors(&out[at]);
        let start = out[at].triggers[0].start;
        let leads = |r: &&Relation| {
            self.frames.relation_type(r.kind).aims
                && r.triggers[0].start < start
                && r.arguments_in(ArgumentRole::Recipient).next().is_some()
                && actors(r) == own
        };
        let leader = out[first..].iter().filter(leads).max_by_key(|r| r.triggers[0].start);
        let told: Vec<_> = leader.into_iter().flat_map(|r| r.arguments_in(ArgumentRole::Recipient)).collect();
        let relation = &mut out[at];
        for mention in told {
            relation.arguments.push(Argument { role: ArgumentRole::Recipient, mention, how: "target" });
        }
        relation.arguments.sort_by_key(|a| (a.role, a.mention));
    }

    /// « Y a dénoncé cette décision », « cette attaque a été condamnée par Y », « …, ce que Y a condamné »: the noun or the
    /// pronoun that sums up what another has just been told to have done.
    pub(super) fn sums_up(&self, trigger: &Trigger<'_>, frame: &Frame, best: &Candidate) -> Option<usize> {
        let kind = self.frames.relation_type(frame.kind);
        if !(kind.comments || kind.aims) || !best.roles[1].is_empty() {
            return None;
        }
        let parse = trigger.parse;
        if let Some(clause) = parse.clause_taken_up(trigger.chunk) {
            return Some(clause);
        }
        let judged = |c: &&Complement| {
            matches!(c.prep, None | Some(Prep::A | Prep::CONTRE | Prep::DE)) && !c.fronted && !c.nested
        };
        let act = match trigger.subject {
            Subject::Chunk(subject) if trigger.passive() => subject,
            _ => trigger.complements.iter().find(judged)?.chunk,
        };
        let this = parse.noun(act).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Demonstrative);
        let named = || parse.dependents(act).iter().any(|d| parse.mention(d.chunk).is_some());
        (this && parse.cues.lists(List::Act, parse.head(act)) && !named()).then_some(act)
    }

    /// Gives the relations from `at` on the actors of the one event just told that the noun in chunk `act` can mean; a pronoun
    /// there means what the sentence has told first.
    pub(super) fn blame(&self, parse: &Parse<'_>, act: usize, at: usize, out: &mut [Relation]) {
        let (before, own) = out.split_at_mut(at);
        let Some(first) = own.first() else { return };
        let actors = |r: &Relation| -> Vec<_> { r.arguments_in(ROLES[0]).map(|m| self.entities.of(m)).collect() };
        let clause = parse.noun(act).is_none();
        let head = parse.noun(act).map_or(parse.chunks[act].first, |n| n.head) as usize;
        let told: Vec<u16> = if clause { Vec::new() } else { self.kinds_told(head).collect() };
        let noun = self.context.source.span(head, head + 1).start;
        let meant = |r: &&Relation| {
            let kind = self.frames.relation_type(r.kind);
            let others = || !actors(r).iter().any(|who| actors(first).contains(who));
            let here = || r.evidence.start == first.evidence.start && r.modality != Modality::Hearsay && others();
            let any = || !kind.reciprocal && if clause { here() } else { !kind.comments };
            let fits = told.contains(&r.kind) || told.is_empty() && any();
            fits && r.polarity == Polarity::Affirmed && r.triggers[0].start < noun
        };
        let start = first.evidence.start;
        let just = |r: &&Relation| start.saturating_sub(r.evidence.end) <= NEXT;
        let mut events =
            before.iter().rev().take_while(just).filter(meant).filter(|r| r.arguments_in(ROLES[0]).next().is_some());
        let Some(event) = (if clause { events.by_ref().last() } else { events.next() }) else { return };
        let who = actors(event);
        if events.any(|other| actors(other) != who) || who.iter().any(|w| w.is_none() || actors(first).contains(w)) {
            return;
        }
        let authors: Vec<_> = event.arguments_in(ROLES[0]).collect();
        for relation in own {
            let told = authors.iter().map(|&mention| Argument { role: ArgumentRole::Recipient, mention, how: "doer" });
            relation.arguments.extend(told);
            relation.arguments.sort_by_key(|a| (a.role, a.mention));
        }
    }

    /// The types of the relations that the noun at token `head` may tell.
    pub(super) fn kinds_told(&self, head: usize) -> impl Iterator<Item = u16> + '_ {
        let triggers = self.frames.of_noun(self.context.number(head)).iter();
        triggers.flat_map(|t| &t.frames).map(|&frame| self.frames.frame(frame).kind)
    }
}
