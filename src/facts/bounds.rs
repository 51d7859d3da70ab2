//! What bounds a number: "trên", "khoảng từ", "trở lên".

use super::Context;
use crate::data::{DirectionRole, IndicatorRole, List, WordRole};
use crate::segment::TokenKind;
use crate::value::Comparator;

/// Bounds, "từ" and what may stand between them are no more words than this.
const MOST_WORDS: usize = 4;

/// How far a prohibition ("không để") or a limit ("cho vay") stands before the bound that it turns.
const CLAUSE: usize = 16;

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    pub comparator: Option<Comparator>,
    /// Whether "từ" opens it.
    pub from: bool,
    /// Its first token; that of the number where nothing bounds it.
    pub first: usize,
}

/// Reads the bound before a number. Of several words the nearest counts ("khoảng trên 70%" is over 70).
pub(super) fn before(context: &Context<'_, '_>, number: usize) -> Bound {
    let mut bound = Bound { comparator: None, from: false, first: number };
    let floor = context.sentence(number).start;
    for _ in 0..MOST_WORDS {
        if bound.first <= floor {
            break;
        }
        if let Some((comparator, first)) = bound_before(context, bound.first) {
            // "26 trên 42", "5 tỷ đồng trên 8 tỷ đồng": a part of a whole.
            let divides = matches!(context.indicator_word_at(first), Some((IndicatorRole::OutOf, ..)));
            if divides && (context.unit_before(first).is_some() || follows_count(context, first)) {
                break;
            }
            bound = Bound { comparator: bound.comparator.or(Some(comparator)), first, ..bound };
        } else if let Some((WordRole::From, first)) = context.word_before(bound.first) {
            bound = Bound { from: true, first, ..bound };
        } else if let Some((comparator, first)) = beyond_gap(context, bound.first)
            && bound.comparator.is_none()
        {
            bound = Bound { comparator: Some(comparator), first, ..bound };
        } else {
            break;
        }
    }
    limit(context, bound)
}

/// The word of a bound that ends here. A superlative is one only of a limit: "mức vay cao nhất 50 triệu", but "giá cao nhất 94.200 đồng".
fn bound_before(context: &Context<'_, '_>, at: usize) -> Option<(Comparator, usize)> {
    let (comparator, first) = context.comparator_before(at)?;
    let is_superlative = context.cue_before(at, List::Comparator).is_some_and(|cue| cue.doubtful);
    (!is_superlative || clause_has(context, first, WordRole::Limit)).then_some((comparator, first))
}

/// Whether a number ends here that is no date: "26 trên 42", but not "năm 2024 trên 1.000 tỷ đồng".
fn follows_count(context: &Context<'_, '_>, at: usize) -> bool {
    context.numeral_before(at).is_some_and(|numeral| !context.is_dated(numeral.first))
}

/// The bound right after a number: "trở lên"; and where it ends.
pub(super) fn after(context: &Context<'_, '_>, end: usize) -> Option<(Comparator, usize)> {
    let same_line = context.tokens.get(end).is_some_and(|token| !token.is_line_start());
    context.comparator_after(end).filter(|_| same_line)
}

/// The start of a word that may stand between a bound and its number: "tối thiểu đạt 30%", "trên mức 50%".
pub(super) fn gap_before(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    if let Some((WordRole::Gap | WordRole::Copula, first)) = context.word_before(at) {
        return Some(first);
    }
    match context.direction_before(at) {
        Some((DirectionRole::Reached, first)) => Some(first),
        _ => None,
    }
}

/// "tối đa bằng 80%"
fn equals_before(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    context.word_before(at).filter(|(role, _)| *role == WordRole::Equals).map(|(_, first)| first)
}

/// A superlative is no bound there ("nơi cao nhất đạt 90%"), and behind "cao hơn mức" stands what is compared with.
fn beyond_gap(context: &Context<'_, '_>, at: usize) -> Option<(Comparator, usize)> {
    let gap = gap_before(context, at).or_else(|| equals_before(context, at))?;
    let cue = context.cue_before(gap, List::Comparator)?;
    let compares =
        matches!(context.direction_before(gap), Some((DirectionRole::More | DirectionRole::Less, _)));
    if cue.doubtful || compares { None } else { context.comparator_before(gap) }
}

/// "không để nợ đọng vượt quá 5%", "cho vay tới 3 tỷ đồng": at most.
fn limit(context: &Context<'_, '_>, bound: Bound) -> Bound {
    let at_most = |first| Bound { comparator: Some(Comparator::AtMost), first, ..bound };
    match bound.comparator {
        Some(Comparator::Over) if clause_has(context, bound.first, WordRole::Forbid) => at_most(bound.first),
        None if !bound.from => match context.word_before(bound.first) {
            Some((WordRole::To, first)) if clause_has(context, first, WordRole::Limit) => at_most(first),
            Some((WordRole::Copula, first)) => Bound { comparator: extreme(context, first), ..bound },
            _ => bound,
        },
        _ => bound,
    }
}

/// The bound that a clause says of a limit, or right before its verb: "mức phạt tối đa đối với cá nhân | là 50 triệu đồng", "doanh thu
/// tối thiểu phải | là 10.000 tỷ". "Lương tối thiểu ở Pháp" is so much and no less, "mức thưởng cao nhất" was paid.
fn extreme(context: &Context<'_, '_>, copula: usize) -> Option<Comparator> {
    let start = context.left_of(copula).start.max(copula.saturating_sub(CLAUSE));
    // "phạt tiền tối đa đối với một hành vi là 1 tỷ đồng": what a word counts there is no sum.
    let counts = |at| context.cues.may_be_number(at) && context.tokens[at].kind() != TokenKind::Word;
    let is_free = |at: &usize| !context.is_wall(*at) && !counts(*at);
    let (at, cue) = (start..copula)
        .rev()
        .take_while(is_free)
        .find_map(|at| Some((at, context.cue_before(at, List::Comparator)?)))?;
    let is_said = copula - at <= 1 || clause_has(context, copula, WordRole::Limit);
    let (comparator, _) = context.comparator_before(at).filter(|_| is_said && !cue.doubtful)?;
    matches!(comparator, Comparator::AtMost | Comparator::AtLeast).then_some(comparator)
}

/// Whether a word of this role stands before, in the same clause.
fn clause_has(context: &Context<'_, '_>, before: usize, role: WordRole) -> bool {
    let start = context.left_of(before).start.max(before.saturating_sub(CLAUSE));
    let clause = (start..before).rev().take_while(|at| !context.is_wall(*at));
    clause.into_iter().any(|at| context.is_word(at, role).is_some_and(|end| end <= before))
}
