//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Reads Vietnamese news and prints the facts it states, with their places.
#[derive(Debug, Parser)]
#[command(name = "extract")]
pub struct Args {
    /// Text files, `.jsonl` files (one {"id", "text", optional "date"} a line), either with `.gz` or `.zst`; folders, which
    /// are searched for such files in name order; `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// What to print.
    #[arg(long, value_enum, default_value = "report")]
    pub format: Format,

    /// What the places in JSON lines are counted in.
    #[arg(long, value_enum, default_value = "bytes", value_name = "UNIT")]
    pub offsets: Offsets,

    /// What standard input holds.
    #[arg(long, value_enum, default_value = "text", value_name = "FORM")]
    pub stdin: StdinForm,

    /// The day the texts were published on, for years that they do not write: 2023-11-01. A record's own "date" goes before.
    #[arg(long, value_name = "DATE")]
    pub reference_date: Option<jiff::civil::Date>,

    /// Leave out the facts of captions, bylines, teasers and footers.
    #[arg(long)]
    pub body_only: bool,

    /// Write to a file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Go on where an output file that was cut short ends. Needs --output and --format jsonl and the same paths as before.
    #[arg(long, requires = "output")]
    pub resume: bool,

    /// How many threads extract; one a core where it is not given.
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<usize>,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table a person can read.
    Report,
    /// One JSON object a document, one a line.
    Jsonl,
}

/// A unit of places in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust, Go and C count.
    Bytes,
    /// Units of UTF-16, as JavaScript, Java and C# count.
    Utf16,
    /// Characters (code points), as Python counts.
    Chars,
}

/// What standard input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StdinForm {
    /// One text.
    Text,
    /// One JSON object a line.
    Jsonl,
}
