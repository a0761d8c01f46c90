//! French inflection: every form of a verb from its lemma and conjugation class, and the regular
//! plural and feminine of nouns and adjectives.
//!
//! A verb is described by its principal parts (`Parts`): the six present forms, the third person
//! of the simple past, the past participle and, only where they do not follow from these, the
//! stems of the other tenses. A class of `verbs.tsv` supplies parts relative to the root of the
//! lemma; its `irregular` column overrides single parts in the same notation.

mod agreement;
mod paradigm;
#[cfg(test)]
mod tests;

pub use agreement::{feminine, plural};

use paradigm::{Parts, Past, ABSENT, IRREGULAR};

/// Tense and mood of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tense {
    /// Infinitif: *recevoir*.
    Infinitive,
    /// Participe présent: *recevant*.
    PresentParticiple,
    /// Participe passé, agreeing in gender and number: *reçu, reçue, reçus, reçues*.
    PastParticiple,
    /// Indicatif présent: *reçoit*.
    Present,
    /// Indicatif imparfait: *recevait*.
    Imperfect,
    /// Passé simple: *reçut*.
    SimplePast,
    /// Futur simple: *recevra*.
    Future,
    /// Conditionnel présent: *recevrait*.
    Conditional,
    /// Subjonctif présent: *reçoive*.
    Subjunctive,
    /// Subjonctif imparfait: *reçût*.
    SubjunctiveImperfect,
    /// Impératif: *reçois, recevons, recevez*.
    Imperative,
}

/// What one inflected form says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Inflection {
    /// Tense and mood.
    pub tense: Tense,
    /// Grammatical person, 1 to 3; 0 for infinitives and participles.
    pub person: u8,
    /// Whether the form is plural.
    pub plural: bool,
    /// Whether the form is feminine (past participles only).
    pub feminine: bool,
}

const IMPERFECT: [&str; 6] = ["ais", "ais", "ait", "ions", "iez", "aient"];
const FUTURE: [&str; 6] = ["ai", "as", "a", "ons", "ez", "ont"];
const SUBJUNCTIVE: [&str; 6] = ["e", "es", "e", "ions", "iez", "ent"];

/// Calls `emit(form, inflection)` for every form of the verb.
///
/// `class` and `irregular` are the columns of `verbs.tsv`; the notation is explained at the head
/// of that file. Where two spellings are in use (*paie/paye*, *connaît/connait*) both are emitted.
///
/// # Errors
/// Says what was expected if the class is unknown, the lemma does not end as its class demands or
/// a part is malformed. Forms emitted before the fault was met should be discarded.
pub fn conjugate(
    lemma: &str,
    class: &str,
    irregular: &str,
    emit: &mut dyn FnMut(&str, Inflection),
) -> Result<(), String> {
    let fail = |what: String| format!("verb {lemma:?} (class {class:?}): {what}");
    if lemma.is_empty() {
        return Err(fail("expected a lemma, found an empty string".to_owned()));
    }
    let (mut parts, root, middle) = if class == IRREGULAR {
        (Parts::default(), "", "")
    } else {
        let paradigm = paradigm::find(class)
            .ok_or_else(|| fail("expected one of the classes listed at the head of verbs.tsv".to_owned()))?;
        let (root, middle) = paradigm.split(lemma).map_err(fail)?;
        (paradigm.parts, root, middle)
    };
    parts.amend(irregular).map_err(fail)?;
    let mut verb = Verb { lemma, root, middle, third_only: parts.third_only, stem: Stem::default(), emit };
    verb.all(&parts).map_err(fail)
}

/// The alternatives of one slot, without the mark for a form that does not exist.
fn alternatives(slot: &str) -> impl Iterator<Item = &str> {
    slot.split('/').filter(|form| *form != ABSENT)
}

/// Splits a part into exactly `N` comma-separated slots.
fn slots<'p, const N: usize>(name: &str, part: &'p str) -> Result<[&'p str; N], String> {
    let mut found = [""; N];
    let mut count = 0;
    for slot in part.split(',') {
        if let Some(place) = found.get_mut(count) {
            *place = slot;
        }
        count += 1;
    }
    if count == N {
        Ok(found)
    } else {
        Err(format!("expected {N} comma-separated slots in {name}, found {count}: {part:?}"))
    }
}

/// Removes a required suffix.
fn stem<'p>(name: &str, form: &'p str, suffix: &str) -> Result<&'p str, String> {
    form.strip_suffix(suffix)
        .ok_or_else(|| format!("expected {name} in -{suffix}, or its derived tenses spelled out, found {form:?}"))
}

