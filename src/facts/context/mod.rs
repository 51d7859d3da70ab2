//! What the grammars see of a text: tokens, cues, numerals and sentences, never the text as a whole.

mod cues;

use std::cell::Cell;
use std::ops::Range;

use super::recent::RecentCues;
use crate::data::Lists;
use crate::near::partition_near;
use crate::normalize::Normalized;
use crate::normalize::legacy::Decoded;
use crate::scan::{Cues, Lexicon, Line, Numeral, roman};
use crate::segment::{Region, Sentence, Token, TokenKind};

/// No grammar looks further than this many tokens from its cue.
pub(crate) const REACH: usize = 64;

/// A text after segmentation and scan.
#[derive(Debug)]
pub(crate) struct Context<'a, 't> {
    pub normalized: &'a Normalized<'t>,
    /// Where the text was made of the caller's bytes, the way back to them.
    pub decoded: Option<&'a Decoded>,
    pub lexicon: &'a Lexicon,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    pub lines: Vec<Line>,
    pub cues: Cues<'a>,
    pub numerals: Vec<Numeral>,
    /// Whether what stands around the article is left out.
    pub body_only: bool,
    /// The sentence that was asked for last: mostly the next question is of the same.
    pub last_sentence: Cell<usize>,
    /// The same of lines.
    pub last_line: Cell<usize>,
    /// How many numerals stood before the token whose numeral was asked for last.
    pub last_numeral: Cell<usize>,
    /// Which edits of the text the place that was asked for last lies between.
    pub last_edits: Cell<[usize; 2]>,
    /// Cues before tokens that were asked for lately.
    pub cues_before: RecentCues,
    /// The same of cues at tokens, of the lists whose words are asked for again and again.
    pub cues_at: RecentCues,
}

