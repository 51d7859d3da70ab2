//! What the scan found, by place.

use crate::data::{LONGEST_ENTRY, List};

/// A word or phrase of a list, where it stands: tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The list it belongs to.
    pub list: List,
    /// The row of the list, counted from 0 in the order of the file.
    pub(crate) entry: u32,
    /// Whether the list marks this spelling as doubtful ("TP?" for "Trưởng phòng").
    pub doubtful: bool,
    pub(crate) first: u32,
    pub(crate) end: u32,
}

impl Cue {
    pub(crate) fn entry(&self) -> usize {
        self.entry as usize
    }

    /// One past its last token.
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }
}

/// All cues of a text: for every token and every list the longest entry that starts there.
///
/// Grammars ask far more often whether there is a cue than there is one, so every token has a bit for each list.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    /// In text order; those of one token in the order of the lists.
    cues: Vec<Cue>,
    tokens: Vec<At>,
}

/// What a token has to do with cues.
#[derive(Clone, Copy, Debug, Default)]
struct At {
    /// The lists of the cues that start here; the first of them is `cues[index]`.
    starting: u32,
    /// The lists of the cues that end right before the token after this one.
    ending: u32,
    index: u32,
}

impl Cues {
    /// Room for the cues of a text of so many tokens.
    pub(crate) fn new(tokens: usize) -> Self {
        Cues { cues: Vec::with_capacity(tokens / 2), tokens: vec![At::default(); tokens] }
    }

    /// Adds a cue behind all that are there: those of one token in the order of the lists.
    pub(crate) fn push(&mut self, cue: Cue) {
        let start = &mut self.tokens[cue.first as usize];
        if start.starting == 0 {
            start.index = self.cues.len() as u32;
        }
        start.starting |= bit(cue.list);
        self.tokens[cue.end as usize - 1].ending |= bit(cue.list);
        self.cues.push(cue);
    }

    /// The cue of a list that starts at a token.
    pub(crate) fn get(&self, token: usize, list: List) -> Option<Cue> {
        let at = self.tokens.get(token)?;
        if at.starting & bit(list) == 0 {
            return None;
        }
        let before = (at.starting & (bit(list) - 1)).count_ones();
        Some(self.cues[(at.index + before) as usize])
    }

    /// The cue of a list that ends right before a token; the longest, where there are several.
    pub(crate) fn before(&self, token: usize, list: List) -> Option<Cue> {
        let last = token.checked_sub(1)?;
        if self.tokens.get(last)?.ending & bit(list) == 0 {
            return None;
        }
        let starts = token.saturating_sub(LONGEST_ENTRY)..token;
        starts.into_iter().find_map(|start| self.get(start, list).filter(|cue| cue.end() == token))
    }

    /// Those of a list, in text order.
    pub(crate) fn of(&self, list: List) -> impl Iterator<Item = Cue> {
        self.cues.iter().copied().filter(move |cue| cue.list == list)
    }

    /// All of them, in text order.
    pub(crate) fn all(&self) -> &[Cue] {
        &self.cues
    }
}

const fn bit(list: List) -> u32 {
    1 << list as u32
}
