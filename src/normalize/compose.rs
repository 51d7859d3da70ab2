//! NFC, one character at a time, at the end of a text that is already NFC.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::rewriter::Rewriter;

/// More marks than this on one letter are no spelling. They stay as they are, which keeps the work on each mark bounded.
const MARKS: usize = 32;

/// Writes `c`, which the source from `from` to here became, and composes it with what it belongs to.
pub(super) fn push(out: &mut Rewriter<'_>, from: usize, c: char) {
    if c.is_ascii() {
        return out.write_char(from, c);
    }
    match is_nfc_quick(std::iter::once(c)) {
        IsNormalized::No => decompose_canonical(c, |part| join(out, from, part)),
        IsNormalized::Yes if canonical_combining_class(c) == 0 => out.write_char(from, c),
        _ => join(out, from, c),
    }
}

/// The character that `c` is another code point for: the Greek question mark is a semicolon.
pub(super) fn singleton(c: char) -> Option<char> {
    if c.is_ascii() || is_nfc_quick(std::iter::once(c)) != IsNormalized::No {
        return None;
    }
    let (mut first, mut count) = (None, 0);
    decompose_canonical(c, |part| {
        first = first.or(Some(part));
        count += 1;
    });
    first.filter(|_| count == 1)
}

/// Puts a character onto the letter before it.
fn join(out: &mut Rewriter<'_>, from: usize, mark: char) {
    let Some(last) = out.text().chars().next_back() else { return out.write_char(from, mark) };
    if let Some(letter) = compose(last, mark).or_else(|| vowel_under_tone(last, mark)) {
        let start = out.text().len() - last.len_utf8();
        return replace_end(out, start, letter.encode_utf8(&mut [0; 4]));
    }
    if canonical_combining_class(mark) == 0 {
        return out.write_char(from, mark);
    }
    match cluster_start(out.text()) {
        Some(start) => {
            let composed: String = out.text()[start..].chars().chain([mark]).nfc().collect();
            if composed.strip_prefix(&out.text()[start..]).is_some_and(|tail| tail.chars().eq([mark])) {
                out.write_char(from, mark);
            } else {
                replace_end(out, start, &composed);
            }
        }
        None => out.write_char(from, mark),
    }
}

fn replace_end(out: &mut Rewriter<'_>, start: usize, composed: &str) {
    let from = out.retract(start);
    out.write(from, composed);
}

/// Where the last letter with its marks begins; nothing where they are too many.
fn cluster_start(text: &str) -> Option<usize> {
    for (marks, (start, c)) in text.char_indices().rev().enumerate() {
        if marks > MARKS {
            return None;
        }
        if canonical_combining_class(c) == 0 {
            return Some(start);
        }
    }
    Some(0)
}

/// "é" + circumflex is "ế" typed in the wrong order. For Unicode these two differ (both marks have class 230), for a
/// reader nothing else can be meant: no Vietnamese letter has a circumflex or breve above its tone.
fn vowel_under_tone(toned: char, quality: char) -> Option<char> {
    if !matches!(quality, '\u{302}' | '\u{306}') {
        return None;
    }
    let mut parts = ['\0'; 3];
    let mut count = 0;
    decompose_canonical(toned, |part| {
        parts[count.min(2)] = part;
        count += 1;
    });
    let [vowel, tone, _] = parts;
    let has_tone = count == 2 && matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}');
    if has_tone { compose(compose(vowel, quality)?, tone) } else { None }
}
