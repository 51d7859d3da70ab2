//! Relative dates: "hôm qua", "tháng trước", "cùng kỳ năm trước".

use std::borrow::Cow;

use super::{Context, FactData, Output};
use crate::data::{DateRole, List, WordRole};
use crate::scan::RELATIVE_DATES;
use crate::value::{DateValue, PartOfDay};

/// A date that is said by its distance from another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RelativeDate {
    /// The date, once it is resolved: where the day of the article, or the period it reports, is known.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub value: Option<DateValue>,
    /// The distance as an ISO 8601 duration: `P-1Y`.
    pub offset: Cow<'static, str>,
    /// What the distance is counted from.
    pub anchor: Anchor,
    /// The part of the day that is said with it: "tối qua".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub part_of_day: Option<PartOfDay>,
}

/// What a relative date is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Anchor {
    /// The day of the article: "hôm qua".
    Reference,
    /// The period that is reported: "cùng kỳ năm trước".
    ReportedPeriod,
}

/// Reads the relative expressions; what they are worth is a link.
///
/// "cùng kỳ năm 2022" names its year: then only "cùng kỳ" is relative. "năm nay" inside "6 tháng đầu năm nay" is part of that date.
pub(crate) fn read<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut cues = context.cues.of_part(List::Date, RELATIVE_DATES).peekable();
    if cues.peek().is_none() {
        return;
    }
    let mut dates: Vec<(usize, usize)> = output
        .iter()
        .filter(|draft| matches!(draft.fact.data, FactData::Date(_)))
        .map(|draft| (draft.first, draft.end))
        .collect();
    dates.sort_unstable();
    let mut next = dates.into_iter().peekable();
    let mut end = 0;
    for cue in cues {
        let (first, cue_end) = (cue.first as usize, cue.end());
        let entry = &context.lists().dates[cue.entry()];
        while next.peek().is_some_and(|(_, date_end)| *date_end <= first) {
            next.next();
        }
        let is_inside = next.peek().is_some_and(|(date_first, _)| *date_first < cue_end);
        // "sáng nay (23/11)", "sáng nay 23/11": the date is said.
        let is_said = next.peek().is_some_and(|(date_first, _)| *date_first <= cue_end + 1);
        let (offset, part_of_day, anchor) = match entry.role {
            DateRole::Relative if is_compared(context, first) => {
                (&*entry.value, None, Anchor::ReportedPeriod)
            }
            DateRole::Relative => (&*entry.value, None, Anchor::Reference),
            DateRole::SamePeriod => (&*entry.value, None, Anchor::ReportedPeriod),
            DateRole::PartOfDay if !is_said => match entry.value.split_once(' ') {
                Some((part, offset)) => (offset, part.parse().ok(), Anchor::Reference),
                None => continue,
            },
            _ => continue,
        };
        // "9 tháng qua", "5 năm trước" are durations.
        if is_inside || first < end || context.numeral_before(first).is_some() {
            continue;
        }
        end = cue_end;
        let offset = Cow::Owned(offset.to_owned());
        let data = FactData::RelativeDate(RelativeDate { value: None, offset, anchor, part_of_day });
        output.push(context.draft(first..cue_end, "<relative-date>", data));
    }
}

/// "so với tháng trước" is the month before the one that is reported, not before the article.
fn is_compared(context: &Context<'_, '_>, first: usize) -> bool {
    context.is_behind(first, WordRole::Compared)
}
