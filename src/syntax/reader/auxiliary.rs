//! Auxiliaries and their participles, with what stands between.

use super::conjugation::{compound, takes_etre};
use super::{Reader, Reading};
use crate::id::VerbId;
use crate::lexicon::grammar::Function;
use crate::lexicon::inflection::{self, Inflection};
use crate::lexicon::Pos;
use crate::syntax::group::{VerbForm, VerbGroup, Voice};

/// How many tokens may stand between an auxiliary and its participle.
const REACH: usize = 9;
/// How long a parenthesis between an auxiliary and its participle may be.
const PARENTHESIS: usize = 24;
/// How many tokens a list of participles may go on for.
const LIST: usize = 40;
/// How many tokens behind its opening a quote may close that stands between an auxiliary and its participle.
const QUOTED: usize = 5;

impl Reader<'_, '_> {
    /// « a (déjà) rencontré », « est reçu », « a été reçu ».
    pub(super) fn auxiliary(&self, group: &mut VerbGroup) {
        let (have, be) = match self.lemma(group.verb) {
            "avoir" => (true, false),
            "être" => (false, true),
            _ => return,
        };
        let from = group.last as usize;
        let behind = || if have { self.participle_behind_adjuncts(from) } else { None };
        let Some((at, reading)) = self.participle_after(from).or_else(behind) else { return };
        let first_tense = group.tense;
        let lemma = self.lemma(reading.verb);
        if have && lemma == "être" {
            // « a été reçu »
            group.tense = compound(first_tense);
            match self.participle_after(at + 1) {
                Some((at, reading)) => {
                    self.join(group, at, reading);
                    group.voice = Voice::Passive;
                }
                None => {
                    group.verb = reading.verb;
                    group.head = at as u32;
                    self.extend(group, at);
                }
            }
            return;
        }
        let plural = group.plural;
        self.join(group, at, reading);
        if have {
            // « les pays que le ministre a visités »: the participle agrees with the object.
            group.plural = plural;
        }
        if have || group.voice == Voice::Reflexive || takes_etre(lemma) {
            group.tense = compound(first_tense);
        } else if be {
            group.voice = Voice::Passive;
        }
    }

    pub(super) fn join(&self, group: &mut VerbGroup, at: usize, reading: Reading) {
        group.verb = reading.verb;
        group.head = at as u32;
        group.feminine = reading.inflection.feminine;
        group.plural |= reading.inflection.plural;
        self.extend(group, at);
    }

    /// Takes tokens up to `at` into the group; negation among them counts.
    pub(super) fn extend(&self, group: &mut VerbGroup, at: usize) {
        for index in group.last as usize..at {
            if self.negative(index) || self.source.lowered(index) == "ni" {
                group.negated = true;
            }
        }
        group.last = at as u32 + 1;
    }

    /// pas, plus…; « une fois de plus », « sur ce point » negate nothing.
    pub(super) fn negative(&self, index: usize) -> bool {
        let led = |i: usize| {
            let function = self.word(i).function;
            i >= self.start && (function.determines() || matches!(function, Function::Preposition(_)))
        };
        matches!(
            self.source.lowered(index),
            "pas" | "plus" | "jamais" | "nullement" | "aucunement" | "guère" | "point" | "rien"
        ) && !(matches!(self.source.lowered(index), "plus" | "point") && index.checked_sub(1).is_some_and(led))
            // « plus que jamais »
            && !(self.source.lowered(index) == "plus" && self.source.lowered(index + 2) == "jamais")
            && !(self.source.lowered(index) == "jamais" && index > 1 && self.source.lowered(index - 2) == "plus")
    }

