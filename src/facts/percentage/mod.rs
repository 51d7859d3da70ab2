//! Percentages: shares and changes, with what they are a part of.

mod base;
mod comparison;
mod continued;
mod multiple;
mod noun_phrase;

pub use multiple::Multiple;
pub(super) use multiple::{read as read_multiple, read_words as read_multiples_in_words};

use base::Base;

use super::bounds::{self, Bound};
use super::direction::{self, Direction};
use super::measure::{self, Joint, Measured};
use super::rate::{self, Nouns};
use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::{DirectionRole, List, UnitKind, WordRole};
use crate::value::{Change, Comparator};

/// A percentage as it is written: the value is positive, a fall is a [`Change`].
///
/// ```
/// use vietfacts::{Extractor, FactData};
///
/// let document = Extractor::new().extract("Thu ngân sách tăng 12,6% so với cùng kỳ năm trước.");
/// let FactData::Percentage(percentage) = &document.facts()[0].data else { panic!() };
/// assert_eq!(percentage.value.to_string(), "12.6");
/// assert_eq!(percentage.of.as_ref().unwrap().text, "cùng kỳ năm trước");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Percentage<'t> {
    /// The number, or the lower end of a range: 57.7.
    pub value: Decimal,
    /// The upper end of a range; greater than the value.
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
    /// The base, as written: "dự toán tỉnh giao"; for a change, what it is measured against: "cùng kỳ".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::of"))]
    pub of: Option<Quote<'t>>,
    /// The time that a rate is for, as written: "năm" in "6,5%/năm".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::per"))]
    pub per: Option<Quote<'t>>,
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

    fn of(kind: UnitKind) -> Option<Self> {
        match kind {
            UnitKind::Percent => Some(PercentUnit::Percent),
            UnitKind::PerMille => Some(PercentUnit::PerMille),
            UnitKind::PercentagePoint => Some(PercentUnit::PercentagePoint),
            _ => None,
        }
    }
}

impl Percentage<'_> {
    pub(crate) fn into_owned(self) -> Percentage<'static> {
        Percentage { of: self.of.map(Quote::into_owned), per: self.per.map(Quote::into_owned), ..self }
    }
}

/// Reads the percentages that hang together from a numeral on, and what stands around them.
pub(super) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let chain = measure::chain(context, numeral, |number| {
        let (kind, end) = context.unit_at(number.end)?;
        Some((PercentUnit::of(kind)?, end, Decimal::from(1)))
    });
    let first = chain.first()?;
    let opening = bounds::before(context, first.first);
    let said = direction::before(context, opening.first)
        .or_else(|| continued::direction(context, opening, first.end, output));
    let respectively = context.is_behind(opening.first, WordRole::Respectively);
    let inherits = respectively || chain.iter().any(|item| item.joint == Joint::And);
    let shared = if inherits { base_of_all(context, &chain) } else { None };
    // "chiếm 42% và 56% tổng doanh số"
    let are_shares = matches!(context.direction_before(opening.first), Some((DirectionRole::Share, _)));
    let shared = shared.filter(|base| respectively || base.compared || are_shares);
    let last_end = chain.last().map_or(first.end, |item| item.end);
    let joined = said.and_then(|_| comparison::of_joined(context, last_end));
    for (i, item) in chain.iter().enumerate() {
        let bound = if i == 0 { opening } else { bounds::before(context, item.first) };
        let next_is_upto = chain.get(i + 1).is_some_and(|next| next.joint == Joint::Upto);
        let direction = match item.joint {
            _ if next_is_upto => None,
            Joint::Upto | Joint::Range => None,
            Joint::And | Joint::Comma if !inherits => None,
            Joint::Slash => None,
            _ => said,
        };
        let shared = shared.clone().filter(|_| respectively || direction.is_some() || are_shares);
        let shared = shared.or_else(|| joined.clone().filter(|_| i + 1 == chain.len()));
        push(context, item, bound, direction, shared, output);
    }
    chain.last().map(|item| item.end)
}

/// The base of the last percentage of a chain, which may be that of all: "lần lượt tăng 12% và 8% so với cùng kỳ".
fn base_of_all(context: &Context<'_, '_>, chain: &[Measured<PercentUnit>]) -> Option<Base> {
    let (last, _) = chain.split_last().filter(|(_, others)| !others.is_empty())?;
    base::after(context, last.end, last.first)
}

/// Adds one percentage with its rate, its closing bound and its base, of its own or `shared` with others.
fn push<'t>(
    context: &Context<'_, 't>,
    item: &Measured<PercentUnit>,
    bound: Bound,
    direction: Option<Direction>,
    shared: Option<Base>,
    output: &mut Output<'t>,
) {
    let rate = rate::after(context, item.end, Nouns::Listed);
    let end = rate.as_ref().map_or(item.end, |(_, end)| *end);
    let closing = bounds::after(context, end);
    let after = base::after(context, closing.map_or(end, |(_, end)| end), bound.first);
    let closing =
        closing.or_else(|| bounds::after(context, after.as_ref().map_or(end, |base| base.tokens.end)));
    let difference = base::difference(context, bound.first, item.first)
        .filter(|_| after.as_ref().is_some_and(|base| base.compared) && item.max.is_none());
    let comparator = closing.map(|(closing, _)| closing).or(bound.comparator);
    // "vượt 100% kế hoạch" says that the plan was passed, not by how much.
    let whole = matches!(direction, Some(Direction::Exceed)) && item.value == Decimal::from(100);
    // "tăng từ 32,8% năm 2008 lên 35,9%": where it began.
    let origin = bound.from && item.max.is_none() && closing.is_none();
    let change = direction.filter(|_| !whole && !origin).map(Direction::change);
    let around = comparison::around(context, bound.first..item.end).and_then(|(compared, base)| {
        let Direction::Change(change) = direction::before(context, compared)? else { return None };
        Some((change, base))
    });
    let around = around.or_else(|| base::surpassed(context, bound.first));
    let change = change.or(around.as_ref().map(|(change, _)| *change));
    let base = after
        .or_else(|| base::before(context, bound.first))
        .or_else(|| around.map(|(_, base)| base))
        .or_else(|| change.and_then(|_| comparison::opening(context, bound.first)))
        .or(shared);
    let rule = match (&base, item.max) {
        (Some(base), _) if base.tokens.end <= item.first => "<base>-<number>-percent",
        (Some(_), _) => "<number>-percent-of-<base>",
        (None, Some(_)) => "<number>-to-<number>-percent",
        (None, None) => "<number>-percent",
    };
    let percentage = Percentage {
        value: item.value,
        max: item.max,
        comparator: match difference {
            // "cao hơn khoảng 5%": what stands nearer is a bound still.
            Some((_, end)) if context.cue(end, List::Comparator).is_none() => None,
            _ if whole => comparator.or(Some(Comparator::Over)),
            _ => comparator,
        },
        change: direction::sign(context, item.first).or(difference.map(|(change, _)| change)).or(change),
        unit: item.unit,
        of: base.map(|base| context.quote(base.tokens)),
        per: rate.map(|(tokens, _)| rate::quote(context, tokens)),
    };
    output.push(context.draft(item.first..item.end, rule, FactData::Percentage(percentage)));
}
