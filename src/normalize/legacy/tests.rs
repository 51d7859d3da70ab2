use super::*;
use crate::Span;
use crate::normalize::normalize;

const TABLES: [Encoding; 5] =
    [Encoding::Tcvn3, Encoding::VniWindows, Encoding::Viscii, Encoding::Vps, Encoding::Windows1258];

/// The 134 letters of Vietnamese that are not ASCII.
fn letters() -> Vec<char> {
    let mut letters: Vec<char> =
        ('\u{C0}'..='\u{1EF9}').filter(|&c| crate::normalize::letters::letter(c).is_some()).collect();
    letters.dedup();
    letters
}

const NEWS: [&str; 12] = [
    "Sáng ngày 12 tháng 3, Uỷ ban nhân dân huyện Tân Lạc tổ chức hội nghị giao ban thường kỳ.",
    "Tổng thu ngân sách nhà nước trên địa bàn ước đạt 87,4 tỷ đồng, bằng 31,2% dự toán.",
    "Đồng chí Bí thư Huyện uỷ yêu cầu các xã đẩy nhanh tiến độ giải phóng mặt bằng.",
    "Sở Y tế phối hợp với công an kiểm tra vệ sinh an toàn thực phẩm dịp Tết.",
    "Hội đồng nhân dân tỉnh thông qua mười nghị quyết về phát triển kinh tế xã hội.",
    "Toàn huyện có bảy xã đạt chuẩn nông thôn mới, vượt kế hoạch đề ra.",
    "Người dân thôn Nà Lốc góp hơn hai nghìn ngày công làm đường bê tông.",
    "Chủ tịch nước gửi thư chúc mừng ngành giáo dục nhân ngày khai giảng.",
    "Lễ khởi công cầu mới diễn ra vào sáng mai tại bờ hữu sông Lô.",
    "Tỷ lệ hộ nghèo giảm còn 4,5%, thấp hơn mức bình quân của cả vùng.",
    "Ban Chỉ đạo thống nhất lùi thời hạn nộp hồ sơ đến hết quý sau.",
    "Những gương điển hình được biểu dương, khen thưởng ngay trong buổi lễ.",
];

#[test]
fn every_letter_goes_both_ways() {
    assert_eq!(letters().len(), 134);
    for encoding in TABLES {
        let mut lost = Vec::new();
        for letter in letters() {
            let encoded = encoding.encode(&letter.to_string());
            match encoded.lost.is_empty() {
                true => {
                    assert_eq!(encoding.decode(&encoded.bytes).text(), letter.to_string(), "{encoding:?}")
                }
                false => lost.extend(encoded.lost),
            }
        }
        let expected = match encoding {
            Encoding::Tcvn3 => 60,
            Encoding::Vps => 14,
            _ => 0,
        };
        assert_eq!(lost.len(), expected, "{encoding:?} {lost:?}");
        assert!(lost.iter().all(|c| c.is_uppercase()));
    }
}

#[test]
fn sentences_go_both_ways_through_everything() {
    for sentence in NEWS {
        for encoding in TABLES.into_iter().chain([
            Encoding::Mojibake,
            Encoding::MojibakeTwice,
            Encoding::Viqr,
            Encoding::Utf8,
        ]) {
            let encoded = encoding.encode(sentence);
            let decoded = encoding.decode(&encoded.bytes);
            match encoded.lost.is_empty() {
                true => assert_eq!(decoded.text(), sentence, "{encoding:?}"),
                false => assert_eq!(decoded.text().to_lowercase(), sentence.to_lowercase(), "{encoding:?}"),
            }
        }
    }
}

#[test]
fn viqr_escapes_what_is_punctuation() {
    for text in ["Cô ta? Có. Đúng (thế) add Đd dĐ a\\b 'à' ca^", "ai. ơi? ư' ý~", "đd DD Dd \\d"]
    {
        let encoded = Encoding::Viqr.encode(text);
        assert_eq!(
            Encoding::Viqr.decode(&encoded.bytes).text(),
            text,
            "{:?}",
            String::from_utf8_lossy(&encoded.bytes)
        );
    }
    assert_eq!(
        Encoding::Viqr.decode_text("U?y ban nha^n da^n huye^.n DDo^ng Anh").text(),
        "Ủy ban nhân dân huyện Đông Anh"
    );
}

/// A sentence as it looks where its bytes were taken for windows-1252.
fn misread(encoding: Encoding, sentence: &str) -> String {
    let bytes = encoding.encode(sentence).bytes;
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
}

