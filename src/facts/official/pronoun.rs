//! Posts that a pronoun takes up: "Ông từng giữ chức Giám đốc Sở Y tế." Who that is, the sentences before say.
//!
//! A post given to the wrong person is worse than none: the pronoun is the subject of its clause, nobody is named before it in its
//! sentence, and the sentences before leave no doubt.

use std::borrow::Cow;

use super::items::{Item, Person, Scan, What, has_front, items};
use super::people::{NEAR, People};
use crate::data::{List, OfficeRole};
use crate::facts::Context;
use crate::facts::phrase::Name;
use crate::normalize::is_syllable;

/// So many adverbs may stand between a pronoun and its verb: "ông hiện đang là".
const MOST_ADVERBS: usize = 4;

impl Scan<'_, '_, '_> {
    /// The person that a pronoun stands for, which opens a clause and takes up a post: "Năm 2015, | ông được bầu làm".
    pub(super) fn pronoun(&self, at: usize) -> Option<Person> {
        let context = self.context;
        let (kinds, cue) = context.kinds_at(at, List::Honorific).filter(|(kinds, _)| kinds.is("pronoun"))?;
        let opens = at == self.tokens.start || context.is_mark(at - 1, ",") || context.is_digits(at - 1);
        let is_alone = self.items.iter().all(|item| matches!(item.what, What::Body(_)));
        (opens && is_alone && !kinds.flag && takes_up(context, cue.end())).then(|| {
            let name = Name { tokens: at..cue.end(), parts: 1, known: false };
            Person { pronoun: true, ..Person::addressed(name) }
        })
    }
}

/// Whether the verb that starts at a token, perhaps behind adverbs, gives a post to its subject: "từng giữ chức", "được bổ nhiệm".
fn takes_up(context: &Context<'_, '_>, mut at: usize) -> bool {
    for _ in 0..=MOST_ADVERBS {
        match context.office_word_at(at) {
            Some((OfficeRole::Adverb, end)) => at = end,
            Some((role, _)) => {
                return matches!(
                    role,
                    OfficeRole::TakesUp
                        | OfficeRole::Career
                        | OfficeRole::Is
                        | OfficeRole::Agent
                        | OfficeRole::Respectively
                );
            }
            None => return false,
        }
    }
    false
}

impl<'t> People<'_, '_, 't> {
    /// The full name of whom a pronoun stands for: the subject of the last sentence that names somebody, if it names nobody else.
    pub(super) fn meant(&mut self, pronoun: &Person) -> Option<Cow<'t, str>> {
        let context = self.context;
        let run = self.run_of(pronoun.name.tokens.start);
        for near in (run.saturating_sub(NEAR)..run).rev() {
            let row = items(context, self.run(near));
            let named = row.iter().enumerate().filter_map(|(i, item)| Some((i, item.name()?)));
            let mut named = named.filter(|(_, person)| self.is_somebody(person));
            let Some((subject, person)) = named.next() else { continue };
            let is_sure =
                named.next().is_none() && is_subject(&row, subject) && !differ(context, pronoun, person);
            return if is_sure { self.full_name(&person.name).map(|(name, _)| name) } else { None };
        }
        None
    }

    /// Whether an item is a person by its name: "thạc sĩ | Quản lý kinh tế" is none.
    fn is_somebody(&mut self, person: &Person) -> bool {
        let is_word =
            person.name.parts == 1 && is_syllable(self.context.token_text(person.name.tokens.start));
        !person.pronoun && (!is_word || self.full_name(&person.name).is_none_or(|(_, inferred)| inferred))
    }
}

/// Whether a pronoun and the honorific before a name say another gender.
fn differ(context: &Context<'_, '_>, pronoun: &Person, named: &Person) -> bool {
    let said =
        context.kinds_at(pronoun.name.tokens.start, List::Honorific).and_then(|(kinds, _)| kinds.gender);
    let before = context.cue_before(named.name.tokens.start, List::Honorific);
    let other = before.and_then(|cue| context.kinds_at(cue.first as usize, List::Honorific)?.0.gender);
    said.is_some() && other.is_some() && said != other
}

/// Whether a person opens its sentence, perhaps behind a title.
fn is_subject(row: &[Item<'_>], i: usize) -> bool {
    let opens = |item: &Item<'_>| item.gap.is_chain();
    opens(&row[i]) && (i == 0 || i == 1 && has_front(row, 1) && opens(&row[0]))
}
