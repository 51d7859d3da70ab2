//! What the integration tests share: the facts of a text as the JSON that callers see.
// Every test program is a crate of its own and uses its part of this.
#![allow(dead_code)]

#[cfg(feature = "serde")]
pub mod cases;
pub mod disguise;
pub mod lists;
pub mod report;
pub mod score;

use serde_json::Value;
use vietfacts::Extractor;

/// The facts of `text` in the order in which the document gives them.
///
/// # Panics
///
/// When `reference_date` is no date: a mistake in the test, not in the text.
pub fn facts(text: &str, reference_date: Option<&str>) -> Vec<Value> {
    let extractor = match reference_date {
        None => Extractor::new(),
        Some(date) => {
            let date = date.parse().unwrap_or_else(|e| panic!("reference date {date}: {e}"));
            Extractor::builder().reference_date(date).build()
        }
    };
    let document = serde_json::to_value(extractor.extract(text)).expect("a document is plain data");
    document["facts"].as_array().expect("`facts` is a list").clone()
}

/// Where a fact lies: bytes of the text.
pub fn span(fact: &Value) -> std::ops::Range<usize> {
    let end_of = |key: &str| fact[key].as_u64().unwrap_or_else(|| panic!("no `{key}` in {fact}")) as usize;
    end_of("start")..end_of("end")
}

/// A field that is a string, or `""`.
pub fn string<'f>(fact: &'f Value, key: &str) -> &'f str {
    fact[key].as_str().unwrap_or_default()
}

/// The posts of an official, each as one line: title and organisation joined by a space, as the contract compares them.
pub fn posts(official: &Value) -> Vec<String> {
    let listed = official["positions"].as_array().map_or(&[][..], Vec::as_slice);
    let mut posts: Vec<String> = listed
        .iter()
        .map(|post| match (post.as_str(), post["title"].as_str(), post["organization"].as_str()) {
            (Some(plain), ..) => plain.to_owned(),
            (None, Some(title), Some(organization)) => format!("{title} {organization}"),
            (None, title, organization) => title.or(organization).unwrap_or_default().to_owned(),
        })
        .collect();
    posts.sort();
    posts
}
