//! When an event is held: which of the dates around its name is its own.
//!
//! The date stands behind the name ("phiên họp … chiều 30/5"), opens the sentence ("Ngày 5/3, UBND xã tổ chức …") or opens the
//! sentence before ("… đã làm việc với Tập đoàn. Tại buổi làm việc"). A document's date, a deadline, an as-of date and the
//! period that the event is about are not its own.

use std::ops::Range;

use super::meeting_gap::Gap;
use super::moments::{
    LEAD, Moment, day_or_month, has_part_of_day, is_held_on, is_month_of, is_said_on, moments,
    stands_in_brackets,
};
use crate::data::{EventRole, EventUse, OfficeRole, WordRole};
use crate::facts::context::REACH;
use crate::facts::meeting::{Named, Standing, doer, named};
use crate::facts::{Context, Output};
use crate::value::{DateValue, EventType};

/// An event begins at most so many tokens into its sentence to have the date that opens the one before: "Tại buổi làm việc, …".
const CARRIED: usize = 5;
/// A month in brackets is at most so many tokens behind an event's name: "hội nghị giữa nhiệm kỳ khóa VII của Đảng (tháng 1/1994)".
const IN_BRACKETS: usize = 14;
/// Days from and to stand at most so many tokens behind an event's name: "chuyến thăm của Thủ tướng A tới B trong hai ngày 27-28/10".
const TO_EXTENT: usize = 20;
/// Farther behind the date that opens the sentence "tại" leads to what is spoken of: "Ngày 5/3, ông A trả lời tại hội nghị".
const AT: usize = 30;
/// Farther behind its name no date is an event's.
const BEHIND: usize = 40;
/// Unless that says that it has taken place: "Lễ phát động … do Bộ A phối hợp với UBND tỉnh B tổ chức đã diễn ra sáng 1/6".
const HELD_BEHIND: usize = 60;

/// Something that is named as an event, and the date it has been given.
pub(super) struct Dated {
    pub named: Named,
    pub sentence: usize,
    pub date: Option<DateValue>,
}

/// All that the article names as an event, with dates; nothing where no event has one.
///
/// A date is an event's of its own sentence or the next, and most articles have no event there: the others are read only where one
/// has a date.
pub(super) fn dated(context: &Context<'_, '_>, output: &Output<'_>) -> Vec<Dated> {
    let near = near_dates(context, output);
    if near.is_empty() {
        return Vec::new();
    }
    let moments = moments(context, output);
    if date(context, near, &moments).iter().all(|event| event.date.is_none()) {
        return Vec::new();
    }
    date(context, named(context, 0..context.tokens.len()), &moments)
}

/// What is named as an event in a sentence with a date that may be an event's, or opens the sentence behind one that such a date
/// opens. A month is an event's only where a word says so.
fn near_dates(context: &Context<'_, '_>, output: &Output<'_>) -> Vec<Named> {
    let told = |moment: &Moment| {
        moment.is_day
            || is_said_on(context, moment)
            || is_month_of(context, moment)
            || stands_in_brackets(context, moment)
    };
    let mut moments = output.iter().filter_map(day_or_month).filter(told).peekable();
    let mut near = Vec::new();
    while let Some(first) = moments.next() {
        let index = context.sentence_index(first.first);
        let sentence = context.sentences[index].tokens.clone();
        let mut opens = first.opens(&sentence);
        while let Some(moment) = moments.next_if(|moment| moment.first < sentence.end) {
            opens |= moment.opens(&sentence);
        }
        near.extend(named(context, sentence));
        let Some(next) = context.sentences.get(index + 1).map(|next| next.tokens.clone()) else { break };
        if opens && moments.peek().is_none_or(|moment| moment.first >= next.end) {
            near.extend(named(context, next.start..next.end.min(next.start + CARRIED + 1)));
        }
    }
    near
}

/// Gives events, in text order, their dates.
fn date(context: &Context<'_, '_>, events: Vec<Named>, moments: &[Moment]) -> Vec<Dated> {
    let dated = |named: Named| {
        let sentence = context.sentence_index(named.tokens().start);
        Dated { named, sentence, date: None }
    };
    let mut events: Vec<Dated> = events.into_iter().map(dated).collect();
    let mut before: Option<Sentence<'_>> = None;
    for events in events.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let index = events[0].sentence;
        let mut sentence = Sentence::new(context, index, events, moments);
        let without_events = || Some(Sentence::new(context, index.checked_sub(1)?, &mut [], moments));
        sentence.date(
            context,
            before.filter(|before| before.index + 1 == index).or_else(without_events).as_ref(),
        );
        before = Some(sentence);
    }
    events
}

