//! Exact decimals: `rust_decimal` behind a type of ours, so that its text form is the contract's.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// An exact decimal number of up to 28 digits; never a float. "526,8 tỷ" is exactly 526800000000.
///
/// What does not fit is refused by whoever reads it, never rounded.
///
/// ```
/// use vietfacts::Decimal;
///
/// let value: Decimal = "57.70".parse()?;
/// assert_eq!(value.to_string(), "57.7");
/// assert_eq!(Decimal::from(526_800_000_000), "526800000000".parse()?);
/// # Ok::<(), vietfacts::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal(rust_decimal::Decimal::ZERO);

    /// One.
    pub(crate) const ONE: Decimal = Decimal(rust_decimal::Decimal::ONE);

    /// `digits` with so many of them behind the point: `(15, 1)` is 1.5.
    pub(crate) fn from_parts(digits: u32, behind_point: u32) -> Decimal {
        Decimal(rust_decimal::Decimal::new(digits.into(), behind_point))
    }

    /// The number that ASCII digits write, so many of them behind the point; `None` where it does not fit.
    pub(crate) fn from_digits(digits: impl Iterator<Item = u8>, behind_point: usize) -> Option<Decimal> {
        let mut number: u128 = 0;
        for digit in digits {
            number = number * 10 + u128::from(digit - b'0');
            // More bits than the mantissa has.
            if number >> 96 != 0 {
                return None;
            }
        }
        let scale = u32::try_from(behind_point).ok()?;
        rust_decimal::Decimal::try_from_i128_with_scale(number as i128, scale).ok().map(Decimal)
    }

    /// The sum, or `None` where it needs more digits than there are.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_add(other.0).filter(|sum| *sum - other.0 == self.0).map(Decimal)
    }

    /// The difference, or `None` where it needs more digits than there are.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_sub(other.0).filter(|difference| *difference + other.0 == self.0).map(Decimal)
    }

    /// What share of `whole` it is in percent, rounded to one decimal place.
    pub(crate) fn percent_of(self, whole: Decimal) -> Option<Decimal> {
        let share = self.0.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?.checked_div(whole.0)?;
        Some(Decimal(share.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)))
    }

    /// The least and the most that a whole can be of which this is `percent`, the percentage being rounded; to whole units.
    pub(crate) fn wholes_of(self, percent: Decimal) -> Option<(Decimal, Decimal)> {
        let half = percent.last_place().0.checked_div(rust_decimal::Decimal::TWO)?;
        let scaled = self.0.checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?;
        let at = |percent: rust_decimal::Decimal| {
            if percent.is_zero() { None } else { scaled.checked_div(percent) }
        };
        let (min, max) = (at(percent.0.checked_add(half)?)?, at(percent.0.checked_sub(half)?)?);
        (max >= min).then(|| (Decimal(min.ceil()), Decimal(max.floor())))
    }

    /// One unit of the last decimal place that was written: 0.1 of 57.7, 1 of 58.
    pub(crate) fn last_place(self) -> Decimal {
        Decimal(rust_decimal::Decimal::new(1, self.0.scale()))
    }

    /// The product, or `None` where it needs more digits than there are.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        if other.is_one() {
            return Some(self.normalized());
        }
        if self.is_one() {
            return Some(other.normalized());
        }
        // rust_decimal rounds a product whose scale exceeds 28: the scale says beforehand whether it would.
        let (a, b) = (self.normalized().0, other.normalized().0);
        if a.scale() + b.scale() > rust_decimal::Decimal::MAX_SCALE {
            return None;
        }
        let product = a.checked_mul(b)?;
        (product.scale() == a.scale() + b.scale() || product.is_zero()).then_some(Decimal(product))
    }

    /// Whether it is one, written as such.
    fn is_one(self) -> bool {
        self.0.scale() == 0 && self.0.mantissa() == 1
    }

    /// The same number without zeros at the end of its fraction.
    fn normalized(self) -> Decimal {
        if self.0.scale() == 0 { self } else { Decimal(self.0.normalize()) }
    }

    /// Whether it is a whole number of times `other`, which must not be zero.
    pub(crate) fn is_multiple_of(self, other: Decimal) -> bool {
        self.0.checked_rem(other.0).is_some_and(|rest| rest.is_zero())
    }

    /// Whether so many times the number is no less than another.
    pub(crate) fn reaches(self, other: Decimal, times: u64) -> bool {
        self.checked_mul(Decimal::from(times)).is_some_and(|most| most >= other)
    }

    /// The number as an integer, where it is one that fits.
    pub fn to_u32(self) -> Option<u32> {
        let number = self.normalized().0;
        if number.scale() == 0 { u32::try_from(number.mantissa()).ok() } else { None }
    }

    /// Whether it has no fraction.
    pub fn is_integer(self) -> bool {
        self.normalized().0.scale() == 0
    }
}

