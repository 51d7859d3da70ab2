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
                    EventRole::Report
                        if at == tokens.start && topic && takes_place(context, end..tokens.end) => {}
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

/// Whether a run of tokens before a date says that something takes place: "diễn ra", "tổ chức |"; but not what is to be held, as in "Hội nghị đề
/// nghị tổ chức lễ hội".
fn takes_place(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let is_last = |verb_end: usize| verb_end + 1 >= tokens.end;
    let mut words = context.event_words(tokens.clone());
    let is_planned = context.event_words(tokens.clone()).any(|(_, role, _)| role == EventRole::Plan);
    !is_planned
        && words.any(|(_, role, end)| role == EventRole::Held || role == EventRole::Hold && is_last(end))
}
