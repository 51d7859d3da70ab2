//! Cutting a text into tokens, a row at a time.

use unicode_segmentation::UnicodeSegmentation;

use super::glue::second_word;
use super::letters::{class, class_at};
use super::tokens::{AFTER_SPACE, ALL_CAPS, CAPITALIZED, LINE_START, MIXED_CASE, STOP, Token, TokenKind};
use super::vocabulary::{Known, UNKNOWN, Vocabulary};
use super::window::{Bounds, READ, WIDTH, Window, padded};

/// Room for the tokens of a window: each has a byte at least.
pub(crate) type Row = [Token; WIDTH];

/// A text that is being cut, a row of tokens at a time.
#[derive(Debug)]
pub(crate) struct Cutter<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    /// Where the next row begins, at a token or a space.
    at: usize,
    /// Up to here the text is cut letter by letter.
    slowly_to: usize,
    /// The end of the last token.
    end: u32,
    /// Whether a line break stands before the next.
    is_line_start: bool,
}

impl<'a> Cutter<'a> {
    /// Cuts a text, from a place on where a line starts, a window of bytes at a time. What stands between two spaces or ASCII marks is
    /// looked up as a whole: it is nearly always one known word. Where it is not, it is cut letter by letter.
    pub(crate) fn new(text: &'a str, start: usize, vocabulary: &'a Vocabulary) -> Self {
        Cutter { text, vocabulary, at: start, slowly_to: 0, end: NOWHERE, is_line_start: true }
    }

    /// The slow twin of [`Cutter::new`].
    pub(super) fn letter_by_letter(text: &'a str, vocabulary: &'a Vocabulary) -> Self {
        Cutter { slowly_to: text.len(), ..Cutter::new(text, 0, vocabulary) }
    }

    /// Whether all is cut.
    #[inline]
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Puts the next tokens into a row. Returns how many they are: none where only white space was left in a window.
    #[inline(always)]
    pub(crate) fn fill(&mut self, row: &mut Row) -> usize {
        if self.at < self.slowly_to {
            return self.slowly(row);
        }
        match self.text.as_bytes().get(self.at..self.at + READ) {
            Some(whole) => self.window(whole.try_into().expect("a whole window"), row),
            None => self.last_window(row),
        }
    }

    /// A window that the text ends in.
    #[inline(never)]
    fn last_window(&mut self, row: &mut Row) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        self.window(&padded(&rest[..rest.len().min(READ)]), row)
    }

    /// Puts the tokens that lie wholly in the next window into a row.
    #[inline(always)]
    fn window(&mut self, bytes: &[u8; READ], row: &mut Row) -> usize {
        let at = self.at;
        let window = Window::read(bytes);
        let Bounds { mut starts, mut lasts, mut line_start, mut breaks_at_end } =
            window.bounds(self.is_line_start);
        let mut next = at + WIDTH;
        if lasts >> (WIDTH - 1) != 0 && next < self.text.len() {
            // The last may go on behind the window.
            let last = starts.ilog2();
            if last == 0 {
                self.slowly_to = self.long(at);
                return self.slowly(row);
            }
            (starts, lasts) = (starts & below(last), lasts & below(last));
            next = at + last as usize;
            breaks_at_end = line_start >> last & 1 != 0;
        }
        let (mut count, mut end) = (0, self.end);
        self.is_line_start = false;
        while starts != 0 {
            let (start, last) = (starts.trailing_zeros(), lasts.trailing_zeros());
            (starts, lasts) = (starts & (starts - 1), lasts & (lasts - 1));
            let (from, to) = (at as u32 + start, at as u32 + last + 1);
            let is_line_start = (line_start >> start) as u8 & 1;
            match self.vocabulary.short(window.bytes_from(start), to - from) {
                Some(known) => {
                    let before = before_flags((from != end).into(), is_line_start);
                    row[count % WIDTH] = Token { start: from, end: to, known: known.behind(before) };
                    end = to;
                    count += 1;
                }
                None => {
                    (self.end, self.is_line_start) = (end, is_line_start != 0);
                    count = self.unknown(from as usize, to as usize, row, count);
                    end = self.end;
                    if self.is_line_start && starts != 0 {
                        self.is_line_start = false;
                        line_start |= starts & starts.wrapping_neg();
                    }
                }
            }
        }
        self.is_line_start |= breaks_at_end;
        (self.at, self.end) = (next, end);
        count
    }

    /// Puts the token, or the tokens, that a run is which is no known short spelling behind the first `count` of a row, and returns how many
    /// they are then: words that quotes or dashes touch are looked up without them.
    #[inline(never)]
    fn unknown(&mut self, mut start: usize, end: usize, row: &mut Row, mut count: usize) -> usize {
        let bytes = self.text.as_bytes();
        if let Some(known) = self.vocabulary.long(&self.text[start..end]) {
            return self.put(start, end, *known, row, count);
        }
        if !bytes[start..end].contains(&QUOTES) {
            return self.unlisted(start, end, row, count);
        }
        while let Some(at) = bytes[start..end].windows(QUOTE).position(is_quote) {
            let quote = start + at;
            count = self.part(start, quote, row, count);
            count = self.part(quote, quote + QUOTE, row, count);
            start = quote + QUOTE;
        }
        self.part(start, end, row, count)
    }

    /// What stands between two quotes, or one of them.
    fn part(&mut self, start: usize, end: usize, row: &mut Row, count: usize) -> usize {
        if start == end {
            return count;
        }
        match self.vocabulary.known(&self.text[start..end]) {
            Some(known) => self.put(start, end, known, row, count),
            None => self.unlisted(start, end, row, count),
        }
    }

    /// What no table has.
    fn unlisted(&mut self, start: usize, end: usize, row: &mut Row, count: usize) -> usize {
        let bytes = &self.text.as_bytes()[start..end];
        if bytes[0].is_ascii_digit() {
            self.put(start, end, Known::new(UNKNOWN, TokenKind::Digits, 0), row, count)
        } else if let Some(flags) = ascii_word(bytes) {
            self.put(start, end, Known::new(UNKNOWN, TokenKind::Word, flags), row, count)
        } else {
            self.run(start, end, row, count).1
        }
    }

    /// Puts a token into a row.
    fn put(&mut self, start: usize, end: usize, known: Known, row: &mut Row, count: usize) -> usize {
        let (start, end) = (start as u32, end as u32);
        let is_line_start = std::mem::take(&mut self.is_line_start);
        let before = before_flags((start != self.end).into(), is_line_start.into());
        row[count % WIDTH] = Token { start, end, known: known.behind(before) };
        self.end = end;
        count + 1
    }

    /// The end of a run of letters or digits that fills a window and may go on behind it.
    fn long(&self, start: usize) -> usize {
        let bytes = &self.text.as_bytes()[start..];
        let is_digits = bytes[0].is_ascii_digit();
        let inside =
            |b: &&u8| if is_digits { b.is_ascii_digit() } else { !b.is_ascii() || b.is_ascii_alphabetic() };
        start + bytes.iter().take_while(inside).count()
    }

    /// Fills a row with what is to be cut letter by letter.
    #[inline(never)]
    fn slowly(&mut self, row: &mut Row) -> usize {
        let (at, count) = self.run(self.at, self.slowly_to, row, 0);
        self.at = at;
        count
    }

    /// Cuts `start..end` letter by letter until the row is full. Returns how far it came.
    fn run(&mut self, start: usize, end: usize, row: &mut Row, mut count: usize) -> (usize, usize) {
        let text = &self.text[..end];
        let mut at = start;
        while at < text.len() && count < WIDTH {
            let (class, length) = class_at(text, at);
            let (end, kind, flags) = match class {
                class::SPACE => {
                    at += length;
                    continue;
                }
                class::LINE_BREAK => {
                    self.is_line_start = true;
                    at += length;
                    continue;
                }
                class::DIGIT => (digits_end(text, at), TokenKind::Digits, 0),
                class::SMALL | class::CAPITAL | class::CASELESS => {
                    let (end, flags) = word_end(text, at, class, length);
                    let end = if class == class::CASELESS { first_word_end(text, at, end) } else { end };
                    (end, TokenKind::Word, flags)
                }
                _ => {
                    let stops = may_end_sentence(&text[at..at + length]);
                    (at + length, TokenKind::Mark, if stops { STOP } else { 0 })
                }
            };
            let word = self.vocabulary.id(kind, flags & MIXED_CASE != 0, &text[at..end]);
            count = self.put(at, end, Known::new(word, kind, flags), row, count);
            at = end;
        }
        (at, count)
    }
}

