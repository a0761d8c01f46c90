//! Checks frame files: every fault with line and column, then their examples and counter-examples.
//!
//! ```text
//! cargo run --release --example check_frames -- decorated.toml
//! ```
//!
//! Exit code 0: all is well; 1: an example gives something else, and what the rules saw is told; 2: a file has faults
//! or cannot be read.

mod cases;
mod file;

use clap::Parser;
use depeche::{Error, Extractor};
use file::{Example, File};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks frame files: every fault with line and column, then their examples and counter-examples
#[derive(Debug, Parser)]
#[command(name = "check_frames", version)]
struct Arguments {
    /// Frame files, which may not share a type
    #[arg(required = true, value_name = "FILE.toml")]
    files: Vec<PathBuf>,
    /// Names of your own that the examples need
    #[arg(long, value_name = "FILE.tsv")]
    gazetteer: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (mut wrong, mut failed) = (false, 0);
    for path in &arguments.files {
        let shown = path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("check_frames: {shown}: {error}");
                wrong = true;
                continue;
            }
        };
        let file = File::read(&text);
        let built = extractor(&shown, text, &arguments.gazetteer);
        match (built, file.kind) {
            (Ok(extractor), Some(kind)) if file.faults.is_empty() => {
                failed += run(&extractor, &shown, &kind, &file.examples);
            }
            (built, _) => {
                wrong = true;
                built.err().into_iter().for_each(|message| eprintln!("{message}"));
                file.faults.iter().for_each(|fault| eprintln!("{shown}:{fault}"));
            }
        }
    }
    match (wrong, failed) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The embedded relations and those of the file.
fn extractor(shown: &str, toml: String, gazetteers: &[PathBuf]) -> Result<Extractor, String> {
    let mut builder = Extractor::builder().frames(shown, toml).min_confidence(0.0);
    for path in gazetteers {
        let name = path.display().to_string();
        let rows = std::fs::read_to_string(path).map_err(|error| format!("check_frames: {name}: {error}"))?;
        builder = builder.gazetteer(name, rows);
    }
    builder.build().map_err(|error: Error| error.to_string())
}

/// Runs the examples, tells those that fail, and counts them.
fn run(extractor: &Extractor, shown: &str, kind: &str, examples: &[Example]) -> usize {
    let (mut passed, mut all) = ([0; 2], [0; 2]);
    for Example { line, case, counter } in examples {
        all[usize::from(*counter)] += 1;
        let Some(told) = case.fault(extractor, kind, true) else {
            passed[usize::from(*counter)] += 1;
            continue;
        };
        println!("{shown}:{line}:1: gives something else\n{}", told.trim_end());
        let own = format!("{kind}/");
        for sentence in extractor.explain(case.input()) {
            for note in sentence.frames.iter().filter(|note| note.frame.starts_with(&own)) {
                let verdict = note.rejected.map_or("fired".to_owned(), |reason| format!("rejected: {reason}"));
                println!("    {} at «{}» {verdict}", note.frame, note.trigger.of(&case.text));
            }
        }
    }
    println!(
        "{shown}: {kind}: {} of {} examples and {} of {} counter-examples as told",
        passed[0], all[0], passed[1], all[1]
    );
    all[0] + all[1] - passed[0] - passed[1]
}
