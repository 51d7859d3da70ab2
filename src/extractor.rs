//! The extractor: from a text to its facts.

use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

use crate::data;
use crate::document::{Document, Page};
use crate::facts::{self, Context, Draft, Fact, Output};
use crate::gazetteer::Gazetteer;
use crate::link::{self, Article, Circumstances};
use crate::normalize::legacy::{Decoded, decode_bytes};
use crate::normalize::{Normalized, normalize};
use crate::scan::{self, Lexicon, numerals, regions};
use crate::segment::{Region, Segments, sections, segment_with};

/// Reads texts. Building one costs nothing after the first: the lists and their matcher are made once a process and shared.
///
/// ```
/// use vietfacts::Extractor;
///
/// let extractor = Extractor::new();
/// let document = extractor.extract("Ngày 1/11/2023, UBND huyện tổ chức phiên họp thường kỳ.");
/// assert_eq!(document.facts()[0].text, "Ngày 1/11/2023");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    circumstances: Circumstances,
    body_only: bool,
}

impl Default for Extractor {
    fn default() -> Self {
        Extractor::new()
    }
}

impl Extractor {
    /// The extractor with the crate's own lists.
    pub fn new() -> Self {
        Extractor { lexicon: scan::built_in(), circumstances: Circumstances::default(), body_only: false }
    }

    /// A builder, for what is known of the texts from outside.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads the facts of a text. It never fails, whatever the text is, and takes time in proportion to its length. Of a text longer
    /// than 2 GiB the first 2 GiB are read.
    ///
    /// A text longer than 192 KB is read in sections of 128 KB or a little more, each of whole lines. What it speaks from and the people
    /// that it has named are known in the sections behind; meetings, sums and posts are linked within a section.
    pub fn extract<'t>(&self, text: &'t str) -> Document<'t> {
        self.extract_with(text, None, self.circumstances)
    }

    /// Reads the facts of bytes that do not say in which encoding they are, as [`decode_bytes`] reads them.
    ///
    /// Spans are places in `bytes`. What a fact quotes is the decoded text, so `text` is not what stands at
    /// `span`, but what it says. Nothing is left out and nothing fails: a line that is in no encoding is read
    /// as UTF-8 with U+FFFD for what is none.
    ///
    /// ```
    /// use vietfacts::Extractor;
    /// use vietfacts::normalize::legacy::Encoding;
    ///
    /// let page = "Ngày 5/3/2004, thu ngân sách huyện đạt 12,5 tỷ đồng.";
    /// let bytes = Encoding::Tcvn3.encode(page).bytes;
    ///
    /// let document = Extractor::new().extract_bytes(&bytes);
    /// let (fact, amount) = document.amounts().next().unwrap();
    /// assert_eq!(fact.text, "12,5 tỷ đồng");
    /// assert_eq!(&bytes[fact.span.start..fact.span.end], b"12,5 t\xFB \xAE\xE5ng");
    /// assert_eq!(amount.value.to_string(), "12500000000");
    /// ```
    pub fn extract_bytes(&self, bytes: &[u8]) -> Document<'static> {
        self.extract_decoded(&decode_bytes(bytes)).into_owned()
    }

    /// Reads the facts of a text that was decoded, from an encoding that the caller knows or in some other
    /// way; spans are places in what it was decoded from, as with [`Extractor::extract_bytes`].
    ///
    /// ```
    /// use vietfacts::normalize::legacy::Encoding;
    /// use vietfacts::Extractor;
    ///
    /// let mail = "Nga`y 5/3/2004, UBND xa~ ho.p.";
    /// let decoded = Encoding::Viqr.decode_text(mail);
    /// let document = Extractor::new().extract_decoded(&decoded);
    /// let fact = &document.facts()[0];
    /// assert_eq!(fact.text, "Ngày 5/3/2004");
    /// assert_eq!(fact.span.slice(mail), "Nga`y 5/3/2004");
    /// ```
    pub fn extract_decoded<'d>(&self, decoded: &'d Decoded) -> Document<'d> {
        self.extract_with(decoded.text(), Some(decoded), self.circumstances)
    }

    /// Reads the facts of a text that was published on a day of its own.
    ///
    /// ```
    /// use vietfacts::Extractor;
    ///
    /// let document = Extractor::new().extract_on("Ngày 5/3, UBND xã họp.", "2024-03-06".parse().unwrap());
    /// let json = serde_json::to_value(&document).unwrap();
    /// assert_eq!(json["facts"][0]["value"], "2024-03-05");
    /// ```
    pub fn extract_on<'t>(&self, text: &'t str, reference_date: jiff::civil::Date) -> Document<'t> {
        self.extract_with(text, None, Circumstances { reference_date: Some(reference_date) })
    }

    fn extract_with<'t>(
        &self,
        text: &'t str,
        decoded: Option<&Decoded>,
        circumstances: Circumstances,
    ) -> Document<'t> {
        let normalized = normalize(readable(text));
        let mut article = Article::new(circumstances);
        let (mut page, mut facts, mut sentences) = (Page::default(), Vec::new(), 0);
        for section in sections(normalized.text()) {
            let context = self.context_of(&normalized, section, decoded);
            let mut output = facts::read(&context);
            link::link(&context, &mut output, &mut article);
            let line = |region| context.line_of(region).map(|line| context.quote(line).text);
            page.title = page.title.or_else(|| line(Region::Title));
            page.byline = page.byline.or_else(|| line(Region::Byline));
            facts = append(facts, output, sentences);
            sentences += context.sentences.len();
        }
        page.reference_date = article.reference_date();
        Document::new(page, facts)
    }

    /// A text cut into pieces, with the words of the lists found in it: what facts are read from.
    #[cfg(test)]
    pub(crate) fn context<'c, 't>(
        &'c self,
        normalized: &'c Normalized<'t>,
        decoded: Option<&'c Decoded>,
    ) -> Context<'c, 't> {
        self.context_of(normalized, 0..normalized.text().len(), decoded)
    }

    /// The same of a section of a text.
    fn context_of<'c, 't>(
        &'c self,
        normalized: &'c Normalized<'t>,
        section: Range<usize>,
        decoded: Option<&'c Decoded>,
    ) -> Context<'c, 't> {
        let clean = normalized.text();
        let Segments { tokens, sentences, lines, .. } =
            segment_with(&clean[..section.end], section.start, self.lexicon.vocabulary());
        let cues = self.lexicon.scan(&tokens);
        let lines = regions(clean, &section, &tokens, lines, &cues, &self.lexicon.lists);
        let numerals = numerals(clean, &tokens, &cues, &self.lexicon.lists);
        Context {
            normalized,
            decoded,
            lexicon: &self.lexicon,
            tokens,
            sentences,
            lines,
            cues,
            numerals,
            body_only: self.body_only,
            last_sentence: Cell::default(),
            last_line: Cell::default(),
            last_numeral: Cell::default(),
            last_edits: Cell::default(),
            cues_before: Default::default(),
            cues_at: Default::default(),
        }
    }
}

