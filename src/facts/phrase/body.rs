//! Bodies: the head that a list knows, and what completes it.
//!
//! "UBND xã Hòa Thành, TP Cà Mau" is a head and a place; "Ban Kinh tế - Ngân sách HĐND tỉnh" a head and another body; "Công ty cổ phần Đầu tư xây
//! dựng Quốc Việt" a head and a name of its own. The list says which of these a head takes.

use std::ops::Range;

use super::name::family_name;
use super::name_parts::parts_at;
use super::own_name::{own_name_at, rest_of_name};
use super::place::{Bare, higher_end, level_at, place_name, rank};
use super::{Casing, Manner, scope_at};
use crate::data::{List, OfficeRole, Organisation, WordRole};
use crate::facts::{Context, brackets};
use crate::scan::Cue;
use crate::segment::Token;

/// Bodies stand in bodies no deeper than this: "Phòng … Sở … UBND tỉnh".
const DEEPEST: usize = 3;

/// What explains a body in brackets has no more words.
const LONGEST_ASIDE: usize = 3;

/// A body, with all that belongs to its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body<'a> {
    pub tokens: Range<usize>,
    /// The kind of its head: `people_committee`, `party`, `enterprise`.
    pub kind: &'a str,
    /// The body that it is a part of, as in "Đảng ủy | Binh đoàn 12".
    pub inner: Option<Box<Body<'a>>>,
    /// Whether anything completes the head: "UBND tỉnh", not "UBND".
    pub completed: bool,
}

/// The body that starts at a token.
pub(crate) fn body_at<'a>(context: &Context<'a, '_>, at: usize, manner: Manner) -> Option<Body<'a>> {
    let (head, cue) = context.organisation_at(at)?;
    if is_called_like_a_body(context, at, manner, false) { None } else { body_of(context, head, cue, manner) }
}

/// Whether a family name that is a body's word too begins a person's name: "Tổng giám đốc | Đoàn Minh Quân", but "Bí thư Đoàn Minh Lập", which
/// is a place, and "Bí thư Đoàn Lê Minh Quân". Behind a title that `asks_for_none` it is a person's even so: "Tổng Thanh tra | Đoàn Minh Lập".
pub(super) fn is_called_like_a_body(
    context: &Context<'_, '_>,
    at: usize,
    manner: Manner,
    asks_for_none: bool,
) -> bool {
    let is_one_word = |list| context.cue(at, list).is_some_and(|cue| cue.end() == at + 1);
    if manner.apposition
        || manner.casing != Casing::Ordinary
        || !is_one_word(List::Surname)
        || !is_one_word(List::Organisation)
    {
        return false;
    }
    let parts = parts_at(context, at, manner.casing);
    let (Some(second), Some(last)) = (parts.get(1), parts.last()) else { return false };
    let is_name =
        parts.len() == 3 || parts.len() == 4 && family_name(context, second.start, last.end) != Some(false);
    let is_place = || context.cue(second.start, List::Place).is_some_and(|cue| cue.end() == last.end);
    is_name && context.organisation_at(second.start).is_none() && (asks_for_none || !is_place())
}

/// The body whose head is a cue of the list of organisations.
pub(crate) fn body_of<'a>(
    context: &Context<'a, '_>,
    head: &'a Organisation,
    cue: Cue,
    manner: Manner,
) -> Option<Body<'a>> {
    let at = cue.first as usize;
    if &*head.kind == "portfolio" || &*head.kind == "collective" {
        return None;
    }
    let body = complete(context, at, cue.end(), head, manner, DEEPEST)?;
    // "tổ", "đội", "ban" in small letters are everyday words, and so are doubtful abbreviations; a name shows that a body is meant.
    let plain_word = cue.end() == at + 1 && !context.tokens[at].is_capitalized();
    (body.completed || !plain_word && !cue.doubtful).then_some(body)
}

/// The field that stands for its body right after a title: "Bộ trưởng | Ngoại giao", "Trưởng phòng | Tài chính - Kế hoạch".
pub(super) fn portfolio_at<'a>(context: &Context<'a, '_>, at: usize, manner: Manner) -> Option<Body<'a>> {
    let (head, cue) = context.organisation_at(at)?;
    let is_field = &*head.kind == "portfolio" && !cue.doubtful;
    if is_field { complete(context, at, cue.end(), head, manner, DEEPEST) } else { None }
}

