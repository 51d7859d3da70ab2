//! Links: what needs two facts or the whole article.

mod attainment;
mod coreference;
mod figures;
mod findings;
mod holders;
mod meeting_date;
mod meetings;
mod parts;
mod present;
mod ratio;
mod relative;
mod words;
mod years;

use crate::facts::{Context, FactData, Output, sort, sort_with_indices};
use crate::value::DateValue;
use present::Present;

/// What is known of an article from outside.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    /// The day that the article was published on.
    pub reference_date: Option<jiff::civil::Date>,
}

/// Makes the links, one after the other: each may use what those before it have found. Returns the day or year that the text
/// speaks from.
pub(crate) fn link<'t>(
    context: &Context<'_, 't>,
    output: &mut Output<'t>,
    circumstances: Circumstances,
) -> Option<DateValue> {
    let present =
        circumstances.reference_date.map(Present::from).or_else(|| present::present(context, output));
    years::infer(context, output, present);
    relative::resolve(output, present);
    meetings::link(context, output);
    coreference::link(context, output);
    // From here on facts hold the indices of others: facts are added behind the others, none is taken out or moved.
    sort(output);
    if output.iter().any(|draft| matches!(draft.fact.data, FactData::IndicatorCount(_))) {
        attainment::link(context, output);
        parts::link(context, output);
    }
    findings::link(context, output);
    figures::link(context, output);
    sort_with_indices(output);
    present.and_then(Present::value)
}
