//! Findings: where what a text states does not agree with itself.

/// A contradiction in the text. Nothing is ever repaired: the facts stay as they are written, and this says what is wrong.
///
/// The fact's own text reaches from the first to the last of the facts that contradict each other.
///
/// ```
/// use vietfacts::{Extractor, FactData, facts::finding::Check};
///
/// let document = Extractor::new().extract("Trong 15 chỉ tiêu có 12 chỉ tiêu đạt, 4 chỉ tiêu chưa đạt.");
/// let found = document.facts().iter().find_map(|fact| match &fact.data {
///     FactData::Finding(finding) => Some(finding),
///     _ => None,
/// });
/// let finding = found.unwrap();
/// assert_eq!(finding.check, Check::PartsExceedWhole);
/// assert_eq!(finding.arithmetic.as_deref(), Some("12 + 4 = 16 > 15"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Finding {
    /// What was checked.
    pub check: Check,
    /// What is wrong, in words.
    pub message: String,
    /// The sum that shows it: "26 + 13 + 13 = 52 > 42".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub arithmetic: Option<String>,
    /// The facts that contradict each other, as indices into the document's facts.
    pub facts: Vec<usize>,
    /// How sure it is that something is wrong.
    pub severity: Severity,
}

/// What is checked of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Check {
    /// Parts that exclude each other are together more than the whole.
    PartsExceedWhole,
    /// Parts that should be all of the whole are less, or another number than it.
    PartsDoNotSum,
    /// A percentage is not what its two numbers make.
    RatioDisagrees,
    /// The weekday that is written is not that of the date.
    WeekdayDisagrees,
    /// The calendar has no such day.
    ImpossibleDate,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Severity {
    /// The text may leave something open: 12 met and 2 not met of 15.
    Note,
    /// It cannot be right as it is written.
    Error,
}
