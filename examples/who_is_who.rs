//! Who holds which post, as a folder of articles says it: `cargo run --example who_is_who -- tests/golden`
//!
//! A line a person, post and article, in the order of names. The last two columns are the evidence: where in the article it is
//! written (bytes, half open) and what is written there. People of the same name are not told apart across articles.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use vietfacts::facts::official::{Official, Post};
use vietfacts::{Extractor, Fact, FactData, Span};

/// Where an article says that somebody holds a post.
struct Evidence {
    article: String,
    span: Span,
    words: String,
}

/// Name and post, and who says so.
type Register = BTreeMap<(String, String), Vec<Evidence>>;

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        eprintln!("usage: who_is_who PATH… (text files, or folders of them)");
        return ExitCode::FAILURE;
    }
    let extractor = Extractor::new();
    let mut register = Register::new();
    let mut status = ExitCode::SUCCESS;
    for path in paths.iter().flat_map(|path| articles(path)) {
        match std::fs::read_to_string(&path) {
            Ok(text) => add(&mut register, &extractor, &path, &text),
            Err(error) => {
                eprintln!("who_is_who: {}: {error}", path.display());
                status = ExitCode::FAILURE;
            }
        }
    }
    print(&register);
    status
}

/// The path itself, or the text files of the folder in name order.
fn articles(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files
}

fn add(register: &mut Register, extractor: &Extractor, path: &Path, text: &str) {
    let article = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for fact in extractor.extract(text).facts() {
        let FactData::Official(official) = &fact.data else { continue };
        for post in &official.positions {
            let (span, words) = evidence(fact, post, text);
            let evidence = Evidence { article: article.clone(), span, words };
            register.entry(key(official, post)).or_default().push(evidence);
        }
    }
}

fn key(official: &Official<'_>, post: &Post<'_>) -> (String, String) {
    let body = post.organization.as_ref().map(|body| format!(" {}", body.text));
    (official.name.to_string(), format!("{}{}", post.title, body.unwrap_or_default()))
}

/// From the post to the name, on one line; the name alone where the two stand far apart, as in a shared title.
fn evidence(fact: &Fact<'_>, post: &Post<'_>, text: &str) -> (Span, String) {
    let both = fact.span.cover(post.span);
    let span = if both.len() <= 160 { both } else { fact.span };
    (span, span.slice(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn print(register: &Register) {
    let mut rows = vec![["NAME", "POST", "ARTICLE", "BYTES", "EVIDENCE"].map(str::to_owned)];
    for ((name, post), evidence) in register {
        let mut seen = None;
        // An article that says it again adds nothing.
        for one in evidence.iter().filter(|one| seen.replace(&one.article) != Some(&one.article)) {
            let bytes = format!("{}..{}", one.span.start, one.span.end);
            rows.push([name.clone(), post.clone(), one.article.clone(), bytes, one.words.clone()]);
        }
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 4] = std::array::from_fn(width);
    for [name, post, article, bytes, words] in &rows {
        let [a, b, c, d] = widths;
        println!("{name:a$}  {post:b$}  {article:c$}  {bytes:>d$}  {words}");
    }
}
