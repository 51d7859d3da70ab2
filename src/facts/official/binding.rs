//! Which title is whose: by the marks between them.
//!
//! A chain is a row of names and titles with nothing but marks and conjunctions between. In a chain a title right before a name is
//! that person's, and a title after a name and a comma, dash or bracket is that of the name before, until "và", a semicolon or
//! the next name begins another. Where the marks leave a title between two people, it is given to neither.

use super::gap::Gap;
use super::items::{Item, What, has_front};
use crate::data::OfficeRole;
use crate::facts::phrase::Title;

/// A name and the titles that are its own, as indices of items.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    pub name: usize,
    pub titles: Vec<usize>,
    /// Titles that it shares with others of a list.
    pub shared: Vec<usize>,
}

/// Binds the titles of all chains of a row of items.
pub(super) fn bind(items: &[Item<'_>]) -> Vec<Bound> {
    let mut bound = Vec::new();
    let mut start = 0;
    while start < items.len() {
        let end = chain_end(items, start);
        if items[start..end].iter().any(|item| item.name().is_some()) {
            Chain::new(items, start, end, &mut bound).bind();
        }
        start = end;
    }
    bound
}

/// Where the chain that starts at an item ends.
fn chain_end(items: &[Item<'_>], start: usize) -> usize {
    if matches!(items[start].what, What::Body(_)) {
        return start + 1;
    }
    let next = |i: &usize| {
        let item = &items[*i];
        let plural_before = items[i - 1].title().is_some_and(|title| title.plural);
        matches!(item.what, What::Body(_)) || !(item.gap.is_chain() || plural_before && opens_list(&item.gap))
    };
    (start + 1..items.len()).find(next).unwrap_or(items.len())
}

/// "gồm", "là" after a title of several people: their names follow.
fn opens_list(gap: &Gap) -> bool {
    gap.lists || gap.is
}

/// The walk over one chain.
struct Chain<'i, 'b, 'a> {
    items: &'i [Item<'a>],
    start: usize,
    end: usize,
    /// Titles that wait for a name.
    waiting: Vec<usize>,
    /// The first of the people named without a title of their own yet, as an index of `people`: they are the last ones.
    open: usize,
    /// Titles after the last name.
    after: Vec<usize>,
    /// Titles of several people whose names are being listed.
    shared: Vec<usize>,
    /// The people of the row, those of this chain from `first` on.
    people: &'b mut Vec<Bound>,
    first: usize,
}

