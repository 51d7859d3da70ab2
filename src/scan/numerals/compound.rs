//! Numbers with magnitudes: "526,8 tỷ", "1 tỷ 250 triệu", "3 nghìn 200 tỷ", "hai tỷ rưỡi", "1tr5".

use super::words::small;
use super::{Numeral, NumeralStyle, Plain, Reader, Reading, Word};
use crate::Decimal;
use crate::data::{DateRole, List, NumberRole};

impl Reader<'_> {
    /// A plain number with the magnitudes behind it and all lower parts.
    pub(super) fn with_magnitudes(&self, first: usize, plain: Plain, style: NumeralStyle) -> Reading {
        let (base, base_end) = match plain {
            Plain::Number(base, end) => (base, end),
            Plain::Unfit(end) => return Reading::Unfit(self.magnitudes(end).1),
            Plain::Nothing => return Reading::Nothing,
        };
        let (scale, end) = self.magnitudes(base_end);
        let Some(value) = base.checked_mul(scale) else { return Reading::Unfit(end) };
        let mut numeral = Numeral { first, end, style, base, scale, value, base_end };
        if end > base_end && !self.add_parts(&mut numeral) {
            return Reading::Unfit(numeral.end);
        }
        Reading::Number(numeral)
    }

    /// "trăm rưỡi", "nghìn rưỡi": one and a half of a magnitude without its one.
    pub(super) fn half_of(&self, first: usize, word: Word) -> Option<Numeral> {
        let (NumberRole::Hundred | NumberRole::Magnitude, magnitude, end) = word else { return None };
        let (NumberRole::Half, half, end) = self.word(end)? else { return None };
        let base = magnitude.checked_add(magnitude.checked_mul(half)?)?;
        let base_end = end;
        let (scale, end) = self.magnitudes(base_end);
        let value = base.checked_mul(scale)?;
        Some(Numeral { first, end, style: NumeralStyle::Words, base, scale, value, base_end })
    }

    /// The product of the magnitude words from a token on: "nghìn tỷ" is 10¹².
    pub(super) fn magnitudes(&self, first: usize) -> (Decimal, usize) {
        let mut product = Decimal::ONE;
        let mut at = first;
        while let Some((role, value, end)) = self.word(at) {
            let end = match role {
                NumberRole::Magnitude | NumberRole::Hundred | NumberRole::Tens => end,
                // "12 tỷ giá trị xây lắp": behind digits the first word of "tỷ giá" is the magnitude.
                NumberRole::None if value > Decimal::ZERO && self.follows_count(at) => at + 1,
                _ => break,
            };
            let Some(larger) = product.checked_mul(value) else { break };
            (product, at) = (larger, end);
        }
        (product, at)
    }

    fn follows_digits(&self, at: usize) -> bool {
        at > 0 && self.is_digits(at - 1)
    }

    /// Whether the digits before a token count it: not those of a year, as in "năm 2023 | tỷ lệ hộ nghèo", "quý I/2023 | tỷ lệ".
    fn follows_count(&self, at: usize) -> bool {
        let Some(number) = at.checked_sub(1).filter(|number| self.is_digits(*number)) else { return false };
        let looks_like_year = self
            .digit_run(number)
            .is_some_and(|digits| matches!(digits, [b'1', b'9', _, _] | [b'2', b'0', _, _]));
        let is_year = || {
            let named = self.cues.before(number, List::Date).map(|cue| self.lists.dates[cue.entry()].role);
            let is_part = number.checked_sub(1).is_some_and(|before| {
                let mark = self.tokens[before].text(self.text);
                mark == "/" || matches!(mark, "-" | "–" | ".") && self.follows_digits(before)
            });
            is_part || matches!(named, Some(DateRole::Year | DateRole::SchoolYear))
        };
        !(looks_like_year && is_year())
    }

    /// Adds what follows a magnitude and belongs to the same number; false where the sum is not exact.
    fn add_parts(&self, numeral: &mut Numeral) -> bool {
        let mut lowest = numeral.scale;
        while let Some(part) = self.part(numeral, lowest) {
            let sum = numeral.value.checked_add(part.value);
            let product = sum.and_then(|sum| Some((sum, sum.checked_mul(part.scale)?)));
            numeral.end = part.end;
            let Some((sum, value)) = product else { return false };
            if part.scale > Decimal::ONE {
                (numeral.base, numeral.scale) = (sum, part.scale);
            }
            numeral.value = value;
            lowest = part.lowest;
        }
        true
    }

    /// The next part of a number whose lowest magnitude so far is `lowest`.
    fn part(&self, numeral: &Numeral, lowest: Decimal) -> Option<Part> {
        let at = numeral.end;
        let one = Decimal::ONE;
        if self.tokens.get(at)?.is_line_start() || lowest <= one {
            return None;
        }
        let word = self.word(at);
        if let Some((NumberRole::Half, half, end)) = word {
            return Some(Part { value: lowest.checked_mul(half)?, scale: one, lowest: one, end });
        }
        if let Some((NumberRole::ZeroTens, _, end)) = word {
            let (unit, end) = self.unit(end)?;
            let thousand = lowest == Decimal::from(1_000);
            return thousand.then_some(Part { value: unit.into(), scale: one, lowest: one, end });
        }
        let (plain, end, in_words) = self.plain_part(at, word)?;
        let (scale, scale_end) = self.magnitudes(end);
        if scale_end == end {
            let value = self.tail(plain, (at, end), lowest, in_words)?;
            return Some(Part { value, scale: one, lowest: one, end });
        }
        if scale < lowest {
            // "1 tỷ 250 triệu"
            return Some(Part {
                value: plain.checked_mul(scale)?,
                scale: one,
                lowest: scale,
                end: scale_end,
            });
        }
        if let Some(part) = self.lower_part(plain, end, scale, lowest) {
            return Some(part);
        }
        // "3 nghìn 200 tỷ": all that was read so far counts the larger magnitude.
        let counts = plain < lowest && numeral.value < scale;
        counts.then_some(Part { value: plain, scale, lowest: scale, end: scale_end })
    }

    /// "một triệu 39 nghìn tỷ": the first magnitude of the part is below what was read so far, and the others count both.
    fn lower_part(&self, plain: Decimal, at: usize, scale: Decimal, lowest: Decimal) -> Option<Part> {
        let (NumberRole::Magnitude, first, first_end) = self.word(at)? else { return None };
        let (rest, end) = self.magnitudes(first_end);
        let counts_both = first < lowest && rest >= lowest && first < scale;
        let value = plain.checked_mul(first)?;
        counts_both.then_some(Part { value, scale: rest, lowest: rest, end })
    }

    fn plain_part(&self, at: usize, word: Option<Word>) -> Option<(Decimal, usize, bool)> {
        let spelled = word.and_then(|word| self.below_thousand(word).or_else(|| self.unit(at)));
        if let Some((spelled, end)) = spelled {
            return Some((spelled.into(), end, true));
        }
        match self.is_digits(at).then(|| self.digits(at))? {
            Plain::Number(value, end) => Some((value, end, false)),
            _ => None,
        }
    }

    /// The value of a last part without a magnitude of its own.
    ///
    /// Behind thousands it counts ones ("45 nghìn 500 đồng", "hai nghìn không trăm hai tư"). Else a single digit counts tenths
    /// ("hai tỷ tư", "1tr5"), and hundreds the magnitude below ("1tr500"). In doubt it is another number: "45 tỷ năm 2022",
    /// "3 triệu 2 xã".
    fn tail(
        &self,
        part: Decimal,
        (first, end): (usize, usize),
        lowest: Decimal,
        in_words: bool,
    ) -> Option<Decimal> {
        let number = small(part);
        let thousand = Decimal::from(1_000);
        let glued = !self.tokens[first].is_after_space() && !in_words;
        let bounded = glued || self.is_unit_or_end(end);
        let full = if in_words { end > first + 1 } else { (100..1_000).contains(&number) };
        let unit = self.is_unit(end);
        match number {
            _ if !part.is_integer() => None,
            5 if in_words && !unit => None,
            1..=9 if lowest >= thousand && bounded && end == first + 1 => {
                lowest.checked_mul(part)?.checked_mul(Decimal::from_parts(1, 1))
            }
            _ if full && lowest == thousand && (in_words || unit || glued) => Some(part),
            100..=999 if full && lowest > thousand && bounded => {
                lowest.checked_mul(part)?.checked_mul(Decimal::from_parts(1, 3))
            }
            _ => None,
        }
    }
}

/// What is added to a number and by what the sum is multiplied.
struct Part {
    value: Decimal,
    scale: Decimal,
    /// The magnitude below which a further part must stay; 1 where none may follow.
    lowest: Decimal,
    end: usize,
}
