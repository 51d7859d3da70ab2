//! Titles with the body they are held in: "nguyên Phó Chủ tịch | UBND tỉnh Bình Phước", "Trưởng | Ban Kinh tế - Ngân sách HĐND tỉnh",
//! "Bí thư | xã Hòa Thành", "Thủ tướng".

use std::ops::Range;

use super::name::family_name;
use super::name_parts::parts_at;
use super::{Body, Casing, Manner, body_at};
use super::{extended, held};
use crate::data::{List, ModifierEffect, Organisation, Position, WordRole};
use crate::facts::Context;
use crate::scan::{Cue, only};

/// A title, perhaps with its body.
#[derive(Clone, Debug)]
pub(crate) struct Title<'a> {
    pub position: &'a Position,
    /// The title's own words, "nguyên" and "quyền" among them.
    pub tokens: Range<usize>,
    /// The words for the body or place it is held in.
    pub organisation: Option<Range<usize>>,
    /// What the body is, where the organisation is one.
    pub body: Option<Body<'a>>,
    /// "các", "hai" before it: several people hold it.
    pub plural: bool,
    /// "nguyên", "cựu" before it: there may have been several.
    pub former: bool,
}

impl Title<'_> {
    /// Where it ends, its body included.
    pub(crate) fn end(&self) -> usize {
        self.organisation.as_ref().map_or(self.tokens.end, |organisation| organisation.end)
    }
}

/// The title that starts at a token.
pub(crate) fn title_at<'a>(context: &Context<'a, '_>, at: usize, manner: Manner) -> Option<Title<'a>> {
    let (start, cue) = words_at(context, at)?;
    title_of(context, at, start, cue, manner)
}

/// The title that starts at a token, whose own words are a cue of the list of positions, and begin at `start` with those before it
/// that belong to them: see [`words_at`].
pub(crate) fn title_of<'a>(
    context: &Context<'a, '_>,
    at: usize,
    start: usize,
    cue: Cue,
    manner: Manner,
) -> Option<Title<'a>> {
    let cue_at = cue.first as usize;
    let position = &context.lists().positions[cue.entry()];
    let cue_end = cue.end();
    let mut title = Title {
        position,
        tokens: start..cue_end,
        organisation: None,
        body: None,
        plural: plural(context, at),
        former: start < cue_at && matches!(context.modifier_at(start), Some((ModifierEffect::Former, ..))),
    };
    if let Some(body) = opened_body(context, cue_at + 1..cue_end, position, manner) {
        // "Trưởng | Ban Dân vận": the title's last word opens the body's name. "Chánh Văn phòng | HĐND": two words of it are a title.
        let opens = body.tokens.start + 1 == cue_end;
        title.tokens.end = if opens { body.tokens.start } else { cue_end };
        title.hold(title.tokens.end..body.tokens.end, Some(body));
        extended::extend(context, &mut title, manner);
        return Some(title);
    }
    title.tokens.end = trailing_modifiers(context, cue_end);
    held::complete(context, &mut title, manner);
    extended::extend(context, &mut title, manner);
    let supported =
        !needs_support(position, cue) || title.body.is_some() || is_deputy_named(context, position, cue);
    supported.then_some(title)
}

/// "ĐB Lê Văn An": the abbreviation is a title right before a name that is one by itself.
fn is_deputy_named(context: &Context<'_, '_>, position: &Position, cue: Cue) -> bool {
    let at = cue.end();
    if !cue.doubtful || &*position.rank != "member" {
        return false;
    }
    let parts = parts_at(context, at, Casing::Ordinary);
    parts.len() >= 2 && parts.last().is_some_and(|last| family_name(context, at, last.end).is_some())
}

/// The words of what may be a title that starts at a token, and where it does with those that stand before them.
pub(crate) fn words_at(context: &Context<'_, '_>, at: usize) -> Option<(usize, Cue)> {
    if !may_start(context, at) {
        return None;
    }
    let (start, cue_at) = leading_modifier(context, at);
    let cue = context.cue(cue_at, List::Position).filter(|cue| may_be_title(context, *cue))?;
    Some((start, cue))
}

/// Whether a title may start at a token, at its own words or those that stand before them: quick, and never wrong to deny it.
#[inline]
pub(crate) fn may_start(context: &Context<'_, '_>, at: usize) -> bool {
    context.cues.may_start_any(at, only(List::Position) | only(List::Modifier))
}

/// Whether the words of a title are one there: quicker than to read it, and never wrong to deny it. "TP" is no head of a
/// department but before a body, "Thường trực HĐND" none at all.
pub(crate) fn may_be_title(context: &Context<'_, '_>, cue: Cue) -> bool {
    let (at, end) = (cue.first as usize, cue.end());
    let position = &context.lists().positions[cue.entry()];
    let supported = || {
        context.cues.may_start_any(end, only(List::Modifier) | only(List::Word))
            // "CT. UBND huyện"
            || (at + 1..=end + 1).any(|at| context.cues.may_start(at, List::Organisation))
    };
    let supported = || supported() || is_deputy_named(context, position, cue);
    (!needs_support(position, cue) || supported()) && !body_is_longer(context, at, end)
}

/// Whether words are a title only before a body.
fn needs_support(position: &Position, cue: Cue) -> bool {
    cue.doubtful || matches!(&*position.title, "Trưởng" | "Phó" | "Thành viên")
}

