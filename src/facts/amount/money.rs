//! When a number is a sum of money, in which currency, and what the sum is.

use std::ops::Range;

use super::Currency;
use crate::Decimal;
use crate::data::{DateRole, List, MoneyRole, PhraseRole, UnitKind, WordRole};
use crate::facts::Context;
use crate::facts::measure::UnitAt;
use crate::facts::rate::{self, Nouns};
use crate::scan::{Numeral, NumeralStyle};
use crate::segment::TokenKind;
use crate::value::SumRole;

/// How far the word that says what a sum is may stand before it.
const TO_WHAT: usize = 24;

/// How many times larger or smaller a sum may be than one whose currency it shares: exports and imports are, a loan in đồng is not.
const AS_LARGE: u64 = 20;

/// How many đồng a pound has been worth, at least and at most.
const POUND_IN_DONG: [u64; 2] = [20_000, 50_000];

/// How far a word of money, from which it is concluded that a bare number is one, may stand behind it.
const MONEY_BEHIND: usize = 12;

/// What a number is counted in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub currency: Currency,
    /// The token of a sign before the number: "US$ 5 triệu".
    pub sign: Option<usize>,
    /// Whether the text leaves the currency out.
    pub elided: bool,
}

/// A currency that is written at the number.
pub(super) fn written(context: &Context<'_, '_>, number: &Numeral) -> Option<UnitAt<Unit>> {
    if is_torn(context, number) {
        return None;
    }
    behind(context, number).or_else(|| before(context, number))
}

/// A written currency, or the đồng where the sentence speaks of money and nothing that the number could count follows it.
pub(super) fn elided(context: &Context<'_, '_>, number: &Numeral) -> Option<UnitAt<Unit>> {
    if let Some(unit) = written(context, number) {
        return Some(unit);
    }
    if is_torn(context, number) {
        return None;
    }
    let slash = context.is_mark(number.end, "/");
    let has_magnitude = number.base_end < number.end;
    if !has_magnitude && !slash {
        return None;
    }
    let rate = rate::after(context, number.end, Nouns::Listed).is_some();
    let large = number.scale >= Decimal::from(1_000_000);
    let round = number.value >= Decimal::from(1_000) && number.value.is_integer();
    // "chuẩn nghèo 400 nghìn": thousands are money only right behind a word of it.
    let named = || number.scale == Decimal::from(1_000) && follows_money(context, number.first);
    let ends = rate && (large || slash && round) || (large || named()) && counts_nothing(context, number);
    if !ends || !speaks_of_money(context, number) {
        return None;
    }
    let unit = Unit { currency: currency_around(context, number), sign: None, elided: true };
    Some((unit, number.end, Decimal::from(1)))
}

/// The currency of the sums nearby that are as large, if they all have the same one, or the đồng: "đạt 2.300 triệu; giai đoạn sau đạt
/// 24.300 triệu USD", but "300 triệu đôla hoặc 6.000 tỷ".
fn currency_around(context: &Context<'_, '_>, number: &Numeral) -> Currency {
    let around = context.left_of(number.first).chain(context.right_from(number.end));
    let mut currencies = around.filter_map(|at| {
        let other = context.numeral_before(at)?;
        let (code, _) = context.unit_at(at)?.0.currency()?;
        let alike = other.scale == number.scale
            && other.value.reaches(number.value, AS_LARGE)
            && number.value.reaches(other.value, AS_LARGE);
        alike.then(|| Currency::of(code))
    });
    match currencies.next() {
        Some(first) if currencies.all(|other| other == first) => first,
        _ => Currency::VND,
    }
}

/// What the sum is: the noun right behind it ("18 tỷ đồng vốn vay"), else the nearest word of money before it.
pub(super) fn what(context: &Context<'_, '_>, first: usize, end: usize) -> Option<(SumRole, Range<usize>)> {
    let same_line = context.tokens.get(end).is_some_and(|token| !token.is_line_start());
    if same_line && let Some((MoneyRole::Sum(role), noun_end)) = context.money_word_at(end) {
        return Some((role, end..noun_end));
    }
    let floor = context.left_of(first).start.max(first.saturating_sub(TO_WHAT));
    let mut at = first;
    while at > floor {
        // Most words between say nothing of money, nor end what is said of it.
        let plain = context.tokens[at - 1].kind() == TokenKind::Word
            && !context.cues.may_end_before(at, List::Money)
            && !context.cues.may_end_number(at)
            && !context.cues.may_start(at - 1, List::Unit);
        if plain {
            at -= 1;
            continue;
        }
        if let Some(cue) = context.cue_before(at, List::Money) {
            let start = cue.first as usize;
            if let MoneyRole::Sum(role) = context.lists().money[cue.entry()].role {
                return Some((role, start..at));
            }
            at = start;
            continue;
        }
        // Another sum, or another statement: what it was said of is not this.
        let another = context.numeral_before(at).is_some_and(|other| other.scale >= Decimal::from(1_000))
            || matches!(context.mark(at - 1), Some(';' | '.' | '…'))
            || context.unit_at(at - 1).is_some_and(|(unit, _)| unit.currency().is_some());
        if another {
            return None;
        }
        at -= 1;
    }
    None
}

