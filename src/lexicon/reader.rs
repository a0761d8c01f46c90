//! Tab-separated gazetteer files: header line, `#` comments, one row a line.

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
}

impl<'t> Table<'t> {
    /// Splits `text`; rows with the wrong number of columns are reported in `faults` and left out.
    pub fn parse(name: &'t str, text: &'t str, faults: &mut Vec<Fault>) -> Self {
        let mut table = Self { name: Cow::Borrowed(name), columns: Vec::new(), rows: Vec::new(), cells: Vec::new() };
        for (i, line) in lines(text).enumerate() {
            let line = if i == 0 { line.trim_start_matches('\u{feff}') } else { line };
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let cells = cut(line.trim_end_matches('\r'), b'\t').map(trimmed);
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

    /// A fault in `row`, at the column called `name`.
    pub(super) fn fault(&self, row: &Row, name: &str, message: impl Into<String>) -> Fault {
        Fault::new(&self.name, row.line, self.column(name).map_or(1, |c| c + 1), message)
    }
}

/// `text` cut at every `mark`, an ASCII character: quicker than `str::split` where the pieces are short.
pub(super) fn cut(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|b| b == mark);
        rest = end.and_then(|at| text.get(at + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}

/// The lines of `text`; one without a letter follows a last line break.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    cut(text, b'\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
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
