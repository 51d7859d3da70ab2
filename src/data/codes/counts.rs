//! The codes of the lists about what is counted and what is no fact: indicators, refusals, and the function words around numbers.

/// What a word of indicators says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IndicatorRole {
    /// "chỉ tiêu", "tiêu chí".
    Noun,
    /// The noun with what makes it a quota of persons: "chỉ tiêu biên chế".
    Quota,
    /// A word that makes counts near it quotas: "tuyển quân".
    Recruitment,
    Met,
    Exceeded,
    MetOrExceeded,
    NotMet,
    /// Met, where it stands before the count: "duy trì 19/19 tiêu chí".
    Held,
    /// Not met, where it stands before the count: "còn thiếu 3 tiêu chí".
    Missing,
    /// "chưa", "khó có khả năng".
    Negation,
    /// "chưa đánh giá": it is not known how they stand.
    Pending,
    /// "phấn đấu": what follows is wanted, not reached.
    Target,
    /// "Mục tiêu": at the start of a sentence, all of it is wanted.
    Heading,
    /// "đã", "đến nay": what follows is reached.
    Actual,
    /// "ước", "dự kiến": what follows is reached, as far as one can say yet.
    Estimate,
    /// What may stand between a count, its status and a percentage.
    Adverb,
    /// "có", "gồm": a count may follow.
    Opener,
    OutOf,
    /// "một nửa": a share in percent.
    Share,
    Average,
    /// "tương đương", "chiếm": the percentage behind it is what share the count is.
    Ratio,
    /// What joins the noun and its qualifier: "về".
    About,
    Qualifier,
    /// A phrase that only shades a shorter one: "vượt khó".
    None,
}

/// What a word makes of the number behind it that is nobody's fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RefusalRole {
    /// "Nghị quyết 57": a document that may be named without "số".
    Document,
    /// "số 1188", "Kế hoạch số 12/5".
    Label,
    /// "đường 30/4", "Huân chương … 2/9": a name that holds a day.
    Holder,
    /// "thắng 2-1".
    Score,
    /// The scale of a map follows: "tỷ lệ 1/2000".
    Scale,
    /// "điện thoại", "tài khoản", "phiên bản".
    Identifier,
    /// "xếp thứ 11/12".
    Rank,
    /// "dịp 2/9": the number is a day whatever follows it.
    Occasion,
    /// A phrase that only shades a shorter one: "tổng số".
    None,
}

/// What a function word does in the grammars of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordRole {
    From,
    To,
    And,
    Or,
    OutOf,
    OfWhich,
    /// "gồm": all parts follow.
    Consists,
    All,
    Compared,
    Each,
    Number,
    Road,
    Plural,
    Copula,
    Possessive,
    Through,
    Equals,
    /// "cho": what follows is whom it is for.
    Purpose,
    /// "để", "có": the same, and what follows has a verb of its own: "có tới 70% hộ chưa có việc".
    Subject,
    /// "cho vay": "tới" behind it says how much at most.
    Limit,
    /// "không để": what is exceeded behind it may not be.
    Forbid,
    /// "lần lượt": the numbers behind it belong to the list before it.
    Respectively,
    /// "mức": may stand between a bound and its number.
    Gap,
    /// "trong khi": another clause begins.
    Clause,
    /// A phrase that only shades a shorter one: "lên đến".
    None,
}

pub(crate) fn indicator_role(role: &str, value: &str) -> Option<IndicatorRole> {
    Some(match (role, value) {
        ("noun", _) => IndicatorRole::Noun,
        ("quota", _) => IndicatorRole::Quota,
        ("recruitment", _) => IndicatorRole::Recruitment,
        ("status", "met") => IndicatorRole::Met,
        ("status", "exceeded") => IndicatorRole::Exceeded,
        ("status", "met_or_exceeded") => IndicatorRole::MetOrExceeded,
        ("status", "not_met") => IndicatorRole::NotMet,
        ("status", "held") => IndicatorRole::Held,
        ("status", "missing") => IndicatorRole::Missing,
        ("negation", _) => IndicatorRole::Negation,
        ("pending", _) => IndicatorRole::Pending,
        ("target", _) => IndicatorRole::Target,
        ("heading", _) => IndicatorRole::Heading,
        ("actual", _) => IndicatorRole::Actual,
        ("estimate", _) => IndicatorRole::Estimate,
        ("adverb", _) => IndicatorRole::Adverb,
        ("opener", _) => IndicatorRole::Opener,
        ("out_of", _) => IndicatorRole::OutOf,
        ("share", _) => IndicatorRole::Share,
        ("average", _) => IndicatorRole::Average,
        ("ratio", _) => IndicatorRole::Ratio,
        ("about", _) => IndicatorRole::About,
        ("qualifier", _) => IndicatorRole::Qualifier,
        ("none", _) => IndicatorRole::None,
        _ => return None,
    })
}

pub(crate) fn refusal_role(role: &str, _: &str) -> Option<RefusalRole> {
    Some(match role {
        "document" => RefusalRole::Document,
        "label" => RefusalRole::Label,
        "holder" => RefusalRole::Holder,
        "score" => RefusalRole::Score,
        "scale" => RefusalRole::Scale,
        "identifier" => RefusalRole::Identifier,
        "rank" => RefusalRole::Rank,
        "occasion" => RefusalRole::Occasion,
        "none" => RefusalRole::None,
        _ => return None,
    })
}

pub(crate) fn word_role(role: &str, _: &str) -> Option<WordRole> {
    Some(match role {
        "from" => WordRole::From,
        "to" => WordRole::To,
        "and" => WordRole::And,
        "or" => WordRole::Or,
        "out_of" => WordRole::OutOf,
        "of_which" => WordRole::OfWhich,
        "consists" => WordRole::Consists,
        "all" => WordRole::All,
        "compared" => WordRole::Compared,
        "each" => WordRole::Each,
        "number" => WordRole::Number,
        "road" => WordRole::Road,
        "plural" => WordRole::Plural,
        "copula" => WordRole::Copula,
        "possessive" => WordRole::Possessive,
        "through" => WordRole::Through,
        "equals" => WordRole::Equals,
        "purpose" => WordRole::Purpose,
        "subject" => WordRole::Subject,
        "limit" => WordRole::Limit,
        "forbid" => WordRole::Forbid,
        "respectively" => WordRole::Respectively,
        "gap" => WordRole::Gap,
        "clause" => WordRole::Clause,
        "none" => WordRole::None,
        _ => return None,
    })
}
