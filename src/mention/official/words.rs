//! The words around the head noun (`gazetteers/office_words.tsv`): institutions, modifiers, and how much support a
//! title needs. Comes in: a place in the text. Goes out: what the words there may be. Knows no grammar but inflection.

use crate::id::Code;
use crate::mention::OfficeStatus;
use crate::text::{Source, Tokens};
use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;
use std::sync::Arc;

const TABLE: &str = include_str!("../../../gazetteers/office_words.tsv");

/// What kind of body an institution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Institution {
    Army,
    Bank,
    Business,
    Church,
    Court,
    Government,
    International,
    Ministry,
    Office,
    Parliament,
    Party,
    Police,
    State,
    Armed,
}

/// What a listed word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Institution(Institution, Option<Code>),
    Before(Option<OfficeStatus>),
    After(OfficeStatus),
    /// What befell the holder, where his name follows.
    Fate(OfficeStatus),
    Adjective,
    /// An adjective that says of no one country (« mondial »).
    Stateless,
    Matter,
    Trade,
    Kin,
    /// Works for its organisation somewhere else; the flag: even in a town.
    Posted(bool),
    /// Sent by a state to live somewhere, besides ambassadors.
    Legate,
    /// What a party is.
    Partisan,
    Foreign,
    Defence,
    /// Where those live for whom a minister of a diaspora is.
    Abroad,
    Weak,
    Rank,
    Participle,
    Attributive,
    Generic,
    Body(bool),
}

/// How much support a title needs before it is an official.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Support {
    /// Needs a complement or a name.
    pub weak: bool,
    /// A rank: needs a complement.
    pub rank: bool,
    /// May be a verb form.
    pub participle: bool,
    /// May be an adjective.
    pub attributive: bool,
    /// Business, sport and associations have it too.
    pub generic: bool,
}

#[derive(Debug)]
struct Item {
    /// Folded lemmas of every word, the first among them; all forms share them.
    lemmas: Arc<[String]>,
    /// « p.i. », which « pie » is no form of.
    dotted: bool,
    class: Class,
}

impl Item {
    /// Whether its words stand at token `at`, which is a form of the first of them.
    fn stands(&self, source: Source<'_>, at: usize) -> bool {
        let mut rest = self.lemmas.iter().enumerate().skip(1);
        rest.all(|(k, lemma)| is_form_of(source.folded(at + k), lemma))
            && (!self.dotted || source.str(at).ends_with('.'))
    }
}

/// The table, by the folded forms of the first word; longest first.
#[derive(Debug, Default)]
pub(super) struct Words {
    items: FxHashMap<String, Vec<Item>>,
    homes: FxHashMap<String, Code>,
}

static WORDS: Lazy<Words> = Lazy::new(Words::load);

/// The table; read once.
pub(super) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    fn load() -> Self {
        let mut words = Self::default();
        for line in TABLE.lines().filter(|l| !l.starts_with('#')).skip(1) {
            let mut cells = line.split('\t');
            let (Some(word), Some(class), Some(value)) = (cells.next(), cells.next(), cells.next()) else { continue };
            if class == "home" {
                words.homes.extend(Code::new(value).map(|code| (word.to_owned(), code)));
                continue;
            }
            let Some(class) = class_of(class, value) else { continue };
            let tokens = Tokens::new(word);
            let source = Source::new(word, &tokens);
            let lemmas: Arc<[String]> = (0..source.len()).map(|i| source.folded(i).to_owned()).collect();
            let Some(first) = lemmas.first() else { continue };
            let dotted = word.ends_with('.');
            let mut add = |form: &str| {
                let item = Item { lemmas: Arc::clone(&lemmas), dotted, class };
                match words.items.get_mut(form) {
                    Some(list) => list.push(item),
                    None => drop(words.items.insert(form.to_owned(), vec![item])),
                }
            };
            if dotted {
                add(first);
            } else {
                forms(first, add);
            }
        }
        words.items.values_mut().for_each(|list| list.sort_by_key(|item| std::cmp::Reverse(item.lemmas.len())));
        words
    }

    /// The longest listed words at token `at` that `wanted` accepts: their number and what `wanted` made of them.
    pub fn find<T>(&self, source: Source<'_>, at: usize, wanted: impl Fn(Class) -> Option<T>) -> Option<(usize, T)> {
        self.items.get(source.folded(at))?.iter().find_map(|item| {
            let value = wanted(item.class)?;
            item.stands(source, at).then_some((item.lemmas.len(), value))
        })
    }

    /// The institution at `at`.
    pub fn institution(&self, source: Source<'_>, at: usize) -> Option<(usize, Institution)> {
        self.institution_of(source, at).map(|(len, (kind, _))| (len, kind))
    }

    /// The institution at `at`, with the country its name tells.
    pub fn institution_of(&self, source: Source<'_>, at: usize) -> Option<(usize, (Institution, Option<Code>))> {
        self.find(source, at, |class| match class {
            Class::Institution(kind, country) => Some((kind, country)),
            _ => None,
        })
    }

    /// How much support the title in tokens `first..last` needs: of each class the longest words that stand there are to
    /// be the whole title.
    pub fn support(&self, source: Source<'_>, first: usize, last: usize) -> Support {
        let (mut support, mut told) = (Support::default(), Support::default());
        for item in self.items.get(source.folded(first)).into_iter().flatten() {
            let (needs, told) = match item.class {
                Class::Weak => (&mut support.weak, &mut told.weak),
                Class::Rank => (&mut support.rank, &mut told.rank),
                Class::Participle => (&mut support.participle, &mut told.participle),
                Class::Attributive => (&mut support.attributive, &mut told.attributive),
                Class::Generic => (&mut support.generic, &mut told.generic),
                _ => continue,
            };
            if !*told && item.stands(source, first) {
                (*needs, *told) = (first + item.lemmas.len() == last, true);
            }
        }
        support
    }

    /// The country of an office that has it in its name only for those who know (« chancelier de l'Échiquier »).
    pub fn home(&self, id: &str) -> Option<Code> {
        self.homes.get(id.rsplit('/').next().unwrap_or(id)).copied()
    }
}

