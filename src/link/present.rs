//! When an article was written, as far as it says so itself.

use std::cell::LazyCell;

use super::years::{Look, looks};
use crate::data::{DateRole, List, RefusalRole, WordRole};
use crate::facts::{Context, Draft, FactData, Output, brackets};
use crate::value::{DateValue, PartialDate, Period};

/// The time that an article speaks from: a day, or only a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Present {
    pub year: i16,
    pub day: Option<jiff::civil::Date>,
}

impl From<jiff::civil::Date> for Present {
    fn from(day: jiff::civil::Date) -> Self {
        Present { year: day.year(), day: Some(day) }
    }
}

impl Present {
    /// The day, or the year where no day is known.
    pub(crate) fn value(self) -> Option<DateValue> {
        let year = || PartialDate::new(Some(self.year), Period::Year);
        self.day.map(PartialDate::from).or_else(year).map(DateValue::Point)
    }
}

/// A line so short that a date on it is the page's stamp: "25/05/2023 20:00 GMT+7".
const STAMP_LINE: usize = 14;

/// The present of an article: the stamp of its page, else the day that its lead tells of, else the year that its dates agree on
/// best.
///
/// The first section of a text has the lead of the article, others have none.
///
/// Terms ("nhiệm kỳ 2020-2025") say nothing, nor do births and the years that something is compared with. An article whose only
/// years are those has no present.
pub(crate) fn present(context: &Context<'_, '_>, output: &Output<'_>, has_lead: bool) -> Option<Present> {
    stamp(context, output)
        .or_else(|| if has_lead { day_of_lead(context, output) } else { None })
        .map(Present::from)
        .or_else(|| year(context, output, has_lead).map(|year| Present { year, day: None }))
}

fn stamp(context: &Context<'_, '_>, output: &Output<'_>) -> Option<jiff::civil::Date> {
    output.iter().find_map(|draft| {
        let date = point(draft)?;
        let stands_alone = date.time().is_some() || context.tokens[draft.first].is_line_start();
        if stands_alone && context.line(draft.first).len() <= STAMP_LINE { date.day() } else { None }
    })
}

/// The day that a sentence of the lead begins with: "Ngày 14 tháng 12 năm 2023, Huyện ủy tổ chức …".
fn day_of_lead(context: &Context<'_, '_>, output: &Output<'_>) -> Option<jiff::civil::Date> {
    let mut lead = output.iter().take_while(|draft| draft.fact.sentence <= LEAD);
    lead.find_map(|draft| {
        let day = point(draft)?.day()?;
        let opens = draft.first <= context.sentence(draft.first).start + 1;
        (opens && speaks_of_now(context, draft)).then_some(day)
    })
}

/// The year that the dates of an article agree on best, or none where they say too little.
///
/// What an article tells lies behind it, so its year is that of the latest month or day that it names, or the year after that if
/// it names that too; a year without a month counts only in the headline and the lead. One mention outside these is too little:
/// "tháng 12/2015" in a story may be long ago, "năm 2020 ông giữ chức …" is.
fn year(context: &Context<'_, '_>, output: &Output<'_>, has_lead: bool) -> Option<i16> {
    let mut votes = votes(context, output, has_lead);
    // "ngày 28/11/1972" beside "năm 2024" is history.
    let newest = votes.iter().map(|vote| vote.year).max()?;
    votes.retain(|vote| vote.year > newest - HISTORY);
    let weight_of = |year| votes.iter().filter(|vote| vote.year == year).map(|vote| vote.weight).sum::<u32>();
    let latest = votes.iter().filter(|vote| vote.month.is_some()).map(|vote| vote.year).max();
    let best = match latest {
        Some(latest) if weight_of(latest + 1) > weight_of(latest) => latest + 1,
        Some(latest) => latest,
        None => votes.iter().map(|vote| vote.year).max_by_key(|year| (weight_of(*year), *year))?,
    };
    // Weak votes tell years apart, and give none: a trial of November tells of the crimes of 2021.
    let near = |vote: &&Vote| vote.weight > WEAK && (best - 1..=best + 1).contains(&vote.year);
    if votes.iter().filter(near).map(|vote| vote.weight).sum::<u32>() < ENOUGH {
        return None;
    }
    // Late in a year the next is planned, early in a year the last is looked back on.
    let is_planned = latest.is_none_or(|latest| latest < best) || weight_of(best - 1) >= weight_of(best);
    let begins = |vote: &Vote| vote.year < best || vote.month.is_none_or(|month| month <= FIRST_MONTHS);
    let is_to_come = latest == Some(best) && votes.iter().all(begins);
    let year = match first_month(output) {
        // In January as in October a day of October without a year is the year's before.
        Some(7..=12) if is_to_come => Some(best - 1),
        Some(11..=12) if is_planned && weight_of(best - 1) > 0 => Some(best - 1),
        Some(1..=2) if weight_of(best + 1) > 0 => Some(best + 1),
        _ => Some(best),
    };
    year.filter(|year| !is_before_a_document(context, output, *year))
}

