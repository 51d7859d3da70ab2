//! Who holds an event, and where.

use std::ops::Range;

use super::name::Name;
use super::standing::doer;
use crate::data::{EventRole, List, OfficeRole};
use crate::facts::Context;
use crate::facts::context::REACH;
use crate::facts::phrase::{Body, Manner, body_at, casing, scope_whole, title_at};
use crate::normalize::is_syllable;
use crate::scan::{ListSet, only};
use crate::segment::{Token, TokenKind};
use crate::value::EventType;

/// A body that is said with "do" or "của" stands at most so many tokens behind the name.
const NEAR: usize = 16;

/// What an event is about stands at most so many tokens behind its name: "lần 14 năm 2024 với chủ đề".
const TO_MOTTO: usize = 8;

/// The body that holds an event: the one that is named after "do", the subject of "tổ chức", the one inside the name, the one after
/// "của", or the one that acts at it, in this order.
pub(super) fn read(context: &Context<'_, '_>, name: &Name, holder: Option<usize>) -> Option<Range<usize>> {
    let manner = manner(context, name.first);
    // "phiên họp kinh tế - xã hội định kỳ của UBND tỉnh", "hội nghị trực tuyến toàn quốc về … do Bộ Y tế tổ chức"
    let behind = |role: EventRole, start: usize| {
        let near = start..context.right_from(start).end.min(start + NEAR);
        let is_by = |at: usize| matches!(context.event_word_at(at), Some((EventRole::By, _)));
        let ends = |at: usize| context.is_mark(at, ";") || context.is_mark(at, ",") && !is_by(at + 1);
        let marked = near.take_while(|at| !ends(*at));
        let words = marked.filter_map(|at| context.event_word_at(at)).filter(|(found, _)| *found == role);
        let body = words.into_iter().find_map(|(_, at)| body_at(context, at, manner))?;
        (is_named(&body) || !goes_on(context, &body)).then_some(body.tokens)
    };
    // "phiên họp kinh tế - xã | hội định kỳ"
    let is_whole = |body: &Range<usize>| {
        !context.tokens[body.start].is_small_word() || end(context, body.start).is_some()
    };
    let motto = motto_end(context, name.end);
    behind(EventRole::By, motto.unwrap_or(name.end))
        .or_else(|| holder.and_then(|verb| subject(context, verb, manner)))
        .or_else(|| last_body(context, name.head_end..name.end, manner).filter(is_whole))
        .or_else(|| behind(EventRole::Of, name.end))
        .or_else(|| behind(EventRole::Of, motto?))
        .or_else(|| actor(context, name, manner))
}

/// Whether common words follow a word for a body, which may be its name: "Viện | khảo cứu Trung Đông học", but "QH sáng 29/5".
fn goes_on(context: &Context<'_, '_>, body: &Body<'_>) -> bool {
    let at = body.tokens.end;
    is_syllable(context.token_text(at - 1))
        && context.tokens.get(at).is_some_and(Token::is_small_word)
        && context.event_word_at(at).is_none()
        && context.word_at(at).is_none()
        && context.office_word_at(at).is_none()
        && context.date_word_at(at).is_none()
}

/// One past the quotes near an event's name, which say what it is about: "hội thảo "Dạy và học trong kỷ nguyên số" | do Trường A tổ chức".
fn motto_end(context: &Context<'_, '_>, name_end: usize) -> Option<usize> {
    let limit = context.right_from(name_end).end;
    let is_quote = |at: usize| matches!(context.token_text(at), "\"" | "“" | "”");
    let open = (name_end..limit.min(name_end + TO_MOTTO)).find(|at| is_quote(*at))?;
    (open + 1..limit).find(|at| is_quote(*at)).map(|close| close + 1)
}

