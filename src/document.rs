//! The facts of one text.

use std::borrow::Cow;

use crate::facts::amount::Amount;
use crate::facts::date::Date;
use crate::facts::indicator::IndicatorCount;
use crate::facts::meeting::Meeting;
use crate::facts::official::Official;
use crate::facts::percentage::Percentage;
use crate::facts::{Fact, FactData};
use crate::value::DateValue;

/// What a page says besides its facts.
#[derive(Debug, Default)]
pub(crate) struct Page<'t> {
    pub title: Option<Cow<'t, str>>,
    pub byline: Option<Cow<'t, str>>,
    pub reference_date: Option<DateValue>,
}

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
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    title: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    byline: Option<Cow<'t, str>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    reference_date: Option<DateValue>,
    facts: Vec<Fact<'t>>,
}

impl<'t> Document<'t> {
    pub(crate) fn new(page: Page<'t>, facts: Vec<Fact<'t>>) -> Self {
        let Page { title, byline, reference_date } = page;
        Document { title, byline, reference_date, facts }
    }

    /// The headline: the first line, where the text has more than one.
    ///
    /// ```
    /// use vietfacts::Extractor;
    ///
    /// let page = "Xã Tân Hòa ra quân đầu năm\n\nNgày 5/3/2024, xã ra quân làm thủy lợi.\n\nMinh Thảo - TTVHTT";
    /// let document = Extractor::new().extract(page);
    /// assert_eq!(document.title(), Some("Xã Tân Hòa ra quân đầu năm"));
    /// assert_eq!(document.byline(), Some("Minh Thảo - TTVHTT"));
    /// assert_eq!(document.reference_date().unwrap().to_string(), "2024-03-05");
    /// ```
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The line that says who wrote it, where one is known by its words or its place.
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }

    /// The day, or else the year, that the text speaks from: given by the caller, read off the page, or concluded from its dates.
    pub fn reference_date(&self) -> Option<DateValue> {
        self.reference_date
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
        let owned = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        Document {
            title: self.title.map(owned),
            byline: self.byline.map(owned),
            reference_date: self.reference_date,
            facts: self.facts.into_iter().map(Fact::into_owned).collect(),
        }
    }
}
