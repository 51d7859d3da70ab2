//! The lists: the only room that knows the folder `data/`.
//!
//! Every list is read by one reader ([`table`]); what its columns mean is said in `data/README.md`. A literal word or phrase is
//! a line there and no Rust; a code of a column ("over", "part_of_day") is a row of a table in [`codes`].

mod abbreviations;
pub(crate) mod codes;
mod encodings;
mod entries;
mod lists;
mod markup;
mod syllables;
mod table;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use abbreviations::Abbreviations;
pub(crate) use codes::{
    CurrencyCode, DateRole, DirectionRole, EventRole, EventUse, IndicatorRole, ModifierEffect, MoneyRole,
    NumberRole, OfficeRole, PhraseRole, PlaceOnLine, RefusalRole, Side, UnitKind, WordRole,
};
pub(crate) use encodings::{Codes, Encodings};
pub use entries::List;
pub(crate) use entries::{Form, Kinds, Organisation, Position};
pub(crate) use lists::{LONGEST_ENTRY, Lists};
pub(crate) use markup::Markup;
pub(crate) use syllables::Syllables;

/// The lists of the crate, read once.
pub(crate) fn built_in() -> &'static Arc<Lists> {
    static LISTS: Lazy<Arc<Lists>> =
        Lazy::new(|| Arc::new(Lists::read().expect("the crate's own lists are sound")));
    &LISTS
}

/// The abbreviations after which a full stop ends no sentence, read once.
pub(crate) fn abbreviations() -> &'static Abbreviations {
    static ABBREVIATIONS: Lazy<Abbreviations> = Lazy::new(|| {
        Abbreviations::read("abbreviations.tsv", include_str!("../../data/abbreviations.tsv"))
            .expect("the crate's own lists are sound")
    });
    &ABBREVIATIONS
}

/// The parts of Vietnamese syllables, read once.
pub(crate) fn syllables() -> &'static Syllables {
    static SYLLABLES: Lazy<Syllables> = Lazy::new(|| {
        Syllables::read("syllables.tsv", include_str!("../../data/syllables.tsv"))
            .expect("the crate's own lists are sound")
    });
    &SYLLABLES
}

/// The syllables that texts are full of, the most frequent first, read once.
pub(crate) fn frequent_syllables() -> &'static [&'static str] {
    static FREQUENT: Lazy<Vec<&'static str>> = Lazy::new(|| {
        syllables::read_frequent("frequent.tsv", include_str!("../../data/frequent.tsv"))
            .expect("the crate's own lists are sound")
    });
    &FREQUENT
}

/// The encodings of the 1990s, read once.
pub(crate) fn encodings() -> &'static Encodings {
    static ENCODINGS: Lazy<Encodings> = Lazy::new(|| {
        Encodings::read("encodings.tsv", include_str!("../../data/encodings.tsv"))
            .expect("the crate's own lists are sound")
    });
    &ENCODINGS
}

/// The names of HTML, read once.
pub(crate) fn markup() -> &'static Markup {
    static MARKUP: Lazy<Markup> = Lazy::new(|| {
        Markup::read("markup.tsv", include_str!("../../data/markup.tsv"))
            .expect("the crate's own lists are sound")
    });
    &MARKUP
}
