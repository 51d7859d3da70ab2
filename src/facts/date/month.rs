//! Months, quarters, halves: "tháng 11/2023", "quý III", "6 tháng đầu năm", "nửa đầu năm 2023".

use super::parts::{
    Joint, Side, from_before, joint, part_start, role_before, separator, side, side_before, skip, skip_part,
    small, year, year_behind, year_phrase, year_word,
};
use super::{Found, One, day};
use crate::Decimal;
use crate::data::{DateRole, List, NumberRole, PhraseRole, RefusalRole, UnitKind, WordRole};
use crate::facts::Context;
use crate::facts::few::Few;
use crate::segment::Token;
use crate::value::{DateValue, PartialDate, Period};

/// Reads months and what is counted in months or quarters.
pub(super) fn read(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    match role_before(context, first) {
        Some((DateRole::Month, start)) => named(context, first, start, Unit::Month),
        // "đá quý" at the end of one cell of a table, "2" in the next.
        Some((DateRole::Quarter, _)) if context.tokens[first].is_line_start() => None,
        // "bình quân quý 3 tháng đầu năm": "quý" is too much.
        Some((DateRole::Quarter, start)) => {
            part_of_year(context, first).or_else(|| named(context, first, start, Unit::Quarter))
        }
        Some((DateRole::Year, start)) => half(context, first, start),
        // "nửa cuối 2016"
        Some((DateRole::First | DateRole::Last, _)) if context.digit_count(first) == 4 => {
            half(context, first, first)
        }
        _ if context.is_digits(first) && !is_led_on(context, first + 1) => None,
        _ => part_of_year(context, first).or_else(|| month_and_year(context, first)),
    }
}

/// Whether digits may be counted months, or a month with its year, by what stands behind them.
fn is_led_on(context: &Context<'_, '_>, at: usize) -> bool {
    context.cues.may_start(at, List::Date) || context.is_mark(at, "/")
}

/// What the number behind a calendar word counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Month,
    Quarter,
}

impl Unit {
    fn role(self) -> DateRole {
        match self {
            Unit::Month => DateRole::Month,
            Unit::Quarter => DateRole::Quarter,
        }
    }

    fn most(self) -> u8 {
        match self {
            Unit::Month => 12,
            Unit::Quarter => 4,
        }
    }

    fn date(self, number: u8, year: Option<i16>) -> Option<PartialDate> {
        let period = match self {
            Unit::Month => Period::Month(number),
            Unit::Quarter => Period::Quarter(number),
        };
        PartialDate::new(year, period)
    }

    fn rule(self, joint: Joint) -> &'static str {
        match (self, joint) {
            (Unit::Month, Joint::List) => "<month>",
            (Unit::Month, Joint::Range) => "<month>-to-<month>",
            (Unit::Quarter, Joint::List) => "<quarter>",
            (Unit::Quarter, Joint::Range) => "<quarter>-to-<quarter>",
        }
    }
}

/// A month or quarter of an expression.
struct Item {
    first: usize,
    end: usize,
    number: u8,
    year: Option<i16>,
}

