//! How fast `normalize` is, next to unicode-normalization in the same run.
//!
//! The text is one paragraph of news in the style of a district's page, repeated; `clean` is NFC, `nfd` the same decomposed,
//! `mixed` has one decomposed paragraph in twenty, which is about what is met.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unicode_normalization::{UnicodeNormalization, is_nfc_quick};
use vietfacts::normalize;
use vietfacts::normalize::fold_into;

const PARAGRAPH: &str = "Sáng 12/3/2024, tại hội trường UBND huyện Tân Lạc, đồng chí Bùi Thị Hạnh – Phó Bí thư Huyện uỷ, Chủ tịch UBND \
    huyện chủ trì phiên họp thường kỳ tháng 3. Theo báo cáo, tổng thu ngân sách nhà nước trên địa bàn quý I ước đạt 87,4 tỷ đồng, \
    bằng 31,2% dự toán tỉnh giao và tăng 8,5% so với cùng kỳ năm trước; giải ngân vốn đầu tư công đạt 42 tỷ 300 triệu đồng. \
    “Các xã, thị trấn cần rà soát từng chỉ tiêu, chỉ rõ trách nhiệm của người đứng đầu…”, đồng chí Chủ tịch yêu cầu.\n";

fn texts() -> [(&'static str, String); 3] {
    let decomposed: String = PARAGRAPH.nfd().collect();
    let mixed = (0..2000).map(|i| if i % 20 == 7 { decomposed.as_str() } else { PARAGRAPH }).collect();
    [("clean", PARAGRAPH.repeat(2000)), ("mixed", mixed), ("nfd", decomposed.repeat(2000))]
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
