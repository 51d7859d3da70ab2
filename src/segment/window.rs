//! Sixty-four bytes of text at once: what every byte is, a bit a byte.
//!
//! Text is classed by comparing sixteen bytes at a time. Whatever is not ASCII counts as a letter here; what it really is, is known
//! of the words that stand in a vocabulary and is looked at letter by letter in others.

use wide::u8x16;

use super::vocabulary::Bytes;

/// The bytes of a window.
pub(super) const WIDTH: usize = 64;
/// The window and what may be read behind its last byte.
const READ: usize = WIDTH + Bytes::MOST;

/// The bytes of a window and what they are, a bit a byte; the lowest bit is the first byte.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    bytes: [u8; READ],
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
    /// The bytes behind white space.
    pub after_space: u64,
    /// The first bytes behind line breaks that are no white space.
    pub line_start: u64,
}

impl Window {
    /// The window that starts at `at`; behind the end of the text it goes on with spaces.
    #[inline]
    pub(super) fn read(text: &[u8], at: usize) -> Window {
        let mut bytes = [b' '; READ];
        match text.get(at..at + READ) {
            Some(whole) => bytes.copy_from_slice(whole),
            None => bytes[..text.len() - at].copy_from_slice(&text[at..]),
        }
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

    #[inline]
    pub(super) fn bounds(&self) -> Bounds {
        let &Window { letter, digit, blank, line_break, .. } = self;
        Bounds {
            starts: !blank & !(letter & letter << 1) & !(digit & digit << 1),
            lasts: !blank & !(letter & letter >> 1) & !(digit & digit >> 1),
            after_space: blank << 1,
            // The sum carries from a line break through the white space behind it.
            line_start: blank.wrapping_add(line_break) & !blank,
        }
    }

    /// Whether white space and whether a line break stands at the end of the first so many bytes, as bits.
    #[inline]
    pub(super) fn blank_at_end(&self, bytes: usize) -> (bool, bool) {
        let rest = WIDTH - bytes;
        let blanks = (self.blank << rest).leading_ones();
        let line_break = (self.line_break << rest).leading_zeros();
        (blanks > 0, line_break < blanks)
    }

    /// The eight bytes from one of the window on.
    #[inline]
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

#[cfg(test)]
mod tests {
    use super::super::letters::{class, class_at};
    use super::*;

    #[test]
    fn the_window_agrees_with_the_letters() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let text = format!("{letter}-");
            let window = Window::read(text.as_bytes(), 0);
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
        let window = Window::read(" Sở 12, x".as_bytes(), 1);
        let Bounds { starts, lasts, after_space, .. } = window.bounds();
        assert_eq!((starts, lasts), (0b10_1010_0001, 0b10_1100_1000));
        assert_eq!(starts & after_space, 0b10_0010_0000);
        assert_eq!(&window.bytes_from(5), b"12, x   ");
    }
}
