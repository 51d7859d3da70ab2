//! Numbers that a word before them names: documents ("Nghị quyết 57"), houses ("số 12/5"), names that hold a day
//! ("đường 30/4", "Trường THCS 27/7"), telephone numbers, accounts, scores.

use std::ops::Range;

use super::pair;
use crate::data::{DateRole, List, RefusalRole};
use crate::facts::{Context, REACH};
use crate::scan::Numeral;
use crate::segment::TokenKind;

/// No telephone number, account or address in a page's line has more parts.
const MOST_PARTS: usize = 24;

/// One past what is named by the word before it.
pub(super) fn read(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    let first = numeral.first;
    if !context.is_digits(first) {
        return None;
    }
    if let Some(end) = address(context, first) {
        return Some(end);
    }
    // "Điện thoại: 0203…", "Tel (0203) …".
    let word = skip_marks(context, first);
    if let Some(end) = standard(context, first) {
        return Some(end);
    }
    match context.refusal_before(word).map(|(role, _)| role) {
        Some(RefusalRole::Identifier) => identifier(context, numeral),
        Some(RefusalRole::Label) if word == first => labelled(context, numeral),
        Some(RefusalRole::Document) if word == first => document(context, numeral),
        Some(RefusalRole::Score) if word == first && context.is_dash(first + 1) => bare_pair(context, first),
        Some(RefusalRole::Rank) if word == first => bare_pair(context, first),
        _ => name_of_a_day(context, numeral),
    }
}

/// The number of a standard with its year behind letters: "GB 5017-2003", "TCVN 5937-2005".
fn standard(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    let (letters, dash, year) = (first.checked_sub(1)?, first + 1, first + 2);
    let is_year = |at: usize| {
        context.digit_count(at) == 4 && context.digits(at).is_some_and(|year| (1900..2100).contains(&year))
    };
    let is_tied = context.is_dash(dash) && context.is_glued(dash) && context.is_glued(year);
    let is_number = context.digit_count(first) >= 3 && !is_year(first);
    let is_code = context.tokens[letters].is_all_caps() && context.token_text(letters).is_ascii();
    (is_tied && is_number && is_code && is_year(year)).then_some(year + 1)
}

/// The start of the ":" and "(" right before a token.
fn skip_marks(context: &Context<'_, '_>, first: usize) -> usize {
    let mut at = first;
    while at > 0 && first - at < 2 && matches!(context.mark(at - 1), Some(':' | '(')) {
        at -= 1;
    }
    at
}

/// "0912.345.678", "3511.0.1054320", "1900 1234": digits with points, hyphens, brackets and spaces between them.
fn identifier(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    if is_measured(context, numeral) {
        return None;
    }
    let limit = context.right_from(numeral.first).end.min(numeral.first + MOST_PARTS);
    let mut end = numeral.first + 1;
    while end < limit {
        let mark = matches!(context.mark(end), Some('.' | '-' | '–' | '(' | ')'));
        let next = if mark { end + 1 } else { end };
        // "mã số 2295 - 200.000 đồng": a sum is no part of it.
        let measured = context.numeral_at(next).is_some_and(|numeral| is_measured(context, numeral));
        if next >= limit || !context.is_digits(next) || measured {
            break;
        }
        end = next + 1;
    }
    Some(end)
}

/// "số 1188", "số 05/2023", "số 12/5/2 đường Lê Lợi": but "số 12 hộ" counts, and "số 1/2 …" may be anything.
fn labelled(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    if is_measured(context, numeral) || context.indicator_word_at(numeral.end).is_some() {
        return None;
    }
    if let Some(end) = super::document::read(context, numeral.first) {
        return Some(end);
    }
    let mut end = numeral.first + 1;
    while context.is_mark(end, "/") && context.is_glued(end) && context.is_digits(end + 1) {
        end += 2;
    }
    (end > numeral.first + 1 || context.counted_at(end).is_none()).then_some(end.max(numeral.end))
}

