//! Texts of several sections: what is found in them, and what goes on from one to the next.

use vietfacts::{Document, Extractor, Fact, FactData};

/// Longer than three sections.
const LONG: usize = 500_000;

/// An article in one line that is no headline, with facts that hold indices of others.
const ARTICLE: &str = "Ngày 30/10/2023, UBND huyện Lâm Hà họp phiên thường kỳ, đánh giá tình hình thực hiện nhiệm vụ của mười tháng và \
    bàn việc của hai tháng cuối năm; dự phiên họp có lãnh đạo các phòng, ban, các xã và thị trấn cùng đại diện Mặt trận Tổ quốc và \
    các đoàn thể của huyện, theo dõi trực tuyến tại các điểm cầu có cán bộ của tất cả thôn và tổ dân phố trong toàn địa bàn. \
    Thu ngân sách đạt 526,8 tỷ đồng, bằng 57,7% dự toán tỉnh giao. Có 26 trên 42 chỉ tiêu đạt và vượt kế hoạch.\n\n";

fn repeated(text: &str) -> String {
    text.repeat(LONG / text.len())
}

#[test]
fn an_article_over_and_over_has_the_same_facts_every_time() {
    let extractor = Extractor::new();
    let one = extractor.extract(ARTICLE);
    let text = repeated(ARTICLE);
    let all = extractor.extract(&text);
    // The meeting is told of once a section, at its first place.
    let apart = |document: &Document<'_>| -> Vec<Fact<'static>> {
        let facts = document.facts().iter().filter(|fact| !matches!(fact.data, FactData::Meeting(_)));
        facts.cloned().map(Fact::into_owned).collect()
    };
    let (one, all) = (apart(&one), apart(&all));
    assert!(one.iter().any(|fact| matches!(fact.data, FactData::Figure(_))));
    assert_eq!(all.len() % one.len(), 0);
    assert_eq!(all.len() / one.len(), text.len() / ARTICLE.len());
    for (times, facts) in all.chunks(one.len()).enumerate() {
        for (fact, first) in facts.iter().zip(&one) {
            assert_eq!((fact.kind(), &fact.text), (first.kind(), &first.text));
            assert_eq!(fact.span.start, first.span.start + times * ARTICLE.len());
            assert_eq!(fact.span.slice(&text), fact.text);
            assert_eq!(fact.sentence, first.sentence + times * 3);
        }
    }
}

#[test]
fn facts_hold_the_indices_of_their_own_section() {
    let text = repeated(ARTICLE);
    let document = Extractor::new().extract(&text);
    let facts = document.facts();
    let figures = facts.iter().enumerate().filter_map(|(at, fact)| match &fact.data {
        FactData::Figure(figure) => Some((at, figure)),
        _ => None,
    });
    let mut seen = 0;
    for (at, figure) in figures {
        let whole = facts[at].span;
        assert_eq!(facts[figure.value].text, "526,8 tỷ đồng");
        let held = [figure.value].into_iter().chain(figure.ratios.iter().map(|ratio| ratio.fact));
        for fact in held.map(|index| &facts[index]) {
            assert!(whole.start <= fact.span.start && fact.span.end <= whole.end);
        }
        seen += 1;
    }
    assert_eq!(seen, text.len() / ARTICLE.len());
}

/// What points back to a person, and to whom.
fn mentions<'d>(document: &'d Document<'_>) -> Vec<(&'d str, usize)> {
    let person = |fact: &'d Fact<'_>| match &fact.data {
        FactData::PersonMention(mention) => Some((&*fact.text, mention.person)),
        _ => None,
    };
    document.facts().iter().filter_map(person).collect()
}

/// Many lines of which nothing is said.
fn filler(bytes: usize) -> String {
    let line = "Mùa này bà con ra đồng từ sớm, tiếng cười nói vang khắp lối đi.\n";
    line.repeat(bytes / line.len())
}

#[test]
fn people_are_known_in_later_sections() {
    let text = format!(
        "Ông Lê Văn Hận, Chủ tịch UBND huyện Lâm Hà, dự.\n{}Phát biểu, ông Hận nhấn mạnh nhiều việc.\nBà Trần Thị Tới, Bí thư Huyện ủy Lâm Hà, kết luận.\n",
        filler(LONG)
    );
    let document = Extractor::new().extract(&text);
    let officials: Vec<_> =
        document.officials().map(|(_, official)| (&*official.name, official.person)).collect();
    assert_eq!(officials, [("Lê Văn Hận", Some(0)), ("Trần Thị Tới", Some(1))]);
    assert_eq!(mentions(&document), [("ông Hận", 0)]);
}

#[test]
fn the_day_that_a_text_speaks_from_holds_for_all_of_it() {
    let text = format!(
        "Ngày 14 tháng 12 năm 2023, Huyện ủy Lâm Hà tổ chức hội nghị.\n{}Ngày 5/11, xã Tân Hà họp.\n",
        filler(LONG)
    );
    let document = Extractor::new().extract(&text);
    assert_eq!(document.reference_date().unwrap().to_string(), "2023-12-14");
    let (_, last) = document.dates().last().unwrap();
    assert_eq!(last.value.to_string(), "2023-11-05");
}

#[test]
fn only_the_ends_of_a_text_have_a_headline_and_a_byline() {
    let text = format!("Lâm Hà tổng kết năm 2023\n{}Mọi việc đã xong.\nMinh Thảo\n", filler(LONG));
    let document = Extractor::new().extract(&text);
    assert_eq!(document.title(), Some("Lâm Hà tổng kết năm 2023"));
    assert_eq!(document.byline(), Some("Minh Thảo"));
}

#[test]
fn whom_an_article_among_many_names_another_does_not_mean() {
    // More people than one article names.
    const FAMILIES: [&str; 10] = ["Lê", "Trần", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
    const MIDDLES: [&str; 11] =
        ["Văn", "Đức", "Minh", "Quang", "Hữu", "Công", "Xuân", "Thanh", "Ngọc", "Quốc", "Trọng"];
    const GIVEN: [&str; 12] =
        ["An", "Bình", "Cường", "Dũng", "Giang", "Hùng", "Khoa", "Lâm", "Nam", "Phúc", "Sơn", "Tuấn"];
    let mut text = String::from("Ông Lê Văn Hận, Chủ tịch UBND huyện Lâm Hà, dự.\n");
    for family in FAMILIES {
        for middle in MIDDLES {
            for given in GIVEN {
                text.push_str(&format!("Ông {family} {middle} {given}, Giám đốc Sở Y tế, dự họp.\n"));
            }
        }
    }
    text.push_str(&filler(LONG));
    text.push_str("Phát biểu, ông Hận nhấn mạnh nhiều việc.\nBà Trần Thị Tới, Bí thư Huyện ủy Lâm Hà, kết luận. Bà Tới cảm ơn.\n");
    let document = Extractor::new().extract(&text);
    let people: Vec<usize> = document.officials().filter_map(|(_, official)| official.person).collect();
    let named: std::collections::BTreeSet<usize> = people.iter().copied().collect();
    assert!(people.len() > 1_000 && named.len() == people.len(), "every person has an id of its own");
    assert_eq!(mentions(&document), [("Bà Tới", *people.last().unwrap())]);
}
