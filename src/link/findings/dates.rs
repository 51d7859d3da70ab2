//! Dates against the calendar: "Thứ Ba (7/11/2023)", "ngày 31/2".

use std::ops::Range;

use jiff::civil::Date as Day;

use super::error;
use crate::data::{DateRole, List};
use crate::facts::finding::{Check, Finding};
use crate::facts::{Context, Draft, FactData, Output};
use crate::segment::TokenKind;
use crate::value::DateValue;

/// How far before a date its weekday may stand: "Thứ Ba, ngày 7/11/2023".
const FAR: usize = 4;

/// Adds the weekdays that are not those of their dates; a year that was concluded proves nothing.
pub(super) fn check_weekdays(context: &Context<'_, '_>, output: &Output<'_>, found: &mut Vec<Finding>) {
    for (i, draft) in output.iter().enumerate() {
        let Some(day) = day(draft) else { continue };
        let Some(written) = weekday(context, draft) else { continue };
        let right = day.weekday().to_monday_one_offset();
        if i8::try_from(written).is_ok_and(|written| written != right) {
            let arithmetic = format!("{day} is weekday {right}, not {written}");
            found.push(error(
                Check::WeekdayDisagrees,
                "the weekday is not that of the date; weekdays are counted from Monday",
                arithmetic,
                vec![i],
            ));
        }
    }
}

fn day(draft: &Draft<'_>) -> Option<Day> {
    match &draft.fact.data {
        FactData::Date(date) if draft.fact.inferred.is_empty() && date.calendar.is_solar() => {
            match date.value {
                DateValue::Point(point) => point.day(),
                DateValue::Interval(..) => None,
            }
        }
        _ => None,
    }
}

/// The weekday right before a date or at its start, from 1 for Monday: nothing but marks and "ngày" stand between. An ordinal,
/// "kỳ họp thứ ba ngày 7/11/2023", is none.
fn weekday(context: &Context<'_, '_>, draft: &Draft<'_>) -> Option<u8> {
    let left = context.left_of(draft.first).start.max(draft.first.saturating_sub(FAR));
    let (start, end, value) = (left..draft.end).rev().find_map(|at| match context.date_word_at(at) {
        Some((DateRole::Weekday, value, end)) => Some((at, end, value)),
        _ => None,
    })?;
    let mut between = end..draft.first.max(end);
    let only_marks = between.all(|at| {
        matches!(context.mark(at), Some(',' | '('))
            || context.date_word_at(at).is_some_and(|(role, ..)| role == DateRole::Day)
    });
    let opens = context.left_of(start).is_empty()
        || matches!(context.mark(start - 1), Some(',' | '(' | ':' | ';' | '-' | '–'))
        || context
            .date_word_before(start)
            .is_some_and(|(role, ..)| matches!(role, DateRole::Day | DateRole::PartOfDay));
    if only_marks && opens { value.parse().ok() } else { None }
}

/// The days that no calendar has, "ngày 31/2", with their tokens; a fact that stands there is named.
pub(super) fn impossible(context: &Context<'_, '_>, output: &Output<'_>) -> Vec<(Finding, Range<usize>)> {
    let mut found = Vec::new();
    for numeral in context.numerals() {
        let first = numeral.first;
        if !context.cues.may_end_before(first, List::Date) {
            continue;
        }
        let Some((text, end)) = no_such_day(context, first) else { continue };
        let Some((DateRole::Day, _, start)) = context.date_word_before(first) else { continue };
        let next = output.partition_point(|draft| draft.first < end);
        let index = (next.saturating_sub(4)..next).find(|i| output[*i].end > first);
        let finding =
            error(Check::ImpossibleDate, "the calendar has no such day", text, index.into_iter().collect());
        found.push((finding, start..end));
    }
    found
}

/// "31/2", "30-2-2024": two numbers that could be a day and a month but for the calendar; and one past them.
fn no_such_day(context: &Context<'_, '_>, first: usize) -> Option<(String, usize)> {
    let [mark, number] = context.tokens.get(first + 1..first + 3)? else { return None };
    let between = mark.kind() == TokenKind::Mark && number.kind() == TokenKind::Digits;
    if !between || mark.is_after_space() || number.is_after_space() || !separates(context, first + 1) {
        return None;
    }
    let (day, month) = (context.digits(first)?, context.digits(first + 2)?);
    let year = context
        .digits(first + 4)
        .filter(|year| separates(context, first + 3) && (1000..=9999).contains(year));
    // 29/2 of an unknown year may be right; "ngày 26-27" is a range of days.
    let could_be = (1..=31).contains(&day) && (1..=12).contains(&month);
    if !could_be || Day::new(year.unwrap_or(2024) as i16, month as i8, day as i8).is_ok() {
        return None;
    }
    let text = context.token_text(first).to_owned() + "/" + context.token_text(first + 2);
    Some(match year {
        Some(year) => (format!("{text}/{year}"), first + 5),
        None => (text, first + 3),
    })
}

fn separates(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_dash(at) || matches!(context.mark(at), Some('/' | '.'))
}
