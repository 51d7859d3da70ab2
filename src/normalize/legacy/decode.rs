//! Reading old encodings, with the way back to the bytes.

use super::table::{Table, table};
use super::units::{self, Unit, WINDOWS_1258_CHARS};
use super::{Encoding, detect, detect_bytes, viqr};
use crate::Span;
use crate::normalize::letters;
use crate::normalize::offsets::{Edit, OffsetMap};

/// Text that was read in an old encoding, and where each piece of it came from.
#[derive(Clone, Debug, Default)]
pub struct Decoded {
    text: String,
    map: OffsetMap,
}

impl Decoded {
    /// The text, in NFC as far as the encoding's letters go. (It is not normalized otherwise.)
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes that a span of the text came from; in what was given to `decode_text` they are on character
    /// boundaries.
    pub fn to_source(&self, span: Span) -> Span {
        self.map.to_source(span)
    }

    /// Writes a character that the `span` of the `source` is. What is the same there leaves no trace in the
    /// map.
    fn write(&mut self, source: &[u8], span: Span, c: char) {
        let start = self.text.len();
        self.text.push(c);
        if source[span.start..span.end] != self.text.as_bytes()[start..] {
            self.map.push(Edit { text: Span::new(start, self.text.len()), source: span });
        }
    }
}

impl Encoding {
    /// Reads bytes. What is no code of the encoding is read as windows-1252; as UTF-8, with U+FFFD, for the
    /// encodings that are mistakes made with it.
    pub fn decode(self, bytes: &[u8]) -> Decoded {
        let mut decoded = Decoded::default();
        match (self, std::str::from_utf8(bytes)) {
            (Encoding::Utf8, _) => decode_utf8(bytes, Span::new(0, bytes.len()), &mut decoded),
            (Encoding::Mojibake | Encoding::MojibakeTwice | Encoding::Viqr, Ok(text)) => {
                return self.decode_text(text);
            }
            (Encoding::Mojibake | Encoding::MojibakeTwice, Err(_)) => {
                decode_utf8(bytes, Span::new(0, bytes.len()), &mut decoded)
            }
            _ => decode_units(self, bytes, &units::of_bytes(bytes, 0), &mut decoded),
        }
        decoded
    }

    /// Reads text whose characters were made of the encoding's bytes by windows-1252.
    pub fn decode_text(self, text: &str) -> Decoded {
        let mut decoded = Decoded::default();
        decode_text_to(self, text.as_bytes(), text, 0, &mut decoded);
        decoded
    }
}

/// Reads bytes that do not say what they are, line by line: menus may be UTF-8 where the article is TCVN3.
///
/// Each line is read as what [`detect`] finds it to be. A line that is not sure is read as the last sure one
/// was, at the beginning as the next one will be; if it is UTF-8, only where it can be that and reads no worse
/// so. Where nothing is sure, it is UTF-8 with U+FFFD for what is none.
pub fn decode_bytes(bytes: &[u8]) -> Decoded {
    let lines = lines(bytes);
    let mut decoded = Decoded::default();
    let mut last = lines.iter().find_map(|line| line.found);
    let mut last_bytes = lines.iter().filter(|line| line.text.is_none()).find_map(|line| line.found);
    for line in &lines {
        match line.text {
            Some(text) => {
                let likely = last.filter(|&encoding| detect::may_be(text, encoding));
                let encoding = line.found.or(likely).unwrap_or(Encoding::Utf8);
                decode_text_to(encoding, bytes, text, line.span.start, &mut decoded);
            }
            None => {
                last_bytes = line.found.or(last_bytes);
                match last_bytes {
                    None => decode_utf8(bytes, line.span, &mut decoded),
                    Some(encoding) => {
                        let units = units::of_bytes(&bytes[line.span.start..line.span.end], line.span.start);
                        decode_units(encoding, bytes, &units, &mut decoded);
                    }
                }
            }
        }
        last = line.found.or(last);
    }
    decoded
}

/// A line with its line end.
struct Line<'b> {
    span: Span,
    /// The line, if it is UTF-8.
    text: Option<&'b str>,
    /// The encoding, where it is sure.
    found: Option<Encoding>,
}

