//! What depends on the word around a character: look-alike letters of other alphabets, apostrophes.

use unicode_normalization::char::canonical_combining_class;

use super::rewriter::Rewriter;
use super::{clean, compose, lookalikes};
use crate::Span;

/// Whether a text that holds this character is to be read word by word.
pub(super) fn concerns(c: char) -> bool {
    is_apostrophe(c) || lookalikes::is_foreign(c)
}

/// Writes Latin letters for their look-alikes and "'" for apostrophes, in the words that hold such
/// characters.
pub(super) fn rewrite(text: &str) -> Rewriter<'_> {
    let mut out = Rewriter::new(text);
    while let Some(word) = next_word(text, out.position()) {
        out.copy_to(word.start);
        let fold = match scripts(word.slice(text)) {
            Scripts::Mixed => true,
            Scripts::Roman => after_latin(out.text()) && !before_other(&text[word.end..]),
            Scripts::Other => false,
        };
        write_word(&mut out, word, fold);
    }
    out.copy_to(text.len());
    out
}

/// The next run of letters, digits, marks and apostrophes that holds a character which concerns us.
fn next_word(text: &str, from: usize) -> Option<Span> {
    let mut at = from;
    loop {
        at = clean::next_suspect(text.as_bytes(), at);
        let c = text[at..].chars().next()?;
        if concerns(c) {
            let start =
                text[from..at].rfind(|c| !is_word(c)).map_or(from, |before| next_char(text, from + before));
            return Some(Span::new(start, at + word_length(&text[at..])));
        }
        at += c.len_utf8();
    }
}

fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// How long the word is that a text begins with.
fn word_length(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

fn write_word(out: &mut Rewriter<'_>, word: Span, fold: bool) {
    let mut before = None;
    while out.position() < word.end {
        let Some((c, from)) = out.next() else { return };
        let inside = before.is_some_and(char::is_alphabetic) && out.rest().starts_with(char::is_alphabetic);
        let became = match c {
            _ if is_apostrophe(c) && inside && out.position() < word.end => '\'',
            _ if fold => lookalikes::latin(c).unwrap_or(c),
            _ => c,
        };
        compose::push(out, from, became);
        if canonical_combining_class(c) == 0 {
            before = Some(c);
        }
    }
}

/// Whatever concerns us is part of a word, if only of its own.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || concerns(c) || !c.is_ascii() && canonical_combining_class(c) != 0
}

/// Whether what stands between these two may be inside a word. (Marks may stand for the letter that they are
/// on.)
pub(super) fn may_be_inside(before: &str, after: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || !c.is_ascii() && canonical_combining_class(c) != 0;
    before.ends_with(letter) && after.starts_with(letter)
}

/// What stands for "'" in "K’ré", "H`Ăng", "Đắk R´lấp".
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '‘' | 'ʼ' | '`' | '´')
}

/// What a word with foreign letters is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scripts {
    /// Latin but for look-alikes: "Hoà" with a Cyrillic "о".
    Mixed,
    /// Nothing but capitals that look like a Roman numeral.
    Roman,
    /// No foreign letters, or honest ones: "Москва", "μg".
    Other,
}

fn scripts(word: &str) -> Scripts {
    let (mut latin, mut foreign, mut roman) = (false, false, true);
    for c in word.chars().filter(|c| c.is_alphabetic() && !is_apostrophe(*c)) {
        match lookalikes::latin(c) {
            Some(same) => {
                foreign = true;
                roman &= matches!(same, 'C' | 'I' | 'M' | 'X');
            }
            None if is_latin(c) => latin = true,
            None => return Scripts::Other,
        }
    }
    match (latin, foreign) {
        (true, true) => Scripts::Mixed,
        (false, true) if roman => Scripts::Roman,
        _ => Scripts::Other,
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, 'A'..='z' | 'À'..='ɏ' | 'Ḁ'..='ỿ')
}

/// Whether the text ends in a Latin word and spaces: "khóa " before "Х", but not "Глава " before "Х".
fn after_latin(text: &str) -> bool {
    text.trim_end_matches(' ').chars().next_back().is_some_and(is_latin) && text.ends_with(' ')
}

/// Whether the word after a numeral, on the same line, is of another alphabet: "С Новым годом" begins with no
/// hundred.
fn before_other(rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    let next = &rest[..word_length(rest)];
    next.contains(lookalikes::is_foreign) && scripts(next) != Scripts::Mixed
}
