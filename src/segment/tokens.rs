//! Tokens: the smallest units of the text.
//!
//! A token is a run of letters, a run of digits, or one other character. Spaces are insignificant between tokens, so "10tỷ",
//! "10 tỷ", "Quế- Phó" and "P.CT" need no rules of their own. A run of letters is cut where a capital follows a small letter
//! ("SởXây dựng"), because a lost space is the likelier cause there; "ThS", "iPhone" and "TTg" stay whole. So is one that only a
//! lost space can have made ("Bìnhđã", see [`second_word`]).

use super::glue::second_word;
use unicode_segmentation::UnicodeSegmentation;

use super::letters::{class, class_at};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with their combining marks.
    Word,
    /// ASCII digits.
    Digits,
    /// One other character that is not white space.
    Mark,
}

/// The smallest unit of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: TokenKind,
    flags: u8,
}

const AFTER_SPACE: u8 = 1;
const LINE_START: u8 = 2;
const CAPITALIZED: u8 = 4;
const ALL_CAPS: u8 = 8;
const MIXED_CASE: u8 = 16;

impl Token {
    /// What it is made of.
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The span in the text that was segmented.
    pub fn span(&self) -> crate::Span {
        crate::Span::new(self.start as usize, self.end as usize)
    }

    /// Whether white space (or nothing at all) stands before it.
    pub fn is_after_space(&self) -> bool {
        self.flags & (AFTER_SPACE | LINE_START) != 0
    }

    /// Whether it is the first of its line.
    pub fn is_line_start(&self) -> bool {
        self.flags & LINE_START != 0
    }

    /// Whether it is a word whose first letter is a capital.
    pub fn is_capitalized(&self) -> bool {
        self.flags & CAPITALIZED != 0
    }

    /// Whether it is a word without a small letter: "UBND", and also "A" in "Giàng A Tính".
    pub fn is_all_caps(&self) -> bool {
        self.flags & ALL_CAPS != 0
    }

    /// Whether it has a capital elsewhere than at its start, and a small letter: "ThS", "iPhone".
    pub(crate) fn is_mixed_case(&self) -> bool {
        self.flags & MIXED_CASE != 0
    }

    pub(crate) fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Cuts `text` into tokens. The text must be shorter than 4 GiB.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    // A token of Vietnamese news is 4.6 bytes long on average, its space included.
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut at = 0;
    let mut before = LINE_START;
    while at < text.len() {
        let (class, length) = class_at(text, at);
        let (end, kind, flags) = match class {
            class::SPACE => {
                before |= AFTER_SPACE;
                at += length;
                continue;
            }
            class::LINE_BREAK => {
                before |= LINE_START;
                at += length;
                continue;
            }
            class::DIGIT => (digits_end(text, at), TokenKind::Digits, 0),
            class::SMALL | class::CAPITAL | class::CASELESS => {
                let (end, flags) = word_end(text, at, class, length);
                let end = if class == class::CASELESS { first_word_end(text, at, end) } else { end };
                (end, TokenKind::Word, flags)
            }
            _ => (at + length, TokenKind::Mark, 0),
        };
        tokens.push(Token { start: at as u32, end: end as u32, kind, flags: flags | before });
        before = 0;
        at = end;
    }
    tokens
}

fn digits_end(text: &str, start: usize) -> usize {
    let digits = text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_digit()).count();
    start + digits
}

/// The end of the word that starts at `start` with a letter of a class and length, and how it is capitalized.
fn word_end(text: &str, start: usize, first: u8, length: usize) -> (usize, u8) {
    // The classes of all letters but the first.
    let mut rest = 0;
    let mut last = first;
    let mut end = start + length;
    while end < text.len() {
        let (class, length) = class_at(text, end);
        if class & (class::LETTER | class::COMBINING) == 0 {
            break;
        }
        if class == class::CAPITAL && last == class::SMALL && rest != 0 && starts_a_word(&text[end..]) {
            break;
        }
        if class != class::COMBINING {
            rest |= class;
            last = class;
        }
        end += length;
    }
    match second_word(&text[start..end]) {
        Some(second) => word_end(&text[..start + second], start, first, length),
        None => (end, case_flags(first, rest)),
    }
}

/// The end of the first word of a run that begins without case: scripts such as Han put no spaces between words, and Unicode's rule
/// for word bounds knows them better than we do.
fn first_word_end(text: &str, start: usize, end: usize) -> usize {
    text[start..end].split_word_bounds().next().map_or(end, |word| start + word.len())
}

fn case_flags(first: u8, rest: u8) -> u8 {
    let capitalized = if first == class::CAPITAL { CAPITALIZED } else { 0 };
    let all = first | rest;
    if all == class::CAPITAL {
        capitalized | ALL_CAPS
    } else if rest & class::CAPITAL != 0 {
        capitalized | MIXED_CASE
    } else {
        capitalized
    }
}

/// Whether a capital and then a small letter stand here: "Xây" in "SởXây" does, "S" in "ThS." does not.
fn starts_a_word(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn spaces_do_not_matter() {
        assert_eq!(pieces("tăng1,36% (10tỷ)"), ["tăng", "1", ",", "36", "%", "(", "10", "tỷ", ")"]);
        assert_eq!(pieces("Quế- Phó  P.CT"), ["Quế", "-", "Phó", "P", ".", "CT"]);
    }

    #[test]
    fn glued_words_are_cut_and_abbreviations_are_not() {
        assert_eq!(pieces("SởXây dựng"), ["Sở", "Xây", "dựng"]);
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
