//! Prints, sentence by sentence, what the rules saw, what fired, and what was
//! rejected and why.
//!
//! `cargo run --release --example explain -- FILE [DATE]`, or text on standard input with `-`.

use depeche::{Extractor, Input};
use std::io::Read;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: explain FILE|- [DATE]");
        return ExitCode::from(2);
    };
    let read = if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(&path)
    };
    let text = match read {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    let mut input = Input::new(&text);
    if let Some(date) = arguments.next() {
        match date.parse() {
            Ok(date) => input = input.date(date),
            Err(error) => {
                eprintln!("expected a date such as 2019-03-15, found {date:?}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    for sentence in Extractor::default().explain(input) {
        println!("{}", sentence.span.of(&text));
        for chunk in &sentence.chunks {
            println!("    {chunk}");
        }
        for note in &sentence.frames {
            match note.rejected {
                None => println!("  fired    {} at «{}»", note.frame, note.trigger.of(&text)),
                Some(reason) => println!("  rejected {} at «{}»: {reason}", note.frame, note.trigger.of(&text)),
            }
        }
        println!();
    }
    ExitCode::SUCCESS
}
