//! What the scan found, by place.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::trie::{ListSet, MULTIPLES, NUMBERED_PERIODS, NUMBERS_BY_PLACE, RELATIVE_DATES, WordUse, only};
use crate::data::List;
use crate::segment::{Token, TokenKind, UNKNOWN, WordId};

/// A word or phrase of a list, where it stands: tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The list it belongs to.
    pub list: List,
    /// The row of the list, counted from 0 in the order of the file.
    pub(crate) entry: u32,
    /// Whether the list marks this spelling as doubtful ("TP?" for "Trưởng phòng").
    pub doubtful: bool,
    pub(crate) first: u32,
    pub(crate) end: u32,
}

impl Cue {
    pub(crate) fn entry(&self) -> usize {
        self.entry as usize
    }

    /// One past its last token.
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }
}

/// The cues of a text: for every token and every list the longest entry that starts there.
///
/// Grammars ask for few of them, so that a cue is walked to when it is asked for. What is found beforehand is the word of every
/// token, and with it and the next the lists of which a cue may start there.
#[derive(Debug)]
pub(crate) struct Cues<'a> {
    lexicon: &'a Lexicon,
    words: Vec<Word>,
    /// The tokens at which a grammar may begin, each with what may start there: see [`DRIVERS`].
    starts: Vec<(u32, ListSet)>,
}

/// The word of a token.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// Its id, and [`LINE_START`].
    id: u32,
    /// The lists of which a cue may start here.
    begins: ListSet,
    /// The lists of which a cue may end here.
    ends: ListSet,
}

/// Set where a line starts: no cue runs over a line break.
const LINE_START: u32 = 1 << 31;

/// The lists, and parts of lists, whose cues begin a grammar: where one of them may start is kept, so that nobody walks over all
/// tokens. They are rare.
pub(super) const DRIVERS: ListSet = only(List::Position)
    | only(List::Honorific)
    | only(List::Number)
    | NUMBERS_BY_PLACE
    | RELATIVE_DATES
    | MULTIPLES;

/// So many tokens are marked at once.
const ROW: usize = 64;

/// The last token that was marked.
#[derive(Clone, Copy, Debug, Default)]
struct Last {
    word_use: WordUse,
    /// Whether a grammar may begin with it alone.
    drives: bool,
}

impl Last {
    /// [`NUMBERS_BY_PLACE`], if what stands behind may be a number by that alone, as behind the word for month or quarter: "quý III".
    #[inline(always)]
    fn numbers(self) -> ListSet {
        if self.word_use.last & NUMBERED_PERIODS != 0 { NUMBERS_BY_PLACE } else { 0 }
    }
}

impl<'a> Cues<'a> {
    /// Finds the lists of which a cue may start or end at every token.
    pub(super) fn over(lexicon: &'a Lexicon, tokens: &[Token]) -> Self {
        let room = (tokens.len(), tokens.len() / 8);
        let mut cues =
            Cues { lexicon, words: Vec::with_capacity(room.0), starts: Vec::with_capacity(room.1) };
        let mut last = Last::default();
        for row in tokens.chunks(ROW) {
            last = cues.mark_row(row, last);
        }
        if last.drives {
            cues.settle(tokens.len() - 1);
        }
        cues
    }

    /// Marks a row of tokens behind the last that was marked. Of two words that stand next to each other no one can foresee whether
    /// an entry has them so: those that may are put aside and looked up together.
    fn mark_row(&mut self, row: &[Token], mut last: Last) -> Last {
        let trie = &self.lexicon.trie;
        let first = self.words.len();
        let mut likely = [0; ROW];
        let mut kept = 0;
        self.words.extend(row.iter().zip(0..).map(|(token, at): (_, u32)| {
            let word_use = trie.word(token.word());
            likely[kept % ROW] = at;
            kept += usize::from(last.word_use.may_go_on(token, &word_use) | last.drives);
            let by_place = if token.kind() == TokenKind::Digits { NUMBERS_BY_PLACE } else { last.numbers() };
            let word = Word::new(token, by_place | word_use.alone, by_place | word_use.last);
            last = Last { word_use, drives: word.begins & DRIVERS != 0 };
            word
        }));
        for behind in &likely[..kept] {
            self.settle(first + *behind as usize - 1);
        }
        last
    }

