//! Tokens in, cues out: every word of every list that stands in the text, and every numeral.

mod cues;
mod lexicon;
mod longest;
mod numerals;
#[cfg(test)]
mod oracle;
mod regions;
mod scanner;
mod trie;

pub use cues::Cue;
pub(crate) use cues::Cues;
pub(crate) use lexicon::Lexicon;
pub(crate) use numerals::{Numeral, NumeralStyle, numerals, roman};
pub(crate) use regions::{Line, regions};
pub use scanner::Scanner;
pub(crate) use scanner::built_in;
pub(crate) use trie::{
    CONJUNCTIONS, LUNAR_WORDS, ListSet, MULTIPLES, NUMBERED_PERIODS, RELATIVE_DATES, SIGNS, only,
};
