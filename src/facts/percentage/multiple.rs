//! Multiples: "gấp 2,3 lần", "tăng 2,5 lần", "gấp đôi".

use super::base;
use crate::Decimal;
use crate::data::{DirectionRole, List, UnitKind};
use crate::facts::{Context, FactData, Output, Quote, bounds, direction};
use crate::scan::MULTIPLES;
use crate::value::{Change, Comparator};

/// How many times something is as large as something else: "gấp 2,3 lần" is 2.3.
///
/// "tăng 2,5 lần" is kept as written, with its direction: writers mean both the multiple and the growth by it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Multiple<'t> {
    /// The number of times.
    pub value: Decimal,
    /// How the number is bounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
    /// The direction, where a verb says it: "tăng 2,5 lần".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub change: Option<Change>,
    /// What it is compared with, as written.
    #[cfg_attr(feature = "serde", serde(flatten, with = "crate::facts::quote::wire::of"))]
    pub of: Option<Quote<'t>>,
}

impl Multiple<'_> {
    pub(crate) fn into_owned(self) -> Multiple<'static> {
        Multiple { of: self.of.map(Quote::into_owned), ..self }
    }
}

/// Reads `gấp|tăng|giảm <number> lần`; "3 lần" alone counts occasions.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let number = &context.numerals()[numeral];
    let (UnitKind::Times, end) = context.unit_at(number.end)? else { return None };
    let bound = bounds::before(context, number.first);
    let times = matches!(context.direction_before(bound.first), Some((DirectionRole::Times, _)));
    // "cắt giảm lãi suất 8 lần" counts occasions: the verb stands at the number.
    let verb = bounds::gap_before(context, bound.first).unwrap_or(bound.first);
    let change = direction::adjacent(context, verb);
    if !times && change.is_none() {
        return None;
    }
    push(context, number.first..end, (number.value, bound.comparator, change), output);
    Some(end)
}

/// Reads "gấp đôi", "gấp rưỡi".
pub(crate) fn read_words<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    for cue in context.cues.of_part(List::Direction, MULTIPLES) {
        let (first, end) = (cue.first as usize, cue.end());
        let entry = &context.lists().directions[cue.entry()];
        if entry.role != DirectionRole::Times || entry.value.is_empty() {
            continue;
        }
        let longer = first.checked_sub(1).and_then(|at| context.cue(at, List::Direction));
        if longer.is_none_or(|longer| longer.end() != end) {
            let counted = context.unit_at(end).is_some_and(|(unit, _)| unit == UnitKind::Times);
            let end = if counted { end + 1 } else { end };
            push(context, first..end, (entry.number, None, None), output);
        }
    }
}

fn push<'t>(
    context: &Context<'_, 't>,
    tokens: std::ops::Range<usize>,
    (value, comparator, change): (Decimal, Option<Comparator>, Option<Change>),
    output: &mut Output<'t>,
) {
    // What "gấp" is followed by is the base; what "tăng" is followed by may be anything.
    let base =
        base::after(context, tokens.end, tokens.start).filter(|base| base.compared || change.is_none());
    let of = base.map(|base| context.quote(base.tokens));
    let multiple = Multiple { value, comparator, change, of };
    output.push(context.draft(tokens, "<number>-times", FactData::Multiple(multiple)));
}
