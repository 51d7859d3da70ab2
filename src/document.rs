//! The facts of one text.

use crate::facts::amount::Amount;
use crate::facts::date::Date;
use crate::facts::indicator::IndicatorCount;
use crate::facts::meeting::Meeting;
use crate::facts::official::Official;
use crate::facts::percentage::Percentage;
use crate::facts::{Fact, FactData};

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

    /// The dates and periods, each with its fact.
    pub fn dates(&self) -> impl Iterator<Item = (&Fact<'t>, &Date)> {
        self.pick(|data| if let FactData::Date(date) = data { Some(date) } else { None })
    }

    /// The percentages, each with its fact.
    pub fn percentages(&self) -> impl Iterator<Item = (&Fact<'t>, &Percentage<'t>)> {
        self.pick(|data| if let FactData::Percentage(percentage) = data { Some(percentage) } else { None })
    }

    /// The sums of money, each with its fact.
    ///
    /// ```
    /// use vietfacts::Extractor;
    ///
    /// let document = Extractor::new().extract("Xã chi 2,5 tỷ đồng, huyện hỗ trợ 300 triệu đồng.");
    /// let sums: Vec<String> = document.amounts().map(|(_, amount)| amount.value.to_string()).collect();
    /// assert_eq!(sums, ["2500000000", "300000000"]);
    /// ```
    pub fn amounts(&self) -> impl Iterator<Item = (&Fact<'t>, &Amount<'t>)> {
        self.pick(|data| if let FactData::Amount(amount) = data { Some(amount) } else { None })
    }

    /// The counts of indicators, each with its fact.
    pub fn indicator_counts(&self) -> impl Iterator<Item = (&Fact<'t>, &IndicatorCount<'t>)> {
        self.pick(|data| if let FactData::IndicatorCount(count) = data { Some(count) } else { None })
    }

    /// The people named with a post, each time one is named so.
    ///
    /// ```
    /// use vietfacts::Extractor;
    ///
    /// let document = Extractor::new().extract("Đồng chí Hà Thị Nhàn, Phó Chủ tịch UBND huyện dự họp.");
    /// let (fact, official) = document.officials().next().unwrap();
    /// assert_eq!((&*fact.text, &*official.positions[0].title), ("Hà Thị Nhàn", "Phó Chủ tịch"));
    /// ```
    pub fn officials(&self) -> impl Iterator<Item = (&Fact<'t>, &Official<'t>)> {
        self.pick(|data| if let FactData::Official(official) = data { Some(official) } else { None })
    }

    /// The meetings, ceremonies and visits, each with its fact.
    pub fn meetings(&self) -> impl Iterator<Item = (&Fact<'t>, &Meeting<'t>)> {
        self.pick(|data| if let FactData::Meeting(meeting) = data { Some(meeting) } else { None })
    }

    fn pick<'a, T: 'a>(
        &'a self,
        of_kind: fn(&'a FactData<'t>) -> Option<&'a T>,
    ) -> impl Iterator<Item = (&'a Fact<'t>, &'a T)> {
        self.facts.iter().filter_map(move |fact| Some((fact, of_kind(&fact.data)?)))
    }

    /// The same facts, with copies of all that they quote.
    pub fn into_owned(self) -> Document<'static> {
        Document { facts: self.facts.into_iter().map(Fact::into_owned).collect() }
    }
}
