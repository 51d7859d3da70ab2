//! Which texts are to be read.

use std::io::Read;
use std::path::{Path, PathBuf};

/// A text to read, and what it is called.
pub struct Input {
    /// The file's name without its ending.
    pub id: String,
    path: PathBuf,
}

impl Input {
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    pub fn read(&self) -> std::io::Result<String> {
        if self.path == Path::new("-") {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            return Ok(text);
        }
        std::fs::read_to_string(&self.path)
    }
}

/// The texts of the arguments, folders searched.
pub fn inputs(paths: &[String]) -> Vec<Input> {
    paths.iter().flat_map(|path| files(Path::new(path))).collect()
}

fn files(path: &Path) -> Vec<Input> {
    if !path.is_dir() {
        let stem = path.file_stem().map_or_else(|| "stdin".to_owned(), |s| s.to_string_lossy().into_owned());
        let id = if path == Path::new("-") { "stdin".to_owned() } else { stem };
        return vec![Input { id, path: path.to_owned() }];
    }
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
        .iter()
        .filter(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "txt"))
        .flat_map(|path| files(path))
        .collect()
}
