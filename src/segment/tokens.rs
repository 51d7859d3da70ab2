//! Tokens: the smallest units of the text.
//!
//! A token is a run of letters, a run of digits, or one other character. Spaces are insignificant between tokens, so "10tỷ",
//! "10 tỷ", "Quế- Phó" and "P.CT" need no rules of their own. A run of letters is cut where a capital follows a small letter
//! ("SởXây dựng"), because a lost space is the likelier cause there; "ThS", "iPhone" and "TTg" stay whole. So is one that only a
//! lost space can have made ("Bìnhđã", see [`second_word`](super::glue::second_word)).

use super::cutter::{Cutter, Row};
use super::vocabulary::{Known, Vocabulary, WordId};
use super::window::WIDTH;

/// What a token is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with their combining marks.
    Word,
    /// ASCII digits.
    Digits,
    /// One other character that is not white space.
    #[default]
    Mark,
}

/// The smallest unit of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// What it is, and what stands before it.
    pub(super) known: Known,
}

pub(super) const CAPITALIZED: u8 = 1;
pub(super) const ALL_CAPS: u8 = 2;
pub(super) const MIXED_CASE: u8 = 4;
pub(super) const STOP: u8 = 8;

/// White space, or nothing at all.
pub(super) const AFTER_SPACE: u8 = 1;
/// A line break, or nothing at all.
pub(super) const LINE_START: u8 = 2;

impl Token {
    /// What it is made of.
    pub fn kind(&self) -> TokenKind {
        self.known.kind()
    }

    /// The span in the text that was segmented.
    pub fn span(&self) -> crate::Span {
        crate::Span::new(self.start as usize, self.end as usize)
    }

    /// Whether white space (or nothing at all) stands before it.
    pub fn is_after_space(&self) -> bool {
        self.known.before() & AFTER_SPACE != 0
    }

    /// Whether it is the first of its line.
    pub fn is_line_start(&self) -> bool {
        self.known.before() & LINE_START != 0
    }

    /// Whether it is a word whose first letter is a capital.
    pub fn is_capitalized(&self) -> bool {
        self.known.flags() & CAPITALIZED != 0
    }

    /// Whether it is a word without a small letter: "UBND", and also "A" in "Giàng A Tính".
    pub fn is_all_caps(&self) -> bool {
        self.known.flags() & ALL_CAPS != 0
    }

    /// Whether it is a word whose first letter is none or a small one.
    pub(crate) fn is_small_word(&self) -> bool {
        self.kind() == TokenKind::Word && !self.is_capitalized()
    }

    /// What it is by itself, wherever it stands.
    pub(super) fn flags(&self) -> u8 {
        self.known.flags()
    }

    /// Its word in the vocabulary that the text was cut with.
    #[inline]
    pub(crate) fn word(&self) -> WordId {
        self.known.word()
    }

    pub(crate) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }
}

/// The tokens of a text, and which of them may begin or end a sentence.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub tokens: Vec<Token>,
    /// The tokens that start a line and the marks that may end a sentence, by index.
    pub breaks: Vec<u32>,
}

/// Cuts `text` into tokens, of no vocabulary. The text must be shorter than 4 GiB.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    Tokens::letter_by_letter(text, &Vocabulary::default()).tokens
}

impl Tokens {
    /// Cuts `text` into tokens, from a place on where a line starts.
    pub(super) fn of(text: &str, start: usize, vocabulary: &Vocabulary) -> Tokens {
        // A token of Vietnamese news is five bytes long on average, its space included.
        Tokens::collect(Cutter::new(text, start, vocabulary), (text.len() - start) / 4)
    }

    /// The slow twin of [`Tokens::of`]; also for the thousands of short pieces that lists are made of.
    pub(super) fn letter_by_letter(text: &str, vocabulary: &Vocabulary) -> Tokens {
        let mut cutter = Cutter::letter_by_letter(text, vocabulary);
        let (mut tokens, mut row) = (Vec::new(), [Token::default(); WIDTH]);
        while !cutter.is_done() {
            let count = cutter.fill(&mut row);
            tokens.extend_from_slice(&row[..count]);
        }
        Tokens::new(tokens)
    }

