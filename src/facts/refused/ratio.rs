//! Ratios and fractions: "77/86 đại biểu", "7/7 xã", "2/3 số hộ", "24/7", and ranges of other things: "8-10 người".

use super::pair;
use crate::data::{DateRole, IndicatorRole, RefusalRole, WordRole};
use crate::facts::Context;
use crate::scan::Numeral;
use crate::segment::TokenKind;
use crate::value::Comparator;

/// No plan is drawn at more scales.
const MOST_SCALES: usize = 4;

/// One past a ratio, its noun left out.
pub(super) fn read(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    let is_slash = context.is_mark(numeral.end, "/");
    if !is_slash && !context.is_dash(numeral.end) || is_occasion(context, numeral.first) {
        return None;
    }
    // The "5" of "tháng 01-5/2013" is the middle of something else.
    if numeral.first >= 2 && context.is_glued(numeral.first) && context.is_digits(numeral.first - 2) {
        return None;
    }
    let right = context.numeral_at(numeral.end + 1)?;
    if is_slash && is_scale(context, numeral, right) {
        return Some(end_of_scales(context, right.end));
    }
    if context.digits(right.first).is_some_and(|n| (1900..=2100).contains(&n)) {
        return None;
    }
    // "7/7/2024", "8-10-2024".
    if context.is_digits(right.end + 1)
        && (context.is_mark(right.end, "/") || context.is_dash(right.end) || context.is_mark(right.end, "."))
    {
        return None;
    }
    let noun = context.is_word(right.end, WordRole::Plural).unwrap_or(right.end);
    let counts = context.counted_at(noun).is_some() && numeral.value <= right.value;
    let is_ratio =
        counts || is_slash && (is_fraction(context, numeral, right) || is_round_the_clock(context, numeral));
    is_ratio.then_some(right.end)
}

/// "dịp 2/9 xã tổ chức", "từ 7/7 …", "ngày khai giảng 5/9 các trường …": a day whatever follows it.
fn is_occasion(context: &Context<'_, '_>, first: usize) -> bool {
    let named = (first.saturating_sub(3)..first)
        .any(|at| context.date_word_at(at).is_some_and(|(role, ..)| role == DateRole::Day));
    named
        || matches!(context.refusal_before(first), Some((RefusalRole::Occasion, _)))
        || matches!(context.word_before(first), Some((WordRole::From | WordRole::To, _)))
}

/// "bản đồ tỷ lệ 1/2000"
fn is_scale(context: &Context<'_, '_>, left: &Numeral, right: &Numeral) -> bool {
    says_a_scale(left, right) && matches!(context.refusal_before(left.first), Some((RefusalRole::Scale, _)))
}

fn says_a_scale(left: &Numeral, right: &Numeral) -> bool {
    let is_round = right.value.to_u32().is_some_and(|n| n >= 100 && n % 100 == 0);
    is_round && left.value.to_u32() == Some(1)
}

/// The end of a list of scales of which one ends at a token: "tỷ lệ 1/5000|, 1/2000 và 1/500".
fn end_of_scales(context: &Context<'_, '_>, mut end: usize) -> usize {
    for _ in 0..MOST_SCALES {
        let and = context.is_word(end, WordRole::And);
        let Some(left) =
            context.is_mark(end, ",").then_some(end + 1).or(and).and_then(|at| context.numeral_at(at))
        else {
            break;
        };
        let right = context.numeral_at(left.end + 1).filter(|right| says_a_scale(left, right));
        let Some(right) = right.filter(|_| context.is_mark(left.end, "/")) else { break };
        end = right.end;
    }
    end
}

/// "quá 1/2", "hơn 2/3", and "mới đạt 5/12", where what is counted stands elsewhere.
fn is_fraction(context: &Context<'_, '_>, left: &Numeral, right: &Numeral) -> bool {
    let bounded = matches!(
        context.comparator_before(left.first),
        Some((Comparator::Over | Comparator::Nearly | Comparator::AtLeast, _))
    );
    let small = right.value.to_u32().is_some_and(|n| (2..=10).contains(&n)) && left.value < right.value;
    let reached = matches!(context.indicator_word_before(left.first), Some((IndicatorRole::Met, _)));
    // "đạt 415 triệu/500 triệu đồng" is two sums.
    let measured = right.base_end < right.end || context.unit_at(right.end).is_some();
    bounded && small || reached && !measured && left.value <= right.value
}

/// "trực 24/7", "24/24 giờ"; "(24/7)" and "chiều nay, 24/7" are days.
fn is_round_the_clock(context: &Context<'_, '_>, left: &Numeral) -> bool {
    match pair(context, left.first) {
        Some((24, 24)) => true,
        Some((24, 7)) => left
            .first
            .checked_sub(1)
            .is_some_and(|at| context.tokens[at].kind() == TokenKind::Word && context.region(at).is_none()),
        _ => false,
    }
}
