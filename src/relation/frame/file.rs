//! What a frame file says, word for word: TOML cut into blocks, each with the line it begins on.
//!
//! Comes in: the text of one file. Goes out: a [`File`], which knows nothing yet of words or of other files, so that
//! files are read while the lexicon is still being built.

use crate::error::Fault;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) r#type: String,
    pub(super) plover: Option<String>,
    pub(super) cameo: Option<String>,
    #[serde(default)]
    pub(super) reciprocal: bool,
    #[serde(default)]
    pub(super) political: bool,
    #[serde(default)]
    pub(super) comments: bool,
    #[serde(default)]
    pub(super) asks: bool,
    #[serde(default)]
    pub(super) attends: bool,
    #[serde(default)]
    pub(super) mutual: bool,
    #[serde(default)]
    pub(super) performative: bool,
    #[serde(default)]
    pub(super) aims: bool,
    /// Holds for every frame of the file.
    #[serde(default)]
    pub(super) unless: BTreeMap<String, OneOrMany>,
    /// Lists that conditions name with `@`.
    #[serde(default)]
    pub(super) lists: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub(super) fn list(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRole {
    pub(super) slot: OneOrMany,
    pub(super) kinds: Option<Vec<String>>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFrame {
    pub(super) lemma: OneOrMany,
    pub(super) actor: Option<RawRole>,
    pub(super) recipient: Option<RawRole>,
    pub(super) place: Option<RawRole>,
    pub(super) event: Option<RawRole>,
    #[serde(default)]
    pub(super) require: BTreeMap<String, OneOrMany>,
    #[serde(default)]
    pub(super) unless: BTreeMap<String, OneOrMany>,
    pub(super) form: Option<Vec<String>>,
    pub(super) complement: Option<String>,
    #[serde(default)]
    pub(super) support: Vec<String>,
    pub(super) cameo: Option<String>,
    pub(super) reciprocal: Option<bool>,
    #[serde(default)]
    pub(super) mutual: bool,
    #[serde(default)]
    pub(super) strict: bool,
    #[serde(default)]
    pub(super) headline: bool,
    #[serde(default)]
    pub(super) beside: bool,
    pub(super) modality: Option<String>,
    pub(super) echoes: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBlock {
    pub(super) verb: Option<Vec<RawFrame>>,
    pub(super) noun: Option<Vec<RawFrame>>,
    pub(super) preposition: Option<Vec<RawFrame>>,
}

/// What kind of word triggers the frames of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TriggerKind {
    Verb,
    Noun,
    Preposition,
}

/// One block of a frame file: the text from one `[[…]]` line to the next, and where it begins.
pub(super) struct Block<'t> {
    pub(super) line: usize,
    pub(super) text: &'t str,
}

pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
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

pub(super) fn position(text: &str, at: usize, first_line: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count());
    (first_line + line, column + 1)
}

/// Line and column of a word or key of a block: in quotes, or bare.
pub(super) fn place(block: &Block<'_>, word: &str) -> (usize, usize) {
    let quoted = block.text.find(&format!("\"{word}\"")).map(|i| i + 1);
    position(block.text, quoted.or_else(|| block.text.find(word)).unwrap_or(0), block.line)
}

/// The frames of one block.
pub(super) type Entries = (TriggerKind, Vec<RawFrame>);

/// One frame file, read but not yet understood. A part that is no sound TOML is its fault instead.
pub struct File<'t> {
    pub(super) name: &'t str,
    pub(super) first: Block<'t>,
    pub(super) head: Result<Head, Fault>,
    pub(super) blocks: Vec<(Block<'t>, Result<Entries, Fault>)>,
}

impl<'t> File<'t> {
    /// Reads the text of the file `name`; examples are passed over. `None` for a text without a block.
    #[must_use]
    pub fn read(name: &'t str, text: &'t str) -> Option<Self> {
        let mut blocks = blocks(text).into_iter();
        let first = blocks.next()?;
        let head = toml::from_str(first.text)
            .map_err(|error| toml_fault(name, &first, &error, "expected type = \"…\" and its codes: "));
        let blocks = blocks.filter_map(|block| entries(name, &block).map(|entries| (block, entries))).collect();
        Some(Self { name, first, head, blocks })
    }
}

/// The frames of `block`; `None` for an example.
fn entries(name: &str, block: &Block<'_>) -> Option<Result<Entries, Fault>> {
    match block.text.lines().next().unwrap_or("").trim() {
        "[[verb]]" | "[[noun]]" | "[[preposition]]" => {}
        "[[example]]" | "[[counter_example]]" => return None,
        other => {
            let expected = "[[verb]], [[noun]], [[preposition]], [[example]] or [[counter_example]]";
            return Some(Err(Fault::new(name, block.line, 1, format!("expected {expected}, found {other}"))));
        }
    }
    let raw: RawBlock = match toml::from_str(block.text) {
        Ok(raw) => raw,
        Err(error) => return Some(Err(toml_fault(name, block, &error, ""))),
    };
    let kind = match (&raw.verb, &raw.noun) {
        (Some(_), _) => TriggerKind::Verb,
        (None, Some(_)) => TriggerKind::Noun,
        (None, None) => TriggerKind::Preposition,
    };
    Some(Ok((kind, raw.verb.into_iter().chain(raw.noun).chain(raw.preposition).flatten().collect())))
}

fn toml_fault(name: &str, block: &Block<'_>, error: &toml::de::Error, lead: &str) -> Fault {
    let (line, column) = position(block.text, error.span().map_or(0, |s| s.start), block.line);
    Fault::new(name, line, column, format!("{lead}{}", error.message()))
}