    /// All tokens, of which there may be `likely`.
    fn collect(mut cutter: Cutter<'_>, likely: usize) -> Tokens {
        let mut tokens = vec![Token::default(); likely + WIDTH];
        let mut count = 0;
        while !cutter.is_done() {
            if count + WIDTH > tokens.len() {
                tokens.resize(2 * tokens.len(), Token::default());
            }
            let row: &mut Row = (&mut tokens[count..count + WIDTH]).try_into().expect("a whole row");
            count += cutter.fill(row);
        }
        tokens.truncate(count);
        Tokens::new(tokens)
    }

    /// Adds the breaks. Where they are no one can foresee: they are found without a branch.
    fn new(tokens: Vec<Token>) -> Tokens {
        let mut breaks = Vec::with_capacity(tokens.len() / 8);
        let mut row = [0; WIDTH];
        for (first, tokens) in (0..).step_by(WIDTH).zip(tokens.chunks(WIDTH)) {
            let mut kept = 0;
            for (at, token) in (first..).zip(tokens) {
                row[kept % WIDTH] = at;
                kept += usize::from(token.known.may_break());
            }
            breaks.extend_from_slice(&row[..kept]);
        }
        Tokens { tokens, breaks }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text(text)).collect()
    }

    proptest! {
        #[test]
        fn windows_and_letters_agree(text in "([a-zA-Z]{1,9}|[a-zđĐưƯơƠăĂâêộỘẾếýÝÀàŨũĨĩ]{1,7}|[0-9]{1,5}|[ \n\t]{1,3}|[.,!?\"”…–×ß(%-]|[a-zẠ-ỹ]{60,70}|\\PC| (Sở|Xây|UBND|huyện|tổ|chức|đã|Bình)){0,60}") {
            let lexicon = crate::scan::built_in();
            let slow = Tokens::letter_by_letter(&text, lexicon.vocabulary());
            let fast = Tokens::of(&text, 0, lexicon.vocabulary());
            prop_assert_eq!(fast.tokens, slow.tokens);
            prop_assert_eq!(fast.breaks, slow.breaks);
        }
    }

    #[test]
    fn spaces_do_not_matter() {
        assert_eq!(pieces("tăng1,36% (10tỷ)"), ["tăng", "1", ",", "36", "%", "(", "10", "tỷ", ")"]);
        assert_eq!(pieces("Quế- Phó  P.CT"), ["Quế", "-", "Phó", "P", ".", "CT"]);
    }

    #[test]
    fn glued_words_are_cut_and_abbreviations_are_not() {
        assert_eq!(pieces("SởXây dựng"), ["Sở", "Xây", "dựng"]);
        assert_eq!(pieces("ôngMcCallen, MacDonna"), ["ông", "McCallen", ",", "MacDonna"]);
        assert_eq!(
            pieces("ThS TTg iPhone TTVHTT K'sor"),
            ["ThS", "TTg", "iPhone", "TTVHTT", "K", "'", "sor"]
        );
    }

    #[test]
    fn scripts_without_spaces_are_cut_by_unicode() {
        assert_eq!(pieces("Hà Nội 河内 họp"), ["Hà", "Nội", "河", "内", "họp"]);
    }

    #[test]
    fn capitals_and_lines_are_seen() {
        let text = "UBND\nÔng A đi";
        let tokens = tokens(text);
        let seen: Vec<_> =
            tokens.iter().map(|t| (t.is_capitalized(), t.is_all_caps(), t.is_line_start())).collect();
        assert_eq!(
            seen,
            [(true, true, true), (true, false, true), (true, true, false), (false, false, false)]
        );
    }
}
