//! Regions: which lines of a page are the article, and which stand around it.

use std::ops::Range;

use super::Cues;
use crate::data::{List, Lists, PlaceOnLine};
use crate::segment::Region;

/// A running paragraph is longer than anything that stands around it.
const LONGEST_LINE: usize = 80;

/// A line and the part of the page that it is; none for the running text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub tokens: Range<usize>,
    pub region: Option<Region>,
}

/// Tells the lines apart by the phrases on them; the first that is nothing else is the title.
pub(crate) fn regions(lines: Vec<Range<usize>>, cues: &Cues, lists: &Lists) -> Vec<Line> {
    // A text of one line has no headline.
    let mut title_is_open = lines.len() > 1;
    lines
        .into_iter()
        .map(|tokens| {
            let mut region = phrase_region(&tokens, cues, lists);
            if region.is_none() && title_is_open {
                title_is_open = false;
                region = (tokens.len() <= LONGEST_LINE).then_some(Region::Title);
            }
            Line { tokens, region }
        })
        .collect()
}

/// What the phrases on a line say it is: one in the right place is enough.
fn phrase_region(line: &Range<usize>, cues: &Cues, lists: &Lists) -> Option<Region> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    line.clone().find_map(|token| {
        let cue = cues.get(token, List::Page)?;
        let (region, place) = lists.pages[cue.entry()].role;
        let (first, last) = (token == line.start, cue.end() == line.end);
        let in_place = match place {
            PlaceOnLine::Whole => first && last,
            PlaceOnLine::Start => first,
            PlaceOnLine::End => last,
            PlaceOnLine::Anywhere => true,
        };
        in_place.then_some(region)
    })
}
