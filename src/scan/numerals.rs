//! Numerals: every number that is written in the text, in digits or in words, with its magnitude.
//!
//! Both habits of separators are read: "1.234,5" and "1,234.5", "1.234.567", "12.5". What is no number as a whole
//! ("1.11.2023") is left as the runs of digits that it is made of.

use super::Cues;
use crate::Decimal;
use crate::data::{List, Lists, NumberRole};
use crate::segment::{Token, TokenKind};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumeralStyle {
    Digits,
    Words,
}

/// A number in the text: tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub first: usize,
    pub end: usize,
    pub style: NumeralStyle,
    /// The number without its last magnitude: 526.8 in "526,8 tỷ".
    pub base: Decimal,
    /// The last magnitude: 1000000000 in "526,8 tỷ", 1 where there is none.
    pub scale: Decimal,
    /// The whole: 526800000000.
    pub value: Decimal,
    /// One past the tokens of `base`.
    pub base_end: usize,
}

/// The numerals of a text, in order; they do not overlap.
pub(crate) fn numerals(text: &str, tokens: &[Token], cues: &Cues, lists: &Lists) -> Vec<Numeral> {
    let reader = Reader { text, tokens, cues, lists };
    let mut numerals = Vec::with_capacity(tokens.len() / 32);
    let mut at = 0;
    while at < tokens.len() {
        match reader.numeral(at) {
            Some(numeral) => {
                at = numeral.end;
                numerals.push(numeral);
            }
            None => at += 1,
        }
    }
    numerals
}

