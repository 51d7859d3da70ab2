//! The entries of a lexicon of one list in a text: the longest where several begin at a word, none inside another.
//!
//! This is the matcher for who wants matches and nothing else. Tokens are looked at as they are cut and forgotten a batch at a time, so that
//! they never leave the nearest cache; sentences, lines and cues are not made at all.

use super::lexicon::Lexicon;
use super::trie::{Trie, WordUse};
use crate::Span;
use crate::data::LONGEST_ENTRY;
use crate::segment::{Cutter, Row, Token, UNKNOWN, WIDTH, WordId};

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
        let mut cutter = Cutter::new(text, 0, self.vocabulary());
        let mut batch =
            Batch { trie: &self.trie, tokens: [Token::default(); BATCH], count: 0, next: 0, found };
        while !cutter.is_done() {
            while let Some(row) = batch.room()
                && !cutter.is_done()
            {
                batch.count += cutter.fill(row);
            }
            batch.match_until(if cutter.is_done() { batch.count } else { batch.count - LONGEST_ENTRY });
        }
    }
}

/// So many tokens are looked at together.
const BATCH: usize = 512;

const _: () = assert!(BATCH >= 2 * (LONGEST_ENTRY + WIDTH) && BATCH <= u16::MAX as usize);

/// The last tokens of a text that were cut.
struct Batch<'a, F> {
    trie: &'a Trie,
    tokens: [Token; BATCH],
    count: usize,
    /// Where the next entry may begin: behind the last one.
    next: usize,
    found: F,
}

impl<F: FnMut(Longest)> Batch<'_, F> {
    /// Room for a row of tokens, if there is any.
    fn room(&mut self) -> Option<&mut Row> {
        self.tokens.get_mut(self.count..self.count + WIDTH)?.try_into().ok()
    }

    /// Finds the entries that begin before an index, and forgets the tokens there.
    #[inline(never)]
    fn match_until(&mut self, safe: usize) {
        let mut starts = [0; BATCH];
        let kept = self.starts(safe, &mut starts);
        for start in starts[..kept].iter().map(|behind| usize::from(*behind) - 1) {
            if start >= self.next
                && let Some((longest, length)) = longest_at(self.trie, &self.tokens[start..self.count])
            {
                (self.found)(longest);
                self.next = start + length;
            }
        }
        self.tokens.copy_within(safe..self.count, 0);
        self.count -= safe;
        self.next = self.next.saturating_sub(safe);
    }

    /// The tokens behind those before an index with which an entry may begin. No one can foresee it: nothing here depends on a branch.
    fn starts(&self, safe: usize, starts: &mut [u16; BATCH]) -> usize {
        let mut kept = 0;
        let mut last = WordUse::default();
        for (at, token) in (0..).zip(&self.tokens[..(safe + 1).min(self.count)]) {
            let word_use = self.trie.word(token.word());
            starts[kept % BATCH] = at;
            kept += usize::from((last.alone != 0) | last.may_go_on(token, &word_use));
            last = word_use;
        }
        // Behind the last token of a text nothing goes on.
        if safe == self.count && last.alone != 0 {
            starts[kept % BATCH] = safe as u16;
            kept += 1;
        }
        kept
    }
}

/// The word of a token as one that goes on with an entry: [`UNKNOWN`], with which none does, where a line starts.
#[inline(always)]
fn follows(token: &Token) -> WordId {
    if token.is_line_start() { UNKNOWN } else { token.word() }
}

/// The longest entry that begins with the first of some tokens, and how many it has.
#[inline]
fn longest_at(trie: &Trie, tokens: &[Token]) -> Option<(Longest, usize)> {
    let (first, rest) = tokens.split_first()?;
    let mut node = first.word();
    let mut found = trie.first_end(node).map(|entry| (entry, 1, first.end));
    for (token, length) in rest.iter().zip(2..) {
        let Some(child) = trie.child(node, follows(token)) else { break };
        node = child;
        found = trie.first_end(node).map(|entry| (entry, length, token.end)).or(found);
    }
    let (entry, length, end) = found?;
    let span = Span::new(first.start as usize, end as usize);
    Some((Longest { entry: entry.entry as usize, doubtful: entry.doubtful, span }, length))
}
