//! Years: "năm 2023", "các năm 2021, 2022 và 2023", "nhiệm kỳ 2020-2025", "Luật Đất đai 2013".

use std::ops::Range;

use super::parts::{
    Joint, Side, early_digits, early_year, from_before, joint, part_start, role_before, side_before, skip,
    skip_part, year,
};
use super::{Found, One, day, month};
use crate::data::{DateRole, RefusalRole, WordRole};
use crate::facts::few::Few;
use crate::facts::{Context, brackets};
use crate::value::{DateValue, EventType, PartialDate, Period};

/// Two years further apart are no period of news: "Công ty 1900-2100".
const LONGEST_SPAN: i16 = 120;

/// A dynasty may last longer: "từ năm 1000 đến 1471".
const LONGEST_EARLY_SPAN: i16 = 800;

/// So many tokens before two years their distance may be said.
const TO_COUNT: usize = 32;

/// Reads `[nhiệm kỳ|giai đoạn|năm học] <y>-<y>`.
pub(super) fn read_span(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let role = role_before(context, first);
    let is_term = matches!(role, Some((DateRole::SpanOfYears | DateRole::SchoolYear, _)));
    if let Some((start_year, end_year)) = glued(context, first).filter(|_| is_term) {
        let start = role.map_or(first, |(_, start)| start);
        let value = DateValue::Interval(whole(start_year)?, whole(end_year)?);
        return Some(Found::one(start, first + 1, value, "<year>-to-<year>"));
    }
    let early = early_year(context, first).or_else(|| early_lifetime(context, first));
    let (start_year, start_end) = year(context, first).or(early)?;
    let next = match joint(context, start_end) {
        Some((Joint::Range, next)) => next,
        // "năm học 2023/2024"
        None if is_term && context.is_mark(start_end, "/") => start_end + 1,
        // "nhiệm kỳ 2015 2020": the dash is lost.
        None if is_term => start_end,
        _ => return None,
    };
    let lead = role.filter(|(role, _)| is_term || *role == DateRole::Year).map_or(first, |(_, start)| start);
    let from = from_before(context, part_start(context, lead));
    let until = |from| {
        until_month(context, start_year, next, from).or_else(|| until_day(context, start_year, next, from))
    };
    if let Some(found) = from.filter(|_| !is_term).and_then(until) {
        return Some(found);
    }
    // "từ năm 2008 đến cuối 2012"
    let part_end = if from.is_some() { skip_part(context, next) } else { next };
    let at = skip(context, part_end, DateRole::Year);
    let (end_year, end) = year(context, at)
        .or_else(|| short_year(context, start_year, at).filter(|_| is_term))
        .or_else(|| early_digits(context, at).filter(|_| early.is_some()))?;
    let longest = if early.is_some() { LONGEST_EARLY_SPAN } else { LONGEST_SPAN };
    if !(1..=longest).contains(&(end_year - start_year)) {
        return None;
    }
    if is_anniversary(context, first..end, end_year - start_year) {
        let dates = vec![one(start_year, first..start_end)?, one(end_year, at..end)?];
        return Some(Found { dates: Few::Several(dates), end });
    }
    let is_word = at > next && !context.is_dash(start_end);
    let start = from.filter(|_| !is_term || is_word).unwrap_or(lead);
    let value = DateValue::Interval(whole(start_year)?, whole(end_year)?);
    Some(Found::one(start, end, value, "<year>-to-<year>"))
}

/// A life or reign is no longer: "Càn Long (1711-1799)".
const LONGEST_LIFE: i16 = 110;

/// The first of two years before 1800 in brackets behind a name of two words or more: "chúa Nguyễn Phúc Chu (|1675 - 1725)", but not "mã VN
/// (1234 - 1567)", nor what a noun behind it counts.
fn early_lifetime(context: &Context<'_, '_>, first: usize) -> Option<(i16, usize)> {
    let name = first.checked_sub(3).filter(|_| context.is_mark(first - 1, "("))?;
    let is_name = |at: usize| context.tokens[at].is_capitalized() && !context.tokens[at].is_all_caps();
    let (year, end) = early_digits(context, first).filter(|_| (name..first - 1).all(is_name))?;
    let (Joint::Range, next) = joint(context, end)? else { return None };
    let (last, close) = self::year(context, next).or_else(|| early_digits(context, next))?;
    let is_life = (1..=LONGEST_LIFE).contains(&(last - year)) && context.is_mark(close, ")");
    let counted = context.unit_at(close + 1).is_some() || context.counted_at(close + 1).is_some();
    (is_life && !counted).then_some((year, end))
}

/// Whether two years in brackets are those of an event and its anniversary, which is celebrated so many years later: "kỷ niệm 75 năm thiết
/// lập quan hệ (1950 - 2025)", but not "tổng kết 10 năm thi hành luật (2013 - 2023)".
fn is_anniversary(context: &Context<'_, '_>, span: Range<usize>, years: i16) -> bool {
    if !brackets::surround(context, span.clone()) {
        return false;
    }
    let left = context.left_of(span.start);
    let floor = left.start.max(span.start.saturating_sub(TO_COUNT));
    let counts = |at: &usize| {
        context.numeral_at(*at).is_some_and(|numeral| {
            matches!(context.date_word_at(numeral.end), Some((DateRole::Year, ..)))
                && numeral.value.to_u32() == u32::try_from(years).ok()
        })
    };
    let celebrates = |at: usize| {
        matches!(context.date_word_at(at), Some((DateRole::Occasion, ..)))
            && matches!(context.event_at(at), Some((_, Some(EventType::Ceremony), _)))
    };
    let count = (floor..span.start).find(counts);
    count.is_some_and(|count| (left.start..count).any(celebrates))
}

