//! The words of the people of an article, as numbers that are the same where two words are, however they are spelt.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use crate::facts::Context;
use crate::normalize::fold;
use crate::segment::TokenKind;

/// A word: its id in the lists, or one that it was given here.
pub(super) type WordKey = u32;

/// Set in the keys of words that no list has.
const OWN: WordKey = 1 << 31;

/// The words that were added.
#[derive(Default)]
pub(super) struct Words {
    /// Those that no list has, by their folded spelling.
    own: HashMap<String, WordKey>,
    /// Says of most words that they were not added: a bit for all whose ids have the same remainder.
    bits: [u64; 32],
}

impl Words {
    /// Adds the word of a token.
    pub(super) fn add(&mut self, context: &Context<'_, '_>, at: usize) -> WordKey {
        self.note(context, at);
        listed(context, at).unwrap_or_else(|| self.add_text(context.token_text(at)))
    }

    /// Adds a word that is taken for one that no list has.
    pub(super) fn add_text(&mut self, word: &str) -> WordKey {
        let next = OWN | self.own.len() as WordKey;
        *self.own.entry(fold(word)).or_insert(next)
    }

    /// Whether the word of a token may have been added: quick, and never wrong to deny it.
    pub(super) fn may_hold(&self, context: &Context<'_, '_>, at: usize) -> bool {
        let (place, bit) = self.place(context, at);
        self.bits[place] & bit != 0
    }

    /// The keys of some tokens, laid into a buffer; none where one of their words was not added.
    pub(super) fn keys<'b>(
        &self,
        context: &Context<'_, '_>,
        tokens: Range<usize>,
        buffer: &'b mut Vec<WordKey>,
    ) -> Option<&'b [WordKey]> {
        if !tokens.clone().all(|at| self.may_hold(context, at)) {
            return None;
        }
        buffer.clear();
        for at in tokens {
            let own = || self.own.get(&fold(context.token_text(at))).copied();
            buffer.push(listed(context, at).or_else(own)?);
        }
        Some(buffer)
    }

    /// Notes the word of a token only so far that [`Words::may_hold`] knows it.
    pub(super) fn note(&mut self, context: &Context<'_, '_>, at: usize) {
        let (place, bit) = self.place(context, at);
        self.bits[place] |= bit;
    }

    /// Denies nothing any more.
    #[cfg(test)]
    pub(super) fn deny_nothing(&mut self) {
        self.bits = [u64::MAX; 32];
    }

    /// Where the bit of a token's word is: in which number, and which of its bits.
    fn place(&self, context: &Context<'_, '_>, at: usize) -> (usize, u64) {
        let word = context.tokens[at].word();
        (word as usize / 64 % self.bits.len(), 1 << (word % 64))
    }
}

/// Rows of words, each with a number: names, posts.
#[derive(Default)]
pub(super) struct Rows {
    /// The words of all of them, one row after the other.
    words: Vec<WordKey>,
    /// Where each ends, and the last one before that has the same hash.
    rows: Vec<(usize, Option<usize>)>,
    /// The last row with a hash.
    by_hash: HashMap<u64, usize>,
    /// Makes hashes that no text can foresee: one that could would make all rows one chain.
    hashes: RandomState,
}

impl Rows {
    /// With room for so many rows.
    pub(super) fn with_room(rows: usize) -> Self {
        Rows {
            words: Vec::with_capacity(rows * 6),
            rows: Vec::with_capacity(rows),
            by_hash: HashMap::with_capacity(rows),
            hashes: RandomState::new(),
        }
    }

    /// The number of a row, a new one where it is new.
    pub(super) fn add(&mut self, row: impl Iterator<Item = WordKey>) -> usize {
        let (start, next) = (self.words.len(), self.rows.len());
        self.words.extend(row);
        let hash = self.hashes.hash_one(&self.words[start..]);
        if let Some(found) = self.find_hashed(&self.words[start..], hash) {
            self.words.truncate(start);
            return found;
        }
        self.rows.push((self.words.len(), self.by_hash.insert(hash, next)));
        next
    }

    /// The number of a row that was added.
    pub(super) fn find(&self, row: &[WordKey]) -> Option<usize> {
        self.find_hashed(row, self.hashes.hash_one(row))
    }

    fn find_hashed(&self, row: &[WordKey], hash: u64) -> Option<usize> {
        let mut next = self.by_hash.get(&hash).copied();
        while let Some(found) = next.filter(|found| self.get(*found) != row) {
            next = self.rows[found].1;
        }
        next
    }

    /// The words of a row.
    pub(super) fn get(&self, row: usize) -> &[WordKey] {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].0);
        &self.words[start..self.rows[row].0]
    }
}

/// The id that a list gives a word. Marks have none here, for all dashes share one.
fn listed(context: &Context<'_, '_>, at: usize) -> Option<WordKey> {
    let word = context.tokens[at].word();
    (word != 0 && context.tokens[at].kind() == TokenKind::Word).then_some(word)
}
