//! The command line over text files: `cargo run --release --example extract -- PATH…`
//!
//! PATH is a text file, a folder (searched for `.txt` files in name order) or `-` for standard input. What cannot be read is
//! named on standard error; the others are still done, and the exit status is 1.

mod inputs;
mod jsonl;

use std::io::Write;
use std::process::ExitCode;

use vietfacts::Extractor;

fn main() -> ExitCode {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    paths.retain(|path| path != "--format" && path != "jsonl");
    let extractor = Extractor::new();
    let mut failed = false;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for input in inputs::inputs(&paths) {
        match input.read() {
            Ok(text) => {
                let line = jsonl::line(&input.id, &extractor.extract(&text));
                if writeln!(out, "{line}").is_err() {
                    return ExitCode::FAILURE;
                }
            }
            Err(error) => {
                eprintln!("extract: {}: {error}", input.name());
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
