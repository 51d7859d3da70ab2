//! Years that are not written but follow from the article.

use jiff::civil::Date as Day;

use super::present::{Present, speaks_of_now};
use crate::data::{DateRole, EventRole, EventUse, OfficeRole, WordRole};
use crate::facts::{Context, Draft, FactData, Output, REACH};
use crate::value::{DateValue, PartialDate, Period};

/// A date without a year is at most so many days after the article, unless its words look ahead: news tells what has been.
const AHEAD: i64 = 60;

/// A day without a year is at most so many days before the article.
const BACK: i64 = 240;

const A_YEAR: i64 = 366;

/// What looks ahead may still be a few days past: "trước ngày 5/9", read on the 7th.
const JUST_PAST: i64 = 31;

/// Fills in the years of dates, and says so in `inferred`.
///
/// First what the words behind say ("tháng 5 năm sau"), then a period that follows in the sentence and has its year ("tháng 10 và 2
/// tháng cuối năm 2023"), then the article's present. Where that is unknown too, the year stays unknown. Lunar dates are left alone,
/// and so are days that come round every year.
pub(crate) fn infer(context: &Context<'_, '_>, output: &mut Output<'_>, present: Option<Present>) {
    // From the end, so that the period that follows is known.
    let mut following: Option<Following> = None;
    for i in (0..output.len()).rev() {
        let (before, behind) = output.split_at_mut(i);
        let draft = &mut behind[0];
        let sentence = draft.fact.sentence;
        let Some(value) = solar(draft) else { continue };
        if let Some(year) = value.end().year() {
            // "tăng so với 5 tháng đầu năm 2012" says nothing of the months before it.
            let gives = (is_period(value) || is_whole_year(context, draft)) && speaks_of_now(context, draft);
            following = gives.then_some(Following { sentence, first: draft.first, year }).or(following);
            continue;
        }
        let dated_page = present.is_some_and(|present| present.day.is_some());
        let near = following
            .filter(|period| {
                period.sentence == sentence && !dated_page && period.is_joined(context, draft.end)
            })
            .map(|period| period.year);
        let with_year = match distance_behind(context, draft.end) {
            Distance::EveryYear => None,
            Distance::Years(count) => present.and_then(|present| dated(value, present.year + count)),
            Distance::Unsaid => near
                .or_else(|| year_right_before(context, before.last().filter(|_| is_period(value))?, draft))
                .or_else(|| year_of_event(context, before.last()?, draft))
                .or_else(|| {
                    year_of_name(context, before.last()?, draft).filter(|year| is_near(present, *year))
                })
                .and_then(|year| dated(value, year))
                .or_else(|| by_present(value, present?, looks(context, draft))),
        };
        let Some(with_year) = with_year else { continue };
        if let FactData::Date(date) = &mut draft.fact.data {
            date.value = with_year;
            draft.fact.inferred.push("year".into());
        }
    }
}

/// A period with its year.
#[derive(Clone, Copy)]
struct Following {
    sentence: usize,
    first: usize,
    year: i16,
}

impl Following {
    /// Whether it stands near what ends before a token and says nothing of its own: "tháng 11 để khởi công quý I/2025" does.
    fn is_joined(&self, context: &Context<'_, '_>, end: usize) -> bool {
        let between = end..self.first;
        between.len() <= REACH
            && !between.into_iter().any(|at| {
                matches!(context.word_at(at), Some((WordRole::Purpose | WordRole::Subject, _)))
                    || is_clause(context, at)
            })
    }
}

fn is_clause(context: &Context<'_, '_>, at: usize) -> bool {
    matches!(context.word_at(at), Some((WordRole::Clause, _)))
}

fn solar(draft: &Draft<'_>) -> Option<DateValue> {
    match &draft.fact.data {
        FactData::Date(date) if date.calendar.is_solar() => Some(date.value),
        _ => None,
    }
}

/// "6 tháng đầu năm và ước thực hiện cả năm 2019"
fn is_whole_year(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    context.is_behind(draft.first, WordRole::All)
}

/// The year that opens the clause of a period: "năm 2024, quý I đạt 12 tỷ đồng", "năm 2024, giá thịt tháng 1 tăng".
fn year_right_before(context: &Context<'_, '_>, before: &Draft<'_>, period: &Draft<'_>) -> Option<i16> {
    let clause = before.end + 1..period.first;
    let opens = before.fact.sentence == period.fact.sentence
        && context.is_mark(before.end, ",")
        && clause.len() <= TO_PERIOD
        && !clause.into_iter().any(|at| context.is_wall(at) || is_clause(context, at));
    match solar(before)? {
        DateValue::Point(year)
            if opens && year.period() == Period::Year && speaks_of_now(context, before) =>
        {
            year.year()
        }
        _ => None,
    }
}

