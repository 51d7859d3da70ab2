//! Links: what needs two facts or the whole article.

mod attainment;
mod coreference;
mod figures;
mod findings;
mod holders;
mod meeting_date;
mod meeting_gap;
mod meetings;
mod moments;
mod parts;
mod people;
mod present;
mod ratio;
mod relative;
mod words;
mod years;

use crate::facts::{Context, FactData, Output, sort, sort_with_indices};
use crate::value::DateValue;
use people::People;
use present::Present;

/// What is known of an article from outside.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    /// The day that the article was published on.
    pub reference_date: Option<jiff::civil::Date>,
}

/// What is known of an article when a section of it is read: what it is known from outside, and what the sections before have told.
#[derive(Default)]
pub(crate) struct Article {
    present: Option<Present>,
    people: People,
    /// Whether a section was read.
    is_begun: bool,
}

impl Article {
    pub(crate) fn new(circumstances: Circumstances) -> Self {
        Article { present: circumstances.reference_date.map(Present::from), ..Article::default() }
    }

    /// The day or year that it speaks from.
    pub(crate) fn reference_date(&self) -> Option<DateValue> {
        self.present.and_then(Present::value)
    }
}

/// Makes the links of a section, one after the other: each may use what those before it have found.
pub(crate) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>, article: &mut Article) {
    let present = article.present.or_else(|| present::present(context, output, !article.is_begun));
    (article.present, article.is_begun) = (present, true);
    years::infer(context, output, present);
    relative::resolve(output, present);
    meetings::link(context, output);
    coreference::link(context, output, &mut article.people);
    // From here on facts hold the indices of others: facts are added behind the others, none is taken out or moved.
    sort(output);
    if output.iter().any(|draft| matches!(draft.fact.data, FactData::IndicatorCount(_))) {
        attainment::link(context, output);
        parts::link(context, output);
    }
    findings::link(context, output);
    figures::link(context, output);
    sort_with_indices(output);
}
