//! Words that set the status of an event (`gazetteers/cues.toml`).

use super::frame::bare;
use super::Modality;
use crate::error::{Error, Fault};
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::sieve::Sieved;
use crate::lexicon::Words;
use crate::plain::{self, Text};
use crate::text::fold::lower;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("../../gazetteers/cues.toml");

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
    lists: Sieved<u64>,
    /// The words of [`List::TAKING_UP`].
    taking_up: Vec<String>,
}

/// Lists of words for single constructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Verbs whose object or addressee carries out the infinitive they govern.
    Control,
    /// Verbs that give a leave or an order, and the nouns for it.
    Leave,
    /// Verbs and nouns of deciding.
    Decision,
    /// Nouns that only frame the event behind « de ».
    Occasion,
    /// Nouns for people without a name who act.
    Crowd,
    /// Verbs whose infinitive tells no event of its own.
    Swallow,
    /// Participles behind a delegation or a group that name who leads it.
    Lead,
    /// Nouns that take up an organisation told before.
    Body,
    /// Nouns for somebody by what he is to another.
    Peer,
    /// Nouns for those who head or speak for a body.
    Function,
    /// Verbs whose addressee, when told, carries out the infinitive.
    Offer,
    /// Papers that say what those who issue them say.
    Paper,
    /// Verbs by which a paper is issued.
    Issue,
    /// Adjectives whose complement stands behind « de ».
    Close,
    /// Nouns for men and things by whom they belong to.
    Part,
    /// Nouns that only tell how many.
    Quantity,
    /// Nouns for soldiers and arms, through which somebody attacks (« les forces de X »).
    Troop,
    /// Verbs of what one may have others do (« a fait bombarder X »).
    Deed,
    /// Nouns for those who make up a body (« les membres du Conseil »).
    Member,
    /// Nouns for sorts of places, whose name stands behind « de ».
    Site,
    /// Of these, buildings and grounds: who hits one does not hit the town it is in.
    Building,
    /// Verbs whose complement stands behind « de ».
    Of,
    /// Verbs that have one behind their object.
    OfBesides,
    /// Nouns for states and those who stand for them.
    Whole,
    /// Nouns for those who speak for somebody, and for where his words stand.
    Voice,
    /// Nouns for a party without a name.
    Side,
    /// Verbs whose participle behind an event opens the next one.
    Sequence,
    /// Verbs whose participle behind a noun is an adjective with no complement of its own.
    Adjectival,
    /// Firms, clubs and bodies of trade or sport: ids of the gazetteer, and words of names.
    Trade,
    /// Nouns before the name of a firm or club.
    Enterprise,
    /// Verbs whose object carries out the bare infinitive behind it.
    Perceive,
    /// Where somebody is brought, whose name may follow.
    Seat,
    /// Words of sport and shows.
    Leisure,
    /// Verbs whose object « sa démission » is somebody else's.
    Demand,
    /// Verbs whose agent has not done the thing that is their object (« les attaques subies par X »).
    Suffered,
    /// Verbs by which measures weigh on somebody.
    Weigh,
    /// Participles that say when and where an event is.
    Held,
    /// Nouns of what somebody else does, or has done to him.
    Others,
    /// Objects of verbs of giving, and verbs, whose addressee owns what it is said for.
    Addressed,
    /// The same of what is done to somebody for what he did.
    Punish,
    /// Verbs that promise or prepare what they tell.
    Pledge,
    /// Verbs in the passive of what others do with somebody on an occasion.
    Undergone,
    /// Verbs of talking about something.
    Discuss,
    /// Nouns of what takes place between parties.
    Between,
    /// Nouns of what is done against somebody.
    Against,
    /// Adverbs that part the partners of a verb: each is met alone.
    Apart,
    /// Nouns that sum up what has just been told (« …, une décision condamnée par X »).
    Act,
    /// Verbs whose participle says where and when several have come together (« réunis lundi à Bruxelles »).
    Gathered,
    /// Names of meetings of states that act as one (« le G7 a condamné X »).
    League,
    /// Titles of rank before a name, that take up who bears it (« le général a démissionné »).
    Rank,
    /// Nouns that take up an armed group told before (« la rébellion »).
    Insurgent,
    /// Nouns that take up the body whose name begins with them, when they have a capital (« le Fonds »).
    Chartered,
    /// Adjectives that describe a body or land told before and set it off from no other (« le mouvement islamiste »).
    Epithet,
    /// Words that set another one off from the one told before (« l'autre groupe »).
    Another,
    /// Verbs of what others make of an event (« saluée par X »): their agent has not done it.
    Judge,
    /// Words that stand for people nobody names, beside those that count (« la plupart », « chacun »).
    Anybody,
    /// Nouns for the other of two who meet or speak (« son interlocuteur »).
    Partner,
    /// Verbs by which nobody speaks of his own (« a rejeté sa proposition »).
    Gainsay,
    /// Verbs that say between whom something is (« le conflit qui oppose X à Y »).
    Link,
    /// Nouns for those who rule or stand with somebody, through whom he is meant (« le régime de X »).
    Rule,
}

impl List {
    const NAMES: &'static [&'static str] = &[
        "control",
        "leave",
        "decision",
        "occasion",
        "crowd",
        "swallow",
        "lead",
        "body",
        "peer",
        "function",
        "offer",
        "paper",
        "issue",
        "close",
        "part",
        "quantity",
        "troop",
        "deed",
        "member",
        "site",
        "building",
        "of",
        "of_besides",
        "whole",
        "voice",
        "side",
        "sequence",
        "adjectival",
        "trade",
        "enterprise",
        "perceive",
        "seat",
        "leisure",
        "demand",
        "suffered",
        "weigh",
        "held",
        "others",
        "addressed",
        "punish",
        "pledge",
        "undergone",
        "discuss",
        "between",
        "against",
        "apart",
        "act",
        "gathered",
        "league",
        "rank",
        "insurgent",
        "chartered",
        "epithet",
        "another",
        "judge",
        "anybody",
        "partner",
        "gainsay",
        "link",
        "rule",
    ];
    /// Those of nouns that take up somebody told before.
    const TAKING_UP: [Self; 4] = [Self::Body, Self::Rank, Self::Insurgent, Self::Chartered];
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
                        *cues.lists.entry(&form, 0) |= 1 << list;
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
        self.lists.get(word).is_some_and(|lists| lists >> list as u32 & 1 != 0)
    }

    /// Whether a lower-case noun is one that takes up somebody told before.
    pub(super) fn takes_up(&self, word: &str) -> bool {
        self.lists.get(word).is_some_and(|lists| List::TAKING_UP.iter().any(|&list| lists >> list as u32 & 1 != 0))
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
