//! A trie over word ids: the entries of all lists as paths.

use crate::data::{Form, List};
use crate::segment::{UNKNOWN, WordId};

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

/// Entries as paths over ids. Nodes lie one after the other, each with its children and its ends in two shared vectors; the nodes
/// behind a first word come first, so that the id of a word is also its node.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    children: Vec<(WordId, u32)>,
    steps: StepFilter,
    ends: Vec<End>,
    /// What every word has to do with the entries, by its id.
    uses: Vec<WordUse>,
    /// The words of the longest entry of every list.
    longest: [u8; List::COUNT],
}

/// What a word has to do with the entries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordUse {
    /// The lists with an entry that it is alone.
    pub alone: ListSet,
    /// The lists with an entry of more words that begins with it.
    pub longer: ListSet,
    /// The lists with an entry that ends with it.
    pub last: ListSet,
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
    last_of: Vec<ListSet>,
    longest: [u8; List::COUNT],
}

#[derive(Debug, Default)]
struct GrowingNode {
    /// The nodes behind it, sorted by their word.
    children: Vec<(WordId, u32)>,
    /// The entries that end at it, in the order of their lists.
    ends: Vec<End>,
}

impl TrieBuilder {
    /// A trie over words with ids below `words`.
    pub(crate) fn new(words: usize) -> Self {
        TrieBuilder {
            nodes: (0..words).map(|_| GrowingNode::default()).collect(),
            last_of: vec![0; words],
            longest: [0; List::COUNT],
        }
    }

    /// Adds an entry. Of two with one spelling in one list the first stays; one without words is none.
    pub(crate) fn insert(&mut self, path: &[WordId], form: &Form) {
        let [first, rest @ ..] = path else { return };
        let mut node = *first as usize;
        for &word in rest {
            node = self.child(node, word);
        }
        let ends = &mut self.nodes[node].ends;
        if let Err(at) = ends.binary_search_by_key(&form.list, |end| end.list) {
            ends.insert(at, End { list: form.list, entry: form.entry, doubtful: form.doubtful });
        }
        let longest = &mut self.longest[form.list as usize];
        *longest = (*longest).max(u8::try_from(path.len()).unwrap_or(u8::MAX));
        let last = *path.last().expect("a path has a first word") as usize;
        self.last_of[last] |= only(form.list);
    }

    /// The node behind a node and a further word, a new one where there is none yet.
    fn child(&mut self, node: usize, word: WordId) -> usize {
        match self.nodes[node].children.binary_search_by_key(&word, |(child, _)| *child) {
            Ok(at) => self.nodes[node].children[at].1 as usize,
            Err(at) => {
                let next = self.nodes.len();
                self.nodes[node].children.insert(at, (word, next as u32));
                self.nodes.push(GrowingNode::default());
                next
            }
        }
    }

    /// Lays the nodes out.
    pub(crate) fn build(self) -> Trie {
        let mut trie = Trie {
            steps: StepFilter::with_room(self.nodes.len()),
            nodes: Vec::with_capacity(self.nodes.len()),
            children: Vec::new(),
            ends: Vec::new(),
            uses: self.last_of.into_iter().map(|last| WordUse { alone: 0, longer: 0, last }).collect(),
            longest: self.longest,
        };
        for (node, GrowingNode { children, ends }) in self.nodes.into_iter().enumerate() {
            trie.nodes.push(Node {
                ending: ends.iter().fold(0, |lists, end| lists | only(end.list)),
                below: 0,
                first_end: trie.ends.len() as u32,
                first_child: trie.children.len() as u32,
                children: children.len() as u32,
            });
            children.iter().for_each(|(word, _)| trie.steps.insert(node as u32, *word));
            trie.children.extend(children);
            trie.ends.extend(ends);
        }
        trie.mark_below();
        for (word, node) in trie.uses.iter_mut().zip(&trie.nodes) {
            (word.alone, word.longer) = (node.ending, node.below);
        }
        trie
    }
}

impl Trie {
    /// Tells every node which lists' entries end further on.
    fn mark_below(&mut self) {
        // A node was added behind the one it follows.
        for at in (0..self.nodes.len()).rev() {
            let node = self.nodes[at];
            let children = &self.children[node.first_child as usize..][..node.children as usize];
            let behind = children.iter().map(|(_, child)| self.through(*child));
            self.nodes[at].below = behind.fold(0, |lists, child| lists | child);
        }
    }

    /// The lists of which an entry ends at a node or behind it.
    fn through(&self, node: u32) -> ListSet {
        let Node { ending, below, .. } = self.nodes[node as usize];
        ending | below
    }

    /// What a word has to do with the entries.
    #[inline]
    pub(crate) fn word(&self, word: WordId) -> WordUse {
        self.uses[word as usize]
    }

    /// The lists of which an entry may begin with a word that another follows: quick, and never wrong to leave one out.
    #[inline]
    pub(crate) fn may_begin(
        &self,
        WordUse { alone, longer, .. }: WordUse,
        word: WordId,
        next: WordId,
    ) -> ListSet {
        // No branch here: of two words that stand next to each other no one can foresee whether an entry has them so.
        let is_step = ListSet::from(self.steps.may_hold(word, next));
        alone | longer & is_step.wrapping_neg()
    }

    /// The most words that an entry of a list has.
    pub(crate) fn longest(&self, list: List) -> usize {
        self.longest[list as usize].into()
    }

    /// The node behind a node and a further word; a first word is a node itself.
    #[inline]
    pub(crate) fn child(&self, node: u32, word: WordId) -> Option<u32> {
        if word == UNKNOWN || !self.steps.may_hold(node, word) {
            return None;
        }
        let Node { first_child, children, .. } = self.nodes[node as usize];
        let children = &self.children[first_child as usize..][..children as usize];
        let found = children.binary_search_by_key(&word, |(child, _)| *child).ok()?;
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

/// Says of most pairs of a node and a word that no child is there: a Bloom filter of one bit a pair. Two words that stand next to
/// each other in a text are seldom two words of an entry, so that most walks end here, without a look at the nodes.
#[derive(Debug)]
struct StepFilter {
    /// As many as a power of two, at least eight bits for each step.
    bits: Vec<u64>,
}

impl StepFilter {
    fn with_room(steps: usize) -> Self {
        StepFilter { bits: vec![0; (steps / 8).next_power_of_two()] }
    }

    /// The place of a pair: a word of bits, and the bit in it.
    #[inline]
    fn place(&self, node: u32, word: WordId) -> (usize, u64) {
        // Multiplicative hashing: the high bits of the product depend on all bits of both.
        let hash = (u64::from(node) << 24 ^ u64::from(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((hash >> 40) as usize & (self.bits.len() - 1), 1 << (hash >> 34 & 63))
    }

    fn insert(&mut self, node: u32, word: WordId) {
        let (at, bit) = self.place(node, word);
        self.bits[at] |= bit;
    }

    #[inline]
    fn may_hold(&self, node: u32, word: WordId) -> bool {
        let (at, bit) = self.place(node, word);
        self.bits[at] & bit != 0
    }
}
