//! Whether it happened, is planned, wished, denied or hearsay; and who says so.

use super::chunk::{ChunkKind, Determiner};
use super::cue::{Cues, Effect, List};
use super::model::{Modality, Polarity};
use super::parse::{is_past, Parse, Role, Subject};
use crate::id::{MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::syntax::{Tense, VerbForm, VerbGroup, Voice};

/// Polarity and modality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Affirmed or negated.
    pub polarity: Polarity,
    /// How real.
    pub modality: Modality,
}

impl Status {
    /// It happened.
    pub const FACT: Self = Self { polarity: Polarity::Affirmed, modality: Modality::Fact };

    fn negate(self) -> Self {
        let polarity = match self.polarity {
            Polarity::Affirmed => Polarity::Negated,
            Polarity::Negated => Polarity::Affirmed,
        };
        Self { polarity, ..self }
    }

    fn with(self, modality: Modality) -> Self {
        Self { modality, ..self }
    }

    /// What a governing word makes of this, the governing word's own status.
    fn governed(self, effect: Effect) -> Self {
        match effect {
            Effect::Negated if self.polarity == Polarity::Negated => {
                Self { polarity: Polarity::Affirmed, modality: Modality::Possible }
            }
            Effect::Negated => {
                // « pourrait refuser de »: possible, negated; « aurait refusé »: hearsay, negated.
                self.negate()
            }
            Effect::Modality(Modality::Fact) => self,
            Effect::Modality(modality) => self.with(modality),
        }
    }
}

