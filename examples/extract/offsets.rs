//! Offsets in the units that other languages count in.

use serde_json::Value;
use vietfacts::Document;

use crate::args::Offsets;

/// So many bytes of text have one entry in the table.
const STEP: usize = 64;

/// Writes a document with its places in other units than bytes.
pub fn convert(document: &Document<'_>, text: &str, units: Offsets) -> Value {
    let mut value = serde_json::to_value(document).expect("facts have text keys");
    Table::new(text, units).convert(&mut value);
    value
}

/// How many units stand before every [`STEP`]th byte.
struct Table<'a> {
    text: &'a [u8],
    weigh: fn(u8) -> usize,
    before: Vec<usize>,
}

impl<'a> Table<'a> {
    fn new(text: &'a str, units: Offsets) -> Self {
        let weigh = match units {
            Offsets::Bytes => |_| 1,
            Offsets::Chars => starts_a_character,
            Offsets::Utf16 => utf16_units,
        };
        let text = text.as_bytes();
        let mut units = 0;
        let mut before = vec![0];
        for step in text.chunks(STEP) {
            units += step.iter().map(|byte| weigh(*byte)).sum::<usize>();
            before.push(units);
        }
        Table { text, weigh, before }
    }

    fn units(&self, offset: usize) -> usize {
        let step = offset / STEP;
        self.before[step]
            + self.text[step * STEP..offset].iter().map(|byte| (self.weigh)(*byte)).sum::<usize>()
    }

    /// Every number called `start` or `end`, or `…_start` or `…_end`, is an offset, however deep it stands.
    fn convert(&self, value: &mut Value) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(|value| self.convert(value)),
            Value::Object(map) => {
                for (key, value) in map {
                    match value.as_u64() {
                        Some(offset) if is_offset(key) => *value = self.units(offset as usize).into(),
                        _ => self.convert(value),
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_offset(key: &str) -> bool {
    let last = key.rsplit('_').next();
    matches!(last, Some("start" | "end"))
}

fn starts_a_character(byte: u8) -> usize {
    usize::from(byte & 0xC0 != 0x80)
}

/// What needs four bytes of UTF-8 needs two units of UTF-16.
fn utf16_units(byte: u8) -> usize {
    starts_a_character(byte) + usize::from(byte >= 0xF0)
}
