//! From frame files, once read, to [`Frames`]: triggers, slots and conditions by the words of the known.

use super::condition::{Initials, Nouns, NounsId};
use super::file::{place, Conditions, File, Head, RawFrame, RawRole, TriggerKind};
use super::word_set::WordSet;
use super::{bare, Complement, Fixed, Frame, Frames, Kinds, NounTrigger, RelationType, RoleSlots, Slot, VerbTrigger};
use super::{Premise, Telling};
use crate::error::{Error, Fault};
use crate::lexicon::grammar::Function;
use crate::lexicon::{inflection, Pos, Words};
use crate::plain::Text;
use crate::relation::cue::Cues;
use crate::relation::embedded;
use crate::relation::model::Modality;
use crate::relation::presence::Index;
use crate::text::fold::lower;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the head of a file gives to each of its frames.
#[derive(Default)]
struct Shared {
    unless: Vec<(Slot, NounsId)>,
    lists: BTreeMap<String, NounsId>,
}

impl Frames {
    /// The files of the crate, and `own` ones (name and TOML text) after them, ready for [`Frames::new`].
    #[must_use]
    pub fn files<'t>(own: &[(&'t str, &'t str)]) -> Vec<File<'t>> {
        embedded::FILES.iter().chain(own).filter_map(|(name, text)| File::read(name, text)).collect()
    }

    /// Understands `files` by the words of `known`.
    ///
    /// # Errors
    /// Every fault of every file, with file, line, column and what was expected.
    pub fn new(known: &Words, files: Vec<File<'_>>) -> Result<Self, Error> {
        let mut faults = Vec::new();
        let mut frames = Self {
            types: Vec::new(),
            frames: Vec::new(),
            premises: Vec::new(),
            verbs: Vec::new(),
            nouns: FxHashMap::default(),
            prepositions: FxHashMap::default(),
            triggers: WordSet::default(),
            lists: Vec::new(),
            index: Index::default(),
            preposition_words: WordSet::default(),
            cues: Cues::embedded(known)?,
        };
        for file in files {
            frames.file(known, file, &mut faults);
        }
        frames.number_words(known);
        if faults.is_empty() {
            Ok(frames)
        } else {
            Err(Error::frame(faults))
        }
    }

    fn file(&mut self, known: &Words, file: File<'_>, faults: &mut Vec<Fault>) {
        let File { name, first, head, blocks } = file;
        let head = match head {
            Ok(head) => head,
            Err(fault) => return faults.push(fault),
        };
        let shared = self.shared(known, &head, &mut |word, message| {
            let (line, column) = place(&first, word);
            faults.push(Fault::new(name, line, column, message));
        });
        let kind = self.kind(head);
        for (block, entry) in blocks {
            match entry {
                Ok((trigger, frame)) => self.add_frame(known, kind, trigger, &frame, &shared, &mut |word, message| {
                    let (line, column) = place(&block, word);
                    faults.push(Fault::new(name, line, column, message));
                }),
                Err(fault) => faults.push(fault),
            }
        }
    }

