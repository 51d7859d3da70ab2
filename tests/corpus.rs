//! Case files: what a phrase means, a file a kind, under `tests/corpus/`.
//!
//! # The format
//!
//! A file is TOML. At its top, `kinds` lists the kinds of fact that its cases are about. Then come:
//!
//! **`[[same]]`**: one value and the spellings of it.
//!
//! - `value`: the fields that each spelling must give.
//! - `texts`: the spellings. The one fact of the file's kind must cover the whole text; where a spelling needs
//!   words around it, guillemets `⟦…⟧` mark the fact and are taken out before the text is read. Every text is
//!   a case of its own, named by itself.
//!
//! **`[[test]]`**: a text and all the facts of the file's kinds in it: nothing missing, nothing more.
//!
//! - `name`: unique in the file. `text`: what is read.
//! - `facts`: the facts, each with its fields. `facts = []` says that there is none. A fact is placed by one of
//!   - `on`: the words that it covers, exactly (they must occur once in the text),
//!   - `at`: `[start, end]` in bytes, where the words occur more than once,
//!   - `near`: words that it overlaps (once in the text): where its exact bounds are a matter of taste, as the
//!     words that name a meeting or the part of the day before a date.
//!
//!   `kind` may be left out where the file has only one. A field that is not given is not compared; `absent` and
//!   `present` list fields (`"attainment.comparator"` for an inner one) that must be missing or there with any
//!   value. `optional = true`: the fact may be left out.
//!   `positions` are compared as a set, each as "title organization". `person` is a label of the case's own: facts of
//!   one label must be of one person, facts of two labels of two.
//! - `kinds`: instead of the file's, for this case.
//!
//! Either may have `reference_date` (given to the extractor), `why` (printed when the case fails), and
//! `pending = true`: the case is right and the library is not there yet, so it must fail; one that passes is an
//! error, so that no mark outlives its cause. `[[same]]` may also have `absent`.
//!
//! While the readers are being written, `<kind>.pending` beside a case file names more cases that are pending, one a line;
//! `UPDATE_PENDING=1` writes these lists anew, an empty one goes.
//!
//! Unknown keys and names used twice are errors. All failures of a file are printed together.
//! `VIETFACTS_TEST=words cargo test --test corpus` runs only the cases whose name contains the words.
#![cfg(feature = "serde")]

mod common;

use common::cases::{Case, Expected, cases};
use common::{facts, posts, span, string};
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Every case file; `every_file_is_run` holds it complete.
const FILES: [&str; 10] = [
    "amount",
    "date",
    "figure",
    "finding",
    "indicator_count",
    "meeting",
    "official",
    "percentage",
    "refused",
    "relative_date",
];

#[test]
fn amount() {
    run("amount");
}

#[test]
fn date() {
    run("date");
}

#[test]
fn indicator_count() {
    run("indicator_count");
}

#[test]
fn meeting() {
    run("meeting");
}

#[test]
fn official() {
    run("official");
}

#[test]
fn figure() {
    run("figure");
}

#[test]
fn finding() {
    run("finding");
}

#[test]
fn percentage() {
    run("percentage");
}

#[test]
fn refused() {
    run("refused");
}

#[test]
fn relative_date() {
    run("relative_date");
}

