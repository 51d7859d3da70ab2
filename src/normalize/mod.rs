//! Text as it comes, in one form. For now the text passes as it is, and folding is lower case: the steps land one by one.

use std::borrow::Cow;

use crate::Span;

/// A text in one form, with the way back to the text as the caller gave it.
#[derive(Debug)]
pub struct Normalized<'t> {
    original: &'t str,
    text: Cow<'t, str>,
}

/// Brings a text into one form.
pub fn normalize(text: &str) -> Normalized<'_> {
    Normalized { original: text, text: Cow::Borrowed(text) }
}

impl<'t> Normalized<'t> {
    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as the caller gave it.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The place in the original of a span of the normalized text.
    pub fn to_original(&self, span: Span) -> Span {
        span
    }
}

/// The look-up key of a token.
pub fn fold(token: &str) -> String {
    token.to_lowercase()
}
