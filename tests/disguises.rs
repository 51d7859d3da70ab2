//! The same article in every disguise that pages give it says the same: kinds, values, attributes, quoted words and places.
//!
//! A disguise is written piece by piece, so that it is known where every byte of the article went; the facts of the plain
//! article, taken there, are what is to be found. The articles are those of `tests/golden`, and, where they are at hand, the
//! real ones of `../shared` (or where `VIETFACTS_SHARED` says).
#![cfg(feature = "serde")]

mod common;

use common::disguise::{self, Disguised};
use common::string;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use vietfacts::Extractor;
use vietfacts::normalize::legacy::Encoding;
use vietfacts::normalize::{normalize, to_old_style};

/// Every article, composed: what a disguise is laid over.
fn articles() -> Vec<(String, String)> {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("VIETFACTS_SHARED").map_or(crate_folder.join("../shared"), PathBuf::from);
    let mut articles = Vec::new();
    for folder in [crate_folder.join("tests/golden"), shared.join("corpus/dev")] {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: there is no {}", folder.display());
            continue;
        };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            if name.ends_with(".txt") {
                let text = std::fs::read_to_string(&path).expect("articles are UTF-8");
                articles.push((name, text.nfc().collect()));
            }
        }
    }
    articles
}

fn facts(text: &str) -> Vec<Value> {
    common::facts(text, None)
}

fn facts_of_bytes(bytes: &[u8], encoding: Encoding) -> Vec<Value> {
    let extractor = Extractor::new();
    // VIQR is only read where one says that it is.
    let document = match encoding {
        Encoding::Viqr => extractor.extract_decoded(&encoding.decode(bytes)).into_owned(),
        _ => extractor.extract_bytes(bytes),
    };
    let document = serde_json::to_value(document).expect("a document is plain data");
    document["facts"].as_array().expect("`facts` is a list").clone()
}

