//! Which names are names of the same event, and what is said of it elsewhere: its period, who chairs it.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::meeting_date::{self, Dated};
use crate::data::{EventRole, EventUse, IndicatorRole};
use crate::facts::context::REACH;
use crate::facts::meeting::{Meeting, Standing};
use crate::facts::{Context, Draft, FactData, Output, Quote, brackets};
use crate::normalize::fold;
use crate::segment::Region;
use crate::value::{DateValue, EventType, Period};

/// An event is named again before so many others are told of: no report has more, and time stays linear in those that do.
const MOST_EVENTS: usize = 64;

/// What an event is about is said in no more tokens.
const LONGEST_TOPIC: usize = 14;

/// Adds the events of which the article gives a date, each with its other names.
pub(super) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let names = meeting_date::dated(context, output);
    let mut events: Vec<Event<'_>> = Vec::new();
    for name in names.iter().map(|dated| Name::new(context, dated)) {
        let last = events.len().saturating_sub(MOST_EVENTS);
        let same = events[last..].iter().rposition(|event| event.is(context, &name));
        match same {
            Some(event) => events[last + event].take(name),
            None if name.dated.date.is_some() || name.in_title => events.push(Event::new(name)),
            None => {}
        }
    }
    let dated = events.into_iter().filter(|event| event.date().is_some());
    let drafts: Vec<Draft<'t>> = dated.map(|event| draft(context, output, &event)).collect();
    output.extend(drafts);
}

/// A name of an event, and what tells it apart from others, read when it is asked for.
struct Name<'n> {
    dated: &'n Dated,
    in_title: bool,
    number: OnceCell<Option<String>>,
    body: OnceCell<Option<Range<usize>>>,
    folded_body: OnceCell<Option<String>>,
}

impl<'n> Name<'n> {
    fn new(context: &Context<'_, '_>, dated: &'n Dated) -> Self {
        let in_title = context.region(dated.named.tokens().start) == Some(Region::Title);
        let (number, body, folded_body) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Name { dated, in_title, number, body, folded_body }
    }

    /// Its number as written: "12" of "kỳ họp thứ 12", "xii" of "lần thứ XII".
    fn number(&self, context: &Context<'_, '_>) -> Option<&str> {
        let number = self.number.get_or_init(|| {
            let mut words = context.event_words(self.dated.named.tokens());
            let (.., number) = words.find(|(_, role, _)| *role == EventRole::Ordinal)?;
            Some(fold(context.token_text(number).trim_start_matches('0')))
        });
        number.as_deref()
    }

    /// The body that it names.
    fn body(&self, context: &Context<'_, '_>) -> Option<Range<usize>> {
        self.body.get_or_init(|| self.dated.named.body(context)).clone()
    }

    /// The body by which names are told apart, folded. A headline calls the body as it likes ("Đảng bộ huyện" for the "Huyện ủy" of
    /// the text), and in capitals nothing says how far its name goes: it tells no two events apart.
    fn folded_body(&self, context: &Context<'_, '_>) -> Option<&str> {
        let body = || if self.in_title { None } else { self.body(context) };
        self.folded_body.get_or_init(|| body().map(|body| fold(&context.quote(body).text))).as_deref()
    }

    /// Whether the two have each a date, a name and a place of their own: "lễ phát động … tại Hà Nội", "lễ khai mạc … tại Nhà Thiếu nhi".
    fn is_elsewhere(&self, context: &Context<'_, '_>, other: &Name<'_>) -> bool {
        let named = [&self.dated.named, &other.dated.named];
        let folded = |tokens: Range<usize>| fold(&context.quote(tokens).text);
        let [words, other_words] = named.map(|named| folded(named.tokens()));
        let [place, other_place] = named.map(|named| named.place(context).map(folded));
        let are_apart = |(a, b): (String, String)| !a.contains(&b) && !b.contains(&a);
        self.dated.date.is_some()
            && other.dated.date.is_some()
            && words != other_words
            && place.zip(other_place).is_some_and(are_apart)
    }

    fn is_only_spoken_of(&self) -> bool {
        let standing = self.dated.named.standing;
        matches!(standing, Standing::Mentioned | Standing::Planned | Standing::Loose)
            && self.dated.date.is_none()
    }
}

/// An event with the names found so far.
struct Event<'n> {
    /// In text order.
    names: Vec<Name<'n>>,
    /// The name that stands for it, the first with a date, and the others; indices of the names.
    own: usize,
    mentions: Vec<usize>,
    /// How many of the first names were found to say no number, and how many no body.
    unnumbered: Cell<usize>,
    bodiless: Cell<usize>,
}

impl<'n> Event<'n> {
    fn new(name: Name<'n>) -> Self {
        let (unnumbered, bodiless) = (Cell::new(0), Cell::new(0));
        Event { names: vec![name], own: 0, mentions: Vec::new(), unnumbered, bodiless }
    }

