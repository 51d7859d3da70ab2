//! Days: "ngày 1/11/2023", "1-11", "ngày 1 tháng 11 năm 2023"; their ranges and lists.

use super::lead::Lead;
use super::parts::{
    Joint, Separator, continues_number, joint, role_before, separator, skip, skip_weekday, small, year,
    year_phrase,
};
use super::{Found, One, month, time};
use crate::data::{DateRole, WordRole};
use crate::facts::Context;
use crate::facts::few::Few;
use crate::value::{DateValue, PartialDate, Period};

/// Numbers of one list: "các ngày 3, 5, 7, 9 và 11/11".
const LONGEST_LIST: usize = 16;

/// Most lists are no longer.
const USUAL_LIST: usize = 4;

/// A day as it is written: month and year may come later, with the last of a list.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub first: usize,
    pub end: usize,
    pub day: u8,
    pub month: Option<u8>,
    pub year: Option<i16>,
    pub separator: Option<Separator>,
}

/// Reads days.
pub(super) fn read(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let mut one = [written(context, first)?];
    let more = !begins_decimal(context, first)
        && continuation(context, one[0].end).is_some_and(|(_, next)| written(context, next).is_some());
    // A month, its own or that of a later day, is what makes a number a day.
    if one[0].month.is_none() && !more {
        return None;
    }
    // "thứ Bảy, ngày 5/1": the seven is the weekday's.
    if matches!(role_before(context, one[0].end), Some((DateRole::Weekday, start)) if start < first) {
        return None;
    }
    let mut list;
    let (days, joints) = if more {
        let (days, joints) = listed(context, one[0]);
        list = days;
        (list.as_mut_slice(), joints)
    } else {
        (one.as_mut_slice(), Vec::new())
    };
    let lead = Lead::before(context, first);
    lead.admits(context, days)?;
    distribute(days, &joints);
    match days {
        [day] => until_month(context, &lead, *day).or_else(|| assemble(context, &lead, days, &joints)),
        _ => assemble(context, &lead, days, &joints),
    }
}

/// "từ 20/5 đến hết tháng 8/2013", "từ ngày 22-9-2010 đến tháng 9-2012"
fn until_month(context: &Context<'_, '_>, lead: &Lead, day: Written) -> Option<Found> {
    let (Joint::Range, next) = joint(context, day.end)? else { return None };
    let (month, end) = month::named_at(context, next)?;
    let is_sure = context.is_behind(next, WordRole::Through) || month.year().is_some();
    let from = lead.from(context).filter(|_| is_sure)?;
    let year = day.year.or_else(|| {
        // "từ 20/12 đến hết tháng 2/2014" began the year before.
        let is_later = day.month > month.month();
        month.year().map(|year| if is_later { year - 1 } else { year })
    });
    let start = PartialDate::new(year, Period::Day { month: day.month?, day: day.day })?;
    let month = match (month.year(), year) {
        (None, Some(year)) => month.with_year(year)?,
        _ => month,
    };
    Some(Found::one(from, end, DateValue::Interval(start, month), "<day>-to-<month>"))
}

/// Whether a number is the whole part of another, and no day of a list: "từ 1,5-4kg", but "các ngày 1,5/4".
fn begins_decimal(context: &Context<'_, '_>, first: usize) -> bool {
    context.is_mark(first + 1, ",")
        && context.is_glued(first + 1)
        && continues_number(context, first)
        && !Lead::before(context, first).has_day_word
}

/// A day with those that belong to the same expression, and what joins each to the next.
fn listed(context: &Context<'_, '_>, first: Written) -> (Vec<Written>, Vec<Joint>) {
    let (mut days, mut ranges) = (Vec::with_capacity(USUAL_LIST), Vec::with_capacity(USUAL_LIST));
    days.push(first);
    // What follows belongs to the same expression while it brings the month that an earlier number lacks, or ends a range.
    while days.len() < LONGEST_LIST {
        let last = days[days.len() - 1];
        let Some((how, next)) = continuation(context, last.end) else { break };
        let Some(day) = written(context, next) else { break };
        // "ngày 9/12/2022, ngày 4/6": what has its own word and month stands for itself.
        let own_word = next > last.end + 1 && context.is_mark(last.end, ",");
        if last.month.is_some() && how == Joint::List && own_word {
            break;
        }
        // "30-4 và 1-5", "30 tháng 4 và 1 tháng 5" go together, so that the second needs no word of its own; "5/3, 12 xã" do not.
        let both_spelled = || day.month.is_some() && next == last.end + 1;
        let alike = day.separator == last.separator && (day.separator.is_some() || both_spelled());
        if last.month.is_some() && how == Joint::List && !alike {
            break;
        }
        // "từ 30/10 đến 15 giờ": what has a month goes on only with one that has.
        if last.month.is_some() && day.month.is_none() {
            break;
        }
        ranges.push(how);
        days.push(day);
        if last.month.is_some() && how == Joint::Range {
            break;
        }
    }
    // Numbers without a month at the end are no dates: "ngày 5, 12 xã".
    while days.len() > 1 && days[days.len() - 1].month.is_none() {
        days.pop();
        ranges.pop();
    }
    (days, ranges)
}

