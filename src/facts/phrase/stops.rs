//! What ends the name of a body: a verb, a function word, a title, an honorific, a level, another body.

use super::honorific_at;
use super::name_parts::stop_at;
use super::place::level_at;
use crate::data::{DateRole, List, OfficeRole, WordRole};
use crate::facts::Context;
use crate::scan::{ListSet, only};
use crate::segment::TokenKind;

/// The lists whose words may end the name of a body.
const MAY_STOP: ListSet = only(List::NameStop)
    | only(List::Word)
    | only(List::Date)
    | only(List::Office)
    | only(List::Position)
    | only(List::Honorific)
    | only(List::Level)
    | only(List::Organisation);

/// Whether a name ends before a token: a verb, a function word, a title, an honorific, a level, another body.
pub(super) fn stops(context: &Context<'_, '_>, at: usize) -> bool {
    let capitalized = context.tokens[at].is_capitalized();
    let may_stop = context.cues.may_start_any(at, MAY_STOP);
    // A lost space: "huyện Sơn HạTại hội nghị", but "HĐQT VietJet".
    let is_word = |at: usize| context.tokens[at].kind() == TokenKind::Word;
    if context.is_glued(at) && is_word(at) && is_word(at - 1) {
        let foreign = |at: usize| context.token_text(at).is_ascii();
        return may_stop || !foreign(at - 1) || !foreign(at);
    }
    // "dự báo", "phòng, chống": words that hold a stop.
    if !may_stop || matches!(context.office_word_at(at), Some((OfficeRole::None, _))) {
        return false;
    }
    if stop_at(context, at, "body").is_some_and(|cue| !capitalized || cue.end() > at + 1) {
        return true;
    }
    if context.word_at(at).is_some_and(|(role, _)| role != WordRole::And && role != WordRole::All)
        && !capitalized
    {
        return true;
    }
    if !capitalized && is_date_word(context, at) || ends_at_office_word(context, at) {
        return true;
    }
    if context.cue(at, List::Position).is_some_and(|cue| !cue.doubtful && cue.end() > at + 1) {
        return true;
    }
    if honorific_at(context, at).is_some_and(|honorific| !capitalized || honorific.end > at + 1) {
        return true;
    }
    // A level counts where a name or the end follows: "Trung tâm Y tế huyện", but "Hội đồng nhân dân xã hội".
    if level_at(context, at).is_some_and(|(level, cue)| {
        let is_word = !capitalized || cue.end() > at + 1 && !level.is("foreign");
        !level.is("region") && !cue.doubtful && is_word && level_stands(context, cue.end())
    }) {
        return true;
    }
    context.organisation_at(at).is_some_and(|(head, cue)| {
        let several =
            cue.end() > at + 1 || context.tokens[at].is_all_caps() && context.token_text(at).len() > 2;
        capitalized && several && !matches!(&*head.kind, "portfolio" | "collective" | "international")
    })
}

/// Whether a date begins there: "sáng 5/3", "ngày", but not "đầu" in "đầu tư".
fn is_date_word(context: &Context<'_, '_>, at: usize) -> bool {
    context.date_word_at(at).is_some_and(|(role, ..)| {
        matches!(role, DateRole::Day | DateRole::PartOfDay | DateRole::Relative | DateRole::Weekday)
    })
}

fn ends_at_office_word(context: &Context<'_, '_>, at: usize) -> bool {
    use OfficeRole::{Agent, At, Concerns, Is, Leaves, Made, Replaces, TakesUp, Tenure, Term};
    let small = !context.tokens[at].is_capitalized();
    context.office_word_at(at).is_some_and(|(role, _)| {
        small
            && matches!(role, Agent | At | Concerns | Is | Leaves | Replaces | TakesUp | Made | Term | Tenure)
    })
}

fn level_stands(context: &Context<'_, '_>, after: usize) -> bool {
    context.tokens.get(after).is_none_or(|token| {
        token.is_capitalized()
            || token.kind() != TokenKind::Word
            || token.is_line_start()
            || stops_small(context, after)
    })
}

fn stops_small(context: &Context<'_, '_>, at: usize) -> bool {
    // "Ban Chỉ đạo phòng, chống thiên tai tỉnh | nhiệm kỳ 2020-2025"
    let is_tenure = matches!(context.office_word_at(at), Some((OfficeRole::Term | OfficeRole::Tenure, _)));
    stop_at(context, at, "body").is_some() || context.word_at(at).is_some() || is_tenure
}
