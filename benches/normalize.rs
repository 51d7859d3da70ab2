//! How fast `normalize` is, next to unicode-normalization in the same run.
//!
//! The text is made of the syllables of one paragraph of news, shuffled, so that no branch predictor knows it
//! by heart; `clean` is NFC, `nfd` the same decomposed, `mixed` has one decomposed paragraph in twenty, which
//! is about what is met.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unicode_normalization::{UnicodeNormalization, is_nfc_quick};
use vietfacts::normalize;
use vietfacts::normalize::fold_into;

const PARAGRAPH: &str = "Sáng 12/3/2024, tại hội trường UBND huyện Tân Lạc, đồng chí Bùi Thị Hạnh – Phó Bí thư Huyện uỷ, Chủ tịch UBND \
    huyện chủ trì phiên họp thường kỳ tháng 3. Theo báo cáo, tổng thu ngân sách nhà nước trên địa bàn quý I ước đạt 87,4 tỷ đồng, \
    bằng 31,2% dự toán tỉnh giao và tăng 8,5% so với cùng kỳ năm trước; giải ngân vốn đầu tư công đạt 42 tỷ 300 triệu đồng. \
    “Các xã, thị trấn cần rà soát từng chỉ tiêu, chỉ rõ trách nhiệm của người đứng đầu…”, đồng chí Chủ tịch yêu cầu.\n";

/// A paragraph of the same words in an order of its own (a linear congruential generator: Knuth, MMIX).
fn paragraph(state: &mut u64) -> String {
    let words: Vec<&str> = PARAGRAPH.split_whitespace().collect();
    let mut text = String::new();
    for _ in 0..words.len() {
        *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        text.push_str(words[(*state >> 33) as usize % words.len()]);
        text.push(' ');
    }
    text.push('\n');
    text
}

fn texts() -> [(&'static str, String); 3] {
    let mut state = 2024;
    let paragraphs: Vec<String> = (0..2000).map(|_| paragraph(&mut state)).collect();
    let clean = paragraphs.concat();
    let nfd = clean.nfd().collect();
    let one = |(i, text): (usize, &String)| if i % 20 == 7 { text.nfd().collect() } else { text.clone() };
    let mixed = paragraphs.iter().enumerate().map(one).collect();
    [("clean", clean), ("mixed", mixed), ("nfd", nfd)]
}

fn normalizing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("normalize");
    group.sample_size(20);
    for (name, text) in &texts() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("vietfacts", name), text, |b, text| {
            b.iter(|| normalize(black_box(text)).text().len())
        });
        group.bench_with_input(BenchmarkId::new("is_nfc_quick", name), text, |b, text| {
            b.iter(|| is_nfc_quick(black_box(text).chars()))
        });
        group.bench_with_input(BenchmarkId::new("nfc_collect", name), text, |b, text| {
            b.iter(|| black_box(text).nfc().collect::<String>().len())
        });
    }
    group.finish();
}

fn folding(criterion: &mut Criterion) {
    let text = PARAGRAPH.repeat(100);
    let tokens: Vec<&str> =
        text.split(|c: char| !c.is_alphabetic()).filter(|token| !token.is_empty()).collect();
    let mut group = criterion.benchmark_group("fold");
    group.throughput(Throughput::Bytes(tokens.iter().map(|token| token.len() as u64).sum()));
    group.bench_function("fold_into", |b| {
        let mut key = String::new();
        b.iter(|| {
            for token in black_box(&tokens) {
                key.clear();
                fold_into(token, &mut key);
                black_box(&key);
            }
        })
    });
    group.bench_function("to_lowercase", |b| {
        b.iter(|| {
            for token in black_box(&tokens) {
                black_box(token.to_lowercase());
            }
        })
    });
    group.finish();
}

criterion_group!(benches, normalizing, folding);
criterion_main!(benches);
