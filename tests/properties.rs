//! What holds for every text, whatever it says.
#![cfg(feature = "serde")]

mod common;

use common::{facts, span};
use proptest::prelude::*;
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;
use vietfacts::normalize::fold;

/// Pieces of news, broken off anywhere: cues without their numbers, numbers without their cues, and whole facts.
const PIECES: [&str; 60] = [
    "Ngày 1/11/2023",
    "ngày 30, 31/10",
    "từ ngày 28/12 đến",
    "tháng",
    "tháng Giêng",
    "quý III/2023",
    "6 tháng đầu năm",
    "năm",
    "nhiệm kỳ 2020-2025",
    "31/2/2024",
    "14 giờ 30 phút",
    "26/42 chỉ tiêu",
    "26 trên 42",
    "cả 19 tiêu chí",
    "chỉ tiêu đạt và vượt",
    "trong đó 17 vượt",
    "đạt trên 90% kế hoạch",
    "dưới",
    "57,7%",
    "từ 5 đến 7%",
    "bằng 60% KH.",
    "so với cùng kỳ năm 2022 bằng",
    "giảm 1,1 điểm phần trăm",
    "526,8 tỷ đồng",
    "hai tỷ rưỡi",
    "một trăm linh năm triệu đồng",
    "10-15 triệu đồng/người/năm",
    "220 triệu/254,7 triệu đồng",
    "1.234.567",
    "không quá",
    "99999999999999999999999999999999",
    "đồng chí Ngô Văn Hòa- Phó Bí Thư Huyện uỷ, Chủ tịch UBND huyện",
    "Chủ tịch UBND huyện Võ Nhai",
    "các đồng chí: Lò Thị Thủy, Bí thư;",
    "Y Thiêm Niê Kđăm",
    "H’Lan",
    "nguyên",
    "ông Khóa",
    "Phó Chủ tịch HĐND xã",
    "bổ nhiệm ông",
    "giữ chức Giám đốc Sở Y tế",
    "UBND huyện tổ chức phiên họp thường kỳ",
    "khai mạc kỳ họp thứ 3",
    "Tòa án nhân dân tỉnh",
    "số 20/NQ-HĐND",
    "QL1A",
    "24/7",
    "đường 30/4",
    "TP. Hồ Chí Minh",
    "v.v.",
    "./.",
    "anh tin bai",
    "Duy Hải - TTVHTT",
    "\n",
    ",",
    ";",
    ".",
    "(",
    ")",
    "\u{A0}",
];

fn mixture() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "[0-9.,/%-]{1,6}",
        1 => "\\PC{1,4}",
    ];
    prop::collection::vec((piece, prop::sample::select(&[" ", " ", " ", ""][..])), 0..16)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space.to_owned()]).collect())
}

/// News only: what a disguise is laid over. Arbitrary characters would change under composition by themselves.
fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.join(" "))
}

/// Every place in a fact, its own and those of its named parts.
fn check_places(value: &Value, text: &str) {
    let Some(object) = value.as_object() else {
        value.as_array().into_iter().flatten().for_each(|inner| check_places(inner, text));
        return;
    };
    for (name, start) in object {
        let Some(prefix) = name.strip_suffix("start") else { continue };
        let (start, end) = (
            start.as_u64().expect("an offset"),
            object[&format!("{prefix}end")].as_u64().expect("an offset"),
        );
        let words = text.get(start as usize..end as usize);
        assert!(
            words.is_some_and(|words| !words.is_empty()),
            "{name}: {start}..{end} is no part of {text:?}"
        );
        if prefix.is_empty() && object.contains_key("text") {
            assert_eq!(object["text"].as_str(), words);
        }
    }
    object.values().for_each(|inner| check_places(inner, text));
}

fn check(text: &str) {
    let facts = facts(text, None);
    facts.iter().for_each(|fact| check_places(fact, text));
    assert!(facts.is_sorted_by_key(|fact| span(fact).start), "facts in the order of the text: {facts:#?}");
}

/// A fact without its offsets, its strings brought to one spelling.
fn undisguised(value: &Value) -> Value {
    match value {
        Value::String(words) => {
            words.nfc().collect::<String>().split_whitespace().map(fold).collect::<Vec<_>>().join(" ").into()
        }
        Value::Array(values) => values.iter().map(undisguised).collect(),
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| !name.ends_with("start") && !name.ends_with("end"));
            Value::Object(kept.map(|(name, value)| (name.clone(), undisguised(value))).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn same_facts(text: &str, disguise: &str) {
    let plain = |text| facts(text, None).iter().map(undisguised).collect::<Vec<_>>();
    assert_eq!(plain(text), plain(disguise), "{text:?}\n{disguise:?}");
}

/// The school's placement of tone marks, hoà and uỷ, for the printers' hòa and ủy.
fn school_tones(text: &str) -> String {
    const RIMES: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let mut text = text.nfc().collect::<String>();
    for (printers, school) in RIMES {
        text = text.replace(printers, school);
    }
    text
}

fn golden() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let entries = std::fs::read_dir(folder)
        .expect("tests/golden is there")
        .map(|entry| entry.expect("an entry").path());
    let texts = entries.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect()
}

proptest! {
    #[test]
    fn any_string_gives_sound_facts(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_gives_sound_facts(text in mixture()) {
        check(&text);
    }

    #[test]
    fn decomposed_news_says_the_same(text in news()) {
        same_facts(&text, &text.nfd().collect::<String>());
    }

    #[test]
    fn tone_placement_makes_no_difference(text in news()) {
        same_facts(&text, &school_tones(&text));
    }
}

#[test]
fn articles_say_the_same_in_every_disguise() {
    for text in golden() {
        let text: String = text.nfc().collect();
        check(&text);
        same_facts(&text, &text.nfd().collect::<String>());
        same_facts(&text, &school_tones(&text));
        same_facts(&text, &school_tones(&text).nfd().collect::<String>());
    }
}

#[test]
fn tone_marks_move() {
    assert_eq!(school_tones("Ủy ban hòa giải thủy lợi, khóa họp"), "Ủy ban hoà giải thuỷ lợi, khoá họp");
}
