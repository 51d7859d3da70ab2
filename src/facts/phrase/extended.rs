//! What goes on behind the body that a title is held in: its branch, the rest of a long name, its owner, the body above it.

use super::body::{has_divisions, is_firm, is_office};
use super::held::owner;
use super::name::{family_name, is_foreign_syllable};
use super::name_parts::{parts_at, stop_at};
use super::place::{person_inside, scope_whole, starts_level};
use super::title::Title;
use super::{Body, Casing, Manner, body_at};
use crate::data::{
    DateRole, EventRole, List, ModifierEffect, OfficeRole, Organisation, PhraseRole, WordRole,
};
use crate::facts::Context;
use crate::scan::Cue;
use crate::segment::TokenKind;

/// What the list does not know of a body's name has no more words.
const LONGEST_REST: usize = 14;

/// No more words are joined to a field: "bảo vệ nguồn lợi thủy sản".
const LONGEST_JOINED: usize = 8;

/// The name of a branch has no more parts.
const MOST_BRANCH_PARTS: usize = 3;

/// Adds to what a title is held in what goes on behind it.
pub(super) fn extend(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    extend_by_branch(context, title, manner);
    extend_by_named_branch(context, title, manner);
    extend_by_long_name(context, title, manner);
    extend_by_joined(context, title, manner);
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
        Some(body) => is_firm(body.kind) && body.tokens.end == end,
        None => context.tokens[end - 1].is_all_caps(),
    };
    if !is_firm {
        return;
    }
    let Some(last) = parts.last().filter(|_| parts.len() <= MOST_BRANCH_PARTS) else { return };
    let is_other = family_name(context, end, last.end).is_some()
        || context.organisation_at(end).is_some_and(is_branch)
        || super::honorific_at(context, end).is_some()
        || context.cue(end, List::Position).is_some();
    if !is_other {
        organisation.end = last.end;
    }
}

/// The branch of a firm, which a word names: "Agribank | chi nhánh Gia Định", "Ngân hàng A | - Chi nhánh Bến Thành".
fn extend_by_named_branch(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let (Some(body), Some(organisation)) = (&title.body, &mut title.organisation) else { return };
    let end = organisation.end;
    let start = if context.is_dash(end) { end + 1 } else { end };
    if !is_firm(body.kind) || context.sentence(end - 1).end <= start {
        return;
    }
    if context.organisation_at(start).is_some_and(is_branch)
        && let Some(branch) = body_at(context, start, manner).filter(|branch| branch.completed)
    {
        organisation.end = branch.tokens.end;
    }
}

/// Whether a body is where a firm is present: "chi nhánh".
fn is_branch((head, _): (&Organisation, Cue)) -> bool {
    &*head.kind == "enterprise" && head.may_take("host")
}

