//! What the scan found, by place.

use crate::data::List;

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
#[derive(Debug, Default)]
pub(crate) struct Cues {
    cues: Vec<Cue>,
    /// `cues[starts[i]..starts[i + 1]]` are those that start at token `i`.
    starts: Vec<u32>,
}

impl Cues {
    pub(crate) fn new(tokens: usize) -> Self {
        let mut starts = Vec::with_capacity(tokens + 1);
        starts.push(0);
        Cues { cues: Vec::with_capacity(tokens / 2), starts }
    }

    /// Adds a cue of the token that is being filled.
    pub(crate) fn push(&mut self, cue: Cue) {
        self.cues.push(cue);
    }

    /// Goes on to the next token.
    pub(crate) fn next_token(&mut self) {
        self.starts.push(self.cues.len() as u32);
    }

    /// The cues that start at a token, none past the end of the text.
    pub(crate) fn at(&self, token: usize) -> &[Cue] {
        match self.starts.get(token..token + 2) {
            Some(bounds) => &self.cues[bounds[0] as usize..bounds[1] as usize],
            None => &[],
        }
    }

    /// The cue of a list that starts at a token.
    pub(crate) fn get(&self, token: usize, list: List) -> Option<&Cue> {
        self.at(token).iter().find(|cue| cue.list == list)
    }

    /// All of them, in text order.
    pub(crate) fn all(&self) -> &[Cue] {
        &self.cues
    }
}
