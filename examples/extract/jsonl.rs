//! One line of JSON a document: the contract.

use serde_json::json;
use vietfacts::Document;

/// The line of a document.
pub fn line(id: &str, document: &Document<'_>) -> String {
    let facts = serde_json::to_value(document).expect("facts have text keys")["facts"].take();
    json!({ "id": id, "facts": facts }).to_string()
}