    /// Once all files are read: numbers for what is compared in texts.
    fn number_words(&mut self, known: &Words) {
        for list in self.nouns.values_mut() {
            // Longest first; the frames of one trigger in the order of the files.
            list.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
            list.dedup_by(|again, first| {
                let same = again.rest == first.rest;
                if same {
                    first.frames.append(&mut again.frames);
                    let known = first.frames.len() - 1;
                    if known > 0 && first.frames[known] == first.frames[known - 1] {
                        first.frames.pop();
                    }
                }
                same
            });
        }
        for &word in self.nouns.keys() {
            self.triggers.insert(word);
        }
        // Many lists share their words.
        let mut inflected: FxHashMap<String, [(u32, String); 2]> = FxHashMap::default();
        for nouns in &mut self.lists {
            for noun in &nouns.list {
                if !inflected.contains_key(noun) {
                    let numbered = |form: String| (known.vocabulary().number(&form), form);
                    inflected.insert(noun.clone(), [noun.clone(), plural(noun)].map(numbered));
                }
                for (number, form) in &inflected[noun] {
                    match *number {
                        0 => nouns.strangers.push(form.clone()),
                        number => nouns.numbers.push(number),
                    }
                }
            }
            nouns.numbers.sort_unstable();
            for phrase in nouns.list.iter().filter(|n| n.contains([' ', '-', '\''])) {
                nouns.phrases.push(phrase.clone());
                let first = phrase.split([' ', '\'']).next().unwrap_or("");
                let word = known.word(known.vocabulary().number(first));
                if word.pos.any(Pos::NOUN) && word.function == Function::None {
                    nouns.phrases.push(plural(phrase));
                }
            }
            nouns.initials = Initials::of(nouns.list.iter().chain(&nouns.strangers));
            nouns.phrase_initials = Initials::of(nouns.phrases.iter());
            nouns.openers = nouns.first_tokens().map(|token| known.vocabulary().number(token)).collect();
            // A token that is no word has no number, even where a word is written so.
            nouns.openers.extend((!nouns.phrases.is_empty()).then_some(0));
            nouns.openers.sort_unstable();
            nouns.openers.dedup();
        }
        let mut telling = Telling::default();
        let types = &self.types;
        let premise = |frame: &Frame| Premise::of(frame, &types[frame.kind as usize], &mut telling);
        self.premises = self.frames.iter().map(premise).collect();
        self.index = Index::new(&self.lists, &telling, &self.cues, known);
        // The longest word of « à l'invitation de » tells that it may stand in a sentence.
        let words = self
            .prepositions
            .keys()
            .filter_map(|&prep| known.grammar().prep_name(prep).split([' ', '\'']).max_by_key(|word| word.len()));
        words.for_each(|word| self.preposition_words.insert(known.vocabulary().number(word)));
    }

    fn kind(&mut self, head: Head<'_>) -> u16 {
        if let Some(index) = self.types.iter().position(|t| t.name == head.r#type) {
            return index as u16;
        }
        self.types.push(RelationType {
            name: head.r#type,
            plover: head.plover,
            cameo: head.cameo,
            reciprocal: head.reciprocal,
            political: head.political,
            comments: head.comments,
            asks: head.asks,
            attends: head.attends,
            mutual: head.mutual,
            performative: head.performative,
            aims: head.aims,
        });
        (self.types.len() - 1) as u16
    }

    /// The named lists and the conditions that the head of a file sets for all its frames.
    fn shared(&mut self, known: &Words, head: &Head<'_>, fault: &mut dyn FnMut(&str, String)) -> Shared {
        let mut shared = Shared::default();
        for (name, words) in &head.lists {
            shared.lists.insert(name.to_string(), self.list(words.iter().map(Text::as_str)));
        }
        shared.unless = self.conditions(known, &head.unless, &shared, fault);
        shared
    }

    /// A table slot → words, as slots and numbers of lists. `"@name"` is a list of the file's head, `"#kind"` a mention of
    /// that kind.
    fn conditions(
        &mut self,
        known: &Words,
        table: &Conditions<'_>,
        shared: &Shared,
        fault: &mut dyn FnMut(&str, String),
    ) -> Vec<(Slot, NounsId)> {
        let mut out = Vec::with_capacity(table.len());
        for (name, words) in table {
            let Some(slot) = slot(known, name, fault) else { continue };
            let mut list = Vec::new();
            let mut named = None;
            let mut kinds = Kinds::default();
            for word in words.0.iter().map(Text::as_str) {
                if let Some(kind) = word.strip_prefix('#') {
                    kinds.0 |= kind_bit(kind, fault);
                    continue;
                }
                let Some(reference) = word.strip_prefix('@') else {
                    list.push(word.to_owned());
                    continue;
                };
                match shared.lists.get(reference) {
                    Some(&id) => {
                        named = Some(id);
                        list.extend(self.lists[id.0 as usize].list.iter().cloned());
                    }
                    None => fault(word, format!("expected a list of the file's [lists], found {word:?}")),
                }
            }
            let id = match named {
                Some(id) if words.0.len() == 1 => id,
                _ => self.list(list.iter().map(String::as_str)),
            };
            if kinds != Kinds::default() {
                self.lists[id.0 as usize].kinds = kinds;
            }
            out.push((slot, id));
        }
        out
    }

    /// Keeps a list of words for conditions.
    fn list<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> NounsId {
        let list = words.map(lower).collect();
        self.lists.push(Nouns { list, ..Nouns::default() });
        NounsId(self.lists.len() as u32 - 1)
    }