/// Who does at an event what only its holder does: "tại kỳ họp sáng 8/4, HĐND tỉnh biểu quyết", but not "tại buổi làm việc, UBND huyện
/// báo cáo". It is the subject of the sentence, or of the clause behind the event.
fn actor(context: &Context<'_, '_>, name: &Name, manner: Manner) -> Option<Range<usize>> {
    let holds = |at: usize| {
        let body = body_at(context, at, manner)?;
        let fits = match name.event_type {
            EventType::CouncilSession => matches!(body.kind, "people_council" | "national_assembly"),
            EventType::Press => is_named(&body),
            _ => false,
        };
        fits.then_some(body.tokens)
    };
    let doer = doer(context, name.first).and_then(|head| {
        let body = body_at(context, head.first as usize, manner)?;
        (body.tokens.end == head.end() && is_named(&body)).then_some(body.tokens)
    });
    if doer.is_some() {
        return doer;
    }
    let behind = name.end..context.right_from(name.end).end.min(name.end + NEAR);
    let clause = behind.into_iter().find(|at| context.is_mark(*at, ",")).map(|comma| comma + 1);
    let subject = context.sentence(name.first).start;
    // "ông A được | HĐND tỉnh | bầu làm Phó Chủ tịch UBND tỉnh tại kỳ họp chuyên đề"
    let agent = || {
        let near = subject.max(name.first.saturating_sub(REACH))..name.first;
        let by = near.filter_map(|at| context.office_word_at(at));
        by.filter(|(role, _)| *role == OfficeRole::Agent).find_map(|(_, at)| holds(at))
    };
    clause
        .and_then(holds)
        .or_else(|| if subject < name.first { holds(subject) } else { None })
        .or_else(|| if name.event_type == EventType::CouncilSession { agent() } else { None })
}

/// Whether a body is more than a word: "hội" may be anything.
fn is_named(body: &Body<'_>) -> bool {
    body.completed || body.tokens.len() > 1
}

/// The body before a verb: the last that is neither a partner ("phối hợp với …") nor who has sent the report ("QĐND - …").
fn subject(context: &Context<'_, '_>, verb: usize, manner: Manner) -> Option<Range<usize>> {
    let sentence = context.sentence(verb);
    // "QĐND - Sáng 5/3", but not "Sở GD-ĐT"
    let is_of_body = |dash: usize| {
        let mut starts = sentence.start..dash;
        starts.any(|at| context.organisation_at(at).is_some_and(|(_, cue)| cue.end() > dash))
    };
    let byline =
        (sentence.start..verb.min(sentence.start + 8)).find(|at| context.is_dash(*at) && !is_of_body(*at));
    let start = byline.map_or(sentence.start, |dash| dash + 1).max(verb.saturating_sub(REACH));
    let partner = context.event_words(start..verb).find(|(_, role, _)| *role == EventRole::With);
    let tokens = start..partner.map_or(verb, |(with, ..)| with);
    last_body(context, tokens.clone(), manner).or_else(|| acting_place(context, tokens, manner))
}

/// Whether a body whose name goes on in small letters ends with a run of tokens: "Ban Chỉ đạo phòng, chống tham nhũng |họp".
pub(super) fn ends_at(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let near = tokens.start.max(tokens.end.saturating_sub(REACH))..tokens.end;
    let body = last_body(context, near.clone(), manner(context, near.start));
    body.is_some_and(|body| body.end == near.end)
}

/// The place that is itself the subject before a verb: "Sáng 9/11, | TP Hải Phòng | đã tổ chức", but not "tại TP Hải Phòng tổ chức".
fn acting_place(context: &Context<'_, '_>, tokens: Range<usize>, manner: Manner) -> Option<Range<usize>> {
    let is_auxiliary = |at: usize| matches!(context.event_word_at(at), Some((EventRole::Auxiliary, _)));
    let leads_to_verb = |end: usize| end <= tokens.end && (end..tokens.end).all(is_auxiliary);
    let opens = |at: usize| at == tokens.start || context.is_mark(at - 1, ",");
    let mut starts = tokens.clone().filter(|at| opens(*at));
    starts.find_map(|at| place_at(context, at, manner).filter(|end| leads_to_verb(*end)).map(|end| at..end))
}

/// The last body of a run of tokens that is not part of a place ("tại Trường …"), of a post ("Chủ tịch UBND huyện") or of an
/// aside in brackets.
fn last_body(context: &Context<'_, '_>, tokens: Range<usize>, manner: Manner) -> Option<Range<usize>> {
    let to_mark = |at: usize, mark: &str| (at..tokens.end).find(|at| context.is_mark(*at, mark));
    let mut found = None;
    let mut at = tokens.start;
    while at < tokens.end {
        let is_place = matches!(context.event_word_at(at), Some((EventRole::At, _)));
        let post = title_at(context, at, manner).map(|title| title.end());
        at = match post.map_or_else(|| body_at(context, at, manner), |_| None) {
            _ if context.is_mark(at, "(") => to_mark(at, ")").unwrap_or(at) + 1,
            _ if is_place => to_mark(at, ",").unwrap_or(at) + 1,
            Some(body) => {
                let end = body.tokens.end;
                found = Some(at..end.min(tokens.end));
                end
            }
            // "TP Hải | Phòng" is no department.
            None => post.or_else(|| place_at(context, at, manner)).unwrap_or(at + 1),
        };
    }
    found
}

