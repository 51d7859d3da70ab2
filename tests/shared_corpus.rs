//! Real articles with gold, where they are at hand: they are other people's texts and no part of this repository.
//!
//! They are looked for in `../shared` beside the crate, or where `VIETFACTS_SHARED` says, and scored by the scorer that lies
//! with them, a Python program. Where they or python3 are missing, the tests say so on standard error and pass: the
//! golden articles guard the quality then.
#![cfg(feature = "serde")]

mod common;

use common::facts;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The least F1 of rows of the scorer's report.
type Floors = &'static [(&'static str, f64)];

const SEED: Floors = &[("headline", 1.0)];

const DEV: Floors = &[
    ("headline", 0.975),
    ("date", 0.985),
    ("percentage", 0.985),
    ("percentage (complete)", 0.97),
    ("amount", 0.985),
    ("amount (complete)", 0.97),
    ("indicator_count (complete)", 0.95),
    ("official (name)", 0.97),
    ("official (position, strict)", 0.95),
    ("meeting", 0.93),
];

const STYLED_DEV: Floors = &[
    ("headline", 0.975),
    ("date", 0.97),
    ("percentage (complete)", 0.97),
    ("amount (complete)", 0.97),
    ("indicator_count (complete)", 0.95),
    ("official (name)", 0.97),
    ("official (position, strict)", 0.95),
    ("meeting", 0.9),
];

#[test]
fn seed() {
    check("seed", SEED);
}

#[test]
fn dev() {
    check("dev", DEV);
}

#[test]
fn styled_dev() {
    check("styled-dev", STYLED_DEV);
}

fn shared() -> PathBuf {
    match std::env::var_os("VIETFACTS_SHARED") {
        Some(path) => path.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
    }
}

fn check(corpus: &str, floors: Floors) {
    let shared = shared();
    let (scorer, texts) = (shared.join("eval/score.py"), shared.join("corpus").join(corpus));
    let gold = shared.join("corpus").join(format!("{corpus}.gold.jsonl"));
    if let Some(missing) = [&scorer, &texts, &gold].into_iter().find(|path| !path.exists()) {
        eprintln!("{corpus}: skipped, there is no {}", missing.display());
        return;
    }
    let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{corpus}.found.jsonl"));
    std::fs::write(&found, extracted(&texts)).expect("the target folder can be written to");
    let run = Command::new("python3")
        .arg(&scorer)
        .args([&gold, &found])
        .arg("--texts")
        .arg(&texts)
        .arg("--json")
        .output();
    let output = match run {
        Ok(output) => output,
        Err(error) => {
            eprintln!("{corpus}: skipped, python3 does not run: {error}");
            return;
        }
    };
    // The scorer fails where a span breaks the contract, and says which.
    assert!(output.status.success(), "{corpus}: {}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("the scorer reports JSON");
    let value = |row: &str| report[row].as_f64().or(report[row]["f1"].as_f64());
    let mut below = Vec::new();
    for (row, floor) in floors {
        let value = value(row).unwrap_or_else(|| panic!("the report has no {row}"));
        println!("{corpus:12}{row:32}{value:.4}");
        if value < *floor {
            below.push(format!("{row}: {value:.4} of at least {floor}"));
        }
    }
    let command = format!("python3 {} {} {} --errors", scorer.display(), gold.display(), found.display());
    assert!(below.is_empty(), "{corpus}: {below:#?}\nwhat is wrong: {command}");
}

/// The contract's lines for every text of a folder.
fn extracted(texts: &Path) -> String {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(texts)
        .expect("a folder")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    paths.sort();
    let line = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let id = path.file_stem().expect("a file name").to_string_lossy();
        json!({ "id": id, "facts": facts(&text, None) }).to_string() + "\n"
    };
    paths.iter().filter(|path| path.extension().is_some_and(|e| e == "txt")).map(line).collect()
}
