//! Names of people, and what stands before them.
//!
//! A name is a run of capitalised syllables: "Nguyễn Văn Khải", "Y Thanh Hà Niê Kđăm", "K'sor Phước", "Donald Trump". Where it
//! ends is said by case, by marks and by the words that cannot belong to it; whether it is one, by its family name or by what
//! stands before it.

use std::ops::Range;

use super::name_parts::{MOST_PARTS, parts_at, stop_at};
use super::place::is_wide;
use super::{Casing, Manner};
use crate::data::{Kinds, List};
use crate::facts::Context;
use crate::normalize::is_syllable;

/// What speaks for a name before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Nothing: only a known family name makes it one.
    Nothing,
    /// "đồng chí", "ông", "Đại tá": a single syllable may follow, and unknown family names.
    Honorific,
    /// A title right before it: an unknown name of two parts may follow, as those of foreigners.
    Title,
}

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name itself, without honorifics.
    pub tokens: Range<usize>,
    /// How many syllables, or compounds with hyphen or apostrophe, it has.
    pub parts: usize,
    /// Whether it begins with a known family name (or the first syllable of a highland name).
    pub known: bool,
}

/// What stands before a name and is no post: "đồng chí Đại tá, PGS.TS".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Honorific {
    /// Where the name or title after it starts.
    pub end: usize,
    /// Whether it opens a list: "các đồng chí".
    pub plural: bool,
    /// Whether it speaks of a person of no office: "bị cáo", "học sinh", "cử tri".
    pub private: bool,
    /// Whether it is an address, as "ông", and no profession: only people are addressed.
    pub address: bool,
    /// Whether it speaks of journalists, who are named by their paper too: "phóng viên Tin Mới".
    pub press: bool,
    /// The gender that its first word says.
    pub gender: Option<char>,
}

/// Nobody has more honorifics than that: "đồng chí Trung tướng, PGS.TS, Anh hùng LLVTND, NGND".
const MOST_HONORIFICS: usize = 8;

/// The honorifics that start at a token, all that follow each other.
pub(crate) fn honorific_at(context: &Context<'_, '_>, at: usize) -> Option<Honorific> {
    let (first, mut end) = honorific_cue(context, at)?;
    let mut honorific = Honorific {
        end,
        plural: first.flag,
        private: is_private(first),
        address: first.is("address") || first.is("comrade"),
        press: first.is("press"),
        gender: first.gender,
    };
    for _ in 1..MOST_HONORIFICS {
        // "Đại tá, PGS.TS": a comma or full stop belongs to the chain if another honorific follows it.
        let next = if context.is_mark(end, ",") || context.is_mark(end, ".") || context.is_mark(end, "-") {
            end + 1
        } else {
            end
        };
        let Some((kinds, next_end)) = honorific_cue(context, next) else { break };
        if !(kinds.is("rank") || kinds.is("degree") || kinds.is("honour") || next == end) {
            break;
        }
        honorific.private |= is_private(kinds);
        end = next_end;
    }
    honorific.end = end;
    Some(honorific)
}

fn honorific_cue<'a>(context: &Context<'a, '_>, at: usize) -> Option<(&'a Kinds, usize)> {
    let (kinds, cue) = context.kinds_at(at, List::Honorific)?;
    // "ĐC", "HT." and the like are honorifics only right before a name.
    let before_name = context.tokens.get(cue.end()).is_some_and(|t| t.is_capitalized() && !t.is_all_caps());
    (!cue.doubtful || before_name).then_some((kinds, cue.end()))
}

fn is_private(kinds: &Kinds) -> bool {
    kinds.is("role")
}

/// The name that starts at a token.
pub(crate) fn name_at(
    context: &Context<'_, '_>,
    at: usize,
    evidence: Evidence,
    manner: Manner,
) -> Option<Name> {
    if !may_be(context, at, evidence) {
        return None;
    }
    let parts = parts_at(context, at, manner.casing);
    name_of(context, &parts, evidence, manner.casing)
}

/// Whether a name may start at a token: quick, and never wrong to deny it.
pub(crate) fn may_be(context: &Context<'_, '_>, at: usize, evidence: Evidence) -> bool {
    evidence != Evidence::Nothing || context.cues.may_start(at, List::Surname)
}

/// Whether a run of parts is a name.
pub(super) fn name_of(
    context: &Context<'_, '_>,
    parts: &[Range<usize>],
    evidence: Evidence,
    casing: Casing,
) -> Option<Name> {
    let tokens = parts.first()?.start..parts.last()?.end;
    let count = parts.len();
    let family = family_name(context, tokens.start, tokens.end);
    let known = family.is_some();
    let enough = match evidence {
        Evidence::Honorific => casing == Casing::Ordinary || known && (2..=5).contains(&count),
        Evidence::Title if known => count >= 2 || has_initial(context, &tokens),
        Evidence::Title => {
            let foreign = || is_foreign_syllable(context, tokens.start) || has_initial(context, &tokens);
            casing == Casing::Ordinary && (count >= 2 || foreign()) && !is_mixed(context, &tokens)
        }
        Evidence::Nothing => known && (count >= 2 || is_tied(context, &tokens)),
    };
    // Without a small letter anywhere, "MAI SƠN" may be whatever.
    let sure = casing == Casing::Ordinary || known && (3..=4).contains(&count) || family == Some(false);
    if !enough || !sure || count > MOST_PARTS {
        return None;
    }
    let number = context.token_text(tokens.start).len() > 1 && context.roman(tokens.start).is_some();
    (!number && !is_no_name(context, &tokens, evidence)).then_some(Name { tokens, parts: count, known })
}