    /// Adds what begins with a word and the one behind it, and keeps the place if a grammar may begin there.
    fn settle(&mut self, at: usize) {
        let next =
            self.words.get(at + 1).filter(|next| !next.is_line_start()).map_or(UNKNOWN, |next| next.id());
        let word = &mut self.words[at];
        word.begins |= self.lexicon.trie.begins(word.id(), next);
        if word.begins & DRIVERS != 0 {
            self.starts.push((at as u32, word.begins));
        }
    }

    /// The cue of a list that starts at a token.
    #[inline]
    pub(crate) fn get(&self, token: usize, list: List) -> Option<Cue> {
        let word = self.words.get(token)?;
        if word.begins & only(list) == 0 { None } else { self.longest(token, list) }
    }

    /// The cue of a list that ends right before a token; the longest, where there are several.
    #[inline]
    pub(crate) fn before(&self, token: usize, list: List) -> Option<Cue> {
        if self.may_end_before(token, list) { self.longest_before(token, list) } else { None }
    }

    #[inline(never)]
    fn longest_before(&self, token: usize, list: List) -> Option<Cue> {
        let mut lengths = self.lexicon.trie.lengths(list, self.words[token - 1].id());
        while lengths != 0 {
            let before_last = lengths.ilog2();
            lengths ^= 1 << before_last;
            let start = (token - 1).wrapping_sub(before_last as usize);
            if let Some(cue) = self.get(start, list)
                && cue.end() == token
            {
                return Some(cue);
            }
        }
        None
    }

    /// Those of a list that drives a grammar, in text order.
    pub(crate) fn of(&self, list: List) -> impl Iterator<Item = Cue> {
        self.of_part(list, only(list))
    }

    /// Those of any list that start in a run of tokens, in text order.
    pub(crate) fn within(&self, list: List, tokens: Range<usize>) -> impl Iterator<Item = Cue> {
        let words = self.words.get(tokens.clone()).unwrap_or_default().iter().enumerate();
        let likely = words.filter(move |(_, word)| word.begins & only(list) != 0);
        likely.filter_map(move |(at, _)| self.longest(tokens.start + at, list))
    }

    /// At how many tokens a grammar may begin: at digits, what stands behind the word for month or quarter, and words that begin an
    /// entry of a list that drives one.
    pub(crate) fn starts(&self) -> usize {
        self.starts.len()
    }

