//! Places and quotes: from tokens back to the text as the caller gave it, and the facts that stand there.

use std::borrow::Cow;
use std::ops::Range;

use super::{Context, Draft, Fact, FactData, Quote};
use crate::Span;
use crate::segment::Token;

impl<'t> Context<'_, 't> {
    /// The bytes of a run of tokens in what the caller gave: a text, or the bytes that it was decoded from.
    ///
    /// # Panics
    /// When the run is empty or past the end.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.given(self.text_span(tokens))
    }

    /// The bytes of a run of tokens in the text before it was normalized.
    fn text_span(&self, tokens: Range<usize>) -> Span {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        self.original(Span::new(first.start as usize, last.end as usize))
    }

    /// Where a span of the normalized text stood before.
    fn original(&self, span: Span) -> Span {
        if self.normalized.is_borrowed() {
            return span;
        }
        let mut near = self.last_edits.get();
        let original = self.normalized.to_original_near(span, &mut near);
        self.last_edits.set(near);
        original
    }

    /// Where a span of the text stands in what the caller gave.
    fn given(&self, span: Span) -> Span {
        self.decoded.map_or(span, |decoded| decoded.to_source(span))
    }

    /// The tokens that stand on a span of the text as the caller gave it, which is not far from a token.
    pub(crate) fn tokens_of(&self, span: Span, near: usize) -> Option<Range<usize>> {
        // Where nothing was changed, tokens stand in the text where they do in what the caller gave.
        if self.decoded.is_none() && self.normalized.is_borrowed() {
            self.tokens_at(span, near, Token::span)
        } else {
            self.tokens_at(span, near, |token| self.place(token))
        }
    }

    /// The tokens on a span not far from a token, if each stands where `place` says.
    fn tokens_at(&self, span: Span, near: usize, place_of: impl Fn(&Token) -> Span) -> Option<Range<usize>> {
        let place = |token: usize| place_of(&self.tokens[token]);
        let (mut start, mut end) = (near, near);
        let mut reach = 8;
        while start > 0 && place(start).end > span.start {
            start = start.saturating_sub(reach);
            reach *= 2;
        }
        reach = 8;
        while end < self.tokens.len() && place(end).start < span.end {
            end = (end + reach).min(self.tokens.len());
            reach *= 2;
        }
        let among = &self.tokens[start..end];
        let first = among.partition_point(|token| place_of(token).end <= span.start);
        let last = among.partition_point(|token| place_of(token).start < span.end);
        (first < last).then_some(start + first..start + last)
    }

    /// Those of a run of tokens that lie wholly in a span of the text as the caller gave it.
    pub(crate) fn tokens_within(&self, near: Range<usize>, span: Span) -> Option<Range<usize>> {
        let tokens = &self.tokens[near.clone()];
        let first = tokens.partition_point(|token| self.place(token).start < span.start);
        let end = tokens.partition_point(|token| self.place(token).end <= span.end);
        (first < end).then_some(near.start + first..near.start + end)
    }

    /// Where a token stands in what the caller gave.
    fn place(&self, token: &Token) -> Span {
        self.given(self.original(token.span()))
    }

    /// What is written at a run of tokens, in composed form with single spaces; borrowed where it is so already.
    pub(crate) fn quote(&self, tokens: Range<usize>) -> Quote<'t> {
        let span = self.text_span(tokens.clone());
        let original: &'t str = span.slice(self.normalized.original());
        let is_clean = self.normalized.is_borrowed() && self.has_single_spaces(tokens.clone());
        let text = if is_clean { Cow::Borrowed(original) } else { self.composed(tokens, original) };
        Quote { text, span: self.given(span) }
    }

    /// The text of a quote that may have to be put in order: the slow twin of cutting it out.
    fn composed(&self, tokens: Range<usize>, original: &'t str) -> Cow<'t, str> {
        let (start, end) = (self.tokens[tokens.start].start, self.tokens[tokens.end - 1].end);
        let written = &self.normalized.text()[start as usize..end as usize];
        match collapse_spaces(written) {
            Cow::Borrowed(text) if text == original => Cow::Borrowed(original),
            text if written.contains('\'') => Cow::Owned(self.with_own_apostrophes(tokens, &text)),
            text => Cow::Owned(text.into_owned()),
        }
    }

    /// Whether nothing but single spaces stands between tokens.
    fn has_single_spaces(&self, tokens: Range<usize>) -> bool {
        let text = self.normalized.text().as_bytes();
        self.tokens[tokens].windows(2).all(|pair| {
            let (end, next) = (pair[0].end, pair[1].start);
            end == next || end + 1 == next && text[end as usize] == b' '
        })
    }

    /// The text of a run of tokens with the apostrophes that the article writes: "Đắk R’lấp" is looked up with "'", not quoted so.
    fn with_own_apostrophes(&self, tokens: Range<usize>, text: &str) -> String {
        let mut own = tokens.filter(|at| self.is_mark(*at, "'")).map(|at| {
            let token = self.normalized.to_original(self.tokens[at].span());
            token.slice(self.normalized.original())
        });
        let mut quoted = String::with_capacity(text.len() + 2);
        let mut buffer = [0; 4];
        for letter in text.chars() {
            // An entity ("&#39;") is mark-up, and no spelling of the article's.
            let apostrophe =
                if letter == '\'' { own.next().filter(|own| own.chars().count() == 1) } else { None };
            quoted.push_str(apostrophe.unwrap_or_else(|| letter.encode_utf8(&mut buffer)));
        }
        quoted
    }

    /// A fact that stands on a run of tokens.
    pub(crate) fn draft(&self, tokens: Range<usize>, rule: &'static str, data: FactData<'t>) -> Draft<'t> {
        let span = self.text_span(tokens.clone());
        let fact = Fact {
            data,
            span: self.given(span),
            text: Cow::Borrowed(span.slice(self.normalized.original())),
            rule: Cow::Borrowed(rule),
            inferred: Vec::new(),
            region: self.region(tokens.start),
            sentence: self.sentence_index(tokens.start),
        };
        Draft { fact, first: tokens.start, end: tokens.end }
    }
}

