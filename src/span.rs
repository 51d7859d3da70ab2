//! Where something stands in a text.

/// A half-open range of bytes, `start..end`, always on character boundaries of the text it was made for.
///
/// It exists because a `std::ops::Range` is not `Copy`, and a fact is copied about more often than it is sliced.
/// Unless a function says otherwise the text is the one that the caller gave, before any normalisation.
///
/// ```
/// use vietfacts::Span;
///
/// let text = "Ngày 1/11/2023, UBND huyện họp.";
/// let span = Span::new(6, 15);
/// assert_eq!(span.slice(text), "1/11/2023");
/// assert_eq!(span.len(), 9);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    ///
    /// # Panics
    /// When `end` is less than `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts");
        Span { start, end }
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// What stands there.
    ///
    /// # Panics
    /// When the span is not one of this text: past its end or inside a character.
    pub fn slice(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