    fn add_frame(
        &mut self,
        known: &Words,
        kind: u16,
        trigger: TriggerKind,
        raw: &RawFrame<'_>,
        shared: &Shared,
        fault: &mut dyn FnMut(&str, String),
    ) {
        let mut role = |raw: &Option<RawRole<'_>>| {
            let raw = raw.as_ref()?;
            let mut kinds = 0;
            for name in raw.kinds.iter().flatten() {
                kinds |= kind_bit(name, fault);
            }
            if raw.kinds.is_none() {
                kinds = Kinds::PARTY;
            }
            let slots = raw.slot.0.iter().filter_map(|name| slot(known, name, fault)).collect();
            Some(RoleSlots { slots, kinds: Kinds(kinds), optional: raw.optional })
        };
        let roles = [role(&raw.actor), role(&raw.recipient), role(&raw.place), role(&raw.event)];
        let require = self.conditions(known, &raw.require, shared, fault);
        let mut unless = self.conditions(known, &raw.unless, shared, fault);
        unless.extend_from_slice(&shared.unless);
        let mut support = Vec::new();
        for lemma in &raw.support {
            match known.vocabulary().verb(bare(lemma).0) {
                Some(verb) => support.push(verb),
                None => fault(lemma, format!("expected an infinitive of verbs.tsv, found {lemma:?}")),
            }
        }
        let mut voices = (true, true);
        if let Some(form) = &raw.form {
            voices = (form.iter().any(|f| &**f == "active"), form.iter().any(|f| &**f == "passive"));
            for f in form.iter().filter(|f| !matches!(f.as_str(), "active" | "passive" | "reflexive")) {
                fault(f, format!("expected active, passive or reflexive, found {f:?}"));
            }
        }
        let complement = match raw.complement.as_deref() {
            None => Complement::Any,
            Some("infinitive") => Complement::Infinitive,
            Some("que") => Complement::That,
            Some("none") => Complement::None,
            Some("purpose") => Complement::Purpose,
            Some("date") => Complement::Date,
            Some(other) => {
                fault(other, format!("expected infinitive, que, purpose, date or none, found {other:?}"));
                Complement::Any
            }
        };
        let modality = raw.modality.as_deref().and_then(|name| {
            let known = Modality::from_name(name);
            if known.is_none() {
                fault(name, format!("expected planned, possible, desired or another modality, found {name:?}"));
            }
            known
        });
        let roles = Arc::new(roles);
        let (require, unless): (Arc<[_]>, Arc<[_]>) = (require.into(), unless.into());
        let support: Arc<[_]> = support.into();
        let cameo = raw.cameo.as_deref().map(Arc::from);
        for lemma in raw.lemma.0.iter().map(Text::as_str) {
            let (first, reflexive) = bare(lemma);
            let number = self.frames.len() as u32;
            let mut frame = Frame {
                kind,
                name: format!("{}/{lemma}", self.types[kind as usize].name),
                fixed: Vec::new(),
                reflexive,
                voices,
                complement,
                roles: Arc::clone(&roles),
                require: Arc::clone(&require),
                unless: Arc::clone(&unless),
                support: Arc::clone(&support),
                cameo: cameo.clone(),
                reciprocal: raw.mutual || raw.reciprocal.unwrap_or(self.types[kind as usize].reciprocal),
                mutual: raw.mutual,
                strict: raw.strict,
                headline: raw.headline,
                beside: raw.beside,
                modality,
                echoes: raw.echoes.as_deref().map(str::to_owned),
            };
            if trigger == TriggerKind::Preposition {
                match known.grammar().prep(lemma) {
                    Some(prep) => self.prepositions.entry(prep).or_default().push(number),
                    None => {
                        fault(lemma, format!("expected a preposition of grammar.tsv, found {lemma:?}"));
                        continue;
                    }
                }
            } else if trigger == TriggerKind::Verb {
                let mut words = first.split(' ');
                let infinitive = words.next().unwrap_or("");
                let rest = words.collect::<Vec<_>>().join(" ");
                let tokens = crate::text::Tokens::new(&rest);
                let source = crate::text::Source::new(&rest, &tokens);
                let vocabulary = known.vocabulary();
                let fixed = |i| {
                    let word: &str = source.lowered(i);
                    let function = vocabulary.word(vocabulary.number(word)).function;
                    Fixed { word: word.to_owned(), possessive: function == Function::Possessive }
                };
                frame.fixed = (0..source.len()).map(fixed).collect();
                match known.vocabulary().verb(infinitive) {
                    Some(verb) => {
                        if self.verbs.len() <= verb.index() {
                            self.verbs.resize_with(verb.index() + 1, Vec::new);
                        }
                        self.verbs[verb.index()].push(VerbTrigger::new(number, &frame));
                    }
                    None => {
                        fault(lemma, format!("expected an infinitive of verbs.tsv, found {lemma:?}"));
                        continue;
                    }
                }
            } else {
                if !self.noun(known, lemma, number) {
                    fault(lemma, format!("expected a noun that begins with a word of words.tsv, found {lemma:?}"));
                    continue;
                }
            }
            self.frames.push(frame);
        }
    }

    /// A noun is found by its singular and its plural. Says whether it can be found at all.
    fn noun(&mut self, known: &Words, lemma: &str, frame: u32) -> bool {
        let plural = plural(lemma);
        let mut found = false;
        for form in [lemma.to_owned(), plural] {
            let lowered = lower(&form);
            let tokens = crate::text::Tokens::new(&lowered);
            let source = crate::text::Source::new(&lowered, &tokens);
            let number = known.vocabulary().number(source.lowered(0));
            if number == 0 {
                continue;
            }
            found = true;
            let rest: Vec<String> = (1..source.len()).map(|i| source.lowered(i).to_owned()).collect();
            self.nouns.entry(number).or_default().push(NounTrigger { rest, frames: vec![frame] });
        }
        found
    }
}

