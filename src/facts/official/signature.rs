//! Who signs: "KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH⏎(Đã ký)⏎Lê Văn Khải".
//!
//! A line that is a title and nothing else, and within a few lines one that is a name and nothing else. Who signs for a chairman is the
//! deputy: the last title before the name counts.

use super::{Official, Post};
use crate::facts::phrase::{Casing, Evidence, Manner, may_start_title, name_at, title_at};
use crate::facts::{Context, FactData, Output};

/// So many lines may stand between title and name: "(Đã ký)", a seal.
const MOST_BETWEEN: usize = 2;
/// What stands between is no longer than this.
const LONGEST_BETWEEN: usize = 6;

/// Reads the signatures of a text.
pub(super) fn read<'t>(context: &Context<'_, 't>, output: &mut Output<'t>) {
    let lines = &context.lines;
    let manner = Manner { casing: Casing::Ordinary, apposition: false };
    for (i, line) in lines.iter().map(|line| &line.tokens).enumerate() {
        if !may_start_title(context, line.start) {
            continue;
        }
        let Some(title) = title_at(context, line.start, manner).filter(|title| title.end() == line.end)
        else {
            continue;
        };
        for next in lines.iter().map(|line| &line.tokens).skip(i + 1).take(MOST_BETWEEN + 1) {
            let name = name_at(context, next.start, Evidence::Title, manner);
            if let Some(name) = name.filter(|name| name.tokens.end == next.end && name.known) {
                let post = Post {
                    title: context.quote(title.tokens.clone()).text,
                    organization: title.organisation.clone().map(|organisation| context.quote(organisation)),
                    span: context.span(title.tokens.start..title.end()),
                };
                let official = Official {
                    name: context.quote(name.tokens.clone()).text,
                    positions: vec![post],
                    person: None,
                };
                output.push(context.draft(
                    name.tokens,
                    "<post>-line-<person>-line",
                    FactData::Official(official),
                ));
                break;
            }
            if next.len() > LONGEST_BETWEEN || title_at(context, next.start, manner).is_some() {
                break;
            }
        }
    }
}