impl From<u64> for Decimal {
    fn from(value: u64) -> Self {
        Decimal(value.into())
    }
}

impl FromStr for Decimal {
    type Err = Error;

    /// Reads digits with at most one dot; no exponent, no group separators.
    fn from_str(text: &str) -> Result<Self, Error> {
        let parsed = rust_decimal::Decimal::from_str_exact(text);
        parsed.map(Decimal).map_err(|e| Error::new(format!("decimal {text:?}"), e.to_string()))
    }
}

impl fmt::Display for Decimal {
    /// Without trailing zeros: the same number always has the same text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!("12345678901234567890123456789012".parse::<Decimal>().is_err());
        assert!("0.12345678901234567890123456789012".parse::<Decimal>().is_err());
        assert_eq!(decimal("9999999999999999999999999999").checked_mul(decimal("1000")), None);
        assert_eq!(decimal("0.0000000000000001").checked_mul(decimal("0.0000000000000001")), None);
        assert_eq!(decimal("79228162514264337593543950335").checked_add(decimal("0.5")), None);
    }

    #[test]
    fn wholes_are_bounded_by_the_rounding() {
        let bounds = decimal("30").wholes_of(decimal("60")).unwrap();
        assert_eq!(bounds, (decimal("50"), decimal("50")));
        assert_eq!(
            decimal("526800").wholes_of(decimal("57.7")),
            Some((decimal("912208"), decimal("913790")))
        );
        assert_eq!(decimal("5").wholes_of(Decimal::ZERO), None);
    }

    #[test]
    fn products_are_exact() {
        assert_eq!(decimal("526.8").checked_mul(Decimal::from(1_000_000_000)), Some(decimal("526800000000")));
        assert_eq!(decimal("0").checked_mul(decimal("0.25")), Some(Decimal::ZERO));
    }

    proptest! {
        #[test]
        fn digits_are_read_as_they_are_parsed(whole in "[0-9]{1,20}|0{20}[0-9]{9,12}", fraction in "[0-9]{1,20}|0{9}") {
            let digits = whole.bytes().chain(fraction.bytes());
            let read = Decimal::from_digits(digits, fraction.len());
            let parsed = format!("{whole}.{fraction}").parse::<Decimal>().ok();
            prop_assert_eq!(read.map(|read| read.0.to_string()), parsed.map(|parsed| parsed.0.to_string()));
            let read = Decimal::from_digits(whole.bytes(), 0);
            prop_assert_eq!(read.map(|read| read.0.to_string()), whole.parse::<Decimal>().ok().map(|n| n.0.to_string()));
        }

        #[test]
        fn one_times_a_number_is_the_number_normalized(written in "[0-9]{1,12}\\.[0-9]{1,9}") {
            let number = decimal(&written);
            let product = number.0.normalize().checked_mul(rust_decimal::Decimal::ONE).unwrap();
            prop_assert_eq!(number.checked_mul(Decimal::ONE).unwrap().0.to_string(), product.to_string());
        }
    }

    #[test]
    fn integers_are_told_from_fractions() {
        assert_eq!(decimal("26.0").to_u32(), Some(26));
        assert_eq!(decimal("17.5").to_u32(), None);
    }
}