/// No more words stand between the year of a clause and its period.
const TO_PERIOD: usize = 6;

/// Between an event's year and its verb stand at most so many words: "năm 2024 | dự kiến | diễn ra".
const TO_VERB: usize = 2;

/// The year of an event that takes place on a day of it: "cuộc họp cuối trong năm 2024 diễn ra vào ngày 18-12".
fn year_of_event(context: &Context<'_, '_>, before: &Draft<'_>, draft: &Draft<'_>) -> Option<i16> {
    let DateValue::Point(year) = solar(before)? else { return None };
    let is_near = year.period() == Period::Year && before.fact.sentence == draft.fact.sentence;
    let between = before.end..draft.first.max(before.end);
    // "năm 2022 | tổ chức tại Băng Cốc": behind the year and before the place it is the event that is organised.
    let is_held = |at: usize| match context.event_word_at(at) {
        Some((EventRole::Held, _)) => true,
        Some((EventRole::Hold, end)) => {
            at == before.end && matches!(context.office_word_at(end), Some((OfficeRole::At, _)))
        }
        _ => false,
    };
    let held = between.clone().find(|at| is_held(*at))?;
    // "năm 2022 tổ chức tại Băng Cốc (Thái Lan) từ 23/4"
    let parts = |at: usize| context.is_wall(at) && !context.is_mark(at, "(") && !context.is_mark(at, ")");
    let is_clause = is_near && between.len() <= REACH && !between.clone().any(parts);
    let is_its = held - before.end <= TO_VERB && speaks_of_now(context, before);
    (is_clause && is_its && !is_period(solar(draft)?)).then(|| year.year())?
}

/// An event's name before its year has no more tokens: "Diễn đàn Kinh tế Thế giới về ASEAN (WEF ASEAN) | 2018".
const EVENT_NAME: usize = 14;

/// Between an event's year and its days stands at most where it is: "2018 | ở Việt Nam | ngày 11 - 13/9".
const TO_DAYS: usize = 5;

/// The bare year at the end of the name of an event, whose days follow: "ĐHĐCĐ thường niên 2023 vào ngày 13/4".
fn year_of_name(context: &Context<'_, '_>, before: &Draft<'_>, draft: &Draft<'_>) -> Option<i16> {
    let DateValue::Point(year) = solar(before)? else { return None };
    let is_bare = year.period() == Period::Year && context.is_digits(before.first);
    let between = before.end..draft.first.max(before.end);
    let says_where = |at: usize| {
        context.tokens[at].is_capitalized()
            || matches!(context.office_word_at(at), Some((OfficeRole::At, _)))
            || matches!(context.event_word_at(at), Some((EventRole::On, _)))
    };
    let is_near = before.fact.sentence == draft.fact.sentence
        && between.len() <= TO_DAYS
        && between.clone().all(says_where);
    let start = context.sentence(before.first).start.max(before.first.saturating_sub(EVENT_NAME));
    let is_event = |at| matches!(context.event_at(at), Some((EventUse::Noun, Some(_), _)));
    let names = is_bare && is_near && !is_period(solar(draft)?) && (start..before.first).any(is_event);
    names.then(|| year.year())?
}

/// What was long ago is remembered on a day of this year: "kỷ niệm Hội nghị thượng đỉnh 1980 vào ngày 15/7".
fn is_near(present: Option<Present>, year: i16) -> bool {
    present.is_none_or(|present| (present.year - year).abs() <= NEAR_YEARS)
}

/// So many years may lie between the name of an event and what the present was taken for.
const NEAR_YEARS: i16 = 2;

/// A month, a quarter, months of a year; not a year, a term or a day.
fn is_period(value: DateValue) -> bool {
    matches!(value.start().period(), Period::Month(_) | Period::Quarter(_) | Period::Half(_))
}

/// What the words right behind a date say of its year.
enum Distance {
    /// "tháng 5 năm sau", "quý II năm nay".
    Years(i16),
    /// "27/7 hằng năm".
    EveryYear,
    Unsaid,
}

