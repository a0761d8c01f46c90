//! Files that are there whole or not at all: written beside their target, then renamed.

use super::Problem;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Bytes that are gathered before they are written.
pub const BUFFER: usize = 32 << 10;

/// A file in the making. Dropped before [`Whole::keep`] it leaves nothing behind.
pub struct Whole {
    writer: Option<BufWriter<File>>,
    hidden: PathBuf,
    target: PathBuf,
}

impl Whole {
    /// Begins `target`; an existing file is replaced only with `force`.
    pub fn create(target: &Path, force: bool) -> Result<Self, Problem> {
        let problem = |message: &dyn std::fmt::Display| Problem::new(target.display().to_string(), message);
        if target.is_dir() {
            return Err(problem(&"is a folder"));
        }
        if target.exists() && !force {
            return Err(problem(&"is there already; --force replaces it"));
        }
        let name = target.file_name().ok_or_else(|| problem(&"is no file name"))?;
        let hidden = target.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
        let file = File::create(&hidden).map_err(|error| problem(&error))?;
        Ok(Self { writer: Some(BufWriter::with_capacity(BUFFER, file)), hidden, target: target.to_owned() })
    }

    /// Ends the file and gives it its name.
    pub fn keep(mut self) -> io::Result<()> {
        if let Some(writer) = self.writer.take() {
            writer.into_inner().map_err(io::IntoInnerError::into_error)?;
            fs::rename(&self.hidden, &self.target)?;
        }
        Ok(())
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.as_mut().map_or(Ok(0), |writer| writer.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if self.hidden.exists() {
            // Nothing can be done about a leftover that will not go.
            let _ = fs::remove_file(&self.hidden);
        }
    }
}

/// A file name of its own for every id; folders of the id stay folders, and no id leads out of the folder.
pub fn name(id: &str) -> PathBuf {
    let parts = id.split('/').filter(|part| !part.is_empty()).map(|part| {
        let mut out = String::new();
        for c in part.chars() {
            let plain = c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | ',' | '+' | '\'' | '(' | ')');
            match plain || (c == '.' && !out.is_empty()) {
                true => out.push(c),
                false => out.extend(c.to_string().bytes().map(|b| format!("%{b:02X}"))),
            }
        }
        out
    });
    let path: PathBuf = parts.collect();
    match path.as_os_str().is_empty() {
        true => "%".into(),
        false => path,
    }
}
