//! The shape of a count: its numbers and its noun, without what is said about them.

use std::ops::Range;

use crate::data::{DateRole, IndicatorRole, List, WordRole};
use crate::facts::{Context, brackets};
use crate::scan::{Numeral, NumeralStyle, only};
use crate::segment::TokenKind;
use crate::value::Comparator;

/// More chỉ tiêu than any plan has are places for pupils or recruits, unless the text says how they stand.
const MOST_INDICATORS: u32 = 400;

/// A count as it is written: "26 trên 42 chỉ tiêu chủ yếu".
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub count: u32,
    /// The upper end of "3 - 5 tiêu chí".
    pub max: Option<u32>,
    pub total: Option<u32>,
    pub comparator: Option<Comparator>,
    /// "cả", "toàn bộ" before it.
    pub is_all: bool,
    /// The first token of the number.
    pub first: usize,
    /// The first token of the comparator or of "cả" before it.
    pub start: usize,
    /// One past the noun, or past the number where the noun is left out.
    pub end: usize,
    pub noun: Option<Range<usize>>,
    pub qualifier: Option<Range<usize>>,
    /// One past the qualifier.
    pub clause: usize,
}

/// What a numeral turns out to be.
pub(crate) enum Reading {
    Count(Shape),
    /// A quota or an average: no count, but nobody else's number either. One past its tokens.
    Other(usize),
}

/// Whether what stands behind a number may make it a count: the noun, a status, "trên", "đến", "các", or a mark that the numbers
/// go on or end with; quick, and never wrong to deny it.
pub(crate) fn may_count(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    match context.mark(numeral.end) {
        Some('/') => may_be_ratio(context, numeral),
        Some(')') => true,
        Some(_) => context.is_dash(numeral.end),
        None => {
            is_said_of_count(context, numeral.end)
                || matches!(context.word_at(numeral.end), Some((WordRole::To | WordRole::Plural, _)))
        }
    }
}

/// Whether a noun of counts starts at a token, or a word that says how they stand or of how many they are.
pub(in crate::facts) fn is_said_of_count(context: &Context<'_, '_>, at: usize) -> bool {
    use IndicatorRole::*;
    matches!(
        context.indicator_word_at(at),
        Some((
            Noun | Quota
                | OutOf
                | Met
                | Exceeded
                | MetOrExceeded
                | NotMet
                | Negation
                | Adverb
                | Actual
                | Estimate,
            ..
        ))
    )
}

/// Whether a number with a slash behind it may be a part of a whole of indicators, and no day: a noun or a status stands behind the
/// whole, or a status before the part, be it behind a bound or "cả".
fn may_be_ratio(context: &Context<'_, '_>, part: &Numeral) -> bool {
    let before = only(List::Indicator) | only(List::Comparator) | only(List::Word);
    let behind = only(List::Indicator) | only(List::Word);
    context.numeral_at(part.end + 1).is_some_and(|whole| {
        context.cues.may_start_any(whole.end, behind)
            || context.is_mark(whole.end, ")")
            || context.cues.may_end_any_before(part.first, before)
    })
}

/// Reads `<number> [trên <number>] [các] <noun> [<qualifier>]` with the noun written out.
pub(crate) fn written_out(context: &Context<'_, '_>, numeral: &Numeral) -> Option<Reading> {
    if !may_count(context, numeral) {
        return None;
    }
    with_noun(context, numbers(context, numeral)?)
}

/// The numbers of a count with the noun that is written out behind them.
pub(crate) fn with_noun(context: &Context<'_, '_>, mut shape: Shape) -> Option<Reading> {
    // "100% (18/18) chỉ tiêu".
    let bracketed = brackets::surround(context, shape.start..shape.end);
    let behind = if bracketed { shape.end + 1 } else { shape.end };
    let noun = context.is_word(behind, WordRole::Plural).unwrap_or(behind);
    match context.indicator_word_at(noun)? {
        (IndicatorRole::Quota, _, end) => return Some(Reading::Other(end)),
        (IndicatorRole::Noun, _, end) => {
            shape.noun = Some(noun..end);
            shape.end = end;
        }
        _ => return None,
    }
    shape.qualifier = qualifier(context, shape.end);
    shape.clause = shape.qualifier.as_ref().map_or(shape.end, |words| words.end);
    if is_average(context, &shape) {
        return Some(Reading::Other(shape.end));
    }
    total_behind_the_noun(context, &mut shape);
    if is_quota(context, &shape) {
        return Some(Reading::Other(shape.end));
    }
    Some(Reading::Count(shape))
}

