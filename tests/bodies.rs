//! Every body of `data/organisations.tsv` that takes a place, in a sentence: whatever its last words are elsewhere ("nông thôn" ends like
//! "thôn", a village), the place behind it belongs to it.

#![cfg(feature = "serde")]

mod common;

use common::lists::{folder, read};
use common::{facts, posts, string};

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
    let list = read(&folder().join("organisations.tsv"));
    let takes_place = |row: &&Vec<String>| list.cell(row, "takes").split('|').any(|takes| takes == "scope");
    let rows = list.rows.iter().filter(takes_place).filter(|row| !OTHERS.contains(&list.cell(row, "kind")));
    let names = rows.flat_map(|row| list.spellings(row)).filter(|name| !name.ends_with(['?', '!']));
    names.map(str::to_owned).collect()
}

#[test]
fn the_place_behind_a_body_belongs_to_it() {
    let bodies = bodies();
    assert!(bodies.len() > 1_000, "{} bodies", bodies.len());
    let mut wrong = Vec::new();
    for body in &bodies {
        for place in ["tỉnh Hà Nam", "Hà Nam", "xã Hòa Thành, huyện Ba Hòa"] {
            let post = format!("Giám đốc {body} {place}");
            let front = format!("Tin tức\n\n{post} Lê Văn Tám cho biết.");
            let behind = format!("Tin tức\n\nÔng Lê Văn Tám, {post}, cho biết.");
            for text in [front, behind] {
                let facts = facts(&text, None);
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
