//! The status of counted indicators: what is said about them before the count or behind it, in their part of the sentence.

use super::Status;
use super::shape::{Reading, Shape, is_boundary, skip_adverbs, written_out};
use crate::data::{IndicatorRole, List, WordRole};
use crate::facts::Context;
use crate::scan::Cue;

/// The status of a count whose noun is written out.
///
/// "Hoàn thành 19/21 chỉ tiêu", "2 chỉ tiêu chưa đạt"; what is only wanted, "phấn đấu đạt 19/19 tiêu chí", is no status.
pub(super) fn of(context: &Context<'_, '_>, shape: &Shape) -> Option<Status> {
    let before = before(context, shape.start).filter(|_| !is_target(context, shape.start));
    let after = after(context, shape.clause);
    match (before, after) {
        (Some(_), Some(after)) if after.is_close && after.status != Status::Met => Some(after.status),
        (Some(before), _) => Some(before),
        (None, Some(after)) if after.status == Status::NotMet => Some(Status::NotMet),
        (None, Some(after)) => Some(after.status).filter(|_| !is_target(context, after.at)),
        (None, None) => None,
    }
}

/// Whether a count is the object of a status, reached or wanted: "phấn đấu đạt cả 19 tiêu chí".
pub(super) fn is_wanted(context: &Context<'_, '_>, shape: &Shape) -> bool {
    matches!(before(context, shape.start), Some(Status::Met | Status::Exceeded | Status::MetOrExceeded))
}

/// The status that stands right behind a count without a noun, and one past it: "12 vượt".
pub(super) fn right_behind(context: &Context<'_, '_>, end: usize) -> Option<(Status, usize)> {
    let at = skip_adverbs(context, end);
    let limit = context.right_from(end).end;
    told(context, at, limit)
}

struct After {
    status: Status,
    at: usize,
    /// Nothing but adverbs stand between.
    is_close: bool,
}

/// Looks right from the end of a count for what is said about it.
fn after(context: &Context<'_, '_>, first: usize) -> Option<After> {
    let limit = context.right_from(first).end;
    let close = skip_adverbs(context, first);
    let mut at = first;
    while at < limit {
        if context.is_mark(at, "(") {
            at = closing_bracket(context, at, limit)?;
            continue;
        }
        if let Some((status, _)) = told(context, at, limit) {
            return Some(After { status, at, is_close: at == close });
        }
        if stops(context, at) {
            return None;
        }
        if let Some(numeral) = context.numeral_at(at) {
            match written_out(context, numeral) {
                // "14/15 chỉ tiêu kinh tế và 8/8 chỉ tiêu xã hội đạt": what is said of the second is said of both.
                Some(Reading::Count(next)) if shares(context, at, &next) => at = next.clause,
                Some(_) => return None,
                None => at = numeral.end,
            }
            continue;
        }
        at = context.indicator_word_at(at).map_or(at + 1, |(_, _, end)| end);
    }
    None
}

fn shares(context: &Context<'_, '_>, at: usize, next: &Shape) -> bool {
    let joined = context.is_behind(at, WordRole::And);
    joined && next.total.is_some() && before(context, next.start).is_none()
}

/// What no status is looked for beyond.
fn stops(context: &Context<'_, '_>, at: usize) -> bool {
    let stop = match context.indicator_word_at(at).map(|(role, ..)| role) {
        Some(IndicatorRole::Pending | IndicatorRole::Noun | IndicatorRole::Quota) => true,
        // "4 chỉ tiêu đã phấn đấu nhưng không đạt".
        Some(IndicatorRole::Target) => {
            !matches!(context.indicator_word_before(at), Some((IndicatorRole::Actual, _)))
        }
        _ => false,
    };
    // "2 chỉ tiêu Quốc hội giao là tăng trưởng đạt 6% và …" goes on to name them.
    let names = matches!(context.word_at(at), Some((WordRole::OfWhich | WordRole::Copula, _)));
    stop || names || is_boundary(context, at)
}