/// Whether the first day of an article would lie before a document that it tells of, were it in a year: "Ngày 22-11 … kết luận số 103
/// ngày 22-12-2023".
fn is_before_a_document(context: &Context<'_, '_>, output: &Output<'_>, year: i16) -> bool {
    let Some(told) = first_day(output).and_then(|day| day.with_year(year)?.day()) else { return false };
    output.iter().any(|draft| {
        let signed = point(draft).and_then(|date| date.day());
        // "Thông tư … có hiệu lực từ ngày 15/4/2019"
        let begins = context.is_behind(draft.first, WordRole::From);
        signed.is_some_and(|signed| signed > told) && !begins && is_of_a_document(context, draft)
    })
}

/// The first day without a year.
fn first_day(output: &Output<'_>) -> Option<PartialDate> {
    output.iter().filter_map(point).find(|date| date.year().is_none() && is_day(*date))
}

/// The last day without a year before another date, in its sentence or the one before.
fn last_day_before(output: &Output<'_>, draft: &Draft<'_>) -> Option<PartialDate> {
    let before = output[..output.partition_point(|other| other.first < draft.first)].iter().rev();
    let mut near = before.take_while(|other| other.fact.sentence + 1 >= draft.fact.sentence);
    near.find_map(|other| point(other).filter(|date| date.year().is_none() && is_day(*date)))
}

/// Nobody has written news in Vietnamese before: "năm 1020" is no article's year.
const FIRST_NEWS: i16 = 1865;

/// Days so many years before the newest year of an article are not its own.
const HISTORY: i16 = 20;

/// Of a year that is still to come only its first months are named.
const FIRST_MONTHS: u8 = 3;

/// The weight of two mentions in the body, or of one in the lead.
const ENOUGH: u32 = 4;

/// The weights of a mention in the body: where nothing speaks against it, and where its year is written because it is another.
const STRONG: u32 = 3;
const WEAK: u32 = 1;

/// What a date says of the article's year.
struct Vote {
    year: i16,
    weight: u32,
    /// The month that it tells of, as far as it does.
    month: Option<u8>,
}

fn votes(context: &Context<'_, '_>, output: &Output<'_>, has_lead: bool) -> Vec<Vote> {
    let mut votes = Vec::new();
    let in_lead = |draft: &Draft<'_>| has_lead && draft.fact.sentence <= LEAD;
    let tells_a_day =
        |draft| in_lead(draft) && point(draft).is_some_and(|date| date.year().is_none() && is_day(date));
    // "Sáng 6/4, huyện cho biết …": whoever leaves the year of his own days out writes that of others.
    let in_body = if output.iter().any(tells_a_day) { WEAK } else { STRONG };
    let first_month = first_month(output);
    for draft in output {
        let FactData::Date(date) = &draft.fact.data else { continue };
        let end = date.value.end();
        let has_month = end.period() != Period::Year;
        // A term of office is no year.
        let is_term = !has_month && matches!(date.value, DateValue::Interval(..));
        let Some(year) = end.year().filter(|_| !is_term) else { continue };
        if year < FIRST_NEWS || !speaks_of_now(context, draft) {
            continue;
        }
        // "bộ phim ra rạp đầu năm 2024", "anh B (1972)"
        let is_part = matches!(context.date_word_before(draft.first), Some((DateRole::First, ..)));
        let weight = match (in_lead(draft), has_month) {
            (true, false) if is_part || brackets::surround(context, draft.first..draft.end) => WEAK,
            (true, _) => ENOUGH,
            // "CPI tháng 10 … bình quân 10 tháng năm 2013"
            (false, true) if is_up_to(date.value, first_month) => ENOUGH,
            (false, true) => in_body,
            // "năm 2024" is said in 2024 as well as in 2025.
            (false, false) => 0,
        };
        // "có hiệu lực từ 1/7/2021": of what begins nobody can tell whether it has.
        let weight = if point(draft).is_some() && begins(context, draft) { weight.min(WEAK) } else { weight };
        // So is "giải ngân đến ngày 30-1-2025".
        let month = last_month(end).filter(|_| looks(context, draft) == Look::Back);
        votes.push(Vote { year, weight, month });
    }
    votes.extend(near_vote(context, output));
    votes
}

