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
        let mut table = SpellingTable::with_room(self.ids.len() * 10);
        for (key, id) in &self.ids {
            if &**key == "-" {
                DASHES.iter().for_each(|dash| table.insert(dash, *id));
            }
            spellings(key, &mut |spelling| {
                table.insert(spelling, *id);
                in_capitals(spelling).iter().for_each(|capitals| table.insert(capitals, *id));
            });
        }
        self.spellings = table;
    }

    /// The id of a token of a text: the fast path. The table holds all spellings of a word that are short, and not of capitals
    /// and small letters mixed; for the others the word is folded.
    pub(crate) fn id(&self, token: &Token, text: &str) -> TokenId {
        match SpellingTable::key(token, text) {
            Some(key) if !token.is_mixed_case() => self.spellings.get(key),
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

/// From spellings of at most sixteen bytes to ids: open addressing, at most half full.
#[derive(Debug)]
struct SpellingTable {
    keys: Vec<u128>,
    ids: Vec<TokenId>,
}

impl Default for SpellingTable {
    fn default() -> Self {
        SpellingTable::with_room(1)
    }
}

impl SpellingTable {
    fn with_room(spellings: usize) -> Self {
        let slots = (spellings * 2).next_power_of_two();
        SpellingTable { keys: vec![0; slots], ids: vec![UNKNOWN; slots] }
    }

    /// The bytes of a token as one number; none where there are more than sixteen.
    fn key(token: &Token, text: &str) -> Option<u128> {
        let (start, end) = (token.start as usize, token.end as usize);
        let length = end - start;
        if length > 16 {
            return None;
        }
        let bytes = text.as_bytes();
        match bytes.get(start..start + 16) {
            Some(window) => {
                let window = u128::from_le_bytes(window.try_into().expect("sixteen bytes"));
                Some(window & (u128::MAX >> (128 - 8 * length as u32)))
            }
            None => Some(key_of(&bytes[start..end])),
        }
    }

    fn slot(&self, key: u128) -> usize {
        // Multiplicative hashing: the high bits of the product depend on all bits of both halves.
        let mixed = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
        let product = mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (product >> 20) as usize & (self.keys.len() - 1)
    }

    fn get(&self, key: u128) -> TokenId {
        let mut slot = self.slot(key);
        loop {
            if self.keys[slot] == key {
                return self.ids[slot];
            }
            if self.keys[slot] == 0 {
                return UNKNOWN;
            }
            slot = (slot + 1) & (self.keys.len() - 1);
        }
    }

    fn insert(&mut self, spelling: &str, id: TokenId) {
        if spelling.len() > 16 || spelling.is_empty() {
            return;
        }
        let key = key_of(spelling.as_bytes());
        let mut slot = self.slot(key);
        while self.keys[slot] != 0 && self.keys[slot] != key {
            slot = (slot + 1) & (self.keys.len() - 1);
        }
        (self.keys[slot], self.ids[slot]) = (key, id);
        debug_assert!(self.keys.contains(&0), "the table is full");
    }
}

/// At most sixteen bytes as one number.
fn key_of(bytes: &[u8]) -> u128 {
    let mut window = [0; 16];
    window[..bytes.len()].copy_from_slice(bytes);
    u128::from_le_bytes(window)
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
