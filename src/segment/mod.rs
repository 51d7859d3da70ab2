//! Text into tokens, sentences and lines. Nothing is changed or left out but white space.

mod cutter;
mod glue;
mod letters;
mod lines;
mod sections;
mod sentences;
mod table;
mod tokens;
mod vocabulary;
mod window;

pub(crate) use cutter::{Cutter, Row};
pub use lines::Region;
pub(crate) use sections::sections;
pub use sentences::Sentence;
use tokens::Tokens;
pub(crate) use tokens::tokens;
pub use tokens::{Token, TokenKind};
pub(crate) use vocabulary::{UNKNOWN, Vocabulary, WordId};
pub(crate) use window::WIDTH;

use std::ops::Range;

use crate::{Span, scan};

/// A text in pieces: its tokens, and its sentences and lines over them.
///
/// Offsets are those of the text that was segmented, which for a text as it comes should be the normalized one.
///
/// ```
/// use vietfacts::segment::segment;
///
/// let segments = segment("Ông A, TP. Huế, họp. tiếp tục bàn v.v.\nTin tức");
/// let sentences: Vec<&str> = (0..segments.sentences().len()).map(|i| segments.sentence(i)).collect();
/// assert_eq!(sentences, ["Ông A, TP. Huế, họp. ", "tiếp tục bàn v.v.\n", "Tin tức"]);
/// ```
#[derive(Clone, Debug)]
pub struct Segments<'a> {
    text: &'a str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) lines: Vec<Range<usize>>,
}

/// Cuts a text into pieces. It takes time in proportion to its length; the text must be shorter than 4 GiB.
pub fn segment(text: &str) -> Segments<'_> {
    segment_with(text, 0, scan::built_in().vocabulary())
}

/// The same from a place on where a line starts, with the words of a vocabulary: each token says which of them it is.
pub(crate) fn segment_with<'a>(text: &'a str, start: usize, vocabulary: &Vocabulary) -> Segments<'a> {
    let Tokens { tokens, breaks } = Tokens::of(text, start, vocabulary);
    let sentences = sentences::sentences(text, &tokens, &breaks, vocabulary);
    let lines = lines::lines(&tokens, &breaks);
    Segments { text, tokens, sentences, lines }
}

impl<'a> Segments<'a> {
    /// The text that was cut.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The tokens, in text order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// What stands at a token.
    ///
    /// # Panics
    /// When there are not so many tokens.
    pub fn token(&self, index: usize) -> &'a str {
        self.tokens[index].text(self.text)
    }

    /// The sentences, in text order; every token is in one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The text of a sentence with the space behind it: put one after the other they are the text again.
    ///
    /// # Panics
    /// When there are not so many sentences.
    pub fn sentence(&self, index: usize) -> &'a str {
        self.sentence_span(index).slice(self.text)
    }

    /// The bytes of [`Segments::sentence`].
    fn sentence_span(&self, index: usize) -> Span {
        let start_of = |sentence: &Sentence| self.tokens[sentence.tokens.start].start as usize;
        let start = if index == 0 { 0 } else { start_of(&self.sentences[index]) };
        let end = self.sentences.get(index + 1).map_or(self.text.len(), start_of);
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "([A-ZĐa-zộ0-9.,!?\"”)(%\n ]|TP\\.|v\\.v\\.|\\PC){0,60}") {
            let segments = segment(&text);
            let whole: String = (0..segments.sentences().len()).map(|i| segments.sentence(i)).collect();
            prop_assert!(segments.sentences().is_empty() && text.trim().is_empty() || whole == text);
            let mut end = 0;
            for (i, token) in segments.tokens().iter().enumerate() {
                prop_assert!(text[end..token.span().start].trim().is_empty());
                prop_assert!(!segments.token(i).is_empty());
                end = token.span().end;
            }
            prop_assert!(text[end..].trim().is_empty());
            let mut next = 0;
            for sentence in segments.sentences() {
                prop_assert_eq!(sentence.tokens.start, next);
                prop_assert!(!sentence.tokens.is_empty());
                next = sentence.tokens.end;
            }
            prop_assert_eq!(next, segments.tokens().len());
        }
    }
}
