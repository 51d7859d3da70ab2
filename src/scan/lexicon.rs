//! The matcher: one pass over the tokens for all lists.
//!
//! Every token of a list's entries is interned: its folded form (case, tone placement, i/y) gets a small id. Entries are then
//! paths of a trie over ids, so that matches begin and end at tokens by construction. A text token that is in no list has
//! no id, and most walks end where they begin.

use std::collections::HashMap;

use super::cues::{Cue, Cues};
use crate::data::{List, Lists};
use crate::normalize::fold;
use crate::segment::{Token, TokenKind, tokens};

/// The id of a folded token; [`UNKNOWN`] for one that no list has.
type TokenId = u32;

const UNKNOWN: TokenId = 0;

/// How many lists there are.
const LISTS: usize = List::Word as usize + 1;

/// The lists and the matcher over them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub lists: Lists,
    ids: HashMap<String, TokenId>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    children: Vec<(TokenId, u32)>,
    outputs: Vec<Output>,
}

#[derive(Debug)]
struct Output {
    list: List,
    entry: u32,
    doubtful: bool,
}

impl Lexicon {
    /// Builds the matcher over the forms of the lists.
    pub(crate) fn new(lists: Lists) -> Self {
        let mut lexicon =
            Lexicon { lists: Lists::default(), ids: HashMap::new(), nodes: vec![Node::default()] };
        for form in &lists.forms {
            let path: Vec<TokenId> = tokens(&form.text)
                .iter()
                .map(|token| {
                    let next = lexicon.ids.len() as TokenId + 1;
                    *lexicon.ids.entry(key(token, &form.text)).or_insert(next)
                })
                .collect();
            let node = lexicon.insert(&path);
            let outputs = &mut lexicon.nodes[node].outputs;
            // The first of two entries with one spelling stays: callers' lists are read before ours.
            if !outputs.iter().any(|output| output.list == form.list) {
                outputs.push(Output { list: form.list, entry: form.entry, doubtful: form.doubtful });
            }
        }
        for node in &mut lexicon.nodes {
            node.children.sort_unstable();
        }
        lexicon.lists = lists;
        lexicon
    }

    fn insert(&mut self, path: &[TokenId]) -> usize {
        let mut node = 0;
        for id in path {
            let known =
                self.nodes[node].children.iter().find(|(child, _)| child == id).map(|(_, next)| *next);
            node = known.unwrap_or_else(|| {
                let next = self.nodes.len() as u32;
                self.nodes[node].children.push((*id, next));
                self.nodes.push(Node::default());
                next
            }) as usize;
        }
        node
    }

    fn id(&self, token: &Token, text: &str) -> TokenId {
        self.ids.get(&key(token, text)).copied().unwrap_or(UNKNOWN)
    }

    fn child(&self, node: usize, id: TokenId) -> Option<usize> {
        let children = &self.nodes[node].children;
        let found = children.binary_search_by_key(&id, |(child, _)| *child).ok()?;
        Some(children[found].1 as usize)
    }

    /// For every token and every list the longest entry that starts there. No cue runs over a line break.
    pub(crate) fn scan(&self, text: &str, tokens: &[Token]) -> Cues {
        let ids: Vec<TokenId> = tokens.iter().map(|token| self.id(token, text)).collect();
        let mut cues = Cues::new(tokens.len());
        let mut longest: [Option<Cue>; LISTS] = [None; LISTS];
        for first in 0..tokens.len() {
            let mut node = 0;
            let mut found = false;
            for (at, id) in ids.iter().enumerate().skip(first) {
                if *id == UNKNOWN || at > first && tokens[at].is_line_start() {
                    break;
                }
                let Some(next) = self.child(node, *id) else { break };
                node = next;
                for output in &self.nodes[node].outputs {
                    found = true;
                    longest[output.list as usize] = Some(Cue {
                        list: output.list,
                        entry: output.entry,
                        doubtful: output.doubtful,
                        first: first as u32,
                        end: at as u32 + 1,
                    });
                }
            }
            if found {
                longest.iter_mut().filter_map(Option::take).for_each(|cue| cues.push(cue));
            }
            cues.next_token();
        }
        cues
    }
}

/// The look-up key of a token: words are folded, all dashes are one.
fn key(token: &Token, text: &str) -> String {
    match (token.kind, token.text(text)) {
        (TokenKind::Word, word) => fold(word),
        (TokenKind::Mark, "–" | "—" | "−") => "-".to_owned(),
        (_, other) => other.to_owned(),
    }
}