/// Whether words with Vietnamese marks and others that no Vietnamese syllable is like go together, as firms are called: "Xuyên Việt Oil",
/// and "Tràng An Travel", but not "Trần An Smithan".
pub(super) fn is_mixed(context: &Context<'_, '_>, tokens: &Range<usize>) -> bool {
    let is_marked = |at: usize| {
        let word = context.token_text(at);
        !word.is_ascii() && is_syllable(word)
    };
    let is_foreign = |at: usize| {
        let word = context.token_text(at);
        word.len() > 1 && word.is_ascii() && !is_syllable(word)
    };
    let marked = tokens.clone().filter(|at| is_marked(*at)).count();
    let is_branded = || {
        tokens.len() >= 3
            && is_foreign(tokens.end - 1)
            && (tokens.start..tokens.end - 1).all(|at| is_syllable(context.token_text(at)))
            && family_name(context, tokens.start, tokens.end) != Some(false)
    };
    marked >= 2 && tokens.clone().any(is_foreign) || marked == 1 && is_branded()
}

/// Whether a family name starts there, and whether it is an everyday word or begins names of places too.
pub(super) fn family_name(context: &Context<'_, '_>, at: usize, end: usize) -> Option<bool> {
    let (kinds, cue) = context.kinds_at(at, List::Surname)?;
    (cue.end() <= end && kinds.kinds.iter().any(|kind| !matches!(&**kind, "particle" | "suffix")))
        .then_some(kinds.flag)
}

/// Whether a name begins with an initial: "A.Dvorkovich", but not "đức Vua Hùng."
fn has_initial(context: &Context<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.len() >= 3 && context.is_mark(tokens.start + 1, ".")
}

/// Whether a slash parts the words from an agency, as in the bylines of pictures: "Ảnh: VGP/Từ Lương".
fn is_behind_agency(context: &Context<'_, '_>, at: usize) -> bool {
    at >= 2
        && context.is_mark(at - 1, "/")
        && context.is_glued(at)
        && context.is_glued(at - 1)
        && context.tokens[at - 2].is_all_caps()
}

/// Whether the words are known for something else: a country, a province, a body, a word that no name begins with.
fn is_no_name(context: &Context<'_, '_>, tokens: &Range<usize>, evidence: Evidence) -> bool {
    if is_behind_agency(context, tokens.start) {
        return true;
    }
    let named = || has_initial(context, tokens) || is_family(context, tokens);
    if stop_at(context, tokens.start, "name").is_some_and(|cue| cue.end() >= tokens.start + 2 || !named()) {
        return true;
    }
    let organisation = context.organisation_at(tokens.start);
    if organisation
        .is_some_and(|(_, cue)| cue.end() > tokens.start + 1 || cue.end() == tokens.end && tokens.len() > 1)
    {
        return true;
    }
    if evidence == Evidence::Honorific {
        return false;
    }
    context.kinds_at(tokens.start, List::Place).is_some_and(|(place, cue)| {
        // "Thái Bình Dương Mỹ"
        let ocean = is_wide(place) && cue.end() - tokens.start >= 3;
        ocean || cue.end() >= tokens.end && (is_wide(place) || evidence == Evidence::Nothing)
    })
}

fn is_family(context: &Context<'_, '_>, tokens: &Range<usize>) -> bool {
    family_name(context, tokens.start, tokens.end).is_some()
}

/// Whether an apostrophe ties a prefix of the highlands to what is a whole name with it: "K'Brel".
fn is_tied(context: &Context<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 3
        && matches!(context.token_text(tokens.start), "K" | "H")
        && context.tokens[tokens.start + 2].is_capitalized()
}

/// Letters that no Vietnamese syllable has, or more of them than one has: "Putin", "Zelensky".
pub(super) fn is_foreign_syllable(context: &Context<'_, '_>, at: usize) -> bool {
    let text = context.token_text(at);
    let capitals = context.tokens.get(at).is_some_and(|token| token.is_all_caps());
    !capitals && text.is_ascii() && text.len() >= 4 && !is_vietnamese_rime(text)
}

/// Whether a name of several parts has one that no Vietnamese syllable is like.
pub(crate) fn is_foreign_name(context: &Context<'_, '_>, name: &Name) -> bool {
    name.parts >= 2 && has_foreign_syllable(context, name)
}

/// Whether a name has a part that no Vietnamese syllable is like.
pub(crate) fn has_foreign_syllable(context: &Context<'_, '_>, name: &Name) -> bool {
    name.tokens.clone().any(|at| is_foreign_syllable(context, at))
}

/// One past the domain that a name is part of: "Tikido|.vn".
pub(crate) fn domain_end(context: &Context<'_, '_>, end: usize) -> Option<usize> {
    let suffix = context.tokens.get(end + 1)?;
    let is_glued = context.is_glued(end) && context.is_glued(end + 1);
    (context.is_mark(end, ".") && is_glued && suffix.is_small_word()).then_some(end + 2)
}

/// Whether a word of ASCII letters could be a Vietnamese syllable: consonants, vowels, and one of the eight codas.
fn is_vietnamese_rime(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let Some(start) = word.find(vowel) else { return false };
    let rest = &word[start..];
    let coda = rest.find(|c| !vowel(c)).map_or("", |at| &rest[at..]);
    let onset = &word[..start];
    onset.len() <= 3
        && !word.contains(['f', 'j', 'w', 'z'])
        && matches!(coda, "" | "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t")
        && rest.len() - coda.len() <= 3
}
