//! Percentages against the two numbers that they are made of: "33/38 chỉ tiêu (đạt 86,8%)", "32/45 trường, tỷ lệ 71,1%".

use super::error;
use crate::Decimal;
use crate::data::IndicatorRole;
use crate::facts::finding::{Check, Finding};
use crate::facts::indicator::is_boundary;
use crate::facts::{Context, FactData, Output, brackets};
use crate::link::parts::count;
use crate::link::ratio::decimals_agree;

/// No ratio is looked for further to the left than this.
const FAR: usize = 16;

/// The two numbers of a ratio, and the facts that say them.
struct Ratio {
    part: Decimal,
    whole: Decimal,
    facts: Vec<usize>,
}

pub(super) fn check(context: &Context<'_, '_>, output: &Output<'_>, found: &mut Vec<Finding>) {
    for i in 0..output.len() {
        let Some((percent, mark)) = restated(context, output, i) else { continue };
        let ratio = counted(output, i, mark, context).or_else(|| written(context, mark));
        let Some(mut ratio) = ratio else { continue };
        if decimals_agree(ratio.part, ratio.whole, percent) {
            continue;
        }
        ratio.facts.push(i);
        let share = ratio.part.percent_of(ratio.whole);
        let share = share.map_or_else(String::new, |share| format!(" = {share}%"));
        let arithmetic = format!("{} / {}{share} ≠ {percent}%", ratio.part, ratio.whole);
        found.push(error(
            Check::RatioDisagrees,
            "the percentage is not what its numbers make",
            arithmetic,
            ratio.facts,
        ));
    }
}

/// A percentage that stands alone in a bracket or between commas right behind what it restates, and the token of the mark
/// before it: "(đạt 86,8%)", ", tỷ lệ 71,1%".
fn restated(context: &Context<'_, '_>, output: &Output<'_>, i: usize) -> Option<(Decimal, usize)> {
    let FactData::Percentage(found) = &output[i].fact.data else { return None };
    let bare =
        found.max.is_none() && found.comparator.is_none() && found.change.is_none() && found.of.is_none();
    let end = output[i].end;
    if !bare || end < context.sentence(output[i].first).end && !is_boundary(context, end) {
        return None;
    }
    let left = context.left_of(output[i].first).start;
    let mut at = output[i].first;
    while at > left {
        match context.indicator_word_before(at) {
            Some((IndicatorRole::Met | IndicatorRole::Ratio, first)) => at = first,
            _ => break,
        }
    }
    let mark = at.checked_sub(1).filter(|mark| *mark >= left)?;
    let bracket = brackets::surround(context, at..end);
    // Behind a comma the words must say that it is a share of what stands before.
    let clause = context.is_mark(mark, ",") && at < output[i].first;
    (bracket || clause).then_some((found.value, mark))
}

/// The count of indicators right before the mark, where its total is known.
fn counted(output: &Output<'_>, i: usize, mark: usize, context: &Context<'_, '_>) -> Option<Ratio> {
    let nearest = (0..i).rev().take_while(|j| output[*j].end + FAR > mark);
    let j = nearest.into_iter().find(|j| count(output, *j).is_some() && output[*j].end <= mark)?;
    if (output[j].end..mark).any(|at| is_boundary(context, at) || context.numeral_at(at).is_some()) {
        return None;
    }
    let found = count(output, j)?;
    let whole = found.parent.and_then(|parent| count(output, parent));
    let total = found.total.or(whole.map(|whole| whole.count))?;
    let mut facts = vec![j];
    if found.total.is_none() {
        facts.insert(0, found.parent?);
    }
    Some(Ratio { part: Decimal::from(u64::from(found.count)), whole: Decimal::from(u64::from(total)), facts })
}

/// "32/45 trường đạt chuẩn": a ratio that is nobody's fact.
fn written(context: &Context<'_, '_>, mark: usize) -> Option<Ratio> {
    let left = context.left_of(mark).start.max(mark.saturating_sub(FAR));
    let right = (left..mark).rev().take_while(|at| !is_boundary(context, *at));
    let right = right.into_iter().find_map(|at| context.numeral_at(at))?;
    let slash = right.first.checked_sub(1).filter(|at| context.is_mark(*at, "/"))?;
    let part = context.numeral_before(slash)?;
    let counts =
        context.counted_at(right.end).is_some() && part.value.is_integer() && right.value.is_integer();
    let sound = part.value <= right.value && part.first >= left;
    (counts && sound).then(|| Ratio { part: part.value, whole: right.value, facts: Vec::new() })
}