/// The numbers of a count, whatever follows them.
pub(crate) fn numbers(context: &Context<'_, '_>, numeral: &Numeral) -> Option<Shape> {
    let count = small(numeral)?;
    if is_calendar(context, numeral) {
        return None;
    }
    let mut shape = Shape {
        count,
        max: None,
        total: None,
        comparator: None,
        is_all: false,
        first: numeral.first,
        start: numeral.first,
        end: numeral.end,
        noun: None,
        qualifier: None,
        clause: numeral.end,
    };
    let to = context.is_word(shape.end, WordRole::To);
    let to = if context.is_dash(shape.end) { Some(shape.end + 1) } else { to };
    if let Some(upper) = to.and_then(|at| context.numeral_at(at))
        && let Some(max) = small(upper).filter(|max| *max > count)
    {
        (shape.max, shape.end) = (Some(max), upper.end);
    }
    let of = if context.is_mark(shape.end, "/") { Some(shape.end + 1) } else { out_of(context, shape.end) };
    if let Some(whole) = of.and_then(|at| context.numeral_at(at)) {
        (shape.total, shape.end) = (Some(small(whole)?), whole.end);
    }
    // "hoàn thành vượt mức 19 chỉ tiêu" is a status, no bound.
    if let Some((comparator, first)) = context.comparator_before(shape.start)
        && !matches!(context.indicator_word_before(shape.start), Some((IndicatorRole::Exceeded, _)))
    {
        (shape.comparator, shape.start) = (Some(comparator), first);
    }
    if let Some((WordRole::All, first)) = context.word_before(shape.start) {
        (shape.is_all, shape.start) = (true, first);
    }
    Some(shape)
}

pub(super) fn small(numeral: &Numeral) -> Option<u32> {
    numeral.value.to_u32().filter(|n| numeral.base_end == numeral.end && (1..100_000).contains(n))
}

fn out_of(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    match context.indicator_word_at(at)? {
        (IndicatorRole::OutOf, _, end) => Some(end),
        _ => None,
    }
}

/// "tháng 10 chỉ tiêu …", "năm 2023 chỉ tiêu …": the number belongs to what stands before it; and "năm" itself is a number only
/// where nothing makes it a year ("cuối năm chỉ tiêu …").
fn is_calendar(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    if numeral.style == NumeralStyle::Words {
        let is_year = context.date_word_at(numeral.first).is_some_and(|(role, ..)| role == DateRole::Year);
        let counts = context.left_of(numeral.first).is_empty()
            || is_opener(context, numeral.first)
            || context.indicator_word_before(numeral.first).is_some();
        return is_year && !counts;
    }
    match context.date_word_before(numeral.first) {
        Some((DateRole::Year, ..)) => numeral.value.to_u32().is_some_and(|n| n >= 1900),
        Some((DateRole::Day | DateRole::OrdinalDay | DateRole::Month | DateRole::Quarter, ..)) => true,
        _ => false,
    }
}

/// "26 chỉ tiêu trong tổng số 42 chỉ tiêu", "26 chỉ tiêu/42 chỉ tiêu".
fn total_behind_the_noun(context: &Context<'_, '_>, shape: &mut Shape) {
    if shape.total.is_some() {
        return;
    }
    let of = if context.is_mark(shape.clause, "/") {
        Some(shape.clause + 1)
    } else {
        out_of(context, shape.clause)
    };
    let Some(whole) = of.and_then(|at| context.numeral_at(at)) else { return };
    let Some((IndicatorRole::Noun, _, end)) = context.indicator_word_at(whole.end) else { return };
    if let Some(total) = small(whole).filter(|total| *total >= shape.count) {
        shape.total = Some(total);
        shape.qualifier = qualifier(context, end);
        shape.end = end;
        shape.clause = shape.qualifier.as_ref().map_or(end, |words| words.end);
    }
}

/// Which indicators: "kinh tế - xã hội, quốc phòng", "về môi trường".
fn qualifier(context: &Context<'_, '_>, first: usize) -> Option<Range<usize>> {
    let limit = context.right_from(first).end;
    let mut end = first;
    let mut at = first;
    loop {
        while let Some((IndicatorRole::About, _, after)) = context.indicator_word_at(at) {
            at = after;
        }
        match context.indicator_word_at(at) {
            Some((IndicatorRole::Qualifier, _, after)) if after <= limit => (at, end) = (after, after),
            _ => break,
        }
        if context.is_mark(at, ",") || context.is_dash(at) {
            at += 1;
        } else if let Some(after) = context.is_word(at, WordRole::And) {
            at = after;
        }
    }
    (end > first).then_some(first..end)
}

/// "bình quân 17 tiêu chí", "17,5 tiêu chí/xã".
fn is_average(context: &Context<'_, '_>, shape: &Shape) -> bool {
    let rate = context.is_mark(shape.end, "/") && context.numeral_at(shape.end + 1).is_none();
    let before = (shape.start.saturating_sub(4)..shape.start)
        .filter_map(|at| context.indicator_word_at(at))
        .any(|(role, _, end)| role == IndicatorRole::Average && end <= shape.start);
    rate || before && shape.total.is_none()
}

