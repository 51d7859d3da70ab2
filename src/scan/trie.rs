//! A trie over word ids: the entries of all lists as paths.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::data::{Form, LONGEST_ENTRY, List};
use crate::segment::{Token, WordId};

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

/// What binds as "và" does.
pub(crate) const CONJUNCTIONS: ListSet = 1 << 25;

const _: () = assert!(List::COUNT <= 25, "the bits of lists and of their parts are apart");

/// Entries as paths over ids. The nodes behind a first word come first, so that the id of a word is also its node; which node a
/// further word leads to is looked up in a table of all steps.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    steps: Steps,
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
    /// The lists with an entry that ends with it.
    pub last: ListSet,
    /// The classes of the words that follow it in an entry that it begins.
    followed_by: WordClasses,
    /// Its class, if it is the second word of an entry.
    class: WordClasses,
}

impl WordUse {
    /// Whether an entry may begin with the word and `token`, which stands behind it and has a word of use `next`: quick, without a
    /// branch, and never wrong to deny it.
    #[inline(always)]
    pub(crate) fn may_go_on(&self, token: &Token, next: &WordUse) -> bool {
        (self.followed_by & next.class != 0) & !token.is_line_start()
    }
}

/// Classes of words, a bit for each: of two words that stand next to each other they say, most often, that no entry begins so.
type WordClasses = u32;

/// The class of a word.
fn class_of(word: WordId) -> WordClasses {
    1 << (word % WordClasses::BITS)
}

/// Where a walk over entries has come to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Node {
    /// The lists of the entries that end here, and their parts; their ends lie from `first_end` on in the order of the lists.
    ending: ListSet,
    /// The lists of the entries that end further on.
    below: ListSet,
    first_end: u32,
}

impl Node {
    /// How many entries end here.
    fn ends(&self) -> u32 {
        (self.ending & ALL).count_ones()
    }

    /// The lists of which an entry ends here or further on.
    fn through(&self) -> ListSet {
        self.ending | self.below
    }

    /// Whether an entry of a list ends here.
    #[inline]
    pub(crate) fn ends_any(&self, list: List) -> bool {
        self.ending & only(list) != 0
    }

    /// Whether an entry of a list ends further on.
    #[inline]
    pub(crate) fn goes_on(&self, list: List) -> bool {
        self.below & only(list) != 0
    }

    /// Where the end of a list lies that has one here.
    fn end_of(&self, list: List) -> usize {
        self.first_end as usize + (self.ending & (only(list) - 1)).count_ones() as usize
    }
}

/// A trie that is still growing.
#[derive(Debug)]
pub(crate) struct TrieBuilder {
    /// With the lists of their entries.
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
            self.nodes.push(Node::default());
        }
        child
    }

    /// Lays the ends of the nodes out, node after node, and the steps in their table.
    pub(crate) fn build(self) -> Trie {
        let TrieBuilder { mut nodes, steps, ends, last_of, lengths_to, lengths } = self;
        let mut first_end = 0;
        for node in &mut nodes {
            node.first_end = first_end;
            first_end += node.ends();
        }
        let mut laid: Vec<End> = ends.iter().map(|(_, end)| *end).collect();
        for (node, end) in ends {
            laid[nodes[node as usize].end_of(end.list)] = end;
        }
        mark_below(&mut nodes, &steps);
        let word_use =
            |(last, node): (ListSet, &Node)| WordUse { alone: node.ending, last, ..WordUse::default() };
        let mut uses: Vec<WordUse> = last_of.into_iter().zip(&nodes).map(word_use).collect();
        let mut table = Steps::with_room(steps.len());
        for ((node, word), child) in steps {
            table.insert(Step { node, word, child, through: nodes[child as usize].through() });
            if let Some(first) = uses.get_mut(node as usize) {
                first.followed_by |= class_of(word);
                uses[word as usize].class = class_of(word);
            }
        }
        Trie { nodes, steps: table, ends: laid, uses, lengths_to, lengths }
    }
}

/// Tells every node which lists' entries end further on.
fn mark_below(nodes: &mut [Node], steps: &FxHashMap<(u32, WordId), u32>) {
    let mut parents = vec![None; nodes.len()];
    for ((node, _), child) in steps {
        parents[*child as usize] = Some(*node);
    }
    // A node was added behind the one it follows.
    for child in (0..nodes.len()).rev() {
        if let Some(parent) = parents[child] {
            nodes[parent as usize].below |= nodes[child].through();
        }
    }
}

