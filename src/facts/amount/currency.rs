//! Currencies by their codes.

use crate::data::CurrencyCode;

/// A currency by its ISO 4217 code.
///
/// ```
/// use vietfacts::Currency;
///
/// assert_eq!(Currency::VND.to_string(), "VND");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(CurrencyCode);

impl Currency {
    /// The Vietnamese đồng.
    pub const VND: Currency = Currency(*b"VND");

    pub(super) fn of(code: CurrencyCode) -> Self {
        Currency(code)
    }

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
