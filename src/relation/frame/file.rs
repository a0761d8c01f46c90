//! What a frame file says, word for word: TOML cut into blocks, each with the line it begins on.
//!
//! Comes in: the text of one file. Goes out: a [`File`], which knows nothing yet of words or of other files, so that
//! files are read while the lexicon is still being built.

use crate::cut;
use crate::error::Fault;
use crate::plain::{self, Text};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head<'t> {
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
    pub(super) thereto: bool,
    #[serde(default)]
    pub(super) mutual: bool,
    #[serde(default)]
    pub(super) performative: bool,
    #[serde(default)]
    pub(super) aims: bool,
    /// Holds for every frame of the file.
    #[serde(default, borrow)]
    pub(super) unless: Conditions<'t>,
    /// Lists that conditions name with `@`.
    #[serde(default, borrow)]
    pub(super) lists: BTreeMap<Text<'t>, Vec<Text<'t>>>,
}

/// Words by slot.
pub(super) type Conditions<'t> = BTreeMap<Text<'t>, OneOrMany<'t>>;

/// A string, or a list of strings.
pub(super) struct OneOrMany<'t>(pub(super) Vec<Text<'t>>);

impl<'de: 't, 't> Deserialize<'de> for OneOrMany<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = OneOrMany<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of strings")
            }

            fn visit_borrowed_str<E: Error>(self, one: &'de str) -> Result<Self::Value, E> {
                Ok(OneOrMany(vec![Text(one.into())]))
            }

            fn visit_str<E: Error>(self, one: &str) -> Result<Self::Value, E> {
                Ok(OneOrMany(vec![Text(one.to_owned().into())]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, many: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(many)).map(OneOrMany)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRole<'t> {
    #[serde(borrow)]
    pub(super) slot: OneOrMany<'t>,
    pub(super) kinds: Option<Vec<Text<'t>>>,
    #[serde(default)]
    pub(super) optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFrame<'t> {
    #[serde(borrow)]
    pub(super) lemma: OneOrMany<'t>,
    pub(super) actor: Option<RawRole<'t>>,
    pub(super) recipient: Option<RawRole<'t>>,
    pub(super) place: Option<RawRole<'t>>,
    pub(super) event: Option<RawRole<'t>>,
    #[serde(default)]
    pub(super) require: Conditions<'t>,
    #[serde(default)]
    pub(super) unless: Conditions<'t>,
    pub(super) form: Option<Vec<Text<'t>>>,
    pub(super) complement: Option<Text<'t>>,
    #[serde(default)]
    pub(super) support: Vec<Text<'t>>,
    pub(super) cameo: Option<Text<'t>>,
    pub(super) reciprocal: Option<bool>,
    #[serde(default)]
    pub(super) mutual: bool,
    #[serde(default)]
    pub(super) strict: bool,
    #[serde(default)]
    pub(super) headline: bool,
    #[serde(default)]
    pub(super) beside: bool,
    pub(super) modality: Option<Text<'t>>,
    pub(super) echoes: Option<Text<'t>>,
}

/// A block as TOML has it: one frame in a table array.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock<'t> {
    #[serde(borrow, alias = "noun", alias = "preposition")]
    verb: [RawFrame<'t>; 1],
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
    let mut out = Vec::new();
    let (mut start, mut first, mut offset) = (0, 1, 0);
    for (number, line) in (1..).zip(cut::at(text, b'\n')) {
        if line.trim_start().starts_with("[[") && offset > 0 {
            out.push(Block { line: first, text: &text[start..offset] });
            (start, first) = (offset, number);
        }
        offset += line.len() + 1;
    }
    out.push(Block { line: first, text: &text[start..] });
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

/// The frame of one block.
pub(super) type Entry<'t> = (TriggerKind, RawFrame<'t>);

/// One frame file, read but not yet understood. A part that is no sound TOML is its fault instead.
pub struct File<'t> {
    pub(super) name: &'t str,
    pub(super) first: Block<'t>,
    pub(super) head: Result<Head<'t>, Fault>,
    pub(super) blocks: Vec<(Block<'t>, Result<Entry<'t>, Fault>)>,
}

impl<'t> File<'t> {
    /// Reads the text of the file `name`; examples are passed over. `None` for a text without a block.
    #[must_use]
    pub fn read(name: &'t str, text: &'t str) -> Option<Self> {
        let mut blocks = blocks(text).into_iter();
        let first = blocks.next()?;
        let head = plain::from_str(first.text)
            .map_err(|error| toml_fault(name, &first, &error, "expected type = \"…\" and its codes: "));
        let blocks = blocks.filter_map(|block| entry(name, &block).map(|entry| (block, entry))).collect();
        Some(Self { name, first, head, blocks })
    }

    /// How many frames its blocks make.
    pub(super) fn lemmas(&self) -> usize {
        self.blocks.iter().flat_map(|(_, entry)| entry).map(|(_, frame)| frame.lemma.0.len()).sum()
    }
}

/// The frame of `block`; `None` for an example.
fn entry<'t>(name: &str, block: &Block<'t>) -> Option<Result<Entry<'t>, Fault>> {
    let (header, table) = block.text.split_once('\n').unwrap_or((block.text, ""));
    let (kind, within) = match header.trim() {
        "[[verb]]" => (TriggerKind::Verb, "verb."),
        "[[noun]]" => (TriggerKind::Noun, "noun."),
        "[[preposition]]" => (TriggerKind::Preposition, "preposition."),
        "[[example]]" | "[[counter_example]]" => return None,
        other => {
            let expected = "[[verb]], [[noun]], [[preposition]], [[example]] or [[counter_example]]";
            return Some(Err(Fault::new(name, block.line, 1, format!("expected {expected}, found {other}"))));
        }
    };
    if let Some(frame) = plain::read(table, within) {
        return Some(Ok((kind, frame)));
    }
    let read = toml::from_str(block.text).map_err(|error| toml_fault(name, block, &error, ""));
    Some(read.map(|RawBlock { verb: [frame] }| (kind, frame)))
}

fn toml_fault(name: &str, block: &Block<'_>, error: &toml::de::Error, lead: &str) -> Fault {
    let (line, column) = position(block.text, error.span().map_or(0, |s| s.start), block.line);
    Fault::new(name, line, column, format!("{lead}{}", error.message()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relation::embedded;

    #[test]
    fn the_files_of_the_crate_are_read_in_one_pass() {
        for (name, text) in embedded::FILES {
            let mut blocks = blocks(text).into_iter();
            let head = blocks.next().expect("a head");
            assert!(plain::read::<Head<'_>>(head.text, "").is_some(), "{name}");
            for block in blocks.filter(|block| !block.text.contains("example]]")) {
                let (header, table) = block.text.split_once('\n').expect("lines");
                let within = header.trim_matches(['[', ']']).to_owned() + ".";
                let read = plain::read::<RawFrame<'_>>(table, &within);
                assert!(read.is_some() || table.contains('\\'), "{name}, line {}", block.line);
            }
        }
    }
}
