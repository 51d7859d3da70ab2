//! The base of a percentage: "dự toán tỉnh giao", "cùng kỳ năm 2022", "hội viên, nông dân".

use std::ops::Range;

use super::comparison;
use super::noun_phrase::{
    Conjuncts, LONGEST, Step, is_measured, phrase, starts_with_date, step_at, target_at,
};
use crate::data::{DirectionRole, List, WordRole};
use crate::facts::Context;
use crate::scan::{ListSet, only};
use crate::segment::TokenKind;
use crate::value::Change;

/// How many tokens may stand between a number and "so với": "tăng 5% trong quý I so với cùng kỳ".
const TO_COMPARISON: usize = 10;

/// So many tokens behind "tương đương" the number begins: "tương đương tăng khoảng 30 tỷ đồng".
const TO_UNITS: usize = 4;

/// A base that was found.
#[derive(Clone, Debug)]
pub(super) struct Base {
    pub tokens: Range<usize>,
    /// Whether "so với" names it.
    pub compared: bool,
}

/// The base behind a percentage that ends before `end` and whose bound begins at `first`.
pub(super) fn after(context: &Context<'_, '_>, end: usize, first: usize) -> Option<Base> {
    // "(tương đương 7,8%) so với dự toán"
    let behind_bracket = if context.is_mark(end, ")") { end + 1 } else { end };
    // "cao hơn 15%, so với trồng đại trà", but "là 4,5%, so với mức 7,8%"
    let behind_comma = || {
        let start = comparison_at(context, end + 1).filter(|_| context.is_mark(end, ","))?;
        (!matches!(context.word_at(start), Some((WordRole::Gap, _)))).then_some(start)
    };
    let behind_sum = || same_in_units(context, end).and_then(|end| comparison_at(context, end));
    if let Some(start) = comparison_at(context, behind_bracket).or_else(behind_comma).or_else(behind_sum) {
        return compared_phrase(context, start).map(|tokens| Base { tokens, compared: true });
    }
    let direct = phrase_after(context, end, first);
    let is_target = direct.as_ref().is_some_and(|tokens| target_at(context, tokens.start).is_some());
    if is_target {
        return direct.map(|tokens| Base { tokens, compared: false });
    }
    let from = direct.as_ref().map_or(end, |tokens| tokens.end);
    match comparison_after(context, from) {
        Some(tokens) => Some(Base { tokens, compared: true }),
        None => direct.map(|tokens| Base { tokens, compared: false }),
    }
}

/// The base before a percentage whose bound begins at `number`: "so với cùng kỳ năm 2022 bằng 80%", "vượt kế hoạch 4%".
pub(super) fn before(context: &Context<'_, '_>, number: usize) -> Option<Base> {
    passed_target(context, number).or_else(|| comparison::before(context, number))
}

/// "cao hơn 5%", "thấp hơn khoảng 2 điểm phần trăm", "cao hơn đến 15%": which way a difference goes, and where the words that say so end; a
/// bound where nothing is compared.
pub(super) fn difference(context: &Context<'_, '_>, bound: usize, number: usize) -> Option<(Change, usize)> {
    let floor = match context.word_before(bound) {
        Some((WordRole::To, first)) if bound == number => first,
        _ => bound,
    };
    (floor..=number).rev().find_map(|end| Some((differs(context.direction_before(end)?.0)?, end)))
}

/// Which way a word says that something differs: "cao hơn", "thấp hơn".
fn differs(role: DirectionRole) -> Option<Change> {
    match role {
        DirectionRole::More => Some(Change::Increase),
        DirectionRole::Less => Some(Change::Decrease),
        _ => None,
    }
}

fn phrase_after(context: &Context<'_, '_>, at: usize, first: usize) -> Option<Range<usize>> {
    // "25% trong tổng số vốn", "chiếm 1,8% trong sản lượng điện"
    if let Some(end) = context.is_word(at, WordRole::OutOf) {
        if end > at + 1
            && let Some(counted) = counted_whole(context, end)
        {
            return Some(counted);
        }
        let is_share = || matches!(context.direction_before(first), Some((DirectionRole::Share, _)));
        if end > at + 1 || is_share() && !starts_with_date(context, end) {
            return phrase(context, at + 1, Conjuncts::One);
        }
    }
    let at = context.is_word(at, WordRole::Possessive).unwrap_or(at);
    if starts_with_date(context, at) {
        return None;
    }
    let conjuncts = match target_at(context, at) {
        Some(_) => Conjuncts::One,
        // "có tới | 70% điều dưỡng viên, hộ sinh viên chưa đáp ứng", "để | 100% xã, phường có"
        None if opens_clause(context, first) || context.is_behind(first, WordRole::Subject) => {
            Conjuncts::AndComma
        }
        None => Conjuncts::And,
    };
    phrase(context, at, conjuncts)
}

/// A whole that is counted: "70% trong số | 2.838 hiện vật còn lại".
fn counted_whole(context: &Context<'_, '_>, at: usize) -> Option<Range<usize>> {
    let number = context.numeral_at(at)?.end;
    if is_measured(context, number) {
        return None;
    }
    phrase(context, number, Conjuncts::One).map(|rest| at..rest.end)
}

