//! The words of time expressions, read once from `gazetteers/dates.toml`.
//!
//! Comes in: the TOML file, embedded. Goes out: the [`Class`] of a folded
//! word, behind a table of first byte and length that turns nearly every
//! word of a text away without hashing it. Never changes after construction.

use super::feast::Feast;
use super::value::{DayPart, Modifier, Season, Unit, Vague};
use crate::lexicon::sieve::Sieved;
use crate::plain;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a word can do in a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    None,
    Month(u8),
    ShortMonth(u8),
    Weekday(u8),
    ShortWeekday(u8),
    Season(Season),
    Unit(Unit),
    Part(DayPart),
    Number(u32),
    Ordinal(u8),
    Collective(u32),
    Term(u32),
    Edge(Modifier),
    Vague(Vague),
    Led(Vague),
    Adjective(Vague),
    Deictic(i8),
    Told(i8),
    Feast(Feast),
    Set(u8, Unit),
    Last,
    Past,
    Next,
    Before,
    After,
    Demonstrative,
    Each,
    All,
    Few,
    There,
    Prior,
    Posterior,
    Noon,
    Midnight,
    Half,
    Moiety,
    Week,
    Same,
    Saint,
    New,
    Present,
    Date,
}

type Lists = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    months: Lists,
    month_abbreviations: Lists,
    weekdays: Lists,
    weekday_abbreviations: Lists,
    seasons: Lists,
    units: Lists,
    day_parts: Lists,
    numbers: Lists,
    ordinals: Lists,
    collectives: Lists,
    terms: Lists,
    edges: Lists,
    vague: Lists,
    vague_led: Lists,
    adjectives: Lists,
    deictics: Lists,
    told: Lists,
    feasts: Lists,
    sets: Lists,
    relations: Lists,
    signals: Lists,
    context: Context,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Context {
    function: Vec<Box<str>>,
    people: Vec<Box<str>>,
    numbered: Vec<Box<str>>,
    streets: Vec<Box<str>>,
    ahead: Vec<Box<str>>,
    happened: Vec<Box<str>>,
}

/// Word to class, with a filter in front.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    words: Sieved<Class>,
    function: FxHashSet<Box<str>>,
    people: FxHashSet<Box<str>>,
    numbered: FxHashSet<Box<str>>,
    streets: FxHashSet<Box<str>>,
    ahead: FxHashSet<Box<str>>,
    happened: FxHashSet<Box<str>>,
}

const DATES: &str = include_str!("../../../gazetteers/dates.toml");

impl Vocabulary {
    /// The embedded vocabulary; a test holds that it parses and that no word is lost.
    pub(super) fn new() -> Self {
        let mut vocabulary = Self {
            words: Sieved::default(),
            function: FxHashSet::default(),
            people: FxHashSet::default(),
            numbered: FxHashSet::default(),
            streets: FxHashSet::default(),
            ahead: FxHashSet::default(),
            happened: FxHashSet::default(),
        };
        if let Ok(file) = plain::from_str::<File>(DATES) {
            vocabulary.fill(&file);
            vocabulary.function = file.context.function.into_iter().collect();
            vocabulary.people = file.context.people.into_iter().collect();
            vocabulary.numbered = file.context.numbered.into_iter().collect();
            vocabulary.streets = file.context.streets.into_iter().collect();
            vocabulary.ahead = file.context.ahead.into_iter().collect();
            vocabulary.happened = file.context.happened.into_iter().collect();
        }
        vocabulary
    }

