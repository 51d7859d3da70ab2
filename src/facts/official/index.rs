//! Where the words of names stand, by keys: what answers who asks often.

use std::hash::{BuildHasher, RandomState};

use super::people::may_end_full_name;
use crate::facts::Context;
use crate::normalize::fold;
use crate::segment::{TokenKind, UNKNOWN};

/// What says the same of two words that are one: of all spellings of a word, and hardly ever of two words.
pub(super) type Key = u64;

/// Where full names may start behind an honorific, and where they may end, by their words.
pub(super) struct Index {
    /// Not that of the lists: who writes a text must not be able to give all its words one key.
    hasher: RandomState,
    pub starts: Places,
    pub ends: Places,
    /// The same by the last two words.
    pub ends_of_two: Places,
}

impl Index {
    pub(super) fn of(context: &Context<'_, '_>, starts: &[usize]) -> Index {
        let mut index = Index {
            hasher: RandomState::new(),
            starts: Places::default(),
            ends: Places::default(),
            ends_of_two: Places::default(),
        };
        let ends: Vec<usize> =
            (0..context.tokens.len()).filter(|at| may_end_full_name(context, *at)).collect();
        index.starts = Places::of(starts.iter().map(|at| (index.key_of_two(context, *at), *at)));
        index.ends = Places::of(ends.iter().map(|at| (index.key(context, *at), *at)));
        // Before what ends a name there is a token.
        index.ends_of_two = Places::of(ends.iter().map(|at| (index.key_of_two(context, at - 1), *at)));
        index
    }

    /// The key of a token.
    pub(super) fn key(&self, context: &Context<'_, '_>, token: usize) -> Key {
        let word = context.tokens[token].word();
        // Words that no list has share an id, and all dashes do.
        if word != UNKNOWN && context.tokens[token].kind() == TokenKind::Word {
            return Key::from(word);
        }
        self.hasher.hash_one(fold(context.token_text(token)))
    }

    /// The key of a token and the next.
    pub(super) fn key_of_two(&self, context: &Context<'_, '_>, first: usize) -> Key {
        self.hasher.hash_one((self.key(context, first), self.key(context, first + 1)))
    }
}

/// Tokens by their keys.
#[derive(Default)]
pub(super) struct Places {
    /// In text order.
    all: Vec<Place>,
    /// The first with keys of one remainder, or [`NOWHERE`]; as many as a power of two.
    firsts: Vec<u32>,
}

struct Place {
    key: Key,
    at: u32,
    /// The next with a key of the same remainder, or [`NOWHERE`].
    next: u32,
}

const NOWHERE: u32 = u32::MAX;

impl Places {
    /// Those of some tokens, which are in text order.
    fn of(tokens: impl Iterator<Item = (Key, usize)>) -> Places {
        let mut all: Vec<Place> =
            tokens.map(|(key, at)| Place { key, at: at as u32, next: NOWHERE }).collect();
        let mut firsts = vec![NOWHERE; all.len().next_power_of_two()];
        for (i, place) in all.iter_mut().enumerate().rev() {
            let remainder = place.key as usize & (firsts.len() - 1);
            place.next = std::mem::replace(&mut firsts[remainder], i as u32);
        }
        Places { all, firsts }
    }

    /// Those with a key, in text order.
    pub(super) fn with(&self, key: Key) -> impl Iterator<Item = usize> {
        let place = |at: u32| self.all.get(at as usize);
        let first = self.firsts.get(key as usize & self.firsts.len().wrapping_sub(1));
        let same_remainder =
            std::iter::successors(first.and_then(|at| place(*at)), move |found| place(found.next));
        same_remainder.filter(move |found| found.key == key).map(|found| found.at as usize)
    }
}