impl Trie {
    /// What a word has to do with the entries.
    #[inline]
    pub(crate) fn word(&self, word: WordId) -> WordUse {
        self.uses[word as usize]
    }

    /// The lists of which an entry begins with a word and the next, and perhaps goes on.
    #[inline]
    pub(crate) fn begins(&self, word: WordId, next: WordId) -> ListSet {
        self.steps.get(word, next).map_or(0, |step| step.through)
    }

    /// The lengths that an entry of a list which ends with a word may have.
    #[inline]
    pub(crate) fn lengths(&self, list: List, last: WordId) -> Lengths {
        self.lengths[list as usize] & self.lengths_to[last as usize]
    }

    /// The node behind a node and a further word; a first word is a node itself.
    #[inline]
    pub(crate) fn child(&self, node: u32, word: WordId) -> Option<u32> {
        self.steps.get(node, word).map(|step| step.child)
    }

    /// The node behind a node and a further word, if entries of a list go through it.
    #[inline]
    pub(crate) fn child_for(&self, node: u32, word: WordId, list: List) -> Option<u32> {
        self.steps.get(node, word).filter(|step| step.through & only(list) != 0).map(|step| step.child)
    }

    /// The entries that end at a node, in the order of their lists.
    pub(crate) fn ends(&self, node: u32) -> &[End] {
        let node = self.nodes[node as usize];
        &self.ends[node.first_end as usize..][..node.ends() as usize]
    }

    /// The entry that ends at a node, the first where several lists have one.
    #[inline]
    pub(crate) fn first_end(&self, node: u32) -> Option<&End> {
        let node = &self.nodes[node as usize];
        if node.ending == 0 { None } else { self.ends.get(node.first_end as usize) }
    }

    /// A node with what ends there and further on.
    #[inline]
    pub(crate) fn node(&self, node: u32) -> &Node {
        &self.nodes[node as usize]
    }

    /// The entry of a list that is known to end at a node.
    #[inline]
    pub(crate) fn end(&self, node: &Node, list: List) -> Option<&End> {
        // Few entries share a node: the one of the list is found sooner than those before it are counted.
        self.ends[node.first_end as usize..].iter().find(|end| end.list == list)
    }
}

/// A step from a node to the one behind it.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    node: u32,
    word: WordId,
    child: u32,
    /// The lists of the entries that go through it.
    through: ListSet,
}

/// All steps, by their node and word: open addressing, at most a third full.
#[derive(Debug)]
struct Steps {
    /// Says of most pairs of a node and a word that they are no step: a Bloom filter of one bit a pair. Two words that stand next
    /// to each other in a text are seldom two words of an entry, so that most walks end here. As many as a power of two.
    filter: Vec<u64>,
    /// As many as a power of two; those without a child are free.
    slots: Vec<Step>,
    /// How far a product is shifted to become the index of a slot.
    shift: u32,
}

impl Steps {
    fn with_room(steps: usize) -> Self {
        let slots = (steps * 3).next_power_of_two().max(2);
        Steps {
            filter: vec![0; (steps / 4).next_power_of_two()],
            slots: vec![Step::default(); slots],
            shift: 64 - slots.trailing_zeros(),
        }
    }

    /// Multiplicative hashing: the high bits of the product depend on all bits of both.
    #[inline]
    fn hash(node: u32, word: WordId) -> u64 {
        (u64::from(node) << 24 ^ u64::from(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    /// Where the filter has the bit of a hash, and the bit.
    #[inline]
    fn bit(&self, hash: u64) -> (usize, u64) {
        ((hash >> 40) as usize & (self.filter.len() - 1), 1 << (hash >> 34 & 63))
    }

    fn insert(&mut self, step: Step) {
        let hash = Steps::hash(step.node, step.word);
        let (at, bit) = self.bit(hash);
        self.filter[at] |= bit;
        let mut at = (hash >> self.shift) as usize;
        while self.slots[at].child != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = step;
    }

    #[inline]
    fn get(&self, node: u32, word: WordId) -> Option<&Step> {
        let hash = Steps::hash(node, word);
        let (at, bit) = self.bit(hash);
        if self.filter[at] & bit == 0 { None } else { self.probe(hash, node, word) }
    }

    #[inline]
    fn probe(&self, hash: u64, node: u32, word: WordId) -> Option<&Step> {
        let mut at = (hash >> self.shift) as usize;
        loop {
            let step = &self.slots[at & (self.slots.len() - 1)];
            if step.child == 0 {
                return None;
            }
            if step.node == node && step.word == word {
                return Some(step);
            }
            at += 1;
        }
    }
}
