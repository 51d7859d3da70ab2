//! The words in front of a day, and whether they let a number be one.

use super::day::{Written, written};
use super::parts::{Separator, from_before, part_of_day, role_before};
use super::{Calendar, parts};
use crate::data::{DateRole, WordRole};
use crate::facts::{Context, brackets};

/// The words in front that say that a day follows.
pub(super) struct Lead {
    /// The token of the first number.
    first: usize,
    /// What the calendar word before it does.
    role: Option<DateRole>,
    pub has_day_word: bool,
    /// Where the span starts: at "ngày", or at the number.
    pub start: usize,
}

impl Lead {
    pub(super) fn before(context: &Context<'_, '_>, first: usize) -> Lead {
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
    pub(super) fn from(&self, context: &Context<'_, '_>) -> Option<usize> {
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
    pub(super) fn admits(&self, context: &Context<'_, '_>, days: &[Written]) -> Option<()> {
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
        (in_brackets || likely && !self.is_counting(context, last)).then_some(())
    }

    /// Whether the words around "d/m" speak of counting: "trên 5/12", "5/12 xã", "từ 3-5 tháng", "5-7%".
    fn is_counting(&self, context: &Context<'_, '_>, last: Written) -> bool {
        let end = last.end;
        let in_time = matches!(
            context.date_word_at(end),
            Some((DateRole::Month | DateRole::Year | DateRole::Day | DateRole::Hour | DateRole::Minute, ..))
        );
        context.comparator_before(self.first).is_some()
            || context.counted_at(end).is_some()
                && !is_named_day(context, self.first)
                && !self.begins_statement(context, last)
            || context.unit_at(end).is_some()
            // "sáng 21-11 giờ Việt Nam" is no duration.
            || in_time && part_of_day(context, self.first).is_none()
    }

    /// Whether what is counted behind a day begins another statement: "sáng 5/11 | huyện họp", "thứ Hai 5/11 | tỉnh họp"; behind "hôm", "sau" only
    /// where the number is more than its whole: "hôm 16/11 | tỉnh họp", but "sau 5/12 trận".
    fn begins_statement(&self, context: &Context<'_, '_>, last: Written) -> bool {
        match self.role {
            Some(DateRole::Weekday) => true,
            Some(DateRole::Occasion) => last.month.is_some_and(|month| last.day > month),
            _ => part_of_day(context, self.first).is_some(),
        }
    }

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
        // "từ 5-10 năm trước"
        let is_calendar = context.date_word_at(last.end).is_some_and(|(role, ..)| role != DateRole::Relative);
        let known = context.word_at(last.end).is_some() || is_calendar;
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