fn distance_behind(context: &Context<'_, '_>, end: usize) -> Distance {
    // "dịp hè (tháng 4, tháng 5) hằng năm"
    let at = if context.is_mark(end, ")") { end + 1 } else { end };
    let years = |offset: &str| offset.strip_prefix('P').and_then(|rest| rest.strip_suffix('Y')?.parse().ok());
    // "5 tháng đầu năm ngoái"
    if let Some((DateRole::Relative, offset, _)) = context.date_word_before(end) {
        return years(offset).map_or(Distance::Unsaid, Distance::Years);
    }
    match context.date_word_at(at) {
        Some((DateRole::EveryYear, ..)) => Distance::EveryYear,
        Some((DateRole::Relative, offset, _)) if at == end => {
            years(offset).map_or(Distance::Unsaid, Distance::Years)
        }
        _ => Distance::Unsaid,
    }
}

/// Where the words around a date look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// News tells what has been.
    Back,
    /// "đến tháng 9": what has been done up to then, or is to be.
    Both,
    /// "trước 31-12", "sẽ … ngày 5/9", "ngày 5/9 tới".
    Ahead,
}

pub(super) fn looks(context: &Context<'_, '_>, draft: &Draft<'_>) -> Look {
    // "từ 1/5 đến 30/6", but not "từ ngày 28/3 đến nay".
    let until_now = |end| {
        matches!(context.date_word_at(end), Some((DateRole::Relative, ..)))
            || context.token_text(end) == "nay"
    };
    let coming =
        context.word_at(draft.end).is_some_and(|(role, end)| role == WordRole::To && !until_now(end));
    let ahead = |(role, end)| match role {
        DateRole::Future => true,
        DateRole::Deadline => end == draft.first,
        _ => false,
    };
    if matches!(context.date_word_at(draft.end), Some((DateRole::Past, ..))) {
        return Look::Back;
    }
    if coming || context.date_words(context.left_of(draft.first)).any(ahead) {
        Look::Ahead
    } else if matches!(context.word_before(draft.first), Some((WordRole::To | WordRole::Through, _))) {
        Look::Both
    } else {
        Look::Back
    }
}

/// The value in the year that the present makes likeliest.
fn by_present(value: DateValue, present: Present, look: Look) -> Option<DateValue> {
    let Some(today) = present.day else { return dated(value, present.year) };
    match (value, value.start().period()) {
        (_, Period::Day { .. }) => nearest(value, today, look, BACK),
        (DateValue::Point(_), Period::Month(_)) => nearest(value, today, look, A_YEAR),
        // Quarters, halves and some months of a year are planned and reported within their year; only its first weeks report the last.
        _ => {
            let turned = look == Look::Back && today.month() <= 2 && begins_late(value.start());
            let next = look == Look::Ahead && today.month() >= 11 && begins_early(value.start());
            dated(value, present.year + i16::from(next) - i16::from(turned))
        }
    }
}

fn begins_late(start: PartialDate) -> bool {
    matches!(start.period(), Period::Quarter(4) | Period::Half(2))
}

fn begins_early(start: PartialDate) -> bool {
    matches!(start.period(), Period::Quarter(1 | 2) | Period::Half(1))
}

/// The value in the year that brings it closest to today, not further after it than [`AHEAD`] unless its words look there.
fn nearest(value: DateValue, today: Day, look: Look, back: i64) -> Option<DateValue> {
    let years = today.year() - 1..=today.year() + 1;
    let candidates =
        years.filter_map(|year| dated(value, year)).filter_map(|date| Some((days_after(date, today)?, date)));
    let found = match look {
        // Half a year back is as unlikely as a quarter ahead: "(18/11)", read in July, stays without a year.
        Look::Back => {
            candidates.filter(|(days, _)| (-back..=AHEAD).contains(days)).max_by_key(|(days, _)| *days)
        }
        Look::Both => candidates.min_by_key(|(days, _)| days.abs()),
        Look::Ahead => candidates.filter(|(days, _)| *days >= -JUST_PAST).min_by_key(|(days, _)| *days),
    };
    found.map(|(_, date)| date)
}

/// How many days after today the date begins.
fn days_after(date: DateValue, today: Day) -> Option<i64> {
    let start = date.start();
    let day = match start.period() {
        Period::Month(month) => Day::new(start.year()?, month as i8, 1).ok()?,
        _ => start.day()?,
    };
    Some(i64::from(day.since(today).ok()?.get_days()))
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
