//! What depends on the word around a character: look-alike letters of other alphabets, apostrophes.

use unicode_normalization::char::canonical_combining_class;

use super::rewriter::Rewriter;
use super::{compose, lookalikes};
use crate::Span;

/// Whether a text that holds this character is to be read word by word.
pub(super) fn concerns(c: char) -> bool {
    is_apostrophe(c) || lookalikes::is_foreign(c)
}

/// Reads a text word by word and writes Latin letters for their look-alikes and "'" for apostrophes.
pub(super) fn rewrite(text: &str) -> Rewriter<'_> {
    let mut out = Rewriter::new(text);
    let mut words = Words { text, at: 0 }.peekable();
    while let Some(word) = words.next() {
        if !word.slice(text).contains(concerns) {
            continue;
        }
        out.copy_to(word.start);
        let fold = match scripts(word.slice(text)) {
            Scripts::Mixed => true,
            Scripts::Roman => {
                after_latin(out.text()) && !words.peek().is_some_and(|next| is_other(text, word, *next))
            }
            Scripts::Other => false,
        };
        write_word(&mut out, word, fold);
    }
    out.copy_to(text.len());
    out
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

/// Runs of letters, digits, marks and apostrophes.
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = self.at + self.text[self.at..].find(is_word)?;
        let length = self.text[start..].find(|c| !is_word(c)).unwrap_or(self.text.len() - start);
        self.at = start + length;
        Some(Span::new(start, self.at))
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || is_apostrophe(c) || !c.is_ascii() && canonical_combining_class(c) != 0
}

/// What stands for "'" in "K’ré", "H`Ăng", "Đắk R´lấp".
fn is_apostrophe(c: char) -> bool {
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

/// Whether the word after a numeral, on the same line, is of another alphabet: "С Новым годом" begins with no hundred.
fn is_other(text: &str, word: Span, next: Span) -> bool {
    let near = text[word.end..next.start].chars().all(|c| c == ' ');
    near && next.slice(text).contains(lookalikes::is_foreign) && scripts(next.slice(text)) != Scripts::Mixed
}