/// Places for recruits, pupils and staff are counted in chỉ tiêu as well: "tuyển quân đủ 145 chỉ tiêu".
fn is_quota(context: &Context<'_, '_>, shape: &Shape) -> bool {
    let Some(noun) = &shape.noun else { return false };
    if context.indicator_word_at(noun.end - 2).is_none_or(|(_, noun, _)| noun != "chỉ tiêu") {
        return false;
    }
    let recruits = |at: usize| {
        context.indicator_word_at(at).is_some_and(|(role, ..)| role == IndicatorRole::Recruitment)
    };
    if recruits(shape.end) || !is_boundary(context, shape.end) && recruits(shape.end + 1) {
        return true;
    }
    // "giao quân 105/105 chỉ tiêu": with a total only what stands in the same part of the sentence speaks for a quota.
    let closes = |at: usize| context.is_mark(at, ";") || shape.total.is_some() && context.is_mark(at, ",");
    let clause = context.left_of(shape.start).rev().take_while(|at| !closes(*at));
    clause.into_iter().any(recruits) || shape.total.is_none() && shape.count > MOST_INDICATORS
}

/// "nhóm chỉ tiêu kinh tế đạt 8/9": the noun stands before the status, which stands before the numbers.
pub(crate) fn noun_first(context: &Context<'_, '_>, mut shape: Shape) -> Option<Shape> {
    shape.total.filter(|total| shape.count <= *total)?;
    let (IndicatorRole::Met | IndicatorRole::Exceeded, status) =
        context.indicator_word_before(shape.start)?
    else {
        return None;
    };
    let next = context.tokens.get(shape.end);
    let closed = next.is_none_or(|token| token.kind() == TokenKind::Mark)
        || context.is_word(shape.end, WordRole::And).is_some()
        || context.sentence(shape.first).end == shape.end;
    if !closed || context.unit_at(shape.end).is_some() || context.is_mark(shape.end, "/") {
        return None;
    }
    let mut left = (status.saturating_sub(12)..status).rev();
    let noun = left.find_map(|at| match context.indicator_word_at(at) {
        Some((IndicatorRole::Noun, _, end)) => Some(Some((at, end))),
        _ if is_boundary(context, at) || context.numeral_at(at).is_some() => Some(None),
        _ => None,
    })??;
    shape.qualifier = qualifier(context, noun.1);
    // Only the noun and its qualifier stand before the status.
    let words = shape.qualifier.as_ref().map_or(noun.1, |words| words.end);
    if skip_adverbs(context, words) != status {
        return None;
    }
    shape.noun = Some(noun.0..noun.1);
    Some(shape)
}

/// Whether a token closes a part of a sentence.
pub(crate) fn is_boundary(context: &Context<'_, '_>, at: usize) -> bool {
    matches!(context.mark(at), Some(';' | '.' | ',' | ':' | '(' | ')' | '!' | '?' | '“' | '”' | '"'))
}

/// The first token from `at` on that is no adverb: past "mới", "còn lại", "đã".
pub(crate) fn skip_adverbs(context: &Context<'_, '_>, mut at: usize) -> usize {
    while let Some((IndicatorRole::Adverb | IndicatorRole::Actual | IndicatorRole::Estimate, _, end)) =
        context.indicator_word_at(at)
    {
        at = end;
    }
    at
}

/// Whether a count may start at a token: after "có", "trong đó", a mark, or at the start of the sentence.
pub(crate) fn is_opener(context: &Context<'_, '_>, at: usize) -> bool {
    if context.left_of(at).is_empty() || is_boundary(context, at - 1) {
        return true;
    }
    let word = context.word_before(at);
    let opener = context.indicator_word_before(at);
    matches!(word, Some((WordRole::And | WordRole::OfWhich, _)))
        || matches!(
            opener,
            Some((
                IndicatorRole::Opener
                    | IndicatorRole::Adverb
                    | IndicatorRole::Actual
                    | IndicatorRole::Estimate,
                _
            ))
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::elided::is_elided;
    use super::*;
    use crate::Extractor;
    use crate::facts::around_numbers::texts;
    use crate::normalize::normalize;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn what_cannot_count_does_not(text in texts()) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for numeral in context.numerals() {
                let Some(shape) = numbers(&context, numeral) else { continue };
                let counts = with_noun(&context, shape.clone()).is_some()
                    || is_elided(&context, &shape)
                    || noun_first(&context, shape).is_some();
                prop_assert!(!counts || may_count(&context, numeral), "{:?}", numeral);
            }
        }
    }
}
