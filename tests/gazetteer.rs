//! The gazetteer of titles: looked up by itself, extended and replaced by a caller.

use vietfacts::{Branch, Extractor, FactData, Gazetteer, Level, Rank};

const OURS: &str = "title\taliases\tbranch\tlevel\trank\tneeds_org\n\
    Tổng điều phối viên\tTĐPV|Điều phối viên trưởng\tgovernment\tcentral\thead\tyes\n\
    Chủ tịch\tCT. đặc biệt\tcommittee\tany\tmember\tno\n";

fn ours() -> Gazetteer {
    Gazetteer::from_tsv("ours.tsv", OURS).expect("the list is sound")
}

fn found<'t>(gazetteer: &Gazetteer, text: &'t str) -> Vec<&'t str> {
    gazetteer.find(text).iter().map(|mention| mention.text).collect()
}

#[test]
fn a_title_is_found_in_every_spelling() {
    let gazetteer = Gazetteer::built_in();
    let title = gazetteer.get("Phó Chủ tịch").expect("a common title");
    assert_eq!((title.canonical(), title.rank()), ("Phó Chủ tịch", Some(Rank::Deputy)));
    for spelling in
        ["PHÓ CHỦ TỊCH", "phó chủ tịch", "Phó  Chủ\u{a0}tịch", "Pho\u{301} Chu\u{309} ti\u{323}ch"]
    {
        let text = format!("Đồng chí {spelling} dự.");
        let mentions = gazetteer.find(&text);
        assert_eq!(mentions.len(), 1, "{spelling}");
        assert_eq!(mentions[0].title.canonical(), "Phó Chủ tịch");
        assert_eq!(mentions[0].text, spelling);
        assert_eq!(mentions[0].span.slice(&text), spelling);
    }
}

#[test]
fn no_title_is_found_inside_another_or_inside_words() {
    let gazetteer = Gazetteer::built_in();
    assert_eq!(found(&gazetteer, "Phó Chủ tịch Thường trực"), ["Phó Chủ tịch Thường trực"]);
    assert!(found(&gazetteer, "Thu ngân sách đạt 57,7% dự toán.").is_empty());
    assert!(gazetteer.get("Chủ tịch UBND huyện").is_none());
    assert!(gazetteer.get("").is_none());
}

#[test]
fn what_the_list_says_of_a_title() {
    let gazetteer = ours();
    assert_eq!(gazetteer.titles().len(), 2);
    let title = gazetteer.get("tđpv").expect("an alias");
    assert_eq!(title.canonical(), "Tổng điều phối viên");
    assert_eq!(title.branch(), Some(Branch::Government));
    assert_eq!(title.level(), Some(Level::Central));
    assert_eq!(title.rank(), Some(Rank::Head));
    assert!(title.needs_organization());
    assert_eq!(gazetteer.get("Chủ tịch").expect("a title").level(), None);
}

#[test]
fn a_list_of_bare_titles_is_enough() {
    let gazetteer = Gazetteer::from_tsv("bare.tsv", "title\nTrưởng bản\n\nGià làng trưởng\n").unwrap();
    assert_eq!(found(&gazetteer, "Già làng trưởng và Trưởng bản"), ["Già làng trưởng", "Trưởng bản"]);
}

#[test]
fn merged_the_callers_titles_come_first() {
    let both = ours().with_built_in();
    assert_eq!(both.titles().len(), Gazetteer::built_in().titles().len() + 2);
    assert_eq!(both.get("Chủ tịch").expect("a title").branch(), Some(Branch::Committee));
    assert_eq!(found(&both, "TĐPV gặp Phó Chủ tịch"), ["TĐPV", "Phó Chủ tịch"]);
    assert_eq!(found(&ours(), "TĐPV gặp Thủ tướng"), ["TĐPV"]);
}

#[test]
fn a_malformed_line_is_named_with_its_number() {
    let long = format!("title\nChủ tịch\n{}\n", "rất ".repeat(30));
    for (text, message) in [
        ("", "x.tsv: no header line"),
        ("name\trank\nChủ tịch\thead\n", "x.tsv:1: no column \"title\" among name, rank"),
        ("title\trank\nChủ tịch\thead\n\tdeputy\n", "x.tsv:3: the first cell (title) is empty"),
        ("title\trank\nChủ tịch\thead\tmore\n", "x.tsv:2: 3 cells, but the header names 2 columns"),
        ("title\tbranch\nChủ tịch\tparties\n", "x.tsv:2: unknown branch \"parties\""),
        ("title\tlevel\n\nChủ tịch\tvillages\n", "x.tsv:3: unknown level \"villages\""),
        ("title\trank\nChủ tịch\tHead\n", "x.tsv:2: unknown rank \"Head\""),
        ("title\tneeds_org\nChủ tịch\tmaybe\n", "x.tsv:2: unknown needs_org \"maybe\""),
    ] {
        assert_eq!(Gazetteer::from_tsv("x.tsv", text).unwrap_err().to_string(), message);
    }
    let error = Gazetteer::from_tsv("x.tsv", &long).unwrap_err();
    assert_eq!(error.place(), "x.tsv:3");
    assert!(error.message().ends_with("has not 1 to 24 words and marks"), "{error}");
}
#[test]
fn the_extractor_knows_the_callers_titles() {
    let text = "Ông Lê Văn Hải - Tổng điều phối viên Chương trình phát biểu tại hội nghị.";
    let titles = |extractor: &Extractor| -> Vec<String> {
        let facts = extractor.extract(text).into_owned();
        let officials = facts.facts().iter().filter_map(|fact| match &fact.data {
            FactData::Official(official) => Some(official),
            _ => None,
        });
        officials.flat_map(|official| official.positions.iter()).map(|post| post.title.to_string()).collect()
    };
    assert!(titles(&Extractor::new()).is_empty());
    let extractor = Extractor::builder().gazetteer(ours().with_built_in()).build();
    assert_eq!(titles(&extractor), ["Tổng điều phối viên"]);
    let replaced =
        Extractor::builder().gazetteer(Gazetteer::from_tsv("x.tsv", "title\nTrưởng bản\n").unwrap());
    assert!(titles(&replaced.build()).is_empty());
}
