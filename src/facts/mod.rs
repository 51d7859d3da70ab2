//! Facts: one file a kind, each with its type, its grammar over cues and its tests.
//!
//! A kind is added with one file here, one variant of [`FactData`] and one row in `NUMERAL_READERS` or `CUE_READERS`.

pub mod amount;
#[cfg(test)]
mod around_numbers;
mod bare;
mod bounds;
pub(crate) mod brackets;
pub(crate) mod context;
pub mod date;
mod direction;
mod few;
pub mod figure;
pub mod finding;
pub mod indicator;
mod measure;
mod measured;
pub mod meeting;
pub mod official;
pub mod percentage;
pub mod person_mention;
pub(crate) mod phrase;
mod places;
mod quote;
mod rate;
mod recent;
mod refused;
pub mod relative_date;

use std::borrow::Cow;

pub(crate) use context::{Context, REACH};
pub use quote::Quote;

use crate::Span;
use crate::segment::Region;

/// What a text states, and where.
///
/// It borrows the text it was read from; [`Fact::into_owned`] lets go of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fact<'t> {
    /// What is stated, by kind.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub data: FactData<'t>,
    /// The place: bytes of the text as the caller gave it.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// Exactly what stands there.
    pub text: Cow<'t, str>,
    /// The rule that read it; its name reads as grammar: `<number>-out-of-<number>-indicators`.
    pub rule: Cow<'static, str>,
    /// The fields that were concluded and are not written there: `year`, `currency`.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub inferred: Vec<Cow<'static, str>>,
    /// The part of the page, where it is not the running text.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub region: Option<Region>,
    /// The sentence it stands in, counted from 0.
    pub sentence: usize,
}

/// What a fact states. The text form of a variant's name is its `kind` in the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FactData<'t> {
    /// A calendar date or period.
    Date(date::Date),
    /// A date that is said by its distance from another: "cùng kỳ năm trước".
    RelativeDate(relative_date::RelativeDate),
    /// A share or a change in percent.
    Percentage(percentage::Percentage<'t>),
    /// How many times something is as large: "gấp 2 lần".
    Multiple(percentage::Multiple<'t>),
    /// A sum of money.
    Amount(amount::Amount<'t>),
    /// A number of indicators.
    IndicatorCount(indicator::IndicatorCount<'t>),
    /// A person with the posts that are named with the name.
    Official(official::Official<'t>),
    /// A person who was named with a post before.
    PersonMention(person_mention::PersonMention),
    /// A meeting, ceremony or visit.
    Meeting(meeting::Meeting<'t>),
    /// A sum with what is said of it.
    Figure(figure::Figure<'t>),
    /// Where the text contradicts itself.
    Finding(finding::Finding),
}

impl FactData<'_> {
    /// Calls `visit` with every index of another fact that the fact holds. Every field that is such an index stands here: what
    /// changes the order of facts goes through this.
    pub(crate) fn visit_indices(&mut self, mut visit: impl FnMut(&mut usize)) {
        match self {
            FactData::IndicatorCount(count) => {
                count.parent.iter_mut().for_each(&mut visit);
                count.attainment.iter_mut().filter_map(|found| found.fact.as_mut()).for_each(visit);
            }
            FactData::Figure(figure) => {
                visit(&mut figure.value);
                figure.ratios.iter_mut().for_each(|ratio| visit(&mut ratio.fact));
            }
            FactData::Finding(finding) => finding.facts.iter_mut().for_each(visit),
            _ => {}
        }
    }
}

impl Fact<'_> {
    /// The same fact, with a copy of all that it quotes.
    pub fn into_owned(self) -> Fact<'static> {
        Fact {
            data: match self.data {
                FactData::Date(date) => FactData::Date(date),
                FactData::RelativeDate(date) => FactData::RelativeDate(date),
                FactData::Percentage(percentage) => FactData::Percentage(percentage.into_owned()),
                FactData::Multiple(multiple) => FactData::Multiple(multiple.into_owned()),
                FactData::Amount(amount) => FactData::Amount(amount.into_owned()),
                FactData::IndicatorCount(count) => FactData::IndicatorCount(count.into_owned()),
                FactData::Official(official) => FactData::Official(official.into_owned()),
                FactData::PersonMention(mention) => FactData::PersonMention(mention),
                FactData::Meeting(meeting) => FactData::Meeting(meeting.into_owned()),
                FactData::Figure(figure) => FactData::Figure(figure.into_owned()),
                FactData::Finding(finding) => FactData::Finding(finding),
            },
            span: self.span,
            text: Cow::Owned(self.text.into_owned()),
            rule: self.rule,
            inferred: self.inferred,
            region: self.region,
            sentence: self.sentence,
        }
    }

    /// The name of its kind in the contract: `indicator_count`.
    pub fn kind(&self) -> &'static str {
        match self.data {
            FactData::Date(_) => "date",
            FactData::RelativeDate(_) => "relative_date",
            FactData::Percentage(_) => "percentage",
            FactData::Multiple(_) => "multiple",
            FactData::Amount(_) => "amount",
            FactData::IndicatorCount(_) => "indicator_count",
            FactData::Official(_) => "official",
            FactData::PersonMention(_) => "person_mention",
            FactData::Meeting(_) => "meeting",
            FactData::Figure(_) => "figure",
            FactData::Finding(_) => "finding",
        }
    }
}

/// A fact on its way, with the tokens it stands on: what the links look at.
#[derive(Debug)]
pub(crate) struct Draft<'t> {
    pub fact: Fact<'t>,
    pub first: usize,
    pub end: usize,
}

/// What the readers have found.
pub(crate) type Output<'t> = Vec<Draft<'t>>;

/// Reads the facts that a numeral belongs to and returns the token up to which it claims the numerals, or `None` where the
/// numeral is none of its own.
type NumeralReader = for<'t> fn(&Context<'_, 't>, usize, &mut Output<'t>) -> Option<usize>;

