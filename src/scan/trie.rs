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

/// Several lists, a bit for each.
pub(crate) type ListSet = u32;

/// The set of one list.
pub(crate) const fn only(list: List) -> ListSet {
    1 << list as u32
}

/// What a word has to do with the entries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordUse {
    /// The lists with an entry that begins with it.
    pub begins: ListSet,
    /// The lists with an entry that ends with it.
    pub ends: ListSet,
}

/// Entries as paths over ids. Nodes lie one after the other, each with its children and its ends in two shared vectors.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    /// The node behind every first word, by its id; 0 where no entry begins with it.
    roots: Vec<u32>,
    uses: Vec<WordUse>,
    nodes: Vec<Node>,
    children: Vec<(TokenId, u32)>,
    ends: Vec<End>,
    /// The words of the longest entry of every list.
    longest: [u8; List::COUNT],
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The lists of the entries that end here; their ends lie from `first_end` on in the order of the lists.
    ending: ListSet,
    /// The lists of the entries that end further on.
    below: ListSet,
    first_end: u32,
    first_child: u32,
    children: u32,
}

/// A trie that is still growing.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    nodes: Vec<GrowingNode>,
    longest: [u8; List::COUNT],
    /// The last words of the entries.
    last_words: Vec<(TokenId, List)>,
}

#[derive(Debug, Default)]
struct GrowingNode {
    /// The nodes behind it, sorted by their token.
    children: Vec<(TokenId, u32)>,
    ends: Vec<End>,
}

impl TrieBuilder {
    pub(crate) fn new() -> Self {
        TrieBuilder { nodes: vec![Default::default()], longest: [0; List::COUNT], last_words: Vec::new() }
    }

    /// Adds an entry. Of two with one spelling in one list the first stays.
    pub(crate) fn insert(&mut self, path: &[TokenId], form: &Form) {
        let mut node = 0;
        for &id in path {
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
        if let Err(at) = ends.binary_search_by_key(&form.list, |end| end.list) {
            ends.insert(at, End { list: form.list, entry: form.entry, doubtful: form.doubtful });
        }
        let longest = &mut self.longest[form.list as usize];
        *longest = (*longest).max(u8::try_from(path.len()).unwrap_or(u8::MAX));
        self.last_words.extend(path.last().map(|last| (*last, form.list)));
    }

    /// Lays the nodes out; `words` is one more than the highest id.
    pub(crate) fn build(self, words: usize) -> Trie {
        let mut trie = Trie {
            roots: vec![0; words],
            uses: vec![WordUse::default(); words],
            nodes: Vec::with_capacity(self.nodes.len()),
            longest: self.longest,
            ..Trie::default()
        };
        for (id, node) in &self.nodes[0].children {
            trie.roots[*id as usize] = *node;
        }
        for GrowingNode { children, ends } in self.nodes {
            trie.nodes.push(Node {
                ending: ends.iter().fold(0, |lists, end| lists | only(end.list)),
                below: 0,
                first_end: trie.ends.len() as u32,
                first_child: trie.children.len() as u32,
                children: children.len() as u32,
            });
            trie.children.extend(children);
            trie.ends.extend(ends);
        }
        trie.mark_uses(&self.last_words);
        trie
    }
}

impl Trie {
    /// Fills in what is known of nodes and words from what lies behind them.
    fn mark_uses(&mut self, last_words: &[(TokenId, List)]) {
        // Nodes were added behind the one they follow.
        for at in (0..self.nodes.len()).rev() {
            let node = self.nodes[at];
            let children = &self.children[node.first_child as usize..][..node.children as usize];
            let behind = children.iter().map(|(_, child)| self.nodes[*child as usize]);
            self.nodes[at].below = behind.fold(0, |lists, child| lists | child.ending | child.below);
        }
        for (root, word) in self.roots.iter().zip(&mut self.uses).filter(|(root, _)| **root != 0) {
            let node = self.nodes[*root as usize];
            word.begins = node.ending | node.below;
        }
        for (word, list) in last_words {
            self.uses[*word as usize].ends |= only(*list);
        }
    }

    /// What a word has to do with the entries.
    pub(crate) fn word(&self, id: TokenId) -> WordUse {
        self.uses[id as usize]
    }

    /// The most words that an entry of a list has.
    pub(crate) fn longest(&self, list: List) -> usize {
        self.longest[list as usize].into()
    }

    /// The node behind a first word.
    pub(crate) fn root(&self, id: TokenId) -> Option<u32> {
        Some(self.roots[id as usize]).filter(|node| *node != 0)
    }

    /// The node behind a node and a further word.
    pub(crate) fn child(&self, node: u32, id: TokenId) -> Option<u32> {
        let Node { first_child, children, .. } = self.nodes[node as usize];
        if children == 0 || id == UNKNOWN {
            return None;
        }
        let children = &self.children[first_child as usize..][..children as usize];
        let found = children.binary_search_by_key(&id, |(child, _)| *child).ok()?;
        Some(children[found].1)
    }

    /// The entries that end at a node, in the order of their lists.
    pub(crate) fn ends(&self, node: u32) -> &[End] {
        let Node { ending, first_end, .. } = self.nodes[node as usize];
        &self.ends[first_end as usize..][..ending.count_ones() as usize]
    }

    /// The entry of a list that ends at a node.
    pub(crate) fn end(&self, node: u32, list: List) -> Option<&End> {
        let Node { ending, first_end, .. } = self.nodes[node as usize];
        if ending & only(list) == 0 {
            return None;
        }
        let before = (ending & (only(list) - 1)).count_ones();
        Some(&self.ends[(first_end + before) as usize])
    }

    /// Whether an entry of a list ends behind a node.
    pub(crate) fn leads_to(&self, node: u32, list: List) -> bool {
        self.nodes[node as usize].below & only(list) != 0
    }
}
