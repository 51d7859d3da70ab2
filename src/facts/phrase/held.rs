//! What a title is held in: the body, place or field right after its words.

use super::body::{is_called_like_a_body, portfolio_at, term_end};
use super::name::{domain_end, family_name, is_foreign_syllable, is_mixed};
use super::name_parts::parts_at;
use super::own_name::{acronym_before_foreigner, field_end};
use super::place::{Bare, higher_end, person_inside, place_name, rank};
use super::stops::stops;
use super::title::Title;
use super::{Casing, Manner, body_at, scope_at};
use crate::data::{Kinds, List, ModifierEffect, OfficeRole, Position, WordRole};
use crate::facts::{Context, brackets};
use crate::scan::Cue;
use crate::segment::{Token, TokenKind};

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
    if !title.position.needs_body && is_called_like_a_body(context, end, manner, true) {
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
    // "Trưởng thôn | Phúc Lương", "Trưởng khu phố | Phúc Lương"
    let ends_with = |at: usize| context.kinds_at(at, List::Level).filter(|(_, cue)| cue.end() == end);
    let levels = || title.tokens.clone().rev().find_map(ends_with);
    if &*title.position.branch == "village"
        && let Some((level, _)) = levels()
    {
        return place_name(context, end, Some(level), manner)
            .map(|end| higher_end(context, end, rank(level), manner));
    }
    let bare = if &*title.position.branch == "foreign" { Bare::OfLevel("any") } else { Bare::Country };
    let Some(scope) = scope_at(context, end, bare, manner) else {
        return province_before_name(context, end).or_else(|| province_led(context, title, manner));
    };
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

/// The province that somebody who was named leads, before a mark or the end: "ông A, cựu Bí thư | Bến Tre,", "tái đắc cử Bí thư | Lai Châu".
fn province_led(context: &Context<'_, '_>, title: &Title<'_>, manner: Manner) -> Option<usize> {
    let at = title.tokens.end;
    let leads = matches!(&*title.position.title, "Bí thư" | "Chủ tịch" | "Phó Bí thư" | "Phó Chủ tịch");
    if !leads || !manner.apposition {
        return None;
    }
    let is_province = |(place, cue): &(&Kinds, Cue)| {
        place.is("province") && !cue.doubtful && context.tokens[at].is_capitalized()
    };
    let (_, cue) = context.kinds_at(at, List::Place).filter(is_province)?;
    let end = cue.end();
    let closes = context.sentence(at).end <= end
        || matches!(context.mark(end), Some(',' | ')' | ';' | '.'))
        || context.is_dash(end);
    closes.then_some(end)
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
        if !small_follows {
            return None;
        }
        let end = field_end(context, at, manner)?;
        // "Tổng thống Obama | ra lệnh": whoever has a foreign name does what follows; but "Tổng biên tập Vogue toàn cầu | Anna Vintor".
        let is_capital = |at: usize| context.tokens.get(at).is_some_and(Token::is_capitalized);
        let names_another = || {
            let starts = |at: usize| is_capital(at) && is_capital(at + 1) && is_foreign_syllable(context, at);
            (at + 1..end).any(starts)
        };
        let is_person = !manner.apposition && is_foreign_syllable(context, at) && !names_another();
        return (!is_person).then_some(end);
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
pub(super) fn owner(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    body_at(context, at, manner).map(|body| body.tokens.end).or_else(|| foreign_firm(context, at, manner))
}

/// A firm that no list knows, behind "của": "CEO của | Tangdo", but not "của Home and Garden", of which more follows.
fn foreign_firm(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let parts = parts_at(context, at, manner.casing);
    // "Phát ngôn viên của SNC | Khalid Salim"
    if let Some(end) = acronym_before_foreigner(context, &parts).filter(|_| !manner.apposition) {
        return Some(end);
    }
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
