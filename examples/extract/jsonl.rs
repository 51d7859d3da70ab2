//! One line of JSON a document: the contract.

use serde::Serialize;
use vietfacts::Document;

use crate::args::Offsets;
use crate::offsets::convert;

#[derive(Serialize)]
struct Line<'a, T> {
    id: &'a str,
    #[serde(flatten)]
    document: T,
}

/// The line of a document, with its line break.
pub fn line(id: &str, text: &str, document: &Document<'_>, offsets: Offsets) -> String {
    let line = match offsets {
        Offsets::Bytes => serde_json::to_string(&Line { id, document }),
        _ => serde_json::to_string(&Line { id, document: convert(document, text, offsets) }),
    };
    let mut line = line.expect("facts have text keys");
    line.push('\n');
    line
}
