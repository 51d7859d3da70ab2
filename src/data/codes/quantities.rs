//! The codes of the lists about numbers: what number words, units, bounds, directions and words of money do.

use crate::value::{Comparator, SumRole};

/// On which side of a number or title a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// A three-letter code of ISO 4217: "VND".
pub(crate) type CurrencyCode = [u8; 3];

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Currency(CurrencyCode),
    /// One that may also stand before the number: "US$ 5 triệu".
    CurrencySign(CurrencyCode),
    /// One with its magnitude in one word: "trđ".
    ScaledCurrency(u32, CurrencyCode),
    Percent,
    PerMille,
    PercentagePoint,
    /// "lần", behind "gấp".
    Times,
    /// What a rate is paid for: "hộ", "căn nhà".
    Thing,
    /// So much of what a rate is paid for: "ha", "kg".
    Measure,
    /// The time of a rate: "tháng".
    Time,
    /// A phrase whose first word is a currency behind a magnitude only: "tỷ đồng phục vụ", but "12 đồng phục".
    Shaded(CurrencyCode),
    /// A phrase that only shades a shorter one: "đồng chí".
    None,
}

impl UnitKind {
    /// Whether numbers are counted in it.
    pub(crate) fn is_measure(self) -> bool {
        !matches!(self, UnitKind::None | UnitKind::Shaded(_)) && !self.is_of_rate()
    }

    /// Whether a rate is paid for it: "/hộ", "/ha", "/tháng".
    pub(crate) fn is_of_rate(self) -> bool {
        matches!(self, UnitKind::Thing | UnitKind::Measure | UnitKind::Time)
    }

    /// Whether it makes a number a percentage.
    pub(crate) fn is_percent(self) -> bool {
        matches!(self, UnitKind::Percent | UnitKind::PerMille | UnitKind::PercentagePoint)
    }

    /// The currency, and what it multiplies the number by.
    pub(crate) fn currency(self) -> Option<(CurrencyCode, u32)> {
        match self {
            UnitKind::Currency(code) | UnitKind::CurrencySign(code) => Some((code, 1)),
            UnitKind::ScaledCurrency(scale, code) => Some((code, scale)),
            _ => None,
        }
    }
}

/// What a number word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberRole {
    Digit,
    /// Only after tens: "mốt", "lăm".
    UnitOnly,
    Ten,
    Tens,
    Hundred,
    Magnitude,
    ZeroTens,
    Half,
    Point,
    Fraction,
    None,
}

/// What a word says about the direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DirectionRole {
    /// "tăng": right before the number, or with its object between.
    Increase,
    Decrease,
    /// "mất 3%": right before the number, where no noun says of what it is a share.
    Lose,
    /// "tốc độ tăng trưởng": a noun that says so for its whole clause.
    Growth,
    Decline,
    /// "vượt 5%".
    Exceed,
    /// "tăng lên", "còn": a level that was reached.
    Level,
    /// "chiếm", "bằng": a share.
    Share,
    /// "đạt": a result.
    Reached,
    /// "cao hơn": a difference where the text says from what, else a bound.
    More,
    Less,
    /// "gấp", "gấp đôi".
    Times,
    /// "âm", right before the number.
    Negative,
    None,
}

/// What a sum of money is; or that a word only speaks of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoneyRole {
    Sum(SumRole),
    /// "tiền": the sentence speaks of money.
    Money,
    /// "dự án": costs billions.
    Costly,
    /// A phrase that only shades a shorter one: "chi cục".
    None,
}

/// What a word does in the noun phrase that is the base of a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseRole {
    /// "kế hoạch", "cùng kỳ": what results are measured by.
    Target,
    /// "người": says little alone.
    Head,
    /// "lớp": a number may follow and belong to it.
    Numbered,
    /// A verb or preposition: the phrase ends before it.
    End,
    /// "về": the phrase ends before it, and what is spoken of follows.
    About,
    /// A phrase of several words that stays whole: "người dân".
    Whole,
    /// One that may only follow others: "được giao", "còn lại".
    Tail,
    /// "tuổi": numbers in front of it say of whom.
    Age,
    /// "tỷ lệ", "lãi suất": what is said in percent is its level, unless a verb of change says otherwise.
    Rate,
}

