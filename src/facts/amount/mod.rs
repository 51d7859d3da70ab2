//! Amounts: sums of money, exact.

mod currency;
mod money;

pub use currency::Currency;

use std::ops::Range;

use super::bounds;
use super::direction;
use super::measure::{self, Joint, Measured};
use super::rate::{self, Nouns};
use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::{DirectionRole, WordRole};
use crate::value::{Change, Comparator, SumRole};
use money::Unit;

/// A sum of money in whole currency units: "526,8 tỷ đồng" is 526800000000 VND.
///
/// ```
/// use vietfacts::{Extractor, FactData};
///
/// let document = Extractor::new().extract("Thu nhập bình quân đạt 62,5 triệu đồng/người/năm.");
/// let FactData::Amount(amount) = &document.facts()[0].data else { panic!() };
/// assert_eq!(amount.value.to_string(), "62500000");
/// assert_eq!(amount.per.as_ref().unwrap().text, "người/năm");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Amount<'t> {
    /// The sum, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range; greater than the value.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub max: Option<Decimal>,
    /// ISO 4217. Where the text leaves it out ("giải ngân 12 tỷ"), the fact's `inferred` lists it.
    pub currency: Currency,
    /// How the sum is bounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
    /// What it is paid for or by, as written: "người/năm".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::per"))]
    pub per: Option<Quote<'t>>,
    /// Whether it is what something rose or fell by: "tăng 11,2 tỷ đồng".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<Change>,
    /// What the sum is, by the nearest word that says so.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub role: Option<SumRole>,
    /// That word: "Thu ngân sách".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::what"))]
    pub what: Option<Quote<'t>>,
}

impl Amount<'_> {
    pub(crate) fn into_owned(self) -> Amount<'static> {
        Amount { per: self.per.map(Quote::into_owned), what: self.what.map(Quote::into_owned), ..self }
    }
}

/// Reads the sums that hang together from a numeral on: first with a currency, else where the sentence speaks of money.
pub(super) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let mut chain = measure::chain(context, numeral, |number| {
        let (unit, end, scale) = money::written(context, number)?;
        Some((unit, rate::of_lower_end(context, number, end).unwrap_or(end), scale))
    });
    if chain.is_empty() {
        chain = measure::chain(context, numeral, |number| money::elided(context, number));
    }
    let last = chain.last()?;
    for (i, item) in chain.iter().enumerate() {
        // "100.000 và 150.000 đồng/lượng"
        let shares = i + 1 < chain.len() && context.numeral_before(item.end).is_some();
        let shared = if shares { rate::after(context, last.end, Nouns::Any) } else { None };
        push(context, item, shared.map(|(tokens, _)| tokens), output);
    }
    Some(last.end)
}

/// A sum said again in another currency takes no more tokens in its brackets: "(khoảng 4 - 6,6 triệu đồng)".
const LONGEST_AGAIN: usize = 12;

/// One past the bracket behind a sum in which it is said again, or that the sum stands in: "150 euro | (4 triệu đồng |) mỗi năm" has one
/// rate for both.
fn said_again_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let is_sum = |end: usize| context.unit_before(end).is_some_and(|unit| unit.currency().is_some());
    let near = at.saturating_sub(LONGEST_AGAIN)..context.tokens.len().min(at + LONGEST_AGAIN);
    let (open, close) = if context.is_mark(at, "(") {
        (at, (at..near.end).find(|token| context.is_mark(*token, ")"))?)
    } else if context.is_mark(at, ")") {
        ((near.start..at).rev().find(|token| context.is_mark(*token, "("))?, at)
    } else {
        return None;
    };
    (is_sum(open) && is_sum(close)).then_some(close + 1)
}

/// Adds one sum with what stands around it; a sum of a list may have the rate of the last.
fn push<'t>(
    context: &Context<'_, 't>,
    item: &Measured<Unit>,
    shared_rate: Option<Range<usize>>,
    output: &mut Output<'t>,
) {
    let first = item.unit.sign.filter(|sign| *sign < item.first).unwrap_or(item.first);
    let bound = bounds::before(context, first);
    let after = rate::after(context, item.end, Nouns::Any);
    let end = after.as_ref().map_or(item.end, |(_, end)| *end);
    let closing = bounds::after(context, end);
    let beyond = || rate::after(context, said_again_end(context, item.end)?, Nouns::Any);
    let rate = after.or_else(beyond).map(|(tokens, _)| tokens);
    let rate = rate.or(shared_rate).or_else(|| rate::before(context, bound.first));
    let what = money::what(context, bound.first, item.end);
    let origin = bound.from && item.max.is_none() && closing.is_none();
    let change =
        if origin || item.joint == Joint::Upto { None } else { direction::adjacent(context, bound.first) };
    // "cao hơn 2 triệu đồng so với tuần trước"
    let is_difference = context.is_word(end, WordRole::Compared).is_some()
        && matches!(
            context.direction_before(item.first),
            Some((DirectionRole::More | DirectionRole::Less, _))
        );
    let rule = match (item.max.is_some(), rate.is_some(), item.unit.elided) {
        (true, false, _) => "<number>-to-<number>-<currency>",
        (true, true, _) => "<number>-to-<number>-<currency>-per-<thing>",
        (false, true, false) => "<number>-<currency>-per-<thing>",
        (false, true, true) => "<number>-per-<thing>",
        (false, false, false) => "<number>-<currency>",
        (false, false, true) => "<number>-of-money",
    };
    let amount = Amount {
        value: item.value,
        max: item.max,
        currency: item.unit.currency,
        comparator: closing.map(|(closing, _)| closing).or(bound.comparator).filter(|_| !is_difference),
        per: rate.map(|tokens| rate::quote(context, tokens)),
        change,
        role: what.as_ref().map(|(role, _)| *role),
        what: what.map(|(_, tokens)| context.quote(tokens)),
    };
    let mut draft = context.draft(first..item.end, rule, FactData::Amount(amount));
    if item.unit.elided {
        draft.fact.inferred.push("currency".into());
    }
    output.push(draft);
}