/// One verb being conjugated into a reused buffer.
struct Verb<'v> {
    lemma: &'v str,
    /// What the class leaves of the lemma; every part is relative to it.
    root: &'v str,
    /// Consonants between an alternating vowel and the ending (m*e*n*er, c*é*d*er).
    middle: &'v str,
    /// Impersonal verb: only the third person singular exists.
    third_only: bool,
    stem: Stem,
    emit: &'v mut dyn FnMut(&str, Inflection),
}

impl Verb<'_> {
    fn all(&mut self, parts: &Parts<'_>) -> Result<(), String> {
        let present: [&str; 6] = slots("pres", parts.present.ok_or("expected the present forms (pres=…)")?)?;
        self.infinitive(parts);
        self.present(parts, &present)?;
        self.imperfect(parts, present[3])?;
        self.subjunctive(parts, &present)?;
        self.imperative(parts, &present)?;
        self.past(parts)?;
        self.participle(parts)?;
        self.future(parts);
        Ok(())
    }

    fn infinitive(&mut self, parts: &Parts<'_>) {
        match parts.infinitive {
            None => {
                self.stem.set(&[self.lemma]);
                self.end("", bare(Tense::Infinitive));
            }
            Some(part) => alternatives(part).for_each(|form| self.add(form, "", bare(Tense::Infinitive))),
        }
    }

    fn present(&mut self, parts: &Parts<'_>, present: &[&str; 6]) -> Result<(), String> {
        for (index, slot) in present.iter().enumerate() {
            for form in alternatives(slot) {
                self.finite(form, "", Tense::Present, index);
            }
        }
        match parts.present_participle {
            Some(part) => alternatives(part).for_each(|form| self.add(form, "", bare(Tense::PresentParticiple))),
            None => {
                for stem in stems("pres", parts.imperfect, present[3], "ons") {
                    self.add(stem?, "ant", bare(Tense::PresentParticiple));
                }
            }
        }
        Ok(())
    }

    fn imperfect(&mut self, parts: &Parts<'_>, we: &str) -> Result<(), String> {
        for stem in stems("pres", parts.imperfect, we, "ons") {
            self.on_root(stem?);
            self.persons(&IMPERFECT, Tense::Imperfect);
        }
        Ok(())
    }

    fn subjunctive(&mut self, parts: &Parts<'_>, present: &[&str; 6]) -> Result<(), String> {
        let given = parts.subjunctive;
        if given.is_some_and(|part| part.matches(',').count() > 1) {
            let forms: [&str; 6] = slots("subj", given.unwrap_or_default())?;
            for (index, slot) in forms.iter().enumerate() {
                for form in alternatives(slot) {
                    self.finite(form, "", Tense::Subjunctive, index);
                }
            }
            return Ok(());
        }
        let [strong, weak] = match given {
            Some(part) => slots::<2>("subj", part)?.map(Some),
            None => [None, parts.imperfect],
        };
        for (index, ending) in SUBJUNCTIVE.iter().enumerate() {
            let found = if matches!(index, 3 | 4) {
                stems("pres", weak, present[3], "ons")
            } else {
                stems("pres", strong, present[5], "ent")
            };
            for stem in found {
                self.finite(stem?, ending, Tense::Subjunctive, index);
            }
        }
        Ok(())
    }

    fn imperative(&mut self, parts: &Parts<'_>, present: &[&str; 6]) -> Result<(), String> {
        let (forms, derived) = match parts.imperative {
            Some(part) => (slots::<3>("impv", part)?, false),
            None => ([present[1], present[3], present[4]], true),
        };
        for (slot, index) in forms.iter().zip([1, 3, 4]) {
            for form in alternatives(slot) {
                // "tu rencontres", but "rencontre !"
                let clipped = form.strip_suffix("es").filter(|_| derived && index == 1);
                match clipped {
                    Some(form) => self.finite(form, "e", Tense::Imperative, index),
                    None => self.finite(form, "", Tense::Imperative, index),
                }
            }
        }
        Ok(())
    }

    fn past(&mut self, parts: &Parts<'_>) -> Result<(), String> {
        let part = parts.simple_past.ok_or("expected the simple past (past=…)")?;
        for form in alternatives(part) {
            let Past { stem, simple, subjunctive } = paradigm::past(form)?;
            self.on_root(stem);
            self.persons(simple, Tense::SimplePast);
            self.persons(subjunctive, Tense::SubjunctiveImperfect);
        }
        Ok(())
    }

    fn participle(&mut self, parts: &Parts<'_>) -> Result<(), String> {
        let part = parts.past_participle.ok_or("expected the past participle (pp=…)")?;
        let agree = |feminine, plural| Inflection { plural, feminine, ..bare(Tense::PastParticiple) };
        for form in alternatives(part) {
            let (masculine, base) = form.split_once(',').unwrap_or((form, form));
            self.add(masculine, "", agree(false, false));
            if base == ABSENT {
                continue;
            }
            if masculine.ends_with('s') {
                self.add(masculine, "", agree(false, true));
            } else {
                self.add(base, "s", agree(false, true));
            }
            self.add(base, "e", agree(true, false));
            self.add(base, "es", agree(true, true));
        }
        Ok(())
    }

    fn future(&mut self, parts: &Parts<'_>) {
        match parts.future {
            Some(part) => alternatives(part).for_each(|stem| {
                self.on_root(stem);
                self.future_persons();
            }),
            None => {
                let stem = if self.lemma.ends_with("re") { self.lemma.strip_suffix('e') } else { None };
                self.stem.set(&[stem.unwrap_or(self.lemma)]);
                self.future_persons();
            }
        }
    }

    fn future_persons(&mut self) {
        self.persons(&FUTURE, Tense::Future);
        self.persons(&IMPERFECT, Tense::Conditional);
    }

    /// The personal forms on the stem.
    fn persons(&mut self, endings: &[&str; 6], tense: Tense) {
        for (index, ending) in endings.iter().enumerate() {
            self.person(ending, tense, index);
        }
    }

    /// A personal form on a stem of the root.
    fn finite(&mut self, stem: &str, ending: &str, tense: Tense, index: usize) {
        self.on_root(stem);
        self.person(ending, tense, index);
    }

    /// A personal form on the stem; `index` counts je, tu, il, nous, vous, ils.
    fn person(&mut self, ending: &str, tense: Tense, index: usize) {
        if self.third_only && (index != 2 || tense == Tense::Imperative) {
            return;
        }
        let person = match index % 3 {
            0 => 1,
            1 => 2,
            _ => 3,
        };
        self.end(ending, Inflection { tense, person, plural: index > 2, feminine: false });
    }

    /// An impersonal form on the root.
    fn add(&mut self, stem: &str, ending: &str, inflection: Inflection) {
        self.on_root(stem);
        self.end(ending, inflection);
    }

    /// Begins forms on the root; in `stem`, `*` stands for the middle.
    fn on_root(&mut self, stem: &str) {
        match stem.bytes().position(|byte| byte == b'*') {
            Some(at) => self.stem.set(&[self.root, &stem[..at], self.middle, &stem[at + 1..]]),
            None => self.stem.set(&[self.root, stem]),
        }
    }

    /// A form: the stem and an ending.
    fn end(&mut self, ending: &str, inflection: Inflection) {
        (self.emit)(self.stem.with(ending), inflection);
    }
}

