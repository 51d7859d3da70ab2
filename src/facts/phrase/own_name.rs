//! Names that bodies have of their own: "Minh Phát", "Giáo dục nghề nghiệp Nam Tây Nguyên", "Đường bộ - Đường sắt", "12".
//!
//! They begin with a capital and may go on in small letters, so that what ends them must be told from what does not: a mark, a
//! verb of the list of name stops, a person, a title, a level, another body.

use std::ops::Range;

use super::body::{is_firm, is_office, is_person_run, numbered_end};
use super::joints::{goes_on, goes_on_small, joins, leads_to_name, leads_to_person, leads_to_whole};
use super::name::{family_name, is_foreign_syllable};
use super::name_parts::parts_at;
use super::place::{is_wide, level_at, person_inside, scope_whole, starts_level};
use super::stops::stops;
use super::{Casing, Manner};
use crate::data::{EventRole, List, OfficeRole, Organisation, WordRole};
use crate::facts::Context;
use crate::scan::Cue;
use crate::segment::{Token, TokenKind};

/// The longest own name, in tokens.
const LONGEST: usize = 16;
/// What a firm does has no more words: "sản xuất thương mại dịch vụ xuất nhập khẩu".
const LONGEST_TRADE: usize = 14;
/// How many small words may follow each other before a capital.
pub(super) const MOST_SMALL: usize = 6;
/// How many small words may follow the only capital: "Phát | triển hệ thống mạng lưới đường sắt đô thị".
const MOST_COMMON: usize = 10;

/// The end of the own name that starts at a token, after its head.
pub(super) fn own_name_at(
    context: &Context<'_, '_>,
    at: usize,
    head: &Organisation,
    manner: Manner,
) -> Option<usize> {
    if at >= context.sentence(at.saturating_sub(1)).end {
        return None;
    }
    if context.is_digits(at) {
        let is_number = matches!(
            &*head.kind,
            "military" | "agency" | "division" | "police" | "party" | "committee" | "delegation"
        );
        return (is_number && !context.is_mark(at + 1, "/")).then(|| numbered_end(context, at));
    }
    if let Some(end) = quoted(context, at) {
        return Some(end);
    }
    let first = context.tokens.get(at)?;
    // "Ban quản lý | các công trình công cộng huyện"
    if &*head.kind == "public_service"
        && let Some(after) = context.is_word(at, WordRole::Plural)
    {
        return small_name(context, after, head, manner);
    }
    if stops(context, at) {
        return None;
    }
    if !first.is_capitalized() {
        return small_name(context, at, head, manner).or_else(|| trade_and_name(context, at, head, manner));
    }
    // "Đoàn Ai Cập | Ibrahim Mahlab", "quân đội Mỹ | mới đây": a name that begins with a country ends with it.
    let is_army = &*head.kind == "military" && !head.may_take("name");
    if let Some((_, cue)) = context.kinds_at(at, List::Place).filter(|(place, _)| place.is("country"))
        && let Some(next) = context.tokens.get(cue.end()).filter(|next| !next.is_line_start())
        && (next.is_capitalized() || is_army)
        && !is_firm(&head.kind)
    {
        return Some(cue.end());
    }
    called(context, at, head, manner)
}

/// The end of a name from its first capital on: where a person's begins in it, else by its words.
fn called(context: &Context<'_, '_>, at: usize, head: &Organisation, manner: Manner) -> Option<usize> {
    let end = person_split(context, at, head, manner).unwrap_or_else(|| run_end(context, at, manner));
    (end > at).then_some(end)
}

