//! Reads Vietnamese government news and says, with exact places in the text, what it states.

mod span;

pub use span::Span;
