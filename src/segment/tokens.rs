//! Tokens: the smallest units of the text.
//!
//! A token is a run of letters, a run of digits, or one other character. Spaces are insignificant between tokens, so "10tỷ",
//! "10 tỷ", "Quế- Phó" and "P.CT" need no rules of their own. A run of letters is cut where a capital follows a small letter
//! ("SởXây dựng"), because a lost space is the likelier cause there; "ThS", "iPhone" and "TTg" stay whole.

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
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    let mut before = LINE_START;
    while at < text.len() {
        let (end, kind, flags) = match text.as_bytes()[at] {
            b'\n' => {
                before |= LINE_START;
                at += 1;
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                before |= AFTER_SPACE;
                at += 1;
                continue;
            }
            b'0'..=b'9' => (digits_end(text, at), TokenKind::Digits, 0),
            _ => {
                let first = text[at..].chars().next().expect("inside the text");
                if first.is_whitespace() {
                    before |= AFTER_SPACE;
                    at += first.len_utf8();
                    continue;
                }
                if first.is_alphabetic() {
                    let (end, flags) = word_end(text, at, first);
                    (end, TokenKind::Word, flags)
                } else {
                    (at + first.len_utf8(), TokenKind::Mark, 0)
                }
            }
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

/// The end of the word that starts at `start`, and whether it is capitalized or in capitals.
fn word_end(text: &str, start: usize, first: char) -> (usize, u8) {
    let mut capitals = u32::from(first.is_uppercase());
    let mut letters = 1;
    let mut end = start + first.len_utf8();
    let mut after_small = first.is_lowercase();
    let mut flags = if capitals == 1 { CAPITALIZED } else { 0 };
    while let Some(next) = text[end..].chars().next() {
        if is_combining(next) {
            end += next.len_utf8();
            continue;
        }
        if !next.is_alphabetic() {
            break;
        }
        let capital = next.is_uppercase();
        if capital && after_small && letters > 1 && starts_a_word(&text[end..]) {
            break;
        }
        after_small = !capital;
        capitals += u32::from(capital);
        letters += 1;
        end += next.len_utf8();
    }
    if capitals == letters {
        flags |= ALL_CAPS;
    } else if capitals > u32::from(first.is_uppercase()) {
        flags |= MIXED_CASE;
    }
    (end, flags)
}

/// Whether a capital and then a small letter stand here: "Xây" in "SởXây" does, "S" in "ThS." does not.
fn starts_a_word(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !is_combining(*c));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
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
