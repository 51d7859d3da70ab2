//! A text on its way from a source: what has been read, what has been written, and where they differ.

use super::offsets::{Edit, OffsetMap};
use crate::Span;

/// Reads a source from left to right and writes a text, of which the end can be taken back.
#[derive(Debug)]
pub(super) struct Rewriter<'s> {
    source: &'s str,
    /// The source before this place is dealt with.
    read: usize,
    text: String,
    map: OffsetMap,
}

impl<'s> Rewriter<'s> {
    pub fn new(source: &'s str) -> Self {
        Rewriter { source, read: 0, text: String::with_capacity(source.len()), map: OffsetMap::default() }
    }

    /// What has been written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the source is to be read on.
    pub fn position(&self) -> usize {
        self.read
    }

    /// What of the source is still to be read.
    pub fn rest(&self) -> &'s str {
        &self.source[self.read..]
    }

    /// Copies the source up to `end` as it is.
    pub fn copy_to(&mut self, end: usize) {
        self.text.push_str(&self.source[self.read..end]);
        self.read = end;
    }

    /// Reads one character and says where it began; the caller writes or deletes it.
    pub fn next(&mut self) -> Option<(char, usize)> {
        let (c, from) = (self.rest().chars().next()?, self.read);
        self.read += c.len_utf8();
        Some((c, from))
    }

    /// Reads `c` too, if it is what follows.
    pub fn skip(&mut self, c: char) {
        if self.rest().starts_with(c) {
            self.read += c.len_utf8();
        }
    }

    /// Writes what the source from `from` to here became. What did not change leaves no trace in the map.
    pub fn write(&mut self, from: usize, became: &str) {
        let start = self.text.len();
        self.text.push_str(became);
        if self.source[from..self.read] != *became {
            self.record(from, start);
        }
    }

    /// As [`write`](Self::write), for one character.
    pub fn write_char(&mut self, from: usize, became: char) {
        self.write(from, became.encode_utf8(&mut [0; 4]));
    }

    /// Takes back what was written after `at` and says where it came from.
    pub fn retract(&mut self, at: usize) -> usize {
        self.text.truncate(at);
        self.map.retract(at)
    }

    fn record(&mut self, from: usize, start: usize) {
        let text = Span::new(start, self.text.len());
        self.map.push(Edit { text, source: Span::new(from, self.read) });
    }

    /// The text and its map, or nothing where the text is its source.
    pub fn finish(self) -> Option<(String, OffsetMap)> {
        (!self.map.is_empty()).then_some((self.text, self.map))
    }
}
