//! The matcher: one pass over the tokens for all lists.
//!
//! Every word of a list's entries has a small id ([`Vocabulary`]), and entries are paths of a trie over ids ([`Trie`]), so that
//! matches begin and end at tokens by construction. A word that is in no list has no id: most walks end where they begin.

use super::cues::Cues;
use super::trie::{Trie, TrieBuilder};
use super::vocabulary::{TokenId, Vocabulary};
use crate::data::Lists;
use crate::segment::{Token, tokens};

/// The lists and the matcher over them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub lists: Lists,
    vocabulary: Vocabulary,
    pub(super) trie: Trie,
}

impl Lexicon {
    /// Builds the matcher over the forms of the lists.
    pub(crate) fn new(lists: Lists) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut paths: Vec<TokenId> = Vec::new();
        let mut ends: Vec<usize> = Vec::with_capacity(lists.forms.len());
        for form in &lists.forms {
            paths.extend(tokens(&form.text).iter().map(|token| vocabulary.intern(token, &form.text)));
            ends.push(paths.len());
        }
        vocabulary.seal();
        let mut builder = TrieBuilder::new(vocabulary.len());
        let mut start = 0;
        for (form, end) in lists.forms.iter().zip(ends) {
            builder.insert(&paths[start..end], form);
            start = end;
        }
        let trie = builder.build();
        Lexicon { lists, vocabulary, trie }
    }

    /// Looks every token up. Where cues stand is found when they are asked for.
    pub(crate) fn scan<'a>(&'a self, text: &str, tokens: &[Token]) -> Cues<'a> {
        let mut cues = Cues::new(self, tokens.len());
        for token in tokens {
            cues.push(self.vocabulary.id(token, text), token.is_line_start());
        }
        cues.mark(tokens);
        cues
    }
}
