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
//!   value. `optional = true`: the fact may be left out, and if it is there nothing more is asked.
//!   `positions` are compared as a set, each as "title organization".
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

use common::{facts, posts, span, string};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Every case file; `every_file_is_run` holds it complete.
const FILES: [&str; 8] =
    ["amount", "date", "indicator_count", "meeting", "official", "percentage", "refused", "relative_date"];

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kinds: Vec<String>,
    #[serde(default)]
    same: Vec<Same>,
    #[serde(default)]
    test: Vec<Test>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    value: Map<String, Value>,
    texts: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    reference_date: Option<String>,
    why: Option<String>,
    #[serde(default)]
    pending: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    name: String,
    text: String,
    facts: Vec<Map<String, Value>>,
    kinds: Option<Vec<String>>,
    reference_date: Option<String>,
    why: Option<String>,
    #[serde(default)]
    pending: bool,
}

struct Case {
    name: String,
    text: String,
    kinds: Vec<String>,
    expected: Vec<Expected>,
    reference_date: Option<String>,
    why: Option<String>,
    pending: bool,
}

struct Expected {
    kind: String,
    span: Range<usize>,
    /// Whether the bounds must be met, or an overlap is enough.
    exact: bool,
    optional: bool,
    fields: Map<String, Value>,
    absent: Vec<String>,
    present: Vec<String>,
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

fn cases(source: &str) -> Result<Vec<Case>, String> {
    let file: File = toml::from_str(source).map_err(|e| e.to_string())?;
    let mut cases = Vec::new();
    for same in file.same {
        let [kind] = &file.kinds[..] else { return Err("`same` needs a file of one kind".to_owned()) };
        cases.extend(
            same.texts.iter().map(|text| spelling(&same, text, kind)).collect::<Result<Vec<_>, _>>()?,
        );
    }
    for test in file.test {
        let name = test.name.clone();
        cases.push(in_context(test, &file.kinds).map_err(|e| format!("{name}: {e}"))?);
    }
    let mut names = HashSet::new();
    match cases.iter().find(|case| !names.insert(case.name.as_str())) {
        Some(twice) => Err(format!("{}: two cases of this name", twice.name)),
        None => Ok(cases),
    }
}

/// One text of a `[[same]]`.
fn spelling(same: &Same, text: &str, kind: &str) -> Result<Case, String> {
    let (text, span) = match text.split_once('⟦') {
        None => (text.to_owned(), 0..text.len()),
        Some((before, rest)) => {
            let (marked, after) = rest.split_once('⟧').ok_or_else(|| format!("{text}: no ⟧"))?;
            (format!("{before}{marked}{after}"), before.len()..before.len() + marked.len())
        }
    };
    let expected = Expected {
        kind: kind.to_owned(),
        span,
        exact: true,
        optional: false,
        fields: same.value.clone(),
        absent: same.absent.clone(),
        present: Vec::new(),
    };
    Ok(Case {
        name: text.clone(),
        text,
        kinds: vec![kind.to_owned()],
        expected: vec![expected],
        reference_date: same.reference_date.clone(),
        why: same.why.clone(),
        pending: same.pending,
    })
}

fn in_context(test: Test, kinds: &[String]) -> Result<Case, String> {
    let kinds = test.kinds.unwrap_or_else(|| kinds.to_vec());
    let expected = test.facts.into_iter().map(|fields| placed(fields, &test.text, &kinds));
    Ok(Case {
        expected: expected.collect::<Result<_, _>>()?,
        name: test.name,
        text: test.text,
        kinds,
        reference_date: test.reference_date,
        why: test.why,
        pending: test.pending,
    })
}

/// An entry of `facts`: the keys that say where it is and how it is compared taken out, the fields left.
fn placed(mut fields: Map<String, Value>, text: &str, kinds: &[String]) -> Result<Expected, String> {
    let kind = match (fields.remove("kind"), kinds) {
        (Some(Value::String(kind)), _) if kinds.contains(&kind) => kind,
        (None, [only]) => only.clone(),
        (kind, _) => return Err(format!("{kind:?} is not among {kinds:?}")),
    };
    let (span, exact) = match (fields.remove("on"), fields.remove("at"), fields.remove("near")) {
        (Some(Value::String(words)), None, None) => (once(&words, text)?, true),
        (None, None, Some(Value::String(words))) => (once(&words, text)?, false),
        (None, Some(at), None) => {
            let [start, end]: [usize; 2] = serde_json::from_value(at).map_err(|e| format!("`at`: {e}"))?;
            text.get(start..end).ok_or_else(|| format!("`at`: {start}..{end} is no part of the text"))?;
            (start..end, true)
        }
        _ => return Err(format!("one of `on`, `at`, `near` is needed beside {fields:?}")),
    };
    let mut names = |key| match fields.remove(key) {
        None => Ok(Vec::new()),
        Some(list) => serde_json::from_value(list).map_err(|e| format!("`{key}`: {e}")),
    };
    let (absent, present) = (names("absent")?, names("present")?);
    let optional = fields.remove("optional") == Some(Value::Bool(true));
    Ok(Expected { kind, span, exact, optional, fields, absent, present })
}

fn once(words: &str, text: &str) -> Result<Range<usize>, String> {
    match text.match_indices(words).map(|(start, _)| start).collect::<Vec<_>>()[..] {
        [start] => Ok(start..start + words.len()),
        ref found => Err(format!("“{words}” occurs {} times", found.len())),
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
    let mut wrong = Vec::new();
    let mut unmet = Vec::new();
    // Exact places first, so that a neighbour that overlaps does not take a fact away from its own line.
    for expected in &case.expected {
        match found
            .iter()
            .position(|fact| string(fact, "kind") == expected.kind && span(fact) == expected.span)
        {
            Some(index) => wrong.extend(fields_that_differ(expected, found.remove(index))),
            None => unmet.push(expected),
        }
    }
    for expected in unmet {
        let words = &case.text[expected.span.clone()];
        let overlaps = |fact: &&Value| {
            let other = span(fact);
            string(fact, "kind") == expected.kind
                && other.start < expected.span.end
                && expected.span.start < other.end
        };
        match found.iter().position(overlaps) {
            Some(index) => {
                let fact = found.remove(index);
                if expected.exact && !expected.optional {
                    wrong.push(format!(
                        "{}: “{words}” expected, got “{}”",
                        expected.kind,
                        string(fact, "text")
                    ));
                }
                wrong.extend(fields_that_differ(expected, fact));
            }
            None if expected.optional => {}
            None => {
                wrong.push(format!("{}: “{words}” is missing: {}", expected.kind, object(&expected.fields)))
            }
        }
    }
    wrong.extend(found.iter().map(|fact| format!("not expected: {fact}")));
    wrong
}

fn fields_that_differ(expected: &Expected, fact: &Value) -> Vec<String> {
    if expected.optional {
        return Vec::new();
    }
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
