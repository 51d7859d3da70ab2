//! How a sentence uses capitals: only in ordinary ones does a capital say that a name stands there.

use std::ops::Range;

use crate::facts::Context;
use crate::segment::{Token, TokenKind};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// Capitals for names and at the start.
    Ordinary,
    /// Every word starts with a capital: "Chủ Tịch UBND Tỉnh Thăm Và Làm Việc Tại Xã Bình An".
    Titled,
    /// All in capitals, as headlines are.
    Capitals,
}

/// The casing of a run of tokens.
///
/// A few capitalised words are a name on a line of its own, so [`Casing::Titled`] asks for more of them than a name has.
pub(crate) fn casing(context: &Context<'_, '_>, tokens: Range<usize>) -> Casing {
    let (mut words, mut capitalized, mut capitals) = (0, 0, 0);
    if has_many_small(context, tokens.clone()) {
        return Casing::Ordinary;
    }
    for token in context.tokens[tokens].iter().filter(|token| token.kind() == TokenKind::Word) {
        words += 1;
        capitalized += usize::from(token.is_capitalized());
        capitals += usize::from(token.is_all_caps());
    }
    if words >= 3 && capitals * 10 >= words * 8 {
        Casing::Capitals
    } else if words >= 8 && capitalized * 10 >= words * 9 {
        Casing::Titled
    } else {
        Casing::Ordinary
    }
}

/// Whether more than a fifth of the tokens are words in small letters: nearly every sentence has so many, and is an ordinary one
/// whatever the others are.
fn has_many_small(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let most = tokens.len() / 5;
    let is_small = |token: &&Token| token.is_small_word();
    context.tokens[tokens].iter().filter(is_small).nth(most).is_some()
}
