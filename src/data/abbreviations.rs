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

    /// The folded words that are written with a full stop of their own; with each, whether something must follow it, so that even a
    /// capital after the full stop opens no sentence.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        self.last_words.iter().map(|(word, takes_more)| (word.as_str(), *takes_more))
    }
}
