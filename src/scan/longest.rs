//! The entries of a lexicon of one list in a text: the longest where several begin at a word, none inside another.
//!
//! This is the matcher for who wants matches and nothing else. Tokens are looked at as they are cut and forgotten a batch at a time, so that
//! they never leave the nearest cache; sentences, lines and cues are not made at all.

use super::lexicon::Lexicon;
use super::trie::Trie;
use crate::Span;
use crate::data::LONGEST_ENTRY;
use crate::segment::{Cutter, Sink, Token, UNKNOWN, WordId};

/// An entry in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Longest {
    pub entry: usize,
    pub doubtful: bool,
    /// Where it stands in the text that was cut.
    pub span: Span,
}

impl Lexicon {
    /// Calls `found` with the entries in a text, in text order. The lexicon must have one list.
    pub(crate) fn each_longest(&self, text: &str, found: impl FnMut(Longest)) {
        let batch = Batch {
            trie: &self.trie,
            words: [Word::default(); BATCH],
            count: 0,
            starts: [0; BATCH],
            kept: 0,
            last: UNKNOWN,
            is_alone: false,
            next: 0,
            found,
        };
        Cutter::cut(text, self.vocabulary(), batch).finish();
    }
}

/// So many tokens are looked at together.
const BATCH: usize = 512;

const _: () = assert!(BATCH > 2 * LONGEST_ENTRY && BATCH <= u16::MAX as usize);

/// The last tokens of a text that were cut.
struct Batch<'a, F> {
    trie: &'a Trie,
    words: [Word; BATCH],
    count: usize,
    /// The words with which an entry may begin, by index.
    starts: [u16; BATCH],
    kept: usize,
    /// The last word, of which the next must be known to say whether an entry may begin with it, and whether it is one alone.
    last: WordId,
    is_alone: bool,
    /// Where the next entry may begin: behind the last one.
    next: usize,
    found: F,
}

/// A word that was cut.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// [`UNKNOWN`], with which no entry goes on, for those that start a line: see `first`.
    follows: WordId,
    first: WordId,
    start: u32,
    end: u32,
}

impl<F: FnMut(Longest)> Sink for Batch<'_, F> {
    #[inline(always)]
    fn take(&mut self, token: Token) {
        let follows = if token.is_line_start() { UNKNOWN } else { token.word };
        self.look_at_last(follows);
        if self.count == BATCH {
            self.match_until(BATCH - LONGEST_ENTRY);
        }
        self.words[self.count % BATCH] =
            Word { follows, first: token.word, start: token.start, end: token.end };
        self.count += 1;
        self.last = token.word;
        self.is_alone = self.trie.word(token.word).alone != 0;
    }
}

impl<F: FnMut(Longest)> Batch<'_, F> {
    /// Keeps the last word if an entry may begin with it and what follows. No one can foresee it: nothing here depends on a branch.
    #[inline(always)]
    fn look_at_last(&mut self, follows: WordId) {
        self.starts[self.kept % BATCH] = self.count.wrapping_sub(1) as u16;
        self.kept += usize::from(self.is_alone | self.trie.may_begin(self.last, follows));
    }

    /// Finds the entries that begin before an index, and forgets the words there.
    #[inline(never)]
    fn match_until(&mut self, safe: usize) {
        let kept = self.kept.min(BATCH);
        let mut looked_at = 0;
        for start in self.starts[..kept].iter().map(|start| usize::from(*start)) {
            // Before the first word there is none.
            if start >= safe && start < BATCH {
                break;
            }
            looked_at += 1;
            if start >= self.next
                && let Some(words) = self.words[..self.count].get(start..)
                && let Some((longest, length)) = longest_at(self.trie, words)
            {
                (self.found)(longest);
                self.next = start + length;
            }
        }
        self.starts.copy_within(looked_at..kept, 0);
        self.kept = kept - looked_at;
        self.starts[..self.kept].iter_mut().for_each(|start| *start -= safe as u16);
        self.words.copy_within(safe..self.count, 0);
        self.count -= safe;
        self.next = self.next.saturating_sub(safe);
    }

    /// Finds the entries that begin with the last words of the text.
    fn finish(mut self) {
        self.look_at_last(UNKNOWN);
        self.match_until(self.count);
    }
}

/// The longest entry that begins with the first of some words, and how many it has.
#[inline]
fn longest_at(trie: &Trie, words: &[Word]) -> Option<(Longest, usize)> {
    let (first, rest) = words.split_first()?;
    let mut node = first.first;
    let mut found = trie.ends(node).first().map(|entry| (entry, 1, first.end));
    for (word, length) in rest.iter().zip(2..) {
        let Some(child) = trie.child(node, word.follows) else { break };
        node = child;
        found = trie.ends(node).first().map(|entry| (entry, length, word.end)).or(found);
    }
    let (entry, length, end) = found?;
    let span = Span::new(first.start as usize, end as usize);
    Some((Longest { entry: entry.entry as usize, doubtful: entry.doubtful, span }, length))
}
