//! Regions: which lines of a page are the article, and which stand around it.

use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;

use super::Cues;
use crate::data::{List, Lists, PlaceOnLine};
use crate::segment::{Region, Token, TokenKind};

/// A running paragraph is longer than anything that stands around it.
const LONGEST_LINE: usize = 80;

/// A line and the part of the page that it is; none for the running text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub tokens: Range<usize>,
    pub region: Option<Region>,
}

/// Tells the lines of a section of a text apart by the phrases on them; the first of the text that is nothing else is the title.
pub(crate) fn regions(
    text: &str,
    section: &Range<usize>,
    tokens: &[Token],
    lines: Vec<Range<usize>>,
    cues: &Cues<'_>,
    lists: &Lists,
) -> Vec<Line> {
    // A text of one line has no headline.
    let (is_first, is_last) = (section.start == 0, section.end == text.len());
    let mut title_is_open = is_first && (lines.len() > 1 || !is_last);
    let mut lines: Vec<Line> = lines
        .into_iter()
        .map(|line| {
            let mut region = phrase_region(&line, cues, lists).or_else(|| stamp(text, &tokens[line.clone()]));
            if region.is_none() && title_is_open {
                title_is_open = false;
                region = (line.len() <= LONGEST_LINE).then_some(Region::Title);
            }
            Line { tokens: line, region }
        })
        .collect();
    if is_last {
        mark_byline(text, tokens, &mut lines);
    }
    lines
}

/// A byline is no longer than this: "Bài và ảnh Nguyễn Thị Minh Thảo".
const BYLINE: usize = 8;

/// The last line of the article, where it is a name behind a finished sentence: "Minh Thảo - VP", "H.Đăng". Below a signature's titles
/// a name is no byline: they end in no full stop.
fn mark_byline(text: &str, tokens: &[Token], lines: &mut [Line]) {
    let mut article = lines.iter_mut().rev().filter(|line| line.region.is_none());
    let (Some(last), Some(before)) = (article.next(), article.next()) else { return };
    let ends = tokens[before.tokens.end - 1].text(text);
    let named = last.tokens.clone().all(|at| {
        let token = &tokens[at];
        token.is_capitalized() || matches!(token.text(text), "-" | "–" | "." | "," | "&" | "(" | ")")
    });
    if named && last.tokens.len() <= BYLINE && matches!(ends, "." | "!" | "”" | "\"" | "…") {
        last.region = Some(Region::Byline);
    }
}

/// What the phrases on a line say it is: one in the right place is enough.
fn phrase_region(line: &Range<usize>, cues: &Cues<'_>, lists: &Lists) -> Option<Region> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    // No phrase runs over the end of a line.
    cues.within(List::Page, line.clone()).find_map(|cue| {
        let (region, place) = lists.pages[cue.entry()].role;
        let (first, last) = (cue.first as usize == line.start, cue.end() == line.end);
        let in_place = match place {
            PlaceOnLine::Whole => first && last,
            PlaceOnLine::Start => first,
            PlaceOnLine::End => last,
            PlaceOnLine::Anywhere => true,
        };
        in_place.then_some(region)
    })
}

/// A stamp of the page is no longer than this: "Thứ ba, 30/05/2023 | 10:37 GMT+7".
const STAMP_LINE: usize = 16;

/// A stamp has at least five numbers and two marks between them.
const STAMP_SIGNS: usize = 7;

/// "30/05/2023 10:37", "Thứ ba, ngày 30-5-2023 - 10h37": when a page was put up.
fn stamp(text: &str, line: &[Token]) -> Option<Region> {
    static STAMP: Lazy<Regex> = Lazy::new(|| {
        let weekday = r"(?:\p{L}+(?: \p{L}+| \d)?,? ?(?:ngày )?)?";
        let day = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})";
        Regex::new(&format!(r"^{weekday}{day}[ ,|–-]+\d{{1,2}} ?[:hg] ?\d{{2}}\b"))
            .expect("the pattern is sound")
    });
    // Few lines are short, have so many signs, and a digit early; only those are worth the expression.
    let signs = || line.iter().filter(|token| token.kind() != TokenKind::Word).count();
    if line.len() > STAMP_LINE || signs() < STAMP_SIGNS {
        return None;
    }
    let (first, last) = (line.first()?, line.last()?);
    let written = &text[first.start as usize..last.end as usize];
    let likely = written.bytes().take(24).any(|byte| byte.is_ascii_digit());
    (likely && has_time_of_day(written) && STAMP.is_match(written)).then_some(Region::Footer)
}

/// Whether something like "10:37", "10h 37" stands on a line: without one there is no stamp, and the expression is not even made.
fn has_time_of_day(line: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    line.match_indices([':', 'h', 'g']).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + 1..]);
        is_digit(before.strip_suffix(' ').unwrap_or(before).chars().next_back())
            && is_digit(after.strip_prefix(' ').unwrap_or(after).chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::tokens;

    #[test]
    fn stamps_are_told_from_sentences() {
        let is_stamp = |text: &str| stamp(text, &tokens(text)).is_some();
        for text in [
            "30/05/2023 10:37 GMT+7",
            "Thứ ba, ngày 30-5-2023 - 10h37",
            "Thứ 3, 30/05/2023 | 10:37",
            "05/06/13 08:15",
        ] {
            assert!(is_stamp(text), "{text}");
        }
        for text in ["Ngày 30/5/2023, UBND huyện họp.", "30/5 10:37", "14h30 ngày 7/11/2023, đoàn đến nơi"]
        {
            assert!(!is_stamp(text), "{text}");
        }
    }
}
