//! Sums against their parts: "thu 58.240 triệu đồng, trong đó thu nội địa 24.100 triệu, …".

use std::ops::Range;

use super::{error, sum_against};
use crate::Decimal;
use crate::data::{MoneyRole, WordRole};
use crate::facts::amount::Amount;
use crate::facts::finding::{Check, Finding};
use crate::facts::{Context, Draft, FactData, Output};
use crate::value::SumRole;

/// Parts that are rounded may miss their whole by a little: an hundredth of it is no rounding any more.
const SLACK: u64 = 100;

/// Parts that are more than the whole by more than half of it are no parts of it.
const MOST_EXCESS: u64 = 2;

/// A whole is looked for among this many sums before its parts.
const MOST_SUMS: usize = 12;

pub(super) fn check(context: &Context<'_, '_>, output: &Output<'_>, found: &mut Vec<Finding>) {
    for i in 0..output.len() {
        if !opens_list(context, output, i) {
            continue;
        }
        // The first sum behind each "trong đó" or "gồm" opens its list.
        let Some((marker, says_all)) = marker_before(context, output, i) else { continue };
        let Some(whole) = whole(context, output, marker.clone(), i) else { continue };
        let parts = parts(context, output, whole, i);
        found.extend(check_parts(output, whole, &parts, says_all));
    }
}

fn amount<'o, 't>(output: &'o Output<'t>, i: usize) -> Option<&'o Amount<'t>> {
    match &output[i].fact.data {
        FactData::Amount(amount) => Some(amount),
        _ => None,
    }
}

/// Whether a sum can be a whole or a part: no change, no rate, no bound.
fn is_plain(amount: &Amount<'_>) -> bool {
    amount.change.is_none() && amount.per.is_none() && amount.max.is_none() && amount.comparator.is_none()
}

/// Whether a sum may be the first of several parts: another follows in its sentence, and one that they may be parts of is before it.
fn opens_list(context: &Context<'_, '_>, output: &Output<'_>, i: usize) -> bool {
    let is_sum = |draft: &Draft<'_>| matches!(draft.fact.data, FactData::Amount(_));
    if !is_sum(&output[i]) {
        return false;
    }
    let limit = context.right_from(output[i].first).end;
    let sentence = output[i].fact.sentence;
    output[i + 1..].iter().take_while(|draft| draft.first < limit).any(is_sum)
        && output[..i].iter().rev().take_while(|draft| draft.fact.sentence + 1 >= sentence).any(is_sum)
}

/// The word before a sum that opens a list of parts, no other sum between, and whether it opens all of them ("gồm").
fn marker_before(context: &Context<'_, '_>, output: &Output<'_>, i: usize) -> Option<(Range<usize>, bool)> {
    amount(output, i)?;
    let first = output[i].first;
    let previous = output[..i].iter().rev().find(|draft| matches!(draft.fact.data, FactData::Amount(_)));
    let left = context.left_of(first).start.max(previous.map_or(0, |draft| draft.end));
    for at in (left..first).rev() {
        match context.word_at(at) {
            Some((WordRole::OfWhich, end)) => return Some((at..end, false)),
            Some((WordRole::Consists, end)) => return Some((at..end, true)),
            _ if matches!(context.mark(at), Some(';' | '(' | ')')) => return None,
            _ => {}
        }
    }
    None
}

