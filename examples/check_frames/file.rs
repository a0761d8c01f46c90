//! The examples of a frame file. The library reads its frames and leaves them out.

use crate::cases::Case;
use depeche::{Modality, Polarity};
use serde::Deserialize;
use std::fmt;

/// An example, or a counter-example.
pub struct Example {
    /// Line of its `[[example]]`, counted from 1.
    pub line: usize,
    pub case: Case,
    pub counter: bool,
}

/// Something wrong, and where.
pub struct Fault {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    #[serde(default)]
    example: Vec<Case>,
    #[serde(default)]
    counter_example: Vec<Case>,
}

/// What a frame file says besides its frames.
#[derive(Default)]
pub struct File {
    /// The relation type, where the head can be read.
    pub kind: Option<String>,
    pub examples: Vec<Example>,
    pub faults: Vec<Fault>,
}

impl File {
    /// Reads the head and the examples; the text is cut at its `[[…]]` lines, as the library cuts it.
    pub fn read(text: &str) -> Self {
        let mut file = Self::default();
        let mut starts: Vec<(usize, usize)> = vec![(1, 0)];
        let mut at = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if line.trim_start().starts_with("[[") && at > 0 {
                starts.push((number + 1, at));
            }
            at += line.len();
        }
        for (i, &(line, start)) in starts.iter().enumerate() {
            let block = &text[start..starts.get(i + 1).map_or(text.len(), |next| next.1)];
            let header = block.lines().next().unwrap_or("").trim();
            if matches!(header, "[[example]]" | "[[counter_example]]") {
                file.block(block, line);
            } else if i == 0 {
                file.kind = toml::from_str::<toml::Table>(block)
                    .ok()
                    .and_then(|head| head.get("type")?.as_str().map(str::to_owned));
            }
        }
        file
    }

    fn block(&mut self, block: &str, line: usize) {
        let read: Block = match toml::from_str(block) {
            Ok(read) => read,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                return self.faults.push(fault(block, line, at, error.message().to_owned()));
            }
        };
        for (case, counter) in read
            .example
            .into_iter()
            .map(|case| (case, false))
            .chain(read.counter_example.into_iter().map(|c| (c, true)))
        {
            self.check(&case, counter, block, line);
            self.examples.push(Example { line, case, counter });
        }
    }

    /// What can be told to be wrong before anything is extracted.
    fn check(&mut self, case: &Case, counter: bool, block: &str, line: usize) {
        let mut wrong = |word: &str, message: String| {
            // The last place where it stands: the text comes before its relations.
            let at = block.rfind(&format!("\"{word}\"")).unwrap_or(0);
            self.faults.push(fault(block, line, at, message));
        };
        if let Some(date) = case.date.as_deref().filter(|date| date.parse::<depeche::Date>().is_err()) {
            wrong(date, format!("expected a date such as 2019-03-15, found {date:?}"));
        }
        match (counter, case.relations.is_empty()) {
            (false, true) => {
                wrong("", "expected relations in an example; what gives none is a counter_example".to_owned())
            }
            (true, false) => wrong("", "expected no relations in a counter_example".to_owned()),
            _ => {}
        }
        let lowered = case.text.to_lowercase();
        for relation in &case.relations {
            let names = relation.roles().into_iter().flat_map(|(_, names)| names).chain(&relation.source);
            for name in names.filter(|name| !lowered.contains(&name.to_lowercase())) {
                wrong(name, format!("expected words of the text, found {name:?}"));
            }
            if let Some(name) = relation.polarity.as_deref().filter(|name| Polarity::from_name(name).is_none()) {
                wrong(name, format!("expected affirmed or negated, found {name:?}"));
            }
            if let Some(name) = relation.modality.as_deref().filter(|name| Modality::from_name(name).is_none()) {
                let all = "fact, planned, possible, hearsay, desired, cancelled or postponed";
                wrong(name, format!("expected {all}, found {name:?}"));
            }
        }
    }
}

fn fault(block: &str, line: usize, at: usize, message: String) -> Fault {
    let before = block.get(..at).unwrap_or("");
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    Fault { line: line + before.matches('\n').count(), column, message }
}
