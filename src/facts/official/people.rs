//! The people that an article names in full, so that "ông Hận" with a post can be given its name.
//!
//! Few articles ask for one, and then for one or two: names are looked for when they are asked for, by their words, and only
//! where those stand is a sentence read. Who asks often, as long texts do, has the words put in an index, and every place there is
//! looked at once: time stays linear, and no text has all its sentences read for names.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::index::{Index, Key};
use super::items::{Item, Person, items};
use crate::data::List;
use crate::facts::Context;
use crate::facts::phrase::Name;
use crate::normalize::{fold, is_syllable};
use crate::segment::{TokenKind, UNKNOWN, WordId};

/// So many looks at a place may be spent before places are put in an index.
const MOST_LOOKS: usize = 1 << 14;

/// So many sentences before one are looked at for whom a short name or a pronoun in it may mean.
pub(super) const NEAR: usize = 4;

/// So many names of a sentence are looked at.
const MOST_NEAR: usize = 32;

/// The full names of an article, as far as they were asked for.
pub(super) struct People<'c, 'a, 't> {
    pub(super) context: &'c Context<'a, 't>,
    names: Names<'c, 'a, 't>,
    /// The tokens behind honorifics at which a full name may start.
    addressed: Option<Vec<usize>>,
    looks: usize,
    /// Those that were asked for by their last words, folded.
    called: HashMap<String, Called>,
    index: Option<Index>,
    /// The full names behind honorifics that begin with two words, folded, by the key of those.
    behind_honorifics: HashMap<Key, HashSet<String>>,
}

/// The full names of the runs that were read.
struct Names<'c, 'a, 't> {
    context: &'c Context<'a, 't>,
    runs: &'c [Range<usize>],
    read: Vec<Option<Vec<Person>>>,
}

impl<'c, 'a, 't> People<'c, 'a, 't> {
    /// The people of an article that was cut into runs.
    pub(super) fn new(context: &'c Context<'a, 't>, runs: &'c [Range<usize>]) -> Self {
        People {
            context,
            names: Names { context, runs, read: vec![None; runs.len()] },
            addressed: None,
            looks: MOST_LOOKS,
            called: HashMap::new(),
            index: None,
            behind_honorifics: HashMap::new(),
        }
    }

    /// The same without a look to spend: whatever is asked, an index answers.
    #[cfg(test)]
    pub(super) fn by_index(context: &'c Context<'a, 't>, runs: &'c [Range<usize>]) -> Self {
        People { looks: 0, ..People::new(context, runs) }
    }

