//! Frame files: which words express a relation, and which slots hold whom.
//!
//! Comes in: TOML (`gazetteers/relations/*.toml` and the user's own). Goes
//! out: [`Frames`], found by verb or noun. A file is read block by block, so
//! that every fault is told, with its line, and the files' examples cost
//! nothing at start-up. The format is described in `gazetteers/relations/README.md`.

use super::cue::Cues;
use super::presence::Index;
use crate::error::{Error, Fault};
use crate::id::VerbId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{inflection, Lexicon, Pos};
use crate::text::fold::lower;
use crate::text::Source;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where an argument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Subject of the active sense.
    Subject,
    /// Direct object of the active sense.
    Object,
    /// Agent of a passive or of a nominal: « par X ».
    By,
    /// son, sa, leur
    Possessive,
    /// « le sommet Trump-Kim »
    Compound,
    /// After a preposition.
    Prep(Prep),
    /// Object of the infinitive that the verb governs (« menacer d'envahir X »).
    InfinitiveObject,
    /// Subject of the que-clause that the verb governs (« exiger que X parte »).
    ThatSubject,
    /// The noun phrase behind a triggering preposition itself.
    Own,
    /// A complement of the object.
    ObjectPrep(Prep),
    /// A complement of the subject.
    SubjectPrep(Prep),
    /// An adjective beside the noun (only in `require` and `unless`).
    Adjective,
    /// An adverb in the clause (only in `require` and `unless`).
    Adverbial,
}

/// What may fill a slot: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(pub u16);

impl Kinds {
    const NAMES: [&'static str; 11] = [
        "person",
        "official",
        "place",
        "organization",
        "event",
        "government",
        "state",
        "delegation",
        "diplomat",
        "armed",
        "party",
    ];
    /// A person.
    pub const PERSON: u16 = 1;
    /// An official.
    pub const OFFICIAL: u16 = 1 << 1;
    /// A place as a place.
    pub const PLACE: u16 = 1 << 2;
    /// An organisation.
    pub const ORGANIZATION: u16 = 1 << 3;
    /// An event.
    pub const EVENT: u16 = 1 << 4;
    /// A ministry, a government, a place that stands for its government.
    pub const GOVERNMENT: u16 = 1 << 5;
    /// A country or its capital.
    pub const STATE: u16 = 1 << 6;
    /// A delegation.
    pub const DELEGATION: u16 = 1 << 7;
    /// An ambassador, an envoy, diplomats.
    pub const DIPLOMAT: u16 = 1 << 8;
    /// An army or armed group.
    pub const ARMED: u16 = 1 << 9;
    /// All that can act.
    pub const PARTY: u16 = 1 << 10;

    /// Whether any of `bits` is allowed.
    #[must_use]
    pub const fn any(self, bits: u16) -> bool {
        self.0 & bits != 0
    }
}

/// One role of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSlots {
    /// Where to look, in this order.
    pub slots: Vec<Slot>,
    /// What may stand there.
    pub kinds: Kinds,
    /// The relation stands without it.
    pub optional: bool,
}

/// What must follow the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complement {
    /// Anything.
    Any,
    /// An infinitive with à or de.
    Infinitive,
    /// A que-clause.
    That,
    /// Neither.
    None,
    /// An infinitive of purpose and no object (« est à Rome pour rencontrer X »).
    Purpose,
    /// A date and no object (« était mardi à Rome »).
    Date,
}

/// One way of saying a relation.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Index of its type.
    pub kind: u16,
    /// `type/lemma`
    pub name: String,
    /// The words that follow a multiword verb (« rendre **visite** »), lower case.
    pub fixed: Vec<String>,
    /// Only the reflexive verb (true), only the plain one (false).
    pub reflexive: bool,
    /// Voices: active, passive.
    pub voices: (bool, bool),
    /// What must follow.
    pub complement: Complement,
    /// actor, recipient, place, event
    pub roles: [Option<RoleSlots>; 4],
    /// Nouns that must stand in a slot.
    pub require: Vec<(Slot, NounsId)>,
    /// Nouns that forbid the reading.
    pub unless: Vec<(Slot, NounsId)>,
    /// Verbs whose object the noun is and whose subject acts.
    pub support: Vec<VerbId>,
    /// CAMEO code where it differs from the file's.
    pub cameo: Option<String>,
    /// Every party is an actor.
    pub reciprocal: bool,
    /// The actor must be told, even in the passive.
    pub strict: bool,
}

