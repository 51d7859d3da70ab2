//! Whole articles, written for this project, against what a careful reader finds in them.
//!
//! `tests/golden/<id>.txt` is the article, a line of `tests/golden/gold.jsonl` its facts, in the form of the library's own
//! JSON: byte offsets into the file as it is, a post as one string. Facts with `optional` may be left out, `or` is a
//! second value that is right too.
//!
//! `tests/golden/<id>.report` is what the library makes of the article, for people to read in a diff: every line of
//! text with its facts underneath. `UPDATE_GOLDEN=1 cargo test --test golden` writes the reports anew.
#![cfg(feature = "serde")]

mod common;

use common::score::{MEASURES, Tally, score};
use common::{facts, report, span, string};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The least F1 over all articles, in thousandths.
const FLOORS: [(&str, usize); 7] = [
    ("date", 930),
    ("percentage", 960),
    ("amount", 960),
    ("indicator_count", 900),
    ("official", 940),
    ("position", 920),
    ("meeting", 930),
];

struct Article {
    id: String,
    text: String,
    gold: Vec<Value>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn articles() -> Vec<Article> {
    let gold = std::fs::read_to_string(folder().join("gold.jsonl")).expect("gold.jsonl is there");
    let line = |line: &str| {
        let line: Value = serde_json::from_str(line).expect("a line of gold is JSON");
        let id = string(&line, "id").to_owned();
        let text = std::fs::read_to_string(folder().join(format!("{id}.txt")))
            .unwrap_or_else(|e| panic!("{id}: {e}"));
        Article { id, text, gold: line["facts"].as_array().expect("`facts`").clone() }
    };
    gold.lines().map(line).collect()
}

#[test]
fn gold_quotes_its_articles_and_agrees_with_itself() {
    for article in articles() {
        for fact in &article.gold {
            assert_eq!(article.text.get(span(fact)), fact["text"].as_str(), "{}: {fact}", article.id);
        }
        let scores = score(&article.gold, &article.gold);
        assert!(scores.errors.is_empty(), "{}: {:#?}", article.id, scores.errors);
    }
}

#[test]
fn every_article_has_its_gold() {
    let mut texts: Vec<String> = std::fs::read_dir(folder())
        .expect("tests/golden is there")
        .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .collect();
    texts.sort();
    let ids: Vec<String> = articles().into_iter().map(|article| article.id).collect();
    assert_eq!(texts, ids);
}

#[test]
fn facts_are_those_of_a_careful_reader() {
    let mut totals: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut errors = String::new();
    for article in articles() {
        let scores = score(&article.gold, &facts(&article.text, None));
        for (measure, tally) in scores.tallies {
            totals.entry(measure).or_default().add(tally);
        }
        for error in scores.errors {
            errors += &format!("{}: {error}\n", article.id);
        }
    }
    let mut below = Vec::new();
    for (measure, floor) in FLOORS {
        let tally = totals.get(measure).copied().unwrap_or_default();
        println!("{measure:16}{:5} {tally:?}", tally.f1());
        if tally.f1() < floor {
            below.push(format!("{measure}: F1 {} of at least {floor}", tally.f1()));
        }
    }
    assert!(below.is_empty(), "{below:#?}\n{errors}");
    println!("{errors}");
}

#[test]
fn every_measure_has_a_floor() {
    assert_eq!(FLOORS.map(|(measure, _)| measure), MEASURES);
}

#[test]
fn reports_are_as_they_were() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let path = |article: &Article| folder().join(format!("{}.report", article.id));
    let articles = articles();
    if !update && !articles.iter().any(|article| path(article).exists()) {
        eprintln!("skipped: there are no reports yet; UPDATE_GOLDEN=1 writes them");
        return;
    }
    let mut changed = Vec::new();
    for article in &articles {
        let report = report::report(&article.text, &facts(&article.text, None));
        if update {
            std::fs::write(path(article), report).expect("tests/golden can be written to");
        } else if std::fs::read_to_string(path(article)).ok().as_deref() != Some(report.as_str()) {
            changed.push(format!("{}:\n{report}", article.id));
        }
    }
    let count = changed.len();
    assert!(
        changed.is_empty(),
        "{count} reports changed; UPDATE_GOLDEN=1 accepts them\n{}",
        changed.join("\n")
    );
}
