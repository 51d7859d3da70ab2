//! The words that name an event: "phiên họp thường kỳ", "kỳ họp thứ 12", "Hội nghị Ban Chấp hành".

use super::body;
use crate::data::{EventRole, EventUse};
use crate::facts::Context;
use crate::scan::Cue;
use crate::value::EventType;

/// An event by its name: tokens `first..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub event_use: EventUse,
    pub event_type: EventType,
    pub first: usize,
    /// One past the head: "phiên họp" in "phiên họp Chính phủ thường kỳ".
    pub head_end: usize,
    pub end: usize,
}

/// The event that is named by a cue and what goes on with it.
pub(super) fn read(context: &Context<'_, '_>, cue: Cue) -> Option<Name> {
    let (first, head_end) = (cue.first as usize, cue.end());
    let (event_use, Some(event_type)) = context.event(cue) else { return None };
    if matches!(event_use, EventUse::Modifier | EventUse::None) {
        return None;
    }
    let limit = context.right_from(first).end;
    let mut end = head_end;
    while let Some(next) = extended(context, event_type, end).filter(|next| *next <= limit) {
        end = next;
    }
    Some(Name { event_use, event_type, first, head_end, end })
}

/// The end of the words that go on with a name at `end`: a modifier, a number, the body that meets.
fn extended(context: &Context<'_, '_>, event_type: EventType, end: usize) -> Option<usize> {
    if let Some((EventUse::Modifier | EventUse::Weak, _, end)) = context.event_at(end) {
        return Some(end);
    }
    // "Hội nghị Ban Chấp hành (BCH) Đảng bộ"
    if context.is_mark(end, "(") && context.is_mark(end + 2, ")") && context.event_at(end + 1).is_some() {
        return Some(end + 3);
    }
    if let Some((EventRole::Ordinal, number)) = context.event_word_at(end) {
        return ordinal(context, number);
    }
    if event_type == EventType::CouncilSession && context.is_digits(end) {
        return Some(end + 1);
    }
    body::end(context, end)
}

/// The end of the number after "thứ": "12", "XII", "hai", "nhất".
fn ordinal(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    if let Some(numeral) = context.numeral_at(at) {
        return Some(numeral.end);
    }
    let is_word = context.roman(at).is_some() || context.number_word_at(at).is_some();
    is_word.then_some(at + 1)
}