    /// A past participle within reach of an auxiliary: adverbs, negation, dates between commas may stand between.
    pub(super) fn participle_after(&self, from: usize) -> Option<(usize, Reading)> {
        let mut index = from;
        let stop = self.end.min(from + REACH);
        let mut commas = 0;
        while index < stop {
            let word = self.word(index);
            if self.emphatic(index) {
                // « a lui-même nommé », « ont, eux, cédé », « a lui aussi rendu hommage »
                index += 1;
                continue;
            }
            if (word.pos.any(Pos::PAST_PARTICIPLE) || self.unknown_participle(index))
                && !self.source.get(index)?.is_capitalized()
            {
                // « a accord… » has no such reading; « est membre » neither; « a fait » does.
                let reading =
                    self.readings(index).iter().find(|r| r.inflection.tense == inflection::Tense::PastParticiple);
                let reading = reading.map_or(
                    Reading {
                        verb: None,
                        inflection: Inflection {
                            tense: inflection::Tense::PastParticiple,
                            person: 0,
                            plural: word.pos.any(Pos::PLURAL) && !word.pos.any(Pos::SINGULAR),
                            feminine: word.pos.any(Pos::FEMININE) && !word.pos.any(Pos::MASCULINE),
                        },
                    },
                    |r| Reading { verb: Some(r.verb), inflection: r.inflection },
                );
                return Some((index, reading));
            }
            let lowered = self.source.lowered(index);
            // « n'a ni reconnu ni condamné »
            if lowered == "ni" && index == from {
                index += 1;
                continue;
            }
            // « a été co-présidée »
            if lowered == "co" && self.source.get(index + 1)?.is_joined() {
                index += 1;
                continue;
            }
            // « a encore une fois condamné », « a tout de suite condamné »
            let words = &self.lexical.words;
            let phrase = self.lexicon.grammar().phrase(self.lexicon.vocabulary(), words, index);
            if let Some(phrase) = phrase.filter(|p| p.function == Function::Adverb) {
                index += phrase.len;
                continue;
            }
            if matches!(lowered, "«" | "“" | "\"") && self.lowered_before_end(index + 1) != "," {
                // « aurait « menacé » X », « a « fermement » condamné »
                let quoted =
                    (index + 2..stop.min(index + QUOTED)).find(|&i| matches!(self.source.lowered(i), "»" | "”" | "\""));
                // « a « fermement condamné » X »
                let first = (index + 1..stop).find(|&i| !self.word(i).pos.any(Pos::ADVERB)).unwrap_or(index + 1);
                let told = self.word(first).pos.any(Pos::PAST_PARTICIPLE);
                index = quoted.filter(|_| !told).unwrap_or(index) + 1;
                continue;
            }
            // « avait en 1967 assumé », « avait l'année précédente consenti »
            if let Some(behind) = self.time_phrase(index).filter(|_| commas == 0) {
                index = behind;
                continue;
            }
            let passes = match word.function {
                Function::Negative | Function::Adverb => true,
                Function::None => {
                    (word.pos.any(Pos::ADVERB) && !lowered.is_empty())
                        || lowered.ends_with("ment")
                        || matches!(lowered, "chacun" | "chacune")
                        || is_time_word(lowered)
                        || self.source.get(index)?.is_number() && commas > 0
                }
                Function::Quantifier => matches!(lowered, "tous" | "toutes" | "tout" | "deux"),
                Function::SubjectPronoun => self.joined(index),
                _ => {
                    matches!(
                        lowered,
                        "donc" | "aussi" | "ainsi" | "enfin" | "même" | "cependant" | "néanmoins" | "toutefois"
                    ) || matches!(lowered, "en" | "à" | "d'" | "ce" | "cette" | "la" | "l'") && commas > 0
                        // « a la veille rencontré », « a depuis rencontré »
                        || matches!(lowered, "le" | "la" | "ce" | "cette") && is_time_word(self.source.lowered(index + 1))
                        || lowered == "depuis" && self.word(index + 1).pos.any(Pos::PAST_PARTICIPLE)
                }
            };
            if lowered == "," && commas == 0 {
                if let Some(found) = self.participle_behind(index) {
                    return Some(found);
                }
            }
            if lowered == "," {
                commas += 1;
                if commas > 2 {
                    return None;
                }
            } else if !(passes || lowered == "t" && self.joined(index)) {
                // « n'est pas assez, a dit X »: an auxiliary of its own
                if commas == 1 && !self.is_auxiliary(index) {
                    index += 1;
                    continue;
                }
                return None;
            }
            index += 1;
        }
        None
    }

