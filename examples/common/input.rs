//! Documents out of files, folders and standard input, one after the other.

use super::{encoding, Problem};
use depeche::{Date, Input};
use encoding_rs::Encoding;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::collections::VecDeque;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an input file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum From {
    /// By the file's suffix; standard input by its first character.
    Auto,
    /// One document a file.
    Text,
    /// One document a line: `{"id", "text", "date"?}`; other members pass through.
    Jsonl,
}

/// One document to read.
#[derive(Debug)]
pub struct Loaded {
    pub id: String,
    pub text: String,
    pub date: Option<Date>,
    pub meta: Map<String, Value>,
    pub place: Place,
    /// Bytes of input it took.
    pub bytes: u64,
}

impl Loaded {
    pub fn input(&self) -> Input<'_> {
        match self.date {
            Some(date) => Input::new(&self.text).date(date),
            None => Input::new(&self.text),
        }
    }
}

/// The file, and the line where there are lines.
#[derive(Debug, Clone)]
pub struct Place {
    file: Arc<str>,
    line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// How to read.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub from: From,
    pub date: Option<Date>,
    pub encoding: Option<&'static Encoding>,
}

/// A file to read and the id it gives a text.
struct Source {
    path: PathBuf,
    id: String,
}

struct Lines {
    input: Box<dyn BufRead + Send>,
    path: Arc<str>,
    stem: String,
    line: usize,
    /// The bytes of one line.
    buffer: Vec<u8>,
}

/// All documents of the given paths, in order: an iterator that never holds more than one of them.
pub struct Documents {
    options: Options,
    sources: VecDeque<Result<Source, Problem>>,
    lines: Option<Lines>,
    /// Bytes of all files.
    pub total: u64,
}

impl Documents {
    /// Looks at the paths; `-` is standard input.
    pub fn new(paths: &[PathBuf], options: Options) -> Self {
        let mut sources = VecDeque::new();
        for path in paths {
            if path.is_dir() {
                walk(path, path, options.from, &mut sources);
            } else {
                let id = match path.as_os_str() == "-" {
                    true => "stdin".to_owned(),
                    false => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                };
                sources.push_back(Ok(Source { path: path.clone(), id }));
            }
        }
        let size = |s: &Source| s.path.metadata().map_or(0, |m| m.len());
        let total = sources.iter().flatten().map(size).sum();
        Self { options, sources, lines: None, total }
    }

    fn open(&mut self, source: Source) -> Option<Result<Loaded, Problem>> {
        let Source { path, id } = source;
        let shown = path.display().to_string();
        let standard = path.as_os_str() == "-";
        let opened: io::Result<Box<dyn BufRead + Send>> = match standard {
            true => Ok(Box::new(BufReader::new(io::stdin()))),
            false => File::open(&path).map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead + Send>),
        };
        let mut input = match opened {
            Ok(input) => input,
            Err(error) => return Some(Err(Problem::new(shown, error))),
        };
        let jsonl = match self.options.from {
            From::Text => false,
            From::Jsonl => true,
            From::Auto if standard => match input.fill_buf() {
                Ok(start) => start.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{'),
                Err(error) => return Some(Err(Problem::new(shown, error))),
            },
            From::Auto => is_jsonl(&path),
        };
        if jsonl {
            self.lines = Some(Lines { input, path: shown.into(), stem: id, line: 0, buffer: Vec::new() });
            return None;
        }
        let mut bytes = Vec::new();
        if let Err(error) = input.read_to_end(&mut bytes) {
            return Some(Err(Problem::new(shown, error)));
        }
        let size = bytes.len() as u64;
        Some(match encoding::decode(bytes, self.options.encoding) {
            Ok(text) => {
                let place = Place { file: shown.into(), line: None };
                Ok(Loaded { id, text, date: self.options.date, meta: Map::new(), place, bytes: size })
            }
            Err(message) => Err(Problem::new(shown, message)),
        })
    }

