//! What the form of a verb tells by itself: its likeliest reading, its tense, the auxiliary it takes.
//!
//! Comes in: one token and its readings. Goes out: a [`Reading`] and a tense. It never looks at the words around.

use super::{Reader, Reading};
use crate::id::VerbId;
use crate::lexicon::inflection::{self, Inflection};
use crate::lexicon::Pos;
use crate::syntax::group::Tense;

impl Reader<'_, '_> {
    /// The likeliest finite reading of the form.
    pub(super) fn finite_reading(&self, at: usize) -> Option<Reading> {
        let rank = |i: &Inflection| {
            let person = if i.person == 3 { 0 } else { 10 };
            person
                + match i.tense {
                    inflection::Tense::Present => 0,
                    inflection::Tense::SimplePast => 1,
                    inflection::Tense::Imperfect => 1,
                    inflection::Tense::Future | inflection::Tense::Conditional => 1,
                    inflection::Tense::Subjunctive => 3,
                    inflection::Tense::SubjunctiveImperfect => 4,
                    _ => 8,
                }
        };
        let best = self
            .readings(at)
            .iter()
            .filter(|r| is_finite(r.inflection.tense))
            .min_by_key(|r| (rank(&r.inflection), self.rare_verb(r.verb), r.verb));
        if let Some(best) = best {
            return Some(Reading { verb: Some(best.verb), inflection: best.inflection });
        }
        let word = self.word(at);
        if word.pos.any(Pos::NOUN | Pos::ADJECTIVE) && !word.pos.any(Pos::THIRD_PLURAL | Pos::THIRD_SINGULAR) {
            return None;
        }
        let plural = word.pos.any(Pos::THIRD_PLURAL) && !word.pos.any(Pos::THIRD_SINGULAR);
        let tense = guess_tense(self.source.lowered(at));
        Some(Reading { verb: None, inflection: Inflection { tense, person: 3, plural, feminine: false } })
    }

    /// « est » is être, « suit » suivre: the verbs that lose against a homograph.
    fn rare_verb(&self, verb: VerbId) -> u8 {
        match self.lexicon.vocabulary().lemma(verb) {
            "être" | "avoir" => 0,
            "suivre" => 2,
            _ => 1,
        }
    }
}

pub(super) fn is_finite(tense: inflection::Tense) -> bool {
    !matches!(
        tense,
        inflection::Tense::Infinitive
            | inflection::Tense::PresentParticiple
            | inflection::Tense::PastParticiple
            | inflection::Tense::Imperative
    )
}

pub(super) fn simple_tense(tense: inflection::Tense) -> Tense {
    match tense {
        inflection::Tense::Present => Tense::Present,
        inflection::Tense::Imperfect => Tense::Imperfect,
        inflection::Tense::SimplePast => Tense::Past,
        inflection::Tense::Future => Tense::Future,
        inflection::Tense::Conditional => Tense::Conditional,
        inflection::Tense::Subjunctive | inflection::Tense::SubjunctiveImperfect => Tense::Subjunctive,
        inflection::Tense::Imperative => Tense::Imperative,
        _ => Tense::None,
    }
}

pub(super) fn compound(tense: Tense) -> Tense {
    match tense {
        Tense::Present | Tense::Past => Tense::Past,
        Tense::Imperfect => Tense::Pluperfect,
        Tense::Future => Tense::FuturePerfect,
        Tense::Conditional => Tense::ConditionalPast,
        Tense::Subjunctive => Tense::SubjunctivePast,
        other => other,
    }
}

/// The tense a verb's ending tells, for verbs the gazetteer does not conjugate.
fn guess_tense(form: &str) -> inflection::Tense {
    if form.ends_with("rait") || form.ends_with("raient") {
        inflection::Tense::Conditional
    } else if ["era", "ira", "dra", "tra", "rra", "vra"].iter().any(|end| form.ends_with(end)) || form.ends_with("ront")
    {
        inflection::Tense::Future
    } else if form.ends_with("ait") || form.ends_with("aient") {
        inflection::Tense::Imperfect
    } else if form.ends_with('a') || form.ends_with("èrent") || form.ends_with("irent") || form.ends_with("urent") {
        inflection::Tense::SimplePast
    } else {
        inflection::Tense::Present
    }
}

/// Verbs whose compound tenses are made with être.
pub(super) fn takes_etre(lemma: &str) -> bool {
    matches!(
        lemma,
        "aller"
            | "venir"
            | "accourir"
            | "arriver"
            | "partir"
            | "entrer"
            | "rentrer"
            | "sortir"
            | "monter"
            | "descendre"
            | "naître"
            | "mourir"
            | "rester"
            | "tomber"
            | "retourner"
            | "revenir"
            | "devenir"
            | "parvenir"
            | "intervenir"
            | "passer"
            | "repartir"
            | "décéder"
            | "survenir"
            | "convenir"
            | "repasser"
            | "ressortir"
            | "redevenir"
            | "advenir"
            | "remonter"
            | "retomber"
            | "apparaître"
    )
}