/// What follows a head and belongs to it.
fn complete<'a>(
    context: &Context<'a, '_>,
    at: usize,
    head_end: usize,
    head: &'a Organisation,
    manner: Manner,
    depth: usize,
) -> Option<Body<'a>> {
    let mut body = Body { tokens: at..head_end, kind: &head.kind, inner: None, completed: false };
    let limit = context.sentence(at).end;
    let named = head.may_take("name") || &*head.kind == "military";
    // "Ban Quản lý (BQL) | dự án huyện", "Sở Giáo dục và Đào tạo (GD-ĐT) | tỉnh Hà Nam"
    let past_bracket =
        |end: usize| brackets::abbreviation_at(context, end).filter(|end| *end < limit).unwrap_or(end);
    let own_name = if named {
        own_name_at(context, past_bracket(body.tokens.end), head, manner)
    } else if body.tokens.end < limit {
        // "Cục Thuế | tiêu thụ đặc biệt": the list knows only the beginning.
        rest_of_name(context, body.tokens.end, head, manner)
    } else {
        None
    };
    if let Some(end) = own_name {
        body.tokens.end = end;
        body.completed = true;
    }
    if let Some(end) = number_after(context, body.tokens.end, limit, head) {
        body.tokens.end = end;
        body.completed = true;
    }
    if let Some(end) = fields_abroad(context, body.tokens.end, head, manner) {
        body.tokens.end = end;
    }
    let part = head.may_take("body") || head.may_take("name") || &*head.kind == "na_committee";
    let may_go_on = part && depth > 0 && body.tokens.end < limit;
    let end = past_bracket(body.tokens.end);
    let inner = if may_go_on { inner_body(context, end, manner, depth - 1) } else { None };
    let parent = || if depth > 0 { parent_body(context, head, end, manner, depth - 1) } else { None };
    if let Some(inner) = inner.or_else(parent) {
        body.tokens.end = inner.tokens.end;
        body.completed = true;
        body.inner = Some(Box::new(inner));
    }
    if body.tokens.end < limit
        && let Some(end) = place_after(context, &body, past_bracket(body.tokens.end), head, manner)
    {
        body.tokens.end = end;
        body.completed = true;
    }
    if let Some(end) = host_after(context, body.tokens.end, head, manner) {
        body.tokens.end = end;
    }
    // "Phó Hiệu trưởng Trường THPT Hoa Lư A|, huyện Yên Khê", said of somebody who was named.
    let is_house = matches!(&*head.kind, "education" | "health") && own_name.is_some();
    if is_house && manner.apposition && context.is_mark(body.tokens.end, ",") {
        body.tokens.end = higher_end(context, body.tokens.end, 0, manner);
    }
    Some(body)
}

/// A field of a ministry abroad has no more words: "An ninh lương thực".
const LONGEST_FIELD: usize = 5;
/// It has no more fields beside the first.
const MOST_FIELDS: usize = 3;

/// One past the further fields of a ministry abroad, which its country follows: "Bộ Kinh tế|, Thương mại và Công nghiệp | Nhật Bản".
fn fields_abroad(
    context: &Context<'_, '_>,
    end: usize,
    head: &Organisation,
    manner: Manner,
) -> Option<usize> {
    if !matches!(&*head.kind, "portfolio" | "ministry") || !head.may_take("country") {
        return None;
    }
    let mut at = end;
    for _ in 0..MOST_FIELDS {
        let comma = context.is_mark(at, ",").then_some(at + 1);
        let field = comma.or_else(|| context.is_word(at, WordRole::And))?;
        at = field_abroad_end(context, field)?;
        if scope_at(context, at, Bare::Country, manner).is_some() {
            return Some(at);
        }
    }
    None
}

/// One past a capitalised word and the words in small letters behind it, up to what parts or ends fields; neither a body nor an office.
fn field_abroad_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let known = context.organisation_at(at);
    let is_other = known.is_some_and(|(head, _)| &*head.kind != "portfolio")
        || context.cue(at, List::Position).is_some();
    if is_other || !context.tokens.get(at)?.is_capitalized() {
        return None;
    }
    let start = known.map_or(at + 1, |(_, cue)| cue.end());
    let is_small =
        |at: &usize| context.tokens[*at].is_small_word() && context.is_word(*at, WordRole::And).is_none();
    let limit = context.sentence(at).end.min(at + LONGEST_FIELD);
    Some(start + (start..limit).take_while(is_small).count())
}

