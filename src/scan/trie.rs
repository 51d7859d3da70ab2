//! A trie over word ids: the entries of all lists as paths.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::data::{Form, LONGEST_ENTRY, List};
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

/// The sets of all lists.
const ALL: ListSet = (1 << List::COUNT) - 1;

/// The words for month and quarter, behind which a word may be a number by its place alone: "quý III".
///
/// This and those below are parts of a list that a reader looks for: bits of their own, set with that of the list.
pub(crate) const NUMBERED_PERIODS: ListSet = 1 << 31;

/// What says a date by its distance from another: "hôm qua".
pub(crate) const RELATIVE_DATES: ListSet = 1 << 30;

/// What says a multiple without a number: "gấp đôi".
pub(crate) const MULTIPLES: ListSet = 1 << 29;

/// What says that a date counts by the moon.
pub(crate) const LUNAR_WORDS: ListSet = 1 << 28;

/// Signs that stand before a number or behind it: "US$".
pub(crate) const SIGNS: ListSet = 1 << 27;

/// Tokens that may be a number without a number word: digits, and what stands behind the word for month or quarter.
pub(super) const NUMBERS_BY_PLACE: ListSet = 1 << 26;

const _: () = assert!(List::COUNT <= 26, "the bits of lists and of their parts are apart");

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
    /// The lengths of the entries that end with a word, by its id, and of those of a list.
    lengths_to: Vec<Lengths>,
    lengths: [Lengths; List::COUNT],
}

/// Several lengths of entries in words, a bit for each: the lowest for one word.
pub(crate) type Lengths = u32;

const _: () = assert!(LONGEST_ENTRY <= Lengths::BITS as usize);

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
    /// The lists of the entries that end here, and their parts; their ends lie from `first_end` on in the order of the lists.
    ending: ListSet,
    /// The lists of the entries that end further on.
    below: ListSet,
    first_end: u32,
    first_child: u32,
    children: u32,
}

impl Node {
    /// How many entries end here.
    fn ends(&self) -> u32 {
        (self.ending & ALL).count_ones()
    }

    /// Where the end of a list lies that has one here.
    fn end_of(&self, list: List) -> usize {
        self.first_end as usize + (self.ending & (only(list) - 1)).count_ones() as usize
    }
}

/// A trie that is still growing.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    /// With the lists of their entries, and how many children they have.
    nodes: Vec<Node>,
    /// Which node a node and a further word lead to.
    steps: FxHashMap<(u32, WordId), u32>,
    /// The entries, each with the node that it ends at.
    ends: Vec<(u32, End)>,
    last_of: Vec<ListSet>,
    lengths_to: Vec<Lengths>,
    lengths: [Lengths; List::COUNT],
}

impl TrieBuilder {
    /// A trie over words with ids below `words`, with room for so many entries that have so many words together.
    pub(crate) fn new(words: usize, entries: usize, words_of_entries: usize) -> Self {
        // The first word of an entry is a node already.
        let most_steps = words_of_entries.saturating_sub(entries);
        let mut nodes = Vec::with_capacity(words + most_steps);
        nodes.resize(words, Node::default());
        TrieBuilder {
            nodes,
            steps: FxHashMap::with_capacity_and_hasher(most_steps, FxBuildHasher),
            ends: Vec::with_capacity(entries),
            last_of: vec![0; words],
            lengths_to: vec![0; words],
            lengths: [0; List::COUNT],
        }
    }

    /// Adds an entry, and the parts of its list that it is in. Of two with one spelling in one list the first stays; one without
    /// words is none.
    pub(crate) fn insert(&mut self, path: &[WordId], form: &Form, parts: ListSet) {
        let [first, rest @ ..] = path else { return };
        let mut node = *first;
        for &word in rest {
            node = self.child(node, word);
        }
        let ending = &mut self.nodes[node as usize].ending;
        *ending |= parts;
        if *ending & only(form.list) == 0 {
            *ending |= only(form.list);
            self.ends.push((node, End { list: form.list, entry: form.entry, doubtful: form.doubtful }));
        }
        let last = *rest.last().unwrap_or(first) as usize;
        self.last_of[last] |= only(form.list) | parts;
        let length: Lengths = 1 << rest.len().min(LONGEST_ENTRY - 1);
        self.lengths_to[last] |= length;
        self.lengths[form.list as usize] |= length;
    }

    /// The node behind a node and a further word, a new one where there is none yet.
    fn child(&mut self, node: u32, word: WordId) -> u32 {
        let next = self.nodes.len() as u32;
        let child = *self.steps.entry((node, word)).or_insert(next);
        if child == next {
            self.nodes[node as usize].children += 1;
            self.nodes.push(Node::default());
        }
        child
    }

    /// Lays the children and the ends of the nodes out, node after node.
    pub(crate) fn build(self) -> Trie {
        let TrieBuilder { mut nodes, steps, ends, last_of, lengths_to, lengths } = self;
        let (mut first_child, mut first_end) = (0, 0);
        for node in &mut nodes {
            (node.first_child, node.first_end) = (first_child, first_end);
            (first_child, first_end) = (first_child + node.children, first_end + node.ends());
        }
        let mut filter = StepFilter::with_room(nodes.len());
        let mut children = vec![(UNKNOWN, 0); steps.len()];
        let mut placed = vec![0; nodes.len()];
        for ((node, word), child) in steps {
            filter.insert(node, word);
            let at = node as usize;
            children[(nodes[at].first_child + placed[at]) as usize] = (word, child);
            placed[at] += 1;
        }
        for node in nodes.iter().filter(|node| node.children > 1) {
            children[node.first_child as usize..][..node.children as usize].sort_unstable();
        }
        let mut laid: Vec<End> = ends.iter().map(|(_, end)| *end).collect();
        for (node, end) in ends {
            laid[nodes[node as usize].end_of(end.list)] = end;
        }
        let mut trie = Trie {
            nodes,
            children,
            steps: filter,
            ends: laid,
            uses: last_of.into_iter().map(|last| WordUse { alone: 0, longer: 0, last }).collect(),
            lengths_to,
            lengths,
        };
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

    /// The lengths that an entry of a list which ends with a word may have.
    #[inline]
    pub(crate) fn lengths(&self, list: List, last: WordId) -> Lengths {
        self.lengths[list as usize] & self.lengths_to[last as usize]
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
        let node = self.nodes[node as usize];
        &self.ends[node.first_end as usize..][..node.ends() as usize]
    }

    /// The entry of a list that ends at a node.
    pub(crate) fn end(&self, node: u32, list: List) -> Option<&End> {
        let node = self.nodes[node as usize];
        if node.ending & only(list) == 0 { None } else { Some(&self.ends[node.end_of(list)]) }
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
