//! The codes that the columns of the lists may hold, and what they are in Rust.

use crate::segment::Region;
use crate::value::{Branch, EventType, Level, Rank};

/// What a calendar word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateRole {
    Day,
    OrdinalDay,
    Month,
    Year,
    Quarter,
    SpanOfYears,
    SchoolYear,
    MonthName,
    First,
    Middle,
    Last,
    /// With the part, and a distance where the words hold one: "chiều qua".
    PartOfDay,
    Relative,
    SamePeriod,
    Lunar,
    /// "nhằm ngày": what follows is lunar.
    LunarDay,
    /// "rằm": the 15th of a lunar month.
    FullMoon,
    /// "Tết": the first lunar month begins.
    NewYear,
    Weekday,
    Occasion,
    /// "trước", "chậm nhất": the date is yet to come.
    Deadline,
    /// "sẽ", "dự kiến".
    Future,
    /// "hằng năm": the date comes round, and is no one year's.
    EveryYear,
    Birth,
    /// "vừa qua", right behind a date.
    Past,
    /// "kể từ khi": a year behind it is long ago.
    Since,
    /// "lũy kế": months that follow are those since January.
    Tally,
    Hour,
    Minute,
    None,
}

impl DateRole {
    /// Whether it names a day or period, or opens one that a number follows: "ngày", "cuối", "năm nay".
    pub(crate) fn is_calendar(self) -> bool {
        use DateRole::*;
        matches!(
            self,
            Day | OrdinalDay
                | Month
                | Year
                | Quarter
                | SpanOfYears
                | SchoolYear
                | First
                | Middle
                | Last
                | PartOfDay
                | Relative
                | Weekday
                | EveryYear
        )
    }
}

/// What a word of indicators says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IndicatorRole {
    /// "chỉ tiêu", "tiêu chí".
    Noun,
    /// The noun with what makes it a quota of persons: "chỉ tiêu biên chế".
    Quota,
    /// A word that makes counts near it quotas: "tuyển quân".
    Recruitment,
    Met,
    Exceeded,
    MetOrExceeded,
    NotMet,
    /// Met, where it stands before the count: "duy trì 19/19 tiêu chí".
    Held,
    /// Not met, where it stands before the count: "còn thiếu 3 tiêu chí".
    Missing,
    /// "chưa", "khó có khả năng".
    Negation,
    /// "chưa đánh giá": it is not known how they stand.
    Pending,
    /// "phấn đấu": what follows is wanted, not reached.
    Target,
    /// "Mục tiêu": at the start of a sentence, all of it is wanted.
    Heading,
    /// "đã", "đến nay": what follows is reached.
    Actual,
    /// "ước", "dự kiến": what follows is reached, as far as one can say yet.
    Estimate,
    /// What may stand between a count, its status and a percentage.
    Adverb,
    /// "có", "gồm": a count may follow.
    Opener,
    OutOf,
    /// "một nửa": a share in percent.
    Share,
    Average,
    /// "tương đương", "chiếm": the percentage behind it is what share the count is.
    Ratio,
    /// What joins the noun and its qualifier: "về".
    About,
    Qualifier,
    /// A phrase that only shades a shorter one: "vượt khó".
    None,
}

/// What a word makes of the number behind it that is nobody's fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RefusalRole {
    /// "Nghị quyết 57": a document that may be named without "số".
    Document,
    /// "số 1188", "Kế hoạch số 12/5".
    Label,
    /// "đường 30/4", "Huân chương … 2/9": a name that holds a day.
    Holder,
    /// "thắng 2-1".
    Score,
    /// The scale of a map follows: "tỷ lệ 1/2000".
    Scale,
    /// "điện thoại", "tài khoản", "phiên bản".
    Identifier,
    /// "xếp thứ 11/12".
    Rank,
    /// "dịp 2/9": the number is a day whatever follows it.
    Occasion,
    /// A phrase that only shades a shorter one: "tổng số".
    None,
}

/// What a function word does in the grammars of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordRole {
    From,
    To,
    And,
    Or,
    OutOf,
    OfWhich,
    /// "gồm": all parts follow.
    Consists,
    All,
    Compared,
    Each,
    Number,
    Road,
    Plural,
    Copula,
    Possessive,
    Through,
    Equals,
    /// "cho": what follows is whom it is for.
    Purpose,
    /// "cho vay": "tới" behind it says how much at most.
    Limit,
    /// "không để": what is exceeded behind it may not be.
    Forbid,
    /// "lần lượt": the numbers behind it belong to the list before it.
    Respectively,
    /// "mức": may stand between a bound and its number.
    Gap,
    /// "trong khi": another clause begins.
    Clause,
    /// A phrase that only shades a shorter one: "lên đến".
    None,
}

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

