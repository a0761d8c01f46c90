//! Whether it happened, is planned, wished, denied or hearsay; and who says so.

mod noun;
mod performed;
mod source;
mod verb;

use super::chunk::{ChunkKind, Determiner};
use super::cue::{Cues, Effect};
use super::model::{Modality, Polarity};
use super::parse::Parse;
use crate::lexicon::grammar::Prep;
use crate::syntax::{Tense, VerbGroup, Voice};

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
    fn group(&self, chunk: usize) -> Option<&VerbGroup> {
        self.parse.group(chunk)
    }

    fn is_that(&self, opener: usize) -> bool {
        let chunk = &self.parse.chunks[opener];
        chunk.kind == ChunkKind::Subordinator
            && chunk.last == chunk.first + 1
            && matches!(self.parse.context.source.lowered(chunk.first as usize), "que" | "qu'")
    }

    fn verb_before(&self, chunk: usize) -> Option<usize> {
        (chunk.saturating_sub(8)..chunk)
            .rev()
            .take_while(|&i| !matches!(self.parse.chunks[i].kind, ChunkKind::Break))
            .find(|&i| self.parse.chunks[i].verb().is_some())
    }

    /// What the adjective at a token does to what it governs; « peu enclin à soutenir X » denies it, « peu probable » does not.
    fn adjective(&self, token: usize) -> Option<Effect> {
        let source = self.parse.context.source;
        let lowered = source.lowered(token);
        let effect = self.cues.adjective(lowered)?;
        let scarcely = !lowered.starts_with("probable")
            && token.checked_sub(1).is_some_and(|before| source.lowered(before) == "peu");
        Some(if scarcely { Effect::Negated } else { effect })
    }

    /// What the verb in `owner` does to what it governs at chunk `governed`: itself, an adjective or a noun behind it.
    fn effect_of(&self, owner: usize, governed: usize) -> Option<Effect> {
        let group = self.group(owner)?;
        // « est sur le point de », « a bien l'intention de »
        let source = self.parse.context.source;
        let phrase = |from: usize| self.cues.phrase(group.verb?, &|i, word| source.lowered(from + i) == word);
        let adverb =
            usize::from(matches!(self.parse.chunks.get(owner + 1).map(|c| c.kind), Some(ChunkKind::Adverb(_))));
        if let Some(effect) = phrase(group.last as usize).or_else(|| phrase(group.last as usize + adverb)) {
            return Some(effect);
        }
        // « a exprimé sa volonté de rencontrer »: the noun right before counts.
        if governed > owner + 1 {
            if let Some(effect) = self.noun_effect(governed) {
                // « n'exclut pas la possibilité de »
                let denied = self.cues.verb(group.verb?, group.voice == Voice::Reflexive) == Some(Effect::Negated);
                let open = effect == Effect::Modality(Modality::Possible);
                return Some(if denied && open { Effect::Negated } else { effect });
            }
        }
        let lemma = self.parse.lemma(owner);
        // « est prêt à », « se dit prêt à »
        let described = matches!(lemma, "dire" | "déclarer" | "montrer") && group.voice == Voice::Reflexive;
        if lemma == "être" || described || group.voice == Voice::Passive {
            let from = group.head as usize;
            let to = self.parse.chunks[governed].first as usize;
            let found = (from..to.min(from + 10)).find_map(|t| self.adjective(t));
            if found.is_some() {
                return found;
            }
        }
        match (lemma, group.tense) {
            ("devoir" | "pouvoir" | "préférer", Tense::Past | Tense::Pluperfect) => {
                return Some(Effect::Modality(Modality::Fact))
            }
            // « sans pouvoir le rencontrer »: it did not come to it.
            ("pouvoir", _) if group.marker == Some(Prep::SANS) => return Some(Effect::Modality(Modality::Fact)),
            ("aller", Tense::Past | Tense::Pluperfect) => return Some(Effect::Modality(Modality::Fact)),
            _ => {}
        }
        self.cues.verb(group.verb?, group.voice == Voice::Reflexive)
    }

    /// The noun without a name that an infinitive hangs on: « sa volonté de rencontrer », « la décision de X de rencontrer ».
    fn noun_above(&self, governed: usize) -> Option<usize> {
        let before = governed.checked_sub(1).map(|b| self.parse.before_apposition(b))?;
        let noun = self.parse.noun(before)?;
        let head = match noun.mention {
            // « pas question pour X de négocier »
            // « la décision de X, de Y et de Z de négocier »
            Some(_) if matches!(noun.prep, Some(Prep::DE | Prep::POUR)) => {
                self.parse.first_conjunct(before).checked_sub(1)?
            }
            Some(_) => return None,
            None => before,
        };
        self.parse.noun(head).filter(|n| n.mention.is_none())?;
        Some(head)
    }

    /// What that noun does to the infinitive.
    fn noun_effect(&self, governed: usize) -> Option<Effect> {
        let head = self.noun_above(governed)?;
        let noun = self.parse.noun(head)?;
        let none = head.checked_sub(1).map(|b| self.parse.chunks[b]);
        if none.is_some_and(|c| {
            matches!(c.kind, ChunkKind::Adverb(_)) && self.parse.context.source.lowered(c.first as usize) == "pas"
        }) {
            return Some(Effect::Negated);
        }
        self.cues.noun(self.parse.head(head)).or_else(|| {
            // « la volonté de son pays de renforcer »
            let owner = noun.prep == Some(Prep::DE) && noun.determiner != Determiner::None;
            let before = head.checked_sub(1).filter(|_| owner)?;
            self.parse.noun(before).filter(|n| n.mention.is_none())?;
            self.cues.noun(self.parse.head(before))
        })
    }
}