    /// One past a phrase of time, such as « en mai 1967 » or « l'année précédente », that a participle follows.
    fn time_phrase(&self, from: usize) -> Option<usize> {
        let led = matches!(self.source.lowered(from), "en" | "le" | "la" | "l'" | "dès" | "au" | "fin" | "début");
        let year = |t: usize| self.source.str(t).len() == 4 && self.source.get(t).is_some_and(|t| t.is_number());
        let day = |t: usize| self.source.get(t).is_some_and(|t| t.is_number()) && self.source.str(t).len() <= 2;
        let when = |t: usize| {
            is_time_word(self.source.lowered(t))
                || matches!(self.source.lowered(t), "an" | "année" | "mois" | "semaine")
        };
        let more = |t: usize| {
            let word = self.word(t);
            word.pos.any(Pos::ADJECTIVE) && !word.pos.any(Pos::PAST_PARTICIPLE) && !word.pos.any(Pos::ADVERB)
        };
        let end =
            (from + 1..self.end.min(from + 5)).find(|&t| !(year(t) || day(t) || when(t) || t > from + 1 && more(t)))?;
        let told = (from + 1..end).any(|t| year(t) || when(t));
        let participle = self.word(end).pos.any(Pos::PAST_PARTICIPLE)
            && (!self.word(end).pos.any(Pos::NOUN) || self.opens_object(end + 1));
        (led && told && participle).then_some(end)
    }

    /// The participle behind the parenthesis that opens with a comma at `open`: « a, dans un message diffusé hier, prié X ».
    /// A parenthesis that tells something of its own (« a, avant de quitter Paris, prié X ») is left to itself.
    fn participle_behind(&self, open: usize) -> Option<(usize, Reading)> {
        let close = |i: &usize| self.source.lowered(*i) == ",";
        let tells = |i: &usize| self.word(*i).pos.any(Pos::INFINITIVE) && !self.word(*i).pos.any(Pos::NOUN);
        let reach = self.end.min(open + PARENTHESIS);
        let until = (open + 1..reach).find(tells).unwrap_or(reach);
        (open + 2..until).filter(close).find_map(|comma| {
            let adverb = |i: &usize| {
                let word = self.word(*i);
                word.function == Function::None && word.pos.any(Pos::ADVERB) && !word.pos.any(Pos::PAST_PARTICIPLE)
            };
            let at = comma + 1 + (comma + 1..self.end.min(comma + 3)).take_while(adverb).count();
            let participle = self.readings(at).iter().find(|r| r.inflection.tense == inflection::Tense::PastParticiple);
            let free = at < self.end && self.word(at).function == Function::None;
            participle.filter(|_| free).map(|r| (at, Reading { verb: Some(r.verb), inflection: r.inflection }))
        })
    }

    /// A determiner or a name stands at `at`.
    fn opens_object(&self, at: usize) -> bool {
        at < self.end
            && (self.word(at).function.determines() || self.source.get(at).is_some_and(|t| t.is_capitalized()))
    }

    /// « a au cours du sommet accusé X », « ont par téléphone félicité X »: the participle behind adjuncts that no comma sets
    /// off. What « avoir » has for its object stands behind no preposition; a participle that agrees with something tells of that.
    fn participle_behind_adjuncts(&self, from: usize) -> Option<(usize, Reading)> {
        let phrase = |i: usize| self.lexicon.grammar().phrase(self.lexicon.vocabulary(), &self.lexical.words, i);
        let mut at = from;
        let stop = self.end.min(from + PARENTHESIS / 2);
        while at < stop {
            let (function, len) = phrase(at).map_or((self.word(at).function, 1), |p| (p.function, p.len));
            let now = self.word(at).function == Function::None
                && (self.word(at).pos.any(Pos::ADVERB) || is_time_word(self.source.lowered(at)));
            if matches!(function, Function::Adverb | Function::ByPhone)
                || now && !self.word(at).pos.any(Pos::PAST_PARTICIPLE)
            {
                at += len;
                continue;
            }
            if matches!(function, Function::Preposition(_) | Function::ToDefinite | Function::OfDefinite) {
                at += len;
                // An article or a number may follow, then a noun must.
                at += usize::from(self.word(at).function.determines());
                if !self.word(at).pos.nominal() && !self.source.get(at)?.is_capitalized() {
                    return None;
                }
                at += 1;
                continue;
            }
            let word = self.word(at);
            if word.pos.any(Pos::PAST_PARTICIPLE) {
                let reading = self.readings(at).iter().find(|r| {
                    r.inflection.tense == inflection::Tense::PastParticiple
                        && !r.inflection.plural
                        && !r.inflection.feminine
                })?;
                return self
                    .opens_object(at + 1)
                    .then_some((at, Reading { verb: Some(reading.verb), inflection: reading.inflection }));
            }
            // More of the noun phrase.
            if at == from || word.function != Function::None || !word.pos.nominal() {
                return None;
            }
            at += 1;
        }
        None
    }

