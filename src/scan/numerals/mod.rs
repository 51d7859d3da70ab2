//! Numerals: every number that is written in the text, in digits or in words, with its magnitude.
//!
//! What is no number as a whole ("1.11.2023") is left as the runs of digits that it is made of; what is one but does not fit
//! the exact decimal gives none at all.

mod compound;
mod digits;
mod habit;
mod words;

use once_cell::unsync::OnceCell;

use self::habit::Habit;
use self::words::small;
use super::Cues;
use super::trie::NUMBERED_PERIODS;
use crate::Decimal;
use crate::data::{DateRole, List, Lists, NumberRole, UnitKind};
use crate::segment::{Token, TokenKind};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumeralStyle {
    Digits,
    Words,
    /// A Roman numeral or a month's name behind its calendar word: "quý III", "tháng Giêng".
    Calendar,
}

/// A number in the text: tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub first: usize,
    pub end: usize,
    pub style: NumeralStyle,
    /// The number without its last magnitude: 526.8 in "526,8 tỷ".
    pub base: Decimal,
    /// The last magnitude: 1000000000 in "526,8 tỷ", 1 where there is none.
    pub scale: Decimal,
    /// The whole: 526800000000.
    pub value: Decimal,
    /// One past the tokens before the first magnitude; `end` where there is none.
    pub base_end: usize,
}

impl Numeral {
    /// One without magnitudes.
    fn plain(first: usize, end: usize, style: NumeralStyle, value: Decimal) -> Self {
        Numeral { first, end, style, base: value, scale: Decimal::ONE, value, base_end: end }
    }
}

/// The numerals of a text, in order; they do not overlap.
pub(crate) fn numerals(text: &str, tokens: &[Token], cues: &Cues<'_>, lists: &Lists) -> Vec<Numeral> {
    let reader = Reader { text, tokens, cues, lists, habit: OnceCell::new() };
    let mut numerals = Vec::with_capacity(tokens.len() / 16);
    let mut end = 0;
    for at in cues.numbers() {
        if at < end {
            continue;
        }
        if let Some(value) = reader.lone_digits(at) {
            end = at + 1;
            numerals.push(Numeral::plain(at, end, NumeralStyle::Digits, value));
            continue;
        }
        match reader.read(at) {
            Reading::Number(numeral) => {
                debug_assert!(cues.may_be_number(numeral.first));
                debug_assert!(cues.may_end_number(numeral.end));
                numerals.push(numeral);
                end = reader.years_counted(numeral.end);
            }
            Reading::Unfit(unfit) => end = unfit,
            Reading::Nothing => {}
        }
    }
    numerals
}

/// The value of a Roman numeral up to 39 in capitals: "III", "XIV".
pub(crate) fn roman(letters: impl DoubleEndedIterator<Item = u8>) -> Option<u8> {
    let value = |b: u8| match b {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        _ => None,
    };
    let mut total = 0_i32;
    let mut right = 0;
    for (i, b) in letters.rev().enumerate() {
        let digit = value(b).filter(|_| i < LONGEST_ROMAN)?;
        total += if digit < right { -digit } else { digit };
        right = right.max(digit);
    }
    u8::try_from(total).ok().filter(|n| (1..40).contains(n))
}

/// No Roman numeral below 40 has more letters: "XXXVIII".
const LONGEST_ROMAN: usize = 7;

/// A number word: what it does, its value, and one past its last token.
type Word = (NumberRole, Decimal, usize);

/// What a token begins.
#[derive(Debug, PartialEq, Eq)]
enum Reading {
    Number(Numeral),
    /// Up to here stands what is no number for us: one too large to be exact, or a phrase that only looks like one.
    Unfit(usize),
    Nothing,
}

/// A number without magnitude words, and one past its last token.
enum Plain {
    Number(Decimal, usize),
    Unfit(usize),
    Nothing,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    cues: &'a Cues<'a>,
    lists: &'a Lists,
    /// What a comma between digits means here, once a number asks for it.
    habit: OnceCell<Habit>,
}

