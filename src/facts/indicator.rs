//! Indicator counts: how many chỉ tiêu or tiêu chí, of how many, and how they stand.

use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::IndicatorRole;
use crate::value::Comparator;

/// A counted number of indicators (chỉ tiêu) or criteria (tiêu chí).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct IndicatorCount<'t> {
    /// How many.
    pub count: u32,
    /// Of how many, where the text gives it with the count: "26 trên 42 chỉ tiêu".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub total: Option<u32>,
    /// How they stand.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub status: Option<Status>,
    /// With the status `partial`: how much of the plan was reached.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub attainment: Option<Attainment>,
    /// Which indicators, as written: "chỉ tiêu", "tiêu chí".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::noun"))]
    pub noun: Option<Quote<'t>>,
}

/// How indicators stand against their plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Status {
    /// "đạt", "hoàn thành".
    Met,
    /// "vượt".
    Exceeded,
    /// "đạt và vượt".
    MetOrExceeded,
    /// "chưa đạt", "khó đạt".
    NotMet,
    /// "đạt trên 90% kế hoạch".
    Partial,
}

/// The share of the plan that a group of indicators reached, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Attainment {
    /// The number, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub max: Option<Decimal>,
    /// How the number is bounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
}

impl IndicatorCount<'_> {
    pub(crate) fn into_owned(self) -> IndicatorCount<'static> {
        IndicatorCount { noun: self.noun.map(Quote::into_owned), ..self }
    }
}

/// Reads `<number> chỉ tiêu`.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let number = &context.numerals()[numeral];
    let (IndicatorRole::Noun, _, end) = context.indicator_word_at(number.end)? else { return None };
    let count = IndicatorCount {
        count: number.value.to_u32()?,
        total: None,
        status: None,
        attainment: None,
        noun: Some(context.quote(number.end..end)),
    };
    output.push(context.draft(number.first..end, "<number>-indicators", FactData::IndicatorCount(count)));
    Some(end)
}
