//! Finding what may need work, many bytes at a time.
//!
//! The check is conservative: what it passes over is certain to stay as it is (ASCII, the Vietnamese alphabet
//! in NFC and its neighbours up to U+01BF, “ ” – …), what it stops at is looked at one character at a time.
//! It is written as plain comparisons of a byte and the two after it, without branches or tables, because
//! that is what compilers vectorise.

/// Bytes per round. Four vectors of the narrowest machine; longer gives nothing.
const BLOCK: usize = 64;

/// How far a search goes byte by byte first: in text that is dirty throughout (NFD) the next place is near.
const NEAR: usize = 12;

/// As [`next_suspect`], for text in which the next place is likely to be near.
pub(super) fn next_suspect_nearby(text: &[u8], from: usize) -> usize {
    let near = (from + NEAR).min(text.len());
    find(text, from, near).unwrap_or_else(|| next_suspect(text, near))
}

/// The first place from `from` on where a character begins that may need work, or the end of the text.
pub(super) fn next_suspect(text: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(block) = text.get(at..at + BLOCK + 2) {
        if has_suspect(block) {
            return find(text, at, text.len()).unwrap_or(text.len());
        }
        at += BLOCK;
    }
    while at < text.len() {
        // The last bytes, made a block with what is never suspect.
        let end = text.len().min(at + BLOCK);
        let seen = text.len().min(at + BLOCK + 2);
        let mut block = [b' '; BLOCK + 2];
        block[..seen - at].copy_from_slice(&text[at..seen]);
        if has_suspect(&block) {
            return find(text, at, text.len()).unwrap_or(text.len());
        }
        at = end;
    }
    text.len()
}

/// The same, byte by byte.
fn find(text: &[u8], from: usize, to: usize) -> Option<usize> {
    let byte = |at: usize| text.get(at).copied().unwrap_or(0);
    (from..to).find(|&at| !PLAIN[text[at] as usize] && is_suspect(text[at], byte(at + 1), byte(at + 2)) != 0)
}

/// Bytes that are plain whatever follows them.
static PLAIN: [bool; 256] = plain();

const fn plain() -> [bool; 256] {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < 0xC0 {
        plain[byte] = is_suspect(byte as u8, 0, 0) == 0;
        byte += 1;
    }
    plain
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
const fn is_suspect(a: u8, b: u8, c: u8) -> u8 {
    let control = (a < 0x20) as u8 & (a != b'\n') as u8 & (a != b'\t') as u8 | (a == 0x7F) as u8;
    let opener = (a == b'&') as u8 | (a == b'<') as u8 | (a == b'\\') as u8 | (a == b'`') as u8;
    // U+0080 to U+00BF: no-break space, soft hyphen, «.
    let latin_1 = (a == 0xC2) as u8;
    // Ð and ð.
    let eth = (a == 0xC3) as u8 & (b | 0x20 == 0xB0) as u8;
    // Ɖ, Ƣ and ƣ.
    let african = (a == 0xC6) as u8 & ((b == 0x89) as u8 | (b & 0xFE == 0xA2) as u8);
    // U+1E80 to U+1EFF.
    let vietnamese = (a == 0xE1) as u8 & (b & 0xFE == 0xBA) as u8;
    // – “ ” …
    let punctuation = (a == 0xE2) as u8
        & (b == 0x80) as u8
        & ((c == 0x93) as u8 | (c & 0xFE == 0x9C) as u8 | (c == 0xA6) as u8);
    let other = (a > 0xC6) as u8 & (vietnamese | punctuation ^ 1) & (vietnamese ^ 1);
    control | opener | latin_1 | eth | african | other
}
