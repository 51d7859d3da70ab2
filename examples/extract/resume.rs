//! Going on where an output that was cut short ends.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
struct Id {
    id: String,
}

/// Opens the output behind its last whole line (what follows was cut short and goes) and says which documents it holds.
///
/// A missing file is one with no documents. Each document writes one line in the order of the input, so that whoever reads
/// the same input again has only to leave out as many as there are lines here.
pub fn open(path: &Path) -> Result<(File, Vec<String>), String> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .map_err(|error| error.to_string())?;
    let mut done = Vec::new();
    let mut whole = 0;
    let mut reader = BufReader::new(&file);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).map_err(|error| error.to_string())? > 0 {
        if line.last() != Some(&b'\n') {
            break;
        }
        let id: Id = serde_json::from_slice(&line)
            .map_err(|error| format!("line {} is none of ours: {error}", done.len() + 1))?;
        done.push(id.id);
        whole += line.len() as u64;
        line.clear();
    }
    file.set_len(whole).and_then(|()| file.seek(SeekFrom::End(0))).map_err(|error| error.to_string())?;
    Ok((file, done))
}
