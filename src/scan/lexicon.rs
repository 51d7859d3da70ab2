//! The matcher: one pass over the tokens for all lists.
//!
//! Every word of a list's entries has a small id ([`Vocabulary`]), and entries are paths of a trie over ids ([`Trie`]), so that
//! matches begin and end at tokens by construction. A word that is in no list has no id: most walks end where they begin.

use super::cues::{Cue, Cues};
use super::trie::{Trie, TrieBuilder};
use super::vocabulary::{TokenId, UNKNOWN, Vocabulary};
use crate::data::{List, Lists};
use crate::segment::{Token, tokens};

/// The lists and the matcher over them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub lists: Lists,
    vocabulary: Vocabulary,
    trie: Trie,
}

impl Lexicon {
    /// Builds the matcher over the forms of the lists.
    pub(crate) fn new(lists: Lists) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut builder = TrieBuilder::new();
        for form in &lists.forms {
            let words = tokens(&form.text);
            builder.insert(words.iter().map(|token| vocabulary.intern(token, &form.text)), form);
        }
        vocabulary.seal();
        let trie = builder.build(vocabulary.len());
        Lexicon { lists, vocabulary, trie }
    }

    /// For every token and every list the longest entry that starts there. No cue runs over a line break.
    pub(crate) fn scan(&self, text: &str, tokens: &[Token]) -> Cues {
        let ids: Vec<TokenId> = tokens.iter().map(|token| self.vocabulary.id(token, text)).collect();
        let mut cues = Cues::new(tokens.len());
        let mut longest = Longest::default();
        for (first, id) in ids.iter().enumerate() {
            if *id != UNKNOWN {
                self.walk(first, &ids, tokens, &mut longest);
                longest.take(|cue| cues.push(cue));
            }
        }
        cues
    }

    /// Walks the trie from a token on and keeps the longest entry of every list.
    fn walk(&self, first: usize, ids: &[TokenId], tokens: &[Token], longest: &mut Longest) {
        let mut next = self.trie.root(ids[first]);
        let mut end = first + 1;
        while let Some(node) = next {
            for found in self.trie.ends(node) {
                longest.put(Cue {
                    list: found.list,
                    entry: found.entry,
                    doubtful: found.doubtful,
                    first: first as u32,
                    end: end as u32,
                });
            }
            if end == ids.len() || tokens[end].is_line_start() {
                return;
            }
            next = self.trie.child(node, ids[end]);
            end += 1;
        }
    }
}

/// The last cue of every list that was put in: deeper nodes come later and are longer.
#[derive(Default)]
struct Longest {
    cues: [Option<Cue>; List::COUNT],
    lists: u32,
}

impl Longest {
    fn put(&mut self, cue: Cue) {
        self.lists |= 1 << cue.list as u32;
        self.cues[cue.list as usize] = Some(cue);
    }

    /// Gives the cues out in the order of the lists, and is empty again.
    fn take(&mut self, mut each: impl FnMut(Cue)) {
        while self.lists != 0 {
            let list = self.lists.trailing_zeros() as usize;
            self.lists &= self.lists - 1;
            self.cues[list].take().into_iter().for_each(&mut each);
        }
    }
}
