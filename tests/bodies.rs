//! Every body of `data/organisations.tsv` that takes a place, in a sentence: whatever its last words are elsewhere ("nông thôn" ends like
//! "thôn", a village), the place behind it belongs to it.

#![cfg(feature = "serde")]

mod common;

use std::path::Path;

use common::{posts, string};
use vietfacts::Extractor;

/// Kinds that no director leads.
const OTHERS: [&str; 8] = [
    "collective",
    "foreign",
    "government",
    "international",
    "ministry",
    "na_committee",
    "national_assembly",
    "portfolio",
];

/// The names of bodies that take a place, but not those that end with a mark.
fn bodies() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/organisations.tsv");
    let text = std::fs::read_to_string(path).expect("the list is there");
    let rows = text.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row[5].split('|').any(|takes| takes == "scope") && !OTHERS.contains(&row[2]))
        .flat_map(|row| {
            std::iter::once(row[0]).chain(row[1].split('|')).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|name| !name.is_empty() && !name.ends_with(['?', '!']))
        .collect()
}

#[test]
fn the_place_behind_a_body_belongs_to_it() {
    let extractor = Extractor::new();
    let bodies = bodies();
    assert!(bodies.len() > 1_000, "{} bodies", bodies.len());
    let mut wrong = Vec::new();
    for body in &bodies {
        for place in ["tỉnh Hà Nam", "Hà Nam", "xã Hòa Thành, huyện Ba Hòa"] {
            let post = format!("Giám đốc {body} {place}");
            let front = format!("Tin tức\n\n{post} Lê Văn Tám cho biết.");
            let behind = format!("Tin tức\n\nÔng Lê Văn Tám, {post}, cho biết.");
            for text in [front, behind] {
                let document = serde_json::to_value(extractor.extract(&text)).expect("plain data");
                let facts = document["facts"].as_array().expect("a list");
                let found: Vec<_> = facts.iter().filter(|fact| fact["kind"] == "official").collect();
                let is_right = matches!(found[..], [one] if string(one, "name") == "Lê Văn Tám" && posts(one) == [post.as_str()]);
                if !is_right {
                    wrong.push(text);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), bodies.len() * 6, wrong.join("\n"));
}
