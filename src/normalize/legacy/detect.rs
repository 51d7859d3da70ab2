//! Which encoding a paragraph is in.

use super::{Decoded, Encoding, units};
use crate::normalize::{is_syllable, normalize};

/// What a paragraph was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The encoding; nothing where that is not sure. [`Encoding::Utf8`] is text that needs no decoding:
    /// Vietnamese, or another language that no encoding makes Vietnamese of.
    pub encoding: Option<Encoding>,
    /// How many of a hundred words that speak for or against an encoding (those with a letter outside ASCII)
    /// are possible Vietnamese syllables in the reading that fits best. 100 where there are none.
    pub score: u8,
}

/// What is tried, after the text as it is. VIQR is not among them: any English text is VIQR.
const CANDIDATES: [Encoding; 7] = [
    Encoding::Mojibake,
    Encoding::MojibakeTwice,
    Encoding::Tcvn3,
    Encoding::VniWindows,
    Encoding::Viscii,
    Encoding::Vps,
    Encoding::Windows1258,
];

/// A reading as good as this needs no other.
const GOOD: u8 = 80;

/// A reading worse than this is no Vietnamese.
const BAD: u8 = 60;

/// By how much a reading must be better than the text as it is, and than the next one.
const LEAD: u8 = 30;
const MARGIN: u8 = 12;

/// Fewer words than this speak for nothing.
const WORDS: usize = 3;

/// Finds what a paragraph of text was before it was read, perhaps wrongly, as Unicode.
///
/// A reading is believed where at least four of five words with marks are possible syllables, where that is
/// clearly more than of the text as it is and of any other reading, and where there are three such words or
/// more.
pub fn detect(paragraph: &str) -> Detection {
    let plain = Evidence::of(normalize(paragraph).text());
    if plain.words == 0 || plain.score() >= GOOD {
        return Detection { encoding: Some(Encoding::Utf8), score: plain.score() };
    }
    best(plain.score(), &CANDIDATES, |encoding| encoding.decode_text(paragraph))
}

/// The same for bytes: text if they are UTF-8, else one of the encodings of one byte a character.
pub fn detect_bytes(paragraph: &[u8]) -> Detection {
    match std::str::from_utf8(paragraph) {
        Ok(text) => detect(text),
        Err(_) => {
            let plain: String = units::of_bytes(paragraph, 0).iter().map(|unit| unit.c).collect();
            let plain = Evidence::of(&plain).score();
            let found = best(plain, &CANDIDATES[2..], |encoding| encoding.decode(paragraph));
            Detection { encoding: found.encoding.filter(|&encoding| encoding != Encoding::Utf8), ..found }
        }
    }
}

/// Whether an encoding that was found in a line of text says something of the lines around it: UTF-8 only
/// where there are words enough, or a letter that can be nothing else.
pub(super) fn is_telling(text: &str, found: Encoding) -> bool {
    found != Encoding::Utf8
        || Evidence::of(normalize(text).text()).words >= WORDS
        || units::of_text(text, 0).iter().any(|unit| unit.byte.is_none())
}

/// Whether a line of text that says nothing by itself can be in the encoding of the lines around it: bytes of
/// it can have been read as these characters, and they are no worse words than the text as it is.
pub(super) fn may_be(text: &str, encoding: Encoding) -> bool {
    encoding != Encoding::Utf8
        && units::of_text(text, 0).iter().all(|unit| unit.byte.is_some())
        && Evidence::of(encoding.decode_text(text).text()).score()
            >= Evidence::of(normalize(text).text()).score()
}

/// Judges the candidates against the text as it is.
fn best(plain: u8, candidates: &[Encoding], decode: impl Fn(Encoding) -> Decoded) -> Detection {
    let mut readings: Vec<(Encoding, Evidence)> = Vec::new();
    for &encoding in candidates {
        let decoded = decode(encoding);
        let evidence = Evidence::of(decoded.text());
        // What was misread once is nearly the same when it is undone twice (only "Ư" and a space
        // may be taken for bytes once more): one reading, not two that compete.
        let is_another = |other: &Encoding, of_other: &Evidence| {
            (*other, encoding) != (Encoding::Mojibake, Encoding::MojibakeTwice)
                || evidence.score() >= of_other.score() + MARGIN
        };
        if readings.iter().all(|(other, of_other)| is_another(other, of_other)) {
            readings.push((encoding, evidence));
        }
    }
    readings.sort_by_key(|(_, evidence)| std::cmp::Reverse(evidence.score()));
    let Some((encoding, evidence)) = readings.first() else {
        return Detection { encoding: None, score: plain };
    };
    let (score, words) = (evidence.score(), evidence.words);
    let second = readings.get(1).map_or(0, |(_, evidence)| evidence.score());
    let sure = score >= GOOD && score >= plain + LEAD && score >= second + MARGIN && words >= WORDS;
    let found = if sure {
        Some(*encoding)
    } else if score < BAD || score < plain + MARGIN {
        Some(Encoding::Utf8)
    } else {
        None
    };
    Detection { encoding: found, score: score.max(plain) }
}

/// How many words speak, and how many of them are possible syllables.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    words: usize,
    syllables: usize,
}

impl Evidence {
    /// Judges the words of a text that have a letter outside ASCII. Signs that stand in no Vietnamese text
    /// ("©", "¬") are words that are no syllables.
    fn of(text: &str) -> Self {
        let mut evidence = Evidence::default();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if !c.is_alphabetic() {
                evidence.words += usize::from(is_odd(c));
                at += c.len_utf8();
                continue;
            }
            let length = text[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - at);
            let word = &text[at..at + length];
            if !word.is_ascii() {
                evidence.words += 1;
                evidence.syllables += usize::from(is_syllable(word));
            }
            at += length;
        }
        evidence
    }

    fn score(self) -> u8 {
        (self.syllables * 100).checked_div(self.words).map_or(100, |score| score as u8)
    }
}

/// Whether a sign speaks against the reading that it stands in.
fn is_odd(c: char) -> bool {
    let usual = matches!(
        c,
        ' '..='~'
            | '\n'
            | '\t'
            | '\r'
            | '\u{A0}'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '–'
            | '—'
            | '…'
            | '•'
            | '«'
            | '»'
            | '°'
            | '²'
            | '³'
            | '½'
            | '§'
            | '·'
            | '\u{200B}'
            | '\u{FEFF}'
    );
    !usual && !c.is_numeric() && c < '\u{2190}'
}