    /// lui-même, elles-mêmes; « , eux, »; « lui aussi »
    pub(super) fn emphatic(&self, at: usize) -> bool {
        let same = |i: usize| self.joined(i) && matches!(self.source.lowered(i), "même" | "mêmes");
        let pronoun = matches!(self.lowered_before_end(at), "lui" | "elle" | "eux" | "elles" | "soi");
        pronoun && (same(at + 1) || matches!(self.lowered_before_end(at + 1), "," | "aussi" | "seul" | "seule"))
            || same(at)
    }

    /// A word no list has that ends as a participle does: « a dédramatisé ».
    pub(super) fn unknown_participle(&self, at: usize) -> bool {
        let lowered = self.source.lowered(at);
        self.word(at).pos.0 == 0
            && self.word(at).function == Function::None
            && lowered.len() > 5
            && ["é", "ée", "és", "ées"].iter().any(|end| lowered.ends_with(end))
    }

    /// « ne rencontre pas »: a « ne » before and a negative word after; « ne … que » is none.
    pub(super) fn negation_after(&self, group: &mut VerbGroup) {
        let has_ne = (group.first..group.head).any(|i| matches!(self.source.lowered(i as usize), "ne" | "n'"));
        if !has_ne {
            // A lone « pas » after an auxiliary (spoken style) does count; it was seen by `extend`.
            return;
        }
        let end = self.end.min(group.last as usize + 3);
        for index in group.last as usize..end {
            if self.negative(index) {
                // « ne réclame plus de X qu'un geste »: no more than that, but that.
                group.negated = !self.restricted(index);
                if index == group.last as usize {
                    group.last += 1;
                }
                return;
            }
            if matches!(self.source.lowered(index), "aucun" | "aucune" | "personne" | "ni" | "nul" | "nulle") {
                group.negated = true;
                return;
            }
            if matches!(self.source.lowered(index), "que" | "qu'") {
                return;
            }
        }
        // « n'a pu venir », « n'ose répondre »: these need no « pas ».
        let alone = group
            .verb
            .is_some_and(|v| matches!(self.lexicon.vocabulary().lemma(v), "pouvoir" | "savoir" | "oser" | "cesser"));
        if alone {
            group.negated = true;
            return;
        }
        // « pas plus que X, Y n'a reconnu Z »
        let first = group.first as usize;
        let no_more = |i: usize| {
            self.source.lowered(i) == "pas"
                && self.source.lowered(i + 1) == "plus"
                && matches!(self.source.lowered(i + 2), "que" | "qu'")
        };
        if (first.saturating_sub(24).max(self.start)..first.saturating_sub(2)).any(no_more) {
            group.negated = true;
            return;
        }
        // « aucun accord n'a été signé », « personne n'a », « ni X ni Y n'ont »
        let from = (group.first as usize).saturating_sub(12).max(self.start);
        // « aucun accord, on le sait, n'a été signé »: past what commas set off.
        let comma = |i: usize| self.source.str(i) == ",";
        let before = (group.first as usize).saturating_sub(1).max(from);
        let until = if comma(before) { (from..before).rev().find(|&i| comma(i)) } else { None };
        for index in (from..until.unwrap_or(group.first as usize)).rev() {
            let lowered = self.source.lowered(index);
            if matches!(lowered, "," | ";" | ":" | "que" | "qu'" | "qui") {
                return;
            }
            if matches!(lowered, "aucun" | "aucune" | "ni" | "nul" | "nulle" | "personne" | "rien" | "jamais") {
                group.negated = true;
                return;
            }
        }
    }

