//! The status of a verb: by its mood and tense, the verb or conjunction that governs it, and adverbs.
//!
//! Comes in: the chunk of a verb, finite or not. Goes out: its status. Verbs that govern one another are followed a few
//! steps up. It never asks who says so.

use super::{Reader, Status};
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::ChunkKind;
use crate::relation::cue::{Effect, List};
use crate::relation::model::{Modality, Polarity};
use crate::relation::parse::is_past;
use crate::syntax::{Tense, VerbForm, VerbGroup, Voice};

impl Reader<'_> {
    /// The status of the verb in `chunk`.
    #[must_use]
    pub fn verb(&self, chunk: usize) -> Status {
        self.verb_within(chunk, 6)
    }

    /// The status of the verb in `chunk` when it says the event itself: « est attendu à Paris » is planned.
    #[must_use]
    pub fn trigger(&self, chunk: usize) -> Status {
        let status = self.verb(chunk);
        let waited = self.group(chunk).filter(|g| {
            // « est invité à Y »: who is invited may never come, but he is invited.
            g.voice == Voice::Passive
                && (matches!(g.tense, Tense::Present | Tense::Imperfect) || g.form == VerbForm::PastParticiple)
                && !self.parse.verb_is(chunk, List::Swallow)
                && status.modality == Modality::Fact
        });
        match waited.and_then(|g| self.cues.adjective(self.parse.context.source.lowered(g.head as usize))) {
            Some(effect @ Effect::Modality(Modality::Planned)) => status.governed(effect),
            _ => status,
        }
    }

    fn verb_within(&self, chunk: usize, depth: u8) -> Status {
        let Some(group) = self.group(chunk) else { return Status::FACT };
        if depth == 0 {
            return Status::FACT;
        }
        let status = match group.form {
            VerbForm::Finite => self.finite(chunk, group, depth),
            VerbForm::Infinitive => self.infinitive(chunk, group, depth),
            VerbForm::Gerund | VerbForm::PresentParticiple => self.beside_main(chunk, depth),
            VerbForm::PastParticiple => Status::FACT,
        };
        let status = if group.negated { status.negate() } else { status };
        self.adverbs(chunk, status)
    }

    fn finite(&self, chunk: usize, group: &VerbGroup, depth: u8) -> Status {
        let opener = self.parse.conjunction(chunk);
        let conjunction = opener.and_then(|o| self.conjunction(o));
        let matrix = opener.filter(|&o| self.is_that(o)).and_then(|o| self.verb_before(o));
        // « a informé X qu'il viendrait », « ne disait pas quand il viendrait »
        let told = || {
            let before = opener.filter(|&o| self.asks_when(o) || self.is_relative_that(o))?;
            self.verb_before(before)
                .filter(|&m| self.group(m).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v)))
        };
        let mut status = Status::FACT;
        status.modality = match group.tense {
            Tense::Future => Modality::Planned,
            // « la réunion n'aura duré qu'une heure » looks back; « d'ici à lundi, il aura … » does not.
            Tense::FuturePerfect if self.looks_ahead() => Modality::Planned,
            Tense::Conditional => match matrix.or_else(told).and_then(|m| self.finite_over(m)) {
                Some(m) if is_past(m.tense) && m.is_finite() => Modality::Planned,
                // « X a accepté, ajoutant qu'il viendrait »
                Some(m) if m.form == VerbForm::PresentParticiple && self.past_main(matrix) => Modality::Planned,
                _ if self.hypothetical() => Modality::Possible,
                _ => Modality::Hearsay,
            },
            Tense::ConditionalPast => Modality::Hearsay,
            _ => Modality::Fact,
        };
        if let Some(effect) = conjunction {
            status = match effect {
                Effect::Modality(Modality::Planned) if is_past(group.tense) => status,
                // « Si X a rencontré Y, il ne l'a pas convaincu » concedes what happened.
                Effect::Modality(Modality::Possible)
                    if group.tense == Tense::Past && !opener.is_some_and(|o| self.asked(o)) =>
                {
                    status
                }
                effect => status.governed(effect),
            };
        }
        if let Some(matrix) = matrix {
            let base = self.verb_within(matrix, depth - 1);
            match self.effect_of(matrix, chunk) {
                Some(Effect::Negated) => {
                    status = if base.polarity == Polarity::Negated {
                        status.with(Modality::Possible)
                    } else {
                        status.negate()
                    };
                }
                Some(effect @ Effect::Modality(Modality::Desired | Modality::Possible)) => {
                    status = status.governed(effect);
                    if base.polarity == Polarity::Negated {
                        status = status.negate();
                    }
                }
                // « il est prévu que X rencontre Y »; « annoncer que » only reports.
                Some(effect @ Effect::Modality(Modality::Planned))
                    if matches!(group.tense, Tense::Present | Tense::Subjunctive)
                        && !self.group(matrix).and_then(|m| m.verb).is_some_and(|v| self.cues.speech(v)) =>
                {
                    status = status.governed(effect);
                }
                // « tente d'obtenir que X signe »
                None if group.tense == Tense::Subjunctive || self.parse.lemma(matrix) == "obtenir" => {
                    status = status.with(base.modality);
                }
                _ => {}
            }
        }
        status
    }

    /// « on ignore si »: right behind a verb « si » asks.
    fn asked(&self, opener: usize) -> bool {
        let verb = |i: usize| self.parse.chunks[i].verb().is_some();
        let adverb = |i: usize| matches!(self.parse.chunks[i].kind, ChunkKind::Adverb(_));
        opener > 0 && (verb(opener - 1) || opener > 1 && adverb(opener - 1) && verb(opener - 2))
    }

    /// « quand il viendrait »
    fn asks_when(&self, opener: usize) -> bool {
        let word = self.parse.context.source.lowered(self.parse.chunks[opener].first as usize);
        matches!(word, "quand" | "comment" | "pourquoi")
    }

    /// « qu' » behind a noun, which may open a relative clause or tell what somebody was told.
    fn is_relative_that(&self, opener: usize) -> bool {
        let chunk = &self.parse.chunks[opener];
        chunk.kind == ChunkKind::Relative(None)
            && matches!(self.parse.context.source.lowered(chunk.first as usize), "que" | "qu'")
    }

    /// The main verb of the clause that the participle in chunk `matrix` goes with is in the past.
    fn past_main(&self, matrix: Option<usize>) -> bool {
        matrix.and_then(|m| self.parse.main_verb(m)).and_then(|v| self.group(v)).is_some_and(|g| is_past(g.tense))
    }

    /// The finite verb that rules a matrix verb: « a fait savoir ».
    fn finite_over(&self, chunk: usize) -> Option<&VerbGroup> {
        let mut group = self.group(chunk)?;
        for _ in 0..3 {
            if group.is_finite() {
                break;
            }
            group = self.parse.context.syntax.groups.get(group.governor? as usize)?;
        }
        Some(group)
    }

    /// « d'ici à lundi », « quand » somewhere in the sentence.
    fn looks_ahead(&self) -> bool {
        let source = self.parse.context.source;
        let (first, last) = match (self.parse.chunks.first(), self.parse.chunks.last()) {
            (Some(a), Some(b)) => (a.first as usize, b.last as usize),
            _ => return false,
        };
        (first..last)
            .any(|t| matches!(source.lowered(t), "quand" | "lorsque" | "lorsqu'" | "ici" | "demain" | "bientôt"))
    }

    /// « si », « s'il » somewhere in the sentence makes a conditional hypothetical.
    fn hypothetical(&self) -> bool {
        self.parse.chunks.iter().any(|c| {
            c.kind == ChunkKind::Subordinator
                && matches!(self.parse.context.source.lowered(c.first as usize), "si" | "s'")
        })
    }

    fn conjunction(&self, opener: usize) -> Option<Effect> {
        let chunk = &self.parse.chunks[opener];
        if chunk.kind != ChunkKind::Subordinator {
            return None;
        }
        let words: Vec<&str> = (chunk.first..chunk.last)
            .map(|t| match self.parse.context.source.lowered(t as usize) {
                "qu'" => "que",
                word => word,
            })
            .collect();
        self.cues.conjunction(&words.join(" "))
    }

    fn infinitive(&self, chunk: usize, group: &VerbGroup, depth: u8) -> Status {
        let owner = self.parse.governing(chunk);
        let marker = group.marker;
        // « se réunissent pour déterminer comment aider X »
        let how = chunk.checked_sub(1).map(|b| &self.parse.chunks[b]).is_some_and(|c| {
            matches!(c.kind, ChunkKind::Subordinator)
                && self.parse.context.source.lowered(c.last as usize - 1) == "comment"
        });
        if how {
            return Status::FACT.with(Modality::Planned);
        }
        let Some(owner) = owner else {
            // « le refus de X de recevoir Y »
            if let Some(effect) = self.noun_effect(chunk) {
                return Status::FACT.governed(effect);
            }
            let name = marker.map_or("", |m| self.parse.context.lexicon.grammar().prep_name(m));
            if matches!(name, "à défaut de" | "faute de" | "au lieu de" | "plutôt que" | "loin de") {
                return Status::FACT.negate();
            }
            return match marker {
                Some(Prep::APRES) => Status::FACT,
                Some(Prep::SANS) => Status::FACT.negate(),
                Some(Prep::POUR | Prep::AVANT) => self.beside_main(chunk, depth),
                _ => Status::FACT,
            };
        };
        let mut base = self.verb_within(owner, depth - 1);
        let conditional = self.group(owner).is_some_and(|g| g.tense == Tense::Conditional);
        let weakened = conditional && base.modality == Modality::Hearsay && self.parse.lemma(owner) != "devoir";
        if conditional && base.modality == Modality::Hearsay {
            // « devrait », « pourrait », « voudrait »: the mood is the modal's own.
            base.modality = Modality::Fact;
        }
        let name = marker.map_or("", |m| self.parse.context.lexicon.grammar().prep_name(m));
        match name {
            "après" => Status::FACT,
            "sans" => base.negate(),
            "avant" | "avant de" => {
                // « est à Ankara avant de se rendre à Moscou »: he is not there yet.
                let stays = matches!(self.parse.lemma(owner), "être" | "trouver" | "séjourner")
                    && self.group(owner).is_some_and(|g| g.tense == Tense::Present);
                if stays && base.modality == Modality::Fact {
                    Status::FACT.with(Modality::Planned)
                } else if self.group(owner).is_some_and(|g| is_past(g.tense)) || base.modality == Modality::Fact {
                    Status::FACT
                } else {
                    Status::FACT.with(base.modality)
                }
            }
            // « connu pour avoir renversé X »
            "pour" if group.tense == Tense::Perfect => Status::FACT,
            "pour" | "afin de" | "en vue de" => {
                let verb = self.group(owner);
                let moves =
                    verb.is_some_and(|g| g.verb.is_some_and(|v| self.cues.movement(v, g.voice == Voice::Reflexive)));
                let moved = moves && verb.is_some_and(|g| is_past(g.tense) || g.form == VerbForm::PastParticiple);
                match (moved, base.modality, base.polarity) {
                    // « ne se rendra pas à Minsk pour rencontrer X »
                    (_, _, Polarity::Negated) if moves => base,
                    (true, Modality::Fact, Polarity::Affirmed) => Status::FACT,
                    (_, Modality::Fact, _) => Status::FACT.with(Modality::Planned),
                    _ => Status::FACT.with(base.modality),
                }
            }
            // « n'a pas manqué de critiquer », « n'a cessé de critiquer »
            // « n'hésite pas à critiquer », « n'a pas tardé à critiquer »
            "de" | "à"
                if matches!(self.parse.lemma(owner), "manquer" | "cesser" | "hésiter" | "tarder")
                    && base.polarity == Polarity::Negated =>
            {
                Status { polarity: Polarity::Affirmed, ..base }
            }
            "en cas de" | "à défaut de" | "faute de" | "au lieu de" | "plutôt que" | "loin de" | "de peur de" => {
                base.negate()
            }
            _ => match self.effect_of(owner, chunk) {
                // An infinitive in the past is told as done: « dit avoir rencontré ».
                Some(Effect::Modality(m))
                    if group.tense == Tense::Perfect && !matches!(m, Modality::Possible | Modality::Hearsay) =>
                {
                    base
                }
                // « se préparerait à »: a plan told in the conditional is no more than possible.
                Some(Effect::Modality(Modality::Planned)) if weakened => base.with(Modality::Possible),
                Some(effect) => base.governed(effect),
                None => base,
            },
        }
    }

    /// A gerund or participle shares the status of the main verb.
    fn beside_main(&self, chunk: usize, depth: u8) -> Status {
        let main = (chunk.saturating_sub(24)..chunk)
            .rev()
            .find(|&i| self.group(i).is_some_and(VerbGroup::is_finite))
            .or_else(|| {
                (chunk + 1..self.parse.chunks.len().min(chunk + 24))
                    .find(|&i| self.group(i).is_some_and(VerbGroup::is_finite))
            });
        main.map_or(Status::FACT, |m| Status::FACT.with(self.verb_within(m, depth - 1).modality))
    }

    /// « peut-être », « bientôt » in the verb's clause.
    fn adverbs(&self, chunk: usize, status: Status) -> Status {
        let Some(group) = self.group(chunk) else { return status };
        let source = self.parse.context.source;
        let sentence_end = self.parse.chunks.last().map_or(0, |c| c.last as usize);
        let from = (group.first as usize).saturating_sub(4).max(self.parse.chunks[0].first as usize);
        let to = (group.last as usize + 3).min(sentence_end);
        for (words, effect) in self.cues.adverbs() {
            let Effect::Modality(modality) = effect else { continue };
            for at in from..to {
                if words.iter().enumerate().all(|(k, w)| at + k < to && source.lowered(at + k) == w) {
                    return match status.modality {
                        Modality::Fact | Modality::Planned if modality == Modality::Possible => status.with(modality),
                        Modality::Fact if group.tense == Tense::Present => status.with(modality),
                        _ => status,
                    };
                }
            }
        }
        status
    }
}
