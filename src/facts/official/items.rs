//! A sentence as a row of names and titles, with what stands between them.

use std::ops::Range;

use super::between::is_keywords;
use super::gap::Gap;
use crate::data::{List, OfficeRole, Organisation, WordRole};
use crate::facts::Context;
use crate::facts::phrase::{
    Body, Evidence, Manner, Name, Title, body_of, casing, has_foreign_syllable, honorific_at, may_be_title,
    name_at, scope_whole, title_of, title_words_at,
};
use crate::scan::{CONJUNCTIONS, Cue, ListSet, only};
use crate::segment::{Token, TokenKind};

/// A name or title, and what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    pub gap: Gap,
    pub what: What<'a>,
    /// Whether a word in small letters stands right behind it.
    pub runs_on: bool,
}

#[derive(Clone, Debug)]
pub(super) enum What<'a> {
    Name(Person),
    Title(Title<'a>),
    /// A body that is nobody's: "tại Tập đoàn …".
    Body(Body<'a>),
}

/// A person's name with what is said before it.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub name: Name,
    /// "đồng chí", "ông" stands before it.
    pub addressed: bool,
    /// "các đồng chí": more names may follow.
    pub plural: bool,
    /// Whether a title with its body and a comma introduce a foreigner: "Tổng thống Argentina, | Carolina Fernandes".
    pub introduced: bool,
    /// Whether it is only "ông", "bà": who that is, the sentences before say.
    pub pronoun: bool,
}

impl Person {
    /// Somebody whose name alone is known.
    pub(super) fn named(name: Name) -> Person {
        Person { name, addressed: false, plural: false, introduced: false, pronoun: false }
    }

    /// Somebody before whose name "ông" stands.
    pub(super) fn addressed(name: Name) -> Person {
        Person { addressed: true, ..Person::named(name) }
    }
}

impl<'a> Item<'a> {
    pub(super) fn name(&self) -> Option<&Person> {
        if let What::Name(person) = &self.what { Some(person) } else { None }
    }

    pub(super) fn title(&self) -> Option<&Title<'a>> {
        if let What::Title(title) = &self.what { Some(title) } else { None }
    }
}

/// The items of a run of tokens, in order.
pub(super) fn items<'a>(context: &Context<'a, '_>, tokens: Range<usize>) -> Vec<Item<'a>> {
    let titles: Vec<Cue> =
        words_of_titles(context, context.cues.within(List::Position, tokens.clone())).collect();
    let (mut items, last_title) = (Vec::new(), tokens.end);
    Scan::over(context, tokens, &titles, &mut items).run(last_title);
    items
}

/// Fills a row with the items of a run of tokens up to where no other has to do with a title, and returns whether they are all. The
/// words of its titles are the cues `titles`, which are some.
pub(super) fn items_for_titles<'a>(
    context: &Context<'a, '_>,
    tokens: Range<usize>,
    titles: &[Cue],
    items: &mut Vec<Item<'a>>,
) -> bool {
    items.clear();
    let last_title = titles[titles.len() - 1].first as usize;
    Scan::over(context, tokens, titles, items).run(last_title)
}

