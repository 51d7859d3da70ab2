//! What a title is held in: the body, place or field right after its words.

use super::body::{is_office, portfolio_at, term_end};
use super::name::{domain_end, family_name, is_foreign_syllable, is_mixed, parts_at, stop_at};
use super::place::{Bare, higher_end, person_inside, place_name, rank};
use super::stops::stops;
use super::title::Title;
use super::{Casing, Manner, body_at, scope_at};
use crate::data::{DateRole, EventRole, List, ModifierEffect, OfficeRole, Position, WordRole};
use crate::facts::{Context, brackets};
use crate::segment::TokenKind;

/// What the list does not know of a body's name has no more words.
const LONGEST_REST: usize = 14;

/// The name of a branch has no more parts.
const MOST_BRANCH_PARTS: usize = 3;

/// Finds the body or place after a title's words.
pub(super) fn complete<'a>(context: &Context<'a, '_>, title: &mut Title<'a>, manner: Manner) {
    let end = title.tokens.end;
    if context.sentence(end - 1).end <= end {
        return;
    }
    let of = context.is_word(end, WordRole::Possessive);
    if let Some(term) = term_of_office(context, title.position, end) {
        title.tokens.end = term;
        return;
    }
    // "Tổng Thư ký (TTK) Liên đoàn Cờ"
    if let Some(body) = brackets::abbreviation_at(context, end).and_then(|end| body_at(context, end, manner))
    {
        title.hold(body.tokens.clone(), Some(body));
        return;
    }
    if let Some(body) = body_at(context, end, manner).or_else(|| body_at(context, of?, manner)) {
        title.hold(end..body.tokens.end, Some(body));
        return;
    }
    if let Some(field) = charge_end(context, end, manner) {
        title.hold(end..field, None);
        return;
    }
    if let Some(master) = master_end(context, title.position, end, manner) {
        title.tokens.end = master;
        return;
    }
    // "PCT. UBND huyện"
    if context.is_mark(end, ".") && context.is_glued(end) && context.tokens[end - 1].is_all_caps() {
        if let Some(body) = body_at(context, end + 1, manner) {
            title.hold(body.tokens.clone(), Some(body));
        }
        return;
    }
    if !title.position.needs_body {
        // "ĐBQH Hà Nội"
        let is_deputy = &*title.position.branch == "national_assembly" && &*title.position.rank == "member";
        let bare = if is_deputy { Bare::OfLevel("province") } else { Bare::Country };
        if let Some(scope) = scope_at(context, end, bare, manner) {
            title.hold(scope.tokens.clone(), None);
        }
        return;
    }
    if let Some(body) = portfolio_at(context, end, manner) {
        title.hold(body.tokens.clone(), Some(body));
        return;
    }
    let foreign = || of.and_then(|of| foreign_firm(context, of, manner));
    let place = place_of_title(context, title, manner);
    if let Some(held) = place.or_else(foreign).or_else(|| unknown_body(context, end, manner)) {
        title.hold(end..held, None);
    }
}

/// What somebody is in charge of has no more words.
const LONGEST_CHARGE: usize = 12;

/// One past what somebody is in charge of, in small letters up to a body or a person, and of one who was named up to a mark: "Đại diện cấp
/// cao | phụ trách chính sách đối ngoại của Liên minh châu Âu", "ông A, Phó Giám đốc | phụ trách công tác an toàn,".
fn charge_end(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let Some((ModifierEffect::InCharge, _, first)) = context.modifier_at(at) else { return None };
    let limit = context.right_from(first).end.min(first + LONGEST_CHARGE);
    let mut next = first;
    while next < limit {
        let token = &context.tokens[next];
        if token.kind() == TokenKind::Mark {
            let closes = matches!(context.token_text(next), "," | "." | ";" | ")") || context.is_dash(next);
            return (manner.apposition && closes && next > first).then_some(next);
        }
        let owner = context.is_word(next, WordRole::Possessive).or(token.is_capitalized().then_some(next));
        if let Some(body) = owner.filter(|_| next > first).and_then(|owner| body_at(context, owner, manner)) {
            return Some(body.tokens.end);
        }
        if token.is_capitalized() {
            let parts = parts_at(context, next, manner.casing);
            let is_person =
                parts.len() >= 2 && family_name(context, next, parts[parts.len() - 1].end).is_some();
            return (is_person && !manner.apposition && next >= first + 2).then_some(next);
        }
        let joins = context.is_word(next, WordRole::And).is_some();
        if !token.is_small_word() || stops(context, next) && !joins {
            return None;
        }
        next += 1;
    }
    None
}

