//! A text with its facts written underneath, for people.

use super::span;
use serde_json::Value;
use std::fmt::Write;
use std::ops::Range;

/// Where a row of text ends at the latest, in columns, unless a word is longer.
const WIDTH: usize = 100;

/// Every row of the text, carets under the words of its facts, then a line for each fact that begins in it.
pub fn report(text: &str, facts: &[Value]) -> String {
    let mut report = String::new();
    for row in rows(text) {
        writeln!(report, "{}", text[row.clone()].trim_end()).expect("a string takes it");
        let carets = carets(text, &row, facts);
        if !carets.is_empty() {
            writeln!(report, "{carets}").expect("a string takes it");
        }
        for fact in facts.iter().filter(|fact| row.contains(&span(fact).start)) {
            writeln!(report, "    {}", line(fact)).expect("a string takes it");
        }
    }
    report
}

/// The text cut at its line breaks, and at spaces where a line is too wide.
fn rows(text: &str) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut space, mut width) = (0, None, 0);
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        width += columns(c);
        if c == '\n' {
            rows.push(start..after);
            (start, space, width) = (after, None, 0);
        } else if c.is_whitespace() {
            space = Some(after);
        } else if let Some(cut) = space.filter(|_| width > WIDTH) {
            rows.push(start..cut);
            (start, space, width) = (cut, None, text[cut..after].chars().map(columns).sum());
        }
    }
    if start < text.len() {
        rows.push(start..text.len());
    }
    rows
}

/// Combining marks stand over the letter before them.
fn columns(c: char) -> usize {
    usize::from(!('\u{300}'..='\u{36F}').contains(&c))
}

fn carets(text: &str, row: &Range<usize>, facts: &[Value]) -> String {
    let mut carets = String::new();
    for (at, c) in text[row.clone()].char_indices() {
        let marked = facts.iter().any(|fact| span(fact).contains(&(row.start + at)));
        carets.extend(std::iter::repeat_n(if marked { '^' } else { ' ' }, columns(c)));
    }
    carets.trim_end().to_owned()
}

/// The kind, the rule, and the fields that say something: not the place, which is seen above.
fn line(fact: &Value) -> String {
    let fields = fact.as_object().expect("a fact is an object");
    let shown = fields.iter().filter(|(name, _)| {
        !["kind", "rule", "start", "end", "text", "sentence"].contains(&name.as_str())
            && !name.ends_with("_start")
            && !name.ends_with("_end")
    });
    let shown: Vec<String> = shown.map(|(name, value)| format!("{name}={value}")).collect();
    let text = |name: &str| fact[name].as_str().unwrap_or_default();
    format!("{} {} {}", text("kind"), text("rule"), shown.join(" "))
}
