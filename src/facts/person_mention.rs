//! Mentions of people who were named with a post before: "đồng chí Quế", "đồng chí Chủ tịch UBND huyện".

/// A person who is meant but not named with a post here; who it is stands in `person`.
///
/// Only what points to one person goes out: where two people of the article could be meant, there is no mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PersonMention {
    /// The id within the article that the person's officials have too.
    pub person: usize,
}
