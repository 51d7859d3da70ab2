//! The matcher: one pass over the tokens for all lists.
//!
//! Every word of a list's entries has a small id ([`Vocabulary`]), and entries are paths of a trie over ids ([`Trie`]), so that
//! matches begin and end at tokens by construction. A word that is in no list has no id: most walks end where they begin.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cues::Cues;
use super::trie::{
    CONJUNCTIONS, LUNAR_WORDS, ListSet, MULTIPLES, NUMBERED_PERIODS, RELATIVE_DATES, SIGNS, Trie, TrieBuilder,
};
use crate::data::{self, DateRole, DirectionRole, Form, List, Lists, UnitKind, WordRole};
use crate::segment::{Token, Vocabulary, WordId};

/// The lists and the matcher over them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub lists: Arc<Lists>,
    vocabulary: Vocabulary,
    pub(super) trie: Trie,
}

impl Lexicon {
    /// Builds the matcher over the forms of the lists.
    pub(crate) fn new(lists: impl Into<Arc<Lists>>) -> Self {
        let lists = lists.into();
        let mut vocabulary = Vocabulary::default();
        let mut paths: Vec<WordId> = Vec::new();
        let mut ends: Vec<usize> = Vec::with_capacity(lists.forms.len());
        // The forms are made of few different words: each is cut and interned once.
        let mut pieces: FxHashMap<&str, Vec<WordId>> = FxHashMap::default();
        for form in &lists.forms {
            for piece in form.text.split_ascii_whitespace() {
                let words = pieces.entry(piece).or_insert_with(|| vocabulary.intern(piece));
                paths.extend_from_slice(words);
            }
            ends.push(paths.len());
        }
        drop(pieces);
        vocabulary.intern_abbreviations(data::abbreviations());
        vocabulary.seal();
        let mut builder = TrieBuilder::new(vocabulary.len(), lists.forms.len(), paths.len());
        let mut start = 0;
        for (form, end) in lists.forms.iter().zip(ends) {
            builder.insert(&paths[start..end], form, parts(&lists, form));
            start = end;
        }
        let trie = builder.build();
        Lexicon { lists, vocabulary, trie }
    }

    /// The words of the lists: what texts are to be cut with.
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Tells at which tokens of a text cues may stand; where they do is found when they are asked for. The text must have been cut
    /// with this lexicon's vocabulary.
    pub(crate) fn scan(&self, tokens: &[Token]) -> Cues<'_> {
        Cues::over(self, tokens)
    }
}

/// The parts of its list that an entry is in.
fn parts(lists: &Lists, form: &Form) -> ListSet {
    let entry = form.entry as usize;
    match form.list {
        List::Date => match lists.dates[entry].role {
            DateRole::Month | DateRole::Quarter => NUMBERED_PERIODS,
            DateRole::Relative | DateRole::SamePeriod => RELATIVE_DATES,
            // "sáng nay"
            DateRole::PartOfDay if lists.dates[entry].value.contains(' ') => RELATIVE_DATES,
            DateRole::MonthName
            | DateRole::FullMoon
            | DateRole::NewYear
            | DateRole::LunarDay
            | DateRole::Lunar => LUNAR_WORDS,
            _ => 0,
        },
        List::Unit if matches!(lists.units[entry].role, UnitKind::CurrencySign(_)) => SIGNS,
        List::Direction if lists.directions[entry].role == DirectionRole::Times => {
            if lists.directions[entry].value.is_empty() { 0 } else { MULTIPLES }
        }
        List::Word if lists.words[entry].role == WordRole::And => CONJUNCTIONS,
        _ => 0,
    }
}
