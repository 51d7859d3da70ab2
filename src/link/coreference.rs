//! Coreference: who is meant by a name without its post, a given name, a title without its name.
//!
//! An official's name is a person of the article; the same name is the same person. What comes later points back to one of
//! them, or to nobody: where two fit, nothing is guessed.

use std::collections::HashMap;
use std::ops::Range;

use crate::data::List;
use crate::facts::official::Post;
use crate::facts::person_mention::PersonMention;
use crate::facts::phrase::{Manner, casing, honorific_at, title_at};
use crate::facts::{Context, Draft, FactData, Output};
use crate::normalize::fold;
use crate::segment::TokenKind;

/// A name that points back is no longer than this: "Y Thanh Hà Niê Kđăm".
const LONGEST_NAME: usize = 10;

/// Gives the officials their ids, and adds the later mentions.
pub(crate) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let mut people = People::default();
    for draft in output.iter_mut() {
        let named = draft.first..draft.end;
        if let FactData::Official(official) = &mut draft.fact.data {
            let gender = gender_before(context, named.start);
            official.person = Some(people.add(context, named, gender, &official.positions));
        }
    }
    if people.all.is_empty() {
        return;
    }
    let taken: Vec<Range<usize>> = places_of_officials(context, output);
    let mut mentions = Mentions { context, people: &people, taken: &taken, next: 0 }.find();
    output.append(&mut mentions);
}

/// A person of the article.
struct Person {
    /// The folded words of the name.
    name: Vec<String>,
    /// Where it was named first.
    first: usize,
    gender: Option<char>,
    /// Its posts, folded.
    posts: Vec<String>,
}

#[derive(Default)]
struct People {
    all: Vec<Person>,
    ids: HashMap<Vec<String>, usize>,
    /// Who may be meant by a name's last word, or by the beginning of a highland name.
    by_word: HashMap<String, Vec<usize>>,
}

impl People {
    fn add(
        &mut self,
        context: &Context<'_, '_>,
        tokens: Range<usize>,
        gender: Option<char>,
        posts: &[Post<'_>],
    ) -> usize {
        let name = folded(context, tokens.clone());
        let next = self.all.len();
        let id = *self.ids.entry(name.clone()).or_insert(next);
        if id == next {
            for word in name.iter().collect::<std::collections::BTreeSet<_>>() {
                self.by_word.entry(word.clone()).or_default().push(id);
            }
            self.all.push(Person { name, first: tokens.start, gender, posts: Vec::new() });
        }
        let person = &mut self.all[id];
        person.gender = person.gender.or(gender);
        person.posts.extend(posts.iter().map(written_post));
        id
    }

    /// The one person named before a place whose name a short form may stand for.
    fn meant(&self, form: &[String], before: usize, gender: Option<char>) -> Option<usize> {
        let candidates = self.by_word.get(form.last()?)?;
        let fits = |id: &&usize| {
            let person = &self.all[**id];
            person.first < before
                && (person.gender.is_none() || gender.is_none() || person.gender == gender)
                && short_form(&person.name, form)
        };
        let mut fitting = candidates.iter().filter(fits);
        // The whole name is sure, whoever else ends in it.
        if let Some(id) = self.ids.get(form).filter(|id| self.all[**id].first < before) {
            return Some(*id);
        }
        let found = fitting.next()?;
        fitting.next().is_none().then_some(*found)
    }

    /// The one person named before a place who has a post.
    fn holder(&self, post: &str, before: usize) -> Option<usize> {
        let holds = |person: &Person| person.first < before && person.posts.iter().any(|own| own == post);
        let mut holders = (0..self.all.len()).filter(|id| holds(&self.all[*id]));
        let found = holders.next()?;
        holders.next().is_none().then_some(found)
    }
}

/// Whether a form is the end of a name ("Quế", "Kim Ngân"), or the beginning of a highland name, whose last word is the family's
/// ("Y Thiêm" of "Y Thiêm Niê").
fn short_form(name: &[String], form: &[String]) -> bool {
    let highland = name[0].chars().count() == 1 && name.len() > 2;
    name.ends_with(form) && (form.len() < 3 || form.len() == name.len())
        || highland && form.len() > 1 && name.starts_with(form)
}

fn written_post(post: &Post<'_>) -> String {
    let body = post.organization.as_ref().map_or("", |body| &*body.text);
    let words = post.title.split_whitespace().chain(body.split_whitespace());
    words.map(fold).collect::<Vec<_>>().join(" ")
}

/// The folded words of a run of tokens.
fn folded(context: &Context<'_, '_>, tokens: Range<usize>) -> Vec<String> {
    tokens.map(|at| fold(context.token_text(at))).collect()
}

/// The gender that the honorific right before a name says.
fn gender_before(context: &Context<'_, '_>, at: usize) -> Option<char> {
    let cue = context.cue_before(at, List::Honorific)?;
    context.kinds_at(cue.first as usize, List::Honorific)?.0.gender
}

/// The tokens that officials stand on, their posts included: nothing there is a mention of its own.
fn places_of_officials(context: &Context<'_, '_>, output: &Output<'_>) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for draft in output {
        let FactData::Official(official) = &draft.fact.data else { continue };
        places.push(draft.first..draft.end);
        let of_posts = official.positions.iter().filter_map(|post| context.tokens_of(post.span));
        places.extend(of_posts);
    }
    places.sort_by_key(|place| (place.start, place.end));
    places
}