#[test]
fn one_sentence_is_enough() {
    let (mut wrong, mut unsure, mut all) = (Vec::new(), 0, 0);
    for sentence in NEWS {
        for encoding in TABLES {
            let bytes = encoding.encode(sentence).bytes;
            let found = [detect_bytes(&bytes).encoding, detect(&misread(encoding, sentence)).encoding];
            for found in found {
                all += 1;
                match found {
                    None => unsure += 1,
                    Some(found) if found == encoding => {}
                    Some(found) => wrong.push((sentence, encoding, found)),
                }
            }
        }
        for encoding in [Encoding::Mojibake, Encoding::MojibakeTwice] {
            let bytes = encoding.encode(sentence).bytes;
            all += 1;
            match detect_bytes(&bytes).encoding {
                None => unsure += 1,
                Some(found) if found == encoding => {}
                Some(found) => wrong.push((sentence, encoding, found)),
            }
        }
        assert_eq!(detect(sentence).encoding, Some(Encoding::Utf8));
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(unsure * 20 <= all, "not sure of {unsure} of {all}");
}

#[test]
fn what_is_not_vietnamese_stays() {
    for text in [
        "",
        "The committee met on 12 March and approved the budget.",
        "Ubnd huyen Tan Lac to chuc hoi nghi giao ban thuong ky.",
        "Le président de la République française a été réélu à l'unanimité dès le premier tour.",
        "Où êtes-vous né ? À l'hôtel près de la forêt, évidemment ; ça va très bien, merci, Noël approche.",
        "Señor Peña, mañana habrá una reunión en la estación de Málaga según el periódico.",
        "Die Überprüfung der Straße für größere Fahrzeuge läuft; schöne Grüße aus Köln.",
        "A reunião da comissão não terá início amanhã, às três horas, na cidade de São João.",
        "let x = &self.data[..n]; // vec![0u8; 32] => {\"a\": 1, 'b': \\n}",
        "if (a >= b && c != d) { return ~x ^ y; } /* ©2024 ® */",
        "Ngày mai trời nắng.",
        "Krông Năng, Ea H'leo, Đắk R'lấp",
        "www.example.vn/tin-tuc?id=12&lang=vi",
    ] {
        assert_eq!(detect(text).encoding.unwrap_or(Encoding::Utf8), Encoding::Utf8, "{text}");
        assert_eq!(decode_bytes(text.as_bytes()).text(), text);
    }
}

#[test]
fn lines_of_several_encodings_are_read_each_in_its_own() {
    let mut bytes = Vec::new();
    let encodings =
        [Encoding::Utf8, Encoding::Tcvn3, Encoding::Mojibake, Encoding::VniWindows, Encoding::Viscii];
    let mut expected = String::new();
    for (sentence, encoding) in NEWS[4..].iter().zip(encodings) {
        bytes.extend(encoding.encode(sentence).bytes);
        bytes.push(b'\n');
        expected.extend([sentence, "\n"]);
    }
    let decoded = decode_bytes(&bytes);
    assert_eq!(decoded.text().to_lowercase(), expected.to_lowercase());
    let last = decoded.text().len();
    assert_eq!(decoded.to_source(Span::new(0, last)), Span::new(0, bytes.len()));
}

#[test]
fn spans_go_back_through_decoding_and_normalizing() {
    let sentence = "Tổng thu ước đạt 87,4 tỷ đồng";
    for encoding in TABLES.into_iter().chain([Encoding::Mojibake, Encoding::MojibakeTwice]) {
        let bytes = encoding.encode(sentence).bytes;
        let decoded = encoding.decode(&bytes);
        let normalized = normalize(decoded.text());
        let start = normalized.text().find("ước đạt").expect("the words are there");
        let span = decoded.to_source(normalized.to_original(Span::new(start, start + "ước đạt".len())));
        assert_eq!(&bytes[span.start..span.end], encoding.encode("ước đạt").bytes, "{encoding:?}");
    }
}

#[test]
fn bytes_that_are_nothing_are_replaced() {
    let decoded = decode_bytes(b"abc\xFF\xFEdef\n\xC3");
    assert_eq!(decoded.text(), "abc\u{FFFD}\u{FFFD}def\n\u{FFFD}");
    assert_eq!(decoded.to_source(Span::new(3, 6)), Span::new(3, 4));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_and_spans_are_in_order(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        let mut readings: Vec<Decoded> =
            TABLES.into_iter().chain([Encoding::Viqr, Encoding::MojibakeTwice]).map(|e| e.decode(&bytes)).collect();
        readings.push(decode_bytes(&bytes));
        for decoded in readings {
            let mut end = 0;
            for (at, c) in decoded.text().char_indices() {
                let span = decoded.to_source(Span::new(at, at + c.len_utf8()));
                proptest::prop_assert!(span.start >= end && span.end > span.start);
                end = span.end;
            }
            proptest::prop_assert_eq!(end, bytes.len());
        }
    }
}