/// The events of a sentence and the dates they may have.
struct Sentence<'s> {
    index: usize,
    start: usize,
    end: usize,
    events: &'s mut [Dated],
    moments: &'s [Moment],
}

impl<'s> Sentence<'s> {
    fn new(context: &Context<'_, '_>, index: usize, events: &'s mut [Dated], moments: &'s [Moment]) -> Self {
        let tokens = context.sentences[index].tokens.clone();
        let from = moments.partition_point(|moment| moment.first < tokens.start);
        let to = moments.partition_point(|moment| moment.first < tokens.end);
        Sentence { index, start: tokens.start, end: tokens.end, events, moments: &moments[from..to] }
    }

    /// The date that opens it.
    fn lead(&self) -> Option<&Moment> {
        self.moments.first().filter(|moment| moment.opens(&(self.start..self.end)))
    }

    fn date(&mut self, context: &Context<'_, '_>, before: Option<&Sentence<'_>>) {
        for i in 0..self.events.len() {
            let behind = self.behind(context, i);
            let date = match behind {
                Some((moment, true)) => Some(moment),
                _ => self.ahead(context, i).or(behind.map(|(moment, _)| moment)),
            };
            self.events[i].date =
                date.map(|moment| moment.value).or_else(|| self.carried(context, i, before));
        }
    }

    /// The date behind the name, and whether it is surely the event's.
    fn behind(&self, context: &Context<'_, '_>, event: usize) -> Option<(&Moment, bool)> {
        let (name_end, last) = self.joint_end(context, event);
        let next = self.moments.partition_point(|moment| moment.first < name_end);
        let moment = self.moments.get(next)?;
        let other = self.events.get(last + 1).is_some_and(|other| other.named.tokens().start < moment.first);
        let distance = moment.first - name_end;
        if other || distance > HELD_BEHIND {
            return None;
        }
        // "họp báo thông tin về tháng hành động diễn ra từ ngày 1/6": what the press is told of.
        let is_press = self.events[event].named.event_type() == EventType::Press;
        let gap = Gap::read(context, name_end..moment.first, !is_press)?;
        if distance > BEHIND && !gap.takes_place {
            return None;
        }
        let commemorates = gap.commemorates || commemorates(context, &self.events[event].named.tokens());
        let on = is_said_on(context, moment);
        let is_near = !gap.has_break && distance <= 14;
        // "sau chuyến thăm chính thức Malaysia từ ngày 21 đến 24/11": days from and to are an event's.
        let is_interval = matches!(moment.value, DateValue::Interval(..));
        let is_extent = is_interval && !gap.has_break && distance <= TO_EXTENT;
        // "được thiết lập vào tháng 8" far behind is of something else, "dự kiến tổ chức vào tháng 6" is not.
        let on = on && (moment.is_day || is_near || is_held_on(context, moment));
        // "do Trường Đại học Luật tổ chức sáng 16-11"
        let held = matches!(context.event_word_before(moment.first), Some((EventRole::Hold, _)));
        let takes_place = on || moment.is_day && (gap.takes_place || is_extent || held);
        let is_mentioned = self.events[event].named.standing == Standing::Mentioned;
        if takes_place || moment.is_day && !is_mentioned && has_part_of_day(context, moment) {
            return Some((moment, true));
        }
        let in_brackets = distance <= IN_BRACKETS && stands_in_brackets(context, moment);
        // "Nhân chuyến thăm của Thủ tướng (từ ngày 24 đến 26/5)"
        if is_interval && in_brackets {
            return Some((moment, true));
        }
        let in_brackets = in_brackets && !moment.is_day;
        // "đưa vào chương trình kỳ họp thứ 7 (tháng 5/2024)"
        let is_adjacent = in_brackets && distance <= 1;
        if !is_mentioned && (is_month_of(context, moment) || in_brackets) || is_adjacent {
            return Some((moment, false));
        }
        // "trước cuộc họp tại Bắc Kinh ngày 27/5"
        let is_there = is_near && matches!(context.office_word_at(name_end), Some((OfficeRole::At, _)));
        // "sau kỳ họp, ngày 20/7", "lễ kỷ niệm 60 năm ngày mở đường (19/5/1959)"
        if commemorates || is_mentioned && !is_there || !moment.is_day {
            return None;
        }
        let is_sure = gap.is_held || distance <= 1;
        // "Đại biểu A nói tại phiên thảo luận về dự án Luật B (sửa đổi), ngày 22-11."
        let closes = self.events[event].named.standing == Standing::At
            && self.moments.len() == 1
            && moment.first.checked_sub(1).is_some_and(|before| context.is_mark(before, ","))
            && moment.end + 1 >= self.end;
        (is_sure || is_near || closes).then_some((moment, is_sure))
    }

