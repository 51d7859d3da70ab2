//! Cues that were asked for lately: around the same number or name the same is asked again and again.

use std::cell::Cell;

use crate::data::List;
use crate::scan::Cue;

/// So many answers are remembered, one for each remainder of the question.
const PLACES: usize = 64;

/// A token and a list in one number, and the cue that was found for them.
type Found = (u64, Option<Cue>);

/// The question of no token.
const NOTHING: u64 = u64::MAX;

/// The cues that were found for some tokens and lists.
#[derive(Debug)]
pub(crate) struct RecentCues {
    places: [Cell<Found>; PLACES],
}

impl Default for RecentCues {
    fn default() -> Self {
        RecentCues { places: [const { Cell::new((NOTHING, None)) }; PLACES] }
    }
}

impl RecentCues {
    /// The cue of a list at a token, which is found where it is not remembered.
    #[inline]
    pub(super) fn get(&self, token: usize, list: List, find: impl FnOnce() -> Option<Cue>) -> Option<Cue> {
        let question = (token as u64) << 8 | list as u64;
        // Neighbouring tokens and lists have places of their own.
        let place = &self.places[(token + 8 * list as usize) % PLACES];
        match place.get() {
            (known, cue) if known == question => cue,
            _ => {
                let cue = find();
                place.set((question, cue));
                cue
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts::around_numbers::texts;
    use crate::normalize::normalize;

    const LISTS: [List; 6] =
        [List::Unit, List::Word, List::Date, List::Direction, List::Indicator, List::Comparator];

    proptest! {
        #[test]
        fn what_is_remembered_is_what_is_found(
            text in texts(), questions in proptest::collection::vec((0..300_usize, 0..LISTS.len()), 1..200)
        ) {
            let (extractor, normalized) = (Extractor::new(), normalize(&text));
            let context = extractor.context(&normalized, None);
            for (token, list) in questions {
                let (token, list) = (token % context.tokens.len().max(1), LISTS[list]);
                prop_assert_eq!(context.common_cue(token, list), context.cues.get(token, list));
                prop_assert_eq!(context.cue_before(token, list), context.cues.before(token, list));
            }
        }
    }
}