fn lines(bytes: &[u8]) -> Vec<Line<'_>> {
    let mut start = 0;
    let line = |line| {
        let span = Span::new(start, start + <[u8]>::len(line));
        start = span.end;
        let text = std::str::from_utf8(line).ok();
        let found = match text {
            Some(text) => detect(text).encoding.filter(|&found| detect::is_telling(text, found)),
            None => detect_bytes(line).encoding,
        };
        Line { span, text, found }
    };
    bytes.split_inclusive(|&byte| byte == b'\n').map(line).collect()
}

/// Reads `text`, which stands at `start` of the `source`.
fn decode_text_to(encoding: Encoding, source: &[u8], text: &str, start: usize, decoded: &mut Decoded) {
    match encoding {
        Encoding::Utf8 => decoded.text.push_str(text),
        Encoding::MojibakeTwice => {
            let once = Encoding::Mojibake.decode_text(text);
            let mut units = units::of_text(once.text(), 0);
            for unit in &mut units {
                let span = once.to_source(unit.span);
                unit.span = Span::new(start + span.start, start + span.end);
            }
            decode_units(Encoding::Mojibake, source, &units, decoded);
        }
        _ => decode_units(encoding, source, &units::of_text(text, start), decoded),
    }
}

fn decode_utf8(source: &[u8], span: Span, decoded: &mut Decoded) {
    let mut at = span.start;
    for chunk in source[span.start..span.end].utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        at += chunk.valid().len();
        let end = at + chunk.invalid().len();
        if end > at {
            decoded.write(source, Span::new(at, end), char::REPLACEMENT_CHARACTER);
        }
        at = end;
    }
}

fn decode_units(encoding: Encoding, source: &[u8], units: &[Unit], decoded: &mut Decoded) {
    let table = table(encoding);
    let mut rest = units;
    while let Some(first) = rest.first() {
        let (c, length) = match (encoding, table) {
            (_, Some(table)) => letter(table, rest),
            (Encoding::Windows1258, _) => windows_1258(rest),
            (Encoding::Viqr, _) => viqr::letter(rest),
            (Encoding::Mojibake | Encoding::MojibakeTwice, _) => utf8(rest),
            _ => (first.c, 1),
        };
        decoded.write(source, Span::new(first.span.start, rest[length - 1].span.end), c);
        rest = &rest[length..];
    }
}

/// The letter of a table at the beginning, of two bytes if there is one.
fn letter(table: &Table, units: &[Unit]) -> (char, usize) {
    if let [Unit { byte: Some(first), .. }, Unit { byte: Some(second), .. }, ..] = units
        && let Some(letter) = table.letter(&[*first, *second])
    {
        return (letter, 2);
    }
    (units[0].byte.and_then(|byte| table.letter(&[byte])).unwrap_or(units[0].c), 1)
}

/// A letter of windows-1258 with the tone that follows it.
fn windows_1258(units: &[Unit]) -> (char, usize) {
    let c = |unit: &Unit| unit.byte.map_or(unit.c, |byte| WINDOWS_1258_CHARS[byte as usize]);
    let first = c(&units[0]);
    match units.get(1).and_then(|mark| letters::marked(first, c(mark))) {
        Some(letter) => (letter, 2),
        None => (first, 1),
    }
}

/// A character whose bytes in UTF-8 these are. "à" ends in a no-break space, of which pages often made a
/// space.
fn utf8(units: &[Unit]) -> (char, usize) {
    let length = match units[0].byte {
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        _ => return (units[0].c, 1),
    };
    let mut bytes = [0; 4];
    for (at, byte) in bytes.iter_mut().enumerate().take(length) {
        *byte = match units.get(at).and_then(|unit| unit.byte) {
            Some(b' ') if at + 1 == length => 0xA0,
            Some(byte) => byte,
            None => return (units[0].c, 1),
        };
    }
    match std::str::from_utf8(&bytes[..length]).ok().and_then(|text| text.chars().next()) {
        Some(c) => (c, length),
        None => (units[0].c, 1),
    }
}