pub(crate) fn comparator(code: &str, side: &str) -> Option<(Option<Comparator>, Side)> {
    let comparator = match code {
        "over" => Some(Comparator::Over),
        "under" => Some(Comparator::Under),
        "about" => Some(Comparator::About),
        "nearly" => Some(Comparator::Nearly),
        "at_least" => Some(Comparator::AtLeast),
        "at_most" => Some(Comparator::AtMost),
        "none" => None,
        _ => return None,
    };
    let side = match side {
        "before" => Side::Before,
        "after" => Side::After,
        _ => return None,
    };
    Some((comparator, side))
}

pub(crate) fn unit_kind(kind: &str, value: &str) -> Option<UnitKind> {
    Some(match kind {
        "currency" => UnitKind::Currency(value.as_bytes().try_into().ok()?),
        "currency_sign" => UnitKind::CurrencySign(value.as_bytes().try_into().ok()?),
        "currency_scaled" => {
            let (scale, code) = value.split_once(' ')?;
            UnitKind::ScaledCurrency(scale.parse().ok()?, code.as_bytes().try_into().ok()?)
        }
        "shaded" => UnitKind::Shaded(value.as_bytes().try_into().ok()?),
        "times" => UnitKind::Times,
        "thing" => UnitKind::Thing,
        "measure" => UnitKind::Measure,
        "time" => UnitKind::Time,
        "percent" => UnitKind::Percent,
        "per_mille" => UnitKind::PerMille,
        "percentage_point" => UnitKind::PercentagePoint,
        "none" => UnitKind::None,
        _ => return None,
    })
}

pub(crate) fn number_role(role: &str, _: &str) -> Option<NumberRole> {
    Some(match role {
        "digit" => NumberRole::Digit,
        "unit_only" => NumberRole::UnitOnly,
        "ten" => NumberRole::Ten,
        "tens" => NumberRole::Tens,
        "hundred" => NumberRole::Hundred,
        "magnitude" => NumberRole::Magnitude,
        "zero_tens" => NumberRole::ZeroTens,
        "half" => NumberRole::Half,
        "point" => NumberRole::Point,
        "fraction" => NumberRole::Fraction,
        "none" => NumberRole::None,
        _ => return None,
    })
}

pub(crate) fn direction_role(role: &str, _: &str) -> Option<DirectionRole> {
    Some(match role {
        "increase" => DirectionRole::Increase,
        "decrease" => DirectionRole::Decrease,
        "lose" => DirectionRole::Lose,
        "growth" => DirectionRole::Growth,
        "decline" => DirectionRole::Decline,
        "exceed" => DirectionRole::Exceed,
        "level" => DirectionRole::Level,
        "share" => DirectionRole::Share,
        "reached" => DirectionRole::Reached,
        "more" => DirectionRole::More,
        "less" => DirectionRole::Less,
        "times" => DirectionRole::Times,
        "negative" => DirectionRole::Negative,
        "none" => DirectionRole::None,
        _ => return None,
    })
}

pub(crate) fn money_role(role: &str, _: &str) -> Option<MoneyRole> {
    Some(MoneyRole::Sum(match role {
        "revenue" => SumRole::Revenue,
        "expenditure" => SumRole::Expenditure,
        "disbursement" => SumRole::Disbursement,
        "plan" => SumRole::Plan,
        "investment" => SumRole::Investment,
        "trade" => SumRole::Trade,
        "output" => SumRole::Output,
        "income" => SumRole::Income,
        "credit" => SumRole::Credit,
        "support" => SumRole::Support,
        "value" => SumRole::Value,
        "fine" => SumRole::Fine,
        "contribution" => SumRole::Contribution,
        "damage" => SumRole::Damage,
        "price" => SumRole::Price,
        "debt" => SumRole::Debt,
        "tax" => SumRole::Tax,
        "saving" => SumRole::Saving,
        "money" => return Some(MoneyRole::Money),
        "costly" => return Some(MoneyRole::Costly),
        "none" => return Some(MoneyRole::None),
        _ => return None,
    }))
}

pub(crate) fn phrase_role(role: &str, _: &str) -> Option<PhraseRole> {
    Some(match role {
        "target" => PhraseRole::Target,
        "head" => PhraseRole::Head,
        "numbered" => PhraseRole::Numbered,
        "age" => PhraseRole::Age,
        "rate" => PhraseRole::Rate,
        "end" => PhraseRole::End,
        "about" => PhraseRole::About,
        "whole" => PhraseRole::Whole,
        "tail" => PhraseRole::Tail,
        _ => return None,
    })
}
