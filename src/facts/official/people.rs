//! The people that an article names in full, so that "ông Hận" with a post can be given its name.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::facts::Context;
use crate::facts::phrase::Name;
use crate::normalize::fold;

/// The full names of an article, by their last syllable.
#[derive(Debug, Default)]
pub(super) struct People {
    by_given_name: HashMap<String, Vec<Full>>,
}

#[derive(Debug)]
struct Full {
    folded: String,
    /// Whether an honorific stands before it once: then it is a person for sure.
    addressed: bool,
    tokens: std::ops::Range<usize>,
}

impl People {
    /// Notes a name of two parts or more.
    pub(super) fn note(&mut self, context: &Context<'_, '_>, name: &Name, addressed: bool) {
        if name.parts < 2 {
            return;
        }
        let folded = folded(context, name.tokens.clone());
        let given = folded.rsplit(' ').next().unwrap_or_default().to_owned();
        let same = self.by_given_name.entry(given).or_default();
        match same.iter_mut().find(|full| full.folded == folded) {
            Some(full) => full.addressed |= addressed,
            None => same.push(Full { folded, addressed, tokens: name.tokens.clone() }),
        }
    }

    /// Whether the article has these words as somebody's full name, with an honorific.
    pub(super) fn is_known(&self, context: &Context<'_, '_>, tokens: std::ops::Range<usize>) -> bool {
        let given = fold(context.token_text(tokens.end - 1));
        let Some(same) = self.by_given_name.get(&given) else { return false };
        let folded = folded(context, tokens);
        same.iter().any(|full| full.addressed && full.folded == folded)
    }

    /// A name in full, and whether it was concluded from a short one; nothing where two people are called so.
    pub(super) fn full_name<'t>(
        &self,
        context: &Context<'_, 't>,
        name: &Name,
    ) -> Option<(Cow<'t, str>, bool)> {
        let written = context.quote(name.tokens.clone()).text;
        if name.parts > 1 {
            return Some((written, false));
        }
        match self.by_given_name.get(&fold(&written)).map(Vec::as_slice) {
            None => Some((written, false)),
            Some([only]) => Some((context.quote(only.tokens.clone()).text, true)),
            Some(_) => None,
        }
    }
}

fn folded(context: &Context<'_, '_>, tokens: std::ops::Range<usize>) -> String {
    let words: Vec<String> = tokens.map(|token| fold(context.token_text(token))).collect();
    words.join(" ")
}