    /// What the first name says that says it; `silent` is the number of those that were found not to.
    fn first_said<'e>(
        &'e self,
        silent: &Cell<usize>,
        said: impl Fn(&'e Name<'n>) -> Option<&'e str>,
    ) -> Option<&'e str> {
        while let Some(name) = self.names.get(silent.get()) {
            if let Some(said) = said(name) {
                return Some(said);
            }
            silent.set(silent.get() + 1);
        }
        None
    }

    fn own(&self) -> &Name<'n> {
        &self.names[self.own]
    }

    fn mentions(&self) -> impl Iterator<Item = &Name<'n>> + Clone {
        self.mentions.iter().map(|name| &self.names[*name])
    }

    fn date(&self) -> Option<DateValue> {
        self.own().dated.date
    }

    /// Whether a later name may name the same event. Two names in one sentence are two events, as are two numbers, two
    /// days and two bodies; what is only spoken of is another event unless it has the same number.
    fn is(&self, context: &Context<'_, '_>, later: &Name<'_>) -> bool {
        let first = self.names[0].dated;
        let (own_type, later_type) = (first.named.event_type(), later.dated.named.event_type());
        let same_type = own_type == later_type || own_type.is_sitting() && later_type.is_sitting();
        let other_day = self.date().zip(later.dated.date).is_some_and(|(a, b)| a != b);
        if !same_type || other_day || first.sentence == later.dated.sentence {
            return false;
        }
        let number = self.first_said(&self.unnumbered, |name| name.number(context));
        if let (Some(number), Some(later)) = (number, later.number(context)) {
            return number == later;
        }
        if self.own().is_elsewhere(context, later) {
            return false;
        }
        let differ = |a: &str, b: &str| !a.starts_with(b) && !b.starts_with(a);
        let body = || self.first_said(&self.bodiless, |name| name.folded_body(context));
        let other_body = || body().zip(later.folded_body(context)).is_some_and(|(a, b)| differ(a, b));
        !later.is_only_spoken_of() && !other_body()
    }

    /// Takes another name of the same event; the one with the date stands for it.
    fn take(&mut self, name: Name<'n>) {
        let next = self.names.len();
        let replaces = self.date().is_none() && name.dated.date.is_some();
        let other = if replaces { std::mem::replace(&mut self.own, next) } else { next };
        self.mentions.push(other);
        self.names.push(name);
    }
}

/// The fact of an event, with what its other names say of it: the period it is about and the body.
fn draft<'t>(context: &Context<'_, 't>, output: &Output<'t>, event: &Event<'_>) -> Draft<'t> {
    let own = event.own();
    let titles = event.mentions().filter(|name| name.in_title);
    let names = || std::iter::once(own).chain(titles.clone());
    let named = &own.dated.named;
    let meeting = Meeting {
        event_type: named.event_type(),
        date: own.dated.date,
        body: names().find_map(|name| name.body(context)).map(|body| brackets::quote_without(context, body)),
        period: names().find_map(|name| period(context, output, name)),
        place: named.place(context).map(|place| context.quote(place)),
        chair: chair(context, output, &named.tokens()),
        planned: named.standing == Standing::Planned,
        mentions: event.mentions().map(|name| context.span(name.dated.named.tokens())).collect(),
    };
    context.draft(named.tokens(), "<event>-on-<date>", FactData::Meeting(meeting))
}

/// The period that an event is about: the month, quarter or half right behind its name; of a review the first that follows.
fn period(context: &Context<'_, '_>, output: &Output<'_>, name: &Name<'_>) -> Option<DateValue> {
    let tokens = name.dated.named.tokens();
    let reviews = tokens
        .clone()
        .any(|at| matches!(context.event_at(at), Some((EventUse::Weak, Some(EventType::Conference), _))));
    // A headline has nothing else to date: "Hội nghị báo cáo viên các huyện ủy tháng 4/2019".
    let reach = if name.in_title {
        REACH
    } else if reviews {
        LONGEST_TOPIC
    } else {
        topic_length(context, tokens.end)
    };
    let next = output.partition_point(|draft| draft.first < tokens.end);
    let behind = output[next..].iter().take_while(|date| date.first <= tokens.end + reach);
    let mut dates = behind.filter(|date| date.fact.sentence == name.dated.sentence);
    dates.find_map(|date| match &date.fact.data {
        // "hội nghị quốc tế về lương thực vào tháng 6": that is when it is held.
        FactData::Date(date) if is_period(date.value) && Some(date.value) != name.dated.date => {
            Some(date.value)
        }
        _ => None,
    })
}

/// How many tokens behind an event's name say what it is about: "hội nghị trực tuyến | về an toàn giao thông | quý II/2013".
fn topic_length(context: &Context<'_, '_>, end: usize) -> usize {
    let Some((IndicatorRole::About, _, topic)) = context.indicator_word_at(end) else { return 0 };
    let limit = context.right_from(topic).end.min(topic + LONGEST_TOPIC);
    (topic..limit).find(|at| context.is_wall(*at)).unwrap_or(limit) - end
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
    let chairs = context.event_words(start..end).filter(|(_, role, _)| *role == EventRole::Chair);
    chairs.into_iter().find_map(|(at, _, after)| {
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
