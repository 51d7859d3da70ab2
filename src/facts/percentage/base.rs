//! The base of a percentage: "dự toán tỉnh giao", "cùng kỳ năm 2022", "hội viên, nông dân".

use std::ops::Range;

use super::comparison;
use crate::data::{DateRole, DirectionRole, List, PhraseRole, Side, WordRole};
use crate::facts::Context;
use crate::scan::{ListSet, only};
use crate::segment::{Token, TokenKind};
use crate::value::{Change, Comparator};

/// No base has more tokens.
const LONGEST: usize = 14;

/// How many tokens may stand between a number and "so với": "tăng 5% trong quý I so với cùng kỳ".
const TO_COMPARISON: usize = 10;

/// So many tokens behind "tương đương" the number begins: "tương đương tăng khoảng 30 tỷ đồng".
const TO_UNITS: usize = 4;

/// A part of a subject that a comma joins is no longer: "hội viên, nông dân cho rằng".
const LONGEST_CONJUNCT: usize = 5;
/// A subject has no more of them.
const MOST_CONJUNCTS: usize = 4;

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
    let behind_sum = || same_in_units(context, end).and_then(|end| comparison_at(context, end));
    if let Some(start) = comparison_at(context, behind_bracket).or_else(behind_sum) {
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

/// "cao hơn 5%", "thấp hơn 2 điểm phần trăm": which way a difference goes; a bound where nothing is compared.
pub(super) fn difference(context: &Context<'_, '_>, number: usize) -> Option<Change> {
    match context.direction_before(number)?.0 {
        DirectionRole::More => Some(Change::Increase),
        DirectionRole::Less => Some(Change::Decrease),
        _ => None,
    }
}

fn phrase_after(context: &Context<'_, '_>, at: usize, first: usize) -> Option<Range<usize>> {
    // "25% trong tổng số vốn", "chiếm 1,8% trong sản lượng điện"
    if let Some(end) = context.is_word(at, WordRole::OutOf) {
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
        None if opens_clause(context, first) => Conjuncts::AndComma,
        None => Conjuncts::And,
    };
    phrase(context, at, conjuncts)
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
    Some(start..rest.end)
}

/// "vượt kế hoạch 4%"
fn passed_target(context: &Context<'_, '_>, number: usize) -> Option<Base> {
    let floor = context.left_of(number).start.max(number.saturating_sub(LONGEST));
    let verb = (floor..number)
        .rev()
        .take_while(|at| !context.is_wall(*at))
        .find_map(|at| context.direction_at(at).filter(|(_, end)| *end <= number))?;
    let (DirectionRole::Exceed, end) = verb else { return None };
    target_at(context, end)?;
    let tokens = phrase(context, end, Conjuncts::One)?;
    (tokens.end == number).then_some(Base { tokens, compared: false })
}

/// The end of a word that results are measured by.
fn target_at(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    match context.phrase_word_at(at) {
        Some((PhraseRole::Target, end)) => Some(end),
        _ => None,
    }
}

/// "tăng 4% năm 2023", "đạt 80% vào quý I": a date says when, unless it is compared with; "cùng kỳ" is a base.
fn starts_with_date(context: &Context<'_, '_>, at: usize) -> bool {
    target_at(context, at).is_none() && context.date_word_at(at).is_some_and(|(role, ..)| role.is_calendar())
}

fn opens_clause(context: &Context<'_, '_>, first: usize) -> bool {
    first == context.sentence(first).start || context.is_wall(first - 1)
}

/// How far coordination prolongs a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Conjuncts {
    /// Not at all: "57,7% dự toán tỉnh giao và đạt …".
    One,
    /// "tàu cá và ngư dân".
    And,
    /// The percentage opens the subject, whose parts a comma may join: "86% hội viên, nông dân cho rằng".
    AndComma,
}