/// Whether a date is the months of a year up to one: "10 tháng năm 2013".
fn is_up_to(value: DateValue, month: Option<u8>) -> bool {
    matches!(value, DateValue::Interval(start, end) if start.period() == Period::Month(1) && end.month() == month && month.is_some())
}

/// Whether something begins on a date: "có hiệu lực từ 1/7/2021", but not what goes on, "từ tháng 8/2024 | đến nay".
fn begins(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let is_now = |at: usize| {
        matches!(context.date_word_at(at), Some((DateRole::Relative, ..))) || context.token_text(at) == "nay"
    };
    context.is_behind(draft.first, WordRole::From)
        && !context.is_word(draft.end, WordRole::To).is_some_and(is_now)
}

/// The last month of a day, month, quarter or half.
fn last_month(date: PartialDate) -> Option<u8> {
    match date.period() {
        Period::Quarter(quarter) => Some(quarter * 3),
        Period::Half(half) => Some(half * 6),
        _ => date.month(),
    }
}

/// Papers are told of soon after they are signed.
const FRESH: i64 = 60;

/// What is to come is told of with its year.
const COMING: i64 = 31;

/// What begins in the next year is told of in the last two months of this.
const BEGINNING: i64 = 62;

/// The year of a document whose day lies shortly before the first day of the article ("Chiều 15-5 … Quyết định số 2140/QĐ-BQP ngày
/// 2-5-2024"), or of a day that comes shortly after it ("Chiều 28-6 … từ ngày 1-7-2025").
fn near_vote(context: &Context<'_, '_>, output: &Output<'_>) -> Option<Vote> {
    let told = first_day(output)?;
    let looked_back_on = LazyCell::new(|| latest_month(context, output));
    let mut votes = output.iter().filter_map(|draft| {
        let date = point(draft)?;
        let signed = date.day()?;
        let since = |told: PartialDate| days_since(told, signed.year(), signed);
        // "Ngày 4-11 … có giá trị từ ngày 1-1-2025": what begins is told of before.
        let is_soon = |days| (-BEGINNING..0).contains(&days);
        if days_since(told, signed.year() - 1, signed).is_some_and(is_soon) && begins(context, draft) {
            return Some(Vote { year: signed.year() - 1, weight: ENOUGH, month: told.month() });
        }
        let days = since(told)?;
        // "Chiều 23-1, … trao Quyết định số 1816, ngày 17-1-2025": the nearest day without a year may be another than the first.
        let is_fresh = |days| (0..=FRESH).contains(&days);
        let nearest = || since(last_day_before(output, draft)?);
        let fresh = is_of_a_document(context, draft) && (is_fresh(days) || nearest().is_some_and(is_fresh));
        // "sau cuộc họp ngày 13-12-2023 …, vào tháng 4-2024": what lies before another thing of the past is not to come.
        let is_past = || *looked_back_on > year_and_month(date);
        let coming = || (-COMING..0).contains(&days) && !is_past();
        let month = if is_fresh(days) || !fresh { told.month() } else { PartialDate::from(signed).month() };
        (fresh || coming()).then_some(Vote { year: signed.year(), weight: ENOUGH, month })
    });
    votes.next()
}

