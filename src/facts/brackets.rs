//! What stands in brackets by itself.

use std::ops::Range;

use super::Context;

/// Whether brackets hold some tokens and nothing else: "(18/18)", "(tháng 6/1996)".
pub(crate) fn surround(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let opens = tokens.start.checked_sub(1).is_some_and(|before| context.is_mark(before, "("));
    opens && context.is_mark(tokens.end, ")")
}

/// One past a bracket that opens at a token and holds an abbreviation and nothing else: "(GRDP)", "(TTK)".
pub(super) fn abbreviation_at(context: &Context<'_, '_>, open: usize) -> Option<usize> {
    let inside = open + 1..open + 2;
    let is_abbreviation = surround(context, inside.clone()) && context.tokens[inside.start].is_all_caps();
    is_abbreviation.then_some(inside.end + 1)
}
