//! Cues that were asked for lately: of the same number the same is asked again and again.

use std::cell::Cell;

use crate::scan::Cue;

/// So many tokens are remembered, one for each remainder.
const PLACES: usize = 8;

/// A token, and the cue that was found for it.
type Found = (usize, Option<Cue>);

/// The cues of one list that were found for some tokens.
#[derive(Debug, Default)]
pub(crate) struct RecentCues {
    places: [Cell<Option<Found>>; PLACES],
}

impl RecentCues {
    /// The cue of a token, which is found where it is not remembered.
    #[inline]
    pub(super) fn get(&self, token: usize, find: impl FnOnce() -> Option<Cue>) -> Option<Cue> {
        let place = &self.places[token % PLACES];
        match place.get() {
            Some((at, cue)) if at == token => cue,
            _ => {
                let cue = find();
                place.set(Some((token, cue)));
                cue
            }
        }
    }
}
