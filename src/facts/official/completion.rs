//! Bodies that a bare title takes from another of the same sentence.
//!
//! "Phó Giám đốc, Giám đốc Công an tỉnh": both are posts of the police. A title takes the body of a title after it only where that
//! very body can have it; "Phó Bí thư, Chủ tịch HĐND tỉnh" leaves the first bare, for a council has no secretary.

use std::ops::Range;

use crate::facts::phrase::{Body, Title, is_firm};

/// The words of `later`'s body that complete `title`, if it can be held there.
pub(super) fn body_of(title: &Title<'_>, later: &Title<'_>) -> Option<Range<usize>> {
    if !title.is_bare() {
        return None;
    }
    let organisation = later.organisation.clone()?;
    let Some(body) = &later.body else {
        // "Chủ tịch, Bí thư huyện X": a place alone has both. "Người sáng lập kiêm CEO của Tangdo": so has a firm.
        let branch = &*title.position.branch;
        let is_akin = branch == "any" || branch == "enterprise" && *branch == *later.position.branch;
        return is_akin.then_some(organisation);
    };
    if same_head(&title.position.title, &later.position.title) {
        return Some(organisation);
    }
    // "Giám đốc kiêm Chủ tịch HĐQT | Công ty Minh Phát": the firm that the board is of has him too.
    if body.kind == "enterprise" && same_head(MANAGER, &title.position.title) {
        let firm = body.inner.as_ref().filter(|firm| is_firm(firm.kind) && firm.completed)?;
        return Some(firm.tokens.clone());
    }
    let body = [body, body.innermost()].into_iter().find(|body| can_have(title, body))?;
    // A name may follow that the body would swallow: "Phó Chủ tịch kiêm Giám đốc Công ty Minh Phát | Jim Roach".
    Some(body.tokens.start..body.tokens.end.min(organisation.end))
}

/// The words of `later`'s body where `title` is held in a part of it: of a firm's board ("Chủ tịch HĐQT kiêm Giám đốc Công ty X") or its
/// party committee ("Bí thư Đảng ủy, Chủ tịch HĐTV Tập đoàn X"), of a committee's department ("Trưởng Ban Tuyên giáo, người phát ngôn
/// Tỉnh ủy X").
pub(super) fn whole_of(title: &Title<'_>, later: &Title<'_>) -> Option<Range<usize>> {
    let (part, whole) = (title.body.as_ref()?, later.body.as_ref()?);
    if part.completed || !whole.completed {
        return None;
    }
    match part.kind {
        // "Chủ tịch HĐQT kiêm Giám đốc Cảng Hòn La"
        "enterprise" | "bank" if is_firm(whole.kind) || whole.kind == "public_service" => {
            later.organisation.clone()
        }
        "party_organ" if whole.kind == "party" => later.organisation.clone(),
        // "HĐTV | EVN"; of a board with a name of its own nothing says where the firm's begins.
        "party" if is_firm(whole.kind) => whole.inner.as_ref().map(|firm| firm.tokens.clone()),
        _ => None,
    }
}

/// Who leads the work of a firm.
const MANAGER: &str = "Giám đốc";

/// Who presides: the state has one, and so have firms and associations.
const CHAIR: &str = "Chủ tịch";

/// Whether a body can have a title, by its branch.
pub(super) fn can_have(title: &Title<'_>, body: &Body<'_>) -> bool {
    let branch = &*title.position.branch;
    match body.kind {
        // "Phó chủ tịch, Tổng Giám đốc Tập đoàn X", "Chủ tịch kiêm Tổng Thư ký Hội Y"
        "enterprise" | "bank" | "association" if same_head(CHAIR, &title.position.title) => true,
        "military" => branch == "military",
        "police" => branch == "police",
        "court" | "procuracy" => branch == "justice",
        "education" => branch == "education",
        "health" => branch == "health",
        "media" => branch == "media_culture",
        "enterprise" | "bank" => branch == "enterprise",
        _ => false,
    }
}

/// Whether a body that a sentence has named before is that of a bare title: parliament of its deputies, and what is named after
/// "tại" of those who lead a firm.
pub(super) fn has_been_named(title: &Title<'_>, body: &Body<'_>, after_at: bool) -> bool {
    if !title.is_bare() {
        return false;
    }
    match body.kind {
        "national_assembly" | "people_council" => {
            &*title.position.branch == "council" && &*title.position.rank == "member"
        }
        "enterprise" | "bank" => after_at && matches!(&*title.position.branch, "any" | "enterprise"),
        _ => false,
    }
}

/// Whether a body right before a title of several people has them: "UBND tỉnh X có ba Phó Chủ tịch, gồm …", "Bộ Y tế có bốn Thứ trưởng".
pub(super) fn has_several(body: &Body<'_>, title: &Title<'_>) -> bool {
    title.plural
        && match body.kind {
            "people_committee" | "people_council" => {
                body.completed && same_head(CHAIR, &title.position.title)
            }
            "ministry" => &*title.position.title == "Thứ trưởng",
            _ => can_have(title, body),
        }
}

/// Whether two titles are degrees of one: "Phó Giám đốc" and "Giám đốc", "Chủ tịch" and "Phó Chủ tịch Thường trực".
fn same_head(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (short, long) = (short.to_lowercase(), long.to_lowercase());
    let after = |at: usize| long[at + short.len()..].chars().next().is_none_or(|c| c == ' ');
    long.match_indices(&short).any(|(at, _)| (at == 0 || long[..at].ends_with(' ')) && after(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_of_one_title() {
        assert!(same_head("Phó Giám đốc", "Giám đốc"));
        assert!(same_head("Chủ tịch", "Phó Chủ tịch Thường trực"));
        assert!(!same_head("Phó Bí thư", "Chủ tịch"));
        assert!(!same_head("Bí thư", "Thư ký"));
    }
}
