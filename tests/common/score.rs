//! How found facts are measured against facts made by hand: the contract's measures, which count a number only when
//! everything that the text says about it is right.
//!
//! Not done here, since the golden articles do not need it: abbreviations are not brought to one form (a post must be
//! spelled as the article spells it, case and tone placement aside).

use super::{posts, span, string};
use serde_json::Value;
use std::collections::BTreeMap;
use vietfacts::normalize::fold;

/// What is measured, in the order of reports.
pub const MEASURES: [&str; 7] =
    ["date", "percentage", "amount", "indicator_count", "official", "position", "meeting"];

/// Hits and misses of one measure.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub right: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Tally {
    /// The harmonic mean of precision and recall, in thousandths, rounded down; 1000 where there was nothing to find and nothing
    /// was found.
    pub fn f1(self) -> usize {
        let all = 2 * self.right + self.missed + self.wrong;
        (2000 * self.right).checked_div(all).unwrap_or(1000)
    }

    pub fn add(&mut self, other: Tally) {
        self.right += other.right;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }
}

/// One article's tallies, by measure, and a line for every fact that was missed or wrong.
#[derive(Debug, Default)]
pub struct Scores {
    pub tallies: BTreeMap<&'static str, Tally>,
    pub errors: Vec<String>,
}

/// Measures the facts that were found in an article.
pub fn score(gold: &[Value], found: &[Value]) -> Scores {
    let mut scores = Scores::default();
    for kind in ["date", "percentage", "amount", "indicator_count"] {
        numbers(kind, &of_kind(gold, kind), &of_kind(found, kind), &mut scores);
    }
    officials(&of_kind(gold, "official"), &of_kind(found, "official"), &mut scores);
    meetings(&of_kind(gold, "meeting"), &of_kind(found, "meeting"), &mut scores);
    scores
}

fn of_kind<'f>(facts: &'f [Value], kind: &str) -> Vec<&'f Value> {
    facts.iter().filter(|fact| string(fact, "kind") == kind).collect()
}

fn is_optional(fact: &Value) -> bool {
    fact["optional"] == true
}

fn overlap(a: &Value, b: &Value) -> usize {
    let (a, b) = (span(a), span(b));
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

impl Scores {
    fn tally(&mut self, measure: &'static str) -> &mut Tally {
        self.tallies.entry(measure).or_default()
    }

    fn missed(&mut self, measure: &'static str, what: &dyn std::fmt::Display) {
        self.tally(measure).missed += 1;
        self.errors.push(format!("{measure}: missed {what}"));
    }

    fn wrong(&mut self, measure: &'static str, what: &dyn std::fmt::Display) {
        self.tally(measure).wrong += 1;
        self.errors.push(format!("{measure}: wrong {what}"));
    }
}

/// Facts that are compared one by one at their place.
fn numbers(kind: &'static str, gold: &[&Value], found: &[&Value], scores: &mut Scores) {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (g, expected) in gold.iter().enumerate().filter(|(_, fact)| !is_optional(fact)) {
        for (f, fact) in found.iter().enumerate() {
            let shared = overlap(expected, fact);
            if shared > 0 && complete(kind, expected, fact) {
                pairs.push((shared, g, f));
            }
        }
    }
    pairs.sort_by_key(|&(shared, g, f)| (std::cmp::Reverse(shared), g, f));
    let (mut met, mut used) = (vec![false; gold.len()], vec![false; found.len()]);
    for (_, g, f) in pairs {
        if !met[g] && !used[f] {
            (met[g], used[f]) = (true, true);
            scores.tally(kind).right += 1;
        }
    }
    for (fact, _) in gold.iter().zip(met).filter(|(fact, met)| !met && !is_optional(fact)) {
        scores.missed(kind, fact);
    }
    for (fact, _) in found.iter().zip(used).filter(|(_, used)| !used) {
        if !gold.iter().any(|other| is_optional(other) && overlap(other, fact) > 0) {
            scores.wrong(kind, fact);
        }
    }
}

/// The value and all that the text says about it.
fn complete(kind: &str, gold: &Value, found: &Value) -> bool {
    let same = |fields: &[&str]| fields.iter().all(|field| gold[*field] == found[*field]);
    match kind {
        "date" => same_date(gold, "value", found, "value"),
        "percentage" => {
            same(&["value", "max", "comparator", "change", "unit"])
                && (gold["of"].is_null() || same_phrase(string(gold, "of"), string(found, "of")))
        }
        "amount" => {
            same(&["value", "max", "currency", "comparator"])
                && (gold["per"].is_null() && found["per"].is_null()
                    || same_phrase(string(gold, "per"), string(found, "per")))
        }
        _ => {
            let attained = ["value", "max", "comparator"]
                .iter()
                .all(|field| gold["attainment"][*field] == found["attainment"][*field]);
            same(&["count", "total", "status"]) && (gold["attainment"].is_null() || attained)
        }
    }
}

/// Dates are equal without their time of day; a half is its six months, a quarter its three. `or` is a second right answer.
fn same_date(gold: &Value, gold_field: &str, found: &Value, field: &str) -> bool {
    let found = plain_date(string(found, field));
    let second = string(gold, "or");
    plain_date(string(gold, gold_field)) == found || !second.is_empty() && plain_date(second) == found
}

