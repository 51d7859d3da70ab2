//! Times of day at a date: "14 giờ 30 phút ngày 7/11/2023", "25/05/2013 20:00".

use super::parts::{Joint, from_before, joint, part_of_day, role_before, skip, skip_weekday};
use super::{Found, day};
use crate::data::{DateRole, List};
use crate::facts::Context;
use crate::value::{DateValue, PartOfDay, PartialDate, Time};

/// The hour that ends a day: "24 giờ", "24h00".
const MIDNIGHT: u8 = 24;

/// Reads `<time>[,] [<part of day>] [<weekday>,] ngày <date>` and a range of two of them; a time alone is claimed and is no fact.
pub(super) fn read(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let may_be_time = context.cues.may_start(first + 1, List::Date) || context.is_mark(first + 1, ":");
    if !may_be_time {
        return None;
    }
    let (_, end) = spoken(context, first).or_else(|| clock(context, first))?;
    let Some((date, end)) = timed(context, first) else { return Some(Found::nothing(end)) };
    let until = match joint(context, end) {
        Some((Joint::Range, next)) => timed(context, next).or_else(|| untimed(context, next)),
        _ => None,
    };
    let Some((last, last_end)) = until else {
        return Some(Found::one(first, end, DateValue::Point(date), "<time>-<day>"));
    };
    // "từ 0 giờ ngày 26/7 đến hết ngày 24/9": whole days, where only one of them has a time.
    let date = if last.time().is_some() { date } else { PartialDate::new(date.year(), date.period())? };
    // "từ 8h ngày 5/4 đến 17h ngày 6/4/2025": the year is said once, and a range may begin the year before.
    let date = match last.year().filter(|_| date.year().is_none()) {
        Some(year) => date.with_year(year - i16::from(date.month() > last.month()))?,
        None => date,
    };
    let start = from_before(context, first).unwrap_or(first);
    Some(Found::one(start, last_end, DateValue::Interval(date, last), "<time>-<day>-to-<time>-<day>"))
}

/// A day without a time, and one past it.
fn untimed(context: &Context<'_, '_>, first: usize) -> Option<(PartialDate, usize)> {
    day::single(context, skip(context, skip_weekday(context, first), DateRole::Day))
}

/// The number of the day that a time stands before, or the token itself: "từ ngày 25 đến | 16h ngày 30-12".
pub(super) fn skip_time(context: &Context<'_, '_>, first: usize) -> usize {
    let day = || {
        let (_, end) = spoken(context, first).or_else(|| clock(context, first))?;
        let day = skip(context, end, DateRole::Day);
        (day > end).then_some(day)
    };
    day().unwrap_or(first)
}

/// A time and its day, and one past them.
fn timed(context: &Context<'_, '_>, first: usize) -> Option<(PartialDate, usize)> {
    let (time, time_end) = spoken(context, first).or_else(|| clock(context, first))?;
    let comma = if context.is_mark(time_end, ",") { time_end + 1 } else { time_end };
    let part = skip(context, comma, DateRole::PartOfDay);
    let day_at = skip(context, skip_weekday(context, part), DateRole::Day);
    let (day, end) = day::single(context, day_at)?;
    // "24 giờ ngày 31/12": the day to its end, but "trong 24 giờ, ngày 31/12".
    if time.hour == MIDNIGHT {
        return (day_at == skip(context, time_end, DateRole::Day)).then_some((day, end));
    }
    let said = if part > comma { part_of_day(context, part) } else { None };
    Some((day.with_time(said.map_or(time, |said| in_part_of_day(time, said)))?, end))
}

/// The time on the clock of 24 hours: "3 giờ chiều" is 15:00, "8 giờ tối" 20:00, "1 giờ trưa" 13:00, but "1 giờ đêm" 01:00.
fn in_part_of_day(time: Time, part: PartOfDay) -> Time {
    let halved = match part {
        PartOfDay::Afternoon | PartOfDay::Evening => 1..=11,
        PartOfDay::Noon => 1..=3,
        PartOfDay::Night => 6..=11,
        PartOfDay::Morning => return time,
    };
    if halved.contains(&time.hour) { Time { hour: time.hour + 12, ..time } } else { time }
}

/// A clock behind a date: "25/05/2013 20:00".
pub(super) fn behind(context: &Context<'_, '_>, at: usize) -> Option<(Time, usize)> {
    clock(context, at).filter(|(time, _)| time.hour < MIDNIGHT)
}

/// "14 giờ 30 phút", "14 giờ", "7h30", "16g30".
fn spoken(context: &Context<'_, '_>, first: usize) -> Option<(Time, usize)> {
    let hour = context.digits(first).filter(|_| context.digit_count(first) <= 2)?;
    let (DateRole::Hour, _, hour_end) = context.date_word_at(first + 1)? else { return None };
    let minute = context.digits(hour_end).filter(|_| context.digit_count(hour_end) == 2);
    let (minute, end) = match minute {
        Some(minute) => (minute, minute_sign(context, hour_end + 1)),
        None => (0, hour_end),
    };
    time(hour, minute).map(|time| (time, end))
}

/// One past "phút" or the prime that stands for it ("14h30’"), or the token itself.
fn minute_sign(context: &Context<'_, '_>, at: usize) -> usize {
    match context.token_text(at) {
        "'" | "’" | "′" => at + 1,
        _ => skip(context, at, DateRole::Minute),
    }
}

/// "20:00"
pub(super) fn clock(context: &Context<'_, '_>, first: usize) -> Option<(Time, usize)> {
    let two = |at: usize| context.digits(at).filter(|_| context.digit_count(at) <= 2);
    let colon = context.is_mark(first + 1, ":") && context.is_glued(first + 1) && context.is_glued(first + 2);
    if !colon {
        return None;
    }
    let (hour, minute) = (two(first)?, two(first + 2)?);
    if context.digit_count(first + 2) != 2
        || role_before(context, first).is_some_and(|(r, _)| r == DateRole::Month)
    {
        return None;
    }
    time(hour, minute).map(|time| (time, first + 3))
}

fn time(hour: u16, minute: u16) -> Option<Time> {
    let exists = hour < MIDNIGHT.into() && minute < 60 || (hour, minute) == (MIDNIGHT.into(), 0);
    exists.then_some(Time { hour: hour as u8, minute: minute as u8 })
}