#[test]
fn every_file_is_run() {
    let mut found: Vec<String> = std::fs::read_dir(directory())
        .expect("tests/corpus is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_stem().expect("a file name").to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, FILES);
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Runs one file's cases and panics with everything that failed.
fn run(file: &str) {
    let path = directory().join(file).with_extension("toml");
    let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut cases = cases(&source).unwrap_or_else(|e| panic!("{file}.toml: {e}"));
    let list = path.with_extension("pending");
    if std::env::var_os("UPDATE_PENDING").is_some() {
        write_pending(&list, &cases);
    }
    let pending = std::fs::read_to_string(&list).unwrap_or_default();
    let pending: HashSet<&str> = pending.lines().collect();
    cases.iter_mut().for_each(|case| case.pending |= pending.contains(case.name.as_str()));
    let wanted = std::env::var("VIETFACTS_TEST").unwrap_or_default();
    let failures: Vec<String> =
        cases.iter().filter(|case| case.name.contains(&wanted)).filter_map(failure).collect();
    let count = failures.len();
    assert!(failures.is_empty(), "{file}.toml: {count} of {} cases:\n{}", cases.len(), failures.join("\n"));
}

/// Lists the cases that fail, apart from those that their own file marks.
fn write_pending(list: &Path, cases: &[Case]) {
    let failing: Vec<&str> = cases
        .iter()
        .filter(|case| !case.pending && failure(case).is_some())
        .map(|case| case.name.as_str())
        .collect();
    if failing.is_empty() {
        // Nothing to remove is as good as removed.
        let _ = std::fs::remove_file(list);
    } else {
        std::fs::write(list, failing.join("\n") + "\n").expect("tests/corpus can be written to");
    }
}

/// What is wrong with a case, or nothing.
fn failure(case: &Case) -> Option<String> {
    let found = facts(&case.text, case.reference_date.as_deref());
    let found =
        found.iter().filter(|fact| case.kinds.iter().any(|kind| kind == string(fact, "kind"))).collect();
    let wrong = differences(case, found);
    let (head, wrong) = match (wrong.is_empty(), case.pending) {
        (true, false) | (false, true) => return None,
        (true, true) => ("is pending but passes", vec!["take the mark away".to_owned()]),
        (false, false) => ("fails", wrong),
    };
    let why = case.why.as_ref().map(|why| format!("    why: {why}\n")).unwrap_or_default();
    let lines: String = wrong.iter().map(|line| format!("    {line}\n")).collect();
    Some(format!("  {} {head}\n    text: {}\n{why}{lines}", case.name, case.text))
}

fn differences(case: &Case, mut found: Vec<&Value>) -> Vec<String> {
    let (mut pairs, mut unmet, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    // Exact places first, so that a neighbour that overlaps does not take a fact away from its own line.
    for expected in &case.expected {
        match take(&mut found, expected, |place| *place == expected.span) {
            Some(fact) => pairs.push((expected, fact)),
            None => unmet.push(expected),
        }
    }
    for expected in unmet {
        let words = &case.text[expected.span.clone()];
        let overlaps =
            |place: &Range<usize>| place.start < expected.span.end && expected.span.start < place.end;
        match take(&mut found, expected, overlaps) {
            Some(fact) => pairs.push((expected, fact)),
            None if expected.optional => {}
            None => {
                wrong.push(format!("{}: “{words}” is missing: {}", expected.kind, object(&expected.fields)))
            }
        }
    }
    wrong.extend(pairs.iter().flat_map(|(expected, fact)| fields_that_differ(expected, fact, &case.text)));
    wrong.extend(people_confused(&pairs));
    wrong.extend(found.iter().map(|fact| format!("not expected: {fact}")));
    wrong
}

/// The first fact of the expected kind in a place that fits.
fn take<'f>(
    found: &mut Vec<&'f Value>,
    expected: &Expected,
    fits: impl Fn(&Range<usize>) -> bool,
) -> Option<&'f Value> {
    let index = found.iter().position(|fact| string(fact, "kind") == expected.kind && fits(&span(fact)))?;
    Some(found.remove(index))
}

/// Labels and persons must go together one to one.
fn people_confused(pairs: &[(&Expected, &Value)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut known: Vec<(&str, &Value)> = Vec::new();
    for (expected, fact) in pairs {
        let (Some(label), person) = (expected.person.as_deref(), &fact["person"]) else { continue };
        let words = string(fact, "text");
        if person.is_null() {
            wrong.push(format!("{} “{words}”: no person, {label} expected", expected.kind));
        } else if known.iter().any(|(other, id)| (*other == label) != (*id == person)) {
            wrong.push(format!("{} “{words}”: person {person} is not {label}", expected.kind));
        }
        known.push((label, person));
    }
    wrong
}

fn fields_that_differ(expected: &Expected, fact: &Value, text: &str) -> Vec<String> {
    let at = format!("{} “{}”", expected.kind, string(fact, "text"));
    let mut wrong: Vec<String> = expected
        .fields
        .iter()
        .filter(
            |(name, value)| {
                !if *name == "positions" { same_posts(value, fact) } else { holds(&fact[*name], value) }
            },
        )
        .map(|(name, value)| format!("{at}: {name}: {value} expected, got {}", fact[name]))
        .collect();
    if expected.exact && span(fact) != expected.span {
        wrong.push(format!("{at}: “{}” expected", &text[expected.span.clone()]));
    }
    for name in expected.absent.iter().filter(|name| !inner(fact, name).is_null()) {
        wrong.push(format!("{at}: {name}: none expected, got {}", inner(fact, name)));
    }
    for name in expected.present.iter().filter(|name| inner(fact, name).is_null()) {
        wrong.push(format!("{at}: {name}: missing"));
    }
    wrong
}

/// Equal; of a table, what is written in it.
fn holds(got: &Value, expected: &Value) -> bool {
    match expected {
        Value::Object(fields) => fields.iter().all(|(name, value)| holds(&got[name], value)),
        _ => got == expected,
    }
}

fn same_posts(expected: &Value, fact: &Value) -> bool {
    let mut expected: Vec<String> =
        serde_json::from_value(expected.clone()).expect("`positions` lists strings");
    expected.sort();
    posts(fact) == expected
}

fn inner<'f>(fact: &'f Value, path: &str) -> &'f Value {
    path.split('.').fold(fact, |value, name| &value[name])
}

fn object(fields: &Map<String, Value>) -> String {
    Value::Object(fields.clone()).to_string()
}