/// Adds to what a title is held in what goes on behind it.
pub(super) fn extend(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    extend_by_branch(context, title, manner);
    extend_by_long_name(context, title, manner);
    extend_by_owner(context, title, manner);
    extend_by_whole(context, title, manner);
    extend_by_kiem(context, title, manner);
}

/// The capitals behind a firm that are no person: "Vietcombank | Sóng Thần", "VNPT | Technology" of one who was named, else up to the person.
fn extend_by_branch(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let Some(organisation) = title.organisation.as_mut() else { return };
    let end = organisation.end;
    if context.sentence(end - 1).end <= end || manner.casing != Casing::Ordinary {
        return;
    }
    let parts = parts_at(context, end, manner.casing);
    // "Tổng giám đốc FPT | Telecom | Nguyễn Văn Khoa", "Chủ tịch Công đoàn | GTVT | Đỗ Văn Nam"
    if !manner.apposition {
        let is_name = is_foreign_syllable(context, end) || context.tokens[end].is_all_caps();
        if let Some(split) = person_inside(context, &parts).filter(|_| is_name) {
            organisation.end = parts[split].start;
        }
        return;
    }
    let is_firm = match &title.body {
        Some(body) => matches!(body.kind, "enterprise" | "bank") && body.tokens.end == end,
        None => context.tokens[end - 1].is_all_caps(),
    };
    if !is_firm {
        return;
    }
    let Some(last) = parts.last().filter(|_| parts.len() <= MOST_BRANCH_PARTS) else { return };
    let is_other = family_name(context, end, last.end).is_some()
        || super::honorific_at(context, end).is_some()
        || context.cue(end, List::Position).is_some();
    if !is_other {
        organisation.end = last.end;
    }
}

/// Of a person who was named, the rest of a body's name up to the next mark, where the list knows only its head: "Vụ | tài chính các tổ
/// chức tín dụng,", "Ban Quản lý | dịch vụ công ích trực thuộc UBND thành phố)".
fn extend_by_long_name(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let (Some(body), Some(organisation)) = (&title.body, &mut title.organisation) else { return };
    if !manner.apposition || !is_office(body.kind) || body.completed || organisation.end != body.tokens.end {
        return;
    }
    let start = organisation.end;
    let limit = context.right_from(start).end.min(start + LONGEST_REST);
    let mut end = start;
    while end < limit && goes_on_long(context, end) {
        // "tổ chức" is one word, in which "chức" is no post.
        end = match context.office_word_at(end) {
            Some((OfficeRole::None, after)) => after,
            _ => end + 1,
        };
    }
    let closes = matches!(context.mark(end), Some(',' | ';' | '(' | ')')) || context.is_dash(end);
    if end < limit && closes && end >= start + 2 {
        organisation.end = end;
    }
}

/// Whether a word may belong to the long name of a body: no verb of speech, no date, nobody else.
fn goes_on_long(context: &Context<'_, '_>, at: usize) -> bool {
    let role = context.word_at(at).map(|(role, _)| role);
    context.tokens[at].kind() == TokenKind::Word
        && stop_at(context, at, "body").is_none()
        && matches!(
            role,
            None | Some(
                WordRole::And | WordRole::All | WordRole::Plural | WordRole::Possessive | WordRole::None
            )
        )
        && !acts(context, at)
        && matches!(context.office_word_at(at), None | Some((OfficeRole::None | OfficeRole::At, _)))
        && context.date_word_at(at).is_none_or(|(role, ..)| role == DateRole::None)
        && context.cue(at, List::Position).is_none_or(|cue| cue.doubtful)
        && super::honorific_at(context, at).is_none()
}

