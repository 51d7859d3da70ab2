//! Calendar dates and periods as far as a text gives them.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A time of day, `00:00` to `23:59`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// Which part of a year a [`PartialDate`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// The whole year.
    Year,
    /// A half, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A day of a month. The pair exists in some year: 29/2 does, 31/2 does not.
    Day {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
}

/// A day, month, quarter, half or year, whose year may be unknown.
///
/// A year that is known is part of the check: 29/2/2023 is no date.
///
/// ```
/// use vietfacts::{PartialDate, Period};
///
/// let date = PartialDate::new(Some(2023), Period::Day { month: 11, day: 1 }).unwrap();
/// assert_eq!(date.to_string(), "2023-11-01");
/// assert_eq!(PartialDate::new(None, Period::Quarter(3)).unwrap().to_string(), "XXXX-Q3");
/// assert!(PartialDate::new(Some(2023), Period::Day { month: 2, day: 29 }).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: Option<i16>,
    period: Period,
    time: Option<Time>,
}

impl PartialDate {
    /// The date, or `None` where the calendar has no such thing. Years run from 1 to 9999.
    pub fn new(year: Option<i16>, period: Period) -> Option<Self> {
        let exists = match period {
            Period::Year => year.is_some(),
            Period::Half(half) => (1..=2).contains(&half),
            Period::Quarter(quarter) => (1..=4).contains(&quarter),
            Period::Month(month) => (1..=12).contains(&month),
            // 2024 is a leap year: where the year is unknown 29/2 may be right.
            Period::Day { month, day } => {
                jiff::civil::Date::new(year.unwrap_or(2024), month as i8, day as i8).is_ok()
            }
        };
        (exists && year.is_none_or(|y| (1..=9999).contains(&y))).then_some(PartialDate {
            year,
            period,
            time: None,
        })
    }

    /// The same date at a time of day; only a day can have one.
    pub fn with_time(self, time: Time) -> Option<Self> {
        let fits = matches!(self.period, Period::Day { .. }) && time.hour < 24 && time.minute < 60;
        fits.then_some(PartialDate { time: Some(time), ..self })
    }

    /// The same part of another year, or `None` where that year has no such day.
    pub fn with_year(self, year: i16) -> Option<Self> {
        PartialDate::new(Some(year), self.period).map(|date| PartialDate { time: self.time, ..date })
    }

    /// The year, where it is known.
    pub fn year(self) -> Option<i16> {
        self.year
    }

    /// Which part of the year.
    pub fn period(self) -> Period {
        self.period
    }

    /// The time of day, where one is said.
    pub fn time(self) -> Option<Time> {
        self.time
    }

    /// The month it lies in, where it lies in one.
    pub fn month(self) -> Option<u8> {
        match self.period {
            Period::Month(month) | Period::Day { month, .. } => Some(month),
            _ => None,
        }
    }

    /// The calendar day, where day, month and year are known.
    pub fn day(self) -> Option<jiff::civil::Date> {
        match (self.year, self.period) {
            (Some(year), Period::Day { month, day }) => {
                jiff::civil::Date::new(year, month as i8, day as i8).ok()
            }
            _ => None,
        }
    }
}

