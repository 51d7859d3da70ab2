//! Numbers of documents by their shape: "20/NQ-HĐND", "24/2021/QH15", "18-NQ/TW", "714-TB/TU", "30c/NQ-CP", "12/NQHĐND".

use crate::data::RefusalRole;
use crate::facts::Context;
use crate::segment::TokenKind;

/// One past the number of a document that starts with the digits at `first`.
pub(super) fn read(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    if !context.is_digits(first) {
        return None;
    }
    // "30c": a letter behind the number.
    let letter = first + 1;
    let mut at = if is_letter(context, letter) { letter + 1 } else { letter };
    if !is_joint(context, at) {
        return None;
    }
    let labelled =
        matches!(context.refusal_before(first), Some((RefusalRole::Document | RefusalRole::Label, _)));
    let mut numbers = 1;
    if let Some(next) = joined(context, at, labelled)
        && context.is_digits(next)
    {
        // "24/2021/QH15"; two numbers that may be a day and a month ("30/5-TTXVN") need a word before them.
        if context.token_text(next).len() != 4 && !labelled {
            return None;
        }
        numbers += 1;
        at = next + 1;
    }
    let mut abbreviations = 0;
    while let Some(next) = joined(context, at, labelled && abbreviations == 0) {
        if !is_abbreviation(context, next, abbreviations > 0) {
            break;
        }
        abbreviations += 1;
        at = next + 1;
        // "QH15": the term's number is part of it.
        if context.is_digits(at) && context.is_glued(at) {
            at += 1;
        }
    }
    if abbreviations > 0 {
        return Some(at);
    }
    (numbers > 1 && labelled).then_some(at)
}

/// The token behind "/", "-", "_" or "&" at `at`, which stand without spaces, or with them where `loose`.
fn joined(context: &Context<'_, '_>, at: usize, loose: bool) -> Option<usize> {
    let tight = context.is_glued(at) && context.is_glued(at + 1);
    let joins = is_joint(context, at) && (tight || loose && context.is_mark(at, "/"));
    (joins && at + 1 < context.tokens.len()).then_some(at + 1)
}

/// Whether the token is a mark that joins the parts of a document's number.
fn is_joint(context: &Context<'_, '_>, at: usize) -> bool {
    matches!(context.mark(at), Some('/' | '_' | '&')) || context.is_dash(at)
}

fn is_letter(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_glued(at)
        && context.tokens.get(at).is_some_and(|t| t.kind() == TokenKind::Word)
        && context.token_text(at).chars().nth(1).is_none()
        && (context.is_mark(at + 1, "/") || context.is_dash(at + 1))
}

/// "NQ", "HĐND", "TTr", "QĐ"; after another also "TTg" and "Cp".
fn is_abbreviation(context: &Context<'_, '_>, at: usize, follows: bool) -> bool {
    let capitals = context.token_text(at).chars().filter(|c| c.is_uppercase()).count();
    let unit = context.unit_at(at).is_some();
    !unit && (capitals >= 2 || capitals == 1 && follows || context.tokens[at].is_all_caps())
}
