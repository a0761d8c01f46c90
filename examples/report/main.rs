//! A corpus as one page to look at: no network, readable without scripts.
//!
//! ```text
//! cargo run --release --example report -- articles/ --out report.html
//! ```

#[path = "../common/mod.rs"]
mod common;
mod page;

use clap::Parser;
use common::events::events;
use common::file::Whole;
use common::input::{self, Documents, Options};
use common::knowledge::Knowledge;
use common::{batch, encoding, fail, say, Problem};
use depeche::output::{html, Item};
use depeche::Date;
use page::Page;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes one HTML page: texts with their mentions, relations with their evidence, network, timeline, tables, filters
#[derive(Debug, Parser)]
#[command(name = "report", version)]
struct Arguments {
    /// Text files, JSON Lines files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// File; else standard output
    #[arg(long, value_name = "FILE.html")]
    out: Option<PathBuf>,
    /// Title of the page
    #[arg(long, default_value = "Who met whom")]
    title: String,
    /// Actors the picture shows at most
    #[arg(long, default_value_t = 50)]
    most: usize,
    /// Day the texts were written, where they do not say themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::date)]
    date: Option<Date>,
    /// What the input is
    #[arg(long, value_enum, default_value = "auto")]
    from: input::From,
    #[command(flatten)]
    knowledge: Knowledge,
    /// Encoding of files that are not UTF-8
    #[arg(long, value_name = "NAME", value_parser = encoding::named)]
    encoding: Option<&'static encoding_rs::Encoding>,
    /// Replaces a file that is there already
    #[arg(long)]
    force: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(problem) => fail("report", &problem),
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let extractor = arguments.knowledge.extractor()?;
    let options = Options { from: arguments.from, date: arguments.date, encoding: arguments.encoding };
    let out = arguments.out.as_deref().map(|path| Whole::create(path, arguments.force)).transpose()?;
    let mut page = Page::default();
    let mut failed = false;
    batch::run(
        &extractor,
        Documents::new(&arguments.paths, options),
        |_| true,
        |loaded, document| (html::article(&Item::new(&loaded.id, document)), events(&loaded.id, document)),
        |result| {
            let added = result.and_then(|(loaded, (article, events))| {
                let place = loaded.place;
                page.add(&loaded.id, article, events).map_err(|message| Problem::new(place.to_string(), message))
            });
            if let Err(problem) = added {
                failed = true;
                eprintln!("report: {problem}");
            }
            true
        },
    );
    if page.is_empty() {
        return Err(Problem::new("", "nothing to read"));
    }
    let text = page.write(&arguments.title, arguments.most);
    match out {
        Some(mut file) => {
            let written = file.write_all(text.as_bytes()).and_then(|()| file.keep());
            written.map_err(|error| Problem::new("output", error))?;
        }
        None => say(&text)?,
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