impl<'a> Title<'a> {
    /// Whether it asks for what it is held in, and nothing says so yet: "Giám đốc", but neither "Giám đốc Sở Y tế" nor "Thủ tướng".
    pub(crate) fn is_bare(&self) -> bool {
        self.position.needs_body && self.organisation.is_none()
    }

    pub(super) fn hold(&mut self, organisation: Range<usize>, body: Option<Body<'a>>) {
        self.organisation = Some(organisation);
        self.body = body;
    }
}

/// Whether several people are meant: "các Phó Chủ tịch", "hai Ủy viên", "2 Phó Giám đốc".
fn plural(context: &Context<'_, '_>, at: usize) -> bool {
    let counted = at > 0
        && !context.tokens[at].is_line_start()
        && (context.numeral_before(at).is_some() || context.cue_before(at, List::Number).is_some());
    counted || context.is_behind(at, WordRole::Plural)
}

/// "nguyên", "quyền" before a title belong to it; "nữ", "tân", "cố" do not.
fn leading_modifier(context: &Context<'_, '_>, at: usize) -> (usize, usize) {
    let Some((effect, "before", end)) = context.modifier_at(at) else { return (at, at) };
    // "thừa ủy quyền Chủ tịch": the longer phrase is no modifier.
    let inside_phrase = (at.saturating_sub(2)..at)
        .any(|before| context.cue(before, List::Modifier).is_some_and(|cue| cue.end() > at));
    // "Nữ hoàng" is a title by itself.
    let opens_title =
        context.cue(at, List::Position).is_some_and(|cue| cue.end() > end && cue.first as usize == at);
    match effect {
        _ if inside_phrase || opens_title => (at, at),
        ModifierEffect::Former | ModifierEffect::Acting => (at, end),
        _ => (end, end),
    }
}

/// Whether a body that starts at the same token is longer than the title: "Thường trực HĐND", "Chủ tịch đoàn Quốc hội".
fn body_is_longer(context: &Context<'_, '_>, at: usize, end: usize) -> bool {
    context.organisation_at(at).is_some_and(|(head, cue)| cue.end() > end && &*head.kind != "portfolio")
}

/// The body whose name a title's words open, where it goes on behind them, further than what stands there by itself.
fn opened_body<'a>(
    context: &Context<'a, '_>,
    inside: Range<usize>,
    position: &Position,
    manner: Manner,
) -> Option<Body<'a>> {
    let end = inside.end;
    let own_end = || {
        let own = if end < context.sentence(end - 1).end { body_at(context, end, manner) } else { None };
        own.map_or(end, |body| body.tokens.end)
    };
    inside.into_iter().find_map(|at| {
        let (head, cue) = context.organisation_at(at)?;
        let no_head = matches!(&*head.kind, "portfolio" | "collective" | "international");
        let cue_end = cue.end();
        // "Ủy viên Trung ương | Đảng Cộng sản Lào": a title that asks for no body has one where its last word begins a longer name.
        let may_be_held = position.needs_body || cue_end > end;
        // "Tùy viên Quốc phòng | Việt Nam", "chủ cơ sở | sản xuất": the word is a part of another.
        let inside = |(_, cue): (&Organisation, Cue)| cue.end() == at + 1;
        let is_part = context.organisation_at(at - 1).is_some_and(inside);
        if is_part || cue.doubtful || no_head || cue_end < end || !may_be_held {
            return None;
        }
        let body = body_at(context, at, manner)?;
        ((cue_end > end || body.completed) && body.tokens.end > own_end()).then_some(body)
    })
}

/// "Thường trực", "phụ trách", "danh dự" after a title belong to it, "phụ trách" only before a body.
fn trailing_modifiers(context: &Context<'_, '_>, mut at: usize) -> usize {
    while let Some((effect, "after", end)) = context.modifier_at(at) {
        let stays = match effect {
            ModifierEffect::Acting | ModifierEffect::InCharge => context.organisation_at(end).is_some(),
            ModifierEffect::Standing => true,
            _ => false,
        };
        if !stays {
            break;
        }
        at = end;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::normalize::normalize;

    proptest! {
        #[test]
        fn what_is_a_title_may_be_one(words in prop::collection::vec(prop::sample::select(WORDS), 1..12)) {
            let text = words.join(" ");
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            for cue in context.cues.within(List::Position, 0..context.tokens.len()) {
                let (at, end) = (cue.first as usize, cue.end());
                if body_is_longer(&context, at, end) {
                    continue;
                }
                for (casing, apposition) in [(Casing::Ordinary, false), (Casing::Ordinary, true), (Casing::Capitals, false)] {
                    let is_title = title_of(&context, at, at, cue, Manner { casing, apposition }).is_some();
                    prop_assert!(!is_title || may_be_title(&context, cue), "token {} of {}", at, text);
                }
            }
        }
    }

    const WORDS: &[&str] = &[
        "Trưởng",
        "Phó",
        "TP",
        "HT",
        "PCT",
        "GĐ",
        "BT",
        "Trưởng ban",
        "Trưởng phòng",
        "Phó Trưởng",
        "Chủ tịch",
        "thường trực",
        "phụ trách",
        "danh dự",
        "kiêm",
        "của",
        "và",
        "phòng",
        "Ban Dân vận",
        "Ban",
        "Sở Tài chính",
        "Tài chính - Kế hoạch",
        "UBND",
        "tỉnh",
        "xã Hòa Thành",
        "Hà Nội",
        "Lê Văn Hận",
        "VietFruit",
        "họp",
        "2",
        ",",
        ".",
        "\n",
    ];
}
