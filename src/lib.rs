//! Reads Vietnamese government news and says, with exact places in the text, what it states.
//!
//! ```
//! use vietfacts::{Extractor, FactData};
//!
//! let text = "Ngày 1/11/2023, UBND huyện tổ chức phiên họp thường kỳ. Thu ngân sách đạt 526,8 tỷ đồng, bằng 57,7% dự toán tỉnh giao.";
//! let document = Extractor::new().extract(text);
//!
//! for fact in document.facts() {
//!     assert_eq!(fact.text, fact.span.slice(text));
//! }
//! let amount = document.facts().iter().find_map(|fact| match &fact.data {
//!     FactData::Amount(amount) => Some(amount),
//!     _ => None,
//! });
//! assert_eq!(amount.unwrap().value.to_string(), "526800000000");
//! ```
//!
//! # Overview
//!
//! - [`Extractor`] reads texts; [`Extractor::builder`] takes what is known of them from outside: the day they were published on,
//!   further titles.
//! - [`Document`] holds the [`Fact`]s of one text, in text order.
//! - [`Fact`] is what is stated ([`FactData`], a variant a kind), where ([`Span`]), and why: the rule that read it, and what was
//!   inferred.
//! - [`DateValue`], [`Decimal`], [`Comparator`] are the values: exact, with a text form that is also the wire form.
//!
//! # The pipeline
//!
//! [`normalize`](normalize()) makes the text uniform and keeps the way back; [`segment`] cuts it into tokens and sentences; [`Scanner`]
//! finds every word of every list in one pass; the grammars of [`facts`] read facts at those cues; links join them: the year of a
//! date, the date of a meeting, who "đồng chí Chủ tịch" is. The first three are there for those who want only them.
//!
//! # Positions
//!
//! Every span is half-open and counts **bytes of the text as the caller gave it**, before any normalisation, always on
//! character boundaries: `&text[span.start..span.end]` is what the fact quotes.
//!
//! # Numbers and dates
//!
//! Numbers are exact decimals, never floats; what does not fit is refused, never rounded. Dates are given as far as the text gives
//! them: `2023-11-01`, `2023-Q3`, `2020/2025`, `XXXX-11` where no year can be known. A year that was concluded is listed in
//! [`Fact::inferred`].
//!
//! # What never happens
//!
//! No text makes it fail or panic, and time is linear in the length of the text. Errors come from a caller's gazetteer and from
//! parsing values, and from nothing else.
//!
//! # Features
//!
//! - `serde` (on by default): `Serialize` for facts, documents and values, `Deserialize` for owned ones.
//! - `rayon`: `Extractor::extract_all`, many texts at once on all cores.

#[cfg(feature = "rayon")]
mod batch;
mod data;
mod document;
mod error;
mod extractor;
pub mod facts;
mod gazetteer;
mod link;
mod near;
pub mod normalize;
mod scan;
pub mod segment;
mod span;
pub mod value;
#[cfg(feature = "serde")]
mod wire;

pub use data::List;
pub use document::Document;
pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder};
pub use facts::amount::Currency;
pub use facts::{Fact, FactData, Quote};
pub use gazetteer::{Gazetteer, Title, TitleMention};
pub use normalize::{Normalized, normalize};
pub use scan::{Cue, Scanner};
pub use segment::{Region, Sentence, Token, TokenKind};
pub use span::Span;
pub use value::{
    Branch, Change, Comparator, DateValue, Decimal, EventType, Level, PartOfDay, PartOfPeriod, PartialDate,
    Period, Rank, SumRole, Time,
};

/// The README's examples are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
