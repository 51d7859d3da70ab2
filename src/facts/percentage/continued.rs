//! The direction of a percentage that says none itself, from the one before it.

use std::ops::Range;

use super::Percentage;
use crate::data::{DateRole, DirectionRole, List, PhraseRole, WordRole};
use crate::facts::bounds::Bound;
use crate::facts::direction::Direction;
use crate::facts::rate::{self, Nouns};
use crate::facts::{Context, FactData, Output};
use crate::segment::TokenKind;

/// The direction of the percentage before, whose base ends where "và" leads to this one ("tăng 18% so với tháng 2 và 16% so với cùng
/// kỳ"), or behind which only another time is said ("tăng trưởng quý II là 8,2%, quý III và quý IV lần lượt là 8,3% và 8,4%") or
/// something else that is compared ("xuất khẩu tăng 10,6%, nhập khẩu 17% so với cùng kỳ"), or somebody else is named, each with a bracket
/// ("Hà Nam (tăng 40,2%), Phú Thọ (40,7%)"), or another part with no verb of its own ("nông nghiệp tăng 3,2%, công nghiệp 9,8%"), or which has
/// the same bound ("cắt giảm ít nhất 30% thời gian, ít nhất 30% chi phí").
pub(super) fn direction(
    context: &Context<'_, '_>,
    opening: Bound,
    end: usize,
    output: &Output<'_>,
) -> Option<Direction> {
    let first = opening.first;
    // Dates inside its base may have been read since.
    let (before_end, before) = output.iter().rev().take(3).find_map(|draft| match &draft.fact.data {
        FactData::Percentage(percentage) => Some((draft.end, percentage)),
        _ => None,
    })?;
    let is_next = || {
        let Some((WordRole::And, and)) = context.word_before(first) else { return false };
        let base_end = before.of.as_ref().map(|base| base.span.end);
        and > 0 && base_end == Some(context.span(and - 1..and).end)
    };
    let is_compared =
        || context.is_word(end, WordRole::Compared).is_some() && names_another(context, before_end..first);
    let holds = is_next()
        || tells_another_time(context, before_end..first)
        || is_compared()
        || is_listed_in_brackets(context, before_end..first, end)
        || is_compared_in_brackets(context, before_end..first, end)
        || is_elided(context, before_end..first, end) && is_as_large(context, before, first..end)
        || opening.comparator.is_some()
            && opening.comparator == before.comparator
            && is_bounded_alike(context, before, before_end..first);
    before.change.filter(|_| holds).map(Direction::Change)
}

/// No more tokens name what else has risen: ", nhập khẩu hàng tiêu dùng".
const LONGEST_SUBJECT: usize = 8;

/// Whether nothing stands in a run of tokens but a comma and a noun, with no verb of change and no number.
fn names_another(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let names = |at: usize| {
        context.tokens[at].kind() == TokenKind::Word
            && context.direction_at(at).is_none()
            && !context.cues.may_be_number(at)
    };
    (2..=LONGEST_SUBJECT).contains(&tokens.len())
        && context.is_mark(tokens.start, ",")
        && (tokens.start + 1..tokens.end).all(names)
}

/// Whether nothing stands in a run of tokens but the end of a bracket, a name or a time, and the start of another bracket, in which the next number
/// stands alone up to `end`.
fn is_listed_in_brackets(context: &Context<'_, '_>, tokens: Range<usize>, end: usize) -> bool {
    if !(4..=LONGEST_SUBJECT + 2).contains(&tokens.len()) || !context.is_mark(end, ")") {
        return false;
    }
    let (close, joint, open) = (tokens.start, tokens.start + 1, tokens.end - 1);
    let comma = context.is_mark(joint, ",").then_some(joint + 1);
    let Some(name) = comma.or_else(|| context.is_word(joint, WordRole::And)) else { return false };
    let is_named = |at: usize| context.tokens[at].is_capitalized() || context.is_dash(at);
    let lists = (name..open).all(is_named) || says_when(context, name..open);
    context.is_mark(close, ")") && context.is_mark(open, "(") && name < open && lists
}

/// Whether nothing stands in a run of tokens but what the percentage before is compared with, another time, and the start of a bracket in which
/// the next number stands alone: "tăng 7,4%, thấp hơn quý I (7,5%)".
fn is_compared_in_brackets(context: &Context<'_, '_>, tokens: Range<usize>, end: usize) -> bool {
    if !(3..=LONGEST_TIME).contains(&tokens.len()) || !context.is_mark(end, ")") {
        return false;
    }
    let start = tokens.start + usize::from(context.is_mark(tokens.start, ","));
    let open = tokens.end - 1;
    let compared = match context.direction_at(start) {
        Some((DirectionRole::More | DirectionRole::Less, end)) => Some(end),
        _ => context.is_word(start, WordRole::Compared),
    };
    let time = compared.map(|start| context.is_word(start, WordRole::Compared).unwrap_or(start));
    context.is_mark(open, "(") && time.is_some_and(|time| time < open && says_when(context, time..open))
}

