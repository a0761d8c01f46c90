//! The relations that a verb tells.
//!
//! Comes in: the chunk of a verb and the frames it may trigger. Goes out: the best that fits, and what is told beside it;
//! the nouns of its predicate are consumed.

use super::{Candidate, Consumed, Extraction};
use crate::lexicon::grammar::Prep;
use crate::relation::arguments::Trigger;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::relation::frame::Slot;
use crate::relation::model::{Modality, Polarity, Relation};
use crate::relation::parse::{Parse, Role};
use crate::relation::status::{Reader, Status};
use crate::syntax::VerbForm;

impl Extraction<'_, '_> {
    /// The best relation that the verb in chunk `index` tells, if any; the nouns of its predicate are consumed.
    pub(super) fn verb(
        &mut self,
        parse: &Parse<'_>,
        index: usize,
        out: &mut Vec<Relation>,
        consumed: &mut Vec<Consumed>,
    ) {
        let Some(&group) = parse.group(index) else { return };
        let Some(verb) = group.verb else { return };
        let number = parse.chunks[index].verb().map_or(0, |number| number as usize);
        let triggers = self.frames.of_verb(verb);
        let tries = if self.notes.is_none() { self.tries_of(number) } else { 0..triggers.len() };
        if tries.is_empty() || self.tells_of_noun(parse, index, consumed) {
            return;
        }
        let skippable = self.skippable(group.last as usize);
        let (mentions, entities) = (self.mentions, self.entities);
        let mut span = self.context.source.span(group.first as usize, group.last as usize);
        let mut trigger = Trigger::verb(parse, mentions, entities, index);
        // Of all that fit, the best; of those that tell something beside another, the best as well.
        let mut found: [Option<Candidate>; 2] = [None, None];
        for at in tries {
            let number = if self.notes.is_none() { self.held.tries[at].frame } else { triggers[at].frame };
            let frame = self.frames.frame(number);
            match self.try_verb(&trigger, frame, index, skippable) {
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
        let [first, second] = found;
        let (best, beside) = if first.is_some() { (first, second) } else { (second, None) };
        let Some(best) = best else { return };
        self.note(span, best.frame, None);
        let frame = self.frames.frame(best.frame);
        let mut last = group.last as usize;
        if !frame.fixed.is_empty() {
            let words = self.fixed_words(group.last as usize, &frame.fixed, skippable).unwrap_or(last..last);
            last = words.end;
            trigger.reach_further(words);
        } else if let Some(noun) = best.consumed {
            last = last.max(parse.noun(noun).map_or(0, |n| n.head as usize + 1).min(last + 6));
        }
        span = self.context.source.span(group.first as usize, last.max(group.last as usize));
        let reader = Reader { parse, cues: &self.frames.cues };
        let status = self.verb_status(&reader, index, &best);
        // « met fin à son aide »
        let behind = frame.require.iter().find(|(slot, _)| matches!(slot, Slot::Prep(_)));
        let behind = behind.and_then(|&(slot, nouns)| self.holds(&trigger, frame, slot, nouns));
        // « faire don »: the noun of the predicate is no gift of its own.
        let within = |i: &usize| {
            parse.noun(*i).is_some_and(|n| n.mention.is_none() && (group.last..last as u32).contains(&n.head))
        };
        let fixed = (index + 1..parse.chunks.len().min(index + 6)).find(within).filter(|_| !frame.fixed.is_empty());
        let by = Some(frame.kind).filter(|&kind| {
            let known = self.frames.relation_type(kind);
            known.comments || known.asks || known.attends
        });
        consumed.extend([best.consumed, behind, fixed].into_iter().flatten().map(|noun| Consumed { noun, by }));
        let told = best.consumed.or(fixed);
        let further = told.map_or_else(Vec::new, |noun| self.further(&trigger, frame, &best, Some(noun)));
        if self.target(&trigger, frame, &best) {
            self.aimed.push(out.len());
        }
        let (summed, at) = (self.sums_up(&trigger, frame, &best), out.len());
        for candidate in best.single_out(parse, frame, index).into_iter().chain(further) {
            self.build(parse, &trigger, candidate, span, status, reader.source(index), out);
        }
        if let Some(act) = summed {
            self.blame(parse, act, at, out);
        }
        if let Some(beside) = beside {
            self.note(span, beside.frame, None);
            let told = self.frames.frame(beside.frame).modality.filter(|_| status.modality == Modality::Fact);
            let status = Status { modality: told.unwrap_or(status.modality), ..status };
            self.build(parse, &trigger, beside, span, status, reader.source(index), out);
        }
    }

    /// Whether the verb only says more of a noun: an adjective, or on whom what is told weighs.
    fn tells_of_noun(&self, parse: &Parse<'_>, index: usize, consumed: &[Consumed]) -> bool {
        // « le soutien appuyé de X »
        let qualifies = |b: usize| {
            parse.verb_is(index, List::Adjectival)
                && parse.group(index).is_some_and(|g| g.form == VerbForm::PastParticiple)
                && parse.noun(b).is_some_and(|n| n.mention.is_none() && !n.date)
                && parse.noun(index + 1).is_some_and(|n| n.prep == Some(Prep::DE))
        };
        // « les forces armées de X », « le groupe armé X »
        let adjective = |b: usize| {
            (parse.troop(b) || parse.band(b)) && parse.armed(index) || parse.named_beside(b).is_some() || qualifies(b)
        };
        // « a levé les sanctions qui frappent X »: the clause tells on whom they weigh, and no more.
        let weighs = || {
            let noun = parse.relative_noun(index).filter(|_| parse.verb_is(index, List::Weigh));
            noun.is_some_and(|noun| consumed.iter().any(|c| c.noun == noun))
        };
        // « a levé l'embargo frappant X »
        let weighing = |b: usize| {
            parse.verb_is(index, List::Weigh)
                && parse.group(index).is_some_and(|g| g.form == VerbForm::PresentParticiple)
                && consumed.iter().any(|c| c.noun == b)
        };
        if index.checked_sub(1).is_some_and(weighing) {
            return true;
        }
        index.checked_sub(1).is_some_and(adjective) || weighs()
    }

    /// The status of what the verb in chunk `index` tells, `best` being the frame that fits.
    fn verb_status(&self, reader: &Reader<'_>, index: usize, best: &Candidate) -> Status {
        let parse = reader.parse;
        let frame = self.frames.frame(best.frame);
        let participle = parse.group(index).is_some_and(|g| g.form == VerbForm::PastParticiple);
        // « l'invitation adressée à X a été annulée », « le déplacement qu'il devait faire a été annulé »: the verb of the
        // noun has the last word.
        let said_of = |noun: usize| participle || parse.relative_support(noun).is_some_and(|(_, last)| last == index);
        let of_noun = best.consumed.filter(|&noun| said_of(noun)).and_then(|noun| {
            let status = reader.noun(noun, &frame.support);
            // « ce n'est pas un reproche adressé à X »
            // « a rejeté les accusations, qu'il juge fausses »: what is rejected has been said.
            let aside = |o: usize| o > 0 && parse.chunks[o - 1].kind == ChunkKind::Comma;
            let none = (participle || !parse.conjunction(index).is_some_and(aside))
                && status.polarity == Polarity::Negated
                && matches!(parse.owner(noun), Some((_, Role::Object)));
            let off = matches!(status.modality, Modality::Cancelled | Modality::Postponed);
            (off || none).then_some(status)
        });
        let mut status = of_noun.unwrap_or_else(|| reader.trigger(index));
        let performative = self.frames.relation_type(frame.kind).performative;
        if status.modality == Modality::Planned && performative && reader.is_performed(index) {
            status.modality = Modality::Fact;
        }
        if status.modality == Modality::Fact {
            status.modality = frame.modality.unwrap_or(status.modality);
        }
        // « n'a signé aucun accord », « n'a pas eu d'entretien »
        let none = best.consumed.and_then(|n| parse.noun(n)).is_some_and(|n| n.determiner == Determiner::Negative);
        if none && status.polarity == Polarity::Affirmed {
            status.polarity = Polarity::Negated;
        }
        status
    }
}
