//! Names of people, and what stands before them.
//!
//! A name is a run of capitalised syllables: "Nguyễn Văn Khải", "Y Thanh Hà Niê Kđăm", "K'sor Phước", "Donald Trump". Where it
//! ends is said by case, by marks and by the words that cannot belong to it; whether it is one, by its family name or by what
//! stands before it.

use std::ops::{Deref, Range};

use super::place::is_wide;
use super::{Casing, Manner};
use crate::data::{Kinds, List, OfficeRole};
use crate::facts::Context;
use crate::normalize::is_syllable;
use crate::scan::{Cue, ListSet, only};
use crate::segment::{Token, TokenKind};

/// A Kinh name has at most five syllables, one of the highlands six ("Y Thanh Hà Niê Kđăm" five); whatever is longer is no name.
const MOST_PARTS: usize = 6;

/// The parts of what may be a name, one more than a name has at most.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    parts: [Range<usize>; MOST_PARTS + 1],
    count: usize,
}

impl Parts {
    fn push(&mut self, part: Range<usize>) {
        self.parts[self.count] = part;
        self.count += 1;
    }
}

impl Deref for Parts {
    type Target = [Range<usize>];

    fn deref(&self) -> &[Range<usize>] {
        &self.parts[..self.count]
    }
}

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

/// Whether words with Vietnamese marks and others that no Vietnamese syllable is like go together, as firms are called: "Xuyên Việt Oil".
pub(super) fn is_mixed(context: &Context<'_, '_>, tokens: &Range<usize>) -> bool {
    let is_marked = |at: usize| {
        let word = context.token_text(at);
        !word.is_ascii() && is_syllable(word)
    };
    tokens.clone().filter(|at| is_marked(*at)).count() >= 2
        && tokens.clone().any(|at| {
            let word = context.token_text(at);
            word.len() > 1 && word.is_ascii() && !is_syllable(word)
        })
}