/// Whether a word says what somebody does: "tổ chức", but not in "các tổ chức".
fn acts(context: &Context<'_, '_>, at: usize) -> bool {
    use EventRole::{Attend, Chair, Hold, Report};
    let is_noun = || matches!(context.word_before(at), Some((WordRole::Plural, _)));
    matches!(context.event_word_at(at), Some((Report | Hold | Chair | Attend, _))) && !is_noun()
}

/// One past the body right behind a field in small letters, or the body or firm behind "của": "giám đốc khoa học | của Microsofa".
fn owner_of_field(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    if let Some(of) = context.is_word(at, WordRole::Possessive) {
        return owner(context, of, manner);
    }
    if !context.tokens[at].is_capitalized() {
        return None;
    }
    let cue = context.cue(at, List::Organisation).filter(|cue| !cue.doubtful)?;
    // "nhóm Khoa học": a single word is a body only with its name.
    let body = body_at(context, at, manner).filter(|body| body.completed || cue.end() > at + 1)?;
    Some(body.tokens.end)
}

/// One past the body or firm behind "của".
fn owner(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    body_at(context, at, manner).map(|body| body.tokens.end).or_else(|| foreign_firm(context, at, manner))
}

/// Whose the body, part or field is that a title is held in: "Trưởng bộ phận Chính sách | của Anthropa".
fn extend_by_owner(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let Some(organisation) = title.organisation.as_mut().filter(|_| manner.apposition) else { return };
    let Some(of) = context.is_word(organisation.end, WordRole::Possessive) else { return };
    if let Some(end) = owner(context, of, manner) {
        organisation.end = end;
    }
}

/// The body behind a comma of which a title's body is a part: "Trưởng phòng Công chức | , Sở Nội vụ TP HCM". A mark or name must end it, for
/// it may begin another statement ("theo ông A, Giám đốc Trung tâm B, Bộ Y tế đã …"), and no other body may follow, as in a list.
fn extend_by_whole(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let (Some(part), Some(organisation)) = (&title.body, &mut title.organisation) else { return };
    let comma = organisation.end;
    let is_complete = part.inner.as_ref().is_some_and(|inner| inner.completed);
    let is_part = !is_complete && matches!(part.kind, "agency" | "division" | "public_service" | "police");
    if title.plural || !is_part || !context.is_mark(comma, ",") || comma + 1 >= context.sentence(comma).end {
        return;
    }
    let Some(whole) = body_at(context, comma + 1, manner) else { return };
    let is_whole =
        matches!(whole.kind, "ministry" | "department" | "health" | "education" | "police" | "media")
            || part.kind == "division" && whole.kind == "agency" && whole.completed;
    let end = whole.tokens.end;
    let ends = match context.tokens.get(end).filter(|next| !next.is_line_start()) {
        None => true,
        Some(next) if next.kind() == TokenKind::Mark => !is_listed(context, end),
        Some(next) => next.is_capitalized(),
    };
    if is_whole && ends {
        organisation.end = end;
    }
}

/// Whether another body follows behind a comma.
fn is_listed(context: &Context<'_, '_>, comma: usize) -> bool {
    context.is_mark(comma, ",") && context.organisation_at(comma + 1).is_some_and(|(_, cue)| !cue.doubtful)
}

/// "kiêm" before a second body of the same title: "Trưởng Ban A kiêm Ban B".
fn extend_by_kiem(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let end = title.end();
    let Some((ModifierEffect::Concurrent, _, after)) = context.modifier_at(end) else { return };
    if title.body.is_none() || context.position_at(after).is_some() {
        return;
    }
    if let (Some(body), Some(organisation)) = (body_at(context, after, manner), &mut title.organisation) {
        organisation.end = body.tokens.end;
    }
}