/// `tháng <m>[/<y>]`, with a range or list behind it; `start` is where the calendar word stands.
fn named(context: &Context<'_, '_>, first: usize, start: usize, unit: Unit) -> Option<Found> {
    if is_measured(context, first, start) {
        return None;
    }
    let has_year = || item(context, first, unit).is_some_and(|item| item.year.is_some());
    if names_a_street(context, start) && !has_year() {
        return Some(Found::nothing(first + 1));
    }
    // "cứ ba tháng một lần": months are counted, and once in so many something is done.
    let is_one = || context.numeral_at(first).is_some_and(|numeral| numeral.value == Decimal::ONE);
    let is_once = || matches!(context.unit_at(first + 1), Some((UnitKind::Times, _)));
    if context.numeral_before(start).is_some() && is_one() && (!context.is_digits(first) || is_once()) {
        return None;
    }
    if let Some((DateRole::FullMoon, moon)) = role_before(context, start) {
        return full_moon(context, first, moon);
    }
    let mut items = Few::One(item(context, first, unit)?);
    let mut joints = Vec::new();
    let is_plural = context.is_behind(start, WordRole::Plural);
    let part_at = part_start(context, start);
    let from = from_before(context, part_at);
    let list_end = list_end(context, &items[0], unit);
    while items.len() < 12 {
        let last = &items[items.len() - 1];
        let Some((how, next)) = joint(context, last.end) else { break };
        // "từ tháng 11/1974 đến đầu tháng 3/1975", "giữa tháng 11.2012 đến giữa tháng 4.2013"
        let has_part = from.is_some() || part_at < start;
        let part = if how == Joint::Range && has_part { skip_part(context, next) } else { next };
        let at = skip(context, part, unit.role());
        // "từ tháng tư tới hết | năm": the year, no May.
        if at == part && matches!(context.date_word_at(at), Some((DateRole::Year, ..))) {
            break;
        }
        // "tháng 4, 5 xã" counts communes: a list without its own calendar word needs the plural in front.
        let is_listed = || is_plural || is_last_of_list(context, next, unit) || next < list_end;
        if how == Joint::List && (at > next || !is_listed()) {
            break;
        }
        // "tháng 10 đến 12 xã"
        if how == Joint::Range && at == next && !context.is_dash(last.end) && from.is_none() {
            break;
        }
        let Some(next) = item(context, at, unit) else { break };
        joints.push(how);
        items.push(next);
        if how == Joint::Range {
            break;
        }
    }
    distribute(&mut items);
    until_year(context, &items, from)
        .or_else(|| until_day(context, &items, from))
        .or_else(|| assemble(unit, &items, &joints, start, from))
}

/// Whether the number behind the word for month is one of a sum or a share: "hỗ trợ mỗi tháng 4 triệu đồng", "lãi suất tháng 1,2%".
fn is_measured(context: &Context<'_, '_>, first: usize, start: usize) -> bool {
    let Some(numeral) = context.numeral_at(first).filter(|_| context.is_digits(first)) else { return false };
    let is_fraction = numeral.base_end > first + 1;
    let is_each = || context.is_behind(start, WordRole::Each);
    // "trong tháng 1, 5 triệu lượt khách" counts millions; "trong tháng 8 đồng loạt" counts nothing.
    (first + 1..numeral.base_end).all(|at| context.is_glued(at))
        && match context.unit_at(numeral.end) {
            Some((UnitKind::Percent, _)) => true,
            Some((UnitKind::Times, _)) if is_each() => true,
            Some((unit, _)) if unit.is_measure() => numeral.end > first + 1,
            // "mỗi tháng 2 buổi", but "mỗi tháng 7, …"
            _ if is_each() => context.tokens.get(numeral.end).is_some_and(Token::is_small_word),
            _ => is_fraction && numeral.scale > Decimal::ONE,
        }
}

/// "từ tháng 7/2016 đến năm 2021"
fn until_year(context: &Context<'_, '_>, items: &[Item], from: Option<usize>) -> Option<Found> {
    let [Item { number, year: Some(start_year), end, .. }] = items else { return None };
    let (Joint::Range, next) = joint(context, *end)? else { return None };
    let word = skip_part(context, next);
    let (end_year, end) = year(context, skip(context, word, DateRole::Year))?;
    let start = Unit::Month.date(*number, Some(*start_year))?;
    let value = DateValue::Interval(start, PartialDate::new(Some(end_year), Period::Year)?);
    (end_year > *start_year).then_some(Found::one(from?, end, value, "<month>-to-<year>"))
}

