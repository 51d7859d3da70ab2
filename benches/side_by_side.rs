//! Ours beside the anchors, in one run with interleaved rounds: only ratios within one run are portable.
//!
//! `cargo bench --bench side_by_side`; with `-- --test` one round over little text.

mod common;
#[path = "common/regexes.rs"]
mod regexes;

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::AhoCorasickKind;
use common::{Corpus, automaton, corpora};
use regexes::{Counts, Regexes, SAMPLE};
use vietfacts::segment::segment;
use vietfacts::{Extractor, Scanner, normalize};

/// One thing to be timed: what it is called and what it does to a document and its lowered twin.
type Contender<'a> = (&'static str, Box<dyn Fn(&str, &str) -> usize + 'a>);

/// The contender that the others are measured against.
const ANCHOR: usize = 0;

fn main() {
    let is_test = std::env::args().any(|argument| argument == "--test");
    let (bytes, rounds) = if is_test { (1 << 16, 1) } else { (6 << 20, 9) };
    let extractor = Extractor::new();
    let scanner = Scanner::new();
    let [dfa, contiguous] = [AhoCorasickKind::DFA, AhoCorasickKind::ContiguousNFA].map(automaton);
    let expressions = Regexes::new();
    same_counts(&extractor, &expressions);
    let contenders: Vec<Contender<'_>> = vec![
        ("bare DFA over lowered text", Box::new(|_, lowered| dfa.find_iter(lowered).count())),
        ("DFA with a boundary filter", Box::new(|_, lowered| bounded(&dfa, lowered))),
        ("contiguous NFA", Box::new(|_, lowered| contiguous.find_iter(lowered).count())),
        ("memchr of line breaks", Box::new(|text, _| memchr::memchr_iter(b'\n', text.as_bytes()).count())),
        ("ours: normalize", Box::new(|text, _| normalize(text).text().len())),
        ("ours: segment", Box::new(|text, _| segment(text).tokens().len())),
        ("ours: segment and scan", Box::new(|text, _| scanner.scan(&segment(text)).len())),
        ("ours: everything", Box::new(|text, _| extractor.extract(text).facts().len())),
        ("twelve regexes", Box::new(|text, _| expressions.count(text).dates)),
    ];
    for corpus in corpora(bytes) {
        println!(
            "\n{}: {:.1} MB in {} documents; {}",
            corpus.name,
            corpus.bytes() as f64 / 1e6,
            corpus.documents.len(),
            density(&corpus, &scanner, &extractor)
        );
        let times = rounds_of(&contenders, &corpus, rounds);
        print_table(&contenders, &corpus, &times);
    }
}

/// What a document holds, so that a ratio can be judged.
fn density(corpus: &Corpus, scanner: &Scanner, extractor: &Extractor) -> String {
    let sample = &corpus.documents[..corpus.documents.len().min(200)];
    let kilobytes = sample.iter().map(String::len).sum::<usize>() as f64 / 1e3;
    let cues: usize = sample.iter().map(|text| scanner.scan(&segment(text)).len()).sum();
    let facts: usize = sample.iter().map(|text| extractor.extract(text).facts().len()).sum();
    format!("{:.0} cues and {:.1} facts a kilobyte", cues as f64 / kilobytes, facts as f64 / kilobytes)
}

/// The expressions are no straw man: on plain text they count what the library does.
fn same_counts(extractor: &Extractor, expressions: &Regexes) {
    let document = extractor.extract(SAMPLE);
    let of = |kind: &str| document.facts().iter().filter(|fact| fact.kind() == kind).count();
    let ours = Counts { dates: of("date"), percentages: of("percentage"), amounts: of("amount") };
    assert_eq!(ours, expressions.count(SAMPLE));
}

/// Matches that begin and end at the bounds of a word.
fn bounded(dfa: &aho_corasick::AhoCorasick, text: &str) -> usize {
    let inside = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    dfa.find_iter(text)
        .filter(|found| {
            !inside(text[..found.start()].chars().next_back()) && !inside(text[found.end()..].chars().next())
        })
        .count()
}

/// Seconds by contender and round; in every round each contender has its turn.
fn rounds_of(contenders: &[Contender<'_>], corpus: &Corpus, rounds: usize) -> Vec<Vec<f64>> {
    let lowered = corpus.lowered();
    let mut times = vec![Vec::new(); contenders.len()];
    for _ in 0..rounds {
        for ((_, run), times) in contenders.iter().zip(&mut times) {
            let start = Instant::now();
            for (text, lowered) in corpus.documents.iter().zip(&lowered) {
                black_box(run(black_box(text), black_box(lowered)));
            }
            times.push(start.elapsed().as_secs_f64());
        }
    }
    times
}

fn print_table(contenders: &[Contender<'_>], corpus: &Corpus, times: &[Vec<f64>]) {
    println!("{:32}{:>10}{:>16}", "", "MB/s", "of the bare DFA");
    for ((name, _), own) in contenders.iter().zip(times) {
        let ratios = own.iter().zip(&times[ANCHOR]).map(|(own, anchor)| anchor / own).collect();
        println!(
            "{name:32}{:>10.1}{:>16.2}",
            corpus.bytes() as f64 / 1e6 / median(own.clone()),
            median(ratios)
        );
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
