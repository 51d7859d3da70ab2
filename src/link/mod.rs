//! Links: what needs two facts or the whole article.

mod attainment;
mod meeting_date;
mod meetings;
mod ratio;
mod years;

use crate::facts::{Context, Output};
use crate::value::PartialDate;

/// What is known of an article from outside.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    /// The day that the article was published on.
    pub reference_date: Option<jiff::civil::Date>,
}

/// Makes the links, one after the other: each may use what those before it have found.
pub(crate) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>, circumstances: Circumstances) {
    years::infer(output, circumstances.reference_date.map(PartialDate::from));
    attainment::link(context, output);
    meeting_date::infer(context, output);
    meetings::join(context, output);
}
