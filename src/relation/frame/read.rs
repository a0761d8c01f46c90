//! From frame files, once read, to [`Frames`]: triggers, slots and conditions by the words of the known.

use super::condition::{plural, Collector, NounsId};
use super::file::{place, Conditions, File, Head, RawFrame, RawRole, TriggerKind};
use super::word_set::WordSet;
use super::{bare, Complement, Fixed, Frame, Frames, Kinds, NounTrigger, RelationType, RoleSlots, Slot, VerbTrigger};
use super::{Premise, PremiseId, Premises, Telling};
use crate::error::{Error, Fault};
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::Words;
use crate::plain::Text;
use crate::relation::cue::Cues;
use crate::relation::embedded;
use crate::relation::model::Modality;
use crate::relation::presence::Index;
use crate::text::fold::lower;
use crate::text::{Source, Tokens};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

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
        let cues = Cues::embedded(known)?;
        let (mut reader, mut faults) = (Reader::new(known, cues), Vec::new());
        reader.frames.reserve(files.iter().map(File::lemmas).sum());
        for file in &files {
            reader.file(file, &mut faults);
        }
        if faults.is_empty() {
            Ok(reader.finish())
        } else {
            Err(Error::frame(faults))
        }
    }
}

/// Tells a fault: the word it is at, and what was expected.
type Fail<'f> = &'f mut dyn FnMut(&str, String);

/// What the head of a file gives to each of its frames.
struct Shared<'f, 't> {
    /// The index of its type.
    kind: u16,
    unless: Vec<(Slot, NounsId)>,
    /// The numbers of the words of each named list.
    lists: BTreeMap<&'f str, Vec<u32>>,
    /// The words themselves.
    named: &'f BTreeMap<Text<'t>, Vec<Text<'t>>>,
}

impl<'t> Shared<'_, 't> {
    /// The words of the list that `"@name"` calls, or else the word alone.
    fn spelt_out<'w>(&'w self, word: &'w Text<'t>) -> &'w [Text<'t>] {
        let called = word.strip_prefix('@').and_then(|name| self.named.iter().find(|(list, _)| list.as_str() == name));
        called.map_or(std::slice::from_ref(word), |(_, words)| words)
    }
}

/// Frames while their files are read.
struct Reader<'k, 't> {
    known: &'k Words,
    cues: Cues,
    types: Vec<RelationType>,
    frames: Vec<Frame>,
    /// By number of the verb.
    /// The frames of each verb.
    verbs: Vec<Vec<u32>>,
    nouns: FxHashMap<u32, Vec<NounTrigger>>,
    prepositions: FxHashMap<Prep, Vec<u32>>,
    lists: Collector<'t>,
    tokens: Tokens,
}

impl<'k, 't> Reader<'k, 't> {
    fn new(known: &'k Words, cues: Cues) -> Self {
        Self {
            known,
            cues,
            types: Vec::new(),
            frames: Vec::new(),
            verbs: Vec::new(),
            nouns: FxHashMap::default(),
            prepositions: FxHashMap::default(),
            lists: Collector::default(),
            tokens: Tokens::default(),
        }
    }

    fn file(&mut self, file: &File<'t>, faults: &mut Vec<Fault>) {
        let File { name, first, head, blocks } = file;
        let head = match head {
            Ok(head) => head,
            Err(fault) => return faults.push(fault.clone()),
        };
        let shared = self.shared(head, &mut |word, message| {
            let (line, column) = place(first, word);
            faults.push(Fault::new(name, line, column, message));
        });
        for (block, entry) in blocks {
            match entry {
                Ok((trigger, frame)) => self.add_frame(*trigger, frame, &shared, &mut |word, message| {
                    let (line, column) = place(block, word);
                    faults.push(Fault::new(name, line, column, message));
                }),
                Err(fault) => faults.push(fault.clone()),
            }
        }
    }

    fn kind(&mut self, head: &Head<'_>) -> u16 {
        if let Some(index) = self.types.iter().position(|t| t.name == head.r#type) {
            return index as u16;
        }
        self.types.push(RelationType {
            name: head.r#type.clone(),
            plover: head.plover.clone(),
            cameo: head.cameo.clone(),
            reciprocal: head.reciprocal,
            political: head.political,
            comments: head.comments,
            asks: head.asks,
            attends: head.attends,
            thereto: head.thereto,
            mutual: head.mutual,
            performative: head.performative,
            aims: head.aims,
        });
        (self.types.len() - 1) as u16
    }

