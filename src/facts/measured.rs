//! Numbers that are measured at sight: their unit stands right behind them, and nothing beside them may make them anything else.

use super::{Context, MEASURE_READERS, NumeralReader, SUM_READERS, refused};
use crate::data::List;
use crate::scan::{ListSet, Numeral, NumeralStyle, only};

/// What starts at a unit may not be a word of one of these too: it would lead to another number, or say what is counted.
const LEADING: ListSet = only(List::Date) | only(List::Indicator) | only(List::Word) | only(List::Direction);

/// The only readers that may know a number, where it is measured at sight: what is counted in a currency is neither a percentage nor a
/// multiple.
#[inline]
pub(super) fn readers(context: &Context<'_, '_>, numeral: &Numeral) -> Option<&'static [NumeralReader]> {
    if context.cues.may_start(numeral.end, List::Unit) { of_measured(context, numeral) } else { None }
}

#[inline(never)]
fn of_measured(context: &Context<'_, '_>, numeral: &Numeral) -> Option<&'static [NumeralReader]> {
    let (first, end) = (numeral.first, numeral.end);
    if numeral.style != NumeralStyle::Digits
        || context.cues.may_start_any(end, LEADING)
        || context.cues.may_end_before(first, List::Date)
        || may_be_day_or_code(context, numeral)
    {
        return None;
    }
    let (unit, _) = context.unit_at(end).filter(|_| !refused::may_be_address(context, first))?;
    Some(if unit.currency().is_some() { SUM_READERS } else { MEASURE_READERS })
}

/// Whether digits may be a day and its month ("12.5"), or stand in the number of a document ("500đ/NQ").
fn may_be_day_or_code(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    let next = numeral.first + 1;
    if numeral.end > next {
        return refused::pair(context, numeral.first).is_some_and(|(_, month)| month <= 12);
    }
    context.is_glued(next) && (context.is_mark(next + 1, "/") || context.is_dash(next + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts::NUMERAL_READERS;
    use crate::facts::around_numbers::texts;
    use crate::normalize::normalize;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6_000))]

        #[test]
        fn what_is_measured_at_sight_no_other_reader_knows(text in texts()) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for (i, numeral) in context.numerals().iter().enumerate() {
                let Some(readers) = readers(&context, numeral) else { continue };
                let read = |readers: &[NumeralReader]| {
                    let mut output = Vec::new();
                    let claimed = readers.iter().find_map(|reader| reader(&context, i, &mut output));
                    let facts: Vec<_> = output.into_iter().map(|draft| draft.fact).collect();
                    (claimed, facts)
                };
                prop_assert_eq!(read(readers), read(NUMERAL_READERS), "{:?}", numeral);
            }
        }
    }
}