impl<'a, 't> Context<'a, 't> {
    pub(crate) fn lists(&self) -> &'a Lists {
        &self.lexicon.lists
    }

    pub(crate) fn numerals(&self) -> &[Numeral] {
        &self.numerals
    }

    /// The numeral that starts at a token.
    #[inline]
    pub(crate) fn numeral_at(&self, token: usize) -> Option<&Numeral> {
        if self.cues.may_be_number(token) { self.find_numeral_at(token) } else { None }
    }

    #[inline(never)]
    fn find_numeral_at(&self, token: usize) -> Option<&Numeral> {
        let at = self.numerals_before(token);
        self.numerals.get(at).filter(|numeral| numeral.first == token)
    }

    /// How many numerals start before a token. Mostly they are those that were asked for last, or one more.
    fn numerals_before(&self, token: usize) -> usize {
        let last = self.last_numeral.get();
        let found = partition_near(&self.numerals, last, |numeral| numeral.first < token);
        self.last_numeral.set(found);
        found
    }

    /// The numeral that ends right before a token.
    #[inline]
    pub(crate) fn numeral_before(&self, token: usize) -> Option<&Numeral> {
        if self.cues.may_end_number(token) { self.find_numeral_before(token) } else { None }
    }

    #[inline(never)]
    fn find_numeral_before(&self, token: usize) -> Option<&Numeral> {
        let next = self.numerals_before(token);
        self.numerals[..next].last().filter(|numeral| numeral.end == token)
    }

    // Tokens.

    /// The normalized text of a token, empty past the end.
    pub(crate) fn token_text(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.text(self.normalized.text()))
    }

    /// The character of a token that is a mark.
    #[inline]
    pub(crate) fn mark(&self, token: usize) -> Option<char> {
        let token = self.tokens.get(token).filter(|token| token.kind() == TokenKind::Mark)?;
        let (text, start) = (self.normalized.text(), token.start as usize);
        let byte = text.as_bytes()[start];
        if byte.is_ascii() { Some(char::from(byte)) } else { text[start..].chars().next() }
    }

    /// Whether the token is this mark.
    #[inline]
    pub(crate) fn is_mark(&self, token: usize, mark: &str) -> bool {
        self.tokens.get(token).is_some_and(|token| {
            let text = self.normalized.text().as_bytes();
            token.kind() == TokenKind::Mark && text[token.start as usize..].starts_with(mark.as_bytes())
        })
    }

    /// Whether the token is a hyphen or dash.
    #[inline]
    pub(crate) fn is_dash(&self, token: usize) -> bool {
        matches!(self.mark(token), Some('-' | '–' | '—' | '−'))
    }

    /// Whether a token stands right after the one before it.
    #[inline]
    pub(crate) fn is_glued(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| !t.is_after_space())
    }

    #[inline]
    pub(crate) fn is_digits(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind() == TokenKind::Digits)
    }

    /// The number of a run of at most four digits.
    #[inline]
    pub(crate) fn digits(&self, token: usize) -> Option<u16> {
        let written = self.digit_run(token).filter(|written| written.len() <= 4)?;
        Some(written.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
    }

    /// How many digits a token has.
    #[inline]
    pub(crate) fn digit_count(&self, token: usize) -> usize {
        self.digit_run(token).map_or(0, <[u8]>::len)
    }

    /// The digits of a token that is a run of them.
    #[inline]
    pub(crate) fn digit_run(&self, token: usize) -> Option<&[u8]> {
        let token = self.tokens.get(token).filter(|token| token.kind() == TokenKind::Digits)?;
        Some(&self.normalized.text().as_bytes()[token.start as usize..token.end as usize])
    }

    /// A Roman numeral in capitals.
    #[inline]
    pub(crate) fn roman(&self, token: usize) -> Option<u8> {
        let token = self.tokens.get(token).filter(|token| token.is_all_caps())?;
        roman(token.text(self.normalized.text()).bytes())
    }

    /// Whether the token is a mark that parts clauses.
    #[inline]
    pub(crate) fn is_wall(&self, token: usize) -> bool {
        matches!(
            self.mark(token),
            Some(',' | ';' | ':' | '(' | ')' | '.' | '…' | '“' | '”' | '"' | '!' | '?')
        )
    }

    // Sentences.

    /// The index of the sentence of a token.
    #[inline]
    pub(crate) fn sentence_index(&self, token: usize) -> usize {
        let last = self.last_sentence.get();
        if self.sentences.get(last).is_some_and(|sentence| sentence.tokens.contains(&token)) {
            return last;
        }
        let found = self.find_sentence(token);
        self.last_sentence.set(found);
        found
    }

    #[inline(never)]
    fn find_sentence(&self, token: usize) -> usize {
        // Grammars go from one sentence to the next.
        let next = self.last_sentence.get() + 1;
        partition_near(&self.sentences, next, |sentence| sentence.tokens.end <= token)
    }

    /// The tokens of the sentence of a token.
    #[inline]
    pub(crate) fn sentence(&self, token: usize) -> Range<usize> {
        self.sentences.get(self.sentence_index(token)).map_or(0..0, |sentence| sentence.tokens.clone())
    }

    /// The tokens of the same sentence within reach before a token.
    pub(crate) fn left_of(&self, token: usize) -> Range<usize> {
        self.sentence(token).start.max(token.saturating_sub(REACH))..token
    }

    /// The tokens of the same sentence within reach from a token on.
    pub(crate) fn right_from(&self, token: usize) -> Range<usize> {
        token..self.sentence(token).end.min(token + REACH).max(token)
    }

    /// The index of the line of a token.
    #[inline]
    fn line_index(&self, token: usize) -> usize {
        let last = self.last_line.get();
        if self.lines.get(last).is_some_and(|line| line.tokens.contains(&token)) {
            return last;
        }
        let found = partition_near(&self.lines, last, |line| line.tokens.end <= token);
        self.last_line.set(found);
        found
    }

    /// The tokens of the line of a token.
    pub(crate) fn line(&self, token: usize) -> Range<usize> {
        self.lines.get(self.line_index(token)).map_or(0..0, |line| line.tokens.clone())
    }

    /// The tokens of the first line of a region.
    pub(crate) fn line_of(&self, region: Region) -> Option<Range<usize>> {
        self.lines.iter().find(|line| line.region == Some(region)).map(|line| line.tokens.clone())
    }

    /// The region of a token.
    pub(crate) fn region(&self, token: usize) -> Option<Region> {
        self.lines.get(self.line_index(token)).and_then(|line| line.region)
    }

    /// Whether facts of a region are wanted.
    pub(crate) fn wants(&self, region: Option<Region>) -> bool {
        !self.body_only || region.is_none_or(|region| region == Region::Title)
    }
}