/// "(28 người) so với cùng kỳ", "trong quý I so với cùng kỳ": nothing else that is measured may stand between.
fn comparison_after(context: &Context<'_, '_>, from: usize) -> Option<Range<usize>> {
    let limit = context.right_from(from).end.min(from + TO_COMPARISON);
    let mut at = from;
    let mut bracket = false;
    while at < limit {
        if is_plain_word(context, at, only(List::Word) | only(List::Direction))
            && !context.cues.may_be_number(at)
        {
            at += 1;
            continue;
        }
        match context.mark(at) {
            Some('(') => bracket = true,
            Some(')') if bracket => bracket = false,
            _ if !bracket && context.is_wall(at) => return None,
            _ => {}
        }
        if !bracket && let Some((WordRole::Compared, end)) = context.word_at(at) {
            return compared_phrase(context, end);
        }
        let measured = context.numeral_at(at).is_some_and(|numeral| context.unit_at(numeral.end).is_some());
        let moves = context
            .direction_at(at)
            .is_some_and(|(role, _)| !matches!(role, DirectionRole::Negative | DirectionRole::None));
        if !bracket && (measured || moves) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a token is a word that begins nothing of some lists: it neither parts clauses nor says anything of a comparison.
pub(super) fn is_plain_word(context: &Context<'_, '_>, at: usize, lists: ListSet) -> bool {
    context.tokens[at].kind() == TokenKind::Word && !context.cues.may_start_any(at, lists)
}

/// The end of a number that says in units what a percentage says: "tăng 3%, tương đương khoảng 200 căn".
fn same_in_units(context: &Context<'_, '_>, end: usize) -> Option<usize> {
    let at = if context.is_mark(end, ",") { end + 1 } else { end };
    let (DirectionRole::Share, words) = context.direction_at(at)? else { return None };
    let numeral = (words..words + TO_UNITS).find_map(|at| context.numeral_at(at))?;
    let is_near = (words..numeral.first).all(|at| context.tokens[at].kind() == TokenKind::Word);
    let measure = context.unit_at(numeral.end).or_else(|| context.rate_noun_at(numeral.end));
    measure.filter(|(unit, _)| is_near && !unit.is_percent()).map(|(_, end)| end)
}

/// Where the base starts behind "so với", and behind "với" alone before what results are measured by ("tăng 4% với cùng kỳ").
fn comparison_at(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    match context.word_at(at)? {
        (WordRole::Compared, end) => Some(end),
        (WordRole::Purpose, end) => target_at(context, end).map(|_| end),
        _ => None,
    }
}

/// The phrase behind "so với", which may begin with a verb or a number of months: "so với ước thực hiện năm 2013", "so với 5 tháng đầu
/// năm 2012".
pub(super) fn compared_phrase(context: &Context<'_, '_>, start: usize) -> Option<Range<usize>> {
    let counted = context.numeral_at(start).map(|numeral| numeral.end);
    let first = match step_at(context, start) {
        Step::Verb(end) if context.tokens[start].kind() == TokenKind::Word => end,
        _ => counted.filter(|end| context.date_word_at(*end).is_some()).unwrap_or(start),
    };
    let rest = phrase(context, first, Conjuncts::One)?;
    // "so với mức 7,8%"
    let is_gap = matches!(context.word_at(start), Some((WordRole::Gap, end)) if end == rest.end);
    let level = context.numeral_at(rest.end).and_then(|numeral| context.unit_at(numeral.end));
    Some(start..level.filter(|_| is_gap).map_or(rest.end, |(_, end)| end))
}

/// The words of change before a number in its clause, the nearest first, with where each starts and ends.
fn verbs_before(
    context: &Context<'_, '_>,
    number: usize,
) -> impl Iterator<Item = (usize, DirectionRole, usize)> {
    let floor = context.left_of(number).start.max(number.saturating_sub(LONGEST));
    let clause = (floor..number).rev().take_while(|at| !context.is_wall(*at));
    let verbs = clause.filter_map(|at| context.direction_at(at).map(|(role, end)| (at, role, end)));
    verbs.filter(move |(_, _, end)| *end <= number)
}

/// "vượt kế hoạch 4%"
fn passed_target(context: &Context<'_, '_>, number: usize) -> Option<Base> {
    let (_, DirectionRole::Exceed, end) = verbs_before(context, number).next()? else { return None };
    target_at(context, end)?;
    let tokens = phrase(context, end, Conjuncts::One)?;
    (tokens.end == number).then_some(Base { tokens, compared: false })
}

/// "cao hơn giá thị trường 20%": which way something differs, and from what. Of what is a rate itself the number is the level: "thấp hơn
/// mục tiêu 6,5%", "cao hơn mức 5%", "tăng 2,4%, thấp hơn năm trước 3,1%".
pub(super) fn surpassed(context: &Context<'_, '_>, number: usize) -> Option<(Change, Base)> {
    let (at, role, end) = verbs_before(context, number).find(|(_, role, _)| *role != DirectionRole::None)?;
    let change = differs(role)?;
    // "không thấp hơn giá vốn 105%": a bound.
    if context.cue_before(end, List::Comparator).is_some_and(|bound| (bound.first as usize) < at) {
        return None;
    }
    let tokens = phrase(context, end, Conjuncts::One).filter(|tokens| tokens.end == number)?;
    let is_level = |at: usize| {
        target_at(context, at).is_some() || matches!(context.word_at(at), Some((WordRole::Gap, _)))
    };
    let is_percent = |at: usize| context.unit_at(at).is_some_and(|(unit, _)| unit.is_percent());
    let of_rates = tokens.clone().any(is_level) || (context.sentence(at).start..at).rev().any(is_percent);
    (!of_rates).then_some((change, Base { tokens, compared: true }))
}

fn opens_clause(context: &Context<'_, '_>, first: usize) -> bool {
    first == context.sentence(first).start || context.is_wall(first - 1)
}
