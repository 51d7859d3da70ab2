//! The codes that the columns of the lists may hold, and what they are in Rust.

mod calendar;
mod counts;
mod events;
mod people;
mod quantities;

pub(crate) use calendar::*;
pub(crate) use counts::*;
pub(crate) use events::*;
pub(crate) use people::*;
pub(crate) use quantities::*;

use crate::segment::Region;

/// Where on its line a phrase must stand to say what the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceOnLine {
    Whole,
    Start,
    End,
    Anywhere,
}

pub(crate) fn page_phrase(class: &str, place: &str) -> Option<(Region, PlaceOnLine)> {
    let region = match class {
        "caption" => Region::Caption,
        "byline" => Region::Byline,
        "teaser" => Region::Teaser,
        "meta" | "nav" | "attachment" => Region::Footer,
        _ => return None,
    };
    let place = match place {
        "line" => PlaceOnLine::Whole,
        "start" => PlaceOnLine::Start,
        "end" => PlaceOnLine::End,
        "anywhere" => PlaceOnLine::Anywhere,
        _ => return None,
    };
    Some((region, place))
}
