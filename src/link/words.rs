//! The words of the people of an article, as numbers that are the same where two words are, however they are spelt.

use std::ops::Range;

use rustc_hash::FxHashMap;

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
    own: FxHashMap<String, WordKey>,
    /// Says of most words that they were not added: a bit for all whose ids have the same remainder.
    bits: [u64; 32],
}

impl Words {
    /// Adds the word of a token.
    pub(super) fn add(&mut self, context: &Context<'_, '_>, at: usize) -> WordKey {
        let (place, bit) = self.place(context, at);
        self.bits[place] |= bit;
        listed(context, at).unwrap_or_else(|| {
            let next = OWN | self.own.len() as WordKey;
            *self.own.entry(fold(context.token_text(at))).or_insert(next)
        })
    }

    /// Whether the word of a token may have been added: quick, and never wrong to deny it.
    pub(super) fn may_hold(&self, context: &Context<'_, '_>, at: usize) -> bool {
        let (place, bit) = self.place(context, at);
        self.bits[place] & bit != 0
    }

    /// The keys of some tokens; none where one of their words was not added.
    pub(super) fn keys(&self, context: &Context<'_, '_>, tokens: Range<usize>) -> Option<Vec<WordKey>> {
        if !tokens.clone().all(|at| self.may_hold(context, at)) {
            return None;
        }
        let key = |at| match listed(context, at) {
            None => self.own.get(&fold(context.token_text(at))).copied(),
            listed => listed,
        };
        tokens.map(key).collect()
    }

    /// Where the bit of a token's word is: in which number, and which of its bits.
    fn place(&self, context: &Context<'_, '_>, at: usize) -> (usize, u64) {
        let word = context.tokens[at].word;
        (word as usize / 64 % self.bits.len(), 1 << (word % 64))
    }
}

/// The id that a list gives a word. Marks have none here, for all dashes share one.
fn listed(context: &Context<'_, '_>, at: usize) -> Option<WordKey> {
    let word = context.tokens[at].word;
    (word != 0 && context.tokens[at].kind == TokenKind::Word).then_some(word)
}
