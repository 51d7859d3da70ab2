//! Amounts: sums of money, exact.

use super::{Context, FactData, Output, Quote};
use crate::Decimal;
use crate::data::UnitKind;
use crate::value::Comparator;

/// A sum of money in whole currency units: "526,8 tỷ đồng" is 526800000000 VND.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Amount<'t> {
    /// The sum, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub max: Option<Decimal>,
    /// ISO 4217.
    pub currency: Currency,
    /// How the sum is bounded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub comparator: Option<Comparator>,
    /// What it is paid for or by, as written: "người/năm".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::per"))]
    pub per: Option<Quote<'t>>,
}

/// A currency by its ISO 4217 code.
///
/// ```
/// use vietfacts::Currency;
///
/// assert_eq!(Currency::VND.to_string(), "VND");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The Vietnamese đồng.
    pub const VND: Currency = Currency(*b"VND");

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Currency {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self, crate::Error> {
        let letters: Option<[u8; 3]> = text.as_bytes().try_into().ok();
        letters.filter(|letters| letters.iter().all(u8::is_ascii_uppercase)).map(Currency).ok_or_else(|| {
            crate::Error::new(format!("currency {text:?}"), "expected three capital letters, such as VND")
        })
    }
}

impl Amount<'_> {
    pub(crate) fn into_owned(self) -> Amount<'static> {
        Amount { per: self.per.map(Quote::into_owned), ..self }
    }
}

/// Reads `<number> <currency>`.
pub(crate) fn read<'t>(context: &Context<'_, 't>, numeral: usize, output: &mut Output<'t>) -> Option<usize> {
    let number = &context.numerals()[numeral];
    let (UnitKind::Currency(code), end) = context.unit_at(number.end)? else { return None };
    let comparator = context.comparator_before(number.first).map(|(comparator, _)| comparator);
    let amount = Amount { value: number.value, max: None, currency: Currency(code), comparator, per: None };
    output.push(context.draft(number.first..end, "<number>-<currency>", FactData::Amount(amount)));
    Some(end)
}
