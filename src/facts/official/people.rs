//! The people that an article names in full, so that "ông Hận" with a post can be given its name.
//!
//! Few articles ask for one, and then for one or two: names are looked for when they are asked for, by their words, and only
//! where those stand is a sentence read. Who asks too often has the whole article read, so that time stays linear.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::items::{Item, Person, items};
use crate::data::List;
use crate::facts::Context;
use crate::facts::phrase::Name;
use crate::normalize::{fold, fold_into};
use crate::segment::{TokenKind, UNKNOWN, WordId};

/// So many looks at every token may be spent on questions before the whole article is read.
const MOST_LOOKS: usize = 32;

/// The full names of an article, as far as they were asked for.
pub(super) struct People<'c, 'a, 't> {
    context: &'c Context<'a, 't>,
    runs: &'c [Range<usize>],
    /// The full names of the runs that were read.
    read: Vec<Option<Vec<Person>>>,
    /// The tokens behind honorifics at which a full name may start, sorted by their words.
    addressed: Option<Vec<(Words, usize)>>,
    looks: usize,
    everybody: Option<Everybody>,
}

/// The words of two tokens.
type Words = (WordId, WordId);

impl<'c, 'a, 't> People<'c, 'a, 't> {
    /// The people of an article that was cut into runs.
    pub(super) fn new(context: &'c Context<'a, 't>, runs: &'c [Range<usize>]) -> Self {
        let looks = context.tokens.len() * MOST_LOOKS;
        People { context, runs, read: vec![None; runs.len()], addressed: None, looks, everybody: None }
    }