/// Every run of white space becomes one space.
fn collapse_spaces(text: &str) -> Cow<'_, str> {
    let single = !text.contains("  ") && !text.contains(['\t', '\n', '\r']);
    if single {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Extractor;
    use crate::normalize::normalize;

    proptest! {
        #[test]
        fn quotes_are_cut_out_where_nothing_has_to_be_put_in_order(
            text in "(UBND|xã|R[’']lấp|Bình|&agrave;|5/3|[.,;%]| {1,2}|\t|\n|\u{3000}|\u{200B}){1,16}"
        ) {
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let count = context.tokens.len();
            for (start, end) in (0..count).flat_map(|start| (start + 1..=count).map(move |end| (start, end))) {
                let original = context.text_span(start..end).slice(&text);
                prop_assert_eq!(context.quote(start..end).text, context.composed(start..end, original));
            }
        }

        #[test]
        fn tokens_of_a_span_are_found_from_any_token(
            text in "(UBND|xã|Bình|&agrave;|5/3|[.,;%]| |\n|\u{200B}){1,30}", from in 0..60_usize, length in 0..60_usize,
            near in 0..60_usize
        ) {
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let span = Span::new(from, from + length);
            let first = context.tokens.partition_point(|token| context.place(token).end <= span.start);
            let end = context.tokens.partition_point(|token| context.place(token).start < span.end);
            let near = near.min(context.tokens.len().saturating_sub(1));
            prop_assert_eq!(context.tokens_of(span, near), (first < end).then_some(first..end));
        }

        #[test]
        fn tokens_within_a_span_are_found_by_halves(
            text in "(UBND|xã|Bình|&agrave;|5/3|[.,;%]| |\n|\u{200B}){1,16}", from in 0..40_usize, length in 0..40_usize
        ) {
            let normalized = normalize(&text);
            let extractor = Extractor::new();
            let context = extractor.context(&normalized, None);
            let span = Span::new(from, from + length);
            let inside = |at: &usize| {
                let place = context.span(*at..*at + 1);
                span.start <= place.start && place.end <= span.end
            };
            let all: Vec<usize> = (0..context.tokens.len()).filter(inside).collect();
            let found = context.tokens_within(0..context.tokens.len(), span);
            prop_assert_eq!(found.into_iter().flatten().collect::<Vec<_>>(), all);
        }
    }
}
