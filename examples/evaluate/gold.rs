//! Gold files: the project's own scheme, plain labels, or a brat folder.

use crate::common::input::date;
use crate::common::Problem;
use depeche::Date;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Start and end in code points.
pub type Bounds = (u32, u32);

/// One document of the gold.
#[derive(Debug, Deserialize)]
pub struct Gold {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub date: Option<String>,
    /// The project's own scheme.
    #[serde(default)]
    pub mentions: Option<Vec<Mention>>,
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// Plain labels.
    #[serde(default)]
    pub entities: Option<Vec<Labelled>>,
    /// What documents may be chosen by.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
pub struct Mention {
    pub start: u32,
    pub end: u32,
    pub kind: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub value: Option<String>,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub metonym: Option<String>,
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default)]
    pub countries: Option<Vec<String>>,
    #[serde(default)]
    pub holder: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Relation {
    #[serde(rename = "type")]
    pub kind: String,
    pub polarity: String,
    pub modality: String,
    #[serde(default)]
    pub doubtful: bool,
    #[serde(default)]
    pub actor: Vec<Bounds>,
    #[serde(default)]
    pub recipient: Vec<Bounds>,
    #[serde(default)]
    pub place: Vec<Bounds>,
    #[serde(default)]
    pub date: Vec<Bounds>,
}

#[derive(Debug, Deserialize)]
pub struct Labelled {
    pub start: u32,
    pub end: u32,
    pub label: String,
    #[serde(default)]
    pub value: Option<String>,
    #[serde(default)]
    pub nested: bool,
    #[serde(default)]
    pub alt: Vec<String>,
}

impl Mention {
    pub const fn bounds(&self) -> Bounds {
        (self.start, self.end)
    }
}

impl Gold {
    /// The reference date, where the gold gives one.
    pub fn reference(&self) -> Option<Date> {
        self.date.as_deref().and_then(|told| date(told).ok())
    }
}

/// Reads a JSON Lines file or a brat folder.
pub fn load(path: &Path) -> Result<Vec<Gold>, Problem> {
    let shown = path.display().to_string();
    if path.is_dir() {
        return brat(path);
    }
    let text = fs::read_to_string(path).map_err(|error| Problem::new(&shown, error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read =
        |(i, line)| serde_json::from_str(line).map_err(|error| Problem::new(format!("{shown}:{}", i + 1), error));
    lines.map(read).collect()
}

/// Every `.txt` of the folder with the `.ann` beside it, sorted by name.
fn brat(folder: &Path) -> Result<Vec<Gold>, Problem> {
    let problem = |path: &Path, error: &dyn std::fmt::Display| Problem::new(path.display().to_string(), error);
    let entries = fs::read_dir(folder).map_err(|error| problem(folder, &error))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| problem(&path, &error))?;
        let standoff = path.with_extension("ann");
        let lines = fs::read_to_string(&standoff).map_err(|error| problem(&standoff, &error))?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        all.push(standoff_document(id, text, &lines).map_err(|message| problem(&standoff, &message))?);
    }
    Ok(all)
}

fn standoff_document(id: String, text: String, lines: &str) -> Result<Gold, String> {
    let mut bound: HashMap<&str, (String, Bounds)> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    let mut events: Vec<(&str, Relation)> = Vec::new();
    for (i, line) in lines.lines().enumerate() {
        let wrong = || format!("line {}: cannot be read: {line}", i + 1);
        let mut columns = line.split('\t');
        let (number, body) = (columns.next().ok_or_else(wrong)?, columns.next().unwrap_or(""));
        match number.as_bytes().first() {
            Some(b'T') => {
                let (kind, fragments) = body.split_once(' ').ok_or_else(wrong)?;
                let ends: Option<Vec<u32>> = fragments.split([' ', ';']).map(|n| n.parse().ok()).collect();
                let ends = ends.filter(|ends| ends.len() >= 2).ok_or_else(wrong)?;
                bound.insert(number, (kind.to_lowercase(), (ends[0], ends[ends.len() - 1])));
                order.push(number);
            }
            Some(b'E') => {
                let mut parts = body.split(' ');
                let (kind, _) = parts.next().and_then(|part| part.split_once(':')).ok_or_else(wrong)?;
                let mut relation = Relation {
                    kind: kind.to_owned(),
                    polarity: "affirmed".to_owned(),
                    modality: "fact".to_owned(),
                    doubtful: false,
                    actor: Vec::new(),
                    recipient: Vec::new(),
                    place: Vec::new(),
                    date: Vec::new(),
                };
                for part in parts.filter(|part| !part.is_empty()) {
                    let (role, target) = part.split_once(':').ok_or_else(wrong)?;
                    let span = bound.get(target).ok_or_else(wrong)?.1;
                    match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                        "Actor" => relation.actor.push(span),
                        "Recipient" => relation.recipient.push(span),
                        "Place" => relation.place.push(span),
                        "Date" => relation.date.push(span),
                        _ => {}
                    }
                }
                events.push((number, relation));
            }
            Some(b'A') => {
                let parts: Vec<&str> = body.split(' ').collect();
                if let [name, target, value] = parts[..] {
                    if let Some((_, relation)) = events.iter_mut().find(|(number, _)| *number == target) {
                        match name {
                            "Polarity" => value.clone_into(&mut relation.polarity),
                            "Modality" => value.clone_into(&mut relation.modality),
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let chars: Vec<char> = text.chars().collect();
    let kinds = ["person", "official", "place", "organization", "event", "date"];
    let mention = |number: &&str| {
        let (kind, (start, end)) = bound.get(number)?.clone();
        let words = chars.get(start as usize..end as usize)?.iter().collect();
        kinds.contains(&kind.as_str()).then_some(Mention {
            start,
            end,
            kind,
            text: words,
            value: None,
            country: None,
            metonym: None,
            role: None,
            countries: None,
            holder: None,
        })
    };
    let mentions = order.iter().filter_map(mention).collect();
    let relations = events.into_iter().map(|(_, relation)| relation).collect();
    Ok(Gold { id, text, date: None, mentions: Some(mentions), relations, entities: None, other: Map::new() })
}
