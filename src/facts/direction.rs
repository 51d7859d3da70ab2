//! Whether a number is a change, and which way: "tăng 5%", "tốc độ tăng trưởng đạt 7%", but "tăng lên 55%" is a level.

use super::{Context, bounds, brackets};
use crate::data::{DirectionRole, List, PhraseRole, WordRole};
use crate::segment::Token;
use crate::value::{Change, Comparator};

/// How far a verb of change holds, its object between: "kéo giảm được số người chết vì tai nạn trên 50%".
const VERB_REACH: usize = 9;

/// How far a noun of growth holds in its clause: "tốc độ tăng trưởng kinh tế 6 tháng cuối năm cần đạt từ 8,5 đến 9%".
const NOUN_REACH: usize = 24;

/// A sum with its unit has no more tokens: "1,84 triệu đồng".
const LONGEST_SUM: usize = 6;

/// A number's unit that no list knows has no more words: "điểm cơ bản (".
const LONGEST_UNIT: usize = 2;

/// What says that a number is a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// "tăng", "giảm", "tăng trưởng".
    Change(Change),
    /// "vượt".
    Exceed,
}

impl Direction {
    pub(super) fn change(self) -> Change {
        match self {
            Direction::Change(change) => change,
            Direction::Exceed => Change::Increase,
        }
    }
}

/// Reads the direction of the number whose bound begins at `number`; `None` for a level or a share.
pub(super) fn before(context: &Context<'_, '_>, number: usize) -> Option<Direction> {
    // "tăng so với con số 54% trong tháng 1": what is compared with.
    let lead = bounds::gap_before(context, number).unwrap_or(number);
    match context.word_before(lead) {
        Some((WordRole::Compared, _)) => return None,
        // "tăng từ mức 10,6%", "tăng tới mức 12,5%": levels, but "tăng từ 5% đến 7%".
        Some((WordRole::From | WordRole::To, _)) if lead < number => return None,
        _ => {}
    }
    // "giảm 1,8 USD, hay 1,8%"
    if let Some((WordRole::Or, or)) = context.word_before(lead)
        && let Some(change) = same_as(context, or, number)
    {
        return Some(Direction::Change(change));
    }
    if let Some(change) = in_brackets(context, number) {
        return Some(Direction::Change(change));
    }
    in_clause(context, number, lead)
        .or_else(|| measured_behind_comma(context, number, lead).map(Direction::Change))
}

/// The direction that the clause of a number says before it.
fn in_clause(context: &Context<'_, '_>, number: usize, lead: usize) -> Option<Direction> {
    let start = context.left_of(number).start.max(number.saturating_sub(NOUN_REACH));
    let follows_and = context.is_behind(number, WordRole::And);
    let mut end = number;
    let mut verbs_hold = true;
    while end > start {
        verbs_hold &= number - end <= VERB_REACH;
        if let Some((role, first)) = context.direction_before(end) {
            match role {
                DirectionRole::Growth => return Some(Direction::Change(Change::Increase)),
                DirectionRole::Decline => return Some(Direction::Change(Change::Decrease)),
                DirectionRole::Increase | DirectionRole::Decrease
                    if verbs_hold && end < lead && moves_on(context, number) =>
                {
                    return None;
                }
                DirectionRole::Increase if verbs_hold => return Some(Direction::Change(Change::Increase)),
                DirectionRole::Decrease if verbs_hold && end < number && is_under(context, number) => {
                    return None;
                }
                DirectionRole::Decrease if verbs_hold => return Some(Direction::Change(Change::Decrease)),
                DirectionRole::Exceed if verbs_hold => return Some(Direction::Exceed),
                DirectionRole::Lose if end == lead && !is_share_of(context, number) => {
                    return Some(Direction::Change(Change::Decrease));
                }
                DirectionRole::Negative if end == lead => return Some(Direction::Change(Change::Decrease)),
                DirectionRole::Share => return same_as(context, first, number).map(Direction::Change),
                DirectionRole::Level | DirectionRole::Times => return None,
                // "công tác giảm nghèo đạt 100% kế hoạch"
                DirectionRole::Reached => verbs_hold = false,
                _ => {}
            }
            end = first;
            continue;
        }
        if context.is_wall(end - 1) {
            // "tổng sản phẩm (GRDP) đạt 8,5%"
            let open = end.checked_sub(3)?;
            brackets::abbreviation_at(context, open)?;
            end = open;
            continue;
        }
        if let Some(numeral) = context.numeral_before(end) {
            if context.unit_at(end).is_some_and(|(unit, _)| unit.is_percent()) {
                return None;
            }
            // "tăng so với năm 2022 là 5%" goes on, "tăng 12 xã đạt 5%" does not.
            verbs_hold &= context.is_dated(numeral.first);
            end = numeral.first;
            continue;
        }
        match context.word_before(end) {
            Some((WordRole::Clause, _)) => return None,
            // "giảm so với năm trước và hơn 60% số thép": what "và" leads to is another statement.
            Some((WordRole::Compared, _)) if follows_and => return None,
            Some((WordRole::Purpose | WordRole::Subject, _)) => verbs_hold = false,
            _ => {}
        }
        end -= 1;
    }
    None
}