/// How many days before a day another is in a year, or after it.
fn days_since(told: PartialDate, year: i16, day: jiff::civil::Date) -> Option<i64> {
    told.with_year(year)?.day()?.since(day).ok().map(|span| i64::from(span.get_days()))
}

/// The latest month that an article looks back on, and its year.
fn latest_month(context: &Context<'_, '_>, output: &Output<'_>) -> Option<(i16, u8)> {
    let past = |draft: &&Draft<'_>| speaks_of_now(context, draft) && looks(context, draft) == Look::Back;
    output.iter().filter(past).filter_map(point).filter_map(year_and_month).max()
}

fn year_and_month(date: PartialDate) -> Option<(i16, u8)> {
    Some((date.year()?, date.month()?))
}

fn is_day(date: PartialDate) -> bool {
    matches!(date.period(), Period::Day { .. })
}

/// The sentences of a headline and a lead.
const LEAD: usize = 2;

/// The month of the first day or month without a year: when the article's event is.
fn first_month(output: &Output<'_>) -> Option<u8> {
    output.iter().filter_map(point).find(|date| date.year().is_none() && date.month().is_some())?.month()
}

/// Whether a date is no birth, no goal ("sẽ hoàn thành vào năm 2025"), and nothing that the present is compared with ("so với
/// cùng kỳ năm 2022").
pub(super) fn speaks_of_now(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let before = context.date_word_before(draft.first);
    let role = before.map(|(role, ..)| role);
    let bracket = draft.first.checked_sub(1).filter(|at| context.is_mark(*at, "("));
    let before_bracket = bracket.and_then(|at| context.date_word_before(at)).map(|(role, ..)| role);
    let start = match before {
        Some((DateRole::First | DateRole::Last, _, start)) => start,
        _ => draft.first,
    };
    let word = context.word_before(start).map(|(role, _)| role);
    let past = |role| matches!(role, Some(DateRole::Birth | DateRole::SamePeriod));
    // Nobody says "vào năm", "đến năm" of the year he is in.
    let elsewhere =
        matches!(role, Some(DateRole::Occasion)) || matches!(word, Some(WordRole::To | WordRole::From));
    let said_of_others =
        past(role) || past(before_bracket) || word == Some(WordRole::Compared) || is_year(draft) && elsewhere;
    let is_since = |(role, _)| role == DateRole::Since;
    let since = is_year(draft) && context.date_words(context.left_of(draft.first)).any(is_since);
    !said_of_others
        && !since
        && looks(context, draft) != Look::Ahead
        && !is_of_a_law(context, draft)
        && !is_of_a_document(context, draft)
}

/// A document's number between its kind and its date is no longer than this: "Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023".
const DOCUMENT_NUMBER: usize = 10;

/// Whether a day is that of a document, which may be years old: "Nghị quyết số 20/NQ-HĐND ngày 8/12/2019".
fn is_of_a_document(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let left = context.left_of(draft.first);
    let mut near = draft.first.saturating_sub(DOCUMENT_NUMBER).max(left.start)..draft.first;
    near.any(|at| matches!(context.refusal_before(at), Some((RefusalRole::Document | RefusalRole::Label, _))))
        && near.all(|at| !context.is_wall(at))
}

fn is_year(draft: &Draft<'_>) -> bool {
    point(draft).is_some_and(|date| date.period() == Period::Year)
}

/// A law's name before its year is no longer than this: "Luật Phòng, chống thiên tai năm 2013".
const LAW_NAME: usize = 6;

/// Whether a year names a law: "Hiến pháp năm 1992", "Luật Đất đai 2013".
fn is_of_a_law(context: &Context<'_, '_>, draft: &Draft<'_>) -> bool {
    let left = context.left_of(draft.first);
    let near = draft.first.saturating_sub(LAW_NAME).max(left.start)..draft.first;
    is_year(draft)
        && near
            .into_iter()
            .any(|at| matches!(context.kinds_at(at, List::NameBlocker), Some((kinds, _)) if kinds.is("law")))
}

fn point(draft: &Draft<'_>) -> Option<PartialDate> {
    match &draft.fact.data {
        FactData::Date(date) => match date.value {
            DateValue::Point(point) => Some(point),
            DateValue::Interval(..) => None,
        },
        _ => None,
    }
}
