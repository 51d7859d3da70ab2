//! A named part of a fact: what is written, and where.

use std::borrow::Cow;

use crate::Span;

/// Words of the text that a fact names: a base, a body, a title.
///
/// `text` is in composed form with single spaces, otherwise as the article writes it; the bytes of `span` may differ from it in
/// just that, and where a body's name has its abbreviation in brackets inside it ("Sở Giáo dục (GD) tỉnh Hà Nam"), which `text` leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<'t> {
    /// The words.
    pub text: Cow<'t, str>,
    /// Where they stand in the text as the caller gave it.
    pub span: Span,
}

impl Quote<'_> {
    pub(crate) fn into_owned(self) -> Quote<'static> {
        Quote { text: Cow::Owned(self.text.into_owned()), span: self.span }
    }
}

/// The wire form of a quote that is a field: beside `of` stand `of_start` and `of_end`.
///
/// A macro, because serde wants the names of fields as literals, and every named part of a fact has its own three.
#[cfg(feature = "serde")]
macro_rules! quote_field {
    ($field:ident, $start:literal, $end:literal) => {
        pub(crate) mod $field {
            use std::borrow::Cow;

            use serde::{Deserialize, Deserializer, Serialize, Serializer};

            use crate::{Quote, Span};

            #[derive(Serialize, Deserialize)]
            struct Wire<'t> {
                $field: Option<Cow<'t, str>>,
                #[serde(rename = $start)]
                start: Option<usize>,
                #[serde(rename = $end)]
                end: Option<usize>,
            }

            pub(crate) fn serialize<S: Serializer>(
                quote: &Option<Quote<'_>>,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                #[derive(Serialize)]
                struct Nothing {}
                let Some(quote) = quote else { return Nothing {}.serialize(serializer) };
                let wire = Wire {
                    $field: Some(Cow::Borrowed(&*quote.text)),
                    start: Some(quote.span.start),
                    end: Some(quote.span.end),
                };
                wire.serialize(serializer)
            }

            pub(crate) fn deserialize<'de, 't, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<Quote<'t>>, D::Error> {
                let wire = Wire::deserialize(deserializer)?;
                Ok(match (wire.$field, wire.start, wire.end) {
                    (Some(text), Some(start), Some(end)) if start <= end => {
                        Some(Quote { text, span: Span::new(start, end) })
                    }
                    _ => None,
                })
            }
        }
    };
}

#[cfg(feature = "serde")]
pub(crate) mod wire {
    quote_field!(of, "of_start", "of_end");
    quote_field!(per, "per_start", "per_end");
    quote_field!(what, "what_start", "what_end");
    quote_field!(noun, "noun_start", "noun_end");
    quote_field!(qualifier, "qualifier_start", "qualifier_end");
    quote_field!(body, "body_start", "body_end");
    quote_field!(place, "place_start", "place_end");
    quote_field!(chair, "chair_start", "chair_end");
    quote_field!(subject, "subject_start", "subject_end");
    quote_field!(organization, "organization_start", "organization_end");
}