/// One spelling for all that a disguise may change in quoted words.
fn plain(words: &str) -> String {
    let words = normalize(words).text().replace('–', "-");
    to_old_style(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A fact with its places taken to where the disguise put them, and its words in one spelling.
fn moved(value: &Value, place: &dyn Fn(usize, usize) -> (usize, usize)) -> Value {
    match value {
        Value::String(words) => plain(words).into(),
        Value::Array(values) => values.iter().map(|value| moved(value, place)).collect(),
        Value::Object(fields) => {
            let mut fields: serde_json::Map<String, Value> =
                fields.iter().map(|(name, value)| (name.clone(), moved(value, place))).collect();
            let starts: Vec<String> = fields.keys().filter(|name| name.ends_with("start")).cloned().collect();
            for name in starts {
                let end = format!("{}end", name.strip_suffix("start").unwrap_or_default());
                let at = |name: &str| fields[name].as_u64().expect("an offset") as usize;
                let (moved_start, moved_end) = place(at(&name), at(&end));
                fields.insert(name, json!(moved_start));
                fields.insert(end, json!(moved_end));
            }
            Value::Object(fields)
        }
        other => other.clone(),
    }
}

/// The differences between the facts of an article and those of its disguise.
fn differences(base: &[Value], disguised: &Disguised, found: &[Value]) -> Vec<String> {
    let expected: Vec<Value> =
        base.iter().map(|fact| moved(fact, &|start, end| disguised.place(start, end))).collect();
    let found: Vec<Value> = found.iter().map(|fact| moved(fact, &|start, end| (start, end))).collect();
    let only = |these: &[Value], others: &[Value], what: &str| -> Vec<String> {
        these.iter().filter(|fact| !others.contains(fact)).map(|fact| format!("{what}: {fact}")).collect()
    };
    let mut lines = only(&expected, &found, "lost");
    lines.extend(only(&found, &expected, "new"));
    if lines.is_empty() && expected != found {
        lines.push("the facts are in another order".to_owned());
    }
    lines
}

/// Lays a disguise over every article.
fn check(name: &str, disguise: impl Fn(&str) -> Disguised) {
    let (mut compared, mut wrong, mut touched) = (0, Vec::new(), 0);
    for (id, text) in articles() {
        let disguised = disguise(&text);
        touched += usize::from(disguised.bytes != text.as_bytes());
        let base = facts(&text);
        compared += base.len();
        let words = std::str::from_utf8(&disguised.bytes).expect("this disguise is text");
        let differences = differences(&base, &disguised, &facts(words));
        wrong.extend(differences.into_iter().map(|line| format!("{id}: {line}")));
    }
    println!("{name}: {compared} facts compared, {touched} articles changed");
    assert!(touched > 0, "{name} changes nothing");
    assert!(wrong.is_empty(), "{name}: {} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// Writes every article in an encoding. What the encoding cannot say is lost before, and counted.
fn check_encoding(encoding: Encoding) {
    let (mut compared, mut lost, mut wrong) = (0, BTreeMap::<char, usize>::new(), Vec::new());
    for (id, text) in articles() {
        let encoded = encoding.encode(&text);
        encoded.lost.iter().for_each(|&letter| *lost.entry(letter).or_default() += 1);
        let text = encoding.decode(&encoded.bytes).text().to_owned();
        let disguised = disguise::encoded(&text, encoding);
        assert_eq!(disguised.bytes, encoding.encode(&text).bytes, "{encoding:?}: the pieces are the text");
        let base = facts(&text);
        compared += base.len();
        let differences = differences(&base, &disguised, &facts_of_bytes(&disguised.bytes, encoding));
        wrong.extend(differences.into_iter().map(|line| format!("{id}: {line}")));
    }
    println!("{encoding:?}: {compared} facts compared; what it cannot say, and how often: {lost:?}");
    assert!(lost.is_empty() || is_lossy(encoding, &lost), "{encoding:?} has lost {lost:?}");
    assert!(wrong.is_empty(), "{encoding:?}: {} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether an encoding may lose these: Vietnamese capitals in TCVN3 and VPS, and what is no letter of Vietnamese.
fn is_lossy(encoding: Encoding, lost: &BTreeMap<char, usize>) -> bool {
    let capitals = matches!(encoding, Encoding::Tcvn3 | Encoding::Vps);
    lost.keys().all(|&letter| !is_vietnamese(letter) || capitals && letter.is_uppercase())
}

fn is_vietnamese(letter: char) -> bool {
    let mut marks = letter.nfd().skip(1).peekable();
    matches!(letter, 'đ' | 'Đ')
        || marks.peek().is_some()
            && marks.all(|mark| "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}".contains(mark))
}

#[test]
fn decomposed() {
    check("NFD", disguise::decomposed);
}

#[test]
fn old_tone_style() {
    check("old tone style", |text| disguise::restyled(text, to_old_style(text)));
}

#[test]
fn new_tone_style() {
    check("new tone style", |text| disguise::restyled(text, vietfacts::normalize::to_new_style(text)));
}

#[test]
fn other_letters_for_d() {
    check("Ð for Đ", |text| disguise::letters(text, disguise::eth));
}

#[test]
fn no_break_and_doubled_spaces() {
    check("spaces", disguise::spaces);
}

#[test]
fn invisible_characters_in_words() {
    check("zero width", disguise::invisible);
}

#[test]
fn full_width_digits() {
    check("full width", |text| disguise::letters(text, disguise::full_width));
}

#[test]
fn character_references() {
    check("HTML", disguise::references);
}

#[test]
fn line_ends_of_windows() {
    check("CRLF", |text| disguise::letters(text, |c| (c == '\n').then(|| "\r\n".to_owned())));
}

#[test]
fn dashes_for_hyphens() {
    check("dashes", disguise::dashes);
}

#[test]
fn cyrillic_letters_in_words() {
    check("Cyrillic", disguise::cyrillic);
}

#[test]
fn all_at_once() {
    check("all at once", |text| {
        let styled = to_old_style(text).into_owned();
        let cyrillic = disguise::restyled(text, styled.into()).then(disguise::cyrillic);
        let spaces = cyrillic.then(disguise::dashes).then(disguise::spaces).then(disguise::invisible);
        spaces.then(|text| disguise::letters(text, disguise::full_width)).then(disguise::references)
    });
}

/// The same facts, letters aside; how far a name goes may differ, but in none of these headlines it does.
#[test]
fn headlines_in_capitals() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (id, text) in articles() {
        let headline = text.lines().next().map_or(0, str::len);
        let disguised = disguise::capitals(&text, headline);
        let words = std::str::from_utf8(&disguised.bytes).expect("capitals are text");
        let lower = |facts: Vec<Value>| -> Vec<Value> {
            facts
                .iter()
                .map(|fact| {
                    serde_json::from_str(&fact.to_string().to_lowercase()).expect("JSON in small letters")
                })
                .collect()
        };
        let base = facts(&text);
        compared += base.iter().filter(|fact| common::span(fact).start < headline).count();
        let differences = differences(&lower(base), &disguised, &lower(facts(words)));
        wrong.extend(differences.into_iter().map(|line| format!("{id}: {line}")));
    }
    println!("capitals: {compared} facts in headlines");
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn tcvn3() {
    check_encoding(Encoding::Tcvn3);
}

#[test]
fn vni_windows() {
    check_encoding(Encoding::VniWindows);
}

#[test]
fn viscii() {
    check_encoding(Encoding::Viscii);
}

#[test]
fn vps() {
    check_encoding(Encoding::Vps);
}

#[test]
fn windows_1258() {
    check_encoding(Encoding::Windows1258);
}

#[test]
fn viqr() {
    check_encoding(Encoding::Viqr);
}

#[test]
fn utf_8_misread() {
    check_encoding(Encoding::Mojibake);
}

#[test]
fn utf_8_misread_twice() {
    check_encoding(Encoding::MojibakeTwice);
}

#[test]
fn disguised_spans_quote_what_they_are() {
    for (id, text) in articles() {
        let disguised = disguise::decomposed(&text);
        let words = std::str::from_utf8(&disguised.bytes).expect("NFD is text");
        for fact in facts(words) {
            assert_eq!(words.get(common::span(&fact)), Some(string(&fact, "text")), "{id}");
        }
    }
}
