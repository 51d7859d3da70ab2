//! The codes of the lists about meetings.

use crate::value::EventType;

/// How a word of events names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventUse {
    /// It names an event by itself: "hội nghị".
    Noun,
    /// It tells one of its subject: "UBND xã họp".
    Verb,
    /// It names one only where another word says that it is held: "tổ chức sơ kết".
    Weak,
    /// It may only follow such a word: "hội nghị trực tuyến".
    Modifier,
    /// A phrase that only shades a shorter one: "lễ hội".
    None,
}

/// What a word beside an event or its date says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventRole {
    /// Somebody holds it: "tổ chức".
    Hold,
    /// "bắt đầu": holds what stands right behind it.
    Begin,
    /// It is held: "diễn ra".
    Held,
    /// Somebody chairs it: "chủ trì".
    Chair,
    /// Somebody is there: "dự".
    Attend,
    /// It is still to come: "sẽ", "dự kiến".
    Plan,
    /// It is only spoken of: "kết quả hội nghị".
    Mention,
    /// A document, whose date is its own: "Quyết định … ngày 5/3".
    Document,
    /// Before an event or a date: it is a bound, not what is told: "trước kỳ họp", "tính đến".
    Boundary,
    /// Somebody says or signs something: what follows is another matter.
    Report,
    /// "tại", "phát biểu tại".
    At,
    /// "vào".
    On,
    /// "do … tổ chức".
    By,
    /// "của".
    Of,
    /// A partner follows, not the one who holds it: "phối hợp với".
    With,
    /// Opens a place: "hội trường".
    Venue,
    /// "thứ", "lần thứ".
    Ordinal,
    /// Stands between such words and says nothing of its own: "đã", "các".
    Auxiliary,
    /// A phrase that only shades a shorter one.
    None,
}

pub(crate) fn event_use(code: &str, event_type: &str) -> Option<(EventUse, Option<EventType>)> {
    let event_use = match code {
        "noun" => EventUse::Noun,
        "verb" => EventUse::Verb,
        "weak" => EventUse::Weak,
        "modifier" => return Some((EventUse::Modifier, None)),
        "none" => return Some((EventUse::None, None)),
        _ => return None,
    };
    let event_type = match event_type {
        "session" => EventType::Session,
        "council_session" => EventType::CouncilSession,
        "conference" => EventType::Conference,
        "meeting" => EventType::Meeting,
        "working_session" => EventType::WorkingSession,
        "congress" => EventType::Congress,
        "voter_meeting" => EventType::VoterMeeting,
        "seminar" => EventType::Seminar,
        "training" => EventType::Training,
        "press" => EventType::Press,
        "ceremony" => EventType::Ceremony,
        "gathering" => EventType::Gathering,
        "talks" => EventType::Talks,
        "visit" => EventType::Visit,
        "inspection" => EventType::Inspection,
        "festival" => EventType::Festival,
        _ => return None,
    };
    Some((event_use, Some(event_type)))
}

pub(crate) fn event_role(role: &str, _: &str) -> Option<EventRole> {
    Some(match role {
        "hold" => EventRole::Hold,
        "begin" => EventRole::Begin,
        "held" => EventRole::Held,
        "chair" => EventRole::Chair,
        "attend" => EventRole::Attend,
        "plan" => EventRole::Plan,
        "mention" => EventRole::Mention,
        "document" => EventRole::Document,
        "boundary" => EventRole::Boundary,
        "report" => EventRole::Report,
        "at" => EventRole::At,
        "on" => EventRole::On,
        "by" => EventRole::By,
        "of" => EventRole::Of,
        "with" => EventRole::With,
        "venue" => EventRole::Venue,
        "ordinal" => EventRole::Ordinal,
        "auxiliary" => EventRole::Auxiliary,
        "none" => EventRole::None,
        _ => return None,
    })
}
