//! Which names are names of the same event, and what is said of it elsewhere: its period, who chairs it.

use std::ops::Range;

use super::meeting_date::{self, Dated};
use crate::data::{EventRole, EventUse};
use crate::facts::context::REACH;
use crate::facts::meeting::{Meeting, Named, Standing};
use crate::facts::{Context, Draft, FactData, Output, Quote};
use crate::normalize::fold;
use crate::value::{DateValue, EventType, Period};

/// Adds the events of which the article gives a date, each with its other names.
pub(super) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let names = meeting_date::dated(context, output);
    let mut events: Vec<Event> = Vec::new();
    for (index, dated) in names.iter().enumerate() {
        let name = Event::new(context, dated, index);
        let same = events.iter().rposition(|event| event.is(&name));
        match same {
            Some(event) => events[event].take(name),
            None if name.date.is_some() || name.in_title => events.push(name),
            None => {}
        }
    }
    events.retain(|event| event.date.is_some());
    let drafts: Vec<Draft<'t>> =
        events.into_iter().map(|event| draft(context, output, &names, event)).collect();
    output.extend(drafts);
}

/// An event with the names found so far.
struct Event {
    /// The name that stands for it, by index.
    index: usize,
    /// The others.
    mentions: Vec<usize>,
    sentence: usize,
    event_type: EventType,
    date: Option<DateValue>,
    number: Option<String>,
    /// The body that the text names, folded.
    body: Option<String>,
    in_title: bool,
    is_mention: bool,
}

impl Event {
    fn new(context: &Context<'_, '_>, dated: &Dated, index: usize) -> Event {
        let Dated { named, date, .. } = dated;
        let in_title = dated.is_in_title(context);
        // A headline calls the body as it likes ("Đảng bộ huyện" for the "Huyện ủy" of the text), and in capitals nothing
        // says how far its name goes: it tells no two events apart.
        let body = if in_title { None } else { named.body(context) };
        Event {
            index,
            mentions: Vec::new(),
            sentence: dated.sentence,
            event_type: named.event_type(),
            date: *date,
            number: number(context, named),
            body: body.map(|body| fold(&context.quote(body).text)),
            in_title,
            is_mention: matches!(named.standing, Standing::Mentioned | Standing::Planned | Standing::Loose),
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
fn number(context: &Context<'_, '_>, named: &Named) -> Option<String> {
    named.tokens().find_map(|at| {
        let (EventRole::Ordinal, next) = context.event_word_at(at)? else { return None };
        Some(fold(context.token_text(next).trim_start_matches('0')))
    })
}

/// The fact of an event, with what its other names say of it: the period it is about and the body.
fn draft<'t>(context: &Context<'_, 't>, output: &Output<'t>, names: &[Dated], event: Event) -> Draft<'t> {
    let titles = event.mentions.iter().map(|name| &names[*name]).filter(|name| name.is_in_title(context));
    let own = &names[event.index];
    let all = || std::iter::once(own).chain(titles.clone());
    let quote = |tokens: Range<usize>| context.quote(tokens);
    let tokens = own.named.tokens();
    let meeting = Meeting {
        event_type: own.named.event_type(),
        date: own.date,
        body: all().find_map(|name| name.named.body(context)).map(quote),
        period: all().find_map(|name| period(context, output, name)),
        place: own.named.place(context).map(quote),
        chair: chair(context, output, &tokens),
        planned: own.named.standing == Standing::Planned,
        mentions: event.mentions.iter().map(|name| context.span(names[*name].named.tokens())).collect(),
    };
    context.draft(tokens, "<event>-on-<date>", FactData::Meeting(meeting))
}

/// The period that an event is about: the month, quarter or half right behind its name; of a review the first that follows.
fn period(context: &Context<'_, '_>, output: &Output<'_>, name: &Dated) -> Option<DateValue> {
    let tokens = name.named.tokens();
    let reviews = tokens
        .clone()
        .any(|at| matches!(context.event_at(at), Some((EventUse::Weak, Some(EventType::Conference), _))));
    // A headline has nothing else to date: "Hội nghị báo cáo viên các huyện ủy tháng 4/2019".
    let reach = if name.is_in_title(context) {
        REACH
    } else if reviews {
        14
    } else {
        0
    };
    let next = output.partition_point(|draft| draft.first < tokens.end);
    let behind = output[next..].iter().take_while(|date| date.first <= tokens.end + reach);
    let mut dates = behind.filter(|date| date.fact.sentence == name.sentence);
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
fn chair<'t>(context: &Context<'_, 't>, output: &Output<'t>, event: &Range<usize>) -> Option<Quote<'t>> {
    let sentence = context.sentence(event.start);
    let start = sentence.start.max(event.start.saturating_sub(REACH));
    let next = context.sentence(sentence.end).end;
    let end = next.max(event.end).min(event.end + REACH);
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
