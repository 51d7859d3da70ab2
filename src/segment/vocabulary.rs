//! The words that are looked for, each with a small id: all spellings of one share it.
//!
//! A text is looked up while it is cut: most runs of letters between two spaces are a spelling of a known word, and then what kind
//! of token it is and how it is capitalized is known with it, without a look at the letters.

use rustc_hash::FxHashMap;

use super::cutter::word_end;
use super::letters::{class, class_at};
use super::table::{Bytes, ShortSpellings};
use super::tokens::{ALL_CAPS, CAPITALIZED, LINE_START, STOP, TokenKind, Tokens, tokens};
use crate::data::{self, Abbreviations};
use crate::normalize::{fold, in_capitals, spellings};

/// The id of a word; [`UNKNOWN`] for one that no list has.
pub(crate) type WordId = u32;

pub(crate) const UNKNOWN: WordId = 0;

/// The words of all lists. A look-up costs one probe of a table for nearly every token of a text.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    short: ShortSpellings,
    /// The spellings that are too long for the table.
    long: FxHashMap<Box<str>, Known>,
    /// Which words are abbreviations, by their ids.
    abbreviations: Vec<Option<Abbreviation>>,
}

/// What follows the full stop of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// More of the same sentence: "TP. Lào Cai", "TS. Hà".
    TakesMore,
    /// That or another sentence: "v.v.", "60% KH."
    MayEnd,
}

/// What is known of a token: its word, kind and flags by its bytes alone; and what stands before it, which no table knows. One number,
/// so that it is copied at once: the word in the lowest 32 bits, then a byte each of kind, flags and what stands before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known(u64);

impl Known {
    /// What is known of a run of letters or digits, or of a mark, that is one token.
    pub(super) const fn new(word: WordId, kind: TokenKind, flags: u8) -> Known {
        Known(word as u64 | (kind as u64) << 32 | (flags as u64) << 40)
    }

    /// The same behind something, as flags.
    #[inline(always)]
    pub(super) fn behind(self, before: u8) -> Known {
        Known(self.0 | u64::from(before) << 48)
    }

    #[inline(always)]
    pub(super) fn word(self) -> WordId {
        self.0 as WordId
    }

    #[inline(always)]
    pub(super) fn kind(self) -> TokenKind {
        match (self.0 >> 32) as u8 {
            0 => TokenKind::Word,
            1 => TokenKind::Digits,
            _ => TokenKind::Mark,
        }
    }

    /// What it is, wherever it stands.
    #[inline(always)]
    pub(super) fn flags(self) -> u8 {
        (self.0 >> 40) as u8
    }

    /// What stands before it.
    #[inline(always)]
    pub(super) fn before(self) -> u8 {
        (self.0 >> 48) as u8
    }

    /// Whether a line starts with it, or it may end a sentence.
    #[inline(always)]
    pub(super) fn may_break(self) -> bool {
        self.0 & (u64::from(STOP) << 40 | u64::from(LINE_START) << 48) != 0
    }

    /// A syllable that is one token in any case: without a look at its letters, for there are thousands of them at start-up.
    fn syllable(word: WordId, flags: u8) -> Known {
        Known::new(word, TokenKind::Word, flags)
    }
}

/// How a syllable is capitalized whose first letter, which may be its only one, is a capital.
fn first_capital(syllable: &str) -> u8 {
    if syllable.chars().nth(1).is_none() { CAPITALIZED | ALL_CAPS } else { CAPITALIZED }
}

impl Vocabulary {
    /// The ids of the words that a piece of an entry is, new ones for those that have none yet: most are one word, which needs not be
    /// cut.
    pub(crate) fn intern(&mut self, piece: &str) -> Vec<WordId> {
        if one_word(piece).is_some() {
            return vec![self.intern_key(&key(TokenKind::Word, piece))];
        }
        let tokens = tokens(piece);
        tokens.iter().map(|token| self.intern_key(&key(token.kind(), token.text(piece)))).collect()
    }

    /// Adds the words that are written with a full stop.
    pub(crate) fn intern_abbreviations(&mut self, abbreviations: &Abbreviations) {
        for (folded, takes_more) in abbreviations.words() {
            let id = self.intern_key(folded);
            self.abbreviations.resize(self.abbreviations.len().max(id as usize + 1), None);
            self.abbreviations[id as usize] =
                Some(if takes_more { Abbreviation::TakesMore } else { Abbreviation::MayEnd });
        }
    }