/// What several forms begin with, in a buffer in which each is written.
#[derive(Default)]
struct Stem {
    form: String,
    len: usize,
    /// A form whose stem is another before its ending.
    softened: String,
}

impl Stem {
    fn set(&mut self, parts: &[&str]) {
        self.form.clear();
        parts.iter().for_each(|part| self.form.push_str(part));
        self.len = self.form.len();
    }

    /// The form with this ending: ç and ge, needed before a, o and u, give way before e and i.
    fn with(&mut self, ending: &str) -> &str {
        self.form.truncate(self.len);
        if ending.starts_with(['e', 'è', 'i', 'î']) {
            let cedilla = self.form.strip_suffix('ç').map(|stem| (stem, "c"));
            if let Some((stem, last)) = cedilla.or_else(|| self.form.strip_suffix("ge").map(|stem| (stem, "g"))) {
                self.softened.clear();
                self.softened.extend([stem, last, ending]);
                return &self.softened;
            }
        }
        self.form.push_str(ending);
        &self.form
    }
}

/// The stems a part spells out or, without it, those of the present form it derives from.
fn stems<'p>(
    name: &'static str,
    given: Option<&'p str>,
    form: &'p str,
    suffix: &'static str,
) -> impl Iterator<Item = Result<&'p str, String>> {
    let source = given.unwrap_or(form);
    alternatives(source).map(move |word| if given.is_some() { Ok(word) } else { stem(name, word, suffix) })
}

/// An inflection without person, number and gender.
fn bare(tense: Tense) -> Inflection {
    Inflection { tense, person: 0, plural: false, feminine: false }
}
