//! What one character becomes, wherever it stands.

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Becomes {
    Itself,
    Other(char),
    /// A Roman numeral: "Ⅲ" is three letters.
    Letters(&'static str),
    Nothing,
}

/// The table, by kind. Code points from the Unicode names list, and from what Vietnamese pages hold.
pub(super) fn becomes(c: char) -> Becomes {
    use Becomes::{Itself, Letters, Nothing, Other};
    match c {
        '\n' | '\t' | ' '..='~' => Itself,
        // Line ends: VT, FF, CR (its LF is read with it), NEL, line and paragraph separator.
        '\u{0B}' | '\u{0C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Other('\n'),
        // Spaces of any width. TAB stays: it is one byte like a space and says where the columns of a table
        // are.
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Other(' '),
        // Invisible: other controls, soft hyphen, joiners, Mongolian vowel separator, zero-width, bidi marks,
        // BOM, variation selectors, and the placeholder that PDF and Word extraction leave for a picture.
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{180E}' => Nothing,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => Nothing,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFFC}' => Nothing,
        // Hyphens and minus signs; then dashes, of which "–" is the one that Vietnamese pages use.
        '\u{2010}' | '\u{2011}' | '\u{2043}' | '\u{2212}' | '\u{FE63}' => Other('-'),
        '\u{2012}' | '\u{2014}' | '\u{2015}' | '\u{2E3A}' | '\u{2E3B}' | '\u{FE58}' => Other('–'),
        // “ ” stay: they say which end they are. What is rarer becomes the plain sign.
        '«' | '»' | '„' | '‟' | '″' | '〝' | '〞' | '〟' => Other('"'),
        // Letters that look like Vietnamese ones and are in no Vietnamese word: Icelandic and African d, gha.
        'Ð' | 'Ɖ' => Other('Đ'),
        'ð' | 'ɖ' => Other('đ'),
        'Ƣ' => Other('Ư'),
        'ƣ' => Other('ư'),
        '！'..='～' => Other(from_full_width(c)),
        'Ⅰ'..='Ⅿ' => Letters(ROMAN[c as usize - 'Ⅰ' as usize]),
        'ⅰ'..='ⅿ' => Letters(SMALL_ROMAN[c as usize - 'ⅰ' as usize]),
        _ => Itself,
    }
}

/// U+FF01 to U+FF5E are ASCII from "!" to "~", in order. Other compatibility characters stay: m² is not m2.
fn from_full_width(c: char) -> char {
    char::from((c as u32 - 0xFF01) as u8 + b'!')
}

const ROMAN: [&str; 16] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

const SMALL_ROMAN: [&str; 16] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "l", "c", "d", "m"];
