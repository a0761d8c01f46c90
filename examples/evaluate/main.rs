//! How well the library does on texts that people have annotated.
//!
//! ```text
//! cargo run --release --example evaluate -- gold.jsonl --errors 20
//! cargo run --release --example evaluate -- gold-brat-folder/ --boot 1000
//! ```
//!
//! Gold is JSON Lines in the project's own scheme (`mentions`, `relations`),
//! JSON Lines with plain labels (`entities`), or a brat folder as `extract`
//! writes it. Offsets count code points.

#[path = "../common/mod.rs"]
mod common;
mod facts;
mod figures;
mod gold;
mod labels;
mod parties;

use clap::Parser;
use common::knowledge::Knowledge;
use common::{fail, say, Problem};
use depeche::output::jsonl::Reader;
use depeche::output::record::Record;
use depeche::output::Item;
use depeche::{Extractor, Input, Scratch};
use facts::Facts;
use figures::bootstrap;
use labels::{Choice, Labels};
use rayon::prelude::*;
use serde_json::{json, Value};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compares what the library finds with gold: precision, recall and F1 of mentions, attributes and relations
#[derive(Debug, Parser)]
#[command(name = "evaluate", version)]
struct Arguments {
    /// JSON Lines file or brat folder
    gold: PathBuf,
    /// JSON Lines that `extract` wrote; else the library reads the gold's texts itself
    #[arg(long, value_name = "FILE.jsonl")]
    pred: Option<PathBuf>,
    /// For machines
    #[arg(long)]
    json: bool,
    /// Lists this many mistakes
    #[arg(long, default_value_t = 0, value_name = "N")]
    errors: usize,
    /// 95 % intervals by drawing documents this many times
    #[arg(long, default_value_t = 0, value_name = "N")]
    boot: usize,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    knowledge: Knowledge,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail("evaluate", &problem),
    }
}

fn run(arguments: &Arguments) -> Result<(), Problem> {
    let shown = arguments.gold.display().to_string();
    let mut all = gold::load(&arguments.gold)?;
    let mut seen = HashSet::new();
    if let Some(twice) = all.iter().find(|gold| !seen.insert(gold.id.as_str())) {
        return Err(Problem::new(shown, format!("document id {:?} twice", twice.id)));
    }
    all.retain(|gold| arguments.choice.takes(gold));
    if all.is_empty() {
        return Err(Problem::new(shown, "no document"));
    }
    let records = match &arguments.pred {
        Some(path) => read(path)?,
        None => extract(&arguments.knowledge.extractor()?, &all),
    };
    let plain = all.iter().all(|gold| gold.entities.is_some());
    let (mut labels, mut facts) = (Labels::default(), Facts::default());
    for gold in &all {
        let nothing;
        let record = match records.get(&gold.id) {
            Some(record) => record,
            None => {
                eprintln!("evaluate: no prediction for document {:?}", gold.id);
                nothing = empty();
                &nothing
            }
        };
        match plain {
            true => labels.add(gold, record, &arguments.choice),
            false => facts.add(gold, record),
        }
    }
    let mut out = if plain { labels.json(&arguments.choice) } else { facts.json() };
    if arguments.boot > 0 {
        out["bootstrap"] = match plain {
            true => json!({"exact": bootstrap(&labels.documents, arguments.boot)}),
            false => facts.bootstrap(arguments.boot),
        };
    }
    let mut told = if arguments.json { format!("{out}\n") } else { tables(&out) };
    let errors = if plain { &labels.errors } else { &facts.errors };
    errors.iter().take(arguments.errors).for_each(|line| told += &format!("{line}\n"));
    say(&told)
}

const fn empty() -> Record<'static> {
    use std::borrow::Cow::Borrowed;
    Record {
        id: Borrowed(""),
        date: None,
        date_source: None,
        offsets: depeche::output::Unit::Chars,
        mentions: Vec::new(),
        entities: Vec::new(),
        relations: Vec::new(),
        meta: None,
    }
}

fn read(path: &Path) -> Result<HashMap<String, Record<'static>>, Problem> {
    let shown = path.display().to_string();
    let file = File::open(path).map_err(|error| Problem::new(&shown, error))?;
    let mut out = HashMap::new();
    for record in Reader::new(BufReader::new(file)) {
        let record = record.map_err(|error| Problem::new(&shown, error))?;
        out.insert(record.id.clone().into_owned(), record);
    }
    Ok(out)
}

/// The library's own reading of the gold's texts, by way of the format it is read back from.
fn extract(extractor: &Extractor, all: &[gold::Gold]) -> HashMap<String, Record<'static>> {
    let one = |scratch: &mut Scratch, gold: &gold::Gold| {
        let mut input = Input::new(&gold.text);
        if let Some(date) = gold.reference() {
            input = input.date(date);
        }
        let document = extractor.extract_with(scratch, input);
        let line = depeche::output::jsonl::line(&Item::new(&gold.id, &document));
        let record = Reader::new(line.as_bytes()).next()?.ok()?;
        Some((gold.id.clone(), record))
    };
    all.par_iter().map_init(Scratch::new, one).flatten().collect()
}

/// Tables for people: every table of the JSON, one row a member.
fn tables(out: &Value) -> String {
    let mut told = String::new();
    for (title, table) in out.as_object().into_iter().flatten() {
        told += &format!("{title}\n");
        for (name, row) in table.as_object().into_iter().flatten() {
            match row {
                Value::Object(cells) if cells.values().any(Value::is_object) => {
                    told += &format!("  {name}\n");
                    cells.iter().for_each(|(name, row)| told += &format!("    {name:20} {}\n", cells_of(row)));
                }
                row => told += &format!("  {name:22} {}\n", cells_of(row)),
            }
        }
    }
    told
}

fn cells_of(row: &Value) -> String {
    fn number(value: &Value) -> String {
        match value {
            Value::Number(n) if n.is_f64() => format!("{:.4}", n.as_f64().unwrap_or_default()),
            Value::Array(ends) => ends.iter().map(number).collect::<Vec<_>>().join("–"),
            value => value.to_string(),
        }
    }
    match row {
        Value::Object(cells) => {
            let cells: Vec<String> = cells.iter().map(|(name, value)| format!("{name} {:>6}", number(value))).collect();
            cells.join("  ")
        }
        value => number(value),
    }
}
