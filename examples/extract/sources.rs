//! Which texts are to be read: files, folders, standard input; plain or compressed.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::args::StdinForm;
use crate::progress::Progress;
use crate::records::{Problem, Raw};

/// A file to read, or standard input.
#[derive(Debug)]
pub struct Source {
    path: PathBuf,
    /// The path below the argument that led to it.
    relative: PathBuf,
    id: String,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Lines,
}

/// The files of the arguments, folders searched in name order; and what could not be searched.
pub fn sources(paths: &[PathBuf], stdin: StdinForm) -> (Vec<Source>, Vec<Problem>) {
    let (mut sources, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        if path == Path::new("-") {
            let form = if stdin == StdinForm::Text { Form::Text } else { Form::Lines };
            let (path, relative) = (path.clone(), path.clone());
            sources.push(Source { path, relative, id: "stdin".to_owned(), form });
        } else if path.is_dir() {
            search(path, path, &mut sources, &mut problems);
        } else {
            let relative = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            sources.push(Source::file(path.clone(), relative));
        }
    }
    name_apart(&mut sources);
    (sources, problems)
}

/// Adds the files of a folder. Links to folders are not followed: they may lead in a circle.
fn search(root: &Path, folder: &Path, sources: &mut Vec<Source>, problems: &mut Vec<Problem>) {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::new(folder.display(), error));
            return;
        }
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            search(root, &path, sources, problems);
        } else if is_text(&path) && path.is_file() {
            let relative = path.strip_prefix(root).unwrap_or(&path).to_owned();
            sources.push(Source::file(path, relative));
        }
    }
}

/// The name without a compression's ending, and its own ending.
fn endings(path: &Path) -> (PathBuf, Option<String>) {
    let compressed = path.extension().is_some_and(|ending| ending == "gz" || ending == "zst");
    let plain = if compressed { path.with_extension("") } else { path.to_owned() };
    let ending = plain.extension().map(|ending| ending.to_string_lossy().into_owned());
    (plain, ending)
}

fn is_text(path: &Path) -> bool {
    matches!(endings(path).1.as_deref(), Some("txt" | "jsonl"))
}

/// Names that repeat become the path below the argument.
fn name_apart(sources: &mut [Source]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for source in sources.iter() {
        *times.entry(source.id.clone()).or_default() += 1;
    }
    for source in sources.iter_mut().filter(|source| times[&source.id] > 1) {
        let (plain, _) = endings(&source.relative);
        source.id = plain.with_extension("").to_string_lossy().replace('\\', "/");
    }
}

impl Source {
    fn file(path: PathBuf, relative: PathBuf) -> Self {
        let (plain, ending) = endings(&path);
        let id = plain.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let form = if ending.as_deref() == Some("jsonl") { Form::Lines } else { Form::Text };
        Source { path, relative, id, form }
    }

    /// Its size in bytes on the disk, 0 where it is unknown.
    pub fn size(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |metadata| metadata.len())
    }

    /// Hands its texts one after the other to `each`, which says whether to go on.
    pub fn read(&self, progress: &Progress, each: &mut dyn FnMut(Raw) -> bool) {
        let is_stdin = self.path == Path::new("-");
        let name = if is_stdin { "standard input".to_owned() } else { self.path.display().to_string() };
        let failed = |error: std::io::Error| Raw::Unread(Problem::new(&name, error));
        let mut reader = match self.open(progress) {
            Ok(reader) => reader,
            Err(error) => {
                each(failed(error));
                return;
            }
        };
        match self.form {
            Form::Text => {
                let mut bytes = Vec::new();
                each(match reader.read_to_end(&mut bytes) {
                    Ok(_) => Raw::Text { name, id: self.id.clone(), bytes },
                    Err(error) => failed(error),
                });
            }
            Form::Lines => read_lines(&mut *reader, &name.into(), each),
        }
    }

    fn open(&self, progress: &Progress) -> std::io::Result<Box<dyn BufRead>> {
        if self.path == Path::new("-") {
            return Ok(Box::new(std::io::stdin().lock()));
        }
        let file = progress.counted(File::open(&self.path)?);
        Ok(match self.path.extension().and_then(|ending| ending.to_str()) {
            Some("gz") => Box::new(BufReader::new(flate2::read::MultiGzDecoder::new(file))),
            Some("zst") => Box::new(BufReader::new(zstd::Decoder::new(file)?)),
            _ => Box::new(BufReader::with_capacity(1 << 16, file)),
        })
    }
}

/// A line begins with room for so many bytes: most articles.
const LINE: usize = 4096;

/// Every line that holds something. After an error of the disk there is no next line.
fn read_lines(reader: &mut dyn BufRead, name: &Arc<str>, each: &mut dyn FnMut(Raw) -> bool) {
    for number in 1.. {
        let mut bytes = Vec::with_capacity(LINE);
        let go_on = match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => false,
            Ok(_) if bytes.trim_ascii().is_empty() => true,
            Ok(_) => each(Raw::Line { name: Arc::clone(name), number, bytes }),
            Err(error) => {
                each(Raw::Unread(Problem::new(format_args!("{name}:{number}"), error)));
                false
            }
        };
        if !go_on {
            return;
        }
    }
}
