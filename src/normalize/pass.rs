//! One pass over the characters: mark-up, single characters, composition.

use super::characters::{Becomes, becomes};
use super::rewriter::Rewriter;
use super::{clean, compose, markup, words};

/// From where on a text is to be read with care, or its end if nothing in it changes.
///
/// What only matters together with something else ("&" without ";", an apostrophe outside of a word) changes
/// nothing alone, but if anything after it does change, reading must begin there.
pub(super) fn first_change(text: &str) -> usize {
    let (mut at, mut from) = (0, None);
    loop {
        at = clean::next_suspect(text.as_bytes(), at);
        let Some(c) = text[at..].chars().next() else { return at };
        let next = at + c.len_utf8();
        if is_idle(&text[..at], c, &text[next..]) {
            from = from.or(Some(at));
        } else if !is_harmless(c) {
            return from.unwrap_or(at);
        }
        at = next;
    }
}

/// Whether a character that can be part of something has nothing to be part of.
fn is_idle(before: &str, c: char, after: &str) -> bool {
    let lacks = |close: u8, reach: usize| !after.as_bytes()[..reach.min(after.len())].contains(&close);
    match c {
        '&' => lacks(b';', markup::REFERENCE),
        '<' => lacks(b'>', markup::TAG),
        '\\' => lacks(b'/', 1),
        _ => words::is_apostrophe(c) && !words::may_be_inside(before, after),
    }
}

/// Whether a character stays as it is, and everything around it too: "²", "°", a letter of another script.
fn is_harmless(c: char) -> bool {
    becomes(c) == Becomes::Itself
        && !matches!(c, '&' | '<' | '\\')
        && !words::concerns(c)
        && compose::is_inert(c)
}

/// What the pass made of a text.
pub(super) struct Pass<'s> {
    pub out: Rewriter<'s>,
    /// Whether the text is to be read word by word too.
    pub wants_words: bool,
    /// Up to this place of the output every character is looked at: mark-up is open that may close there.
    armed: usize,
}

impl<'s> Pass<'s> {
    /// Reads `source`, of which the part before `clean` needs nothing.
    pub fn over(source: &'s str, clean: usize) -> Self {
        let mut pass = Pass { out: Rewriter::new(source), wants_words: false, armed: 0 };
        pass.out.copy_to(clean);
        while let Some((c, from)) = pass.out.next() {
            if c == '\r' {
                pass.out.skip('\n');
            }
            pass.put(c, from);
            if pass.out.text().len() >= pass.armed {
                let next = clean::next_suspect_nearby(source.as_bytes(), pass.out.position());
                pass.out.copy_to(next);
            }
        }
        pass
    }

    /// Takes one character, which the source from `from` to here is; then the one that it may complete, and
    /// so on.
    fn put(&mut self, c: char, from: usize) {
        let mut next = Some((c, from));
        while let Some((c, from)) = next {
            let c = compose::singleton(c).unwrap_or(c);
            next = match becomes(c) {
                Becomes::Itself => self.write(c, from),
                Becomes::Other(other) => self.write(other, from),
                Becomes::Letters(letters) => {
                    self.out.write(from, letters);
                    None
                }
                Becomes::Nothing => {
                    self.out.write(from, "");
                    None
                }
            };
        }
    }

    /// Writes a character. If it closes a character reference, what that stands for is to be put instead.
    fn write(&mut self, c: char, from: usize) -> Option<(char, usize)> {
        if c == '/' {
            return self.write_slash(from);
        }
        compose::push(&mut self.out, from, c);
        self.wants_words |= words::concerns(c);
        let written = self.out.text().len();
        match c {
            '&' => self.armed = self.armed.max(written + markup::REFERENCE),
            '<' => self.armed = self.armed.max(written + markup::TAG),
            '\\' => self.armed = self.armed.max(written + 1),
            ';' if written <= self.armed => {
                let (start, decoded) = markup::reference(self.out.text())?;
                return Some((decoded, self.out.retract(start)));
            }
            '>' if written <= self.armed => {
                let (start, left) = markup::tag(self.out.text())?;
                let from = self.out.retract(start);
                self.out.write(from, left);
            }
            _ => {}
        }
        None
    }

    fn write_slash(&mut self, from: usize) -> Option<(char, usize)> {
        let escapes = markup::backslashes(self.out.text());
        let from = if escapes == 0 { from } else { self.out.retract(self.out.text().len() - escapes) };
        self.out.write_char(from, '/');
        None
    }
}
