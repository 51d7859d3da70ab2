//! What a syllable is: its onset, its rhyme, its tone, and on which letter the tone stands.

use super::letters::letter;
use crate::data::syllables;

/// The longest syllable is "nghiêng".
const LETTERS: usize = 7;

/// Where the tone stands in the open rhymes oa, oe and uy; everywhere else all write alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// "hòa", "khỏe", "ủy": what most papers write.
    Old,
    /// "hoà", "khoẻ", "uỷ": what schools teach.
    New,
}

/// A word taken apart, if it can be a Vietnamese syllable but for the tone and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Syllable {
    /// Lower case, without the tone.
    letters: String,
    onset: usize,
    /// 0 for none, then sắc, huyền, hỏi, ngã, nặng.
    pub tone: u8,
    /// On which letter it stands, counted in letters.
    pub tone_at: usize,
}

/// Whether a word in NFC, in whatever case, is a possible Vietnamese syllable: an onset, a rhyme, at most one
/// tone, in its place in one of the two styles, and sắc or nặng before a final c, ch, p, t ("cát", "cạt", but
/// no "cat", "càt").
///
/// Possible, not in use: "ngoẹc" is nowhere but in comics. What it refuses is misspelled, foreign, or of
/// another language of the country ("Đăk", "Krông").
///
/// ```
/// use vietfacts::normalize::is_syllable;
///
/// for word in ["nghiêng", "quý", "gì", "giếng", "khuỷu", "hoà", "hòa"] {
///     assert!(is_syllable(word), "{word}");
/// }
/// for word in ["cat", "kà", "ngê", "quúy", "qúy", "hoaf", "Krông", "website", "B"] {
///     assert!(!is_syllable(word), "{word}");
/// }
/// ```
pub fn is_syllable(word: &str) -> bool {
    syllable(word).is_some_and(|syllable| {
        let placed = |style| syllable.tone == 0 || syllable.tone_at == syllable.place(style);
        syllable.has_possible_tone() && (placed(Style::Old) || placed(Style::New))
    })
}

/// Takes a word apart.
pub(super) fn syllable(word: &str) -> Option<Syllable> {
    let mut letters = String::with_capacity(2 * LETTERS);
    let (mut tone, mut tone_at) = (0, 0);
    for (at, c) in word.chars().enumerate() {
        let letter = letter(c).filter(|_| at < LETTERS)?;
        if letter.tone != 0 {
            if tone != 0 {
                return None;
            }
            (tone, tone_at) = (letter.tone, at);
        }
        letters.push(letter.base);
    }
    let onset = onset(&letters)?;
    Some(Syllable { letters, onset, tone, tone_at })
}

/// How long the onset is, in bytes: the longest that leaves a rhyme. ("giêng" is g-iêng, as there is no rhyme
/// "êng".)
fn onset(letters: &str) -> Option<usize> {
    let longest = letters.char_indices().map(|(at, _)| at).take(4).filter(|&at| at > 0);
    let mut found = syllables().is_rhyme(letters).then_some(0);
    for end in longest {
        let (onset, rhyme) = letters.split_at(end);
        if syllables().is_onset(onset) && syllables().is_rhyme(rhyme) && agree(onset, rhyme) {
            found = Some(end);
        }
    }
    found.filter(|&onset| onset > 0 || agree("", letters))
}

/// Whether a rhyme is spelled with this onset: c, g, ng before back vowels, k, gh, ngh before e, ê, i and y.
fn agree(onset: &str, rhyme: &str) -> bool {
    let first = rhyme.chars().next().unwrap_or(' ');
    let front = matches!(first, 'e' | 'ê' | 'i' | 'y');
    // The glide of "qu" is the u itself, and only there is a rhyme of y and a final consonant ("quýt",
    // "quỳnh").
    let only_after_qu = matches!(rhyme, "yt" | "yn" | "ynh" | "ych");
    match onset {
        "qu" => !matches!(first, 'o' | 'u' | 'ư'),
        _ if only_after_qu => false,
        "c" | "ng" => !front,
        "g" => !matches!(first, 'e' | 'ê' | 'y'),
        "k" => front,
        "gh" | "ngh" => front && first != 'y',
        "gi" => first != 'i' && first != 'y',
        "" => !rhyme.starts_with("iê"),
        _ => !rhyme.starts_with("yê"),
    }
}

