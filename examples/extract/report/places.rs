//! Places as people count them.

use vietfacts::Span;

/// Lines and columns from 1, columns in characters. Facts come in text order, so one pass over the text serves them all.
pub struct Places<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str) -> Self {
        Places { text, at: 0, line: 1, column: 1 }
    }

    /// `line:column` of the first character, for spans that come in the order of their starts.
    pub fn of(&mut self, span: Span) -> String {
        let passed = &self.text[self.at..span.start];
        self.line += passed.matches('\n').count();
        self.column = match passed.rsplit_once('\n') {
            Some((_, line)) => line.chars().count() + 1,
            None => self.column + passed.chars().count(),
        };
        self.at = span.start;
        format!("{}:{}", self.line, self.column)
    }
}
