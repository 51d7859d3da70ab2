//! What stands between the names and titles of a row: marks, conjunctions, the words that give posts.

use std::ops::Range;

use super::items::{Item, Scan, What, is_plain_word};
use crate::data::{DateRole, List, ModifierEffect, OfficeRole, WordRole};
use crate::facts::Context;
use crate::facts::phrase::{honorific_at, title_words_at};
use crate::scan::CONJUNCTIONS;

/// A bracket with no name or title in it is passed over if it is no longer than this.
const LONGEST_BRACKET: usize = 24;

/// An age is said in no more tokens: "sinh năm 1974", "63 tuổi".
const LONGEST_AGE: usize = 5;

impl Scan<'_, '_, '_> {
    /// Notes a mark and returns where to go on.
    pub(super) fn mark(&mut self, at: usize) -> usize {
        if let Some(comma) = self.age(at) {
            return comma;
        }
        let gap = &mut self.gap;
        gap.word_last = false;
        match self.context.token_text(at) {
            "," => gap.comma = true,
            ";" => gap.semicolon = true,
            ":" => {
                gap.colon = true;
                // "từng kinh qua nhiều vị trí quan trọng: Giám đốc …"
                gap.office = gap.office.or(gap.career.then_some(OfficeRole::TakesUp));
            }
            "-" | "–" | "—" => gap.dash = true,
            "(" => return self.bracket(at),
            ")" => {}
            // "Lê Văn A.": a full stop inside a sentence is one after an abbreviation.
            "." if self.items.is_empty() => {}
            _ => gap.words += 1,
        }
        at + 1
    }

    /// A bracket that holds no name or title is passed over: "(SN 1974)", "(đoàn Vĩnh Phúc)".
    fn bracket(&mut self, at: usize) -> usize {
        let limit = self.tokens.end.min(at + LONGEST_BRACKET);
        let Some(close) = (at + 1..limit).find(|token| self.context.is_mark(*token, ")")) else {
            self.gap.words += 1;
            return at + 1;
        };
        let speaks = (at + 1..close).any(|token| {
            self.context.cue(token, List::Position).is_some_and(|cue| !cue.doubtful)
                || self.context.cue(token, List::Honorific).is_some_and(|cue| !cue.doubtful)
        });
        if !speaks {
            return close + 1;
        }
        self.gap.open = true;
        self.born(at + 1, close).unwrap_or(at + 1)
    }

    /// One past an age or year of birth and the comma behind it, at the start of a bracket: "(63 tuổi, nguyên giám đốc)".
    fn born(&self, start: usize, close: usize) -> Option<usize> {
        let near = start..close.min(start + LONGEST_AGE);
        let comma = near.clone().find(|at| self.context.is_mark(*at, ","))?;
        let numbered = (start..comma).any(|at| self.context.is_digits(at));
        let speaks = |list| (start..comma).any(|at| self.context.cues.may_start(at, list));
        (numbered && !speaks(List::Position) && !speaks(List::Organisation)).then_some(comma + 1)
    }

    /// The comma behind an age or year of birth that a name and a comma open: "ông A, 89 tuổi|, nguyên Giám đốc".
    fn age(&self, comma: usize) -> Option<usize> {
        let follows_name = self.gap.is_empty() && self.items.last().is_some_and(|item| item.name().is_some());
        if !follows_name || !self.context.is_mark(comma, ",") {
            return None;
        }
        // "gần 70 tuổi"
        let start = age_start(self.context, comma + 1);
        let is_birth = matches!(self.context.date_word_at(start), Some((DateRole::Birth, ..)));
        let says_age = self.context.is_digits(start) || is_birth;
        self.born(start, self.tokens.end).filter(|_| says_age).map(|after| after - 1)
    }

    /// Notes a word that says something between two items and returns where to go on.
    pub(super) fn word(&mut self, at: usize) -> usize {
        let context = self.context;
        self.gap.word_last = true;
        // "kiêm", but not "kiêm nhiệm chức vụ", nor "cổ đông lớn đồng thời là", which give a post.
        let gives_post = |(role, office_end): (OfficeRole, usize), end| {
            matches!(role, OfficeRole::TakesUp | OfficeRole::Made) && (office_end > end || self.gap.words > 0)
        };
        if let Some((ModifierEffect::Concurrent, _, end)) = context.modifier_at(at)
            && !context.office_word_at(at).is_some_and(|word| gives_post(word, end))
        {
            self.gap.kiem = true;
            return end;
        }
        if context.cues.may_start_any(at, CONJUNCTIONS)
            && let Some(end) = context.is_word(at, WordRole::And)
        {
            self.gap.and = true;
            return end;
        }
        let Some((role, end)) = context.office_word_at(at) else { return self.plain_words(at) };
        if role == OfficeRole::TakesUp && self.is_behind_country(at) {
            return self.plain_words(at);
        }
        // "giữ chức | Vụ trưởng Vụ Pháp chế", but "giữ chức vụ | Trưởng phòng"
        let is_titles = context.tokens[end - 1].is_capitalized() && self.title_words(end - 1).is_some();
        let end = if is_titles && end > at + 1 { end - 1 } else { end };
        if let Some(end) = self.tenure(role, end) {
            return end;
        }
        // "Phó Chủ tịch rồi Chủ tịch UBND tỉnh"
        if role == OfficeRole::Then {
            let follows_title =
                self.gap.is_chain() && self.items.last().is_some_and(|item| item.title().is_some());
            if !follows_title || title_words_at(context, end).is_none() {
                return self.plain_words(at);
            }
            self.gap.kiem = true;
            return end;
        }
        // "Bộ trưởng Bộ Y tế hiện nay là ông A"
        if role == OfficeRole::TakesUp && self.after_title() && honorific_at(context, end).is_some() {
            self.gap.is = true;
            return end;
        }
        // "ông A, ông B (cùng Phó Chủ tịch UBND xã)", but "ông A cùng Phó Chủ tịch UBND xã B"
        if role == OfficeRole::Together && !self.gap.open {
            return self.plain_words(at);
        }
        self.office_word(role);
        end
    }

    /// Whether a country stands there that no title takes: "ủng hộ Lào | đảm nhiệm Chủ tịch ASEAN".
    fn is_behind_country(&self, at: usize) -> bool {
        let country = self.context.cue_before(at, List::Place).filter(|cue| !cue.doubtful);
        self.gap.words > 0
            && country.is_some_and(|cue| self.context.lists().places[cue.entry()].is("country"))
    }

    /// One past the numbers of the terms for which the title before is held: "Ủy viên Trung ương Đảng khóa | XII, XIII|, Bí thư Tỉnh ủy".
    fn tenure(&self, role: OfficeRole, at: usize) -> Option<usize> {
        let follows_title =
            self.gap.is_chain() && self.items.last().is_some_and(|item| item.title().is_some());
        if !follows_title || !matches!(role, OfficeRole::Term | OfficeRole::Tenure) {
            return None;
        }
        let context = self.context;
        let is_number = |at: usize| context.is_digits(at) || context.roman(at).is_some();
        let joins = |at: usize| {
            context.is_mark(at, ",") || context.is_dash(at) || context.is_word(at, WordRole::And).is_some()
        };
        let mut end = at;
        while is_number(end) && (end == at || joins(end - 1)) {
            end += if joins(end + 1) && is_number(end + 2) { 2 } else { 1 };
        }
        (end > at).then_some(end.min(self.tokens.end))
    }

    /// A word that says nothing, and those after it that say nothing either.
    pub(super) fn plain_words(&mut self, at: usize) -> usize {
        let tokens = self.context.tokens[at + 1..self.tokens.end].iter();
        let words = tokens.zip(self.context.cues.starting_from(at + 1));
        let end = at + 1 + words.take_while(|(token, lists)| is_plain_word(token, *lists)).count();
        let gap = &mut self.gap;
        gap.word_last = true;
        gap.words += end - at;
        gap.office = None;
        (gap.is, gap.lists, gap.at, gap.met) = (false, false, false, false);
        end
    }

    fn office_word(&mut self, role: OfficeRole) {
        let gap = &mut self.gap;
        match role {
            // "kinh qua các công việc tại Công ty …, Phó Giám đốc …"
            OfficeRole::At => {
                gap.words += 1;
                gap.at = true;
            }
            OfficeRole::Met => {
                gap.words += 1;
                gap.office = None;
                gap.met = true;
            }
            OfficeRole::Respectively => {
                gap.words += 1;
                gap.respectively = true;
            }
            OfficeRole::None | OfficeRole::Term | OfficeRole::Tenure | OfficeRole::Then => {
                gap.words += 1;
                gap.office = None;
            }
            OfficeRole::Adverb => {}
            OfficeRole::Career => {
                gap.words += 1;
                gap.career = true;
            }
            OfficeRole::SuchAs => {
                gap.words += 1;
                gap.office = gap.career.then_some(OfficeRole::TakesUp);
            }
            OfficeRole::Post if gap.office.is_some() => {}
            OfficeRole::Is => gap.is = true,
            OfficeRole::Alike | OfficeRole::Together => (gap.is, gap.alike) = (true, true),
            OfficeRole::Lists => gap.lists = true,
            OfficeRole::Consists => {
                // "Giám đốc Ban quản lý dự án gồm: ông A, ông B": one after the other.
                if let Some(Item { what: What::Title(title), .. }) =
                    self.items.last_mut().filter(|_| gap.is_empty())
                {
                    title.plural = true;
                }
                gap.lists = true;
            }
            _ => {
                gap.office = Some(role);
                gap.words += 1;
                gap.proposed |= role == OfficeRole::Proposed;
                gap.leaves |= role == OfficeRole::Leaves;
            }
        }
    }
}

/// Where the number of an age begins, behind "gần" or "hơn".
fn age_start(context: &Context<'_, '_>, at: usize) -> usize {
    let comparator = context.cue(at, List::Comparator);
    comparator.map(|cue| cue.end()).filter(|end| context.is_digits(*end)).unwrap_or(at)
}

/// A line of keywords, as papers put under an article: "Thu ngân sách,Phó thủ tướng,Vũ Văn Ninh". Its commas bind nothing.
pub(super) fn is_keywords(context: &Context<'_, '_>, tokens: Range<usize>) -> bool {
    let bytes = context.tokens[tokens.start].start as usize..context.tokens[tokens.end - 1].end as usize;
    let is_comma = |token: &usize| context.is_mark(*token, ",");
    let glued =
        |token: usize| token + 1 < tokens.end && context.is_glued(token + 1) && context.is_glued(token);
    // Nearly every sentence has none, or one with a space behind it.
    let (_, behind) = context.normalized.text()[bytes].split_once(',').unwrap_or_default();
    !behind.is_empty() && !behind.starts_with(' ') && {
        let commas = tokens.clone().filter(is_comma);
        commas.clone().all(glued) && commas.count() >= 5
    }
}
