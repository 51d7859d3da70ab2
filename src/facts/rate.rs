//! What a number is paid or counted per: "/người/năm", "mỗi hộ", "một tháng".

use std::borrow::Cow;
use std::ops::Range;

use super::bounds::gap_before;
use super::{Context, Quote};
use crate::data::{List, NumberRole, PhraseRole, UnitKind, WordRole};
use crate::scan::Numeral;
use crate::segment::TokenKind;

/// "đồng/người/ngày công" has three parts at most.
const MOST_PARTS: usize = 3;

/// The noun behind "mỗi" that no list knows has at most so many syllables.
const LONGEST_NOUN: usize = 3;

/// No more verbs stand between who gets a sum and the sum.
const TO_SUBJECT: usize = 6;

/// The lists whose words are no nouns that a rate is for.
const NO_NOUNS: [List; 6] =
    [List::Word, List::Direction, List::Comparator, List::Number, List::Phrase, List::Money];

/// Whether nouns that no list knows are believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nouns {
    Any,
    /// "61%/KH 65%" is no rate.
    Listed,
}

/// Reads the rate right after a number: its tokens, and one past what it claims.
pub(super) fn after(context: &Context<'_, '_>, end: usize, nouns: Nouns) -> Option<(Range<usize>, usize)> {
    if context.tokens.get(end)?.is_line_start() {
        return None;
    }
    slashes(context, end, nouns).or_else(|| each(context, end)).or_else(|| one(context, end, nouns))
}

/// Reads the rate right before a number: "mỗi hộ 5 triệu đồng", "một tháng là 52,2 triệu đồng".
pub(super) fn before(context: &Context<'_, '_>, number: usize) -> Option<Range<usize>> {
    let end = gap_before(context, number).unwrap_or(number);
    let floor = context.left_of(end).start;
    if let Some(cue) = context.cue_before(end, List::Unit) {
        let (first, kind) = (cue.first as usize, context.lists().units[cue.entry()].role);
        let each = context.is_behind(first, WordRole::Each);
        let single = kind == UnitKind::Time && is_one(context, first.checked_sub(1)?);
        if kind.is_of_rate() && first > floor && (each || single) {
            return Some(first..end);
        }
    }
    (1..=LONGEST_NOUN)
        .map_while(|length| end.checked_sub(length).filter(|first| *first > floor))
        .take_while(|first| is_noun(context, *first))
        .find(|first| is_sure_each(context, *first))
        .map(|first| first..end)
        .or_else(|| subject(context, floor..end))
}

/// The subject that gets a sum: "mỗi em sẽ được hỗ trợ khoảng 440.000 đồng". Nothing but its verbs may stand between.
fn subject(context: &Context<'_, '_>, clause: Range<usize>) -> Option<Range<usize>> {
    let near = clause.start.max(clause.end.saturating_sub(TO_SUBJECT))..clause.end;
    let verbs = near.rev().take_while(|at| {
        context.tokens[*at].kind() == TokenKind::Word && !context.cues.may_end_number(*at + 1)
    });
    for at in verbs {
        let Some(cue) = context.cue_before(at, List::Unit) else { continue };
        let first = cue.first as usize;
        let kind = context.lists().units[cue.entry()].role;
        let is_thing = matches!(kind, UnitKind::Thing | UnitKind::Measure) && first > clause.start;
        let gets = matches!(context.phrase_word_at(at), Some((PhraseRole::End, _)));
        return (is_thing && gets && is_sure_each(context, first)).then_some(first..at);
    }
    None
}

/// Whether "mỗi" ends here; "từng" also says that something happened once ("từng nhận 750 triệu").
fn is_sure_each(context: &Context<'_, '_>, at: usize) -> bool {
    context.cue_before(at, List::Word).is_some_and(|cue| !cue.doubtful)
        && context.is_behind(at, WordRole::Each)
}

/// One past the rate of a lower end, at a token behind its sum, that the upper end has too: "1,2 triệu đồng|/tháng| đến 1,3 triệu đồng/tháng".
pub(super) fn of_lower_end(context: &Context<'_, '_>, number: &Numeral, end: usize) -> Option<usize> {
    let (lower, lower_end) = slashes(context, end, Nouns::Listed)?;
    let range = |at| context.is_word(at, WordRole::To).or_else(|| context.is_dash(at).then_some(at + 1));
    let above = context.numeral_at(range(lower_end)?)?;
    let (unit, unit_end) = context.unit_at(above.end)?;
    let (upper, upper_end) = slashes(context, unit_end, Nouns::Listed)?;
    let is_range = number.value < above.value
        && unit.currency() == context.unit_before(end)?.currency()
        && range(upper_end).is_none();
    (is_range && quote(context, lower).text == quote(context, upper).text).then_some(lower_end)
}

