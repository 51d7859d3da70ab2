//! A source as single bytes, whether it is bytes or text that was made of them.

use encoding_rs::{Encoding as CodePage, WINDOWS_1252, WINDOWS_1258};
use once_cell::sync::Lazy;

use crate::Span;

/// One byte of the old encoding, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// The byte; nothing for a character that no byte was ever read as.
    pub byte: Option<u8>,
    /// The same as a character: itself in text, the one of windows-1252 in bytes.
    pub c: char,
    /// Its place in the source.
    pub span: Span,
}

/// The bytes of `source`, which stands at `start` of a greater one.
pub(super) fn of_bytes(source: &[u8], start: usize) -> Vec<Unit> {
    let unit = |(at, &byte): (usize, &u8)| Unit {
        byte: Some(byte),
        c: WINDOWS_1252_CHARS[byte as usize],
        span: Span::new(start + at, start + at + 1),
    };
    source.iter().enumerate().map(unit).collect()
}

/// The bytes that the characters of `source` were before they were read in windows-1252 (or 1258, where that
/// has another).
pub(super) fn of_text(source: &str, start: usize) -> Vec<Unit> {
    let unit = |(at, c): (usize, char)| Unit {
        byte: byte(c),
        c,
        span: Span::new(start + at, start + at + c.len_utf8()),
    };
    source.char_indices().map(unit).collect()
}

/// All bytes as windows-1252. The five that it leaves open are controls, as everywhere on the web.
static WINDOWS_1252_CHARS: Lazy<[char; 256]> = Lazy::new(|| all(WINDOWS_1252));

/// All bytes as windows-1258.
pub(super) static WINDOWS_1258_CHARS: Lazy<[char; 256]> = Lazy::new(|| all(WINDOWS_1258));

fn all(page: &'static CodePage) -> [char; 256] {
    std::array::from_fn(|byte| {
        let byte = [byte as u8];
        let (text, _) = page.decode_without_bom_handling(&byte);
        text.chars().next().unwrap_or('\u{FFFD}')
    })
}

/// The byte that was read as `c`.
fn byte(c: char) -> Option<u8> {
    windows_1252_byte(c).or_else(|| position(&WINDOWS_1258_CHARS, c))
}

/// The byte that is `c` in windows-1252.
pub(super) fn windows_1252_byte(c: char) -> Option<u8> {
    if c.is_ascii() || matches!(c, '\u{A0}'..='\u{FF}') {
        return u8::try_from(u32::from(c)).ok();
    }
    position(&WINDOWS_1252_CHARS, c)
}

fn position(page: &[char; 256], c: char) -> Option<u8> {
    page.iter().position(|&other| other == c).and_then(|byte| u8::try_from(byte).ok())
}
