//! Places that say whose a body is: "huyện", "tỉnh Nghệ An", "xã Hòa Thành, TP Cà Mau", "Phú Thọ".

use std::ops::Range;

use super::body::is_person_run;
use super::name::{family_name, is_foreign_syllable};
use super::name_parts::parts_at;
use super::{Casing, Manner};
use crate::data::{Kinds, List, WordRole};
use crate::facts::Context;
use crate::scan::Cue;
use crate::segment::Token;

/// A place after a body or title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    pub tokens: Range<usize>,
    /// Whether a name is given, not the level alone: "tỉnh Nghệ An", not "tỉnh".
    pub named: bool,
}

/// The place that starts at a token: a level with or without a name, or (where `bare` allows it) a name alone; with the
/// higher places that follow it.
pub(crate) fn scope_at(
    context: &Context<'_, '_>,
    at: usize,
    bare: Bare<'_>,
    manner: Manner,
) -> Option<Scope> {
    let (end, named, rank) = match leveled_at(context, at, manner) {
        Some(found) => found,
        None => {
            let end =
                bare_place(context, at, bare, manner).or_else(|| unknown_district(context, at, bare, manner));
            (end?, true, 0)
        }
    };
    let end = if named { higher_end(context, end, rank, manner) } else { end };
    Some(Scope { tokens: at..end, named })
}

/// Where the higher places end that follow a named place of a rank: "xã Hòa Thành|, TP Cà Mau". They are named too.
pub(super) fn higher_end(context: &Context<'_, '_>, mut end: usize, mut rank: u8, manner: Manner) -> usize {
    let limit = context.sentence(end - 1).end;
    while end < limit {
        let next = if context.is_mark(end, ",") || context.is_dash(end) { end + 1 } else { end };
        match leveled_at(context, next, manner) {
            Some((higher_end, true, higher)) if higher > rank => (end, rank) = (higher_end, higher),
            _ => break,
        }
    }
    end
}

/// Which places may stand without a word for their level.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bare<'l> {
    /// Those that fit the level of the body: "Tỉnh ủy Phú Thọ".
    OfLevel(&'l str),
    /// Only countries and places abroad: "Quốc hội Lào".
    Country,
    /// None.
    No,
}

/// A level with what follows it: where it ends, whether it is named, and how high it is.
fn leveled_at(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<(usize, bool, u8)> {
    let (level, cue) = level_at(context, at)?;
    // "Bộ Nội vụ tổ chức": "tổ" is a level, "tổ chức" is none.
    if context.event_word_at(at).is_some_and(|(_, end)| end > cue.end()) {
        return None;
    }
    let rank = rank(level);
    // "nước | Cộng hòa | Cuba"
    let of_state =
        || level_at(context, cue.end()).filter(|(state, _)| level.is("foreign") && state.is("foreign"));
    let named = if cue.end() < context.sentence(at).end {
        let start = of_state().map_or(cue.end(), |(_, state)| state.end());
        place_name(context, start, Some(level), manner)
    } else {
        None
    };
    if cue.doubtful || level.is("foreign") {
        // "P. 5", "H. Yên Thành": a letter is a level only with a name, and so is "Cộng hòa".
        return named.map(|end| (end, true, rank));
    }
    Some((named.unwrap_or(cue.end()), named.is_some(), rank))
}

/// The word for a level that starts at a token. "TƯ" is one, "tư" in "đầu tư" is not.
pub(super) fn level_at<'a>(context: &Context<'a, '_>, at: usize) -> Option<(&'a Kinds, Cue)> {
    let acronym = |cue: &Cue| cue.end() == at + 1 && !context.tokens[at].is_capitalized();
    context.kinds_at(at, List::Level).filter(|(level, cue)| !(level.is("central") && acronym(cue)))
}

/// Whether a word that is surely for a level starts at a token.
pub(super) fn starts_level(context: &Context<'_, '_>, at: usize) -> bool {
    level_at(context, at).is_some_and(|(_, cue)| !cue.doubtful)
}

/// How high a level is, to tell what contains what.
pub(super) fn rank(level: &Kinds) -> u8 {
    match level.kinds.first().map(|kind| &**kind) {
        Some("village") => 1,
        Some("commune") => 2,
        Some("district") => 3,
        Some("city") => 4,
        Some("province") => 5,
        _ => 6,
    }
}

