//! What is compared with before a percentage: "so với cùng kỳ năm 2022 bằng 80%".

use std::ops::Range;

use super::base::{Base, compared_phrase, is_plain_word};
use crate::data::{DirectionRole, List, WordRole};
use crate::facts::{Context, brackets};
use crate::scan::only;

/// How far before a number "so với" may stand.
const FROM_COMPARISON: usize = 24;

/// Between "và" and the verb of what it joins stand no more words.
const TO_JOINED: usize = 8;

/// Words before the comparison that a sentence opens with: "Cụ thể,", "Trong đó:".
const BEFORE_OPENING: usize = 3;

/// One past "so với", where it starts.
fn compared_at(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    context.is_word(at, WordRole::Compared)
}

/// "so với cùng kỳ năm 2022 bằng 80%": it opens a clause, or no comma parts it from the number; behind a sum, a percentage or
/// "hơn" it belongs to that. A verb leads to the number: "so với năm 2012 chỉ 10,6%" says how much it was then.
pub(super) fn before(context: &Context<'_, '_>, number: usize) -> Option<Base> {
    let led = matches!(context.word_before(number), Some((WordRole::Equals | WordRole::Copula, _)))
        || context.direction_before(number).is_some();
    if !led {
        return None;
    }
    let start = context.left_of(number).start;
    let floor = start.max(number.saturating_sub(FROM_COMPARISON));
    let mut commas = 0;
    for at in (floor..number).rev() {
        if is_plain_word(context, at, only(List::Word) | only(List::Unit)) {
            continue;
        }
        match context.mark(at) {
            Some(',') => commas += 1,
            _ if context.is_wall(at) => return None,
            _ => {}
        }
        if commas > 1 || context.unit_at(at).is_some() {
            return None;
        }
        let Some(end) = compared_at(context, at) else { continue };
        let opens = at == start || context.is_wall(at - 1);
        let claimed = at > start
            && (context.is_mark(at - 1, ")")
                || matches!(
                    context.direction_before(at),
                    Some((DirectionRole::More | DirectionRole::Less, _))
                )
                || context.cue_before(at, List::Unit).is_some_and(|cue| context.is_measure(cue)));
        if claimed || commas > 0 && !opens {
            return None;
        }
        let tokens = compared_phrase(context, end)?;
        return (tokens.end <= number).then_some(Base { tokens, compared: true });
    }
    None
}

/// What a sentence opens with holds for all that rises or falls in it: "So với cùng kỳ năm trước, số vụ giảm 644 vụ (giảm 13,78%), số
/// người chết giảm 11,35%".
pub(super) fn opening(context: &Context<'_, '_>, number: usize) -> Option<Base> {
    let start = context.left_of(number).start;
    let mut opening = start..number.min(start + BEFORE_OPENING + 1);
    let (at, phrase) = opening.find_map(|at| Some((at, compared_at(context, at)?)))?;
    let tokens = compared_phrase(context, phrase)?;
    let opens = start == context.sentence(number).start
        && (start..at).all(|before| context.direction_at(before).is_none());
    let compares_anew = || (tokens.end..number).any(|at| compared_at(context, at).is_some());
    (opens && context.is_mark(tokens.end, ",") && !compares_anew()).then_some(Base { tokens, compared: true })
}

/// What another percentage that "và" joins is compared with: "doanh thu giảm 66% | và lợi nhuận ròng giảm 197% so với năm 2011".
pub(super) fn of_joined(context: &Context<'_, '_>, end: usize) -> Option<Base> {
    let subject = context.is_word(end, WordRole::And)?;
    let limit = context.right_from(subject).end.min(subject + TO_JOINED);
    let verb = (subject..limit)
        .take_while(|at| !context.is_wall(*at) && !context.cues.may_be_number(*at))
        .find_map(|at| context.direction_at(at))?;
    let (DirectionRole::Increase | DirectionRole::Decrease, number) = verb else { return None };
    let numeral = context.numeral_at(number)?;
    let (_, end) = context.unit_at(numeral.end).filter(|(unit, _)| unit.is_percent())?;
    let tokens = compared_phrase(context, compared_at(context, end)?)?;
    Some(Base { tokens, compared: true })
}

/// "giảm nhẹ so với tháng trước (0,06%)": the comparison that ends before the bracket in which the number stands alone, and its first
/// token.
pub(super) fn around(context: &Context<'_, '_>, number: Range<usize>) -> Option<(usize, Base)> {
    if !brackets::surround(context, number.clone()) {
        return None;
    }
    let bracket = number.start - 1;
    let floor = context.left_of(bracket).start.max(bracket.saturating_sub(FROM_COMPARISON));
    let mut clause = (floor..bracket).rev().take_while(|at| !context.is_wall(*at));
    let (at, phrase) = clause.find_map(|at| Some((at, compared_at(context, at)?)))?;
    let tokens = compared_phrase(context, phrase).filter(|tokens| tokens.end == bracket)?;
    // "tăng trưởng khá so với bình quân cả nước (9,5%)", "thấp hơn so với quy định (95%)": a level.
    let says_a_level = |at| {
        matches!(
            context.direction_at(at),
            Some((DirectionRole::Growth | DirectionRole::More | DirectionRole::Less, _))
        )
    };
    // "là 1,27%, giảm so với năm 2015 (2,53%)": how much it was then.
    let follows_percentage = (floor..at).any(|at| {
        context.cue(at, List::Unit).is_some()
            && context.unit_at(at).is_some_and(|(unit, _)| unit.is_percent())
    });
    (!follows_percentage && !(floor..at).any(says_a_level)).then_some((at, Base { tokens, compared: true }))
}
