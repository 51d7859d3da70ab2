//! The direction of a change.

/// The direction of a change. The text form is the contract's: `increase`, `decrease`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Change {
    /// "tăng", "vượt".
    Increase,
    /// "giảm".
    Decrease,
}
