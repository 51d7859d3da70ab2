//! What stands between two items of a sentence: the marks and words that bind titles to names, or part them.

use crate::data::OfficeRole;

/// What stands between two items.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    pub comma: bool,
    pub semicolon: bool,
    pub dash: bool,
    pub colon: bool,
    pub open: bool,
    pub and: bool,
    pub kiem: bool,
    /// No space at all: "SingaporeBộ trưởng".
    pub glued: bool,
    /// Other words and marks, counted.
    pub words: usize,
    /// Whether a word stands last, right before the item.
    pub word_last: bool,
    /// The last word between a person and a post, and whether it stands right before the item.
    pub office: Option<OfficeRole>,
    /// "giữ nhiều vị trí": what is listed behind it was taken up.
    pub career: bool,
    /// Any of the words said that the post is only proposed.
    pub proposed: bool,
    /// Any of the words said that a post is left.
    pub leaves: bool,
    /// "lần lượt": as many posts follow as people are before.
    pub respectively: bool,
    /// "đều là": the post is that of all who are named before it.
    pub alike: bool,
    /// "gồm", "là" right before: a list or an identity.
    pub lists: bool,
    pub is: bool,
    /// "tại" right before.
    pub at: bool,
    /// "với" right before.
    pub met: bool,
    /// "của" right before.
    pub possessive: bool,
    /// The same where it makes the person that of another.
    pub of: bool,
}

impl Gap {
    /// Nothing at all stands between.
    pub(super) fn is_empty(&self) -> bool {
        !(self.comma
            || self.semicolon
            || self.dash
            || self.colon
            || self.open
            || self.and
            || self.kiem
            || self.is)
            && self.words == 0
            && self.office.is_none()
    }

    /// Only marks and conjunctions stand between.
    pub(super) fn is_chain(&self) -> bool {
        self.words == 0 && self.office.is_none()
    }

    /// What follows begins a new person: "và", ";".
    pub(super) fn splits(&self) -> bool {
        self.and || self.semicolon
    }

    /// What follows stands beside what is before: a comma, dash or bracket.
    pub(super) fn apposes(&self) -> bool {
        (self.comma || self.dash || self.open || self.kiem) && !self.splits()
    }
}
