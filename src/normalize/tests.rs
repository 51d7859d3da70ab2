//! What holds for any text, and one case for each thing that normalizing does.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[track_caller]
fn check(original: &str, expected: &str) {
    let normalized = normalize(original);
    assert_eq!(normalized.text(), expected);
    assert_eq!(normalized.is_borrowed(), original == expected);
    check_spans(&normalized);
    assert_eq!(normalize(expected).text(), expected, "not the same when done twice");
}

/// Spans of characters and of everything are in order, on character boundaries, and cover what they came
/// from.
#[track_caller]
fn check_spans(normalized: &Normalized<'_>) {
    let (text, original) = (normalized.text(), normalized.original());
    let mut before = Span::new(0, 0);
    for (at, c) in text.char_indices() {
        let span = normalized.to_original(Span::new(at, at + c.len_utf8()));
        assert!(!span.is_empty() && original.get(span.start..span.end).is_some(), "{span:?} of {original:?}");
        assert!(before.start <= span.start && before.end <= span.end, "{before:?} {span:?} of {original:?}");
        before = span;
        let empty = normalized.to_original(Span::new(at, at));
        assert!(original.is_char_boundary(empty.start) && original.is_char_boundary(empty.end));
    }
    if !normalized.is_borrowed() && !text.is_empty() {
        let (first, last) = (text.chars().next().unwrap(), text.chars().next_back().unwrap());
        let all = normalized.to_original(Span::new(0, text.len()));
        let first = normalized.to_original(Span::new(0, first.len_utf8()));
        let last = normalized.to_original(Span::new(text.len() - last.len_utf8(), text.len()));
        assert_eq!(all, first.cover(last));
    }
}

#[test]
fn clean_text_is_borrowed() {
    for clean in [
        "",
        "Ngày 1/11/2023, UBND huyện Vĩnh Bảo tổ chức phiên họp thường kỳ – “đợt 2”…\n\tTổng thu 526,8 tỷ đồng; đạt 102%.",
        "diện tích 35 m² ở 12°C, a < b > c, AT&T, C:\\thư mục, dưới < 5% và > 3%; <tên xã>",
        "Москва, Ελλάδα, 10 μg, 東京, 서울",
    ] {
        check(clean, clean);
    }
}

#[test]
fn marks_are_composed() {
    check("Uỷ ban".nfd().collect::<String>().as_str(), "Uỷ ban");
    check("huye\u{302}\u{323}n và huyê\u{323}n", "huyện và huyện");
    check("the\u{301}\u{302} va\u{309}\u{306}ng", "thế vẳng");
    check("u\u{301}\u{31B}ng", "ứng");
    check("\u{340}a\u{340} a\u{341}", "\u{300}à á");
    check("\u{301}\u{301}", "\u{301}\u{301}");
}

#[test]
fn look_alikes_become_vietnamese() {
    check("Ðắk Lắk, ðồng, Ɖiện, ɖất", "Đắk Lắk, đồng, Điện, đất");
    check("nƣớc, Ƣ\u{301}ng, ƣ\u{323}", "nước, Ứng, ự");
    check("khóa Х, quý ІІІ/2023", "khóa X, quý III/2023");
    check("Hоà, thо\u{309}а thuận", "Hoà, thỏa thuận");
    check("bộ phim С Новым годом", "bộ phim С Новым годом");
    check("҂ ͵ ’", "҂ ͵ ’");
    check("khoá Ⅻ và ⅳ", "khoá XII và iv");
    check("２０２３：１２％（ＵＢＮＤ）", "2023:12%(UBND)");
}

#[test]
fn spaces_line_ends_and_the_invisible() {
    check("57\u{A0}%\u{2009}và\u{3000}3", "57 % và 3");
    check("một\r\nhai\rba\u{2028}bốn\u{B}năm\u{C}sáu", "một\nhai\nba\nbốn\nnăm\nsáu");
    check("\u{FEFF}tr\u{AD}ăm\u{200B} ngh\u{0}ìn\u{200F}", "trăm nghìn");
}

#[test]
fn dashes_quotes_and_apostrophes() {
    check("kinh tế ‑ xã hội — 2020―2025 −3", "kinh tế - xã hội – 2020–2025 -3");
    check("«Xanh» „sạch‟ “đẹp”", "\"Xanh\" \"sạch\" “đẹp”");
    check("K’ré, H`Ăng, R´lấp, Kʼbang, ‘Tết’", "K'ré, H'Ăng, R'lấp, K'bang, ‘Tết’");
}

#[test]
fn mark_up_is_undone() {
    check("&nbsp;&#160;&agrave;&#7889;&#x1ED1;&quot;&amp;", "  àốố\"&");
    check("&amp;agrave; &amp;amp;#224; &#38;nbsp;", "à à  ");
    check("e&#769;&ndash;&shy;;", "é–;");
    check("một<br>hai<BR />ba<p class=\"x\">bốn</p>", "một\nhai\nba\nbốn\n");
    check(
        "<b>Sở</b> <a href='x'>Tài</a> <!-- chú thích -->chính",
        "Sở Tài  chính".replace("  ", " ").as_str(),
    );
    check("&lt;br&gt;", "\n");
    check(
        "dưới < 5% & trên > 3%; &xyz; <xyz> <b và c> &#0; &#xD800; &#x110000;",
        "dưới < 5% & trên > 3%; &xyz; <xyz> <b và c> &#0; &#xD800; &#x110000;",
    );
    check("01\\/11\\/2023 http:\\/\\/x", "01/11/2023 http://x");
}

