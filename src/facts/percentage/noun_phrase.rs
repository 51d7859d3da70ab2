//! The noun phrase that a base is: where it ends, and what may stand in it.

use std::ops::Range;

use crate::Decimal;
use crate::data::{DateRole, DirectionRole, List, PhraseRole, Side, WordRole};
use crate::facts::Context;
use crate::segment::{Token, TokenKind};
use crate::value::Comparator;

/// No base has more tokens.
pub(super) const LONGEST: usize = 14;

/// A part of a subject that a comma joins is no longer: "hội viên, nông dân cho rằng".
const LONGEST_CONJUNCT: usize = 5;
/// A subject has no more of them.
const MOST_CONJUNCTS: usize = 4;

/// The end of a word that results are measured by.
pub(super) fn target_at(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    match context.phrase_word_at(at) {
        Some((PhraseRole::Target, end)) => Some(end),
        _ => None,
    }
}

/// "tăng 4% năm 2023", "đạt 80% vào quý I": a date says when, unless it is compared with; "cùng kỳ" is a base.
pub(super) fn starts_with_date(context: &Context<'_, '_>, at: usize) -> bool {
    target_at(context, at).is_none() && context.date_word_at(at).is_some_and(|(role, ..)| role.is_calendar())
}

/// How far coordination prolongs a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conjuncts {
    /// Not at all: "57,7% dự toán tỉnh giao và đạt …".
    One,
    /// "tàu cá và ngư dân".
    And,
    /// The percentage opens the subject, whose parts a comma may join: "86% hội viên, nông dân cho rằng".
    AndComma,
}

/// The noun phrase that starts at a token: up to a verb, a preposition, a number, a mark.
pub(super) fn phrase(context: &Context<'_, '_>, start: usize, conjuncts: Conjuncts) -> Option<Range<usize>> {
    let limit = context.right_from(start).end.min(start + LONGEST);
    let mut at = start;
    let mut numbers_belong = false;
    let mut head_alone = false;
    while at < limit {
        let step = step(context, at, start, numbers_belong);
        // "40% GDP cuối năm 2007": the date says when.
        let is_acronym = at == start + 1 && context.tokens[start].is_all_caps();
        if is_acronym && conjuncts != Conjuncts::One && starts_with_date(context, at) {
            break;
        }
        // "trẻ em | từ 6-36 tháng tuổi"
        if at > start
            && let Some(end) = age_end(context, at)
        {
            (at, head_alone, numbers_belong) = (end, false, false);
            continue;
        }
        if head_alone && let Some(end) = counted_end(context, at) {
            (at, head_alone, numbers_belong) = (end, false, false);
            continue;
        }
        match step {
            Step::Take(end, numbered) => {
                head_alone = at == start && matches!(context.phrase_word_at(at), Some((PhraseRole::Head, _)));
                (at, numbers_belong) = (end, numbered);
            }
            // "người tham gia khảo sát": the verb is all that says who.
            Step::Verb(end) if head_alone && context.cue(at, List::Comparator).is_none() => {
                (at, head_alone, numbers_belong) = (end, false, false)
            }
            Step::And(end)
                if at > start && conjuncts != Conjuncts::One && conjunct(context, end).is_some() =>
            {
                at = end
            }
            Step::Comma if at > start && conjuncts == Conjuncts::AndComma => {
                // "100% hộ trồng thuốc nam, Đại Yên chỉ còn …": a name begins another statement.
                let is_noun = |at: &usize| context.tokens.get(*at).is_some_and(Token::is_small_word);
                match Some(at + 1).filter(is_noun).and_then(|at| conjuncts_to_verb(context, at)) {
                    Some(end) => at = end,
                    None => break,
                }
            }
            _ => break,
        }
    }
    let end = trimmed(context, start, at.min(limit));
    (end > start).then_some(start..end)
}

