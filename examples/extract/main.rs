//! The command line over text files: `cargo run --release --example extract -- PATH…`
//!
//! PATH is a text file, a file of JSON lines, a folder (searched for `.txt` and `.jsonl` in name order) or `-` for standard
//! input. What cannot be read is named with the reason on standard error; the others are still done.
//!
//! The exit status is 0, 1 where some text could not be read, 2 where there was no going on: a wrong option, a full disk.
//!
//! A module a job: [`args`] the command line, [`sources`] where texts are, [`records`] what a text is, [`run`] the work with its
//! [`mailbox`], [`report`] and [`jsonl`] a format each, [`offsets`] other units, [`resume`] going on, [`progress`] the bar.

mod args;
mod jsonl;
mod mailbox;
mod offsets;
mod progress;
mod records;
mod report;
mod resume;
mod run;
mod sources;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Format, Offsets};
use resume::Done;
use run::Stop;

/// Some text could not be read.
const INCOMPLETE: u8 = 1;

/// There was no going on. clap ends with it too.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    match work(&args) {
        Ok(true) | Err(Stop::Unwanted) => ExitCode::SUCCESS,
        Ok(false) => INCOMPLETE.into(),
        Err(Stop::Failed(message)) => {
            eprintln!("extract: {message}");
            FAILED.into()
        }
    }
}

/// Does it all; whether every text could be read, or why there is no going on.
fn work(args: &Args) -> Result<bool, Stop> {
    check(args).map_err(|message| Stop::Failed(message.to_owned()))?;
    let jobs = args.jobs.unwrap_or(0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    pool.map_err(|error| Stop::Failed(format!("cannot start {jobs} threads: {error}")))?;
    let (sources, problems) = sources::sources(&args.paths, args.stdin);
    problems.iter().for_each(|problem| eprintln!("extract: {problem}"));
    let (out, done) = output(args).map_err(Stop::Failed)?;
    Ok(run::run(args, sources, done, out)? && problems.is_empty())
}

/// What clap cannot say: options that only JSON lines have.
fn check(args: &Args) -> Result<(), &'static str> {
    match args.format {
        Format::Report if args.resume => {
            Err("--resume needs --format jsonl: a report does not say what it holds")
        }
        Format::Report if args.offsets != Offsets::Bytes => {
            Err("--offsets needs --format jsonl: a report counts lines and columns")
        }
        _ => Ok(()),
    }
}

/// Where the documents go, and those that are there already.
fn output(args: &Args) -> Result<(Box<dyn Write + Send>, Done), String> {
    let Some(path) = &args.output else {
        return Ok((Box::new(BufWriter::new(std::io::stdout())), Done::default()));
    };
    let failed = |reason: String| format!("{}: {reason}", path.display());
    let (file, done) = if args.resume {
        resume::open(path).map_err(failed)?
    } else {
        (File::create(path).map_err(|error| failed(error.to_string()))?, Done::default())
    };
    Ok((Box::new(BufWriter::new(file)), done))
}
