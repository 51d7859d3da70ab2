//! The gazetteer of titles by itself: ours, a caller's, or both.

use std::fmt;
use std::sync::Arc;

use crate::data::{self, Lists, Position, codes};
use crate::normalize::{Normalized, normalize};
use crate::scan::Lexicon;
use crate::value::{Branch, Level, Rank};
use crate::{Error, Span};

/// The titles of public life, each with its branch, level and rank.
///
/// It finds titles in any text, and an [`ExtractorBuilder`](crate::ExtractorBuilder) takes it to know a caller's titles.
/// Bodies, places and names are not in it: "Chủ tịch" is a title, "UBND huyện" the body it is held in.
///
/// ```
/// use vietfacts::{Branch, Gazetteer, Rank};
///
/// let gazetteer = Gazetteer::built_in();
/// let found = gazetteer.find("Đồng chí Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện phát biểu.");
/// let titles: Vec<_> = found.iter().map(|mention| (mention.text, mention.title.rank())).collect();
/// assert_eq!(titles, [("Phó Bí thư Thường trực", Some(Rank::Deputy)), ("Chủ tịch", Some(Rank::Head))]);
/// assert_eq!(gazetteer.get("HIỆU TRƯỞNG").unwrap().branch(), Some(Branch::Education));
/// ```
///
/// A caller's own list has the columns of `data/positions.tsv`: `title`, then `aliases` (joined with `|`), `branch`, `level`,
/// `rank`, `needs_org` and `note` in any order, of which all but `title` may be left out.
///
/// ```
/// use vietfacts::{Extractor, Gazetteer};
///
/// let ours = "title\taliases\tbranch\trank\nTổng điều phối viên\tTĐPV\tgovernment\thead\n";
/// let gazetteer = Gazetteer::from_tsv("ours.tsv", ours)?.with_built_in();
/// assert_eq!(gazetteer.find("TĐPV chương trình, Giám đốc Sở Y tế").len(), 2);
/// let extractor = Extractor::builder().gazetteer(gazetteer).build();
/// # let _ = extractor;
/// # Ok::<(), vietfacts::Error>(())
/// ```
#[derive(Clone)]
pub struct Gazetteer {
    /// Over nothing but positions.
    lexicon: Arc<Lexicon>,
}

/// A title of a gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct Title<'g> {
    position: &'g Position,
}

/// A title in a text.
#[derive(Clone, Copy, Debug)]
pub struct TitleMention<'g, 't> {
    /// What the gazetteer knows of it.
    pub title: Title<'g>,
    /// Where it stands in the text as the caller gave it.
    pub span: Span,
    /// Exactly what stands there.
    pub text: &'t str,
    /// Whether the gazetteer marks this spelling as doubtful, so that something else must speak for it: "TP" for
    /// "Trưởng phòng".
    pub doubtful: bool,
}

impl Gazetteer {
    /// The titles that the crate knows.
    pub fn built_in() -> Self {
        Gazetteer::over(data::built_in().to_positions())
    }

    /// The titles of a list; `name` is what errors call it.
    ///
    /// # Errors
    /// Where a line is malformed, with its number: an empty title, more cells than the header has, an unknown branch, level or
    /// rank, a title of more than 24 words; and where the header has no column `title`.
    ///
    /// ```
    /// use vietfacts::Gazetteer;
    ///
    /// let error = Gazetteer::from_tsv("ours.tsv", "title\trank\nTrưởng buôn\tchief\n").unwrap_err();
    /// assert_eq!(error.to_string(), "ours.tsv:2: unknown rank \"chief\"");
    /// ```
    pub fn from_tsv(name: &str, text: &str) -> Result<Self, Error> {
        Lists::positions_only(name, text).map(Gazetteer::over)
    }

    /// These titles and those that the crate knows. Where both have a spelling, these count.
    pub fn with_built_in(&self) -> Self {
        Gazetteer::over(data::built_in().to_positions().with_positions_ahead(self.lists()))
    }

