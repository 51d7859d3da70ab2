//! Sentences: where no grammar may look further.

use std::ops::Range;

use super::tokens::{Token, TokenKind};
use super::vocabulary::{Abbreviation, Vocabulary};

/// A sentence: a run of tokens. The sentences of a text follow each other without a gap.
///
/// A line break always ends one: portals put titles, captions and bylines on lines of their own without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, by index; never empty.
    pub tokens: Range<usize>,
}

/// No sentence is longer, so that whatever looks through one sentence for each of its cues stays linear in the text.
pub(crate) const MOST_TOKENS: usize = 2_000;

/// Cuts the tokens of `text` into sentences. `breaks` holds all tokens that start a line and all marks that may end a sentence.
pub(super) fn sentences(
    text: &str,
    tokens: &[Token],
    breaks: &[u32],
    vocabulary: &Vocabulary,
) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 24 + 1);
    let mut start = 0;
    let mut end_at = |end: usize| {
        while start < end {
            let next = end.min(start + MOST_TOKENS);
            sentences.push(Sentence { tokens: start..next });
            start = next;
        }
    };
    for at in breaks.iter().map(|at| *at as usize) {
        if tokens[at].is_line_start() {
            end_at(at);
        }
        let on_line = tokens.get(at + 1).is_some_and(|next| !next.is_line_start());
        if on_line && ends_at(text, tokens, at, vocabulary) {
            end_at(at + 1);
        }
    }
    end_at(tokens.len());
    sentences
}

/// Whether a sentence ends with the token at `at`, which is not the last of its line.
fn ends_at(text: &str, tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> bool {
    let next = &tokens[at + 1];
    match tokens[at].kind() {
        TokenKind::Mark => match tokens[at].text(text) {
            "." => full_stop(text, tokens, at, vocabulary),
            "!" | "?" | "…" => next.is_after_space(),
            // A closing quote or bracket belongs to the sentence whose full stop it follows.
            "\"" | "”" | "»" => {
                next.is_after_space()
                    && next.is_capitalized()
                    && at > 0
                    && matches!(tokens[at - 1].text(text), "." | "!" | "?")
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether the full stop at `at` ends a sentence: not inside a number ("1.250"), an abbreviation ("TP. Hồ Chí Minh",
/// "T.Ư", "P.CT"), after an initial ("N.V.A") or in an ellipsis; but after a word it does even where a small letter
/// follows ("hiệu quả công việc. tiếp tục") or no space does ("đóng góp ý kiến.Tham dự").
fn full_stop(text: &str, tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> bool {
    let next = &tokens[at + 1];
    let Some(before) = at.checked_sub(1).map(|i| &tokens[i]) else { return false };
    if next.kind() == TokenKind::Mark && !next.is_after_space() {
        return false;
    }
    if !next.is_after_space() {
        let small_word = before.kind() == TokenKind::Word && !before.is_all_caps();
        let number =
            before.kind() == TokenKind::Digits || before.text(text) == "%" || before.text(text) == ")";
        return next.is_capitalized()
            && (number || small_word && vocabulary.abbreviation(before.word()).is_none())
            && !next.is_all_caps();
    }
    match before.kind() {
        // A list number at the start of a line: "1. Về kinh tế".
        TokenKind::Digits => !before.is_line_start(),
        TokenKind::Word if before.is_line_start() && before.is_all_caps() => {
            !is_roman_or_letter(before.text(text))
        }
        TokenKind::Word => match vocabulary.abbreviation(before.word()) {
            Some(Abbreviation::TakesMore) => false,
            // "v.v." and "60% KH." may end a sentence.
            Some(Abbreviation::MayEnd) => next.is_capitalized(),
            None => !(before.is_all_caps() && before.end - before.start == 1 && at > 1),
        },
        TokenKind::Mark => true,
    }
}

fn is_roman_or_letter(text: &str) -> bool {
    text.chars().count() == 1 || text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tokens::Tokens;
    use super::*;
    use crate::scan;

    proptest! {
        /// Only the tokens among the breaks can end a sentence or begin a line.
        #[test]
        fn the_breaks_are_enough(text in "([a-zA-ZĐđ]{1,4}|TP|v\\.v|[0-9]{1,2}|[ \n]|[.!?\"”»…,)%]){0,60}") {
            let lexicon = scan::built_in();
            let vocabulary = lexicon.vocabulary();
            let Tokens { tokens, breaks } = Tokens::of(&text, 0, vocabulary);
            let all: Vec<u32> = (0..tokens.len() as u32).collect();
            let by_all = sentences(&text, &tokens, &all, vocabulary);
            prop_assert_eq!(sentences(&text, &tokens, &breaks, vocabulary), by_all);
        }
    }
}