/// The sum that is divided: the last before the marker; "trong các khoản thu" asks for a sum of that kind.
fn whole(context: &Context<'_, '_>, output: &Output<'_>, marker: Range<usize>, i: usize) -> Option<usize> {
    let sentence = output[i].fact.sentence;
    let named = match context.money_word_at(marker.end) {
        Some((MoneyRole::Sum(role), end)) if context.is_mark(end, ":") => Some(role),
        _ => None,
    };
    let near = |j: &usize| output[*j].fact.sentence + 1 >= sentence;
    let before: Vec<usize> =
        (0..i).rev().take_while(near).filter(|j| amount(output, *j).is_some()).take(MOST_SUMS).collect();
    let mut sums = before.iter().copied().filter(|j| amount(output, *j).is_some_and(is_plain));
    let opens_sentence = context.sentence(marker.start).start == marker.start;
    let found = match named {
        Some(role) => sums.find(|j| amount(output, *j).is_some_and(|sum| sum.role == Some(role)))?,
        None => sums.next()?,
    };
    if output[found].fact.sentence == sentence {
        return Some(found);
    }
    // Another sentence with several sums leaves open which of them is divided.
    let alone = before
        .iter()
        .filter(|j| **j != found && output[**j].fact.sentence == output[found].fact.sentence)
        .all(|j| amount(output, *j).is_none_or(|sum| sum.change.is_some()));
    (opens_sentence && (named.is_some() || alone)).then_some(found)
}

/// The sums of the list that starts with `first`, to the end of its part of the sentence.
fn parts(context: &Context<'_, '_>, output: &Output<'_>, whole: usize, first: usize) -> Vec<usize> {
    let limit = context.right_from(output[first].first).end;
    let mut parts: Vec<usize> = Vec::new();
    for (j, draft) in output.iter().enumerate().skip(first).take_while(|(_, draft)| draft.first < limit) {
        let FactData::Amount(sum) = &draft.fact.data else { continue };
        if let Some(last) = parts.last() {
            let between = output[*last].end..draft.first;
            if between.clone().any(|at| ends_list(context, at)) {
                break;
            }
            // "trong đó 3 tỷ (dự toán 4 tỷ)": the second is said of the first.
            if between.clone().any(|at| context.is_mark(at, "(")) {
                return Vec::new();
            }
        }
        if !is_plain(sum) || !is_part(amount(output, whole), sum) {
            return Vec::new();
        }
        parts.push(j);
    }
    parts
}

fn ends_list(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_mark(at, ";")
        || matches!(context.word_at(at), Some((WordRole::OfWhich | WordRole::Consists, _)))
        || matches!(
            context.indicator_word_at(at),
            Some((crate::data::IndicatorRole::Opener | crate::data::IndicatorRole::Target, ..))
        )
}

/// Spending is no part of revenue, and a part is not larger than its whole.
fn is_part(whole: Option<&Amount<'_>>, part: &Amount<'_>) -> bool {
    let Some(whole) = whole else { return false };
    let opposed = matches!(
        (whole.role, part.role),
        (Some(SumRole::Revenue), Some(SumRole::Expenditure | SumRole::Disbursement | SumRole::Plan))
            | (Some(SumRole::Expenditure), Some(SumRole::Revenue))
            | (_, Some(SumRole::Price))
    );
    !opposed && part.currency == whole.currency && part.value <= whole.value
}

fn check_parts(output: &Output<'_>, whole: usize, parts: &[usize], says_all: bool) -> Option<Finding> {
    let total = amount(output, whole)?.value;
    let values: Vec<Decimal> =
        parts.iter().filter_map(|j| amount(output, *j)).map(|part| part.value).collect();
    if values.len() < 2 {
        return None;
    }
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    let far = |excess: Decimal, factor: u64| {
        excess.checked_mul(Decimal::from(factor)).is_some_and(|scaled| scaled > total)
    };
    let excess = sum.checked_sub(total)?;
    let missing = total.checked_sub(sum)?;
    let facts = std::iter::once(whole).chain(parts.iter().copied()).collect();
    if far(excess, SLACK) && !far(excess, MOST_EXCESS) {
        let arithmetic = sum_against(&values, sum, ">", total);
        return Some(error(
            Check::PartsExceedWhole,
            "the parts are more than their whole",
            arithmetic,
            facts,
        ));
    }
    // What is said to be all of it may still leave out what has no sum: only little may be missing to be an error.
    if says_all && far(missing, SLACK) && !far(missing, 10) {
        let arithmetic = sum_against(&values, sum, "<", total);
        return Some(error(Check::PartsDoNotSum, "the parts are less than their whole", arithmetic, facts));
    }
    None
}