    fn over(lists: Lists) -> Self {
        Gazetteer { lexicon: Arc::new(Lexicon::new(lists)) }
    }

    pub(crate) fn lists(&self) -> &Lists {
        &self.lexicon.lists
    }

    /// All titles, in the order of their lists.
    pub fn titles(&self) -> impl ExactSizeIterator<Item = Title<'_>> {
        self.lists().positions.iter().map(|position| Title { position })
    }

    /// The title with this spelling: its own or an alias, in any case and with the tone marks of either style.
    ///
    /// ```
    /// use vietfacts::Gazetteer;
    ///
    /// let gazetteer = Gazetteer::built_in();
    /// assert_eq!(gazetteer.get("ỦY VIÊN").unwrap().canonical(), gazetteer.get("uỷ viên").unwrap().canonical());
    /// assert!(gazetteer.get("Chủ tịch UBND huyện").is_none());
    /// ```
    pub fn get(&self, spelling: &str) -> Option<Title<'_>> {
        let spelling = spelling.trim();
        let whole = Span::new(0, spelling.len());
        self.find(spelling).into_iter().find(|mention| mention.span == whole).map(|mention| mention.title)
    }

    /// The titles in a text, in order, none inside another: "Phó Chủ tịch" and not "Chủ tịch" in it.
    pub fn find<'t>(&self, text: &'t str) -> Vec<TitleMention<'_, 't>> {
        self.find_in(&normalize(text))
    }

    /// The same in a text that was normalized before; places are those of the text as the caller gave it.
    ///
    /// ```
    /// use vietfacts::{Gazetteer, normalize};
    ///
    /// let normalized = normalize("Bí&nbsp;thư Huyện ủy");
    /// assert_eq!(Gazetteer::built_in().find_in(&normalized)[0].text, "Bí&nbsp;thư");
    /// ```
    pub fn find_in<'t>(&self, normalized: &Normalized<'t>) -> Vec<TitleMention<'_, 't>> {
        let mut mentions = Vec::with_capacity(normalized.text().len() / 64);
        self.each_in(normalized, |mention| mentions.push(mention));
        mentions
    }

    /// Calls `found` with each of them: for those who keep none, this is faster.
    ///
    /// ```
    /// use vietfacts::{Gazetteer, normalize};
    ///
    /// let mut heads = 0;
    /// Gazetteer::built_in().each_in(&normalize("Bí thư, Phó Bí thư, Chủ tịch"), |mention| {
    ///     heads += usize::from(!mention.text.starts_with("Phó"));
    /// });
    /// assert_eq!(heads, 2);
    /// ```
    pub fn each_in<'g, 't>(
        &'g self,
        normalized: &Normalized<'t>,
        mut found: impl FnMut(TitleMention<'g, 't>),
    ) {
        let mut near = [0; 2];
        self.lexicon.each_longest(normalized.text(), |longest| {
            let span = normalized.to_original_near(longest.span, &mut near);
            let title = Title { position: &self.lists().positions[longest.entry] };
            let text = span.slice(normalized.original());
            found(TitleMention { title, span, text, doubtful: longest.doubtful });
        });
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("titles", &self.lists().positions.len()).finish_non_exhaustive()
    }
}

impl<'g> Title<'g> {
    /// The form that the list prefers: "Phó Chủ tịch" for "PCT".
    pub fn canonical(self) -> &'g str {
        &self.position.title
    }

    /// The branch, where the title says it: "Bí thư" may be of the Party or of the Youth Union.
    pub fn branch(self) -> Option<Branch> {
        codes::branch(&self.position.branch).flatten()
    }

    /// The level, where the title says it: "Chủ tịch" leaves it to the body.
    pub fn level(self) -> Option<Level> {
        codes::level(&self.position.level).flatten()
    }

    /// The rank, where the list gives it.
    pub fn rank(self) -> Option<Rank> {
        codes::rank(&self.position.rank).flatten()
    }

    /// Whether the title says little without a body after it: "Chủ tịch", but not "Thủ tướng".
    pub fn needs_organization(self) -> bool {
        self.position.needs_body
    }
}
