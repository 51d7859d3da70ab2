//! How an event stands in its sentence: told, planned, or only spoken of.

use crate::data::{EventRole, List, WordRole};
use crate::facts::Context;
use crate::scan::Cue;

/// How an event stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Object of a verb that says that it is held: "tổ chức hội nghị".
    Told,
    /// "sẽ tổ chức hội nghị".
    Planned,
    /// "Tại hội nghị": the place of something else.
    At,
    /// Nothing stands before it: "Sáng 5/3, hội nghị …".
    Open,
    /// "và hội nghị": as what is before it.
    Coordinated,
    /// "kết quả hội nghị", "trước kỳ họp": only spoken of.
    Mentioned,
    /// Something else stands before it.
    Loose,
}

/// How the event that is named from a token on stands, and where the verb that governs it starts.
pub(crate) fn standing(context: &Context<'_, '_>, first: usize) -> (Standing, Option<usize>) {
    let start = context.sentence(first).start;
    let at = skip_auxiliaries(context, first, start);
    if at == start {
        return (Standing::Open, None);
    }
    match context.event_word_before(at) {
        // "Ban tổ chức đại hội" is a body.
        Some((EventRole::Hold, verb)) if is_end_of_body(context, verb, at) => (Standing::Mentioned, None),
        Some((
            EventRole::Hold | EventRole::Held | EventRole::Chair | EventRole::Attend | EventRole::Begin,
            verb,
        )) => {
            let governor = skip_auxiliaries(context, verb, start);
            match context.event_word_before(governor) {
                Some((EventRole::Plan, _)) => (Standing::Planned, Some(verb)),
                Some((EventRole::Boundary | EventRole::Mention, _)) => (Standing::Mentioned, Some(verb)),
                _ => (Standing::Told, Some(verb)),
            }
        }
        Some((EventRole::Plan, _)) => (Standing::Planned, None),
        Some((EventRole::At, _)) => (Standing::At, None),
        Some((EventRole::Mention | EventRole::Document | EventRole::Boundary, _)) => {
            (Standing::Mentioned, None)
        }
        Some((EventRole::On, _)) => (Standing::Open, None),
        _ if context.is_behind(at, WordRole::And) => (Standing::Coordinated, None),
        _ if matches!(context.token_text(at - 1), "," | ")" | ":" | ";" | "-" | "–" | "\"" | "“" | "+") => {
            (Standing::Open, None)
        }
        _ => (Standing::Loose, None),
    }
}

/// The token before which no "đã", "các", "thành công" stands.
pub(super) fn skip_auxiliaries(context: &Context<'_, '_>, token: usize, start: usize) -> usize {
    let mut at = token;
    // "đã cùng tổ chức thành công các": nobody heaps up more.
    for _ in 0..4 {
        match context.event_word_before(at) {
            Some((EventRole::Auxiliary, first)) if first >= start => at = first,
            _ => break,
        }
    }
    at
}

/// The head of the body that ends right before an event and its auxiliaries: "Văn phòng Chính phủ đã | họp báo".
pub(crate) fn doer(context: &Context<'_, '_>, first: usize) -> Option<Cue> {
    let end = skip_auxiliaries(context, first, context.sentence(first).start);
    context.cue_before(end, List::Organisation).filter(|body| !body.doubtful)
}

fn is_end_of_body(context: &Context<'_, '_>, verb: usize, end: usize) -> bool {
    context.cue_before(end, List::Organisation).is_some_and(|cue| (cue.first as usize) < verb)
}
