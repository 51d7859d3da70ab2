//! The lists about the page: abbreviations with a full stop, and what stands around an article.

use std::collections::HashMap;

use super::table::Table;
use crate::Error;
use crate::normalize::fold;
use crate::segment::Region;

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

/// Words that show that a line is not part of the running text.
#[derive(Debug)]
pub(crate) struct Boilerplate {
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    folded: String,
    region: Region,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Line,
    Start,
    End,
    Anywhere,
}

impl Boilerplate {
    pub(crate) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        let [class, place] = [table.column("class")?, table.column("where")?];
        let mut phrases = Vec::new();
        for row in table.rows() {
            let region = match row.cell(class) {
                "caption" => Region::Caption,
                "byline" => Region::Byline,
                "teaser" => Region::Teaser,
                "meta" | "nav" | "attachment" => Region::Footer,
                other => return Err(table.error(row, format!("unknown class {other:?}"))),
            };
            let place = match row.cell(place) {
                "line" => Place::Line,
                "start" => Place::Start,
                "end" => Place::End,
                "anywhere" => Place::Anywhere,
                other => return Err(table.error(row, format!("unknown place {other:?}"))),
            };
            phrases.push(Phrase { folded: row.cell(0).to_lowercase(), region, place });
        }
        Ok(Boilerplate { phrases })
    }

    /// The region of a line, where its words show one.
    pub(crate) fn region(&self, line: &str) -> Option<Region> {
        // A running paragraph is longer than anything that stands around it.
        if line.len() > 300 {
            return None;
        }
        let line = line.trim().to_lowercase();
        let found = self.phrases.iter().find(|phrase| match phrase.place {
            Place::Line => line == phrase.folded,
            Place::Start => line.starts_with(&phrase.folded),
            Place::End => line.ends_with(&phrase.folded),
            Place::Anywhere => line.contains(&phrase.folded),
        });
        found.map(|phrase| phrase.region)
    }
}
