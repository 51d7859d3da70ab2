//! Numerals that are nobody's fact: numbers of documents, ratios, names that hold a day, scores, telephone numbers.
//!
//! What is refused here is what another grammar could take for a date or a sum; a bare number that nobody reads needs no
//! refusal. A date behind a document's number stays one: "20/NQ-HĐND ngày 8/12/2023".

mod document;
mod label;
mod ratio;

use super::{Context, Output};
use crate::data::DateRole;

/// Claims the numerals of what only looks like a fact.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, _: &mut Output<'t>) -> Option<usize> {
    let numeral = &context.numerals()[numeral];
    label::read(context, numeral)
        .or_else(|| document::read(context, numeral.first))
        .or_else(|| ratio::read(context, numeral))
}

/// Whether a calendar word right before a number makes it a date: "ngày 7/7", "tháng 11".
fn is_dated(context: &Context<'_, '_>, first: usize) -> bool {
    match context.date_word_before(first) {
        Some((DateRole::None, ..)) | None => false,
        Some(_) => true,
    }
}

/// Two small numbers with a mark between them, both written in digits: "7/7", "2-1", "30.4".
fn pair(context: &Context<'_, '_>, first: usize) -> Option<(u16, u16)> {
    let mark =
        context.is_mark(first + 1, "/") || context.is_dash(first + 1) || context.is_mark(first + 1, ".");
    let left = context.digits(first).filter(|_| mark)?;
    Some((left, context.digits(first + 2)?))
}
