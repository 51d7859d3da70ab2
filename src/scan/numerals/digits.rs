//! Numbers in digits, with both habits of separators: "1.234,5" and "1,234.5", "1.234.567", "12.5".

use super::{Plain, Reader};
use crate::Decimal;
use crate::data::{List, NumberRole, UnitKind};
use crate::scan::Cue;
use crate::segment::TokenKind;

/// A number that fits the exact decimal has no more runs of digits between separators; longer chains are lists of figures.
const MOST_GROUPS: usize = 12;

impl Reader<'_> {
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
        parse(&self.text[start..stop])
    }

    /// Whether one separator with three digits behind it means the other thing than it usually does, so that the value is a
    /// thousand times that of [`parse`]: by the habit of the text, or right before a currency ("200,000 VND"), for no sum is
    /// given in thousandths of its unit; "0,125 USD" is a price.
    fn shifts(&self, first: usize, end: usize) -> bool {
        let groups = end == first + 3
            && self.is_mark(first + 1, ",")
            && self.digit_run(first + 2).is_some_and(|group| group.len() == 3)
            && self.digit_run(first).is_some_and(|head| head.len() <= 3 && !head.starts_with('0'));
        let unit = |cue: Cue| self.lists.units[cue.entry()].role;
        let behind = self.cues.get(end, List::Unit).and_then(|cue| unit(cue).currency());
        let before = self.cues.before(first, List::Unit).map(unit);
        let sum = behind.is_some_and(|(_, scale)| scale == 1)
            || matches!(before, Some(UnitKind::CurrencySign(_))) && !self.is_magnitude(end);
        groups && (self.habit.groups_by_comma() || sum)
    }

    /// Whether "." or "," stands at `at`, without a space on either side, and digits after it.
    fn joins(&self, at: usize) -> bool {
        let (mark, digits) = (&self.tokens[at], &self.tokens[at + 1]);
        matches!(mark.text(self.text), "." | ",")
            && digits.kind == TokenKind::Digits
            && !mark.is_after_space()
            && !digits.is_after_space()
    }

    fn digit_run(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Digits)?;
        Some(token.text(self.text))
    }

    /// "1 250 000", "500 000 đồng": groups of three with spaces between. One group alone wants a magnitude or a unit behind it,
    /// and what other digits stand before ("1130 001 234") is an account or a telephone.
    fn spaced_groups(&self, first: usize) -> Option<(Decimal, usize)> {
        let head = self.digit_run(first)?;
        let follows_digits = first > 0 && self.digit_run(first - 1).is_some();
        if head.len() > 3 || head.starts_with('0') || follows_digits {
            return None;
        }
        let mut written = head.to_owned();
        let mut end = first + 1;
        while let Some(group) = self.digit_run(end).filter(|group| group.len() == 3) {
            if self.tokens[end].is_line_start() || end > first + MOST_GROUPS {
                return None;
            }
            written.push_str(group);
            end += 1;
        }
        let sure = end > first + 2 || end > first + 1 && (self.is_unit(end) || self.is_magnitude(end));
        if !sure || self.digit_run(end).is_some() || end < self.tokens.len() - 1 && self.joins(end) {
            return None;
        }
        Some((written.parse().ok()?, end))
    }

    /// "đạt 57, 7%": a decimal comma with a slip of a space, only right before a unit or magnitude and behind a word that asks
    /// for a quantity; elsewhere the comma divides ("ở quận 3, 20 tỷ đồng").
    fn spaced_decimal(&self, first: usize) -> Option<(Decimal, usize)> {
        let (whole, fraction) = (self.digit_run(first)?, self.digit_run(first + 2)?);
        let end = first + 3;
        let shape = whole.len() <= 3
            && fraction.len() <= 2
            && self.is_mark(first + 1, ",")
            && self.tokens[first + 2].is_after_space()
            && !self.tokens[first + 2].is_line_start();
        if !shape || !(self.is_unit(end) || self.is_magnitude(end)) || !self.asks_for_quantity(first) {
            return None;
        }
        Some((format!("{whole}.{fraction}").parse().ok()?, end))
    }

    fn is_magnitude(&self, at: usize) -> bool {
        matches!(self.word(at), Some((NumberRole::Magnitude, ..)))
    }

    /// Whether what stands before a number governs a quantity: "đạt", "tăng", "trên", "kinh phí", or nothing stands there.
    fn asks_for_quantity(&self, first: usize) -> bool {
        let alone = self.tokens[first].is_line_start() || first == 0;
        alone
            || self.is_mark(first - 1, "(")
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
fn parse(written: &str) -> Written {
    let separators: Vec<u8> = written.bytes().filter(|b| !b.is_ascii_digit()).collect();
    let groups: Vec<&str> = written.split(['.', ',']).collect();
    let grouped = |groups: &[&str]| {
        groups[0].len() <= 3
            && !groups[0].starts_with('0')
            && groups[1..].iter().all(|group| group.len() == 3)
    };
    let last = groups.len() - 1;
    let one_mark = |marks: &[u8]| marks.iter().all(|mark| *mark == marks[0]);
    let text = match separators.as_slice() {
        [] => groups[0].to_owned(),
        [b'.'] if grouped(&groups) => groups.concat(),
        [_] => format!("{}.{}", groups[0], groups[1]),
        marks if one_mark(marks) && grouped(&groups) => groups.concat(),
        marks if one_mark(&marks[..last - 1]) && marks[last - 1] != marks[0] && grouped(&groups[..last]) => {
            format!("{}.{}", groups[..last].concat(), groups[last])
        }
        _ => return Written::NoNumber,
    };
    text.parse().map_or(Written::TooLong, Written::Number)
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
            assert_eq!(parse(written), Written::Number(value.parse().unwrap()), "{written}");
        }
        for written in ["1.11.2023", "1.234.56", "7,8,9", "1.2,3.4", "012.345.678"] {
            assert_eq!(parse(written), Written::NoNumber, "{written}");
        }
        assert_eq!(parse("123456789012345678901234567890,5"), Written::TooLong);
    }
}
