//! The sentences of `tests/relations/*.toml`, written by a hand that had not
//! seen the rules, and the examples every frame file carries.
//!
//! A case passes when the relations found are exactly those it lists. The
//! share of cases that pass is recorded per file in `tests/relations/floor.tsv`:
//! a drop fails, and so does a gain that is not recorded (`RECORD=1` records).
//! `SHOW=type` prints the failures of one type.

#[path = "../examples/check_frames/cases.rs"]
mod cases;

use cases::Case;
use depeche::Extractor;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
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

/// All that the rules find, however likely it is to be right.
fn rules() -> Extractor {
    Extractor::builder().min_confidence(0.0).build().expect("the embedded data")
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

/// Runs the cases of the files of `folder` against its `floor.tsv`.
fn cases(folder: &Path) {
    let extractor = rules();
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut passed = BTreeMap::new();
    for path in files(folder) {
        let name = stem(&path);
        let file: File = toml::from_str(&std::fs::read_to_string(&path).expect("a case file")).expect("valid cases");
        let mut ok = 0;
        for case in &file.case {
            match case.fault(&extractor, &name, false) {
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
fn independent_cases() {
    cases(&root().join("tests/relations"));
}

#[test]
fn challenge_cases() {
    cases(&root().join("tests/relations/challenge"));
}

/// Explaining tries every frame of every trigger; extracting only those that may fire as far as the sentence tells.
#[test]
fn trying_every_frame_finds_no_more() {
    let extractor = rules();
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("a case file");
    let cases = ["tests/relations", "tests/relations/challenge"].into_iter().flat_map(|f| files(&root().join(f)));
    let cases = cases.flat_map(|path| toml::from_str::<File>(&read(path)).expect("valid cases").case);
    let frames = files(&root().join("gazetteers/relations")).into_iter();
    let examples = frames.flat_map(|path| toml::from_str::<FrameFile>(&read(path)).expect("valid frames").example);
    for Case { text, .. } in cases.chain(examples) {
        let document = extractor.extract(text.as_str());
        let found: BTreeSet<_> = document.relations().map(|r| (r.rule(), r.triggers()[0].start)).collect();
        let explained = extractor.explain(text.as_str());
        // What is joined to another relation has no confidence of its own.
        let mut fired = explained.iter().flat_map(|s| &s.frames).filter(|f| f.confidence.is_some());
        let lost = fired.find(|f| !found.contains(&(f.frame.as_str(), f.trigger.start)));
        assert_eq!(lost, None, "{text}");
    }
}

#[test]
fn examples_of_frames() {
    let extractor = rules();
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
            match case.fault(&extractor, &name, true) {
                None => ok += 1,
                Some(fault) if show == name || show == "all" => println!("frames of {name}\n{fault}"),
                Some(_) => {}
            }
        }
        passed.insert(name, (ok, file.example.len() + file.counter_example.len()));
    }
    ratchet(&root().join("tests/relations/frames_floor.tsv"), &passed);
}
