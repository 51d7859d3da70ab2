//! The matcher by itself, for those who want only to find words.

use std::ops::Range;
use std::sync::Arc;

use once_cell::sync::Lazy;

use super::cues::Cue;
use super::lexicon::Lexicon;
use super::numerals::numerals;
use crate::data;
use crate::segment::Segments;

/// Finds every word of every list in one pass.
///
/// For every token and every list it gives the longest entry that starts there. Cues of different lists may overlap ("Bí thư
/// Huyện ủy" holds a title and a body), and which reading holds is for a grammar to say.
///
/// ```
/// use vietfacts::segment::segment;
/// use vietfacts::{List, Scanner};
///
/// let segments = segment("Đồng chí Bí thư Huyện uỷ dự họp.");
/// let scanner = Scanner::new();
/// let bodies: Vec<_> = scanner.scan(&segments).into_iter().filter(|cue| cue.list == List::Organisation).collect();
/// assert_eq!(scanner.canonical(&bodies[0]), "Huyện ủy");
/// assert_eq!(bodies[0].tokens(), 4..6);
/// ```
#[derive(Clone, Debug)]
pub struct Scanner {
    lexicon: Arc<Lexicon>,
}

impl Default for Scanner {
    fn default() -> Self {
        Scanner::new()
    }
}

impl Scanner {
    /// The scanner over the crate's own lists. They are read once a process.
    pub fn new() -> Self {
        Scanner { lexicon: built_in() }
    }

    /// All cues of a text, in text order.
    pub fn scan(&self, segments: &Segments<'_>) -> Vec<Cue> {
        self.lexicon.scan(segments.tokens()).all()
    }

    /// What an extraction does of it before a grammar asks for cues: marks where one may start, and reads the numerals. Says of how
    /// many places; for the benches.
    #[doc(hidden)]
    pub fn prepare(&self, segments: &Segments<'_>) -> usize {
        let (text, tokens) = (segments.text(), segments.tokens());
        let cues = self.lexicon.scan(tokens);
        cues.starts() + numerals(text, tokens, &cues, &self.lexicon.lists).len()
    }

    /// The first spelling of the entry of a cue, which is the form that its list prefers.
    ///
    /// # Panics
    /// It may, where the cue is another scanner's.
    pub fn canonical(&self, cue: &Cue) -> &str {
        self.lexicon.lists.canonical(cue.list, cue.entry())
    }
}

impl Cue {
    /// The tokens it stands on, by index.
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// The matcher over the crate's own lists, made once a process.
pub(crate) fn built_in() -> Arc<Lexicon> {
    static LEXICON: Lazy<Arc<Lexicon>> = Lazy::new(|| Arc::new(Lexicon::new(data::built_in().clone())));
    LEXICON.clone()
}