/// One past a count and its unit behind a noun that says little alone: "tổng số | gần 270 km đường liên thôn", "trẻ | 5 tuổi"; "người | 3 tháng qua"
/// is a time.
fn counted_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let number = context.cue(at, List::Comparator).map_or(at, |cue| cue.end());
    let numeral = context.numeral_at(number)?;
    if let Some((PhraseRole::Age, end)) = context.phrase_word_at(numeral.end) {
        return Some(end);
    }
    let is_time = context.date_word_at(numeral.end).is_some_and(|(role, ..)| role != DateRole::None);
    let counts = !is_time && context.is_word(numeral.end, WordRole::Possessive).is_none();
    if !counts || number == at && numeral.value < Decimal::from(10) {
        return None;
    }
    match context.unit_at(numeral.end) {
        Some((unit, _)) if unit.is_percent() => None,
        Some((_, end)) => Some(end),
        None => context.tokens.get(numeral.end).is_some_and(Token::is_small_word).then_some(numeral.end),
    }
}

/// So many tokens at most say an age: "từ đủ 6 đến dưới 36".
const LONGEST_AGE: usize = 7;

/// One past an age, where "dưới", "trên", "từ" leads to one: "dưới 5 tuổi", "từ 6-36 tháng tuổi", "tuổi từ 13 đến 15".
fn age_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    if let Some((PhraseRole::Age, end)) = context.phrase_word_at(at) {
        let from = context.is_word(end, WordRole::From)?;
        let to = context.is_word(from + 1, WordRole::To).filter(|_| context.is_digits(from))?;
        return context.is_digits(to).then_some(to + 1);
    }
    let is_led = context.cue(at, List::Comparator).is_some() || context.is_word(at, WordRole::From).is_some();
    let limit = context.right_from(at).end.min(at + LONGEST_AGE);
    let number = (at + 1..limit).take(2).find(|at| context.is_digits(*at)).filter(|_| is_led)?;
    let is_part = |at: usize| {
        context.is_digits(at)
            || context.is_dash(at)
            || context.is_word(at, WordRole::To).is_some()
            || context.cue(at, List::Comparator).is_some()
    };
    let end = (number..limit).find(|at| !is_part(*at))?;
    match context.phrase_word_at(end) {
        Some((PhraseRole::Age, end)) => Some(end),
        _ => None,
    }
}

/// What a token does in a phrase.
pub(super) enum Step {
    /// It belongs to it up to here; whether a number may follow.
    Take(usize, bool),
    And(usize),
    Comma,
    /// A verb or preposition, up to here.
    Verb(usize),
    End,
}

pub(super) fn step_at(context: &Context<'_, '_>, at: usize) -> Step {
    step(context, at, at, false)
}

fn step(context: &Context<'_, '_>, at: usize, start: usize, numbers_belong: bool) -> Step {
    let Some(token) = context.tokens.get(at).filter(|token| !token.is_line_start()) else {
        return Step::End;
    };
    match token.kind() {
        // "trung bình 100 ngày", but "mức trung bình 5%"
        TokenKind::Digits if numbers_belong && !says_how_much(context, at) => {
            Step::Take(date_end(context, at), false)
        }
        // "mức trung bình của 5 thị trường lớn nhất"
        TokenKind::Digits if at > start && is_counted_owner(context, at) => Step::Take(at + 1, false),
        // "bảng xếp hạng V1000"
        TokenKind::Digits if at > start && context.is_glued(at) && context.tokens[at - 1].is_all_caps() => {
            Step::Take(at + 1, false)
        }
        TokenKind::Digits => Step::End,
        TokenKind::Mark if context.is_mark(at, ",") => Step::Comma,
        // "quý I/2012"
        TokenKind::Mark if at > start && context.is_mark(at, "/") && context.roman(at - 1).is_some() => {
            if context.is_digits(at + 1) {
                Step::Take(at + 2, false)
            } else {
                Step::End
            }
        }
        // "kinh tế - xã hội"
        TokenKind::Mark if context.is_dash(at) && joins_words(context, at) => Step::Take(at + 1, false),
        TokenKind::Mark => Step::End,
        // "63% GDPPhát biểu tại buổi lễ": a lost full stop.
        TokenKind::Word if context.is_glued(at) && lost_full_stop(context, at) => Step::End,
        TokenKind::Word => word(context, at, start),
    }
}