/// Whether a title stands right in front of a person: "Thủ tướng A".
pub(super) fn has_front(items: &[Item<'_>], name: usize) -> bool {
    name > 0 && items[name].gap.is_empty() && items[name - 1].title().is_some()
}

/// Those of some cues of the list of positions that may be a title.
pub(super) fn words_of_titles(
    context: &Context<'_, '_>,
    cues: impl Iterator<Item = Cue>,
) -> impl Iterator<Item = Cue> {
    cues.filter(|cue| may_be_title(context, *cue))
}

/// So many tokens may stand between "con trai" and "của": "thứ hai".
const TO_KIN: usize = 2;

/// The lists whose words a title may begin with.
pub(super) const TITLES: ListSet = only(List::Position) | only(List::Modifier);
/// The lists whose words a place that stands for itself may begin with.
const PLACES: ListSet = only(List::Level) | only(List::Place);
/// The lists whose words say something between two items.
const WORDS: ListSet = only(List::Modifier) | CONJUNCTIONS | only(List::Office);
/// All of them, and those of which an item may begin: other words without a capital are only counted.
const SPEAKING: ListSet = TITLES | WORDS | PLACES | only(List::Organisation) | only(List::Honorific);

/// Whether a token, at which cues of some lists may start, is a word in small letters or a number and says nothing in a row.
#[inline]
pub(super) fn is_plain_word(token: &Token, starting: ListSet) -> bool {
    token.kind() != TokenKind::Mark && !token.is_capitalized() && starting & SPEAKING == 0
}

/// A walk over a run of tokens.
pub(super) struct Scan<'c, 'a, 't> {
    pub(super) context: &'c Context<'a, 't>,
    pub(super) tokens: Range<usize>,
    pub(super) manner: Manner,
    /// The words of the titles that are still to come.
    titles: &'c [Cue],
    pub(super) items: &'c mut Vec<Item<'a>>,
    has_title: bool,
    pub(super) gap: Gap,
}

impl<'c, 'a, 't> Scan<'c, 'a, 't> {
    fn over(
        context: &'c Context<'a, 't>,
        tokens: Range<usize>,
        titles: &'c [Cue],
        items: &'c mut Vec<Item<'a>>,
    ) -> Self {
        let manner = Manner { casing: casing(context, tokens.clone()), apposition: false };
        Scan { context, tokens, manner, titles, items, has_title: false, gap: Gap::default() }
    }

    /// Reads the items up to where no other has to do with a title, if no title starts behind a token; returns whether that is the
    /// end.
    fn run(mut self, last_title: usize) -> bool {
        if is_keywords(self.context, self.tokens.clone()) {
            return true;
        }
        let mut at = self.tokens.start;
        while at < self.tokens.end && !(at > last_title && self.is_past_titles()) {
            at = self.step(at).max(at + 1);
        }
        at >= self.tokens.end
    }

