//! The table of short spellings, which nearly every token of a text is looked up in, and what is known of a few bytes by themselves.

use super::tokens::{ALL_CAPS, CAPITALIZED, TokenKind};
use super::vocabulary::{Known, UNKNOWN};

/// At most eight bytes as a number. None at all mark a slot that is free; a byte that is zero says the same, and is what it says: a
/// mark that no list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bytes(u64);

impl Bytes {
    /// The most bytes.
    pub(super) const MOST: usize = 8;

    /// The first `length` of eight bytes; nothing where they are more.
    #[inline(always)]
    fn first_of(bytes: [u8; Bytes::MOST], length: u32) -> Option<Bytes> {
        const FIRST: [u64; Bytes::MOST + 1] = [
            0,
            0xFF,
            0xFFFF,
            0xFF_FFFF,
            0xFFFF_FFFF,
            0xFF_FFFF_FFFF,
            0xFFFF_FFFF_FFFF,
            0xFF_FFFF_FFFF_FFFF,
            u64::MAX,
        ];
        FIRST.get(length as usize).map(|first| Bytes(u64::from_le_bytes(bytes) & first))
    }

    /// What is known of so many bytes, one at least, that no table has: a number, or a word in letters of ASCII that are capitalized as one
    /// word is. No one can foresee which: there is no branch on it. Longer runs and those beside quotes are told letter by letter, by
    /// `Cutter::unlisted`.
    #[inline(always)]
    fn unlisted(self, length: u32) -> Option<Known> {
        let all = u64::MAX >> (64 - 8 * length);
        let each = |bit: u8| u64::from_ne_bytes([bit; 8]) & all;
        let first = self.0 as u8;
        let is_digits = first.is_ascii_digit();
        let is_ascii_word = first.is_ascii_alphabetic() & (self.0 & each(0x80) == 0);
        // The bit that a small letter of ASCII has and a capital has not.
        let (small, smalls) = (self.0 & each(0x20), each(0x20));
        let (is_first, is_all) = (small & 0x20 == 0, small == 0);
        let is_one = is_all | (small | 0x20 == smalls);
        let flags =
            u8::from(!is_digits) * ((u8::from(is_first) * CAPITALIZED) | (u8::from(is_all) * ALL_CAPS));
        let kind = if is_digits { TokenKind::Digits } else { TokenKind::Word };
        (is_digits | is_ascii_word & is_one).then(|| Known::new(UNKNOWN, kind, flags))
    }

    pub(super) fn of(bytes: &[u8]) -> Option<Bytes> {
        let mut window = [0; Bytes::MOST];
        window.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(Bytes(u64::from_le_bytes(window)))
    }
}

/// From spellings of at most eight bytes to what is known of them: open addressing, at most half full.
#[derive(Debug)]
pub(super) struct ShortSpellings {
    /// As many as a power of two.
    slots: Vec<Slot>,
    /// How far a product is shifted to become the index of a slot.
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    bytes: Bytes,
    known: Known,
}

/// Multiplicative hashing: the high bits of a product depend on all bits. Of some 200,000 odd numbers this is one of those under which
/// the spellings that news is full of fall least on each other: 0.9 % of its tokens are not in their first slot, with the golden ratio
/// 1.3 %.
const MIX: u64 = 0xA49B_4240_B912_A463;

impl Default for ShortSpellings {
    fn default() -> Self {
        ShortSpellings::with_room(1)
    }
}

impl ShortSpellings {
    pub(super) fn with_room(spellings: usize) -> Self {
        let slots = (spellings * 2).next_power_of_two().max(2);
        ShortSpellings { slots: vec![Slot::default(); slots], shift: 64 - slots.trailing_zeros() }
    }

    #[inline(always)]
    fn first_slot(&self, bytes: Bytes) -> usize {
        (bytes.0.wrapping_mul(MIX) >> self.shift) as usize
    }

    /// What is known of the first `length` of eight bytes, by the table or by themselves; nothing where they are more.
    #[inline(always)]
    pub(super) fn known(&self, bytes: [u8; Bytes::MOST], length: u32) -> Option<Known> {
        let bytes = Bytes::first_of(bytes, length)?;
        let at = self.first_slot(bytes);
        let slot = self.slots.get(at)?;
        if slot.bytes == bytes { Some(slot.known) } else { known_from(&self.slots, at, bytes, length) }
    }

    pub(super) fn get(&self, bytes: Bytes) -> Option<Known> {
        get_from(&self.slots, self.first_slot(bytes), bytes)
    }

    /// All of them.
    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, Known)> {
        self.slots.iter().filter(|slot| slot.bytes != Bytes::default()).map(|slot| {
            let bytes = slot.bytes.0.to_le_bytes();
            let length = bytes.iter().position(|byte| *byte == 0).unwrap_or(Bytes::MOST);
            (String::from_utf8(bytes[..length].to_vec()).expect("a spelling"), slot.known)
        })
    }

    /// Of two words with one spelling the later stays.
    pub(super) fn insert(&mut self, bytes: Bytes, known: Known) {
        let mut at = self.first_slot(bytes);
        while ![Bytes::default(), bytes].contains(&self.slots[at].bytes) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = Slot { bytes, known };
    }
}

/// What is known of a spelling that is not in its first slot: seldom, for what is frequent was put in first.
#[inline(never)]
fn known_from(slots: &[Slot], at: usize, bytes: Bytes, length: u32) -> Option<Known> {
    get_from(slots, at, bytes).or_else(|| bytes.unlisted(length))
}

/// What the slots from one on have of a spelling.
#[inline]
fn get_from(slots: &[Slot], mut at: usize, bytes: Bytes) -> Option<Known> {
    loop {
        let slot = &slots[at & (slots.len() - 1)];
        if slot.bytes == bytes {
            return Some(slot.known);
        }
        if slot.bytes == Bytes::default() {
            return None;
        }
        at += 1;
    }
}