fn word(context: &Context<'_, '_>, at: usize, start: usize) -> Step {
    match context.phrase_word_at(at) {
        // "80% các tổ chức Công đoàn": "các" makes a noun of it.
        Some((PhraseRole::End | PhraseRole::About, end))
            if at > start && context.is_behind(at, WordRole::Plural) =>
        {
            return Step::Take(end, false);
        }
        Some((PhraseRole::End | PhraseRole::About, end)) => return Step::Verb(end),
        Some((PhraseRole::Numbered, end)) => return Step::Take(end, true),
        Some((PhraseRole::Tail, end)) if at == start => return Step::Verb(end),
        Some((PhraseRole::Target | PhraseRole::Head | PhraseRole::Whole | PhraseRole::Tail, end)) => {
            return Step::Take(end, date_before(context, end));
        }
        Some((PhraseRole::Age | PhraseRole::Rate, _)) | None => {}
    }
    match context.word_at(at) {
        Some((WordRole::And, end)) => return Step::And(end),
        Some((
            WordRole::Possessive
            | WordRole::Plural
            | WordRole::Number
            | WordRole::All
            | WordRole::Road
            | WordRole::Limit,
            end,
        )) => {
            return Step::Take(end, false);
        }
        Some((WordRole::None | WordRole::Gap, _)) | None => {}
        Some((_, end)) => return Step::Verb(end),
    }
    if let Some((role, end)) = context.direction_at(at)
        && role != DirectionRole::None
    {
        return Step::Verb(end);
    }
    if let Some(cue) = context.cue(at, List::Comparator) {
        match context.comparator(cue) {
            // "khung tối thiểu"
            (Some(Comparator::AtLeast | Comparator::AtMost), Side::Before)
                if context.numeral_at(cue.end()).is_none() =>
            {
                return Step::Take(cue.end(), false);
            }
            (Some(_), _) | (_, Side::After) => return Step::Verb(cue.end()),
            _ => {}
        }
    }
    match context.date_word_at(at) {
        Some((role, _, end)) => Step::Take(end, role != DateRole::None),
        None => Step::Take(at + 1, false),
    }
}

/// Whether "của" leads to a number of owners, which is neither measured nor a date.
fn is_counted_owner(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_behind(at, WordRole::Possessive)
        && context.numeral_at(at).is_some_and(|numeral| {
            // "của 1.000 DN"
            let is_noun = |token: &Token| token.is_small_word() || token.is_all_caps();
            let counts = context.tokens.get(numeral.end).is_some_and(is_noun);
            numeral.end == at + 1 && counts && !is_measured(context, numeral.end)
        })
}

/// Whether a number is a sum or a rate of its own.
fn says_how_much(context: &Context<'_, '_>, at: usize) -> bool {
    context.numeral_at(at).is_some_and(|numeral| context.unit_at(numeral.end).is_some())
}

/// Whether a unit or a calendar word stands behind a number.
pub(super) fn is_measured(context: &Context<'_, '_>, end: usize) -> bool {
    context.unit_at(end).is_some() || context.date_word_at(end).is_some()
}

/// Whether a glued capital begins another sentence: "GDP|Phát biểu", "nợ xấu|Theo", "10%|Thủ tướng", but neither "Mobi|Fone" nor "5%|GDP".
fn lost_full_stop(context: &Context<'_, '_>, at: usize) -> bool {
    let (before, next) = (&context.tokens[at - 1], &context.tokens[at]);
    let begins = next.is_capitalized() && !next.is_all_caps();
    let is_foreign = before.is_capitalized() && !before.is_all_caps() || context.token_text(at).is_ascii();
    begins && (before.is_small_word() || before.kind() == TokenKind::Mark || !is_foreign)
}

/// Whether a calendar word ends here, so that a number may follow: "cùng kỳ năm 2022".
fn date_before(context: &Context<'_, '_>, end: usize) -> bool {
    context.date_word_before(end).is_some_and(|(role, ..)| role != DateRole::None)
}