/// One past whom a title serves, who is another person: "Trợ lý | Tổng thống Mỹ", and "Đặc phái viên của | Tổng Bí thư" where no name
/// says who that is.
fn master_end(context: &Context<'_, '_>, position: &Position, end: usize, manner: Manner) -> Option<usize> {
    if &*position.rank != "staff" || !position.needs_body {
        return None;
    }
    let of = context.is_word(end, WordRole::Possessive);
    let (master, cue) = context.position_at(of.unwrap_or(end))?;
    let leads_a_state = !master.needs_body || &*master.branch == "foreign" && &*master.rank == "head";
    let country = scope_at(context, cue.end(), Bare::Country, manner).map(|country| country.tokens.end);
    let end = country.unwrap_or(cue.end());
    let is_named = context.tokens.get(end).is_some_and(|token| token.is_capitalized());
    (leads_a_state && !(of.is_some() && is_named)).then_some(end)
}

/// "Đại biểu Quốc hội khóa XIV": the term is a part of this title.
fn term_of_office(context: &Context<'_, '_>, position: &Position, at: usize) -> Option<usize> {
    let has_terms = &*position.branch == "national_assembly" && &*position.rank == "member";
    if has_terms { term_end(context, at) } else { None }
}

/// The place that a title is held in: "Chủ tịch | tỉnh Nghệ An", "Trưởng thôn | Phúc Lương", "Tổng Lãnh sự | Hàn Quốc tại TP.HCM".
fn place_of_title(context: &Context<'_, '_>, title: &Title<'_>, manner: Manner) -> Option<usize> {
    let end = title.tokens.end;
    if &*title.position.branch == "village"
        && let Some((level, _)) = context.kinds_at(end - 1, List::Level)
    {
        return place_name(context, end, Some(level), manner)
            .map(|end| higher_end(context, end, rank(level), manner));
    }
    let bare = if &*title.position.branch == "foreign" { Bare::OfLevel("any") } else { Bare::Country };
    let Some(scope) = scope_at(context, end, bare, manner) else { return province_before_name(context, end) };
    // A "đặc khu" or "vùng" in small letters before nothing says nothing.
    let mut end = scope.tokens.end;
    if &*title.position.branch == "foreign"
        && let Some((OfficeRole::At, host)) = context.office_word_at(end)
    {
        let place = scope_at(context, host, Bare::OfLevel("any"), manner).map(|place| place.tokens.end);
        let body = || body_at(context, host, manner).map(|body| body.tokens.end);
        end = place.or_else(body).unwrap_or(end);
        // "Đại sứ Việt Nam tại Cuba kiêm nhiệm Cộng hòa Dominica"
        if let Some((ModifierEffect::Concurrent, _, other)) = context.modifier_at(end) {
            end = scope_at(context, other, Bare::Country, manner).map_or(end, |other| other.tokens.end);
        }
    }
    Some(end)
}

/// "Bí thư | Hà Nội | Vương Đình Huệ": a province right after a title, and a person's name right after that.
fn province_before_name(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let (_, cue) = context.kinds_at(at, List::Place).filter(|(place, cue)| {
        place.is("province") && !cue.doubtful && context.tokens[at].is_capitalized()
    })?;
    let parts = parts_at(context, cue.end(), Casing::Ordinary);
    let is_place = || context.cue(cue.end(), List::Place).is_some();
    let named = parts.len() >= 2
        && match family_name(context, cue.end(), parts[parts.len() - 1].end) {
            Some(ambiguous) => !ambiguous || !is_place(),
            None => false,
        };
    named.then_some(cue.end())
}