    fn intern_key(&mut self, key: &str) -> WordId {
        let next = self.ids.len() as WordId + 1;
        *self.ids.entry(key.into()).or_insert(next)
    }

    /// Whether a word is written with a full stop of its own.
    pub(super) fn abbreviation(&self, word: WordId) -> Option<Abbreviation> {
        self.abbreviations.get(word as usize).copied().flatten()
    }

    /// One more than the highest id.
    pub(crate) fn len(&self) -> usize {
        self.ids.len() + 1
    }

    /// Makes the tables of spellings. Words that are interned afterwards are not found in a text.
    ///
    /// What texts are full of goes first, so that it lies where a look-up begins.
    pub(crate) fn seal(&mut self) {
        let mut spelled: Vec<(String, WordId)> = Vec::with_capacity(self.ids.len() * 2);
        for (key, id) in &self.ids {
            if &**key == DASHES[0] {
                spelled.extend(DASHES.map(|dash| (dash.to_owned(), *id)));
            }
            spellings(key, &mut |spelling| spelled.push((spelling.to_owned(), *id)));
        }
        let frequent = data::frequent_syllables();
        self.short = ShortSpellings::with_room(3 * spelled.len() + 2 * frequent.len() + 200);
        let mut capitals = Default::default();
        MARKS.iter().for_each(|mark| self.insert(mark, UNKNOWN));
        // Years, days, months and small counts.
        (0..100).chain(1990..2040).for_each(|number| self.insert(&number.to_string(), UNKNOWN));
        (0..10).for_each(|digit| self.insert(&format!("0{digit}"), UNKNOWN));
        frequent.iter().for_each(|syllable| self.insert_known(syllable, Known::syllable(UNKNOWN, 0)));
        for syllable in frequent {
            let [first, _] = in_capitals(syllable, &mut capitals);
            self.insert_known(first, Known::syllable(UNKNOWN, first_capital(syllable)));
        }
        let mut is_frequent = Vec::with_capacity(spelled.len());
        for (spelling, word) in &spelled {
            let known = self.known(spelling).is_some_and(|known| known == Known::syllable(UNKNOWN, 0));
            is_frequent.push(known);
            if known {
                self.insert_known(spelling, Known::syllable(*word, 0))
            } else {
                self.insert(spelling, *word)
            }
        }
        for ((spelling, word), is_frequent) in spelled.iter().zip(is_frequent) {
            let [first, all] = in_capitals(spelling, &mut capitals);
            if is_frequent {
                self.insert_known(first, Known::syllable(*word, first_capital(spelling)));
                self.insert_known(all, Known::syllable(*word, CAPITALIZED | ALL_CAPS));
            } else {
                [first, all].iter().for_each(|capitals| self.insert(capitals, *word));
            }
        }
    }

    fn insert(&mut self, spelling: &str, word: WordId) {
        if let Some(known) = alone(spelling, word) {
            self.insert_known(spelling, known);
        }
    }

    fn insert_known(&mut self, spelling: &str, known: Known) {
        match Bytes::of(spelling.as_bytes()) {
            Some(bytes) => self.short.insert(bytes, known),
            None => drop(self.long.insert(spelling.into(), known)),
        }
    }

    /// What is known of the first `length` of eight bytes; nothing where they are more.
    #[inline(always)]
    pub(super) fn short(&self, bytes: [u8; Bytes::MOST], length: u32) -> Option<Known> {
        self.short.known(bytes, length)
    }

    /// What is known of a run of more than eight bytes; nothing where they are less.
    pub(super) fn long(&self, text: &str) -> Option<&Known> {
        if text.len() > Bytes::MOST { self.long.get(text) } else { None }
    }

    /// What is known of a run of letters, a run of digits, or one mark.
    pub(super) fn known(&self, text: &str) -> Option<Known> {
        match Bytes::of(text.as_bytes()) {
            Some(bytes) => self.short.get(bytes),
            None => self.long.get(text).copied(),
        }
    }