/// "từ tháng 1-2024 đến 28-10-2024", "từ tháng 11 đến ngày 5/3/2024"
fn until_day(context: &Context<'_, '_>, items: &[Item], from: Option<usize>) -> Option<Found> {
    let [Item { number, year, end, .. }] = items else { return None };
    let (Joint::Range, next) = joint(context, *end)? else { return None };
    let (day, end) = day::single(context, skip(context, next, DateRole::Day))?;
    let (last_year, last_month) = (day.year()?, day.month()?);
    let year = year.unwrap_or(if *number > last_month { last_year - 1 } else { last_year });
    let start = Unit::Month.date(*number, Some(year))?;
    let is_later = (year, *number) < (last_year, last_month);
    is_later.then_some(Found::one(from?, end, DateValue::Interval(start, day), "<month>-to-<day>"))
}

/// A month with its year, from the word for month on, and one past it.
pub(super) fn with_year(context: &Context<'_, '_>, at: usize) -> Option<(PartialDate, usize)> {
    named_at(context, at).filter(|(month, _)| month.year().is_some())
}

/// A month, with its year or without, from the word for month on, and one past it.
pub(super) fn named_at(context: &Context<'_, '_>, at: usize) -> Option<(PartialDate, usize)> {
    let (DateRole::Month, _, first) = context.date_word_at(at)? else { return None };
    let month = item(context, first, Unit::Month)?;
    Some((Unit::Month.date(month.number, month.year)?, month.end))
}

/// "đường 2 tháng 9": the day before the month is a name's. "136 Cách Mạng Tháng Tám", "đường Cách mạng tháng Tám": so is the month.
fn names_a_street(context: &Context<'_, '_>, start: usize) -> bool {
    let holder = |at| context.refusal_before(at).filter(|(role, _)| *role == RefusalRole::Holder);
    if let Some((_, held)) = holder(start)
        && (context.tokens[start].is_capitalized() || holder(held).is_some())
    {
        return true;
    }
    let day = context.numeral_before(start).map(|numeral| numeral.first);
    let blocker = day.and_then(|day| context.blocker_before(day));
    blocker.is_some_and(|blocker| ["street", "school", "company"].iter().any(|kind| blocker.is(kind)))
}

/// "rằm tháng 8": the fifteenth of a lunar month.
fn full_moon(context: &Context<'_, '_>, first: usize, moon: usize) -> Option<Found> {
    let Item { number, year, end, .. } = item(context, first, Unit::Month)?;
    let value = PartialDate::new(year, Period::Day { month: number, day: 15 })?;
    Some(Found::one(moon, end, DateValue::Point(value), "full-moon-of-<month>"))
}

/// Whether a number in a list brings the year of the whole: "quý I, II/2023", "tháng 4, 5/2024".
fn is_last_of_list(context: &Context<'_, '_>, at: usize, unit: Unit) -> bool {
    item(context, at, unit).is_some_and(|item| item.year.is_some())
}

/// One past numbers that go on from the first, each the next: "tháng 1 và 2, ước đạt", "quý 1, 2 và 3/2024", "tháng 1, 2, 3 đều tăng". Their last has a
/// year, or a mark or verb behind it says that it counts nothing; without "và" two are too few.
fn list_end(context: &Context<'_, '_>, first: &Item, unit: Unit) -> usize {
    let counts_nothing = |at| {
        context.is_wall(at)
            || matches!(context.phrase_word_at(at), Some((PhraseRole::End | PhraseRole::About, _)))
    };
    let (mut last, mut count, mut by_and) = ((first.number, first.end), 1, false);
    let next_of = |(number, end): (u8, usize)| {
        let (_, at) = joint(context, end).filter(|(how, _)| *how == Joint::List)?;
        item(context, at, unit).filter(|item| item.number == number + 1)
    };
    while let Some(next) = next_of(last) {
        by_and = context.is_word(last.1, WordRole::And).is_some();
        (last, count) = ((next.number, next.end), count + 1);
        if next.year.is_some() {
            return next.end;
        }
    }
    let is_list = count > 1 && (by_and || count > 2) && counts_nothing(last.1);
    if is_list { last.1 } else { first.end }
}