    /// The next line of the open JSON Lines file; closes it at its end.
    fn next_line(&mut self) -> Option<Result<Loaded, Problem>> {
        loop {
            let lines = self.lines.as_mut()?;
            let mut bytes = std::mem::take(&mut lines.buffer);
            bytes.clear();
            lines.line += 1;
            let place = Place { file: lines.path.clone(), line: Some(lines.line) };
            match lines.input.read_until(b'\n', &mut bytes) {
                Ok(0) => {
                    self.lines = None;
                    return None;
                }
                Err(error) => {
                    self.lines = None;
                    return Some(Err(Problem::new(place.to_string(), error)));
                }
                Ok(_) => {}
            }
            let size = bytes.len() as u64;
            let fallback = || format!("{}:{}", lines.stem, lines.line);
            let line = match encoding::decode(bytes, self.options.encoding) {
                Ok(line) if line.trim().is_empty() => continue,
                Ok(line) => line,
                Err(message) => return Some(Err(Problem::new(place.to_string(), message))),
            };
            let read = document(&line, fallback, self.options.date);
            lines.buffer = line.into_bytes();
            return Some(match read {
                Ok((id, text, date, meta)) => Ok(Loaded { id, text, date, meta, place, bytes: size }),
                Err(message) => Err(Problem::new(place.to_string(), message)),
            });
        }
    }
}

impl Iterator for Documents {
    type Item = Result<Loaded, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.next_line() {
                return Some(found);
            }
            match self.sources.pop_front()? {
                Err(problem) => return Some(Err(problem)),
                Ok(source) => {
                    if let Some(found) = self.open(source) {
                        return Some(found);
                    }
                }
            }
        }
    }
}

/// The members of a line that are read, and those that pass through.
#[derive(Default)]
struct Members {
    id: Option<Value>,
    text: Option<Value>,
    date: Option<Value>,
    others: Map<String, Value>,
}

/// The name of a member.
#[derive(serde::Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Name {
    Id,
    Text,
    Date,
    Other(String),
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Members::default();
                while let Some(name) = map.next_key()? {
                    match name {
                        Name::Id => members.id = Some(map.next_value()?),
                        Name::Text => members.text = Some(map.next_value()?),
                        Name::Date => members.date = Some(map.next_value()?),
                        Name::Other(name) => {
                            members.others.insert(name, map.next_value()?);
                        }
                    }
                }
                Ok(members)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

type Parsed = (String, String, Option<Date>, Map<String, Value>);

fn document(line: &str, fallback: impl Fn() -> String, date: Option<Date>) -> Result<Parsed, String> {
    let members: Members = serde_json::from_str(line).map_err(|error| {
        // The line is named already, as the file's, not the object's.
        let told = error.to_string();
        let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
        format!("not a JSON object: {what} (column {})", error.column())
    })?;
    let text = match members.text {
        Some(Value::String(text)) => text,
        Some(other) => return Err(format!("\"text\" is no string: {}", short(&other))),
        None => return Err("\"text\" is missing".to_owned()),
    };
    let id = match members.id {
        Some(Value::String(id)) => id,
        Some(Value::Number(number)) => number.to_string(),
        None | Some(Value::Null) => fallback(),
        Some(other) => return Err(format!("\"id\" is neither string nor number: {}", short(&other))),
    };
    let date = match members.date {
        Some(Value::String(told)) => Some(self::date(&told)?),
        None | Some(Value::Null) => date,
        Some(other) => return Err(format!("\"date\" is no string: {}", short(&other))),
    };
    Ok((id, text, date, members.others))
}

/// A date as `--date` and the member `date` give it: a day, perhaps with a time after it.
pub fn date(told: &str) -> Result<Date, String> {
    let day = told.split_once(['T', ' ']).map_or(told, |(day, _)| day);
    day.parse().map_err(|_| format!("bad date {told:?}: expected year-month-day, such as 2019-03-15"))
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(40).collect()
}

fn has_suffix(path: &Path, wanted: &[&str]) -> bool {
    path.extension().is_some_and(|e| wanted.iter().any(|w| e.eq_ignore_ascii_case(w)))
}

fn is_jsonl(path: &Path) -> bool {
    has_suffix(path, &["jsonl", "ndjson"])
}

/// Everything below `folder`, sorted by name; links to folders are not followed.
fn walk(root: &Path, folder: &Path, from: From, out: &mut VecDeque<Result<Source, Problem>>) {
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => return out.push_back(Err(Problem::new(folder.display().to_string(), error))),
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(root, &path, from, out);
            continue;
        }
        let wanted = match from {
            From::Auto => has_suffix(&path, &["txt"]) || is_jsonl(&path),
            From::Text => has_suffix(&path, &["txt"]),
            From::Jsonl => is_jsonl(&path),
        };
        if wanted {
            let bare = path.with_extension("");
            let relative = bare.strip_prefix(root).unwrap_or(&bare);
            let parts: Vec<_> = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect();
            let id = parts.join("/");
            out.push_back(Ok(Source { path, id }));
        }
    }
}
