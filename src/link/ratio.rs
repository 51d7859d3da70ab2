//! Whether a percentage is what it is said to be of two numbers.

use crate::Decimal;

/// Whether `part` of `whole` is `percent`, as precisely as the percentage is written; rounded either way, or cut off.
pub(super) fn agrees(part: u32, whole: u32, percent: Decimal) -> bool {
    decimals_agree(Decimal::from(u64::from(part)), Decimal::from(u64::from(whole)), percent)
}

/// Whether `part` of `whole` is `percent` to within one unit of its last digit: writers round, and some cut off.
pub(super) fn decimals_agree(part: Decimal, whole: Decimal, percent: Decimal) -> bool {
    let scaled = part.checked_mul(Decimal::from(100));
    let slack = percent.last_place();
    let bound = |percent: Option<Decimal>| percent.and_then(|percent| percent.checked_mul(whole));
    let low = bound(percent.checked_sub(slack));
    let high = bound(percent.checked_add(slack));
    match (scaled, low, high) {
        (Some(scaled), Some(low), Some(high)) => low <= scaled && scaled <= high,
        // Too many digits to tell: nothing is said against it.
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_and_cut_off() {
        let percent = |text: &str| text.parse::<Decimal>().unwrap();
        for (part, whole, written) in
            [(33, 38, "86.8"), (20, 26, "76.9"), (2, 3, "66.6"), (2, 3, "67"), (5, 5, "100")]
        {
            assert!(agrees(part, whole, percent(written)), "{part}/{whole} {written}");
        }
        for (part, whole, written) in [(13, 17, "81.3"), (2, 3, "68"), (33, 38, "87.1")] {
            assert!(!agrees(part, whole, percent(written)), "{part}/{whole} {written}");
        }
    }
}
