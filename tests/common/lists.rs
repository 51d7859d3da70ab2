//! The lists in `data/`, as files.

use std::path::Path;

/// A list: the name of its file, the names of its columns, and its rows.
pub struct List {
    pub name: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl List {
    /// The cell of a row under a column, empty where the list has no such column or the row ends before it.
    pub fn cell<'r>(&self, row: &'r [String], column: &str) -> &'r str {
        let index = self.header.iter().position(|name| name == column);
        index.and_then(|index| row.get(index)).map_or("", String::as_str)
    }

    /// The spellings of a row as they are written: its first column and its aliases.
    pub fn spellings<'r>(&self, row: &'r [String]) -> impl Iterator<Item = &'r str> {
        let aliases = self.cell(row, "aliases").split('|').filter(|alias| !alias.is_empty());
        std::iter::once(row[0].as_str()).chain(aliases)
    }
}

/// Reads a list.
///
/// # Panics
///
/// When the file cannot be read or is empty.
pub fn read(path: &Path) -> List {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut rows = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let header = rows.next().unwrap_or_else(|| panic!("{}: no header", path.display()));
    let name = path.file_name().expect("a file name").to_string_lossy().into_owned();
    List { name, header, rows: rows.collect() }
}

/// The folder of the lists.
pub fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}
