//! Who has which post, by its words.

use std::ops::Range;

use super::words::{Rows, WordKey, Words};
use crate::facts::official::{Official, Post};
use crate::facts::{Context, FactData, Output};

/// A post with who has it and where it stands.
pub(super) struct Held<'o> {
    post: &'o Post<'o>,
    person: usize,
    pub tokens: Range<usize>,
}

/// The posts of all officials.
pub(super) fn posts_of_officials<'o>(context: &Context<'_, '_>, output: &'o Output<'_>) -> Vec<Held<'o>> {
    let mut posts = Vec::new();
    for draft in output {
        let FactData::Official(Official { positions, person: Some(person), .. }) = &draft.fact.data else {
            continue;
        };
        posts.extend(positions.iter().filter_map(|post| {
            let tokens = context.tokens_of(post.span, draft.first)?;
            Some(Held { post, person: *person, tokens })
        }));
    }
    posts
}

/// Who has a post, by its words.
pub(super) struct Holders {
    /// The words of the posts.
    pub words: Words,
    posts: Rows,
    /// Every post with those who have it, sorted.
    people: Vec<(usize, usize)>,
}

impl Holders {
    /// The posts of all officials, with those who have them.
    pub(super) fn of(context: &Context<'_, '_>, posts: &[Held<'_>]) -> Holders {
        let (words, people) = (Words::default(), Vec::with_capacity(posts.len()));
        let mut holders = Holders { words, posts: Rows::with_room(posts.len()), people };
        for held in posts {
            let Some(tokens) = words_of_post(context, held.tokens.clone(), held.post) else { continue };
            let post = holders.posts.add(tokens.map(|at| holders.words.add(context, at)));
            holders.people.push((post, held.person));
        }
        holders.people.sort_unstable();
        holders.people.dedup();
        holders
    }

    /// Those who have a post.
    pub(super) fn of_post(&self, post: &[WordKey]) -> impl Iterator<Item = usize> {
        let post = self.posts.find(post);
        let first = post.map_or(0, |post| self.people.partition_point(|(other, _)| *other < post));
        let same = self.people[first..].iter().take_while(move |(other, _)| Some(*other) == post);
        same.map(|(_, person)| *person)
    }
}

/// The tokens of a post of a title that stands at `title`, with those of its body, which may have been named with another title.
fn words_of_post(
    context: &Context<'_, '_>,
    title: Range<usize>,
    post: &Post<'_>,
) -> Option<impl Iterator<Item = usize>> {
    let body = post.organization.as_ref().map(|body| body.span);
    let elsewhere = body.filter(|body| body.end != post.span.end);
    let elsewhere = elsewhere.map_or(Some(0..0), |body| context.tokens_of(body, title.start))?;
    let begins_body = |at: usize| body.is_some_and(|body| context.span(at..at + 1).start == body.start);
    // A post is another where it is written together: "TP.HCM" is not "TP . HCM".
    let is_apart =
        |tokens: &Range<usize>| tokens.clone().skip(1).all(|at| !context.is_glued(at) || begins_body(at));
    (is_apart(&title) && is_apart(&elsewhere)).then(|| title.chain(elsewhere))
}