/// Whether a run of tokens says nothing but when: "quý I", "cùng kỳ năm trước", "tháng 5/2023".
fn says_when(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let mut at = tokens.start;
    while at < tokens.end {
        let target = context.phrase_word_at(at).filter(|(role, _)| *role == PhraseRole::Target);
        at = match (context.date_word_at(at), target) {
            (_, Some((_, end))) => end,
            (Some((role, _, end)), _) if role.is_calendar() => end,
            _ if at > tokens.start && (context.is_digits(at) || context.roman(at).is_some()) => at + 1,
            _ if at > tokens.start && context.is_mark(at, "/") => at + 1,
            _ => return false,
        };
    }
    !tokens.is_empty()
}

/// No more tokens name a part of what has risen: ", công nghiệp và xây dựng".
const LONGEST_PART: usize = 7;

/// Whether nothing stands in a run of tokens but a comma and a noun, and behind the next number up to `end` nothing but a mark, so that the verb
/// is that of the number before: "nông nghiệp tăng 3,2%, công nghiệp 9,8%, dịch vụ 6,1%"; the noun is no rate, whose level it would be.
fn is_elided(context: &Context<'_, '_>, tokens: Range<usize>, end: usize) -> bool {
    if !(2..=LONGEST_PART).contains(&tokens.len()) || !context.is_mark(tokens.start, ",") {
        return false;
    }
    let noun = tokens.start + 1..tokens.end;
    let role = |at: usize| context.phrase_word_at(at).map(|(role, _)| role);
    // "còn lại" begins another statement, "xây dựng" is a field of work.
    let is_rate = |at: usize| match role(at) {
        Some(PhraseRole::Rate | PhraseRole::Target) => true,
        Some(PhraseRole::End | PhraseRole::About) => at == noun.start,
        _ => false,
    };
    let names = |at: usize| {
        let joins = context.is_dash(at) || context.is_word(at, WordRole::And).is_some();
        let is_noun = context.tokens[at].kind() == TokenKind::Word
            && context.word_at(at).is_none()
            && context.direction_at(at).is_none()
            && context.date_word_at(at).is_none()
            && context.cue(at, List::Comparator).is_none()
            && !context.cues.may_be_number(at)
            && !is_rate(at);
        is_noun || joins && at > noun.start
    };
    let closes = context.is_wall(end) && !context.is_mark(end, "(")
        || context.tokens.get(end).is_none_or(|next| next.is_line_start());
    closes && noun.clone().all(names)
}

/// Parts of one whole seldom grow so many times faster than each other: "GDP tăng 6%, nợ 60%" says what the debt is.
const MOST_TIMES: u64 = 5;

/// Whether the percentage in a run of tokens is about as large as the one before.
fn is_as_large(context: &Context<'_, '_>, before: &Percentage<'_>, mut tokens: Range<usize>) -> bool {
    let Some(numeral) = tokens.find_map(|at| context.numeral_at(at)) else { return false };
    before.max.unwrap_or(before.value).reaches(numeral.value, MOST_TIMES)
        && numeral.value.reaches(before.value, MOST_TIMES)
}

/// What has changed as the percentage before is named by no more tokens: "thời gian giải quyết, chi phí tuân thủ thủ tục hành chính,".
const LONGEST_ALIKE: usize = 16;

/// Whether nothing stands in a run of tokens but the base of the percentage before, and a comma or "và": "cắt giảm ít nhất 30% thời gian
/// giải quyết, ít nhất 30% chi phí".
fn is_bounded_alike(context: &Context<'_, '_>, before: &Percentage<'_>, tokens: Range<usize>) -> bool {
    let is_noun = |at: usize| {
        context.tokens[at].kind() == TokenKind::Word && context.direction_at(at).is_none()
            || context.is_mark(at, ",")
            || context.is_dash(at)
    };
    let joins = || {
        let last = tokens.end - 1;
        context.is_mark(last, ",") || context.is_behind(tokens.end, WordRole::And)
    };
    before.of.is_some()
        && (2..=LONGEST_ALIKE).contains(&tokens.len())
        && tokens.clone().all(|at| is_noun(at) && !context.cues.may_be_number(at))
        && joins()
}

/// No more tokens say when: ", quý III và quý IV lần lượt là", "/năm trong giai đoạn 2026-2030,".
const LONGEST_TIME: usize = 12;

/// Whether nothing stands in a run of tokens but a comma, a rate, calendar words with their numbers, and "lần lượt là".
fn tells_another_time(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let mut at = tokens.start;
    let (mut is_dated, mut commas) = (false, 0);
    if tokens.is_empty() || tokens.len() > LONGEST_TIME {
        return false;
    }
    if context.is_mark(at, "/") {
        at = rate::after(context, at, Nouns::Listed).map_or(at, |(_, end)| end);
    }
    while at < tokens.end {
        at = match (context.date_word_at(at), context.word_at(at), context.numeral_at(at)) {
            _ if context.is_mark(at, ",") => {
                commas += 1;
                at + 1
            }
            (Some((role, _, end)), ..) if role.is_calendar() || role == DateRole::SpanOfYears => {
                is_dated = true;
                end
            }
            // "giảm 2,2% tuần này và 1,9% trong tháng 5"
            (_, Some((WordRole::And, end)), _) if end == tokens.end => return is_dated && commas == 0,
            (
                _,
                Some((WordRole::And | WordRole::Respectively | WordRole::Copula | WordRole::OutOf, end)),
                _,
            ) => end,
            (.., Some(numeral)) if is_dated => numeral.end,
            _ if is_dated && (context.roman(at).is_some() || context.is_dash(at)) => at + 1,
            _ => return false,
        };
    }
    is_dated && commas == 1
}
