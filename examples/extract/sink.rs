//! Where the output goes.

use crate::common::file::{self, Whole, BUFFER};
use crate::common::Problem;
use depeche::output::{brat, csv, Format, Part};
use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    More,
    /// The pipe is broken.
    NobodyReads,
}

/// Takes the pieces of documents in order.
pub trait Sink: Send {
    fn document(&mut self, id: &str, parts: Vec<Part>) -> Result<Done, Problem>;
    fn finish(self: Box<Self>) -> Result<Done, Problem>;
}

/// The sink for a format, and the ids that are in the output already.
pub fn open(
    format: Format,
    out: Option<&Path>,
    resume: bool,
    force: bool,
) -> Result<(Box<dyn Sink>, HashSet<String>), Problem> {
    let fresh = HashSet::new();
    let Some(path) = out else {
        if format.needs_directory() {
            return Err(Problem::new("--to", format!("{} needs --out FOLDER", format.as_str())));
        }
        let target = Target::Standard(BufWriter::with_capacity(BUFFER, io::stdout()));
        return Ok((Box::new(Stream::new(format, target, String::from("standard output"))), fresh));
    };
    let shown = path.display().to_string();
    if resume {
        if format != Format::Jsonl {
            return Err(Problem::new("--resume", "only JSON Lines can be gone on with"));
        }
        let (file, known) = unfinished(path).map_err(|error| Problem::new(&shown, error))?;
        end_after_a_line().map_err(|error| Problem::new("--resume", error))?;
        return Ok((Box::new(Stream::new(format, Target::Appended(BufWriter::new(file)), shown)), known));
    }
    if !format.needs_directory() {
        let target = Target::File(Whole::create(path, force)?);
        return Ok((Box::new(Stream::new(format, target, shown)), fresh));
    }
    fs::create_dir_all(path).map_err(|error| Problem::new(&shown, error))?;
    match format {
        Format::Csv => Ok((Box::new(Tables::new(path, force)?), fresh)),
        _ => Ok((Box::new(Brat { folder: path.to_owned(), force, types: BTreeSet::new() }), fresh)),
    }
}

/// Opens an unfinished file for more: its ids are read, a last line that was cut off is dropped.
fn unfinished(path: &Path) -> io::Result<(File, HashSet<String>)> {
    let file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
    let (mut known, mut whole, mut line) = (HashSet::new(), 0u64, Vec::new());
    let mut reader = BufReader::new(&file);
    while reader.read_until(b'\n', &mut line)? > 0 {
        #[derive(serde::Deserialize)]
        struct Id {
            id: String,
        }
        if line.last() != Some(&b'\n') {
            break;
        }
        if let Ok(Id { id }) = serde_json::from_slice(&line) {
            known.insert(id);
        }
        whole += line.len() as u64;
        line.clear();
    }
    file.set_len(whole)?;
    Ok((file, known))
}

/// Held while a line is written: Ctrl-C waits for its end.
static LINE: Mutex<()> = Mutex::new(());

/// Lets an interrupted run leave whole lines. Without this the system may cut a write short at the signal.
fn end_after_a_line() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        let _whole = LINE.lock().unwrap_or_else(PoisonError::into_inner);
        // What a shell reports for a program that SIGINT ended: 128 + 2.
        std::process::exit(130)
    })
}

enum Target {
    Standard(BufWriter<io::Stdout>),
    Appended(BufWriter<File>),
    File(Whole),
}

impl Target {
    fn write(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.write_all(text.as_bytes()),
            Self::Appended(out) => {
                let _whole = LINE.lock().unwrap_or_else(PoisonError::into_inner);
                out.write_all(text.as_bytes()).and_then(|()| out.flush())
            }
            Self::File(out) => out.write_all(text.as_bytes()),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut out) => out.flush(),
            Self::Appended(mut out) => out.flush(),
            Self::File(out) => out.keep(),
        }
    }
}

/// One stream. The first piece waits for the second: XML opens otherwise for one document than for many.
struct Stream {
    format: Format,
    target: Target,
    shown: String,
    first: Option<String>,
    open: bool,
}

impl Stream {
    const fn new(format: Format, target: Target, shown: String) -> Self {
        Self { format, target, shown, first: None, open: false }
    }