/// A body that no list knows, after a title that asks for one: "Giám đốc | VietFruit", "Bộ trưởng | Chính sách hội nhập khu vực Cộng hòa
/// Dominica", and in small letters after a person, up to the next mark: "Tổ trưởng | công tác đặc biệt phản ứng nhanh".
fn unknown_body(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    if manner.casing != Casing::Ordinary {
        return None;
    }
    let token = context.tokens.get(at)?;
    if token.kind() != TokenKind::Word
        || context.sentence(at - 1).end <= at
        || super::honorific_at(context, at).is_some()
    {
        return None;
    }
    if !token.is_capitalized() {
        return small_field(context, at, manner).filter(|_| manner.apposition);
    }
    let parts = parts_at(context, at, manner.casing);
    let last = parts.last()?;
    let is_acronym = token.is_all_caps() && context.token_text(at).chars().count() >= 2;
    if parts.len() == 1 && !is_acronym {
        // A capital and small words: a field.
        let small_follows =
            context.tokens.get(at + 1).is_some_and(|t| t.kind() == TokenKind::Word && !t.is_line_start());
        return if small_follows { super::own_name::field_end(context, at, manner) } else { None };
    }
    // "Giám đốc | Travel Lifa | Nguyễn Thị Kim An"
    if let Some(split) = person_inside(context, &parts).filter(|_| is_foreign_syllable(context, at)) {
        return Some(parts[split].start);
    }
    // "ông A, giám đốc | Xuyên Việt Oil"
    if manner.apposition && is_mixed(context, &(at..last.end)) {
        return Some(last.end);
    }
    let person = family_name(context, at, last.end).is_some();
    let end = parts[0].end;
    // "CBRF | Việt Nam"
    let country = || scope_at(context, end, Bare::Country, manner).map(|country| country.tokens.end);
    (is_acronym && !person).then(|| country().unwrap_or(end))
}

/// A firm that no list knows, behind "của": "CEO của | Tangdo", but not "của Home and Garden", of which more follows.
fn foreign_firm(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let parts = parts_at(context, at, manner.casing);
    let is_firm = is_foreign_syllable(context, at) && (parts.len() == 1 || manner.apposition);
    let end = parts.last().filter(|_| is_firm).map(|last| last.end)?;
    // "Savills | Hà Nội"
    let end = scope_at(context, end, Bare::OfLevel("any"), manner).map_or(end, |scope| scope.tokens.end);
    // "CEO của Bukin.com"
    if let Some(end) = domain_end(context, end) {
        return Some(end);
    }
    let goes_on = context.tokens.get(end).is_some_and(|next| {
        let is_glued_word = context.is_glued(end) && next.kind() == TokenKind::Word;
        is_glued_word || next.is_capitalized() && !next.is_line_start()
    }) || matches!(context.token_text(end), "&" | "@" | "and" | "the" | "of");
    (!goes_on).then_some(end)
}

/// A field in small letters that a mark ends, with no verb or function word in it; where it ends in capitals, a verb may end it too: "Trưởng
/// phòng | quản lý SVĐ Hoa Lư cho biết". The body follows whose field it is: "trưởng khoa | nhi Bệnh viện Bãi Sậy".
fn small_field(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    // "người sáng lập | và tổ chức đợt biểu tình"
    if context.is_word(at, WordRole::And).is_some() {
        return None;
    }
    let limit = context.right_from(at).end.min(at + 10);
    let mut next = at;
    let mut capitals = 0;
    while next < limit {
        let token = &context.tokens[next];
        if token.kind() == TokenKind::Mark {
            let closes = matches!(context.token_text(next), "," | "." | ";" | ")");
            return (closes && next >= at + 2).then_some(next);
        }
        let is_name = token.is_capitalized() && token.kind() == TokenKind::Word;
        if next > at
            && capitals == 0
            && let Some(owner) = owner_of_field(context, next, manner)
        {
            return Some(owner);
        }
        if capitals > 0 && !is_name {
            return (capitals > 1 && stops(context, next)).then_some(next);
        }
        let is_person = || family_name(context, next, limit) == Some(false);
        let may_go_on =
            if is_name { next >= at + 2 && (capitals > 0 || !is_person()) } else { token.is_small_word() };
        if !may_go_on || stops(context, next) {
            return None;
        }
        capitals += usize::from(is_name);
        next += 1;
    }
    None
}
