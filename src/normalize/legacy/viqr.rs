//! VIQR, the mnemonic ASCII of RFC 1456.

use super::units::Unit;
use crate::normalize::letters::{letter as take_apart, marked};

/// The signs of VIQR and the combining marks that they stand for, qualities first, as they are typed.
const SIGNS: [(char, char); 8] = [
    ('^', '\u{302}'),
    ('(', '\u{306}'),
    ('+', '\u{31B}'),
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('?', '\u{309}'),
    ('~', '\u{303}'),
    ('.', '\u{323}'),
];

/// The letter at the beginning with the signs that belong to it, and how many units that is.
///
/// "\" before a sign says that it is punctuation ("ta\." is "ta" and a full stop).
pub(super) fn letter(units: &[Unit]) -> (char, usize) {
    let first = units[0].c;
    let Some(second) = units.get(1).map(|unit| unit.c) else { return (first, 1) };
    match (first, second) {
        ('\\', sign) if sign == '\\' || sign == 'd' || sign == 'D' || mark(sign).is_some() => {
            return (sign, 2);
        }
        ('d', 'd') => return ('đ', 2),
        ('D', 'd' | 'D') => return ('Đ', 2),
        _ => {}
    }
    let (mut letter, mut length) = (first, 1);
    while let Some(made) = units.get(length).and_then(|unit| marked(letter, mark(unit.c)?)) {
        (letter, length) = (made, length + 1);
    }
    (letter, length)
}

fn mark(sign: char) -> Option<char> {
    SIGNS.iter().find(|(other, _)| *other == sign).map(|&(_, mark)| mark)
}

/// The text in VIQR; signs that would be taken for marks are escaped. Characters that are neither Vietnamese
/// nor ASCII stay as they are, for the caller to see.
pub(super) fn write(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next_is_d = matches!(rest.peek(), Some('d' | 'D' | 'đ' | 'Đ'));
        if c == '\\' || matches!(c, 'd' | 'D') && next_is_d || would_join(&written, c) {
            written.push('\\');
        }
        match c {
            'đ' => written.push_str("dd"),
            'Đ' => written.push_str("DD"),
            _ => match signs(c) {
                Some((base, signs)) => written.extend([base].into_iter().chain(signs.into_iter().flatten())),
                None => written.push(c),
            },
        }
    }
    written
}

/// Whether a sign after what is written would be read as part of the letter there.
fn would_join(written: &str, c: char) -> bool {
    let base = written.trim_end_matches(|sign| mark(sign).is_some()).chars().next_back();
    mark(c).is_some() && base.is_some_and(|base| "aeiouyAEIOUY".contains(base))
}

/// A vowel as its base and its signs.
fn signs(c: char) -> Option<(char, [Option<char>; 2])> {
    if c.is_ascii() || take_apart(c).is_none() {
        return None;
    }
    for base in "aeiouyAEIOUY".chars() {
        for (sign, quality) in SIGNS {
            match marked(base, quality) {
                Some(made) if made == c => return Some((base, [Some(sign), None])),
                Some(made) => {
                    if let Some((tone, _)) =
                        SIGNS[3..].iter().find(|(_, tone)| marked(made, *tone) == Some(c))
                    {
                        return Some((base, [Some(sign), Some(*tone)]));
                    }
                }
                None => {}
            }
        }
    }
    None
}