/// What a word between a person and a post says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfficeRole {
    /// "giữ chức", "làm", "nhậm chức": the post after it is taken up by the person before it, or was.
    TakesUp,
    /// "bầu làm": as before, but somebody else gives the post.
    Made,
    /// "bầu", "bổ nhiệm": a post is given, to the person and as the post that follow it.
    Appoints,
    /// "miễn nhiệm", "thôi giữ": the post after it is left.
    Leaves,
    /// "giới thiệu", "đề nghị": the post after it is not held yet.
    Proposed,
    /// "muốn làm": the post after it is nobody's.
    Wished,
    /// "được", "bởi": the person after it acts, and it is another who gets the post.
    Agent,
    /// "thay": the person after it held the post before.
    Replaces,
    /// "đối với", "cho": the person after it is the one concerned.
    Concerns,
    /// "chức vụ", "chức danh", "cương vị": says that a post follows.
    Post,
    /// "hiện", "từng", "lúc đó": may stand between a person and "là".
    Adverb,
    /// "là": person and post are one.
    Is,
    /// "có": opens a list.
    Lists,
    /// "với": the person after it is met by another.
    Met,
    /// "gồm": opens the list of all who have the post before it.
    Consists,
    /// "lần lượt": several posts for as many people, in order.
    Respectively,
    /// "khóa XIV": a term of office.
    Term,
    /// "tại": where a post abroad is.
    At,
    /// A phrase that only shades a shorter one: "việc làm".
    None,
}

/// What a word at a title does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ModifierEffect {
    /// "nguyên", "cựu", "cố": former.
    Former,
    /// "quyền", "phụ trách": acting.
    Acting,
    /// "kiêm": another title follows.
    Concurrent,
    /// "Thường trực", "danh dự": a part of the title's words.
    Standing,
    /// "KT.", "TM.": only in a signature.
    Signature,
    /// Says something of the person, and is no part of the title: "tân", "nữ", "đương nhiệm".
    Other,
}

/// Where on its line a phrase must stand to say what the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceOnLine {
    Whole,
    Start,
    End,
    Anywhere,
}

pub(crate) fn page_phrase(class: &str, place: &str) -> Option<(Region, PlaceOnLine)> {
    let region = match class {
        "caption" => Region::Caption,
        "byline" => Region::Byline,
        "teaser" => Region::Teaser,
        "meta" | "nav" | "attachment" => Region::Footer,
        _ => return None,
    };
    let place = match place {
        "line" => PlaceOnLine::Whole,
        "start" => PlaceOnLine::Start,
        "end" => PlaceOnLine::End,
        "anywhere" => PlaceOnLine::Anywhere,
        _ => return None,
    };
    Some((region, place))
}

pub(crate) fn date_role(role: &str, _: &str) -> Option<DateRole> {
    Some(match role {
        "day" => DateRole::Day,
        "ordinal_day" => DateRole::OrdinalDay,
        "month" => DateRole::Month,
        "year" => DateRole::Year,
        "quarter" => DateRole::Quarter,
        "span_of_years" => DateRole::SpanOfYears,
        "school_year" => DateRole::SchoolYear,
        "month_name" => DateRole::MonthName,
        "first" => DateRole::First,
        "middle" => DateRole::Middle,
        "last" => DateRole::Last,
        "part_of_day" => DateRole::PartOfDay,
        "relative" => DateRole::Relative,
        "same_period" => DateRole::SamePeriod,
        "lunar" => DateRole::Lunar,
        "lunar_day" => DateRole::LunarDay,
        "full_moon" => DateRole::FullMoon,
        "new_year" => DateRole::NewYear,
        "tally" => DateRole::Tally,
        "weekday" => DateRole::Weekday,
        "occasion" => DateRole::Occasion,
        "deadline" => DateRole::Deadline,
        "future" => DateRole::Future,
        "every_year" => DateRole::EveryYear,
        "birth" => DateRole::Birth,
        "past" => DateRole::Past,
        "since" => DateRole::Since,
        "hour" => DateRole::Hour,
        "minute" => DateRole::Minute,
        "none" => DateRole::None,
        _ => return None,
    })
}

pub(crate) fn indicator_role(role: &str, value: &str) -> Option<IndicatorRole> {
    Some(match (role, value) {
        ("noun", _) => IndicatorRole::Noun,
        ("quota", _) => IndicatorRole::Quota,
        ("recruitment", _) => IndicatorRole::Recruitment,
        ("status", "met") => IndicatorRole::Met,
        ("status", "exceeded") => IndicatorRole::Exceeded,
        ("status", "met_or_exceeded") => IndicatorRole::MetOrExceeded,
        ("status", "not_met") => IndicatorRole::NotMet,
        ("status", "held") => IndicatorRole::Held,
        ("status", "missing") => IndicatorRole::Missing,
        ("negation", _) => IndicatorRole::Negation,
        ("pending", _) => IndicatorRole::Pending,
        ("target", _) => IndicatorRole::Target,
        ("heading", _) => IndicatorRole::Heading,
        ("actual", _) => IndicatorRole::Actual,
        ("estimate", _) => IndicatorRole::Estimate,
        ("adverb", _) => IndicatorRole::Adverb,
        ("opener", _) => IndicatorRole::Opener,
        ("out_of", _) => IndicatorRole::OutOf,
        ("share", _) => IndicatorRole::Share,
        ("average", _) => IndicatorRole::Average,
        ("ratio", _) => IndicatorRole::Ratio,
        ("about", _) => IndicatorRole::About,
        ("qualifier", _) => IndicatorRole::Qualifier,
        ("none", _) => IndicatorRole::None,
        _ => return None,
    })
}

