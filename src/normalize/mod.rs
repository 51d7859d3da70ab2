//! Vietnamese text as it really comes, made uniform, with the way back to what was given.
//!
//! What [`normalize`] does, in this order; each step is a file here:
//!
//! | step | what comes | what becomes of it |
//! | --- | --- | --- |
//! | mark-up | `&agrave;` `&#7889;` `&#x1ED1;` `&amp;nbsp;`, `<br>` `<p>`, other HTML tags, `\/` | the character, a line end, nothing, `/` |
//! | characters | no-break, thin and other spaces; CRLF, CR, VT, FF, U+0085, U+2028, U+2029 | U+0020; `\n` |
//! | | zero-width, soft hyphen, BOM, bidi marks, controls but `\n` and TAB, variation selectors | nothing |
//! | | ‐ ‑ ⁃ − ﹣; — ― ‒ | `-`; `–` |
//! | | « » „ ‟ ″; full-width letters, digits and signs; Roman numerals such as Ⅲ | `"`; ASCII |
//! | | Ð Ɖ ð ɖ; Ƣ ƣ | Đ đ; Ư ư |
//! | composition | NFD, half-composed and mis-ordered marks | NFC; also circumflex or breve typed after the tone |
//! | words | Cyrillic and Greek letters in a word that is otherwise Latin, or alone as a Roman numeral | the Latin letter |
//! | | ’ ‘ ʼ \` ´ between two letters | `'` |
//!
//! Left alone: TAB, “ ” … ² ½, runs of spaces, other scripts. Never changed: tone placement, case, typos.
//! (The first two are for [`fold`], the key under which a word is looked up.)
//!
//! # Beside others
//!
//! Y yes, p in part, - no. (unicode-normalization 0.1, ICU's normalizers and converters; the Vietnamese tools
//! as their sources and runs show them.)
//!
//! | | here | unicode-normalization | ICU | underthesea | VnCoreNLP | coccoc-tokenizer | charabia |
//! | --- | --- | --- | --- | --- | --- | --- | --- |
//! | NFD to NFC | Y | Y | Y | Y | - | p | p |
//! | circumflex typed after the tone | Y | - | - | - | - | - | - |
//! | Ð Ɖ ƣ, Cyrillic, full width, only where they are Vietnamese | Y | - | - | p (Ð) | - | - | - (all to d) |
//! | mark-up, invisible characters, spaces, dashes | Y | - | - | - | - | - | p |
//! | spans back into the original | Y | - | p (edits) | - | - | Y | Y |
//! | clean text borrowed | Y | - | p | - | - | - | p |
//! | tone placement | both, and as a key | - | - | old | new | - | - |
//! | i/y as a key | Y | - | - | - | - | - | - |
//! | possible syllables | Y | - | - | - | - | - | - |
//! | TCVN3, VNI, VISCII, VPS, VIQR, in and out, with spans | Y | - | - | - | - | - | - |
//! | windows-1258 | Y | - | Y | - | - | - | - |
//! | which encoding a paragraph is in, misread UTF-8 undone | Y | - | p (charsets of bytes) | - | - | - | - |

mod characters;
mod clean;
mod compose;
mod fold;
pub mod legacy;
mod letters;
mod lookalikes;
mod markup;
mod offsets;
mod pass;
mod rewriter;
mod spellings;
mod strip;
mod syllable;
#[cfg(test)]
mod tests;
mod tone;
mod words;

use std::borrow::Cow;

use crate::Span;
use offsets::OffsetMap;
use pass::Pass;

pub use fold::{fold, fold_into};
pub(crate) use letters::is_toned;
pub(crate) use spellings::{in_capitals, spellings};
pub use strip::strip_marks;
pub use syllable::is_syllable;
pub use tone::{to_new_style, to_old_style};

/// Makes a text uniform: composed, without look-alikes, mark-up and invisible characters.
///
/// The steps are listed in the [module's documentation](self). Text that needs nothing is borrowed and found
/// so at several gigabytes a second. Normalizing twice is the same as normalizing once.
///
/// ```
/// use vietfacts::{Span, normalize};
///
/// let page = "Hu\u{31B}ng&nbsp;Ye\u{302}n \u{D0}a\u{323}t 100%";
/// let normalized = normalize(page);
/// assert_eq!(normalized.text(), "Hưng Yên Đạt 100%");
/// assert_eq!(normalized.to_original(Span::new(0, 10)).slice(page), "Hu\u{31B}ng&nbsp;Ye\u{302}n");
/// assert!(normalize("Hưng Yên đạt 100%").is_borrowed());
/// ```
pub fn normalize(text: &str) -> Normalized<'_> {
    let clean = pass::first_change(text);
    if clean == text.len() {
        return Normalized::unchanged(text);
    }
    let pass = Pass::over(text, clean);
    let wants_words = pass.wants_words;
    let (mut normalized, letters) = match pass.out.finish() {
        Some((written, map)) => (Cow::Owned(written), map),
        None => (Cow::Borrowed(text), OffsetMap::default()),
    };
    let rewritten = if wants_words { words::rewrite(&normalized).finish() } else { None };
    let mut words = OffsetMap::default();
    if let Some((written, map)) = rewritten {
        (normalized, words) = (Cow::Owned(written), map);
    }
    Normalized { original: text, text: normalized, letters, words }
}

/// A text made uniform, and where each piece of it came from.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// From the original to what the pass over characters made, and from there to the text.
    letters: OffsetMap,
    words: OffsetMap,
}

impl<'t> Normalized<'t> {
    fn unchanged(text: &'t str) -> Self {
        let (letters, words) = (OffsetMap::default(), OffsetMap::default());
        Normalized { original: text, text: Cow::Borrowed(text), letters, words }
    }

    /// The normalized text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// Whether nothing had to change, so that nothing was copied.
    pub fn is_borrowed(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The span of the original that a span of the normalized text came from, on character boundaries.
    ///
    /// A character stands for all that it was made of (a letter with its marks, a whole `&agrave;`). What was
    /// deleted inside the span is inside the answer; what was deleted right before or after it is not. Spans
    /// in order give spans in order. The span must be one of the normalized text.
    ///
    /// ```
    /// use vietfacts::{Span, normalize};
    ///
    /// let normalized = normalize("\u{FEFF}Ba\u{323}c\u{200B} Ninh");
    /// assert_eq!(normalized.text(), "Bạc Ninh");
    /// assert_eq!(normalized.to_original(Span::new(0, 5)), Span::new(3, 8));
    /// ```
    pub fn to_original(&self, span: Span) -> Span {
        self.to_original_near(span, &mut [0; 2])
    }

    /// The same, found from where the last answer was: the edits that it lay between.
    pub(crate) fn to_original_near(&self, span: Span, near: &mut [usize; 2]) -> Span {
        let [words, letters] = near;
        self.letters.to_source_near(self.words.to_source_near(span, words), letters)
    }
}
