//! Actors and relations of a corpus as a graph for Gephi, R, Graphviz, or to look at.
//!
//! ```text
//! cargo run --release --example network -- articles/ --to gexf --out graph.gexf
//! cargo run --release --example network -- articles/ --by country --type met_with --to svg --out graph.svg
//! ```

#[path = "../common/mod.rs"]
mod common;
mod formats;

use clap::Parser;
use common::events::{events, Event};
use common::file::Whole;
use common::graph::{By, Graph};
use common::input::{self, Documents, Options};
use common::knowledge::Knowledge;
use common::{batch, encoding, fail, say, Problem};
use depeche::Date;
use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes who has to do with whom as a graph, with weights and dates
#[derive(Debug, Parser)]
#[command(name = "network", version)]
struct Arguments {
    /// Text files, JSON Lines files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What a node stands for
    #[arg(long, value_enum, default_value = "person")]
    by: By,
    /// Types of relations that count, such as met_with [default: all]
    #[arg(long = "type", value_delimiter = ',', value_name = "A,B")]
    types: Vec<String>,
    /// First day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::date)]
    since: Option<Date>,
    /// Last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = input::date)]
    until: Option<Date>,
    /// Counts what is denied, planned, possible, wanted or called off as well
    #[arg(long)]
    all: bool,
    /// Output format
    #[arg(long, value_enum, default_value = "graphml")]
    to: formats::Format,
    /// File; else standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Nodes a picture shows at most
    #[arg(long, default_value_t = 60)]
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

impl Arguments {
    fn counts(&self, event: &Event) -> bool {
        (self.all || event.happened())
            && (self.types.is_empty() || self.types.contains(&event.kind))
            && self.since.is_none_or(|since| event.day.is_some_and(|day| day >= since))
            && self.until.is_none_or(|until| event.day.is_some_and(|day| day <= until))
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(problem) => fail("network", &problem),
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let extractor = arguments.knowledge.extractor()?;
    let options = Options { from: arguments.from, date: arguments.date, encoding: arguments.encoding };
    let out = arguments.out.as_deref().map(|path| Whole::create(path, arguments.force)).transpose()?;
    let (mut all, mut read, mut failed) = (Vec::new(), 0, 0);
    let mut seen = HashSet::new();
    batch::run(
        &extractor,
        Documents::new(&arguments.paths, options),
        |_| true,
        |loaded, document| events(&loaded.id, document),
        |result| {
            let once = result.and_then(|(loaded, events)| match seen.insert(loaded.id.clone()) {
                true => Ok(events),
                false => {
                    Err(Problem::new(loaded.place.to_string(), format!("document id {:?} was there before", loaded.id)))
                }
            });
            match once {
                Ok(events) => {
                    read += 1;
                    all.extend(events.into_iter().filter(|event| arguments.counts(event)));
                }
                Err(problem) => {
                    failed += 1;
                    eprintln!("network: {problem}");
                }
            }
            true
        },
    );
    if read == 0 {
        return Err(Problem::new("", "nothing to read"));
    }
    let mut graph = Graph::new(all.iter(), arguments.by);
    if arguments.to == formats::Format::Svg {
        graph = graph.largest(arguments.most);
    }
    let text = arguments.to.write(&graph);
    match out {
        Some(mut file) => {
            let written = file.write_all(text.as_bytes()).and_then(|()| file.keep());
            written.map_err(|error| Problem::new("output", error))?;
        }
        None => say(&text)?,
    }
    Ok(if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
