//! The one error of the crate: what went wrong, and where.

use std::fmt;

/// What our data, a caller's gazetteer or a value's text form got wrong. Text never causes one.
///
/// The message is made of two halves, *where* and *what*, so that a line of a gazetteer can be found at once.
///
/// ```
/// use vietfacts::DateValue;
///
/// let error = "2023-13".parse::<DateValue>().unwrap_err();
/// assert_eq!(error.to_string(), "date value \"2023-13\": there is no month 13");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    place: String,
    message: String,
}

impl Error {
    pub(crate) fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Error { place: place.into(), message: message.into() }
    }

    /// Where it went wrong: `positions.tsv:12`, or the text of the value.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What was wrong and what was expected.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Error {}
