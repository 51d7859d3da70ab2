//! The other direction of [`fold`](super::fold()): all words that have a key.

#[cfg(test)]
use super::letters::letter;
use super::letters::{capital, with_tone};

/// Every lower-case spelling whose key is `key`, as `each` is given them; the reverse of [`fold`](super::fold()).
///
/// The tone stands on each vowel in turn, i and y are exchanged where they are one: for `hoa2` "hòa" and "hoà", for `ti3` "tỉ" and
/// "tỷ". A key without a tone, of another script or of digits spells itself.
pub(crate) fn spellings(key: &str, each: &mut dyn FnMut(&str)) {
    let (base, tone) = match key.as_bytes() {
        // Behind a letter it is a tone, behind a digit it ends a number.
        [.., before, digit @ b'1'..=b'5'] if !before.is_ascii_digit() => {
            (&key[..key.len() - 1], digit - b'0')
        }
        _ => (key, 0),
    };
    with_tones(base, tone, each);
    if matches!(base, "hi" | "ki" | "li" | "mi" | "si" | "ti" | "qui") {
        let with_y = format!("{}y", &base[..base.len() - 1]);
        with_tones(&with_y, tone, each);
    }
}

fn with_tones(base: &str, tone: u8, each: &mut dyn FnMut(&str)) {
    if tone == 0 {
        return each(base);
    }
    let mut word = String::with_capacity(base.len() + 2);
    for (at, c) in base.char_indices() {
        let Some(toned) = with_tone(c, tone) else { continue };
        word.clear();
        word.push_str(&base[..at]);
        word.push(toned);
        word.push_str(&base[at + c.len_utf8()..]);
        each(&word);
    }
}

/// The same word with its first letter, and with all of its letters, in capitals; written into the caller's buffers.
pub(crate) fn in_capitals<'b>(word: &str, [first, all]: &'b mut [String; 2]) -> [&'b str; 2] {
    first.clear();
    all.clear();
    let mut letters = word.chars();
    letters.next().into_iter().for_each(|c| push_capital(c, first));
    first.push_str(letters.as_str());
    word.chars().for_each(|c| push_capital(c, all));
    [first, all]
}

fn push_capital(c: char, out: &mut String) {
    match capital(c) {
        Some(capital) => out.push(capital),
        None => out.extend(c.to_uppercase()),
    }
}

/// Whether every letter is one that folding knows by itself: then all its spellings are those of [`spellings`].
#[cfg(test)]
pub(crate) fn is_plain(word: &str) -> bool {
    word.chars().all(|c| letter(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::fold;

    #[test]
    fn capitals_are_those_of_unicode() {
        for c in '\0'..='\u{1FFF}' {
            let word = format!("{c}{c}");
            let upper: String = c.to_uppercase().collect();
            assert_eq!(
                in_capitals(&word, &mut Default::default()),
                [format!("{upper}{c}"), word.to_uppercase()]
            );
        }
    }

    #[test]
    fn numbers_spell_themselves() {
        for key in ["1", "12", "2025"] {
            let mut found = Vec::new();
            spellings(key, &mut |spelling| found.push(spelling.to_owned()));
            assert_eq!(found, [key]);
        }
    }

    #[test]
    fn spellings_fold_back() {
        for word in ["hòa", "tỷ", "quý", "nguyễn", "đường", "giờ", "khuỷu", "a", "uỷ", "ủy", "kì", "xyz"]
        {
            let key = fold(word);
            let mut found = false;
            spellings(&key, &mut |spelling| {
                assert_eq!(fold(spelling), key, "{word}: {spelling}");
                assert!(
                    in_capitals(spelling, &mut Default::default())
                        .iter()
                        .all(|capitals| fold(capitals) == key)
                );
                assert!(is_plain(spelling));
                found |= spelling == word;
            });
            assert!(found, "{word}");
        }
    }
}
