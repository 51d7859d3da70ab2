//! What stands between an event's name and a date, and whether the two have to do with each other.

use std::ops::Range;

use crate::data::EventRole;
use crate::facts::{Context, brackets};

/// What stands between an event's name and a date.
#[derive(Default)]
pub(super) struct Gap {
    /// "do … tổ chức"
    pub is_held: bool,
    /// "diễn ra"
    pub takes_place: bool,
    pub has_break: bool,
    pub commemorates: bool,
}

impl Gap {
    /// `None` where the two have nothing to do with each other: somebody says or signs something between them, unless it may be the `topic` of
    /// the event before.
    pub(super) fn read(context: &Context<'_, '_>, tokens: Range<usize>, topic: bool) -> Option<Gap> {
        let mut gap = Gap::default();
        let mut at = tokens.start;
        while at < tokens.end {
            let mut next = at + 1;
            if let Some((role, end)) = context.event_word_at(at) {
                next = end;
                match role {
                    // "Cổng Thông tin điện tử" says nothing.
                    EventRole::Report if context.tokens[at].is_capitalized() => {}
                    // "Hội thảo | đề xuất chính sách | diễn ra ngày 5/3"
                    EventRole::Report if at == tokens.start && topic && is_held(context, end..tokens.end) => {
                    }
                    EventRole::Report => return None,
                    EventRole::Hold => gap.is_held = true,
                    EventRole::Held => gap.takes_place = true,
                    EventRole::Mention => gap.commemorates = true,
                    _ => {}
                }
            }
            match context.mark(at) {
                Some(';') => return None,
                // "Diễn đàn Kinh tế Thế giới về ASEAN (WEF ASEAN) ngày 11/9"
                Some('(') if let Some(end) = brackets::abbreviation_at(context, at) => next = end,
                Some(',' | '(') => gap.has_break = true,
                _ => {}
            }
            at = next;
        }
        Some(gap)
    }
}

/// Whether a run of tokens says that something is held.
fn is_held(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    context.event_words(tokens).any(|(_, role, _)| matches!(role, EventRole::Hold | EventRole::Held))
}