/// Number of a list of nouns that frames of one block share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounsId(pub(super) u32);

/// The words of a condition: as the file has them, and as numbers that are compared at once.
#[derive(Debug, Default)]
pub(super) struct Nouns {
    /// Lower case.
    list: Vec<String>,
    /// Vocabulary numbers of the words and their plurals, sorted.
    numbers: Vec<u32>,
    /// Words and plurals the vocabulary does not know.
    strangers: Vec<String>,
    /// Those of several tokens.
    phrases: Vec<String>,
    /// First bytes of all the words, and of those of several tokens.
    initials: Initials,
    phrase_initials: Initials,
}

/// A set of bytes.
#[derive(Debug, Default)]
struct Initials([u64; 4]);

impl Initials {
    fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let mut initials = Self::default();
        for byte in words.filter_map(|word| word.bytes().next()) {
            initials.0[byte as usize / 64] |= 1 << (byte % 64);
        }
        initials
    }

    /// Whether `word` begins with one of them.
    #[inline]
    fn begin(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|&byte| self.0[byte as usize / 64] >> (byte % 64) & 1 != 0)
    }
}

impl Nouns {
    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The words as tokens without a number are compared with them.
    pub(super) fn unnumbered(&self) -> impl Iterator<Item = &String> {
        self.list.iter().chain(&self.strangers)
    }

    pub(super) fn phrases(&self) -> &[String] {
        &self.phrases
    }

    /// Whether a token of this vocabulary number, 0 when unknown, is one of the words in singular or plural.
    pub(super) fn holds(&self, number: u32, lowered: &str) -> bool {
        if number == 0 {
            // What is not a word has no number even where a noun is written so; nor has punctuation.
            self.initials.begin(lowered) && self.unnumbered().any(|n| n == lowered)
        } else {
            self.numbers.binary_search(&number).is_ok()
        }
    }

    /// Whether one of the words of several tokens stands from token `at` on.
    pub(super) fn begin_at(&self, source: Source<'_>, at: usize) -> bool {
        let lowered = source.lowered(at);
        self.phrase_initials.begin(lowered) && {
            let first = lowered.as_bytes().first();
            self.phrases.iter().any(|p| p.as_bytes().first() == first && follows(source, at, p))
        }
    }

    /// Whether `lowered` is a form of one of these adjectives.
    pub(super) fn agree_with(&self, lowered: &str) -> bool {
        let first = lowered.as_bytes().first();
        self.list.iter().any(|a| a.as_bytes().first() == first && is_agreeing(lowered, a))
    }
}

/// Whether the words of `phrase` stand from `token` on.
fn follows(source: Source<'_>, token: usize, phrase: &str) -> bool {
    let mut at = token;
    for word in phrase.split([' ', '-']) {
        let mut rest = word;
        while !rest.is_empty() {
            let have = source.lowered(at);
            match rest.strip_prefix(have) {
                Some(left) if !have.is_empty() => rest = left,
                _ => return false,
            }
            at += 1;
        }
    }
    true
}

/// Whether `lowered` is a form of the adjective `a`.
fn is_agreeing(lowered: &str, a: &str) -> bool {
    lowered == a
        || lowered.len() >= a.len()
            && (lowered
                .strip_prefix(a)
                .is_some_and(|rest| matches!(rest, "s" | "e" | "es" | "ne" | "nes" | "le" | "les"))
                || a.ends_with("al")
                    && lowered.strip_suffix("aux").is_some_and(|stem| Some(stem) == a.strip_suffix("al"))
                || a.ends_with('f')
                    && lowered.strip_prefix(&a[..a.len() - 1]).is_some_and(|rest| matches!(rest, "ve" | "ves")))
}

/// One relation type.
#[derive(Debug, Clone)]
pub struct RelationType {
    /// Its name.
    pub name: String,
    /// PLOVER event type.
    pub plover: Option<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Every party is an actor.
    pub reciprocal: bool,
}

/// A noun that may trigger a relation.
#[derive(Debug, Clone)]
pub struct NounTrigger {
    /// Words after the first.
    pub rest: Vec<String>,
    /// Frames, in the order of the files.
    pub frames: Vec<u32>,
}

