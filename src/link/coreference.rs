//! Coreference: who is meant by a name without its post, a given name, a title without its name.
//!
//! An official's name is a person of the article; the same name is the same person. What comes later points back to one of
//! them, or to nobody: where two fit, nothing is guessed.

use std::cell::OnceCell;
use std::ops::Range;

use super::holders::{Held, Holders, posts_of_officials};
use super::people::People;
use super::words::{WordKey, Words};
use crate::data::List;
use crate::facts::person_mention::PersonMention;
use crate::facts::phrase::{Manner, casing, honorific_at, may_start_title, title_of, title_words_at};
use crate::facts::{Context, Draft, FactData, Output};
use crate::scan::{ListSet, only};
use crate::segment::TokenKind;

/// A name that points back is no longer than this: "Y Thanh Hà Niê Kđăm".
const LONGEST_NAME: usize = 10;

/// Gives the officials of a section their ids, and adds the later mentions of them and of those that were named in sections before.
pub(crate) fn link<'t>(context: &Context<'_, 't>, output: &mut Output<'t>, people: &mut People) {
    people.begin_section();
    people.add_all(context, output);
    if people.is_empty() {
        return;
    }
    let posts = posts_of_officials(context, output);
    let taken = places_of_officials(output, &posts);
    let mut mentions = Mentions::of(context, people, &posts, &taken).find();
    output.append(&mut mentions);
}

/// The tokens that officials stand on, their posts included: nothing there is a mention of its own.
fn places_of_officials(output: &Output<'_>, posts: &[Held<'_>]) -> Vec<Range<usize>> {
    let officials = output.iter().filter(|draft| matches!(draft.fact.data, FactData::Official(_)));
    let names = officials.map(|draft| draft.first..draft.end);
    let mut places: Vec<_> = names.chain(posts.iter().map(|held| held.tokens.clone())).collect();
    places.sort_by_key(|place| (place.start, place.end));
    places
}

/// The lists whose words a mention may begin with.
const MAY_BEGIN: ListSet =
    only(List::Honorific) | only(List::Position) | only(List::Modifier) | only(List::Surname);

/// The walk over the text.
struct Mentions<'w, 'a, 't> {
    context: &'w Context<'a, 't>,
    people: &'w People,
    posts: &'w [Held<'w>],
    /// The first words of the posts.
    post_words: Words,
    /// Who has which post: made when a title is first asked for.
    holders: OnceCell<Holders>,
    taken: &'w [Range<usize>],
    next: usize,
    /// The words that are looked at.
    form: Vec<WordKey>,
}

