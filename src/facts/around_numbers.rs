//! Texts of numbers with all that readers ask for beside them, for the properties of what denies a number quickly.

use proptest::prelude::*;

const NUMBERS: [&str; 20] = [
    "5",
    "5",
    "7",
    "12",
    "3",
    "30",
    "2023",
    "1975",
    "20212025",
    "57,7",
    "1.250",
    "12.5",
    "0912",
    "hai",
    "ba mươi",
    "năm",
    "một",
    "III",
    "2 tỷ",
    "",
];

/// What stands before a number and asks for something, or names it.
const BEFORE: [&str; 36] = [
    "ngày",
    "tháng",
    "quý",
    "năm",
    "thứ",
    "mùng",
    "dịp",
    "trước",
    "nhiệm kỳ",
    "sáng",
    "cùng kỳ",
    "từ",
    "trên",
    "khoảng",
    "tăng",
    "gấp",
    "lần lượt",
    "là",
    "đạt",
    "cả",
    "số",
    "Nghị quyết",
    "điện thoại",
    "đường",
    "Trường",
    "thắng",
    "US$",
    "$",
    "(",
    ":",
    ",",
    ".",
    "vn@",
    "Hoa",
    "sạch",
    "",
];

const JOINTS: [&str; 24] = [
    ",",
    ",",
    "/",
    "-",
    ".",
    ":",
    ";",
    "@",
    ")",
    "(",
    "và",
    "hoặc",
    "đến",
    "đến hết",
    ", và",
    ", ngày",
    ", trên",
    "và trên",
    "lên",
    "trên tổng số",
    "các",
    "%,",
    "",
    "tháng",
];

const BEHIND: [&str; 42] = [
    "%",
    "phần trăm",
    "tỷ",
    "triệu",
    "đồng",
    "USD",
    "$",
    "lần",
    "người",
    "xã",
    "ngày",
    "tháng",
    "tháng 6",
    "quý",
    "năm",
    "năm 2023",
    "giờ",
    "h30",
    "phút",
    "Tết",
    "tiêu chí",
    "chỉ tiêu",
    "đạt",
    "vượt",
    "chưa đạt",
    "các tiêu chí",
    "/6",
    "đã đạt",
    "các",
    ") chỉ tiêu",
    "c/NQ",
    "/NQ-HĐND",
    ".vn",
    "@vn",
    "trở lên",
    "đầu năm",
    "mỗi hộ",
    "/người",
    ",",
    ".",
    "sạch",
    "",
];

fn pick(from: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(from)
}

/// Clauses of two numbers with a word or mark before, between and behind them, with spaces or without.
pub(super) fn texts() -> impl Strategy<Value = String> {
    let clause = (pick(&BEFORE), pick(&NUMBERS), pick(&JOINTS), pick(&NUMBERS), pick(&BEHIND));
    proptest::collection::vec((clause, any::<[bool; 5]>()), 1..4).prop_map(|clauses| {
        let pieces = clauses.into_iter().flat_map(|((before, number, joint, other, behind), spaces)| {
            [before, number, joint, other, behind].into_iter().zip(spaces)
        });
        pieces.flat_map(|(piece, space)| [piece, if space { " " } else { "" }]).collect()
    })
}
