//! Years that are not written but follow from the article.

use crate::facts::{FactData, Output};
use crate::value::{DateValue, PartialDate};

/// Fills in the years of dates: the caller's reference date, else the nearest date before with a year, else the first after.
pub(crate) fn infer(output: &mut Output<'_>, reference: Option<PartialDate>) {
    let mut year = reference.and_then(PartialDate::year).or_else(|| output.iter().find_map(year_of));
    for i in 0..output.len() {
        if let Some(own) = year_of(&output[i]) {
            if reference.is_none() {
                year = Some(own);
            }
            continue;
        }
        let fact = &mut output[i].fact;
        let (FactData::Date(date), Some(year)) = (&mut fact.data, year) else { continue };
        let with_year = match date.value {
            DateValue::Point(point) => point.with_year(year).map(DateValue::Point),
            DateValue::Interval(start, end) => start
                .with_year(year)
                .zip(end.with_year(year))
                .map(|(start, end)| DateValue::Interval(start, end)),
        };
        if let Some(value) = with_year {
            date.value = value;
            fact.inferred.push("year".into());
        }
    }
}

fn year_of(draft: &crate::facts::Draft<'_>) -> Option<i16> {
    match &draft.fact.data {
        FactData::Date(date) => date.value.start().year(),
        _ => None,
    }
}
