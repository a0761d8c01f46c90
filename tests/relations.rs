//! The sentences of `tests/relations/*.toml`, written by a hand that had not
//! seen the rules, and the examples every frame file carries.
//!
//! A case passes when the relations found are exactly those it lists. The
//! share of cases that pass is recorded per file in `tests/relations/floor.tsv`:
//! a drop fails, and so does a gain that is not recorded (`RECORD=1` records).
//! `SHOW=type` prints the failures of one type.

use depeche::{ArgumentRole, Document, Extractor, Input, MentionRef, RelationRef};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct FrameFile {
    r#type: String,
    #[serde(default)]
    example: Vec<Case>,
    #[serde(default)]
    counter_example: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    date: Option<String>,
    #[serde(default)]
    relations: Vec<Expected>,
}

#[derive(Deserialize, Debug)]
struct Expected {
    r#type: Option<String>,
    #[serde(default)]
    actor: Vec<String>,
    #[serde(default)]
    recipient: Vec<String>,
    #[serde(default)]
    place: Names,
    #[serde(default, alias = "when")]
    date: Names,
    #[serde(default)]
    event: Names,
    source: Option<String>,
    polarity: Option<String>,
    modality: Option<String>,
}

/// One name or several.
#[derive(Deserialize, Debug, Default)]
#[serde(untagged)]
enum Names {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Names {
    fn list(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

/// Whether a mention, or another of its entity, is written so.
fn named(document: &Document<'_>, mention: MentionRef<'_>, name: &str) -> bool {
    let same = |text: &str| text == name || text.eq_ignore_ascii_case(name);
    same(mention.text())
        || mention.entity().is_some_and(|e| {
            document.mentions().any(|m| m.entity().is_some_and(|f| f.id() == e.id()) && same(m.text()))
        })
}

fn fits_role(document: &Document<'_>, found: &RelationRef<'_>, role: ArgumentRole, expected: &[String]) -> bool {
    let mentions: Vec<_> = found.arguments_in(role).collect();
    mentions.len() == expected.len() && expected.iter().all(|name| mentions.iter().any(|m| named(document, *m, name)))
}

fn fits(document: &Document<'_>, found: &RelationRef<'_>, expected: &Expected, kind: &str) -> bool {
    found.kind() == expected.r#type.as_deref().unwrap_or(kind)
        && fits_role(document, found, ArgumentRole::Actor, &expected.actor)
        && fits_role(document, found, ArgumentRole::Recipient, &expected.recipient)
        && fits_role(document, found, ArgumentRole::Place, expected.place.list())
        && fits_role(document, found, ArgumentRole::Date, expected.date.list())
        && (expected.event.list().is_empty() || fits_role(document, found, ArgumentRole::Event, expected.event.list()))
        && found.polarity().as_str() == expected.polarity.as_deref().unwrap_or("affirmed")
        && found.modality().as_str() == expected.modality.as_deref().unwrap_or("fact")
        && expected.source.as_deref().is_none_or(|s| found.source().is_some_and(|m| named(document, m, s)))
}

fn describe(relation: &RelationRef<'_>) -> String {
    let mut out = format!("{}({}", relation.kind(), relation.rule());
    for role in
        [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Place, ArgumentRole::Date, ArgumentRole::Event]
    {
        let names: Vec<_> = relation.arguments_in(role).map(|m| m.text()).collect();
        if !names.is_empty() {
            let _ = write!(out, " {}={}", role.as_str(), names.join("+"));
        }
    }
    let _ = write!(out, " {} {}", relation.polarity().as_str(), relation.modality().as_str());
    if let Some(source) = relation.source() {
        let _ = write!(out, " source={}", source.text());
    }
    out + ")"
}

/// What is wrong with a case, or `None`.
fn fault(extractor: &Extractor, case: &Case, kind: &str, only: bool) -> Option<String> {
    let mut input = Input::new(&case.text);
    if let Some(date) = case.date.as_deref().and_then(|d| d.parse().ok()) {
        input = input.date(date);
    }
    let document = extractor.extract(input);
    // A frame file answers for its own type alone.
    let found: Vec<_> = document.relations().filter(|r| !only || r.kind() == kind).collect();
    let expected: Vec<&Expected> =
        case.relations.iter().filter(|e| !only || e.r#type.as_deref().is_none_or(|t| t == kind)).collect();
    let complete = expected.iter().all(|e| found.iter().any(|f| fits(&document, f, e, kind)));
    if complete && found.len() == expected.len() {
        return None;
    }
    let mut out = format!("  {}\n", case.text);
    for e in &expected {
        let _ = writeln!(out, "    expected {e:?}");
    }
    for f in &found {
        let _ = writeln!(out, "    found    {}", describe(f));
    }
    Some(out)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of the cases")
        .map(|e| e.expect("a folder entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Compares what passed with the record, or records it.
fn ratchet(record: &Path, passed: &BTreeMap<String, (usize, usize)>) {
    let mut text = String::from("file\tpassed\tcases\n");
    for (name, (ok, all)) in passed {
        let _ = writeln!(text, "{name}\t{ok}\t{all}");
    }
    let total: (usize, usize) = passed.values().fold((0, 0), |t, p| (t.0 + p.0, t.1 + p.1));
    println!("{text}all\t{}\t{}", total.0, total.1);
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(record, text).expect("the record can be written");
        return;
    }
    let recorded = std::fs::read_to_string(record).unwrap_or_default();
    assert_eq!(
        recorded,
        text,
        "passes differ from {}; a gain is recorded with RECORD=1, a drop is mended",
        record.display()
    );
}

#[test]
fn independent_cases() {
    let extractor = Extractor::default();
    let folder = root().join("tests/relations");
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut passed = BTreeMap::new();
    for path in files(&folder) {
        let name = stem(&path);
        let file: File = toml::from_str(&std::fs::read_to_string(&path).expect("a case file")).expect("valid cases");
        let mut ok = 0;
        for case in &file.case {
            match fault(&extractor, case, &name, false) {
                None => ok += 1,
                Some(fault) if show == name || show == "all" => println!("{name}\n{fault}"),
                Some(_) => {}
            }
        }
        passed.insert(name, (ok, file.case.len()));
    }
    ratchet(&folder.join("floor.tsv"), &passed);
}

#[test]
fn examples_of_frames() {
    let extractor = Extractor::default();
    let folder = root().join("gazetteers/relations");
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut passed = BTreeMap::new();
    for path in files(&folder) {
        let name = stem(&path);
        let file: FrameFile =
            toml::from_str(&std::fs::read_to_string(&path).expect("a frame file")).expect("valid frames");
        assert_eq!(file.r#type, name, "a frame file is named by its type");
        let mut ok = 0;
        for case in file.example.iter().chain(&file.counter_example) {
            match fault(&extractor, case, &name, true) {
                None => ok += 1,
                Some(fault) if show == name || show == "all" => println!("frames of {name}\n{fault}"),
                Some(_) => {}
            }
        }
        passed.insert(name, (ok, file.example.len() + file.counter_example.len()));
    }
    ratchet(&root().join("tests/relations/frames_floor.tsv"), &passed);
}
