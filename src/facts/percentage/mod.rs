//! Percentages: shares and changes, with what they are a part of.

mod base;
mod comparison;
mod multiple;
mod noun_phrase;

pub use multiple::Multiple;
pub(super) use multiple::{read as read_multiple, read_words as read_multiples_in_words};

use std::ops::Range;

use base::Base;

use super::bounds::{self, Bound};
use super::direction::{self, Direction};
use super::measure::{self, Joint, Measured};
use super::rate::{self, Nouns};
use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::{DateRole, DirectionRole, List, UnitKind, WordRole};
use crate::segment::TokenKind;
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
        .or_else(|| continued(context, opening.first, first.end, output));
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

/// The direction of the percentage before, whose base ends where "và" leads to this one ("tăng 18% so với tháng 2 và 16% so với cùng
/// kỳ"), or behind which only another time is said ("tăng trưởng quý II là 8,2%, quý III và quý IV lần lượt là 8,3% và 8,4%") or
/// something else that is compared ("xuất khẩu tăng 10,6%, nhập khẩu 17% so với cùng kỳ"), or somebody else is named, each with a bracket
/// ("Hà Nam (tăng 40,2%), Phú Thọ (40,7%)").
fn continued(context: &Context<'_, '_>, first: usize, end: usize, output: &Output<'_>) -> Option<Direction> {
    // Dates inside its base may have been read since.
    let (before_end, before) = output.iter().rev().take(3).find_map(|draft| match &draft.fact.data {
        FactData::Percentage(percentage) => Some((draft.end, percentage)),
        _ => None,
    })?;
    let is_next = || {
        let Some((WordRole::And, and)) = context.word_before(first) else { return false };
        let base_end = before.of.as_ref().map(|base| base.span.end);
        and > 0 && base_end == Some(context.span(and - 1..and).end)
    };
    let is_compared =
        || context.is_word(end, WordRole::Compared).is_some() && names_another(context, before_end..first);
    let holds = is_next()
        || tells_another_time(context, before_end..first)
        || is_compared()
        || is_listed_in_brackets(context, before_end..first, end);
    before.change.filter(|_| holds).map(Direction::Change)
}

/// No more tokens name what else has risen: ", nhập khẩu hàng tiêu dùng".
const LONGEST_SUBJECT: usize = 8;

/// Whether nothing stands in a run of tokens but a comma and a noun, with no verb of change and no number.
fn names_another(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let names = |at: usize| {
        context.tokens[at].kind() == TokenKind::Word
            && context.direction_at(at).is_none()
            && !context.cues.may_be_number(at)
    };
    (2..=LONGEST_SUBJECT).contains(&tokens.len())
        && context.is_mark(tokens.start, ",")
        && (tokens.start + 1..tokens.end).all(names)
}

/// Whether nothing stands in a run of tokens but the end of a bracket, a name, and the start of another bracket, in which the next number
/// stands alone up to `end`.
fn is_listed_in_brackets(context: &Context<'_, '_>, tokens: Range<usize>, end: usize) -> bool {
    if !(4..=LONGEST_SUBJECT + 2).contains(&tokens.len()) || !context.is_mark(end, ")") {
        return false;
    }
    let (close, joint, open) = (tokens.start, tokens.start + 1, tokens.end - 1);
    let comma = context.is_mark(joint, ",").then_some(joint + 1);
    let Some(name) = comma.or_else(|| context.is_word(joint, WordRole::And)) else { return false };
    let is_named = |at: usize| context.tokens[at].is_capitalized() || context.is_dash(at);
    context.is_mark(close, ")") && context.is_mark(open, "(") && name < open && (name..open).all(is_named)
}

/// No more tokens say when: ", quý III và quý IV lần lượt là", "/năm trong giai đoạn 2026-2030,".
const LONGEST_TIME: usize = 12;

/// Whether nothing stands in a run of tokens but a comma, a rate, calendar words with their numbers, and "lần lượt là".
fn tells_another_time(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let mut at = tokens.start;
    let (mut is_dated, mut commas) = (false, 0);
    if tokens.is_empty() || tokens.len() > LONGEST_TIME {
        return false;
    }
    if context.is_mark(at, "/") {
        at = rate::after(context, at, Nouns::Listed).map_or(at, |(_, end)| end);
    }
    while at < tokens.end {
        at = match (context.date_word_at(at), context.word_at(at), context.numeral_at(at)) {
            _ if context.is_mark(at, ",") => {
                commas += 1;
                at + 1
            }
            (Some((role, _, end)), ..) if role.is_calendar() || role == DateRole::SpanOfYears => {
                is_dated = true;
                end
            }
            // "giảm 2,2% tuần này và 1,9% trong tháng 5"
            (_, Some((WordRole::And, end)), _) if end == tokens.end => return is_dated && commas == 0,
            (
                _,
                Some((WordRole::And | WordRole::Respectively | WordRole::Copula | WordRole::OutOf, end)),
                _,
            ) => end,
            (.., Some(numeral)) if is_dated => numeral.end,
            _ if is_dated && (context.roman(at).is_some() || context.is_dash(at)) => at + 1,
            _ => return false,
        };
    }
    is_dated && commas == 1
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
