//! What the shapes are made of: small numbers, separators, years, the words around a date.

use std::ops::Range;

use super::{Calendar, One};
use crate::data::{DateRole, WordRole};
use crate::facts::Context;
use crate::scan::LUNAR_WORDS;
use crate::value::{DateValue, PartOfDay, PartOfPeriod, Period};

/// A number of 1 to `most` at a token, in at most two digits or in words, and one past its tokens.
pub(super) fn small(context: &Context<'_, '_>, at: usize, most: u8) -> Option<(u8, usize)> {
    let (value, end) = match context.digit_run(at) {
        Some([digit]) => (digit - b'0', at + 1),
        Some([ten, digit]) => ((ten - b'0') * 10 + (digit - b'0'), at + 1),
        Some(_) => return None,
        None => {
            let numeral = context.numeral_at(at).filter(|numeral| numeral.end == numeral.base_end)?;
            (u8::try_from(numeral.value.to_u32()?).ok()?, numeral.end)
        }
    };
    (1..=most).contains(&value).then_some((value, end))
}

/// What parts the numbers of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    Slash,
    Dash,
    Dot,
}

pub(super) fn separator(context: &Context<'_, '_>, at: usize) -> Option<Separator> {
    match context.mark(at)? {
        '/' => Some(Separator::Slash),
        // "ngày 5. 11 xã": a full stop with a space behind it parts nothing.
        '.' => (context.is_glued(at) && context.is_glued(at + 1)).then_some(Separator::Dot),
        _ => context.is_dash(at).then_some(Separator::Dash),
    }
}

/// A year of four digits, or in words.
pub(super) fn year(context: &Context<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let plausible = |year: u32| (1800..=2199).contains(&year).then_some(year as i16);
    if let Some(written) = context.digit_run(at) {
        let year = plausible(context.digits(at).filter(|_| written.len() == 4)?.into())?;
        return if continues_number(context, at) { None } else { Some((year, at + 1)) };
    }
    let numeral = context.numeral_at(at)?;
    plausible(numeral.value.to_u32()?).map(|year| (year, numeral.end))
}

/// A year before 1800 behind "năm", where nothing follows that it could count: "năm 1460", but not "mỗi năm 1200 lượt khách".
pub(super) fn early_year(context: &Context<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let (DateRole::Year | DateRole::SpanOfYears, start) = role_before(context, at)? else { return None };
    let is_each = matches!(context.word_before(start), Some((WordRole::Each | WordRole::All, _)))
        || context.numeral_before(start).is_some();
    // "năm 1020 | Thái tử Lý Phật Mã"
    let opens = start == context.sentence(start).start || context.is_mark(start - 1, ",");
    let counts_nothing = joint(context, at + 1).is_some()
        || opens && context.tokens.get(at + 1).is_some_and(|next| next.is_capitalized())
        || context.is_wall(at + 1)
        || context.tokens.get(at + 1).is_none_or(|token| token.is_line_start());
    early_digits(context, at).filter(|_| !is_each && counts_nothing)
}

/// Four digits that may be a year before 1800.
pub(super) fn early_digits(context: &Context<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let number = context.digits(at).filter(|number| (1000..1800).contains(number))?;
    (context.digit_count(at) == 4 && !continues_number(context, at)).then_some((number as i16, at + 1))
}

/// Whether the digits at a token are only a part of a number: "2013,5", "1.2013".
pub(super) fn continues_number(context: &Context<'_, '_>, at: usize) -> bool {
    context.numeral_at(at).is_some_and(|numeral| numeral.end > at + 1)
}

/// The word for year at a token, also as "năm nay", which says no more than "năm" in "6 tháng đầu năm nay"; its end.
pub(super) fn year_word(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    match context.date_word_at(at)? {
        (DateRole::Year, _, end) => Some(end),
        (DateRole::Relative, "P0Y", end) => Some(end),
        _ => None,
    }
}

/// "năm 2023", also ", năm 2023" behind a part of the year.
pub(super) fn year_phrase(context: &Context<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let at = if context.is_mark(at, ",") { at + 1 } else { at };
    match context.date_word_at(at)? {
        (DateRole::Year, _, end) => year(context, end),
        _ => None,
    }
}

/// The year behind a month or quarter: "/2023", "-2023", "năm 2023", also "tháng 4 2019".
pub(super) fn year_behind(context: &Context<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let parted = separator(context, at).and_then(|_| year(context, at + 1));
    let bare = || year(context, at).filter(|_| context.is_digits(at));
    parted.or_else(|| year_phrase(context, at)).or_else(bare)
}

/// How two numbers of a date stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// "-", "đến": one period.
    Range,
    /// ",", "và": two dates.
    List,
}

/// What joins two dates, and one past it: with "hết", a weekday and "ngày" behind it.
pub(super) fn joint(context: &Context<'_, '_>, at: usize) -> Option<(Joint, usize)> {
    let (joint, mut end) = if context.is_dash(at) {
        (Joint::Range, at + 1)
    } else if context.is_mark(at, ",") {
        // ", và", ", ngày"
        (Joint::List, context.is_word(at + 1, WordRole::And).unwrap_or(at + 1))
    } else {
        match context.word_at(at)? {
            (WordRole::To, end) => (Joint::Range, end),
            // "từ 16/4 cho đến ngày 28/5"
            (WordRole::None, end) if context.is_word(at + 1, WordRole::To) == Some(end) => {
                (Joint::Range, end)
            }
            (WordRole::And | WordRole::Or, end) => (Joint::List, end),
            _ => return None,
        }
    };
    end = context.is_word(end, WordRole::Through).unwrap_or(end);
    Some((joint, end))
}

