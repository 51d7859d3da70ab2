//! Meetings: sessions, conferences, ceremonies and visits.

use super::{Context, Output, Quote};
use crate::value::DateValue;

/// An event that is held: the fact's own text is the words that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Meeting<'t> {
    /// What kind of event, by the code of the list: `session`, `conference`, `ceremony`.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub event_type: String,
    /// When it is held.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<DateValue>,
    /// Who holds it, as written: "UBND huyện".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::body"))]
    pub body: Option<Quote<'t>>,
    /// The period that it is about: 2023-11 in "phiên họp thường kỳ tháng 11/2023".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub period: Option<DateValue>,
    /// Where it is held, as written.
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::place"))]
    pub place: Option<Quote<'t>>,
    /// Who chairs it, as written.
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::chair"))]
    pub chair: Option<Quote<'t>>,
}

impl Meeting<'_> {
    pub(crate) fn into_owned(self) -> Meeting<'static> {
        Meeting {
            event_type: self.event_type,
            date: self.date,
            period: self.period,
            body: self.body.map(Quote::into_owned),
            place: self.place.map(Quote::into_owned),
            chair: self.chair.map(Quote::into_owned),
        }
    }
}

/// Reads the events; their dates are links.
pub(crate) fn read<'t>(_context: &Context<'_, 't>, _output: &mut Output<'t>) {}