/// What stands before a token, as flags; each of the two is 0 or 1.
#[inline(always)]
fn before_flags(is_after_space: u8, is_line_start: u8) -> u8 {
    (is_after_space * AFTER_SPACE) | (is_line_start * LINE_START)
}

/// No token ends there: a text is shorter.
const NOWHERE: u32 = u32::MAX;

/// The bits below one of 64.
fn below(bit: u32) -> u64 {
    (1 << bit) - 1
}

/// Whether a mark may end a sentence, or stand behind the one that does.
pub(super) fn may_end_sentence(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "…" | "\"" | "”" | "»")
}

/// The bytes of a curly quote, a dash or an ellipsis.
const QUOTE: usize = 3;

/// The first of them.
const QUOTES: u8 = 0xE2;

/// U+2013 to U+201F, U+2026.
fn is_quote(bytes: &[u8]) -> bool {
    matches!(bytes, [QUOTES, 0x80, 0x93..=0x9F | 0xA6])
}

/// How a word in letters of ASCII is capitalized, if that is no sign of two words or of an abbreviation.
fn ascii_word(word: &[u8]) -> Option<u8> {
    let (first, rest) = word.split_first()?;
    let small = |letters: &[u8]| letters.iter().all(u8::is_ascii_lowercase);
    match (first.is_ascii_uppercase(), rest) {
        (true, []) => Some(CAPITALIZED | ALL_CAPS),
        (true, rest) if small(rest) => Some(CAPITALIZED),
        (true, rest) if rest.iter().all(u8::is_ascii_uppercase) => Some(CAPITALIZED | ALL_CAPS),
        (false, _) if small(word) => Some(0),
        _ => None,
    }
}

fn digits_end(text: &str, start: usize) -> usize {
    let digits = text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_digit()).count();
    start + digits
}

/// The end of the word that starts at `start` with a letter of a class and length, and how it is capitalized.
pub(super) fn word_end(text: &str, start: usize, first: u8, length: usize) -> (usize, u8) {
    // The classes of all letters but the first.
    let mut rest = 0;
    let mut last = first;
    let mut end = start + length;
    while end < text.len() {
        let (class, length) = class_at(text, end);
        if class & (class::LETTER | class::COMBINING) == 0 {
            break;
        }
        if class == class::CAPITAL
            && last == class::SMALL
            && rest != 0
            && starts_a_word(&text[end..])
            && !is_scottish(&text[start..end])
        {
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

/// "McCallen", "MacDonna": the capital inside belongs to the name. Neither is a syllable of Vietnamese, where a stop asks for a tone.
fn is_scottish(run: &str) -> bool {
    matches!(run, "Mc" | "Mac")
}

/// Whether a capital and then a small letter stand here: "Xây" in "SởXây" does, "S" in "ThS." does not.
fn starts_a_word(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
