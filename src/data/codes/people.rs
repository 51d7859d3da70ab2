//! The codes of the lists about people and their posts.

use crate::value::{Branch, Level, Rank};

/// What a word between a person and a post says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfficeRole {
    /// "giữ chức", "làm", "nhậm chức": the post after it is taken up by the person before it, or was.
    TakesUp,
    /// "bầu làm": as before, but somebody else gives the post.
    Made,
    /// "bầu", "bổ nhiệm": a post is given, to the person and as the post that follow it.
    Appoints,
    /// "miễn nhiệm", "thôi giữ": the post after it is left.
    Leaves,
    /// "giới thiệu", "đề nghị": the post after it is not held yet.
    Proposed,
    /// "muốn làm": the post after it is nobody's.
    Wished,
    /// "được", "bởi": the person after it acts, and it is another who gets the post.
    Agent,
    /// "thay mặt", "theo lời mời của": the post after it is that of another than who acts.
    Behalf,
    /// "thay": the person after it held the post before.
    Replaces,
    /// "đối với", "cho": the person after it is the one concerned.
    Concerns,
    /// "giữ nhiều vị trí": the posts that "như" or a colon lists after it were taken up by the person before it.
    Career,
    /// "như": lists them.
    SuchAs,
    /// "chức vụ", "chức danh", "cương vị": says that a post follows.
    Post,
    /// "hiện", "từng", "lúc đó": may stand between a person and "là".
    Adverb,
    /// "là": person and post are one.
    Is,
    /// "đều là": the post after it is that of all who are named before it.
    Alike,
    /// "cùng": as "đều là" in a bracket, else "with".
    Together,
    /// "có": opens a list.
    Lists,
    /// "với": the person after it is met by another.
    Met,
    /// "gồm": opens the list of all who have the post before it.
    Consists,
    /// "lần lượt": several posts for as many people, in order.
    Respectively,
    /// "khóa XIV": a term of office.
    Term,
    /// "nhiệm kỳ 2021-2026", "các khóa X, XI": how long a post is held.
    Tenure,
    /// "rồi": the post after it came after the one before it.
    Then,
    /// "tại": where a post abroad is.
    At,
    /// A phrase that only shades a shorter one: "việc làm".
    None,
}

/// What a word at a title does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ModifierEffect {
    /// "nguyên", "cựu", "cố": former.
    Former,
    /// "quyền", "phụ trách": acting.
    Acting,
    /// "phụ trách": a body or a field follows.
    InCharge,
    /// "kiêm": another title follows.
    Concurrent,
    /// "Thường trực", "danh dự": a part of the title's words.
    Standing,
    /// "KT.", "TM.": only in a signature.
    Signature,
    /// Says something of the person, and is no part of the title: "tân", "nữ", "đương nhiệm".
    Other,
}

pub(crate) fn modifier_effect(effect: &str, side: &str) -> Option<ModifierEffect> {
    Some(match (effect, side) {
        (_, "signature") => ModifierEffect::Signature,
        ("former", _) => ModifierEffect::Former,
        ("standing" | "full_time" | "part_time" | "honorary" | "first" | "alternate", _) => {
            ModifierEffect::Standing
        }
        ("acting", _) => ModifierEffect::Acting,
        ("in_charge", _) => ModifierEffect::InCharge,
        ("concurrent", _) => ModifierEffect::Concurrent,
        _ => ModifierEffect::Other,
    })
}

/// `any`, or nothing: the body decides.
pub(crate) fn branch(code: &str) -> Option<Option<Branch>> {
    Some(Some(match code {
        "" | "any" => return Some(None),
        "party" => Branch::Party,
        "government" => Branch::Government,
        "council" => Branch::Council,
        "national_assembly" => Branch::NationalAssembly,
        "front_mass_org" => Branch::FrontMassOrg,
        "military" => Branch::Military,
        "police" => Branch::Police,
        "justice" => Branch::Justice,
        "enterprise" => Branch::Enterprise,
        "education" => Branch::Education,
        "health" => Branch::Health,
        "media_culture" => Branch::MediaCulture,
        "religion" => Branch::Religion,
        "village" => Branch::Village,
        "committee" => Branch::Committee,
        "foreign" => Branch::Foreign,
        _ => return None,
    }))
}

/// `any`, or nothing: the body decides.
pub(crate) fn level(code: &str) -> Option<Option<Level>> {
    Some(Some(match code {
        "" | "any" => return Some(None),
        "central" => Level::Central,
        "province" => Level::Province,
        "district" => Level::District,
        "commune" => Level::Commune,
        "village" => Level::Village,
        _ => return None,
    }))
}

/// Nothing: not known.
pub(crate) fn rank(code: &str) -> Option<Option<Rank>> {
    Some(Some(match code {
        "" => return Some(None),
        "head" => Rank::Head,
        "deputy" => Rank::Deputy,
        "member" => Rank::Member,
        "staff" => Rank::Staff,
        _ => return None,
    }))
}

/// Nothing means no.
pub(crate) fn flag(code: &str) -> Option<bool> {
    match code {
        "yes" => Some(true),
        "" | "no" => Some(false),
        _ => None,
    }
}

pub(crate) fn office_role(role: &str, _: &str) -> Option<OfficeRole> {
    Some(match role {
        "takes_up" => OfficeRole::TakesUp,
        "made" => OfficeRole::Made,
        "appoints" => OfficeRole::Appoints,
        "leaves" => OfficeRole::Leaves,
        "proposed" => OfficeRole::Proposed,
        "wished" => OfficeRole::Wished,
        "agent" => OfficeRole::Agent,
        "behalf" => OfficeRole::Behalf,
        "replaces" => OfficeRole::Replaces,
        "concerns" => OfficeRole::Concerns,
        "career" => OfficeRole::Career,
        "such_as" => OfficeRole::SuchAs,
        "post" => OfficeRole::Post,
        "adverb" => OfficeRole::Adverb,
        "is" => OfficeRole::Is,
        "alike" => OfficeRole::Alike,
        "together" => OfficeRole::Together,
        "lists" => OfficeRole::Lists,
        "consists" => OfficeRole::Consists,
        "met" => OfficeRole::Met,
        "respectively" => OfficeRole::Respectively,
        "term" => OfficeRole::Term,
        "tenure" => OfficeRole::Tenure,
        "then" => OfficeRole::Then,
        "at" => OfficeRole::At,
        "none" => OfficeRole::None,
        _ => return None,
    })
}
