//! Our own annotated texts, evaluated: a drop fails, and a gain that is not recorded, too.
//! `RECORD=1 cargo test --test corpus` records.
//!
//! `examples/corpus` holds whole articles; `tests/passages` passages in the manner of the press and of histories, written and
//! annotated by hands that had not seen the rules: long sentences, many words that no list has.

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// The figures worth keeping, by a name such as `mentions.person.f1`. Single types of relations are too few for one.
fn figures(name: &str, value: &Value, out: &mut BTreeMap<String, f64>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
        let kept = !name.starts_with("relations.") || name.starts_with("relations.ALL.");
        let figure = name.starts_with("on_matched.") || matches!(key.as_str(), "p" | "r" | "f1" | "accuracy");
        match value.as_f64() {
            Some(number) if kept && figure => {
                out.insert(name, number);
            }
            _ => figures(&name, value, out),
        }
    }
}

/// Compares what `evaluate` finds for `gold` with the figures in `record`, or records them.
fn read_as_well_as_it_was(gold: &str, record: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut evaluate = Command::new(support::example("evaluate"));
    let output = evaluate.args([gold, "--json"]).current_dir(root).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut now = BTreeMap::new();
    figures("", &serde_json::from_slice(&output.stdout).expect("JSON"), &mut now);
    let mut table = format!("# Figures on {gold}, written by RECORD=1 cargo test --test corpus\n");
    for (name, figure) in &now {
        let _ = writeln!(table, "{name}\t{figure:.4}");
    }
    let path = root.join(record);
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(&path, table).expect("written");
        return;
    }
    let recorded = std::fs::read_to_string(&path).expect("the record");
    let differs: Vec<String> = table
        .lines()
        .filter(|line| !recorded.lines().any(|known| known == *line))
        .map(|line| {
            let name = line.split('\t').next().unwrap_or(line);
            let before = recorded.lines().find_map(|known| known.strip_prefix(name)?.strip_prefix('\t'));
            format!("{line}, before {}", before.unwrap_or("nothing"))
        })
        .collect();
    assert!(differs.is_empty(), "a gain is recorded with RECORD=1, a drop is mended\n{}", differs.join("\n"));
    assert_eq!(recorded.lines().count(), table.lines().count(), "figures that are no more measured");
}

#[test]
fn the_corpus() {
    read_as_well_as_it_was("examples/corpus/gold.jsonl", "tests/corpus.tsv");
}

#[test]
fn the_passages() {
    read_as_well_as_it_was("tests/passages/gold.jsonl", "tests/passages/floor.tsv");
}

#[test]
fn the_second_passages() {
    read_as_well_as_it_was("tests/passages/second.jsonl", "tests/passages/second.tsv");
}
