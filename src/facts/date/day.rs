//! Days: "ngày 1/11/2023", "1-11", "ngày 1 tháng 11 năm 2023"; their ranges and lists.

use super::parts::{
    Joint, Separator, continues_number, from_before, joint, part_of_day, role_before, separator, skip,
    skip_weekday, small, year, year_phrase,
};
use super::{Calendar, Found, One, month, parts, time};
use crate::data::{DateRole, WordRole};
use crate::facts::few::Few;
use crate::facts::{Context, brackets};
use crate::value::{DateValue, PartialDate, Period};

/// Numbers of one list: "các ngày 3, 5, 7, 9 và 11/11".
const LONGEST_LIST: usize = 16;

/// Most lists are no longer.
const USUAL_LIST: usize = 4;

/// A day as it is written: month and year may come later, with the last of a list.
#[derive(Clone, Copy)]
struct Written {
    first: usize,
    end: usize,
    day: u8,
    month: Option<u8>,
    year: Option<i16>,
    separator: Option<Separator>,
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
        // "30-4 và 1-5" go together, so that the second needs no word of its own; "5/3, 12 xã" do not.
        if last.month.is_some()
            && how == Joint::List
            && (day.separator != last.separator || day.separator.is_none())
        {
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

/// The words in front that say that a day follows.
struct Lead {
    /// The token of the first number.
    first: usize,
    /// What the calendar word before it does.
    role: Option<DateRole>,
    has_day_word: bool,
    /// Where the span starts: at "ngày", or at the number.
    start: usize,
}

impl Lead {
    fn before(context: &Context<'_, '_>, first: usize) -> Lead {
        let role = role_before(context, first);
        let has_day_word =
            matches!(role, Some((DateRole::Day | DateRole::OrdinalDay | DateRole::LunarDay, _)));
        let start = role.filter(|_| has_day_word).map_or(first, |(_, start)| start);
        // "ngày mùng 1"
        let start = role_before(context, start)
            .filter(|(role, _)| has_day_word && *role == DateRole::Day)
            .map_or(start, |(_, start)| start);
        Lead { first, role: role.map(|(role, _)| role), has_day_word, start }
    }

    /// Where the "từ" of a range starts.
    fn from(&self, context: &Context<'_, '_>) -> Option<usize> {
        // "từ | đêm | 25/5 đến đêm 26/5", "từ | thời điểm | 16/4 cho đến"
        let led = match role_before(context, self.start) {
            Some((DateRole::PartOfDay | DateRole::Occasion, start)) => start,
            _ => self.start,
        };
        let starts = [self.start, led, weekday_before(context, self.start)];
        starts.into_iter().find_map(|start| from_before(context, start))
    }

    /// Whether "đến" leads to the day; of "tính đến 20.5" the last word counts, whatever it is a part of.
    fn is_to(&self, context: &Context<'_, '_>) -> bool {
        let start = self.start;
        matches!(context.word_before(start), Some((WordRole::To | WordRole::Through, _)))
            || start.checked_sub(1).is_some_and(|at| context.is_word(at, WordRole::To) == Some(start))
    }

    /// Whether a word makes a day likely: "sáng", "từ", "đến".
    fn is_likely(&self, context: &Context<'_, '_>) -> bool {
        self.has_day_word
            || matches!(
                self.role,
                Some(DateRole::Weekday | DateRole::Occasion | DateRole::Deadline | DateRole::Relative)
            )
            || part_of_day(context, self.first).is_some()
            || weekday_before(context, self.start) < self.start
            || self.from(context).is_some()
            || self.is_to(context)
            || is_lunar_day(context, self.first)
            || is_named_day(context, self.first)
    }

    /// Whether what stands there is a date at all, given what stands in front.
    fn admits(&self, context: &Context<'_, '_>, days: &[Written]) -> Option<()> {
        let (first, last) = (days[0], days[days.len() - 1]);
        last.month?;
        let is_range = days.len() > 1;
        let sure = first.year.is_some() || last.year.is_some();
        // "12.5" and "3-4" are dates only behind a word that says so; "27/7" also behind a mark or nothing, but not behind
        // just any word: "trình độ văn hóa 9/12", "chưa bằng 1/3".
        let slash = last.separator == Some(Separator::Slash) || last.separator.is_none();
        // "trong 3 ngày thi (2, 3 và 4/6)"
        let in_brackets = brackets::surround(context, first.first..last.end);
        let bare_number = first.month.is_none() && !in_brackets && !self.is_likely(context);
        // "28-4 đến 1-5": two days and the word between them.
        let said_range =
            is_range && first.month.is_some() && context.is_word(first.end, WordRole::To).is_some();
        let glued_range = is_range && days.len() == 2 && context.is_dash(first.end) && slash;
        // "hành trình 28/4-1/5": no fraction has so much of so little.
        let is_sure_range = glued_range && first.month.is_some() && first.day.max(last.day) > 12;
        if bare_number && !glued_range && !(sure && is_range) {
            return None;
        }
        if sure || self.has_day_word || said_range || is_sure_range {
            return Some(());
        }
        let behind_mark = first.first == 0
            || context.tokens[first.first].is_line_start()
            || context.is_wall(first.first - 1)
                && !context.is_mark(first.first - 1, "(")
                && !context.is_mark(first.first - 1, ":");
        // No ratio is more than the whole and no score has so many goals: "trao giải 19/11".
        let behind_mark = behind_mark || last.day > 12;
        if self.is_perhaps_numbers(context, first, last) {
            return None;
        }
        let likely = slash && behind_mark || self.is_likely(context) || heads_news(context, last);
        (in_brackets || likely && !is_counting(context, first.first, last.end)).then_some(())
    }
}

impl Lead {
    /// "từ 4-5 tiểu" may be any range: two rising numbers behind nothing but "từ" or "đến", and a word of no calendar behind them.
    fn is_perhaps_numbers(&self, context: &Context<'_, '_>, first: Written, last: Written) -> bool {
        let rising = last.separator == Some(Separator::Dash)
            && first.first == last.first
            && last.month.is_some_and(|month| last.day < month);
        if !rising {
            return false;
        }
        let led = part_of_day(context, first.first).is_some() || is_named_day(context, first.first);
        let word =
            context.tokens.get(last.end).is_some_and(|token| token.is_small_word() && !token.is_line_start());
        let known = context.word_at(last.end).is_some() || context.date_word_at(last.end).is_some();
        !led && word && !known && (self.from(context).is_some() || self.is_to(context))
    }
}

/// Whether the news of a day are headed by it: "Tin thế giới 28-11: …".
fn heads_news(context: &Context<'_, '_>, day: Written) -> bool {
    day.day > 12 && context.is_mark(day.end, ":") && context.line(day.first).start == 0
}

/// "10/3 âm lịch", "23 tháng Chạp".
fn is_lunar_day(context: &Context<'_, '_>, first: usize) -> bool {
    written(context, first)
        .is_some_and(|day| parts::calendar(context, first..day.end) == Calendar::Lunar && day.month.is_some())
}

/// "Ngày Chiến thắng 30-4", "ngày khai giảng 5/9": the word for day stands before the day's name.
fn is_named_day(context: &Context<'_, '_>, first: usize) -> bool {
    let nearest = context.left_of(first).rev().take(6);
    let mut words = nearest.take_while(|at| !context.is_wall(*at) && !context.is_digits(*at));
    words.any(|at| matches!(context.date_word_at(at), Some((DateRole::Day, ..))))
}

/// Whether the words around "d/m" speak of counting: "trên 5/12", "5/12 xã", "từ 3-5 tháng", "5-7%".
fn is_counting(context: &Context<'_, '_>, first: usize, end: usize) -> bool {
    let in_time = matches!(
        context.date_word_at(end),
        Some((DateRole::Month | DateRole::Year | DateRole::Day | DateRole::Hour | DateRole::Minute, ..))
    );
    context.comparator_before(first).is_some()
        || context.counted_at(end).is_some() && !is_named_day(context, first)
        || context.unit_at(end).is_some()
        // "sáng 21-11 giờ Việt Nam" is no duration.
        || in_time && part_of_day(context, first).is_none()
}

/// `<d>[<separator><m>[<separator><y>]]`, `<d> tháng <m>[ năm <y>]`
fn written(context: &Context<'_, '_>, first: usize) -> Option<Written> {
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

/// Where the weekday, or what says the day otherwise, and the comma before a token start, or the token itself: "từ thứ Tư, ngày 1/11", "Hôm
/// qua, 31-5", "sáng nay, 31-5".
fn weekday_before(context: &Context<'_, '_>, at: usize) -> usize {
    let parted = at > 0 && (context.is_mark(at - 1, ",") || context.is_dash(at - 1));
    match context.date_word_before(if parted { at - 1 } else { at }) {
        Some((DateRole::Weekday | DateRole::Relative, _, start)) => start,
        Some((DateRole::PartOfDay, value, start)) if value.contains('P') => start,
        _ => at,
    }
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
