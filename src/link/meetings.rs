//! Which names are names of the same event, and what is said of it elsewhere: its period, who chairs it.

use std::ops::Range;

use crate::Span;
use crate::data::{EventRole, EventUse};
use crate::facts::context::REACH;
use crate::facts::meeting::{Meeting, Standing, standing};
use crate::facts::{Context, Draft, FactData, Output};
use crate::normalize::fold;
use crate::segment::Region;
use crate::value::{DateValue, EventType, Period};

/// Joins the names of one event, and drops those of which the article gives no date.
pub(super) fn join<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut events: Vec<Event> = Vec::new();
    for (index, draft) in output.iter().enumerate() {
        let FactData::Meeting(meeting) = &draft.fact.data else { continue };
        let name = Event::new(context, draft, meeting, index);
        let same = events.iter().rposition(|event| event.is(&name));
        match same {
            Some(event) => events[event].take(name),
            None if name.date.is_some() || name.in_title => events.push(name),
            None => {}
        }
    }
    events.retain(|event| event.date.is_some());
    let mut keep = vec![false; output.len()];
    for event in &events {
        keep[event.index] = true;
        complete(context, output, event);
    }
    let mut at = 0;
    output.retain(|draft| {
        at += 1;
        keep[at - 1] || !matches!(draft.fact.data, FactData::Meeting(_))
    });
}

/// An event with the names found so far.
struct Event {
    /// The name that stands for it, by index of the output.
    index: usize,
    /// The others.
    mentions: Vec<usize>,
    sentence: usize,
    event_type: EventType,
    date: Option<DateValue>,
    number: Option<String>,
    body: Option<String>,
    in_title: bool,
    is_mention: bool,
}

impl Event {
    fn new(context: &Context<'_, '_>, draft: &Draft<'_>, meeting: &Meeting<'_>, index: usize) -> Event {
        let (standing, _) = standing(context, draft.first);
        // A headline calls the body as it likes ("Đảng bộ huyện" for the "Huyện ủy" of the text), and in capitals nothing
        // says how far its name goes: it tells no two events apart.
        let body = meeting.body.as_ref().filter(|_| draft.fact.region != Some(Region::Title));
        Event {
            index,
            mentions: Vec::new(),
            sentence: draft.fact.sentence,
            event_type: meeting.event_type,
            date: meeting.date,
            number: number(context, draft),
            body: body.map(|body| fold(&body.text)),
            in_title: draft.fact.region == Some(Region::Title),
            is_mention: matches!(standing, Standing::Mentioned | Standing::Planned | Standing::Loose),
        }
    }

    /// Whether a later name may name the same event. Two names in one sentence are two events, as are two numbers, two
    /// days and two bodies; what is only spoken of is another event unless it has the same number.
    fn is(&self, later: &Event) -> bool {
        let same_type = self.event_type == later.event_type
            || self.event_type.is_sitting() && later.event_type.is_sitting();
        let differ = |a: &Option<String>, b: &Option<String>| {
            a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| !a.starts_with(&**b) && !b.starts_with(&**a))
        };
        let same_number = self.number.is_some() && self.number == later.number;
        let other_day = self.date.zip(later.date).is_some_and(|(a, b)| a != b);
        let other_number = self.number.is_some() && later.number.is_some() && !same_number;
        let spoken_of = later.is_mention && later.date.is_none() && !same_number;
        same_type
            && !other_day
            && !other_number
            && !spoken_of
            && self.sentence != later.sentence
            && (!differ(&self.body, &later.body) || same_number)
    }

    /// Takes another name of the same event; the one with the date stands for it.
    fn take(&mut self, name: Event) {
        let replaces = self.date.is_none() && name.date.is_some();
        let other = if replaces { std::mem::replace(&mut self.index, name.index) } else { name.index };
        self.mentions.push(other);
        self.date = self.date.or(name.date);
        self.number = self.number.take().or(name.number);
        self.body = self.body.take().or(name.body);
    }
}

/// The number of a name as written: "12" of "kỳ họp thứ 12", "xii" of "lần thứ XII".
fn number(context: &Context<'_, '_>, draft: &Draft<'_>) -> Option<String> {
    (draft.first..draft.end).find_map(|at| {
        let (EventRole::Ordinal, next) = context.event_word_at(at)? else { return None };
        Some(fold(context.token_text(next).trim_start_matches('0')))
    })
}

