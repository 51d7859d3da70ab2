//! Tone marks in one of the two styles, on request.

use std::borrow::Cow;

use super::letters::{with_tone, without_tone};
use super::syllable::{Style, syllable};

/// Writes the tones of a text in NFC in the old style ("hòa", "khỏe", "ủy"), which most papers use.
///
/// Tones that stand where nobody puts them go to their place too ("qúy", "gìơ", "cuả"). Words that are no
/// possible syllables ([`is_syllable`](super::is_syllable)) stay as they are; so does everything but tone
/// marks.
///
/// ```
/// use vietfacts::normalize::to_old_style;
///
/// assert_eq!(to_old_style("Uỷ ban xã Hoà Bình, qúy I"), "Ủy ban xã Hòa Bình, quý I");
/// ```
pub fn to_old_style(text: &str) -> Cow<'_, str> {
    to_style(text, Style::Old)
}

/// Writes the tones of a text in NFC in the new style ("hoà", "khoẻ", "uỷ"), which schools teach; otherwise
/// as [`to_old_style`].
///
/// ```
/// use vietfacts::normalize::to_new_style;
///
/// assert_eq!(to_new_style("ỦY BAN xã Hòa Bình"), "UỶ BAN xã Hoà Bình");
/// ```
pub fn to_new_style(text: &str) -> Cow<'_, str> {
    to_style(text, Style::New)
}

fn to_style(text: &str, style: Style) -> Cow<'_, str> {
    let mut written = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphabetic).map(|found| at + found) {
        let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |found| start + found);
        if let Some(word) = placed(&text[start..end], style) {
            written.push_str(&text[copied..start]);
            written.push_str(&word);
            copied = end;
        }
        at = end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    written.push_str(&text[copied..]);
    Cow::Owned(written)
}

/// The word with its tone in its place; nothing where it is there already or the word is no syllable.
fn placed(word: &str, style: Style) -> Option<String> {
    let syllable = syllable(word)?;
    let place = syllable.place(style);
    if syllable.tone == 0 || syllable.tone_at == place || syllable.is_gia() {
        return None;
    }
    let mut written = String::with_capacity(word.len() + 2);
    for (at, c) in word.chars().enumerate() {
        let moved = match at {
            _ if at == syllable.tone_at => without_tone(c)?.0,
            _ if at == place => with_tone(c, syllable.tone)?,
            _ => c,
        };
        written.push(moved);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let old = "Ủy ban tỉnh Hòa Bình và thị xã Thủy Nguyên; khỏe, quý, quả, giặt gịa, KHÓA XV, Thúy.";
        let new = "Uỷ ban tỉnh Hoà Bình và thị xã Thuỷ Nguyên; khoẻ, quý, quả, giặt gịa, KHOÁ XV, Thuý.";
        assert_eq!(to_new_style(old), new);
        assert_eq!(to_old_style(new), old);
        assert!(matches!(to_old_style(old), Cow::Borrowed(_)));
    }

    #[test]
    fn slips_go_to_their_place() {
        assert_eq!(
            to_old_style("qúy gìơ cuả nưã đựơc ngừơi nghiã Qùa"),
            "quý giờ của nữa được người nghĩa Quà"
        );
        assert_eq!(to_new_style("Krông Búk, café, HDND; SởXâydựng"), "Krông Búk, café, HDND; SởXâydựng");
    }
}