impl<'w, 'a, 't> Mentions<'w, 'a, 't> {
    fn of(
        context: &'w Context<'a, 't>,
        people: &'w People,
        posts: &'w [Held<'w>],
        taken: &'w [Range<usize>],
    ) -> Self {
        let mut post_words = Words::default();
        posts.iter().for_each(|held| post_words.note(context, held.tokens.start));
        let (holders, form) = (OnceCell::new(), Vec::new());
        Mentions { context, people, posts, post_words, holders, taken, next: 0, form }
    }

    /// All mentions.
    fn find(mut self) -> Vec<Draft<'t>> {
        let mut found = Vec::new();
        let mut at = self.people.first();
        while let Some(next) = self.next_start(at) {
            at = self.read(next, &mut found);
        }
        found
    }

    /// Reads the mention that starts at a token, if one does, and returns where to go on.
    fn read(&mut self, at: usize, found: &mut Vec<Draft<'t>>) -> usize {
        if let Some(end) = self.taken_until(at) {
            return end;
        }
        let Some((person, end, rule)) = self.mention(at) else { return at + 1 };
        let data = FactData::PersonMention(PersonMention { person: self.people.first_id + person });
        found.push(self.context.draft(at..end, rule, data));
        end
    }

    /// The first token from one on at which a mention may begin.
    fn next_start(&self, from: usize) -> Option<usize> {
        let mut lists = self.context.cues.starting_from(from).zip(from..);
        let may_begin =
            |(lists, at): &(ListSet, usize)| lists & MAY_BEGIN != 0 && self.may_begin(*at, *lists);
        lists.find(may_begin).map(|(_, at)| at)
    }

    /// Whether a mention may begin at a token at which cues of some lists may: quick, and never wrong to deny it.
    fn may_begin(&self, at: usize, lists: ListSet) -> bool {
        lists & only(List::Honorific) != 0
            || lists & (only(List::Position) | only(List::Modifier)) != 0
                && self.post_words.may_hold(self.context, at)
            || lists & only(List::Surname) != 0
                && self.context.tokens[at].is_capitalized()
                && self.people.words.may_hold(self.context, at)
    }

    /// Where the official or post that a token belongs to ends.
    fn taken_until(&mut self, at: usize) -> Option<usize> {
        while self.taken.get(self.next).is_some_and(|place| place.end <= at) {
            self.next += 1;
        }
        self.taken.get(self.next).filter(|place| place.start <= at).map(|place| place.end)
    }

    /// The mention that starts at a token: who, where it ends, and how it was read.
    fn mention(&mut self, at: usize) -> Option<(usize, usize, &'static str)> {
        if let Some(honorific) =
            honorific_at(self.context, at).filter(|found| !found.plural && !found.private)
        {
            let named = self.name(honorific.end, honorific.gender);
            let named = named.map(|(id, end)| (id, end, "<honorific>-<name>"));
            return named
                .or_else(|| self.title(honorific.end).map(|(id, end)| (id, end, "<honorific>-<title>")));
        }
        let opens = || at == self.context.sentence(at).start || self.context.is_wall(at - 1);
        if may_start_title(self.context, at)
            && opens()
            && let Some((id, end)) = self.title(at)
        {
            return Some((id, end, "<title>"));
        }
        self.whole_name(at).map(|(id, end)| (id, end, "<name>"))
    }

    /// A name, whole or short, that ends where the capitals end.
    fn name(&mut self, at: usize, gender: Option<char>) -> Option<(usize, usize)> {
        let end = self.capitals_end(at);
        if end == at || !self.people.words.may_hold(self.context, end - 1) || self.taken_within(at..end) {
            return None;
        }
        let form = self.people.words.keys(self.context, at..end, &mut self.form)?;
        self.people.meant(form, at, gender).map(|id| (id, end))
    }

    /// A whole name without an honorific: "Phát biểu tại hội nghị, Lê Văn Khải nhấn mạnh".
    fn whole_name(&mut self, at: usize) -> Option<(usize, usize)> {
        let starts = self.context.tokens[at].is_capitalized()
            && self.people.words.may_hold(self.context, at)
            && self.context.cue(at, List::Surname).is_some()
            && !(at > 0
                && self.context.tokens[at - 1].is_capitalized()
                && !self.context.tokens[at].is_line_start());
        let end = if starts { self.capitals_end(at) } else { at };
        if end < at + 2 || self.taken_within(at..end) {
            return None;
        }
        let form = self.people.words.keys(self.context, at..end, &mut self.form)?;
        self.people.named(form, at).map(|id| (id, end))
    }

    /// A title that one person of the article holds, and after which nobody else is named.
    fn title(&mut self, at: usize) -> Option<(usize, usize)> {
        if !may_start_title(self.context, at) || !self.post_words.may_hold(self.context, at) {
            return None;
        }
        let (start, cue) = title_words_at(self.context, at)?;
        let sentence = self.context.sentence(at);
        let manner = Manner { casing: casing(self.context, sentence), apposition: true };
        let title = title_of(self.context, at, start, cue, manner).filter(|title| !title.plural)?;
        let end = title.end();
        let names = self
            .context
            .tokens
            .get(end)
            .is_some_and(|token| token.is_capitalized() && !token.is_line_start());
        if names || self.taken_within(at..end + 1) {
            return None;
        }
        let holders = self.holders.get_or_init(|| Holders::of(self.context, self.posts));
        let post = holders.words.keys(self.context, at..end, &mut self.form)?;
        let holders = holders.of_post(post).map(|id| id - self.people.first_id);
        self.people.only_before(holders, at).map(|id| (id, end))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::facts;
    use crate::normalize::normalize;

    /// The slow twin of [`link`]: asks at every token, whatever its word.
    fn link_at_every_token<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
        let mut people = People::default();
        people.add_all(context, output);
        people.words.deny_nothing();
        let posts = posts_of_officials(context, output);
        let taken = places_of_officials(output, &posts);
        let mut mentions = Mentions::of(context, &people, &posts, &taken);
        mentions.post_words.deny_nothing();
        let mut found = Vec::new();
        let mut at = people.first();
        while at < context.tokens.len() {
            at = mentions.read(at, &mut found);
        }
        output.append(&mut found);
    }

    proptest! {
        #[test]
        fn what_is_passed_over_is_no_mention(words in prop::collection::vec(prop::sample::select(WORDS), 1..40)) {
            let text = format!("Ông Lê Văn Hận, Chủ tịch UBND huyện họp. {}", words.join(" "));
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let (mut fast, mut slow) = (facts::read(&context), facts::read(&context));
            link(&context, &mut fast, &mut People::default());
            link_at_every_token(&context, &mut slow);
            let facts = |output: Output<'_>| output.into_iter().map(|draft| draft.fact.into_owned()).collect::<Vec<_>>();
            prop_assert_eq!(facts(fast), facts(slow), "{}", text);
        }
    }

    const WORDS: &[&str] = &[
        "Lê Văn Hận",
        "Văn Hận",
        "Hận",
        "Lê",
        "Lê Thị Tới",
        "Tới",
        "Y Thiêm Niê",
        "Y Thiêm",
        "K'ré",
        "ông",
        "bà",
        "đồng chí",
        "các đồng chí",
        "Đại tá",
        "học sinh",
        "Chủ tịch",
        "chủ tịch",
        "UBND huyện",
        "Chủ tịch UBND huyện",
        "Phó Chủ tịch",
        "Bí thư Huyện ủy",
        "Giám đốc",
        "Công an tỉnh",
        "nguyên",
        "tân",
        "họp",
        "đã",
        "12",
        ",",
        "-",
        ".",
        ".",
        "\n",
    ];
}
