//! Case files read and checked; their format stands at the top of `tests/corpus.rs`.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::ops::Range;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kinds: Vec<String>,
    #[serde(default)]
    same: Vec<Same>,
    #[serde(default)]
    test: Vec<Test>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    value: Map<String, Value>,
    texts: Vec<String>,
    #[serde(default)]
    absent: Vec<String>,
    reference_date: Option<String>,
    why: Option<String>,
    #[serde(default)]
    pending: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    name: String,
    text: String,
    facts: Vec<Map<String, Value>>,
    kinds: Option<Vec<String>>,
    reference_date: Option<String>,
    why: Option<String>,
    #[serde(default)]
    pending: bool,
}

pub struct Case {
    pub name: String,
    pub text: String,
    pub kinds: Vec<String>,
    pub expected: Vec<Expected>,
    pub reference_date: Option<String>,
    pub why: Option<String>,
    pub pending: bool,
}

pub struct Expected {
    pub kind: String,
    pub span: Range<usize>,
    /// Whether the bounds must be met, or an overlap is enough.
    pub exact: bool,
    pub optional: bool,
    pub fields: Map<String, Value>,
    pub absent: Vec<String>,
    pub present: Vec<String>,
    /// The label of the person that is meant.
    pub person: Option<String>,
}

/// The cases of a file, or what is wrong with it.
pub fn cases(source: &str) -> Result<Vec<Case>, String> {
    let file: File = toml::from_str(source).map_err(|e| e.to_string())?;
    let mut cases = Vec::new();
    for same in file.same {
        let [kind] = &file.kinds[..] else { return Err("`same` needs a file of one kind".to_owned()) };
        cases.extend(
            same.texts.iter().map(|text| spelling(&same, text, kind)).collect::<Result<Vec<_>, _>>()?,
        );
    }
    for test in file.test {
        let name = test.name.clone();
        cases.push(in_context(test, &file.kinds).map_err(|e| format!("{name}: {e}"))?);
    }
    let mut names = HashSet::new();
    match cases.iter().find(|case| !names.insert(case.name.as_str())) {
        Some(twice) => Err(format!("{}: two cases of this name", twice.name)),
        None => Ok(cases),
    }
}

/// One text of a `[[same]]`.
fn spelling(same: &Same, text: &str, kind: &str) -> Result<Case, String> {
    let (text, span) = match text.split_once('⟦') {
        None => (text.to_owned(), 0..text.len()),
        Some((before, rest)) => {
            let (marked, after) = rest.split_once('⟧').ok_or_else(|| format!("{text}: no ⟧"))?;
            (format!("{before}{marked}{after}"), before.len()..before.len() + marked.len())
        }
    };
    let expected = Expected {
        kind: kind.to_owned(),
        span,
        exact: true,
        optional: false,
        fields: same.value.clone(),
        absent: same.absent.clone(),
        present: Vec::new(),
        person: None,
    };
    Ok(Case {
        name: text.clone(),
        text,
        kinds: vec![kind.to_owned()],
        expected: vec![expected],
        reference_date: same.reference_date.clone(),
        why: same.why.clone(),
        pending: same.pending,
    })
}

fn in_context(test: Test, kinds: &[String]) -> Result<Case, String> {
    let kinds = test.kinds.unwrap_or_else(|| kinds.to_vec());
    let expected = test.facts.into_iter().map(|fields| placed(fields, &test.text, &kinds));
    Ok(Case {
        expected: expected.collect::<Result<_, _>>()?,
        name: test.name,
        text: test.text,
        kinds,
        reference_date: test.reference_date,
        why: test.why,
        pending: test.pending,
    })
}

/// An entry of `facts`: the keys that say where it is and how it is compared taken out, the fields left.
fn placed(mut fields: Map<String, Value>, text: &str, kinds: &[String]) -> Result<Expected, String> {
    let kind = match (fields.remove("kind"), kinds) {
        (Some(Value::String(kind)), _) if kinds.contains(&kind) => kind,
        (None, [only]) => only.clone(),
        (kind, _) => return Err(format!("{kind:?} is not among {kinds:?}")),
    };
    let (span, exact) = match (fields.remove("on"), fields.remove("at"), fields.remove("near")) {
        (Some(Value::String(words)), None, None) => (once(&words, text)?, true),
        (None, None, Some(Value::String(words))) => (once(&words, text)?, false),
        (None, Some(at), None) => {
            let [start, end]: [usize; 2] = serde_json::from_value(at).map_err(|e| format!("`at`: {e}"))?;
            text.get(start..end).ok_or_else(|| format!("`at`: {start}..{end} is no part of the text"))?;
            (start..end, true)
        }
        _ => return Err(format!("one of `on`, `at`, `near` is needed beside {fields:?}")),
    };
    let mut names = |key| match fields.remove(key) {
        None => Ok(Vec::new()),
        Some(list) => serde_json::from_value(list).map_err(|e| format!("`{key}`: {e}")),
    };
    let (absent, present) = (names("absent")?, names("present")?);
    let optional = fields.remove("optional") == Some(Value::Bool(true));
    let person = match fields.remove("person") {
        None => None,
        Some(label) => Some(serde_json::from_value(label).map_err(|e| format!("`person`: {e}"))?),
    };
    Ok(Expected { person, kind, span, exact, optional, fields, absent, present })
}

fn once(words: &str, text: &str) -> Result<Range<usize>, String> {
    match text.match_indices(words).map(|(start, _)| start).collect::<Vec<_>>()[..] {
        [start] => Ok(start..start + words.len()),
        ref found => Err(format!("“{words}” occurs {} times", found.len())),
    }
}
