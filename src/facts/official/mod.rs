//! Officials: people named with a post.
//!
//! The sentence becomes a row of names and titles (`items`); marks bind titles to names (`binding`), verbs give posts to
//! people (`appointment`), a bare title may take the body of another (`completion`), and "ông" may be whom the sentences before are
//! about (`pronoun`).

mod appointment;
mod between;
mod binding;
mod capitals;
mod completion;
mod gap;
mod index;
mod items;
mod known;
mod own_lines;
mod people;
mod pronoun;

use std::borrow::Cow;
use std::ops::Range;

use super::phrase::Title;
use super::{Context, FactData, Output, Quote, brackets};
use crate::Span;
use crate::data::List;
use crate::scan::Cue;
use appointment::appointments;
use binding::bind;
use items::{Item, Person, items_for_titles, words_of_titles};
use people::People;

/// A person named with at least one post.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Official<'t> {
    /// The name, without honorifics, in composed form with single spaces. Where the fact stands on less, "ông Hận" or a pronoun that takes
    /// up a post ("Ông từng giữ chức"), it is the full name that the article says elsewhere, and the fact's `inferred` lists it.
    pub name: Cow<'t, str>,
    /// The posts that are named with it; never empty.
    pub positions: Vec<Post<'t>>,
    /// Who it is within the article: the same id for every mention of the same person.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub person: Option<usize>,
}

/// A post: a title, perhaps with the body it is held in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Post<'t> {
    /// As written: "Phó Chủ tịch", "nguyên Bí thư".
    pub title: Cow<'t, str>,
    /// As written, with its place: "UBND huyện"; an abbreviation in brackets inside it is left out of the text.
    #[cfg_attr(feature = "serde", serde(flatten, with = "super::quote::wire::organization"))]
    pub organization: Option<Quote<'t>>,
    /// Where title and organisation stand together; where the organisation was completed from another title, the title's place.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
}

impl Official<'_> {
    pub(crate) fn into_owned(self) -> Official<'static> {
        Official {
            name: Cow::Owned(self.name.into_owned()),
            positions: self.positions.into_iter().map(Post::into_owned).collect(),
            person: self.person,
        }
    }
}

impl Post<'_> {
    fn into_owned(self) -> Post<'static> {
        Post {
            title: Cow::Owned(self.title.into_owned()),
            organization: self.organization.map(Quote::into_owned),
            span: self.span,
        }
    }
}

/// Reads the people that are named with a post.
pub(crate) fn read<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    // Elsewhere nobody is an official.
    let titles: Vec<Cue> = words_of_titles(context, context.cues.of(List::Position)).collect();
    if titles.is_empty() {
        return;
    }
    let runs = runs(context);
    let mut people = People::new(context, &runs);
    let mut row = Vec::new();
    for (run, titles) in with_titles(&runs, &titles) {
        if items_for_titles(context, runs[run].clone(), titles, &mut row) {
            people.keep(run, &row);
        }
        known::split(context, &mut row, &mut people);
        let has_both =
            row.iter().any(|item| item.title().is_some()) && row.iter().any(|item| item.name().is_some());
        if has_both {
            Reader { context, items: &row, people: &mut people }.read(output);
        }
    }
    own_lines::read(context, output);
}

/// The runs in which titles stand, by index, with the words of those in each.
fn with_titles<'c>(
    runs: &'c [Range<usize>],
    mut titles: &'c [Cue],
) -> impl Iterator<Item = (usize, &'c [Cue])> {
    runs.iter().enumerate().filter_map(move |(i, run)| {
        let inside = titles.iter().take_while(|title| (title.first as usize) < run.end).count();
        let (inside, rest) = titles.split_at(inside);
        titles = rest;
        (!inside.is_empty()).then_some((i, inside))
    })
}

/// The sentences, those joined that a dash or comma at the end of a line ties to a title on the next: "Đồng chí A –⏎Chủ tịch …".
fn runs(context: &Context<'_, '_>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::with_capacity(context.sentences.len());
    for sentence in &context.sentences {
        let start = sentence.tokens.start;
        let is_title =
            |at: usize| context.cues.may_start(at, List::Position) && context.position_at(at).is_some();
        let dash_before = start > 0 && (context.is_dash(start - 1) || context.is_mark(start - 1, ","));
        // The dash may also open the second line, or a bracket: "đại biểu A⏎(Phó đoàn Bắc Giang)".
        let opens = start > 0 && (context.is_dash(start) || context.is_mark(start, "("));
        let tied = dash_before && is_title(start) || opens && is_title(start + 1);
        match runs.last_mut() {
            Some(last) if tied => last.end = sentence.tokens.end,
            _ => runs.push(sentence.tokens.clone()),
        }
    }
    runs
}