/// Whether a family name starts there, and whether it is an everyday word or begins names of places too.
pub(super) fn family_name(context: &Context<'_, '_>, at: usize, end: usize) -> Option<bool> {
    let (kinds, cue) = context.kinds_at(at, List::Surname)?;
    (cue.end() <= end && kinds.kinds.iter().any(|kind| &**kind != "particle")).then_some(kinds.flag)
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

/// No name has more: "J. R. R. Tolkien".
const MOST_INITIALS: usize = 3;

/// The capitalised parts that start at a token, up to what cannot belong to a name.
pub(super) fn parts_at(context: &Context<'_, '_>, at: usize, casing: Casing) -> Parts {
    let mut parts = Parts::default();
    if !context.tokens.get(at).is_some_and(|token| token.is_capitalized()) {
        return parts;
    }
    let end = context.right_from(at).end;
    let mut next = at;
    while next < end && parts.len() <= MOST_PARTS {
        let Some(part_end) = part_end(context, next, end) else {
            match particles_end(context, next, end) {
                Some(particles_end) if !parts.is_empty() => {
                    parts.parts[parts.count - 1].end = particles_end;
                    next = particles_end;
                    continue;
                }
                _ => break,
            }
        };
        if !parts.is_empty() && ends_name(context, next, parts.len(), casing) {
            break;
        }
        parts.push(next..part_end);
        next = part_end;
    }
    parts
}

/// The end of a capitalised word, with what hyphens and apostrophes tie to it: "Karl-Heinz", "H'Yim", "K'".
fn part_end(context: &Context<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let token = context.tokens.get(at)?;
    if !token.is_capitalized() {
        return None;
    }
    let mut part_end = at + 1;
    // "A.Dvorkovich", "I. Melnikov", "J. K. Rowland": initials go with what follows them.
    let is_initial = |at: usize| {
        let is_letter = context.tokens.get(at).is_some_and(|token| token.end - token.start == 1);
        is_letter && context.is_mark(at + 1, ".") && context.is_glued(at + 1)
    };
    let initials = (at..end).step_by(2).take(MOST_INITIALS).take_while(|at| is_initial(*at)).count();
    let behind = at + 2 * initials;
    if initials > 0 && behind < end {
        context.tokens.get(behind).filter(|next| next.is_capitalized())?;
        part_end = behind + 1;
    }
    while part_end < end && context.is_glued(part_end) {
        let mark = context.token_text(part_end);
        let next_is_word = context
            .tokens
            .get(part_end + 1)
            .is_some_and(|t| t.kind() == TokenKind::Word && !t.is_after_space() && part_end + 1 < end);
        match mark {
            "'" | "’" | "‘" | "`" if next_is_word => part_end += 2,
            // "K' Brel"
            "'" | "’" | "‘" if part_end == at + 1 && context.token_text(at).len() == 1 => part_end += 1,
            "-" if next_is_word && !starts_phrase(context, part_end + 1) => part_end += 2,
            _ => break,
        }
    }
    Some(part_end)
}

/// Whether another phrase starts there: "Quế-Phó Bí thư" is no double name.
fn starts_phrase(context: &Context<'_, '_>, at: usize) -> bool {
    [List::Position, List::Honorific, List::Organisation].iter().any(|list| context.cue(at, *list).is_some())
}

/// The end of the small words inside foreign names, where a capital follows: "de los" in "Ricardo de los Santos".
fn particles_end(context: &Context<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let mut next = at;
    while next < end && next < at + 3 {
        if context.tokens[next].is_capitalized() {
            return (next > at).then_some(next);
        }
        context
            .kinds_at(next, List::Surname)
            .filter(|(kinds, cue)| kinds.is("particle") && cue.end() == next + 1)?;
        next += 1;
        // "Basil al-Hadad"
        if context.is_mark(next, "-") && context.is_glued(next) && context.is_glued(next + 1) {
            next += 1;
        }
    }
    None
}

/// The lists whose words may end a name.
const MAY_END_NAME: ListSet = only(List::NameStop)
    | only(List::Office)
    | only(List::Position)
    | only(List::Organisation)
    | only(List::Honorific);

/// Whether a name that has `count` parts ends before a capitalised word.
fn ends_name(context: &Context<'_, '_>, at: usize, count: usize, casing: Casing) -> bool {
    // A lost space: "ông Vũ Văn ThẩmTại hội thảo", but "ông Vũ VănThẩm, Bí thư".
    if context.is_glued(at) && context.tokens[at - 1].kind() == TokenKind::Word {
        return count > 2 || !context.is_wall(at + 1);
    }
    if !context.cues.may_start_any(at, MAY_END_NAME) {
        return false;
    }
    if let Some(cue) = stop_at(context, at, "name") {
        // "Nguyễn Thị Tới", but "Nguyễn Thị Lan Tới thăm"; "Lê Quang Tự Do, Cục trưởng" again.
        let is_last = count == 3 && matches!(context.mark(at + 1), Some(',' | '(' | ')' | ';'));
        if casing != Casing::Ordinary || cue.end() > at + 1 || count >= 3 && !is_last {
            return true;
        }
    }
    // "NGUYỄN VĂN AN LÀM GIÁM ĐỐC": among capitals only the word itself can say that it is none of the name.
    let takes_up = matches!(context.office_word_at(at), Some((OfficeRole::TakesUp | OfficeRole::Made, _)));
    if casing == Casing::Capitals && takes_up {
        return true;
    }
    let capitals = context.tokens[at].is_all_caps() && context.token_text(at).chars().count() > 2;
    if context.cue(at, List::Position).is_some_and(|cue| !cue.doubtful && (cue.end() > at + 1 || capitals)) {
        return true;
    }
    let small = |token: usize| context.tokens.get(token).is_some_and(|t| !t.is_capitalized());
    if context.organisation_at(at).is_some_and(|(_, cue)| {
        // "Lê Công An" is a man, "Lê An Công an huyện" lost its comma.
        capitals || cue.end() > at + 1 && (small(at + 1) || casing != Casing::Ordinary)
    }) {
        return true;
    }
    let Some((kinds, cue)) = context.kinds_at(at, List::Honorific) else { return false };
    // A lost full stop: "Ảnh: An Phượng Bà Lê Thị Vận", but "Nguyễn Thị Anh Đào Chủ tịch".
    let addresses = || {
        let is_name = |name: &[Token]| name.iter().all(Token::is_capitalized);
        count >= 2
            && kinds.is("address")
            && family_name(context, at + 1, at + 3).is_some()
            && context.cue(at + 2, List::Position).is_none()
            && context.tokens.get(at + 1..at + 3).is_some_and(is_name)
    };
    !cue.doubtful && !kinds.is("profession") && !kinds.is("press") && (cue.end() > at + 1 || addresses())
}

/// The word at which a `name` (or the name of a `body`) ends, where one starts.
pub(super) fn stop_at(context: &Context<'_, '_>, at: usize, what: &str) -> Option<Cue> {
    context.kinds_at(at, List::NameStop).filter(|(stop, _)| stop.is(what)).map(|(_, cue)| cue)
}
