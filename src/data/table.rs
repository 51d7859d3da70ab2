//! One reader for all lists: tab-separated, a header line, `|` between the values of a cell.

use std::sync::Arc;

use super::entries::{Text, Values};
use crate::Error;

/// A list as it was read: its rows in order, each with the number of its line.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    name: &'a str,
    columns: Vec<&'a str>,
    /// Of every row as many as there are columns, row after row.
    cells: Vec<&'a str>,
    /// The line of every row.
    lines: Vec<usize>,
}

/// A line of a list.
#[derive(Debug)]
pub(crate) struct Row<'a, 't> {
    line: usize,
    cells: &'t [&'a str],
}

impl<'a> Table<'a> {
    /// Reads a list; `name` is what errors call it. The first column may not be empty, and no row may have more cells
    /// than the header; cells that are left out at the end of a row are empty.
    pub(crate) fn read(name: &'a str, text: &'a str) -> Result<Self, Error> {
        if text.is_empty() {
            return Err(Error::new(name, "no header line"));
        }
        let (header, mut rest) = text.split_once('\n').unwrap_or((text, ""));
        let columns: Vec<&str> = header.trim_start_matches('\u{feff}').split('\t').map(str::trim).collect();
        // A cell has about ten bytes.
        let mut table =
            Table { name, columns, cells: Vec::with_capacity(text.len() / 10), lines: Vec::new() };
        for line in 2.. {
            if rest.is_empty() {
                break;
            }
            rest = table.read_row(line, rest)?;
        }
        Ok(table)
    }

    /// Reads the row that a text begins with, if the line holds one, and returns what is behind it.
    fn read_row(&mut self, line: usize, mut rest: &'a str) -> Result<&'a str, Error> {
        let first = self.cells.len();
        loop {
            let end = rest.bytes().position(|byte| matches!(byte, b'\t' | b'\n')).unwrap_or(rest.len());
            self.cells.push(trimmed(&rest[..end]));
            let goes_on = rest.as_bytes().get(end) == Some(&b'\t');
            rest = rest.get(end + 1..).unwrap_or_default();
            if !goes_on {
                break;
            }
        }
        let cells = &self.cells[first..];
        let failed = |message| Err(Error::new(format!("{}:{line}", self.name), message));
        if cells.iter().all(|cell| cell.is_empty()) {
            self.cells.truncate(first);
            return Ok(rest);
        }
        if cells[0].is_empty() {
            return failed(format!("the first cell ({}) is empty", self.columns[0]));
        }
        if cells.len() > self.columns.len() {
            let (cells, columns) = (cells.len(), self.columns.len());
            return failed(format!("{cells} cells, but the header names {columns} columns"));
        }
        self.cells.resize(first + self.columns.len(), "");
        self.lines.push(line);
        Ok(rest)
    }

    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'a, '_>> {
        let rows = self.cells.chunks_exact(self.columns.len());
        rows.zip(&self.lines).map(|(cells, line)| Row { line: *line, cells })
    }

    /// The index of a column, or an error that names those there are.
    pub(crate) fn column(&self, name: &str) -> Result<usize, Error> {
        self.columns.iter().position(|column| *column == name).ok_or_else(|| {
            let place = format!("{}:1", self.name);
            Error::new(place, format!("no column {name:?} among {}", self.columns.join(", ")))
        })
    }

    /// An error that points at a row.
    pub(crate) fn error(&self, row: &Row<'_, '_>, message: impl Into<String>) -> Error {
        Error::new(format!("{}:{}", self.name, row.line), message)
    }
}

/// A cell without white space around it: nearly always as it is.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

impl<'a> Row<'a, '_> {
    /// The cell, empty where the row is shorter than the header.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// The values of a cell.
    pub(crate) fn values(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column).split('|').map(trimmed).filter(|value| !value.is_empty())
    }
}

/// Cells that were met, each with its values. A column of kinds has few different cells.
#[derive(Default)]
pub(super) struct SharedValues {
    met: Vec<(&'static str, Values)>,
}

impl SharedValues {
    pub(super) fn of(&mut self, row: &Row<'static, '_>, column: usize) -> Values {
        let cell = row.cell(column);
        if let Some((_, values)) = self.met.iter().find(|(met, _)| *met == cell) {
            return Arc::clone(values);
        }
        let values: Values = row.values(column).map(Text::from).collect();
        self.met.push((cell, Arc::clone(&values)));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_line() {
        let error = Table::read("x.tsv", "form\tnote\nTrưởng thôn\n\tlạc\n").unwrap_err();
        assert_eq!(error.to_string(), "x.tsv:3: the first cell (form) is empty");
        let error = Table::read("x.tsv", "form\tnote\nTrưởng thôn\ta\tb\n").unwrap_err();
        assert_eq!(error.to_string(), "x.tsv:2: 3 cells, but the header names 2 columns");
        let error = Table::read("x.tsv", "form\tnote\r\n\r\n\t\r\nTrưởng thôn\ta\tb").unwrap_err();
        assert_eq!(error.to_string(), "x.tsv:4: 3 cells, but the header names 2 columns");
        assert_eq!(Table::read("x.tsv", "").unwrap_err().to_string(), "x.tsv: no header line");
    }

    #[test]
    fn short_rows_have_empty_cells() {
        let table = Table::read("x.tsv", "form\taliases\tnote\nGiám đốc\tGĐ|GĐ.\n").unwrap();
        let row = table.rows().next().unwrap();
        assert_eq!(row.values(table.column("aliases").unwrap()).collect::<Vec<_>>(), ["GĐ", "GĐ."]);
        assert_eq!(row.cell(table.column("note").unwrap()), "");
    }
}