/// The words of a rate, without spaces at its slashes.
pub(super) fn quote<'t>(context: &Context<'_, 't>, tokens: Range<usize>) -> Quote<'t> {
    let quote = context.quote(tokens);
    if !quote.text.contains(" /") && !quote.text.contains("/ ") {
        return quote;
    }
    let text = quote.text.split('/').map(str::trim).collect::<Vec<_>>().join("/");
    Quote { text: Cow::Owned(text), span: quote.span }
}

/// "/người/năm", "/01 nhà", "/USD"
fn slashes(context: &Context<'_, '_>, first: usize, nouns: Nouns) -> Option<(Range<usize>, usize)> {
    let mut end = first;
    let mut start = None;
    for _ in 0..MOST_PARTS {
        if !context.is_mark(end, "/") {
            break;
        }
        let one = context.digits(end + 1) == Some(1);
        let noun = if one { end + 2 } else { end + 1 };
        if let Some(times_end) = several(context, end + 1).filter(|_| !one) {
            start.get_or_insert(end + 1);
            end = times_end;
            continue;
        }
        let currency = context.unit_at(noun).filter(|(unit, _)| unit.currency().is_some());
        let Some(noun_end) = noun_at(context, noun, nouns).or(currency.map(|(_, end)| end)) else { break };
        start.get_or_insert(noun);
        end = noun_end;
    }
    Some((start?..end, end))
}

/// "50 triệu đồng/|2 tháng"
fn several(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let (kind, end) =
        context.rate_noun_at(at + 1).filter(|_| context.digit_count(at) <= 2 && context.is_digits(at))?;
    (kind == UnitKind::Time && context.is_glued(at)).then_some(end)
}

/// "mỗi hộ", "cho mỗi hộ"; "trị giá 30.000 bảng mỗi ngày một thưa thớt" says how fast something goes on.
fn each(context: &Context<'_, '_>, at: usize) -> Option<(Range<usize>, usize)> {
    let noun = context.is_word(at, WordRole::Each)?;
    let end = noun_at(context, noun, Nouns::Any)?;
    let is_time = matches!(context.rate_noun_at(noun), Some((UnitKind::Time, _)));
    (!is_time || context.is_digits(end) || !is_one(context, end)).then_some((noun..end, end))
}

/// "một tháng", and behind a sum "một kg", "cho 1 ha"; "trao 5 triệu đồng cho 1 hộ" is no rate.
fn one(context: &Context<'_, '_>, at: usize, nouns: Nouns) -> Option<(Range<usize>, usize)> {
    let measured =
        |at: usize| context.rate_noun_at(at + 1).is_some_and(|(kind, _)| kind == UnitKind::Measure);
    let behind = context.is_word(at, WordRole::Purpose).filter(|at| measured(*at));
    let at = behind.unwrap_or(at);
    let (kind, end) = context.rate_noun_at(at + 1).filter(|_| is_one(context, at))?;
    let is_rate = match kind {
        UnitKind::Time => true,
        UnitKind::Measure => nouns == Nouns::Any,
        _ => nouns == Nouns::Any && !context.is_digits(at),
    };
    is_rate.then_some((at + 1..end, end))
}

fn is_one(context: &Context<'_, '_>, at: usize) -> bool {
    context.digits(at) == Some(1)
        || context.number_word_at(at) == Some((NumberRole::Digit, at + 1))
            && context.numeral_at(at).is_none_or(|numeral| numeral.value.to_u32() == Some(1))
}

/// The end of the noun that starts here, with what a vessel holds: "bình | 12 kg".
fn noun_at(context: &Context<'_, '_>, at: usize, nouns: Nouns) -> Option<usize> {
    let known = context.rate_noun_at(at);
    let end = match known {
        Some((_, end)) => end,
        None if nouns == Nouns::Any && is_noun(context, at) => at + 1,
        None => return None,
    };
    let holds = || {
        let content = context.numeral_at(end)?;
        let (unit, content_end) = context.rate_noun_at(content.end)?;
        (unit == UnitKind::Measure).then_some(content_end)
    };
    let is_vessel = known.is_none_or(|(kind, _)| kind == UnitKind::Thing);
    Some(holds().filter(|_| is_vessel).unwrap_or(end))
}

/// Whether the token may be part of a noun that no list knows.
fn is_noun(context: &Context<'_, '_>, at: usize) -> bool {
    context.tokens.get(at).is_some_and(|token| token.is_small_word() && !token.is_line_start())
        && NO_NOUNS.iter().all(|list| context.cue(at, *list).is_none())
}
