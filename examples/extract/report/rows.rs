//! What is shown of a fact: its JSON in words. A field that nobody here knows is shown under its own name.

use serde_json::{Map, Value};

/// Fields that the columns show already, or that only programs want: rules, indices, places.
const HIDDEN: [&str; 12] = [
    "kind", "start", "end", "text", "rule", "sentence", "fact", "facts", "parent", "person", "noun",
    "mentions",
];

/// What stands before a field's value instead of its name.
const LABELS: [(&str, &str); 17] = [
    ("anchor", "from the "),
    ("as_of", "as of "),
    ("attainment", ""),
    ("body", ""),
    ("chair", "chaired by "),
    ("inferred", "inferred: "),
    ("of", "of "),
    ("offset", ""),
    ("per", "per "),
    ("period", "about "),
    ("place", "at "),
    ("qualifier", ""),
    ("region", "in the "),
    ("role", ""),
    ("status", ""),
    ("type", ""),
    ("what", ""),
];

/// Fields whose values are names of ours, not words of the text.
const NAMES: [&str; 5] = ["anchor", "region", "role", "status", "type"];

/// A fact in a table.
pub struct Row {
    /// `line:column`
    pub place: String,
    /// What it means.
    pub reading: String,
    /// What stands in the text; empty where the reading says it.
    pub written: String,
    /// What else is known, a line each.
    pub further: Vec<String>,
}

/// The row of the fact at `index`. What goes into its reading is taken out of the fields; the rest is listed.
pub fn row(place: String, facts: &[Map<String, Value>], index: usize) -> Row {
    let mut fields = facts[index].clone();
    let quoted = text(fields.get("text"));
    let written = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
    let (reading, written) = match &*text(fields.get("kind")) {
        "official" => (take(&mut fields, "name"), String::new()),
        "meeting" => (take(&mut fields, "date"), written),
        "indicator_count" => (count(&mut fields), written),
        kind @ ("amount" | "percentage") => (measure(&mut fields, kind), written),
        "figure" => (figure(&mut fields, facts), take(&mut fields, "subject")),
        "finding" => (take(&mut fields, "check").replace('_', " "), String::new()),
        _ => (first_of(&mut fields, &["value", "name", "title", "offset"]), written),
    };
    let parts = ["positions", "ratios", "message", "arithmetic"].map(|key| fields.shift_remove(key));
    let mut further: Vec<String> = parts.iter().flatten().flat_map(parts_of).collect();
    further.extend(Some(list(&fields)).filter(|rest| !rest.is_empty()));
    Row { place, reading, written, further }
}

/// What deserves a line each.
fn parts_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().map(plain).collect(),
        other => vec![plain(other)],
    }
}

/// The reading of the fact that a figure's value is. What is derived of it stands with the ratio to the same base.
fn figure(fields: &mut Map<String, Value>, facts: &[Map<String, Value>]) -> String {
    let derived = fields.shift_remove("derived").unwrap_or_default();
    let ratios = fields.get_mut("ratios").and_then(Value::as_array_mut);
    for ratio in ratios.into_iter().flatten().filter_map(Value::as_object_mut) {
        let same = |base: &&Value| base.get("what") == ratio.get("of");
        if let Some(base) = derived.as_array().into_iter().flatten().find(same) {
            ratio.insert("base".to_owned(), base.clone());
        }
    }
    let value = fields.shift_remove("value").and_then(|value| value.as_u64());
    let fact = value.and_then(|index| facts.get(index as usize));
    fact.map_or_else(String::new, |fact| match &*text(fact.get("kind")) {
        "indicator_count" => count(&mut fact.clone()),
        kind => measure(&mut fact.clone(), kind),
    })
}

fn take(fields: &mut Map<String, Value>, key: &str) -> String {
    text(fields.shift_remove(key).as_ref())
}

/// The first field that is there; the others stay.
fn first_of(fields: &mut Map<String, Value>, keys: &[&str]) -> String {
    keys.iter().find(|key| fields.contains_key(**key)).map_or_else(String::new, |key| take(fields, key))
}

