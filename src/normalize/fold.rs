//! The key under which one word is looked up, whatever its spelling.

use super::letters::letter;

/// The look-up key of one token of normalized text: all spellings of a syllable have the same, no two
/// syllables share one.
///
/// Made by three rules, and by nothing else:
/// - lower case;
/// - the tone is taken off its vowel and put at the end as a digit (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, as one
///   types them in VNI), so that its placement does not matter: "hoà" and "hòa", "uỷ" and "ủy", and the slips
///   "qúy", "gìơ". Placement is free only in oa, oe, uy; elsewhere one of the two is no word, so nothing is
///   confused. A token with two tones is no syllable ("SởXâydựng") and keeps them;
/// - y is i where it is the only vowel, after h, k, l, m, s, t or qu and with nothing behind it: "tỷ" and "tỉ",
///   "kỳ" and "kì", "quý" and "quí" ("công ty" and "công ti" are one word). Not after other consonants ("Vy" and
///   "Vi" are two names), and not alone ("ý" has no spelling "í").
///
/// These rules of orthography: Hoàng Phê (ed.), Từ điển tiếng Việt, and Decision 1989/QĐ-BGDĐT (2018) on i/y
/// and tone marks. Other scripts are lower-cased. The key is to be compared, not shown; it is longer than the
/// token by at most one byte for Vietnamese ones.
///
/// ```
/// use vietfacts::normalize::fold;
///
/// assert_eq!(fold("Uỷ"), fold("ủy"));
/// assert_eq!(fold("TỶ"), fold("tỉ"));
/// assert_eq!(fold("Hoà"), "hoa2");
/// assert_ne!(fold("Vy"), fold("Vi"));
/// ```
pub fn fold(token: &str) -> String {
    let mut key = String::with_capacity(token.len() + 1);
    fold_into(token, &mut key);
    key
}

/// As [`fold`], appended to the caller's buffer.
pub fn fold_into(token: &str, key: &mut String) {
    let start = key.len();
    key.reserve(token.len() + 1);
    let (mut tone, mut tones) = (0, 0);
    for c in token.chars() {
        if c.is_ascii() {
            key.push(c.to_ascii_lowercase());
            continue;
        }
        match letter(c) {
            Some(letter) => {
                key.push(letter.base);
                if letter.tone != 0 {
                    (tone, tones) = (letter.tone, tones + 1);
                }
            }
            None => key.extend(c.to_lowercase()),
        }
    }
    if tones > 1 {
        key.truncate(start);
        key.extend(token.chars().flat_map(char::to_lowercase));
        return;
    }
    if matches!(&key.as_bytes()[start..], [b'h' | b'k' | b'l' | b'm' | b's' | b't', b'y'] | b"quy") {
        key.pop();
        key.push('i');
    }
    if tones == 1 {
        key.push(char::from(b'0' + tone));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::fold;
    use crate::data::syllables;
    use crate::normalize::{is_syllable, spellings, to_old_style};

    /// All possible syllables: no two have the same key but by the rule of i and y.
    #[test]
    fn no_two_syllables_share_a_key() {
        let mut owners: HashMap<String, String> = HashMap::new();
        let mut seen = 0;
        for (onset, rhyme) in syllables().combinations() {
            for tone in ["", "1", "2", "3", "4", "5"] {
                spellings(&format!("{onset}{rhyme}{tone}"), &mut |word| {
                    if !is_syllable(word) {
                        return;
                    }
                    seen += 1;
                    let word = to_old_style(word).into_owned();
                    if let Some(owner) = owners.insert(fold(&word), word.clone())
                        && owner != word
                    {
                        let plain = crate::normalize::strip_marks(&word);
                        let by_rule = ["h", "k", "l", "m", "s", "t", "qu"].iter().any(|onset| {
                            plain.strip_prefix(onset).is_some_and(|rest| matches!(rest, "i" | "y"))
                        });
                        assert!(by_rule, "{word} and {owner} are {}", fold(&word));
                    }
                });
            }
        }
        assert!(seen > 15_000, "only {seen} syllables");
    }

    #[test]
    fn spellings_of_a_syllable_share_a_key() {
        for spellings in [
            ["hoà", "hòa", "HÒA"],
            ["uỷ", "ủy", "Ủy"],
            ["quý", "quí", "qúy"],
            ["giờ", "gìơ", "GIỜ"],
            ["tỷ", "tỉ", "Tỷ"],
            ["kỳ", "kì", "KÌ"],
            ["của", "cuả", "Của"],
            ["Ðồng".replace('Ð', "Đ").as_str(), "đồng", "ĐỒNG"],
        ] {
            assert_eq!(fold(spellings[0]), fold(spellings[1]));
            assert_eq!(fold(spellings[0]), fold(spellings[2]));
        }
    }

    #[test]
    fn different_words_do_not() {
        for (one, other) in [
            ("vy", "vi"),
            ("ý", "í"),
            ("thúy", "thúi"),
            ("thy", "thi"),
            ("khi", "khy"),
            ("đ", "d"),
            ("ma", "mà"),
            ("má", "mà"),
            ("hoa", "họa"),
            ("tai", "tay"),
            ("quy", "quý"),
        ] {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn anything_else_is_lower_cased() {
        for (token, key) in [
            ("Москва", "москва"),
            ("÷", "÷"),
            ("İ", "i\u{307}"),
            ("Straße", "straße"),
            ("SởXâydựng", "sởxâydựng"),
            ("", ""),
        ] {
            assert_eq!(fold(token), key);
        }
    }
}
