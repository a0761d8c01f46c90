//! Who met whom, where and when: French texts in, mentions, entities and relations out.
//!
//! ```text
//! cargo run --release --example extract -- article.txt
//! cargo run --release --example extract -- --to csv --out tables/ articles/
//! ```
//!
//! Exit code 0: all done; 1: some documents failed and are named on standard
//! error, the rest is written; 2: wrong usage, or nothing could be read.

#[path = "../common/mod.rs"]
mod common;
mod sink;

use clap::Parser;
use common::batch;
use common::input::{self, Documents, Loaded, Options};
use common::knowledge::Knowledge;
use common::{encoding, fail, Problem};
use depeche::output::{Format, Item, Part, Unit};
use depeche::{Date, Document};
use indicatif::{ProgressBar, ProgressStyle};
use sink::{Done, Sink};
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

/// Finds people, officials, places, organisations, events, dates and relations in French texts
#[derive(Debug, Parser)]
#[command(name = "extract", version)]
struct Arguments {
    /// Text files, JSON Lines files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Day the texts were written, where they do not say themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::date)]
    date: Option<Date>,
    /// What the input is
    #[arg(long, value_enum, default_value = "auto")]
    from: input::From,
    /// Output format: pretty, jsonl, csv, brat, conll, timeml, tei, rdf, html, plover
    /// [default: pretty on a terminal, else jsonl]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    to: Option<Format>,
    /// File, or folder for csv and brat; else standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// What offsets count: chars (Unicode code points), bytes (UTF-8) or utf16
    #[arg(long, value_name = "UNIT", default_value = "chars", value_parser = unit)]
    offsets: Unit,
    /// Threads; 0 for one a core
    #[arg(long, default_value_t = 0)]
    threads: usize,
    #[command(flatten)]
    knowledge: Knowledge,
    /// Encoding of files that are not UTF-8, such as windows-1252
    #[arg(long, value_name = "NAME", value_parser = encoding::named)]
    encoding: Option<&'static encoding_rs::Encoding>,
    /// Goes on with an unfinished JSON Lines file: documents that are in it are left out
    #[arg(long, requires = "out", conflicts_with = "force")]
    resume: bool,
    /// Replaces files that are there already
    #[arg(long)]
    force: bool,
}

fn format(name: &str) -> Result<Format, String> {
    Format::from_name(name).filter(|format| *format != Format::Plain).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().filter(|f| **f != Format::Plain).map(|f| f.as_str()).collect();
        format!("unknown format; one of {}", names.join(", "))
    })
}

fn unit(name: &str) -> Result<Unit, String> {
    Unit::from_name(name).ok_or_else(|| "unknown unit; one of chars, bytes, utf16".to_owned())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        Err(problem) => fail("extract", &problem),
    }
}

impl Arguments {
    /// The format asked for, or the one that fits where the output goes.
    fn format(&self) -> Format {
        let terminal = self.out.is_none() && io::stdout().is_terminal();
        let colours = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        match self.to {
            None if terminal => self.pretty(colours),
            None => Format::Jsonl,
            Some(Format::Pretty) => self.pretty(colours),
            Some(format) => format,
        }
    }

    const fn pretty(&self, colours: bool) -> Format {
        match colours {
            true => Format::Pretty,
            false => Format::Plain,
        }
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let format = arguments.format();
    if arguments.threads > 0 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build_global();
        pool.map_err(|error| Problem::new("--threads", error))?;
    }
    let extractor = arguments.knowledge.extractor()?;
    let options = Options { from: arguments.from, date: arguments.date, encoding: arguments.encoding };
    let documents = Documents::new(&arguments.paths, options);
    let (mut sink, known) = sink::open(format, arguments.out.as_deref(), arguments.resume, arguments.force)?;

    let bar = progress(&documents, arguments.out.is_some() || !io::stdout().is_terminal());
    let mut tally = Tally::default();
    // Hashes, so that a million documents take eight megabytes.
    let (mut seen, hasher) = (HashSet::new(), RandomState::new());
    let mut written = Ok(Done::More);
    batch::run(
        &extractor,
        documents,
        |read| !read.as_ref().is_ok_and(|loaded| known.contains(&loaded.id)),
        |loaded, document| render(format, arguments.offsets, loaded, document),
        |result| {
            let result = result.and_then(|(loaded, parts)| match seen.insert(hasher.hash_one(&loaded.id)) {
                true => Ok((loaded, parts)),
                false => {
                    Err(Problem::new(loaded.place.to_string(), format!("document id {:?} was there before", loaded.id)))
                }
            });
            match result {
                Ok((loaded, parts)) => {
                    bar.inc(loaded.bytes);
                    tally.done += 1;
                    written = sink.document(&loaded.id, parts);
                    matches!(written, Ok(Done::More))
                }
                Err(problem) => {
                    tally.failed += 1;
                    bar.suspend(|| eprintln!("extract: {problem}"));
                    true
                }
            }
        },
    );
    bar.finish_and_clear();
    match written.and_then(|done| if matches!(done, Done::More) { close(sink, &tally, &known) } else { Ok(done) }) {
        Ok(Done::More) => Ok(tally.code(!known.is_empty())),
        // Nobody reads any more: that is the reader's good right.
        Ok(Done::NobodyReads) => Ok(ExitCode::SUCCESS),
        Err(problem) => {
            eprintln!("extract: {problem}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Ends the output; where nothing came in, nothing is left behind.
fn close(sink: Box<dyn Sink>, tally: &Tally, known: &HashSet<String>) -> Result<Done, Problem> {
    match tally.done == 0 && known.is_empty() {
        true => Ok(Done::More),
        false => sink.finish(),
    }
}

#[derive(Default)]
struct Tally {
    done: usize,
    failed: usize,
}

impl Tally {
    fn code(&self, resumed: bool) -> ExitCode {
        match (self.done, self.failed) {
            (0, 0) if !resumed => {
                eprintln!("extract: nothing to read: no .txt or .jsonl document in what was named");
                ExitCode::from(2)
            }
            (0, failed) if failed > 0 && !resumed => ExitCode::from(2),
            (_, 0) => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        }
    }
}

fn render(format: Format, unit: Unit, loaded: &Loaded, document: &Document<'_>) -> Vec<Part> {
    format.parts(&Item::new(&loaded.id, document).unit(unit).meta(&loaded.meta))
}

fn progress(documents: &Documents, wanted: bool) -> ProgressBar {
    if !wanted || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match documents.total {
        0 => ProgressBar::new_spinner(),
        total => {
            let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}  {bytes_per_sec}  {eta}");
            ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        }
    }
}
