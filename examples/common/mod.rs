//! What the examples share: reading documents, and writing files whole or not at all.

// Every example is a program of its own and uses some of this.
#![allow(dead_code)]

pub mod batch;
pub mod draw;
pub mod encoding;
pub mod events;
pub mod file;
pub mod graph;
pub mod input;
pub mod knowledge;

use std::fmt;

/// Something went wrong with one document, or with the whole run.
#[derive(Debug)]
pub struct Problem {
    /// The file, and the line where there are lines.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    pub fn new(place: impl Into<String>, message: impl fmt::Display) -> Self {
        Self { place: place.into(), message: message.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => f.write_str(&self.message),
            place => write!(f, "{place}: {}", self.message),
        }
    }
}

/// Writes to standard output. Nobody reading any more is no fault.
pub fn say(text: &str) -> Result<(), Problem> {
    match std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Problem::new("standard output", error)),
        _ => Ok(()),
    }
}

/// Says what is wrong and gives the exit code of wrong usage.
pub fn fail(program: &str, problem: &Problem) -> std::process::ExitCode {
    eprintln!("{program}: {problem}");
    std::process::ExitCode::from(2)
}
