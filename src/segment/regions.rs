//! Lines and the regions of a page: which of them are the article, and which stand around it.

use std::ops::Range;

use super::tokens::Token;
use crate::data::Boilerplate;

/// A part of a page that is not the running text. A fact found there says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Region {
    /// The first line of an article, its headline.
    Title,
    /// What is written under or over a picture: "Quang cảnh hội nghị. Ảnh: Minh Đức".
    Caption,
    /// Who wrote it: "Duy Hải - TTVHTT".
    Byline,
    /// The headline or first words of another article.
    Teaser,
    /// Menus, counters, share bars, the portal's imprint.
    Footer,
}

/// A line that has tokens.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub tokens: Range<usize>,
    pub region: Option<Region>,
}

/// The lines of a text, each with its region.
pub(crate) fn lines(text: &str, tokens: &[Token], boilerplate: &Boilerplate) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if !token.is_line_start() => line.tokens.end = i + 1,
            _ => lines.push(Line { tokens: i..i + 1, region: None }),
        }
    }
    for i in 0..lines.len() {
        let line = lines[i].tokens.clone();
        let written = &text[tokens[line.start].start as usize..tokens[line.end - 1].end as usize];
        lines[i].region = boilerplate.region(written).or(if i == 0 { Some(Region::Title) } else { None });
    }
    lines
}