    /// The id of a token by its text. The tables hold all spellings of a word but those that mix capitals and small letters; for
    /// these the word is folded.
    pub(super) fn id(&self, kind: TokenKind, is_mixed_case: bool, text: &str) -> WordId {
        if is_mixed_case {
            return self.id_by_folding(kind, text);
        }
        self.known(text).map_or(UNKNOWN, |known| known.word())
    }

    /// What [`Vocabulary::id`] says, found by folding.
    pub(super) fn id_by_folding(&self, kind: TokenKind, text: &str) -> WordId {
        self.ids.get(key(kind, text).as_str()).copied().unwrap_or(UNKNOWN)
    }
}

/// All dashes are one word.
const DASHES: [&str; 4] = ["-", "–", "—", "−"];

/// Marks that every text has, so that they too are known at a glance.
const MARKS: [&str; 21] = [
    ".", ",", "-", ":", ";", "(", ")", "\"", "/", "%", "!", "?", "–", "“", "”", "…", "'", "‘", "’", "*", "&",
];

/// What a token is looked up by: words are folded, all dashes are one.
fn key(kind: TokenKind, text: &str) -> String {
    match (kind, text) {
        (TokenKind::Word, word) => fold(word),
        (TokenKind::Mark, dash) if DASHES.contains(&dash) => DASHES[0].to_owned(),
        (_, other) => other.to_owned(),
    }
}

/// How a spelling is capitalized, if it is one word; nothing where it begins with no letter that has a case.
fn one_word(spelling: &str) -> Option<u8> {
    let (first, length) = class_at(spelling, 0);
    if first & (class::SMALL | class::CAPITAL) == 0 {
        return None;
    }
    let (end, flags) = word_end(spelling, 0, first, length);
    (end == spelling.len()).then_some(flags)
}

/// What is known of a spelling, if it is one token where it stands between spaces.
fn alone(spelling: &str, word: WordId) -> Option<Known> {
    if let Some(flags) = one_word(spelling) {
        return Some(Known::new(word, TokenKind::Word, flags));
    }
    let Tokens { tokens, .. } = Tokens::letter_by_letter(spelling, &Vocabulary::default());
    match tokens.as_slice() {
        [token] if token.span().end == spelling.len() => Some(Known::new(word, token.kind(), token.flags())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalize::normalize;
    use crate::scan;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(word);
        }
        vocabulary.seal();
        vocabulary
    }

    #[test]
    fn what_is_known_at_a_glance_is_what_the_letters_say() {
        let lexicon = scan::built_in();
        let short = lexicon.vocabulary().short.iter();
        let long = lexicon.vocabulary().long.iter().map(|(text, known)| (text.to_string(), *known));
        let mut count = 0;
        for (spelling, known) in short.chain(long) {
            assert_eq!(alone(&spelling, known.word()), Some(known), "{spelling}");
            count += 1;
        }
        assert!(count > 10_000);
    }

    #[test]
    fn spellings_share_an_id() {
        let vocabulary = vocabulary(&["ủy", "tỷ", "ThS", "-", "Nguyễn"]);
        let id = |word: &str| Tokens::of(word, 0, &vocabulary).tokens[0].word();
        assert_eq!([id("Uỷ"), id("ỦY"), id("uỷ")], [1; 3]);
        assert_eq!([id("tỉ"), id("TỶ"), id("Tỉ")], [2; 3]);
        assert_eq!([id("ThS"), id("ths"), id("THS")], [3; 3]);
        assert_eq!([id("–"), id("-"), id("nguyễn"), id("tỷ")], [4, 4, 5, 2]);
        assert_eq!([id("huy"), id("nghiêngnghiêngnghiêng"), id("4")], [UNKNOWN; 3]);
    }

    proptest! {
        #[test]
        fn the_tables_agree_with_folding(text in "[hktluqyiớờòóàoaeủưđĐẦĂNnguyễGiẠ' -]{0,40}|\\PC{0,20}") {
            let vocabulary = vocabulary(&["hòa", "tỷ", "nguyễn", "đà", "quý", "k", "gia", "i", "ủy"]);
            let normalized = normalize(&text);
            for token in Tokens::of(normalized.text(), 0, &vocabulary).tokens {
                let folded = vocabulary.id_by_folding(token.kind(), token.text(normalized.text()));
                prop_assert_eq!(token.word(), folded);
            }
        }
    }
}
