//! Numerals that are nobody's fact: numbers of documents, ratios, names that hold a day, scores, telephone numbers.
//!
//! What is refused here is what another grammar could take for a date or a sum; a bare number that nobody reads needs no
//! refusal. A date behind a document's number stays one: "20/NQ-HĐND ngày 8/12/2023".

mod document;
mod label;
mod ratio;

pub(super) use label::may_be_address;

use super::{Context, Output};
use crate::data::{DateRole, List};
use crate::scan::Numeral;
use crate::segment::TokenKind;

/// Claims the numerals of what only looks like a fact.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, _: &mut Output<'t>) -> Option<usize> {
    let numeral = &context.numerals()[numeral];
    if !may_be_refused(context, numeral) || is_dated(context, numeral.first) {
        return None;
    }
    label::read(context, numeral)
        .or_else(|| document::read(context, numeral.first))
        .or_else(|| ratio::read(context, numeral))
}

/// Whether anything at a number may make it nobody's: a word before it, a mark or a month behind it, or no space on one side; quick,
/// and never wrong to deny it.
fn may_be_refused(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    let (first, next) = (numeral.first, numeral.first + 1);
    let is_mark = |at: usize| context.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Mark);
    context.is_glued(first)
        || context.is_glued(next)
        || is_mark(next)
        || is_mark(numeral.end)
        || context.cues.may_end_before(first, List::Refusal)
        || context.cues.may_start(next, List::Date)
        || first > 0 && is_mark(first - 1)
}

/// Whether a calendar word right before a number makes it a date: "ngày 7/7", "tháng 11".
fn is_dated(context: &Context<'_, '_>, first: usize) -> bool {
    match context.date_word_before(first) {
        Some((DateRole::None, ..)) | None => false,
        Some(_) => true,
    }
}

/// Two small numbers with a mark between them, both written in digits: "7/7", "2-1", "30.4".
pub(super) fn pair(context: &Context<'_, '_>, first: usize) -> Option<(u16, u16)> {
    let mark = matches!(context.mark(first + 1)?, '/' | '.') || context.is_dash(first + 1);
    let parted = context.tokens.get(first + 2)?.is_line_start();
    let right = context.digits(first + 2).filter(|_| mark && !parted)?;
    Some((context.digits(first)?, right))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts::around_numbers::texts;
    use crate::normalize::normalize;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn what_cannot_be_refused_is_not(text in texts()) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for numeral in context.numerals() {
                let refused = label::read(&context, numeral)
                    .or_else(|| document::read(&context, numeral.first))
                    .or_else(|| ratio::read(&context, numeral));
                prop_assert!(refused.is_none() || may_be_refused(&context, numeral), "{:?}", numeral);
            }
        }
    }
}