/// The end of a date in digits: "7", "7/2023", "30/6/2023", "2008-2012".
fn date_end(context: &Context<'_, '_>, at: usize) -> usize {
    let mut end = at + 1;
    // "tháng 4.2013"
    let is_year = |at: usize| context.is_digits(at) && context.digit_count(at) == 4 && context.is_glued(at);
    let joins = |at: usize| {
        context.is_mark(at, "/") || context.is_dash(at) || context.is_mark(at, ".") && is_year(at + 1)
    };
    while end < at + 5 && joins(end) && context.is_digits(end + 1) && context.is_glued(end) {
        end += 2;
    }
    end
}

fn joins_words(context: &Context<'_, '_>, dash: usize) -> bool {
    let small = |at: usize| context.tokens.get(at).is_some_and(Token::is_small_word);
    // "phiếu bầu – con số phù hợp"
    let explains = matches!(context.word_at(dash + 1), Some((WordRole::Gap, _)));
    let is_glued = context.is_glued(dash) && context.is_glued(dash + 1);
    small(dash + 1) && !explains && (small(dash - 1) || is_glued)
}

/// The end of a further part of a coordination that starts here, where it is short and a noun by all appearances.
fn conjunct(context: &Context<'_, '_>, start: usize) -> Option<usize> {
    // "69% doanh nghiệp báo lỗ, con số lớn nhất": what is said of the number.
    let is_of_number = || context.is_word(start, WordRole::Gap).is_some();
    // "3,2% GDP và Hy Lạp với 3,1% GDP": a place begins another statement.
    let is_place = || context.tokens[start].is_capitalized() && context.cue(start, List::Place).is_some();
    if start >= context.tokens.len()
        || starts_with_date(context, start)
        || context.numeral_at(start).is_some()
        || is_of_number()
        || is_place()
    {
        return None;
    }
    let mut end = start;
    while end < start + LONGEST_CONJUNCT {
        match step(context, end, end, false) {
            Step::Take(next, _) if context.tokens[end].kind() == TokenKind::Word => end = next,
            _ => break,
        }
    }
    // "14% sản lượng và gói thầu số 21 đạt", "42,6% GDP và dư nợ quốc gia 39,5%": another statement.
    let is_numbered = context.is_behind(end, WordRole::Number) && context.numeral_at(end).is_some();
    (end > start && !is_numbered && !opens_percentage(context, end)).then_some(end)
}

/// The end of the further parts of a subject, where its verb or the next percentage follows them: "cơ quan, | đơn vị, doanh nghiệp | đạt
/// chuẩn", "thôn, | bon, tổ dân phố |, 96% cơ quan".
fn conjuncts_to_verb(context: &Context<'_, '_>, start: usize) -> Option<usize> {
    let ends = |end: usize| match step_at(context, end) {
        Step::Verb(_) => true,
        Step::Comma => opens_percentage(context, end + 1),
        _ => false,
    };
    let mut end = conjunct(context, start)?;
    for _ in 1..MOST_CONJUNCTS {
        if ends(end) {
            break;
        }
        end = match step_at(context, end) {
            Step::Comma => conjunct(context, end + 1)?,
            Step::And(next) => conjunct(context, next)?,
            _ => return None,
        };
    }
    ends(end).then_some(end)
}

fn opens_percentage(context: &Context<'_, '_>, at: usize) -> bool {
    let unit = context.numeral_at(at).and_then(|numeral| context.unit_at(numeral.end));
    unit.is_some_and(|(unit, _)| unit.is_percent())
}

/// Without words at the end that only lead to another.
fn trimmed(context: &Context<'_, '_>, start: usize, mut end: usize) -> usize {
    while end > start {
        let dangling = match context.word_before(end) {
            Some((WordRole::Possessive | WordRole::Plural | WordRole::And, first)) => Some(first),
            _ if context.is_dash(end - 1) => Some(end - 1),
            _ => None,
        };
        match dangling {
            Some(first) if first >= start => end = first,
            _ => break,
        }
    }
    end
}