/// "từ năm 2011 đến tháng 11/2021"; `next` stands behind "đến".
fn until_month(context: &Context<'_, '_>, start_year: i16, next: usize, from: usize) -> Option<Found> {
    let (month, end) = month::with_year(context, skip_part(context, next))?;
    let value = DateValue::Interval(whole(start_year)?, month);
    (month.year()? > start_year).then_some(Found::one(from, end, value, "<year>-to-<month>"))
}

/// "từ đầu năm 2020 đến 30/6/2022"; `next` stands behind "đến".
fn until_day(context: &Context<'_, '_>, start_year: i16, next: usize, from: usize) -> Option<Found> {
    let (day, end) = day::single(context, skip(context, next, DateRole::Day))?;
    let value = DateValue::Interval(whole(start_year)?, day);
    (day.year()? > start_year).then_some(Found::one(from, end, value, "<year>-to-<day>"))
}

/// "giai đoạn 2016-20": the century of the first.
fn short_year(context: &Context<'_, '_>, start: i16, at: usize) -> Option<(i16, usize)> {
    let two = context.digits(at).filter(|_| context.digit_count(at) == 2 && context.is_glued(at))?;
    Some((start / 100 * 100 + two as i16, at + 1))
}

/// "giai đoạn 20212025": a conversion has lost the dash.
fn glued(context: &Context<'_, '_>, at: usize) -> Option<(i16, i16)> {
    let digits = context.digit_run(at).filter(|digits| digits.len() == 8)?;
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + i16::from(digit - b'0'));
    let (start, end) = (number(&digits[..4]), number(&digits[4..]));
    ((1900..=2100).contains(&start) && (1..=LONGEST_SPAN).contains(&(end - start))).then_some((start, end))
}

fn one(year: i16, tokens: Range<usize>) -> Option<One> {
    let value = DateValue::Point(whole(year)?);
    Some(One { first: tokens.start, end: tokens.end, value, rule: "<year>" })
}

fn whole(year: i16) -> Option<PartialDate> {
    PartialDate::new(Some(year), Period::Year)
}

/// Reads `[năm] <y>` and the years listed behind it.
pub(super) fn read(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let (number, end) = year(context, first).or_else(|| early_year(context, first))?;
    let before = role_before(context, first);
    let lead = before.filter(|(role, _)| *role == DateRole::Year);
    // "cùng kỳ 2012 chỉ tăng": behind such a word nothing is counted.
    let named = matches!(before, Some((DateRole::SamePeriod | DateRole::Occasion, _)));
    if lead.is_none() && !stands_alone(context, number, first..end) && !(named && context.is_digits(first)) {
        return None;
    }
    let start = lead.map_or(first, |(_, start)| start);
    if let Some((quarter, start)) = quarter_before(context, start) {
        let value = DateValue::Point(PartialDate::new(Some(number), Period::Quarter(quarter))?);
        return Some(Found::one(start, end, value, "<part>-quarter-of-<year>"));
    }
    let mut dates = Few::One(one(number, start..end)?);
    let mut end = end;
    while let Some((Joint::List, next)) = joint(context, end) {
        let Some((number, next_end)) = year(context, next).filter(|_| dates.len() < 16) else { break };
        if lead.is_none() && !stands_alone(context, number, next..next_end) {
            break;
        }
        dates.push(one(number, next..next_end)?);
        end = next_end;
    }
    Some(Found { dates, end })
}

/// The quarter that is the first or last of the year behind it, and where it starts: "quý đầu | 2013", but not "3 quý đầu năm", "các quý đầu".
fn quarter_before(context: &Context<'_, '_>, year: usize) -> Option<(u8, usize)> {
    let (side, at) = side_before(context, year)?;
    let (DateRole::Quarter, start) = role_before(context, at)? else { return None };
    let quarter = if side == Side::First { 1 } else { 4 };
    let is_several = context.numeral_before(start).is_some() || context.is_behind(start, WordRole::Plural);
    (!is_several).then_some((quarter, start))
}

/// Whether four digits without "năm" are a year: they count nothing ("2013 người"), bound nothing ("trên 2013"), are no part of a
/// longer number or code, and the year is one that news speaks of.
fn stands_alone(context: &Context<'_, '_>, year: i16, tokens: Range<usize>) -> bool {
    let (first, end) = (tokens.start, tokens.end);
    if !context.is_digits(first) || !(1930..=2050).contains(&year) {
        return false;
    }
    // "Giải Cúp Thành Công 2025|sẽ diễn ra": no code has letters with marks.
    let has_lost_space = |at: usize| context.tokens[at].is_small_word() && !context.token_text(at).is_ascii();
    let is_code = context.is_glued(first)
        && first > 0
        && !context.is_mark(first - 1, "(")
        && !context.is_dash(first - 1)
        || context.is_glued(end) && !context.is_wall(end) && !has_lost_space(end);
    // "Đề án 1956", "Quyết định 1956"
    let is_number = || matches!(context.refusal_before(first), Some((RefusalRole::Document, _)));
    !is_code
        && !counts_what_follows(context, end)
        && context.comparator_before(first).is_none()
        && !is_number()
}

/// Whether a unit or noun that numbers count stands at a token: "2013 người", but not "Đối thoại 2013 Bộ trưởng", where a capital begins
/// something else, nor "lần lượt", which counts no "lần".
fn counts_what_follows(context: &Context<'_, '_>, at: usize) -> bool {
    let is_parted = context.tokens.get(at).is_some_and(|next| next.is_capitalized() && !next.is_all_caps())
        || matches!(context.word_at(at), Some((WordRole::Respectively, _)));
    !is_parted
        && (context.unit_at(at).is_some()
            || context.rate_noun_at(at).is_some()
            || context.counted_at(at).is_some())
}
