//! Reads the verb groups of one sentence, left to right.
//!
//! A finite verb, an infinitive or a participle opens a group; clitics and
//! negation before it, auxiliaries' participles and inverted pronouns after
//! it are drawn in. Homographs of nouns (« la visite », « Paris visite »)
//! are told apart by what stands before them.

mod auxiliary;
mod homograph;

use super::group::{Clitics, Pronoun, Tense, VerbForm, VerbGroup, Voice};
use crate::id::VerbId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::inflection::{self, Inflection};
use crate::lexicon::{Lexical, Lexicon, Pos, VerbReading, Word};
use crate::text::{Sentence, Source, TokenKind};

/// How many tokens may stand between an auxiliary and its participle.
const REACH: usize = 9;
/// How long a parenthesis between an auxiliary and its participle may be.
const PARENTHESIS: usize = 24;

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
        self.draw_in(&mut group, reading.inflection.person);
        self.inverted_pronoun(&mut group);
        if group.subject.is_none() {
            group.subject = match reading.inflection.person {
                1 => Some(Pronoun::First),
                3 => None,
                _ => Some(Pronoun::Other),
            };
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

    /// Clitics, « ne » and the subject pronoun before the group, whose verb is of such a person.
    fn draw_in(&self, group: &mut VerbGroup, person: u8) {
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
                "lui" if self.lui_is_clitic(before, group.form) => Clitics::LUI,
                "leur" => Clitics::LEUR,
                "y" => Clitics::Y,
                "en" => Clitics::EN,
                "se" | "s'" => Clitics::SE,
                "me" | "m'" | "te" | "t'" => Clitics::FIRST,
                "nous" | "vous" => {
                    // « il nous a reçus », « le ministre nous a reçus »
                    let object = person == 3
                        || self.word(before.saturating_sub(1)).function == Function::SubjectPronoun
                            && before > self.start;
                    if object {
                        Clitics::FIRST
                    } else {
                        group.subject = pronoun(lowered);
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

    /// « lui » before a verb is a clitic unless a preposition governs it; before an infinitive (« pour lui demander »)
    /// the preposition governs the verb.
    fn lui_is_clitic(&self, at: usize, form: VerbForm) -> bool {
        form == VerbForm::Infinitive || !matches!(self.word(at.saturating_sub(1)).function, Function::Preposition(_))
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

    fn lowered_before_end(&self, at: usize) -> &str {
        if at < self.end {
            self.source.lowered(at)
        } else {
            ""
        }
    }

    fn infinitive(&mut self, at: usize) -> usize {
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
        if matches!(self.source.str(before), "«" | "“" | "\"") && before > self.start {
            before -= 1;
        }
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
            // « un appel pressant à X »: behind a noun, without an object, it is an adjective.
            let after = at + 1 >= self.end
                || self.source.get(at + 1).is_some_and(|t| t.kind == TokenKind::Punct)
                || matches!(
                    self.word(at + 1).function,
                    Function::Preposition(_) | Function::ToDefinite | Function::OfDefinite | Function::Coordinator
                );
            let noun =
                before.is_some_and(|b| self.word(b).pos.any(Pos::NOUN) && self.word(b).function == Function::None);
            if noun && after && word.pos.any(Pos::ADJECTIVE) {
                return None;
            }
            if determined && reading.is_none() || before.is_some_and(|b| self.word(b).function.determines()) {
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

    /// A number that is no year.
    fn counts(&self, at: usize) -> bool {
        self.source.get(at).is_some_and(|t| t.kind == TokenKind::Number) && self.source.str(at).len() != 4
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
        // « inviter X à « travailler ensemble » »: the quotation begins with what is governed.
        let opens =
            group.marker.is_some() && between.clone().last().is_some_and(|t| matches!(source.str(t), "«" | "“"));
        let strong = between
            .clone()
            .rev()
            .skip(usize::from(opens))
            .any(|t| matches!(source.str(t), ";" | ":" | "." | "«" | "»"));
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

fn pronoun(lowered: &str) -> Option<Pronoun> {
    Some(match lowered {
        "il" => Pronoun::He,
        "elle" => Pronoun::She,
        "ils" => Pronoun::They,
        "elles" => Pronoun::TheyFeminine,
        "je" | "j'" | "nous" => Pronoun::First,
        "on" | "tu" | "ce" | "c'" | "cela" | "ceci" | "ça" | "vous" => Pronoun::Other,
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