    fn told(&self, result: io::Result<()>) -> Result<Done, Problem> {
        match result {
            Ok(()) => Ok(Done::More),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Done::NobodyReads),
            Err(error) => Err(Problem::new(&self.shown, error)),
        }
    }

    fn add(&mut self, piece: String) -> io::Result<()> {
        if self.open {
            return self.target.write(&piece);
        }
        let differs = self.format.opening(false) != self.format.opening(true);
        match self.first.take() {
            None if differs => {
                self.first = Some(piece);
                Ok(())
            }
            first => {
                self.open = true;
                self.target.write(&self.format.opening(true))?;
                first.into_iter().try_for_each(|text| self.target.write(&text))?;
                self.target.write(&piece)
            }
        }
    }

    fn end(&mut self) -> io::Result<()> {
        let many = self.open;
        if let Some(first) = self.first.take() {
            self.target.write(&self.format.opening(false))?;
            self.target.write(&first)?;
        }
        self.target.write(self.format.closing(many))
    }
}

impl Sink for Stream {
    fn document(&mut self, _id: &str, parts: Vec<Part>) -> Result<Done, Problem> {
        let result = parts.into_iter().try_for_each(|part| self.add(part.text));
        self.told(result)
    }

    fn finish(mut self: Box<Self>) -> Result<Done, Problem> {
        let ended = self.end();
        if ended.is_err() {
            return self.told(ended);
        }
        let Self { target, shown, .. } = *self;
        match target.finish() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Done::NobodyReads),
            Err(error) => Err(Problem::new(shown, error)),
            Ok(()) => Ok(Done::More),
        }
    }
}

/// Three tables in a folder.
struct Tables {
    files: Vec<(&'static str, PathBuf, Whole)>,
}

impl Tables {
    fn new(folder: &Path, force: bool) -> Result<Self, Problem> {
        let mut files = Vec::new();
        for (name, header) in csv::FILES {
            let path = folder.join(name);
            let mut file = Whole::create(&path, force)?;
            writeln!(file, "{header}").map_err(|error| Problem::new(path.display().to_string(), error))?;
            files.push((name, path, file));
        }
        Ok(Self { files })
    }
}

impl Sink for Tables {
    fn document(&mut self, _id: &str, parts: Vec<Part>) -> Result<Done, Problem> {
        for part in parts {
            for (_, path, file) in self.files.iter_mut().filter(|(name, ..)| *name == part.file) {
                let written = file.write_all(part.text.as_bytes());
                written.map_err(|error| Problem::new(path.display().to_string(), error))?;
            }
        }
        Ok(Done::More)
    }

    fn finish(self: Box<Self>) -> Result<Done, Problem> {
        for (_, path, file) in self.files {
            file.keep().map_err(|error| Problem::new(path.display().to_string(), error))?;
        }
        Ok(Done::More)
    }
}

/// Two files a document, and the configuration brat shows them by.
struct Brat {
    folder: PathBuf,
    force: bool,
    types: BTreeSet<String>,
}

impl Brat {
    fn write(&self, path: &Path, text: &str) -> Result<(), Problem> {
        let problem = |error: io::Error| Problem::new(path.display().to_string(), error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(problem)?;
        }
        let mut file = Whole::create(path, self.force)?;
        file.write_all(text.as_bytes()).map_err(problem)?;
        file.keep().map_err(problem)
    }
}

impl Sink for Brat {
    fn document(&mut self, id: &str, parts: Vec<Part>) -> Result<Done, Problem> {
        let name = file::name(id);
        for part in parts {
            let events = part.text.lines().filter(|line| part.file == ".ann" && line.starts_with('E'));
            self.types.extend(events.filter_map(|line| line.split(['\t', ':']).nth(1)).map(str::to_owned));
            let mut path = self.folder.join(&name).into_os_string();
            path.push(part.file);
            self.write(Path::new(&path), &part.text)?;
        }
        Ok(Done::More)
    }

    fn finish(self: Box<Self>) -> Result<Done, Problem> {
        let types: Vec<&str> = self.types.iter().map(String::as_str).collect();
        self.write(&self.folder.join("annotation.conf"), &brat::configuration(&types))?;
        Ok(Done::More)
    }
}
