//! On whom measures weigh that the sentence before has told of: « X a annoncé des sanctions. Elles visent Y. »
//!
//! Comes in: a sentence and the last relation before it, which names nobody it is aimed at. Goes out: that relation with those
//! whom the sentence names. It never makes a relation of its own.

use super::target::NEXT;
use super::Extraction;
use crate::relation::arguments::Trigger;
use crate::relation::chunk::Determiner;
use crate::relation::cue::List;
use crate::relation::frame::{Kinds, Slot};
use crate::relation::model::{Argument, ArgumentRole, Polarity, Relation};
use crate::relation::parse::{Parse, Subject};
use crate::syntax::{Pronoun, Voice};

impl Extraction<'_, '_> {
    /// Adds those on whom the first verb of the sentence says that measures weigh to the relation before number `first`.
    pub(super) fn sequel(&self, parse: &Parse<'_>, first: usize, out: &mut Vec<Relation>) {
        let Some(old) = first.checked_sub(1).map(|at| &out[at]) else { return };
        let start =
            parse.chunks.first().map_or(0, |c| self.context.source.span(c.first as usize, c.last as usize).start);
        let open = self.frames.relation_type(old.kind).aims
            && old.polarity == Polarity::Affirmed
            && start.saturating_sub(old.evidence.end) <= NEXT
            && old.arguments_in(ArgumentRole::Actor).next().is_some()
            && old.arguments_in(ArgumentRole::Recipient).next().is_none();
        let verb = (0..parse.chunks.len()).find(|&i| parse.group(i).is_some()).filter(|_| open);
        let weighs = |&v: &usize| {
            parse.verb_is(v, List::Weigh)
                && parse.group(v).is_some_and(|g| g.is_finite() && g.voice == Voice::Active && !g.negated)
        };
        let Some(verb) = verb.filter(weighs) else { return };
        let trigger = Trigger::verb(parse, self.mentions, self.entities, verb);
        if !self.measures(parse, trigger.subject, old.kind) {
            return;
        }
        let kinds = self.frames.frame(old.frame).roles[1].as_ref().map_or(Kinds(Kinds::PARTY), |slots| slots.kinds);
        let mut found = Vec::new();
        trigger.find(Slot::Object, kinds, &[], &mut found);
        let kind = old.kind;
        let told = found.iter().map(|f| Argument { role: ArgumentRole::Recipient, mention: f.mention, how: "sequel" });
        let told: Vec<_> = told.collect();
        let Some(old) = out.get_mut(first - 1).filter(|_| !told.is_empty()) else { return };
        old.arguments.extend(told);
        old.arguments.sort_by_key(|a| (a.role, a.mention));
        // « Les sanctions visent Y » tells the same.
        let mut at = 0;
        out.retain(|r| {
            at += 1;
            at <= first || r.kind != kind || r.arguments_in(ArgumentRole::Actor).next().is_some()
        });
    }

    /// « elles », « ces mesures », « les sanctions »: what a relation of this type has told of.
    fn measures(&self, parse: &Parse<'_>, subject: Subject, kind: u16) -> bool {
        match subject {
            Subject::Pronoun(pronoun, _) => !matches!(pronoun, Pronoun::First | Pronoun::Other),
            Subject::Chunk(chunk) => parse.noun(chunk).is_some_and(|noun| {
                let known = noun.determiner == Determiner::Demonstrative
                    && parse.cues.lists(List::Act, parse.head(chunk))
                    || self.kinds_told(noun.head as usize).any(|told| told == kind);
                let taken_up = matches!(noun.determiner, Determiner::Definite | Determiner::Demonstrative);
                let named = || parse.dependents(chunk).iter().any(|d| parse.mention(d.chunk).is_some());
                noun.mention.is_none() && noun.prep.is_none() && taken_up && known && !named()
            }),
            Subject::None => false,
        }
    }
}