/// How a change goes on is said in no more words: "nhanh qua các năm".
const MANNER: usize = 6;

/// The direction whose measure a comma parts from it: "tăng bất thường, | trên 30%", "giảm nhanh qua các năm, bình quân | 2%/năm"; what is a share
/// of something has none.
fn measured_behind_comma(context: &Context<'_, '_>, number: usize, lead: usize) -> Option<Change> {
    let average = context.cue_before(lead, List::Phrase).filter(|cue| {
        matches!(context.lists().phrases[cue.entry()].role, PhraseRole::Target | PhraseRole::Numbered)
    });
    let comma = average.map_or(lead, |cue| cue.first as usize).checked_sub(1)?;
    if !context.is_mark(comma, ",") {
        return None;
    }
    let cue = context.cue(number, List::Comparator);
    let bound = cue.and_then(|cue| context.comparator(cue).0);
    // "trên 30% | là Đắk Nông", but not "trên 60% là người Kinh"
    let named = || context.is_word(unit_end(context, number)?, WordRole::Copula);
    let is_named =
        || named().and_then(|name| context.tokens.get(name)).is_some_and(|token| token.is_capitalized());
    if bound == Some(Comparator::Under) || is_share_of(context, number) && !(cue.is_some() && is_named()) {
        return None;
    }
    let clause = context.left_of(comma).start;
    // "tỷ lệ tiêm chủng tăng cao, | trên 95%": the level; but "lãi suất đã giảm mạnh, | khoảng 2%/năm".
    let is_rate = |at| matches!(context.phrase_word_at(at), Some((PhraseRole::Rate, _)));
    if matches!(bound, Some(Comparator::Over | Comparator::AtLeast)) && (clause..comma).any(is_rate) {
        return None;
    }
    let floor = clause.max(comma.saturating_sub(MANNER));
    for end in (floor + 1..=comma).rev() {
        match context.direction_before(end) {
            Some((DirectionRole::Increase | DirectionRole::Growth, _)) => return Some(Change::Increase),
            Some((DirectionRole::Decrease | DirectionRole::Decline, _)) => return Some(Change::Decrease),
            Some((DirectionRole::None, _)) | None => {}
            Some(_) => return None,
        }
        if context.is_wall(end - 1) || context.numeral_before(end).is_some() {
            return None;
        }
    }
    None
}

/// No more words behind a number say since when it is so: "hiện nay".
const TO_MOVE: usize = 2;

/// Whether a number is where something moves from: "giảm thuế suất 25% | hiện nay xuống 22%".
fn moves_on(context: &Context<'_, '_>, number: usize) -> bool {
    // "từ 4% trở lên"
    let Some(end) = unit_end(context, number).filter(|end| context.cue(*end, List::Comparator).is_none())
    else {
        return false;
    };
    let is_small = |at: &usize| context.tokens.get(*at).is_some_and(Token::is_small_word);
    let moves = |at: &usize| matches!(context.direction_at(*at), Some((DirectionRole::Level, _)));
    let near = (end..=end + TO_MOVE).find(moves);
    near.is_some_and(|at| (end..at).all(|at| is_small(&at)))
}

/// "kéo giảm tỷ lệ thất nghiệp | dưới 4%": where a fall ends.
fn is_under(context: &Context<'_, '_>, bound: usize) -> bool {
    let cue = context.cue(bound, List::Comparator);
    cue.is_some_and(|cue| context.comparator(cue).0 == Some(Comparator::Under))
}