/// The value of a Roman numeral up to 39 in capitals: "III", "XIV".
pub(crate) fn roman(word: &str) -> Option<u8> {
    let value = |b: u8| match b {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    if word.is_empty() || word.len() > 7 {
        return None;
    }
    let mut total = 0_i32;
    let mut right = 0;
    for b in word.bytes().rev() {
        let digit = value(b)?;
        total += if digit < right { -digit } else { digit };
        right = right.max(digit);
    }
    u8::try_from(total).ok().filter(|n| (1..40).contains(n))
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    cues: &'a Cues,
    lists: &'a Lists,
}

impl Reader<'_> {
    /// The numeral that starts at a token, with the magnitudes that follow it.
    fn numeral(&self, first: usize) -> Option<Numeral> {
        let (base, base_end, style) = self.plain(first)?;
        let mut numeral =
            Numeral { first, end: base_end, style, base, scale: Decimal::from(1), value: base, base_end };
        let (scale, end) = self.magnitudes(base_end);
        if end == base_end {
            return Some(numeral);
        }
        numeral.value = base.checked_mul(scale)?;
        numeral.scale = scale;
        numeral.end = end;
        self.add_lower_parts(&mut numeral);
        Some(numeral)
    }

    /// "1 tỷ 250 triệu", "hai tỷ rưỡi": what follows a magnitude and belongs to the same number.
    fn add_lower_parts(&self, numeral: &mut Numeral) {
        let mut lowest = numeral.scale;
        loop {
            if let Some((NumberRole::Half, _, end)) = self.word(numeral.end) {
                let half = "0.5".parse().ok().and_then(|half: Decimal| lowest.checked_mul(half));
                if let Some(value) = half.and_then(|half| numeral.value.checked_add(half)) {
                    (numeral.value, numeral.end) = (value, end);
                }
                return;
            }
            let Some((part, part_end, _)) = self.plain(numeral.end) else { return };
            let (scale, end) = self.magnitudes(part_end);
            if end == part_end || scale >= lowest {
                return;
            }
            let sum = part.checked_mul(scale).and_then(|part| numeral.value.checked_add(part));
            let Some(value) = sum else { return };
            (numeral.value, numeral.end) = (value, end);
            lowest = scale;
        }
    }

    /// The product of the magnitude words from a token on: "nghìn tỷ" is 10¹².
    fn magnitudes(&self, first: usize) -> (Decimal, usize) {
        let mut product = Decimal::from(1);
        let mut at = first;
        while let Some((NumberRole::Magnitude | NumberRole::Hundred | NumberRole::Tens, value, end)) =
            self.word(at)
        {
            let Some(larger) = product.checked_mul(value) else { break };
            (product, at) = (larger, end);
        }
        (product, at)
    }

    /// A number without magnitude words, in digits or in words.
    fn plain(&self, first: usize) -> Option<(Decimal, usize, NumeralStyle)> {
        let token = self.tokens.get(first)?;
        match token.kind {
            TokenKind::Digits => self.digits(first).map(|(value, end)| (value, end, NumeralStyle::Digits)),
            TokenKind::Word => {
                self.below_thousand(first).map(|(value, end)| (value, end, NumeralStyle::Words))
            }
            TokenKind::Mark => None,
        }
    }

    /// The longest run of digits and separators from here on that is a number.
    fn digits(&self, first: usize) -> Option<(Decimal, usize)> {
        let mut end = first + 1;
        while end + 1 < self.tokens.len() && self.joins(end) {
            end += 2;
        }
        let whole = |end: usize| {
            let (start, stop) = (self.tokens[first].start as usize, self.tokens[end - 1].end as usize);
            parse_digits(&self.text[start..stop]).map(|value| (value, end))
        };
        whole(end).or_else(|| whole(first + 1))
    }

    /// Whether "." or "," stands at `at`, without a space on either side, and digits after it.
    fn joins(&self, at: usize) -> bool {
        let (mark, digits) = (&self.tokens[at], &self.tokens[at + 1]);
        matches!(mark.text(self.text), "." | ",")
            && digits.kind == TokenKind::Digits
            && !mark.is_after_space()
            && !digits.is_after_space()
    }

    /// A number in words below a thousand: "hai mươi mốt", "một trăm linh năm", "mười lăm".
    fn below_thousand(&self, first: usize) -> Option<(Decimal, usize)> {
        let mut total = 0_u64;
        let mut at = first;
        match self.word(at)? {
            (NumberRole::Ten, ten, end) => {
                (total, at) = (small(ten), end);
                if let Some((unit, end)) = self.unit(at) {
                    (total, at) = (total + unit, end);
                }
                return Some((Decimal::from(total), at));
            }
            (NumberRole::Digit, digit, end) => (total, at) = (total + small(digit), end),
            _ => return None,
        }
        if let Some((NumberRole::Hundred, hundred, end)) = self.word(at) {
            (total, at) = (total * small(hundred), end);
            if let Some((rest, end)) = self.below_hundred(at) {
                (total, at) = (total + rest, end);
            }
        } else if let Some((tens, end)) = self.tens(first) {
            (total, at) = (tens, end);
        }
        Some((Decimal::from(total), at))
    }

    /// What follows "trăm": "linh năm", "mười lăm", "hai mươi mốt".
    fn below_hundred(&self, first: usize) -> Option<(u64, usize)> {
        match self.word(first)? {
            (NumberRole::ZeroTens, _, end) => self.unit(end),
            (NumberRole::Ten, ten, end) => {
                let (unit, end) = self.unit(end).unwrap_or((0, end));
                Some((small(ten) + unit, end))
            }
            (NumberRole::Digit, ..) => self.tens(first),
            _ => None,
        }
    }

    /// "hai mươi", "hai mươi mốt", "hai mươi tư".
    fn tens(&self, first: usize) -> Option<(u64, usize)> {
        let (NumberRole::Digit, digit, end) = self.word(first)? else { return None };
        let (NumberRole::Tens, ten, end) = self.word(end)? else { return None };
        let (unit, end) = self.unit(end).unwrap_or((0, end));
        Some((small(digit) * small(ten) + unit, end))
    }

    fn unit(&self, at: usize) -> Option<(u64, usize)> {
        match self.word(at)? {
            (NumberRole::Digit | NumberRole::UnitOnly, digit, end) => Some((small(digit), end)),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<(NumberRole, Decimal, usize)> {
        let cue = self.cues.get(at, List::Number)?;
        let entry = &self.lists.numbers[cue.entry()];
        Some((entry.role, entry.number(), cue.end()))
    }
}

fn small(value: Decimal) -> u64 {
    value.to_u32().map_or(0, u64::from)
}

/// Digits with group and decimal separators.
fn parse_digits(written: &str) -> Option<Decimal> {
    let separators: Vec<u8> = written.bytes().filter(|b| !b.is_ascii_digit()).collect();
    let groups: Vec<&str> = written.split(['.', ',']).collect();
    let threes = |groups: &[&str]| groups[1..].iter().all(|group| group.len() == 3);
    let grouped = |groups: &[&str]| groups[0].len() <= 3 && groups[0] != "0" && threes(groups);
    let last = groups.len() - 1;
    let integer = |groups: &[&str]| groups.concat();
    let text = match separators.as_slice() {
        [] => integer(&groups),
        [b','] => format!("{}.{}", groups[0], groups[1]),
        [b'.'] if grouped(&groups) => integer(&groups),
        [b'.'] => format!("{}.{}", groups[0], groups[1]),
        marks if marks.iter().all(|mark| *mark == marks[0]) && grouped(&groups) => integer(&groups),
        marks
            if marks[..last - 1].iter().all(|mark| *mark == marks[0])
                && marks[last - 1] != marks[0]
                && grouped(&groups[..last]) =>
        {
            format!("{}.{}", integer(&groups[..last]), groups[last])
        }
        _ => return None,
    };
    text.parse().ok()
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
            assert_eq!(parse_digits(written), Some(value.parse().unwrap()), "{written}");
        }
        for written in ["1.11.2023", "1.234.56", "7,8,9", "1.2,3.4"] {
            assert_eq!(parse_digits(written), None, "{written}");
        }
    }

    #[test]
    fn roman_numerals() {
        assert_eq!(
            ["I", "III", "IV", "XIV", "XXIX"].map(roman),
            [Some(1), Some(3), Some(4), Some(14), Some(29)]
        );
        assert_eq!(["", "A", "MM", "XXXXXXX"].map(roman), [None; 4]);
    }
}