/// Fills in what the other names of an event say of it, the period it is about and who chairs it.
fn complete<'t>(context: &Context<'_, 't>, output: &mut Output<'t>, event: &Event) {
    let titles =
        event.mentions.iter().copied().filter(|name| output[*name].fact.region == Some(Region::Title));
    let names = || std::iter::once(event.index).chain(titles.clone());
    let period = names().find_map(|name| period(context, output, name));
    let body = names().find_map(|name| meeting(&output[name]).and_then(|meeting| meeting.body.clone()));
    let place = meeting(&output[event.index]).and_then(|meeting| meeting.place.clone());
    let chair = chair(context, output, &output[event.index]);
    let mentions: Vec<Span> = event.mentions.iter().map(|name| output[*name].fact.span).collect();
    if let FactData::Meeting(meeting) = &mut output[event.index].fact.data {
        *meeting = Meeting { period, body, place, chair, mentions, ..meeting.clone() };
    }
}

fn meeting<'a, 't>(draft: &'a Draft<'t>) -> Option<&'a Meeting<'t>> {
    match &draft.fact.data {
        FactData::Meeting(meeting) => Some(meeting),
        _ => None,
    }
}

/// The period that an event is about: the month, quarter or half right behind its name; of a review the first that follows.
fn period(context: &Context<'_, '_>, output: &Output<'_>, name: usize) -> Option<DateValue> {
    let draft = &output[name];
    let reviews = (draft.first..draft.end)
        .any(|at| matches!(context.event_at(at), Some((EventUse::Weak, Some(EventType::Conference), _))));
    // A headline has nothing else to date: "Hội nghị báo cáo viên các huyện ủy tháng 4/2019".
    let in_title = draft.fact.region == Some(Region::Title);
    let reach = if in_title {
        REACH
    } else if reviews {
        14
    } else {
        0
    };
    let behind = output[name..].iter().skip(1).take_while(|date| date.first <= draft.end + reach);
    let mut dates =
        behind.filter(|date| date.first >= draft.end && date.fact.sentence == draft.fact.sentence);
    dates.find_map(|date| match &date.fact.data {
        FactData::Date(date) if is_period(date.value) => Some(date.value),
        _ => None,
    })
}

fn is_period(value: DateValue) -> bool {
    let period = value.start().period();
    let is_span = matches!(value, DateValue::Interval(..)) && matches!(period, Period::Month(_));
    is_span || matches!(period, Period::Month(_) | Period::Quarter(_) | Period::Half(_))
}

/// The official who is said to chair, in the event's sentence or the next: "X chủ trì", "sự chủ trì của X", "chủ trì có X".
fn chair<'t>(context: &Context<'_, 't>, output: &Output<'t>, draft: &Draft<'t>) -> Option<crate::Quote<'t>> {
    let start = context.sentence(draft.first).start.max(draft.first.saturating_sub(REACH));
    let next = context.sentence(context.sentence(draft.first).end).end;
    let end = next.max(draft.end).min(draft.end + REACH);
    let officials = |tokens: Range<usize>| {
        let from = output.partition_point(|draft| draft.first < tokens.start);
        let to = output.partition_point(|draft| draft.first < tokens.end);
        output[from..to].iter().filter(|draft| matches!(draft.fact.data, FactData::Official(_)))
    };
    (start..end).find_map(|at| {
        let (EventRole::Chair, after) = context.event_word_at(at)? else { return None };
        let verb = context.span(at..after).start;
        let before = officials(context.left_of(at)).next_back();
        // ", đã": what may stand between a post and its verb.
        let before = before.filter(|draft| verb.saturating_sub(end_of(draft)) <= 12);
        let behind = || officials(after..context.right_from(after).end.min(after + 16)).next();
        let chair = before.or_else(behind)?;
        Some(context.quote(chair.first..chair.end))
    })
}

/// Where an official ends with the posts behind the name.
fn end_of(draft: &Draft<'_>) -> usize {
    match &draft.fact.data {
        FactData::Official(official) => {
            official.positions.iter().map(|post| post.span.end).fold(draft.fact.span.end, usize::max)
        }
        _ => draft.fact.span.end,
    }
}
