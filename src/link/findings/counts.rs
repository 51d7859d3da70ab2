//! Counts of indicators against their whole.

use super::{error, sum_against};
use crate::facts::finding::{Check, Finding, Severity};
use crate::facts::indicator::{Attainment, IndicatorCount, Status};
use crate::facts::{Context, Output};
use crate::link::parts::{count, opens_with_out_of};
use crate::value::Comparator;

/// A count belongs to one of the last groups, or opens one.
const OPEN: usize = 6;

/// Parts that lie in one sentence, and their whole.
struct Group {
    /// The count that is the whole, or the one whose "trên 42" says it.
    whole: usize,
    total: u32,
    parts: Vec<usize>,
}

pub(super) fn check(context: &Context<'_, '_>, output: &Output<'_>, found: &mut Vec<Finding>) {
    for (i, count) in counts(output) {
        if let Some(total) = count.total.filter(|total| *total < count.count) {
            let arithmetic = format!("{} > {total}", count.count);
            found.push(error(
                Check::PartsExceedWhole,
                "the part is more than its whole",
                arithmetic,
                vec![i],
            ));
        }
    }
    for group in groups(output) {
        check_group(context, output, &group, found);
    }
}

fn counts<'o, 't>(output: &'o Output<'t>) -> impl Iterator<Item = (usize, &'o IndicatorCount<'t>)> {
    (0..output.len()).filter_map(|i| count(output, i).map(|count| (i, count)))
}

/// The counts that share a parent, and those at the top of a sentence of which one gives a total.
fn groups(output: &Output<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (i, found) in counts(output) {
        let sentence = output[i].fact.sentence;
        let same = groups.iter_mut().rev().take(OPEN).find(|group| {
            let last = group.parts.last().copied().unwrap_or(group.whole);
            output[last].fact.sentence == sentence
                && match found.parent {
                    Some(parent) => group.whole == parent && !group.parts.contains(&parent),
                    None => group.parts.contains(&group.whole),
                }
        });
        match (same, found.parent) {
            (Some(group), _) => group.parts.push(i),
            (None, Some(parent)) => {
                let total = count(output, parent).map_or(0, |whole| whole.count);
                // Parts told again in a later sentence are the same parts.
                let told = |group: &Group| group.whole == parent && !group.parts.contains(&parent);
                if !groups.iter().rev().take(OPEN).any(told) {
                    groups.push(Group { whole: parent, total, parts: vec![i] });
                }
            }
            (None, None) => {
                if let Some(total) = found.total {
                    groups.push(Group { whole: i, total, parts: vec![i] });
                }
            }
        }
    }
    groups
}

fn check_group(context: &Context<'_, '_>, output: &Output<'_>, group: &Group, found: &mut Vec<Finding>) {
    let whole_is_part = group.parts.contains(&group.whole);
    let facts = || {
        let whole = (!whole_is_part).then_some(group.whole);
        whole.into_iter().chain(group.parts.iter().copied()).collect::<Vec<usize>>()
    };
    if let [only] = group.parts.as_slice() {
        let part = count(output, *only).map_or(0, |part| part.count);
        if !whole_is_part && part > group.total {
            let arithmetic = format!("{part} > {}", group.total);
            found.push(error(
                Check::PartsExceedWhole,
                "the part is more than its whole",
                arithmetic,
                facts(),
            ));
        }
        return;
    }
    let parts: Vec<&IndicatorCount<'_>> = group.parts.iter().filter_map(|i| count(output, *i)).collect();
    let named = !whole_is_part && opens_with_out_of(context, output[group.whole].first);
    if !are_kinds_apart(&parts, group.total, named) {
        return;
    }
    let disjoint = disjoint(&parts);
    let sum: u32 = disjoint.iter().sum();
    if sum > group.total {
        let arithmetic = sum_against(&disjoint, sum, ">", group.total);
        found.push(error(
            Check::PartsExceedWhole,
            "the parts are more than their whole",
            arithmetic,
            facts(),
        ));
        return;
    }
    // All that is said, even what may lie inside another part, leaves some of the whole untold.
    let all: Vec<u32> = parts.iter().map(|part| part.count).collect();
    let most: u32 = all.iter().sum();
    let complete = named && is_met_and_not(&parts) && parts.len() == disjoint.len();
    if complete
        && most < group.total
        && output[group.whole].fact.sentence == output[group.parts[0]].fact.sentence
    {
        let mut finding = error(
            Check::PartsDoNotSum,
            "the parts are less than their whole",
            sum_against(&all, most, "<", group.total),
            facts(),
        );
        finding.severity = Severity::Note;
        found.push(finding);
    }
}

/// Whether counts are kinds of one whole and not the same thing said of several: "xã A đạt 15/19, xã B đạt 12/19 tiêu chí".
fn are_kinds_apart(parts: &[&IndicatorCount<'_>], total: u32, named: bool) -> bool {
    let bounded = parts.iter().any(|part| part.max.is_some() || part.comparator.is_some());
    let totals_agree = parts.iter().all(|part| part.total.is_none_or(|own| own == total));
    let unknown = parts.iter().any(|part| part.status.is_none());
    let twice = parts.iter().enumerate().any(|(i, one)| {
        let same = |other: &&IndicatorCount<'_>| {
            one.status == other.status && one.attainment.map(band) == other.attainment.map(band)
        };
        one.status.is_some() && parts[..i].iter().any(same)
    });
    !bounded && totals_agree && !twice && (!unknown || named)
}

/// The share of the plan that is told, wherever it stands.
fn band(attainment: Attainment) -> Attainment {
    Attainment { fact: None, ..attainment }
}

/// The parts that certainly exclude each other: those that may lie inside a larger one are left out.
fn disjoint(parts: &[&IndicatorCount<'_>]) -> Vec<u32> {
    let kept = parts.iter().enumerate().filter(|(i, part)| {
        let inside = |(j, other): (usize, &&IndicatorCount<'_>)| {
            j != *i && part.count <= other.count && may_lie_inside(part, other)
        };
        !parts.iter().enumerate().any(inside)
    });
    kept.map(|(_, part)| part.count).collect()
}

/// "vượt" may be told of some of those that "đạt", "đạt trên 80%" of some of those that "đạt trên 50%", "dưới 30%" of some of
/// those that "chưa đạt".
fn may_lie_inside(part: &IndicatorCount<'_>, other: &IndicatorCount<'_>) -> bool {
    let side = |count: &IndicatorCount<'_>| count.attainment.and_then(|attainment| attainment.comparator);
    let above =
        |count: &IndicatorCount<'_>| matches!(side(count), Some(Comparator::Over | Comparator::AtLeast));
    match (part.status, other.status) {
        (Some(Status::Exceeded), Some(Status::Met | Status::MetOrExceeded)) => true,
        (Some(Status::Met), Some(Status::MetOrExceeded)) => true,
        (Some(Status::Partial), Some(Status::NotMet)) => true,
        (Some(Status::Partial), Some(Status::Partial)) => {
            above(part) && above(other)
                || side(part) == Some(Comparator::Under) && side(other) == Some(Comparator::Under)
        }
        _ => false,
    }
}

/// Whether some are met and the others not: together they should be all.
fn is_met_and_not(parts: &[&IndicatorCount<'_>]) -> bool {
    let told = parts.iter().all(|part| {
        matches!(part.status, Some(Status::Met | Status::Exceeded | Status::MetOrExceeded | Status::NotMet))
    });
    told && parts.iter().any(|part| part.status == Some(Status::NotMet))
        && parts.iter().any(|part| part.status != Some(Status::NotMet))
}
