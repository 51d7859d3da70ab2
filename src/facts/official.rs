//! Officials: people named with a post.

use std::borrow::Cow;

use super::{Context, Output, Quote};
use crate::Span;

/// A person named with at least one post.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Official<'t> {
    /// The name, without honorifics, in composed form with single spaces.
    pub name: Cow<'t, str>,
    /// The posts that are named with it; never empty.
    pub positions: Vec<Post<'t>>,
    /// Who it is within the article: the same id for every mention of the same person.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub person: Option<usize>,
}

/// A post: a title, perhaps with the body it is held in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Post<'t> {
    /// As written: "Phó Chủ tịch", "nguyên Bí thư".
    pub title: Cow<'t, str>,
    /// As written, with its place: "UBND huyện".
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::organization"))]
    pub organization: Option<Quote<'t>>,
    /// Where title and organisation stand together; where the organisation was completed from another title, the title's place.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
}

impl Official<'_> {
    pub(crate) fn into_owned(self) -> Official<'static> {
        Official {
            name: Cow::Owned(self.name.into_owned()),
            positions: self.positions.into_iter().map(Post::into_owned).collect(),
            person: self.person,
        }
    }
}

impl Post<'_> {
    fn into_owned(self) -> Post<'static> {
        Post {
            title: Cow::Owned(self.title.into_owned()),
            organization: self.organization.map(Quote::into_owned),
            span: self.span,
        }
    }
}

/// Reads the people that are named with a post.
pub(crate) fn read<'t>(_context: &Context<'_, 't>, _output: &mut Output<'t>) {}
