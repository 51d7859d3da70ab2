//! Names that the article gives elsewhere with an honorific: where one stands at the end of a body's name, it is a person.
//!
//! "Tổng Giám đốc Công ty Park Jung Woo" could be a firm of that name; after "ông Park Jung Woo" it is not.

use super::gap::Gap;
use super::items::{Item, Person, What};
use super::people::People;
use crate::facts::Context;
use crate::facts::phrase::Name;

/// The shortest and the longest name that is looked for, in tokens.
const TOKENS: std::ops::RangeInclusive<usize> = 2..=5;

/// Takes known names off the bodies of titles and makes them items of their own.
pub(super) fn split(context: &Context<'_, '_>, items: &mut Vec<Item<'_>>, people: &mut People<'_, '_, '_>) {
    let mut i = 0;
    while i < items.len() {
        if let Some(name) = name_at_end(context, &items[i], people) {
            let What::Title(title) = &mut items[i].what else { unreachable!("only titles have one") };
            let held = title.organisation.take().expect("the name stands in it");
            title.organisation = Some(held.start..name.tokens.start).filter(|left| !left.is_empty());
            let person = Person::named(name);
            let runs_on = items[i].runs_on;
            items.insert(i + 1, Item { gap: Gap::default(), what: What::Name(person), runs_on });
            i += 1;
        }
        i += 1;
    }
}

fn name_at_end(context: &Context<'_, '_>, item: &Item<'_>, people: &mut People<'_, '_, '_>) -> Option<Name> {
    let held = item.title()?.organisation.clone()?;
    // The last word of a name has a capital, or goes with one: "K'ré".
    let last = &context.tokens[held.end - 1];
    if !last.is_capitalized() && last.is_after_space() {
        return None;
    }
    let longest = held.len().min(*TOKENS.end());
    (*TOKENS.start()..=longest).rev().find_map(|length| {
        let tokens = held.end - length..held.end;
        let known = context.tokens[tokens.start].is_capitalized() && people.is_known(tokens.clone());
        known.then_some(Name { tokens, parts: length, known })
    })
}
