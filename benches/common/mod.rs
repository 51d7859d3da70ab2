//! The texts that the benches share.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A set of documents to measure on.
pub struct Corpus {
    pub name: &'static str,
    pub documents: Vec<String>,
}

impl Corpus {
    pub fn bytes(&self) -> usize {
        self.documents.iter().map(String::len).sum()
    }
}

/// The three corpora: dense government reports, general news, text without a fact; each of at most `most` bytes.
///
/// Where the shared corpora are not at hand, the golden articles stand in for both kinds of news, over and over.
pub fn corpora(most: usize) -> Vec<Corpus> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/bench");
    let named = |name, file: &str| {
        let read = records(&shared.join(file), most);
        let documents = if read.is_empty() {
            eprintln!("benches: no {file} beside the project: measuring on the golden articles");
            repeat(&golden(), most)
        } else {
            read
        };
        Corpus { name, documents }
    };
    let plain = Corpus { name: "no facts", documents: repeat(&[PLAIN.to_owned()], most.min(2 << 20)) };
    vec![named("government", "government.jsonl.gz"), named("news", "news.jsonl.gz"), plain]
}

/// A paragraph without a number, a name or a title.
const PLAIN: &str = "Mùa này bà con ra đồng từ sớm, người cắt lúa, người gánh về sân phơi, tiếng cười nói vang khắp lối đi. \
    Trẻ nhỏ theo mẹ ra bờ ruộng bắt cua, nghịch bùn, đến khi nắng lên cao mới chịu về nhà. Buổi trưa, mọi người ngồi nghỉ dưới gốc đa, \
    chia nhau bát nước chè xanh và kể chuyện làm ăn, chuyện con cái học hành. Trời chuyển gió, mây kéo về phía núi, \
    ai cũng mong một trận mưa cho mát cây mát lá.\n";

fn records(path: &Path, most: usize) -> Vec<String> {
    let Ok(file) = File::open(path) else { return Vec::new() };
    let lines = BufReader::new(flate2::read::MultiGzDecoder::new(file)).lines();
    let mut bytes = 0;
    lines
        .map_while(Result::ok)
        .map(|line| {
            let record: serde_json::Value = serde_json::from_str(&line).expect("a record a line");
            record["text"].as_str().expect("a text").to_owned()
        })
        .take_while(|text| {
            let room = bytes < most;
            bytes += text.len();
            room
        })
        .collect()
}

fn golden() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("an article")).collect()
}

fn repeat(documents: &[String], most: usize) -> Vec<String> {
    let bytes: usize = documents.iter().map(String::len).sum();
    let times = (most / bytes.max(1)).clamp(1, 1 << 16);
    (0..times).flat_map(|_| documents.iter().cloned()).collect()
}