    /// One past an event's name and the period right behind it ("phiên họp thường kỳ | tháng 3 | diễn ra sáng 6/4"), or those of the
    /// next one, where "và" joins the two; and the last event of which that is true.
    fn joint_end(&self, context: &Context<'_, '_>, event: usize) -> (usize, usize) {
        let end = self.period_end(context, event);
        let joined = self.events.get(event + 1).is_some_and(|next| {
            context.is_word(end, WordRole::And).is_some_and(|and| and == next.named.tokens().start)
        });
        if joined { (self.period_end(context, event + 1), event + 1) } else { (end, event) }
    }

    /// One past an event's name, and past the month right behind it where a day follows further on.
    fn period_end(&self, context: &Context<'_, '_>, event: usize) -> usize {
        let end = self.events[event].named.tokens().end;
        let next = self.moments.partition_point(|moment| moment.first < end);
        match self.moments[next..] {
            [ref month, ref day, ..]
                if month.first == end && !month.is_day && day.is_day && !is_month_of(context, month) =>
            {
                month.end
            }
            _ => end,
        }
    }

    /// The date ahead of the name: the one that opens the sentence, else the nearest and then the first.
    fn ahead(&self, context: &Context<'_, '_>, event: usize) -> Option<&Moment> {
        let named = &self.events[event].named;
        let (tokens, standing, verb) = (named.tokens(), named.standing, named.verb);
        let count = self.moments.partition_point(|moment| moment.end <= tokens.start);
        let (lead, nearest) = (self.moments[..count].first()?, &self.moments[count - 1]);
        let is_first = self.events[..event].iter().all(|other| other.date.is_none());
        // "Nhân Lễ phát động ngày 1/6 |, ngày 25/5, | Viện A tổ chức họp báo"
        let has_own = |moment: &Moment| {
            let behind_comma = moment.first.checked_sub(1).is_some_and(|at| context.is_mark(at, ","));
            let is_before =
                |other: &Dated| other.named.tokens().start < moment.first && other.date != Some(moment.value);
            behind_comma && self.events[..event].last().is_none_or(is_before)
        };
        // "Nhân kỷ niệm ngày thành lập (3.2.1930), sáng 2.2, Đảng ủy gặp mặt …": what does not open the sentence may be of anything.
        let order = if lead.first - self.start <= LEAD { [lead, nearest] } else { [nearest, lead] };
        order.into_iter().find(|moment| {
            let gap = tokens.start - moment.end;
            let opens = moment.first - self.start <= LEAD;
            let fits = match standing {
                Standing::Told | Standing::Planned => {
                    (is_first || has_own(moment) || verb.is_some_and(|verb| follows_and(context, verb)))
                        && (opens || verb.is_some_and(|verb| verb >= moment.end))
                }
                Standing::At => is_first && opens && gap <= AT,
                Standing::Open => {
                    let is_act =
                        || context.tokens[tokens.start].is_small_word() && is_verb(context, tokens.start);
                    let is_held = || is_held_behind(context, tokens.end) || is_act();
                    is_first && (gap <= 1 || opens && (gap <= 3 || is_held()))
                }
                Standing::Coordinated => event > 0 && self.events[event - 1].date == Some(moment.value),
                Standing::Loose => is_first && opens && is_verb(context, tokens.start),
                Standing::Mentioned => false,
            };
            // "Vào tháng 9/2023, trong chuyến thăm của Chủ tịch Quốc hội"
            let is_month = || opens && gap <= 2 && is_said_on(context, moment);
            let may_be = moment.is_day || is_month();
            may_be && fits && gap <= REACH && Gap::read(context, moment.end..tokens.start, false).is_some()
        })
    }

