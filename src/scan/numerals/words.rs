//! Numbers in words: "hai mươi mốt", "một trăm linh năm", "một phẩy năm".

use super::{Numeral, NumeralStyle, Plain, Reader, Reading, Word};
use crate::Decimal;
use crate::data::NumberRole;

/// No number has more digits in words behind "phẩy".
const MOST_DECIMALS: usize = 9;

impl Reader<'_> {
    /// "ba", "năm" with no number word behind: what [`Reader::spelled`] makes of most of them.
    pub(super) fn lone_digit_word(&self, first: usize, value: Decimal, end: usize) -> Reading {
        if small(value) == 0 || self.is_year(first, (NumberRole::Digit, value, end)) {
            return Reading::Nothing;
        }
        Reading::Number(Numeral::plain(first, end, NumeralStyle::Words, value))
    }

    /// A number in words below a thousand, with its decimals, or a half ("nửa tỷ"). Its first `word` stands at the token `first`.
    pub(super) fn spelled(&self, first: usize, word: Word) -> Plain {
        if let (NumberRole::Fraction, half, end) = word {
            return if self.magnitudes(end).1 > end { Plain::Number(half, end) } else { Plain::Nothing };
        }
        if self.is_year(first, word) {
            return Plain::Nothing;
        }
        let Some((whole, end)) = self.below_thousand(word) else { return Plain::Nothing };
        let decimals = self.decimals(end);
        match decimals {
            // "không" alone says no: "không tăng".
            None if whole == 0 => Plain::Nothing,
            None => Plain::Number(Decimal::from(whole), end),
            Some((digits, end)) => match format!("{whole}.{digits}").parse() {
                Ok(value) => Plain::Number(value, end),
                Err(_) => Plain::Unfit(end),
            },
        }
    }

    /// Whether "năm" is the year here: "năm 2023", "đồng/năm".
    fn is_year(&self, first: usize, (role, value, _): Word) -> bool {
        let per = first > 0 && self.is_mark(first - 1, b'/');
        role == NumberRole::Digit && small(value) == 5 && (per || self.is_digits(first + 1))
    }

    /// "hai mươi mốt", "một trăm linh năm", "mười lăm".
    pub(super) fn below_thousand(&self, word: Word) -> Option<(u64, usize)> {
        let (role, value, end) = word;
        match role {
            NumberRole::Ten | NumberRole::Digit => {}
            _ => return None,
        }
        if role == NumberRole::Digit
            && let Some((NumberRole::Hundred, hundred, end)) = self.word(end)
        {
            let hundreds = small(value) * small(hundred);
            let (rest, end) = self.behind_hundred(end, small(hundred)).unwrap_or((0, end));
            return Some((hundreds + rest, end));
        }
        self.below_hundred(word).or(Some((small(value), end)))
    }

    /// What follows "trăm": "linh năm", "mười lăm", "hai tư", "rưỡi"; a single digit counts tens before a magnitude ("một trăm
    /// hai triệu"), but "năm" says years too often to be believed there.
    fn behind_hundred(&self, at: usize, hundred: u64) -> Option<(u64, usize)> {
        let word = self.word(at)?;
        match word {
            (NumberRole::ZeroTens, _, end) => self.unit(end),
            (NumberRole::Half, _, end) => Some((hundred / 2, end)),
            (NumberRole::Digit, digit, end) => self.below_hundred(word).or_else(|| {
                let tens = self.magnitudes(end).1 > end && small(digit) != 5;
                tens.then(|| (small(digit) * hundred / 10, end))
            }),
            _ => self.below_hundred(word),
        }
    }

    /// "mười", "mười lăm", "hai mươi", "hai mươi mốt", "hai tư"; no single digit.
    fn below_hundred(&self, word: Word) -> Option<(u64, usize)> {
        match word {
            (NumberRole::Ten, ten, end) => {
                let (unit, end) = self.unit_behind_tens(end).unwrap_or((0, end));
                Some((small(ten) + unit, end))
            }
            (NumberRole::Digit, digit, end) if small(digit) > 0 => match self.word(end)? {
                (NumberRole::Tens, ten, end) => {
                    let (unit, end) = self.unit_behind_tens(end).unwrap_or((0, end));
                    Some((small(digit) * small(ten) + unit, end))
                }
                // "hai tư", "ba mốt": "mươi" is left out in speech.
                (NumberRole::UnitOnly, unit, end) => Some((small(digit) * 10 + small(unit), end)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A unit behind tens. Five is "lăm" there, so that "mười năm" and "hai mươi năm" count years.
    fn unit_behind_tens(&self, at: usize) -> Option<(u64, usize)> {
        match self.word(at)? {
            (NumberRole::UnitOnly, unit, end) => Some((small(unit), end)),
            (NumberRole::Digit, digit, end) if !matches!(small(digit), 0 | 5) => Some((small(digit), end)),
            _ => None,
        }
    }

    pub(super) fn unit(&self, at: usize) -> Option<(u64, usize)> {
        match self.word(at)? {
            (NumberRole::Digit | NumberRole::UnitOnly, digit, end) => Some((small(digit), end)),
            _ => None,
        }
    }

    /// The digits behind "phẩy": one by one ("phẩy không năm"), or as a number ("phẩy hai mươi lăm").
    fn decimals(&self, at: usize) -> Option<(String, usize)> {
        let (NumberRole::Point, _, first) = self.word(at)? else { return None };
        if let Some((number, end)) = self.word(first).and_then(|word| self.below_hundred(word)) {
            return Some((number.to_string(), end));
        }
        let mut digits = String::new();
        let mut end = first;
        while let Some((digit, next)) = self.unit(end).filter(|_| digits.len() < MOST_DECIMALS) {
            digits.push_str(&digit.to_string());
            end = next;
        }
        (!digits.is_empty()).then_some((digits, end))
    }
}

/// The value of a number word below a magnitude.
pub(super) fn small(value: Decimal) -> u64 {
    value.to_u32().map_or(0, u64::from)
}
