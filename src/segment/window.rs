//! Sixty-four bytes of text at once: what every byte is, a bit a byte.
//!
//! Text is classed by comparing sixteen bytes at a time. Whatever is not ASCII counts as a letter here; what it really is, is known
//! of the words that stand in a vocabulary and is looked at letter by letter in others.

use wide::u8x16;

use super::table::Bytes;

/// The bytes of a window.
pub(crate) const WIDTH: usize = 64;
/// The window and what may be read behind its last byte.
pub(super) const READ: usize = WIDTH + Bytes::MOST;

/// The bytes of a window, and what they are, a bit a byte; the lowest bit is the first byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<'a> {
    bytes: &'a [u8; READ],
    /// ASCII letters, and whatever is not ASCII.
    letter: u64,
    digit: u64,
    /// White space of ASCII, the line break too.
    blank: u64,
    line_break: u64,
}

/// Where in a window tokens may begin and end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// The first byte of every run of letters, run of digits, and mark.
    pub starts: u64,
    /// The last byte of every one of them.
    pub lasts: u64,
    /// The first bytes behind line breaks that are no white space.
    pub line_start: u64,
    /// Whether white space with a line break stands at the end.
    pub breaks_at_end: bool,
}

impl<'a> Window<'a> {
    #[inline(always)]
    pub(super) fn read(bytes: &'a [u8; READ]) -> Self {
        let mut window = Window { bytes, letter: 0, digit: 0, blank: 0, line_break: 0 };
        for part in (0..WIDTH).step_by(16) {
            window.class(part, bytes[part..part + 16].try_into().expect("sixteen bytes"));
        }
        window
    }

    /// Classes sixteen bytes.
    #[inline(always)]
    fn class(&mut self, part: usize, bytes: [u8; 16]) {
        let lanes = u8x16::new(bytes);
        let set = |mask: &mut u64, lanes: u8x16| *mask |= u64::from(lanes.to_bitmask()) << part;
        // Bytes that are not ASCII have the bit set that a comparison sets.
        set(&mut self.letter, within(lanes | all(0x20), b'a', b'z') | lanes);
        set(&mut self.digit, within(lanes, b'0', b'9'));
        set(&mut self.blank, lanes.simd_eq(all(b' ')) | within(lanes, b'\t', b'\r'));
        set(&mut self.line_break, lanes.simd_eq(all(b'\n')));
    }

    /// The bounds of tokens; `is_line_start` says whether a line break stands before the window.
    #[inline(always)]
    pub(super) fn bounds(&self, is_line_start: bool) -> Bounds {
        let &Window { letter, digit, blank, line_break, .. } = self;
        // The sum carries from a line break through the white space behind it.
        let (sum, one_carries) = blank.overflowing_add(line_break);
        let (sum, other_carries) = sum.overflowing_add(is_line_start.into());
        Bounds {
            starts: !blank & !(letter & letter << 1) & !(digit & digit << 1),
            lasts: !blank & !(letter & letter >> 1) & !(digit & digit >> 1),
            line_start: sum & !blank,
            breaks_at_end: one_carries | other_carries,
        }
    }

    /// The eight bytes from one of the window on.
    #[inline(always)]
    pub(super) fn bytes_from(&self, start: u32) -> [u8; Bytes::MOST] {
        let start = start as usize % WIDTH;
        self.bytes[start..start + Bytes::MOST].try_into().expect("eight bytes")
    }
}

fn all(byte: u8) -> u8x16 {
    u8x16::splat(byte)
}

/// The lanes that hold a byte of a range.
#[inline(always)]
fn within(lanes: u8x16, low: u8, high: u8) -> u8x16 {
    let above = lanes - all(low);
    above.simd_eq(above.min(all(high - low)))
}

/// The first bytes of a window that the text ends in, and spaces behind them.
pub(super) fn padded(rest: &[u8]) -> [u8; READ] {
    let mut bytes = [b' '; READ];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::letters::{class, class_at};
    use super::*;

    #[test]
    fn the_window_agrees_with_the_letters() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let text = format!("{letter}-");
            let bytes = padded(text.as_bytes());
            let window = Window::read(&bytes);
            let (class, length) = class_at(&text, 0);
            let all = bits_of(length);
            assert_eq!(
                window.letter & all == all,
                class & class::LETTER != 0 || !letter.is_ascii(),
                "{letter:?}"
            );
            assert_eq!(window.digit & 1 == 1, class == class::DIGIT, "{letter:?}");
            assert_eq!(window.line_break & 1 == 1, class == class::LINE_BREAK, "{letter:?}");
            let blank = class & (class::SPACE | class::LINE_BREAK) != 0 && letter.is_ascii();
            assert_eq!(window.blank & 1 == 1, blank, "{letter:?}");
        }
    }

    fn bits_of(length: usize) -> u64 {
        (1 << length) - 1
    }

    #[test]
    fn tokens_are_seen_by_their_ends() {
        let bytes = padded("Sở 12, x".as_bytes());
        let window = Window::read(&bytes);
        let Bounds { starts, lasts, .. } = window.bounds(false);
        assert_eq!((starts, lasts), (0b10_1010_0001, 0b10_1100_1000));
        assert_eq!(&window.bytes_from(5), b"12, x   ");
    }

    proptest! {
        #[test]
        fn line_starts_stand_behind_line_breaks(text in "[ \na]{0,64}", is_line_start: bool) {
            let bytes = padded(text.as_bytes());
            let Bounds { line_start, breaks_at_end, .. } = Window::read(&bytes).bounds(is_line_start);
            let mut broken = is_line_start;
            for (at, byte) in bytes[..WIDTH].iter().enumerate() {
                broken |= *byte == b'\n';
                let is_blank = byte.is_ascii_whitespace();
                prop_assert_eq!(line_start >> at & 1 == 1, broken && !is_blank);
                broken &= is_blank;
            }
            prop_assert_eq!(breaks_at_end, broken);
        }
    }
}