/// A name in small letters, which only a mark or level ends: "Cục phát triển DN, Bộ KH&ĐT", "Văn phòng đăng ký quyền sử dụng đất".
fn small_name(context: &Context<'_, '_>, at: usize, head: &Organisation, manner: Manner) -> Option<usize> {
    let small = context.tokens.get(at).is_some_and(Token::is_small_word);
    if !is_office(&head.kind) || !small || stops(context, at) {
        return None;
    }
    let run = |at: usize| run_end(context, at, Manner { casing: Casing::Ordinary, apposition: false });
    let ends = |end: usize| {
        let is_level = starts_level(context, end);
        // "Phòng tác chiến | Quân đoàn 3"
        let is_whole = || {
            let body = context.organisation_at(end).filter(|(_, cue)| !cue.doubtful && cue.end() > end + 1);
            let owns = || context.organisation_at(end).is_some_and(|(owner, _)| is_firm(&owner.kind));
            let is_above = &*head.kind == "division" && body.is_some() || owns();
            is_above && context.tokens[end].is_capitalized()
        };
        let is_marked = || {
            matches!(context.token_text(end), "," | ";" | ")" | "-" | "–")
                || matches!(context.office_word_at(end), Some((OfficeRole::Consists | OfficeRole::Agent, _)))
        };
        // "Giám đốc Ban điều hành công ty cấp nước | cho biết", "Trưởng ban chỉ đạo sinh hoạt hè TPHCM|."
        let says = || {
            let closes = context.is_mark(end, ".") || context.sentence(at).end <= end;
            let stops = matches!(context.event_word_at(end), Some((EventRole::Report, _)))
                || closes && &*head.kind != "public_service";
            manner.apposition && stops
        };
        is_level || is_whole() || is_marked() || says()
    };
    let end = run(at);
    // "Hội đồng tuyển dụng công chức của | thành phố"
    let of_level = context.is_word(end, WordRole::Possessive).filter(|of| level_at(context, *of).is_some());
    if let Some(of) = of_level.filter(|_| end >= at + 2) {
        return Some(of);
    }
    // "Ban quản lý dự án đầu tư xây dựng | và phát triển quỹ đất huyện", said of somebody who was named.
    // "Hội đồng tư vấn chính sách tài chính | - tiền tệ quốc gia"
    let dash = || context.is_dash(end).then_some(end + 1);
    let joint = context.is_word(end, WordRole::And).or_else(dash).filter(|_| manner.apposition);
    let joined = joint.filter(|after| goes_on_small(context, *after)).map(run).filter(|end| ends(*end));
    let end = joined.unwrap_or(end);
    (end >= at + 2 && ends(end)).then_some(end)
}

/// What a firm or association does in small letters, and what it is called: "Công ty cổ phần | dịch vụ đại lý thuế và tư vấn Tâm Việt",
/// "Hội | tư vấn thuế Việt Nam".
fn trade_and_name(
    context: &Context<'_, '_>,
    at: usize,
    head: &Organisation,
    manner: Manner,
) -> Option<usize> {
    if !matches!(&*head.kind, "enterprise" | "association" | "public_service") {
        return None;
    }
    let limit = context.right_from(at).end.min(at + LONGEST_TRADE);
    let is_trade = |at: &usize| {
        context.tokens[*at].is_small_word()
            && (context.is_word(*at, WordRole::And).is_some() || !stops(context, *at))
    };
    let first = (at..limit).find(|at| !is_trade(at))?;
    // "Công ty cổ phần | cấp nước tỉnh Yên Bái"
    if first >= at + 2 && starts_level(context, first) {
        return scope_whole(context, first, manner);
    }
    let proper = context.tokens[first].is_capitalized() && !stops(context, first);
    // "Liên đoàn | cờ Việt Nam", "Công ty | bia rượu Sao Mai"
    let fewest = if &*head.kind == "association" { 1 } else { 2 };
    if !proper || first < at + fewest || !manner.apposition && starts_person(context, first) {
        return None;
    }
    called(context, first, head, manner)
}

/// The rest of a name of which the list knows the beginning, in small letters up to a place: "Cục Thuế | tiêu thụ đặc biệt Thái Lan".
pub(super) fn rest_of_name(
    context: &Context<'_, '_>,
    at: usize,
    head: &Organisation,
    manner: Manner,
) -> Option<usize> {
    let end = small_name(context, at, head, manner)?;
    let ends_in_place = |first: usize| {
        context.cue(first, List::Place).is_some_and(|cue| cue.end() == end && !cue.doubtful)
            && context.tokens[first].is_capitalized()
    };
    (at + 1..end).any(ends_in_place).then_some(end)
}

/// A name in quotes: Công ty "Sao Mai".
fn quoted(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    if !matches!(context.token_text(at), "\"" | "“" | "'") {
        return None;
    }
    let end = context.right_from(at).end.min(at + LONGEST);
    (at + 1..end).find(|token| matches!(context.token_text(*token), "\"" | "”" | "'")).map(|close| close + 1)
}