/// All frames, compiled against a lexicon.
#[derive(Debug)]
pub struct Frames {
    types: Vec<RelationType>,
    frames: Vec<Frame>,
    /// By number of the verb.
    verbs: Vec<Vec<u32>>,
    nouns: FxHashMap<u32, Vec<NounTrigger>>,
    prepositions: FxHashMap<Prep, Vec<u32>>,
    /// By number of the word, whether a noun trigger begins with it.
    triggers: Vec<u64>,
    lists: Vec<Nouns>,
    pub(super) index: Index,
    /// Numbers of the words that tell the prepositions.
    pub(super) preposition_words: Vec<u32>,
    pub(super) cues: Cues,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    r#type: String,
    plover: Option<String>,
    cameo: Option<String>,
    #[serde(default)]
    reciprocal: bool,
    /// Holds for every frame of the file.
    #[serde(default)]
    unless: BTreeMap<String, OneOrMany>,
    /// Lists that conditions name with `@`.
    #[serde(default)]
    lists: BTreeMap<String, Vec<String>>,
}

/// What the head of a file gives to each of its frames.
#[derive(Default)]
struct Shared {
    unless: Vec<(Slot, NounsId)>,
    lists: BTreeMap<String, NounsId>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn list(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRole {
    slot: OneOrMany,
    kinds: Option<Vec<String>>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFrame {
    lemma: OneOrMany,
    actor: Option<RawRole>,
    recipient: Option<RawRole>,
    place: Option<RawRole>,
    event: Option<RawRole>,
    #[serde(default)]
    require: BTreeMap<String, OneOrMany>,
    #[serde(default)]
    unless: BTreeMap<String, OneOrMany>,
    form: Option<Vec<String>>,
    complement: Option<String>,
    #[serde(default)]
    support: Vec<String>,
    cameo: Option<String>,
    reciprocal: Option<bool>,
    #[serde(default)]
    strict: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock {
    verb: Option<Vec<RawFrame>>,
    noun: Option<Vec<RawFrame>>,
    preposition: Option<Vec<RawFrame>>,
}

/// What kind of word triggers the frames of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TriggerKind {
    Verb,
    Noun,
    Preposition,
}

/// One block of a frame file: the text from one `[[…]]` line to the next, and where it begins.
struct Block<'t> {
    line: usize,
    text: &'t str,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut starts = vec![0];
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("[[") && offset > 0 {
            starts.push(offset);
        }
        offset += line.len();
    }
    let mut line = 1;
    let mut out = Vec::with_capacity(starts.len());
    for (i, &start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(text.len());
        out.push(Block { line, text: &text[start..end] });
        line += text[start..end].matches('\n').count();
    }
    out
}

fn position(text: &str, at: usize, first_line: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count());
    (first_line + line, column + 1)
}

/// Line and column of a word or key of a block: in quotes, or bare.
fn place(block: &Block<'_>, word: &str) -> (usize, usize) {
    let quoted = block.text.find(&format!("\"{word}\"")).map(|i| i + 1);
    position(block.text, quoted.or_else(|| block.text.find(word)).unwrap_or(0), block.line)
}