/// The name after a level word: digits, a known place, or capitals that are not a person's name.
pub(super) fn place_name(
    context: &Context<'_, '_>,
    at: usize,
    level: Option<&Kinds>,
    manner: Manner,
) -> Option<usize> {
    // "tổ dân phố số 5"
    if let Some(number) = context.is_word(at, WordRole::Number).filter(|number| context.is_digits(*number)) {
        return level.filter(|level| rank(level) == 1).map(|_| number + 1);
    }
    if context.is_digits(at) {
        return level.filter(|level| rank(level) <= 3 || level.is("region")).map(|_| at + 1);
    }
    if context.roman(at).is_some() && level.is_some_and(|level| level.is("region")) {
        return Some(at + 1);
    }
    let known = context.kinds_at(at, List::Place).filter(|(place, cue)| {
        !cue.doubtful && context.tokens[at].is_capitalized() && level.is_none_or(|level| fits(place, level))
    });
    let parts = parts_at(context, at, manner.casing);
    let abroad = level.is_some_and(|level| level.is("foreign"));
    match known {
        None if abroad => None,
        Some((place, cue)) => known_place(context, &parts, cue.end(), is_wide(place), manner),
        None if manner.casing == Casing::Ordinary => unknown_place(context, &parts, level, manner),
        None => None,
    }
    .map(|end| numbered(context, end, level))
}

/// The number that tells communes of one name apart: "xã Quế Xuân 1", but not "xã Hòa Thành 12 hộ".
fn numbered(context: &Context<'_, '_>, end: usize, level: Option<&Kinds>) -> usize {
    let small = context.digits(end).is_some_and(|number| (1..=9).contains(&number)) && !context.is_glued(end);
    let leads = level.is_some_and(|level| rank(level) <= 3);
    let after = end + 1;
    let closes =
        context.tokens.get(after).is_none_or(|token| token.is_line_start() || token.is_capitalized())
            || context.is_wall(after) && !context.is_glued(after + 1)
            || context.event_word_at(after).is_some();
    if small && leads && closes { after } else { end }
}

/// Whether a place can be of a level. Towns were districts and are communes.
fn fits(place: &Kinds, level: &Kinds) -> bool {
    let any = |kinds: &[&str]| kinds.iter().any(|kind| place.is(kind));
    match level.kinds.first().map(|kind| &**kind) {
        Some("province") => any(&["province"]),
        Some("city") => any(&["province", "district", "city_foreign", "commune"]),
        Some("district" | "commune") => any(&["district", "commune"]),
        Some("central") => false,
        // "Trưởng thôn Mỹ Đà" has nothing to do with America.
        Some("village") => !any(&["country", "province", "city_foreign"]),
        _ => true,
    }
}

/// A known place ends at `end`; what is left of the capitals may be a person ("huyện Võ Nhai Trần Quốc Bảo") or show that the whole
/// is one ("Tỉnh ủy Hà Trung Ký").
fn known_place(
    context: &Context<'_, '_>,
    parts: &[Range<usize>],
    end: usize,
    wide: bool,
    manner: Manner,
) -> Option<usize> {
    let last = parts.last().map_or(end, |part| part.end);
    let rest: Vec<_> = parts.iter().filter(|part| part.start >= end).collect();
    let is_person = |at: usize| family_name(context, at, last).is_some();
    match rest.first() {
        None => Some(end),
        Some(first) if wide || is_person(first.start) => Some(end),
        // "Hoằng Phong Nội": one syllable more than is known; a person may follow.
        Some(_) => match person_inside(context, &parts[parts.len() - rest.len()..]) {
            Some(split) => Some(rest[split].start),
            None if rest.len() >= 2 => Some(end),
            None => (manner.apposition || !is_person(parts[0].start)).then_some(last),
        },
    }
}

/// Capitals that no list knows, after a level word.
fn unknown_place(
    context: &Context<'_, '_>,
    parts: &[Range<usize>],
    level: Option<&Kinds>,
    manner: Manner,
) -> Option<usize> {
    let (first, last) = (parts.first()?.start, parts.last()?.end);
    // "trên địa bàn TP. | Phó Chủ tịch UBND", but "xã Phó Bảng"
    if context.cue(first, List::Position).is_some_and(|title| title.end() > first + 1) {
        return None;
    }
    if let Some(split) = person_inside(context, parts) {
        return Some(parts[split].start);
    }
    match family_name(context, parts[0].start, last) {
        // "xã Long Hưng" is a place, "Chủ tịch UBND tỉnh Lê An" a person, and "UBND tỉnh Cao Hùng" too: all provinces are known.
        Some(ambiguous) if !manner.apposition => {
            let may_be_place = ambiguous && !level.is_some_and(|level| level.is("province"));
            (may_be_place && parts.len() == 2).then_some(last)
        }
        _ => (parts.len() <= 4).then_some(last),
    }
}

