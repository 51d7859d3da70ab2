//! Figures: a sum, what it is the sum of, as of when, and the percentages that are said of it.

use std::ops::Range;

use crate::data::{IndicatorRole, WordRole};
use crate::facts::amount::Amount;
use crate::facts::figure::{Derived, Figure, FigureStatus, Ratio};
use crate::facts::indicator::is_target;
use crate::facts::percentage::{PercentUnit, Percentage};
use crate::facts::{Context, Draft, FactData, Output, Quote};
use crate::value::{DateValue, Period, SumRole};

/// How far before its subject the date of a figure may stand.
const TO_DATE: usize = 16;

/// Adds a figure for every sum of which more than the sum is said.
pub(super) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut found = Vec::new();
    for (i, draft) in output.iter().enumerate() {
        if let FactData::Amount(amount) = &draft.fact.data
            && let Some(figure) = figure(context, output, i, amount)
        {
            found.push(figure);
        }
    }
    output.extend(found);
}

fn figure<'t>(
    context: &Context<'_, 't>,
    output: &Output<'t>,
    i: usize,
    amount: &Amount<'t>,
) -> Option<Draft<'t>> {
    let what = amount.what.as_ref().filter(|_| amount.change.is_none())?;
    let (ratios, end) = ratios(context, output, i);
    if ratios.is_empty() && !is_of_a_period(amount) {
        return None;
    }
    let subject = subject(context, output, i, what)?;
    let times = times(context, output, i, subject.start);
    if ratios.is_empty() && times.as_of.is_none() && times.period.is_none() {
        return None;
    }
    let status = status(context, amount, subject.start..output[i].first);
    let figure = Figure {
        subject: Some(context.quote(subject.clone())),
        as_of: times.as_of,
        period: times.period,
        value: i,
        change: ratios.iter().find_map(|ratio| ratio.change),
        status,
        derived: ratios.iter().filter_map(|ratio| derived(amount, ratio, output)).collect(),
        ratios,
    };
    let first = subject.start.min(output[i].first);
    let end = end.max(subject.end);
    Some(context.draft(first..end, "<subject>-<sum>-<percent>-of-<base>", FactData::Figure(figure)))
}

/// Whether a sum is the kind that is the sum of a time: revenue, not a price or a gift, near which a date says something else.
fn is_of_a_period(amount: &Amount<'_>) -> bool {
    matches!(
        amount.role,
        Some(
            SumRole::Revenue
                | SumRole::Expenditure
                | SumRole::Disbursement
                | SumRole::Trade
                | SumRole::Output
                | SumRole::Income
                | SumRole::Credit
                | SumRole::Tax
                | SumRole::Saving
        )
    )
}

/// The words that say what the sum is, to the verb, the date or the mark behind them: "Thu ngân sách nhà nước trên địa bàn".
fn subject(
    context: &Context<'_, '_>,
    output: &Output<'_>,
    i: usize,
    what: &Quote<'_>,
) -> Option<Range<usize>> {
    let words = tokens_of(context, what, i, output)?;
    if words.start >= output[i].first {
        return Some(words);
    }
    let mut end = words.end;
    while end < output[i].first && !ends_subject(context, output, i, end) {
        end += 1;
    }
    Some(words.start..end)
}

fn ends_subject(context: &Context<'_, '_>, output: &Output<'_>, i: usize, at: usize) -> bool {
    let dated = output[..i].iter().rev().take(6).any(|draft| draft.first <= at && at < draft.end);
    let says = matches!(
        context.indicator_word_at(at),
        Some((
            IndicatorRole::Met
                | IndicatorRole::Actual
                | IndicatorRole::Estimate
                | IndicatorRole::Target
                | IndicatorRole::Ratio
                | IndicatorRole::Opener
                | IndicatorRole::Adverb,
            ..
        ))
    );
    let joins = matches!(
        context.word_at(at),
        Some((
            WordRole::To
                | WordRole::From
                | WordRole::Equals
                | WordRole::Copula
                | WordRole::Compared
                | WordRole::Each,
            _
        ))
    );
    let bounds = context.comparator_before(output[i].first).is_some_and(|(_, first)| first <= at);
    let mark = context.tokens[at].kind() == crate::segment::TokenKind::Mark && !context.is_dash(at);
    dated || says || joins || bounds || mark || context.direction_at(at).is_some()
}

/// The tokens of words that a fact quotes and that stand near it.
fn tokens_of(
    context: &Context<'_, '_>,
    quote: &Quote<'_>,
    i: usize,
    output: &Output<'_>,
) -> Option<Range<usize>> {
    let draft = &output[i];
    let near = context.left_of(draft.first).start..context.right_from(draft.first).end;
    context.tokens_within(near, quote.span)
}

/// The percentages that are said of a sum right behind it, and where the last of them ends.
fn ratios<'t>(context: &Context<'_, 't>, output: &Output<'t>, i: usize) -> (Vec<Ratio<'t>>, usize) {
    let mut ratios = Vec::new();
    let mut end = output[i].end;
    let limit = context.right_from(output[i].first).end;
    for (j, draft) in output.iter().enumerate().skip(i + 1) {
        if draft.first >= limit {
            break;
        }
        let FactData::Percentage(percentage) = &draft.fact.data else {
            // A date inside "so với cùng kỳ năm 2022" is no end, another sum is.
            if matches!(draft.fact.data, FactData::Amount(_) | FactData::IndicatorCount(_)) {
                break;
            }
            continue;
        };
        let base = percentage.of.as_ref().and_then(|of| tokens_of(context, of, j, output));
        if !continues(context, end..draft.first, base.as_ref()) {
            break;
        }
        if percentage.unit == PercentUnit::Percent && percentage.max.is_none() {
            ratios.push(ratio(percentage, j));
        }
        end = draft.end.max(base.map_or(0, |base| base.end));
    }
    (ratios, end)
}