/// The noun phrase that starts at a token: up to a verb, a preposition, a number, a mark.
fn phrase(context: &Context<'_, '_>, start: usize, conjuncts: Conjuncts) -> Option<Range<usize>> {
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
        match step {
            Step::Take(end, numbered) => {
                head_alone = at == start && matches!(context.phrase_word_at(at), Some((PhraseRole::Head, _)));
                (at, numbers_belong) = (end, numbered);
            }
            // "người tham gia khảo sát": the verb is all that says who.
            Step::Verb(end) if head_alone => (at, head_alone, numbers_belong) = (end, false, false),
            Step::And(end)
                if at > start && conjuncts != Conjuncts::One && conjunct(context, end).is_some() =>
            {
                at = end
            }
            Step::Comma if at > start && conjuncts == Conjuncts::AndComma => {
                match conjuncts_to_verb(context, at + 1) {
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

/// So many tokens at most say an age: "từ đủ 6 đến dưới 36".
const LONGEST_AGE: usize = 7;

/// One past an age, where "dưới", "trên", "từ" leads to one: "dưới 5 tuổi", "từ 6-36 tháng tuổi".
fn age_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
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
enum Step {
    /// It belongs to it up to here; whether a number may follow.
    Take(usize, bool),
    And(usize),
    Comma,
    /// A verb or preposition, up to here.
    Verb(usize),
    End,
}

fn step_at(context: &Context<'_, '_>, at: usize) -> Step {
    step(context, at, at, false)
}

fn step(context: &Context<'_, '_>, at: usize, start: usize, numbers_belong: bool) -> Step {
    let Some(token) = context.tokens.get(at).filter(|token| !token.is_line_start()) else {
        return Step::End;
    };
    match token.kind() {
        TokenKind::Digits if numbers_belong => Step::Take(date_end(context, at), false),
        // "mức trung bình của 5 thị trường lớn nhất"
        TokenKind::Digits if at > start && is_counted_owner(context, at) => Step::Take(at + 1, false),
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
        TokenKind::Word if at > start && context.is_glued(at) && is_acronym_with_word(context, at) => {
            Step::End
        }
        TokenKind::Word => word(context, at, start),
    }
}

fn word(context: &Context<'_, '_>, at: usize, start: usize) -> Step {
    match context.phrase_word_at(at) {
        // "80% các tổ chức Công đoàn"
        Some((PhraseRole::End, end)) if at > start && is_made_a_noun(context, at) => {
            return Step::Take(end, false);
        }
        Some((PhraseRole::End, end)) => return Step::Verb(end),
        Some((PhraseRole::Numbered, end)) => return Step::Take(end, true),
        Some((PhraseRole::Tail, end)) if at == start => return Step::Verb(end),
        Some((PhraseRole::Target | PhraseRole::Head | PhraseRole::Whole | PhraseRole::Tail, end)) => {
            return Step::Take(end, date_before(context, end));
        }
        Some((PhraseRole::Age, _)) | None => {}
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
    let is_led = matches!(context.word_before(at), Some((WordRole::Possessive, _)));
    is_led
        && context.numeral_at(at).is_some_and(|numeral| {
            let counts = context.tokens.get(numeral.end).is_some_and(Token::is_small_word);
            numeral.end == at + 1
                && counts
                && context.unit_at(numeral.end).is_none()
                && context.date_word_at(numeral.end).is_none()
        })
}

/// Whether "các" makes a noun of the word behind it.
fn is_made_a_noun(context: &Context<'_, '_>, at: usize) -> bool {
    matches!(context.word_before(at), Some((WordRole::Plural, _)))
}

/// Whether a word with marks stands behind an acronym: "GDP|Phát", but "Mobi|Fone".
fn is_acronym_with_word(context: &Context<'_, '_>, at: usize) -> bool {
    context.tokens[at - 1].is_all_caps()
        && context.tokens[at].is_capitalized()
        && !context.token_text(at).is_ascii()
}

/// Whether a calendar word ends here, so that a number may follow: "cùng kỳ năm 2022".
fn date_before(context: &Context<'_, '_>, end: usize) -> bool {
    context.date_word_before(end).is_some_and(|(role, ..)| role != DateRole::None)
}

/// The end of a date in digits: "7", "7/2023", "30/6/2023", "2008-2012".
fn date_end(context: &Context<'_, '_>, at: usize) -> usize {
    let mut end = at + 1;
    let joins = |at: usize| context.is_mark(at, "/") || context.is_dash(at);
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
    // "3,2% GDP và Hy Lạp với 3,1% GDP": a place begins another statement.
    let is_place = || context.tokens[start].is_capitalized() && context.cue(start, List::Place).is_some();
    if start >= context.tokens.len()
        || starts_with_date(context, start)
        || context.numeral_at(start).is_some()
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
    // "14% sản lượng và gói thầu số 21 đạt": what is numbered begins another statement.
    let is_numbered = context.word_before(end).is_some_and(|(role, _)| role == WordRole::Number)
        && context.numeral_at(end).is_some();
    (end > start && !is_numbered).then_some(end)
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
