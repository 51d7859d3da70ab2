//! Years that are not written but follow from the article.

use super::present::Present;
use crate::facts::{Context, Draft, FactData, Output};
use crate::value::{DateValue, PartialDate, Period};

/// Fills in the years of dates, and says so in `inferred`.
///
/// A period that follows in the sentence and has its year gives it to those before ("tháng 10 và 2 tháng cuối năm 2023"); else it
/// is the year of the article's present. Where that is unknown too, the year stays unknown. Lunar dates are left alone.
pub(crate) fn infer(context: &Context<'_, '_>, output: &mut Output<'_>, present: Option<Present>) {
    // From the end, so that the period that follows is known.
    let mut following: Option<(usize, i16)> = None;
    for draft in output.iter_mut().rev() {
        let sentence = context.sentence_index(draft.first);
        let Some(value) = solar(draft) else { continue };
        if let Some(year) = value.end().year() {
            following = is_period(value).then_some((sentence, year)).or(following);
            continue;
        }
        let near = following.filter(|(at, _)| *at == sentence).map(|(_, year)| year);
        let Some(with_year) =
            near.and_then(|year| dated(value, year)).or_else(|| by_present(value, present?))
        else {
            continue;
        };
        if let FactData::Date(date) = &mut draft.fact.data {
            date.value = with_year;
            draft.fact.inferred.push("year".into());
        }
    }
}

fn solar(draft: &Draft<'_>) -> Option<DateValue> {
    match &draft.fact.data {
        FactData::Date(date) if date.calendar.is_solar() => Some(date.value),
        _ => None,
    }
}

/// A month, a quarter, months of a year; not a year, a term or a day.
fn is_period(value: DateValue) -> bool {
    matches!(value.start().period(), Period::Month(_) | Period::Quarter(_) | Period::Half(_))
}

/// The value in the year of the present: in the first weeks of a year November and December are those before.
fn by_present(value: DateValue, present: Present) -> Option<DateValue> {
    let turned =
        present.day.is_some_and(|day| day.month() <= 2) && value.start().month().is_some_and(|m| m >= 11);
    dated(value, if turned { present.year - 1 } else { present.year })
}

/// The value with a year; an interval that runs over the end of the year began in the one before.
fn dated(value: DateValue, year: i16) -> Option<DateValue> {
    Some(match value {
        DateValue::Point(date) => DateValue::Point(date.with_year(year)?),
        DateValue::Interval(start, end) => {
            let began = if start.month() > end.month() { year - 1 } else { year };
            DateValue::Interval(with_year(start, began)?, with_year(end, year)?)
        }
    })
}

fn with_year(date: PartialDate, year: i16) -> Option<PartialDate> {
    if date.year().is_some() { Some(date) } else { date.with_year(year) }
}