/// The walk over the text.
struct Mentions<'w, 'a, 't> {
    context: &'w Context<'a, 't>,
    people: &'w People,
    taken: &'w [Range<usize>],
    next: usize,
}

impl<'t> Mentions<'_, '_, 't> {
    fn find(mut self) -> Vec<Draft<'t>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.context.tokens.len() {
            if let Some(end) = self.taken_until(at) {
                at = end;
                continue;
            }
            match self.mention(at) {
                Some((person, end, rule)) => {
                    let data = FactData::PersonMention(PersonMention { person });
                    found.push(self.context.draft(at..end, rule, data));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Where the official or post that a token belongs to ends.
    fn taken_until(&mut self, at: usize) -> Option<usize> {
        while self.taken.get(self.next).is_some_and(|place| place.end <= at) {
            self.next += 1;
        }
        self.taken.get(self.next).filter(|place| place.start <= at).map(|place| place.end)
    }

    /// The mention that starts at a token: who, where it ends, and how it was read.
    fn mention(&self, at: usize) -> Option<(usize, usize, &'static str)> {
        if let Some(honorific) =
            honorific_at(self.context, at).filter(|found| !found.plural && !found.private)
        {
            let gender = self.context.kinds_at(at, List::Honorific).and_then(|(kinds, _)| kinds.gender);
            let named = self.name(honorific.end, gender).map(|(id, end)| (id, end, "<honorific>-<name>"));
            return named
                .or_else(|| self.title(honorific.end).map(|(id, end)| (id, end, "<honorific>-<title>")));
        }
        let opens = at == self.context.sentence(at).start || self.context.is_wall(at - 1);
        if opens && let Some((id, end)) = self.title(at) {
            return Some((id, end, "<title>"));
        }
        self.whole_name(at).map(|(id, end)| (id, end, "<name>"))
    }

    /// A name, whole or short, that ends where the capitals end.
    fn name(&self, at: usize, gender: Option<char>) -> Option<(usize, usize)> {
        let end = self.capitals_end(at);
        let form = folded(self.context, at..end);
        if form.is_empty() || self.taken_within(at..end) {
            return None;
        }
        self.people.meant(&form, at, gender).map(|id| (id, end))
    }

    /// A whole name without an honorific: "Phát biểu tại hội nghị, Lê Văn Khải nhấn mạnh".
    fn whole_name(&self, at: usize) -> Option<(usize, usize)> {
        let starts = self.context.tokens[at].is_capitalized()
            && self.context.cue(at, List::Surname).is_some()
            && !(at > 0
                && self.context.tokens[at - 1].is_capitalized()
                && !self.context.tokens[at].is_line_start());
        let end = if starts { self.capitals_end(at) } else { at };
        if end < at + 2 || self.taken_within(at..end) {
            return None;
        }
        let id = *self.people.ids.get(&folded(self.context, at..end))?;
        (self.people.all[id].first < at).then_some((id, end))
    }

    /// A title that one person of the article holds, and after which nobody else is named.
    fn title(&self, at: usize) -> Option<(usize, usize)> {
        let sentence = self.context.sentence(at);
        let manner = Manner { casing: casing(self.context, sentence), apposition: true };
        let title = title_at(self.context, at, manner).filter(|title| !title.plural)?;
        let end = title.end();
        let names = self
            .context
            .tokens
            .get(end)
            .is_some_and(|token| token.is_capitalized() && !token.is_line_start());
        if names || self.taken_within(at..end + 1) {
            return None;
        }
        let post = folded(self.context, at..end).join(" ");
        self.people.holder(&post, at).map(|id| (id, end))
    }

    /// Where a run of capitalised words, with the apostrophes and hyphens inside them, ends.
    fn capitals_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + LONGEST_NAME {
            let Some(token) = self.context.tokens.get(end) else { break };
            let joins = token.kind() == TokenKind::Mark
                && self.context.is_glued(end)
                && self.context.is_glued(end + 1)
                && matches!(self.context.token_text(end), "'" | "-");
            let continues = end == at || !token.is_line_start();
            if !(continues && (token.is_capitalized() || joins && end > at || self.follows_joint(end, at))) {
                break;
            }
            end += 1;
        }
        end
    }

    /// "ré" in "K'ré".
    fn follows_joint(&self, at: usize, start: usize) -> bool {
        at > start + 1 && self.context.is_glued(at) && self.context.is_mark(at - 1, "'")
    }

    fn taken_within(&self, tokens: Range<usize>) -> bool {
        self.taken[self.next..]
            .iter()
            .take_while(|place| place.start < tokens.end)
            .any(|place| place.end > tokens.start)
    }
}