fn ratio<'t>(percentage: &Percentage<'t>, fact: usize) -> Ratio<'t> {
    Ratio {
        percent: percentage.value,
        of: percentage.of.as_ref().map(|of| of.text.clone()),
        change: percentage.change,
        fact,
    }
}

/// Whether nothing but joining words stands between a sum and a percentage, so that it is said of the sum.
fn continues(context: &Context<'_, '_>, between: Range<usize>, base: Option<&Range<usize>>) -> bool {
    let mut at = between.start;
    while at < between.end {
        if base.is_some_and(|base| base.contains(&at)) || matches!(context.mark(at), Some(',' | '(' | ')')) {
            at += 1;
            continue;
        }
        let word = context.word_at(at).map(|(_, end)| end);
        let direction = context.direction_at(at).map(|(_, end)| end);
        let status = context
            .indicator_word_at(at)
            .filter(|(role, ..)| {
                matches!(
                    role,
                    IndicatorRole::Met
                        | IndicatorRole::Exceeded
                        | IndicatorRole::Ratio
                        | IndicatorRole::Adverb
                        | IndicatorRole::Actual
                        | IndicatorRole::Estimate
                )
            })
            .map(|(_, _, end)| end);
        let bound =
            context.comparator_before(between.end).filter(|(_, first)| *first == at).map(|_| between.end);
        match [word, direction, status, bound].into_iter().flatten().max() {
            // "trong đó chi thường xuyên 60%" is said of a part.
            Some(_) if context.is_word(at, WordRole::OfWhich).is_some() => return false,
            Some(end) => at = end,
            None => return false,
        }
    }
    true
}

#[derive(Default)]
struct Times {
    as_of: Option<DateValue>,
    period: Option<DateValue>,
}

/// The nearest dates before a sum in its part of the sentence: "tính đến 30/10" is its day, "6 tháng đầu năm" its period. Dates
/// before another sum are that sum's.
fn times(context: &Context<'_, '_>, output: &Output<'_>, i: usize, subject: usize) -> Times {
    let mut times = Times::default();
    let left = context.left_of(output[i].first.min(subject));
    let start = left.clone().rev().find(|at| context.is_mark(*at, ";")).unwrap_or(left.start);
    let start = start.max(subject.min(output[i].first).saturating_sub(TO_DATE));
    for draft in output[..i].iter().rev().take_while(|draft| draft.first >= start) {
        match &draft.fact.data {
            FactData::Date(date) => {
                let is_end = is_end(context, draft.first);
                if is_end && times.as_of.is_none() {
                    times.as_of = Some(date.value);
                } else if !is_end && times.period.is_none() && is_period(date.value) {
                    times.period = Some(date.value);
                }
            }
            FactData::Amount(_) => break,
            _ => {}
        }
    }
    times
}

/// "tính đến", "đến hết ngày": right before a date.
fn is_end(context: &Context<'_, '_>, first: usize) -> bool {
    let mut at = first;
    if let Some((_, _, start)) = context.date_word_before(at) {
        at = start;
    }
    if let Some((WordRole::Through, start)) = context.word_before(at) {
        at = start;
    }
    let to = matches!(context.word_before(at), Some((WordRole::To | WordRole::Through, _)));
    let to_inside = context.is_word(first, WordRole::To).is_some();
    to || to_inside
        || matches!(context.indicator_word_before(at), Some((IndicatorRole::Actual, start)) if at - start > 1)
}

/// Whether a date is a period that a figure can be of; a day is not, and a term of years is not.
fn is_period(date: DateValue) -> bool {
    match date {
        DateValue::Point(point) => !matches!(point.period(), Period::Day { .. }),
        DateValue::Interval(start, end) => start.year() == end.year(),
    }
}

fn status(context: &Context<'_, '_>, amount: &Amount<'_>, between: Range<usize>) -> FigureStatus {
    let sum = between.end;
    let estimate = between
        .clone()
        .any(|at| matches!(context.indicator_word_at(at), Some((IndicatorRole::Estimate, ..))));
    if amount.role == Some(SumRole::Plan) || is_target(context, sum) {
        FigureStatus::Plan
    } else if estimate {
        FigureStatus::Estimate
    } else {
        FigureStatus::Result
    }
}

/// What the base of a share must be, the sum and the percentage being exact to their last digit.
fn derived<'t>(amount: &Amount<'_>, ratio: &Ratio<'t>, output: &Output<'t>) -> Option<Derived<'t>> {
    let FactData::Percentage(percentage) = &output[ratio.fact].fact.data else { return None };
    let exact = amount.max.is_none() && amount.comparator.is_none() && percentage.comparator.is_none();
    if !exact || ratio.change.is_some() {
        return None;
    }
    let (min, max) = amount.value.wholes_of(ratio.percent)?;
    Some(Derived { what: ratio.of.clone()?, min, max })
}
