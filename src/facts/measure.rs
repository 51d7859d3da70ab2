//! Numbers that share a unit: "từ 10 đến 15 tỷ đồng", "5, 6 và 7%", "220 triệu/254,7 triệu đồng", "từ 5 lên 7%".

use super::Context;
use super::few::Few;
use crate::Decimal;
use crate::data::{DirectionRole, List, Side, WordRole};
use crate::scan::{Numeral, only};
use crate::segment::TokenKind;

/// A longer list is not looked through.
const MOST_NUMBERS: usize = 8;

/// The upper end of a range is so many times its lower end at most, where a dash with spaces stands between.
const WIDEST_RANGE: u64 = 20;

/// How a number hangs together with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// It is the first.
    None,
    /// "-", "đến".
    Range,
    /// "lên", "xuống còn".
    Upto,
    /// ","
    Comma,
    /// "và"
    And,
    /// "/"
    Slash,
}

/// A number with its unit, which may stand only at a later number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured<U> {
    pub first: usize,
    pub end: usize,
    pub value: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
    pub unit: U,
    pub joint: Joint,
}

/// A unit, the token it ends before, and what it multiplies the number by.
pub(super) type UnitAt<U> = (U, usize, Decimal);

/// Reads the numbers that hang together from the numeral with this index on, in text order; empty where the numeral has no unit.
pub(super) fn chain<U: Copy>(
    context: &Context<'_, '_>,
    numeral: usize,
    unit_of: impl Fn(&Numeral) -> Option<UnitAt<U>>,
) -> Few<Measured<U>> {
    let numeral = &context.numerals()[numeral];
    let first = Link { unit: unit_of(numeral), numeral, joint: Joint::None };
    // Most numbers stand alone, and most have another unit or none.
    let Some((joint, _)) = joint(context, first.end()) else {
        return lone(&first).map_or(Few::Nothing, Few::One);
    };
    // "từ 5 lên 7%"; but "vị trí 1 còn 20.000 đồng", "tuổi 80 lên đến 90%"
    let asks = matches!(joint, Joint::Comma | Joint::And | Joint::Upto);
    if first.unit.is_none() && asks && !governs_list(context, numeral.first) {
        return Few::Nothing;
    }
    let mut links = links(context, first, unit_of);
    while links.last().is_some_and(|link| link.unit.is_none()) {
        links.pop();
    }
    let unasked_list = links.windows(2).any(|pair| {
        pair[0].unit.is_none()
            && matches!(pair[1].joint, Joint::Comma | Joint::And)
            && (pair[0].joint == Joint::Range || !governs_list(context, links[0].numeral.first))
    });
    if unasked_list { Few::Nothing } else { Few::Several(measured(&links)) }
}

/// A number that stands alone: what [`measured`] makes of it.
fn lone<U: Copy>(link: &Link<'_, U>) -> Option<Measured<U>> {
    let (unit, end, scale) = link.unit?;
    let value = link.numeral.value.checked_mul(scale)?;
    Some(Measured { first: link.numeral.first, end, value, max: None, unit, joint: link.joint })
}

/// A number of a chain as it is written.
struct Link<'c, U> {
    numeral: &'c Numeral,
    unit: Option<UnitAt<U>>,
    joint: Joint,
}

impl<U> Link<'_, U> {
    fn end(&self) -> usize {
        self.unit.as_ref().map_or(self.numeral.end, |unit| unit.1)
    }
}

fn links<'c, U: Copy>(
    context: &'c Context<'_, '_>,
    first: Link<'c, U>,
    unit_of: impl Fn(&Numeral) -> Option<UnitAt<U>>,
) -> Vec<Link<'c, U>> {
    let mut links = Vec::with_capacity(MOST_NUMBERS);
    links.push(first);
    while links.len() < MOST_NUMBERS {
        let end = links[links.len() - 1].end();
        let Some((joint, numeral)) = joint(context, end) else { break };
        if joint == Joint::Range && links.last().is_some_and(|link| parts(context, link, numeral)) {
            break;
        }
        links.push(Link { unit: unit_of(numeral), numeral, joint });
    }
    links
}

/// What joins the number that ends before a token to the next, and the next.
fn joint<'c>(context: &'c Context<'_, '_>, at: usize) -> Option<(Joint, &'c Numeral)> {
    if context.tokens.get(at)?.is_line_start() {
        return None;
    }
    let words = only(List::Word) | only(List::Direction);
    if context.tokens[at].kind() != TokenKind::Mark && !context.cues.may_start_any(at, words) {
        return None;
    }
    let (joint, next) = match context.mark(at) {
        Some(',') => (Joint::Comma, at + 1),
        Some('/') => (Joint::Slash, at + 1),
        _ if context.is_dash(at) => (Joint::Range, at + 1),
        _ => match (context.word_at(at), context.direction_at(at)) {
            (_, Some((DirectionRole::Level, end))) => (Joint::Upto, end),
            (Some((WordRole::To, end)), _) => (Joint::Range, end),
            (Some((WordRole::And | WordRole::Or, end)), _) => (Joint::And, end),
            _ => return None,
        },
    };
    // "101.000 người, tương đương khoảng 10%": what is the same said otherwise is no list.
    if joint == Joint::Comma && matches!(context.direction_at(next), Some((DirectionRole::Share, _))) {
        return None;
    }
    // "từ 40% đến dưới 60%"
    let bound = context.cue(next, List::Comparator);
    let next = bound.filter(|cue| context.comparator(*cue).1 == Side::Before).map_or(next, |cue| cue.end());
    let numeral = context.numeral_at(next)?;
    let same_line = (at..=next).all(|token| !context.tokens[token].is_line_start());
    same_line.then_some((joint, numeral))
}

