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

/// A fact takes about so many bytes of a line: with room for all of them a line is seldom moved while it grows.
const FACT: usize = 200;

/// The line of a document, with its line break.
pub fn line(id: &str, text: &str, document: &Document<'_>, offsets: Offsets) -> Vec<u8> {
    let mut line = Vec::with_capacity(256 + FACT * document.facts().len());
    let written = match offsets {
        Offsets::Bytes => serde_json::to_writer(&mut line, &Line { id, document }),
        _ => serde_json::to_writer(&mut line, &Line { id, document: convert(document, text, offsets) }),
    };
    written.expect("facts have text keys");
    line.push(b'\n');
    line
}
