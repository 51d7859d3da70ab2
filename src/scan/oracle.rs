//! The matcher's oracle: a naive matcher over token windows, and the property that the two agree.

use std::collections::HashMap;

use proptest::prelude::*;

use super::cues::DRIVERS;
use super::trie::only;
use super::{Cue, Cues, Lexicon};
use crate::data::{self, List, Lists};
use crate::normalize::{fold, normalize};
use crate::segment::{Token, TokenKind, segment_with, tokens};

/// A cue without what the matcher alone knows of it: list, entry, tokens.
type Found = (List, u32, usize, usize);

/// The forms of the lists by their folded words. Of two with one spelling in a list the first stays.
struct Naive {
    entries: HashMap<(List, Vec<String>), u32>,
    longest: usize,
}

impl Naive {
    fn new(lists: &Lists) -> Self {
        let (mut entries, mut longest) = (HashMap::new(), 0);
        for form in &lists.forms {
            let words = words(&tokens(&form.text), &form.text);
            longest = longest.max(words.len());
            entries.entry((form.list, words)).or_insert(form.entry);
        }
        Naive { entries, longest }
    }

    /// Looks every window up in every list, the longest first.
    fn scan(&self, text: &str, tokens: &[Token]) -> Vec<Found> {
        let words = words(tokens, text);
        let mut lists: Vec<List> = self.entries.keys().map(|(list, _)| *list).collect();
        lists.sort();
        lists.dedup();
        let mut found = Vec::new();
        for first in 0..tokens.len() {
            for &list in &lists {
                let most = self.longest.min(tokens.len() - first);
                let longest = (1..=most).rev().find_map(|length| {
                    let window = first..first + length;
                    let broken = tokens[window.clone()].iter().skip(1).any(Token::is_line_start);
                    let entry = self.entries.get(&(list, words[window].to_vec()));
                    entry.filter(|_| !broken).map(|entry| (list, *entry, first, first + length))
                });
                found.extend(longest);
            }
        }
        found
    }
}

fn words(tokens: &[Token], text: &str) -> Vec<String> {
    let word = |token: &Token| match (token.kind(), token.text(text)) {
        (TokenKind::Word, word) => fold(word),
        (_, "–" | "—" | "−") => "-".to_owned(),
        (_, other) => other.to_owned(),
    };
    tokens.iter().map(word).collect()
}

/// Entries of the lists, cut and joined anyhow, in any case, with other words and marks between.
fn texts() -> impl Strategy<Value = String> {
    let forms: Vec<String> = data::built_in().forms.iter().map(|form| form.text.to_string()).collect();
    let piece =
        (prop::sample::select(forms), 0..6_u8, any::<prop::sample::Index>()).prop_map(|(form, how, at)| {
            match how {
                0 => form.to_uppercase(),
                1 => form.to_lowercase(),
                2 => form.chars().take(at.index(form.chars().count()) + 1).collect(),
                3 => form.replace("òa", "oà").replace("ủy", "uỷ").replace('ỷ', "ỉ"),
                _ => form,
            }
        });
    let between = prop::sample::select(vec![" ", ", ", "\n", "", " - ", " và ", " Hội ", "\u{301}", " 4 "]);
    prop::collection::vec((piece, between), 0..12).prop_map(|pieces| {
        pieces.into_iter().flat_map(|(piece, between)| [piece, between.to_owned()]).collect()
    })
}

#[test]
fn the_matcher_finds_what_a_naive_one_finds() {
    let (lexicon, naive) = (Lexicon::new(data::built_in().clone()), Naive::new(data::built_in()));
    let mut runner = proptest::test_runner::TestRunner::default();
    let run = runner.run(&texts(), |text| {
        let normalized = normalize(&text);
        let tokens = segment_with(normalized.text(), 0, lexicon.vocabulary()).tokens;
        let cues = lexicon.scan(&tokens);
        let found: Vec<Found> =
            cues.all().iter().map(|cue| (cue.list, cue.entry, cue.first as usize, cue.end())).collect();
        prop_assert_eq!(found, naive.scan(normalized.text(), &tokens));
        asked_for_one_by_one(&cues, tokens.len())
    });
    run.unwrap();
}

/// A cue of many that stands in none before it: what is found by [`Lexicon::each_longest`].
fn leftmost(cues: impl Iterator<Item = Found>) -> Vec<Found> {
    let mut next = 0;
    let mut is_free = |found: &Found| {
        let (_, _, first, end) = *found;
        let is_free = first >= next;
        next = if is_free { end } else { next };
        is_free
    };
    cues.filter(|found| is_free(found)).collect()
}

#[test]
fn matches_alone_are_what_cues_and_a_naive_matcher_say() {
    let positions = data::built_in().to_positions();
    let naive = Naive::new(&positions);
    let lexicon = Lexicon::new(positions);
    let mut runner = proptest::test_runner::TestRunner::default();
    // Over and over, so that entries stand at the bounds of what is looked at together.
    let run = runner.run(&(texts(), 0..60_usize, 1..30_usize), |(text, words, times)| {
        let text = "Sở ".repeat(words) + &text.repeat(times);
        let normalized = normalize(&text);
        let text = normalized.text();
        let tokens = segment_with(text, 0, lexicon.vocabulary()).tokens;
        let cues = lexicon.scan(&tokens);
        let of_cues = cues.of(List::Position).map(|cue| (cue.list, cue.entry, cue.first as usize, cue.end()));
        let slow = leftmost(of_cues);
        prop_assert_eq!(&slow, &leftmost(naive.scan(text, &tokens).into_iter()));
        let place = |(_, entry, first, end): Found| {
            (entry as usize, tokens[first].span().cover(tokens[end - 1].span()))
        };
        let mut fast = Vec::new();
        lexicon.each_longest(text, |found| fast.push((found.entry, found.span)));
        prop_assert_eq!(fast, slow.into_iter().map(place).collect::<Vec<_>>());
        Ok(())
    });
    run.unwrap();
}

/// What is asked for by place and list is what all cues together say.
fn asked_for_one_by_one(cues: &Cues<'_>, tokens: usize) -> Result<(), TestCaseError> {
    let all = cues.all();
    let mut lists: Vec<List> = data::built_in().forms.iter().map(|form| form.list).collect();
    lists.dedup();
    for list in lists {
        let of_list: Vec<Cue> = all.iter().copied().filter(|cue| cue.list == list).collect();
        for token in 0..=tokens {
            let starting = of_list.iter().find(|cue| cue.first as usize == token).copied();
            let ending = of_list.iter().find(|cue| cue.end() == token).copied();
            prop_assert_eq!(cues.get(token, list), starting);
            prop_assert_eq!(cues.before(token, list), ending);
            prop_assert!(cues.may_start(token, list) || starting.is_none());
        }
        if DRIVERS & only(list) != 0 {
            prop_assert_eq!(cues.of(list).collect::<Vec<_>>(), of_list);
        }
    }
    Ok(())
}

#[test]
fn every_form_is_found_in_its_own_spelling() {
    let lexicon = Lexicon::new(data::built_in().clone());
    for form in &data::built_in().forms {
        let normalized = normalize(&form.text);
        let tokens = segment_with(normalized.text(), 0, lexicon.vocabulary()).tokens;
        let cues = lexicon.scan(&tokens);
        let whole = cues.get(0, form.list).is_some_and(|cue| cue.end() == tokens.len());
        assert!(whole, "{:?} of {:?}", form.text, form.list);
    }
}
