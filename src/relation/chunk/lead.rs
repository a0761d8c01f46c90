//! What stands before a noun: prepositions, determiners, and whether a « de »
//! opens an object or a complement. Comes in the token a noun phrase begins
//! at, goes out what its noun is led by; no head is chosen here.

use super::{Chunk, ChunkKind, Chunker, Determiner};
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::Pos;
use crate::relation::cue::List;
use crate::syntax::{VerbForm, VerbGroup};

/// A preposition and determiner read before a noun.
#[derive(Clone, Copy)]
pub(super) struct Lead {
    pub(super) prep: Option<Prep>,
    pub(super) determiner: Determiner,
    pub(super) plural: bool,
    /// du, des: perhaps no preposition at all.
    pub(super) partitive: bool,
}

impl Lead {
    pub(super) fn none() -> Self {
        Self { prep: None, determiner: Determiner::None, plural: false, partitive: false }
    }
}

impl Chunker<'_, '_> {
    /// After a preposition (read up to `at`): another preposition's determiner, a relative, an infinitive or a noun.
    pub(super) fn lead(&mut self, start: usize, mut at: usize, mut lead: Lead) {
        // « d'ici à », « jusqu'à », « de chez », « d'entre »: the last preposition counts.
        for _ in 0..2 {
            if let Function::Preposition(prep) = self.word(at).function {
                let free = !self.compound(at) && self.mention_at(at).is_none() && self.group_at(at).is_none();
                // « par de graves inondations », « avec de hauts responsables »: an article.
                let article = prep == Prep::DE
                    && matches!(lead.prep, Some(Prep::PAR | Prep::AVEC | Prep::CONTRE | Prep::POUR | Prep::SUR))
                    && self.lowered(at) == "de"
                    && self.word(at + 1).pos.any(Pos::ADJECTIVE)
                    && !self.word(at + 1).function.determines();
                if article && free {
                    (lead.determiner, lead.plural) = (Determiner::Indefinite, true);
                    at += 1;
                } else if lead.prep.is_some() && free {
                    lead.prep = Some(prep);
                    at += 1;
                }
            }
        }
        if self.word(at).function == Function::ToDefinite && lead.prep.is_some() {
            lead.determiner = Determiner::Definite;
            at += 1;
        }
        if lead.prep.is_some() && matches!(self.str(at), "«" | "“" | "\"") {
            at += 1;
        }
        if self.approximates(start, at, lead.prep) {
            let prep = self.before_about(start);
            lead = Lead { prep, determiner: Determiner::Indefinite, plural: true, ..Lead::none() };
        }
        if lead.prep.is_some() {
            if self.group_at(at).is_some_and(|g| self.groups[g].form != VerbForm::PastParticiple) {
                self.at = at;
                return;
            }
            if self.word(at).function == Function::Relative || matches!(self.lowered(at), "lequel" | "laquelle") {
                return self.push(ChunkKind::Relative(lead.prep), start, at + 1);
            }
        }
        for _ in 0..3 {
            if self.mention_at(at).is_some() {
                break;
            }
            let function = self.word(at).function;
            if !function.determines() {
                break;
            }
            let led =
                matches!(lead.determiner, Determiner::Definite | Determiner::Possessive | Determiner::Demonstrative);
            if function == Function::Possessive && led && self.word(at).pos.any(Pos::NOUN) {
                // « hausser le ton », « le son »
                break;
            }
            let lowered = self.lowered(at);
            let plural = matches!(lowered, "les" | "des" | "aux" | "ses" | "leurs" | "ces")
                || function == Function::Quantifier
                    && !matches!(
                        lowered,
                        "chaque" | "tout" | "toute" | "aucun" | "aucune" | "nul" | "nulle" | "quelque"
                    );
            lead.plural |= plural;
            lead.determiner = match function {
                // « après des entretiens », « avec du retard »
                Function::OfDefinite if lead.prep.is_some() => Determiner::Indefinite,
                Function::Definite | Function::OfDefinite | Function::ToDefinite => Determiner::Definite,
                Function::Possessive => Determiner::Possessive,
                Function::Demonstrative => Determiner::Demonstrative,
                Function::Quantifier if matches!(lowered, "aucun" | "aucune" | "nul" | "nulle") => Determiner::Negative,
                Function::Quantifier if lead.determiner != Determiner::None => lead.determiner,
                _ => Determiner::Indefinite,
            };
            at += 1;
        }
        if at > start && matches!(self.str(at), "«" | "“" | "\"") {
            // « l'« exigence » »
            at += 1;
        }
        // « plusieurs de ses diplomates », « la plupart des ministres », « beaucoup de soldats »: the number stands for
        // those it counts.
        let own = lead.plural && matches!(lead.determiner, Determiner::Possessive | Determiner::Demonstrative);
        if lead.prep == Some(Prep::DE) && (own && self.counted_from(start) || self.many_before(start, lead)) {
            // « à trois de ses ministres »
            let to = start.checked_sub(2).filter(|_| own).map(|b| self.word(b).function);
            let to = to.and_then(|f| if let Function::Preposition(prep) = f { Some(prep) } else { None });
            (lead.prep, lead.partitive, lead.plural) = (to, false, true);
        }
        // « par l'un de ses gardes », « a envoyé un de ses navires »
        if let Some(prep) = self.one_of(start).filter(|_| lead.prep == Some(Prep::DE) && own) {
            (lead.prep, lead.partitive, lead.plural) = (prep, false, false);
        }
        let mention = self.mention_at(at);
        self.noun_phrase(start, at, lead, mention);
    }

