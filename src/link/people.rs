//! The people of an article: their names, their ids, and who may be meant by the end of a name.

use std::collections::HashMap;
use std::ops::Range;

use super::words::{Rows, WordKey, Words};
use crate::data::List;
use crate::facts::{Context, FactData, Output};
use crate::normalize::fold;

/// No article names more people. What does is many articles in one, and whom one of them names, another does not mean.
const MOST_PEOPLE: usize = 1_000;

/// A person of the article.
struct Person {
    /// Whether it may be a highland name, whose family's word is the last.
    highland: bool,
    /// One past the token of the section that it was named first with; 0 for a section before.
    first: usize,
    gender: Option<char>,
}

/// The people of an article, by their ids without what [`People::first_id`] adds.
#[derive(Default)]
pub(crate) struct People {
    /// The id of the first.
    pub(super) first_id: usize,
    all: Vec<Person>,
    /// Their names, in their order.
    names: Rows,
    /// Who may be meant by a name's last word, or by the beginning of a highland name.
    by_word: Vec<(WordKey, usize)>,
    pub(super) words: Words,
}

impl People {
    /// Lets go of the places of a section, and of all people where they are too many.
    pub(super) fn begin_section(&mut self) {
        if self.all.len() > MOST_PEOPLE {
            *self = People { first_id: self.first_id + self.all.len(), ..People::default() };
        }
        self.all.iter_mut().for_each(|person| person.first = 0);
    }

    /// Adds the people of all officials, who are given their ids: first those that stand with their whole names, last those that a
    /// pronoun stands for.
    pub(super) fn add_all(&mut self, context: &Context<'_, '_>, output: &mut Output<'_>) {
        let mut has_pronouns = false;
        for is_short in [false, true] {
            for draft in output.iter_mut().filter(|draft| draft.fact.inferred.is_empty() != is_short) {
                let named = draft.first..draft.end;
                if let FactData::Official(official) = &mut draft.fact.data {
                    if is_short && is_pronoun(context, named.start) {
                        has_pronouns = true;
                        continue;
                    }
                    let gender = gender_before(context, named.start);
                    let whole = if is_short { self.whole(context, named.clone()) } else { None };
                    let id = whole.unwrap_or_else(|| self.add(context, named, gender));
                    official.person = Some(self.first_id + id);
                }
            }
            self.by_word.sort_unstable();
            self.by_word.dedup();
        }
        if has_pronouns {
            self.add_pronouns(context, output);
        }
    }

    /// Gives the officials that are named by a pronoun the ids of those of the same name.
    fn add_pronouns(&mut self, context: &Context<'_, '_>, output: &mut Output<'_>) {
        let mut ids: HashMap<String, usize> = HashMap::new();
        let by_name = output.iter().filter_map(|draft| match &draft.fact.data {
            FactData::Official(official) => Some((official.name.to_string(), official.person?)),
            _ => None,
        });
        ids.extend(by_name);
        for draft in output.iter_mut() {
            if let FactData::Official(official) = &mut draft.fact.data
                && official.person.is_none()
            {
                let next = || self.first_id + self.add_by_pronoun(context, draft.first, &official.name);
                official.person = Some(*ids.entry(official.name.to_string()).or_insert_with(next));
            }
        }
    }

    /// Adds somebody whose posts only a pronoun takes up: what is said elsewhere without a post does not point back to him.
    fn add_by_pronoun(&mut self, context: &Context<'_, '_>, pronoun: usize, name: &str) -> usize {
        let id = self.names.add(name.split(' ').map(|word| self.words.add_text(word)));
        if id == self.all.len() {
            let gender = honorific_gender(context, pronoun);
            self.all.push(Person { highland: false, first: pronoun + 1, gender });
        }
        id
    }

    /// The one person with a name that ends with a short one, which may stand before it.
    fn whole(&mut self, context: &Context<'_, '_>, short: Range<usize>) -> Option<usize> {
        // "A.Merkel"
        let has_initial = short.len() == 3 && context.is_mark(short.start + 1, ".");
        let said = if has_initial { short.end - 1..short.end } else { short.clone() };
        let form: Vec<WordKey> = said.map(|at| self.words.add(context, at)).collect();
        let id = {
            let mut called = self.with(*form.last()?).filter(|id| self.names.get(*id).ends_with(&form));
            called.next().filter(|_| called.next().is_none())?
        };
        let first = &mut self.all[id].first;
        *first = (*first).min(short.start + 1);
        Some(id)
    }

