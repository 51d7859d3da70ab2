//! Parts: which counts of indicators are a part of which.
//!
//! "26 trên 42 chỉ tiêu đạt và vượt, trong đó có 17 chỉ tiêu vượt; 13 chỉ tiêu đạt trên 90%": the 17 are a part of the 26, the 13
//! are not. "Trong 15 chỉ tiêu có 12 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt": the 15 are the whole of both.

use std::ops::Range;

use crate::data::{IndicatorRole, WordRole};
use crate::facts::indicator::IndicatorCount;
use crate::facts::{Context, FactData, Output};

/// A whole that is named at the end of a sentence holds for the counts of this many sentences behind it.
const SENTENCES: usize = 2;

/// Gives every count the count that it is a part of.
pub(super) fn link(context: &Context<'_, '_>, output: &mut Output<'_>) {
    let counts: Vec<usize> = (0..output.len()).filter(|i| count(output, *i).is_some()).collect();
    let mut state = State::default();
    for (nth, &i) in counts.iter().enumerate() {
        let previous = nth.checked_sub(1).map(|before| counts[before]);
        let parent = state.parent(context, output, previous, i);
        if let FactData::IndicatorCount(count) = &mut output[i].fact.data {
            count.parent = parent;
        }
        state.keep_whole(context, output, i, parent);
    }
}

pub(super) fn count<'o, 't>(output: &'o Output<'t>, i: usize) -> Option<&'o IndicatorCount<'t>> {
    match &output[i].fact.data {
        FactData::IndicatorCount(count) => Some(count),
        _ => None,
    }
}

/// What is known while the counts are gone through in text order.
#[derive(Default)]
struct State {
    /// The last count that may be a whole of those behind it.
    whole: Option<usize>,
    /// The count that "trong đó" or a bracket opened, until the next ";" or the closing bracket.
    inner: Option<usize>,
}

impl State {
    fn parent(
        &mut self,
        context: &Context<'_, '_>,
        output: &Output<'_>,
        previous: Option<usize>,
        i: usize,
    ) -> Option<usize> {
        let previous = previous.filter(|p| output[*p].fact.sentence == output[i].fact.sentence);
        let Some(previous) = previous else {
            self.inner = None;
            return self.whole_for(context, output, i);
        };
        let between = output[previous].end..output[i].first;
        if opens_parts(context, between.clone()) {
            self.inner = Some(previous);
        } else if self.inner.is_some() && closes_parts(context, between) {
            self.inner = None;
        }
        match self.inner {
            // A part is smaller than its whole, or the sentence is at odds with itself; then the findings say so.
            Some(inner) => Some(inner),
            None => self.whole_for(context, output, i),
        }
    }

    /// The whole that stands before a count, where it can be its whole.
    fn whole_for(&self, context: &Context<'_, '_>, output: &Output<'_>, i: usize) -> Option<usize> {
        let whole = self.whole.filter(|whole| *whole != i)?;
        let (a, b) = (count(output, whole)?, count(output, i)?);
        let told = b.status.is_some() || opens_with_out_of(context, output[whole].first);
        let fits = b.count <= a.count && b.total.is_none_or(|total| total == a.count);
        (told && fits && same_noun(a, b) && is_near(context, output, whole, i)).then_some(whole)
    }

    /// A count without a status, "giao 42 chỉ tiêu", and one behind "trong", "trong 05 chỉ tiêu chưa đạt có …", is a whole.
    fn keep_whole(
        &mut self,
        context: &Context<'_, '_>,
        output: &Output<'_>,
        i: usize,
        parent: Option<usize>,
    ) {
        let Some(found) = count(output, i) else { return };
        let bare = found.status.is_none() && found.total.is_none() && found.max.is_none();
        if parent.is_none() && bare || opens_with_out_of(context, output[i].first) {
            self.whole = Some(i);
        }
    }
}

/// "trong 15 chỉ tiêu", "trong tổng số 15 chỉ tiêu".
pub(super) fn opens_with_out_of(context: &Context<'_, '_>, first: usize) -> bool {
    matches!(context.indicator_word_before(first), Some((IndicatorRole::OutOf, _)))
        || context.is_behind(first, WordRole::OutOf)
}

/// Whether a whole is in the same sentence, or in the same paragraph shortly before.
fn is_near(context: &Context<'_, '_>, output: &Output<'_>, whole: usize, i: usize) -> bool {
    let (from, to) = (output[whole].fact.sentence, output[i].fact.sentence);
    let same_line = (output[whole].end..output[i].first).len() <= 4 * crate::facts::REACH
        && (output[whole].end..=output[i].first).all(|at| !context.tokens[at].is_line_start());
    to - from <= SENTENCES && same_line
}

fn same_noun(a: &IndicatorCount<'_>, b: &IndicatorCount<'_>) -> bool {
    match (&a.noun, &b.noun) {
        (Some(a), Some(b)) => a.text.to_lowercase() == b.text.to_lowercase(),
        _ => true,
    }
}

/// Whether "trong đó" or an open bracket stands between two counts.
fn opens_parts(context: &Context<'_, '_>, between: Range<usize>) -> bool {
    let mut open = 0_i32;
    let mut of_which = false;
    for at in between {
        match context.mark(at) {
            Some('(') => open += 1,
            Some(')') => open -= 1,
            Some(';') => of_which = false,
            _ => of_which |= context.is_word(at, WordRole::OfWhich).is_some(),
        }
    }
    open > 0 || of_which
}

/// Whether what "trong đó" or a bracket opened is closed between two counts.
fn closes_parts(context: &Context<'_, '_>, mut between: Range<usize>) -> bool {
    between.any(|at| matches!(context.mark(at), Some(';' | ')')))
}
