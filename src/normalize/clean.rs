//! Finding what may need work, many bytes at a time.
//!
//! The check is conservative: what it passes over is certain to stay as it is (ASCII, the Vietnamese alphabet in NFC and
//! its neighbours up to U+01BF, “ ” – …), what it stops at is looked at one character at a time. It is written as plain
//! comparisons of a byte and the two after it, without branches or tables, because that is what compilers vectorise.

/// Bytes per round. Four vectors of the narrowest machine; longer gives nothing.
const BLOCK: usize = 64;

/// How far a search goes byte by byte first: in text that is dirty throughout (NFD) the next place is near.
const NEAR: usize = 12;

/// The first place from `from` on where a character begins that may need work, or the end of the text.
pub(super) fn next_suspect(text: &[u8], from: usize) -> usize {
    let near = (from + NEAR).min(text.len());
    if let Some(found) = (from..near).find(|&at| suspect_at(text, at)) {
        return found;
    }
    let mut at = near;
    while let Some(block) = text.get(at..at + BLOCK + 2) {
        if has_suspect(block) {
            break;
        }
        at += BLOCK;
    }
    (at..text.len()).find(|&at| suspect_at(text, at)).unwrap_or(text.len())
}

fn suspect_at(text: &[u8], at: usize) -> bool {
    let byte = |at: usize| text.get(at).copied().unwrap_or(0);
    is_suspect(text[at], byte(at + 1), byte(at + 2)) != 0
}

fn has_suspect(block: &[u8]) -> bool {
    let (first, second, third) = (&block[..BLOCK], &block[1..BLOCK + 1], &block[2..BLOCK + 2]);
    let mut any = 0;
    for i in 0..BLOCK {
        any |= is_suspect(first[i], second[i], third[i]);
    }
    any != 0
}

/// Whether a character that begins with these bytes may need work. A byte inside a character never does.
#[inline(always)]
fn is_suspect(a: u8, b: u8, c: u8) -> u8 {
    let control = u8::from(a < 0x20) & u8::from(a != b'\n') & u8::from(a != b'\t') | u8::from(a == 0x7F);
    let opener = u8::from(a == b'&') | u8::from(a == b'<') | u8::from(a == b'\\') | u8::from(a == b'`');
    // U+0080 to U+00BF: no-break space, soft hyphen, «.
    let latin_1 = u8::from(a == 0xC2);
    // Ð and ð.
    let eth = u8::from(a == 0xC3) & u8::from(b | 0x20 == 0xB0);
    // Ɖ, Ƣ and ƣ.
    let african_d = u8::from(a == 0xC6) & (u8::from(b == 0x89) | u8::from(b & 0xFE == 0xA2));
    // U+1E80 to U+1EFF.
    let vietnamese = u8::from(a == 0xE1) & u8::from(b & 0xFE == 0xBA);
    // – “ ” …
    let punctuation = u8::from(a == 0xE2)
        & u8::from(b == 0x80)
        & (u8::from(c == 0x93) | u8::from(c & 0xFE == 0x9C) | u8::from(c == 0xA6));
    let foreign = u8::from(a > 0xC6) & (vietnamese | punctuation ^ 1) & (vietnamese ^ 1);
    control | opener | latin_1 | eth | african_d | foreign
}
