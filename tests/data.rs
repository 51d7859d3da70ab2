//! The lists in `data/`, as files: what data/README.md promises of their form. What they mean is checked where they are read.

// Not the whole of `common`, which wants the feature `serde`.
#[path = "common/lists.rs"]
mod lists;

use std::collections::HashMap;
use std::path::PathBuf;

use lists::{List, folder, read};
use unicode_normalization::is_nfc;
use vietfacts::normalize::fold;

/// The one list whose forms are names of HTML entities and tags, where case matters and nothing is folded.
const MARKUP: &str = "markup.tsv";

fn lists() -> Vec<List> {
    let entries =
        std::fs::read_dir(folder()).expect("data/ is there").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "tsv")).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// Asserts that nothing was found wrong; `file:line: what` otherwise.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

fn lines_where(wrong: impl Fn(&List, &[String]) -> Option<String>) -> Vec<String> {
    let mut lines = Vec::new();
    for list in lists() {
        for (index, row) in list.rows.iter().enumerate() {
            lines.extend(wrong(&list, row).map(|what| format!("{}:{}: {what}", list.name, index + 2)));
        }
    }
    lines
}

/// The spellings of a row, the mark of ambiguity taken off.
fn forms<'r>(list: &List, row: &'r [String]) -> Vec<&'r str> {
    list.spellings(row).map(|form| form.strip_suffix('?').unwrap_or(form)).collect()
}

/// How a form is looked up: token by token, without regard to case, tone placement and spaces.
fn key(form: &str) -> String {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for c in form.chars() {
        let class = if c.is_alphabetic() {
            Some('a')
        } else if c.is_ascii_digit() {
            Some('0')
        } else {
            None
        };
        match tokens.last_mut() {
            Some(token) if class.is_some() && class == last => token.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push(c.to_string()),
        }
        last = if c.is_whitespace() { None } else { class };
    }
    tokens.iter().map(|token| fold(token)).collect::<Vec<_>>().join(" ")
}

#[test]
fn there_are_lists() {
    assert!(lists().iter().filter(|list| !list.rows.is_empty()).count() >= 10);
}

#[test]
fn every_line_is_composed_and_clean() {
    assert_none(&lines_where(|list, row| {
        let line = row.join("\t");
        let untidy = row.iter().any(|cell| cell.trim() != cell || cell.contains("  "));
        if !is_nfc(&line) {
            Some("not in NFC".to_owned())
        } else if row.len() > list.header.len() {
            Some(format!("{} cells under {} columns", row.len(), list.header.len()))
        } else if row[0].is_empty() {
            Some("the first column is empty".to_owned())
        } else if untidy {
            Some("spaces at the edge of a cell, or two together".to_owned())
        } else {
            None
        }
    }));
}

#[test]
fn lists_are_sorted_by_their_first_column() {
    let mut wrong = Vec::new();
    for list in lists() {
        let pairs = list.rows.iter().zip(list.rows.iter().skip(1)).enumerate();
        for (index, (row, next)) in pairs.filter(|(_, (row, next))| row[0] > next[0]) {
            wrong.push(format!("{}:{}: {} after {}", list.name, index + 3, next[0], row[0]));
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_form_stands_once_in_a_list() {
    let mut wrong = Vec::new();
    for list in lists().iter().filter(|list| list.name != MARKUP) {
        let mut seen: HashMap<String, (usize, &str)> = HashMap::new();
        for (index, row) in list.rows.iter().enumerate() {
            for form in forms(list, row) {
                if let Some((line, other)) = seen.insert(key(form), (index + 2, form)) {
                    wrong.push(format!("{}:{}: {form} is {other} of line {line}", list.name, index + 2));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn keys_fold_what_the_lists_need_not_repeat() {
    assert_eq!(key("Uỷ viên"), key("ủy VIÊN"));
    assert_eq!(key("P.CT"), key("P. CT"));
    assert_eq!(key("kì"), key("kỳ"));
    assert_ne!(key("KT-XH"), key("KTXH"));
    assert_ne!(key("ấp"), key("cấp"));
}
