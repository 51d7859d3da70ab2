//! Meetings: sessions, conferences, ceremonies and visits.
//!
//! This file reads what is named as an event and who holds it where; whether the article tells it, when it is held and which
//! names are names of the same event are links.

mod body;
mod name;
mod standing;

use std::ops::Range;

use super::{Context, Quote};
use crate::Span;
use crate::data::{EventRole, EventUse, List};
use crate::segment::TokenKind;
use crate::value::{DateValue, EventType};
use name::Name;
pub(crate) use standing::{Standing, doer};
use standing::{skip_auxiliaries, standing};

/// An event that is held: the fact's own text is the words that name it where its date is told.
///
/// ```
/// use vietfacts::{EventType, Extractor, FactData};
///
/// let document = Extractor::new().extract("Ngày 5/3/2024, UBND huyện tổ chức phiên họp thường kỳ tháng 2/2024.");
/// let meeting = document.facts().iter().find_map(|fact| match &fact.data {
///     FactData::Meeting(meeting) => Some((&*fact.text, meeting)),
///     _ => None,
/// });
/// let (text, meeting) = meeting.unwrap();
/// assert_eq!(text, "phiên họp thường kỳ");
/// assert_eq!(meeting.event_type, EventType::Session);
/// assert_eq!(meeting.date.unwrap().to_string(), "2024-03-05");
/// assert_eq!(meeting.period.unwrap().to_string(), "2024-02");
/// assert_eq!(meeting.body.as_ref().unwrap().text, "UBND huyện");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Meeting<'t> {
    /// What kind of event.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub event_type: EventType,
    /// When it is held: never the date of a document, a deadline or the period that it is about. An event of which the article
    /// gives no date is no fact, so that the extractor always fills it in.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<DateValue>,
    /// Who holds it, as written: "UBND huyện".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::body"))]
    pub body: Option<Quote<'t>>,
    /// The period that it is about: 2023-11 in "phiên họp thường kỳ tháng 11/2023".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub period: Option<DateValue>,
    /// Where it is held, as written: "Hội trường Tỉnh ủy".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::place"))]
    pub place: Option<Quote<'t>>,
    /// Who chairs it, as written.
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::chair"))]
    pub chair: Option<Quote<'t>>,
    /// Whether it is only announced: "sẽ diễn ra ngày 18/12".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub planned: bool,
    /// Where else the article names the same event: in the headline, as "Hội nghị" further down. In text order.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub mentions: Vec<Span>,
}

impl Meeting<'_> {
    pub(crate) fn into_owned(self) -> Meeting<'static> {
        Meeting {
            event_type: self.event_type,
            date: self.date,
            period: self.period,
            body: self.body.map(Quote::into_owned),
            place: self.place.map(Quote::into_owned),
            chair: self.chair.map(Quote::into_owned),
            planned: self.planned,
            mentions: self.mentions,
        }
    }
}

/// Something that is named as an event.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    name: Name,
    pub standing: Standing,
    /// Where the verb that governs it starts.
    pub verb: Option<usize>,
}

/// Whether the words begin in the name of a body: "Quốc hội thảo luận" is no seminar.
fn is_torn(context: &Context<'_, '_>, first: usize) -> bool {
    let body = first.checked_sub(1).and_then(|before| context.cue(before, List::Organisation));
    body.is_some_and(|body| !body.doubtful && body.end() == first + 1)
}

/// Everything in a run of tokens that is named as an event, told or only spoken of; the links keep what is told.
pub(crate) fn named(context: &Context<'_, '_>, tokens: Range<usize>) -> Vec<Named> {
    let mut events = Vec::new();
    let mut end = 0;
    for cue in context.cues.within(List::Meeting, tokens) {
        if (cue.first as usize) < end {
            continue;
        }
        if is_torn(context, cue.first as usize) {
            continue;
        }
        end = cue.end();
        let Some(name) = name::read(context, cue) else { continue };
        let standing = standing(context, name.first);
        if names_an_event(context, &name, standing) {
            end = name.end;
            let (standing, verb) = standing;
            events.push(Named { name, standing, verb });
        }
    }
    if context.body_only {
        events.retain(|event| context.wants(context.region(event.name.first)));
    }
    events
}

impl Named {
    /// The tokens of the name.
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.name.first..self.name.end
    }

    pub(crate) fn event_type(&self) -> EventType {
        self.name.event_type
    }

    /// The body that holds it.
    pub(crate) fn body(&self, context: &Context<'_, '_>) -> Option<Range<usize>> {
        let holds = |verb: &usize| matches!(context.event_word_at(*verb), Some((EventRole::Hold, _)));
        let holder = match self.name.event_use {
            EventUse::Verb => Some(self.verb.unwrap_or(self.name.first)),
            _ => self.verb.filter(holds),
        };
        body::read(context, &self.name, holder)
    }

    /// Where it is held.
    pub(crate) fn place(&self, context: &Context<'_, '_>) -> Option<Range<usize>> {
        body::place(context, &self.name)
    }
}

/// Whether the words mean an event here: "họp" has a subject, "sơ kết" is held by somebody.
fn names_an_event(
    context: &Context<'_, '_>,
    name: &Name,
    (standing, verb): (Standing, Option<usize>),
) -> bool {
    match name.event_use {
        EventUse::Noun => true,
        EventUse::Verb => has_subject(context, name.first),
        // "kết thúc phiên 27/6" is the market's.
        EventUse::Weak if name.event_type == EventType::Session && name.end == name.head_end => false,
        EventUse::Weak if verb.is_some() => standing != Standing::Mentioned,
        EventUse::Weak => matches!(standing, Standing::At | Standing::Open) && name.end > name.head_end,
        EventUse::Modifier | EventUse::None => false,
    }
}

/// Whether a verb has somebody before it: "UBND xã họp", "Đoàn Giám sát (khóa XV) đã làm việc với", "tổ chức họp".
fn has_subject(context: &Context<'_, '_>, verb: usize) -> bool {
    let start = context.sentence(verb).start;
    let mut at = skip_auxiliaries(context, verb, start);
    if let Some((EventRole::Plan, plan)) = context.event_word_before(at) {
        at = plan.max(start);
    }
    if at == start {
        // A headline drops its subject.
        return context.tokens[at].is_line_start();
    }
    let before = &context.tokens[at - 1];
    let is_name = before.kind() == TokenKind::Digits || before.is_capitalized();
    use EventRole::{Attend, Chair, Hold};
    let is_held = matches!(context.event_word_before(at), Some((Hold | Attend | Chair, _)));
    is_name || is_held || at < verb && before.kind() == TokenKind::Word || {
        let is_level = context.cue(at - 1, List::Level).is_some();
        // "Văn phòng Chủ tịch nước họp báo", "Thủ tướng họp với các bộ"
        let is_sure = |list| context.cue_before(at, list).is_some_and(|cue| !cue.doubtful);
        is_level
            || is_sure(List::Organisation)
            || is_sure(List::Position) && context.tokens[verb].is_small_word()
            || body::ends_at(context, start..at)
            || matches!(context.token_text(at - 1), ")" | ",")
    }
}