    /// Whether a « plus » is taken back by a « que » before a noun: « n'est plus qu'un souvenir ».
    fn restricted(&self, at: usize) -> bool {
        self.source.lowered(at) == "plus"
            && (at + 1..self.end.min(at + 6))
                .take_while(|&i| self.source.str(i) != ",")
                .find(|&i| matches!(self.source.lowered(i), "que" | "qu'"))
                .is_some_and(|i| {
                    let next = self.word(i + 1);
                    next.function.determines() && next.function != Function::Definite
                        || matches!(next.function, Function::Preposition(_))
                })
    }

    /// The compound finite group whose auxiliary a participle behind « et » shares.
    pub(super) fn shared_auxiliary(&self, at: usize) -> Option<VerbGroup> {
        let mut before = at.checked_sub(1).filter(|&b| b > self.start)?;
        if self.word(before).pos.any(Pos::ADVERB) && self.word(before).function == Function::None {
            before -= 1;
        }
        let listed = self.source.str(before) == ",";
        if listed && !self.lists_participles(at)
            || !listed && !matches!(self.source.lowered(before), "et" | "ou" | "puis" | "mais" | "ni")
        {
            return None;
        }
        let here = self.groups.iter().rev().take(5).take_while(|g| g.first as usize >= self.start);
        // « a reçu X, accusé par Y et critiqué par Z »: it tells of X, as the participle before it does.
        let told = here.clone().next().is_some_and(|g| g.form == VerbForm::PastParticiple);
        if told && self.lowered_before_end(at + 1) == "par" {
            return None;
        }
        let compound = |g: &VerbGroup| (g.first..g.head).any(|t| self.is_auxiliary(t as usize));
        // « a décidé de rappeler X et exprimé Y »: what lies between has no auxiliary to share.
        let last = here.clone().find(|g| g.is_finite())?;
        let shared = if compound(last) { last } else { here.clone().find(|g| g.is_finite() && compound(g))? };
        let have = || (shared.first..shared.head).any(|t| self.readings(t as usize).iter().any(|r| self.has(r.verb)));
        let takes = !listed || shared.voice == Voice::Active && have();
        takes.then_some(*shared)
    }

    /// « a condamné X, **exhorté** Y à céder et rejeté Z »: a participle with an object that « et » and another such one, or
    /// another verb in a compound tense, go on from.
    fn lists_participles(&self, at: usize) -> bool {
        let member = |i: usize| {
            let invariable = self.readings(i).iter().any(|r| {
                r.inflection.tense == inflection::Tense::PastParticiple
                    && !r.inflection.plural
                    && !r.inflection.feminine
                    && !takes_etre(self.lexicon.vocabulary().lemma(r.verb))
            });
            let to = matches!(self.word(i + 1).function, Function::ToDefinite) || self.source.lowered(i + 1) == "à";
            invariable && i + 1 < self.end && (self.opens_object(i + 1) || to)
        };
        let goes_on = |i: usize| {
            let next = i + 1 + usize::from(self.word(i + 1).pos.any(Pos::ADVERB) && !self.is_auxiliary(i + 1));
            member(next) || self.is_auxiliary(next) && self.word(next + 1).pos.any(Pos::PAST_PARTICIPLE)
        };
        member(at)
            && (at + 2..self.end.min(at + LIST))
                .take_while(|&i| !matches!(self.source.str(i), ";" | ":" | "»" | "«"))
                .any(|i| matches!(self.source.lowered(i), "et" | "puis") && goes_on(i))
    }

    fn has(&self, verb: VerbId) -> bool {
        self.lexicon.vocabulary().lemma(verb) == "avoir"
    }
}

fn is_time_word(lowered: &str) -> bool {
    matches!(
        lowered,
        "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "hier"
            | "aujourd'hui"
            | "demain"
            | "matin"
            | "veille"
            | "lendemain"
            | "soir"
            | "soirée"
            | "matinée"
            | "après"
            | "midi"
            | "dernier"
            | "avant"
            | "janvier"
            | "février"
            | "mars"
            | "avril"
            | "mai"
            | "juin"
            | "juillet"
            | "août"
            | "septembre"
            | "octobre"
            | "novembre"
            | "décembre"
    )
}
