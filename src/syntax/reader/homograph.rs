//! Verb or noun: what stands before and behind a form decides.

use super::clitic::pronoun;
use super::conjugation::is_finite;
use super::Reader;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{Pos, Word};
use crate::syntax::group::VerbGroup;
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// « porte-parole », « compte-rendu »: a hyphen makes one noun of it, unless a pronoun follows (« dit-il »).
    pub(super) fn in_compound(&self, at: usize) -> bool {
        if self.joined(at) && !matches!(self.source.lowered(at), "a") {
            return true;
        }
        let enclitic = |i: usize| {
            let lowered = self.source.lowered(i);
            pronoun(lowered).is_some()
                || matches!(lowered, "t" | "le" | "la" | "les" | "lui" | "leur" | "y" | "en" | "moi" | "là")
        };
        // « cessez-le-feu »: behind pronouns nothing else is joined to a verb.
        self.joined(at + 1) && (!enclitic(at + 1) || self.joined(at + 2) && !enclitic(at + 2))
    }

    /// A capital inside a sentence makes a name of a word, unless all around is capitals.
    pub(super) fn capitalized_name(&self, at: usize) -> bool {
        let Some(token) = self.source.get(at) else { return true };
        token.is_capitalized() && at != self.start && !self.opens_quote(at)
    }

    pub(super) fn opens_quote(&self, at: usize) -> bool {
        at == self.start + 1 && self.source.get(self.start).is_some_and(|t| !t.is_word())
            || at > 0 && matches!(self.source.str(at - 1), "«" | "“" | "\"" | ":" | "-" | "–" | "—" | "--")
    }

    /// The token before `at` that counts: adverbs are stepped over.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let mut index = at.checked_sub(1)?;
        let mut steps = 0;
        while index > self.start && steps < 2 {
            let word = self.word(index);
            let adverb = word.pos.any(Pos::ADVERB)
                && !word.pos.any(Pos::NOUN | Pos::ADJECTIVE)
                && matches!(word.function, Function::None | Function::Adverb);
            if !adverb {
                break;
            }
            index -= 1;
            steps += 1;
        }
        // « qui par ailleurs a … », « qui en personne a … »: the word is the end of a phrase.
        let ends = |first: &usize| {
            let phrase = self.lexicon.grammar().phrase(self.lexicon.vocabulary(), &self.lexical.words, *first);
            phrase.is_some_and(|p| p.len > 1 && p.function == Function::Adverb && first + p.len == at)
        };
        if let Some(first) = (at.saturating_sub(4)..at).find(ends).filter(|&first| first > self.start) {
            index = index.min(first - 1);
        }
        (index >= self.start).then_some(index)
    }

    /// Whether what stands before `at` lets the form there be a finite verb.
    pub(super) fn finite_allowed(&self, at: usize, word: &Word) -> bool {
        if !matches!(word.function, Function::None | Function::Clitic | Function::Negative | Function::Preposition(_)) {
            return false;
        }
        let noun = word.pos.any(Pos::NOUN | Pos::ADJECTIVE) || word.function != Function::None;
        let lowered = self.source.lowered(at);
        // « dit-on », « note-t-il »: joined to its subject a word is a verb.
        if noun && self.joined(at + 1) {
            let subject = at + 1 + usize::from(self.source.lowered(at + 1) == "t");
            if self.joined(subject) && pronoun(self.source.lowered(subject)).is_some() {
                return true;
            }
        }
        if lowered == "a" && self.lacks_accent(at) {
            return false;
        }
        let Some(before) = self.before(at) else {
            // First word of the sentence: an imperative or a noun; a verb only when nothing else is possible.
            let preposition = lowered == "a" && self.source.get(at).is_some_and(|t| t.is_capitalized());
            // « Lima est prête », « Vienne a refusé »
            let name = self.lexical.hit_at(at).is_some();
            return !(noun || preposition || name || word.pos.any(Pos::PAST_PARTICIPLE));
        };
        let previous = self.word(before);
        let direct = before + 1 == at;
        let adverb = previous.pos.any(Pos::ADVERB) && !previous.pos.any(Pos::NOUN | Pos::ADJECTIVE);
        if before == self.start && adverb && word.pos.any(Pos::PAST_PARTICIPLE) {
            // « Très satisfait de … », « Officiellement invité … »
            return false;
        }
        if noun && self.groups.last().is_some_and(|g| g.last as usize == at) {
            // « a rendu visite », « prend part »
            return false;
        }
        // « a pris activement part »: what a light verb has behind its adverb
        let light = |g: &&VerbGroup| matches!(self.lemma(g.verb), "avoir" | "faire" | "prendre" | "rendre" | "tenir");
        if noun && !direct && self.groups.last().filter(light).is_some_and(|g| g.last as usize == before + 1) {
            return false;
        }
        // « de manière très critique »
        let graded = at > self.start
            && matches!(
                self.source.lowered(at - 1),
                "très" | "trop" | "si" | "aussi" | "assez" | "plutôt" | "extrêmement"
            );
        if word.pos.any(Pos::ADJECTIVE) && graded {
            return false;
        }
        // « était également présente »: behind « être » an adjective stays one.
        let copula = self.groups.last().filter(|g| g.is_finite() && g.last as usize == before + 1);
        if word.pos.any(Pos::ADJECTIVE) && !direct && copula.is_some_and(|g| self.lemma(g.verb) == "être") {
            return false;
        }
        // « un exercice naval conjoint »: an adjective that is also a form of a verb nobody lists.
        let behind_noun = direct && previous.pos.any(Pos::NOUN | Pos::ADJECTIVE) && previous.function == Function::None;
        if word.pos.any(Pos::ADJECTIVE) && behind_noun && self.readings(at).is_empty() {
            return false;
        }
        // « ce dernier est arrivé »
        let this = before > self.start && self.word(before - 1).function == Function::Demonstrative;
        let demonstrative = this && (self.is_auxiliary(at) || self.takes_object(at) || clash(previous, word));
        if noun && previous.prenominal && !demonstrative {
            // « le premier voyage »
            return false;
        }
        if noun && direct && self.behind_led_adjective(before, previous) {
            // « un accord de libre échange »
            return false;
        }
        if matches!(
            lowered,
            "entre"
                | "sous"
                | "pendant"
                | "durant"
                | "suivant"
                | "contre"
                | "sauf"
                | "excepté"
                | "malgré"
                | "outre"
                | "plus"
                | "tu"
                | "vis"
                | "sur"
                | "pas"
        ) && word.function != Function::None
        {
            // Prepositions and adverbs that are also forms of rare verbs; « entre en vigueur » is one.
            let next = at + 1 + usize::from(self.word(at + 1).pos.any(Pos::ADVERB));
            return lowered == "entre" && matches!(self.source.lowered(next), "en" | "dans" | "au" | "à" | "aux");
        }
        // « Kim Jong-un est arrivé »: the last part of a name is no article.
        if direct
            && (self.ends_name(before) || !previous.function.determines())
            && self.is_auxiliary(at)
            && self.word(at + 1).pos.any(Pos::PAST_PARTICIPLE)
        {
            // « Le 12 août 1970 fut signé … »
            return true;
        }
        let function = if self.ends_name(before) { Function::None } else { previous.function };
        match function {
            Function::SubjectPronoun | Function::Ne | Function::Clitic => {
                if self.source.lowered(before) == "ce" && noun && word.pos.any(Pos::NOUN) {
                    return false;
                }
                // « celui-ci visite »
                let latter = before + 2 == at && self.source.lowered(before + 1) == "ci";
                return direct || latter || !noun;
            }
            Function::Relative => return true,
            Function::Subordinator if self.is_auxiliary(at) || direct && self.takes_object(at) => return true,
            // « …, et aura un entretien », « et somme la coalition de »: a noun would have its article.
            Function::Coordinator if noun => {
                return self.is_auxiliary(at) || self.takes_object(at) || self.goes_on_as_verb(at);
            }
            Function::Negative => return !noun,
            Function::Preposition(prep) => {
                // « y », « en » are clitics too: « qui en parle », « s'en est pris ».
                if prep == Prep::EN && direct && self.is_auxiliary(at) && self.clitic_before(before) {
                    return true;
                }
                return prep == Prep::EN && !noun && direct && !word.pos.any(Pos::PRESENT_PARTICIPLE);
            }
            Function::OfDefinite | Function::ToDefinite | Function::Indefinite | Function::Possessive => {
                return self.source.lowered(before) == "leur"
                    && (self.clitic_before(before) || direct && self.behind_leur(at, word));
            }
            Function::Demonstrative => return self.source.lowered(before) == "ce" && !noun,
            Function::Quantifier => {
                return !noun
                    && matches!(
                        self.source.lowered(before),
                        "tous" | "toutes" | "deux" | "tout" | "plusieurs" | "certains"
                    )
            }
            Function::Definite => {
                // « la visite » or « qui la visite ».
                return if noun { self.clitic_before(before) } else { direct };
            }
            _ => {}
        }
        if self.source.str(before) == "," && word.pos.any(Pos::PAST_PARTICIPLE) && self.set_off_participle(at) {
            // « X, joint au téléphone, … »
            return false;
        }
        if !noun {
            return true;
        }
        self.verb_context(before, previous)
    }

    /// A form that may be a participle, with « par » behind it, or with another preposition and a verb of its own still to come.
    pub(super) fn set_off_participle(&self, at: usize) -> bool {
        let next = at + 1;
        // « la décision, prise la veille par X, »
        let by = (next..self.end.min(next + 4))
            .take_while(|&i| self.source.str(i) != ",")
            .any(|i| self.source.lowered(i) == "par");
        if by {
            return true;
        }
        next < self.end
            && matches!(
                self.word(next).function,
                Function::Preposition(_) | Function::ToDefinite | Function::OfDefinite
            )
            && (next..self.end.min(next + 16)).any(|i| self.source.str(i) == "," && self.is_auxiliary(i + 1))
    }

    /// Whether the token before is an adjective with its article or preposition: a noun follows.
    pub(super) fn behind_led_adjective(&self, before: usize, adjective: &Word) -> bool {
        let leads = |i: usize| {
            let function = self.word(i).function;
            function.determines() || matches!(function, Function::Preposition(_))
        };
        // « le Bénin participe » is no « bénin »
        let name = self.source.get(before).is_some_and(|t| t.is_capitalized()) && before > self.start;
        adjective.pos.any(Pos::ADJECTIVE)
            && !adjective.pos.any(Pos::NOUN)
            && adjective.function == Function::None
            && !name
            && before.checked_sub(1).is_some_and(|b| b >= self.start && leads(b))
    }

    /// est, a, aura…: forms of the auxiliaries.
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        self.readings(at).iter().any(|r| {
            is_finite(r.inflection.tense) && matches!(self.lexicon.vocabulary().lemma(r.verb), "avoir" | "être")
        })
    }

    /// A form of the third person with an article or « que » behind it.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
            && at + 1 < self.end
            && (matches!(
                self.word(at + 1).function,
                Function::Definite | Function::Indefinite | Function::Possessive | Function::Demonstrative
            ) || matches!(self.source.lowered(at + 1), "que" | "qu'"))
    }

    /// « le ministre italien fait un voyage »: an object behind, and no « texte écrit le 3 mai »; « l'armée birmane continue
    /// de bombarder »: or an infinitive.
    fn acts_on(&self, at: usize) -> bool {
        let infinitive = matches!(self.lowered_before_end(at + 1), "de" | "d'")
            && self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
            && self.word(at + 2).pos.any(Pos::INFINITIVE);
        // « le ministre chilien dit avoir signé »
        let next = self.word(at + 1);
        let told = self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
            && next.pos.any(Pos::INFINITIVE)
            && (!next.pos.any(Pos::NOUN) || matches!(self.source.lowered(at + 1), "avoir" | "devoir" | "vouloir"))
            && at + 1 < self.end;
        let object = self.takes_object(at) && !self.source.get(at + 2).is_some_and(|t| t.is_number());
        infinitive || told || object
    }

    /// « X a remercié Y et demande pardon au peuple », « … et demande aux délégués de », « … et menace de partir »: behind
    /// « et » and a finite verb, a noun without article would have no bare noun, no « à » and no infinitive behind it.
    fn goes_on_as_verb(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let bare =
            next.function == Function::None && next.pos.any(Pos::NOUN) && !next.pos.any(Pos::ADJECTIVE | Pos::PLURAL);
        // « X a condamné Y et livre des armes à Z »
        let some = self.lowered_before_end(at + 1) == "des" && self.word(at + 2).pos.any(Pos::NOUN);
        let told = self.groups.iter().rev().take_while(|g| g.first as usize >= self.start).any(VerbGroup::is_finite);
        told && at + 1 < self.end
            && self.word(at).pos.any(Pos::THIRD_SINGULAR)
            && (bare || some || self.governs_next(at) || self.acts_on(at))
    }

    /// Whether an ambiguous form after token `before` is rather a verb than a noun or adjective.
    pub(super) fn verb_context(&self, before: usize, previous: &Word) -> bool {
        let Some(token) = self.source.get(before) else { return false };
        match token.kind {
            TokenKind::Word => {
                if token.is_capitalized() && before > self.start {
                    return true;
                }
                if token.is_capitalized() {
                    // First word of the sentence: a name unless it is a common word.
                    return !previous.pos.any(Pos::ADJECTIVE) || previous.pos.any(Pos::NOUN);
                }
                if self.joined(before) {
                    return true;
                }
                if previous.function != Function::None {
                    return false;
                }
                // A word nothing is known of is a noun or an adjective: « l'émissaire onusien revient ».
                (previous.pos.0 == 0 || previous.pos.any(Pos::NOUN | Pos::ADJECTIVE | Pos::PAST_PARTICIPLE))
                    && (!self.agrees_as_adjective(before) || self.acts_on(before + 1))
            }
            TokenKind::Number => false,
            TokenKind::Punct => match self.source.str(before) {
                ")" | "»" => true,
                // « X « demande que Y se retire » »
                "«" | "“" | "\"" => self.governs_next(before + 1) && self.quoted_behind_name(before),
                // « X – c'est une première – menace Y »
                "–" | "—" | "-" | "--" => self.closes_dashes(before),
                // « X, candidate à sa succession, a … »: a form of a verb nobody lists is rather the noun.
                "," if self.readings(before + 1).is_empty() => self.takes_object(before + 1),
                "," => self.comma_closes_apposition(before) || self.says(before + 1) || self.governs_next(before + 1),
                _ => false,
            },
            _ => false,
        }
    }

    /// A noun after a noun without anything between them is rarely a verb's neighbour when the second can be an adjective.
    pub(super) fn agrees_as_adjective(&self, before: usize) -> bool {
        let word = self.word(before + 1);
        let previous = self.word(before);
        word.pos.any(Pos::ADJECTIVE)
            && previous.pos.any(Pos::NOUN)
            // « le chef israélien continue »
            && !clash(previous, word)
            && word.pos.0 & previous.pos.0 & (Pos::SINGULAR | Pos::PLURAL) != 0
    }

    /// « X, en visite à Paris, rencontre les députés »: a noun set off so would have an article; a verb takes what follows.
    pub(super) fn governs_next(&self, at: usize) -> bool {
        self.takes_object(at)
            || self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
                && matches!(self.lowered_before_end(at + 1), "au" | "aux" | "à")
            || matches!(self.source.lowered(at), "est" | "a" | "sont" | "ont")
    }

    /// « …, dit le ministre »: a participle's homograph before a name or an article.
    pub(super) fn says(&self, at: usize) -> bool {
        self.word(at).pos.any(Pos::PAST_PARTICIPLE)
            && (matches!(
                self.word(at + 1).function,
                Function::Definite | Function::Possessive | Function::Demonstrative
            ) || self.source.get(at + 1).is_some_and(|t| t.is_capitalized() && at + 1 < self.end))
    }

    /// Whether a pronoun of the first or second person stands near: « compris » alone is no « je compris ».
    pub(super) fn first_person(&self, at: usize) -> bool {
        let near = |i: usize| matches!(self.source.lowered(i), "je" | "j'" | "tu" | "nous" | "vous");
        (at.saturating_sub(5).max(self.start)..at).any(near) || self.joined(at + 1) || self.goes_on_in_first(at)
    }

    /// « nous soutenons la Grèce et appelons X à … »: a verb in « -ons » joined to what « nous » do.
    fn goes_on_in_first(&self, at: usize) -> bool {
        let joined = self
            .before(at)
            .is_some_and(|b| self.word(b).function == Function::Coordinator || self.source.str(b) == ",");
        let first = |g: &VerbGroup| g.subject == Some(crate::syntax::Pronoun::First);
        joined
            && self.source.lowered(at).ends_with("ons")
            && self.groups.iter().rev().take_while(|g| g.first as usize >= self.start).any(first)
    }

    pub(super) fn infinitive_allowed(&self, at: usize, word: &Word) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&b| b >= self.start) else { return !word.pos.any(Pos::NOUN) };
        if !word.pos.any(Pos::NOUN | Pos::ADJECTIVE) {
            return true;
        }
        if matches!(self.source.lowered(at), "avoir" | "être") {
            // « après avoir rencontré », « pour l'avoir reçu » against « un avoir »
            let clitic = self.lowered_is(before, &["l'", "le", "la", "les"])
                && before > self.start
                && matches!(self.word(before - 1).function, Function::Preposition(_))
                && self.word(at + 1).pos.any(Pos::PAST_PARTICIPLE);
            return clitic || !self.word(before).function.determines();
        }
        if self.source.lowered(before) == "d'" {
            // « a proposé d'agir »
            return true;
        }
        match self.word(before).function {
            Function::Definite => self.lowered_is(before, &["l'", "le", "la", "les"]) && self.clitic_governed(before),
            // « a fini par lever les sanctions »
            Function::Preposition(Prep::PAR) => {
                let ends = |g: &&VerbGroup| matches!(self.lemma(g.verb), "finir" | "commencer");
                self.groups.last().filter(ends).is_some_and(|g| g.last as usize == before)
            }
            Function::Preposition(prep) => matches!(prep, Prep::A | Prep::DE | Prep::POUR | Prep::SANS),
            Function::None => {
                // « a annoncé vouloir », « est censé devenir »
                let ruled = self.groups.last().is_some_and(|g| (at - 1..=at).contains(&(g.last as usize)));
                self.word(before).pos.any(Pos::FINITE | Pos::INFINITIVE | Pos::ADVERB)
                    || ruled && self.word(before).pos.any(Pos::PAST_PARTICIPLE | Pos::ADJECTIVE)
            }
            Function::Clitic | Function::Ne => true,
            Function::Negative => true,
            _ => false,
        }
    }

    pub(super) fn lowered_is(&self, at: usize, any: &[&str]) -> bool {
        any.contains(&self.source.lowered(at))
    }
}

/// A feminine and a masculine, which make no phrase together.
fn clash(one: &Word, other: &Word) -> bool {
    let gender = |w: &Word| w.pos.0 & (Pos::MASCULINE | Pos::FEMININE);
    gender(one) != 0 && gender(other) != 0 && gender(one) & gender(other) == 0
}
