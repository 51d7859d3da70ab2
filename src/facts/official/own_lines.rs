//! Titles and names on lines of their own: who signs ("KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎(Đã ký)⏎Lê Văn Khải"), and the rows of a list ("1⏎Lê Văn
//! Khải⏎Chánh Văn phòng⏎2⏎…").
//!
//! Who signs stands under the title, and for a chairman the deputy signs: the last title before the name counts. In a list, which a number,
//! "Đ/c" or the row before shows, the title stands under the name.

use std::ops::Range;

use super::{Official, Post};
use crate::facts::phrase::{
    Casing, Evidence, Manner, Name, Title, honorific_at, may_start_title, name_at, title_at,
};
use crate::facts::{Context, FactData, Output};

/// So many lines may stand between title and name: "(Đã ký)", a seal.
const MOST_BETWEEN: usize = 2;
/// What stands between is no longer than this.
const LONGEST_BETWEEN: usize = 6;

/// Between the name and the title of a row stand at most so many lines: telephone, mail.
const MOST_ADDRESSES: usize = 2;

const MANNER: Manner = Manner { casing: Casing::Ordinary, apposition: false };

/// Reads the titles that stand on lines of their own.
pub(super) fn read<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut lines = Lines { context, last: None };
    for i in 0..context.lines.len() {
        let start = context.lines[i].tokens.start;
        if !may_start_title(context, start) {
            continue;
        }
        let Some(titles) = lines.titles(i) else { continue };
        let (name, rule) = match lines.name_above(i) {
            Some(name) => (Some(name), "<person>-line-<post>-line"),
            None => (lines.name_below(i), "<post>-line-<person>-line"),
        };
        let Some(name) = name else { continue };
        let positions = titles.iter().map(|title| post(context, title)).collect();
        let official = Official { name: context.quote(name.tokens.clone()).text, positions, person: None };
        output.push(context.draft(name.tokens, rule, FactData::Official(official)));
    }
}

fn post<'t>(context: &Context<'_, 't>, title: &Title<'_>) -> Post<'t> {
    Post {
        title: context.quote(title.tokens.clone()).text,
        organization: title.organisation.clone().map(|organisation| context.quote(organisation)),
        span: context.span(title.tokens.start..title.end()),
    }
}

/// The walk over the lines.
struct Lines<'c, 'a, 't> {
    context: &'c Context<'a, 't>,
    /// The last line with a name that has its title, and whether that stands under it.
    last: Option<(usize, bool)>,
}

impl<'a> Lines<'_, 'a, '_> {
    fn tokens(&self, i: usize) -> Option<Range<usize>> {
        self.context.lines.get(i).map(|line| line.tokens.clone())
    }

    /// The titles of a line that holds nothing else.
    fn titles(&self, i: usize) -> Option<Vec<Title<'a>>> {
        let line = self.tokens(i)?;
        let mut titles = vec![title_at(self.context, line.start, MANNER)?];
        loop {
            let end = titles[titles.len() - 1].end();
            if end >= line.end {
                return (end == line.end).then_some(titles);
            }
            if !self.context.is_mark(end, ",") {
                return None;
            }
            titles.push(title_at(self.context, end + 1, MANNER)?);
        }
    }

    /// The name on a line that holds nothing else, and whether "Đ/c" or "ông" stands before it.
    fn name(&self, i: usize) -> Option<(Name, bool)> {
        let line = self.tokens(i)?;
        let honorific =
            honorific_at(self.context, line.start).filter(|found| !found.plural && !found.private);
        let start = honorific.map_or(line.start, |honorific| honorific.end);
        let name = name_at(self.context, start, Evidence::Title, MANNER)?;
        (name.tokens.end == line.end && name.known).then_some((name, honorific.is_some()))
    }

    /// The name of a list's row above a title.
    fn name_above(&mut self, i: usize) -> Option<Name> {
        let above = self.skip_addresses(i)?.checked_sub(1)?;
        let (name, addressed) =
            self.name(above).filter(|_| self.last.is_none_or(|(last, _)| last < above))?;
        let is_numbered = above > 0 && self.is_number(above - 1);
        let goes_on = self.last.is_some_and(|(last, is_row)| is_row && above <= last + 2);
        let is_row = is_numbered || above + 1 == i && (addressed || goes_on);
        // "CHỦ TỊCH⏎Lê Văn Khải⏎KẾ TOÁN TRƯỞNG": his own title stands above him.
        let has_title = above > 0 && !goes_on && self.is_titles(above - 1);
        if !is_row || has_title {
            return None;
        }
        self.last = Some((above, true));
        Some(name)
    }

    /// The first of the lines with a telephone number or an address that stand right above one, or that line.
    fn skip_addresses(&self, i: usize) -> Option<usize> {
        let is_address = |line: &usize| {
            let mut tokens = self.context.lines[*line].tokens.clone();
            tokens.any(|at| self.context.is_digits(at) || self.context.is_mark(at, "@"))
        };
        let above = (i.saturating_sub(MOST_ADDRESSES + 1)..i).rev().take_while(is_address).count();
        (above <= MOST_ADDRESSES).then_some(i - above)
    }

    /// The name of who signs under a title.
    fn name_below(&mut self, i: usize) -> Option<Name> {
        for next in i + 1..=i + 1 + MOST_BETWEEN {
            let line = self.tokens(next)?;
            if let Some((name, _)) = self.name(next) {
                self.last = Some((next, false));
                return Some(name);
            }
            let is_row = line.clone().any(|at| self.context.is_digits(at));
            if is_row || line.len() > LONGEST_BETWEEN || title_at(self.context, line.start, MANNER).is_some()
            {
                return None;
            }
        }
        None
    }

    fn is_number(&self, i: usize) -> bool {
        self.tokens(i).is_some_and(|line| {
            self.context.is_digits(line.start)
                && (line.len() == 1 || line.len() == 2 && self.context.is_mark(line.start + 1, "."))
        })
    }

    fn is_titles(&self, i: usize) -> bool {
        self.tokens(i).is_some_and(|line| may_start_title(self.context, line.start))
            && self.titles(i).is_some()
    }
}