pub(crate) fn refusal_role(role: &str, _: &str) -> Option<RefusalRole> {
    Some(match role {
        "document" => RefusalRole::Document,
        "label" => RefusalRole::Label,
        "holder" => RefusalRole::Holder,
        "score" => RefusalRole::Score,
        "scale" => RefusalRole::Scale,
        "identifier" => RefusalRole::Identifier,
        "rank" => RefusalRole::Rank,
        "occasion" => RefusalRole::Occasion,
        "none" => RefusalRole::None,
        _ => return None,
    })
}

pub(crate) fn word_role(role: &str, _: &str) -> Option<WordRole> {
    Some(match role {
        "from" => WordRole::From,
        "to" => WordRole::To,
        "and" => WordRole::And,
        "or" => WordRole::Or,
        "out_of" => WordRole::OutOf,
        "of_which" => WordRole::OfWhich,
        "consists" => WordRole::Consists,
        "all" => WordRole::All,
        "compared" => WordRole::Compared,
        "each" => WordRole::Each,
        "number" => WordRole::Number,
        "road" => WordRole::Road,
        "plural" => WordRole::Plural,
        "copula" => WordRole::Copula,
        "possessive" => WordRole::Possessive,
        "through" => WordRole::Through,
        "equals" => WordRole::Equals,
        "purpose" => WordRole::Purpose,
        "limit" => WordRole::Limit,
        "forbid" => WordRole::Forbid,
        "respectively" => WordRole::Respectively,
        "gap" => WordRole::Gap,
        "clause" => WordRole::Clause,
        "none" => WordRole::None,
        _ => return None,
    })
}

pub(crate) fn modifier_effect(effect: &str, side: &str) -> Option<ModifierEffect> {
    Some(match (effect, side) {
        (_, "signature") => ModifierEffect::Signature,
        ("former", _) => ModifierEffect::Former,
        ("standing" | "full_time" | "part_time" | "honorary" | "first" | "alternate", _) => {
            ModifierEffect::Standing
        }
        ("acting", _) => ModifierEffect::Acting,
        ("concurrent", _) => ModifierEffect::Concurrent,
        _ => ModifierEffect::Other,
    })
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

/// `any`, or nothing: the body decides.
pub(crate) fn branch(code: &str) -> Option<Option<Branch>> {
    Some(Some(match code {
        "" | "any" => return Some(None),
        "party" => Branch::Party,
        "government" => Branch::Government,
        "council" => Branch::Council,
        "national_assembly" => Branch::NationalAssembly,
        "front_mass_org" => Branch::FrontMassOrg,
        "military" => Branch::Military,
        "police" => Branch::Police,
        "justice" => Branch::Justice,
        "enterprise" => Branch::Enterprise,
        "education" => Branch::Education,
        "health" => Branch::Health,
        "media_culture" => Branch::MediaCulture,
        "religion" => Branch::Religion,
        "village" => Branch::Village,
        "committee" => Branch::Committee,
        "foreign" => Branch::Foreign,
        _ => return None,
    }))
}

/// `any`, or nothing: the body decides.
pub(crate) fn level(code: &str) -> Option<Option<Level>> {
    Some(Some(match code {
        "" | "any" => return Some(None),
        "central" => Level::Central,
        "province" => Level::Province,
        "district" => Level::District,
        "commune" => Level::Commune,
        "village" => Level::Village,
        _ => return None,
    }))
}

/// Nothing: not known.
pub(crate) fn rank(code: &str) -> Option<Option<Rank>> {
    Some(Some(match code {
        "" => return Some(None),
        "head" => Rank::Head,
        "deputy" => Rank::Deputy,
        "member" => Rank::Member,
        "staff" => Rank::Staff,
        _ => return None,
    }))
}

/// Nothing means no.
pub(crate) fn flag(code: &str) -> Option<bool> {
    match code {
        "yes" => Some(true),
        "" | "no" => Some(false),
        _ => None,
    }
}

pub(crate) fn office_role(role: &str, _: &str) -> Option<OfficeRole> {
    Some(match role {
        "takes_up" => OfficeRole::TakesUp,
        "made" => OfficeRole::Made,
        "appoints" => OfficeRole::Appoints,
        "leaves" => OfficeRole::Leaves,
        "proposed" => OfficeRole::Proposed,
        "wished" => OfficeRole::Wished,
        "agent" => OfficeRole::Agent,
        "replaces" => OfficeRole::Replaces,
        "concerns" => OfficeRole::Concerns,
        "post" => OfficeRole::Post,
        "adverb" => OfficeRole::Adverb,
        "is" => OfficeRole::Is,
        "lists" => OfficeRole::Lists,
        "consists" => OfficeRole::Consists,
        "met" => OfficeRole::Met,
        "respectively" => OfficeRole::Respectively,
        "term" => OfficeRole::Term,
        "at" => OfficeRole::At,
        "none" => OfficeRole::None,
        _ => return None,
    })
}
