//! Text without marks: a key for search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text without any mark, "đ" as "d": "Chung nhan Tin Nhiem Mang" for "Chứng nhận Tín Nhiệm Mạng".
///
/// A lossy key for search, no spelling: "tin", "tín" and "tỉn" have the same. Nothing in this crate reads
/// facts by it.
///
/// ```
/// use vietfacts::normalize::strip_marks;
///
/// assert_eq!(strip_marks("Đoàn Thị Thuỷ"), "Doan Thi Thuy");
/// ```
pub fn strip_marks(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            _ => c,
        })
        .collect()
}
