//! The dates that an event may have: days, and months where a word says so; no document's, no deadline, no as-of date.

use std::ops::Range;

use crate::data::{DateRole, EventRole, EventUse, List, WordRole};
use crate::facts::{Context, Draft, FactData, Output, brackets};
use crate::segment::Region;
use crate::value::{DateValue, EventType, PartialDate, Period};

/// A lead has at most so many tokens before its date: "(Chinhphu.vn) - Trong hai".
pub(super) const LEAD: usize = 12;

/// A date that may be an event's: tokens `first..end`.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub first: usize,
    pub end: usize,
    pub value: DateValue,
    pub is_day: bool,
}

impl Moment {
    /// Whether it opens a sentence.
    pub(super) fn opens(&self, sentence: &Range<usize>) -> bool {
        self.is_day && self.first - sentence.start <= LEAD
    }
}

/// The day or month of a date that no footer gives.
pub(super) fn day_or_month(draft: &Draft<'_>) -> Option<Moment> {
    let value = match &draft.fact.data {
        FactData::Date(date) => date.value,
        // A week is no day: "chuyến công du châu Á tuần này".
        FactData::RelativeDate(date) => date.value.filter(|value| matches!(value, DateValue::Point(_)))?,
        _ => return None,
    };
    let is_day = is_day(value);
    let is_month = matches!(value, DateValue::Point(date) if matches!(date.period(), Period::Month(_)));
    let usable = (is_day || is_month) && draft.fact.region != Some(Region::Footer);
    usable.then_some(Moment { first: draft.first, end: draft.end, value, is_day })
}

/// The dates of the output that may be an event's.
pub(super) fn moments(context: &Context<'_, '_>, output: &Output<'_>) -> Vec<Moment> {
    let moment = |draft| {
        let moment: Moment = day_or_month(draft)?;
        let bound = is_bound(context, moment.first, moment.value) || is_of_document(context, moment.first);
        (!bound).then_some(moment)
    };
    let mut moments: Vec<Moment> = Vec::new();
    for moment in output.iter().filter_map(moment) {
        match moments.last_mut() {
            Some(last) if continues(context, last, &moment) => {
                last.value = DateValue::Interval(last.value.start(), moment.value.end());
                last.end = moment.end;
            }
            _ => moments.push(moment),
        }
    }
    moments
}

/// Whether a date goes on with the day after another's in a list: "các ngày 17, 18 và 19/11" are one event's days.
fn continues(context: &Context<'_, '_>, before: &Moment, moment: &Moment) -> bool {
    let next_day = |a: PartialDate, b: PartialDate| match (a.period(), b.period()) {
        (Period::Day { month, day }, Period::Day { month: next_month, day: next }) => {
            month == next_month && day + 1 == next && a.year() == b.year()
        }
        _ => false,
    };
    let joined = |at: usize| {
        context.is_mark(at, ",") || context.word_at(at).is_some_and(|(role, _)| role == WordRole::And)
    };
    before.end < moment.first
        && (before.end..moment.first).all(|at| joined(at) || context.date_word_at(at).is_some())
        && next_day(before.value.end(), moment.value.start())
}

fn is_day(value: DateValue) -> bool {
    matches!(value.start().period(), Period::Day { .. })
}

/// Whether a date is a bound and not a day on which something is held: "tính đến ngày 30/10", "trước ngày 15/11".
fn is_bound(context: &Context<'_, '_>, first: usize, value: DateValue) -> bool {
    let bound = matches!(
        context.event_word_before(first),
        Some((EventRole::Boundary | EventRole::Mention | EventRole::Report, _))
    );
    let is_end =
        matches!(value, DateValue::Point(date) if date.time().is_some()) && ends_hours(context, first);
    bound && !begins_then(context, first) && !is_end && matches!(value, DateValue::Point(_))
}

/// "được tổ chức từ 7h30 ngày 3/12", "diễn ra từ ngày 3/12"
fn begins_then(context: &Context<'_, '_>, first: usize) -> bool {
    let Some((WordRole::From, from)) = context.word_before(first) else { return false };
    matches!(context.event_word_before(from), Some((EventRole::Hold | EventRole::Held, _)))
}