fn is_glued_digits(context: &Context<'_, '_>, at: usize) -> bool {
    context.is_digits(at) && context.is_glued(at)
}

fn behind(context: &Context<'_, '_>, number: &Numeral) -> Option<UnitAt<Unit>> {
    let at = number.end;
    let cue = context.common_cue(at, List::Unit)?;
    let kind = context.lists().units[cue.entry()].role;
    // "6.770 tỷ đồng phục vụ": behind a magnitude the first word is the money, whatever the next makes of it elsewhere.
    if let UnitKind::Shaded(code) = kind
        && (number.value >= Decimal::from(1_000) || is_converted(context, number, at + 1))
    {
        let unit = Unit { currency: Currency::of(code), sign: None, elided: false };
        return Some((unit, at + 1, Decimal::from(1)));
    }
    let (code, scale) = kind.currency()?;
    // "chưa giải ngân một đồng vốn nào": not a coin.
    if number.style == NumeralStyle::Words
        && number.value == Decimal::ONE
        && Currency::of(code) == Currency::VND
    {
        return None;
    }
    let glued = context.is_glued(at);
    // "282 $13,248": the sign is that of the next number.
    if matches!(kind, UnitKind::CurrencySign(_)) && !glued && is_glued_digits(context, cue.end()) {
        return None;
    }
    // "12 đ" may be any abbreviation; "500.000 đ" is money, and so is "300 đ/lít".
    let small = number.value < Decimal::from(1_000);
    if cue.doubtful && !glued && small && rate::after(context, cue.end(), Nouns::Listed).is_none() {
        return None;
    }
    if context.tokens[at].is_line_start() || is_place(context, number, cue.first as usize, cue.end()) {
        return None;
    }
    let unit = Unit { currency: Currency::of(code), sign: None, elided: false };
    Some((unit, cue.end(), Decimal::from(u64::from(scale))))
}

/// Whether a bracket says a number again in đồng, as many times as a pound has: "848 bảng | (hơn 27 triệu đồng)", but neither "3 bảng
/// (200.000 đồng/bảng)" nor "2 bảng (1 tỷ đồng)".
fn is_converted(context: &Context<'_, '_>, number: &Numeral, at: usize) -> bool {
    let start = context.cue(at + 1, List::Comparator).map_or(at + 1, |cue| cue.end());
    let Some(sum) = context.numeral_at(start).filter(|_| context.is_mark(at, "(")) else { return false };
    let is_dong = context
        .unit_at(sum.end)
        .and_then(|(unit, _)| unit.currency())
        .is_some_and(|(code, scale)| Currency::of(code) == Currency::VND && scale == 1);
    let [low, high] = POUND_IN_DONG.map(|rate| number.value.checked_mul(Decimal::from(rate)));
    is_dong && low.is_some_and(|low| low <= sum.value) && high.is_some_and(|high| sum.value <= high)
}

/// "12 đại biểu, 3 Đồng Nai": a capital inside the sentence and another behind it name a place.
fn is_place(context: &Context<'_, '_>, number: &Numeral, at: usize, end: usize) -> bool {
    let capital = |at: usize| {
        context.tokens.get(at).is_some_and(|token| token.is_capitalized() && !token.is_all_caps())
    };
    number.scale == Decimal::from(1) && end == at + 1 && capital(at) && capital(end)
}

/// "US$ 5 triệu", "$500"
fn before(context: &Context<'_, '_>, number: &Numeral) -> Option<UnitAt<Unit>> {
    let cue = context.cue_before(number.first, List::Unit)?;
    let UnitKind::CurrencySign(code) = context.lists().units[cue.entry()].role else { return None };
    let sign = cue.first as usize;
    // "1 tỷ USD 5 năm": the sign is that of the sum before, unless it is glued to this one.
    let glued = context.is_glued(number.first) && !context.is_glued(sign);
    if context.numeral_before(sign).is_some() && !glued || context.tokens[number.first].is_line_start() {
        return None;
    }
    let unit = Unit { currency: Currency::of(code), sign: Some(sign), elided: false };
    Some((unit, number.end, Decimal::from(1)))
}