/// Where a person's name stands in the capitals or is all of them, the end of what comes before it.
fn person_split(context: &Context<'_, '_>, at: usize, head: &Organisation, manner: Manner) -> Option<usize> {
    if manner.apposition {
        return None;
    }
    let parts = parts_at(context, at, manner.casing);
    // "Tổng Giám đốc Công ty Trần Văn Nam", "Chủ tịch Hội Nhà báo Việt Nam Lê Quốc Mẫn", "Trưởng phòng Lê Văn An": firms, associations and
    // offices are seldom called like people; schools, hospitals and regiments are.
    let may_precede_person = match &*head.kind {
        "enterprise" | "association" => true,
        // "Đoàn" is a family name too.
        "agency" | "committee" | "delegation" | "division" | "ministry" | "office" | "party"
        | "public_service" => {
            context.cue(at - 1, List::Surname).is_none() || !context.tokens[at - 1].is_capitalized()
        }
        // "Bộ Tư lệnh Thủ đô Hà Nội | Lê Minh Quân": what has its whole name.
        "military" => !head.may_take("name"),
        _ => false,
    };
    // "Chủ tịch HĐQT Hồ Minh Quân", but "Giám đốc Công ty Mai Linh Sơn": family names that are words or places too begin names of firms.
    let is_firm = &*head.kind == "association" || &*head.kind == "enterprise" && !head.may_take("body");
    let is_person =
        is_person_run(context, at, manner.casing) || is_likely_person(context, at, &parts, is_firm);
    if may_precede_person && is_person && !ends_in_place(context, &parts) {
        return Some(at);
    }
    // "Đảng MIU | Miguel Mejia"
    if !matches!(&*head.kind, "enterprise" | "bank" | "media")
        && let Some(end) = acronym_before_foreigner(context, &parts)
    {
        return Some(end);
    }
    person_inside(context, &parts).map(|split| parts[split].start)
}

/// One past an acronym that a foreigner's name of two or three words follows: "MIU | Miguel Mejia".
pub(super) fn acronym_before_foreigner(context: &Context<'_, '_>, parts: &[Range<usize>]) -> Option<usize> {
    let [acronym, first, .., last] = parts else { return None };
    let is_acronym = |part: &Range<usize>| part.len() == 1 && context.tokens[part.start].is_all_caps();
    let foreign = |part: &Range<usize>| is_foreign_syllable(context, part.start) && !is_acronym(part);
    let is_long = context.token_text(acronym.start).len() > 2;
    (is_acronym(acronym) && is_long && parts.len() <= 4 && foreign(first) && foreign(last))
        .then_some(acronym.end)
}

/// Whether capitals that begin with a family name that may be something else are a person, and no field of work: "Lưu Minh Quân", "Mai Thị
/// Hồng Vân", but not "Văn Hóa Thông Tin", "Quan Hệ Khách Hàng".
fn is_likely_person(context: &Context<'_, '_>, at: usize, parts: &[Range<usize>], is_firm: bool) -> bool {
    let [_, second, .., last] = parts else { return false };
    let is_field = || context.organisation_at(at).is_some_and(|(_, cue)| cue.end() > at + 1);
    let middle = context.kinds_at(second.start, List::Surname).map(|(kinds, _)| kinds.is("middle"));
    let fits = match parts.len() {
        3 => !is_firm || middle == Some(true),
        4 => middle == Some(true) || !is_firm && middle.is_some(),
        _ => false,
    };
    fits && family_name(context, at, last.end).is_some() && !is_field()
}

/// Whether a run ends with a place that everyone knows; "Nguyễn Văn Vinh" is no firm in the city of Vinh, "Lê Minh Quang" none in the
/// commune of Minh Quang.
fn ends_in_place(context: &Context<'_, '_>, parts: &[Range<usize>]) -> bool {
    let Some((last, before)) = parts.split_last() else { return false };
    let ends = |part: &Range<usize>| {
        context
            .kinds_at(part.start, List::Place)
            .is_some_and(|(place, cue)| cue.end() == last.end && !cue.doubtful && is_wide(place))
    };
    before.iter().any(ends)
}

/// The end of a field of common words that no list knows, where it is one: at least one small word, and no person in front.
pub(super) fn field_end(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    if stops(context, at) {
        return None;
    }
    let end = run_end(context, at, Manner { casing: Casing::Ordinary, ..manner });
    (end > at + 1).then_some(end)
}

/// A name as far as it has been read.
struct Run {
    start: usize,
    /// The last place where the name may end if the small words after it turn out to be the sentence going on.
    sure: usize,
    /// The capitalised words since the last small one.
    capitals: usize,
    /// The small words since the last capitalised one.
    small: usize,
}

impl Run {
    /// Takes a capitalised word, which ends before a token.
    fn take_capital(&mut self, end: usize) {
        self.capitals = if self.small > 0 { 1 } else { self.capitals + 1 };
        (self.small, self.sure) = (0, end);
    }

    /// The end of the name where something else begins. Small words at the end belong to a name of common words ("Phát triển quỹ đất"), not to one
    /// of proper names ("Minh Phát").
    fn end(&self, context: &Context<'_, '_>, next: usize) -> usize {
        // "Cục Khảo thí và Kiểm định chất lượng giáo dục (Bộ Giáo dục và Đào tạo)": what a mark parts from the rest is a name.
        let closed = matches!(context.mark(next), Some('(' | ')' | ',')) || context.is_dash(next);
        let many = self.small > 3 && !closed;
        let proper = self.capitals >= 2 || self.sure > self.start + 1 && self.capitals == 1 && many;
        if self.small > 0 && proper { self.sure } else { next }
    }
}

