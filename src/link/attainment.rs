//! Attainment: how much of the plan a group of indicators reached, from the percentage that says it.
//!
//! "13 chỉ tiêu đạt trên 90% kế hoạch" is a count and a percentage; that the one says how the other stands is this link.

use crate::Decimal;
use crate::data::{IndicatorRole, WordRole};
use crate::facts::indicator::{Attainment, IndicatorCount, Status, closing_bracket, is_boundary, is_target};
use crate::facts::{Context, FactData, Output};
use crate::value::Comparator;

/// Gives every count the attainment that is said right behind it, and the status that follows from it.
pub(super) fn link(context: &Context<'_, '_>, output: &mut Output<'_>) {
    for i in 0..output.len() {
        let FactData::IndicatorCount(count) = &output[i].fact.data else { continue };
        if !matches!(count.status, None | Some(Status::Met)) {
            continue;
        }
        let Some(attainment) = attainment(context, output, i) else { continue };
        // Nobody wants less than a share of the plan: "đề nghị làm rõ 4 chỉ tiêu đạt dưới 50%" tells a result.
        let wanted = attainment.comparator != Some(Comparator::Under) && is_target(context, output[i].first);
        if wanted || restates_the_count(count, attainment) {
            continue;
        }
        let FactData::IndicatorCount(count) = &mut output[i].fact.data else { continue };
        count.status = Some(status(attainment));
        count.attainment = Some(attainment);
    }
}

/// "23/26 chỉ tiêu đạt 88,5%" says what 23 of 26 is, not how much of the plan was reached.
fn restates_the_count(count: &IndicatorCount<'_>, attainment: Attainment) -> bool {
    let bare = attainment.comparator.is_none() && attainment.max.is_none();
    bare && count.total.is_some_and(|total| super::ratio::agrees(count.count, total, attainment.value))
}

/// Less than the plan is `partial`; the plan itself is met, and more than it exceeded.
fn status(attainment: Attainment) -> Status {
    let plan = Decimal::from(100);
    match attainment.comparator {
        _ if attainment.value < plan => Status::Partial,
        Some(Comparator::Under | Comparator::Nearly) => Status::Partial,
        Some(Comparator::Over) => Status::Exceeded,
        Some(Comparator::AtLeast) => Status::MetOrExceeded,
        _ if attainment.value > plan => Status::Exceeded,
        _ => Status::Met,
    }
}

/// The percentage that is said of a count: behind "đạt", or with nothing but adverbs between ("2 chỉ tiêu còn lại dưới 20%").
fn attainment(context: &Context<'_, '_>, output: &Output<'_>, i: usize) -> Option<Attainment> {
    let FactData::IndicatorCount(count) = &output[i].fact.data else { return None };
    let limit = context.right_from(output[i].end).end;
    let mut at = output[i].end;
    // A count without a noun ends with its status: "13 đạt".
    let mut is_close = true;
    let mut behind_status = count.noun.is_none();
    while at < limit {
        if context.is_mark(at, "(") && !behind_status {
            at = closing_bracket(context, at, limit)?;
            continue;
        }
        if is_close && let Some(found) = percentage(context, output, i, at, limit) {
            return Some(found);
        }
        if is_boundary(context, at)
            || matches!(context.word_at(at), Some((WordRole::OfWhich | WordRole::Copula, _)))
        {
            return None;
        }
        let word = context.indicator_word_at(at);
        // "chưa đến 60%" bounds a number, "chưa đạt" denies.
        let bound = between(context, at);
        at = match word {
            Some((IndicatorRole::Met, _, end)) if !behind_status => {
                (behind_status, is_close) = (true, true);
                end
            }
            Some((IndicatorRole::Adverb | IndicatorRole::Actual | IndicatorRole::Estimate, _, end)) => end,
            Some((IndicatorRole::About | IndicatorRole::Qualifier, _, end)) if !behind_status => end,
            _ if bound.is_some() && behind_status => bound?,
            Some((
                IndicatorRole::Exceeded
                | IndicatorRole::MetOrExceeded
                | IndicatorRole::NotMet
                | IndicatorRole::Negation
                | IndicatorRole::Target
                | IndicatorRole::Pending
                | IndicatorRole::Noun,
                ..,
            )) => return None,
            _ if behind_status => return None,
            _ => {
                is_close &= bound.is_some();
                bound.unwrap_or(at + 1)
            }
        };
    }
    None
}

/// What may stand between "đạt" and its number: "từ", "bằng", a comparator.
fn between(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let word = context.word_at(at).filter(|(role, _)| {
        matches!(
            role,
            WordRole::From | WordRole::Equals | WordRole::To | WordRole::Through | WordRole::Copula
        )
    });
    let before =
        || (at + 1..at + 5).find(|end| context.comparator_before(*end).is_some_and(|(_, first)| first == at));
    word.map(|(_, end)| end).or_else(before)
}

/// The attainment that is written at a token.
fn percentage(
    context: &Context<'_, '_>,
    output: &Output<'_>,
    from: usize,
    at: usize,
    limit: usize,
) -> Option<Attainment> {
    if let Some((IndicatorRole::Share, value, _)) = context.indicator_word_at(at) {
        let comparator = context.comparator_before(at).map(|(comparator, _)| comparator);
        return Some(Attainment { value: value.parse().ok()?, max: None, comparator, fact: None });
    }
    let (index, draft) = starting_at(output, from, at)?;
    let FactData::Percentage(found) = &draft.fact.data else { return None };
    if found.change.is_some() || draft.end > limit {
        return None;
    }
    let mut attainment = Attainment {
        value: found.value,
        max: found.max,
        comparator: found.comparator.or_else(|| or_more(context, at, draft.end)),
        fact: Some(index),
    };
    if attainment.max.is_none() {
        attainment.max = upper_end(context, output, index, draft.end);
    }
    if attainment.max.is_some() {
        attainment.comparator = None;
    }
    Some(attainment)
}

/// The fact behind another that starts at a token or, with its comparator, a little before it.
fn starting_at<'o, 't>(
    output: &'o Output<'t>,
    from: usize,
    at: usize,
) -> Option<(usize, &'o crate::facts::Draft<'t>)> {
    let behind = output.iter().enumerate().skip(from + 1);
    let mut near = behind.take_while(|(_, draft)| draft.first <= at);
    near.find(|(_, draft)| {
        draft.first <= at && at < draft.end && matches!(draft.fact.data, FactData::Percentage(_))
    })
}

/// "từ 25% kế hoạch trở lên": the words that bound the number may stand behind its base.
fn or_more(context: &Context<'_, '_>, at: usize, end: usize) -> Option<Comparator> {
    context.word_before(at).filter(|(role, _)| *role == WordRole::From)?;
    (end..context.right_from(end).end.min(end + 6))
        .take_while(|at| !is_boundary(context, *at))
        .find_map(|at| context.comparator_after(at).map(|(comparator, _)| comparator))
}

/// The upper end of "từ 50% đến dưới 80%" where it was read as a percentage of its own.
fn upper_end(context: &Context<'_, '_>, output: &Output<'_>, index: usize, end: usize) -> Option<Decimal> {
    let mut at = context.is_word(end, WordRole::To)?;
    if let Some(after) = between(context, at) {
        at = after;
    }
    let (_, draft) = starting_at(output, index, at)?;
    match &draft.fact.data {
        FactData::Percentage(upper) if upper.max.is_none() => Some(upper.value),
        _ => None,
    }
}