impl Reader<'_> {
    /// The numeral that starts at a token, with the magnitudes that follow it.
    fn read(&self, first: usize) -> Reading {
        match self.tokens[first].kind() {
            TokenKind::Digits => self.with_magnitudes(first, self.digits(first), NumeralStyle::Digits),
            TokenKind::Word => match self.word(first) {
                None => self.calendar_number(first, None),
                Some((NumberRole::UnitOnly, value, _)) => self.calendar_number(first, Some(value)),
                Some((NumberRole::None, _, end)) => Reading::Unfit(end),
                Some((NumberRole::Digit, value, end)) if !self.cues.may_start(end, List::Number) => {
                    self.lone_digit_word(first, value, end)
                }
                Some(word) => match self.half_of(first, word) {
                    Some(numeral) => Reading::Number(numeral),
                    None => self.with_magnitudes(first, self.spelled(first, word), NumeralStyle::Words),
                },
            },
            TokenKind::Mark => Reading::Nothing,
        }
    }

    /// "III" in "quý III", "Giêng" in "tháng Giêng", "tư" in "tháng tư": numbers by what stands before them. The `ordinal` is the
    /// value of a word that elsewhere is a number only after tens.
    fn calendar_number(&self, first: usize, ordinal: Option<Decimal>) -> Reading {
        let word = self.tokens[first].text(self.text);
        let may_be_roman = matches!(word.as_bytes()[0], b'I' | b'V' | b'X' | b'l');
        let may_be_name = may_be_roman || ordinal.is_some() || self.cues.may_start(first, List::Date);
        if !may_be_name || !self.cues.may_end_any_before(first, NUMBERED_PERIODS) {
            return Reading::Nothing;
        }
        let Some(before) = self.cues.before(first, List::Date) else { return Reading::Nothing };
        let value = match self.lists.dates[before.entry()].role {
            // "lV": a small L is taken for an I, here where nothing else can stand.
            DateRole::Quarter => roman(word.bytes().map(|b| if b == b'l' { b'I' } else { b }))
                .map(|quarter| Decimal::from(u64::from(quarter)))
                .or(ordinal),
            DateRole::Month => {
                let name = self.cues.get(first, List::Date).map(|cue| &self.lists.dates[cue.entry()]);
                let name = name.filter(|name| name.role == DateRole::MonthName);
                name.map(|name| name.number).or(ordinal)
            }
            _ => None,
        };
        value.map_or(Reading::Nothing, |value| {
            Reading::Number(Numeral::plain(first, first + 1, NumeralStyle::Calendar, value))
        })
    }

    /// Behind a number "năm" is the year and not the five ("ba năm", "mười năm"), unless a magnitude follows.
    fn years_counted(&self, at: usize) -> usize {
        match self.word(at) {
            Some((NumberRole::Digit, five, end)) if small(five) == 5 && self.magnitudes(end).1 == end => end,
            _ => at,
        }
    }

    #[inline]
    fn word(&self, at: usize) -> Option<Word> {
        let cue = self.cues.get(at, List::Number)?;
        let entry = &self.lists.numbers[cue.entry()];
        Some((entry.role, entry.number, cue.end()))
    }

    /// Whether a unit stands here: a currency, a percent sign; but "$" in "282 $13,248" is the next number's.
    fn is_unit(&self, at: usize) -> bool {
        let Some(cue) = self.cues.get(at, List::Unit) else { return false };
        let unit = self.lists.units[cue.entry()].role;
        let belongs_to_next = matches!(unit, UnitKind::CurrencySign(_))
            && self.is_digits(cue.end())
            && !self.tokens[cue.end()].is_after_space()
            && self.tokens[at].is_after_space();
        unit.is_measure() && !belongs_to_next
    }

    /// Whether nothing that the number could count stands here: a unit, a function word, a mark of the sentence, the end.
    fn is_unit_or_end(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        token.is_line_start()
            || self.is_unit(at)
            || self.cues.get(at, List::Word).is_some()
            || matches!(token.text(self.text), "." | "," | ";" | ":" | ")" | "!" | "?" | "”" | "\"" | "…")
    }

    /// Whether the token is this mark.
    #[inline]
    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| self.text.as_bytes()[token.start as usize] == mark)
    }

    #[inline]
    fn is_digits(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Digits)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data;
    use crate::scan::{Lexicon, built_in};
    use crate::segment::segment_with;

    fn values(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new(data::built_in().clone());
        let tokens = segment_with(text, 0, lexicon.vocabulary()).tokens;
        let cues = lexicon.scan(&tokens);
        numerals(text, &tokens, &cues, &lexicon.lists).iter().map(|n| n.value.to_string()).collect()
    }

    #[test]
    fn numbers_in_words() {
        for (written, value) in [
            ("hai mươi mốt", "21"),
            ("mười lăm", "15"),
            ("một trăm linh năm", "105"),
            ("hai nghìn không trăm hai tư", "2024"),
            ("ba mươi tư", "34"),
            ("hai lăm", "25"),
            ("ba tỷ rưỡi", "3500000000"),
            ("hai tỷ tư", "2400000000"),
            ("một phẩy không năm", "1.05"),
            ("hai phẩy hai mươi lăm", "2.25"),
            ("trăm rưỡi", "150"),
            ("hai trăm rưỡi", "250"),
            ("nửa tỷ", "500000000"),
            ("một trăm hai mươi lăm nghìn tỷ", "125000000000000"),
            ("hai triệu năm trăm nghìn", "2500000"),
            ("hai triệu năm trăm", "2500000"),
        ] {
            assert_eq!(values(written), [value], "{written}");
        }
    }

    #[test]
    fn numbers_in_digits_and_words() {
        for (written, value) in [
            ("3 nghìn 200 tỷ", "3200000000000"),
            ("1 tỷ 250 triệu", "1250000000"),
            ("1tr5", "1500000"),
            ("1tr500", "1500000"),
            ("2 triệu 5", "2500000"),
            ("45 nghìn 500 đồng", "45500"),
            ("1,2 triệu tỷ", "1200000000000000"),
            ("5 chục triệu", "50000000"),
            ("1 250 000", "1250000"),
            ("500 000 đồng", "500000"),
            ("57, 7%", "57.7"),
            ("200,000 VND", "200000"),
            ("24,023 tỷ", "24023000000"),
            ("0,125 USD", "0.125"),
            ("1,250.5", "1250.5"),
        ] {
            assert_eq!(values(written), [value], "{written}");
        }
    }

    #[test]
    fn the_text_decides_what_three_digits_behind_a_comma_are() {
        assert_eq!(values("vốn 1,250,000 USD, thu 2,500 tỷ"), ["1250000", "2500000000000"]);
        assert_eq!(values("tăng 7,5%, thu 2,500 tỷ"), ["7.5", "2500000000"]);
    }

    #[test]
    fn words_that_are_numbers_by_accident() {
        assert_eq!(values("thu 45 tỷ năm 2022"), ["45000000000", "2022"]);
        assert_eq!(values("trong năm chỉ tiêu thu đạt thấp"), [""; 0]);
        assert_eq!(values("mười năm, ba năm, 5 năm"), ["10", "3", "5"]);
        assert_eq!(values("2 triệu đồng/năm hoặc 1 triệu đồng"), ["2000000", "1000000"]);
        assert_eq!(values("một số xã, không tăng, đầu tư, ba lô"), [""; 0]);
        assert_eq!(values("tháng 6, 12 tỷ; quận 3, 20 tỷ"), ["6", "12000000000", "3", "20000000000"]);
    }

    proptest! {
        /// What is read at sight is what the long way makes of it.
        #[test]
        fn lone_numbers_are_read_as_all_others(
            text in "([0-9]{1,4}|[0-9]{3}|[.,/]|năm|ba|không|mươi|trăm|linh|rưỡi|phẩy|tỷ|triệu|đồng|%|xã|[ \n]){1,16}"
        ) {
            let lexicon = built_in();
            let tokens = segment_with(&text, 0, lexicon.vocabulary()).tokens;
            let cues = lexicon.scan(&tokens);
            let reader = Reader { text: &text, tokens: &tokens, cues: &cues, lists: &lexicon.lists, habit: OnceCell::new() };
            for at in 0..tokens.len() {
                if let Some(value) = reader.lone_digits(at) {
                    let plain = Numeral::plain(at, at + 1, NumeralStyle::Digits, value);
                    let read = reader.with_magnitudes(at, reader.digits(at), NumeralStyle::Digits);
                    prop_assert_eq!(Reading::Number(plain), read);
                }
                if let Some(word @ (NumberRole::Digit, value, end)) = reader.word(at)
                    && !cues.may_start(end, List::Number)
                {
                    let read = reader.with_magnitudes(at, reader.spelled(at, word), NumeralStyle::Words);
                    prop_assert_eq!(reader.lone_digit_word(at, value, end), read);
                    prop_assert!(reader.half_of(at, word).is_none());
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_as_a_whole() {
        assert_eq!(values("98765432109876543210987654321098765 tỷ đồng"), [""; 0]);
        assert_eq!(values("9.876.543.210.987.654.321.098.765.432 triệu đồng"), [""; 0]);
        assert_eq!(values("123456789012345678901234567890123456789,5%"), [""; 0]);
    }

    #[test]
    fn roman_numerals() {
        assert_eq!(
            ["I", "III", "IV", "XIV", "XXIX"].map(|word| roman(word.bytes())),
            [Some(1), Some(3), Some(4), Some(14), Some(29)]
        );
        assert_eq!(["", "A", "MM", "XXXXXXX"].map(|word| roman(word.bytes())), [None; 4]);
    }
}