    /// The date that opens the sentence before, where that tells no event of its own: "Tại buổi làm việc, …", "Dự buổi lễ có …".
    fn carried(
        &self,
        context: &Context<'_, '_>,
        event: usize,
        before: Option<&Sentence<'_>>,
    ) -> Option<DateValue> {
        let before = before?;
        let named = &self.events[event].named;
        let (tokens, standing) = (named.tokens(), named.standing);
        let is_attended = || {
            let verb = named.verb.and_then(|verb| context.event_word_at(verb));
            standing == Standing::Told && matches!(verb, Some((EventRole::Attend, _)))
        };
        if !matches!(standing, Standing::At | Standing::Open) && !is_attended() {
            return None;
        }
        // Two lines of a menu are no sentences: "Tin tức 5/5/2024", "Hội nghị".
        let are_sentences = self.end > tokens.end + 2 && before.end - before.start > LEAD;
        let is_free = event == 0
            && are_sentences
            && tokens.start - self.start <= CARRIED
            && self.moments.iter().all(|moment| moment.first > tokens.start)
            && before.events.iter().all(|other| other.date.is_none());
        // "Diễn tập vào chiều 30/6": the day ends another statement.
        let opens = |moment: &&Moment| moment.end + 2 < before.end;
        // "… thăm chính thức Malaysia từ ngày 21 đến 23-11. Chuyến thăm …"
        let extent = || {
            let is_visit = named.event_type() == EventType::Visit;
            let whole = |moment: &&Moment| matches!(moment.value, DateValue::Interval(..));
            before.moments.iter().find(whole).filter(|_| is_visit)
        };
        let lead = before.lead().filter(|_| is_free).filter(opens)?;
        // "Chương trình diễn ra từ ngày 1/6 đến 10/8. Tại lễ khai mạc, …"
        let date = extent().unwrap_or(lead).value;
        let is_part = named.event_type() == EventType::Ceremony && matches!(date, DateValue::Interval(..));
        (!is_part).then_some(date)
    }
}

/// Whether an event is about another day: "Lễ kỷ niệm".
fn commemorates(context: &Context<'_, '_>, name: &Range<usize>) -> bool {
    context.event_words(name.clone()).any(|(_, role, _)| role == EventRole::Mention)
}

/// Whether "và" stands before the verb: "tổ chức hội nghị và khai mạc triển lãm".
fn follows_and(context: &Context<'_, '_>, verb: usize) -> bool {
    context.is_behind(verb, WordRole::And)
}

fn is_held_behind(context: &Context<'_, '_>, end: usize) -> bool {
    let near = end..context.right_from(end).end.min(end + 20);
    context.event_words(near).any(|(_, role, _)| role == EventRole::Held)
}

/// Whether a name is what somebody does: "UBND xã họp", "Văn phòng Chính phủ họp báo".
fn is_verb(context: &Context<'_, '_>, first: usize) -> bool {
    match context.event_at(first) {
        Some((EventUse::Verb, ..)) => true,
        Some((_, Some(EventType::Press), _)) => doer(context, first).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts;
    use crate::normalize::normalize;

    proptest! {
        /// Where no event near a date has one, no event of the article has.
        #[test]
        fn the_events_near_dates_are_enough(
            text in "(( Ngày 5/3/2024| vào ngày 6/3/2024| tháng 3/2024| vào tháng 4/2024| chiều 7/3/2024| Tại| UBND xã| đã|\
                      sẽ tổ chức| tổ chức| hội nghị| buổi làm việc| phiên họp thường kỳ| diễn ra| kết quả| và| họp|\
                      làm việc với Huyện ủy| nói chung là như thế|,|\\.|\n) ?){0,24}"
        ) {
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let output = facts::read(&context);
            let all = date(&context, named(&context, 0..context.tokens.len()), &moments(&context, &output));
            let dates = |events: &[Dated]| events.iter().map(|event| event.date).collect::<Vec<_>>();
            let found = dates(&dated(&context, &output));
            let expected = if all.iter().any(|event| event.date.is_some()) { dates(&all) } else { Vec::new() };
            prop_assert_eq!(found, expected);
        }
    }
}
