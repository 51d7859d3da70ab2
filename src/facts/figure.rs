//! Figures: what a sum is said of, as of when, and what share of what it is.

use std::borrow::Cow;

use super::Quote;
use crate::Decimal;
use crate::value::{Change, DateValue};

/// A sum with all that the sentence says about it: "Thu ngân sách tính đến 30/10/2023 đạt 526,8 tỷ đồng, bằng 57,7% dự toán
/// tỉnh giao". It is a link: the sum, the dates and the percentages are facts of their own, and stand here by their indices.
///
/// ```
/// use vietfacts::{Extractor, FactData};
///
/// let text = "Thu ngân sách tính đến ngày 30/10/2023 đạt 526,8 tỷ đồng, bằng 57,7% dự toán tỉnh giao.";
/// let document = Extractor::new().extract(text);
/// let figure = document.facts().iter().find_map(|fact| match &fact.data {
///     FactData::Figure(figure) => Some(figure),
///     _ => None,
/// });
/// let figure = figure.unwrap();
/// assert_eq!(figure.subject.as_ref().unwrap().text, "Thu ngân sách");
/// assert_eq!(figure.as_of.unwrap().to_string(), "2023-10-30");
/// assert_eq!(document.facts()[figure.value].text, "526,8 tỷ đồng");
/// assert_eq!(figure.ratios[0].of.as_deref(), Some("dự toán tỉnh giao"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Figure<'t> {
    /// What it is the figure of, as written: "Thu ngân sách". Always there; optional for the sake of its wire form.
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::subject"))]
    pub subject: Option<Quote<'t>>,
    /// The day or period up to whose end it is counted: "tính đến hết ngày 30/10/2023".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub as_of: Option<DateValue>,
    /// The period that it is the figure of: "6 tháng đầu năm".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub period: Option<DateValue>,
    /// The sum, as an index into the document's facts.
    pub value: usize,
    /// What share of what it is, in the order of the text.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub ratios: Vec<Ratio<'t>>,
    /// Whether it rose or fell, where a percentage says so.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<Change>,
    /// Whether it was reached, is an estimate, or is only planned.
    pub status: FigureStatus,
    /// What follows from the sum and a share of it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub derived: Vec<Derived<'t>>,
}

/// What share of something a figure is, or by how much it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ratio<'t> {
    /// The percentage as written.
    pub percent: Decimal,
    /// Of what, as written: "dự toán tỉnh giao".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub of: Option<Cow<'t, str>>,
    /// Where it is no share but a change.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<Change>,
    /// The percentage, as an index into the document's facts.
    pub fact: usize,
}

/// A sum that no one wrote: if 526,8 tỷ đồng are 57,7% of it, "dự toán tỉnh giao" is about 913 tỷ đồng.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Derived<'t> {
    /// What it is the sum of.
    pub what: Cow<'t, str>,
    /// The least that it can be, the percentage being rounded; in whole currency units.
    pub min: Decimal,
    /// The most that it can be.
    pub max: Decimal,
}

/// How real a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum FigureStatus {
    /// "đạt".
    Result,
    /// "ước đạt", "dự kiến".
    Estimate,
    /// "phấn đấu", "dự toán … giao".
    Plan,
}

impl Figure<'_> {
    pub(crate) fn into_owned(self) -> Figure<'static> {
        let ratio = |ratio: Ratio<'_>| Ratio {
            of: ratio.of.map(|of| Cow::Owned(of.into_owned())),
            percent: ratio.percent,
            change: ratio.change,
            fact: ratio.fact,
        };
        let derived = |sum: Derived<'_>| Derived {
            what: Cow::Owned(sum.what.into_owned()),
            min: sum.min,
            max: sum.max,
        };
        Figure {
            subject: self.subject.map(Quote::into_owned),
            as_of: self.as_of,
            period: self.period,
            value: self.value,
            ratios: self.ratios.into_iter().map(ratio).collect(),
            change: self.change,
            status: self.status,
            derived: self.derived.into_iter().map(derived).collect(),
        }
    }
}