/// The end of a place; behind "T.Ư" a body follows.
fn place_at(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let is_central = context.kinds_at(at, List::Level).is_some_and(|(level, _)| level.is("central"));
    if is_central { None } else { scope_whole(context, at, manner) }
}

/// The end of a body that follows a name and belongs to it: "phiên họp | UBND tỉnh".
pub(super) fn end(context: &Context<'_, '_>, at: usize) -> Option<usize> {
    let is_capitalized = context.tokens.get(at)?.is_capitalized();
    // "họp | hội đồng sư phạm"
    let is_named = || context.organisation_at(at).is_some_and(|(_, cue)| cue.end() > at + 1);
    if !is_capitalized && !is_named() {
        return None;
    }
    let body = body_at(context, at, manner(context, at))?;
    (is_capitalized || body.completed).then_some(body.tokens.end)
}

fn manner(context: &Context<'_, '_>, token: usize) -> Manner {
    Manner { casing: casing(context, context.sentence(token)), apposition: false }
}

/// Where an event is held: "tại Hội trường Tỉnh ủy", before it in its sentence or behind it.
pub(super) fn place(context: &Context<'_, '_>, name: &Name) -> Option<Range<usize>> {
    let sentence = context.sentence(name.first);
    let near = sentence.start.max(name.first.saturating_sub(REACH))..sentence.end.min(name.end + REACH);
    let beside = context.event_words(near).filter(|(at, ..)| !(name.first..name.end).contains(at));
    beside.filter(|(_, role, _)| *role == EventRole::At).find_map(|(.., first)| place_from(context, first))
}

/// A place from here on: a kind of place, a body, a level, a name. It has a capital: "tại chỗ" is none.
fn place_from(context: &Context<'_, '_>, first: usize) -> Option<Range<usize>> {
    if context.event_at(first).is_some() {
        return None;
    }
    let limit = context.right_from(first).end.min(first + 16);
    let manner = manner(context, first);
    let mut end = first;
    let mut is_known = true;
    while let Some(next) = place_part(context, end, manner).filter(|next| *next <= limit) {
        is_known = scope_whole(context, end, manner) == Some(next);
        end = next;
    }
    if !is_known && end > first && begins_noun(context, end - 1) {
        end += 1;
    }
    let has_capital = (first..end).any(|i| context.tokens[i].is_capitalized());
    has_capital.then_some(first..end)
}

fn place_part(context: &Context<'_, '_>, at: usize, manner: Manner) -> Option<usize> {
    let is_name = |at: usize| context.tokens.get(at).is_some_and(|token| token.is_capitalized());
    if let Some((EventRole::Venue, end)) = context.event_word_at(at) {
        return Some(end);
    }
    if let Some(body) = body_at(context, at, manner).filter(|_| is_name(at)) {
        return Some(body.tokens.end);
    }
    if context.event_word_at(at).is_some() || context.date_word_at(at).is_some() {
        return None;
    }
    if let Some(end) = scope_whole(context, at, manner) {
        return Some(end);
    }
    // "Trung tâm Phụ nữ và Phát triển"
    let joined = (at..at + 3).find(|at| is_name(*at)).filter(|name| {
        (at..*name).all(|i| context.tokens[i].kind() == TokenKind::Word && context.event_word_at(i).is_none())
    });
    let name = if is_name(at) || is_name(at.saturating_sub(1)) { joined } else { None };
    name.map(|name| name + 1)
}

/// Whether a capitalised syllable is the first of a common noun: "Trung tâm Văn | hóa", but not the last of a name, "Hoa Lư | sáng 5/3".
fn begins_noun(context: &Context<'_, '_>, at: usize) -> bool {
    const SPEAKING: ListSet = only(List::Word)
        | only(List::Date)
        | only(List::MeetingWord)
        | only(List::Meeting)
        | only(List::NameStop)
        | only(List::Office)
        | only(List::Phrase);
    let next = at + 1;
    let is_plain = |token: &Token| token.is_small_word() && !context.cues.may_start_any(next, SPEAKING);
    let follows_name = at > 0 && context.tokens[at - 1].is_capitalized();
    let is_capital = context.tokens[at].is_capitalized() && is_syllable(context.token_text(at));
    is_capital && !follows_name && context.tokens.get(next).is_some_and(is_plain)
}
