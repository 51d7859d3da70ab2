//! What it costs to begin: a process that extracts one sentence beside one that does nothing, in milliseconds, and what the lists and
//! their matcher take of memory.
//!
//! `cargo bench --bench start_up`; with `-- --test` each once. The processes are this program itself, called with a task.

#[path = "common/median.rs"]
mod median;

use std::env;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Instant;

use median::median;
use vietfacts::Extractor;

/// What the process says in its first argument when it is called by another.
const NOTHING: &str = "do-nothing";
const SENTENCE: &str = "extract-one-sentence";
const MEMORY: &str = "weigh-one-sentence";

const TEXT: &str = "Ngày 1/11/2023, UBND huyện tổ chức phiên họp thường kỳ.";

/// No more milliseconds, and no more megabytes, are wanted.
const MOST_MILLISECONDS: f64 = 10.0;
const MOST_MEGABYTES: f64 = 8.0;

fn main() {
    match env::args().nth(1).as_deref() {
        Some(NOTHING) => {}
        Some(SENTENCE) => extract(),
        Some(MEMORY) => weigh(),
        _ => measure(if env::args().any(|argument| argument == "--test") { 1 } else { 41 }),
    }
}

fn extract() {
    assert!(!black_box(Extractor::new().extract(black_box(TEXT))).facts().is_empty());
}

/// Prints how much more of the process is in memory once a sentence was extracted, and the most that was.
fn weigh() {
    let (before, _) = resident();
    let extractor = Extractor::new();
    assert!(!extractor.extract(black_box(TEXT)).facts().is_empty());
    let (after, most) = resident();
    println!("{} {}", after.saturating_sub(before), most.saturating_sub(before));
}

/// Kilobytes that are in memory and the most that ever were, as Linux tells it; zeros elsewhere.
fn resident() -> (usize, usize) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    };
    (kilobytes("VmRSS:").unwrap_or(0), kilobytes("VmHWM:").unwrap_or(0))
}

fn measure(rounds: usize) {
    let (mut nothing, mut sentence) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        nothing.push(milliseconds(NOTHING));
        sentence.push(milliseconds(SENTENCE));
    }
    let own = sentence.iter().zip(&nothing).map(|(sentence, nothing)| sentence - nothing).collect();
    println!("\nstart-up, medians of {rounds} rounds");
    println!("{:44}{:8.2} ms", "a process that does nothing", median(nothing));
    println!("{:44}{:8.2} ms", "a process that extracts one sentence", median(sentence));
    println!(
        "{:44}{:8.2} ms   (wanted: at most {MOST_MILLISECONDS})",
        "the difference of each round",
        median(own)
    );
    print_memory();
}

/// Wall time of a process of this program with a task.
fn milliseconds(task: &str) -> f64 {
    let start = Instant::now();
    let status = call(task).stdout(Stdio::null()).status().expect("this program can be called");
    assert!(status.success(), "{task} failed");
    start.elapsed().as_secs_f64() * 1e3
}

fn call(task: &str) -> Command {
    let mut command = Command::new(env::current_exe().expect("this program has a path"));
    command.arg(task);
    command
}

fn print_memory() {
    let output = call(MEMORY).output().expect("this program can be called");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let megabytes: Vec<f64> = printed
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .map(|kb: f64| kb / 1024.0)
        .collect();
    let [kept, most] = megabytes[..] else { panic!("{MEMORY} failed: {printed}") };
    if most == 0.0 {
        println!("memory: only Linux tells");
        return;
    }
    println!(
        "{:44}{kept:8.2} MB   (wanted: at most {MOST_MEGABYTES})",
        "lists, matcher and code, as resident memory"
    );
    println!("{:44}{most:8.2} MB", "the most while they were made");
}
