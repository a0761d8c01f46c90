//! What README.md and CONTRIBUTING.md tell the reader to do works as written.

mod support;

use depeche::output::html;
use depeche::{Extractor, Input};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const README: &str = include_str!("../README.md");
const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");

/// The fenced blocks of a language, in order.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fenced = text.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of its own with what the commands read.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("depeche-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        for folder in ["examples/corpus/articles", "gazetteers", "gazetteers/relations"] {
            fs::create_dir_all(path.join(folder)).expect("a folder");
        }
        for file in
            ["examples/corpus/gold.jsonl", "gazetteers/example_custom.tsv", "gazetteers/relations/met_with.toml"]
        {
            fs::copy(root().join(file), path.join(file)).expect("copied");
        }
        for entry in fs::read_dir(root().join("examples/corpus/articles")).expect("a folder").flatten() {
            fs::copy(entry.path(), path.join("examples/corpus/articles").join(entry.file_name())).expect("copied");
        }
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn commands_of_the_readme_run_as_written() {
    let folder = Folder::new("readme");
    let mut ran = 0;
    for line in blocks(README, "sh").iter().flat_map(|block| block.lines()) {
        let command = line.split(" #").next().unwrap_or(line).trim();
        let Some(rest) = command.strip_prefix("cargo run --release --example ") else { continue };
        let (name, arguments) = rest.split_once(" -- ").expect("an example and its arguments");
        // FILE stands for a file of the reader's own.
        if arguments.contains("FILE") {
            continue;
        }
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let output = Command::new(support::example(name.trim())).args(&arguments).current_dir(&folder.0).output();
        let output = output.expect("runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && told.is_empty(), "{command}: {told}");
        let out = arguments.windows(2).find(|pair| pair[0] == "--out").map(|pair| folder.0.join(pair[1]));
        assert!(out.map_or(!output.stdout.is_empty(), |out| out.exists()), "{command} writes nothing");
        ran += 1;
    }
    assert!(ran >= 10, "{ran} commands");
    for picture in README.split("](docs/").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(root().join("docs").join(picture).exists() || !root().join("docs").exists(), "docs/{picture}");
    }
}

#[test]
fn the_sample_of_the_readme_is_what_comes_out() {
    let sample = blocks(README, "text").into_iter().find(|block| block.contains("\nRelations\n")).expect("a sample");
    let (text, relations) = sample.split_once("\nRelations\n").expect("texts, then relations");
    let date = README.split("--date ").nth(1).and_then(|rest| rest.get(..10)).expect("a date");
    let text = text.replace(['[', ']'], "").replace('\n', " ").replace("  ", "\n\n");
    let document = Extractor::default().extract(Input::new(text.trim()).date(date.parse().expect("a date")));
    let found: Vec<String> = document.relations().map(html::in_words).collect();
    let told: Vec<&str> = relations.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found.len(), told.len(), "{found:?}");
    for (found, told) in found.iter().zip(told) {
        assert!(told.starts_with(found.as_str()), "{told:?} is now {found:?}");
    }
}

#[test]
fn rows_of_the_contributors_guide_fit_their_files() {
    let mut fitted = 0;
    for block in blocks(CONTRIBUTING, "text") {
        let header = block.lines().next().expect("a header");
        let columns = header.split('\t').count();
        for row in block.lines().skip(1) {
            assert_eq!(row.split('\t').count(), columns, "{row}");
        }
        for name in ["cities_extra", "titles", "demonyms"] {
            let file = fs::read_to_string(root().join(format!("gazetteers/{name}.tsv"))).expect("a gazetteer");
            fitted += usize::from(file.lines().find(|line| !line.starts_with('#')) == Some(header));
        }
    }
    assert_eq!(fitted, 3, "one example for each of the three");
    for name in CONTRIBUTING.split("--test ").skip(1).filter_map(|rest| rest.split([' ', '`', '\n']).next()) {
        assert!(root().join(format!("tests/{name}.rs")).exists(), "cargo test --test {name}");
    }
    for name in CONTRIBUTING.split("`tests/").skip(1).filter_map(|rest| rest.split('`').next()) {
        assert!(root().join("tests").join(name).exists() || name.contains("decorated"), "tests/{name}");
    }
}

#[test]
fn own_names_of_the_contributors_guide_take_part() {
    let wanted = |block: &&str| block.starts_with("kind\t");
    let rows = blocks(CONTRIBUTING, "text").into_iter().find(wanted).expect("a gazetteer");
    let built = Extractor::builder().gazetteer("own.tsv", rows).build();
    let extractor = built.unwrap_or_else(|error| panic!("{error}"));
    let document = extractor.extract("Le Cercle de Florence s'est réuni à Bellagio, puis à Nice.");
    let own = document.mentions().filter(|m| m.gazetteer_id().is_some());
    // A silenced name is no name any more; « à » may still make it a place nobody knows.
    assert_eq!(own.map(|m| m.text()).collect::<Vec<_>>(), ["Cercle de Florence", "Bellagio"]);
}

#[test]
fn the_relation_of_the_contributors_guide_passes_its_check() {
    let folder = Folder::new("decorated");
    let toml = blocks(CONTRIBUTING, "toml").into_iter().find(|block| block.contains("type = ")).expect("a frame file");
    fs::write(folder.0.join("decorated.toml"), toml).expect("written");
    let mut check = Command::new(support::example("check_frames"));
    let output = check.arg("decorated.toml").current_dir(&folder.0).output().expect("runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert!(told.contains("1 of 1 examples and 1 of 1 counter-examples"), "{told}");
}