    fn fill(&mut self, file: &File) {
        self.list(&file.months, |k| Some(Class::Month(k.parse().ok()?)));
        self.list(&file.month_abbreviations, |k| Some(Class::ShortMonth(k.parse().ok()?)));
        self.list(&file.weekdays, |k| Some(Class::Weekday(k.parse().ok()?)));
        self.list(&file.weekday_abbreviations, |k| Some(Class::ShortWeekday(k.parse().ok()?)));
        self.list(&file.seasons, |k| {
            Some(Class::Season(match k {
                "SP" => Season::Spring,
                "SU" => Season::Summer,
                "FA" => Season::Autumn,
                "WI" => Season::Winter,
                _ => return None,
            }))
        });
        self.list(&file.units, |k| Some(Class::Unit(unit(k)?)));
        self.list(&file.day_parts, |k| {
            Some(Class::Part(match k {
                "MO" => DayPart::Morning,
                "EV" => DayPart::Evening,
                "NI" => DayPart::Night,
                _ => return None,
            }))
        });
        self.list(&file.numbers, |k| Some(Class::Number(k.parse().ok()?)));
        self.list(&file.ordinals, |k| Some(Class::Ordinal(k.parse().ok()?)));
        self.list(&file.collectives, |k| Some(Class::Collective(k.parse().ok()?)));
        self.list(&file.terms, |k| Some(Class::Term(k.parse().ok()?)));
        self.list(&file.edges, |k| {
            Some(Class::Edge(match k {
                "START" => Modifier::Start,
                "MID" => Modifier::Mid,
                "END" => Modifier::End,
                _ => return None,
            }))
        });
        self.list(&file.vague, |k| Some(Class::Vague(vague(k)?)));
        self.list(&file.vague_led, |k| Some(Class::Led(vague(k)?)));
        self.list(&file.adjectives, |k| Some(Class::Adjective(vague(k)?)));
        self.list(&file.deictics, |k| Some(Class::Deictic(k.parse().ok()?)));
        self.list(&file.told, |k| Some(Class::Told(k.parse().ok()?)));
        self.list(&file.feasts, |k| Some(Class::Feast(Feast::named(k)?)));
        self.list(&file.sets, |k| {
            Some(match k {
                "P1D" => Class::Set(1, Unit::Day),
                "P1W" => Class::Set(1, Unit::Week),
                "P1M" => Class::Set(1, Unit::Month),
                "P3M" => Class::Set(3, Unit::Month),
                "P6M" => Class::Set(6, Unit::Month),
                "P1Y" => Class::Set(1, Unit::Year),
                _ => return None,
            })
        });
        self.list(&file.relations, |k| {
            Some(match k {
                "last" => Class::Last,
                "past" => Class::Past,
                "next" => Class::Next,
                "before" => Class::Before,
                "after" => Class::After,
                _ => return None,
            })
        });
        self.list(&file.signals, |k| {
            Some(match k {
                "demonstrative" => Class::Demonstrative,
                "each" => Class::Each,
                "all" => Class::All,
                "few" => Class::Few,
                "there" => Class::There,
                "prior" => Class::Prior,
                "posterior" => Class::Posterior,
                "noon" => Class::Noon,
                "midnight" => Class::Midnight,
                "half" => Class::Half,
                "moiety" => Class::Moiety,
                "weekend" => Class::Week,
                "same" => Class::Same,
                "saint" => Class::Saint,
                "new" => Class::New,
                "present" => Class::Present,
                "dates" => Class::Date,
                _ => return None,
            })
        });
    }

    fn list(&mut self, lists: &Lists, class: impl Fn(&str) -> Option<Class>) {
        for (key, words) in lists {
            let Some(class) = class(key) else { continue };
            for word in words {
                *self.words.entry(word, class) = class;
            }
        }
    }

    /// Whether a word cannot be the noun a number counts.
    pub(super) fn function_word(&self, folded: &str) -> bool {
        self.function.contains(folded)
    }

    /// Whether a word names a person whose years may be an age.
    pub(super) fn person(&self, folded: &str) -> bool {
        self.people.contains(folded)
    }

    /// Whether a word is something numbered, so that « 1970 » after it is no year.
    pub(super) fn numbered(&self, folded: &str) -> bool {
        self.numbered.contains(folded)
    }

    /// Whether a word names what is called after a day: « rue du 8 Mai 1945 ».
    pub(super) fn street(&self, folded: &str) -> bool {
        self.streets.contains(folded)
    }

    /// Whether a verb form or participle speaks of what is to come.
    pub(super) fn ahead(&self, folded: &str) -> bool {
        self.ahead.contains(folded)
    }

    /// Whether a noun names what nobody announces: « l'assassinat », « l'explosion ».
    pub(super) fn happened(&self, folded: &str) -> bool {
        self.happened.contains(folded)
    }

    /// The class of a folded word.
    #[inline]
    pub(super) fn class(&self, folded: &str) -> Class {
        self.words.get(folded).unwrap_or(Class::None)
    }
}

fn vague(key: &str) -> Option<Vague> {
    Some(match key {
        "PAST_REF" => Vague::Past,
        "PRESENT_REF" => Vague::Present,
        "FUTURE_REF" => Vague::Future,
        _ => return None,
    })
}

fn unit(key: &str) -> Option<Unit> {
    Some(match key {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_file_has_its_class() {
        let mut lists: BTreeMap<String, Lists> = toml::from_str::<BTreeMap<String, toml::Value>>(DATES)
            .expect("dates.toml parses")
            .into_iter()
            .filter_map(|(table, lists)| Some((table, lists.try_into().ok()?)))
            .collect();
        lists.remove("context");
        toml::from_str::<File>(DATES).expect("dates.toml has the known tables");
        let vocabulary = Vocabulary::new();
        let mut count = 0;
        for (table, lists) in lists {
            for (key, words) in lists {
                for word in words {
                    assert_ne!(vocabulary.class(&word), Class::None, "{table}.{key}: {word}");
                    count += 1;
                }
            }
        }
        assert_eq!(count, vocabulary.words.len(), "a word stands in two lists");
    }
}
