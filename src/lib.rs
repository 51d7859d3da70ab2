#![doc = include_str!("../README.md")]

mod data;
mod document;
mod error;
mod extractor;
pub mod facts;
mod gazetteer;
mod link;
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
    Branch, Change, Comparator, DateValue, Decimal, EventType, Level, PartialDate, Period, Rank, SumRole,
    Time,
};