impl<'i, 'b, 'a> Chain<'i, 'b, 'a> {
    fn new(items: &'i [Item<'a>], start: usize, end: usize, people: &'b mut Vec<Bound>) -> Self {
        let first = people.len();
        Chain {
            items,
            start,
            end,
            waiting: Vec::new(),
            open: first,
            after: Vec::new(),
            shared: Vec::new(),
            people,
            first,
        }
    }

    fn bind(mut self) {
        for i in self.start..self.end {
            match &self.items[i].what {
                What::Title(_) => self.title(i),
                What::Name(_) => self.name(i),
                What::Body(_) => {}
            }
        }
        self.settle();
    }

    /// The people of this chain so far.
    fn own(&self) -> &[Bound] {
        &self.people[self.first..]
    }

    /// The people named without a title of their own yet.
    fn open(&self) -> &[Bound] {
        &self.people[self.open..]
    }

    /// From here on nobody waits for a title.
    fn close(&mut self) {
        self.open = self.people.len();
    }

    fn held(&self, i: usize) -> &Title<'a> {
        self.items[i].title().expect("an index of a title")
    }

    fn title(&mut self, i: usize) {
        let gap = &self.items[i].gap;
        // "Phó Bí thư, Chủ tịch UBND huyện và các Phó Chủ tịch": the others are not named.
        let others = self.held(i).plural && gap.and;
        // "ông A là Ủy viên Bộ Chính trị; đại biểu Quốc hội", but "ông A, Chủ tịch; Phó Chủ tịch" lists who was there.
        let lists_his = self.after.first().is_some_and(|first| self.items[*first].gap.is);
        let joins_after = !self.after.is_empty()
            && (!gap.semicolon || lists_his)
            && !others
            && (!gap.is_empty() || self.lacks_comma(i));
        let follows_name = self.items[i - usize::from(i > 0)].name().is_some();
        let is_his = gap.is && !(follows_name && self.is_beside_subject(i - 1));
        let apposes = gap.apposes() || is_his || gap.is_empty() && follows_name && !self.may_be_verb(i);
        let is_subject = self.own().len() == 1 && gap.comma && self.items[i].runs_on && self.is_met(i - 1);
        if self.own().is_empty() || self.waiting_for_name() || is_subject || !(apposes || joins_after) {
            self.settle();
            self.waiting.push(i);
        } else {
            self.after.push(i);
        }
    }

    /// Whether the word for an office may be what somebody does: "Trương Minh Đức | cố vấn cho đội".
    fn may_be_verb(&self, i: usize) -> bool {
        let title = self.held(i);
        title.is_bare() && &*title.position.rank == "staff"
    }

    /// Whether a title stands right behind that of a member of a committee, with no name behind it: "A – TUV Phó Chủ tịch HĐND tỉnh".
    fn lacks_comma(&self, i: usize) -> bool {
        let named = self.items.get(i + 1).is_some_and(|next| next.name().is_some() && next.gap.is_empty());
        !named
            && i > self.start
            && self.items[i - 1].title().is_some_and(|title| &*title.position.rank == "member")
    }

    /// Whether an item is a person beside whom another is spoken of: "Người thay ông A | là Phó Giám đốc", "Con trai của ông A | là Trưởng phòng".
    fn is_beside_subject(&self, i: usize) -> bool {
        let gap = &self.items[i].gap;
        // "vụ trục lợi của A là Bí thư Đảng ủy xã": of a person without "ông" it says who that is.
        let is_kin = || gap.of && self.items[i].name().is_some_and(|person| person.addressed);
        gap.office == Some(OfficeRole::Replaces) || gap.met || is_kin()
    }

    /// Whether an item is a person with a post in front whom another meets: "Tại cuộc hội đàm với Chủ tịch nước A, Thủ tướng khẳng định".
    fn is_met(&self, i: usize) -> bool {
        self.items[i].name().is_some()
            && i > self.start
            && has_front(self.items, i)
            && self.items[i - 1].gap.met
    }

    fn waiting_for_name(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn name(&mut self, i: usize) {
        let gap = self.items[i].gap;
        let follows_title = i > self.start && self.items[i - 1].title().is_some();
        let mut own = Vec::new();
        if follows_title && gap.is_empty() {
            own = self.titles_before();
        } else if follows_title && self.takes_last(i) {
            own = self.after.split_off(self.after.len() - 1);
        } else if follows_title && self.introduces(i) {
            own = if self.after.is_empty() { std::mem::take(&mut self.waiting) } else { self.after_split() };
        }
        if follows_title {
            self.settle();
        }
        self.waiting.clear();
        self.add(i, own, gap);
    }

    /// Whether the last of several titles behind a name, or the only one behind a name that has a title in front, is that of the next
    /// person, which a dash and an honorific tell: "ông A - T1, T2 – Hòa thượng B", "T1 A, T2 - Thượng tướng B".
    fn takes_last(&self, i: usize) -> bool {
        let (gap, person) = (&self.items[i].gap, self.items[i].name().expect("an index of a name"));
        let is_parted = self.after.last().is_some_and(|last| self.items[*last].gap.comma);
        let is_another = self.after.len() > 1 || self.last_has_front();
        is_another && is_parted && gap.dash && !gap.splits() && gap.words == 0 && person.addressed
    }

    /// A title, then a mark, then the person: "Chủ tịch UBND xã, ông A", "Trưởng Công an xã - Thiếu tá B", "Bộ trưởng: C".
    fn introduces(&self, i: usize) -> bool {
        let gap = &self.items[i].gap;
        let person = self.items[i].name().expect("an index of a name");
        let begins = if self.after.is_empty() { !self.waiting.is_empty() } else { self.split_at().is_some() };
        if !begins || gap.semicolon {
            return false;
        }
        let plural = self.waiting.last().is_some_and(|title| self.held(*title).plural);
        // A list in which every name has its titles behind it does not have them in front.
        let titled_behind = self
            .items
            .get(i + 1)
            .filter(|_| i + 1 < self.end)
            .is_some_and(|next| next.title().is_some() && next.gap.apposes() && !gap.dash);
        // "Đại sứ Mỹ tại Syria, | Robert Fordan, | vượt qua biên giới"
        let is_between = person.introduced && !self.items[i].runs_on;
        let sure = person.addressed || person.introduced || person.name.known && person.name.parts >= 2;
        plural
            || sure
                && !gap.and
                && (gap.dash
                    || gap.colon
                    || gap.is
                    || gap.open
                    || gap.comma && !titled_behind && (self.begins_clause() || is_between))
    }

    /// Whether the titles in front of a comma begin a clause, so that they are no object of what is before: "thừa ủy quyền Chủ tịch
    /// UBND tỉnh, ông A" is not the chairman.
    fn begins_clause(&self) -> bool {
        let first = self.waiting.first().map_or(self.start, |title| *title);
        let gap = &self.items[first].gap;
        // "Đoàn Việt Nam do | Bộ trưởng Quốc phòng, Đại tướng A dẫn đầu"
        let acts = gap.office == Some(OfficeRole::Agent);
        !gap.word_last || acts || gap.and && gap.words == 0 || first == 0 && gap.words <= 1
    }

    /// The titles right before a name, back to where they begin to be its own.
    fn titles_before(&mut self) -> Vec<usize> {
        if self.after.is_empty() {
            let titles = std::mem::take(&mut self.waiting);
            return self.since_split(titles);
        }
        if self.split_at().is_some() {
            return self.after_split();
        }
        if self.last_has_front() {
            return std::mem::take(&mut self.after);
        }
        // "ông A, T1, T2 B": T2 is B's. What stands between is nobody's if it is more than one title.
        let own = self.after.split_off(self.after.len() - 1);
        self.after.truncate(1);
        own
    }

    /// Whether the last person has a title in front.
    fn last_has_front(&self) -> bool {
        self.own().last().is_some_and(|person| {
            person.titles.iter().chain(&person.shared).any(|title| *title < person.name)
        })
    }

    /// Of titles in front of a name those after the last "và" or semicolon, or "có": "Bí thư và Chủ tịch UBND huyện A" names A's post
    /// last, "cùng dự với Phó Thủ tướng có Chủ tịch UBND tỉnh A" too.
    fn since_split(&self, mut titles: Vec<usize>) -> Vec<usize> {
        // "Bộ trưởng cao cấp Nhà nước SingaporeBộ trưởng A": a lost full stop.
        let parts = |gap: &Gap| gap.splits() || gap.lists || gap.glued && gap.is_empty();
        let split = titles.iter().rposition(|title| {
            *title > self.start && parts(&self.items[*title].gap) && !self.is_heading(*title - 1)
        });
        titles.drain(..split.unwrap_or(0));
        if self.begins_with_anothers(&titles) {
            titles.remove(0);
        }
        titles
    }

    /// Whether the first of several titles in front of a person who does something is that of somebody who is not named: "thừa ủy quyền Thủ
    /// tướng, Bộ trưởng A | trình bày", but "theo lời mời của Tổng Bí thư, Chủ tịch nước A, …".
    fn begins_with_anothers(&self, titles: &[usize]) -> bool {
        let [first, second, ..] = titles else { return false };
        let (gap, next) = (&self.items[*first].gap, &self.items[*second].gap);
        let name = titles[titles.len() - 1] + 1;
        gap.office == Some(OfficeRole::Behalf) && next.comma && !next.kiem && self.items[name].runs_on
    }

    /// Where among the titles after the last name "và" or a semicolon stands.
    fn split_at(&self) -> Option<usize> {
        self.after.iter().rposition(|title| self.items[*title].gap.splits())
    }

    fn after_split(&mut self) -> Vec<usize> {
        let at = self.split_at().unwrap_or(self.after.len());
        self.after.split_off(at)
    }

    fn add(&mut self, i: usize, own: Vec<usize>, gap: Gap) {
        let person = self.items[i].name().expect("an index of a name");
        let listed = gap.comma || gap.and || gap.semicolon || gap.dash || gap.colon;
        if own.iter().any(|title| self.held(*title).plural) {
            self.shared = own.iter().copied().filter(|title| self.held(*title).plural).collect();
            self.close();
        } else if (!own.is_empty() && !self.is_announced()) || !listed && own.is_empty() {
            self.shared.clear();
        }
        let titles: Vec<usize> = own.into_iter().filter(|title| !self.held(*title).plural).collect();
        if !titles.is_empty() || person.plural {
            self.close();
        }
        self.people.push(Bound { name: i, titles, shared: self.shared.clone() });
    }

    /// Whether a colon opens the list of the members of a body, each with a post of his own: "các Ủy viên Bộ Chính trị: Chủ tịch nước A,
    /// Thủ tướng B", but "các bộ trưởng: A, Bộ trưởng Y tế; B, Bộ trưởng Tài chính".
    fn is_announced(&self) -> bool {
        let Some(last) = self.shared.last() else { return false };
        let next = &self.items[*last + 1].gap;
        next.colon && next.words == 0 && &*self.held(*last).position.rank == "member"
            || self.is_heading(*last)
    }

    /// Whether a title is that of all who follow it with posts of their own: "Bốn Phó Trưởng ban gồm: Bộ trưởng A; Thứ trưởng B".
    fn is_heading(&self, title: usize) -> bool {
        let next = self.items.get(title + 1).map(|next| &next.gap);
        let opens = next.is_some_and(|gap| gap.lists && gap.colon);
        opens && self.items[title].title().is_some_and(|title| title.plural)
    }

    /// Gives the titles after the last name to it, and to those before it in its list if they are shared.
    fn settle(&mut self) {
        let after = std::mem::take(&mut self.after);
        let Some(first) = after.first().filter(|_| !self.own().is_empty()) else { return };
        let last = self.people.len() - 1;
        let collective = after.iter().any(|title| self.held(*title).plural);
        if !collective {
            if self.is_shared(*first) {
                let others = self.open..last.max(self.open);
                self.people[others].iter_mut().for_each(|person| person.shared.extend(&after));
            }
            self.people[last].titles.extend(after);
        }
        self.close();
    }

    /// Whether a title after a list of names is that of all: behind "đều là", by a dash, or after "các đồng chí"; a body has one head only.
    fn is_shared(&self, title: usize) -> bool {
        let is_plural = |own: &Bound| self.items[own.name].name().is_some_and(|person| person.plural);
        let plural = self.open().iter().any(is_plural);
        let bare = self.open().iter().all(|own| own.titles.is_empty());
        let gap = &self.items[title].gap;
        // "A (Giám đốc Sở X), B và C (nguyên Giám đốc Sở Y)": in a list of people with posts each has one.
        let has_been =
            || gap.open && self.held(title).former && self.first < self.open && self.open().len() > 1;
        bare && (gap.alike
            || has_been()
            || &*self.held(title).position.rank != "head" && (gap.dash || plural))
    }
}