    /// The type, and the named lists and conditions that the head of a file sets for all its frames.
    fn shared<'f>(&mut self, head: &'f Head<'t>, fault: Fail<'_>) -> Shared<'f, 't> {
        let mut numbers = |words: &[Text<'t>]| words.iter().map(|word| self.lists.noun(word)).collect();
        let lists = head.lists.iter().map(|(name, words)| (name.as_str(), numbers(words))).collect();
        let mut shared = Shared { lists, named: &head.lists, unless: Vec::new(), kind: self.kind(head) };
        shared.unless = self.conditions(&head.unless, &shared, fault);
        shared
    }

    /// A table slot → words, as slots and numbers of lists. `"@name"`, as in `support`, is a list of the file's head, `"#kind"` a mention of
    /// that kind.
    fn conditions(&mut self, table: &Conditions<'t>, shared: &Shared<'_, 't>, fault: Fail<'_>) -> Vec<(Slot, NounsId)> {
        let mut out = Vec::with_capacity(table.len() + shared.unless.len());
        for (name, words) in table {
            let Some(slot) = slot(self.known, name, fault) else { continue };
            let mut nouns = Vec::with_capacity(words.0.len());
            let mut kinds = Kinds::default();
            for word in &words.0 {
                if let Some(kind) = word.strip_prefix('#') {
                    kinds.0 |= kind_bit(kind, fault);
                } else if let Some(reference) = word.strip_prefix('@') {
                    match shared.lists.get(reference) {
                        Some(list) => nouns.extend(list),
                        None => {
                            fault(word, format!("expected a list of the file's [lists], found {:?}", word.as_str()))
                        }
                    }
                } else {
                    nouns.push(self.lists.noun(word));
                }
            }
            out.push((slot, self.lists.list(nouns, kinds)));
        }
        out
    }

    fn add_frame(&mut self, trigger: TriggerKind, raw: &RawFrame<'t>, shared: &Shared<'_, 't>, fault: Fail<'_>) {
        let known = self.known;
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
        let require = self.conditions(&raw.require, shared, fault);
        let mut unless = self.conditions(&raw.unless, shared, fault);
        unless.extend_from_slice(&shared.unless);
        let mut support = Vec::new();
        for lemma in raw.support.iter().flat_map(|word| shared.spelt_out(word)) {
            match known.vocabulary().verb(bare(lemma).0) {
                Some(verb) => {
                    support.push(verb);
                    support.extend_from_slice(self.cues.alike(verb));
                }
                None => fault(lemma, format!("expected an infinitive of verbs.tsv, found {lemma:?}")),
            }
        }
        let mut voices = (true, true);
        if let Some(form) = &raw.form {
            voices = (form.iter().any(|f| f.as_str() == "active"), form.iter().any(|f| f.as_str() == "passive"));
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
        let kind = shared.kind;
        let template = Frame {
            kind,
            name: String::new(),
            fixed: Vec::new(),
            reflexive: false,
            voices,
            complement,
            roles: Arc::new(roles),
            require: require.into(),
            unless: unless.into(),
            support: support.into(),
            cameo: raw.cameo.as_deref().map(Arc::from),
            reciprocal: raw.mutual || raw.reciprocal.unwrap_or(self.types[kind as usize].reciprocal),
            mutual: raw.mutual,
            strict: raw.strict,
            headline: raw.headline,
            beside: raw.beside,
            modality,
            echoes: raw.echoes.as_deref().map(str::to_owned),
        };
        for lemma in raw.lemma.0.iter().map(Text::as_str) {
            let (first, reflexive) = bare(lemma);
            let number = self.frames.len() as u32;
            let name = [self.types[kind as usize].name.as_str(), "/", lemma].concat();
            let mut frame = Frame { name, reflexive, ..template.clone() };
            let (found, expected) = match trigger {
                TriggerKind::Verb => (self.verb(first, number, &mut frame), "an infinitive of verbs.tsv"),
                TriggerKind::Noun => (self.noun(lemma, number), "a noun that begins with a word of words.tsv"),
                TriggerKind::Preposition => (self.preposition(lemma, number), "a preposition of grammar.tsv"),
            };
            match found {
                Some(()) => self.frames.push(frame),
                None => fault(lemma, format!("expected {expected}, found {lemma:?}")),
            }
        }
    }

    /// A verb, and the words that follow it.
    fn verb(&mut self, lemma: &str, number: u32, frame: &mut Frame) -> Option<()> {
        let (infinitive, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
        let vocabulary = self.known.vocabulary();
        if !rest.is_empty() {
            self.tokens.read_words(rest);
            let source = Source::new(rest, &self.tokens);
            let fixed = |i| {
                let word: &str = source.lowered(i);
                let function = vocabulary.word(vocabulary.number(word)).function;
                Fixed { word: word.to_owned(), possessive: function == Function::Possessive }
            };
            frame.fixed = (0..source.len()).map(fixed).collect();
        }
        let verb = vocabulary.verb(infinitive)?;
        if self.verbs.len() <= verb.index() {
            self.verbs.resize_with(verb.index() + 1, Vec::new);
        }
        self.verbs[verb.index()].push(number);
        Some(())
    }

    /// A noun is found by its singular and its plural.
    fn noun(&mut self, lemma: &str, frame: u32) -> Option<()> {
        let mut found = None;
        for form in [lower(lemma), lower(&plural(lemma))] {
            self.tokens.read_words(&form);
            let source = Source::new(&form, &self.tokens);
            let number = self.known.vocabulary().number(source.lowered(0));
            if number != 0 {
                found = Some(());
                let rest: Vec<String> = (1..source.len()).map(|i| source.lowered(i).to_owned()).collect();
                self.nouns.entry(number).or_default().push(NounTrigger { rest, frames: vec![frame] });
            }
        }
        found
    }

    fn preposition(&mut self, name: &str, frame: u32) -> Option<()> {
        let prep = self.known.grammar().prep(name)?;
        self.prepositions.entry(prep).or_default().push(frame);
        Some(())
    }

    /// Once all files are read: what is asked of texts.
    fn finish(self) -> Frames {
        let Self { known, cues, types, frames, verbs, mut nouns, prepositions, lists, .. } = self;
        for list in nouns.values_mut() {
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
        let mut triggers = WordSet::default();
        nouns.keys().for_each(|&word| triggers.insert(word));
        let mut telling = Telling::default();
        let mut premises = Premises::default();
        let premise = |frame: &Frame| premises.number(Premise::of(frame, &types[frame.kind as usize], &mut telling));
        let premised: Vec<PremiseId> = frames.iter().map(premise).collect();
        let trigger = |&frame: &u32| VerbTrigger::new(frame, &frames[frame as usize], premised[frame as usize]);
        let verbs = verbs.iter().map(|frames| frames.iter().map(trigger).collect()).collect();
        // The longest word of « à l'invitation de » tells that it may stand in a sentence.
        let longest = |prep: &Prep| known.grammar().prep_name(*prep).split([' ', '\'']).max_by_key(|word| word.len());
        let told_by: Vec<(u32, Vec<u32>)> = prepositions
            .iter()
            .filter_map(|(prep, frames)| Some((known.vocabulary().number(longest(prep)?), frames.clone())))
            .collect();
        let mut preposition_words = WordSet::default();
        told_by.iter().for_each(|&(word, _)| preposition_words.insert(word));
        let lists = lists.finish(known);
        let index = Index::new(&lists, &telling, &cues, known);
        Frames {
            types,
            frames,
            premises,
            premised,
            verbs,
            nouns,
            prepositions,
            triggers,
            lists,
            index,
            told_by,
            preposition_words,
            cues,
        }
    }
}

fn slot(known: &Words, name: &str, fault: Fail<'_>) -> Option<Slot> {
    let prep = |name: &str| known.grammar().prep(name);
    let found = match name {
        "subject" => Some(Slot::Subject),
        "object" => Some(Slot::Object),
        "infinitive.object" => Some(Slot::InfinitiveObject),
        "que.subject" => Some(Slot::ThatSubject),
        "si.subject" => Some(Slot::IfSubject),
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
            Some(("infinitive", rest)) => match rest.split_once('.') {
                Some(("object", inner)) => prep(inner).map(|inner| Slot::InfinitiveNested(None, inner)),
                Some((outer, inner)) => {
                    prep(outer).zip(prep(inner)).map(|(outer, inner)| Slot::InfinitiveNested(Some(outer), inner))
                }
                None => prep(rest).map(Slot::InfinitivePrep),
            },
            Some(("que", rest)) => rest.strip_prefix("subject.").and_then(prep).map(Slot::ThatSubjectPrep),
            Some(("object", rest)) => prep(rest).map(Slot::ObjectPrep),
            Some(("subject", rest)) => prep(rest).map(Slot::SubjectPrep),
            Some((outer, inner)) => prep(outer).zip(prep(inner)).map(|(outer, inner)| Slot::PrepPrep(outer, inner)),
            None => prep(name).map(Slot::Prep),
        },
    };
    if found.is_none() {
        fault(name, format!("expected a slot (subject, object, by, possessive, compound, a preposition, object.PREP, PREP.PREP, infinitive.object, infinitive.PREP, infinitive.object.PREP, infinitive.PREP.PREP, que.subject, que.subject.PREP, si.subject), found {name:?}"));
    }
    found
}

/// The bit of a kind's name.
fn kind_bit(name: &str, fault: Fail<'_>) -> u16 {
    match Kinds::NAMES.iter().position(|n| *n == name) {
        Some(i) => 1 << i,
        None => {
            fault(name, format!("expected one of {}, found {name:?}", Kinds::NAMES.join(", ")));
            0
        }
    }
}