    fn add(&mut self, context: &Context<'_, '_>, tokens: Range<usize>, gender: Option<char>) -> usize {
        let id = self.names.add(tokens.clone().map(|at| self.words.add(context, at)));
        if id == self.all.len() {
            let highland = tokens.len() > 2 && is_one_letter(context.token_text(tokens.start));
            let name = self.names.get(id);
            let called_by = if highland { name } else { &name[name.len() - 1..] };
            self.by_word.extend(called_by.iter().map(|word| (*word, id)));
            self.all.push(Person { highland, first: tokens.start + 1, gender });
        }
        let person = &mut self.all[id];
        person.gender = person.gender.or(gender);
        id
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Where the first is named: nobody points back from before.
    pub(super) fn first(&self) -> usize {
        self.all.iter().map(|person| person.first).min().unwrap_or(usize::MAX).saturating_sub(1)
    }

    /// The people who may be meant by a form that ends with a word.
    fn with(&self, word: WordKey) -> impl Iterator<Item = usize> {
        let first = self.by_word.partition_point(|(other, _)| *other < word);
        self.by_word[first..].iter().take_while(move |(other, _)| *other == word).map(|(_, id)| *id)
    }

    /// The person who was named before a place with just this name.
    pub(super) fn named(&self, name: &[WordKey], before: usize) -> Option<usize> {
        self.names.find(name).filter(|id| self.all[*id].first <= before)
    }

    /// The one person named before a place whose name a short form may stand for.
    pub(super) fn meant(&self, form: &[WordKey], before: usize, gender: Option<char>) -> Option<usize> {
        let fits = |id: &usize| {
            let person = &self.all[*id];
            person.first <= before
                && (person.gender.is_none() || gender.is_none() || person.gender == gender)
                && person.is_called(self.names.get(*id), form)
        };
        // The whole name is sure, whoever else ends in it.
        if let Some(id) = self.named(form, before) {
            return Some(id);
        }
        let mut fitting = self.with(*form.last()?).filter(fits);
        let found = fitting.next()?;
        fitting.next().is_none().then_some(found)
    }

    /// The one of some people who was named before a place.
    pub(super) fn only_before(&self, people: impl Iterator<Item = usize>, before: usize) -> Option<usize> {
        let mut named = people.filter(|id| self.all[*id].first <= before);
        let found = named.next()?;
        named.next().is_none().then_some(found)
    }
}

impl Person {
    /// Whether a form is the end of the name ("Quế", "Kim Ngân"), or the beginning of a highland name, whose last word is the
    /// family's ("Y Thiêm" of "Y Thiêm Niê").
    fn is_called(&self, name: &[WordKey], form: &[WordKey]) -> bool {
        name.ends_with(form) && (form.len() < 3 || form.len() == name.len())
            || self.highland && form.len() > 1 && name.starts_with(form)
    }
}

/// Whether the key of a word is one letter.
fn is_one_letter(word: &str) -> bool {
    // No letter is lost in a key.
    word.chars().nth(1).is_none() && fold(word).chars().count() == 1
}

/// The gender that the honorific right before a name says.
fn gender_before(context: &Context<'_, '_>, at: usize) -> Option<char> {
    let cue = context.cue_before(at, List::Honorific)?;
    honorific_gender(context, cue.first as usize)
}

/// The gender that the honorific at a token says.
fn honorific_gender(context: &Context<'_, '_>, at: usize) -> Option<char> {
    context.kinds_at(at, List::Honorific)?.0.gender
}

/// Whether an official is named by a pronoun: "Ông từng giữ chức".
fn is_pronoun(context: &Context<'_, '_>, at: usize) -> bool {
    context.kinds_at(at, List::Honorific).is_some_and(|(kinds, _)| kinds.is("pronoun"))
}