/// A row of items on its way to facts.
struct Reader<'r, 'c, 'a, 't> {
    context: &'c Context<'a, 't>,
    items: &'r [Item<'a>],
    people: &'r mut People<'c, 'a, 't>,
}

impl<'t> Reader<'_, '_, '_, 't> {
    fn read(&mut self, output: &mut Output<'t>) {
        let bound = bind(self.items);
        let given = appointments(self.items, &bound);
        for (i, item) in self.items.iter().enumerate() {
            let Some(person) = item.name() else { continue };
            let mut titles: Vec<usize> = Vec::new();
            for own in bound.iter().filter(|own| own.name == i) {
                titles.extend(own.titles.iter().chain(&own.shared));
            }
            let by_marks = titles.first().copied();
            let appointed = given.iter().filter(|appointment| appointment.name == i);
            let before = |title: &usize| {
                let given = appointed.clone().find(|appointment| appointment.titles.contains(title));
                given.and_then(|appointment| self.body_tokens(appointment.body?))
            };
            titles.extend(appointed.clone().flat_map(|appointment| &appointment.titles));
            titles.sort_unstable();
            titles.dedup();
            self.drop_spelled_out(&mut titles);
            let rule = match by_marks {
                Some(title) if title < i => "<post>-<person>",
                Some(_) => "<person>-<post>",
                None => "<person>-takes-up-<post>",
            };
            let posts = titles.iter().map(|title| {
                self.post(
                    *title,
                    self.completed(*title).or_else(|| before(title)).or_else(|| self.named_before(*title)),
                )
            });
            self.push(output, person, posts.collect(), rule);
        }
    }

    fn push(
        &mut self,
        output: &mut Output<'t>,
        person: &Person,
        positions: Vec<Post<'t>>,
        rule: &'static str,
    ) {
        if positions.is_empty() {
            return;
        }
        let named = if person.pronoun {
            self.people.meant(person).map(|name| (name, true))
        } else {
            self.people.full_name(&person.name)
        };
        let Some((name, is_inferred)) = named else { return };
        let official = Official { name, positions, person: None };
        let tokens = person.name.tokens.clone();
        let mut draft = self.context.draft(tokens, rule, FactData::Official(official));
        if is_inferred {
            draft.fact.inferred.push("name".into());
        }
        output.push(draft);
    }

    /// Drops a title in brackets that is the one before it in short, "đại biểu (ĐB) A", and one of several people that everyone's own
    /// says with more words: "các bộ trưởng: A, Bộ trưởng Y tế".
    fn drop_spelled_out(&self, titles: &mut Vec<usize>) {
        let held: Vec<&Title<'_>> =
            titles.iter().map(|i| self.title(*i)).filter(|title| title.organisation.is_some()).collect();
        let is_said_again =
            |title: &Title<'_>| held.iter().any(|other| std::ptr::eq(title.position, other.position));
        titles.retain(|i| {
            let title = self.title(*i);
            !(title.plural && title.organisation.is_none() && is_said_again(title))
        });
        titles.dedup_by(|later, first| {
            let (short, long) = (self.title(*later), self.title(*first));
            let in_brackets = *later == *first + 1 && self.items[*later].gap.open;
            in_brackets && short.organisation.is_none() && std::ptr::eq(short.position, long.position)
        });
    }

    fn title(&self, i: usize) -> &Title<'_> {
        self.items[i].title().expect("an index of a title")
    }

    fn body_tokens(&self, i: usize) -> Option<Range<usize>> {
        match &self.items[i].what {
            items::What::Body(body) => Some(body.tokens.clone()),
            _ => None,
        }
    }

    /// The words of another title's body that complete a bare one: of those after it in its list, across "và" those of the next
    /// person's ("A, Chỉ huy trưởng và B, Chính trị viên Ban CHQS huyện").
    fn completed(&self, title: usize) -> Option<Range<usize>> {
        let own = self.title(title);
        for item in &self.items[title + 1..] {
            if !item.gap.is_chain() || item.gap.semicolon || own.plural && item.name().is_some() {
                break;
            }
            if let Some(words) = item.title().and_then(|later| completion::body_of(own, later)) {
                return Some(words);
            }
        }
        None
    }

    /// The words of the body of whose part a title is held: of the next title of its list.
    fn whole(&self, title: usize) -> Option<Range<usize>> {
        let next = self.items.get(title + 1).filter(|next| next.gap.is_chain() && !next.gap.splits())?;
        completion::whole_of(self.title(title), next.title()?)
    }

    /// The body that the sentence has named for a bare title before: "tại phiên họp của Quốc hội, đại biểu A", "Tại Tập đoàn X, Tổng
    /// Giám đốc B".
    fn named_before(&self, i: usize) -> Option<Range<usize>> {
        let title = self.title(i);
        let named = self.items[..i].iter().rev().filter_map(|item| match &item.what {
            items::What::Body(body) => Some((body, item.gap.at)),
            items::What::Title(title) => title.body.as_ref().map(|body| (body, false)),
            items::What::Name(_) => None,
        });
        let mut fitting = named.filter(|(body, at)| completion::has_been_named(title, body, *at));
        fitting.next().map(|(body, _)| body.tokens.clone()).or_else(|| self.subject_before(i))
    }

    /// The body that has several people of a bare title, as what stands right before it says: "UBND tỉnh X hiện có ba | Phó Chủ tịch".
    fn subject_before(&self, i: usize) -> Option<Range<usize>> {
        let (title, before) = (self.title(i), &self.items[i.checked_sub(1)?]);
        let items::What::Body(body) = &before.what else { return None };
        let has = self.items[i].gap.words <= 1 && !self.items[i].gap.comma;
        (has && title.is_bare() && completion::has_several(body, title)).then(|| body.tokens.clone())
    }

    fn post(&self, i: usize, completed: Option<Range<usize>>) -> Post<'t> {
        let title = self.title(i);
        let organisation = title.organisation.clone();
        let organisation = organisation.or(completed.filter(|_| title.position.needs_body));
        let mut organization =
            organisation.map(|organisation| brackets::quote_without(self.context, organisation));
        if let (Some(part), Some(whole)) = (&mut organization, self.whole(i)) {
            part.text = Cow::Owned(format!("{} {}", part.text, self.context.quote(whole).text));
        }
        Post {
            title: self.context.quote(title.tokens.clone()).text,
            span: self.context.span(title.tokens.start..title.end()),
            organization,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::normalize::normalize;

    /// The slow twin of [`read`]: whole rows of all sentences, and names found by an index.
    fn read_all<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
        let runs = runs(context);
        let mut people = People::by_index(context, &runs);
        for run in &runs {
            let mut row = items::items(context, run.clone());
            known::split(context, &mut row, &mut people);
            Reader { context, items: &row, people: &mut people }.read(output);
        }
        own_lines::read(context, output);
    }

    proptest! {
        #[test]
        fn what_is_passed_over_says_nothing(words in prop::collection::vec(prop::sample::select(WORDS), 1..40)) {
            let text = words.join(" ");
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            read(&context, &mut fast);
            read_all(&context, &mut slow);
            let facts = |output: Output<'_>| output.into_iter().map(|draft| draft.fact.into_owned()).collect::<Vec<_>>();
            prop_assert_eq!(facts(fast), facts(slow), "{}", text);
        }
    }

    pub(super) const WORDS: &[&str] = &[
        "Chủ tịch",
        "các Phó Chủ tịch",
        "Trưởng",
        "TP",
        "nguyên",
        "quyền",
        "Giám đốc",
        "Bộ trưởng",
        "Thường trực",
        "UBND tỉnh",
        "UBND huyện Ba Vì",
        "Công ty Park Jung Woo",
        "Ban Dân vận",
        "HĐND",
        "Bình Phước",
        "ông",
        "bà",
        "đồng chí",
        "các đồng chí",
        "học sinh",
        "Đại tá",
        "ông Hận",
        "Lê Văn Hận",
        "Trần Quang Hận",
        "Nguyễn Thị Tới",
        "Park Jung Woo",
        "K'sor Phước",
        "ông Phước",
        "Nông K'ré",
        "Karl-Heinz Woo",
        "Ricardo de los Santos",
        "A.Dvorkovich",
        "Hận",
        "Woo",
        "Khải",
        "Lê Văn Khải",
        "và",
        "gồm",
        "là",
        "giữ chức",
        "bổ nhiệm",
        "miễn nhiệm",
        "đối với",
        "được bầu",
        "kiêm",
        "tại",
        "do",
        "lần lượt",
        "cho biết",
        "đã",
        "họp",
        "12",
        ",",
        ",",
        ";",
        ":",
        "-",
        "–",
        "(",
        ")",
        ".",
        ".",
        "\n",
        "\n",
    ];
}
