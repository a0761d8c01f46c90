//! Prints, sentence by sentence, what the rules saw, what fired, and what was rejected and why.
//!
//! ```text
//! cargo run --release --example explain -- article.txt --date 2019-03-15
//! ```

#[path = "common/mod.rs"]
mod common;

use clap::Parser;
use common::input::{self, Documents, Options};
use common::knowledge::Knowledge;
use common::{encoding, fail, say, Problem};
use depeche::{Date, Extractor, Input};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Tells, sentence by sentence, what the rules saw, what fired, and what was rejected and why
#[derive(Debug, Parser)]
#[command(name = "explain", version)]
struct Arguments {
    /// Text files, JSON Lines files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Day the texts were written, where they do not say themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::date)]
    date: Option<Date>,
    /// One type of relations alone, such as met_with
    #[arg(long = "type", value_name = "NAME")]
    kind: Option<String>,
    #[command(flatten)]
    knowledge: Knowledge,
    /// Encoding of files that are not UTF-8
    #[arg(long, value_name = "NAME", value_parser = encoding::named)]
    encoding: Option<&'static encoding_rs::Encoding>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(problem) => fail("explain", &problem),
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let extractor = arguments.knowledge.extractor()?;
    let options = Options { from: input::From::Auto, date: arguments.date, encoding: arguments.encoding };
    let (mut read, mut failed) = (0, 0);
    for loaded in Documents::new(&arguments.paths, options) {
        match loaded {
            Ok(loaded) => {
                read += 1;
                let input = Input::new(&loaded.text);
                let input = loaded.date.map_or(input, |date| input.date(date));
                say(&format!("# {}\n{}", loaded.id, told(&extractor, input, arguments.kind.as_deref())))?;
            }
            Err(problem) => {
                failed += 1;
                eprintln!("explain: {problem}");
            }
        }
    }
    match (read, failed) {
        (0, 0) => Err(Problem::new("", "nothing to read")),
        (0, _) => Ok(ExitCode::from(2)),
        (_, 0) => Ok(ExitCode::SUCCESS),
        _ => Ok(ExitCode::FAILURE),
    }
}

fn told(extractor: &Extractor, input: Input<'_>, kind: Option<&str>) -> String {
    let (text, mut out) = (input.text(), String::new());
    let wanted = |frame: &str| kind.is_none_or(|kind| frame.split('/').next() == Some(kind));
    for sentence in extractor.explain(input) {
        let notes: Vec<_> = sentence.frames.iter().filter(|note| wanted(&note.frame)).collect();
        if notes.is_empty() && kind.is_some() {
            continue;
        }
        let _ = writeln!(out, "{}", sentence.span.of(text));
        for chunk in &sentence.chunks {
            let _ = writeln!(out, "    {chunk}");
        }
        for note in notes {
            let _ = match note.rejected {
                None => writeln!(out, "  fired    {} at «{}»", note.frame, note.trigger.of(text)),
                Some(reason) => writeln!(out, "  rejected {} at «{}»: {reason}", note.frame, note.trigger.of(text)),
            };
            if let Some(confidence) = note.confidence {
                let reasons = note.reasons.iter().map(|r| format!("{:+.2} {}", f32::from(r.weight) / 100.0, r.feature));
                let _ = writeln!(
                    out,
                    "           confidence {:.2}: {}",
                    confidence.share(),
                    reasons.collect::<Vec<_>>().join(", ")
                );
            }
        }
        out.push('\n');
    }
    out
}