#[test]
fn what_is_idle_alone_is_seen_when_something_changes() {
    check("AT&T, ‘Tết’ và a\\b < 5", "AT&T, ‘Tết’ và a\\b < 5");
    check("K’\u{200B}ré", "K'ré");
    check("&am\u{200B}p\u{FEFF};", "&");
    check("&amp\u{FF1B}", "&");
    check("a <b\u{200B}r\u{FF1E}", "a \n");
    check("\\\u{200B}/", "/");
}

#[test]
fn spans_go_back_to_what_was_given() {
    #[track_caller]
    fn back(original: &str, piece: &str, expected: &str) {
        let normalized = normalize(original);
        let start = normalized.text().find(piece).expect("the piece is there");
        assert_eq!(normalized.to_original(Span::new(start, start + piece.len())).slice(original), expected);
    }
    back("thu nga\u{302}n sa\u{301}ch 5 tỷ", "ngân sách", "nga\u{302}n sa\u{301}ch");
    back("&#272;&#7841;t 57\u{200B},7&nbsp;%", "57,7 %", "57\u{200B},7&nbsp;%");
    back("\u{FEFF}\u{200B}UBND\u{200B} <b>xã</b>", "UBND", "UBND");
    back("\u{FEFF}\u{200B}UBND\u{200B} <b>xã</b>", "xã", "xã");
    back("khoá Ⅻ", "II", "Ⅻ");
    back("một\r\nhai", "\n", "\r\n");
    back("khóa Х&nbsp;họp", "X", "Х");
}

#[test]
fn what_the_fast_check_passes_needs_nothing() {
    for c in '\0'..=char::MAX {
        let mut bytes = [0; 4];
        let text = c.encode_utf8(&mut bytes);
        if clean::next_suspect(text.as_bytes(), 0) == text.len() {
            assert_eq!(characters::becomes(c), characters::Becomes::Itself, "{c:?}");
            assert_eq!(
                unicode_normalization::is_nfc_quick(text.chars()),
                unicode_normalization::IsNormalized::Yes
            );
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0);
            assert!(!words::concerns(c));
        }
    }
}

#[test]
fn the_fast_check_finds_a_place_wherever_it_is() {
    for length in [1, 11, 12, 13, 63, 64, 65, 66, 130, 200] {
        let clean = "ế".repeat(length);
        for at in 0..=length {
            let mut text = clean.clone();
            text.insert(at * 3, '\u{A0}');
            assert_eq!(clean::next_suspect(text.as_bytes(), 0), at * 3);
        }
        assert_eq!(clean::next_suspect(clean.as_bytes(), 0), clean.len());
    }
}

/// Pieces that make trouble where they meet.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "&", "&am", "amp;", "#", "&#", "59", "769", ";", "&#769;", "&lt;", "&gt;", "&nbsp;", "<", ">", "<b", "br>", "<br>",
            "</p>", "p", "/", "\\", "\\/", "\r", "\n", " ", "\u{A0}", "\u{200B}", "=", "!--", "--", "Х", "х", "о", "а", "Ж", "Χ",
            "’", "`", "'", "ʼ", "Ⅲ", "ƣ", "Ð", "；", "＆", "＜", "；", "\u{37E}", "\u{1FEF}", "\u{212B}", "\u{CC}", "ỉ", "đ", "%",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "\u{301}", "\u{300}", "\u{302}", "\u{306}", "\u{309}", "\u{323}", "\u{31B}", "\u{338}", "\u{344}", "\u{340}", "\u{1161}",
            "\u{1100}", "\u{11A8}", "가", "\u{9C7}", "\u{9BE}", "\u{9BC}", "e", "o", "a", "u", "ê", "é", "ợ", "\u{958}", "\u{45D}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Text on which normalizing is NFC and nothing else.
fn letters_and_marks() -> impl Strategy<Value = String> {
    let c = prop_oneof![
        2 => prop::sample::select("aeiouydAEOêôơưăếợ \u{301}\u{300}\u{309}\u{323}\u{31B}\u{338}\u{344}각\u{1100}\u{1161}\u{11A8}\u{9C7}\u{9BE}\u{9BC}\u{958}".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    let plain = |c: &char| {
        characters::becomes(compose::singleton(*c).unwrap_or(*c)) == characters::Becomes::Itself
            && !words::concerns(*c)
            && !matches!(c, '&' | '<' | '\\' | '\u{302}' | '\u{306}' | '\u{1FEF}')
    };
    prop::collection::vec(c, 0..24).prop_map(move |chars| chars.into_iter().filter(plain).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn twice_is_once(text in nasty()) {
        let once = normalize(&text).text().to_owned();
        let twice = normalize(&once);
        prop_assert_eq!(twice.text(), once.as_str());
        prop_assert!(twice.is_borrowed());
    }

    #[test]
    fn spans_are_in_order_and_on_characters(text in nasty()) {
        check_spans(&normalize(&text));
    }

    #[test]
    fn all_unicode_forms_are_one(text in letters_and_marks()) {
        let composed: String = text.nfc().collect();
        let normalized = normalize(&text);
        prop_assert_eq!(normalized.text(), composed.as_str());
        let decomposed: String = text.nfd().collect();
        let normalized = normalize(&decomposed);
        prop_assert_eq!(normalized.text(), composed.as_str());
    }
}