fn item(context: &Context<'_, '_>, first: usize, unit: Unit) -> Option<Item> {
    // "quý I, II": the second is a numeral only here.
    let roman = || Some((context.roman(first)?, first + 1)).filter(|(number, _)| *number <= 4);
    let number = small(context, first, unit.most());
    let (number, end) = number.or_else(|| roman().filter(|_| unit == Unit::Quarter))?;
    let (year, end) = match year_behind(context, end) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    Some(Item { first, end, number, year })
}

fn distribute(items: &mut [Item]) {
    for i in (0..items.len().saturating_sub(1)).rev() {
        let (year, number) = (items[i + 1].year, items[i + 1].number);
        let own = &mut items[i];
        own.year = own.year.or(year.map(|year| if own.number > number { year - 1 } else { year }));
    }
}

fn assemble(
    unit: Unit,
    items: &[Item],
    joints: &[Joint],
    start: usize,
    from: Option<usize>,
) -> Option<Found> {
    let end = items[items.len() - 1].end;
    if let ([first, last], [Joint::Range]) = (items, joints) {
        let value =
            DateValue::Interval(unit.date(first.number, first.year)?, unit.date(last.number, last.year)?);
        return Some(Found::one(from.unwrap_or(start), end, value, unit.rule(Joint::Range)));
    }
    let dates = items.iter().enumerate().map(|(i, item)| {
        let value = DateValue::Point(unit.date(item.number, item.year)?);
        let first = if i == 0 { start } else { item.first };
        Some(One { first, end: item.end, value, rule: unit.rule(Joint::List) })
    });
    Some(Found { dates: dates.collect::<Option<_>>()?, end })
}

/// The end of "năm ngoái", which says which year by its distance.
fn other_year(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let (DateRole::Relative, offset, end) = context.date_word_at(at)? else { return None };
    offset.ends_with('Y').then_some(end)
}

/// "nửa đầu năm 2023": a half, led by its year, the only number in it.
fn half(context: &Context<'_, '_>, first: usize, year_word: usize) -> Option<Found> {
    let (year, end) = year(context, first)?;
    let (side, side_start) = side_before(context, year_word)?;
    let start = side_start.checked_sub(1)?;
    let (NumberRole::Fraction, _) = context.number_word_at(start)? else { return None };
    let value = PartialDate::new(Some(year), Period::Half(if side == Side::First { 1 } else { 2 }))?;
    Some(Found::one(start, end, DateValue::Point(value), "half-of-<year>"))
}

/// `<n> tháng đầu năm [<y>]`, `<n> tháng cuối năm`, `<n> tháng năm <y>`, `<n> quý đầu năm`.
fn part_of_year(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let (count, end) = small(context, first, 12)?;
    let (unit, end) = match context.date_word_at(end)? {
        (DateRole::Month, _, end) => (Unit::Month, end),
        (DateRole::Quarter, _, end) if count <= 4 => (Unit::Quarter, end),
        _ => return None,
    };
    let (side, end) = match side(context, end) {
        Some((side, end)) => {
            let of = context.is_word(end, WordRole::Possessive).unwrap_or(end);
            match year_word(context, of).or_else(|| other_year(context, of)) {
                Some(end) => (side, end),
                // "6 tháng đầu 2013"
                None if context.is_digits(of) && year(context, of).is_some() => (side, of),
                None => return shared_year(context, first, (unit, count, side), end),
            }
        }
        // "9 tháng năm 2023": without "đầu" the year must be there.
        None if year_phrase(context, end).is_none()
            && year_behind(context, end).is_none()
            && context.is_word(end, WordRole::Possessive).is_none() =>
        {
            return so_far(context, first, count, unit, end);
        }
        None => {
            let of = context.is_word(end, WordRole::Possessive).unwrap_or(end);
            let (year, year_end) = year_phrase(context, of).or_else(|| year_behind(context, end))?;
            let value = months(unit, count, Side::First, Some(year))?;
            return Some(Found::one(first, year_end, value, "<number>-months-of-<year>"));
        }
    };
    let (year, end) = year(context, end).map_or((None, end), |(year, end)| (Some(year), end));
    let value = months(unit, count, side, year)?;
    Some(Found::one(first, end, value, "<number>-months-of-<year>"))
}