/// "Nghị quyết 57", "Nghị định 20/2019"; but "Nghị quyết 6 tháng đầu năm" names a period, and "Quyết định 2024" perhaps a year.
fn document(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    if let Some(end) = super::document::read(context, numeral.first) {
        return Some(end);
    }
    let is_period = matches!(
        context.date_word_at(numeral.end),
        Some((DateRole::Month | DateRole::Quarter | DateRole::First | DateRole::Last, ..))
    ) || context.date_word_at(numeral.end).is_some_and(|(role, ..)| role == DateRole::Year)
        && !context.is_digits(numeral.end + 1);
    let is_year = context.digits(numeral.first).is_some_and(|n| (1945..=2100).contains(&n));
    let counts =
        context.counted_at(numeral.end).is_some() || context.indicator_word_at(numeral.end).is_some();
    (!is_period && !is_year && !counts && !is_measured(context, numeral)).then_some(numeral.end)
}

fn is_measured(context: &Context<'_, '_>, numeral: &Numeral) -> bool {
    numeral.base_end != numeral.end || context.unit_at(numeral.end).is_some()
}

/// "thắng 2-1", "xếp thứ 11/12", "gió cấp 8-9": two numbers without a unit.
fn bare_pair(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    pair(context, first)?;
    let right = context.numeral_at(first + 2)?;
    (!is_measured(context, right)).then_some(right.end)
}

/// "đường 30/4", "Trường THCS 27/7", "Công ty 22/12", "đường 3 tháng 2": the name may have more words in capitals before the day.
fn name_of_a_day(context: &Context<'_, '_>, numeral: &Numeral) -> Option<usize> {
    let first = numeral.first;
    let is_short = || context.digit_count(first + 2) <= 2;
    let end = match pair(context, first) {
        // "xây cao tốc 10.000 tỷ đồng", "xây đường 12.5 tỷ đồng" are sums.
        Some((1..=31, 1..=12)) if is_short() && !is_measured(context, numeral) => first + 3,
        _ => match context.date_word_at(first + 1) {
            Some((DateRole::Month, _, month)) if context.is_digits(month) => month + 1,
            _ => return None,
        },
    };
    let left = context.left_of(first);
    let mut at = first;
    while at > left.start {
        if is_holder(context, at) {
            return Some(end);
        }
        let before = &context.tokens[at - 1];
        if first - at > 4 || before.kind() != TokenKind::Word || !before.is_capitalized() {
            return None;
        }
        at -= 1;
    }
    None
}

/// Whether the words right before a token are those that take the name of a day.
fn is_holder(context: &Context<'_, '_>, at: usize) -> bool {
    match context.refusal_before(at) {
        Some((RefusalRole::Holder, _)) => return true,
        Some((RefusalRole::None, _)) => return false,
        _ => {}
    }
    let Some(cue) = context.cue_before(at, List::NameBlocker) else { return false };
    let blocker = &context.lists().name_blockers[cue.entry()];
    let named = ["street", "school", "company", "health"].iter().any(|kind| blocker.is(kind));
    // "Trường 20/11" is a name, "môi trường 5/6" is none: a word of one syllable must be a name's by its capital.
    let (start, end) = (cue.first as usize, cue.end());
    named && (end - start > 1 || context.tokens[start].is_capitalized())
}

/// Mail and web addresses: "hop12.5@sonha.example", "https://sonha.example/tin/2024/05/12.html".
fn address(context: &Context<'_, '_>, first: usize) -> Option<usize> {
    if !may_be_address(context, first) {
        return None;
    }
    let tokens = glued_around(context, first, context.sentence(first));
    is_address(context, tokens.clone()).then_some(tokens.end)
}

/// Whether a number may stand in an address; never wrong to deny it, and quick, for it looks no sentence up.
pub(in crate::facts) fn may_be_address(context: &Context<'_, '_>, first: usize) -> bool {
    (context.is_glued(first) || context.is_glued(first + 1))
        && is_address(context, glued_around(context, first, 0..context.tokens.len()))
}

fn is_address(context: &Context<'_, '_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        context.is_mark(at, "@")
            || context.is_mark(at, ":") && context.is_mark(at + 1, "/") && context.is_mark(at + 2, "/")
    })
}

/// The tokens around one that no space parts from it, within `bounds` and reach.
fn glued_around(context: &Context<'_, '_>, first: usize, bounds: Range<usize>) -> Range<usize> {
    let floor = bounds.start.max(first.saturating_sub(REACH));
    let limit = bounds.end.min(first + REACH);
    let mut start = first;
    while start > floor && context.is_glued(start) {
        start -= 1;
    }
    let end = (first + 1..limit).find(|at| !context.is_glued(*at)).unwrap_or(limit);
    start..end
}
