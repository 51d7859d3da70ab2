//! What kind of character a token is made of, without decoding more than has to be.

/// A kind of character, as the tokens see it. The values are bits, so that those of a word can be gathered.
pub(super) mod class {
    pub const SPACE: u8 = 1;
    pub const LINE_BREAK: u8 = 2;
    pub const DIGIT: u8 = 4;
    pub const MARK: u8 = 8;
    pub const SMALL: u8 = 16;
    pub const CAPITAL: u8 = 32;
    /// A letter without case: 漢, ª.
    pub const CASELESS: u8 = 64;
    pub const COMBINING: u8 = 128;
    pub const LETTER: u8 = SMALL | CAPITAL | CASELESS;
}
use class::*;

/// The class of the character at `at`, and its length in bytes.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> (u8, usize) {
    let bytes = text.as_bytes();
    let first = bytes[at];
    if first < 0x80 {
        return (ASCII[first as usize], 1);
    }
    // Vietnamese letters: C3 to C6 and one byte, or E1 BA/BB and one byte.
    if let Some(second) = bytes.get(at + 1) {
        let low = usize::from(second & 0x3F);
        match first {
            0xC3..=0xC6 => return (LATIN[usize::from(first - 0xC3) * 64 + low], 2),
            0xE1 if *second & 0xFE == 0xBA => {
                let last = bytes.get(at + 2).map_or(0, |last| usize::from(last & 0x3F));
                return (ADDITIONAL[usize::from(second & 1) * 64 + last], 3);
            }
            _ => {}
        }
    }
    slow_class(text, at)
}

#[cold]
fn slow_class(text: &str, at: usize) -> (u8, usize) {
    let letter = text[at..].chars().next().expect("inside the text");
    (class_of(letter), letter.len_utf8())
}

/// What [`class_at`] says of a character, by the tables of Unicode.
fn class_of(letter: char) -> u8 {
    match letter {
        '\n' => LINE_BREAK,
        '0'..='9' => DIGIT,
        '\u{300}'..='\u{36f}' => COMBINING,
        _ if letter.is_whitespace() => SPACE,
        _ if letter.is_lowercase() => SMALL,
        _ if letter.is_uppercase() => CAPITAL,
        _ if letter.is_alphabetic() => CASELESS,
        _ => MARK,
    }
}

static ASCII: [u8; 128] = ascii();

const fn ascii() -> [u8; 128] {
    let mut table = [MARK; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = match at as u8 {
            b'\n' => LINE_BREAK,
            b' ' | b'\t' | b'\r' | 0x0B | 0x0C => SPACE,
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            _ => MARK,
        };
        at += 1;
    }
    table
}

/// U+00C0 to U+01BF. Small and capital letters alternate from U+0100 on, with a few exceptions.
static LATIN: [u8; 256] = latin();

const fn latin() -> [u8; 256] {
    let mut table = [MARK; 256];
    let mut at = 0;
    while at < 256 {
        table[at] = match at + 0xC0 {
            0xD7 | 0xF7 => MARK,
            0xC0..=0xDE => CAPITAL,
            0xDF..=0xFF => SMALL,
            0x138 | 0x149 | 0x17F | 0x180 | 0x18D | 0x19B | 0x1AA | 0x1BA | 0x1AB => SMALL,
            0x1BB => CASELESS,
            // Here small letters have the even numbers.
            c @ (0x139..=0x148 | 0x179..=0x17E) => {
                if c % 2 == 1 {
                    CAPITAL
                } else {
                    SMALL
                }
            }
            0x178 | 0x181 | 0x182 | 0x184 | 0x186 | 0x187 | 0x189..=0x18B | 0x18E..=0x191 | 0x193 | 0x194 => {
                CAPITAL
            }
            0x196..=0x198 | 0x19C | 0x19D | 0x19F | 0x1A0 | 0x1A2 | 0x1A4 | 0x1A6 | 0x1A7 | 0x1A9 => CAPITAL,
            0x1AC | 0x1AE | 0x1AF | 0x1B1..=0x1B3 | 0x1B5 | 0x1B7 | 0x1B8 | 0x1BC => CAPITAL,
            c @ 0x100..=0x177 => {
                if c % 2 == 0 {
                    CAPITAL
                } else {
                    SMALL
                }
            }
            _ => SMALL,
        };
        at += 1;
    }
    table[0x1BE - 0xC0] = SMALL;
    table
}

/// U+1E80 to U+1EFF: capital letters have the even numbers, except around ẞ.
static ADDITIONAL: [u8; 128] = additional();

const fn additional() -> [u8; 128] {
    let mut table = [MARK; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = match at + 0x1E80 {
            0x1E95..=0x1E9D | 0x1E9F => SMALL,
            0x1E9E => CAPITAL,
            c => {
                if c % 2 == 0 {
                    CAPITAL
                } else {
                    SMALL
                }
            }
        };
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_agree_with_unicode() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let text = format!("{letter}  ");
            // U+01C0 and what follows shares its first byte with nothing in the tables.
            assert_eq!(
                class_at(&text, 0),
                (class_of(letter), letter.len_utf8()),
                "{:?} U+{:04X}",
                letter,
                letter as u32
            );
        }
    }
}