/// Whether a dash with spaces parts two statements: "mã số 2295 - 200.000 đồng". A range without a unit at its lower end is
/// narrower, or leaves its thousands to the upper end ("15 - 20.000 tỷ đồng").
fn parts<U>(context: &Context<'_, '_>, lower: &Link<'_, U>, upper: &Numeral) -> bool {
    let dash = lower.end();
    let spaced = context.is_dash(dash) && !context.is_glued(dash);
    let (low, high) = (lower.numeral.base, upper.base);
    let bare = lower.unit.is_none() && lower.numeral.scale == Decimal::from(1);
    let wide = low.checked_mul(Decimal::from(WIDEST_RANGE)).is_some_and(|widest| widest < high);
    spaced && bare && wide && low >= Decimal::from(1_000)
}

/// Whether what stands before the first number of a list asks for one: "lần lượt 5, 6 và 7%", not "thửa 5, 6 và 7%".
fn governs_list(context: &Context<'_, '_>, first: usize) -> bool {
    let asks = |role| {
        matches!(
            role,
            WordRole::Respectively | WordRole::Copula | WordRole::Equals | WordRole::From | WordRole::Gap
        )
    };
    context.word_before(first).is_some_and(|(role, _)| asks(role))
        || context.direction_before(first).is_some()
        || context.comparator_before(first).is_some()
}

/// Gives every number a unit and makes ranges one.
fn measured<U: Copy>(links: &[Link<'_, U>]) -> Vec<Measured<U>> {
    if links.iter().all(|link| link.unit.is_none()) {
        return Vec::new();
    }
    let mut measured: Vec<Measured<U>> = Vec::with_capacity(links.len());
    // The number to the right whose unit is shared.
    let mut right: Option<(&Link<'_, U>, UnitAt<U>)> = None;
    let mut upper: Option<Measured<U>> = None;
    for (i, link) in links.iter().enumerate().rev() {
        let Some((value, unit)) = valued(link, right) else {
            measured.extend(upper.take());
            continue;
        };
        if link.unit.is_some() {
            right = Some((link, unit));
        }
        let mut item = Measured {
            first: link.numeral.first,
            end: link.end(),
            value,
            max: None,
            unit: unit.0,
            joint: link.joint,
        };
        if let Some(above) = upper.take() {
            if value < above.value {
                item = Measured { end: above.end, max: Some(above.max.unwrap_or(above.value)), ..item };
            } else {
                measured.push(above);
                // "2022 - 7%": without a unit of its own, what is no lower end is nothing.
                if link.unit.is_none() {
                    continue;
                }
            }
        }
        if link.joint == Joint::Range && i > 0 && item.max.is_none() {
            upper = Some(item);
        } else {
            measured.push(item);
        }
    }
    measured.extend(upper);
    measured.reverse();
    measured
}

/// The value of a number in its own unit, or in that of the number to its right.
fn valued<U: Copy>(
    link: &Link<'_, U>,
    right: Option<(&Link<'_, U>, UnitAt<U>)>,
) -> Option<(Decimal, UnitAt<U>)> {
    if let Some(unit) = link.unit {
        return Some((link.numeral.value.checked_mul(unit.2)?, unit));
    }
    let (right, unit) = right?;
    let one = Decimal::from(1);
    if link.numeral.scale > one {
        return Some((link.numeral.value.checked_mul(unit.2)?, unit));
    }
    let scale = right.numeral.scale.checked_mul(unit.2)?;
    let value = link.numeral.value.checked_mul(scale)?;
    let bound = right.numeral.value.checked_mul(unit.2)?;
    let thousand = Decimal::from(1_000);
    // "5.000/1 triệu đồng": what is paid for a million.
    if right.joint == Joint::Slash && link.numeral.base >= thousand && right.numeral.base < thousand {
        return Some((link.numeral.value.checked_mul(unit.2)?, unit));
    }
    if right.joint != Joint::Range {
        return Some((value, unit));
    }
    // "15-20.000 tỷ đồng" leaves the thousands of the first number to the second.
    let thousands = value.checked_mul(thousand)?;
    let round = right.numeral.base >= thousand && right.numeral.base.is_multiple_of(thousand);
    if round && link.numeral.base < thousand && thousands < bound {
        return Some((thousands, unit));
    }
    // "700.000 đến 1,4 triệu đồng" says the first in full.
    let plain = link.numeral.value.checked_mul(unit.2)?;
    if value > bound && link.numeral.base >= thousand && plain < bound {
        return Some((plain, unit));
    }
    // "500 đến 1 triệu đồng" leaves out the smaller magnitude.
    if value > bound && scale > one {
        let below = value.checked_mul(Decimal::from_parts(1, 3))?;
        return (below < bound).then_some((below, unit));
    }
    Some((value, unit))
}