/// Adds the facts of a section behind those of the sections before, which had so many sentences.
fn append<'t>(mut facts: Vec<Fact<'t>>, output: Output<'t>, sentences: usize) -> Vec<Fact<'t>> {
    let before = facts.len();
    let found = output.into_iter().map(|Draft { mut fact, .. }| {
        if sentences > 0 {
            fact.sentence += sentences;
            fact.data.visit_indices(|index| *index += before);
        }
        fact
    });
    // Most texts are one section: its facts stay where the drafts were.
    if before == 0 {
        found.collect()
    } else {
        facts.extend(found);
        facts
    }
}

/// Tokens count bytes in 32 bits; so much text is read.
const LONGEST_TEXT: usize = 1 << 31;

/// The text up to the last line break before [`LONGEST_TEXT`].
fn readable(text: &str) -> &str {
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let end = (0..=LONGEST_TEXT).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..text[..end].rfind('\n').unwrap_or(end)]
}

/// Builds an [`Extractor`].
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    circumstances: Circumstances,
    gazetteer: Option<Gazetteer>,
    body_only: bool,
}

impl ExtractorBuilder {
    /// The day that the texts were published on: years that no text gives follow from it.
    pub fn reference_date(mut self, date: jiff::civil::Date) -> Self {
        self.circumstances.reference_date = Some(date);
        self
    }

    /// Leaves out the facts of captions, bylines, teasers and footers; those of the title stay.
    ///
    /// ```
    /// use vietfacts::{Extractor, Region};
    ///
    /// let text = "Xã họp\n\nNgày 5/3/2024, UBND xã họp.\n\nẢnh: chụp ngày 6/3/2024";
    /// let document = Extractor::builder().body_only(true).build().extract(text);
    /// assert!(document.facts().iter().all(|fact| fact.region.is_none_or(|region| region == Region::Title)));
    /// ```
    pub fn body_only(mut self, body_only: bool) -> Self {
        self.body_only = body_only;
        self
    }

    /// The titles that count, instead of ours; [`Gazetteer::with_built_in`] has both.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// The extractor. With a gazetteer the matcher is built anew, which takes some milliseconds: build it once and share it.
    pub fn build(self) -> Extractor {
        let lexicon = match self.gazetteer {
            Some(gazetteer) => Arc::new(Lexicon::new(data::built_in().with_positions_of(gazetteer.lists()))),
            None => scan::built_in(),
        };
        Extractor { lexicon, circumstances: self.circumstances, body_only: self.body_only }
    }
}
