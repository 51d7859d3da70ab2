//! A trie over word ids: the entries of all lists as paths.

use super::vocabulary::{TokenId, UNKNOWN};
use crate::data::{Form, List};

/// What an entry that ends at a node says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub list: List,
    pub entry: u32,
    pub doubtful: bool,
}

/// Entries as paths over ids. Nodes lie one after the other, each with its children and its ends in two shared vectors.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    /// The node behind every first word, by its id; 0 where no entry begins with it.
    roots: Vec<u32>,
    nodes: Vec<Node>,
    children: Vec<(TokenId, u32)>,
    ends: Vec<End>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    children: (u32, u32),
    ends: (u32, u32),
}

/// A trie that is still growing.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    nodes: Vec<GrowingNode>,
}

#[derive(Debug, Default)]
struct GrowingNode {
    /// The nodes behind it, sorted by their token.
    children: Vec<(TokenId, u32)>,
    ends: Vec<End>,
}

impl TrieBuilder {
    pub(crate) fn new() -> Self {
        TrieBuilder { nodes: vec![Default::default()] }
    }

    /// Adds an entry. Of two with one spelling in one list the first stays.
    pub(crate) fn insert(&mut self, path: impl Iterator<Item = TokenId>, form: &Form) {
        let mut node = 0;
        for id in path {
            node = match self.nodes[node].children.binary_search_by_key(&id, |(child, _)| *child) {
                Ok(at) => self.nodes[node].children[at].1 as usize,
                Err(at) => {
                    let next = self.nodes.len();
                    self.nodes[node].children.insert(at, (id, next as u32));
                    self.nodes.push(Default::default());
                    next
                }
            };
        }
        let ends = &mut self.nodes[node].ends;
        if !ends.iter().any(|end| end.list == form.list) {
            ends.push(End { list: form.list, entry: form.entry, doubtful: form.doubtful });
        }
    }

    /// Lays the nodes out; `words` is one more than the highest id.
    pub(crate) fn build(self, words: usize) -> Trie {
        let mut trie = Trie { roots: vec![0; words], ..Trie::default() };
        for (id, node) in &self.nodes[0].children {
            trie.roots[*id as usize] = *node;
        }
        for GrowingNode { children, ends } in self.nodes {
            let first = (trie.children.len() as u32, trie.ends.len() as u32);
            trie.children.extend(children);
            trie.ends.extend(ends);
            trie.nodes.push(Node {
                children: (first.0, trie.children.len() as u32),
                ends: (first.1, trie.ends.len() as u32),
            });
        }
        trie
    }
}

impl Trie {
    /// The node behind a first word.
    pub(crate) fn root(&self, id: TokenId) -> Option<u32> {
        Some(self.roots[id as usize]).filter(|node| *node != 0)
    }

    /// The node behind a node and a further word.
    pub(crate) fn child(&self, node: u32, id: TokenId) -> Option<u32> {
        let (first, end) = self.nodes[node as usize].children;
        if first == end || id == UNKNOWN {
            return None;
        }
        let children = &self.children[first as usize..end as usize];
        let found = children.binary_search_by_key(&id, |(child, _)| *child).ok()?;
        Some(children[found].1)
    }

    /// The entries that end at a node.
    pub(crate) fn ends(&self, node: u32) -> &[End] {
        let (first, end) = self.nodes[node as usize].ends;
        &self.ends[first as usize..end as usize]
    }
}
