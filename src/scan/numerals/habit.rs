//! What a comma between digits means in a text, where some of its numbers leave no doubt.

use crate::segment::{Token, TokenKind};

/// What the sure numbers of a text show: "1,250,000" and "3,000" group by comma, "57,7" and "1.250,5" have decimal commas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Habit {
    comma_groups: bool,
    comma_decimals: bool,
}

impl Habit {
    /// The habit of a text; among the `starts` are all tokens that are digits.
    pub(super) fn of(text: &str, tokens: &[Token], starts: impl Iterator<Item = usize>) -> Self {
        let mut habit = Habit::default();
        let mut end = 0;
        for at in starts {
            if at >= end {
                end = habit.see(text, tokens, at);
            }
        }
        habit
    }

    /// Whether a comma before three digits groups them: nothing in the text speaks for decimal commas.
    pub(super) fn groups_by_comma(self) -> bool {
        self.comma_groups && !self.comma_decimals
    }

    /// Learns from the run of digits and separators at a token, and gives one past it.
    fn see(&mut self, text: &str, tokens: &[Token], first: usize) -> usize {
        let run = |at: usize| {
            tokens.get(at).filter(|token| token.kind() == TokenKind::Digits).map(|token| token.text(text))
        };
        let mark = |at: usize| {
            tokens.get(at).filter(|token| !token.is_after_space()).map_or("", |token| token.text(text))
        };
        let Some(head) = run(first) else { return first + 1 };
        let mut end = first + 1;
        let (mut groups, mut last) = (0, "");
        let separator = mark(end);
        while matches!(separator, "," | ".") && mark(end) == separator {
            let Some(group) = run(end + 1).filter(|_| !tokens[end + 1].is_after_space()) else { break };
            if groups > 0 && (group.len() != 3 || last.len() != 3) {
                break;
            }
            (groups, last) = (groups + 1, group);
            end += 2;
        }
        let grouped = head.len() <= 3 && !head.starts_with('0') && last.len() == 3;
        let comma = separator == ",";
        match groups {
            0 => {}
            1 if last.len() < 3 && comma => self.comma_decimals = true,
            1 if grouped && last == "000" && comma => self.comma_groups = true,
            1 => {}
            _ if grouped && comma => self.comma_groups = true,
            _ => {}
        }
        // "1.250,5": the mark that differs is decimal.
        if groups > 0 && grouped && matches!(mark(end), "," | ".") && run(end + 1).is_some() {
            let decimal_comma = mark(end) == ",";
            self.comma_decimals |= decimal_comma && !comma;
            self.comma_groups |= !decimal_comma && comma;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::tokens;

    #[test]
    fn a_text_shows_its_habit() {
        let habit = |text: &str| {
            let tokens = tokens(text);
            Habit::of(text, &tokens, 0..tokens.len())
        };
        assert!(habit("vốn 1,250,000 USD").groups_by_comma());
        assert!(habit("thu 3,000 tỷ, tăng 2.5%").groups_by_comma());
        assert!(habit("1,250.5 điểm").groups_by_comma());
        for text in
            ["tăng 57,7%, thu 3,000 tỷ", "thu 1.250,5 tỷ", "giá 13,989 triệu", "3,5 và 7", "1.11.2023"]
        {
            assert!(!habit(text).groups_by_comma(), "{text}");
        }
    }
}
