//! A report that a person can read: the facts by kind, in columns, each with its line and column in the text.

mod places;
mod rows;

use std::fmt::Write;

use console::{Alignment, Term, measure_text_width, pad_str, truncate_str};
use serde_json::{Map, Value};
use vietfacts::{Document, Fact};

use places::Places;
use rows::{Row, row};

/// The kinds in the order a reader wants them; others come behind.
const KINDS: [&str; 9] = [
    "finding",
    "meeting",
    "official",
    "indicator_count",
    "figure",
    "amount",
    "percentage",
    "date",
    "relative_date",
];

/// The width of a report that does not go to a terminal.
const WIDTH: usize = 100;

/// What is written in the text is cut at this width: a headline can be long.
const QUOTE: usize = 36;

/// The last column is never narrower; a terminal that is breaks the lines itself.
const NARROWEST: usize = 20;

/// The facts of a document, a section a kind. An empty line parts it from the next document.
pub fn report(id: &str, text: &str, document: &Document<'_>) -> String {
    let mut places = Places::new(text);
    let mut sections: Vec<(&str, Vec<Row>)> = KINDS.iter().map(|kind| (*kind, Vec::new())).collect();
    let facts: Vec<_> = document.facts().iter().map(fields).collect();
    for (i, fact) in document.facts().iter().enumerate() {
        let row = row(places.of(fact.span), &facts, i);
        match sections.iter_mut().find(|(kind, _)| *kind == fact.kind()) {
            Some((_, rows)) => rows.push(row),
            None => sections.push((fact.kind(), vec![row])),
        }
    }
    let width = Term::stdout().size_checked().map_or(WIDTH, |(_, columns)| columns.into());
    let count = document.facts().len();
    let mut report = format!("{id}: {count} fact{}\n", if count == 1 { "" } else { "s" });
    for (kind, rows) in sections.iter().filter(|(_, rows)| !rows.is_empty()) {
        let _ = writeln!(report, "\n{}", title(kind));
        table(rows, width, &mut report);
    }
    report.push('\n');
    report
}

fn fields(fact: &Fact<'_>) -> Map<String, Value> {
    match serde_json::to_value(fact).expect("facts have text keys") {
        Value::Object(fields) => fields,
        other => unreachable!("a fact is a map: {other}"),
    }
}

/// `indicator_count` heads its section as "Indicator counts".
fn title(kind: &str) -> String {
    let words = kind.replace('_', " ");
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(['s']).collect()
}

/// Columns as wide as their widest cell, the last one broken into lines.
fn table(rows: &[Row], width: usize, report: &mut String) {
    let written: Vec<_> = rows.iter().map(|row| truncate_str(&row.written, QUOTE, "…")).collect();
    let widest = |cells: &mut dyn Iterator<Item = &str>| cells.map(measure_text_width).max().unwrap_or(0);
    let place = widest(&mut rows.iter().map(|row| &*row.place));
    let reading = widest(&mut rows.iter().map(|row| &*row.reading));
    let quote = widest(&mut written.iter().map(|written| &**written));
    for (row, written) in rows.iter().zip(&written) {
        let mut line = format!(
            "  {}  {}  ",
            pad_str(&row.place, place, Alignment::Right, None),
            pad_str(&row.reading, reading, Alignment::Left, None)
        );
        if quote > 0 {
            line += &format!("{}  ", pad_str(written, quote, Alignment::Left, None));
        }
        let indent = measure_text_width(&line);
        let further =
            row.further.iter().flat_map(|text| wrap(text, width.saturating_sub(indent).max(NARROWEST)));
        for (i, further) in further.enumerate() {
            if i > 0 {
                let _ = write!(line, "\n{:indent$}", "");
            }
            line += &further;
        }
        let _ = writeln!(report, "{}", line.trim_end());
    }
}

/// Breaks at spaces; a word that is too long stays whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
