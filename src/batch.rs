//! Many texts at once, for those who use rayon.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::{Document, Extractor};

impl Extractor {
    /// Reads the facts of many texts on the threads of rayon's current pool; the documents stand in the order of the texts.
    /// Only with the feature `rayon`.
    ///
    /// All documents are in memory together. Where that is too much, or texts have days of their own, share the extractor:
    /// it is `Sync`, so that `texts.par_iter().map(|text| extractor.extract(text))` works on any parallel iterator.
    ///
    /// ```
    /// use vietfacts::Extractor;
    ///
    /// let texts = ["Thu ngân sách đạt 318,4 tỷ đồng.", "Năm 2024, xã có 11 trên 12 chỉ tiêu đạt kế hoạch."];
    /// let documents = Extractor::new().extract_all(&texts);
    /// assert_eq!(documents.len(), 2);
    /// assert_eq!(documents[0].facts()[0].text, "318,4 tỷ đồng");
    /// ```
    pub fn extract_all<'t, T: AsRef<str> + Sync>(&self, texts: &'t [T]) -> Vec<Document<'t>> {
        texts.par_iter().map(|text| self.extract(text.as_ref())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_document_is_that_of_its_text() {
        let extractor = Extractor::new();
        let texts: Vec<String> =
            (0..1000).map(|i| format!("Ngày {}/3/2024, chi {i} tỷ đồng.", i % 31 + 1)).collect();
        let alone: Vec<_> = texts.iter().map(|text| extractor.extract(text)).collect();
        let together = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
        assert_eq!(together.install(|| extractor.extract_all(&texts)), alone);
    }
}
