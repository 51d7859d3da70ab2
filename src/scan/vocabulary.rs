//! The words of the lists, each with a small id: all spellings of one share it.

use std::collections::HashMap;

use crate::normalize::{fold, in_capitals, spellings};
use crate::segment::{Token, TokenKind};

/// The id of a word; [`UNKNOWN`] for one that no list has.
pub(crate) type TokenId = u32;

pub(crate) const UNKNOWN: TokenId = 0;

/// The words of all lists. A look-up costs one probe of a table for nearly every token of a text.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<Box<str>, TokenId>,
    spellings: SpellingTable,
}

impl Vocabulary {
    /// The id of a token of a list, a new one where it has none yet.
    pub(crate) fn intern(&mut self, token: &Token, text: &str) -> TokenId {
        let next = self.ids.len() as TokenId + 1;
        *self.ids.entry(key(token, text).into()).or_insert(next)
    }

    /// One more than the highest id.
    pub(crate) fn len(&self) -> usize {
        self.ids.len() + 1
    }

    /// Makes the table of spellings. Ids that are given afterwards are not found by [`Vocabulary::id`].
    pub(crate) fn seal(&mut self) {
        let mut all: Vec<(String, TokenId)> = Vec::with_capacity(self.ids.len() * 6);
        for (key, id) in &self.ids {
            if &**key == "-" {
                all.extend(DASHES.map(|dash| (dash.to_owned(), *id)));
            }
            spellings(key, &mut |spelling| {
                all.push((spelling.to_owned(), *id));
                all.extend(in_capitals(spelling).map(|capitals| (capitals, *id)));
            });
        }
        let mut table = SpellingTable::with_room(all.len());
        all.iter().for_each(|(spelling, id)| table.insert(spelling, *id));
        self.spellings = table;
    }

    /// The id of a token of a text: the fast path. The table holds all spellings of a word that are short, and not of capitals
    /// and small letters mixed; for the others the word is folded.
    pub(crate) fn id(&self, token: &Token, text: &str) -> TokenId {
        match Spelling::of(token, text) {
            Some(spelling) if !token.is_mixed_case() => self.spellings.get(spelling),
            _ => self.id_by_folding(token, text),
        }
    }

    /// What [`Vocabulary::id`] says, found by folding.
    pub(crate) fn id_by_folding(&self, token: &Token, text: &str) -> TokenId {
        self.ids.get(key(token, text).as_str()).copied().unwrap_or(UNKNOWN)
    }
}

/// All dashes are one word.
const DASHES: [&str; 4] = ["-", "–", "—", "−"];

/// What a token is looked up by: words are folded, all dashes are one.
fn key(token: &Token, text: &str) -> String {
    match (token.kind(), token.text(text)) {
        (TokenKind::Word, word) => fold(word),
        (TokenKind::Mark, dash) if DASHES.contains(&dash) => DASHES[0].to_owned(),
        (_, other) => other.to_owned(),
    }
}

/// From spellings of at most sixteen bytes to ids: open addressing, at most a third full.
#[derive(Debug)]
struct SpellingTable {
    /// As many as a power of two.
    slots: Vec<Slot>,
    /// How far a product is shifted to become the index of a slot.
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    spelling: Spelling,
    id: TokenId,
}

/// At most sixteen bytes as two numbers; no bytes are zero, which marks a slot that is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Spelling {
    first: u64,
    rest: u64,
}

/// The most bytes of a spelling in the table.
const LONGEST_SPELLING: usize = 16;

impl Spelling {
    /// The bytes of a token; none where there are too many.
    #[inline]
    fn of(token: &Token, text: &str) -> Option<Spelling> {
        let (start, end) = (token.start as usize, token.end as usize);
        let length = end - start;
        let bytes = text.as_bytes();
        match bytes.get(start..start + 8) {
            Some(window) if length <= 8 => Some(Spelling { first: lowest(number(window), length), rest: 0 }),
            _ if length > LONGEST_SPELLING => None,
            _ => Some(Spelling::from_bytes(&bytes[start..end])),
        }
    }

    /// # Panics
    /// Where there are more than sixteen bytes.
    fn from_bytes(bytes: &[u8]) -> Spelling {
        let mut window = [0; LONGEST_SPELLING];
        window[..bytes.len()].copy_from_slice(bytes);
        Spelling { first: number(&window[..8]), rest: number(&window[8..]) }
    }
}

/// Eight bytes as a number.
fn number(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.try_into().expect("eight bytes"))
}

/// The lowest one to eight bytes of a number.
fn lowest(number: u64, bytes: usize) -> u64 {
    number & (u64::MAX >> (64 - 8 * bytes as u32))
}

impl Default for SpellingTable {
    fn default() -> Self {
        SpellingTable::with_room(1)
    }
}

impl SpellingTable {
    fn with_room(spellings: usize) -> Self {
        let slots = (spellings * 3).next_power_of_two().max(2);
        SpellingTable { slots: vec![Slot::default(); slots], shift: 64 - slots.trailing_zeros() }
    }

    #[inline]
    fn first_slot(&self, spelling: Spelling) -> usize {
        // Multiplicative hashing: the high bits of the product depend on all bits of both halves.
        let mixed = spelling.first ^ spelling.rest.rotate_left(29);
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    #[inline]
    fn get(&self, spelling: Spelling) -> TokenId {
        let mut at = self.first_slot(spelling);
        loop {
            let slot = &self.slots[at];
            if slot.spelling == spelling {
                return slot.id;
            }
            if slot.spelling == Spelling::default() {
                return UNKNOWN;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    fn insert(&mut self, spelling: &str, id: TokenId) {
        if spelling.len() > LONGEST_SPELLING || spelling.is_empty() {
            return;
        }
        let spelling = Spelling::from_bytes(spelling.as_bytes());
        let mut at = self.first_slot(spelling);
        while ![Spelling::default(), spelling].contains(&self.slots[at].spelling) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = Slot { spelling, id };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalize::normalize;
    use crate::segment::tokens;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(&tokens(word)[0], word);
        }
        vocabulary.seal();
        vocabulary
    }

    #[test]
    fn spellings_share_an_id() {
        let vocabulary = vocabulary(&["ủy", "tỷ", "ThS", "-", "Nguyễn"]);
        let id = |word: &str| vocabulary.id(&tokens(word)[0], word);
        assert_eq!([id("Uỷ"), id("ỦY"), id("uỷ")], [1; 3]);
        assert_eq!([id("tỉ"), id("TỶ"), id("Tỉ")], [2; 3]);
        assert_eq!([id("ThS"), id("ths"), id("THS")], [3; 3]);
        assert_eq!([id("–"), id("-"), id("nguyễn"), id("tỷ")], [4, 4, 5, 2]);
        assert_eq!([id("huy"), id("nghiêngnghiêngnghiêng"), id("4")], [UNKNOWN; 3]);
    }

    proptest! {
        #[test]
        fn the_fast_path_agrees_with_folding(text in "[hktluqyiớờòóàaoeủưđĐẦĂNnguyễGiẠ' -]{0,40}|\\PC{0,20}") {
            let vocabulary = vocabulary(&["hòa", "tỷ", "nguyễn", "đà", "quý", "k", "gia", "i", "ủy"]);
            let normalized = normalize(&text);
            for token in tokens(normalized.text()) {
                let fast = vocabulary.id(&token, normalized.text());
                prop_assert_eq!(fast, vocabulary.id_by_folding(&token, normalized.text()));
            }
        }
    }
}
