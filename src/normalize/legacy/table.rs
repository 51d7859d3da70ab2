//! The tables, arranged for reading and writing.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::Encoding;
use crate::data::{Codes, encodings};

/// An encoding of which every letter is one or two bytes.
#[derive(Debug)]
pub(super) struct Table {
    letters: HashMap<Vec<u8>, char>,
    codes: HashMap<char, Vec<u8>>,
}

static TCVN3: Lazy<Table> = Lazy::new(|| Table::new(&encodings().tcvn3));
static VNI: Lazy<Table> = Lazy::new(|| Table::new(&encodings().vni));
static VISCII: Lazy<Table> = Lazy::new(|| Table::new(&encodings().viscii));
static VPS: Lazy<Table> = Lazy::new(|| Table::new(&encodings().vps));

/// The table of an encoding, if it is one of those.
pub(super) fn table(encoding: Encoding) -> Option<&'static Table> {
    match encoding {
        Encoding::Tcvn3 => Some(&TCVN3),
        Encoding::VniWindows => Some(&VNI),
        Encoding::Viscii => Some(&VISCII),
        Encoding::Vps => Some(&VPS),
        _ => None,
    }
}

impl Table {
    fn new(codes: &Codes) -> Self {
        let mut letters: HashMap<Vec<u8>, char> =
            codes.iter().map(|(letter, code)| (code.clone(), *letter)).collect();
        // VNI fonts show a capital with the small form of its mark just as well: "Aán".
        for (letter, code) in codes.iter().filter(|(letter, code)| letter.is_uppercase() && code.len() == 2) {
            letters.entry(vec![code[0], code[1] + 0x20]).or_insert(*letter);
        }
        Table { letters, codes: codes.iter().cloned().collect() }
    }

    /// The letter that these bytes are.
    pub fn letter(&self, code: &[u8]) -> Option<char> {
        self.letters.get(code).copied()
    }

    /// The bytes that this letter is.
    pub fn code(&self, letter: char) -> Option<&[u8]> {
        self.codes.get(&letter).map(Vec::as_slice)
    }
}
