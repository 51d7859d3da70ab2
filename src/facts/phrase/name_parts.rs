//! The parts of what may be a name: the capitalised syllables that stand together, and the words at which a name ends.

use std::ops::{Deref, Range};

use super::Casing;
use super::name::family_name;
use crate::data::{List, OfficeRole};
use crate::facts::Context;
use crate::scan::{Cue, ListSet, only};
use crate::segment::{Token, TokenKind};

/// A Kinh name has at most five syllables, one of the highlands six ("Y Thanh Hà Niê Kđăm" five); whatever is longer is no name.
pub(super) const MOST_PARTS: usize = 6;

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
    // "Robert F. Kennedy Jr."
    let is_suffix = context.kinds_at(at, List::Surname).is_some_and(|(kinds, _)| kinds.is("suffix"));
    let has_dot = is_suffix && part_end < end && context.is_mark(part_end, ".") && context.is_glued(part_end);
    Some(part_end + usize::from(has_dot))
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