/// Reads the status of triggers of one sentence.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'p> {
    /// The sentence.
    pub parse: &'p Parse<'p>,
    /// The cues.
    pub cues: &'p Cues,
}

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
            g.voice == Voice::Passive
                && (matches!(g.tense, Tense::Present | Tense::Imperfect)
                    // « X, invité à Y »: who is invited may never come, but he is invited.
                    || g.form == VerbForm::PastParticiple && !self.parse.verb_is(chunk, List::Swallow))
                && status.modality == Modality::Fact
        });
        match waited.and_then(|g| self.cues.adjective(self.parse.context.source.lowered(g.head as usize))) {
            Some(effect @ Effect::Modality(Modality::Planned)) => status.governed(effect),
            _ => status,
        }
    }

    fn group(&self, chunk: usize) -> Option<&VerbGroup> {
        self.parse.group(chunk)
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
        let mut status = Status::FACT;
        status.modality = match group.tense {
            Tense::Future => Modality::Planned,
            // « la réunion n'aura duré qu'une heure » looks back; « d'ici à lundi, il aura … » does not.
            Tense::FuturePerfect if self.looks_ahead() => Modality::Planned,
            Tense::Conditional => match matrix.and_then(|m| self.finite_over(m)) {
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
                Effect::Modality(Modality::Possible) if group.tense == Tense::Past => status,
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
                _ => {}
            }
        }
        status
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

    /// The chunk of the finite verb an infinitive hangs on.
    fn finite_above(&self, chunk: usize) -> Option<usize> {
        (chunk.saturating_sub(24)..chunk).rev().find(|&i| self.group(i).is_some_and(VerbGroup::is_finite))
    }

    /// « lors de leur entretien », « à l'issue d'une réunion »: the noun tells when something else was done.
    fn is_occasion_of(&self, chunk: usize) -> bool {
        let prep = self.parse.noun(chunk).and_then(|n| n.prep);
        let name = prep.map_or("", |p| self.parse.context.lexicon.grammar().prep_name(p));
        matches!(name, "après" | "lors de" | "à l'issue de" | "au cours de" | "au terme de" | "en marge de")
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

    fn is_that(&self, opener: usize) -> bool {
        let chunk = &self.parse.chunks[opener];
        chunk.kind == ChunkKind::Subordinator
            && chunk.last == chunk.first + 1
            && matches!(self.parse.context.source.lowered(chunk.first as usize), "que" | "qu'")
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

    fn verb_before(&self, chunk: usize) -> Option<usize> {
        (chunk.saturating_sub(8)..chunk)
            .rev()
            .take_while(|&i| !matches!(self.parse.chunks[i].kind, ChunkKind::Break))
            .find(|&i| self.parse.chunks[i].verb().is_some())
    }

    /// What the verb in `owner` does to what it governs at chunk `governed`: itself, an adjective or a noun behind it.
    fn effect_of(&self, owner: usize, governed: usize) -> Option<Effect> {
        let group = self.group(owner)?;
        // « a exprimé sa volonté de rencontrer »: the noun right before counts.
        if governed > owner + 1 {
            if let Some(effect) = self.noun_effect(governed) {
                return Some(effect);
            }
        }
        let lemma = self.parse.lemma(owner);
        // « est prêt à », « se dit prêt à »
        let described = matches!(lemma, "dire" | "déclarer" | "montrer") && group.voice == Voice::Reflexive;
        if lemma == "être" || described || group.voice == Voice::Passive {
            let from = group.head as usize;
            let to = self.parse.chunks[governed].first as usize;
            let found =
                (from..to.min(from + 10)).find_map(|t| self.cues.adjective(self.parse.context.source.lowered(t)));
            if found.is_some() {
                return found;
            }
        }
        match (lemma, group.tense) {
            ("devoir" | "pouvoir", Tense::Past | Tense::Pluperfect) => return Some(Effect::Modality(Modality::Fact)),
            // « sans pouvoir le rencontrer »: it did not come to it.
            ("pouvoir", _) if group.marker == Some(Prep::SANS) => return Some(Effect::Modality(Modality::Fact)),
            ("aller", Tense::Past | Tense::Pluperfect) => return Some(Effect::Modality(Modality::Fact)),
            _ => {}
        }
        self.cues.verb(group.verb?, group.voice == Voice::Reflexive)
    }

    /// What the noun an infinitive hangs on does to it: « sa volonté de rencontrer », « la décision de X de rencontrer ».
    fn noun_effect(&self, governed: usize) -> Option<Effect> {
        let before = governed.checked_sub(1)?;
        let noun = self.parse.noun(before)?;
        let head = match noun.mention {
            Some(_) if noun.prep == Some(Prep::DE) => before.checked_sub(1)?,
            Some(_) => return None,
            None => before,
        };
        let noun = self.parse.noun(head).filter(|n| n.mention.is_none())?;
        self.cues.noun(self.parse.head(head)).or_else(|| {
            // « la volonté de son pays de renforcer »
            let owner = noun.prep == Some(Prep::DE) && noun.determiner != Determiner::None;
            let before = head.checked_sub(1).filter(|_| owner)?;
            self.parse.noun(before).filter(|n| n.mention.is_none())?;
            self.cues.noun(self.parse.head(before))
        })
    }

    fn infinitive(&self, chunk: usize, group: &VerbGroup, depth: u8) -> Status {
        let owner =
            group.governor.and_then(|g| (0..chunk).rev().take(48).find(|&i| self.parse.chunks[i].verb() == Some(g)));
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
                let moved = verb.is_some_and(|g| {
                    g.verb.is_some_and(|v| self.cues.movement(v, g.voice == Voice::Reflexive))
                        && (is_past(g.tense) || g.form == VerbForm::PastParticiple)
                });
                match (moved, base.modality, base.polarity) {
                    (true, Modality::Fact, Polarity::Affirmed) => Status::FACT,
                    (_, Modality::Fact, _) => Status::FACT.with(Modality::Planned),
                    _ => Status::FACT.with(base.modality),
                }
            }
            // « n'a pas manqué de critiquer », « n'a cessé de critiquer »
            "de" if matches!(self.parse.lemma(owner), "manquer" | "cesser") && base.polarity == Polarity::Negated => {
                Status { polarity: Polarity::Affirmed, ..base }
            }
            "en cas de" | "à défaut de" | "faute de" | "au lieu de" | "plutôt que" | "de peur de" => base.negate(),
            _ => match self.effect_of(owner, chunk) {
                // An infinitive in the past is told as done: « dit avoir rencontré ».
                Some(Effect::Modality(m)) if group.tense == Tense::Perfect && m != Modality::Possible => base,
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

    /// The status of the event noun in `chunk`. `support`: verbs that carry its subject.
    #[must_use]
    pub fn noun(&self, chunk: usize, support: &[VerbId]) -> Status {
        let mut status = self.owner_status(chunk, support);
        let Some(noun) = self.parse.noun(chunk) else { return status };
        if noun.determiner == Determiner::Negative && status.polarity == Polarity::Affirmed {
            status = status.negate();
        }
        // « une éventuelle rencontre », « la visite prévue mardi »
        if let Some(effect) = self.beside_noun(chunk) {
            let cancelled = matches!(status.modality, Modality::Cancelled | Modality::Postponed);
            // « l'entretien tant attendu a eu lieu »
            let held = self.parse.owner(chunk).is_some_and(|(verb, role)| {
                role == Role::Subject
                    && self.parse.occurs(verb)
                    && self.group(verb).is_some_and(|g| g.tense == Tense::Past)
            });
            if !cancelled && !held && status.modality != Modality::Possible {
                status = status.governed(effect);
            }
        }
        if let Some(effect) = noun.prep.and_then(|p| self.cues.preposition(p)) {
            let done = effect == Effect::Modality(Modality::Planned)
                && noun.prep == Some(Prep::AVANT)
                && self.parse.owner(chunk).and_then(|(v, _)| self.group(v)).is_some_and(|g| is_past(g.tense));
            if !done {
                status = status.governed(effect);
            }
        }
        // « l'annulation de la visite », « le projet d'une rencontre »
        let framed = self.parse.occasion(chunk);
        let before = framed.checked_sub(1).filter(|&b| self.parse.noun(b).is_some_and(|n| n.mention.is_none()));
        let effect = before.and_then(|b| self.cues.noun(self.parse.head(b)));
        // « est favorable à des sanctions »
        let adjective = before
            .filter(|&b| self.parse.noun(b).is_some_and(|n| n.prep.is_none() && n.determiner == Determiner::None))
            .and_then(|b| self.cues.adjective(self.parse.head(b)));
        if let Some(effect) = adjective.filter(|_| noun.prep.is_some_and(|p| matches!(p, Prep::A | Prep::DE))) {
            status = status.governed(effect);
        }
        match self.parse.noun(framed).and_then(|n| n.prep) {
            Some(Prep::DE) => status = effect.map_or(status, |effect| status.governed(effect)),
            // « les appels aux sanctions contre X »
            Some(Prep::A) if effect == Some(Effect::Modality(Modality::Desired)) => {
                status = status.with(Modality::Desired);
            }
            _ => {}
        }
        status
    }

    fn beside_noun(&self, chunk: usize) -> Option<Effect> {
        let this = &self.parse.chunks[chunk];
        let source = self.parse.context.source;
        let inside = (this.first..this.last).find_map(|t| self.cues.adjective(source.lowered(t as usize)));
        inside.or_else(|| {
            (chunk + 1..self.parse.chunks.len().min(chunk + 5))
                .take_while(|&i| {
                    matches!(self.parse.chunks[i].kind, ChunkKind::Noun(_) | ChunkKind::Adverb(_))
                        || self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
                })
                .find(|&i| self.group(i).is_some())
                .and_then(|i| self.group(i))
                .and_then(|g| self.cues.adjective(source.lowered(g.head as usize)))
        })
    }

    fn owner_status(&self, chunk: usize, support: &[VerbId]) -> Status {
        let chunk = self.parse.occasion(chunk);
        let owner = self.parse.owner(chunk);
        // « l'entretien qui devait avoir lieu mardi n'a pas eu lieu »: the main verb has the last word.
        let settled =
            owner.is_some_and(|(v, role)| role == Role::Subject && self.parse.occurs(self.parse.last_infinitive(v)));
        let relative = self.parse.relative_verb(chunk).filter(|&v| self.parse.occurs(self.parse.last_infinitive(v)));
        if let Some(verb) = relative.filter(|_| !settled) {
            return self.verb(self.parse.last_infinitive(verb));
        }
        let Some((verb, role)) = owner else { return Status::FACT };
        let Some(group) = self.group(verb) else { return Status::FACT };
        let Some(lemma) = group.verb else { return Status::FACT };
        let base = self.verb(verb);
        let reflexive = group.voice == Voice::Reflexive;
        if support.contains(&lemma) && role != Role::Subject {
            // « a promis une aide à X »
            let pledged = base.modality == Modality::Fact && self.parse.verb_is(verb, List::Pledge);
            return if pledged { base.with(Modality::Planned) } else { base };
        }
        match role {
            // « Ce n'est pas un reproche adressé à X »
            Role::Object if lemma_is(self.parse, verb, "être") && base.polarity == Polarity::Negated => base,
            Role::Object => match self.cues.verb(lemma, reflexive) {
                Some(Effect::Modality(Modality::Fact)) | None => {
                    if matches!(base.modality, Modality::Fact) {
                        Status::FACT
                    } else {
                        Status::FACT.with(base.modality)
                    }
                }
                Some(effect) => self.caused(base, effect),
            },
            Role::Subject => {
                // « la rencontre devrait avoir lieu »: the last infinitive of the chain decides.
                let last = self.parse.last_infinitive(verb);
                let base = self.verb(last);
                let group = self.group(last).unwrap_or(group);
                let Some(lemma) = group.verb else { return base };
                if group.voice == Voice::Passive {
                    // « la nomination de X a été annoncée »
                    if support.contains(&lemma) && self.cues.speech(lemma) {
                        return base;
                    }
                    if let Some(effect) = self
                        .cues
                        .adjective(self.parse.context.source.lowered(group.head as usize))
                        .or_else(|| self.cues.verb(lemma, false))
                    {
                        return self.caused(base, effect);
                    }
                }
                if lemma_is(self.parse, last, "être") {
                    // « n'est pas contraignant » is an adjective.
                    let adjective = self.group(last + 1).is_some_and(|g| g.form == VerbForm::PresentParticiple);
                    let effect = self.effect_of(last, self.parse.chunks.len().min(last + 2).saturating_sub(1));
                    if let Some(effect) = effect.filter(|_| !adjective) {
                        return base.governed(effect);
                    }
                    // « ces critiques ne sont plus un secret »: that they are none is not denied.
                    return Status::FACT.with(base.modality);
                }
                let source = self.parse.context.source;
                let after = group.last as usize;
                if self.cues.occurrence(lemma, group.voice == Voice::Reflexive, &|i, w| source.lowered(after + i) == w)
                {
                    return base;
                }
                Status::FACT.with(if base.modality == Modality::Fact { Modality::Fact } else { base.modality })
            }
            // « ont convenu d'agir lors de leur entretien »: when it was agreed, not what was.
            Role::Complement if group.form == VerbForm::Infinitive && self.is_occasion_of(chunk) => {
                let over = self.finite_above(verb).map_or(Status::FACT, |v| self.verb(v));
                Status::FACT.with(over.modality)
            }
            // « espère parvenir à un accord »
            Role::Complement
                if self.cues.verb(lemma, reflexive) == Some(Effect::Modality(Modality::Fact))
                    && self.parse.noun(chunk).is_some_and(|n| n.prep == Some(Prep::A)) =>
            {
                base
            }
            // « appelle à une rencontre », « se dit prêt à une rencontre »
            Role::Complement if self.parse.noun(chunk).is_some_and(|n| n.prep == Some(Prep::A)) => {
                match self.effect_of(verb, chunk) {
                    Some(Effect::Modality(Modality::Fact)) | None => Status::FACT.with(match base.modality {
                        Modality::Planned => Modality::Planned,
                        _ => Modality::Fact,
                    }),
                    Some(effect) => self.caused(base, effect),
                }
            }
            Role::Complement => match base.modality {
                Modality::Planned => Status::FACT.with(Modality::Planned),
                _ => Status::FACT,
            },
        }
    }

    /// What a verb with an effect, itself of status `base`, makes of the event.
    fn caused(&self, base: Status, effect: Effect) -> Status {
        match effect {
            Effect::Modality(Modality::Cancelled | Modality::Postponed) if base.polarity == Polarity::Negated => {
                Status::FACT.with(Modality::Planned)
            }
            Effect::Modality(modality @ (Modality::Cancelled | Modality::Postponed)) => match base.modality {
                Modality::Fact | Modality::Planned => Status::FACT.with(modality),
                other => Status::FACT.with(other),
            },
            effect => base.governed(effect),
        }
    }

    /// Who speaks by the noun in `chunk`: itself, or whose paper or office it is (« un communiqué du ministère »).
    fn voice(&self, chunk: usize) -> Option<MentionId> {
        let noun = self.parse.noun(chunk)?;
        let speaks = noun.mention.or_else(|| {
            let head = self.parse.head(chunk);
            let paper = self.cues.lists(List::Paper, head) || self.cues.lists(List::Voice, head);
            let owner = self.parse.chunks.get(chunk + 1).filter(|_| paper).and_then(|_| self.parse.noun(chunk + 1))?;
            owner.mention.filter(|_| owner.prep == Some(Prep::DE))
        })?;
        let kind = self.parse.mentions.get(speaks.index())?.kind();
        (!matches!(kind, MentionKind::Date | MentionKind::Event)).then_some(speaks)
    }

    /// Who says what the trigger in `chunk` tells: the subject of the verb of saying around it, or « selon X ».
    #[must_use]
    pub fn source(&self, chunk: usize) -> Option<MentionId> {
        let speaker = |verb: usize| -> Option<MentionId> {
            let group = self.group(verb)?;
            // « a fait savoir », « a laissé entendre »
            let caused = group.form == VerbForm::Infinitive
                && matches!(self.parse.lemma(verb), "savoir" | "entendre" | "valoir" | "remarquer");
            if verb == chunk || !(caused || self.cues.speech(group.verb?)) || group.voice == Voice::Passive {
                return None;
            }
            match self.parse.subject(verb) {
                Subject::Chunk(subject) => self.voice(subject),
                _ => None,
            }
        };
        // « X a dit que … », « X a dit avoir … », « X a annoncé une visite »
        if let Some(opener) = self.parse.conjunction(chunk).filter(|&o| self.is_that(o)) {
            if let Some(found) = self.verb_before(opener).and_then(speaker) {
                return Some(found);
            }
        }
        if let Some(group) = self.group(chunk).filter(|g| g.form == VerbForm::Infinitive) {
            let owner = group
                .governor
                .and_then(|g| (0..chunk).rev().take(48).find(|&i| self.parse.chunks[i].verb() == Some(g)));
            if let Some(found) = owner.and_then(speaker) {
                return Some(found);
            }
        }
        if let Some((verb, Role::Object)) = self.parse.owner(chunk) {
            if let Some(found) = speaker(verb) {
                return Some(found);
            }
        }
        // « …, a déclaré X », « selon X »
        for i in 0..self.parse.chunks.len() {
            match self.parse.chunks[i].kind {
                ChunkKind::Verb(_)
                    if i > 0 && matches!(self.parse.chunks[i - 1].kind, ChunkKind::Comma | ChunkKind::Quote) =>
                {
                    if let Subject::Chunk(subject) = self.parse.subject(i) {
                        if subject > i {
                            if let Some(found) = speaker(i) {
                                return Some(found);
                            }
                        }
                    }
                }
                ChunkKind::Noun(noun) if noun.prep == Some(Prep::SELON) => {
                    if let Some(found) = noun.mention.or_else(|| self.voice(i)) {
                        return Some(found);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

fn lemma_is(parse: &Parse<'_>, chunk: usize, lemma: &str) -> bool {
    parse.lemma(chunk) == lemma
}