/// A number that is a part of the name: "Tòa án nhân dân khu vực 2", "Vụ Địa phương III", "Ban Chỉ đạo 389", but not "UBND 14 xã".
fn number_after(context: &Context<'_, '_>, at: usize, limit: usize, head: &Organisation) -> Option<usize> {
    if at >= limit {
        return None;
    }
    let roman = context.roman(at).is_some() && context.token_text(at).len() > 1;
    let counts = context.cue(at + 1, List::Level).is_some()
        && !matches!(&*head.kind, "committee" | "delegation" | "health");
    let digits = context.is_digits(at)
        && !counts
        && !context.is_mark(at + 1, "/")
        && !matches!(
            &*head.kind,
            "people_committee" | "people_council" | "front" | "mass_org" | "department"
        );
    if let Some(end) = context.is_word(at, WordRole::Number).filter(|end| context.is_digits(*end)) {
        // "Cụm thi đua số 2"
        let is_body =
            !matches!(&*head.kind, "people_committee" | "people_council") && !context.is_mark(end + 1, "/");
        return is_body.then_some(end + 1);
    }
    (roman || digits).then(|| numbered_end(context, at))
}

/// One past a number and the letter that is glued to it: "Chi bộ | 1A".
pub(super) fn numbered_end(context: &Context<'_, '_>, at: usize) -> usize {
    let end = at + 1;
    let is_letter =
        |token: &Token| token.is_all_caps() && token.end - token.start == 1 && !token.is_after_space();
    end + usize::from(context.tokens.get(end).is_some_and(is_letter))
}

/// The body that another one is a part of.
fn inner_body<'a>(context: &Context<'a, '_>, at: usize, manner: Manner, depth: usize) -> Option<Body<'a>> {
    let of = context.is_word(at, WordRole::Possessive);
    let start = of.unwrap_or(at);
    let (head, cue) = context.organisation_at(start)?;
    let fields = matches!(&*head.kind, "portfolio" | "collective");
    let plain_word = cue.end() == start + 1 && !context.tokens[start].is_capitalized();
    // "Văn phòng đại diện báo Tin Mới"
    let is_paper =
        &*head.kind == "media" && context.tokens.get(cue.end()).is_some_and(|t| t.is_capitalized());
    let is_everyday = plain_word && !is_paper || is_called_like_a_body(context, start, manner, false);
    if fields || cue.doubtful || is_everyday || of.is_some() && !matches!(&*head.kind, "national_assembly") {
        return None;
    }
    let body = complete(context, start, cue.end(), head, manner, depth)?;
    (!plain_word || body.completed).then_some(body)
}

/// The ministry, general department or university of which a body is a part, right behind its name or a dash: "Cục Điều tra chống buôn
/// lậu-Tổng cục Hải quan", "Trường Y dược - Đại học Duy An". What stands in brackets is not of the post: "Vụ trưởng Vụ Tổ chức (Bộ A)".
fn parent_body<'a>(
    context: &Context<'a, '_>,
    part: &Organisation,
    end: usize,
    manner: Manner,
    depth: usize,
) -> Option<Body<'a>> {
    let start = if context.is_dash(end) { end + 1 } else { end };
    let is_school = matches!(&*part.kind, "education" | "health" | "public_service") && start > end;
    let may_be_part = is_school || matches!(&*part.kind, "agency" | "division");
    if !may_be_part || start >= context.sentence(end - 1).end {
        return None;
    }
    let (head, cue) = context.organisation_at(start)?;
    let takes = head.may_take("agencies") && !part.may_take("agencies");
    let is_whole =
        if is_school { takes && &*head.kind == "education" } else { &*head.kind == "ministry" || takes };
    if !is_whole || cue.doubtful {
        return None;
    }
    complete(context, start, cue.end(), head, manner, depth)
}

/// One past a term of office: "khóa XV".
pub(super) fn term_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let (OfficeRole::Term, number) = context.office_word_at(at)? else { return None };
    (context.roman(number).is_some() || context.is_digits(number)).then_some(number + 1)
}

