//! Sixty-four bytes of text at once: what every byte is, a bit a byte.
//!
//! Text is classed by comparing sixteen bytes at a time, with the letters that Vietnamese writes; everything else beyond ASCII
//! (other letters, dashes, curly quotes, combining marks) is only marked as rare and is looked at letter by letter.

use wide::u8x16;

/// The bytes of a window.
pub(super) const WIDTH: usize = 64;
/// The window and the bytes behind it that its last letters may reach into.
const READ: usize = WIDTH + 2;

/// What the bytes of a window are; the lowest bit is the first byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Window {
    /// ASCII letters, and whatever is not ASCII.
    pub word: u64,
    pub digit: u64,
    /// White space of ASCII but the line break.
    pub space: u64,
    pub line_break: u64,
    /// First bytes of characters that are no Vietnamese letter.
    pub rare: u64,
    /// First bytes of capital letters.
    pub capital: u64,
    /// Bytes that are not ASCII.
    pub high: u64,
    /// First bytes of letters of three bytes.
    pub three_bytes: u64,
    /// First bytes of "đ" and "Đ".
    pub d_bar: u64,
}

impl Window {
    /// The window that starts at `at`; behind the end of the text it goes on with spaces.
    pub(super) fn read(text: &[u8], at: usize) -> Window {
        match text.get(at..at + READ) {
            Some(bytes) => Window::of(bytes.try_into().expect("so many were asked for")),
            None => {
                let mut bytes = [b' '; READ];
                bytes[..text.len() - at].copy_from_slice(&text[at..]);
                Window::of(&bytes)
            }
        }
    }

    fn of(bytes: &[u8; READ]) -> Window {
        let mut window = Window::default();
        for part in (0..WIDTH).step_by(16) {
            window.class(part, bytes);
        }
        window
    }

    /// Classes sixteen bytes. A letter of two or three bytes is classed at its first, by those behind it.
    #[inline(always)]
    fn class(&mut self, part: usize, bytes: &[u8; READ]) {
        let load = |at: usize| -> u8x16 {
            let lanes: [u8; 16] = bytes[at..at + 16].try_into().expect("sixteen bytes");
            u8x16::new(lanes)
        };
        let (first, second, third) = (load(part), load(part + 1), load(part + 2));
        let (is, pair) = (|byte| first.simd_eq(all(byte)), |byte| (second & all(0xFE)).simd_eq(all(byte)));
        let set = |mask: &mut u64, lanes: u8x16| *mask |= u64::from(lanes.to_bitmask()) << part;

        let capital = within(first, b'A', b'Z');
        let line_break = is(b'\n');
        set(&mut self.high, first);
        set(&mut self.word, within(first | all(0x20), b'a', b'z') | first);
        set(&mut self.digit, within(first, b'0', b'9'));
        set(&mut self.space, (is(b' ') | within(first, b'\t', b'\r')) & !line_break);
        set(&mut self.line_break, line_break);

        // À to ÿ; Ă ă Đ đ Ĩ ĩ; Ũ ũ; Ơ ơ Ư ư; Ạ to ỿ.
        let (c3, c4, c5, c6, e1) = (is(0xC3), is(0xC4), is(0xC5), is(0xC6), is(0xE1));
        let (d_bar, i_tilde, horn_o) = (pair(0x90), pair(0xA8), pair(0xA0));
        let (big_u_horn, small_u_horn) = (second.simd_eq(all(0xAF)), second.simd_eq(all(0xB0)));
        let no_letter = second.simd_eq(all(0x97)) | second.simd_eq(all(0xB7));
        let known = (c3 & !no_letter)
            | (c4 & (pair(0x82) | d_bar | i_tilde))
            | (c5 & i_tilde)
            | (c6 & (horn_o | big_u_horn | small_u_horn))
            | (e1 & (second.simd_eq(all(0xBB)) | (second.simd_eq(all(0xBA)) & within(third, 0xA0, 0xBF))));
        let is_first = first.simd_eq(first.max(all(0xC0)));
        set(&mut self.rare, is_first & !known);
        set(&mut self.d_bar, c4 & d_bar);
        set(&mut self.three_bytes, e1);
        let even = |lanes: u8x16| (lanes & all(1)).simd_eq(all(0));
        let beyond_ascii = (c3 & within(second, 0x80, 0x9E))
            | ((c4 | c5) & even(second))
            | (c6 & ((horn_o & even(second)) | big_u_horn))
            | (e1 & even(third));
        set(&mut self.capital, capital | beyond_ascii);
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

    /// Every character that is not rare is what the table of letters says of it.
    #[test]
    fn the_window_agrees_with_the_letters() {
        let mut known = 0;
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let text = format!("{letter}a");
            let window = Window::read(text.as_bytes(), 0);
            let (class, length) = class_at(&text, 0);
            let bit = |mask: u64| mask & 1 == 1;
            assert_eq!(bit(window.high), !letter.is_ascii(), "{letter:?}");
            assert_eq!(bit(window.d_bar), matches!(letter, 'đ' | 'Đ'), "{letter:?}");
            if bit(window.rare) {
                continue;
            }
            known += 1;
            assert_eq!(bit(window.word), class & class::LETTER != 0, "{letter:?}");
            assert_eq!(bit(window.capital), class == class::CAPITAL, "{letter:?}");
            assert_eq!(bit(window.digit), class == class::DIGIT, "{letter:?}");
            assert_eq!(bit(window.space), class == class::SPACE, "{letter:?}");
            assert_eq!(bit(window.line_break), class == class::LINE_BREAK, "{letter:?}");
            assert_ne!(class, class::CASELESS, "{letter:?}");
            // The bytes behind the first have no class of their own but belong to the word.
            assert_eq!(
                window.word & ((1 << length) - 1),
                if bit(window.word) { (1 << length) - 1 } else { 0 }
            );
        }
        // ASCII, and the letters that stand where the comments say.
        assert_eq!(known, 128 + 62 + 8 + 4 + 96);
    }
}
