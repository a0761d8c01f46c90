//! Reads the verb groups of one sentence, left to right.
//!
//! A finite verb, an infinitive or a participle opens a group; clitics and
//! negation before it, auxiliaries' participles and inverted pronouns after
//! it are drawn in. Homographs of nouns (« la visite », « Paris visite »)
//! are told apart by what stands before them.

use super::group::{Clitics, Pronoun, Tense, VerbForm, VerbGroup, Voice};
use crate::id::VerbId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::inflection::{self, Inflection};
use crate::lexicon::{Lexical, Lexicon, Pos, VerbReading, Word};
use crate::text::{Sentence, Source, TokenKind};

/// How many tokens may stand between an auxiliary and its participle.
const REACH: usize = 9;

pub(super) fn sentence(
    source: Source<'_>,
    lexicon: &Lexicon,
    lexical: &Lexical,
    sentence: Sentence,
    groups: &mut Vec<VerbGroup>,
) {
    let first_group = groups.len();
    let mut reader =
        Reader { source, lexicon, lexical, start: sentence.start as usize, end: sentence.end as usize, groups };
    let mut at = reader.start;
    while at < reader.end {
        at = reader.group(at).unwrap_or(at + 1);
    }
    govern(source, lexicon, lexical, &mut groups[first_group..], first_group);
}

pub(super) struct Reader<'a, 'g> {
    source: Source<'a>,
    lexicon: &'a Lexicon,
    lexical: &'a Lexical,
    start: usize,
    end: usize,
    groups: &'g mut Vec<VerbGroup>,
}

#[derive(Clone, Copy)]
struct Reading {
    verb: Option<VerbId>,
    inflection: Inflection,
}

impl Reader<'_, '_> {
    fn word(&self, index: usize) -> &Word {
        let number = if index < self.end { self.lexical.words.get(index).copied().unwrap_or(0) } else { 0 };
        self.lexicon.word(number)
    }

