//! Infinitives and participles that open a group of their own.
//!
//! Comes in: a token that may be one. Goes out: the group it opens, with the preposition that marks it, and the token
//! after it. Which verb governs the group is not asked here: that is the business of `governor`.

use super::conjugation::takes_etre;
use super::Reader;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{inflection, Pos, Word};
use crate::syntax::group::{Clitics, Tense, VerbForm, VerbGroup, Voice};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    pub(super) fn infinitive(&mut self, at: usize) -> usize {
        let verb =
            self.readings(at).iter().find(|r| r.inflection.tense == inflection::Tense::Infinitive).map(|r| r.verb);
        let mut group = self.blank(at, verb, VerbForm::Infinitive);
        self.draw_in(&mut group, 0);
        match self.lemma(verb) {
            "avoir" => {
                if let Some((at, reading)) = self.participle_after(group.last as usize) {
                    group.tense = Tense::Perfect;
                    if self.lemma(reading.verb) == "être" {
                        self.extend(&mut group, at);
                        // « avoir été la cible de tirs »
                        group.verb = reading.verb;
                        if let Some((at, reading)) = self.participle_after(at + 1) {
                            self.join(&mut group, at, reading);
                            group.voice = Voice::Passive;
                        }
                    } else {
                        self.join(&mut group, at, reading);
                    }
                }
            }
            "être" => {
                if let Some((at, reading)) = self.participle_after(group.last as usize) {
                    let moves = takes_etre(self.lemma(reading.verb));
                    self.join(&mut group, at, reading);
                    if moves || group.voice == Voice::Reflexive {
                        group.tense = Tense::Perfect;
                    } else {
                        group.voice = Voice::Passive;
                    }
                }
            }
            _ => {}
        }
        self.marker(&mut group);
        let end = group.last as usize;
        self.groups.push(group);
        end
    }

    /// The preposition right before the group, single or a phrase (« afin de », « en vue de »).
    fn marker(&self, group: &mut VerbGroup) {
        let first = group.first as usize;
        for back in 1..=4 {
            let Some(start) = first.checked_sub(back).filter(|&s| s >= self.start) else { break };
            let words = &self.lexical.words;
            if let Some(phrase) = self.lexicon.grammar().phrase(self.lexicon.vocabulary(), words, start) {
                if phrase.len == back {
                    if let Function::Preposition(prep) = phrase.function {
                        group.marker = Some(prep);
                        return;
                    }
                }
            }
        }
        let Some(mut before) = first.checked_sub(1).filter(|&b| b >= self.start) else { return };
        // « inviter X à « travailler ensemble » »
        if matches!(self.source.str(before), "«" | "“" | "\"" | "'" | "‘") && before > self.start {
            before -= 1;
        }
        // « sans pour autant condamner », « pour mieux comprendre »
        before = self.before_adverbs(before);
        group.marker = match self.word(before).function {
            Function::Preposition(prep) => Some(prep),
            _ if self.source.lowered(before) == "d'" => Some(Prep::DE),
            _ => None,
        };
    }

    /// The token before the adverbs and adverbial phrases that end in token `last`.
    fn before_adverbs(&self, last: usize) -> usize {
        let (grammar, words) = (self.lexicon.grammar(), &self.lexical.words);
        let phrase = |last: usize| {
            (1..4).filter_map(|back| last.checked_sub(back)).filter(|&s| s > self.start).find(|&start| {
                grammar
                    .phrase(self.lexicon.vocabulary(), words, start)
                    .is_some_and(|p| p.function == Function::Adverb && start + p.len == last + 1)
            })
        };
        let mut at = last;
        for _ in 0..2 {
            let word = self.word(at);
            let adverb = word.pos.any(Pos::ADVERB)
                && matches!(word.function, Function::None | Function::Adverb | Function::Negative);
            match phrase(at) {
                Some(start) => at = start - 1,
                None if adverb && at > self.start => at -= 1,
                None => break,
            }
        }
        at
    }

    pub(super) fn present_participle(&mut self, at: usize, word: &Word) -> Option<usize> {
        let reading =
            self.readings(at).iter().find(|r| r.inflection.tense == inflection::Tense::PresentParticiple).copied();
        if word.function != Function::None {
            return None;
        }
        let before = at.checked_sub(1).filter(|&b| b >= self.start);
        let gerund = before.is_some_and(|b| {
            self.source.lowered(b) == "en"
                || (self.source.lowered(b).len() <= 4 && b > self.start && self.source.lowered(b - 1) == "en")
        });
        if word.pos.any(Pos::NOUN | Pos::ADJECTIVE) && !gerund {
            let determined = before.is_some_and(|b| {
                self.word(b).function.determines() || self.word(b).pos.any(Pos::NOUN | Pos::ADJECTIVE)
            });
            // « un appel pressant à X »: behind a noun, without an object, it is an adjective.
            let after = at + 1 >= self.end
                || self.source.get(at + 1).is_some_and(|t| t.kind == TokenKind::Punct)
                || matches!(
                    self.word(at + 1).function,
                    Function::Preposition(_) | Function::ToDefinite | Function::OfDefinite | Function::Coordinator
                );
            let noun =
                before.is_some_and(|b| self.word(b).pos.any(Pos::NOUN) && self.word(b).function == Function::None);
            // « une résolution exigeant de X le retrait »: an adjective would agree.
            let agrees = before.is_none_or(|b| {
                let pos = self.word(b).pos;
                (!pos.any(Pos::FEMININE) || pos.any(Pos::MASCULINE) || word.pos.any(Pos::FEMININE))
                    && (!pos.any(Pos::PLURAL) || pos.any(Pos::SINGULAR) || word.pos.any(Pos::PLURAL))
            });
            if noun && after && agrees && word.pos.any(Pos::ADJECTIVE) {
                return None;
            }
            let article = before.is_some_and(|b| self.word(b).function.determines());
            if determined && reading.is_none() || article && !self.addresses(at, word) {
                return None;
            }
        }
        let form = if gerund { VerbForm::Gerund } else { VerbForm::PresentParticiple };
        let mut group = self.blank(at, reading.map(|r| r.verb), form);
        self.draw_in(&mut group, 0);
        if gerund {
            group.clitics.0 &= !Clitics::EN;
            group.marker = Some(Prep::EN);
        }
        self.negation_after(&mut group);
        if matches!(self.lemma(group.verb), "avoir" | "être") {
            let have = self.lemma(group.verb) == "avoir";
            if let Some((at, participle)) = self.participle_after(group.last as usize) {
                self.join(&mut group, at, participle);
                group.tense = Tense::Perfect;
                let been = have && self.lemma(participle.verb) == "être";
                if let Some((at, participle)) = been.then(|| self.participle_after(at + 1)).flatten() {
                    // « ayant été rappelé »
                    self.join(&mut group, at, participle);
                    group.voice = Voice::Passive;
                } else if !have && group.voice != Voice::Reflexive && !takes_etre(self.lemma(participle.verb)) {
                    group.voice = Voice::Passive;
                }
            }
        }
        let end = group.last as usize;
        self.groups.push(group);
        Some(end)
    }

    /// « X a blâmé Y, l'invitant à démissionner »: behind a comma, what looks like an article is a pronoun where no noun
    /// stands, or where an infinitive follows.
    fn addresses(&self, at: usize, word: &Word) -> bool {
        let pronoun = at
            .checked_sub(2)
            .filter(|&b| b >= self.start)
            .is_some_and(|b| matches!(self.source.lowered(b), "," | "et"))
            && matches!(self.source.lowered(at - 1), "le" | "la" | "l'" | "les");
        let led = matches!(self.word(at + 1).function, Function::Preposition(p) if p == Prep::A || p == Prep::DE);
        let infinitive = self.word(at + 2).pos.any(Pos::INFINITIVE);
        pronoun && led && (infinitive || !word.pos.any(Pos::NOUN))
    }

    /// « Arrivée à Pékin de X »: no comma sets a participle off, no agent follows it, but whose it is.
    fn heads_headline(&self, at: usize) -> bool {
        let end = (at + 1..self.end).find(|&t| self.source.str(t) == ":").unwrap_or(self.end);
        let mut behind = at + 1..end;
        let led = matches!(self.word(at + 1).function, Function::Preposition(_) | Function::ToDefinite);
        let of = |t: usize| matches!(self.word(t).function, Function::OfDefinite | Function::Preposition(Prep::DE));
        // « Entrevue de Tilsit entre A et B »
        let between = behind.clone().take(4).any(|t| self.source.lowered(t) == "entre");
        // « Levée partielle des sanctions contre X »
        let described = self.word(at + 1).pos.any(Pos::ADJECTIVE) && at + 2 < end && of(at + 2);
        (led && behind.clone().skip(1).any(of) || between || described)
            && !behind
                .any(|t| matches!(self.source.str(t), ",") || self.source.lowered(t) == "par" || self.is_auxiliary(t))
    }

    /// A number that is no year.
    fn counts(&self, at: usize) -> bool {
        self.source.get(at).is_some_and(|t| t.kind == TokenKind::Number) && self.source.str(at).len() != 4
    }

    /// A participle without auxiliary: after a noun, or at the head of the sentence.
    pub(super) fn bare_participle(&mut self, at: usize, word: &Word) -> Option<usize> {
        let reading =
            self.readings(at).iter().find(|r| r.inflection.tense == inflection::Tense::PastParticiple).copied()?;
        if word.function != Function::None {
            return None;
        }
        let lemma = self.lexicon.vocabulary().lemma(reading.verb);
        if matches!(lemma, "être" | "avoir" | "pouvoir" | "devoir" | "vouloir" | "falloir" | "faire" | "dire") {
            return None;
        }
        if let Some(before) = at.checked_sub(1).filter(|&b| b >= self.start) {
            let previous = self.word(before);
            if previous.function.determines() || matches!(previous.function, Function::Preposition(_)) {
                return None;
            }
            if word.pos.any(Pos::NOUN) && self.behind_led_adjective(before, previous) {
                // « une sévère mise en garde »
                return None;
            }
            if word.pos.any(Pos::NOUN) && previous.prenominal {
                // « une dernière entrevue »
                return None;
            }
            if self.counts(before) && word.pos.any(Pos::NOUN) {
                // « a relâché 50 détenus »
                return None;
            }
        }
        if at == self.start && word.pos.any(Pos::NOUN) && self.heads_headline(at) {
            return None;
        }
        if let Some(shared) = self.shared_auxiliary(at) {
            // « avaient envahi X et pris Y »
            let group = VerbGroup {
                first: at as u32,
                last: at as u32 + 1,
                head: at as u32,
                verb: Some(reading.verb),
                clitics: Clitics::default(),
                subject: None,
                ..shared
            };
            self.groups.push(group);
            return Some(at + 1);
        }
        let mut group = self.blank(at, Some(reading.verb), VerbForm::PastParticiple);
        group.voice = if takes_etre(lemma) { Voice::Active } else { Voice::Passive };
        group.plural = reading.inflection.plural;
        group.feminine = reading.inflection.feminine;
        // « un accord non signé par X »
        group.negated = at > self.start && self.source.lowered(at - 1) == "non";
        self.groups.push(group);
        Some(at + 1)
    }
}
