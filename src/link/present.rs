//! When an article was written, as far as it says so itself.

use crate::data::{DateRole, List, RefusalRole, WordRole};
use crate::facts::{Context, Draft, FactData, Output};
use crate::value::{DateValue, PartialDate, Period};

/// The time that an article speaks from: a day, or only a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Present {
    pub year: i16,
    pub day: Option<jiff::civil::Date>,
}

impl From<jiff::civil::Date> for Present {
    fn from(day: jiff::civil::Date) -> Self {
        Present { year: day.year(), day: Some(day) }
    }
}

/// A line so short that a date on it is the page's stamp: "25/05/2023 20:00 GMT+7".
const STAMP_LINE: usize = 14;

/// The present of an article: the stamp of its page, else the year that its dates agree on best.
///
/// Terms ("nhiệm kỳ 2020-2025") say nothing, nor do births and the years that something is compared with. An article whose only
/// years are those has no present.
pub(crate) fn present(context: &Context<'_, '_>, output: &Output<'_>) -> Option<Present> {
    stamp(context, output)
        .map(Present::from)
        .or_else(|| year(context, output).map(|year| Present { year, day: None }))
}

fn stamp(context: &Context<'_, '_>, output: &Output<'_>) -> Option<jiff::civil::Date> {
    let on_short_line = |draft: &&Draft<'_>| context.line(draft.first).len() <= STAMP_LINE;
    let with_clock = |draft: &&Draft<'_>| point(draft).is_some_and(|date| date.time().is_some());
    let starts_line = |draft: &&Draft<'_>| context.tokens[draft.first].is_line_start();
    let mut stamps =
        output.iter().filter(on_short_line).filter(|draft| with_clock(draft) || starts_line(draft));
    stamps.find_map(|draft| point(draft)?.day())
}

/// The year with the most weight: days and months count more than years, the headline and the lead more than the rest.
///
/// Less than two mentions are none: "năm 2020 ông giữ chức …" in a life does not date the article.
fn year(context: &Context<'_, '_>, output: &Output<'_>) -> Option<i16> {
    let mut weights: Vec<(i16, u32)> = Vec::new();
    for draft in output.iter().filter(|draft| speaks_of_now(context, draft)) {
        let lead = if draft.fact.sentence <= LEAD { 1 } else { 0 };
        for (year, weight) in years_of(draft) {
            match weights.iter_mut().find(|(known, _)| *known == year) {
                Some((_, sum)) => *sum += weight + lead,
                None => weights.push((year, weight + lead)),
            }
        }
    }
    // What is told without looking ahead lies in the past: years well before the latest of them are history. A plan may name a
    // year further on, but not as often.
    let most = weights.iter().map(|(_, weight)| *weight).max()?;
    let latest = weights.iter().filter(|(_, weight)| 3 * weight >= most).map(|(year, _)| *year).max()?;
    weights.retain(|(year, _)| *year >= latest - 1);
    let (best, _) = *weights.iter().max_by_key(|(year, weight)| (*weight, *year))?;
    let weight_of = |year| weights.iter().find(|(known, _)| *known == year).map_or(0, |(_, weight)| *weight);
    let neighbours = weight_of(best - 1) + weight_of(best) + weight_of(best + 1);
    if neighbours < 3 {
        return None;
    }
    // Late in a year the next is planned, early in a year the last is looked back on.
    match first_month(output) {
        Some(11..=12) if weight_of(best - 1) > 0 => Some(best - 1),
        Some(1..=2) if weight_of(best + 1) > 0 => Some(best + 1),
        _ => Some(best),
    }
}

/// The sentences of a headline and a lead.
const LEAD: usize = 2;

/// The month of the first day without a year: when the article's event is.
fn first_month(output: &Output<'_>) -> Option<u8> {
    output
        .iter()
        .filter_map(point)
        .find(|date| date.year().is_none() && is_day(*date))
        .and_then(PartialDate::month)
}

fn is_day(date: PartialDate) -> bool {
    matches!(date.period(), Period::Day { .. })
}

fn years_of(draft: &Draft<'_>) -> Vec<(i16, u32)> {
    let FactData::Date(date) = &draft.fact.data else { return Vec::new() };
    let weight = |date: PartialDate| if date.period() == Period::Year { 2 } else { 3 };
    let ends = match date.value {
        DateValue::Point(date) => vec![date],
        DateValue::Interval(start, _) if start.period() == Period::Year => Vec::new(),
        DateValue::Interval(_, end) => vec![end],
    };
    ends.into_iter().filter_map(|date| Some((date.year()?, weight(date)))).collect()
}

/// Whether a date is no birth, and nothing that the present is compared with ("so với cùng kỳ năm 2022").
fn speaks_of_now(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let role = context.date_word_before(draft.first).map(|(role, ..)| role);
    let bracket = draft.first.checked_sub(1).filter(|at| context.is_mark(*at, "("));
    let before_bracket = bracket.and_then(|at| context.date_word_before(at)).map(|(role, ..)| role);
    let from = context
        .date_word_before(draft.first)
        .filter(|(role, ..)| matches!(role, DateRole::First | DateRole::Last));
    let start = from.map_or(draft.first, |(.., start)| start);
    let compared = matches!(context.word_before(start), Some((WordRole::Compared, _)));
    let past = |role| matches!(role, Some(DateRole::Birth | DateRole::SamePeriod));
    let planned = matches!(role, Some(DateRole::Deadline))
        || is_year(draft) && matches!(context.word_before(start), Some((WordRole::To, _)));
    !past(role)
        && !past(before_bracket)
        && !compared
        && !planned
        && !is_of_a_law(context, draft)
        && !is_of_a_document(context, draft)
}

/// A document's number between its kind and its date is no longer than this: "Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023".
const DOCUMENT_NUMBER: usize = 10;

/// Whether a day is that of a document, which may be years old: "Nghị quyết số 20/NQ-HĐND ngày 8/12/2019".
fn is_of_a_document(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let left = context.left_of(draft.first);
    let mut near = draft.first.saturating_sub(DOCUMENT_NUMBER).max(left.start)..draft.first;
    near.any(|at| matches!(context.refusal_before(at), Some((RefusalRole::Document | RefusalRole::Label, _))))
        && near.all(|at| !context.is_wall(at))
}

fn is_year(draft: &Draft<'_>) -> bool {
    point(draft).is_some_and(|date| date.period() == Period::Year)
}

/// A law's name before its year is no longer than this: "Luật Phòng, chống thiên tai năm 2013".
const LAW_NAME: usize = 6;

/// Whether a year names a law: "Hiến pháp năm 1992", "Luật Đất đai 2013".
fn is_of_a_law(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let left = context.left_of(draft.first);
    let near = draft.first.saturating_sub(LAW_NAME).max(left.start)..draft.first;
    is_year(draft)
        && near
            .into_iter()
            .any(|at| matches!(context.kinds_at(at, List::NameBlocker), Some((kinds, _)) if kinds.is("law")))
}

fn point(draft: &Draft<'_>) -> Option<PartialDate> {
    match &draft.fact.data {
        FactData::Date(date) => match date.value {
            DateValue::Point(point) => Some(point),
            DateValue::Interval(..) => None,
        },
        _ => None,
    }
}