impl From<jiff::civil::Date> for PartialDate {
    fn from(date: jiff::civil::Date) -> Self {
        let period = Period::Day { month: date.month() as u8, day: date.day() as u8 };
        PartialDate { year: Some(date.year()), period, time: None }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        match self.period {
            Period::Year => {}
            Period::Half(half) => write!(f, "-H{half}")?,
            Period::Quarter(quarter) => write!(f, "-Q{quarter}")?,
            Period::Month(month) => write!(f, "-{month:02}")?,
            Period::Day { month, day } => write!(f, "-{month:02}-{day:02}")?,
        }
        match self.time {
            Some(Time { hour, minute }) => write!(f, "T{hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

/// A date or a period between two dates, both ends inclusive: what a date fact says.
///
/// The text form is ISO 8601 with `XXXX` for an unknown year: `2023-11-01`, `2023-11`, `2023-Q3`, `2023-H1`, `2020/2025`,
/// `2023-11-07T14:30`.
///
/// ```
/// use vietfacts::DateValue;
///
/// for text in ["2023-11-01", "XXXX-11", "2023-Q3", "2020/2025", "2023-11-01/2023-11-05", "2023-11-07T14:30"] {
///     assert_eq!(text.parse::<DateValue>()?.to_string(), text);
/// }
/// # Ok::<(), vietfacts::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateValue {
    /// One day, month, quarter, half or year.
    Point(PartialDate),
    /// From the first to the second, both included.
    Interval(PartialDate, PartialDate),
}

impl DateValue {
    /// The first or only date.
    pub fn start(self) -> PartialDate {
        match self {
            DateValue::Point(date) | DateValue::Interval(date, _) => date,
        }
    }

    /// The last or only date.
    pub fn end(self) -> PartialDate {
        match self {
            DateValue::Point(date) | DateValue::Interval(_, date) => date,
        }
    }
}

impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateValue::Point(date) => date.fmt(f),
            DateValue::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl FromStr for DateValue {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fail = |message: String| Error::new(format!("date value {text:?}"), message);
        match text.split_once('/') {
            None => parse_point(text).map(DateValue::Point).map_err(fail),
            Some((start, end)) => {
                let start = parse_point(start).map_err(fail)?;
                Ok(DateValue::Interval(start, parse_point(end).map_err(fail)?))
            }
        }
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse_point(text).map_err(|message| Error::new(format!("date {text:?}"), message))
    }
}

fn parse_point(text: &str) -> Result<PartialDate, String> {
    let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
    let mut parts = date.splitn(2, '-');
    let year = match parts.next().unwrap_or_default() {
        "XXXX" => None,
        year if year.len() == 4 => Some(number(year)? as i16),
        year => return Err(format!("a year has four digits or is XXXX, not {year:?}")),
    };
    let period = parts.next().map_or(Ok(Period::Year), parse_period)?;
    let date = PartialDate::new(year, period).ok_or_else(|| "there is no such date".to_owned())?;
    let Some(time) = time else { return Ok(date) };
    let (hour, minute) = time.split_once(':').ok_or("a time is hours:minutes")?;
    let time = Time { hour: small(hour)?, minute: small(minute)? };
    date.with_time(time).ok_or_else(|| "only a day has a time, from 00:00 to 23:59".to_owned())
}

fn parse_period(text: &str) -> Result<Period, String> {
    if let Some(half) = text.strip_prefix('H') {
        return Ok(Period::Half(small(half)?));
    }
    if let Some(quarter) = text.strip_prefix('Q') {
        return Ok(Period::Quarter(small(quarter)?));
    }
    let (month, day) = text.split_once('-').map_or((text, None), |(month, day)| (month, Some(day)));
    let month = match small(month)? {
        month @ 1..=12 => month,
        month => return Err(format!("there is no month {month}")),
    };
    match day {
        None => Ok(Period::Month(month)),
        Some(day) => Ok(Period::Day { month, day: small(day)? }),
    }
}

/// A number of one or two digits, or of the four of a year.
fn number(text: &str) -> Result<u16, String> {
    let digits = matches!(text.len(), 1 | 2 | 4) && text.bytes().all(|b| b.is_ascii_digit());
    let number = if digits { text.parse().ok() } else { None };
    number.ok_or_else(|| format!("{text:?} is no number of a date"))
}

/// A number of one or two digits.
fn small(text: &str) -> Result<u8, String> {
    let number =
        if text.len() <= 2 { number(text)? } else { return Err(format!("{text:?} has too many digits")) };
    Ok(number as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "2023-02-31",
            "2023-13",
            "2023-Q5",
            "2023-H3",
            "2023-00",
            "XXXX",
            "2023-11T10:00",
            "23-1-1",
            "2023-01-0257",
        ] {
            assert!(text.parse::<DateValue>().is_err(), "{text}");
        }
        assert!("XXXX-02-29".parse::<DateValue>().is_ok());
    }
}