    /// Reads what stands at a token and returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let context = self.context;
        if is_plain_word(&context.tokens[at], context.cues.starting(at)) {
            return self.plain_words(at);
        }
        if context.tokens[at].kind() == TokenKind::Mark {
            return self.mark(at);
        }
        let is_capitalized = context.tokens[at].is_capitalized();
        let lists = context.cues.starting(at);
        let may_start = |any: ListSet| lists & any != 0;
        if may_start(TITLES)
            && let Some(title) = self.title(at)
        {
            return if self.is_wished() { self.pass(title.end()) } else { self.push(What::Title(title)) };
        }
        if may_start(only(List::Organisation))
            && let Some((head, cue)) = context.organisation_at(at)
        {
            if let Some(end) = self.name_like_body(cue) {
                return end;
            }
            if let Some(body) = self.body(head, cue) {
                return self.push(What::Body(body));
            }
        }
        if may_start(only(List::Honorific))
            && let Some(end) = self.honorific(at)
        {
            return end;
        }
        if may_start(PLACES)
            && let Some(end) = scope_whole(context, at, self.manner)
        {
            if self.is_given_name(at, end)
                && let Some(end) = self.bare_name(at)
            {
                return end;
            }
            self.gap.words += 1;
            return end;
        }
        if is_capitalized && let Some(end) = self.bare_name(at) {
            return end;
        }
        if may_start(WORDS) { self.word(at) } else { self.plain_words(at) }
    }

    /// Whether somebody only wishes for what stands here: "muốn làm | tổng thống".
    fn is_wished(&self) -> bool {
        self.gap.office == Some(OfficeRole::Wished)
    }

    /// Leaves out words that say nothing about a person.
    fn pass(&mut self, end: usize) -> usize {
        self.gap.words += 1;
        self.gap.office = None;
        end
    }

    /// Whether nothing that follows has to do with a title before, if it is none itself: after two words a chain is broken, and
    /// only the names that a title of several people announces may follow further on.
    fn is_past_titles(&self) -> bool {
        match self.items.last().map(|item| &item.what) {
            Some(What::Title(title)) => self.gap.words >= 2 && !title.plural,
            _ => self.gap.words >= 2 || !self.has_title,
        }
    }

    /// Whether the item before is a title that ends right here.
    pub(super) fn after_title(&self) -> bool {
        self.title_before().is_some()
    }

    /// The title that ends right here.
    pub(super) fn title_before(&self) -> Option<&Title<'a>> {
        self.items.last().filter(|_| self.gap.is_empty()).and_then(Item::title)
    }

    /// Whether a person was named right before, so that capitals after a title are no second one.
    fn apposition(&self) -> bool {
        let mut gap = self.gap;
        for (i, item) in self.items.iter().enumerate().rev() {
            match &item.what {
                What::Name(_) => {
                    // "ông A làm Bí thư Huyện ủy Yên Phước", "ông A là Tỉnh ủy viên, Bí thư Huyện ủy Yên Phước"; but "Người thay ông A là
                    // Phó Giám đốc B"
                    let lists_his = gap.is && i + 1 < self.items.len();
                    let takes_up = gap.office == Some(OfficeRole::TakesUp) || lists_his;
                    // "Bí thư Tỉnh ủy A, Chủ tịch UBND tỉnh B": titles stand in front here.
                    let is_beside = gap.is_chain() && gap.apposes() && !has_front(self.items, i);
                    return takes_up || is_beside;
                }
                What::Title(_) if gap.is_chain() && gap.apposes() => gap = item.gap,
                _ => return false,
            }
        }
        false
    }

    fn title(&mut self, at: usize) -> Option<Title<'a>> {
        let (start, cue) = self.title_words(at)?;
        let manner = Manner { apposition: self.apposition(), ..self.manner };
        title_of(self.context, at, start, cue, manner).filter(|title| title.end() <= self.tokens.end)
    }

    /// The words of the title that starts at a token, as [`title_words_at`] finds them. Titles are asked for in text order.
    pub(super) fn title_words(&mut self, at: usize) -> Option<(usize, Cue)> {
        while let [passed, rest @ ..] = self.titles
            && (passed.first as usize) < at
        {
            self.titles = rest;
        }
        let next = self.titles.first()?;
        if self.context.cues.may_start(at, List::Modifier) {
            return title_words_at(self.context, at);
        }
        (next.first as usize == at).then_some((at, *next))
    }

    fn body(&self, head: &'a Organisation, cue: Cue) -> Option<Body<'a>> {
        let at = cue.first as usize;
        let single_small = cue.end() == at + 1 && !self.context.tokens[at].is_capitalized();
        if single_small || cue.doubtful {
            return None;
        }
        body_of(self.context, head, cue, Manner { apposition: true, ..self.manner })
    }

    /// "đồng chí", and the name or title after it.
    fn honorific(&mut self, at: usize) -> Option<usize> {
        let context = self.context;
        let honorific = honorific_at(context, at)?;
        if honorific.end >= self.tokens.end {
            return None;
        }
        if !self.is_private(at) && !honorific.private {
            if let Some(mut title) = self.title(honorific.end) {
                title.plural |= honorific.plural;
                return Some(self.push_from(at, What::Title(title)));
            }
            // "đoàn vận động viên Bình Định"
            let place = scope_whole(context, honorific.end, self.manner).filter(|_| !honorific.address);
            if let Some(end) = place {
                self.gap.words += 1;
                return Some(end);
            }
            let name = name_at(context, honorific.end, Evidence::Honorific, self.manner);
            // "phóng viên | Infonat", "PV | BTN"
            let is_acronym = |name: &Name| context.tokens[name.tokens.start].is_all_caps();
            let is_paper =
                |name: &Name| name.parts == 1 && (has_foreign_syllable(context, name) || is_acronym(name));
            let is_person = |name: &Name| !honorific.press || !is_paper(name);
            if let Some(name) = name.filter(is_person) {
                let person = Person { plural: honorific.plural, ..Person::addressed(name) };
                return Some(self.push_from(at, What::Name(person)));
            }
            if let Some(person) = self.pronoun(at) {
                return Some(self.push_from(at, What::Name(person)));
            }
            if honorific.plural && context.is_mark(honorific.end, ":") {
                // "Các đồng chí: A, …": the list starts anew.
                self.gap = Gap { words: 1, ..Gap::default() };
                return Some(honorific.end + 1);
            }
        }
        // "học sinh Nguyễn Văn A": named, but of no office.
        let name = name_at(context, honorific.end, Evidence::Honorific, self.manner);
        // "vợ ông Lê Văn A, Bí thư Huyện ủy": a post makes him one.
        if let Some(name) = name.clone().filter(|name| !honorific.private && self.has_post_behind(name)) {
            return Some(self.push_from(at, What::Name(Person::addressed(name))));
        }
        self.gap.words += 1;
        Some(name.map_or(honorific.end, |name| name.tokens.end))
    }

    /// Whether a post stands behind a full name and a comma or dash.
    fn has_post_behind(&self, name: &Name) -> bool {
        let end = name.tokens.end;
        self.apposes_at(end) && name.parts >= 2 && title_words_at(self.context, end + 1).is_some()
    }

    /// Whether a comma or dash stands there, behind which what is before may be said otherwise.
    pub(super) fn apposes_at(&self, at: usize) -> bool {
        self.context.is_mark(at, ",") || self.context.is_dash(at)
    }

    /// Whether a word before an honorific says that the person is of no office: "hộ ông A".
    pub(super) fn is_private(&self, at: usize) -> bool {
        self.context
            .blocker_before(at)
            .is_some_and(|blocker| blocker.is("private_person") || blocker.is("historic"))
    }

    /// Whether the words before say that a person is named for another: "đề nghị của | Thủ tướng A", and even of one that is addressed "con
    /// trai thứ hai của | ông A". What is said of "chuyến thăm của ông A trên cương vị Tổng thống" is said of him.
    fn is_anothers(&self, at: usize, what: &What<'_>) -> bool {
        let Some((WordRole::Possessive, of)) = self.context.word_before(at) else { return false };
        let is_private = |at| self.context.blocker_before(at).is_some_and(|word| word.is("private_person"));
        let addressed = matches!(what, What::Name(person) if person.addressed);
        !addressed || (of.saturating_sub(TO_KIN).max(self.tokens.start)..=of).any(is_private)
    }

    /// Whether what stands before a name shows that it is a street's, a school's, an award's.
    pub(super) fn is_blocked(&self, at: usize) -> bool {
        !self.after_title() && self.context.blocker_before(at).is_some()
    }

    pub(super) fn push(&mut self, what: What<'a>) -> usize {
        let start = match &what {
            What::Name(person) => person.name.tokens.start,
            What::Title(title) => title.tokens.start,
            What::Body(body) => body.tokens.start,
        };
        self.push_from(start, what)
    }

    /// Adds an item whose words, honorifics among them, begin at `start`, and returns where it ends.
    fn push_from(&mut self, start: usize, what: What<'a>) -> usize {
        let end = match &what {
            What::Name(person) => person.name.tokens.end,
            What::Title(title) => title.end(),
            What::Body(body) => body.tokens.end,
        };
        self.gap.possessive = self.context.is_behind(start, WordRole::Possessive);
        self.gap.of = self.gap.possessive && self.is_anothers(start, &what);
        self.gap.glued = self.context.is_glued(start);
        self.has_title |= matches!(what, What::Title(_));
        let next = self.context.tokens[..self.tokens.end].get(end);
        let runs_on = next.is_some_and(Token::is_small_word);
        self.items.push(Item { gap: std::mem::take(&mut self.gap), what, runs_on });
        end
    }
}
