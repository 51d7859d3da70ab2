//! Writing old encodings.

use encoding_rs::WINDOWS_1258;

use super::table::{Table, table};
use super::{Encoding, units, viqr};
use crate::normalize::letters;

/// A text as bytes of an old encoding, and what it could not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The characters that the encoding does not have, in order. A capital is written as the small letter
    /// where that has a code (TCVN3, VPS), anything else as "?".
    pub lost: Vec<char>,
}

impl Encoding {
    /// Writes text in NFC.
    ///
    /// ```
    /// use vietfacts::normalize::legacy::Encoding;
    ///
    /// assert_eq!(Encoding::Viqr.encode("Đắk Lắk").bytes, b"DDa('k La('k");
    /// let encoded = Encoding::Tcvn3.encode("Ủy ban");
    /// assert_eq!(encoded.bytes, b"\xF1y ban");
    /// assert_eq!(encoded.lost, ['Ủ']);
    /// ```
    pub fn encode(self, text: &str) -> Encoded {
        match self {
            Encoding::Utf8 => Encoded { bytes: text.into(), lost: Vec::new() },
            Encoding::Mojibake => Encoded { bytes: misread(text).into(), lost: Vec::new() },
            Encoding::MojibakeTwice => Encoded { bytes: misread(&misread(text)).into(), lost: Vec::new() },
            Encoding::Viqr => {
                each(&viqr::write(text), |c| u8::try_from(c).ok().filter(u8::is_ascii).map(|b| vec![b]))
            }
            Encoding::Windows1258 => each(text, windows_1258),
            _ => match table(self) {
                Some(table) => each(text, |c| code(table, c)),
                None => Encoded::default(),
            },
        }
    }
}

fn each(text: &str, code: impl Fn(char) -> Option<Vec<u8>>) -> Encoded {
    let mut encoded = Encoded::default();
    for c in text.chars() {
        let written = code(c).unwrap_or_else(|| {
            encoded.lost.push(c);
            c.to_lowercase().next().and_then(&code).unwrap_or_else(|| b"?".to_vec())
        });
        encoded.bytes.extend(written);
    }
    encoded
}

/// A letter of the table, or another character of windows-1252 on a byte that the table leaves free.
fn code(table: &Table, c: char) -> Option<Vec<u8>> {
    if let Some(code) = table.code(c) {
        return Some(code.to_vec());
    }
    // The font shows no "À" at the byte where windows-1252 has it.
    if !c.is_ascii() && letters::letter(c).is_some() {
        return None;
    }
    units::windows_1252_byte(c).filter(|&byte| table.letter(&[byte]).is_none()).map(|byte| vec![byte])
}

/// A character of windows-1258, or a vowel of it and a tone.
fn windows_1258(c: char) -> Option<Vec<u8>> {
    let one = |c: char| {
        let mut utf8 = [0; 4];
        let (bytes, _, unknown) = WINDOWS_1258.encode(c.encode_utf8(&mut utf8));
        (!unknown).then(|| bytes.into_owned())
    };
    one(c).or_else(|| {
        let (vowel, tone) = letters::without_tone(c)?;
        Some([one(vowel)?, one(tone)?].concat())
    })
}

/// The UTF-8 of the text read as windows-1252.
fn misread(text: &str) -> String {
    units::of_bytes(text.as_bytes(), 0).iter().map(|unit| unit.c).collect()
}
