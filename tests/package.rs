//! What the manifest promises of dependencies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

fn metadata() -> Option<serde_json::Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.output().expect("cargo");
    output.status.success().then(|| serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// « 1.85 » and « 1.85.1 » as numbers.
fn version(told: &str) -> [u32; 3] {
    let mut parts = told.split('.').map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[test]
fn no_dependency_asks_for_a_newer_rust() {
    // A package without its lock file's crates at hand, as on a machine without a network.
    let Some(metadata) = metadata() else {
        eprintln!("skipped: cargo metadata has no network");
        return;
    };
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, serde_json::Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, serde_json::Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let root = text(&metadata["resolve"]["root"]);
    let promised = version(&text(&packages[&root]["rust_version"]));
    let (mut seen, mut todo) = (BTreeSet::new(), vec![root]);
    while let Some(id) = todo.pop() {
        for dependency in list(&nodes[&id]["deps"]) {
            let runs = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].as_str() != Some("dev"));
            let id = text(&dependency["pkg"]);
            if runs && seen.insert(id.clone()) {
                todo.push(id);
            }
        }
    }
    assert!(seen.len() > 5, "{seen:?}");
    for id in seen {
        let asked = version(&text(&packages[&id]["rust_version"]));
        assert!(asked <= promised, "{id} asks for Rust {asked:?}");
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest: toml::Table =
        toml::from_str(&std::fs::read_to_string(root.join("Cargo.toml")).expect("a manifest")).expect("TOML");
    let map = include_str!("../src/ARCHITECTURE.md");
    let section = map.split("## Dependencies").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a section");
    let names =
        |table: &str| -> BTreeSet<String> { manifest[table].as_table().expect("a table").keys().cloned().collect() };
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).map(str::to_owned);
    assert_eq!(rows.collect::<BTreeSet<_>>(), names("dependencies"));
    let tools = section.split("benches only:").nth(1).expect("the tools of tests");
    let told = tools.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(told, names("dev-dependencies"));
}
