//! The anchors: the frozen patterns, automata over them, and texts in the case that they are in.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// The frozen patterns: words that government news is full of, in lower case.
pub fn patterns() -> Vec<&'static str> {
    include_str!("../anchor-patterns.txt").lines().collect()
}

/// A bare automaton over the frozen patterns.
pub fn automaton(kind: AhoCorasickKind) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(kind))
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns())
        .expect("the patterns fit")
}

/// The same documents in lower case: what the automata run over.
pub fn lowered(documents: &[String]) -> Vec<String> {
    documents.iter().map(|document| document.to_lowercase()).collect()
}