/// One past a calendar word of a role at a token, or the token itself.
pub(super) fn skip(context: &Context<'_, '_>, at: usize, role: DateRole) -> usize {
    match context.date_word_at(at) {
        Some((found, _, end)) if found == role => end,
        _ => at,
    }
}

/// Where the part in front of a month or year starts: "giữa | tháng 11", "cuối | năm 2011".
pub(super) fn part_start(context: &Context<'_, '_>, start: usize) -> usize {
    match role_before(context, start) {
        Some((DateRole::First | DateRole::Middle | DateRole::Last, part)) => part,
        _ => start,
    }
}

/// One past "đầu", "giữa", "cuối" at a token, or the token itself.
pub(super) fn skip_part(context: &Context<'_, '_>, at: usize) -> usize {
    match context.date_word_at(at) {
        Some((DateRole::First | DateRole::Middle | DateRole::Last, _, end)) => end,
        _ => at,
    }
}

/// One past a weekday and the comma behind it: "thứ Ba, ngày 1/1".
pub(super) fn skip_weekday(context: &Context<'_, '_>, at: usize) -> usize {
    let end = skip(context, at, DateRole::Weekday);
    if end > at && context.is_mark(end, ",") { end + 1 } else { end }
}

/// The calendar word right before a token: its role and where it starts.
pub(super) fn role_before(context: &Context<'_, '_>, at: usize) -> Option<(DateRole, usize)> {
    context
        .date_word_before(at)
        .map(|(role, _, start)| (role, start))
        .filter(|(role, _)| *role != DateRole::None)
}

/// Which end of a year is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    First,
    Last,
}

/// "đầu", "cuối", and one past it.
pub(super) fn side(context: &Context<'_, '_>, at: usize) -> Option<(Side, usize)> {
    match context.date_word_at(at)? {
        (DateRole::First, _, end) => Some((Side::First, end)),
        (DateRole::Last, _, end) => Some((Side::Last, end)),
        _ => None,
    }
}

/// "đầu", "cuối" right before a token, and where it starts.
pub(super) fn side_before(context: &Context<'_, '_>, at: usize) -> Option<(Side, usize)> {
    let (_, start) = role_before(context, at)?;
    side(context, start).map(|(side, _)| (side, start))
}

/// Where the "từ" before a token starts.
pub(super) fn from_before(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    context.word_before(at).filter(|(role, _)| *role == WordRole::From).map(|(_, start)| start)
}

/// The part of the day in front of a date: "sáng 5/3", "chiều ngày 5/3".
pub(super) fn part_of_day(context: &Context<'_, '_>, first: usize) -> Option<PartOfDay> {
    let (role, value, _) = context.date_word_before(first)?;
    if role == DateRole::PartOfDay { value.split(' ').next()?.parse().ok() } else { None }
}

/// The part of a month, quarter or year in front: "đầu tháng 5", "cuối năm 2022"; "6 tháng cuối năm" is a time of its own.
pub(super) fn part_of_period(context: &Context<'_, '_>, date: &One) -> Option<PartOfPeriod> {
    let DateValue::Point(point) = date.value else { return None };
    if matches!(point.period(), Period::Day { .. }) {
        return None;
    }
    match role_before(context, date.first)?.0 {
        DateRole::First => Some(PartOfPeriod::Beginning),
        DateRole::Middle => Some(PartOfPeriod::Middle),
        DateRole::Last => Some(PartOfPeriod::End),
        _ => None,
    }
}

/// The calendar that a date on these tokens counts by: lunar months have names ("23 tháng Chạp"), the moon is full on a lunar day,
/// Tết is a lunar day, and the words before or behind may say so ("nhằm ngày 10/3", "10/3 (âm lịch)").
pub(super) fn calendar(context: &Context<'_, '_>, date: Range<usize>) -> Calendar {
    let inside = |at| {
        let may_be = context.cues.may_start_any(at, LUNAR_WORDS);
        may_be
            && matches!(
                context.date_word_at(at),
                Some((DateRole::MonthName | DateRole::FullMoon | DateRole::NewYear | DateRole::LunarDay, ..))
            )
    };
    let before = matches!(role_before(context, date.start), Some((DateRole::LunarDay, _)));
    let lunar = before || is_lunar_behind(context, date.end) || date.clone().any(inside);
    if lunar { Calendar::Lunar } else { Calendar::Solar }
}

/// "âm lịch" right behind a date, perhaps in brackets.
pub(super) fn is_lunar_behind(context: &Context<'_, '_>, end: usize) -> bool {
    let at = if context.is_mark(end, "(") { end + 1 } else { end };
    context.cues.may_start_any(at, LUNAR_WORDS)
        && matches!(context.date_word_at(at), Some((DateRole::Lunar, ..)))
}
