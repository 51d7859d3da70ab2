//! Dates: days, months, quarters, years, ranges, lists and terms.
//!
//! A shape a file. A numeral is shown to one shape after the other (`SHAPES`); the first that knows it reads the whole
//! expression, whose span holds the calendar word in front ("ngày", "tháng", "nhiệm kỳ", the "từ" of a range) and the time
//! of day, but neither weekday nor part of the day.

mod day;
mod lead;
mod month;
mod parts;
mod time;
mod year;

use super::few::Few;
use super::{Context, FactData, Output};
use crate::value::{DateValue, PartOfDay, PartOfPeriod};

/// A calendar date or period as far as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {
    /// The date; a year that was concluded and not read is listed in the fact's `inferred`.
    pub value: DateValue,
    /// The part of the day that stands in front: "sáng 5/3".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub part_of_day: Option<PartOfDay>,
    /// The part of it that is meant: "cuối năm 2022". The value is the whole.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub part: Option<PartOfPeriod>,
    /// Whether it counts by the moon; its value is then that calendar's own and no solar date.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Calendar::is_solar"))]
    pub calendar: Calendar,
}

/// The calendar that a date counts by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Calendar {
    /// The civil calendar.
    #[default]
    Solar,
    /// "âm lịch": the lunisolar calendar of Tết.
    Lunar,
}

impl Calendar {
    /// Whether it is the civil calendar.
    pub fn is_solar(&self) -> bool {
        *self == Calendar::Solar
    }
}

/// What a shape has read: facts, and the token up to which it claims the numerals.
struct Found {
    dates: Few<One>,
    end: usize,
}

/// One date of an expression: tokens `first..end`.
struct One {
    first: usize,
    end: usize,
    value: DateValue,
    rule: &'static str,
}

impl Found {
    fn one(first: usize, end: usize, value: DateValue, rule: &'static str) -> Found {
        Found { dates: Few::One(One { first, end, value, rule }), end }
    }

    /// Numerals that belong to a date's surroundings and are nobody's: a time of day alone.
    fn nothing(end: usize) -> Found {
        Found { dates: Few::Nothing, end }
    }
}

/// Reads an expression that begins with the number at a token.
type Shape = fn(&Context<'_, '_>, usize) -> Option<Found>;

/// The order matters where one shape's beginning is another's: "6 tháng đầu năm" before "6/…", "2021-2025" before "2021".
const SHAPES: [Shape; 5] = [time::read, month::read, day::read, year::read_span, year::read];

/// The shapes that may begin with a number: they are told apart by how many digits it has, and in words it may be any.
fn shapes(digits: usize) -> &'static [Shape] {
    match digits {
        0 => &SHAPES,
        // Times, months, days.
        1 | 2 => &SHAPES[..3],
        // Behind "tháng" any number is claimed that a street's name holds.
        4 | 8 => &[month::read, year::read_span, year::read],
        _ => &[month::read],
    }
}

/// Reads dates.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let first = context.numerals()[numeral].first;
    let found = shapes(context.digit_count(first)).iter().find_map(|shape| shape(context, first))?;
    let calendar = parts::calendar(context, found.dates.first().map_or(first, |date| date.first)..found.end);
    for date in found.dates.iter() {
        let data = Date {
            value: date.value,
            part_of_day: parts::part_of_day(context, date.first),
            part: parts::part_of_period(context, date),
            calendar,
        };
        output.push(context.draft(date.first..date.end, date.rule, FactData::Date(data)));
    }
    Some(found.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts::around_numbers::texts;
    use crate::normalize::normalize;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn the_shapes_that_are_left_out_know_no_number_of_so_many_digits(text in texts()) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for numeral in context.numerals() {
                let tried = shapes(context.digit_count(numeral.first));
                let found = |shapes: &[Shape]| {
                    let found = shapes.iter().find_map(|shape| shape(&context, numeral.first))?;
                    let dates = found.dates.iter().map(|date| (date.first, date.end, date.value, date.rule));
                    Some((dates.collect::<Vec<_>>(), found.end))
                };
                prop_assert_eq!(found(tried), found(&SHAPES), "{:?}", numeral);
            }
        }
    }
}
