//! The abbreviations that are written with a full stop.

use std::collections::HashMap;

use super::table::Table;
use crate::Error;
use crate::normalize::fold;

/// Abbreviations that are written with a full stop which ends no sentence.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Folded last words; the value says whether more must follow ("TP. Lào Cai", "TS. Hà").
    last_words: HashMap<String, bool>,
}

impl Abbreviations {
    pub(crate) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        let dot = table.column("dot")?;
        let mut last_words = HashMap::new();
        for row in table.rows() {
            let form = row.cell(0).trim_end_matches('.');
            let last = form.rsplit(['.', ' ', '/']).next().unwrap_or(form);
            let takes_more = row.cell(dot) == "inside";
            *last_words.entry(fold(last)).or_insert(takes_more) &= takes_more;
        }
        Ok(Abbreviations { last_words })
    }

    /// Whether the word is written with a full stop of its own.
    pub(crate) fn holds(&self, word: &str) -> bool {
        // No abbreviation is longer than ten bytes; most words are settled here.
        word.len() <= 10 && self.last_words.contains_key(&fold(word))
    }

    /// Whether something must follow it, so that even a capital after the full stop opens no sentence.
    pub(crate) fn takes_more(&self, word: &str) -> bool {
        self.last_words.get(&fold(word)).copied().unwrap_or(false)
    }
}
