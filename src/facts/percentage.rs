//! Percentages: shares and changes, with what they are a part of.

use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::{UnitKind, WordRole};
use crate::value::Comparator;

/// A percentage as it is written: the value is positive, a fall is a [`Change`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Percentage<'t> {
    /// The number, or the lower end of a range: 57.7.
    pub value: Decimal,
    /// The upper end of a range.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub max: Option<Decimal>,
    /// How the number is bounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
    /// Whether it is a change, and which.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<Change>,
    /// What the number counts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "PercentUnit::is_percent"))]
    pub unit: PercentUnit,
    /// The base, as written: "dự toán tỉnh giao".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::of"))]
    pub of: Option<Quote<'t>>,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Change {
    /// "tăng", "vượt".
    Increase,
    /// "giảm".
    Decrease,
}

/// What a percentage counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PercentUnit {
    /// Hundredths.
    #[default]
    Percent,
    /// Thousandths: "‰".
    PerMille,
    /// "điểm phần trăm": a difference of two percentages.
    PercentagePoint,
}

impl PercentUnit {
    #[cfg(feature = "serde")]
    fn is_percent(&self) -> bool {
        *self == PercentUnit::Percent
    }
}

impl Percentage<'_> {
    pub(crate) fn into_owned(self) -> Percentage<'static> {
        Percentage { of: self.of.map(Quote::into_owned), ..self }
    }
}

/// Reads `<number> %` and what stands around it.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let number = &context.numerals()[numeral];
    let (unit, end) = context.unit_at(number.end)?;
    let unit = match unit {
        UnitKind::Percent => PercentUnit::Percent,
        UnitKind::PerMille => PercentUnit::PerMille,
        UnitKind::PercentagePoint => PercentUnit::PercentagePoint,
        _ => return None,
    };
    let comparator = context.comparator_before(number.first);
    let left = comparator.map_or(number.first, |(_, first)| first);
    let change = match context.word_before(left) {
        Some((WordRole::Increase | WordRole::Exceed, _)) => Some(Change::Increase),
        Some((WordRole::Decrease, _)) => Some(Change::Decrease),
        _ => None,
    };
    let percentage = Percentage {
        value: number.value,
        max: None,
        comparator: comparator.map(|(comparator, _)| comparator),
        change,
        unit,
        of: None,
    };
    output.push(context.draft(number.first..end, "<number>-percent", FactData::Percentage(percentage)));
    Some(end)
}