    /// Keeps the full names of a run that was read.
    pub(super) fn keep(&mut self, run: usize, row: &[Item<'_>]) {
        self.read[run] = Some(full_names(row).collect());
    }

    /// Whether the article has these words, two at least, as somebody's full name, with an honorific.
    pub(super) fn is_known(&mut self, tokens: Range<usize>) -> bool {
        let context = self.context;
        if let Some(everybody) = &self.everybody {
            return everybody.is_known(context, tokens);
        }
        let starts = self.addressed(words(context, tokens.start));
        if !self.may_look(starts.len()) {
            return self.everybody().is_known(context, tokens);
        }
        starts.into_iter().map(|start| start..start + tokens.len()).any(|there| {
            same_words(context, tokens.clone(), there.clone())
                && self
                    .names_around(there.start)
                    .iter()
                    .any(|person| person.addressed && person.name.tokens == there)
        })
    }

    /// Where two words stand behind an honorific.
    fn addressed(&mut self, words: Words) -> Vec<usize> {
        let all = self.addressed.get_or_insert_with(|| behind_honorifics(self.context));
        let first = all.partition_point(|(other, _)| *other < words);
        all[first..].iter().take_while(|(other, _)| *other == words).map(|(_, start)| *start).collect()
    }

    /// A name in full, and whether it was concluded from a short one; nothing where two people are called so.
    pub(super) fn full_name(&mut self, name: &Name) -> Option<(Cow<'t, str>, bool)> {
        let context = self.context;
        let written = context.quote(name.tokens.clone()).text;
        if name.parts > 1 {
            return Some((written, false));
        }
        let looks = context.tokens.len();
        let may_be_found = name.tokens.len() == 1 && self.everybody.is_none();
        let called = if may_be_found && self.may_look(looks) {
            self.called(name.tokens.start)
        } else {
            self.everybody().called(&fold(&written))
        };
        match called {
            Called::Nobody => Some((written, false)),
            Called::One(tokens) => Some((context.quote(tokens).text, true)),
            Called::Several => None,
        }
    }

    /// Who is called by the word of a token.
    fn called(&mut self, given: usize) -> Called {
        let context = self.context;
        let mut called = Called::Nobody;
        let word = context.tokens[given].word;
        let given = fold(context.token_text(given));
        let mut key = String::new();
        let mut is_same = |at: usize| {
            key.clear();
            fold_into(context.token_text(at), &mut key);
            key == given
        };
        let same = context.tokens.iter().enumerate().filter(|(_, token)| token.word == word);
        for at in same.map(|(at, _)| at) {
            if !may_end_full_name(context, at) || !is_same(at) {
                continue;
            }
            let names = self.names_around(at);
            let Some(person) = names.iter().find(|person| person.name.tokens.end == at + 1) else { continue };
            let tokens = person.name.tokens.clone();
            called = match called {
                Called::Nobody => Called::One(tokens),
                Called::One(first) if same_words(context, first.clone(), tokens) => Called::One(first),
                _ => return Called::Several,
            };
        }
        called
    }

    /// The full names of the run of a token.
    fn names_around(&mut self, token: usize) -> &[Person] {
        let run = self.runs.partition_point(|run| run.end <= token);
        self.read[run]
            .get_or_insert_with(|| full_names(&items(self.context, self.runs[run].clone())).collect())
    }

    /// Spends looks, if there are so many left.
    fn may_look(&mut self, looks: usize) -> bool {
        let left = self.looks.checked_sub(looks);
        self.looks = left.unwrap_or(0);
        left.is_some()
    }

    /// All people of the article: what is asked from then on is answered from them.
    pub(super) fn everybody(&mut self) -> &Everybody {
        self.everybody.get_or_insert_with(|| Everybody::of(self.context, self.runs))
    }
}

/// The names of two parts or more of a row.
fn full_names(row: &[Item<'_>]) -> impl Iterator<Item = Person> {
    row.iter().filter_map(Item::name).filter(|person| person.name.parts >= 2).cloned()
}

/// The words of a token and the next.
fn words(context: &Context<'_, '_>, first: usize) -> Words {
    (context.tokens[first].word, context.tokens[first + 1].word)
}

/// The tokens behind honorifics at which a full name may start, sorted by their words.
fn behind_honorifics(context: &Context<'_, '_>) -> Vec<(Words, usize)> {
    let behind = context.cues.of(List::Honorific).map(|cue| cue.end());
    let may_start = |at: &usize| at + 1 < context.tokens.len() && context.tokens[*at].is_capitalized();
    let mut starts: Vec<_> = behind.filter(may_start).map(|at| (words(context, at), at)).collect();
    starts.sort_unstable();
    starts
}

/// Whether the last word of a full name may stand at a token: behind a capitalised word, a particle, or a mark inside a compound.
fn may_end_full_name(context: &Context<'_, '_>, at: usize) -> bool {
    at > 0 && !context.tokens[at].is_line_start() && {
        let before = &context.tokens[at - 1];
        before.is_capitalized()
            || before.kind == TokenKind::Mark
            || context.cues.may_start(at - 1, List::Surname)
    }
}

/// Whether the same words stand on two runs of tokens, however they are spelt.
fn same_words(context: &Context<'_, '_>, some: Range<usize>, others: Range<usize>) -> bool {
    let same_word = |(one, other): (usize, usize)| {
        let word = context.tokens[one].word;
        // Words that no list has share an id, and all dashes do.
        let is_sure = word != UNKNOWN && context.tokens[one].kind == TokenKind::Word;
        let same_key = || fold(context.token_text(one)) == fold(context.token_text(other));
        word == context.tokens[other].word && (is_sure || same_key())
    };
    some.len() == others.len() && others.end <= context.tokens.len() && some.zip(others).all(same_word)
}

/// Who is called by a word.
#[derive(Debug, PartialEq, Eq)]
enum Called {
    Nobody,
    /// One, where the full name stands first.
    One(Range<usize>),
    Several,
}

/// All full names of an article, by their last syllable.
#[derive(Debug, Default)]
pub(super) struct Everybody {
    by_given_name: FxHashMap<String, Vec<Full>>,
}

#[derive(Debug)]
struct Full {
    folded: String,
    /// Whether an honorific stands before it once: then it is a person for sure.
    addressed: bool,
    tokens: Range<usize>,
}

impl Everybody {
    /// Reads a whole article.
    fn of(context: &Context<'_, '_>, runs: &[Range<usize>]) -> Everybody {
        let mut everybody = Everybody::default();
        for run in runs {
            for person in full_names(&items(context, run.clone())) {
                everybody.note(context, &person.name, person.addressed);
            }
        }
        everybody
    }

    fn note(&mut self, context: &Context<'_, '_>, name: &Name, addressed: bool) {
        let folded = folded(context, name.tokens.clone());
        let given = folded.rsplit(' ').next().unwrap_or_default().to_owned();
        let same = self.by_given_name.entry(given).or_default();
        match same.iter_mut().find(|full| full.folded == folded) {
            Some(full) => full.addressed |= addressed,
            None => same.push(Full { folded, addressed, tokens: name.tokens.clone() }),
        }
    }

    fn is_known(&self, context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
        let given = fold(context.token_text(tokens.end - 1));
        let Some(same) = self.by_given_name.get(&given) else { return false };
        let folded = folded(context, tokens);
        same.iter().any(|full| full.addressed && full.folded == folded)
    }

    fn called(&self, given: &str) -> Called {
        match self.by_given_name.get(given).map(Vec::as_slice) {
            None => Called::Nobody,
            Some([only]) => Called::One(only.tokens.clone()),
            Some(_) => Called::Several,
        }
    }
}

fn folded(context: &Context<'_, '_>, tokens: Range<usize>) -> String {
    let words: Vec<String> = tokens.map(|token| fold(context.token_text(token))).collect();
    words.join(" ")
}