/// The status that is told at a token, and one past it.
fn told(context: &Context<'_, '_>, at: usize, limit: usize) -> Option<(Status, usize)> {
    let (role, _, end) = context.indicator_word_at(at)?;
    if end > limit {
        return None;
    }
    match role {
        IndicatorRole::Met => Some(with_partner(context, Status::Met, end, limit)),
        IndicatorRole::Exceeded => Some(with_partner(context, Status::Exceeded, end, limit)),
        IndicatorRole::MetOrExceeded => Some((Status::MetOrExceeded, end)),
        IndicatorRole::NotMet => Some((Status::NotMet, end)),
        IndicatorRole::Negation => negated(context, end, limit).map(|end| (Status::NotMet, end)),
        _ => None,
    }
}

/// "chưa [thể] đạt", "khó hoàn thành": what is denied is being met.
fn negated(context: &Context<'_, '_>, mut at: usize, limit: usize) -> Option<usize> {
    while at < limit {
        match context.indicator_word_at(at)? {
            (
                IndicatorRole::Adverb
                | IndicatorRole::Actual
                | IndicatorRole::Estimate
                | IndicatorRole::Negation,
                _,
                end,
            ) => at = end,
            (IndicatorRole::Met | IndicatorRole::Held | IndicatorRole::Exceeded, _, end) => return Some(end),
            _ => return None,
        }
    }
    None
}

/// "đạt và vượt", "đạt, vượt kế hoạch", "hoàn thành và hoàn thành vượt mức"; but not "đạt, vượt 3 chỉ tiêu so với năm trước".
fn with_partner(context: &Context<'_, '_>, one: Status, end: usize, limit: usize) -> (Status, usize) {
    let joint = joint_at(context, end);
    let Some(other) = joint.map(|at| skip_adverbs(context, at)).filter(|at| *at < limit) else {
        return (one, end);
    };
    let partner = match context.indicator_word_at(other) {
        Some((IndicatorRole::Met, _, end)) => Some((Status::Met, end)),
        Some((IndicatorRole::Exceeded, _, end)) => Some((Status::Exceeded, end)),
        _ => None,
    };
    match partner {
        Some((other, end))
            if other != one && context.numeral_at(end).is_none_or(|n| is_percent(context, n.end)) =>
        {
            (Status::MetOrExceeded, end)
        }
        _ => (one, end),
    }
}

fn is_percent(context: &Context<'_, '_>, at: usize) -> bool {
    matches!(context.unit_at(at), Some((crate::data::UnitKind::Percent, _)))
}

/// Whether something joins two statuses here: "và", "hoặc", a comma, a slash, a hyphen.
fn joint_at(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    if context.is_mark(at, ",") || context.is_mark(at, "/") || context.is_dash(at) {
        let and = context.is_word(at + 1, WordRole::And);
        return Some(and.unwrap_or(at + 1));
    }
    context.is_word(at, WordRole::And).or_else(|| context.is_word(at, WordRole::Or))
}

/// Looks left from a count for a status that it is the object of: "hoàn thành và hoàn thành vượt mức 19 trong tổng số 20 chỉ
/// tiêu", "còn thiếu 3 tiêu chí", and "hoàn thành cả 19 tiêu chí và 75/75 chỉ tiêu" for the second count.
fn before(context: &Context<'_, '_>, start: usize) -> Option<Status> {
    let mut at = skip_back(context, share_before(context, start).unwrap_or(start));
    let mut found = status_before(context, at);
    if found.is_none()
        && let Some(first) = joined_count(context, at)
    {
        at = skip_back(context, first);
        found = status_before(context, at);
    }
    found
}

/// The start of the percentage before the bracket that a count opens: "hoàn thành | 100% (15/15) chỉ tiêu".
fn share_before(context: &Context<'_, '_>, start: usize) -> Option<usize> {
    let open = start.checked_sub(1).filter(|at| context.is_mark(*at, "("))?;
    let is_percent = |unit: &Cue| context.lists().units[unit.entry()].role.is_percent();
    let unit = context.cue_before(open, List::Unit).filter(is_percent)?;
    context.numeral_before(unit.first as usize).map(|numeral| numeral.first)
}

