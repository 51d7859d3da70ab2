//! Phrases that several grammars read: bodies, titles, names of people, places with their level.
//!
//! None of them is a fact of its own. Each function looks at the tokens from one place on and answers with what stands there,
//! if it stands there; none looks behind that place, and none past the sentence.

mod body;
mod casing;
mod extended;
mod held;
mod joints;
mod name;
mod name_parts;
mod own_name;
mod place;
mod stops;
mod title;

pub(crate) use body::{Body, body_at, body_of, is_firm};
pub(crate) use casing::{Casing, casing};
pub(crate) use name::{
    Evidence, Name, domain_end, has_foreign_syllable, honorific_at, is_foreign_name, may_be as may_be_name,
    name_at,
};
pub(crate) use place::{Bare, scope_at, scope_whole};
pub(crate) use title::{
    Title, may_be_title, may_start as may_start_title, title_at, title_of, words_at as title_words_at,
};

/// How a phrase is to be read, where its words leave it open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// How the sentence uses capitals.
    pub casing: Casing,
    /// Whether a person was named right before ("ông A, Chủ tịch UBND xã …"), so that capitals which follow are
    /// rather a body's or a place's name than a second person's.
    pub apposition: bool,
}
