//! Relative dates: "hôm qua", "cùng kỳ năm trước".

use super::{Context, Output};
use crate::value::DateValue;

/// A date that is said by its distance from another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RelativeDate {
    /// The date, once it is resolved.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub value: Option<DateValue>,
    /// The distance as an ISO 8601 duration: `P-1Y`.
    pub offset: String,
}

/// Reads the relative expressions.
pub(crate) fn read<'t>(_context: &Context<'_, 't>, _output: &mut Output<'t>) {}