    /// Keeps the full names of a run that was read.
    pub(super) fn keep(&mut self, run: usize, row: &[Item<'_>]) {
        self.names.read[run] = Some(full_names(row).collect());
    }

    /// The index of the run of a token.
    pub(super) fn run_of(&self, token: usize) -> usize {
        self.names.run_of(token)
    }

    /// The tokens of a run.
    pub(super) fn run(&self, run: usize) -> Range<usize> {
        self.names.runs[run].clone()
    }

    /// Whether the article has these words, two at least, as somebody's full name, with an honorific.
    pub(super) fn is_known(&mut self, tokens: Range<usize>) -> bool {
        let context = self.context;
        let starts = self.addressed.get_or_insert_with(|| addressed(context)).len();
        if starts == 0 {
            return false;
        }
        if self.may_look(starts) { self.is_addressed(tokens) } else { self.is_in_index(tokens) }
    }

    fn is_addressed(&mut self, tokens: Range<usize>) -> bool {
        let context = self.context;
        let words = words(context, tokens.start);
        let starts = self.addressed.iter().flatten().copied();
        let likely = starts.filter(|start| self::words(context, *start) == words);
        likely.map(|start| start..start + tokens.len()).any(|there| {
            same_words(context, tokens.clone(), there.clone())
                && self.names.addressed_at(there.start).is_some_and(|person| person.name.tokens == there)
        })
    }

    /// The same of an article where much is asked: all names with the same two first words are read in one go.
    fn is_in_index(&mut self, tokens: Range<usize>) -> bool {
        let context = self.context;
        let starts = self.addressed.as_deref().unwrap_or_default();
        let index = self.index.get_or_insert_with(|| Index::of(context, starts));
        let key = index.key_of_two(context, tokens.start);
        let names = self.behind_honorifics.entry(key).or_insert_with(|| {
            let name_at = |start| {
                let person = self.names.addressed_at(start)?;
                Some(folded(context, person.name.tokens.clone()))
            };
            index.starts.with(key).filter_map(name_at).collect()
        });
        !names.is_empty() && names.contains(&folded(context, tokens))
    }

    /// A name in full, and whether it was concluded from a short one; nothing where two people are called so.
    pub(super) fn full_name(&mut self, name: &Name) -> Option<(Cow<'t, str>, bool)> {
        let context = self.context;
        let written = context.quote(name.tokens.clone()).text;
        // Who is called by several tokens, as "K'ré" is, is called so by nobody: full names are known by their last words.
        if let Some(whole) = self.with_initial(name) {
            return Some((context.quote(whole).text, true));
        }
        let is_given_names = name.tokens.len() == 2 && self.are_given_names(name.tokens.clone());
        if !is_given_names && (name.parts > 1 || name.tokens.len() > 1) {
            return Some((written, false));
        }
        match self.called(name.tokens.clone()) {
            Called::Several if !is_given_names => {
                self.names.nearest(name.tokens.clone()).map(|tokens| (context.quote(tokens).text, true))
            }
            Called::One(tokens) if !is_given_names || self.has_family(tokens.start) => {
                Some((context.quote(tokens).text, true))
            }
            _ => Some((written, false)),
        }
    }

    /// The full name that an initial stands for: "Angela Merkel" for "A.Merkel".
    fn with_initial(&mut self, name: &Name) -> Option<Range<usize>> {
        let context = self.context;
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let initial = Some(context.token_text(first)).filter(|text| text.len() == 1)?;
        if name.tokens.len() != 3 || !context.is_mark(first + 1, ".") {
            return None;
        }
        match self.called(last..last + 1) {
            Called::One(tokens) if context.token_text(tokens.start).starts_with(initial) => {
                Some(tokens).filter(|tokens| tokens.start != first)
            }
            _ => None,
        }
    }

    /// "Tuấn Anh", but neither "Lê Anh", which begins with a family's name, nor "Norodom Sihamoni".
    fn are_given_names(&self, mut tokens: Range<usize>) -> bool {
        !self.has_family(tokens.start) && tokens.all(|at| is_syllable(self.context.token_text(at)))
    }

    fn has_family(&self, first: usize) -> bool {
        self.context.cue(first, List::Surname).is_some()
    }

    /// Who is called by the words of one or two tokens: a longer name ends with them.
    fn called(&mut self, given: Range<usize>) -> Called {
        let context = self.context;
        let folded = folded(context, given.clone());
        if let Some(called) = self.called.get(&folded) {
            return called.clone();
        }
        let called = if self.may_look(context.tokens.len()) {
            let word = context.tokens[given.end - 1].word();
            let same = context.tokens.iter().enumerate().filter(|(_, token)| token.word() == word);
            let ends = same.map(|(at, _)| at).filter(|at| may_end_full_name(context, *at));
            self.names.called(given, ends)
        } else {
            let starts = || self::addressed(context);
            let starts = self.addressed.get_or_insert_with(starts);
            let index = self.index.get_or_insert_with(|| Index::of(context, starts));
            match given.len() {
                1 => self.names.called(given.clone(), index.ends.with(index.key(context, given.start))),
                _ => {
                    let key = index.key_of_two(context, given.start);
                    self.names.called(given, index.ends_of_two.with(key))
                }
            }
        };
        self.called.insert(folded, called.clone());
        called
    }

    /// Spends looks, if there are so many left.
    fn may_look(&mut self, looks: usize) -> bool {
        let left = self.looks.checked_sub(looks);
        self.looks = left.unwrap_or(0);
        left.is_some()
    }
}

impl Names<'_, '_, '_> {
    /// The index of the run of a token.
    fn run_of(&self, token: usize) -> usize {
        self.runs.partition_point(|run| run.end <= token)
    }

    /// The full names of the run of a token.
    fn around(&mut self, token: usize) -> &[Person] {
        let run = self.run_of(token);
        self.read[run]
            .get_or_insert_with(|| full_names(&items(self.context, self.runs[run].clone())).collect())
    }

    /// Who is named in full, with an honorific, from a token on.
    fn addressed_at(&mut self, start: usize) -> Option<&Person> {
        self.around(start).iter().find(|person| person.addressed && person.name.tokens.start == start)
    }

    /// The full name that ends with the words of a short one, where several do: that of the nearest sentence before in which one does, if
    /// no other does there.
    fn nearest(&mut self, given: Range<usize>) -> Option<Range<usize>> {
        let context = self.context;
        let run = self.run_of(given.start);
        for near in (run.saturating_sub(NEAR)..=run).rev() {
            let start = self.runs[near].start;
            let people = self.around(start);
            let before = &people[..people.partition_point(|person| person.name.tokens.end <= given.start)];
            let mut called =
                before.iter().rev().take(MOST_NEAR).map(|person| person.name.tokens.clone()).filter(|name| {
                    let same = name.end.saturating_sub(given.len())..name.end;
                    name.len() > given.len() && same_words(context, given.clone(), same)
                });
            if let Some(found) = called.next() {
                let is_sure = called.all(|other| same_words(context, found.clone(), other));
                return is_sure.then_some(found);
            }
        }
        None
    }

    /// Whose full name, of more words, ends at one of some tokens with the words of others.
    fn called(&mut self, given: Range<usize>, ends: impl Iterator<Item = usize>) -> Called {
        let context = self.context;
        let mut called = Called::Nobody;
        for at in ends {
            let end = at + 1;
            if end < given.len() || !same_words(context, given.clone(), end - given.len()..end) {
                continue;
            }
            let mut names = self.around(at).iter().map(|person| person.name.tokens.clone());
            let Some(tokens) = names.find(|name| name.end == end && name.len() > given.len()) else {
                continue;
            };
            called = match called {
                Called::Nobody => Called::One(tokens),
                Called::One(first) if same_words(context, first.clone(), tokens) => Called::One(first),
                _ => return Called::Several,
            };
        }
        called
    }
}