    /// Whether how many stands right before token `start`: « plusieurs », « deux ».
    fn counted_from(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|b| {
            self.word(b).function == Function::Quantifier || self.context.source.get(b).is_some_and(|t| t.is_number())
        })
    }

    /// The preposition before « un », « l'une » right before token `start`; none behind a verb.
    fn one_of(&self, start: usize) -> Option<Option<Prep>> {
        let one = start.checked_sub(1).filter(|&b| matches!(self.lowered(b), "un" | "une"))?;
        let before = one.checked_sub(1)?;
        let before = if matches!(self.str(before), "l'" | "l’") { before.checked_sub(1)? } else { before };
        match self.word(before).function {
            Function::Preposition(prep) => Some(Some(prep)),
            _ => self.groups.iter().any(|g| g.last as usize == before + 1).then_some(None),
        }
    }

    /// Whether « la plupart » stands before « des », « beaucoup » before « de ».
    pub(super) fn many_before(&self, start: usize, lead: Lead) -> bool {
        let Some(many) = start.checked_sub(1).filter(|&b| self.cues.lists(List::Quantity, self.lowered(b))) else {
            return false;
        };
        let chunk = self.out.last().filter(|c| c.last as usize == start);
        match chunk.map(|c| c.kind) {
            Some(ChunkKind::Adverb(_)) => lead.determiner == Determiner::None && self.str(many + 1) == "de",
            Some(ChunkKind::Other) => lead.plural,
            _ => false,
        }
    }

    /// « plus de 70 cibles », « près de 200 soldats », « jusqu'à 8 500 hommes »: the preposition before a number only says about how many.
    fn approximates(&mut self, start: usize, at: usize, prep: Option<Prep>) -> bool {
        let counted = self.context.source.get(at).is_some_and(|t| t.is_number())
            // « plus d'un milliard », « plus de deux cents soldats »
            || self.word(at).function == Function::Quantifier
            || matches!(self.lowered(at), "un" | "une") && self.cues.lists(List::Quantity, self.lowered(at + 1));
        if !counted || self.mention_at(at).is_some() {
            return false;
        }
        let before = start.checked_sub(1).map_or("", |b| self.lowered(b));
        match prep.map_or("", |p| self.context.lexicon.grammar().prep_name(p)) {
            "près de" => true,
            "à" => self.lowered(start).starts_with("jusqu"),
            "de" => matches!(before, "plus" | "moins"),
            _ => false,
        }
    }

    /// « pour | plus de 140 millions »: the preposition before what only says about how many.
    fn before_about(&self, start: usize) -> Option<Prep> {
        let about = matches!(start.checked_sub(1).map_or("", |b| self.lowered(b)), "plus" | "moins");
        match self.word(start.checked_sub(2).filter(|_| about)?).function {
            Function::Preposition(prep) => Some(prep),
            _ => None,
        }
    }

    /// Whether a « des » or « de » here opens an object or a subject rather than a complement.
    pub(super) fn after_verb(&self, negated: bool, plural: bool) -> bool {
        // « a reçu en audience, ce lundi, des émissaires »: a date that commas set off parts no verb from its object.
        let dated = |n: Option<&Chunk>| n.and_then(Chunk::noun).is_some_and(|n| n.date);
        let mut set_off = false;
        for (steps, chunk) in self.out.iter().rev().take(8).enumerate() {
            match chunk.kind {
                ChunkKind::Comma if !negated && steps > 0 && dated(self.out.iter().rev().nth(steps - 1)) => {
                    set_off = true
                }
                // « l'« égoïsme » des dirigeants »: the quote ends within the noun phrase.
                ChunkKind::Quote if self.closes_quote(chunk.first as usize) => {}
                ChunkKind::Comma
                | ChunkKind::Break
                | ChunkKind::And
                | ChunkKind::Quote
                | ChunkKind::Subordinator
                | ChunkKind::Relative(_) => {
                    return !negated && steps == 0;
                }
                ChunkKind::Verb(group) => {
                    let Some(group) = self.context.syntax.groups.get(group as usize) else { return false };
                    let takes = group.voice == crate::syntax::Voice::Active
                        && group.form != VerbForm::PastParticiple
                        && !self.asks_for_de(group, plural);
                    return takes && (!negated || group.negated || group.marker == Some(Prep::SANS));
                }
                ChunkKind::Adverb(_) => {}
                ChunkKind::Noun(noun)
                    if noun.date || noun.prep.is_some_and(|p| p != Prep::DE) && (noun.mention.is_some() || set_off) => {
                }
                // « a reçu dans son bureau des responsables », « a bombardé dans la nuit des positions »
                ChunkKind::Noun(noun)
                    if noun.prep.is_some_and(|p| p != Prep::DE) && noun.determiner == Determiner::Possessive
                        || noun.prep == Some(Prep::DANS)
                            && matches!(
                                self.lowered(noun.head as usize),
                                "nuit" | "matinée" | "journée" | "soirée"
                            ) => {}
                _ => return false,
            }
        }
        !negated && self.out.is_empty()
    }

    /// Whether the mark at token `index` ends a quotation.
    pub(super) fn closes_quote(&self, index: usize) -> bool {
        match self.str(index) {
            "»" | "”" | "›" => true,
            "\"" => self.context.source.get(index).is_some_and(|t| t.is_glued()),
            _ => false,
        }
    }

    /// « a discuté du problème », « parle des relations »: verbs whose complement stands behind « de ».
    /// « a accusé des rivaux »: those that have an object besides have it first, as far as « des » may open it.
    fn asks_for_de(&self, group: &VerbGroup, plural: bool) -> bool {
        let lemma = group.verb.map_or("", |v| self.context.lexicon.vocabulary().lemma(v));
        if self.cues.lists(List::OfBesides, lemma) {
            return !plural || group.clitics.direct();
        }
        self.cues.lists(List::Of, lemma)
    }
}