/// A numeral is claimed once, by the first of these that knows it. **This is the only place where their order stands.**
///
/// Counts come first: they are sure by their noun ("cả năm 18/19 chỉ tiêu"), and leave alone what a calendar word names
/// ("tháng 10 chỉ tiêu thu đạt thấp"). Then what is nobody's, "20/NQ-HĐND", "7/7 xã", which a date would take for a day. Money is
/// last: it is sure by its unit.
const NUMERAL_READERS: &[NumeralReader] =
    &[indicator::read, refused::read, date::read, percentage::read, percentage::read_multiple, amount::read];

/// Those of numbers with a unit, and of them those of sums: the last ones.
const MEASURE_READERS: &[NumeralReader] = NUMERAL_READERS.split_at(3).1;
const SUM_READERS: &[NumeralReader] = MEASURE_READERS.split_at(2).1;

/// What is found by words, not by numerals. Meetings are not among them: what names one is read where a date may be its own.
const CUE_READERS: &[for<'t> fn(&Context<'_, 't>, &mut Output<'t>)] =
    &[relative_date::read, official::read, percentage::read_multiples_in_words];

/// Reads all facts of a text that are sure by themselves, in text order.
pub(crate) fn read<'t>(context: &Context<'_, 't>) -> Output<'t> {
    let mut output = Vec::with_capacity(context.numerals().len() + 8);
    let mut claimed = 0;
    for (i, numeral) in context.numerals().iter().enumerate() {
        if numeral.first < claimed {
            continue;
        }
        let readers = match measured::readers(context, numeral) {
            Some(readers) => readers,
            None if bare::is_nobodys(context, numeral) => continue,
            None => NUMERAL_READERS,
        };
        if let Some(end) = readers.iter().find_map(|reader| reader(context, i, &mut output)) {
            claimed = end;
        }
    }
    for reader in CUE_READERS {
        reader(context, &mut output);
    }
    if context.body_only {
        output.retain(|draft| context.wants(draft.fact.region));
    }
    sort(&mut output);
    output
}

/// Brings facts into text order, an enclosing one behind those that it ends with; none holds an index yet.
pub(crate) fn sort(output: &mut Output<'_>) {
    if output.is_sorted_by_key(place) {
        return;
    }
    if output.len() <= FEW {
        output.sort_by_key(place);
    } else {
        permute(output, order(output));
    }
}

/// The same, and the indices that they hold with them.
pub(crate) fn sort_with_indices(output: &mut Output<'_>) {
    if output.is_sorted_by_key(place) {
        return;
    }
    let goes_to = order(output);
    for draft in output.iter_mut() {
        draft.fact.data.visit_indices(|index| *index = goes_to[*index]);
    }
    permute(output, goes_to);
}

/// So many the standard library sorts in place; more are too large to be copied to and fro.
const FEW: usize = 20;

/// The order of facts: by their first tokens, then by their ends. Tokens are counted in 32 bits.
fn place(draft: &Draft<'_>) -> u64 {
    (draft.first as u64) << 32 | draft.end as u64
}

/// Where each fact stands in text order.
fn order(output: &Output<'_>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = output.iter().map(place).zip(0..).collect();
    order.sort_by_key(|(place, _)| *place);
    let mut goes_to = vec![0; order.len()];
    for (new, (_, old)) in order.into_iter().enumerate() {
        goes_to[old] = new;
    }
    goes_to
}

/// Brings facts to their places.
fn permute(output: &mut Output<'_>, mut goes_to: Vec<usize>) {
    for at in 0..output.len() {
        while goes_to[at] != at {
            let new = goes_to[at];
            output.swap(at, new);
            goes_to.swap(at, new);
        }
    }
}