impl Frames {
    /// The frames the crate carries, and `own` ones (name and TOML text) after them.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn with(lexicon: &Lexicon, own: &[(&str, &str)]) -> Result<Self, Error> {
        let files: Vec<(&str, &str)> = super::embedded::FILES.iter().chain(own).copied().collect();
        Self::new(lexicon, &files)
    }

    /// Reads `files` (name and TOML text) against the words of `lexicon`.
    ///
    /// # Errors
    /// Every fault of every file, with file, line, column and what was expected.
    pub fn new(lexicon: &Lexicon, files: &[(&str, &str)]) -> Result<Self, Error> {
        let mut faults = Vec::new();
        let mut frames = Self {
            types: Vec::new(),
            frames: Vec::new(),
            verbs: Vec::new(),
            nouns: FxHashMap::default(),
            prepositions: FxHashMap::default(),
            triggers: Vec::new(),
            lists: Vec::new(),
            index: Index::default(),
            preposition_words: Vec::new(),
            cues: Cues::embedded(lexicon)?,
        };
        for (file, text) in files {
            frames.file(lexicon, file, text, &mut faults);
        }
        frames.number_words(lexicon);
        if faults.is_empty() {
            Ok(frames)
        } else {
            Err(Error::frame(faults))
        }
    }

    fn file(&mut self, lexicon: &Lexicon, file: &str, text: &str, faults: &mut Vec<Fault>) {
        let mut blocks = blocks(text).into_iter();
        let Some(first) = blocks.next() else { return };
        let head: Head = match toml::from_str(first.text) {
            Ok(head) => head,
            Err(error) => {
                let (line, column) = position(first.text, error.span().map_or(0, |s| s.start), first.line);
                faults.push(Fault::new(
                    file,
                    line,
                    column,
                    format!("expected type = \"…\" and its codes: {}", error.message()),
                ));
                return;
            }
        };
        let shared = self.shared(lexicon, &head, &mut |word, message| {
            let (line, column) = place(&first, word);
            faults.push(Fault::new(file, line, column, message));
        });
        let kind = self.kind(head);
        for block in blocks {
            let header = block.text.lines().next().unwrap_or("").trim();
            match header {
                "[[verb]]" | "[[noun]]" | "[[preposition]]" => {}
                "[[example]]" | "[[counter_example]]" => continue,
                other => {
                    faults.push(Fault::new(
                        file,
                        block.line,
                        1,
                        format!("expected [[verb]], [[noun]], [[preposition]], [[example]] or [[counter_example]], found {other}"),
                    ));
                    continue;
                }
            }
            let raw: RawBlock = match toml::from_str(block.text) {
                Ok(raw) => raw,
                Err(error) => {
                    let (line, column) = position(block.text, error.span().map_or(0, |s| s.start), block.line);
                    faults.push(Fault::new(file, line, column, error.message().to_owned()));
                    continue;
                }
            };
            let trigger = match (&raw.verb, &raw.noun) {
                (Some(_), _) => TriggerKind::Verb,
                (None, Some(_)) => TriggerKind::Noun,
                (None, None) => TriggerKind::Preposition,
            };
            for frame in raw.verb.into_iter().chain(raw.noun).chain(raw.preposition).flatten() {
                self.add_frame(lexicon, kind, trigger, &frame, &shared, &mut |word, message| {
                    let (line, column) = place(&block, word);
                    faults.push(Fault::new(file, line, column, message));
                });
            }
        }
    }

    /// Once all files are read: numbers for what is compared in texts.
    fn number_words(&mut self, lexicon: &Lexicon) {
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
            let (at, bit) = (word as usize / 64, word % 64);
            self.triggers.resize(self.triggers.len().max(at + 1), 0);
            self.triggers[at] |= 1 << bit;
        }
        for nouns in &mut self.lists {
            for noun in &nouns.list {
                for form in [noun.clone(), plural(noun)] {
                    match lexicon.vocabulary().number(&form) {
                        0 => nouns.strangers.push(form),
                        number => nouns.numbers.push(number),
                    }
                }
            }
            nouns.numbers.sort_unstable();
            for phrase in nouns.list.iter().filter(|n| n.contains([' ', '-', '\''])) {
                nouns.phrases.push(phrase.clone());
                let first = phrase.split([' ', '\'']).next().unwrap_or("");
                let word = lexicon.word(lexicon.vocabulary().number(first));
                if word.pos.any(Pos::NOUN) && word.function == Function::None {
                    nouns.phrases.push(plural(phrase));
                }
            }
            nouns.initials = Initials::of(nouns.list.iter().chain(&nouns.strangers));
            nouns.phrase_initials = Initials::of(nouns.phrases.iter());
        }
        self.index = Index::new(&self.lists, lexicon);
        // The longest word of « à l'invitation de » tells that it may stand in a sentence.
        let words = self
            .prepositions
            .keys()
            .filter_map(|&prep| lexicon.grammar().prep_name(prep).split([' ', '\'']).max_by_key(|word| word.len()));
        self.preposition_words = words.map(|word| lexicon.vocabulary().number(word)).collect();
    }

    fn kind(&mut self, head: Head) -> u16 {
        if let Some(index) = self.types.iter().position(|t| t.name == head.r#type) {
            return index as u16;
        }
        self.types.push(RelationType {
            name: head.r#type,
            plover: head.plover,
            cameo: head.cameo,
            reciprocal: head.reciprocal,
        });
        (self.types.len() - 1) as u16
    }

    /// The named lists and the conditions that the head of a file sets for all its frames.
    fn shared(&mut self, lexicon: &Lexicon, head: &Head, fault: &mut dyn FnMut(&str, String)) -> Shared {
        let mut shared = Shared::default();
        for (name, words) in &head.lists {
            shared.lists.insert(name.clone(), self.list(words));
        }
        shared.unless = self.conditions(lexicon, &head.unless, &shared, fault);
        shared
    }

    /// A table slot → words, as slots and numbers of lists. `"@name"` is a list of the file's head.
    fn conditions(
        &mut self,
        lexicon: &Lexicon,
        table: &BTreeMap<String, OneOrMany>,
        shared: &Shared,
        fault: &mut dyn FnMut(&str, String),
    ) -> Vec<(Slot, NounsId)> {
        let mut out = Vec::with_capacity(table.len());
        for (name, words) in table {
            let Some(slot) = slot(lexicon, name, fault) else { continue };
            let mut list = Vec::new();
            let mut named = None;
            for word in words.list() {
                let Some(reference) = word.strip_prefix('@') else {
                    list.push(word.clone());
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
                Some(id) if words.list().len() == 1 => id,
                _ => self.list(&list),
            };
            out.push((slot, id));
        }
        out
    }

    /// Keeps a list of words for conditions.
    fn list(&mut self, words: &[String]) -> NounsId {
        let list: Vec<String> = words.iter().map(|n| lower(n)).collect();
        self.lists.push(Nouns { list, ..Nouns::default() });
        NounsId(self.lists.len() as u32 - 1)
    }

    fn add_frame(
        &mut self,
        lexicon: &Lexicon,
        kind: u16,
        trigger: TriggerKind,
        raw: &RawFrame,
        shared: &Shared,
        fault: &mut dyn FnMut(&str, String),
    ) {
        let mut role = |raw: &Option<RawRole>| {
            let raw = raw.as_ref()?;
            let mut kinds = 0;
            for name in raw.kinds.iter().flatten() {
                match Kinds::NAMES.iter().position(|n| n == name) {
                    Some(i) => kinds |= 1 << i,
                    None => fault(name, format!("expected one of {}, found {name:?}", Kinds::NAMES.join(", "))),
                }
            }
            if raw.kinds.is_none() {
                kinds = Kinds::PARTY;
            }
            let slots = raw.slot.list().iter().filter_map(|name| slot(lexicon, name, fault)).collect();
            Some(RoleSlots { slots, kinds: Kinds(kinds), optional: raw.optional })
        };
        let roles = [role(&raw.actor), role(&raw.recipient), role(&raw.place), role(&raw.event)];
        let require = self.conditions(lexicon, &raw.require, shared, fault);
        let mut unless = self.conditions(lexicon, &raw.unless, shared, fault);
        unless.extend_from_slice(&shared.unless);
        let mut support = Vec::new();
        for lemma in &raw.support {
            match lexicon.vocabulary().verb(bare(lemma).0) {
                Some(verb) => support.push(verb),
                None => fault(lemma, format!("expected an infinitive of verbs.tsv, found {lemma:?}")),
            }
        }
        let mut voices = (true, true);
        if let Some(form) = &raw.form {
            voices = (form.iter().any(|f| f == "active"), form.iter().any(|f| f == "passive"));
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
        for lemma in raw.lemma.list() {
            let (first, reflexive) = bare(lemma);
            let number = self.frames.len() as u32;
            let mut frame = Frame {
                kind,
                name: format!("{}/{lemma}", self.types[kind as usize].name),
                fixed: Vec::new(),
                reflexive,
                voices,
                complement,
                roles: roles.clone(),
                require: require.clone(),
                unless: unless.clone(),
                support: support.clone(),
                cameo: raw.cameo.clone(),
                reciprocal: raw.reciprocal.unwrap_or(self.types[kind as usize].reciprocal),
                strict: raw.strict,
            };
            if trigger == TriggerKind::Preposition {
                match lexicon.grammar().prep(lemma) {
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
                frame.fixed = (0..source.len()).map(|i| source.lowered(i).to_owned()).collect();
                match lexicon.vocabulary().verb(infinitive) {
                    Some(verb) => {
                        if self.verbs.len() <= verb.index() {
                            self.verbs.resize_with(verb.index() + 1, Vec::new);
                        }
                        self.verbs[verb.index()].push(number);
                    }
                    None => {
                        fault(lemma, format!("expected an infinitive of verbs.tsv, found {lemma:?}"));
                        continue;
                    }
                }
            } else {
                if !self.noun(lexicon, lemma, number) {
                    fault(lemma, format!("expected a noun that begins with a word of words.tsv, found {lemma:?}"));
                    continue;
                }
            }
            self.frames.push(frame);
        }
    }

    /// A noun is found by its singular and its plural. Says whether it can be found at all.
    fn noun(&mut self, lexicon: &Lexicon, lemma: &str, frame: u32) -> bool {
        let plural = plural(lemma);
        let mut known = false;
        for form in [lemma.to_owned(), plural] {
            let lowered = lower(&form);
            let tokens = crate::text::Tokens::new(&lowered);
            let source = crate::text::Source::new(&lowered, &tokens);
            let number = lexicon.vocabulary().number(source.lowered(0));
            if number == 0 {
                continue;
            }
            known = true;
            let rest: Vec<String> = (1..source.len()).map(|i| source.lowered(i).to_owned()).collect();
            self.nouns.entry(number).or_default().push(NounTrigger { rest, frames: vec![frame] });
        }
        known
    }

    /// The frames a verb may trigger.
    #[must_use]
    pub fn of_verb(&self, verb: VerbId) -> &[u32] {
        self.verbs.get(verb.index()).map_or(&[], Vec::as_slice)
    }

    /// The noun triggers that begin with this word, longest first.
    #[must_use]
    pub fn of_noun(&self, word: u32) -> &[NounTrigger] {
        if self.triggers.get(word as usize / 64).is_none_or(|bits| bits >> (word % 64) & 1 == 0) {
            return &[];
        }
        self.nouns.get(&word).map_or(&[], Vec::as_slice)
    }

    /// The frames a preposition triggers (« à l'invitation de »).
    #[must_use]
    pub fn of_preposition(&self, prep: Prep) -> &[u32] {
        self.prepositions.get(&prep).map_or(&[], Vec::as_slice)
    }

    /// The words of a condition.
    pub(super) fn nouns(&self, id: NounsId) -> &Nouns {
        &self.lists[id.0 as usize]
    }

    /// Frame number `frame`.
    #[must_use]
    pub fn frame(&self, frame: u32) -> &Frame {
        &self.frames[frame as usize]
    }

    /// Relation type number `kind`.
    #[must_use]
    pub fn relation_type(&self, kind: u16) -> &RelationType {
        &self.types[kind as usize]
    }

    /// The name of a relation type.
    #[must_use]
    pub fn type_name(&self, kind: u16) -> &str {
        self.types.get(kind as usize).map_or("", |t| &t.name)
    }

    /// The PLOVER event type of a relation type.
    #[must_use]
    pub fn plover(&self, kind: u16) -> Option<&str> {
        self.types.get(kind as usize).and_then(|t| t.plover.as_deref())
    }

    /// The CAMEO code of a relation: its frame's, or else its type's.
    #[must_use]
    pub fn cameo(&self, relation: &super::Relation) -> Option<&str> {
        let frame = self.frames.get(relation.frame as usize).and_then(|f| f.cameo.as_deref());
        frame.or_else(|| self.types.get(relation.kind as usize).and_then(|t| t.cameo.as_deref()))
    }

    /// `type/lemma` of a frame.
    #[must_use]
    pub fn frame_name(&self, frame: u32) -> &str {
        self.frames.get(frame as usize).map_or("", |f| &f.name)
    }
}

/// The plural of a noun of one word or several: « chefs d'état-major », « relations diplomatiques », « têtes-à-tête ».
fn plural(noun: &str) -> String {
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

/// The infinitive without « se », and whether it had one.
pub(super) fn bare(lemma: &str) -> (&str, bool) {
    match lemma.strip_prefix("se ").or_else(|| lemma.strip_prefix("s'")) {
        Some(rest) => (rest, true),
        None => (lemma, false),
    }
}

fn slot(lexicon: &Lexicon, name: &str, fault: &mut dyn FnMut(&str, String)) -> Option<Slot> {
    let prep = |name: &str| lexicon.grammar().prep(name);
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
        "adverbial" => Some(Slot::Adverbial),
        _ => match name.split_once('.') {
            Some(("object", rest)) => prep(rest).map(Slot::ObjectPrep),
            Some(("subject", rest)) => prep(rest).map(Slot::SubjectPrep),
            _ => prep(name).map(Slot::Prep),
        },
    };
    if found.is_none() {
        fault(name, format!("expected a slot (subject, object, by, possessive, compound, a preposition, object.PREP, infinitive.object, que.subject), found {name:?}"));
    }
    found
}
