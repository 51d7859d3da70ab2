//! The Vietnamese alphabet: which vowel and which tone a letter is made of.

/// How many tones there are, with the one that has no mark.
const TONES: usize = 6;

/// The vowels, each without a tone and with sắc, huyền, hỏi, ngã, nặng. (TCVN 5712, and the 134 letters of
/// Unicode that are Vietnamese and not ASCII are these, their capitals, đ and Đ.)
const VOWELS: [[char; TONES]; 12] = [
    ['a', 'á', 'à', 'ả', 'ã', 'ạ'],
    ['ă', 'ắ', 'ằ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ấ', 'ầ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'é', 'è', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ế', 'ề', 'ể', 'ễ', 'ệ'],
    ['i', 'í', 'ì', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ó', 'ò', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ố', 'ồ', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ú', 'ù', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ứ', 'ừ', 'ử', 'ữ', 'ự'],
    ['y', 'ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'],
];

const CAPITALS: [[char; TONES]; 12] = [
    ['A', 'Á', 'À', 'Ả', 'Ã', 'Ạ'],
    ['Ă', 'Ắ', 'Ằ', 'Ẳ', 'Ẵ', 'Ặ'],
    ['Â', 'Ấ', 'Ầ', 'Ẩ', 'Ẫ', 'Ậ'],
    ['E', 'É', 'È', 'Ẻ', 'Ẽ', 'Ẹ'],
    ['Ê', 'Ế', 'Ề', 'Ể', 'Ễ', 'Ệ'],
    ['I', 'Í', 'Ì', 'Ỉ', 'Ĩ', 'Ị'],
    ['O', 'Ó', 'Ò', 'Ỏ', 'Õ', 'Ọ'],
    ['Ô', 'Ố', 'Ồ', 'Ổ', 'Ỗ', 'Ộ'],
    ['Ơ', 'Ớ', 'Ờ', 'Ở', 'Ỡ', 'Ợ'],
    ['U', 'Ú', 'Ù', 'Ủ', 'Ũ', 'Ụ'],
    ['Ư', 'Ứ', 'Ừ', 'Ử', 'Ữ', 'Ự'],
    ['Y', 'Ý', 'Ỳ', 'Ỷ', 'Ỹ', 'Ỵ'],
];

/// A letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Lower case, without a tone.
    pub base: char,
    /// 0 for none, then in the order of the rows: sắc, huyền, hỏi, ngã, nặng.
    pub tone: u8,
}

/// Takes a letter of the Vietnamese alphabet, or any of ASCII, apart; nothing for other characters.
pub(super) fn letter(c: char) -> Option<Letter> {
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then(|| Letter { base: c.to_ascii_lowercase(), tone: 0 });
    }
    let found = *TABLE.get(index(c)?)?;
    (found.base != '\0').then_some(found)
}

/// A lower-case vowel without a tone, given one of 1 to 5; nothing for other letters.
pub(super) fn with_tone(vowel: char, tone: u8) -> Option<char> {
    let row = VOWELS.iter().find(|row| row[0] == vowel)?;
    row.get(usize::from(tone)).copied()
}

const LATIN: usize = 0x1B1 - 0xC0;
const ADDITIONAL: usize = 0x1EFA - 0x1EA0;

/// The letters lie in two stretches of Unicode: U+00C0 to U+01B0 and U+1EA0 to U+1EF9.
const fn index(c: char) -> Option<usize> {
    match c as usize {
        at @ 0xC0..=0x1B0 => Some(at - 0xC0),
        at @ 0x1EA0..=0x1EF9 => Some(at - 0x1EA0 + LATIN),
        _ => None,
    }
}

static TABLE: [Letter; LATIN + ADDITIONAL] = table();

const fn table() -> [Letter; LATIN + ADDITIONAL] {
    let mut table = [Letter { base: '\0', tone: 0 }; LATIN + ADDITIONAL];
    let mut vowel = 0;
    while vowel < VOWELS.len() {
        let mut tone = 0;
        while tone < TONES {
            let letter = Letter { base: VOWELS[vowel][0], tone: tone as u8 };
            if let Some(at) = index(VOWELS[vowel][tone]) {
                table[at] = letter;
            }
            if let Some(at) = index(CAPITALS[vowel][tone]) {
                table[at] = letter;
            }
            tone += 1;
        }
        vowel += 1;
    }
    table['đ' as usize - 0xC0] = Letter { base: 'đ', tone: 0 };
    table['Đ' as usize - 0xC0] = Letter { base: 'đ', tone: 0 };
    table
}
