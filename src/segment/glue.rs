//! Words that lost the space between them: "Bìnhđã", "tổchức", "UBNDhuyện". They are read as two, never rewritten.
//!
//! A word is cut only where that can be no mistake: it is no possible syllable itself, there is one place where both halves are,
//! each half has a letter that is not ASCII ("Pelé" is no "Pe lé") or the first ends as Vietnamese names do, one of them has a tone
//! ("Xơđăng", "Êđê" and other names of the highlands have none), and the second begins with a consonant ("đưọc" is a slip for "được").

use crate::normalize::{is_syllable, is_toned};

/// Two syllables of which each has a mark have at least so many bytes, and at most so many ("nghiêng" twice, every letter of three).
const LENGTHS: std::ops::RangeInclusive<usize> = 6..=42;

/// Where the second of two words begins that are written as one.
pub(super) fn second_word(word: &str) -> Option<usize> {
    if !LENGTHS.contains(&word.len()) {
        return None;
    }
    if word.is_ascii() {
        return after_abbreviation(word);
    }
    after_capitals(word)
        .or_else(|| before_capitals(word))
        .or_else(|| if may_be_two(word) { between_syllables(word) } else { None })
        .or_else(|| behind_plain_name(word))
}

/// A syllable of so many letters is none of another language's: "Giang|không".
const LONG_SYLLABLE: usize = 5;

/// Behind a capitalised syllable in ASCII letters that ends as few words of other languages do: "Giang|tổ", but "Hernán", "Kongô".
fn behind_plain_name(word: &str) -> Option<usize> {
    let plain = word.find(|c: char| !c.is_ascii())?;
    // The second word has its consonants before the first letter with a mark.
    let cuts = word[..plain].match_indices(['n', 'N']).map(|(at, _)| at + 2);
    let mut cuts = cuts.filter(|&at| at >= 4 && at <= plain && at < word.len()).filter(|&at| {
        let (first, second) = word.split_at(at);
        first.ends_with(['g', 'h'])
            && is_syllable(first)
            && begins_with_consonant(second)
            && is_marked_syllable(second)
            && (second.chars().any(is_toned) || first.len() >= LONG_SYLLABLE)
    });
    let cut = cuts.next().filter(|_| word.starts_with(char::is_uppercase) && !is_syllable(word))?;
    if cuts.next().is_none() { Some(cut) } else { None }
}

/// Whether letters outside ASCII stand apart, or a đ inside, which they do in no syllable but one with đ in front. This sorts out
/// nearly every word by its bytes.
fn may_be_two(word: &str) -> bool {
    let mut state = 0;
    for (at, c) in word.char_indices().skip(1) {
        state = match (state, c.is_ascii()) {
            (_, false) if matches!(c, 'đ' | 'Đ') => return at > 0,
            (0, false) => 1,
            (1, true) => 2,
            (2, false) => return true,
            (state, _) => state,
        };
    }
    false
}

fn between_syllables(word: &str) -> Option<usize> {
    if is_syllable(word) || !word.chars().any(is_toned) {
        return None;
    }
    let mut cuts = word.char_indices().map(|(at, _)| at).skip(1).filter(|&at| {
        let (first, second) = word.split_at(at);
        is_marked_syllable(first) && begins_with_consonant(second) && is_marked_syllable(second)
    });
    let cut = cuts.next()?;
    if cuts.next().is_none() { Some(cut) } else { None }
}

fn is_marked_syllable(word: &str) -> bool {
    !word.is_ascii() && is_syllable(word)
}

fn begins_with_consonant(word: &str) -> bool {
    word.starts_with(|c| matches!(c, 'b'..='d' | 'g' | 'h' | 'k'..='n' | 'p'..='t' | 'v' | 'x' | 'đ'))
}

/// Behind so many capitals that they are an abbreviation, whatever follows: "TPHCM|Theo".
fn after_abbreviation(word: &str) -> Option<usize> {
    let last = word.find(|c: char| !c.is_ascii_uppercase())?.checked_sub(1).filter(|&last| last >= 4)?;
    let rest = &word[last..];
    (rest.len() >= 3 && !is_syllable(&word[..last]) && is_syllable(rest)).then_some(last)
}

/// The same after capitals: "UBND|huyện", "HĐND|Tỉnh", "GDP|Phát", but "ThS", "TTg".
fn after_capitals(word: &str) -> Option<usize> {
    let small = word.find(|c: char| !c.is_uppercase()).filter(|&at| at > 0)?;
    let (capitals, rest) = word.split_at(small);
    let (last, _) = capitals.char_indices().next_back()?;
    let longer_than = |capitals: &str, length: usize| capitals.chars().nth(length).is_some();
    // A sentence that begins there is likelier than a word in small letters: "hát", "Phát".
    if longer_than(&word[..last], 1) && is_marked_syllable(&word[last..]) {
        return Some(last);
    }
    // "RChâm" is a name of the Jarai.
    let is_word = longer_than(capitals, 2) && begins_with_consonant(rest) && is_marked_syllable(rest);
    is_word.then_some(small)
}

/// Before an abbreviation: "Tín|ĐBQH", but "iPhone", and no syllable in capitals, whose word may have more pieces: "Anh|TRẦN BÌNH".
fn before_capitals(word: &str) -> Option<usize> {
    let small = word.char_indices().find(|(_, c)| c.is_lowercase()).map(|(at, _)| at)?;
    let capital = small + word[small..].find(char::is_uppercase)?;
    let (first, rest) = word.split_at(capital);
    let is_vowel = |c: char| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y');
    // "đồng|UBND"
    let least = if rest.starts_with(is_vowel) { 4 } else { 3 };
    let is_abbreviation = rest.chars().count() >= least
        && rest.chars().all(|c| c.is_ascii_uppercase() || c == 'Đ')
        && !is_syllable(rest);
    (is_abbreviation && is_marked_syllable(first)).then_some(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(word: &str) -> String {
        second_word(word).map_or(word.to_owned(), |at| format!("{}|{}", &word[..at], &word[at..]))
    }

    #[test]
    fn words_are_cut_where_nothing_else_is_meant() {
        for glued in [
            "Bình|đã",
            "Chính|đề",
            "Cường|và",
            "tổ|chức",
            "Định|biểu",
            "Sơn|trình",
            "Xây|dựng",
            "Hà|đã",
            "UBND|huyện",
            "HĐND|Tỉnh",
            "TP|Huế",
            "GDP|Phát",
            "TPHCM|Theo",
            "HẢI|Chiều",
            "Tín|ĐBQH",
            "đồng|UBND",
            "Giang|tổ",
            "Giang|không",
            "Thanh|đã",
        ] {
            assert_eq!(cut(&glued.replace('|', "")), glued);
        }
    }

    #[test]
    fn other_words_stay_whole() {
        for word in [
            "trường",
            "nguyễn",
            "được",
            "đường",
            "đoàn",
            "đuổi",
            "nghiêng",
            "Êđê",
            "Xơđăng",
            "Kđăm",
            "Pelé",
            "Perón",
            "Sánchez",
            "Matxcơva",
            "đưọc",
            "nguời",
            "ThS",
            "TTg",
            "RChâm",
            "TTCNTT",
            "UNESCO",
            "MobiFone",
            "ĐắkLắk",
            "Võ",
            "Hélène",
            "Đăkrông",
            "Kongô",
            "Hernán",
            "ĐắkLẮK",
        ] {
            assert_eq!(cut(word), word);
        }
    }
}
