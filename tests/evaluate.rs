//! The example `evaluate` agrees with the scorers others wrote for the same schemes.

mod support;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of scorers and development gold, where it is there and python3 with it.
fn scorers() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let python = Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !folder.join("score_relations.py").exists() || !python.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no ../shared/eval or no python3");
        return None;
    }
    Some(folder)
}

fn output(command: &mut Command) -> String {
    let output = command.stderr(Stdio::null()).output().expect("runs");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text.lines().last().expect("a line")).expect("JSON")
}

struct Predictions(PathBuf);

impl Predictions {
    fn of(gold: &Path, name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("depeche-{name}-{}.jsonl", std::process::id()));
        fs::write(&path, output(Command::new(support::example("extract")).arg(gold))).expect("written");
        Self(path)
    }
}

impl Drop for Predictions {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn relations_to_the_digit() {
    let Some(folder) = scorers() else { return };
    for name in ["gold", "seed"] {
        let gold = folder.join(format!("dev/{name}.jsonl"));
        let predictions = Predictions::of(&gold, name);
        let mut scorer = Command::new("python3");
        let theirs = output(scorer.arg(folder.join("score_relations.py")).args([&gold, &predictions.0]).arg("--json"));
        let ours = output(Command::new(support::example("evaluate")).arg(&gold).arg("--json"));
        assert_eq!(json(&ours), json(&theirs), "{name}");
        let mut read = Command::new(support::example("evaluate"));
        let read = output(read.arg(&gold).arg("--json").arg("--pred").arg(&predictions.0));
        assert_eq!(read, ours);
    }
}

#[test]
fn labels_to_the_digit() {
    let Some(folder) = scorers() else { return };
    let times = ["--labels", "T", "--map", "DATE=T,TIME=T,DURATION=T,SET=T", "--trim-det", "--json"];
    let names = ["--labels", "PER,LOC,ORG", "--trim-det", "--not-genre", "list", "--json"];
    for (corpus, arguments) in [("ftb", times), ("winer", names)] {
        let gold = folder.join(format!("dev/{corpus}.jsonl"));
        let predictions = Predictions::of(&gold, corpus);
        let mut convert = Command::new("python3");
        convert.arg(folder.join("to_labels.py")).stdin(fs::File::open(&predictions.0).expect("there"));
        let labelled = Predictions(predictions.0.with_extension("labels"));
        fs::write(&labelled.0, output(&mut convert)).expect("written");
        let mut scorer = Command::new("python3");
        scorer.arg(folder.join("score.py")).args([&gold, &labelled.0]).args(arguments);
        let ours = output(Command::new(support::example("evaluate")).arg(&gold).args(arguments));
        assert_eq!(json(&ours)["entities"], json(&output(&mut scorer))["entities"], "{corpus}");
    }
}

#[test]
fn what_extract_writes_for_brat_is_its_own_gold() {
    let folder = std::env::temp_dir().join(format!("depeche-brat-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut extract = Command::new(support::example("extract"));
    output(extract.args(["--to", "brat", "--out"]).arg(&folder).arg(articles.join("lisbonne.txt")));
    let mut evaluate = Command::new(support::example("evaluate"));
    let scores = json(&output(evaluate.arg(&folder).args(["--json", "--boot", "50"])));
    assert_eq!(scores["mentions"]["ALL"]["f1"], 1.0, "{scores}");
    assert_eq!(scores["relations"]["ALL"]["f1"].as_f64().map(|f| f > 0.0), Some(true), "{scores}");
    for figure in ["p", "r", "f1"] {
        let ends = &scores["bootstrap"]["relations"]["ALL"][figure];
        assert!(ends[0].as_f64().is_some() && ends[0].as_f64() <= ends[1].as_f64(), "{scores}");
    }
    fs::remove_dir_all(&folder).expect("removed");
}
