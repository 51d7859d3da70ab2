//! The facts of one text.

use crate::facts::Fact;

/// The facts of one text, in the order of their places.
///
/// ```
/// use vietfacts::Extractor;
///
/// let document = Extractor::new().extract("Thu ngân sách đạt 526,8 tỷ đồng, bằng 57,7% dự toán tỉnh giao.");
/// let kinds: Vec<_> = document.facts().iter().map(|fact| (fact.kind(), &*fact.text)).collect();
/// let figure = "Thu ngân sách đạt 526,8 tỷ đồng, bằng 57,7% dự toán tỉnh giao";
/// assert_eq!(kinds, [("figure", figure), ("amount", "526,8 tỷ đồng"), ("percentage", "57,7%")]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document<'t> {
    facts: Vec<Fact<'t>>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(facts: Vec<Fact<'t>>) -> Self {
        Document { facts }
    }

    /// All facts, in text order.
    pub fn facts(&self) -> &[Fact<'t>] {
        &self.facts
    }

    /// The same facts, with copies of all that they quote.
    pub fn into_owned(self) -> Document<'static> {
        Document { facts: self.facts.into_iter().map(Fact::into_owned).collect() }
    }
}
