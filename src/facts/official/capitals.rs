//! What capitals beside titles are: people, firms, or neither.

use std::ops::Range;

use super::gap::Gap;
use super::items::{Item, Person, Scan, TITLES, What, has_front};
use crate::data::{EventRole, List, OfficeRole, Position, WordRole};
use crate::facts::Context;
use crate::facts::phrase::{
    Bare, Evidence, Manner, Name, domain_end, honorific_at, is_firm, is_foreign_name, may_be_name, name_at,
    scope_at, title_of, title_words_at,
};
use crate::scan::Cue;
use crate::segment::TokenKind;

/// A foreigner's name and the mark behind it have no more tokens: "John F. Smithan-Lee,".
const LONGEST_NAME: usize = 9;

impl Scan<'_, '_, '_> {
    /// Whether a city behind a title is somebody's given name: one word more stands behind it, as in "Tổng thống Paraguay Santiago Mena".
    pub(super) fn is_given_name(&self, at: usize, end: usize) -> bool {
        let is_city = || {
            let place = self.context.kinds_at(at, List::Place);
            place.is_some_and(|(place, _)| place.is("city_foreign") && !place.is("country"))
        };
        let rest = || name_at(self.context, end, Evidence::Honorific, self.manner);
        self.after_title() && is_city() && rest().is_some_and(|rest| rest.parts == 1)
    }

    /// A name without an honorific, at a word with a capital.
    pub(super) fn bare_name(&mut self, at: usize) -> Option<usize> {
        let introduced = self.may_be_introduced(at) || self.precedes_title(at);
        let is_listed = self.goes_on_list();
        let is_led = introduced || is_listed;
        let evidence = if self.after_title() || is_led { Evidence::Title } else { Evidence::Nothing };
        if !may_be_name(self.context, at, evidence) {
            return None;
        }
        let name = name_at(self.context, at, evidence, self.manner)?;
        let is_firm = || is_listed && looks_like_firm(self.context, &name);
        if is_led && !name.known && (!is_foreign_name(self.context, &name) || is_firm()) {
            return None;
        }
        // "nạn nhân Vương Thị Quy"
        if self.is_blocked(at) {
            self.gap.words += 1;
            return Some(name.tokens.end);
        }
        // "Tổng Giám đốc Tikido.vn"
        if let Some(end) = domain_end(self.context, name.tokens.end).filter(|_| name.parts == 1) {
            return self.held_in(name.tokens.start..end);
        }
        // "Chủ tịch FPT Software"
        if name.tokens.len() == 1 && !name.known && self.extends_firm() {
            return self.held_in(name.tokens.start..name.tokens.end);
        }
        // "CEO của hãng du lịch WildHanoi", "thành viên Royal Orchid"
        if name.parts == 1 && self.context.is_glued(at) || !name.known && self.follows_membership() {
            return None;
        }
        let is_firm = || self.may_be_firm(&name) || self.precedes_person(&name);
        let firm = self.firm_end(&name).or_else(|| is_firm().then_some(name.tokens.end));
        if let Some(end) = firm {
            return self.held_in(name.tokens.start..end);
        }
        let introduced = introduced && !name.known;
        Some(self.push(What::Name(Person { introduced, ..Person::named(name) })))
    }

    /// Whether the title that ends right here is held in a firm of which only an acronym is said: "Chủ tịch FPT".
    fn extends_firm(&self) -> bool {
        let Some(title) = self.title_before() else { return false };
        let is_acronym =
            |last: usize| self.context.tokens[last].is_all_caps() && self.context.token_text(last).len() > 2;
        title.organisation.as_ref().is_some_and(|firm| is_acronym(firm.end - 1))
            && title.body.as_ref().is_none_or(|body| is_firm(body.kind))
    }

    /// Makes the words right behind a title the firm in which it is held.
    fn held_in(&mut self, firm: Range<usize>) -> Option<usize> {
        let (end, is_held) = (firm.end, self.after_title());
        match self.items.last_mut().map(|item| &mut item.what) {
            Some(What::Title(title)) if is_held => {
                title.organisation.get_or_insert(firm).end = end;
            }
            _ => self.gap.words += 1,
        }
        Some(end)
    }

    /// One past capitals behind a title that are the firm in which the person before it has it: "ông A được bầu làm Chủ tịch Saigonair
    /// Airlines", "ông A - chủ tịch Sao Mai Group", "ông A (giám đốc Xuyên Nam Oil)", "bà A, Tổng Giám đốc Bergheim Pharma Việt Nam,".
    fn firm_end(&self, name: &Name) -> Option<usize> {
        let [.., Item { what: What::Name(person), .. }, last] = &self.items[..] else { return None };
        // "Thủ tướng A, Bộ trưởng Marco Rubens": titles stand in front here.
        let has_front = has_front(self.items, self.items.len() - 2);
        let is_given = matches!(last.gap.office, Some(OfficeRole::TakesUp | OfficeRole::Made));
        let may_appose = last.gap.is_chain() && !last.gap.splits() && !has_front;
        let is_bare = self.bare_title().is_some_and(|position| &*position.branch != "foreign");
        // "bà A (chủ tịch Vạn Phúc Land)": in brackets no other person follows, whatever the firm is called.
        let is_unlike_people = !name.known || last.gap.open && name.parts != 1;
        if !(is_given || may_appose) || !is_bare || !is_unlike_people {
            return None;
        }
        let country = scope_at(self.context, name.tokens.end, Bare::Country, self.manner);
        let end = country.map_or(name.tokens.end, |country| country.tokens.end);
        let closes = |mark| self.context.is_mark(end, mark);
        // "| cũng cho biết"
        let verb = match self.context.office_word_at(end) {
            Some((OfficeRole::Adverb, verb)) => verb,
            _ => end,
        };
        let reports = || matches!(self.context.event_word_at(verb), Some((EventRole::Report, _)));
        let ends = || closes("(") || closes(",") && !self.is_listed(end + 1) || reports();
        let apposes = last.gap.open && closes(")")
            || (person.addressed || person.introduced) && (last.gap.dash || last.gap.comma && ends());
        // "; Lê Văn Khải, Chủ tịch Lemedia; …"
        let in_list = || person.name.known && person.name.parts >= 3 && last.gap.comma && closes(";");
        (is_given || apposes || in_list()).then_some(end)
    }

    /// Whether foreign words behind a title of business may be its firm as well as somebody: "CEO Hook", and behind that of a founder
    /// even two of them, "nhà đồng sáng lập Hope Energy".
    fn may_be_firm(&self, name: &Name) -> bool {
        let is_of_firm = self.bare_title().is_some_and(|position| {
            &*position.branch == "enterprise" && (name.parts == 1 || &*position.rank == "member")
        });
        !name.known && is_of_firm
    }

    /// The office of the title that ends right here, where nothing says yet in what it is held.
    fn bare_title(&self) -> Option<&Position> {
        self.title_before().filter(|title| title.is_bare()).map(|title| title.position)
    }

    /// Whether who holds a post is named behind its firm or club and a mark: "Chủ tịch | Napolo | - ông A".
    fn precedes_person(&self, name: &Name) -> bool {
        let mark = name.tokens.end;
        // "bức thư gửi Tổng thống John Smithan, ông B cho rằng"
        let leads = self
            .bare_title()
            .is_some_and(|position| &*position.branch != "foreign" && &*position.rank != "staff");
        let person = || {
            let honorific =
                honorific_at(self.context, mark + 1).filter(|found| found.address && !found.plural)?;
            name_at(self.context, honorific.end, Evidence::Honorific, self.manner)
        };
        // "Dự lễ có ông A, Chủ tịch John Smithan, ông B": in a list he is another.
        let is_listed = self.items.len() > 1 && self.items[self.items.len() - 2].name().is_some();
        !name.known && self.apposes_at(mark) && leads && !is_listed && person().is_some()
    }

    /// Whether a title before says of what somebody is a member, and not yet of what.
    fn follows_membership(&self) -> bool {
        self.bare_title().is_some_and(|position| &*position.rank == "member" && &*position.branch == "any")
    }

    /// Whether another person follows, with a title or an honorific, as in a list of guests.
    fn is_listed(&self, at: usize) -> bool {
        let and = self.context.is_word(at, WordRole::And);
        let next = and.unwrap_or(at);
        let starts = |list| self.context.cues.may_start(next, list);
        and.is_some() || starts(List::Honorific) || starts(List::Position)
    }

    /// A name whose family name is a word for a body too: "Đoàn Mạnh Tiệp".
    pub(super) fn name_like_body(&mut self, cue: Cue) -> Option<usize> {
        let at = cue.first as usize;
        let both = cue.end() == at + 1 && self.context.cue(at, List::Surname).is_some();
        let name = if both { name_at(self.context, at, Evidence::Nothing, self.manner) } else { None };
        if name?.parts >= 3 { self.bare_name(at) } else { None }
    }

    /// Whether a comma or "và" goes on with the people whose one title stands in front of the first: "Các nghị sĩ John Rosen và | Tammy Rosen".
    fn goes_on_list(&self) -> bool {
        let joins = |gap: &Gap| (gap.comma || gap.and) && gap.is_chain() && !gap.semicolon;
        let mut gap = &self.gap;
        for item in self.items.iter().rev() {
            match &item.what {
                // "các nghị sĩ A và B, | Angela Merkel": "và" leads to the last of them.
                What::Name(_) if joins(gap) && !item.gap.and => gap = &item.gap,
                What::Title(title) => return title.plural && gap.is_empty() && !self.after_title(),
                _ => return false,
            }
        }
        false
    }

    /// Whether the item before is a title with its body, and nothing but a comma, a dash or "là" stands between.
    fn may_be_introduced(&self, at: usize) -> bool {
        let [before @ .., Item { what: What::Title(title), gap, .. }] = &self.items[..] else { return false };
        let ends = title.organisation.is_some() && !title.plural && title.end() + 1 == at;
        // "Phu nhân Tổng thống Mỹ - Laura", "Phát ngôn viên của Thống đốc Kandahar - Ahmad": beside whoever holds the post.
        let serves = || gap.possessive && before.last().is_some_and(|item| item.title().is_some());
        let is_beside = || self.is_private(title.tokens.start) || serves();
        let introduces = self.gap.comma || self.gap.is || self.gap.dash && !is_beside();
        ends && introduces && self.gap.words == 0
    }

    /// Whether a foreigner's post follows behind a comma, dash or bracket: "Wang Xuan, | người sáng lập kiêm CEO của Tangdo". A title
    /// right before another name is that one's, and so is one before "là"; "BookCo" is a firm.
    fn precedes_title(&self, at: usize) -> bool {
        let context = self.context;
        // Whose family name is known needs no title to be a person.
        if self.after_title() || context.cues.may_start(at, List::Surname) {
            return false;
        }
        // Few capitals have a title that near behind them, and looking for names takes long.
        let near = at + 1..self.tokens.end.min(at + LONGEST_NAME);
        let apposes = |mark: usize| context.is_mark(mark, "(") || self.apposes_at(mark);
        let mut near = near.into_iter().filter(|mark| context.cues.may_start_any(mark + 1, TITLES));
        if !near.any(apposes) {
            return false;
        }
        let Some(name) = name_at(context, at, Evidence::Title, self.manner) else { return false };
        let mark = name.tokens.end;
        if name.known || !apposes(mark) || !is_foreign_name(context, &name) || looks_like_firm(context, &name)
        {
            return false;
        }
        let Some((start, cue)) = title_words_at(context, mark + 1) else { return false };
        let read = |apposition| title_of(context, mark + 1, start, cue, Manner { apposition, ..self.manner });
        let (Some(title), Some(cut)) = (read(true), read(false)) else { return false };
        let end = title.end();
        // "ABC News, Giám đốc Hội đồng Kinh tế Mỹ | Kevin Basset"
        let names_another =
            cut.organisation.is_some() && cut.end() < end && context.tokens[cut.end()].is_capitalized();
        let is_own =
            context.tokens.get(end).is_none_or(|next| !next.is_capitalized() || next.is_line_start());
        is_own && !names_another && context.is_word(end, WordRole::Copula).is_none()
    }
}

/// Whether foreign capitals are a firm's: with an acronym ("Saigon FC News") or words that nothing parts ("BookCo", "Children's Home"), but
/// not with an initial or a hyphen ("Karl H. Lee-Watsen").
fn looks_like_firm(context: &Context<'_, '_>, name: &Name) -> bool {
    let is_acronym = |at: usize| context.tokens[at].is_all_caps() && context.token_text(at).len() > 1;
    let ties = |at: usize| {
        context.tokens[at].kind() == TokenKind::Word || matches!(context.mark(at), Some('\'' | '’'))
    };
    let is_compound = |at: usize| at > name.tokens.start && context.is_glued(at) && ties(at) && ties(at - 1);
    name.tokens.clone().any(|at| is_acronym(at) || is_compound(at))
}
