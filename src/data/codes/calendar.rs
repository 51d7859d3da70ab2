//! The codes of calendar words.

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
    /// "sinh", "thành lập": when somebody was born or something began, which may be long ago.
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