/// "6 tháng đầu và 6 tháng cuối năm 2023": the year is said with the second.
fn shared_year(
    context: &Context<'_, '_>,
    first: usize,
    (unit, count, own): (Unit, u8, Side),
    end: usize,
) -> Option<Found> {
    let (Joint::List, next) = joint(context, end)? else { return None };
    let (_, unit_at) = small(context, next, 12)?;
    let (_, _, side_at) = context.date_word_at(unit_at).filter(|(role, ..)| *role == unit.role())?;
    let (_, year_at) = side(context, side_at)?;
    let year_at = year_word(context, year_at)?;
    let value = months(unit, count, own, year(context, year_at).map(|(year, _)| year))?;
    Some(Found::one(first, end, value, "<number>-months-of-<year>"))
}

/// "tháng 8 và 8 tháng", "quý III và 9 tháng", "lũy kế 9 tháng": months since January, where nothing else can be meant.
fn so_far(context: &Context<'_, '_>, first: usize, count: u8, unit: Unit, end: usize) -> Option<Found> {
    let and = context.word_before(first).filter(|(role, _)| *role == WordRole::And).map(|(_, start)| start);
    let follows = and.and_then(|and| context.numeral_before(and)).is_some_and(|numeral| {
        let number = numeral.value.to_u32().unwrap_or(0);
        match role_before(context, numeral.first) {
            Some((DateRole::Month, _)) => number == u32::from(count),
            Some((DateRole::Quarter, _)) => number.checked_mul(3) == Some(u32::from(count)),
            _ => false,
        }
    });
    let tally = matches!(role_before(context, first), Some((DateRole::Tally, _)));
    let is_sum = unit == Unit::Month && count > 1 && (follows || tally);
    let value = months(unit, count, Side::First, None).filter(|_| is_sum)?;
    Some(Found::one(first, end, value, "<number>-months-so-far"))
}

/// The first or last months of a year.
fn months(unit: Unit, count: u8, side: Side, year: Option<i16>) -> Option<DateValue> {
    let count = if unit == Unit::Quarter { count * 3 } else { count };
    let (start, end) = match side {
        Side::First => (1, count),
        Side::Last => (13 - count, 12),
    };
    let month = |month| PartialDate::new(year, Period::Month(month));
    match (start, end) {
        (1, 6) => PartialDate::new(year, Period::Half(1)).map(DateValue::Point),
        (7, 12) => PartialDate::new(year, Period::Half(2)).map(DateValue::Point),
        _ => Some(DateValue::Interval(month(start)?, month(end)?)),
    }
}

/// "11/2023", "T11/2023", "Q3/2023": a month or quarter without its word.
fn month_and_year(context: &Context<'_, '_>, first: usize) -> Option<Found> {
    let end = first + 1;
    let glued = context.is_mark(end, "/") && context.is_glued(end) && context.is_glued(end + 1);
    let (number, _) = small(context, first, 12).filter(|_| glued && context.is_digits(first))?;
    // "17/10/2016" glued to what stands before it is no month: "500,00017/10/2016".
    let is_rest = first > 0 && context.is_glued(first) && separator(context, first - 1).is_some();
    if is_rest {
        return None;
    }
    let (year, year_end) = year(context, end + 1).filter(|_| separator(context, end + 2).is_none())?;
    let short = first.checked_sub(1).and_then(|at| context.cue(at, List::Date));
    let short = short.filter(|cue| cue.doubtful && context.is_glued(first));
    let is_quarter = short.is_some_and(|cue| context.lists().dates[cue.entry()].role == DateRole::Quarter);
    let unit = if is_quarter { Unit::Quarter } else { Unit::Month };
    let value = DateValue::Point(unit.date(number, Some(year))?);
    Some(Found::one(short.map_or(first, |_| first - 1), year_end, value, unit.rule(Joint::List)))
}