    /// The tokens at which a number may begin: digits, number words, what stands behind the word for month or quarter.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        self.likely(NUMBERS_BY_PLACE | only(List::Number))
    }

    /// The tokens at which a grammar may begin with one of these lists or parts of lists.
    fn likely(&self, lists: ListSet) -> impl Iterator<Item = usize> {
        let starts = self.starts.iter().filter(move |(_, begins)| begins & lists != 0);
        starts.map(|(start, _)| *start as usize)
    }

    /// Those of a list at tokens where one of a part of the list may start, in text order.
    pub(crate) fn of_part(&self, list: List, part: ListSet) -> impl Iterator<Item = Cue> {
        debug_assert!(part & DRIVERS == part, "{list:?} drives no grammar");
        self.likely(part).filter_map(move |start| self.longest(start, list))
    }

    /// Whether a number may begin at a token: quick, and never wrong to deny it.
    #[inline]
    pub(crate) fn may_be_number(&self, token: usize) -> bool {
        self.may_start_any(token, NUMBERS_BY_PLACE | only(List::Number))
    }

    /// Whether a number may end right before a token: quick, and never wrong to deny it.
    #[inline]
    pub(crate) fn may_end_number(&self, token: usize) -> bool {
        self.may_end_any_before(token, NUMBERS_BY_PLACE | only(List::Number))
    }

    /// Whether a cue of a list may end right before a token: quick, and never wrong to deny it.
    #[inline]
    pub(crate) fn may_end_before(&self, token: usize, list: List) -> bool {
        self.may_end_any_before(token, only(list))
    }

    /// Whether a cue of a list may start at a token: quick, and never wrong to deny it.
    #[inline]
    pub(crate) fn may_start(&self, token: usize, list: List) -> bool {
        self.may_start_any(token, only(list))
    }

    /// The same of any of several lists.
    #[inline]
    pub(crate) fn may_start_any(&self, token: usize, lists: ListSet) -> bool {
        self.words.get(token).is_some_and(|word| word.begins & lists != 0)
    }

    /// Whether a cue of any of several lists may end right before a token.
    #[inline]
    pub(crate) fn may_end_any_before(&self, token: usize, lists: ListSet) -> bool {
        self.words.get(token.wrapping_sub(1)).is_some_and(|word| word.ends & lists != 0)
    }

    /// The lists of which a cue may start at a token: never too few.
    #[inline]
    pub(crate) fn starting(&self, token: usize) -> ListSet {
        self.words[token].begins
    }

    /// The same of all tokens from one on.
    #[inline]
    pub(crate) fn starting_from(&self, token: usize) -> impl Iterator<Item = ListSet> {
        self.words[token..].iter().map(|word| word.begins)
    }

    /// Walks to the longest entry of a list that starts at a token.
    #[inline(never)]
    fn longest(&self, first: usize, list: List) -> Option<Cue> {
        let trie = &self.lexicon.trie;
        let mut at = self.words[first].id();
        let mut next = first + 1;
        let mut found = None;
        loop {
            let node = trie.node(at);
            if node.ends_any(list) {
                found = Some((node, next));
            }
            // Most entries end where they are found: no step is looked up from there.
            let word = self.words.get(next).filter(|word| node.goes_on(list) && !word.is_line_start());
            match word.and_then(|word| trie.child_for(at, word.id(), list)) {
                Some(child) => (at, next) = (child, next + 1),
                None => break,
            }
        }
        let (node, end) = found?;
        let entry = trie.end(node, list)?;
        Some(Cue { list, entry: entry.entry, doubtful: entry.doubtful, first: first as u32, end: end as u32 })
    }

    /// All of them, in text order; those of one token in the order of the lists.
    pub(crate) fn all(&self) -> Vec<Cue> {
        let mut cues = Vec::with_capacity(self.words.len() / 2);
        let mut longest = LongestOfLists::default();
        for (first, word) in self.words.iter().enumerate() {
            if word.begins != 0 {
                self.walk(first, &mut longest);
                longest.take(|cue| cues.push(cue));
            }
        }
        cues
    }

    /// Walks the trie from a token on and keeps the longest entry of every list.
    fn walk(&self, first: usize, longest: &mut LongestOfLists) {
        let trie = &self.lexicon.trie;
        let mut next = Some(self.words[first].id());
        let mut end = first + 1;
        while let Some(node) = next {
            for found in trie.ends(node) {
                longest.put(Cue {
                    list: found.list,
                    entry: found.entry,
                    doubtful: found.doubtful,
                    first: first as u32,
                    end: end as u32,
                });
            }
            let word = self.words.get(end).filter(|word| !word.is_line_start());
            next = word.and_then(|word| trie.child(node, word.id()));
            end += 1;
        }
    }
}

impl Word {
    fn new(token: &Token, begins: ListSet, ends: ListSet) -> Self {
        Word {
            id: if token.is_line_start() { token.word() | LINE_START } else { token.word() },
            begins,
            ends,
        }
    }

    fn id(self) -> WordId {
        self.id & !LINE_START
    }

    fn is_line_start(self) -> bool {
        self.id & LINE_START != 0
    }
}

/// The last cue of every list that was put in: deeper nodes come later and are longer.
#[derive(Default)]
struct LongestOfLists {
    cues: [Option<Cue>; List::COUNT],
    lists: ListSet,
}

impl LongestOfLists {
    fn put(&mut self, cue: Cue) {
        self.lists |= only(cue.list);
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

const _: () = assert!(UNKNOWN == 0, "a word that no list has begins nothing");