/// "24 of 38", "over 10", "10–19"
fn count(fields: &mut Map<String, Value>) -> String {
    let number = fields.shift_remove("count").unwrap_or_default();
    fields.insert("value".to_owned(), number);
    let measure = measure(fields, "");
    match &*take(fields, "total") {
        "" => measure,
        total => format!("{measure} of {total}"),
    }
}

/// "over 133,000,000,000 VND", "down 1.6%", "5–7%"
fn measure(fields: &mut Map<String, Value>, kind: &str) -> String {
    let mut words = Vec::new();
    words.extend(match &*take(fields, "change") {
        "increase" => Some("up".to_owned()),
        "decrease" => Some("down".to_owned()),
        other => Some(other.to_owned()).filter(|other| !other.is_empty()),
    });
    words.extend(Some(take(fields, "comparator").replace('_', " ")).filter(|word| !word.is_empty()));
    let unit = match (&*take(fields, "unit"), kind) {
        ("per_mille", _) => "‰".to_owned(),
        ("percentage_point", _) => " points".to_owned(),
        (_, "percentage") => "%".to_owned(),
        (other, _) => other.to_owned(),
    };
    let value = grouped(&take(fields, "value"));
    words.push(match &*take(fields, "max") {
        "" => format!("{value}{unit}"),
        max => format!("{value}–{}{unit}", grouped(max)),
    });
    words.extend(Some(take(fields, "currency")).filter(|code| !code.is_empty()));
    words.join(" ")
}

/// 318400000000 as 318,400,000,000: nobody counts zeros.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let digits = whole.chars().rev().enumerate();
    let mut grouped: Vec<char> = digits
        .flat_map(|(i, digit)| (i > 0 && i % 3 == 0).then_some(',').into_iter().chain([digit]))
        .collect();
    grouped.reverse();
    grouped.into_iter().chain(rest.chars()).collect()
}

/// The fields in one line.
fn list(fields: &Map<String, Value>) -> String {
    let shown = fields.iter().filter(|(key, _)| !is_hidden(key));
    shown.map(|(key, value)| field(key, value)).collect::<Vec<_>>().join(", ")
}

fn is_hidden(key: &str) -> bool {
    HIDDEN.contains(&key) || key.ends_with("_start") || key.ends_with("_end")
}

fn field(key: &str, value: &Value) -> String {
    let label = LABELS.iter().find(|(name, _)| *name == key).map(|(_, label)| *label);
    let value = match value {
        Value::Bool(true) => return key.replace('_', " "),
        Value::String(name) if NAMES.contains(&key) => name.replace('_', " "),
        other => plain(other),
    };
    match label {
        Some(label) => format!("{label}{value}"),
        None if NAMES.contains(&key) => value,
        None => format!("{}: {value}", key.replace('_', " ")),
    }
}

/// A value without its places. A post is one name, a share one number.
fn plain(value: &Value) -> String {
    match value {
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(map) if map.contains_key("title") => {
            let words = ["title", "organization"].map(|key| text(map.get(key)));
            words.join(" ").trim_end().to_owned()
        }
        Value::Object(map) if map.contains_key("percent") => ratio(map),
        Value::Object(map) if map.contains_key("value") => measure(&mut map.clone(), "percentage"),
        Value::Object(map) => format!("({})", list(map)),
        other => text(Some(other)),
    }
}

/// "76.2% of dự toán tỉnh giao (417,573,770,492–418,122,127,380)"
fn ratio(map: &Map<String, Value>) -> String {
    let mut share = Map::new();
    for (key, name) in [("percent", "value"), ("change", "change")] {
        share.extend(map.get(key).map(|value| (name.to_owned(), value.clone())));
    }
    let mut words = vec![measure(&mut share, "percentage")];
    words.extend(map.get("of").map(|of| format!("of {}", plain(of))));
    if let Some(Value::Object(base)) = map.get("base") {
        let [min, max] = ["min", "max"].map(|key| grouped(&text(base.get(key))));
        words.push(format!("({min}–{max})"));
    }
    words.join(" ")
}

/// A text without quotation marks, a number in its digits, nothing for nothing.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null) => String::new(),
        Some(other) => other.to_string(),
    }
}