impl Syllable {
    fn rhyme(&self) -> &str {
        &self.letters[self.onset..]
    }

    /// Before a final stop there are only two tones.
    fn has_possible_tone(&self) -> bool {
        let stopped = self.rhyme().ends_with(['c', 'p', 't']) || self.rhyme().ends_with("ch");
        !stopped || matches!(self.tone, 1 | 5)
    }

    /// On which letter the tone belongs, counted in letters.
    ///
    /// On the last of ă â ê ô ơ ư; else before a final consonant on the last vowel, of three vowels on the
    /// second, of two on the first ("mía", "của") but in the new style on the second of oa, oe, uy. (The u of
    /// "qu" and, before another vowel, the i of "gi" are onsets.)
    pub fn place(&self, style: Style) -> usize {
        let onset = self.letters[..self.onset].chars().count();
        let rhyme = self.rhyme();
        if let Some(marked) = rhyme.chars().collect::<Vec<_>>().iter().rposition(|c| !c.is_ascii()) {
            return onset + marked;
        }
        let vowels =
            rhyme.bytes().take_while(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')).count();
        let closed = vowels < rhyme.len();
        let glide = matches!(rhyme, "oa" | "oe" | "uy") && style == Style::New;
        onset
            + match vowels {
                0 | 1 => 0,
                _ if closed => vowels - 1,
                2 => usize::from(glide),
                _ => 1,
            }
    }

    /// "giặt gịa": the one word whose tone stands on the i of "gi" although a vowel follows.
    pub fn is_gia(&self) -> bool {
        self.letters == "gia" && self.tone == 5 && self.tone_at == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_stand_where_they_belong() {
        for (old, new) in [
            ("hòa", "hoà"),
            ("khỏe", "khoẻ"),
            ("ủy", "uỷ"),
            ("quý", "quý"),
            ("quả", "quả"),
            ("già", "già"),
            ("gì", "gì"),
            ("gìn", "gìn"),
            ("giếng", "giếng"),
            ("giờ", "giờ"),
            ("nghĩa", "nghĩa"),
            ("của", "của"),
            ("cửa", "cửa"),
            ("tiến", "tiến"),
            ("yếu", "yếu"),
            ("được", "được"),
            ("ngoài", "ngoài"),
            ("xoáy", "xoáy"),
            ("khuỷu", "khuỷu"),
            ("huỳnh", "huỳnh"),
            ("hoạch", "hoạch"),
            ("thuở", "thuở"),
            ("nguyễn", "nguyễn"),
            ("xoòng", "xoòng"),
            ("múa", "múa"),
            ("tội", "tội"),
            ("cáo", "cáo"),
        ] {
            let place =
                |word: &str, style| syllable(word).map(|syllable| (syllable.tone_at, syllable.place(style)));
            assert!(place(old, Style::Old).is_some_and(|(at, place)| at == place), "{old}");
            assert!(place(new, Style::New).is_some_and(|(at, place)| at == place), "{new}");
        }
    }

    #[test]
    fn the_words_of_a_text_are_syllables() {
        let text = "Chiều nay các đồng chí trong Ban Thường vụ Huyện uỷ đã nghe báo cáo về kết quả thực hiện nhiệm vụ phát triển \
            kinh tế xã hội quốc phòng an ninh quý một và phương hướng quý hai Nguyễn Thuỳ Quỳnh khuyến khích người nghèo thoát \
            nghèo xoong nồi giặt giũ gìn giữ giêng giếng yên ắng oanh liệt ưu tiên ốm đau ý kiến ạ ừ ì huơ khuya quạch quýt quẹt";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in "website Krông Đăk cạtt nghà gê ke1 Jrai Facebook zalo kinhtế nguời đuợc qúy cuả tòan"
            .split_whitespace()
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
