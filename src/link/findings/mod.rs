//! Consistency: what a text states more than once, or with its parts, is held against itself.
//!
//! A wrong alarm costs more than a missed contradiction, so only what cannot be read otherwise is said; nothing is repaired.

mod counts;
mod dates;
mod ratios;
mod sums;

use std::fmt::Display;
use std::ops::Range;

use crate::facts::finding::{Check, Finding, Severity};
use crate::facts::{Context, Draft, FactData, Output};

/// Adds a finding for every contradiction.
pub(super) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut found = Vec::new();
    counts::check(context, output, &mut found);
    ratios::check(context, output, &mut found);
    sums::check(context, output, &mut found);
    dates::check_weekdays(context, output, &mut found);
    let mut drafts: Vec<Draft<'t>> =
        found.into_iter().filter_map(|finding| at_its_facts(context, output, finding)).collect();
    let impossible = dates::impossible(context, output);
    drafts.extend(impossible.into_iter().map(|(finding, tokens)| draft(context, tokens, finding)));
    output.extend(drafts);
}

/// A finding stands where its facts do.
fn at_its_facts<'t>(context: &Context<'_, 't>, output: &Output<'t>, finding: Finding) -> Option<Draft<'t>> {
    let first = finding.facts.iter().map(|i| output[*i].first).min()?;
    let end = finding.facts.iter().map(|i| output[*i].end).max()?;
    Some(draft(context, first..end, finding))
}

fn draft<'t>(context: &Context<'_, 't>, tokens: Range<usize>, finding: Finding) -> Draft<'t> {
    let rule = match finding.check {
        Check::PartsExceedWhole => "parts-exceed-<whole>",
        Check::PartsDoNotSum => "parts-do-not-sum-to-<whole>",
        Check::RatioDisagrees => "<part>-of-<whole>-is-not-<percent>",
        Check::WeekdayDisagrees => "<weekday>-is-not-of-<date>",
        Check::ImpossibleDate => "no-such-<date>",
    };
    context.draft(tokens, rule, FactData::Finding(finding))
}

/// "26 + 13 + 13 = 52 > 42"
fn sum_against(parts: &[impl Display], sum: impl Display, sign: &str, whole: impl Display) -> String {
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    format!("{} = {sum} {sign} {whole}", parts.join(" + "))
}

fn error(check: Check, message: &str, arithmetic: String, facts: Vec<usize>) -> Finding {
    Finding {
        check,
        message: message.to_owned(),
        arithmetic: Some(arithmetic),
        facts,
        severity: Severity::Error,
    }
}
