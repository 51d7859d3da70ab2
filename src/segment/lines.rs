//! Lines: on a page they tell headlines, captions and bylines from the running text.

use std::ops::Range;

use super::tokens::Token;

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

/// The runs of tokens that stand on one line; lines without tokens are none.
pub(crate) fn lines(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        match lines.last_mut() {
            Some(line) if !token.is_line_start() => line.end = i + 1,
            _ => lines.push(i..i + 1),
        }
    }
    lines
}