/// One day with its month, and one past it: what a time of day may belong to.
pub(super) fn single(context: &Context<'_, '_>, first: usize) -> Option<(PartialDate, usize)> {
    let day = written(context, first)?;
    Lead::before(context, first).admits(context, &[day])?;
    Some((PartialDate::new(day.year, Period::Day { month: day.month?, day: day.day })?, day.end))
}

/// `<d>[<separator><m>[<separator><y>]]`, `<d> tháng <m>[ năm <y>]`
pub(super) fn written(context: &Context<'_, '_>, first: usize) -> Option<Written> {
    let (day, end) = small(context, first, 31)?;
    let bare = Written { first, end, day, month: None, year: None, separator: None };
    let with = |month, year: Option<(i16, usize)>, end, separator| Written {
        month: Some(month),
        year: year.map(|(year, _)| year),
        end: year.map_or(end, |(_, end)| end),
        separator,
        ..bare
    };
    if let Some((DateRole::NewYear, _, end)) = context.date_word_at(end) {
        // "mùng 6 Tết"
        return Some(with(1, None, end, None));
    }
    if let Some((DateRole::Month, _, month_at)) = context.date_word_at(end) {
        let Some((month, end)) = small(context, month_at, 12) else { return Some(bare) };
        let year = separator(context, end).and_then(|_| year(context, end + 1));
        return Some(with(month, year.or_else(|| year_phrase(context, end)), end, None));
    }
    let Some(mark) = separator(context, end).filter(|_| context.is_digits(first)) else { return Some(bare) };
    let month = small(context, end + 1, 12).filter(|_| context.is_digits(end + 1));
    let Some((month, month_end)) = month else { return Some(bare) };
    if mark != Separator::Dot && continues_number(context, end + 1) && !is_day_of_month(context, first, end) {
        // "tăng 3 - 3,5%"
        return None;
    }
    let before_month = matches!(context.date_word_at(month_end), Some((DateRole::Month, ..)));
    // "ngày 24-5.Hội chợ": a full stop is no mark of a date.
    let other = match separator(context, month_end) {
        Some(Separator::Slash) => true,
        Some(Separator::Dot) => context.is_digits(month_end + 1),
        _ => false,
    };
    if mark == Separator::Dash && (before_month || other) {
        // "2-11/5", "2 - 7.5" and "5 - 7 tháng 11" are ranges of days, "1-11/2023" is not our business.
        return Some(bare);
    }
    let year = separator(context, month_end)
        .filter(|second| *second == mark || *second == Separator::Slash)
        .and_then(|_| year(context, month_end + 1).or_else(|| short_year(context, first, month_end + 1)))
        .or_else(|| year_phrase(context, month_end));
    if year.is_none() && separator(context, month_end) == Some(mark) && context.is_digits(month_end + 1) {
        // "1.2.3", "10/3/4": three numbers that are no date are not two of them and a rest.
        return None;
    }
    Some(with(month, year, month_end, Some(mark)))
}

/// Whether "ngày" stands before a number and a day with its month behind the dash: "ngày | 7 - 8.5".
fn is_day_of_month(context: &Context<'_, '_>, first: usize, dash: usize) -> bool {
    matches!(role_before(context, first), Some((DateRole::Day, _)))
        && separator(context, dash + 2) == Some(Separator::Dot)
}

