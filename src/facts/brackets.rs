//! What stands in brackets by itself.

use std::borrow::Cow;
use std::ops::Range;

use super::{Context, Quote};
use crate::segment::TokenKind;

/// Whether brackets hold some tokens and nothing else: "(18/18)", "(tháng 6/1996)".
pub(crate) fn surround(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let opens = tokens.start.checked_sub(1).is_some_and(|before| context.is_mark(before, "("));
    opens && context.is_mark(tokens.end, ")")
}

/// No abbreviation has more tokens: "NN&PTNT", "GD-ĐT".
const LONGEST_ABBREVIATION: usize = 5;

/// One past a bracket that opens at a token and holds an abbreviation and nothing else: "(GRDP)", "(TTK)", "(GD-ĐT)", "(PC02)".
pub(crate) fn abbreviation_at(context: &Context<'_, '_>, open: usize) -> Option<usize> {
    if !context.is_mark(open, "(") || !context.tokens.get(open + 1)?.is_all_caps() {
        return None;
    }
    let is_part = |at: usize| {
        let token = &context.tokens[at];
        match token.kind() {
            TokenKind::Word => token.is_all_caps(),
            TokenKind::Digits => true,
            TokenKind::Mark => context.is_dash(at) || context.is_mark(at, "&"),
        }
    };
    let limit = context.tokens.len().min(open + 2 + LONGEST_ABBREVIATION);
    let close = (open + 2..limit).find(|at| context.is_mark(*at, ")"))?;
    (open + 2..close).all(|at| is_part(at) && context.is_glued(at)).then_some(close + 1)
}

/// The words of a name without the abbreviation that stands in brackets inside it: "Sở Giáo dục (GD) tỉnh Hà Nam".
pub(crate) fn quote_without<'t>(context: &Context<'_, 't>, name: Range<usize>) -> Quote<'t> {
    let whole = context.quote(name.clone());
    let bracket = name.clone().find_map(|open| Some((open, abbreviation_at(context, open)?)));
    match bracket {
        Some((open, end)) if name.start < open && end < name.end => {
            let (before, behind) = (context.quote(name.start..open), context.quote(end..name.end));
            Quote { text: Cow::Owned(format!("{} {}", before.text, behind.text)), ..whole }
        }
        _ => whole,
    }
}
