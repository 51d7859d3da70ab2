//! The names of HTML: character references and elements.

use super::table::Table;
use crate::Error;

/// What names of mark-up stand for. (HTML 4.01, section 24, and of HTML 5 the Vietnamese letters and ASCII
/// signs.)
#[derive(Debug)]
pub(crate) struct Markup {
    /// By name, sorted.
    references: Vec<(&'static str, char)>,
    /// By name, sorted; whether a line ends there.
    tags: Vec<(&'static str, bool)>,
}

impl Markup {
    /// Reads a list of names, each with the code point that it becomes; of a tag that may be empty.
    pub(crate) fn read(name: &'static str, text: &'static str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        let columns = [table.column("kind")?, table.column("name")?, table.column("becomes")?];
        let (mut references, mut tags) = (Vec::new(), Vec::new());
        for row in table.rows() {
            let [kind, name, becomes] = columns.map(|column| row.cell(column));
            let becomes = u32::from_str_radix(becomes, 16).ok().and_then(char::from_u32);
            match (kind, becomes) {
                ("reference", Some(becomes)) => references.push((name, becomes)),
                ("tag", becomes) => tags.push((name, becomes.is_some())),
                _ => return Err(table.error(&row, "a reference with a code point, or a tag, is expected")),
            }
        }
        references.sort_unstable();
        tags.sort_unstable();
        Ok(Markup { references, tags })
    }

    /// The character that a reference stands for. Names differ by case: `&Agrave;` is À.
    pub(crate) fn reference(&self, name: &str) -> Option<char> {
        let at = self.references.binary_search_by_key(&name, |&(name, _)| name).ok()?;
        Some(self.references[at].1)
    }

    /// What a tag leaves behind; nothing where it is no element of HTML, in whatever case.
    pub(crate) fn tag(&self, name: &str) -> Option<&'static str> {
        let name = name.to_ascii_lowercase();
        let at = self.tags.binary_search_by_key(&name.as_str(), |&(name, _)| name).ok()?;
        Some(if self.tags[at].1 { "\n" } else { "" })
    }
}