/// The end of a name by its words.
fn run_end(context: &Context<'_, '_>, at: usize, manner: Manner) -> usize {
    let limit = context.right_from(at).end.min(at + LONGEST);
    let mut next = at;
    let mut run = Run { start: at, sure: at, capitals: 0, small: 0 };
    // Behind a joint nobody has looked for a person yet: "Tập đoàn M&N Group | Đỗ Quân Hà".
    let mut joined = false;
    while next < limit {
        let token = &context.tokens[next];
        if let Some((OfficeRole::None, after)) = context.office_word_at(next) {
            if next > at && is_verb(context, next) {
                return run.end(context, next);
            }
            // "Đăng ký", "Người Lao Động"; "Đức và Cộng sự": behind what is somebody's the phrase is whole.
            let is_own = run.capitals > 0 && run.small == 0;
            let capital = (next..after).rev().find(|part| context.tokens[*part].is_capitalized());
            if let Some(last) = capital {
                run.take_capital(if is_own { after } else { last + 1 });
            }
            run.small += usize::from(run.sure < after);
            next = after;
            continue;
        }
        if next > at && stops(context, next) {
            return run.end(context, next);
        }
        if let Some(after) = context.is_word(next, WordRole::And) {
            let joins = goes_on(context, after)
                || leads_to_person(context, after, manner)
                || run.small > 0 && manner.apposition && leads_to_whole(context, after)
                || run.small > 0 && leads_to_name(context, after);
            if !joins {
                return run.end(context, next);
            }
            (next, joined) = (after, true);
            continue;
        }
        match token.kind() {
            TokenKind::Word if token.is_capitalized() => {
                // "ông A - Chủ tịch công ty địa ốc Hoàng Long": behind a person no other is named.
                // Behind small words, or the abbreviation that they end with: "thị trường BĐS Lê Văn An".
                let acronym = run.capitals == 1 && next > at + 1 && context.tokens[next - 1].is_all_caps();
                // "Ủy ban Hợp tác Việt Nam | Lê Văn An": behind a country.
                let abroad =
                    || context.cue_before(next, List::Place).is_some_and(|cue| is_abroad(context, cue));
                let parted = next > at && (run.small > 0 || acronym || joined || abroad());
                // "Công ty Chứng khoán Minh Phát | Lê Văn Tám"
                let is_named = run.capitals >= 2 && run.sure > at + 2;
                let is_person = || {
                    parted && starts_person(context, next)
                        || is_named && is_person_run(context, next, Casing::Ordinary)
                };
                if !manner.apposition && is_person() {
                    return next;
                }
                next += 1;
                run.take_capital(next);
            }
            TokenKind::Word => {
                run.small += 1;
                // "Tổng thống Jokowi | ban hành sắc lệnh về vấn đề này" is no name of common words.
                let is_common = run.sure == at + 1 && !is_foreign_syllable(context, at);
                if run.small > if is_common { MOST_COMMON } else { MOST_SMALL } {
                    return if is_common { next } else { run.sure };
                }
                next += 1;
            }
            TokenKind::Digits if next > at && run.small == 0 => return next + 1,
            _ => match joins(context, next) {
                Some(end) => (next, joined) = (end, true),
                None => return run.end(context, next),
            },
        }
    }
    run.end(context, next)
}

fn is_abroad(context: &Context<'_, '_>, cue: Cue) -> bool {
    let place = &context.lists().places[cue.entry()];
    !cue.doubtful
        && context.tokens[cue.first as usize].is_capitalized()
        && (place.is("country") || place.is("city_foreign"))
}

/// Whether a word that may be a noun in a name is the verb behind it: "Viện Sao Mai | tổ chức", but "các tổ chức", "và tổ chức".
fn is_verb(context: &Context<'_, '_>, at: usize) -> bool {
    let before = at - 1;
    let is_name = context.tokens[before].kind() == TokenKind::Word
        && context.word_at(before).is_none()
        && !context.tokens[at].is_capitalized();
    is_name && matches!(context.event_word_at(at), Some((EventRole::Hold, _)))
}

/// Whether a person's name starts at a capitalised word in the middle of a name.
pub(super) fn starts_person(context: &Context<'_, '_>, at: usize) -> bool {
    let parts = parts_at(context, at, Casing::Ordinary);
    let Some(last) = parts.last() else { return false };
    let family = family_name(context, at, last.end);
    let is_place = context.cue(at, List::Place).is_some_and(|cue| cue.end() >= last.end);
    !is_place
        && (2..=5).contains(&parts.len())
        && family.is_some_and(|ambiguous| !ambiguous && parts.len() >= 2 || parts.len() >= 3)
        && !ends_in_place(context, &parts)
}
