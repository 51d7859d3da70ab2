//! The command line over text files: `cargo run --release --example extract -- PATH…`
//!
//! PATH is a text file, a file of JSON lines, a folder (searched for `.txt` and `.jsonl` in name order) or `-` for standard
//! input. What cannot be read is named with the reason on standard error; the others are still done, and the exit status is 1.
//!
//! A module a job: [`args`] the command line, [`inputs`] what is read, [`run`] the work, [`report`] and [`jsonl`] a format each,
//! [`resume`] going on, [`progress`] the bar.

mod args;
mod inputs;
mod jsonl;
mod progress;
mod report;
mod resume;
mod run;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Format};

fn main() -> ExitCode {
    let args = Args::parse();
    match work(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("extract: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Does it all; whether every text could be read, or why there is no going on.
fn work(args: &Args) -> Result<bool, String> {
    if args.resume && args.format != Format::Jsonl {
        return Err("--resume needs --format jsonl: a report does not say what it holds".to_owned());
    }
    let jobs = args.jobs.unwrap_or(0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    pool.map_err(|error| format!("cannot start {jobs} threads: {error}"))?;
    let (sources, problems) = inputs::sources(&args.paths, args.stdin);
    problems.iter().for_each(|problem| eprintln!("extract: {problem}"));
    let (mut out, done) = output(args)?;
    Ok(run::run(args, sources, &done, &mut *out)? && problems.is_empty())
}

/// Where the documents go, and the ids of those that are there already.
fn output(args: &Args) -> Result<(Box<dyn Write>, Vec<String>), String> {
    let Some(path) = &args.output else {
        return Ok((Box::new(BufWriter::new(std::io::stdout().lock())), Vec::new()));
    };
    let failed = |reason: String| format!("{}: {reason}", path.display());
    let (file, done) = if args.resume {
        resume::open(path).map_err(failed)?
    } else {
        (File::create(path).map_err(|error| failed(error.to_string()))?, Vec::new())
    };
    Ok((Box::new(BufWriter::new(file)), done))
}
