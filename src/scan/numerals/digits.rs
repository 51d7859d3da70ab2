//! Numbers in digits, with both habits of separators: "1.234,5" and "1,234.5", "1.234.567", "12.5".

use super::habit::Habit;
use super::{Plain, Reader};
use crate::Decimal;
use crate::data::{List, NumberRole, UnitKind};
use crate::scan::Cue;
use crate::segment::TokenKind;

/// A number that fits the exact decimal has no more runs of digits between separators; longer chains are lists of figures.
const MOST_GROUPS: usize = 12;

/// So many digits are a number at sight.
const MOST_LONE_DIGITS: usize = 9;

impl Reader<'_> {
    /// The number of the digits at a token, where nothing can prolong them: no separator with digits behind it, no group behind a
    /// space, no number word. Most numbers are so; [`Reader::digits`] reads them all.
    pub(super) fn lone_digits(&self, first: usize) -> Option<Decimal> {
        let digits = self.digit_run(first)?;
        let next = first + 1;
        let parted = self.is_digits(next) || self.is_separator(next) && self.is_digits(next + 1);
        if parted || digits.len() > MOST_LONE_DIGITS || self.cues.may_start(next, List::Number) {
            return None;
        }
        let number = digits.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
        Some(Decimal::from(number))
    }

    /// The longest run of digits and separators from here on that is a number, else the first digits alone.
    pub(super) fn digits(&self, first: usize) -> Plain {
        let spaced = self.spaced_groups(first).or_else(|| self.spaced_decimal(first));
        if let Some((value, end)) = spaced {
            return Plain::Number(value, end);
        }
        let mut end = first + 1;
        while end + 1 < self.tokens.len() && self.joins(end) {
            end += 2;
            if end > first + 2 * MOST_GROUPS {
                end = first + 1;
                break;
            }
        }
        match self.whole(first, end) {
            Written::NoNumber => match self.whole(first, first + 1) {
                Written::Number(value) => Plain::Number(value, first + 1),
                _ => Plain::Unfit(first + 1),
            },
            Written::Number(value) if self.shifts(first, end) => value
                .checked_mul(Decimal::from(1_000))
                .map_or(Plain::Unfit(end), |value| Plain::Number(value, end)),
            Written::Number(value) => Plain::Number(value, end),
            Written::TooLong => Plain::Unfit(end),
        }
    }

    fn whole(&self, first: usize, end: usize) -> Written {
        let (start, stop) = (self.tokens[first].start as usize, self.tokens[end - 1].end as usize);
        parse(&self.text.as_bytes()[start..stop])
    }

    /// Whether one separator with three digits behind it means the other thing than it usually does, so that the value is a
    /// thousand times that of [`parse`]: by the habit of the text, or right before a currency ("200,000 VND"), for no sum is
    /// given in thousandths of its unit; "0,125 USD" is a price.
    fn shifts(&self, first: usize, end: usize) -> bool {
        let groups = end == first + 3
            && self.is_mark(first + 1, b',')
            && self.digit_run(first + 2).is_some_and(|group| group.len() == 3)
            && self.digit_run(first).is_some_and(heads_groups);
        if !groups {
            return false;
        }
        let unit = |cue: Cue| self.lists.units[cue.entry()].role;
        let behind = self.cues.get(end, List::Unit).map(unit);
        let before = self.cues.before(first, List::Unit).map(unit);
        let is_sum = |unit: UnitKind| {
            matches!(unit, UnitKind::Shaded(_)) || unit.currency().is_some_and(|(_, scale)| scale == 1)
        };
        let sum = behind.is_some_and(is_sum)
            || matches!(before, Some(UnitKind::CurrencySign(_))) && !self.is_magnitude(end);
        sum || self.habit().groups_by_comma()
    }

    fn habit(&self) -> &Habit {
        self.habit.get_or_init(|| Habit::of(self.text, self.tokens, self.cues.numbers()))
    }

    /// Whether "." or "," stands at `at`, without a space on either side, and digits after it.
    fn joins(&self, at: usize) -> bool {
        self.is_separator(at)
            && self.is_digits(at + 1)
            && !self.tokens[at].is_after_space()
            && !self.tokens[at + 1].is_after_space()
    }

    fn is_separator(&self, at: usize) -> bool {
        self.is_mark(at, b'.') || self.is_mark(at, b',')
    }

    pub(super) fn digit_run(&self, at: usize) -> Option<&[u8]> {
        let token = self.tokens.get(at).filter(|token| token.kind() == TokenKind::Digits)?;
        Some(&self.text.as_bytes()[token.start as usize..token.end as usize])
    }

    /// "1 250 000", "500 000 đồng": groups of three with spaces between. One group alone wants a magnitude or a unit behind it,
    /// and what other digits stand before ("1130 001 234") is an account or a telephone.
    fn spaced_groups(&self, first: usize) -> Option<(Decimal, usize)> {
        let head = self.digit_run(first)?;
        let follows_digits = first > 0 && self.is_digits(first - 1);
        if !self.is_digits(first + 1) || !heads_groups(head) || follows_digits {
            return None;
        }
        let mut end = first + 1;
        while self.digit_run(end).is_some_and(|group| group.len() == 3) {
            if self.tokens[end].is_line_start() || end > first + MOST_GROUPS {
                return None;
            }
            end += 1;
        }
        let sure = end > first + 2 || end > first + 1 && (self.is_unit(end) || self.is_magnitude(end));
        if !sure || self.is_digits(end) || self.joins(end) {
            return None;
        }
        let digits = (first..end).filter_map(|at| self.digit_run(at)).flatten();
        Some((Decimal::from_digits(digits.copied(), 0)?, end))
    }

    /// "đạt 57, 7%": a decimal comma with a slip of a space, only right before a unit or magnitude and behind a word that asks
    /// for a quantity; elsewhere the comma divides ("ở quận 3, 20 tỷ đồng").
    fn spaced_decimal(&self, first: usize) -> Option<(Decimal, usize)> {
        let (whole, fraction) = (self.digit_run(first)?, self.digit_run(first + 2)?);
        let end = first + 3;
        let shape = whole.len() <= 3
            && fraction.len() <= 2
            && self.is_mark(first + 1, b',')
            && self.tokens[first + 2].is_after_space()
            && !self.tokens[first + 2].is_line_start();
        if !shape || !(self.is_unit(end) || self.is_magnitude(end)) || !self.asks_for_quantity(first) {
            return None;
        }
        let digits = whole.iter().chain(fraction).copied();
        Some((Decimal::from_digits(digits, fraction.len())?, end))
    }

    fn is_magnitude(&self, at: usize) -> bool {
        matches!(self.word(at), Some((NumberRole::Magnitude, ..)))
    }

    /// Whether what stands before a number governs a quantity: "đạt", "tăng", "trên", "kinh phí", or nothing stands there.
    fn asks_for_quantity(&self, first: usize) -> bool {
        let alone = self.tokens[first].is_line_start() || first == 0;
        alone
            || self.is_mark(first - 1, b'(')
            || self.cues.before(first, List::Comparator).is_some()
            || self.cues.before(first, List::Direction).is_some()
            || self.cues.before(first, List::Money).is_some()
    }
}

