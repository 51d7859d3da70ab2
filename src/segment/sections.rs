//! Sections: what of a long text is read at once.

use std::ops::Range;

/// The bytes of a section; it goes on to the end of a paragraph or line. No article is so long, so that what is read in several
/// sections is a book, a transcript, or many articles in one.
const SECTION: usize = 1 << 17;

/// Within so many bytes more the end of a paragraph is looked for, before that of a line will do.
const FURTHER: usize = SECTION / 16;

/// Cuts a text into sections, one at least: each is read with memory that is as near as that of a short text. They end behind line
/// breaks, which no sentence runs over; the last may be a half longer.
pub(crate) fn sections(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let end = section_end(text, start);
        next = (end < text.len()).then_some(end);
        Some(start..end)
    })
}

fn section_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    if bytes.len() - start <= SECTION + SECTION / 2 {
        return bytes.len();
    }
    let least = start + SECTION;
    // A line break is a byte of its own, behind which a character begins.
    let paragraph =
        bytes[least..least + FURTHER].windows(2).position(|pair| pair == b"\n\n").map(|at| at + 1);
    let line_break = paragraph.or_else(|| bytes[least..].iter().position(|byte| *byte == b'\n'));
    line_break.map_or(bytes.len(), |at| least + at + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_texts_are_one_section() {
        for text in ["", "\n", "Xã họp.\n\nXã bàn."] {
            assert!(sections(text).eq(Some(0..text.len())), "{text:?}");
        }
    }

    #[test]
    fn a_text_without_line_breaks_is_one_section() {
        let text = "Thu ngân sách đạt 5 tỷ đồng. ".repeat(4 * SECTION / 32);
        assert!(sections(&text).eq(Some(0..text.len())));
    }

    proptest! {
        #[test]
        fn sections_are_the_text_and_end_behind_line_breaks(lines in prop::collection::vec((0..40_000_usize, 1..3_usize), 0..60)) {
            let mut text = String::new();
            for (length, breaks) in lines {
                text.push_str(&"ộ".repeat(length / 3));
                text.push_str(&"\n".repeat(breaks));
            }
            let mut end = 0;
            for section in sections(&text) {
                prop_assert_eq!(section.start, end);
                end = section.end;
                prop_assert!(end == text.len() || section.len() >= SECTION && text[..end].ends_with('\n'));
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
