//! What relative dates are worth, where the day of the article or the period it reports is known.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::present::Present;
use crate::facts::relative_date::Anchor;
use crate::facts::{FactData, Output};
use crate::value::{DateValue, PartialDate, Period};

/// Resolves the relative dates, in text order: "cùng kỳ" is counted from the last period that was named before it.
pub(crate) fn resolve(output: &mut Output<'_>, present: Option<Present>) {
    let mut reported: Option<DateValue> = None;
    for draft in output {
        match &mut draft.fact.data {
            FactData::Date(date) if is_reported(date.value) => reported = Some(date.value),
            FactData::RelativeDate(relative) => {
                relative.value = match relative.anchor {
                    Anchor::Reference => present.and_then(|present| from_present(&relative.offset, present)),
                    Anchor::ReportedPeriod => reported.and_then(|period| before(&relative.offset, period)),
                };
                if relative.value.is_some() {
                    draft.fact.inferred.push("value".into());
                }
            }
            _ => {}
        }
    }
}

/// Whether a date can be the period that figures are about: a month, a quarter, some months, a day up to which is counted.
fn is_reported(value: DateValue) -> bool {
    value.start().period() != Period::Year && value.start().year().is_some()
}

/// A year, quarter or month before the reported period; a quarter before only of a quarter, a month of a month.
fn before(offset: &str, value: DateValue) -> Option<DateValue> {
    match (offset, value) {
        ("P-1Y", value) => a_year_before(value),
        ("P-1M", DateValue::Point(date)) => {
            let Period::Month(month) = date.period() else { return None };
            one_less(date, month, 12, Period::Month)
        }
        ("P-1Q", DateValue::Point(date)) => {
            let Period::Quarter(quarter) = date.period() else { return None };
            one_less(date, quarter, 4, Period::Quarter)
        }
        _ => None,
    }
}

fn one_less(date: PartialDate, number: u8, last: u8, period: fn(u8) -> Period) -> Option<DateValue> {
    let year = date.year()?;
    let before = if number == 1 {
        PartialDate::new(Some(year - 1), period(last))
    } else {
        PartialDate::new(Some(year), period(number - 1))
    };
    before.map(DateValue::Point)
}

fn a_year_before(value: DateValue) -> Option<DateValue> {
    let before = |date: PartialDate| date.with_year(date.year()? - 1);
    Some(match value {
        DateValue::Point(date) => DateValue::Point(before(date)?),
        DateValue::Interval(start, end) => DateValue::Interval(before(start)?, before(end)?),
    })
}

/// A distance such as `P-1D` from the present: of days and weeks only where the day is known, of years where the year is.
fn from_present(offset: &str, present: Present) -> Option<DateValue> {
    let (count, unit) = offset.strip_prefix('P')?.split_at_checked(offset.len() - 2)?;
    let count: i16 = count.parse().ok()?;
    let point = |year, period| PartialDate::new(Some(year), period).map(DateValue::Point);
    let moved = |span: Span| -> Option<Date> { present.day?.checked_add(span).ok() };
    match unit {
        "Y" => point(present.year + count, Period::Year),
        "M" => {
            let day = moved(i64::from(count).months())?;
            point(day.year(), Period::Month(day.month() as u8))
        }
        "Q" => {
            let day = moved(i64::from(3 * count).months())?;
            point(day.year(), Period::Quarter((day.month() as u8).div_ceil(3)))
        }
        "W" => {
            let day = moved(i64::from(count).weeks())?;
            let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
            Some(DateValue::Interval(monday.into(), monday.checked_add(6.days()).ok()?.into()))
        }
        "D" => Some(DateValue::Point(moved(i64::from(count).days())?.into())),
        _ => None,
    }
}
