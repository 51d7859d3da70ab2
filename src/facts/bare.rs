//! Numbers that are nobody's at sight: most numbers in a text count things that no fact is made of.

use super::indicator::is_said_of_count;
use super::{Context, refused};
use crate::data::{DateRole, DirectionRole, List, UnitKind, WordRole};
use crate::scan::{ListSet, NUMBERED_PERIODS, Numeral, SIGNS, only};
use crate::segment::TokenKind;

/// The lists of which one must stand right behind a number, or join it to the next, to make it a fact.
const BEHIND: ListSet =
    only(List::Indicator) | only(List::Word) | only(List::Date) | only(List::Unit) | only(List::Direction);

/// The lists that lead from a comma or an "and" to a further number, or are one.
const TO_NUMBER: ListSet = only(List::Date) | only(List::Number) | only(List::Comparator);

/// Whether no reader of numerals can make anything of a number, by what stands right beside it: never wrong to say so. A reader
/// may claim such a number, but no other with it.
pub(super) fn is_nobodys(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    let (first, end) = (numeral.first, numeral.end);
    // "tháng 5", "US$ 5"
    !context.cues.may_end_any_before(first, NUMBERED_PERIODS | SIGNS)
        && numeral.base_end == end
        && is_nothing_behind(context, end)
        && !may_be_year_or_day(context, numeral)
        && !refused::may_be_address(context, first)
}

/// Whether a number may be a year by itself, or its own digits a day and month: "2023", "20212025", "12.5".
fn may_be_year_or_day(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    let first = numeral.first;
    let is_year = numeral.value.to_u32().is_some_and(|number| (1000..=2199).contains(&number));
    let is_years = context.digit_count(first) == 8;
    let is_day =
        context.is_mark(first + 1, ".") && numeral.end > first + 1 && context.digit_count(first + 2) < 3;
    is_year || is_years || is_day
}

/// Whether what starts at a token neither makes a fact of the number before it nor joins another to it.
fn is_nothing_behind(context: &Context<'_, '_>, at: usize) -> bool {
    let Some(token) = context.tokens.get(at) else { return true };
    match token.kind() {
        TokenKind::Digits => false,
        TokenKind::Word => {
            !is_letter_of_document(context, at)
                && (!context.cues.may_start_any(at, BEHIND) || is_idle(context, at))
        }
        TokenKind::Mark => {
            let next = at + 1;
            !context.is_digits(next)
                && !context.cues.may_start_any(at, BEHIND)
                && match context.mark(at) {
                    Some('(' | ':' | ';' | '!' | '?' | '…' | '”' | '"') => true,
                    Some('.') => !context.is_glued(next),
                    // "(18/18) chỉ tiêu"
                    Some(')') => !context.cues.may_start_any(next, only(List::Indicator) | only(List::Word)),
                    Some(',') => {
                        leads_to_no_number(context, next)
                            && !matches!(context.word_at(next), Some((WordRole::And | WordRole::Through, _)))
                    }
                    _ => false,
                }
        }
    }
}

/// "30c/NQ-CP"
fn is_letter_of_document(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_glued(at) && (context.is_mark(at + 1, "/") || context.is_dash(at + 1))
}

/// Whether no number stands at a token, nor anything that may stand before one in a list or range.
fn leads_to_no_number(context: &Context<'_, '_>, at: usize) -> bool {
    !context.cues.may_be_number(at) && !context.cues.may_start_any(at, TO_NUMBER)
}

/// Whether the words that start at a token, of whatever lists they are, do nothing right behind a number.
fn is_idle(context: &Context<'_, '_>, at: usize) -> bool {
    let word = match context.word_at(at) {
        Some((WordRole::Plural, _)) => false,
        Some((WordRole::To | WordRole::And | WordRole::Or, end)) => {
            leads_to_no_number(context, end) && !context.cues.may_start(end, List::Word)
        }
        _ => true,
    };
    let unit = || context.common_cue(at, List::Unit).map(|cue| context.lists().units[cue.entry()].role);
    word && !matches!(
        context.date_word_at(at),
        Some((DateRole::Hour | DateRole::Month | DateRole::Quarter | DateRole::NewYear, ..))
    ) && unit().is_none_or(|unit| unit == UnitKind::None || unit.is_of_rate())
        && !matches!(context.direction_at(at), Some((DirectionRole::Level, _)))
        && !is_said_of_count(context, at)
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
        fn what_is_nobodys_no_reader_knows(text in texts()) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for (i, numeral) in context.numerals().iter().enumerate() {
                if is_nobodys(&context, numeral) {
                    let mut output = Vec::new();
                    let claimed = NUMERAL_READERS.iter().find_map(|reader| reader(&context, i, &mut output));
                    prop_assert!(output.is_empty(), "{:?}: {:?}", numeral, output);
                    prop_assert!(claimed.is_none_or(|end| end <= numeral.end), "{:?}", numeral);
                }
            }
        }
    }
}