/// The status whose words end right before a token.
fn status_before(context: &Context<'_, '_>, at: usize) -> Option<Status> {
    let (role, first) =
        context.indicator_word_before(at).filter(|(_, first)| context.left_of(at).contains(first))?;
    let one = match role {
        IndicatorRole::NotMet | IndicatorRole::Missing => return Some(Status::NotMet),
        IndicatorRole::MetOrExceeded => return Some(Status::MetOrExceeded),
        IndicatorRole::Met | IndicatorRole::Held => Status::Met,
        IndicatorRole::Exceeded => Status::Exceeded,
        _ => return None,
    };
    let left = skip_back(context, first);
    match context.indicator_word_before(left) {
        Some((IndicatorRole::Negation, _)) => return Some(Status::NotMet),
        Some((IndicatorRole::NotMet, _)) => return Some(Status::NotMet),
        _ => {}
    }
    let partner = joint_before(context, first)
        .and_then(|at| context.indicator_word_before(at))
        .is_some_and(|(role, _)| matches!(role, IndicatorRole::Met | IndicatorRole::Exceeded));
    Some(if partner { Status::MetOrExceeded } else { one })
}

/// The start of what joins two statuses right before a token.
fn joint_before(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let word = context.word_before(at).filter(|(role, _)| matches!(role, WordRole::And | WordRole::Or));
    let at = word.map_or(at, |(_, first)| first);
    let before = at.checked_sub(1)?;
    let mark = context.is_mark(before, ",") || context.is_mark(before, "/") || context.is_dash(before);
    if mark { Some(before) } else { word.map(|(_, first)| first) }
}

/// The start of the count that a count is joined to: of "19 tiêu chí" in "cả 19 tiêu chí và 75/75 chỉ tiêu".
fn joined_count(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let joint = joint_before(context, at)?;
    let left = context.left_of(joint);
    let mut found = left.rev().take(12).filter_map(|at| context.numeral_at(at));
    let numeral = found.next().filter(|numeral| numeral.end < joint)?;
    // The number before may itself be a total: "19/19 tiêu chí và 75/75 chỉ tiêu".
    let slash = numeral.first.checked_sub(1).filter(|at| context.is_mark(*at, "/"));
    let numeral = slash.and_then(|slash| context.numeral_before(slash)).unwrap_or(numeral);
    match written_out(context, numeral)? {
        Reading::Count(shape) if shape.clause == joint => Some(shape.start),
        _ => None,
    }
}

/// The start of the adverbs, comparators and "cả" that stand right before a token.
fn skip_back(context: &Context<'_, '_>, mut at: usize) -> usize {
    loop {
        let adverb = context.indicator_word_before(at);
        let word = context.word_before(at);
        at = match (adverb, word) {
            (Some((IndicatorRole::Adverb | IndicatorRole::Actual | IndicatorRole::Estimate, first)), _) => {
                first
            }
            // "vượt mức" is a status here, though it bounds a number elsewhere.
            (Some((IndicatorRole::Exceeded, _)), _) => return at,
            (_, Some((WordRole::All | WordRole::Plural, first))) => first,
            _ => match context.comparator_before(at) {
                Some((_, first)) => first,
                None => return at,
            },
        };
    }
}

/// Whether what stands at a token is only wanted: "phấn đấu", "để", or a sentence that opens with "Mục tiêu", unless a later
/// word says that it is reached ("đã", "đến nay").
pub(crate) fn is_target(context: &Context<'_, '_>, at: usize) -> bool {
    let left = context.left_of(at);
    let opens = left.clone().rev().find(|at| context.is_mark(*at, ";")).map_or(left.start, |at| at + 1);
    let mut target = opens_with_heading(context, at);
    let mut reached_until = None;
    let mut here = opens;
    while here < at {
        let Some((role, _, end)) = context.indicator_word_at(here) else {
            here += 1;
            continue;
        };
        match role {
            IndicatorRole::Actual | IndicatorRole::Estimate => (target, reached_until) = (false, Some(end)),
            // "đã phấn đấu": wanted and reached.
            IndicatorRole::Target if reached_until != Some(here) => target = true,
            _ => {}
        }
        here = end;
    }
    target
}

fn opens_with_heading(context: &Context<'_, '_>, at: usize) -> bool {
    let first = context.sentence(at).start;
    // A bullet or a number may stand before it: "- Mục tiêu", "2. Mục tiêu".
    (first..first + 3)
        .any(|at| context.indicator_word_at(at).is_some_and(|(role, ..)| role == IndicatorRole::Heading))
}

/// One past the bracket that closes the one at `at`.
pub(crate) fn closing_bracket(context: &Context<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    (at + 1..limit).find(|at| context.is_mark(*at, ")")).map(|at| at + 1)
}