/// Where in a run of capitals a person's name starts, after something else: "Minh Long | Trần Văn An".
pub(super) fn person_inside(context: &Context<'_, '_>, parts: &[Range<usize>]) -> Option<usize> {
    let last = parts.last()?.end;
    let starts = |split: &usize| {
        let left = parts.len() - split;
        (2..=5).contains(&left)
            && family_name(context, parts[*split].start, last)
                .is_some_and(|ambiguous| !ambiguous || left >= 3)
    };
    let family_first = family_name(context, parts[0].start, last).is_some();
    // A double family name ("Lê Nguyễn Minh Anh") is one person.
    if family_first && parts.len() <= 4 {
        return None;
    }
    // Most places and firms have names of two syllables; those called after people often three ("Chu Văn An").
    let order = if family_first { [3, 2, 4, 1] } else { [2, 1, 3, 4] };
    order.into_iter().filter(|split| *split < parts.len()).find(starts)
}

/// A place without a word for its level.
fn bare_place(context: &Context<'_, '_>, at: usize, bare: Bare<'_>, manner: Manner) -> Option<usize> {
    let (place, cue) = context.kinds_at(at, List::Place)?;
    // "Nhật" may be a given name, but not before "Kenzabu".
    let is_capitalized = |at: usize| context.tokens.get(at).is_some_and(Token::is_capitalized);
    let before_foreigner = is_capitalized(cue.end()) && is_foreign_syllable(context, cue.end());
    if cue.doubtful && !before_foreigner || !is_capitalized(at) {
        return None;
    }
    let country = place.is("country") || place.is("city_foreign");
    let allowed = match bare {
        Bare::No => false,
        Bare::Country => country,
        Bare::OfLevel("province") => place.is("province") || place.is("district") || country,
        Bare::OfLevel("district") => place.is("district") || place.is("commune"),
        Bare::OfLevel("commune") => place.is("commune") || place.is("district"),
        Bare::OfLevel(_) => true,
    };
    if !allowed {
        return None;
    }
    let parts = parts_at(context, at, manner.casing);
    let wide = is_wide(place);
    // A commune may be called like a person, and most are not in any list. But "Huyện ủy Lộc Hà" with nothing behind is the
    // place: few people have names of two syllables.
    let whole = parts.len() == 2 && parts[1].end == cue.end();
    // "Bí thư Huyện ủy Sơn Hà | Lê Văn Tám"
    let before_person = || is_person_run(context, cue.end(), manner.casing);
    let is_name = || family_name(context, at, cue.end()).is_some() && !before_person();
    if !wide && !whole && !manner.apposition && is_name() {
        return None;
    }
    known_place(context, &parts, cue.end(), wide, manner)
}

/// Capitals that no list knows, of a district by the body before them: "ông A, Bí thư Huyện ủy Ba Hòa". A person's are they only where
/// none was named.
fn unknown_district(context: &Context<'_, '_>, at: usize, bare: Bare<'_>, manner: Manner) -> Option<usize> {
    let may_be = matches!(bare, Bare::OfLevel("district")) && manner.apposition;
    let parts = parts_at(context, at, manner.casing);
    let is_name = may_be && manner.casing == Casing::Ordinary && (2..=3).contains(&parts.len());
    parts.last().filter(|_| is_name).map(|last| last.end)
}

/// Whether a place is so large that everyone knows its name: nobody is called so.
pub(super) fn is_wide(place: &Kinds) -> bool {
    ["province", "region", "country", "city_foreign"].iter().any(|kind| place.is(kind))
}

/// The end of a place that stands for itself: "huyện Trần Văn Thời", "Hà Nội". Whoever looks for people passes over it.
pub(crate) fn scope_whole(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let apposition = Manner { apposition: true, ..manner };
    if let Some((level, cue)) = level_at(context, at) {
        return if cue.doubtful { None } else { place_name(context, cue.end(), Some(level), apposition) };
    }
    let (place, cue) = context.kinds_at(at, List::Place)?;
    if cue.doubtful || !context.tokens[at].is_capitalized() || !is_wide(place) {
        return None;
    }
    let parts = parts_at(context, at, manner.casing);
    // "Hà Nam Khánh" is a man.
    let whole = parts.last().is_none_or(|part| part.end <= cue.end());
    (whole || family_name(context, at, cue.end()).is_none()).then_some(cue.end())
}
