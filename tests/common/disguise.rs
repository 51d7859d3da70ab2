//! Disguises of a text, each with the way of every byte.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use vietfacts::normalize::legacy::Encoding;

/// A text as it may come, and where the plain text went.
pub struct Disguised {
    pub bytes: Vec<u8>,
    /// For every byte of the plain text: where a span that starts there starts, where one that ends before it ends.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Disguised {
    fn new() -> Self {
        Disguised { bytes: Vec::new(), starts: Vec::new(), ends: vec![0] }
    }

    /// So many bytes of the plain text become these.
    fn put(&mut self, length: usize, became: &[u8]) {
        self.starts.resize(self.starts.len() + length, self.bytes.len());
        self.bytes.extend_from_slice(became);
        self.ends.resize(self.ends.len() + length, self.bytes.len());
    }

    /// What stands for nothing.
    fn insert(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Where a span of the plain text is.
    pub fn place(&self, start: usize, end: usize) -> (usize, usize) {
        (self.starts[start], self.ends[end])
    }

    /// Another disguise over this one.
    pub fn then(&self, disguise: impl Fn(&str) -> Disguised) -> Disguised {
        let outer = disguise(std::str::from_utf8(&self.bytes).expect("a disguise over text"));
        Disguised {
            starts: self.starts.iter().map(|&start| outer.starts[start]).collect(),
            ends: self.ends.iter().map(|&end| outer.ends[end]).collect(),
            bytes: outer.bytes,
        }
    }
}

/// Letters that become others, each for itself.
pub fn letters(text: &str, becomes: impl Fn(char) -> Option<String>) -> Disguised {
    let mut disguised = Disguised::new();
    for c in text.chars() {
        let became = becomes(c).unwrap_or_else(|| c.to_string());
        disguised.put(c.len_utf8(), became.as_bytes());
    }
    disguised
}

/// The first so many bytes in capitals.
pub fn capitals(text: &str, length: usize) -> Disguised {
    let mut disguised = Disguised::new();
    for (at, c) in text.char_indices() {
        let became = if at < length { c.to_uppercase().collect() } else { c.to_string() };
        disguised.put(c.len_utf8(), became.as_bytes());
    }
    disguised
}

pub fn decomposed(text: &str) -> Disguised {
    letters(text, |c| Some(std::iter::once(c).nfd().collect()))
}

pub fn eth(c: char) -> Option<String> {
    match c {
        'Đ' => Some("Ð".to_owned()),
        'đ' => Some("ð".to_owned()),
        _ => None,
    }
}

pub fn full_width(c: char) -> Option<String> {
    let digit = c.to_digit(10)?;
    char::from_u32('０' as u32 + digit).map(String::from)
}

/// A text of as many characters, each in the place of its own.
pub fn restyled(text: &str, styled: Cow<'_, str>) -> Disguised {
    assert_eq!(text.chars().count(), styled.chars().count(), "styles only move marks");
    let mut disguised = Disguised::new();
    for (c, became) in text.chars().zip(styled.chars()) {
        disguised.put(c.len_utf8(), became.to_string().as_bytes());
    }
    disguised
}

/// Spaces in turn a no-break space, two spaces, and a thin one.
pub fn spaces(text: &str) -> Disguised {
    let mut disguised = Disguised::new();
    let mut kinds = ["\u{A0}", "  ", "\u{2009}", "\u{A0} "].iter().cycle();
    for c in text.chars() {
        let became = if c == ' ' { kinds.next().expect("a cycle").to_string() } else { c.to_string() };
        disguised.put(c.len_utf8(), became.as_bytes());
    }
    disguised
}

/// Between the letters of words: zero-width space, soft hyphen, zero-width joiner, BOM.
pub fn invisible(text: &str) -> Disguised {
    let mut disguised = Disguised::new();
    let mut kinds = ["\u{200B}", "\u{AD}", "\u{200D}", "\u{FEFF}"].iter().cycle();
    let mut before = ' ';
    for c in text.chars() {
        if before.is_alphabetic() && c.is_alphabetic() {
            disguised.insert(kinds.next().expect("a cycle").as_bytes());
        }
        disguised.put(c.len_utf8(), c.to_string().as_bytes());
        before = c;
    }
    disguised
}

/// Letters as HTML writes them: by name where they have one, else in decimal and hexadecimal digits.
pub fn references(text: &str) -> Disguised {
    const NAMES: [(char, &str); 10] = [
        ('à', "&agrave;"),
        ('á', "&aacute;"),
        ('â', "&acirc;"),
        ('ê', "&ecirc;"),
        ('ô', "&ocirc;"),
        ('ý', "&yacute;"),
        ('&', "&amp;"),
        ('“', "&ldquo;"),
        ('”', "&rdquo;"),
        ('–', "&ndash;"),
    ];
    let mut disguised = Disguised::new();
    for (i, c) in text.chars().enumerate() {
        let number = u32::from(c);
        let became = match NAMES.iter().find(|(letter, _)| *letter == c) {
            Some((_, name)) => (*name).to_owned(),
            None if c == ' ' && i % 3 == 0 => "&nbsp;".to_owned(),
            None if c.is_ascii() => c.to_string(),
            None if i % 2 == 0 => format!("&#{number};"),
            None => format!("&#x{number:X};"),
        };
        disguised.put(c.len_utf8(), became.as_bytes());
    }
    disguised
}

/// Dashes for the hyphens that stand between spaces.
pub fn dashes(text: &str) -> Disguised {
    let mut disguised = Disguised::new();
    for (at, c) in text.char_indices() {
        let free = c == '-' && text[..at].ends_with(' ') && text[at + 1..].starts_with(' ');
        disguised.put(c.len_utf8(), if free { "–".to_owned() } else { c.to_string() }.as_bytes());
    }
    disguised
}

/// One letter of every word that has another: the first for which Cyrillic has a look-alike.
pub fn cyrillic(text: &str) -> Disguised {
    const ALIKE: [(char, char); 18] = [
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('y', 'у'),
        ('A', 'А'),
        ('B', 'В'),
        ('C', 'С'),
        ('E', 'Е'),
        ('H', 'Н'),
        ('K', 'К'),
        ('M', 'М'),
        ('O', 'О'),
        ('P', 'Р'),
        ('T', 'Т'),
        ('X', 'Х'),
    ];
    let alike = |c: char| ALIKE.iter().find(|(latin, _)| *latin == c).map(|(_, other)| *other);
    let mut disguised = Disguised::new();
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let mut done = letters < 2;
        for c in word.chars() {
            let became = alike(c).filter(|_| !done);
            done |= became.is_some();
            disguised.put(c.len_utf8(), became.unwrap_or(c).to_string().as_bytes());
        }
    }
    disguised
}

/// The bytes of an encoding.
pub fn encoded(text: &str, encoding: Encoding) -> Disguised {
    let mut disguised = Disguised::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if encoding == Encoding::Viqr {
            // Here a character's signs depend on what stands before it, in the same word at most.
            let word = text[..at].rfind([' ', '\n']).map_or(0, |found| found + 1);
            let before = encoding.encode(&text[word..at]).bytes.len();
            disguised.put(c.len_utf8(), &encoding.encode(&text[word..end]).bytes[before..]);
        } else {
            disguised.put(c.len_utf8(), &encoding.encode(&text[at..end]).bytes);
        }
    }
    disguised
}
