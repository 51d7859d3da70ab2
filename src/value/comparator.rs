//! How a number is bounded.

/// How a number is bounded.
///
/// The text form is the contract's: `over`, `under`, `about`, `nearly`, `at_least`, `at_most`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Comparator {
    /// More than: "trên", "hơn", "vượt mức".
    Over,
    /// Less than: "dưới", "chưa đến".
    Under,
    /// Roughly: "khoảng", "xấp xỉ".
    About,
    /// A little less than: "gần".
    Nearly,
    /// Not less than: "ít nhất", "từ … trở lên".
    AtLeast,
    /// Not more than: "tối đa", "không quá".
    AtMost,
}
