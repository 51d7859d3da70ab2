//! Going on where an output that was cut short ends.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Take};
use std::path::Path;

use serde::Deserialize;

/// The documents that the output held already, read from it one by one: a long output has more ids than fit in memory.
#[derive(Default)]
pub struct Done {
    lines: Option<BufReader<Take<File>>>,
    number: usize,
}

#[derive(Deserialize)]
struct Id {
    id: String,
}

/// Opens the output behind its last whole line (what follows was cut short and goes), and what it holds to there.
///
/// A missing file is one with no documents. Each document is one line in the order of the input, so that whoever reads the same
/// input again has only to leave out as many as there are lines here.
pub fn open(path: &Path) -> Result<(File, Done), String> {
    let open = || {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let whole = whole_lines(&mut file)?;
        file.set_len(whole)?;
        file.seek(SeekFrom::End(0))?;
        Ok((file, BufReader::new(File::open(path)?.take(whole))))
    };
    let (file, lines) = open().map_err(|error: std::io::Error| error.to_string())?;
    Ok((file, Done { lines: Some(lines), number: 0 }))
}

/// Where the last line that has its line break ends: looked for from the end.
fn whole_lines(file: &mut File) -> std::io::Result<u64> {
    const BLOCK: u64 = 1 << 16;
    let mut end = file.seek(SeekFrom::End(0))?;
    let mut block = Vec::new();
    while end > 0 {
        let start = end.saturating_sub(BLOCK);
        file.seek(SeekFrom::Start(start))?;
        block.clear();
        file.by_ref().take(end - start).read_to_end(&mut block)?;
        if let Some(at) = block.iter().rposition(|byte| *byte == b'\n') {
            return Ok(start + at as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

impl Done {
    /// Whether the next document, which must be this one where there is any, is done.
    pub fn holds(&mut self, id: &str) -> Result<bool, String> {
        match self.next()? {
            Some(done) if done == id => Ok(true),
            Some(done) => Err(format!("the output goes on with {done:?} where the input has {id:?}")),
            None => Ok(false),
        }
    }

    /// Said after the last input: an output that holds more was made of another.
    pub fn end(&mut self) -> Result<(), String> {
        match self.next()? {
            Some(done) => Err(format!("the output goes on with {done:?} where the input ends")),
            None => Ok(()),
        }
    }

    fn next(&mut self) -> Result<Option<String>, String> {
        let Some(lines) = &mut self.lines else { return Ok(None) };
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line).map_err(|error| format!("cannot read the output: {error}"))?;
        if line.is_empty() {
            self.lines = None;
            return Ok(None);
        }
        self.number += 1;
        let id: Id = serde_json::from_slice(&line)
            .map_err(|error| format!("line {} of the output is none of ours: {error}", self.number))?;
        Ok(Some(id.id))
    }
}
