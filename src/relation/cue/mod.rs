//! Words that set the status of an event (`gazetteers/cues.toml`).

mod list;

pub use list::{List, Lists};

use super::frame::bare;
use super::Modality;
use crate::error::{Error, Fault};
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::sieve::Sieved;
use crate::lexicon::Words;
use crate::mention::calls_a_person;
use crate::plain::{self, Text};
use crate::text::fold::lower;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("../../../gazetteers/cues.toml");

/// What a cue does to the event beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Sets the modality.
    Modality(Modality),
    /// Denies it.
    Negated,
}

/// All cues, compiled.
#[derive(Debug, Default)]
pub struct Cues {
    /// By verb; the flag says whether only the reflexive verb counts.
    verbs: FxHashMap<(VerbId, bool), Effect>,
    nouns: FxHashMap<String, Effect>,
    adjectives: FxHashMap<String, Effect>,
    adverbs: Vec<(Vec<String>, Effect)>,
    prepositions: FxHashMap<Prep, Effect>,
    conjunctions: FxHashMap<String, Effect>,
    speech: FxHashMap<VerbId, ()>,
    /// Verbs with fixed words behind them: « être sur le point ».
    phrases: FxHashMap<VerbId, Vec<(Vec<String>, Effect)>>,
    occurrence: FxHashMap<(VerbId, bool), Vec<Vec<String>>>,
    movement: FxHashMap<(VerbId, bool), ()>,
    /// For a verb that carries the subject of an event, others that do where it does.
    alike: FxHashMap<VerbId, Vec<VerbId>>,
    /// For each word of a list the lists it is in, as bits.
    lists: Sieved<Lists>,
    /// The same for verbs, by their numbers.
    of_verbs: Vec<Lists>,
    /// The words of [`List::TAKING_UP`].
    taking_up: Vec<String>,
}

fn effect(name: &str) -> Option<Effect> {
    match name {
        "negated" => Some(Effect::Negated),
        _ => Modality::from_name(name).map(Effect::Modality),
    }
}

impl Cues {
    pub(super) fn embedded(known: &Words) -> Result<Self, Error> {
        Self::read(known, TABLE).map_err(|message| Error::frame(vec![Fault::new("cues.toml", 1, 1, message)]))
    }

    fn read(known: &Words, text: &str) -> Result<Self, String> {
        let table: BTreeMap<Text<'_>, BTreeMap<Text<'_>, Vec<Text<'_>>>> =
            plain::from_str(text).map_err(|e| e.message().to_owned())?;
        let mut cues = Self::default();
        let vocabulary = known.vocabulary();
        for (section, lists) in &table {
            let section = section.as_str();
            for (name, words) in lists {
                let name = name.as_str();
                if section == "list" {
                    let list = List::NAMES.iter().position(|&n| n == name);
                    let list =
                        list.ok_or_else(|| format!("expected one of {}, found {name:?}", List::NAMES.join(", ")))?;
                    // Nouns in both numbers; an infinitive has no plural that could be met.
                    for form in words.iter().flat_map(|w| [lower(w), crate::lexicon::inflection::plural(&lower(w))]) {
                        cues.lists.entry(&form, Lists::default()).add(list);
                        if List::TAKING_UP.iter().any(|&l| l as usize == list) {
                            cues.taking_up.push(form);
                        }
                    }
                    continue;
                }
                for word in words {
                    let (infinitive, reflexive) = bare(word);
                    let mut parts = infinitive.split(' ');
                    let verb = parts.next().and_then(|v| vocabulary.verb(v));
                    let rest: Vec<String> = parts.map(lower).collect();
                    match (section, verb) {
                        ("speech", Some(verb)) if rest.is_empty() => {
                            cues.speech.insert(verb, ());
                        }
                        ("occurrence", Some(verb)) => {
                            cues.occurrence.entry((verb, reflexive)).or_default().push(rest);
                        }
                        ("movement", Some(verb)) => {
                            cues.movement.insert((verb, reflexive), ());
                        }
                        ("support", Some(verb)) => {
                            let like = vocabulary.verb(name);
                            let like = like.ok_or_else(|| format!("expected an infinitive as key, found {name:?}"))?;
                            cues.alike.entry(like).or_default().push(verb);
                        }
                        ("speech" | "occurrence" | "movement" | "support", _) => {}
                        (_, verb) => {
                            let effect = effect(name)
                                .ok_or_else(|| format!("expected a status as key of [{section}], found {name:?}"))?;
                            match verb.filter(|_| section == "verb" && !rest.is_empty()) {
                                Some(verb) => cues.phrases.entry(verb).or_default().push((rest, effect)),
                                None => cues.add(known, section, word, verb, reflexive, effect)?,
                            }
                        }
                    }
                }
            }
        }
        cues.of_verbs = vocabulary.lemmas().map(|lemma| cues.lists_of(lemma)).collect();
        Ok(cues)
    }

