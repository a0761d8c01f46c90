//! Scores on annotated texts do not fall: a ratchet.
//!
//! The corpora are other people's and no part of the project. Where they and their scorers lie beside it
//! (`../shared/eval`), every figure is compared with `tests/scores.tsv`; `RECORD=1` writes that file anew.

use depeche::output::{jsonl, Item};
use depeche::{Extractor, Input, Scratch};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How far a figure may fall.
const SLACK: f64 = 0.002;

/// Corpora, their scorers and the scorers' options.
const CORPORA: [(&str, &str, &[&str]); 4] = [
    ("gold", "score_relations.py", &[]),
    ("seed", "score_relations.py", &[]),
    ("ftb", "score.py", &["--labels", "T", "--map", "DATE=T,TIME=T,DURATION=T,SET=T", "--value", "--trim-det"]),
    ("winer", "score.py", &["--labels", "PER,LOC,ORG", "--trim-det", "--not-genre", "list"]),
];

fn scorers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let python = Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    (folder.join("score.py").exists() && python.is_ok_and(|status| status.success())).then_some(folder)
}

/// What the library finds in a corpus, as JSON Lines.
fn predictions(extractor: &Extractor, gold: &str) -> String {
    let (mut scratch, mut out) = (Scratch::new(), String::new());
    for line in gold.lines().filter(|line| !line.trim().is_empty()) {
        let gold: Value = serde_json::from_str(line).expect("JSON");
        let text = gold["text"].as_str().expect("a text");
        let date = gold["date"].as_str().and_then(|date| date.get(..10)).and_then(|date| date.parse().ok());
        let input = date.map_or(Input::new(text), |date| Input::new(text).date(date));
        let document = extractor.extract_with(&mut scratch, input);
        out.push_str(&jsonl::line(&Item::new(gold["id"].as_str().expect("an id"), &document)));
    }
    out
}

/// A file that is gone when the test is.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("depeche-scores-{name}-{}", std::process::id()));
        fs::write(&path, text).expect("written");
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn run(command: &mut Command) -> String {
    let output = command.stderr(Stdio::null()).output().expect("runs");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The figures worth keeping, by a name such as `gold.mentions.CORE.f1`.
fn figures(name: &str, value: &Value, out: &mut BTreeMap<String, f64>) {
    let Some(object) = value.as_object() else { return };
    // `ANY` tells what `micro` tells.
    for (key, value) in object.iter().filter(|(key, _)| *key != "ANY") {
        let name = format!("{name}.{key}");
        // A type of relations has too few gold facts for a figure of its own.
        let kept = matches!(key.as_str(), "f1" | "F" | "F1" | "of1" | "accuracy") || name.ends_with("relations.ALL.p");
        let few = name.contains(".relations.") && !name.contains(".relations.ALL");
        match value.as_f64() {
            Some(figure) if kept && !few => {
                out.insert(name, figure);
            }
            _ => figures(&name, value, out),
        }
    }
}

/// The lines « value strict P … R … F1 … », which the scorer leaves out of its JSON.
fn values(corpus: &str, told: &str, out: &mut BTreeMap<String, f64>) {
    for line in told.lines().filter(|line| line.starts_with("value ")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let figure = words.iter().position(|word| *word == "F1").and_then(|at| words.get(at + 1)?.parse().ok());
        if let (Some(kind), Some(figure)) = (words.get(1), figure) {
            out.insert(format!("{corpus}.value.{kind}.F1"), figure);
        }
    }
}

fn measured(folder: &Path) -> BTreeMap<String, f64> {
    let extractor = Extractor::default();
    let mut out = BTreeMap::new();
    for (corpus, scorer, options) in CORPORA {
        let gold = folder.join(format!("dev/{corpus}.jsonl"));
        let Ok(text) = fs::read_to_string(&gold) else { continue };
        let mut found = Temporary::new(corpus, &predictions(&extractor, &text));
        if scorer == "score.py" {
            let mut labels = Command::new("python3");
            labels.arg(folder.join("to_labels.py")).stdin(fs::File::open(&found.0).expect("just written"));
            found = Temporary::new(&format!("{corpus}-labels"), &run(&mut labels));
        }
        let mut command = Command::new("python3");
        let told = run(command.arg(folder.join(scorer)).args([&gold, &found.0]).args(options).arg("--json"));
        let json = told.lines().rev().find_map(|line| serde_json::from_str::<Value>(line).ok()).expect("JSON");
        figures(corpus, &json, &mut out);
        values(corpus, &told, &mut out);
    }
    out
}

#[test]
fn no_score_falls() {
    let Some(folder) = scorers() else {
        println!("skipped: no ../shared/eval or no python3");
        return;
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scores.tsv");
    let now = measured(&folder);
    assert!(now.len() > 10, "{now:?}");
    if std::env::var_os("RECORD").is_some() {
        let mut table = String::from("# Figures on ../shared/eval/dev, written by RECORD=1 cargo test --test scores\n");
        for (name, figure) in &now {
            let _ = writeln!(table, "{name}\t{figure:.4}");
        }
        fs::write(&path, table).expect("written");
        return;
    }
    let table = fs::read_to_string(&path).expect("tests/scores.tsv");
    let mut fallen = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (name, before) = line.split_once('\t').expect("name and figure");
        let before: f64 = before.parse().expect("a figure");
        match now.get(name) {
            Some(&figure) if figure >= before - SLACK => {
                if figure > before + SLACK {
                    println!("{name} rose from {before:.4} to {figure:.4}");
                }
            }
            Some(&figure) => fallen.push(format!("{name} fell from {before:.4} to {figure:.4}")),
            None => println!("{name} is no longer measured"),
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