/// What a run of digits and separators is.
#[derive(Debug, PartialEq, Eq)]
enum Written {
    Number(Decimal),
    /// A number, but not one that the exact decimal holds.
    TooLong,
    NoNumber,
}

/// Reads digits with group and decimal separators.
///
/// A single comma is decimal however many digits follow it ("108,987 tỷ"), a single dot before exactly three digits groups them
/// ("620.873"), except behind zero: that is how the sources write, also next to each other ("3.798,254 tỷ đồng, riêng tháng
/// 108,987 tỷ đồng").
fn parse(written: &[u8]) -> Written {
    let is_mark = |b: &u8| !b.is_ascii_digit();
    let digits = || written.iter().copied().filter(u8::is_ascii_digit);
    let number =
        |behind_point| Decimal::from_digits(digits(), behind_point).map_or(Written::TooLong, Written::Number);
    let Some(first_mark) = written.iter().position(is_mark) else { return number(0) };
    let (head, tail) = (&written[..first_mark], &written[first_mark + 1..]);
    if !tail.iter().any(is_mark) {
        let is_group = written[first_mark] == b'.' && heads_groups(head) && tail.len() == 3;
        return number(if is_group { 0 } else { tail.len() });
    }
    let marks = || written.iter().copied().filter(is_mark);
    let groups = || written.split(is_mark);
    let count = marks().count();
    // Whether the first so many groups are one number: the marks between them are the same.
    let grouped = |marks_between: usize| {
        let mut between = marks().take(marks_between);
        let first = between.next();
        between.all(|mark| Some(mark) == first)
            && heads_groups(head)
            && groups().skip(1).take(marks_between).all(|group| group.len() == 3)
    };
    let is_one_mark = marks().next() == marks().next_back();
    if is_one_mark && grouped(count) {
        number(0)
    } else if !is_one_mark && grouped(count - 1) {
        number(groups().next_back().map_or(0, <[u8]>::len))
    } else {
        Written::NoNumber
    }
}

/// Whether digits may stand before groups of three.
fn heads_groups(digits: &[u8]) -> bool {
    digits.len() <= 3 && !digits.starts_with(b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_habits_of_separators() {
        for (written, value) in [
            ("57,7", "57.7"),
            ("1.585,2", "1585.2"),
            ("620.873", "620873"),
            ("12.5", "12.5"),
            ("0.125", "0.125"),
            ("1,250,000", "1250000"),
            ("1,250.5", "1250.5"),
            ("1.234.567,89", "1234567.89"),
            ("108,987", "108.987"),
        ] {
            let number = Written::Number(value.parse().unwrap());
            assert_eq!(parse(written.as_bytes()), number, "{written}");
        }
        for written in ["1.11.2023", "1.234.56", "7,8,9", "1.2,3.4", "012.345.678"] {
            assert_eq!(parse(written.as_bytes()), Written::NoNumber, "{written}");
        }
        assert_eq!(parse(b"123456789012345678901234567890,5"), Written::TooLong);
    }
}
