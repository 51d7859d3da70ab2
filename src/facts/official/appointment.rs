//! Posts that a verb gives to a person: "bổ nhiệm ông A giữ chức T", "ông A từng là T1, T2", "miễn nhiệm chức danh T đối với bà B".
//!
//! Old and new posts count, also those that are being left; those that somebody is only proposed for do not.

use super::binding::Bound;
use super::items::{Item, What};
use crate::data::OfficeRole;
use crate::facts::phrase::is_firm;

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
        let titles = titles_from(items, i, &given);
        let names = people_of(items, i, &titles);
        let proposed = names.iter().any(|name| is_proposed(items, *name, i));
        let plural = titles.iter().any(|title| items[*title].title().is_some_and(|title| title.plural));
        if proposed || plural {
            continue;
        }
        if names.len() > 1 && (items[i].gap.respectively || has_head(items, &titles)) {
            if names.len() == titles.len() {
                let pairs = names.iter().zip(&titles);
                found.extend(pairs.map(|(name, title)| Appointment {
                    name: *name,
                    titles: vec![*title],
                    body: None,
                }));
            }
            continue;
        }
        for name in names {
            found.push(Appointment { name, titles: titles.clone(), body: body_before(items, name) });
        }
    }
    found
}

/// The people to whom the verb before a title gives it and those in its list.
fn people_of(items: &[Item<'_>], i: usize, titles: &[usize]) -> Vec<usize> {
    let verb = items[i].gap.office.or_else(|| through_body(items, i));
    let name = match verb {
        Some(OfficeRole::TakesUp | OfficeRole::Made) => {
            owner(items, titles).or_else(|| subject(items, i)).or_else(|| later_subject(items, titles))
        }
        Some(OfficeRole::Appoints | OfficeRole::Leaves) => {
            subject(items, i).or_else(|| concerned(items, titles))
        }
        _ => None,
    };
    let Some(name) = name else { return Vec::new() };
    if name > i {
        return vec![name];
    }
    let names = listed_with(items, name);
    // A body has one head: that is the last of them, unless there is a post for each.
    let one_head = has_head(items, titles) && !items[i].gap.respectively && names.len() != titles.len();
    if one_head { vec![name] } else { names }
}

/// Whether one of some titles is that of a head.
fn has_head(items: &[Item<'_>], titles: &[usize]) -> bool {
    titles.iter().any(|title| items[*title].title().is_some_and(|title| &*title.position.rank == "head"))
}

/// A person and those before it in its list: "các ông A, B và bà C được bầu giữ chức Phó Chủ tịch".
fn listed_with(items: &[Item<'_>], name: usize) -> Vec<usize> {
    if let Some(other) = titled_before(items, name) {
        return vec![other, name];
    }
    let mut first = name;
    while first > 0
        && items[first - 1].name().is_some()
        && (items[first].gap.is_chain() && items[first].gap.and)
    {
        first -= 1;
    }
    while first > 0 && first < name && items[first - 1].name().is_some() && items[first].gap.is_chain() {
        first -= 1;
    }
    (first..=name).collect()
}

/// The person before a verb's other object, each with a post behind: "bầu ông A, Chủ nhiệm …, và ông B, Chủ tịch …, làm Phó Bí thư".
fn titled_before(items: &[Item<'_>], name: usize) -> Option<usize> {
    let gap = &items[name].gap;
    let is_own =
        |i: &usize| items[*i].title().is_some() && items[*i].gap.is_chain() && items[*i].gap.apposes();
    let titles = (0..name).rev().take_while(is_own).count();
    let other = name.checked_sub(titles + 1)?;
    let is_object = items[other].name().is_some() && items[other].gap.office == Some(OfficeRole::Appoints);
    (titles > 0 && is_object && gap.is_chain() && gap.and).then_some(other)
}

/// The body before "do", of which a person has the bare title: "Đồn Biên phòng X do Đại úy A làm Đồn trưởng", but not that whose part it
/// is, "Tổ công tác của Chính phủ do ông A làm tổ trưởng".
fn body_before(items: &[Item<'_>], name: usize) -> Option<usize> {
    let first = front_of(items, name);
    let before = first.checked_sub(1)?;
    let What::Body(body) = &items[before].what else { return None };
    let gap = &items[first].gap;
    // "tàu cá trên vùng biển của Bộ chỉ huy X do ông A làm thuyền trưởng", but "Công ty X ở quận 3 do ông A làm giám đốc".
    let is_near = gap.words == 1 || is_firm(body.kind);
    let follows = gap.office == Some(OfficeRole::Agent) && is_near;
    // "Đoàn công tác Bộ Y tế do Thứ trưởng A làm Trưởng đoàn": the title says whose it is.
    (follows && body.kind != "delegation" && !items[before].gap.of).then_some(before)
}

/// The first of the titles right in front of a name, or the name itself: "| Phó Bí thư, Chủ tịch UBND tỉnh A".
fn front_of(items: &[Item<'_>], name: usize) -> usize {
    let is_front = |i: &usize| {
        let gap = &items[*i + 1].gap;
        items[*i].title().is_some() && if *i + 1 == name { gap.is_empty() } else { gap.is_chain() }
    };
    (0..name).rev().take_while(is_front).last().unwrap_or(name)
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

/// A verb of speech and what is said have so many words at least: "cho biết: Tỉnh có".
const SPEECH: usize = 3;

/// The person before a verb who gets the post: the nearest, but not who acts ("được ông B bổ nhiệm") or held it ("thay ông B làm").
fn subject(items: &[Item<'_>], title: usize) -> Option<usize> {
    // "Bí thư A cho biết: Tỉnh có 34 trí thức trẻ về làm Phó Chủ tịch": what somebody says is of others.
    let quotes = |i: &usize| {
        let gap = &items[*i + 1].gap;
        gap.colon && gap.words >= SPEECH && !gap.career
    };
    let said = (0..title).rev().find(quotes).map_or(0, |speaker| speaker + 1);
    (said..title).rev().find(|i| {
        let item = &items[*i];
        item.name().is_some()
            && (items[title].gap.open || !is_complement(items, *i))
            && match item.gap.office.or_else(|| front_office(items, *i)) {
                Some(OfficeRole::Agent) => takes_up_itself(items, *i, title),
                Some(OfficeRole::Replaces) => !follows_directly(items, *i, title),
                _ => true,
            }
    })
}

fn follows_directly(items: &[Item<'_>], name: usize, title: usize) -> bool {
    name + 1 == title && items[title].gap.words <= 1
}

/// Whether whoever acts gives the post to nobody else: "do ông A, Phó Chủ tịch tỉnh, | làm Trưởng ban", but not "được ông A bổ nhiệm làm".
fn takes_up_itself(items: &[Item<'_>], name: usize, title: usize) -> bool {
    let own = &items[name + 1..title];
    let gap = &items[title].gap;
    own.iter().all(|item| item.title().is_some() && item.gap.is_chain() && !item.gap.splits())
        && gap.words <= 1
        && gap.office == Some(OfficeRole::TakesUp)
}

/// The word before the title right in front of a name: "được | Tổng thống A chọn làm cố vấn".
fn front_office(items: &[Item<'_>], name: usize) -> Option<OfficeRole> {
    let front = items.get(name.checked_sub(1)?)?;
    if front.title().is_some() && items[name].gap.is_empty() { front.gap.office } else { None }
}

/// Whether a person only says whose somebody is: "con trai của Chủ tịch Tập đoàn X Lê Văn A vừa được bầu làm …". Behind a comma he is
/// another: "Theo quyết định của Bộ trưởng, Đại tá Lê Văn A giữ chức …".
fn is_complement(items: &[Item<'_>], name: usize) -> bool {
    items[front_of(items, name)].gap.of
}

/// The person after the titles, whom a preposition names: "chức danh T đối với bà B", "chức vụ T của ông B".
fn concerned(items: &[Item<'_>], titles: &[usize]) -> Option<usize> {
    let next = titles.last()? + 1;
    let item = items.get(next)?;
    let person = item.name()?;
    let concerns = item.gap.office == Some(OfficeRole::Concerns);
    let is_owner = item.gap.possessive && person.addressed;
    ((concerns || is_owner) && item.gap.words == 1).then_some(next)
}

/// The person after "của" whose the post with its body is: "phản đối việc trở lại làm Chủ tịch HĐQT của ông B", but "làm trợ lý của ông B".
fn owner(items: &[Item<'_>], titles: &[usize]) -> Option<usize> {
    let last = *titles.last()?;
    let item = items.get(last + 1)?;
    let person = item.name()?;
    let is_held = items[last].title().is_some_and(|title| title.body.is_some());
    let is_owner = item.gap.possessive && item.gap.words == 1 && person.addressed && person.name.parts > 1;
    (is_held && is_owner).then_some(last + 1)
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
