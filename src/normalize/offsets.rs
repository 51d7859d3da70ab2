//! Where a piece of rewritten text came from.

use crate::Span;
use crate::near::partition_near;

/// One place where the text differs from its source: `text` stands for `source`. Either may be empty, not
/// both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub text: Span,
    pub source: Span,
}

/// The edits of one pass, in order; between two of them the text is its source byte for byte.
///
/// Both sides of the edits never go backwards. On the text's side no two overlap; on the source's side two
/// neighbours may, where one source character became several ("Ⅲ" + U+0301).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OffsetMap {
    edits: Vec<Edit>,
}

impl OffsetMap {
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The span of the source that a span of the text came from.
    ///
    /// Half of an edit stands for the whole of it; what was deleted right before or after the span is not
    /// part of it.
    #[inline]
    pub fn to_source(&self, span: Span) -> Span {
        self.to_source_near(span, &mut 0)
    }

    /// The same, found from the edit that the last answer lay behind.
    #[inline]
    pub fn to_source_near(&self, span: Span, near: &mut usize) -> Span {
        if self.edits.is_empty() { span } else { self.find(span, near) }
    }

    fn find(&self, span: Span, near: &mut usize) -> Span {
        let (start, end) = (self.start(span.start, near), self.end(span.end, *near));
        // Only an empty span at a deletion gets its ends crossed.
        Span::new(start.min(end), end)
    }

    fn start(&self, at: usize, near: &mut usize) -> usize {
        *near = partition_near(&self.edits, *near, |edit| edit.text.start <= at);
        match self.edits[..*near].last() {
            Some(edit) if at < edit.text.end => edit.source.start,
            Some(edit) => edit.source.end + (at - edit.text.end),
            None => at,
        }
    }

    fn end(&self, at: usize, near: usize) -> usize {
        let next = partition_near(&self.edits, near, |edit| edit.text.end < at);
        match self.edits.get(next) {
            Some(edit) if edit.text.start < at => edit.source.end,
            Some(edit) => edit.source.start - (edit.text.start - at),
            None => self.edits.last().map_or(at, |edit| edit.source.end + (at - edit.text.end)),
        }
    }

    /// Adds an edit after all others; deletions that touch become one.
    pub fn push(&mut self, edit: Edit) {
        match self.edits.last_mut() {
            Some(last) if edit.text.is_empty() && last.text == edit.text => last.source.end = edit.source.end,
            _ => self.edits.push(edit),
        }
    }

    /// Forgets what was done after `at` (a place in the text) and says where in the source that place is.
    /// A deletion right before it stays one.
    pub fn retract(&mut self, at: usize) -> usize {
        while let Some(last) = self.edits.last_mut() {
            if last.text.end <= at {
                return last.source.end + (at - last.text.end);
            }
            if last.text.start < at {
                last.text.end = at;
                return last.source.start;
            }
            self.edits.pop();
        }
        at
    }
}