/// Whether the number is the end of something longer that is no number: "02363.123.456".
fn is_torn(context: &Context<'_, '_>, number: &Numeral) -> bool {
    let first = number.first;
    first >= 2
        && matches!(context.mark(first - 1), Some('.' | ','))
        && context.is_glued(first)
        && context.is_glued(first - 1)
        && context.is_digits(first - 2)
}

/// Whether a word of money stands right before a number, or before the word in front of it: "chuẩn nghèo | 400 nghìn", "tiền Tết | 200 nghìn".
fn follows_money(context: &Context<'_, '_>, first: usize) -> bool {
    let is_money = |end: usize| {
        context.cue_before(end, List::Money).is_some_and(|cue| {
            matches!(context.lists().money[cue.entry()].role, MoneyRole::Sum(_) | MoneyRole::Money)
        })
    };
    is_money(first) || first > 0 && !context.is_wall(first - 1) && is_money(first - 1)
}

/// Whether what follows a number is nothing that it counts.
fn counts_nothing(context: &Context<'_, '_>, number: &Numeral) -> bool {
    let at = number.end;
    // "1,3 triệu việc làm"; billions are money: "8.000 tỷ kiến nghị Chính phủ cho vay".
    let counts = number.scale < Decimal::from(1_000_000_000) && context.counted_at(at).is_some();
    !counts && ends_statement(context, at) && !shares_a_noun(context, at)
}

/// Whether no noun starts here: the end, a mark, a verb, a preposition, a date, a word of money.
fn ends_statement(context: &Context<'_, '_>, at: usize) -> bool {
    let Some(token) = context.tokens.get(at) else { return true };
    if token.is_line_start() {
        return true;
    }
    if token.kind() == TokenKind::Mark {
        return !matches!(context.mark(at), Some('/' | '%' | '‰' | '²' | '³'));
    }
    let role_ends = match context.word_at(at) {
        Some((WordRole::Plural | WordRole::Number | WordRole::Gap, _)) | None => false,
        Some(_) => true,
    };
    role_ends
        || matches!(context.phrase_word_at(at), Some((PhraseRole::End | PhraseRole::About, _)))
        || context.direction_at(at).is_some()
        || context.cue(at, List::Comparator).is_some()
        || says_when(context, at)
        || matches!(context.money_word_at(at), Some((MoneyRole::Sum(_), _)))
}

/// "80 tỷ năm 2023", "20 tỷ năm nay", but not "4,5 tỷ năm", which counts years.
fn says_when(context: &Context<'_, '_>, at: usize) -> bool {
    match context.date_word_at(at) {
        Some((
            DateRole::Year | DateRole::Month | DateRole::Day | DateRole::Quarter | DateRole::Hour,
            _,
            end,
        )) => context.is_digits(end),
        Some((DateRole::Future | DateRole::Deadline, ..)) => true,
        Some((role, ..)) => role.is_calendar(),
        None => false,
    }
}

/// "thu hút 1,5 triệu và 700.000 lao động": whether what the next large number counts is counted by this one too.
fn shares_a_noun(context: &Context<'_, '_>, at: usize) -> bool {
    let Some((WordRole::And | WordRole::Or | WordRole::To, next)) = context.word_at(at) else { return false };
    let large = context.numeral_at(next).filter(|numeral| numeral.value >= Decimal::from(10_000));
    large.is_some_and(|numeral| {
        context.unit_at(numeral.end).is_none() && !ends_statement(context, numeral.end)
    })
}

/// Whether a word of money or a sum with its currency stands in the sentence of the number.
fn speaks_of_money(context: &Context<'_, '_>, number: &Numeral) -> bool {
    let behind = context.right_from(number.end);
    let around =
        context.left_of(number.first).rev().chain(behind.start..behind.end.min(number.end + MONEY_BEHIND));
    let billions = number.scale >= Decimal::from(1_000_000_000);
    around.into_iter().any(|at| {
        let word = match context.money_word_at(at) {
            Some((MoneyRole::Sum(_) | MoneyRole::Money, _)) => true,
            Some((MoneyRole::Costly, _)) => billions,
            Some((MoneyRole::None, _)) | None => false,
        };
        let sum = context.unit_at(at).is_some_and(|(unit, _)| unit.currency().is_some())
            && context.numeral_before(at).is_some();
        word || sum
    })
}