/// The names of two parts or more of a row.
fn full_names(row: &[Item<'_>]) -> impl Iterator<Item = Person> {
    row.iter().filter_map(Item::name).filter(|person| person.name.parts >= 2).cloned()
}

/// The words of a token and the next.
fn words(context: &Context<'_, '_>, first: usize) -> (WordId, WordId) {
    (context.tokens[first].word(), context.tokens[first + 1].word())
}

/// The tokens behind honorifics at which a full name may start.
fn addressed(context: &Context<'_, '_>) -> Vec<usize> {
    let behind = context.cues.of(List::Honorific).map(|cue| cue.end());
    let may_start = |at: &usize| at + 1 < context.tokens.len() && context.tokens[*at].is_capitalized();
    let mut starts: Vec<_> = behind.filter(may_start).collect();
    // One honorific may end another: "đồng chí" in a longer one.
    starts.dedup();
    starts
}

/// Whether the last word of a full name may stand at a token: in capitals or behind a mark ("K'ré"), and behind a capitalised word, a
/// particle ("de"), or what goes with one of them.
pub(super) fn may_end_full_name(context: &Context<'_, '_>, at: usize) -> bool {
    let token = &context.tokens[at];
    (token.is_capitalized() || !token.is_after_space() && token.kind() == TokenKind::Word)
        && !token.is_line_start()
        && at > 0
        && {
            let before = &context.tokens[at - 1];
            before.is_capitalized()
                || !before.is_after_space()
                || context.cues.may_start(at - 1, List::Surname)
        }
}

/// Whether the same words stand on two runs of tokens, however they are spelt.
fn same_words(context: &Context<'_, '_>, some: Range<usize>, others: Range<usize>) -> bool {
    let same_word = |(one, other): (usize, usize)| {
        let word = context.tokens[one].word();
        // Words that no list has share an id, and all dashes do.
        let is_sure = word != UNKNOWN && context.tokens[one].kind() == TokenKind::Word;
        let same_key = || fold(context.token_text(one)) == fold(context.token_text(other));
        word == context.tokens[other].word() && (is_sure || same_key())
    };
    some.len() == others.len() && others.end <= context.tokens.len() && some.zip(others).all(same_word)
}

/// Who is called by a word.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Called {
    Nobody,
    /// One, where the full name stands first.
    One(Range<usize>),
    Several,
}

fn folded(context: &Context<'_, '_>, tokens: Range<usize>) -> String {
    let words: Vec<String> = tokens.map(|token| fold(context.token_text(token))).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::runs;
    use super::super::tests::WORDS;
    use super::*;
    use crate::Extractor;
    use crate::normalize::normalize;

    /// All people of an article, each as often as it is named: the slow twin of asking for one.
    struct Everybody(Vec<(String, Person)>);

    impl Everybody {
        fn of(context: &Context<'_, '_>, runs: &[Range<usize>]) -> Everybody {
            let rows = runs.iter().map(|run| items(context, run.clone()));
            let people = rows.flat_map(|row| full_names(&row).collect::<Vec<_>>());
            Everybody(people.map(|person| (folded(context, person.name.tokens.clone()), person)).collect())
        }

        fn is_known(&self, context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
            let asked = folded(context, tokens);
            self.0.iter().any(|(name, person)| person.addressed && *name == asked)
        }

        fn called(&self, context: &Context<'_, '_>, given: Range<usize>) -> Called {
            let given = folded(context, given);
            let mut same = self.0.iter().filter(|(name, _)| name.ends_with(&format!(" {given}")));
            let Some((name, person)) = same.next() else { return Called::Nobody };
            if same.all(|(other, _)| other == name) {
                Called::One(person.name.tokens.clone())
            } else {
                Called::Several
            }
        }
    }

    proptest! {
        #[test]
        fn one_is_found_who_is_among_all(words in prop::collection::vec(prop::sample::select(WORDS), 1..40)) {
            let text = words.join(" ");
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let runs = runs(&context);
            let everybody = Everybody::of(&context, &runs);
            let asked = [People::new(&context, &runs), People::by_index(&context, &runs)];
            for mut people in asked {
                for at in 0..context.tokens.len() {
                    for given in [at..at + 1, at..(at + 2).min(context.tokens.len())] {
                        let called = everybody.called(&context, given.clone());
                        prop_assert_eq!(people.called(given), called, "{}", text);
                    }
                    for tokens in (2..6).map(|length| at..at + length).filter(|t| t.end <= context.tokens.len()) {
                        let known = everybody.is_known(&context, tokens.clone());
                        prop_assert_eq!(people.is_known(tokens), known, "{}", text);
                    }
                }
            }
        }
    }
}
