//! Counts whose noun is left out, since another count has said it: "trong đó 12 vượt; 7 đạt".

use std::ops::Range;

use super::shape::{Shape, is_opener, skip_adverbs, small};
use crate::data::{IndicatorRole, WordRole};
use crate::facts::Context;
use crate::segment::TokenKind;

/// Whether numbers are a count whose noun is left out, "trong đó 12 vượt; 7 đạt": only after a counted noun in the same sentence,
/// with the status right behind it, where a count may start.
pub(crate) fn is_elided(context: &Context<'_, '_>, shape: &Shape) -> bool {
    let status = skip_adverbs(context, shape.end);
    let Some((role, _, end)) = context.indicator_word_at(status) else { return false };
    let told = match role {
        IndicatorRole::Met
        | IndicatorRole::Exceeded
        | IndicatorRole::MetOrExceeded
        | IndicatorRole::NotMet => true,
        IndicatorRole::Negation => {
            context.indicator_word_at(end).is_some_and(|(role, ..)| role == IndicatorRole::Met)
        }
        _ => false,
    };
    told && is_opener(context, shape.start)
        && (follows_a_count(context, shape)
            || shape.total.is_some_and(|total| precedes_a_count(context, end, total)))
}

/// "13/26 vượt; 10/26 đạt; 3/26 chỉ tiêu không đạt": the noun stands with the last of them.
fn precedes_a_count(context: &Context<'_, '_>, end: usize, total: u32) -> bool {
    context.right_from(end).any(|at| {
        let noun = matches!(context.indicator_word_at(at), Some((IndicatorRole::Noun, ..)));
        noun && context
            .numeral_before(at)
            .is_some_and(|whole| small(whole) == Some(total) && context.is_mark(whole.first - 1, "/"))
    })
}

/// Whether what was last counted before a count are indicators: in the same sentence, or in the one before where the count has a
/// total or the sentence goes on with "Trong đó".
fn follows_a_count(context: &Context<'_, '_>, shape: &Shape) -> bool {
    let left = context.left_of(shape.start);
    match last_counted(context, left.clone()) {
        Some(indicators) => indicators,
        None => {
            let goes_on = shape.total.is_some() || context.is_word(left.start, WordRole::OfWhich).is_some();
            let same_line = left.start > 0 && !context.tokens[left.start].is_line_start();
            goes_on && same_line && last_counted(context, context.left_of(left.start - 1)) == Some(true)
        }
    }
}

/// Whether the last things counted in a run of tokens are indicators; `None` where nothing is.
fn last_counted(context: &Context<'_, '_>, tokens: Range<usize>) -> Option<bool> {
    for at in tokens.rev() {
        if let Some((IndicatorRole::Noun, ..)) = context.indicator_word_at(at) {
            return Some(true);
        }
        let Some(numeral) = context.numeral_at(at) else { continue };
        let measured = context
            .unit_at(numeral.end)
            .is_some_and(|(unit, _)| unit.is_percent() || unit.currency().is_some());
        let status = context.indicator_word_at(skip_adverbs(context, numeral.end));
        let counts_another_thing = !measured
            && status.is_none()
            && context.tokens.get(numeral.end).is_some_and(|t| t.kind() == TokenKind::Word)
            && context.date_word_before(numeral.first).is_none();
        if counts_another_thing {
            return Some(false);
        }
    }
    None
}