fn plain_date(value: &str) -> String {
    let day = |value: &str| value.split('T').next().unwrap_or_default().to_owned();
    let (start, end) = match value.split_once('/') {
        None => return months_of(&day(value)),
        Some((start, end)) => (day(start), day(end)),
    };
    format!("{start}/{end}")
}

/// A quarter or a half as an interval of months; other dates as they are.
fn months_of(date: &str) -> String {
    let (year, months) = match date.split_at_checked(4) {
        Some((year, "-Q1")) => (year, ("01", "03")),
        Some((year, "-Q2")) => (year, ("04", "06")),
        Some((year, "-Q3")) => (year, ("07", "09")),
        Some((year, "-Q4")) => (year, ("10", "12")),
        Some((year, "-H1")) => (year, ("01", "06")),
        Some((year, "-H2")) => (year, ("07", "12")),
        _ => return date.to_owned(),
    };
    format!("{year}-{}/{year}-{}", months.0, months.1)
}

/// Words that open a base without being part of it.
const LEADS: [&str; 6] = ["so", "với", "của", "trong", "trên", "tổng"];

/// A base may go on for up to three syllables beyond the gold's, or the other way round.
fn same_phrase(gold: &str, found: &str) -> bool {
    let words = |phrase: &str| {
        let words: Vec<String> = phrase.split([' ', '/']).map(fold).collect();
        let leads = words.iter().take_while(|word| LEADS.iter().any(|lead| fold(lead) == **word)).count();
        words[leads..].to_vec()
    };
    let (gold, found) = (words(gold), words(found));
    let (short, long) = if gold.len() <= found.len() { (&gold, &found) } else { (&found, &gold) };
    short == long || short.len() >= 2 && long.starts_with(short) && long.len() - short.len() <= 3
}

/// Names and posts as they are compared: words without regard to case, tone placement and marks between them.
fn key(phrase: &str) -> String {
    let words = phrase.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c));
    words.filter(|word| !word.is_empty()).map(fold).collect::<Vec<_>>().join(" ")
}

/// People by name, each with all posts that the article gives.
fn people(officials: &[&Value]) -> BTreeMap<String, Vec<String>> {
    let mut people: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for official in officials {
        let known = people.entry(key(string(official, "name"))).or_default();
        for post in posts(official).iter().map(|post| key(post)) {
            if !known.contains(&post) {
                known.push(post);
            }
        }
    }
    people
}

fn officials(gold: &[&Value], found: &[&Value], scores: &mut Scores) {
    let (optional, required): (Vec<_>, Vec<_>) = gold.iter().partition(|fact| is_optional(fact));
    let (optional, required, found) = (people(&optional), people(&required), people(found));
    for (name, wanted) in &required {
        let posts = found.get(name);
        match posts {
            Some(_) => scores.tally("official").right += 1,
            None => scores.missed("official", name),
        }
        let mut left = posts.cloned().unwrap_or_default();
        // A post that is only the beginning of another of the same person is no second one.
        let all = left.clone();
        left.retain(|post| {
            wanted.contains(post) || !all.iter().any(|other| other.starts_with(&format!("{post} ")))
        });
        for post in wanted {
            match left.iter().position(|other| other == post) {
                Some(index) => {
                    left.remove(index);
                    scores.tally("position").right += 1;
                }
                None => scores.missed("position", &format_args!("{post} of {name}, got {all:?}")),
            }
        }
        left.iter().for_each(|post| scores.wrong("position", &format_args!("{post} of {name}")));
    }
    for (name, posts) in found.iter().filter(|(name, _)| !required.contains_key(*name)) {
        if !optional.contains_key(name) {
            scores.wrong("official", &format_args!("{name}: {posts:?}"));
            posts.iter().for_each(|post| scores.wrong("position", &format_args!("{post} of {name}")));
        }
    }
}

fn meetings(gold: &[&Value], found: &[&Value], scores: &mut Scores) {
    let mut used = vec![false; found.len()];
    for expected in gold.iter().filter(|fact| !is_optional(fact)) {
        let met = (0..found.len()).find(|&f| !used[f] && same_meeting(expected, found[f]));
        match met {
            Some(f) => {
                used[f] = true;
                scores.tally("meeting").right += 1;
            }
            None => scores.missed("meeting", expected),
        }
    }
    for (fact, _) in found.iter().zip(used).filter(|(_, used)| !used) {
        // Another mention of a known meeting is no mistake.
        if !gold.iter().any(|expected| same_meeting(expected, fact)) {
            scores.wrong("meeting", fact);
        }
    }
}

fn same_meeting(gold: &Value, found: &Value) -> bool {
    let (expected, words) = (key(string(gold, "text")), key(string(found, "text")));
    let expected: Vec<&str> = expected.split(' ').collect();
    let words: Vec<&str> = words.split(' ').collect();
    let shared = expected.iter().filter(|word| words.contains(word)).count();
    same_date(gold, "date", found, "date")
        && shared >= expected.len().min(2)
        && words.len() <= expected.len() + 15
}