    fn add(
        &mut self,
        known: &Words,
        section: &str,
        word: &str,
        verb: Option<VerbId>,
        reflexive: bool,
        effect: Effect,
    ) -> Result<(), String> {
        match section {
            "verb" => {
                if let Some(verb) = verb {
                    self.verbs.insert((verb, reflexive), effect);
                }
            }
            "noun" => {
                self.nouns.insert(crate::lexicon::inflection::plural(word), effect);
                self.nouns.insert(lower(word), effect);
            }
            "adjective" => {
                let feminine = crate::lexicon::inflection::feminine(word);
                for form in [word, &feminine] {
                    self.adjectives.insert(lower(form), effect);
                    self.adjectives.insert(crate::lexicon::inflection::plural(form), effect);
                }
            }
            "adverb" => self.adverbs.push((word.split([' ', '-']).map(lower).collect(), effect)),
            "preposition" => {
                let prep =
                    known.grammar().prep(word).ok_or_else(|| format!("expected a preposition, found {word:?}"))?;
                self.prepositions.insert(prep, effect);
            }
            "conjunction" => {
                self.conjunctions.insert(lower(word), effect);
            }
            other => return Err(format!("expected a section of cues, found [{other}]")),
        }
        Ok(())
    }

    /// What a verb does to what it governs.
    #[must_use]
    pub fn verb(&self, verb: VerbId, reflexive: bool) -> Option<Effect> {
        let plain = self.verbs.get(&(verb, false));
        if reflexive { self.verbs.get(&(verb, true)).or(plain) } else { plain }.copied()
    }

    /// What a noun does to what it governs.
    #[must_use]
    pub fn noun(&self, lowered: &str) -> Option<Effect> {
        self.nouns.get(lowered).copied()
    }

    /// What an adjective or participle does to the event beside it.
    #[must_use]
    pub fn adjective(&self, lowered: &str) -> Option<Effect> {
        self.adjectives.get(lowered).copied()
    }

    /// What a preposition does to the event noun after it.
    #[must_use]
    pub fn preposition(&self, prep: Prep) -> Option<Effect> {
        self.prepositions.get(&prep).copied()
    }

    /// What a conjunction does to its clause.
    #[must_use]
    pub fn conjunction(&self, lowered: &str) -> Option<Effect> {
        self.conjunctions.get(lowered).copied()
    }

    /// Adverbs as word lists, with what they do.
    pub fn adverbs(&self) -> impl Iterator<Item = (&[String], Effect)> {
        self.adverbs.iter().map(|(words, effect)| (words.as_slice(), *effect))
    }

    /// Verbs that carry the subject of an event wherever `verb` does: « entériner » where « approuver » does.
    #[must_use]
    pub fn alike(&self, verb: VerbId) -> &[VerbId] {
        self.alike.get(&verb).map_or(&[], Vec::as_slice)
    }

    /// Whether the verb is one of saying.
    #[must_use]
    pub fn speech(&self, verb: VerbId) -> bool {
        self.speech.contains_key(&verb)
    }

    /// What a verb does with the fixed words behind it. `word` tells whether the i-th word after it is that.
    #[must_use]
    pub fn phrase(&self, verb: VerbId, word: &dyn Fn(usize, &str) -> bool) -> Option<Effect> {
        let stands = |rest: &[String]| rest.iter().enumerate().all(|(i, w)| word(i, w));
        self.phrases.get(&verb)?.iter().find(|(rest, _)| stands(rest)).map(|&(_, effect)| effect)
    }

    /// Whether the verb only says that its subject, an event noun, takes place. `word` tells whether the i-th word after it is that.
    #[must_use]
    pub fn occurrence(&self, verb: VerbId, reflexive: bool, word: &dyn Fn(usize, &str) -> bool) -> bool {
        self.occurrence
            .get(&(verb, reflexive))
            .is_some_and(|lists| lists.iter().any(|rest| rest.iter().enumerate().all(|(i, w)| word(i, w))))
    }

    /// Whether a lower-case noun or an infinitive is in a list.
    #[must_use]
    #[inline]
    pub fn lists(&self, list: List, word: &str) -> bool {
        self.lists_of(word).hold(list)
    }

    /// Whether a lower-case noun is one for a human being, by what he is or by whom he is beside.
    #[must_use]
    pub fn human(&self, word: &str) -> bool {
        calls_a_person(word) || self.lists(List::Peer, word)
    }

    /// The lists that a lower-case noun or an infinitive is in.
    #[must_use]
    #[inline]
    pub fn lists_of(&self, word: &str) -> Lists {
        self.lists.get(word).unwrap_or_default()
    }

    /// The lists that the infinitive of a verb is in.
    #[must_use]
    #[inline]
    pub fn lists_of_verb(&self, verb: VerbId) -> Lists {
        self.of_verbs.get(verb.index()).copied().unwrap_or_default()
    }

    /// Whether a lower-case noun is one that takes up somebody told before.
    pub(super) fn takes_up(&self, word: &str) -> bool {
        let lists = self.lists_of(word);
        List::TAKING_UP.iter().any(|&list| lists.hold(list))
    }

    /// Nouns that take up somebody told before.
    pub(super) fn taking_up(&self) -> &[String] {
        &self.taking_up
    }

    /// Whether the verb is one of movement.
    #[must_use]
    pub fn movement(&self, verb: VerbId, reflexive: bool) -> bool {
        self.movement.contains_key(&(verb, reflexive))
    }
}
