//! Numerals that are nobody's fact: document numbers, roads, phone numbers, scores.

use super::{Context, Output};
use crate::data::WordRole;

/// Claims the numerals of what only looks like a fact.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, _: &mut Output<'t>) -> Option<usize> {
    let numeral = &context.numerals()[numeral];
    document_number(context, numeral.first).or_else(|| road(context, numeral.first))
}

/// "20/NQ-HĐND", "1719/QĐ-TTg", "24/2021/QH15", "18-NQ/TW", "30c/NQ-CP": digits, and behind "/" or "-" an abbreviation in capitals.
fn document_number(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    let mut at = first + 1;
    let mut capitals = false;
    while (context.is_mark(at, "/") || context.is_dash(at))
        && context.is_glued(at)
        && context.is_glued(at + 1)
    {
        let next = context.tokens.get(at + 1)?;
        let abbreviation = next.is_all_caps() || next.is_capitalized() && capitals;
        if !abbreviation && !context.is_digits(at + 1) {
            break;
        }
        capitals |= abbreviation;
        at += 2;
        // "QH15": the term's number is part of it.
        if abbreviation && context.is_digits(at) && context.is_glued(at) {
            at += 1;
        }
    }
    capitals.then_some(at)
}

/// "đường 30/4", "Quốc lộ 1".
fn road(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    let (role, _) = context.word_before(first)?;
    if role != WordRole::Road {
        return None;
    }
    let slash =
        context.is_mark(first + 1, "/") && context.is_glued(first + 1) && context.is_digits(first + 2);
    Some(if slash { first + 3 } else { first + 1 })
}