    fn lemma(&self, verb: Option<VerbId>) -> &'static str {
        verb.map_or("", |v| self.lexicon.vocabulary().lemma(v))
    }

    fn readings(&self, index: usize) -> &[VerbReading] {
        self.lexicon.vocabulary().readings(self.word(index))
    }

    /// The group that opens at `at`, and the token after it.
    fn group(&mut self, at: usize) -> Option<usize> {
        let word = *self.word(at);
        if !word.pos.verbal() || self.capitalized_name(at) || self.in_compound(at) {
            return None;
        }
        if word.pos.any(Pos::FINITE) && self.finite_allowed(at, &word) {
            if let Some(reading) = self.finite_reading(at).filter(|r| r.inflection.person == 3 || self.first_person(at))
            {
                return Some(self.finite(at, reading));
            }
        }
        if word.pos.any(Pos::INFINITIVE) && self.infinitive_allowed(at, &word) {
            return Some(self.infinitive(at));
        }
        if word.pos.any(Pos::PRESENT_PARTICIPLE) {
            return self.present_participle(at, &word);
        }
        if word.pos.any(Pos::PAST_PARTICIPLE) {
            return self.bare_participle(at, &word);
        }
        None
    }

    /// « porte-parole », « compte-rendu »: a hyphen makes one noun of it, unless a pronoun follows (« dit-il »).
    fn in_compound(&self, at: usize) -> bool {
        if self.joined(at) && !matches!(self.source.lowered(at), "a") {
            return true;
        }
        self.joined(at + 1)
            && pronoun(self.source.lowered(at + 1)).is_none()
            && !matches!(
                self.source.lowered(at + 1),
                "t" | "le" | "la" | "les" | "lui" | "leur" | "y" | "en" | "moi" | "là"
            )
    }

    /// A capital inside a sentence makes a name of a word, unless all around is capitals.
    fn capitalized_name(&self, at: usize) -> bool {
        let Some(token) = self.source.get(at) else { return true };
        token.is_capitalized() && at != self.start && !self.opens_quote(at)
    }

    fn opens_quote(&self, at: usize) -> bool {
        at == self.start + 1 && self.source.get(self.start).is_some_and(|t| !t.is_word())
            || at > 0 && matches!(self.source.str(at - 1), "«" | "“" | "\"" | ":" | "-" | "–" | "—")
    }

    /// The token before `at` that counts: adverbs are stepped over.
    fn before(&self, at: usize) -> Option<usize> {
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
        (index >= self.start).then_some(index)
    }

    /// Whether what stands before `at` lets the form there be a finite verb.
    fn finite_allowed(&self, at: usize, word: &Word) -> bool {
        if !matches!(word.function, Function::None | Function::Clitic | Function::Negative | Function::Preposition(_)) {
            return false;
        }
        let noun = word.pos.any(Pos::NOUN | Pos::ADJECTIVE) || word.function != Function::None;
        let lowered = self.source.lowered(at);
        let Some(before) = self.before(at) else {
            // First word of the sentence: an imperative or a noun; a verb only when nothing else is possible.
            let preposition = lowered == "a" && self.source.get(at).is_some_and(|t| t.is_capitalized());
            return !(noun || preposition || word.pos.any(Pos::PAST_PARTICIPLE));
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
        if noun && previous.prenominal {
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
            return lowered == "entre" && matches!(self.source.lowered(at + 1), "en" | "dans" | "au" | "à" | "aux");
        }
        // « Kim Jong-un a adressé »: the last part of a name is no article.
        let function = if self.joined(before) { Function::None } else { previous.function };
        match function {
            Function::SubjectPronoun | Function::Ne | Function::Clitic => {
                if self.source.lowered(before) == "ce" && noun && word.pos.any(Pos::NOUN) {
                    return false;
                }
                return direct || !noun;
            }
            Function::Relative => return true,
            Function::Subordinator if self.is_auxiliary(at) => return true,
            // « …, et aura un entretien », « et somme la coalition de »: a noun would have its article.
            Function::Coordinator if noun => return self.is_auxiliary(at) || self.takes_object(at),
            Function::Negative => return !noun,
            Function::Preposition(prep) => {
                // « y », « en » are clitics too: « qui en parle », « s'en est pris ».
                if prep == Prep::EN && direct && self.is_auxiliary(at) && self.clitic_before(before) {
                    return true;
                }
                return prep == Prep::EN && !noun && direct && !word.pos.any(Pos::PRESENT_PARTICIPLE);
            }
            Function::OfDefinite | Function::ToDefinite | Function::Indefinite | Function::Possessive => {
                return self.source.lowered(before) == "leur" && self.clitic_before(before);
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

    /// A form that may be a participle, with a preposition behind it and a verb of its own still to come.
    fn set_off_participle(&self, at: usize) -> bool {
        let next = at + 1;
        next < self.end
            && matches!(
                self.word(next).function,
                Function::Preposition(_) | Function::ToDefinite | Function::OfDefinite
            )
            && (next..self.end.min(next + 16)).any(|i| self.source.str(i) == "," && self.is_auxiliary(i + 1))
    }

    /// Whether the token before is an adjective with its article or preposition: a noun follows.
    fn behind_led_adjective(&self, before: usize, adjective: &Word) -> bool {
        let leads = |i: usize| {
            let function = self.word(i).function;
            function.determines() || matches!(function, Function::Preposition(_))
        };
        adjective.pos.any(Pos::ADJECTIVE)
            && !adjective.pos.any(Pos::NOUN)
            && adjective.function == Function::None
            && before.checked_sub(1).is_some_and(|b| b >= self.start && leads(b))
    }

    /// est, a, aura…: forms of the auxiliaries.
    fn is_auxiliary(&self, at: usize) -> bool {
        self.readings(at).iter().any(|r| {
            is_finite(r.inflection.tense) && matches!(self.lexicon.vocabulary().lemma(r.verb), "avoir" | "être")
        })
    }

    /// A form of the third person with an article or « que » behind it.
    fn takes_object(&self, at: usize) -> bool {
        self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
            && at + 1 < self.end
            && (matches!(
                self.word(at + 1).function,
                Function::Definite | Function::Indefinite | Function::Possessive | Function::Demonstrative
            ) || matches!(self.source.lowered(at + 1), "que" | "qu'"))
    }

    /// Whether an ambiguous form after token `before` is rather a verb than a noun or adjective.
    fn verb_context(&self, before: usize, previous: &Word) -> bool {
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
                if previous.function != Function::None {
                    return false;
                }
                previous.pos.any(Pos::NOUN | Pos::ADJECTIVE | Pos::PAST_PARTICIPLE) && !self.agrees_as_adjective(before)
            }
            TokenKind::Number => false,
            TokenKind::Punct => match self.source.str(before) {
                ")" | "»" => true,
                "," => self.comma_closes_apposition(before) || self.says(before + 1) || self.governs_next(before + 1),
                _ => false,
            },
            _ => false,
        }
    }

    /// A noun after a noun without anything between them is rarely a verb's neighbour when the second can be an adjective.
    fn agrees_as_adjective(&self, before: usize) -> bool {
        let word = self.word(before + 1);
        let previous = self.word(before);
        word.pos.any(Pos::ADJECTIVE)
            && previous.pos.any(Pos::NOUN)
            && word.pos.0 & previous.pos.0 & (Pos::SINGULAR | Pos::PLURAL) != 0
    }

    /// « X, en visite à Paris, rencontre les députés »: a noun set off so would have an article; a verb takes what follows.
    fn governs_next(&self, at: usize) -> bool {
        self.takes_object(at)
            || self.word(at).pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL)
                && matches!(self.lowered_before_end(at + 1), "au" | "aux" | "à")
            || matches!(self.source.lowered(at), "est" | "a" | "sont" | "ont")
    }

    /// « …, dit le ministre »: a participle's homograph before a name or an article.
    fn says(&self, at: usize) -> bool {
        self.word(at).pos.any(Pos::PAST_PARTICIPLE)
            && (matches!(
                self.word(at + 1).function,
                Function::Definite | Function::Possessive | Function::Demonstrative
            ) || self.source.get(at + 1).is_some_and(|t| t.is_capitalized() && at + 1 < self.end))
    }

    /// « X, ministre de Y, rencontre Z »: an earlier comma in the sentence, no finite group since it.
    fn comma_closes_apposition(&self, comma: usize) -> bool {
        let from = comma.saturating_sub(24).max(self.start);
        let Some(open) = (from..comma).rev().find(|&i| self.source.str(i) == ",") else { return false };
        open > self.start
            && !self.groups.iter().rev().take_while(|g| g.first as usize >= self.start).any(VerbGroup::is_finite)
    }

    /// Whether the article at `article` is an object pronoun, by what stands before it.
    fn clitic_before(&self, article: usize) -> bool {
        let Some(before) = article.checked_sub(1).filter(|&b| b >= self.start) else { return false };
        match self.word(before).function {
            Function::SubjectPronoun | Function::Ne | Function::Clitic => true,
            Function::Relative => self.source.lowered(before) == "qui",
            _ => false,
        }
    }

    /// Whether a pronoun of the first or second person stands near: « compris » alone is no « je compris ».
    fn first_person(&self, at: usize) -> bool {
        let near = |i: usize| matches!(self.source.lowered(i), "je" | "j'" | "tu" | "nous" | "vous");
        (at.saturating_sub(5).max(self.start)..at).any(near) || self.joined(at + 1)
    }

    /// The likeliest finite reading of the form.
    fn finite_reading(&self, at: usize) -> Option<Reading> {
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

    fn finite(&mut self, at: usize, reading: Reading) -> usize {
        let mut group = self.blank(at, reading.verb, VerbForm::Finite);
        group.tense = simple_tense(reading.inflection.tense);
        group.plural = reading.inflection.plural;
        self.draw_in(&mut group);
        self.inverted_pronoun(&mut group);
        if reading.inflection.person != 3 && group.subject.is_none() {
            group.subject = Some(Pronoun::Other);
        }
        self.auxiliary(&mut group);
        self.negation_after(&mut group);
        let end = group.last as usize;
        self.groups.push(group);
        end
    }

    fn blank(&self, at: usize, verb: Option<VerbId>, form: VerbForm) -> VerbGroup {
        VerbGroup {
            first: at as u32,
            last: at as u32 + 1,
            head: at as u32,
            verb,
            form,
            tense: Tense::None,
            voice: Voice::Active,
            negated: false,
            plural: false,
            feminine: false,
            clitics: Clitics::default(),
            subject: None,
            causative: false,
            governor: None,
            marker: None,
        }
    }

    /// Clitics, « ne » and the subject pronoun before the group.
    fn draw_in(&self, group: &mut VerbGroup) {
        let mut index = group.first as usize;
        let mut steps = 0;
        while index > self.start && steps < 6 {
            let before = index - 1;
            let joined = self.source.get(index).is_some_and(|t| t.is_joined());
            if joined {
                break;
            }
            let lowered = self.source.lowered(before);
            if self.joined(before) {
                // « Im Chon-il a rencontré »: a part of a name, no pronoun.
                break;
            }
            if before > self.start
                && self.source.get(before).is_some_and(|t| t.is_capitalized())
                && !self.opens_quote(before)
            {
                break;
            }
            let bit = match lowered {
                "le" => Clitics::LE,
                "la" => Clitics::LA,
                "l'" => Clitics::L,
                "les" => Clitics::LES,
                "lui" if self.lui_is_clitic(before) => Clitics::LUI,
                "leur" => Clitics::LEUR,
                "y" => Clitics::Y,
                "en" => Clitics::EN,
                "se" | "s'" => Clitics::SE,
                "me" | "m'" | "te" | "t'" => Clitics::FIRST,
                "nous" | "vous" => {
                    if self.word(before.saturating_sub(1)).function == Function::SubjectPronoun && before > self.start {
                        Clitics::FIRST
                    } else {
                        group.subject = Some(Pronoun::Other);
                        group.first = before as u32;
                        break;
                    }
                }
                "ne" | "n'" => {
                    index = before;
                    group.first = before as u32;
                    steps += 1;
                    continue;
                }
                "pas" | "plus" | "jamais" | "rien" if group.form == VerbForm::Infinitive => {
                    // « ne pas rencontrer »
                    if before > self.start && matches!(self.source.lowered(before - 1), "ne" | "n'") {
                        group.negated = true;
                        group.first = before as u32 - 1;
                    }
                    break;
                }
                _ => {
                    if let Some(pronoun) = pronoun(lowered) {
                        if group.form == VerbForm::Finite {
                            group.subject = Some(pronoun);
                            group.first = before as u32;
                        }
                    }
                    break;
                }
            };
            group.clitics.0 |= bit;
            group.first = before as u32;
            index = before;
            steps += 1;
        }
        if group.clitics.any(Clitics::SE) {
            group.voice = Voice::Reflexive;
        }
    }

    /// « lui » before a verb is a clitic unless a preposition or « et » governs it.
    fn lui_is_clitic(&self, at: usize) -> bool {
        !matches!(self.word(at.saturating_sub(1)).function, Function::Preposition(_) | Function::Coordinator)
    }

    /// « a-t-il », « dit-elle ».
    fn inverted_pronoun(&self, group: &mut VerbGroup) {
        let mut index = group.last as usize;
        if self.joined(index) && matches!(self.source.lowered(index), "t") {
            index += 1;
        }
        if !self.joined(index) {
            return;
        }
        if let Some(pronoun) = pronoun(self.source.lowered(index)) {
            group.subject = Some(pronoun);
            group.last = index as u32 + 1;
        }
    }

    fn joined(&self, index: usize) -> bool {
        index < self.end && self.source.get(index).is_some_and(|t| t.is_joined())
    }

    /// « a (déjà) rencontré », « est reçu », « a été reçu ».
    fn auxiliary(&self, group: &mut VerbGroup) {
        let (have, be) = match self.lemma(group.verb) {
            "avoir" => (true, false),
            "être" => (false, true),
            _ => return,
        };
        let Some((at, reading)) = self.participle_after(group.last as usize) else { return };
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
        self.join(group, at, reading);
        if have || group.voice == Voice::Reflexive || takes_etre(lemma) {
            group.tense = compound(first_tense);
        } else if be {
            group.voice = Voice::Passive;
        }
    }

    fn join(&self, group: &mut VerbGroup, at: usize, reading: Reading) {
        group.verb = reading.verb;
        group.head = at as u32;
        group.feminine = reading.inflection.feminine;
        group.plural |= reading.inflection.plural;
        self.extend(group, at);
    }

    /// Takes tokens up to `at` into the group; negation among them counts.
    fn extend(&self, group: &mut VerbGroup, at: usize) {
        for index in group.last as usize..at {
            if self.negative(index) {
                group.negated = true;
            }
        }
        group.last = at as u32 + 1;
    }

    fn negative(&self, index: usize) -> bool {
        matches!(
            self.source.lowered(index),
            "pas" | "plus" | "jamais" | "nullement" | "aucunement" | "guère" | "point" | "rien"
        )
    }

    /// A past participle within reach of an auxiliary: adverbs, negation, dates between commas may stand between.
    fn participle_after(&self, from: usize) -> Option<(usize, Reading)> {
        let mut index = from;
        let stop = self.end.min(from + REACH);
        let mut commas = 0;
        while index < stop {
            let word = self.word(index);
            if self.emphatic(index) {
                // « a lui-même nommé », « ont, eux, cédé »
                index += 1;
                continue;
            }
            if word.pos.any(Pos::PAST_PARTICIPLE) && !self.source.get(index)?.is_capitalized() {
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
            if matches!(lowered, "«" | "“" | "\"") && self.word(index + 1).pos.any(Pos::PAST_PARTICIPLE) {
                // « a « fermement » condamné », « aurait « menacé » X »
                index += 1;
                continue;
            }
            let passes = match word.function {
                Function::Negative | Function::Adverb => true,
                Function::None => {
                    (word.pos.any(Pos::ADVERB) && !lowered.is_empty())
                        || lowered.ends_with("ment")
                        || is_time_word(lowered)
                        || self.source.get(index)?.is_number() && commas > 0
                }
                Function::Quantifier => matches!(lowered, "tous" | "toutes" | "tout" | "deux" | "chacun"),
                Function::SubjectPronoun => self.joined(index),
                _ => {
                    matches!(
                        lowered,
                        "donc" | "aussi" | "ainsi" | "enfin" | "même" | "cependant" | "néanmoins" | "toutefois"
                    ) || matches!(lowered, "en" | "à" | "d'" | "ce" | "cette" | "la" | "l'") && commas > 0
                }
            };
            if lowered == "," {
                commas += 1;
                if commas > 2 {
                    return None;
                }
            } else if !(passes || lowered == "t" && self.joined(index)) {
                let words = &self.lexical.words;
                if let Some(phrase) = self.lexicon.grammar().phrase(self.lexicon.vocabulary(), words, index) {
                    if phrase.function == Function::Adverb {
                        index += phrase.len;
                        continue;
                    }
                }
                if commas == 1 {
                    index += 1;
                    continue;
                }
                return None;
            }
            index += 1;
        }
        None
    }

    /// lui-même, elles-mêmes; « , eux, »
    fn emphatic(&self, at: usize) -> bool {
        let same = |i: usize| self.joined(i) && matches!(self.source.lowered(i), "même" | "mêmes");
        let pronoun = matches!(self.lowered_before_end(at), "lui" | "elle" | "eux" | "elles" | "soi");
        pronoun && (same(at + 1) || self.lowered_before_end(at + 1) == ",") || same(at)
    }

    /// « ne rencontre pas »: a « ne » before and a negative word after; « ne … que » is none.
    fn negation_after(&self, group: &mut VerbGroup) {
        let has_ne = (group.first..group.head).any(|i| matches!(self.source.lowered(i as usize), "ne" | "n'"));
        if !has_ne {
            // A lone « pas » after an auxiliary (spoken style) does count; it was seen by `extend`.
            return;
        }
        let end = self.end.min(group.last as usize + 3);
        for index in group.last as usize..end {
            if self.negative(index) {
                group.negated = true;
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
        // « aucun accord n'a été signé », « personne n'a », « ni X ni Y n'ont »
        let from = (group.first as usize).saturating_sub(12).max(self.start);
        for index in (from..group.first as usize).rev() {
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

    fn infinitive_allowed(&self, at: usize, word: &Word) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&b| b >= self.start) else { return !word.pos.any(Pos::NOUN) };
        if !word.pos.any(Pos::NOUN | Pos::ADJECTIVE) {
            return true;
        }
        if matches!(self.source.lowered(at), "avoir" | "être") {
            // « après avoir rencontré » against « un avoir »
            return !self.word(before).function.determines();
        }
        match self.word(before).function {
            Function::Definite => self.lowered_is(before, &["l'", "le", "la", "les"]) && self.clitic_governed(before),
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

    fn lowered_before_end(&self, at: usize) -> &str {
        if at < self.end {
            self.source.lowered(at)
        } else {
            ""
        }
    }

    fn lowered_is(&self, at: usize, any: &[&str]) -> bool {
        any.contains(&self.source.lowered(at))
    }

    /// « pour le pouvoir » against « pour le rencontrer »: only after a verb is the article a pronoun for sure.
    fn clitic_governed(&self, article: usize) -> bool {
        self.groups.last().is_some_and(|g| g.last as usize == article)
    }

    fn infinitive(&mut self, at: usize) -> usize {
        let verb =
            self.readings(at).iter().find(|r| r.inflection.tense == inflection::Tense::Infinitive).map(|r| r.verb);
        let mut group = self.blank(at, verb, VerbForm::Infinitive);
        self.draw_in(&mut group);
        match self.lemma(verb) {
            "avoir" => {
                if let Some((at, reading)) = self.participle_after(group.last as usize) {
                    group.tense = Tense::Perfect;
                    if self.lemma(reading.verb) == "être" {
                        self.extend(&mut group, at);
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
        let Some(before) = first.checked_sub(1).filter(|&b| b >= self.start) else { return };
        group.marker = match self.word(before).function {
            Function::Preposition(prep) => Some(prep),
            _ if self.source.lowered(before) == "d'" => Some(Prep::DE),
            _ => None,
        };
    }

    fn present_participle(&mut self, at: usize, word: &Word) -> Option<usize> {
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
            if determined && reading.is_none() || before.is_some_and(|b| self.word(b).function.determines()) {
                return None;
            }
        }
        let form = if gerund { VerbForm::Gerund } else { VerbForm::PresentParticiple };
        let mut group = self.blank(at, reading.map(|r| r.verb), form);
        self.draw_in(&mut group);
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
                if !have && group.voice != Voice::Reflexive && !takes_etre(self.lemma(participle.verb)) {
                    group.voice = Voice::Passive;
                }
            }
        }
        let end = group.last as usize;
        self.groups.push(group);
        Some(end)
    }

    /// The compound finite group whose auxiliary a participle behind « et » shares.
    fn shared_auxiliary(&self, at: usize) -> Option<VerbGroup> {
        let mut before = at.checked_sub(1).filter(|&b| b > self.start)?;
        if self.word(before).pos.any(Pos::ADVERB) && self.word(before).function == Function::None {
            before -= 1;
        }
        if !matches!(self.source.lowered(before), "et" | "ou" | "puis") {
            return None;
        }
        let here = self.groups.iter().rev().take(5).take_while(|g| g.first as usize >= self.start);
        let compound = |g: &VerbGroup| (g.first..g.head).any(|t| self.is_auxiliary(t as usize));
        // « a décidé de rappeler X et exprimé Y »: what lies between has no auxiliary to share.
        let last = here.clone().find(|g| g.is_finite())?;
        let shared = if compound(last) { last } else { here.clone().find(|g| g.is_finite() && compound(g))? };
        Some(*shared)
    }

    /// A participle without auxiliary: after a noun, or at the head of the sentence.
    fn bare_participle(&mut self, at: usize, word: &Word) -> Option<usize> {
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
        self.groups.push(group);
        Some(at + 1)
    }
}

/// Which group governs each infinitive: the nearest verb before it that can.
fn govern(source: Source<'_>, lexicon: &Lexicon, lexical: &Lexical, groups: &mut [VerbGroup], offset: usize) {
    for i in 0..groups.len() {
        let group = groups[i];
        if group.form != VerbForm::Infinitive {
            continue;
        }
        let Some(j) = i.checked_sub(1) else { continue };
        let previous = groups[j];
        let between = previous.last as usize..group.first as usize;
        let repeated = group.marker.is_some() && group.marker == previous.marker;
        let coordinated = (group.marker.is_none() || repeated)
            && between.clone().rev().skip(usize::from(repeated)).take(1).any(|t| {
                matches!(source.lowered(t), "et" | "ou" | "," | "puis")
                    || lexicon.word(lexical.words[t]).function == Function::Coordinator
            });
        if coordinated && previous.form == VerbForm::Infinitive {
            groups[i].governor = previous.governor;
            groups[i].marker = previous.marker;
            continue;
        }
        if coordinated {
            // « a rencontré X et (va) discuter »: look for an infinitive further back.
            if let Some(k) = (0..j).rev().take(3).find(|&k| groups[k].form == VerbForm::Infinitive) {
                groups[i].governor = groups[k].governor;
                groups[i].marker = groups[k].marker;
            }
            continue;
        }
        let strong = between.clone().any(|t| matches!(source.str(t), ";" | ":" | "." | "«" | "»"));
        if strong {
            continue;
        }
        groups[i].governor = Some((offset + j) as u32);
        if matches!(lexicon.vocabulary().lemma(previous.verb.unwrap_or(VerbId(u32::MAX))), "faire" | "laisser")
            && between.len() <= 1
        {
            groups[i].causative = true;
        }
    }
}

fn is_finite(tense: inflection::Tense) -> bool {
    !matches!(
        tense,
        inflection::Tense::Infinitive
            | inflection::Tense::PresentParticiple
            | inflection::Tense::PastParticiple
            | inflection::Tense::Imperative
    )
}

fn simple_tense(tense: inflection::Tense) -> Tense {
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

fn compound(tense: Tense) -> Tense {
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
    } else if form.ends_with("ra") || form.ends_with("ront") {
        inflection::Tense::Future
    } else if form.ends_with("ait") || form.ends_with("aient") {
        inflection::Tense::Imperfect
    } else if form.ends_with('a') || form.ends_with("èrent") || form.ends_with("irent") || form.ends_with("urent") {
        inflection::Tense::SimplePast
    } else {
        inflection::Tense::Present
    }
}

fn pronoun(lowered: &str) -> Option<Pronoun> {
    Some(match lowered {
        "il" => Pronoun::He,
        "elle" => Pronoun::She,
        "ils" => Pronoun::They,
        "elles" => Pronoun::TheyFeminine,
        "on" | "je" | "j'" | "tu" | "ce" | "c'" | "cela" | "ceci" | "ça" | "nous" | "vous" => Pronoun::Other,
        _ => return None,
    })
}

/// Verbs whose compound tenses are made with être.
fn takes_etre(lemma: &str) -> bool {
    matches!(
        lemma,
        "aller"
            | "venir"
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
