//! Tab-separated gazetteer files: header line, `#` comments, one row a line.

use crate::cut::{self, lines};
use crate::error::Fault;
use std::borrow::Cow;

/// One data row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: usize,
    /// Its first cell among those of the table.
    first: usize,
}

/// How the text of a cell is kept when its table is gone.
type Keep<'t> = fn(&'t str) -> Cow<'static, str>;

/// A gazetteer file split into rows and named columns.
#[derive(Debug, Clone)]
pub struct Table<'t> {
    /// File name, as errors give it.
    pub name: Cow<'t, str>,
    columns: Vec<&'t str>,
    /// Data rows.
    pub rows: Vec<Row>,
    /// The cells of all rows, one row after the other.
    cells: Vec<&'t str>,
    keep: Keep<'t>,
}

impl Table<'static> {
    /// The same of a file of the crate, whose text is always at hand.
    pub(super) fn embedded(name: &'static str, text: &'static str, faults: &mut Vec<Fault>) -> Self {
        Self { keep: |cell| Cow::Borrowed(cell), ..Self::parse(name, text, faults) }
    }
}

impl<'t> Table<'t> {
    /// Splits `text`; rows with the wrong number of columns are reported in `faults` and left out.
    pub fn parse(name: &'t str, text: &'t str, faults: &mut Vec<Fault>) -> Self {
        // A cell has some five bytes at least.
        let (columns, rows, cells) = (Vec::new(), Vec::new(), Vec::with_capacity(text.len() / 5));
        let keep: Keep<'t> = |cell| Cow::Owned(cell.to_owned());
        let mut table = Self { name: Cow::Borrowed(name), columns, rows, cells, keep };
        for (i, line) in lines(text).enumerate() {
            let line = if i == 0 { line.trim_start_matches('\u{feff}') } else { line };
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let cells = cut::at(line.trim_end_matches('\r'), b'\t').map(trimmed);
            if table.columns.is_empty() {
                table.columns = cells.collect();
                continue;
            }
            let first = table.cells.len();
            table.cells.extend(cells);
            let (found, expected) = (table.cells.len() - first, table.columns.len());
            if found != expected {
                table.cells.truncate(first);
                let message = format!("expected {expected} tab-separated columns, found {found}");
                faults.push(Fault::new(name, i + 1, found.min(expected) + 1, message));
                continue;
            }
            table.rows.push(Row { line: i + 1, first });
        }
        table
    }

    /// Number of the column called `name`, from 0.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| *c == name)
    }

    /// The cell of `row` in the column called `name`; empty when there is no such column.
    #[must_use]
    pub fn cell(&self, row: &Row, name: &str) -> &'t str {
        self.column(name).and_then(|c| self.cells.get(row.first + c).copied()).unwrap_or("")
    }

    /// The same, kept for good.
    pub(super) fn kept(&self, row: &Row, name: &str) -> Cow<'static, str> {
        self.keep(self.cell(row, name))
    }

    /// A part of a cell, kept for good.
    pub(super) fn keep(&self, part: &'t str) -> Cow<'static, str> {
        (self.keep)(part)
    }

    /// A fault in `row`, at the column called `name`.
    pub(super) fn fault(&self, row: &Row, name: &str, message: impl Into<String>) -> Fault {
        Fault::new(&self.name, row.line, self.column(name).map_or(1, |c| c + 1), message)
    }
}

/// A cell without white space around it.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

/// The variants of a cell: split at `|`, empty ones left out.
pub(super) fn variants(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|v| !v.is_empty() && *v != "-")
}
