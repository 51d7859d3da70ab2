//! Posts that a verb gives to a person: "bổ nhiệm ông A giữ chức T", "ông A từng là T1, T2", "miễn nhiệm chức danh T đối với bà B".
//!
//! Old and new posts count, also those that are being left; those that somebody is only proposed for do not.

use super::binding::Bound;
use super::items::{Item, What};
use crate::data::OfficeRole;

/// A person and the posts that a verb says of it, as indices of items.
#[derive(Clone, Debug)]
pub(super) struct Appointment {
    pub name: usize,
    pub titles: Vec<usize>,
    /// A body that the bare title is of, named before: "Đồn Biên phòng X do ông A làm Đồn trưởng".
    pub body: Option<usize>,
}

/// The appointments in a row of items. `bound` says which titles the marks have given away.
pub(super) fn appointments(items: &[Item<'_>], bound: &[Bound]) -> Vec<Appointment> {
    let given = |title: usize| {
        bound.iter().any(|person| person.titles.contains(&title) || person.shared.contains(&title))
    };
    let mut found = Vec::new();
    for i in 0..items.len() {
        if items[i].title().is_none() || given(i) {
            continue;
        }
        let verb = items[i].gap.office.or_else(|| through_body(items, i));
        let takes_up = verb == Some(OfficeRole::TakesUp) || items[i].gap.is && items[i].gap.words > 0;
        let titles = titles_from(items, i, &given);
        let name = match verb {
            Some(OfficeRole::TakesUp) if takes_up => {
                subject(items, i).or_else(|| later_subject(items, &titles))
            }
            Some(OfficeRole::Appoints) => subject(items, i).or_else(|| concerned(items, &titles)),
            Some(OfficeRole::Leaves) => subject(items, i).or_else(|| concerned(items, &titles)),
            _ => None,
        };
        let Some(name) = name else { continue };
        if is_proposed(items, name, i)
            || titles.iter().any(|title| items[*title].title().is_some_and(|t| t.plural))
        {
            continue;
        }
        let body = (name >= 2 || name == 1).then(|| name.saturating_sub(1));
        let body = body.filter(|before| {
            matches!(items[*before].what, What::Body(_)) && items[name].gap.office == Some(OfficeRole::Agent)
        });
        found.push(Appointment { name, titles, body });
    }
    found
}

/// The verb before a body that a title follows in the same list: "kinh qua các công việc tại Công ty …, Phó Giám đốc …".
fn through_body(items: &[Item<'_>], title: usize) -> Option<OfficeRole> {
    let before = &items[title.checked_sub(1)?];
    let listed = items[title].gap.comma && items[title].gap.is_chain();
    before.gap.office.filter(|_| listed && matches!(before.what, What::Body(_)))
}

/// A title and those that follow it in the same list, up to what is another's.
fn titles_from(items: &[Item<'_>], first: usize, given: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut titles = vec![first];
    for (i, item) in items.iter().enumerate().skip(first + 1) {
        if item.title().is_none() || given(i) || !item.gap.is_chain() {
            break;
        }
        titles.push(i);
    }
    titles
}

/// The person before a verb who gets the post: the nearest, but not who acts ("được ông B bổ nhiệm") or held it ("thay ông B làm").
fn subject(items: &[Item<'_>], title: usize) -> Option<usize> {
    (0..title).rev().find(|i| {
        let item = &items[*i];
        let follows_directly = i + 1 == title && items[title].gap.words <= 1;
        item.name().is_some()
            && match item.gap.office {
                Some(OfficeRole::Agent) => follows_directly,
                Some(OfficeRole::Replaces) => !follows_directly,
                _ => true,
            }
    })
}

/// The person after the titles, whom a preposition names: "chức danh T đối với bà B".
fn concerned(items: &[Item<'_>], titles: &[usize]) -> Option<usize> {
    let next = titles.last()? + 1;
    let item = items.get(next)?;
    let concerns = item.gap.office == Some(OfficeRole::Concerns) && item.gap.words == 1;
    (concerns && item.name().is_some()).then_some(next)
}

/// The person after a comma: "Trước khi giữ chức T, ông A …".
fn later_subject(items: &[Item<'_>], titles: &[usize]) -> Option<usize> {
    let (first, next) = (*titles.first()?, titles.last()? + 1);
    let item = items.get(next)?;
    let person = item.name().filter(|person| person.addressed)?;
    let clause_before = items[first].gap.words >= 2;
    (clause_before && item.gap.comma && item.gap.words == 0 && !person.plural).then_some(next)
}

/// Whether a word between the person and the title, or right before both, says that it is only proposed.
fn is_proposed(items: &[Item<'_>], name: usize, title: usize) -> bool {
    let (from, to) = (name.min(title), name.max(title));
    items[from..=to].iter().any(|item| item.gap.proposed)
}
