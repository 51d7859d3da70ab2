//! Cutting a text into tokens, which go to whoever takes them.

use unicode_segmentation::UnicodeSegmentation;

use super::glue::second_word;
use super::letters::{class, class_at};
use super::tokens::{AFTER_SPACE, ALL_CAPS, CAPITALIZED, LINE_START, MIXED_CASE, STOP, Token, TokenKind};
use super::vocabulary::{Known, UNKNOWN, Vocabulary};
use super::window::{Bounds, WIDTH, Window};

/// What takes the tokens of a text, one after the other.
pub(crate) trait Sink {
    fn take(&mut self, token: Token);
}

/// A text that is being cut.
pub(crate) struct Cutter<'a, S> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    sink: S,
    /// What stands before the next token, as flags.
    before: u8,
}

impl<'a, S: Sink> Cutter<'a, S> {
    fn new(text: &'a str, vocabulary: &'a Vocabulary, sink: S) -> Self {
        Cutter { text, vocabulary, sink, before: AFTER_SPACE | LINE_START }
    }

    /// Cuts `text` into tokens, a window of bytes at a time. What stands between two spaces or ASCII marks is looked up as a whole:
    /// it is nearly always one known word. Where it is not, it is cut letter by letter.
    pub(crate) fn cut(text: &'a str, vocabulary: &'a Vocabulary, sink: S) -> S {
        let mut cutter = Cutter::new(text, vocabulary, sink);
        let mut at = 0;
        while at < text.len() {
            at = cutter.window(at);
        }
        cutter.sink
    }

    /// The slow twin of [`Cutter::cut`].
    pub(super) fn letter_by_letter(text: &'a str, vocabulary: &'a Vocabulary, sink: S) -> S {
        let mut cutter = Cutter::new(text, vocabulary, sink);
        cutter.run(0, text.len());
        cutter.sink
    }

    /// Hands on the tokens that lie wholly in the window at `at`, where a token or a space begins. Returns where the next window
    /// begins.
    fn window(&mut self, at: usize) -> usize {
        let window = Window::read(self.text.as_bytes(), at);
        let Bounds { mut starts, mut lasts, mut after_space, mut line_start } = window.bounds();
        let mut next = at + WIDTH;
        if lasts >> (WIDTH - 1) != 0 && next < self.text.len() {
            // The last may go on behind the window.
            let last = starts.ilog2();
            if last == 0 {
                return self.long(at);
            }
            (starts, lasts) = (starts & below(last), lasts & below(last));
            next = at + last as usize;
        }
        self.hand_before(starts, &mut after_space, &mut line_start);
        while starts != 0 {
            let (start, last) = (starts.trailing_zeros(), lasts.trailing_zeros());
            (starts, lasts) = (starts & (starts - 1), lasts & (lasts - 1));
            let bit = |bits: u64| (bits >> start & 1) as u8;
            let before = before_flags(bit(after_space), bit(line_start));
            let (from, to) = (at + start as usize, at + last as usize + 1);
            match self.vocabulary.short(window.bytes_from(start), last + 1 - start) {
                Some(&Known { word, kind, flags }) => {
                    self.sink.take(Token { start: from as u32, end: to as u32, word, kind, flags, before });
                }
                None => {
                    self.before = before;
                    self.unknown(from, to);
                    self.hand_before(starts, &mut after_space, &mut line_start);
                }
            }
        }
        let (is_blank, is_break) = window.blank_at_end(next - at);
        self.before |= before_flags(is_blank.into(), is_break.into());
        next
    }

    /// What stands before the next token is left to the window that has it.
    #[inline]
    fn hand_before(&mut self, starts: u64, after_space: &mut u64, line_start: &mut u64) {
        if self.before != 0 && starts != 0 {
            let first = starts & starts.wrapping_neg();
            *after_space |= first;
            *line_start |= if self.before & LINE_START != 0 { first } else { 0 };
            self.before = 0;
        }
    }

    /// Hands on the token, or the tokens, that a run is which is no known short spelling: words that quotes or dashes touch are looked up
    /// without them.
    #[inline(never)]
    fn unknown(&mut self, mut start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        if let Some(known) = self.vocabulary.long(&self.text[start..end]) {
            return self.push_next(start, end, *known);
        }
        if !bytes[start..end].contains(&QUOTES) {
            return self.unlisted(start, end);
        }
        while let Some(at) = bytes[start..end].windows(QUOTE).position(is_quote) {
            let quote = start + at;
            self.part(start, quote);
            self.part(quote, quote + QUOTE);
            start = quote + QUOTE;
        }
        self.part(start, end);
    }

    /// Hands on what stands between two quotes, or one of them.
    fn part(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        match self.vocabulary.known(&self.text[start..end]) {
            Some(known) => self.push_next(start, end, *known),
            None => self.unlisted(start, end),
        }
    }

    /// Hands on what no table has.
    fn unlisted(&mut self, start: usize, end: usize) {
        let bytes = &self.text.as_bytes()[start..end];
        if bytes[0].is_ascii_digit() {
            self.push_next(start, end, Known { word: UNKNOWN, kind: TokenKind::Digits, flags: 0 });
        } else if let Some(flags) = ascii_word(bytes) {
            self.push_next(start, end, Known { word: UNKNOWN, kind: TokenKind::Word, flags });
        } else {
            self.run(start, end);
        }
    }

    fn push_next(&mut self, start: usize, end: usize, known: Known) {
        let before = std::mem::take(&mut self.before);
        let Known { word, kind, flags } = known;
        self.sink.take(Token { start: start as u32, end: end as u32, word, kind, flags, before });
    }

    /// Cuts a run of letters or digits that fills a window and may go on behind it; returns its end.
    fn long(&mut self, start: usize) -> usize {
        let bytes = &self.text.as_bytes()[start..];
        let is_digits = bytes[0].is_ascii_digit();
        let inside =
            |b: &&u8| if is_digits { b.is_ascii_digit() } else { !b.is_ascii() || b.is_ascii_alphabetic() };
        let end = start + bytes.iter().take_while(inside).count();
        self.run(start, end);
        end
    }

    /// Cuts `start..end` letter by letter.
    fn run(&mut self, start: usize, end: usize) {
        let text = &self.text[..end];
        let mut at = start;
        while at < text.len() {
            let (class, length) = class_at(text, at);
            let (end, kind, flags) = match class {
                class::SPACE => {
                    self.before |= AFTER_SPACE;
                    at += length;
                    continue;
                }
                class::LINE_BREAK => {
                    self.before |= AFTER_SPACE | LINE_START;
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
            self.push_next(at, end, Known { word, kind, flags });
            at = end;
        }
    }
}

/// What stands before a token, as flags; each of the two is 0 or 1.
#[inline]
fn before_flags(is_after_space: u8, is_line_start: u8) -> u8 {
    (is_after_space * AFTER_SPACE) | (is_line_start * LINE_START)
}

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
