//! The status of an event noun: by its determiner and adjectives, the noun before it, and the verb that owns it.
//!
//! Comes in: the chunk of a noun and the verbs that carry its subject. Goes out: its status, which is that of the verb
//! around it only where the verb tells whether the event takes place.

use super::{Reader, Status};
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::{Effect, List};
use crate::relation::model::{Modality, Polarity};
use crate::relation::parse::{is_past, Parse, Role};
use crate::syntax::{Tense, VerbForm, VerbGroup, Voice};

impl Reader<'_> {
    /// The status of the event noun in `chunk`. `support`: verbs that carry its subject.
    #[must_use]
    pub fn noun(&self, chunk: usize, support: &[VerbId]) -> Status {
        let mut status = self.owner_status(chunk, support);
        let Some(noun) = self.parse.noun(chunk) else { return status };
        if noun.determiner == Determiner::Negative && status.polarity == Polarity::Affirmed {
            status = status.negate();
        }
        // « Pas de rencontre entre X et Y »: a headline without a verb
        let none = |b: usize| {
            let chunk = &self.parse.chunks[b];
            let word = self.parse.context.source.lowered(chunk.last as usize - 1);
            matches!(chunk.kind, ChunkKind::Adverb(_)) && matches!(word, "pas" | "plus" | "point")
        };
        let bare = noun.prep == Some(Prep::DE) && self.parse.owner(chunk).is_none();
        if bare && status.polarity == Polarity::Affirmed && chunk.checked_sub(1).is_some_and(none) {
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
            .and_then(|b| self.parse.noun(b))
            .filter(|n| n.prep.is_none() && n.determiner == Determiner::None)
            .and_then(|n| self.adjective(n.head as usize));
        if let Some(effect) = adjective.filter(|_| noun.prep.is_some_and(|p| matches!(p, Prep::A | Prep::DE))) {
            // « se dit peu favorable à des sanctions »: its verb may have denied them already.
            if effect != Effect::Negated || status.polarity != Polarity::Negated {
                status = status.governed(effect);
            }
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
                // « une visite non annoncée »
                .filter(|g| !g.negated)
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
        // « reste ouvert à des négociations »: the participle is an adjective.
        let to = role == Role::Complement && self.parse.noun(chunk).is_some_and(|n| n.prep == Some(Prep::A));
        if to && group.form == VerbForm::PastParticiple {
            if let Some(effect) = self.cues.adjective(self.parse.context.source.lowered(group.head as usize)) {
                return self.caused(base, effect);
            }
        }
        // « ouvrir un pont lors d'un entretien »: the talk is not what is opened.
        let occasion = role == Role::Complement
            && self.parse.noun(chunk).and_then(|n| n.prep).is_some_and(|p| {
                let name = self.parse.context.lexicon.grammar().prep_name(p);
                name.contains(' ') || matches!(name, "après" | "avant" | "depuis" | "durant" | "dès" | "pendant")
            });
        if support.contains(&lemma) && role != Role::Subject && !occasion {
            // « a promis une aide à X »
            let pledged = self.parse.verb_is(verb, List::Pledge);
            // « a proposé des sanctions contre X »
            let wished = self.cues.verb(lemma, reflexive) == Some(Effect::Modality(Modality::Desired));
            // « envisage une visite à X »
            let thought_of = self.cues.verb(lemma, reflexive) == Some(Effect::Modality(Modality::Possible));
            return match base.modality {
                Modality::Fact if pledged => base.with(Modality::Planned),
                Modality::Fact if thought_of => base.with(Modality::Possible),
                Modality::Fact if wished => base.with(Modality::Desired),
                _ => base,
            };
        }
        match role {
            // « Ce n'est pas un reproche adressé à X »
            Role::Object if lemma_is(self.parse, verb, "être") && base.polarity == Polarity::Negated => base,
            // « doit sa libération à X »: what is owed was done.
            Role::Object if lemma_is(self.parse, verb, "devoir") => Status::FACT,
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
                if self.parse.occurs(last) {
                    return base;
                }
                Status::FACT.with(if base.modality == Modality::Fact { Modality::Fact } else { base.modality })
            }
            // « ont convenu d'agir lors de leur entretien »: when it was agreed, not what was.
            Role::Complement if group.form == VerbForm::Infinitive && self.is_occasion_of(chunk) => {
                let above = self.finite_above(verb);
                let over = above.map_or(Status::FACT, |v| self.verb(v));
                // « va rencontrer X lors de sa visite »: neither has been.
                let to_come = above.and_then(|v| self.group(v)).is_some_and(|g| !is_past(g.tense))
                    && matches!(base.modality, Modality::Planned | Modality::Desired | Modality::Possible);
                Status::FACT.with(if to_come { Modality::Planned } else { over.modality })
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
            // « est arrivé à Luanda pour des entretiens »; whoever went there for them has had them.
            Role::Complement if self.parse.purpose(chunk).is_some() => {
                let gone = is_past(group.tense) && !matches!(self.parse.lemma(verb), "arriver" | "attendre");
                match base.modality {
                    Modality::Fact if !gone => Status::FACT.with(Modality::Planned),
                    modality => Status { modality, ..base },
                }
            }
            // « imposera des sanctions en raison de l'invasion »
            Role::Complement if self.is_cause(chunk) => Status::FACT,
            Role::Complement => match base.modality {
                Modality::Planned => Status::FACT.with(Modality::Planned),
                _ => Status::FACT,
            },
        }
    }

    /// « à la suite de l'attaque »: the noun tells why something else is done.
    fn is_cause(&self, chunk: usize) -> bool {
        let prep = self.parse.noun(chunk).and_then(|n| n.prep);
        let name = prep.map_or("", |p| self.parse.context.lexicon.grammar().prep_name(p));
        matches!(
            name,
            "à cause de"
                | "à la suite de"
                | "depuis"
                | "du fait de"
                | "en raison de"
                | "en représailles à"
                | "en réponse à"
        )
    }

    /// « lors de leur entretien », « à l'issue d'une réunion »: the noun tells when something else was done.
    fn is_occasion_of(&self, chunk: usize) -> bool {
        let prep = self.parse.noun(chunk).and_then(|n| n.prep);
        let name = prep.map_or("", |p| self.parse.context.lexicon.grammar().prep_name(p));
        matches!(name, "après" | "lors de" | "à l'issue de" | "au cours de" | "au terme de" | "en marge de")
    }

    /// The chunk of the finite verb an infinitive hangs on.
    fn finite_above(&self, chunk: usize) -> Option<usize> {
        (chunk.saturating_sub(24)..chunk).rev().find(|&i| self.group(i).is_some_and(VerbGroup::is_finite))
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
}

fn lemma_is(parse: &Parse<'_>, chunk: usize, lemma: &str) -> bool {
    parse.lemma(chunk) == lemma
}