/// Of a person who was named, the rest of a body's name up to the next mark, where the list knows only its head: "Vụ | tài chính các tổ
/// chức tín dụng,", "Ban Quản lý | dịch vụ công ích trực thuộc UBND thành phố)".
fn extend_by_long_name(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let (Some(body), Some(organisation)) = (&title.body, &mut title.organisation) else { return };
    if !manner.apposition || !is_office(body.kind) || body.completed || organisation.end != body.tokens.end {
        return;
    }
    let start = organisation.end;
    let others = |at: usize| {
        context.is_word(at, WordRole::And).is_some_and(|after| names_others(context, after, at == start))
    };
    let limit = context.right_from(start).end.min(start + LONGEST_REST);
    let mut end = start;
    while end < limit && goes_on_long(context, end) && !others(end) {
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

/// Of a person who was named, what a dash or "và" joins in small letters to the field of a body: "Khoa Hồi sức | - chống độc", "Chi cục
/// Khai thác | và bảo vệ nguồn lợi thủy sản". A mark, what he says, or where the body is must end it.
fn extend_by_joined(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let (Some(body), Some(organisation)) = (&title.body, &mut title.organisation) else { return };
    let has_field = matches!(body.kind, "agency" | "division" | "health" | "public_service");
    if !manner.apposition || !has_field || title.plural || organisation.end != body.tokens.end {
        return;
    }
    let end = organisation.end;
    let Some(after) = joint_end(context, end) else { return };
    // "- nông dân trồng lúa", "và người dân địa phương"
    let is_another = matches!(context.phrase_word_at(after), Some((PhraseRole::Whole, _)));
    if is_another || names_others(context, after, false) {
        return;
    }
    let limit = context.right_from(end).end.min(after + LONGEST_JOINED);
    let is_field = |at: usize| {
        let is_other = context.organisation_at(at).is_some_and(|(head, _)| &*head.kind != "portfolio");
        context.tokens[at].is_small_word()
            && goes_on_long(context, at)
            && !is_other
            && !starts_level(context, at)
            && !matches!(context.phrase_word_at(at), Some((PhraseRole::Head | PhraseRole::End, _)))
    };
    let last = (after..limit).take_while(|at| is_field(*at)).count() + after;
    if last < after + 2 || last >= limit {
        return;
    }
    // "khoa Hồi sức - chống độc | Bệnh viện Đa khoa Đồng Nai"
    let named = context.tokens[last].is_capitalized().then(|| body_at(context, last, manner)).flatten();
    let closes = || {
        matches!(context.mark(last), Some(',' | '(' | ')'))
            || matches!(context.event_word_at(last), Some((EventRole::Report, _)))
            || starts_level(context, last)
    };
    if let Some(whole) = named.filter(|whole| has_divisions(whole.kind)) {
        organisation.end = whole.tokens.end;
    } else if closes() {
        organisation.end = scope_whole(context, last, manner).unwrap_or(last);
    }
}

/// One past a dash or "và" behind which small words stand.
fn joint_end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let after = if context.is_dash(at) { Some(at + 1) } else { context.is_word(at, WordRole::And) }?;
    (after < context.sentence(at).end && context.tokens[after].is_small_word()).then_some(after)
}

/// Whether "và" leads to somebody else than the field of a body: "Sở Y tế và | các doanh nghiệp", "và | Hội Nông dân", but "Phòng Đăng ký kinh
/// doanh và | Hỗ trợ doanh nghiệp". Right behind what the list knows small words are another's.
fn names_others(context: &Context<'_, '_>, after: usize, is_behind_head: bool) -> bool {
    let is_small = context.tokens.get(after).is_some_and(|token| !token.is_capitalized());
    let is_body = |(head, cue): (&Organisation, Cue)| !cue.doubtful && &*head.kind != "portfolio";
    if is_small {
        is_behind_head || context.is_word(after, WordRole::Plural).is_some()
    } else {
        context.organisation_at(after).is_some_and(is_body)
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
    let is_noun = || context.is_behind(at, WordRole::Plural);
    matches!(context.event_word_at(at), Some((Report | Hold | Chair | Attend, _))) && !is_noun()
}

/// Whose the body, part or field is that a title is held in: "Trưởng bộ phận Chính sách | của Anthropa".
fn extend_by_owner(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let Some(organisation) = title.organisation.as_mut().filter(|_| manner.apposition) else { return };
    let Some(of) = context.is_word(organisation.end, WordRole::Possessive) else { return };
    if let Some(end) = owner(context, of, manner) {
        organisation.end = end;
    }
}

/// The body behind a comma of which a title's body is a part: "Trưởng phòng Công chức | , Sở Nội vụ TP HCM". A mark or name must end it, or
/// what the person says or does, or what is spoken of with him, for behind "theo" it may begin another statement ("theo ông A, Giám đốc Trung
/// tâm B, Bộ Y tế đã …"), and no other body may follow, as in a list.
fn extend_by_whole(context: &Context<'_, '_>, title: &mut Title<'_>, manner: Manner) {
    let Some(organisation) = title.organisation.as_mut().filter(|_| !title.plural) else { return };
    let is_complete =
        title.body.as_ref().is_some_and(|part| part.inner.as_ref().is_some_and(|inner| inner.completed));
    // "Trưởng phòng | Thống kê, Cục Kế hoạch": the title says of what kind the part is.
    let last = context.organisation_at(title.tokens.end - 1);
    let by_title = last.map(|(head, _)| &*head.kind).filter(|kind| *kind == "division");
    let kind = by_title.or_else(|| title.body.as_ref().map(|part| part.kind));
    let Some(kind) = kind.filter(|_| !is_complete) else { return };
    let Some(whole) = whole_behind(context, organisation.end, kind, manner) else { return };
    let mut end = whole.tokens.end;
    // "Đội CSGT số 7|, phòng CSGT|, Công an tỉnh": the whole has one too.
    if !whole.completed
        && let Some(higher) =
            whole_behind(context, end, whole.kind, manner).filter(|higher| higher.tokens.len() > 1)
    {
        end = higher.tokens.end;
    } else if whole.kind == "division" && whole.inner.is_none() {
        return;
    }
    let ends = match context.tokens.get(end).filter(|next| !next.is_line_start()) {
        None => true,
        Some(next) if next.kind() == TokenKind::Mark => !is_listed(context, end),
        Some(next) => next.is_capitalized() || is_of_person(context, end),
    };
    if ends {
        organisation.end = end;
    }
}

/// The body behind a comma that may have parts of a kind.
fn whole_behind<'a>(context: &Context<'a, '_>, comma: usize, part: &str, manner: Manner) -> Option<Body<'a>> {
    let parted = context.is_mark(comma, ",") || part == "police" && context.is_dash(comma);
    if !parted || comma + 1 >= context.sentence(comma).end {
        return None;
    }
    let whole = body_at(context, comma + 1, manner)?;
    // "…, đơn vị tổ chức hội nghị"
    let is_office = whole.kind != "agency" || context.tokens[comma + 1].is_capitalized();
    let has_agencies =
        || context.organisation_at(comma + 1).is_some_and(|(head, _)| head.may_take("agencies"));
    let is_whole = is_office
        && match part {
            // "Cục Điều tra chống buôn lậu, | Tổng cục Hải quan"
            "agency" | "education" if has_agencies() => return Some(whole),
            "agency" | "police" | "division" | "public_service" | "committee" => {
                has_divisions(whole.kind)
                // "phòng Kinh doanh, | Công ty Sao Mai"
                || whole.kind == "enterprise" && whole.completed && matches!(part, "division" | "public_service")
                || whole.kind == "media"
                || whole.kind == "bank" && whole.completed
                // "Cục Đường sắt Việt Nam" is complete in itself.
                || matches!(part, "division" | "public_service")
                    && whole.kind == "agency"
                    && (whole.completed || whole.tokens.len() > 2)
                || whole.kind == "mass_org" && whole.completed
                || part == "police" && whole.kind == "division"
            }
            "office" => whole.kind == "ministry",
            _ => false,
        };
    // "Phó Giám đốc CATP Hà Nội, CATP đã tổ chức": the same again.
    (is_whole && (whole.kind != part || whole.completed)).then_some(whole)
}

/// Whether what follows is said of the person before: "cho biết", "được bổ nhiệm"; a sentence that "theo" opens is the body's.
fn is_of_person(context: &Context<'_, '_>, at: usize) -> bool {
    let opening = context.sentence(at).start;
    let follows_theo = matches!(context.event_word_at(opening), Some((EventRole::Mention, _)));
    let says = matches!(context.event_word_at(at), Some((EventRole::Report, _)));
    let changes_post = |at: usize| {
        use OfficeRole::{Appoints, Leaves, Made, TakesUp};
        matches!(context.office_word_at(at), Some((Appoints | Leaves | Made | TakesUp, _)))
    };
    let acts = match context.office_word_at(at) {
        Some((OfficeRole::Agent, verb)) => changes_post(verb),
        // "| đã giới thiệu", "nhận xét của A | đối với Công an tỉnh"
        Some((OfficeRole::Adverb | OfficeRole::Concerns, _)) => true,
        _ => changes_post(at),
    };
    // "trao đổi với ông A, Vụ trưởng Vụ B, Bộ C | về vấn đề này"
    let spoken_of = || matches!(context.phrase_word_at(at), Some((PhraseRole::About, _)));
    !follows_theo && (says || acts || spoken_of())
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
