//! Runs the sentences of `tests/mentions/*.toml` and holds each file to its recorded floor.
//!
//! A key of a case lists all mentions of its kind, in order, by exact text; a
//! key left out is not checked. Floors are passing cases in
//! `tests/mentions/floor.tsv`; they may only rise. `RAISE=1` writes them.

use depeche::lexicon::{Lexical, Lexicon};
use depeche::mention::timex::Tagger;
use depeche::mention::{self, Context, Mention, MentionData, MentionKind, Mentions};
use depeche::syntax::Syntax;
use depeche::text::{Source, Tokens};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

const KINDS: [(&str, MentionKind); 5] = [
    ("person", MentionKind::Person),
    ("official", MentionKind::Official),
    ("place", MentionKind::Place),
    ("organization", MentionKind::Organization),
    ("event", MentionKind::Event),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mentions")
}

/// The reason a case fails, or nothing.
fn fault(lexicon: &Lexicon, tagger: &Tagger, case: &Table) -> Option<String> {
    let text = case.get("text").and_then(Value::as_str)?;
    let tokens = Tokens::new(text);
    let source = Source::new(text, &tokens);
    let (mut lexical, mut syntax, mut out) = (Lexical::default(), Syntax::default(), Mentions::default());
    lexicon.read(source, &mut lexical);
    syntax.read(source, lexicon, &lexical);
    let context = Context { source, lexicon, lexical: &lexical, syntax: &syntax };
    // `date` is the day the caller gives.
    let reference = case.get("date").and_then(Value::as_str).and_then(|d| d.parse().ok());
    mention::find(context, tagger, reference, &mut out);
    for pair in out.list.windows(2) {
        if pair[0].last > pair[1].first {
            return Some(format!("mentions overlap: {:?} {:?}", pair[0].span.of(text), pair[1].span.of(text)));
        }
    }
    for (key, kind) in KINDS {
        let Some(wanted) = case.get(key).and_then(Value::as_array) else { continue };
        let have: Vec<&Mention> = out.list.iter().filter(|m| m.kind() == kind).collect();
        let texts: Vec<&str> = have.iter().map(|m| m.span.of(text)).collect();
        let want: Vec<&str> =
            wanted.iter().filter_map(|w| w.as_str().or_else(|| w.get("text").and_then(Value::as_str))).collect();
        if texts != want {
            return Some(format!("{key}: expected {want:?}, found {texts:?}"));
        }
        for (mention, want) in have.iter().zip(wanted) {
            let Some(fields) = want.as_table() else { continue };
            for (field, value) in fields.iter().filter(|(f, _)| *f != "text") {
                let found = field_of(lexicon, text, &out.list, mention, field);
                let wanted = shown(value);
                if found.as_deref().is_some_and(|f| f != wanted) {
                    return Some(format!(
                        "{key} {:?}: {field} expected {wanted:?}, found {:?}",
                        mention.span.of(text),
                        found.unwrap_or_default()
                    ));
                }
            }
        }
    }
    None
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(","),
        Value::Integer(number) => number.to_string(),
        Value::Boolean(truth) => truth.to_string(),
        other => panic!("no field holds {other:?}"),
    }
}

/// A field as text; `None` for a field no mention has (a later stage adds `metonym`).
fn field_of(lexicon: &Lexicon, text: &str, all: &[Mention], mention: &Mention, field: &str) -> Option<String> {
    let codes = |list: &[depeche::Code]| list.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(",");
    let code = |country: Option<depeche::Code>| country.map_or(String::new(), |c| c.to_string());
    Some(match (&mention.data, field) {
        (MentionData::Place { place_type, .. }, "place_type") => place_type.to_string(),
        (MentionData::Place { country, .. } | MentionData::Organization { country, .. }, "country") => code(*country),
        (MentionData::Organization { org_type, .. }, "org_type") => org_type.to_string(),
        (MentionData::Official(o), "role") => o.role.to_string(),
        (MentionData::Official(o), "status") => o.status.as_str().to_owned(),
        (MentionData::Official(o), "countries") => codes(&o.countries),
        (MentionData::Official(o), "accredited_to") => codes(&o.accredited_to),
        (MentionData::Official(o), "portfolio") => o.portfolio.map_or_else(
            || o.portfolio_span.map_or(String::new(), |s| s.of(text).to_lowercase()),
            |id| lexicon.entry(id).name.to_lowercase(),
        ),
        (MentionData::Official(o), "holder") => {
            let holder = o.holder.and_then(|h| all.get(h.index()));
            holder.map_or(String::new(), |m| m.span.of(text).to_owned())
        }
        _ => return None,
    })
}

fn floors() -> BTreeMap<String, usize> {
    let text = std::fs::read_to_string(folder().join("floor.tsv")).unwrap_or_default();
    text.lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?.to_owned(), cells.next()?.parse().ok()?))
        })
        .collect()
}

#[test]
fn sentences() {
    let lexicon = Lexicon::new(&[]).expect("the embedded gazetteers");
    let tagger = Tagger::default();
    let mut floors = floors();
    let mut fallen = String::new();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()).expect("the folder of cases").filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    for path in files {
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_none_or(|e| e != "toml") || name == "reference" {
            continue;
        }
        let cases: Table = std::fs::read_to_string(&path).expect("a file of cases").parse().expect("valid TOML");
        let cases = cases.get("case").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut passed = 0;
        for case in cases.iter().filter_map(Value::as_table) {
            match fault(&lexicon, &tagger, case) {
                None => passed += 1,
                Some(why) => {
                    println!("{name}: {}\n    {why}", case.get("text").and_then(Value::as_str).unwrap_or_default());
                }
            }
        }
        println!("{name}: {passed} of {} pass", cases.len());
        let floor = floors.entry(name.clone()).or_default();
        if passed < *floor {
            let _ = writeln!(fallen, "{name}: {passed} pass, the floor is {floor}");
        }
        *floor = (*floor).max(passed);
    }
    if std::env::var_os("RAISE").is_some() {
        let rows: String = floors.iter().map(|(name, n)| format!("{name}\t{n}\n")).collect();
        std::fs::write(folder().join("floor.tsv"), format!("file\tpassing\n{rows}")).expect("floor.tsv can be written");
    }
    assert!(fallen.is_empty(), "{fallen}");
}
