//! Each stage and the whole in megabytes of input a second, beside a bare automaton in the same run.
//!
//! `cargo bench --bench stages`; for ratios that mean something see `side_by_side`, whose rounds are interleaved.

#[path = "common/anchors.rs"]
mod anchors;
mod common;

use std::hint::black_box;

use aho_corasick::AhoCorasickKind;
use anchors::{automaton, lowered};
use common::corpora;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use vietfacts::segment::segment;
use vietfacts::{Extractor, Scanner, normalize};

/// So much of each corpus is enough for a steady figure.
const MOST_BYTES: usize = 1 << 20;

fn stages(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    let scanner = Scanner::new();
    let dfa = automaton(AhoCorasickKind::DFA);
    for corpus in corpora(MOST_BYTES) {
        let lowered = lowered(&corpus.documents);
        let mut group = criterion.benchmark_group(corpus.name);
        group.throughput(Throughput::Bytes(corpus.bytes() as u64)).sample_size(10);
        let mut stage = |name: &str, texts: &[String], run: &dyn Fn(&str) -> usize| {
            group.bench_function(name, |bencher| {
                bencher.iter(|| texts.iter().map(|text| run(black_box(text))).sum::<usize>());
            });
        };
        stage("bare DFA over lowered text", &lowered, &|text| dfa.find_iter(text).count());
        stage("normalize", &corpus.documents, &|text| normalize(text).text().len());
        stage("normalize, segment", &corpus.documents, &|text| {
            segment(normalize(text).text()).tokens().len()
        });
        stage("normalize, segment, scan", &corpus.documents, &|text| {
            scanner.prepare(&segment(normalize(text).text()))
        });
        stage("everything", &corpus.documents, &|text| extractor.extract(text).facts().len());
        group.finish();
    }
}

/// One line that makes much of little: digits, commas and "tháng", where nothing ends a clause and every number asks for its
/// neighbours; events of one day, of which any may be any other. The rate must not fall with the length.
fn one_line(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    for (name, piece) in
        [("numbers", "tháng 1, 2, 3,4 5 tháng 678 9,10, "), ("events", "hội nghị ngày 5/3/2024 ")]
    {
        let mut group = criterion.benchmark_group(format!("one line of {name}"));
        for megabytes in [1, 10] {
            let text = piece.repeat(megabytes * 1_000_000 / piece.len());
            group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
            group.bench_function(format!("{megabytes} MB"), |bencher| {
                bencher.iter(|| extractor.extract(black_box(&text)).facts().len());
            });
        }
        group.finish();
    }
}

criterion_group!(benches, stages, one_line);
criterion_main!(benches);
