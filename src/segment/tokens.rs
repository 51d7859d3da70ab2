//! Tokens: the smallest units of the text.
//!
//! A token is a run of letters, a run of digits, or one other character. Spaces are insignificant between tokens, so "10tỷ",
//! "10 tỷ", "Quế- Phó" and "P.CT" need no rules of their own. A run of letters is cut where a capital follows a small letter
//! ("SởXây dựng"), because a lost space is the likelier cause there; "ThS", "iPhone" and "TTg" stay whole. So is one that only a
//! lost space can have made ("Bìnhđã", see [`second_word`]).

use super::glue::second_word;
use unicode_segmentation::UnicodeSegmentation;

use super::letters::{class, class_at};
use super::window::{WIDTH, Window};

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

/// The tokens of a text, and which of them may begin or end a sentence.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub tokens: Vec<Token>,
    /// The tokens that start a line and the marks that may end a sentence, by index.
    pub breaks: Vec<u32>,
}

/// Cuts `text` into tokens. The text must be shorter than 4 GiB.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    Tokens::of(text).tokens
}

impl Tokens {
    /// Cuts `text` into tokens, a window of bytes at a time: the fast path for what is written in ASCII and in Vietnamese letters
    /// with a capital at most at its start. Whatever else stands between two ASCII marks is cut letter by letter.
    pub(super) fn of(text: &str) -> Tokens {
        // A token of Vietnamese news is 4.6 bytes long on average, its space included.
        let room = text.len() / 4 + 1;
        let mut cut = Tokens { tokens: Vec::with_capacity(room), breaks: Vec::with_capacity(room / 16) };
        let bytes = text.as_bytes();
        let (mut at, mut before) = (0, LINE_START);
        while at < text.len() {
            (at, before) = cut.window(text, bytes, at, before);
        }
        cut
    }

    /// Adds the tokens that lie wholly in the window at `at`, where a token or a space begins. Returns where the next window
    /// begins, and what stands before it.
    fn window(&mut self, text: &str, bytes: &[u8], at: usize, mut before: u8) -> (usize, u8) {
        let window = Window::read(bytes, at);
        let Window { word, digit, space, line_break, .. } = window;
        let blank = space | line_break;
        let mut starts = !blank & !(word & (word << 1)) & !(digit & (digit << 1));
        let mut end = 0;
        while starts != 0 {
            let start = starts.trailing_zeros();
            starts &= starts - 1;
            let gap = bits(start) & !bits(end);
            before |= if gap & space != 0 { AFTER_SPACE } else { 0 };
            before |= if gap & line_break != 0 { LINE_START } else { 0 };
            let run = if word >> start & 1 == 1 { word >> start } else { digit >> start };
            let length = run.trailing_ones().max(1);
            end = start + length;
            if end as usize == WIDTH && at + WIDTH < bytes.len() {
                // It may go on behind the window.
                return if start > 0 { (at + start as usize, before) } else { self.long(text, at, before) };
            }
            let (from, to) = (at + start as usize, at + end as usize);
            if word >> start & 1 == 0 {
                let kind = if digit >> start & 1 == 1 { TokenKind::Digits } else { TokenKind::Mark };
                self.push(Token { start: from as u32, end: to as u32, kind, flags: before });
                before = 0;
                if kind == TokenKind::Mark && matches!(bytes[from], b'.' | b'!' | b'?' | b'"') {
                    self.may_end_sentence();
                }
            } else {
                match window.simple_word(start, length) {
                    Some(flags) => {
                        let flags = flags | before;
                        self.push(Token { start: from as u32, end: to as u32, kind: TokenKind::Word, flags });
                        before = 0;
                    }
                    None => before = self.run(text, from, to, before),
                }
            }
        }
        let gap = !bits(end);
        before |= if gap & space != 0 { AFTER_SPACE } else { 0 };
        before |= if gap & line_break != 0 { LINE_START } else { 0 };
        (at + WIDTH, before)
    }

    fn push(&mut self, token: Token) {
        if token.is_line_start() {
            self.breaks.push(self.tokens.len() as u32);
        }
        self.tokens.push(token);
    }

    /// Notes the last token as one that may end a sentence.
    fn may_end_sentence(&mut self) {
        let last = self.tokens.len() as u32 - 1;
        if self.breaks.last() != Some(&last) {
            self.breaks.push(last);
        }
    }

    /// Cuts a run of letters or digits that fills a window and may go on behind it.
    fn long(&mut self, text: &str, start: usize, before: u8) -> (usize, u8) {
        let bytes = &text.as_bytes()[start..];
        let is_digits = bytes[0].is_ascii_digit();
        let inside =
            |b: &&u8| if is_digits { b.is_ascii_digit() } else { !b.is_ascii() || b.is_ascii_alphabetic() };
        let end = start + bytes.iter().take_while(inside).count();
        (end, self.run(text, start, end, before))
    }

    /// Cuts `text[start..end]` letter by letter: the slow twin of [`Tokens::window`]. It returns what stands before the next token.
    fn run(&mut self, text: &str, start: usize, end: usize, mut before: u8) -> u8 {
        let text = &text[..end];
        let mut at = start;
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
            self.push(Token { start: at as u32, end: end as u32, kind, flags: flags | before });
            if kind == TokenKind::Mark && may_end_sentence(&text[at..end]) {
                self.may_end_sentence();
            }
            before = 0;
            at = end;
        }
        before
    }
}

impl Window {
    /// The flags of the word at these bits, if it is one token by its bytes alone: letters of Vietnamese, none but the first a
    /// capital, and no sign that it is two words.
    fn simple_word(&self, start: u32, length: u32) -> Option<u8> {
        let inside = bits(length);
        let capital = self.capital >> start & inside;
        let high = self.high >> start & inside;
        // The bytes of the first letter: those of no other letter follow it directly.
        let first = if high & 1 == 0 { 1 } else { 2 + u32::from(self.three_bytes >> start & 1 == 1) };
        let rest = high & !bits(first);
        let apart = rest & !(rest << 1);
        let d_bar = self.d_bar >> start & inside & !1;
        if self.rare >> start & inside != 0
            || capital & !1 != 0
            || d_bar != 0
            || apart & (apart.wrapping_sub(1)) != 0
        {
            return None;
        }
        Some(match capital {
            0 => 0,
            _ if length == first => CAPITALIZED | ALL_CAPS,
            _ => CAPITALIZED,
        })
    }
}

/// The lowest so many bits, of 64 at most.
fn bits(count: u32) -> u64 {
    1_u64.checked_shl(count).map_or(u64::MAX, |bit| bit - 1)
}

/// Whether a mark may end a sentence, or stand behind the one that does.
pub(super) fn may_end_sentence(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "…" | "\"" | "”" | "»")
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
    use proptest::prelude::*;

    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text(text)).collect()
    }

    proptest! {
        #[test]
        fn windows_and_letters_agree(text in "([a-zA-Z]{1,9}|[a-zđĐưƯơƠăĂâêộỘẾếýÝÀàŨũĨĩ]{1,7}|[0-9]{1,5}|[ \n\t]{1,3}|[.,!?\"”…–×ß(%-]|[a-zẠ-ỹ]{60,70}|\\PC| (Sở|Xây|UBND|huyện|tổ|chức|đã|Bình)){0,60}") {
            let mut slow = Tokens::default();
            slow.run(&text, 0, text.len(), LINE_START);
            let fast = Tokens::of(&text);
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