/// A year of two digits, only where the whole is surely a date: behind "ngày", at the start of a line, before a clock.
fn short_year(context: &Context<'_, '_>, first: usize, at: usize) -> Option<(i16, usize)> {
    let digits = context.digits(at).filter(|_| context.digit_count(at) == 2)?;
    let is_led = matches!(role_before(context, first), Some((DateRole::Day | DateRole::PartOfDay, _)));
    let is_stamp = context.tokens[first].is_line_start() || time::clock(context, at + 1).is_some();
    // News of this century: "1/11/23" is 2023; whoever writes of 1975 writes four digits.
    (is_led || is_stamp).then_some((2000 + digits as i16, at + 1)).filter(|(year, _)| *year < 2060)
}

/// What joins a day to the next, and where the next begins: behind "đến hết thứ Ba, ngày".
fn continuation(context: &Context<'_, '_>, end: usize) -> Option<(Joint, usize)> {
    let (how, next) = joint(context, end)?;
    // "sáng 5 và chiều 6/11", "đêm 23/5 đến đêm 24/5", "từ ngày 25 đến 16h ngày 30-12"
    let next = match how {
        Joint::List => next,
        Joint::Range => time::skip_time(context, next),
    };
    let next = skip(context, next, DateRole::PartOfDay);
    // "đến hết thứ Ba, ngày mùng 3"
    let next = skip_weekday(context, next);
    Some((how, skip(context, skip(context, next, DateRole::Day), DateRole::OrdinalDay)))
}

/// Months and years that are written once, with the last, are everyone's.
fn distribute(days: &mut [Written], joints: &[Joint]) {
    for i in (0..days.len().saturating_sub(1)).rev() {
        let next = days[i + 1];
        let own = &mut days[i];
        own.month = own.month.or(next.month);
        if own.year.is_none() {
            // "từ 28/12 đến 3/1/2024" began the year before.
            own.year = next.year.map(|year| if own.month > next.month { year - 1 } else { year });
        }
    }
    for i in 1..days.len() {
        let before = days[i - 1];
        let own = &mut days[i];
        // Only a range goes on in the year it began in.
        if own.year.is_none() && joints.get(i - 1) == Some(&Joint::Range) {
            own.year = before.year.map(|year| if before.month > own.month { year + 1 } else { year });
        }
    }
}

fn assemble(context: &Context<'_, '_>, lead: &Lead, days: &[Written], joints: &[Joint]) -> Option<Found> {
    let value = |day: &Written| PartialDate::new(day.year, Period::Day { month: day.month?, day: day.day });
    let end = days[days.len() - 1].end;
    if let ([start, last], [Joint::Range]) = (days, joints) {
        let dates = (value(start)?, value(last)?);
        if is_anniversary(dates.0, dates.1) && context.is_dash(start.end) && lead.from(context).is_none() {
            let first =
                One { first: lead.start, end: start.end, value: DateValue::Point(dates.0), rule: "<day>" };
            let second = One { first: last.first, end, value: DateValue::Point(dates.1), rule: "<day>" };
            return Some(Found { dates: Few::Several(vec![first, second]), end });
        }
        let first = lead.from(context).unwrap_or(lead.start);
        return Some(Found::one(first, end, DateValue::Interval(dates.0, dates.1), "<day>-to-<day>"));
    }
    let mut dates = Few::Nothing;
    let mut i = 0;
    while i < days.len() {
        let first = if i == 0 { lead.start } else { days[i].first };
        let clock = time::behind(context, days[i].end).filter(|_| days.len() == 1);
        if joints.get(i) == Some(&Joint::Range) {
            let interval = DateValue::Interval(value(&days[i])?, value(&days[i + 1])?);
            dates.push(One { first, end: days[i + 1].end, value: interval, rule: "<day>-to-<day>" });
            i += 2;
            continue;
        }
        let day = value(&days[i])?;
        let timed = clock.and_then(|(time, end)| Some((day.with_time(time)?, end)));
        let (day, end) = timed.unwrap_or((day, days[i].end));
        dates.push(One { first, end, value: DateValue::Point(day), rule: "<day>" });
        i += 1;
    }
    let end = dates.last().map_or(end, |date| date.end.max(end));
    Some(Found { dates, end })
}

/// "(19/5/1959 - 19/5/2019)" is an event and its anniversary, not sixty years.
fn is_anniversary(start: PartialDate, end: PartialDate) -> bool {
    start.year().zip(end.year()).is_some_and(|(start, end)| end - start > 3)
}
