//! NFC, one character at a time, at the end of a text that is already NFC.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::letters;
use super::rewriter::Rewriter;

/// More marks than this on one letter are no spelling. They stay as they are, which keeps the work on each
/// mark bounded.
const MARKS: usize = 32;

/// Writes `c`, which the source from `from` to here became, and composes it with what it belongs to.
pub(super) fn push(out: &mut Rewriter<'_>, from: usize, c: char) {
    if c.is_ascii() {
        return out.write_char(from, c);
    }
    if let Some((letter, start)) = vietnamese(out.text(), c) {
        return replace_end(out, start, letter);
    }
    match is_nfc_quick(std::iter::once(c)) {
        IsNormalized::No => decompose_canonical(c, |part| join(out, from, part)),
        IsNormalized::Yes if canonical_combining_class(c) == 0 => out.write_char(from, c),
        _ => join(out, from, c),
    }
}

/// Whether a character composes with nothing before it and is no other in NFC.
pub(super) fn is_inert(c: char) -> bool {
    is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0
}

/// The character that `c` is another code point for: the Greek question mark is a semicolon.
pub(super) fn singleton(c: char) -> Option<char> {
    if c < '\u{340}' || is_nfc_quick(std::iter::once(c)) != IsNormalized::No {
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
    let last = out.text().chars().next_back();
    if let Some((last, letter)) = last.and_then(|last| Some((last, compose(last, mark)?))) {
        let start = out.text().len() - last.len_utf8();
        return replace_end(out, start, letter);
    }
    if canonical_combining_class(mark) == 0 {
        return out.write_char(from, mark);
    }
    let Some(start) = cluster_start(out.text()) else { return out.write_char(from, mark) };
    let composed: String = out.text()[start..].chars().chain([mark]).nfc().collect();
    let before = &out.text()[start..];
    if composed.strip_prefix(before).is_some_and(|tail| tail.chars().eq([mark])) {
        return out.write_char(from, mark);
    }
    let from = out.retract(start);
    out.write(from, &composed);
}

/// The Vietnamese letter that a text's last letter and a mark make, and where that letter begins.
fn vietnamese(text: &str, mark: char) -> Option<(char, usize)> {
    let last = text.chars().next_back()?;
    Some((letters::marked(last, mark)?, text.len() - last.len_utf8()))
}

fn replace_end(out: &mut Rewriter<'_>, start: usize, letter: char) {
    let from = out.retract(start);
    out.write_char(from, letter);
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
