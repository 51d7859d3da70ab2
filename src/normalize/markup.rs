//! Mark-up that was left in a text: HTML character references and tags, and slashes escaped as in JSON.
//!
//! Each is recognised by its last character, at the end of what has been written so far. So what decoding
//! makes is itself seen: "&amp;nbsp;" and "&lt;br&gt;" are undone to the end, however often a page escaped
//! them, in one pass.

use super::lookalikes;
use crate::data::markup;

/// Longer references than this exist for no letter. ("&CounterClockwiseContourIntegral;" is the longest of
/// all.)
pub(super) const REFERENCE: usize = 34;

/// Tags carry addresses and styles, but not pages of them.
pub(super) const TAG: usize = 2048;

/// The character reference at the end of a text that ends in ";": where it starts and what it stands for.
pub(super) fn reference(text: &str) -> Option<(usize, char)> {
    let start = opener(text, b'&', REFERENCE)?;
    let name = ascii(&text[start + 1..text.len() - 1])?;
    let decoded = match name.strip_prefix('#') {
        Some(number) => numeric(number)?,
        None => markup().reference(&name)?,
    };
    Some((start, decoded))
}

/// "7889" or "x1ED1". Numbers that are no character stay text.
fn numeric(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.starts_with('+') {
        return None;
    }
    char::from_u32(u32::from_str_radix(digits, radix).ok()?).filter(|&c| c != '\0')
}

/// The tag at the end of a text that ends in ">": where it starts and what it leaves behind (a line end or
/// nothing).
///
/// Only elements of HTML are tags, and after the name only attributes: "dưới < 5% và > 3%" and "<tên xã>" are
/// text.
pub(super) fn tag(text: &str) -> Option<(usize, &'static str)> {
    let start = opener(text, b'<', TAG)?;
    let inner = &text[start + 1..text.len() - 1];
    if inner.starts_with("!--") && inner.ends_with("--") {
        return Some((start, ""));
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name_end = inner.find([' ', '\n', '\t', '/']).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(name_end);
    let attributes = attributes.trim_matches([' ', '\n', '\t', '/']);
    if !attributes.is_empty() && !attributes.contains('=') {
        return None;
    }
    Some((start, markup().tag(&ascii(name)?)?))
}

/// How many backslashes a text ends in: those before a "/" escape it.
pub(super) fn backslashes(text: &str) -> usize {
    text.bytes().rev().take_while(|&b| b == b'\\').count()
}

/// The nearest `open` before the last character, if no other opener or closer comes first.
fn opener(text: &str, open: u8, reach: usize) -> Option<usize> {
    let before = &text.as_bytes()[..text.len() - 1];
    let (close, from) = (text.as_bytes()[before.len()], before.len().saturating_sub(reach));
    let found = from + before[from..].iter().rposition(|&b| b == open || b == close)?;
    (before[found] == open).then_some(found)
}

/// A name in ASCII. Letters that only look so are read as what they look like, because they will become that.
fn ascii(name: &str) -> Option<String> {
    let plain: String = name.chars().map(|c| lookalikes::latin(c).unwrap_or(c)).collect();
    (!plain.is_empty() && plain.is_ascii()).then_some(plain)
}