fn class_of(class: &str, value: &str) -> Option<Class> {
    Some(match class {
        "institution" => {
            let (kind, country) = value.split_once(':').unwrap_or((value, ""));
            Class::Institution(institution_named(kind)?, Code::new(country))
        }
        "before" => Class::Before(status_of(value)),
        "after" => Class::After(status_of(value)?),
        "fate" => Class::Fate(status_of(value)?),
        "adjective" => Class::Adjective,
        "stateless" => Class::Stateless,
        "matter" => Class::Matter,
        "trade" => Class::Trade,
        "kin" => Class::Kin,
        "posted" => Class::Posted(value == "town"),
        "legate" => Class::Legate,
        "partisan" => Class::Partisan,
        "portfolio" if value == "foreign" => Class::Foreign,
        "portfolio" => Class::Defence,
        "abroad" => Class::Abroad,
        "weak" => Class::Weak,
        "rank" => Class::Rank,
        "participle" => Class::Participle,
        "attributive" => Class::Attributive,
        "generic" => Class::Generic,
        "body" => Class::Body(value != "no"),
        _ => return None,
    })
}

fn institution_named(name: &str) -> Option<Institution> {
    Some(match name {
        "army" => Institution::Army,
        "bank" => Institution::Bank,
        "business" => Institution::Business,
        "church" => Institution::Church,
        "court" => Institution::Court,
        "government" => Institution::Government,
        "international" => Institution::International,
        "ministry" => Institution::Ministry,
        "office" => Institution::Office,
        "parliament" => Institution::Parliament,
        "party" => Institution::Party,
        "police" => Institution::Police,
        "state" => Institution::State,
        "armed" => Institution::Armed,
        _ => return None,
    })
}

fn status_of(value: &str) -> Option<OfficeStatus> {
    Some(match value {
        "current" => OfficeStatus::Current,
        "former" => OfficeStatus::Former,
        "acting" => OfficeStatus::Acting,
        "elect" => OfficeStatus::Elect,
        "outgoing" => OfficeStatus::Outgoing,
        _ => return None,
    })
}

/// Endings of the masculine lemma, and those of its other forms; folded.
const ENDINGS: [(&str, &[&str]); 7] = [
    ("al", &["aux"]),
    ("eux", &["euse", "euses"]),
    ("if", &["ive", "ives"]),
    ("teur", &["trice", "trices"]),
    ("ic", &["ique", "iques"]),
    ("eur", &["euse", "euses"]),
    ("ien", &["ienne", "iennes"]),
];
const SUFFIXES: [&str; 9] = ["", "s", "e", "es", "x", "le", "les", "fe", "fes"];

/// « duc » makes no « duce », nor « grec » a « grece ».
fn takes(lemma: &str, suffix: &str) -> bool {
    !(lemma.ends_with('c') && suffix.starts_with('e'))
}

/// Tells the forms that a folded lemma may have.
fn forms(lemma: &str, mut tell: impl FnMut(&str)) {
    let mut form = String::new();
    let mut form_of = |stem: &str, suffix: &str| {
        form.clear();
        form.push_str(stem);
        form.push_str(suffix);
        tell(&form);
    };
    SUFFIXES.iter().filter(|suffix| takes(lemma, suffix)).for_each(|suffix| form_of(lemma, suffix));
    for (ending, others) in ENDINGS {
        if let Some(stem) = lemma.strip_suffix(ending) {
            others.iter().for_each(|other| form_of(stem, other));
        }
    }
}

/// Whether folded `form` may be a form of folded `lemma`.
fn is_form_of(form: &str, lemma: &str) -> bool {
    if let Some(suffix) = form.strip_prefix(lemma) {
        return SUFFIXES.contains(&suffix) && takes(lemma, suffix);
    }
    ENDINGS.iter().any(|(ending, others)| {
        lemma
            .strip_suffix(ending)
            .and_then(|stem| form.strip_prefix(stem))
            .is_some_and(|suffix| others.contains(&suffix))
    })
}
