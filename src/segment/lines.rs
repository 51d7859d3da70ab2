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

/// The runs of tokens that stand on one line; lines without tokens are none. `breaks` holds all tokens that start one.
pub(super) fn lines(tokens: &[Token], breaks: &[u32]) -> Vec<Range<usize>> {
    let starts = breaks.iter().map(|at| *at as usize).filter(|at| tokens[*at].is_line_start());
    let ends = starts.clone().skip(1).chain([tokens.len()]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}