/// Between "từ" and "đến" no more tokens say when: "7 giờ 30".
const LONGEST_TIME: usize = 4;

/// "từ 7 giờ đến 11 giờ, ngày 3/5": the hours are those of the day.
fn ends_hours(context: &Context<'_, '_>, first: usize) -> bool {
    let Some((WordRole::To, to)) = context.word_before(first) else { return false };
    let near = to.saturating_sub(LONGEST_TIME)..to;
    let is_hour = |at| matches!(context.date_word_at(at), Some((DateRole::Hour, ..)));
    near.clone().any(is_hour) && near.into_iter().any(|at| context.is_word(at, WordRole::From).is_some())
}

/// Whether a date belongs to a document: "Nghị quyết số 20/NQ-HĐND ngày 8/12/2023".
fn is_of_document(context: &Context<'_, '_>, first: usize) -> bool {
    let start = context.sentence(first).start.max(first.saturating_sub(14));
    for at in (start..first).rev() {
        match context.event_word_at(at) {
            Some((EventRole::Document, _)) => return true,
            // "do Trường đại học Luật tổ chức sáng 16-11"
            Some((EventRole::Hold, _)) => return false,
            _ => {}
        }
        let is_event = matches!(context.event_at(at), Some((EventUse::Noun, ..)));
        if is_event || matches!(context.mark(at), Some(',' | ';' | '(')) {
            return false;
        }
    }
    false
}

/// Whether a part of the day stands at a date: "chiều 30/5", "chiều nay (30/5)", "thứ Năm, ngày 30/5".
pub(super) fn has_part_of_day(context: &Context<'_, '_>, moment: &Moment) -> bool {
    let at = context.date_word_at(moment.first).map(|(role, ..)| role);
    let bracket = moment.first > 0 && context.is_mark(moment.first - 1, "(");
    let before = context.date_word_before(moment.first - usize::from(bracket)).map(|(role, ..)| role);
    // "hôm qua (30/5)"
    let is_said_again = bracket && is_relative_day(context, moment.first - 1);
    is_said_again
        || [at, before]
            .into_iter()
            .flatten()
            .any(|role| matches!(role, DateRole::PartOfDay | DateRole::Weekday | DateRole::Hour))
}

/// Whether a word for a day ends before a token: "hôm qua", but not "tuần qua".
fn is_relative_day(context: &Context<'_, '_>, end: usize) -> bool {
    matches!(context.date_word_before(end), Some((DateRole::Relative, offset, _)) if offset.ends_with('D'))
}

/// Whether a word before a date says that something is held then: "vào ngày 5/3", "diễn ra tháng 5".
pub(super) fn is_said_on(context: &Context<'_, '_>, moment: &Moment) -> bool {
    let word = context.event_word_before(moment.first);
    matches!(word, Some((EventRole::On | EventRole::At | EventRole::Held, _)))
}

/// "tổ chức vào tháng 6", "diễn ra trong tháng 5"
pub(super) fn is_held_on(context: &Context<'_, '_>, moment: &Moment) -> bool {
    let held = context.event_word_before(moment.first).and_then(|(_, on)| context.event_word_before(on));
    matches!(held, Some((EventRole::Hold | EventRole::Held, _)))
}

/// Whether a month stands right behind an event that is held once: "cuộc tiếp xúc cử tri tháng 7/2024". Behind sessions and conferences it
/// is what they are about.
pub(super) fn is_month_of(context: &Context<'_, '_>, moment: &Moment) -> bool {
    use EventType::{Ceremony, Talks, Visit, VoterMeeting};
    let event =
        context.cue_before(moment.first, List::Meeting).and_then(|cue| context.event_at(cue.first as usize));
    matches!(event, Some((EventUse::Noun, Some(Ceremony | Talks | Visit | VoterMeeting), end)) if end == moment.first)
}

/// Whether brackets hold a date and nothing else: "Đại hội lần thứ VIII của Đảng (tháng 6/1996)".
pub(super) fn stands_in_brackets(context: &Context<'_, '_>, moment: &Moment) -> bool {
    brackets::surround(context, moment.first..moment.end)
}
