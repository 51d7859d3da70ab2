//! A report that a person can read: a line a fact, its place first.

use std::fmt::Write;

use serde_json::Value;
use vietfacts::{Document, Span};

/// Fields that the columns in front show, or that only programs want.
const HIDDEN: [&str; 8] = ["kind", "start", "end", "text", "rule", "inferred", "region", "sentence"];

/// The facts of a document as a table: line:column, kind, what is written, what it means.
pub fn report(id: &str, text: &str, document: &Document<'_>) -> String {
    let facts = document.facts();
    let mut report = format!("{id} — {} facts\n", facts.len());
    let mut lines = LineColumns::new(text);
    for fact in facts {
        let (line, column) = lines.of(fact.span);
        let value = serde_json::to_value(fact).expect("facts have text keys");
        let quoted = fact.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = format!("{line}:{column}");
        let _ = writeln!(report, "{place:>8}  {:<15}  {quoted}  →  {}", fact.kind(), fields(&value));
    }
    report.push('\n');
    report
}

/// The fields of a fact in one line, without its inner places.
fn fields(value: &Value) -> String {
    let Value::Object(map) = value else { return value.to_string() };
    let inner =
        |key: &str| key == "start" || key == "end" || key.ends_with("_start") || key.ends_with("_end");
    let shown = map.iter().filter(|(key, _)| !HIDDEN.contains(&key.as_str()) && !inner(key));
    shown.map(|(key, value)| format!("{key}: {}", plain(value))).collect::<Vec<_>>().join(", ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(map) => match (map.get("title"), map.get("organization")) {
            (Some(title), Some(organization)) => format!("{} {}", plain(title), plain(organization)),
            (Some(title), None) => plain(title),
            _ => format!("({})", fields(value)),
        },
        other => other.to_string(),
    }
}

/// Lines and columns from 1, columns in characters. Facts come in text order, so one pass over the text serves them all.
struct LineColumns<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    line_start: usize,
}

impl<'a> LineColumns<'a> {
    fn new(text: &'a str) -> Self {
        LineColumns { text, at: 0, line: 1, line_start: 0 }
    }

    fn of(&mut self, span: Span) -> (usize, usize) {
        if span.start >= self.at {
            let passed = &self.text[self.at..span.start];
            self.line += passed.matches('\n').count();
            self.line_start = passed.rfind('\n').map_or(self.line_start, |i| self.at + i + 1);
            self.at = span.start;
        }
        (self.line, self.text[self.line_start..span.start].chars().count() + 1)
    }
}