/// The plural of a noun of one word or several: « chefs d'état-major », « relations diplomatiques », « têtes-à-tête ».
fn plural(noun: &str) -> String {
    if !noun.contains([' ', '-']) {
        return inflection::plural(noun);
    }
    if let Some((first, rest)) = noun.split_once("-à-") {
        return format!("{}-à-{rest}", inflection::plural(first));
    }
    let mut inflected = true;
    let words = noun.split(' ').map(|word| {
        inflected &= !matches!(word, "de" | "du" | "des" | "à" | "au" | "aux" | "en" | "sur" | "par" | "sans")
            && !word.starts_with("d'");
        if inflected {
            inflection::plural(word)
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn slot(known: &Words, name: &str, fault: &mut dyn FnMut(&str, String)) -> Option<Slot> {
    let prep = |name: &str| known.grammar().prep(name);
    let found = match name {
        "subject" => Some(Slot::Subject),
        "object" => Some(Slot::Object),
        "infinitive.object" => Some(Slot::InfinitiveObject),
        "que.subject" => Some(Slot::ThatSubject),
        "self" => Some(Slot::Own),
        "by" | "par" => Some(Slot::By),
        "possessive" => Some(Slot::Possessive),
        "compound" | "apposition" => Some(Slot::Compound),
        "adjective" => Some(Slot::Adjective),
        "attribute" => Some(Slot::Attribute),
        "adverbial" => Some(Slot::Adverbial),
        "host" => Some(Slot::Host),
        "sentence" => Some(Slot::Sentence),
        _ => match name.split_once('.') {
            Some(("infinitive", rest)) => prep(rest).map(Slot::InfinitivePrep),
            Some(("object", rest)) => prep(rest).map(Slot::ObjectPrep),
            Some(("subject", rest)) => prep(rest).map(Slot::SubjectPrep),
            Some((outer, inner)) => prep(outer).zip(prep(inner)).map(|(outer, inner)| Slot::PrepPrep(outer, inner)),
            None => prep(name).map(Slot::Prep),
        },
    };
    if found.is_none() {
        fault(name, format!("expected a slot (subject, object, by, possessive, compound, a preposition, object.PREP, PREP.PREP, infinitive.object, infinitive.PREP, que.subject), found {name:?}"));
    }
    found
}

/// The bit of a kind's name.
fn kind_bit(name: &str, fault: &mut dyn FnMut(&str, String)) -> u16 {
    match Kinds::NAMES.iter().position(|n| *n == name) {
        Some(i) => 1 << i,
        None => {
            fault(name, format!("expected one of {}, found {name:?}", Kinds::NAMES.join(", ")));
            0
        }
    }
}