/// The place that completes a body: where the head takes one, or ends with a level itself ("Công an tỉnh | An Giang").
fn place_after(
    context: &Context<'_, '_>,
    body: &Body<'_>,
    end: usize,
    head: &Organisation,
    manner: Manner,
) -> Option<usize> {
    // "Đoàn Đại biểu Quốc hội | khóa XV | tỉnh Vĩnh Long"
    let term = if body.kind == "national_assembly" { term_end(context, end) } else { None };
    let end = term.unwrap_or(end);
    if body.inner.as_ref().is_some_and(|inner| inner.completed) {
        return None;
    }
    let last = end - 1;
    let ends_with_level = level_at(context, last).filter(|(_, cue)| cue.end() == end && !cue.doubtful);
    if let Some((level, _)) = ends_with_level.filter(|_| body.tokens.len() > 1) {
        // "Công an xã | Lũng Cao, huyện Bá Thước"; but "Phát triển nông thôn | tỉnh Hà Nam".
        if let Some(end) = place_name(context, end, Some(level), manner) {
            return Some(higher_end(context, end, rank(level), manner));
        }
    }
    let bare = if head.may_take("scope") {
        Bare::OfLevel(&head.level)
    } else if head.may_take("country") || &*head.kind == "agency" && &*head.level == "central" {
        // "Tổng cục Du lịch | Việt Nam"
        Bare::Country
    } else {
        // "Hội Liên hiệp Phụ nữ Việt Nam huyện": a level may follow most names, a bare place only where the list says so.
        Bare::No
    };
    if matches!(bare, Bare::No) && &*head.kind == "international" {
        return None;
    }
    let at = if matches!(bare, Bare::Country) { aside_end(context, end).unwrap_or(end) } else { end };
    scope_at(context, at, bare, manner).map(|scope| scope.tokens.end)
}

/// One past the place where a mission or branch is: "Đại sứ quán Việt Nam | tại Lào", "Văn phòng đại diện Báo Tin Mới | tại Đà Nẵng".
/// Of others a country, behind that which they come from: "Hội Doanh nghiệp Việt Nam | tại Hàn Quốc".
fn host_after(context: &Context<'_, '_>, end: usize, head: &Organisation, manner: Manner) -> Option<usize> {
    if end >= context.sentence(end - 1).end {
        return None;
    }
    let (OfficeRole::At, host) = context.office_word_at(end)? else { return None };
    let place = if head.may_take("host") {
        Bare::OfLevel("any")
    } else if ends_in_country(context, end) {
        Bare::Country
    } else {
        return None;
    };
    scope_at(context, host, place, manner).map(|scope| scope.tokens.end)
}

/// Whether a country's name ends before a token.
fn ends_in_country(context: &Context<'_, '_>, end: usize) -> bool {
    context
        .cue_before(end, List::Place)
        .is_some_and(|cue| !cue.doubtful && context.lists().places[cue.entry()].is("country"))
}

/// One past what explains a body in brackets before its country: "Đuma Quốc gia (Hạ viện) Nga".
fn aside_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let end = (at + 1..=at + LONGEST_ASIDE + 1).find(|at| context.is_mark(*at, ")"))? + 1;
    (context.is_mark(at, "(") && end < context.sentence(at).end).then_some(end)
}

impl<'a> Body<'a> {
    /// The body that stands last: of "Đảng ủy Binh đoàn 12" the army corps.
    pub(crate) fn innermost(&self) -> &Body<'a> {
        self.inner.as_ref().map_or(self, |inner| inner.innermost())
    }
}

/// Whether bodies of a kind are offices, whose names go on in common words: "Cục | phát triển doanh nghiệp".
pub(super) fn is_office(kind: &str) -> bool {
    matches!(
        kind,
        "agency"
            | "committee"
            | "delegation"
            | "department"
            | "division"
            | "office"
            | "party_organ"
            | "public_service"
    )
}

/// Whether bodies of a kind do business.
pub(crate) fn is_firm(kind: &str) -> bool {
    matches!(kind, "enterprise" | "bank")
}

/// Whether bodies of a kind have divisions that are named before them: "Trưởng phòng Công chức, | Sở Nội vụ".
pub(super) fn has_divisions(kind: &str) -> bool {
    matches!(kind, "ministry" | "department" | "health" | "education" | "police")
}

/// Whether the capitals that start at a token are rather a person than the name of a body.
pub(super) fn is_person_run(context: &Context<'_, '_>, at: usize, casing: Casing) -> bool {
    let parts = parts_at(context, at, casing);
    let Some(last) = parts.last() else { return false };
    (3..=4).contains(&parts.len()) && family_name(context, at, last.end) == Some(false)
}