/// The direction of the sum right before a word, of which the number behind it is a share: "giảm 1,84 USD | tương đương 1,7%", and before a
/// comma where no noun says of what: "tăng 21,46 USD, | tương đương 1,54%", but not "thêm 30 tỷ đồng, tương đương 5% vốn điều lệ".
fn same_as(context: &Context<'_, '_>, word: usize, number: usize) -> Option<Change> {
    let comma = word.checked_sub(1).filter(|at| context.is_mark(*at, ","));
    if comma.is_some() && is_share_of(context, number) {
        return None;
    }
    let sum_end = comma.unwrap_or(word);
    let sum = (sum_end.saturating_sub(LONGEST_SUM)..sum_end).rev().find_map(|at| context.numeral_at(at))?;
    let is_sum = match context.unit_at(sum.end) {
        Some((unit, end)) => end == sum_end && unit.currency().is_some(),
        // "giảm 424,65 điểm, hay 2,91%"
        None => {
            let mut noun = sum.end..sum_end;
            (1..=LONGEST_UNIT).contains(&noun.len()) && noun.all(|at| context.tokens[at].is_small_word())
        }
    };
    // "VN-Index lên 3,21 điểm, tương đương 0,63%": either way it has risen.
    let level = || match context.direction_before(bounds::before(context, sum.first).first)? {
        (DirectionRole::Level, verb) if context.unit_at(sum.end).is_none() => way_of_level(context, verb),
        _ => None,
    };
    if is_sum { of_sum(context, sum.first).or_else(level) } else { None }
}

/// Which way a level was reached, where the word for it says so: "lên", "xuống".
fn way_of_level(context: &Context<'_, '_>, verb: usize) -> Option<Change> {
    match context.token_text(verb) {
        "lên" => Some(Change::Increase),
        "xuống" => Some(Change::Decrease),
        _ => None,
    }
}

/// One past the unit of the number whose bound begins at a token.
fn unit_end(context: &Context<'_, '_>, number: usize) -> Option<usize> {
    let numeral = (number..number + LONGEST_SUM).find_map(|at| context.numeral_at(at))?;
    // "2-4%"
    let upper = context.numeral_at(numeral.end + 1).filter(|_| context.is_dash(numeral.end));
    context.unit_at(upper.unwrap_or(numeral).end).map(|(_, end)| end)
}

/// Whether a noun behind a percentage says of what it is a share.
fn is_share_of(context: &Context<'_, '_>, number: usize) -> bool {
    unit_end(context, number).is_none_or(|end| {
        let says_when = |at: usize| context.date_word_at(at).is_some_and(|(role, ..)| role.is_calendar());
        let leads_on = match context.word_at(end) {
            Some((WordRole::Compared | WordRole::And, _)) => true,
            Some((WordRole::OutOf, after)) => says_when(after),
            _ => context.direction_at(end).is_some() || context.is_mark(end, "/"),
        };
        !context.is_wall(end)
            && !leads_on
            && context.tokens.get(end).is_some_and(|next| !next.is_line_start())
    })
}

/// The direction of the number that a percentage in brackets says again: "giảm 10,25 điểm (1,54%)", "(tương đương 1,54%)".
fn in_brackets(context: &Context<'_, '_>, number: usize) -> Option<Change> {
    let lead = match context.direction_before(number) {
        Some((DirectionRole::Share, first)) => first,
        _ => number,
    };
    let open = lead.checked_sub(1).filter(|open| context.is_mark(*open, "("))?;
    let (unit, end) = context.unit_at(context.numeral_at(number)?.end)?;
    let is_alone = unit.is_percent() && context.is_mark(end, ")");
    let said = (open.saturating_sub(LONGEST_UNIT)..=open).rev().find_map(|at| context.numeral_before(at))?;
    of_sum(context, said.first).filter(|_| is_alone)
}

/// The direction right before a sum, but not of one that something rises from: "tăng từ 14,34 triệu (6,95%) lên 20,34 triệu".
fn of_sum(context: &Context<'_, '_>, first: usize) -> Option<Change> {
    let is_from = context.is_behind(first, WordRole::From);
    adjacent(context, bounds::before(context, first).first).filter(|_| !is_from)
}

/// The direction that a word right before a number says: "tăng 11,2 tỷ đồng", "mức tăng tối thiểu là 2 lần".
pub(super) fn adjacent(context: &Context<'_, '_>, number: usize) -> Option<Change> {
    match context.direction_before(number)?.0 {
        DirectionRole::Increase | DirectionRole::Growth => Some(Change::Increase),
        DirectionRole::Decrease | DirectionRole::Decline => Some(Change::Decrease),
        _ => None,
    }
}

/// The sign glued to a number, with nothing glued before it: "(-2,4%)"; a dash at the start of a line opens a list.
pub(super) fn sign(context: &Context<'_, '_>, number: usize) -> Option<Change> {
    let sign = number.checked_sub(1)?;
    let token = &context.tokens[sign];
    let free = token.is_after_space() && !token.is_line_start()
        || sign > 0 && matches!(context.mark(sign - 1), Some('(' | '['));
    if !context.is_glued(number) || !free {
        return None;
    }
    match context.mark(sign) {
        Some('+') => Some(Change::Increase),
        _ if context.is_dash(sign) => Some(Change::Decrease),
        _ => None,
    }
}
