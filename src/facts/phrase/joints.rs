//! What joins the words in the name of a body: marks, "và", enumerations, and what they may not lead to.

use super::Manner;
use super::body::has_divisions;
use super::honorific_at;
use super::own_name::{MOST_SMALL, starts_person};
use super::stops::stops;
use crate::data::{List, WordRole};
use crate::facts::Context;
use crate::segment::TokenKind;

/// Past a mark or conjunction inside a name: "Đường bộ - Đường sắt", "GD,KH&CN", "Đào tạo và Sát hạch".
pub(super) fn joins(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let token = context.tokens.get(next)?;
    let acronym = token.is_all_caps() && context.is_glued(next);
    match context.token_text(at) {
        "," | "&" | "/" if acronym && context.is_glued(at) => Some(next),
        // "L'Heritas"
        "'" | "’" if context.is_glued(at) && context.is_glued(next) && token.is_capitalized() => Some(next),
        "-" | "–" | "—" | "&" => goes_on(context, next).then_some(next),
        "," => (goes_on(context, next) && enumerates(context, next)).then_some(next),
        _ => None,
    }
}

/// Whether a capitalised word after a mark or conjunction is still the same name.
pub(super) fn goes_on(context: &Context<'_, '_>, at: usize) -> bool {
    context.tokens.get(at).is_some_and(|token| token.is_capitalized() && !token.is_line_start())
        && !stops(context, at)
        && context.cue(at, List::Position).is_none_or(|cue| cue.doubtful)
        && honorific_at(context, at).is_none()
        && !starts_person(context, at)
}

/// Whether small words behind "và" may belong to a name in small letters, and are no other body.
pub(super) fn goes_on_small(context: &Context<'_, '_>, at: usize) -> bool {
    context.tokens.get(at).is_some_and(|token| token.is_small_word() && !token.is_line_start())
        && !stops(context, at)
        && context.organisation_at(at).is_none()
}

/// Whether small words stand behind "và", and right behind them a person: "Cục trưởng Cục Quản lý nhà đất và thị trường BĐS Lê Văn An".
pub(super) fn leads_to_person(context: &Context<'_, '_>, at: usize, manner: Manner) -> bool {
    let is_small = |at: &usize| {
        context.tokens.get(*at).is_some_and(|token| {
            let capitalized = token.is_capitalized() && !token.is_all_caps();
            token.kind() == TokenKind::Word && !capitalized && !token.is_line_start()
        }) && !stops(context, *at)
    };
    let end = (at..at + MOST_SMALL).take_while(is_small).last().map_or(at, |last| last + 1);
    end > at && !manner.apposition && context.sentence(at).end > end && starts_person(context, end)
}

/// Whether a field of trade in small letters stands behind "và", and right behind it what is called so: "Công ty Thương mại vận tải và | du lịch Xuyên
/// Việt".
pub(super) fn leads_to_name(context: &Context<'_, '_>, at: usize) -> bool {
    let is_small =
        context.tokens.get(at).is_some_and(|token| token.is_small_word() && !token.is_line_start());
    let Some((_, field)) =
        context.organisation_at(at).filter(|(head, _)| is_small && &*head.kind == "portfolio")
    else {
        return false;
    };
    let end = field.end();
    context.sentence(at).end > end && context.tokens[end].is_capitalized() && goes_on(context, end)
}

/// Whether small words stand behind "và", and behind their comma the body above: "Phòng Giám sát ngộ độc thực phẩm và | thông tin truyền thông, Sở
/// Y tế".
pub(super) fn leads_to_whole(context: &Context<'_, '_>, after: usize) -> bool {
    let limit = context.right_from(after).end.min(after + MOST_SMALL);
    // "thông tin | truyền thông"
    let field_end = |at: usize| {
        let (head, cue) = context.organisation_at(at)?;
        (&*head.kind == "portfolio").then_some(cue.end())
    };
    let next = |at: usize| field_end(at).or_else(|| goes_on_small(context, at).then_some(at + 1));
    let mut end = after;
    while end < limit
        && let Some(word_end) = next(end)
    {
        end = word_end;
    }
    let is_whole = || {
        let above = context.organisation_at(end + 1).filter(|(_, cue)| !cue.doubtful);
        above.is_some_and(|(head, _)| has_divisions(&head.kind)) && context.tokens[end + 1].is_capitalized()
    };
    end > after + 1 && context.is_mark(end, ",") && end + 1 < context.sentence(end).end && is_whole()
}

/// Whether an enumeration inside a name goes on to its "và": "Khoa học, Công nghệ và Môi trường".
pub(super) fn enumerates(context: &Context<'_, '_>, at: usize) -> bool {
    let mut next = at;
    let limit = context.right_from(at).end.min(at + 8);
    while next < limit {
        if let Some(end) = context.is_word(next, WordRole::And) {
            return goes_on(context, end);
        }
        let token = &context.tokens[next];
        if token.kind() == TokenKind::Mark && !context.is_mark(next, ",") || next > at && stops(context, next)
        {
            return false;
        }
        next += 1;
    }
    false
}
