//! Whether the time of a byte stays the same: for texts of 1 KB to 100 MB, for 1 to 10,000 titles of a caller, and on two threads.
//!
//! `cargo bench --bench scaling`; with `-- --test` once over little. `-- texts`, `-- titles` or `-- threads` measures that alone.

mod common;
#[path = "common/median.rs"]
mod median;

use std::env;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use common::{Corpus, corpora};
use median::median;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use vietfacts::{Extractor, Gazetteer};

/// The slowest may take so many times the time of the fastest.
const FLAT: f64 = 1.5;

/// Two threads do so many times the work of one.
const TWO_THREADS: f64 = 1.8;

/// How much is measured.
struct Effort {
    rounds: usize,
    /// The longest text.
    longest: usize,
    /// So many bytes are read at least in a round, in texts of one length.
    least: usize,
    /// The most titles of a caller.
    titles: usize,
}

const FULL: Effort = Effort { rounds: 5, longest: 100_000_000, least: 4_000_000, titles: 10_000 };
const TEST: Effort = Effort { rounds: 1, longest: 10_000, least: 20_000, titles: 10 };

/// One thing that is measured on a corpus.
type Section = fn(&Effort, &Corpus);

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let has = |argument: &str| arguments.iter().any(|given| given == argument);
    let effort = if has("--test") { TEST } else { FULL };
    let sections: [(&str, Section); 3] = [("texts", texts), ("titles", titles), ("threads", threads)];
    let some_named = sections.iter().any(|(name, _)| has(name));
    let corpus = corpora(effort.longest.min(16 << 20)).swap_remove(1);
    println!("measured on {}, {:.1} MB", corpus.name, corpus.bytes() as f64 / 1e6);
    for (name, section) in sections {
        if has(name) || !some_named {
            section(&effort, &corpus);
        }
    }
}

/// The same articles, in texts of one length after the other.
fn texts(effort: &Effort, news: &Corpus) {
    let extractor = Extractor::new();
    let all = joined(&news.documents, effort.longest);
    let lengths: Vec<usize> = std::iter::successors(Some(1000), |length| Some(length * 10))
        .take_while(|length| *length <= effort.longest)
        .collect();
    let rows: Vec<_> = lengths
        .iter()
        .map(|&length| {
            (size(length), pieces(&all[..floor(&all, length.max(effort.least))], length), &extractor)
        })
        .collect();
    print_flatness("one text of", effort.rounds, &rows);
}

/// The documents with blank lines between, over and over until there are so many bytes.
fn joined(documents: &[String], bytes: usize) -> String {
    let mut all = String::with_capacity(bytes + (1 << 20));
    for document in documents.iter().cycle() {
        if all.len() >= bytes {
            break;
        }
        all.push_str(document);
        all.push_str("\n\n");
    }
    all
}

/// A text cut into texts of about so many bytes each, between words.
fn pieces(text: &str, length: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > length {
        let end = floor(rest, length);
        let end = rest[..end].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    if pieces.is_empty() { vec![text] } else { pieces }
}

/// The last place between two characters that is not behind an offset.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn size(bytes: usize) -> String {
    match bytes {
        1_000_000.. => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} KB", bytes / 1000),
    }
}

/// The same articles, for extractors that know more and more titles of a caller.
fn titles(effort: &Effort, news: &Corpus) {
    let all = joined(&news.documents, effort.least);
    let counts: Vec<usize> = std::iter::successors(Some(1), |count| Some(count * 10))
        .take_while(|count| *count <= effort.titles)
        .collect();
    let extractors: Vec<Extractor> = counts.iter().map(|count| knowing(*count)).collect();
    let rows: Vec<_> = counts
        .iter()
        .zip(&extractors)
        .map(|(count, extractor)| (count.to_string(), pieces(&all, 5000), extractor))
        .collect();
    print_flatness("titles of a caller:", effort.rounds, &rows);
}

/// An extractor that knows so many titles beside ours.
fn knowing(titles: usize) -> Extractor {
    let mut list = String::from("title\tbranch\trank\n");
    (0..titles)
        .for_each(|i| writeln!(list, "{}\tgovernment\thead", invented(i)).expect("a string takes all"));
    let gazetteer = Gazetteer::from_tsv("invented.tsv", &list).expect("the titles are sound");
    Extractor::builder().gazetteer(gazetteer.with_built_in()).build()
}

/// A title that nobody holds: words that titles begin with, and two syllables that are none of any word.
fn invented(i: usize) -> String {
    const HEADS: [&str; 5] = ["Trưởng ban", "Phó Trưởng ban", "Chủ nhiệm", "Điều phối viên", "Tổng quản"];
    const ONSETS: [&str; 10] = ["b", "ch", "d", "gh", "kh", "l", "ngh", "ph", "th", "tr"];
    const RHYMES: [&str; 10] = ["oeng", "ưm", "uênh", "êp", "oăp", "iêp", "ơp", "uyp", "âng", "ưp"];
    let syllable = |n: usize| format!("{}{}", ONSETS[n % 10], RHYMES[n / 10 % 10]);
    format!("{} {} {} {}", HEADS[i % 5], syllable(i), syllable(i / 100), i % 7 + 1)
}

/// Prints the time of a byte of every row, and the ratio of the slowest to the fastest.
fn print_flatness(what: &str, rounds: usize, rows: &[(String, Vec<&str>, &Extractor)]) {
    let mut times = vec![Vec::new(); rows.len()];
    for _ in 0..rounds {
        for ((_, texts, extractor), times) in rows.iter().zip(&mut times) {
            times.push(nanoseconds(texts, extractor));
        }
    }
    println!("\n{what:32}{:>12}{:>20}", "ns a byte", "of the fastest row");
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    let fastest = medians.iter().copied().fold(f64::INFINITY, f64::min);
    for ((name, ..), time) in rows.iter().zip(&medians) {
        println!("{name:>32}{time:>12.2}{:>20.2}", time / fastest);
    }
    let slowest = medians.iter().copied().fold(0.0, f64::max);
    println!("{:32}{:>32.2}   (wanted: at most {FLAT})", "the slowest to the fastest", slowest / fastest);
}

/// The time of a byte.
fn nanoseconds(texts: &[&str], extractor: &Extractor) -> f64 {
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let start = Instant::now();
    for text in texts {
        black_box(extractor.extract(black_box(text)));
    }
    start.elapsed().as_secs_f64() * 1e9 / bytes as f64
}

/// The documents of the news on one thread and on two.
fn threads(effort: &Effort, news: &Corpus) {
    let extractor = Extractor::new();
    let pools = [1, 2].map(|threads| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started")
    });
    let mut rates = [Vec::new(), Vec::new()];
    for _ in 0..effort.rounds {
        for (pool, rates) in pools.iter().zip(&mut rates) {
            let start = Instant::now();
            // What `Extractor::extract_all` does, without keeping the documents.
            pool.install(|| {
                news.documents.par_iter().for_each(|text| drop(black_box(extractor.extract(text))))
            });
            rates.push(news.bytes() as f64 / 1e6 / start.elapsed().as_secs_f64());
        }
    }
    let ratios = rates[1].iter().zip(&rates[0]).map(|(two, one)| two / one).collect();
    let [one, two] = rates.map(median);
    println!("\n{:32}{:>12}", "threads", "MB/s");
    println!("{:>32}{one:>12.1}", "1");
    println!("{:>32}{two:>12.1}", "2");
    println!("{:32}{:>12.2}   (wanted: at least {TWO_THREADS})", "two to one, in each round", median(ratios));
}
