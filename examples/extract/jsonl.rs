//! One line of JSON a document: the contract.

use serde::Serialize;
use vietfacts::Document;

#[derive(Serialize)]
struct Line<'a, 't> {
    id: &'a str,
    #[serde(flatten)]
    document: &'a Document<'t>,
}

/// The line of a document, with its line break.
pub fn line(id: &str, document: &Document<'_>) -> String {
    let mut line = serde_json::to_string(&Line { id, document }).expect("facts have text keys");
    line.push('\n');
    line
}
