//! One reader for all lists: tab-separated, a header line, `|` between the values of a cell.

use crate::Error;

/// A list as it was read: its rows in order, each with the number of its line.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    name: &'a str,
    columns: Vec<&'a str>,
    rows: Vec<Row<'a>>,
}

/// A line of a list.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    line: usize,
    cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Reads a list; `name` is what errors call it. The first column may not be empty, and no row may have more cells
    /// than the header; cells that are left out at the end of a row are empty.
    pub(crate) fn read(name: &'a str, text: &'a str) -> Result<Self, Error> {
        let mut lines = text.lines().enumerate();
        let (_, header) = lines.next().ok_or_else(|| Error::new(name, "no header line"))?;
        let columns: Vec<&str> = header.trim_start_matches('\u{feff}').split('\t').map(str::trim).collect();
        let mut rows = Vec::new();
        for (i, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            let place = || format!("{name}:{}", i + 1);
            if cells[0].is_empty() {
                return Err(Error::new(place(), format!("the first cell ({}) is empty", columns[0])));
            }
            if cells.len() > columns.len() {
                let message =
                    format!("{} cells, but the header names {} columns", cells.len(), columns.len());
                return Err(Error::new(place(), message));
            }
            rows.push(Row { line: i + 1, cells });
        }
        Ok(Table { name, columns, rows })
    }

    pub(crate) fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// The index of a column, or an error that names those there are.
    pub(crate) fn column(&self, name: &str) -> Result<usize, Error> {
        self.columns.iter().position(|column| *column == name).ok_or_else(|| {
            let place = format!("{}:1", self.name);
            Error::new(place, format!("no column {name:?} among {}", self.columns.join(", ")))
        })
    }

    /// An error that points at a row.
    pub(crate) fn error(&self, row: &Row<'_>, message: impl Into<String>) -> Error {
        Error::new(format!("{}:{}", self.name, row.line), message)
    }
}

impl<'a> Row<'a> {
    /// The cell, empty where the row is shorter than the header.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// The values of a cell.
    pub(crate) fn values(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
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
        assert_eq!(Table::read("x.tsv", "").unwrap_err().to_string(), "x.tsv: no header line");
    }

    #[test]
    fn short_rows_have_empty_cells() {
        let table = Table::read("x.tsv", "form\taliases\tnote\nGiám đốc\tGĐ|GĐ.\n").unwrap();
        let row = &table.rows()[0];
        assert_eq!(row.values(table.column("aliases").unwrap()).collect::<Vec<_>>(), ["GĐ", "GĐ."]);
        assert_eq!(row.cell(table.column("note").unwrap()), "");
    }
}
