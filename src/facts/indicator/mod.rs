//! Indicator counts: how many chỉ tiêu or tiêu chí, of how many, and how they stand.

mod elided;
mod shape;
mod status;

use std::ops::Range;

use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::scan::{Numeral, NumeralStyle};
use crate::value::Comparator;
pub(crate) use shape::is_boundary;
pub(super) use shape::is_said_of_count;
use shape::{Reading, Shape};
pub(crate) use status::{closing_bracket, is_target};

/// A counted number of indicators (chỉ tiêu) or criteria (tiêu chí).
///
/// Places for recruits, pupils or staff, which are counted in chỉ tiêu too, are none, and neither are averages.
///
/// ```
/// use vietfacts::{Extractor, FactData, facts::indicator::Status};
///
/// let document = Extractor::new().extract("Xã có 20 trên tổng số 26 chỉ tiêu đạt và vượt kế hoạch.");
/// let FactData::IndicatorCount(count) = &document.facts()[0].data else { panic!() };
/// assert_eq!((count.count, count.total), (20, Some(26)));
/// assert_eq!(count.status, Some(Status::MetOrExceeded));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct IndicatorCount<'t> {
    /// How many.
    pub count: u32,
    /// The upper end of a range: "10 đến 19 tiêu chí".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub max: Option<u32>,
    /// Of how many, where the text gives it with the count: "26 trên 42 chỉ tiêu".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub total: Option<u32>,
    /// How the count is bounded: "trên 10 tiêu chí".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
    /// How they stand; absent where the text does not say it, or only wants it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub status: Option<Status>,
    /// With the status `partial`: how much of the plan was reached.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub attainment: Option<Attainment>,
    /// What is counted, as written: "chỉ tiêu", "tiêu chí"; absent where the text leaves it out ("trong đó 12 vượt").
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::noun"))]
    pub noun: Option<Quote<'t>>,
    /// Which of them, as written: "chủ yếu", "kinh tế - xã hội".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::qualifier"))]
    pub qualifier: Option<Quote<'t>>,
    /// The count that these are a part of, as an index into the document's facts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub parent: Option<usize>,
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
    /// The percentage that says it, as an index into the document's facts; absent for "một nửa kế hoạch".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub fact: Option<usize>,
}

impl IndicatorCount<'_> {
    pub(crate) fn into_owned(self) -> IndicatorCount<'static> {
        IndicatorCount {
            noun: self.noun.map(Quote::into_owned),
            qualifier: self.qualifier.map(Quote::into_owned),
            ..self
        }
    }
}

/// Reads `<number> [trên <number>] chỉ tiêu` and the counts whose noun is left out.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let numeral = &context.numerals()[numeral];
    if !shape::may_count(context, numeral) {
        return None;
    }
    let numbers = shape::numbers(context, numeral)?;
    if let Some(reading) = shape::with_noun(context, numbers.clone()) {
        return match reading {
            Reading::Other(end) => Some(end),
            Reading::Count(shape) => Some(written_out(context, numeral, &shape, output)),
        };
    }
    if elided::is_elided(context, &numbers) {
        let (status, end) = status::right_behind(context, numbers.end)?;
        push(context, &numbers, Some(status), numbers.first..end, "<number>-<status>", output);
        return Some(numbers.end);
    }
    let shape = shape::noun_first(context, numbers)?;
    let status = status::of(context, &shape);
    push(
        context,
        &shape,
        status,
        shape.first..shape.end,
        "indicators-<status>-<number>-out-of-<number>",
        output,
    );
    Some(shape.end)
}

fn written_out<'t>(
    context: &Context<'_, 't>,
    numeral: &Numeral,
    shape: &Shape,
    output: &mut Output<'t>,
) -> usize {
    let status = status::of(context, shape);
    // "Đây là một tiêu chí quan trọng": an article, no count, unless something is said of it.
    if numeral.style == NumeralStyle::Words
        && shape.count == 1
        && status.is_none()
        && !shape::is_opener(context, shape.start)
    {
        return shape.end;
    }
    let rule = match (shape.total, shape.max, shape.is_all) {
        (Some(_), ..) => "<number>-out-of-<number>-indicators",
        (_, Some(_), _) => "<number>-to-<number>-indicators",
        (_, _, true) => "all-<number>-indicators",
        _ => "<number>-indicators",
    };
    push(context, shape, status, shape.first..shape.end, rule, output);
    shape.end
}

fn push<'t>(
    context: &Context<'_, 't>,
    shape: &Shape,
    status: Option<Status>,
    tokens: Range<usize>,
    rule: &'static str,
    output: &mut Output<'t>,
) {
    // "đạt cả 19 chỉ tiêu" is 19 of 19; "giảm cả 3 tiêu chí" says nothing of a total.
    let reached = matches!(status, Some(Status::Met | Status::Exceeded | Status::MetOrExceeded));
    let all = shape.is_all && (reached || status::is_wanted(context, shape));
    let count = IndicatorCount {
        count: shape.count,
        max: shape.max,
        total: shape.total.or(all.then_some(shape.count)),
        comparator: shape.comparator,
        status,
        attainment: None,
        noun: shape.noun.clone().map(|noun| context.quote(noun)),
        qualifier: shape.qualifier.clone().map(|words| context.quote(words)),
        parent: None,
    };
    output.push(context.draft(tokens, rule, FactData::IndicatorCount(count)));
}
