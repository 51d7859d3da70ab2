//! Dates: days, months, quarters, years, ranges and terms.

use super::{Context, FactData, Output};
use crate::data::DateRole;
use crate::value::{DateValue, PartialDate, Period};

/// A calendar date or period as far as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {
    /// The date; a year that was concluded and not read is listed in the fact's `inferred`.
    pub value: DateValue,
}

/// Reads `[ngày] <d>/<m>[/<y>]`, `tháng <m>[/<y>]` and `năm <y>`.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let first = context.numerals()[numeral].first;
    let before = context.date_word_before(first);
    let start = before.map_or(first, |(_, _, start)| start);
    let (date, end) = match before.map(|(role, ..)| role) {
        Some(DateRole::Day | DateRole::PartOfDay) => day(context, first)?,
        Some(DateRole::Month) => month(context, first)?,
        Some(DateRole::Year) => {
            (PartialDate::new(Some(context.digits(first)? as i16), Period::Year)?, first + 1)
        }
        _ => day(context, first).filter(|(date, _)| date.year().is_some())?,
    };
    let data = FactData::Date(Date { value: DateValue::Point(date) });
    output.push(context.draft(start..end, "<date>", data));
    Some(end)
}

/// `<d>/<m>[/<y>]`
fn day(context: &Context<'_, '_>, first: usize) -> Option<(PartialDate, usize)> {
    let separator = |at: usize| context.is_mark(at, "/") || context.is_dash(at) || context.is_mark(at, ".");
    let (day, month) = (context.digits(first)?, context.digits(first + 2)?);
    if !separator(first + 1) {
        return None;
    }
    let year = context.digits(first + 4).filter(|y| *y >= 1000 && separator(first + 3));
    let period = Period::Day { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
    let date = PartialDate::new(year.map(|y| y as i16), period)?;
    Some((date, first + if year.is_some() { 5 } else { 3 }))
}

/// `<m>[/<y>]`
fn month(context: &Context<'_, '_>, first: usize) -> Option<(PartialDate, usize)> {
    let month = u8::try_from(context.digits(first)?).ok()?;
    let year = context.digits(first + 2).filter(|y| *y >= 1000 && context.is_mark(first + 1, "/"));
    let date = PartialDate::new(year.map(|y| y as i16), Period::Month(month))?;
    Some((date, first + if year.is_some() { 3 } else { 1 }))
}
