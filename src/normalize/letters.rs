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

/// Whether a letter has the mark of a tone.
pub(crate) fn is_toned(c: char) -> bool {
    letter(c).is_some_and(|letter| letter.tone != 0)
}

/// A vowel without a tone, given one of 1 to 5; nothing for other letters.
pub(super) fn with_tone(vowel: char, tone: u8) -> Option<char> {
    marked(vowel, *MARKS[..TONES - 1].get(usize::from(tone).checked_sub(1)?)?)
}

/// A letter of the Vietnamese alphabet, or any of ASCII, as a capital; nothing for other characters.
pub(super) fn capital(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_uppercase());
    }
    Some(CAPITAL[index(c)?]).filter(|capital| *capital != '\0')
}

/// A toned vowel taken apart: the vowel in its case, and the combining mark of its tone.
pub(super) fn without_tone(c: char) -> Option<(char, char)> {
    let row = VOWELS.iter().chain(&CAPITALS).find(|row| row[1..].contains(&c))?;
    let tone = row.iter().position(|&toned| toned == c)?;
    Some((row[0], MARKS[tone - 1]))
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

static CAPITAL: [char; LATIN + ADDITIONAL] = capital_table();

const fn capital_table() -> [char; LATIN + ADDITIONAL] {
    let mut table = ['\0'; LATIN + ADDITIONAL];
    let mut vowel = 0;
    while vowel < VOWELS.len() {
        let mut tone = 0;
        while tone < TONES {
            if let Some(at) = index(VOWELS[vowel][tone]) {
                table[at] = CAPITALS[vowel][tone];
            }
            if let Some(at) = index(CAPITALS[vowel][tone]) {
                table[at] = CAPITALS[vowel][tone];
            }
            tone += 1;
        }
        vowel += 1;
    }
    table['đ' as usize - 0xC0] = 'Đ';
    table['Đ' as usize - 0xC0] = 'Đ';
    table
}

/// The marks that Vietnamese letters are made with, as combining characters: those of the tones in the order
/// of the rows of [`VOWELS`], then circumflex, breve and horn.
const MARKS: [char; 8] =
    ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}', '\u{302}', '\u{306}', '\u{31B}'];

/// What circumflex, breve and horn make of a vowel.
const QUALITIES: [[(char, char); 3]; 3] = [
    [('a', 'â'), ('e', 'ê'), ('o', 'ô')],
    [('a', 'ă'), ('\0', '\0'), ('\0', '\0')],
    [('o', 'ơ'), ('u', 'ư'), ('\0', '\0')],
];

/// The Vietnamese letter that a letter and a combining mark make.
///
/// The order of typing does not matter: the dot below may come before the circumflex (as in NFD) or after.
/// For most tones Unicode itself makes a difference there ("é" + circumflex is not "ế": both marks have class
/// 230), but no Vietnamese letter has a circumflex or breve above its tone, so nothing else can be meant.
pub(super) fn marked(letter: char, mark: char) -> Option<char> {
    let mark = mark_index(mark)?;
    let at = if letter.is_ascii() { letter as usize } else { 128 + index(letter)? };
    let made = MARKED[at][mark];
    (made != '\0').then_some(made)
}

const fn mark_index(c: char) -> Option<usize> {
    if c < MARKS[1] || c > MARKS[4] {
        return None;
    }
    let mut at = 0;
    while at < MARKS.len() {
        if MARKS[at] as u32 == c as u32 {
            return Some(at);
        }
        at += 1;
    }
    None
}

static MARKED: [[char; MARKS.len()]; 128 + LATIN + ADDITIONAL] = marked_table();

const fn marked_table() -> [[char; MARKS.len()]; 128 + LATIN + ADDITIONAL] {
    let mut table = [['\0'; MARKS.len()]; 128 + LATIN + ADDITIONAL];
    let mut vowel = 0;
    while vowel < VOWELS.len() {
        let mut tone = 0;
        while tone < TONES {
            let mut mark = 0;
            while mark < MARKS.len() {
                let (made_vowel, made_tone) = made(vowel, tone, mark);
                if made_tone < TONES {
                    table[marked_row(VOWELS[vowel][tone])][mark] = VOWELS[made_vowel][made_tone];
                    table[marked_row(CAPITALS[vowel][tone])][mark] = CAPITALS[made_vowel][made_tone];
                }
                mark += 1;
            }
            tone += 1;
        }
        vowel += 1;
    }
    table
}

/// The row and column of [`VOWELS`] that a letter comes to by a mark; a column that is not there where it
/// does not.
const fn made(vowel: usize, tone: usize, mark: usize) -> (usize, usize) {
    if mark < TONES - 1 {
        return (vowel, if tone == 0 { mark + 1 } else { TONES });
    }
    let qualities = QUALITIES[mark + 1 - TONES];
    let mut at = 0;
    while at < qualities.len() {
        if qualities[at].0 as u32 == VOWELS[vowel][0] as u32 {
            return (row_of(qualities[at].1), tone);
        }
        at += 1;
    }
    (vowel, TONES)
}

const fn row_of(vowel: char) -> usize {
    let mut row = 0;
    while VOWELS[row][0] as u32 != vowel as u32 {
        row += 1;
    }
    row
}

const fn marked_row(letter: char) -> usize {
    match index(letter) {
        Some(at) => 128 + at,
        None => letter as usize,
    }
}
