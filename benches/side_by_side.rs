//! Ours beside the anchors, in one run with interleaved rounds: only ratios within one run are portable.
//!
//! `cargo bench --bench side_by_side`; with `-- --test` one round over little text.

#[path = "common/anchors.rs"]
mod anchors;
mod common;
#[path = "common/median.rs"]
mod median;
#[path = "common/regexes.rs"]
mod regexes;

use std::hint::black_box;
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use anchors::{automaton, lowered};
use common::{Corpus, corpora};
use median::median;
use regexes::{Counts, Regexes, SAMPLE};
use vietfacts::segment::segment;
use vietfacts::{Extractor, Gazetteer, Normalized, Scanner, normalize};

/// A document and what was made of it before.
struct Forms<'a> {
    text: &'a str,
    lowered: &'a str,
    normalized: Normalized<'a>,
}

/// What is done to a document.
type Run<'a> = Box<dyn Fn(&Forms<'_>) -> usize + 'a>;

/// One thing to be timed.
struct Contender<'a> {
    name: &'static str,
    /// Of so many documents it reads one, evenly spread: what is slow need not read all for a steady rate.
    one_of: usize,
    run: Run<'a>,
}

impl<'a> Contender<'a> {
    fn new(name: &'static str, run: impl Fn(&Forms<'_>) -> usize + 'a) -> Self {
        Contender { name, one_of: 1, run: Box::new(run) }
    }
}

/// The contender that all others are measured against.
const DFA: &str = "bare DFA over lowered text";
const BOUNDED: &str = "DFA with a boundary filter";
const REGEXES: &str = "twelve regexes, lowering in it";
const WHOLE: &str = "ours: everything";
const MATCHER: &str = "ours: the matcher alone";

/// How fast something is to be: on which corpus, what, so many times as fast as what else.
const WANTED: [(&str, &str, f64, &str); 5] = [
    ("government", WHOLE, 0.7, DFA),
    ("government", MATCHER, 2.0, BOUNDED),
    ("news", WHOLE, 1.0, DFA),
    ("news", WHOLE, 20.0, REGEXES),
    ("news", MATCHER, 2.0, BOUNDED),
];

fn main() {
    let is_test = std::env::args().any(|argument| argument == "--test");
    let (bytes, rounds) = if is_test { (1 << 16, 1) } else { (6 << 20, 9) };
    let extractor = Extractor::new();
    let scanner = Scanner::new();
    let patterns = patterns_as_titles();
    let [dfa, contiguous] = [AhoCorasickKind::DFA, AhoCorasickKind::ContiguousNFA].map(automaton);
    let expressions = Regexes::new();
    same_counts(&extractor, &expressions);
    let contenders = [
        Contender::new(DFA, |forms| dfa.find_iter(forms.lowered).count()),
        Contender::new(BOUNDED, |forms| bounded(&dfa, forms.lowered).count()),
        Contender::new("contiguous NFA", |forms| contiguous.find_iter(forms.lowered).count()),
        Contender::new("memchr of line breaks", |forms| {
            memchr::memchr_iter(b'\n', forms.text.as_bytes()).count()
        }),
        Contender { one_of: 8, ..Contender::new(REGEXES, |forms| expressions.count(forms.text).dates) },
        Contender::new(MATCHER, |forms| count_of(&patterns, &forms.normalized)),
        Contender::new("ours: normalize, matcher", |forms| patterns.find(forms.text).len()),
        Contender::new("ours: normalize", |forms| normalize(forms.text).text().len()),
        Contender::new("ours: normalize, segment", |forms| {
            segment(normalize(forms.text).text()).tokens().len()
        }),
        Contender::new("ours: normalize, segment, scan", |forms| {
            scanner.prepare(&segment(normalize(forms.text).text()))
        }),
        Contender::new(WHOLE, |forms| extractor.extract(forms.text).facts().len()),
    ];
    for corpus in corpora(bytes) {
        println!(
            "\n{}: {:.1} MB in {} documents; {}",
            corpus.name,
            corpus.bytes() as f64 / 1e6,
            corpus.documents.len(),
            density(&corpus, &scanner, &extractor)
        );
        print_table(&contenders, corpus.name, &rates(&contenders, &corpus, rounds));
        println!("{}", agreement(&patterns, &dfa, &corpus));
    }
}

/// What a document holds, so that a ratio can be judged.
fn density(corpus: &Corpus, scanner: &Scanner, extractor: &Extractor) -> String {
    let sample = &corpus.documents[..corpus.documents.len().min(200)];
    let kilobytes = sample.iter().map(String::len).sum::<usize>() as f64 / 1e3;
    let cues: usize = sample.iter().map(|text| scanner.scan(&segment(text)).len()).sum();
    let facts: usize = sample.iter().map(|text| extractor.extract(text).facts().len()).sum();
    format!("{:.0} cues and {:.1} facts a kilobyte", cues as f64 / kilobytes, facts as f64 / kilobytes)
}

/// The expressions are no straw man: on plain text they count what the library does.
fn same_counts(extractor: &Extractor, expressions: &Regexes) {
    let document = extractor.extract(SAMPLE);
    let of = |kind: &str| document.facts().iter().filter(|fact| fact.kind() == kind).count();
    let ours = Counts { dates: of("date"), percentages: of("percentage"), amounts: of("amount") };
    assert_eq!(ours, expressions.count(SAMPLE));
}

/// Our matcher over the frozen patterns and nothing else.
fn patterns_as_titles() -> Gazetteer {
    let list = format!("title\n{}\n", anchors::patterns().join("\n"));
    Gazetteer::from_tsv("anchor-patterns.txt", &list).expect("the patterns make titles")
}

/// How many titles there are, each with its place in the text as it was given.
fn count_of(patterns: &Gazetteer, normalized: &Normalized<'_>) -> usize {
    let mut count = 0;
    patterns.each_in(normalized, |mention| {
        black_box(mention.span);
        count += 1;
    });
    count
}

/// Where the matches lie that begin and end at the bounds of a word.
fn bounded<'a>(dfa: &'a AhoCorasick, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let inside = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    dfa.find_iter(text).map(|found| (found.start(), found.end())).filter(move |(start, end)| {
        !inside(text[..*start].chars().next_back()) && !inside(text[*end..].chars().next())
    })
}

/// How many matches of the two matchers are the same, over lowered text; of news about 98 in 100.
///
/// Ours alone finds a number's unit without a space ("50%", "200ha": digits and letters are two words, while the filter wants
/// a character between that is neither), other spellings ("tỉnh uỷ", "tỉ lệ", "bà rịa – vũng tàu"), decomposed words, and words
/// that were pasted together ("từng ngàytrước"). The filtered DFA alone finds what stands inside such a match of ours ("bí thư tỉnh
/// uỷ" in "bí thư tỉnh uỷ lâm đồng"), and plain letters before a combining mark ("ca" in a decomposed "cấp"), which is wrong.
fn agreement(patterns: &Gazetteer, dfa: &AhoCorasick, corpus: &Corpus) -> String {
    let (mut both, mut ours_only, mut theirs_only) = (0, 0, 0);
    for text in lowered(&corpus.documents) {
        let ours: Vec<_> =
            patterns.find(&text).iter().map(|found| (found.span.start, found.span.end)).collect();
        let theirs: Vec<_> = bounded(dfa, &text).collect();
        let same = theirs.iter().filter(|found| ours.binary_search(found).is_ok()).count();
        both += same;
        ours_only += ours.len() - same;
        theirs_only += theirs.len() - same;
    }
    format!(
        "matches: {both} of both, {ours_only} of our matcher alone, {theirs_only} of the filtered DFA alone"
    )
}

/// Megabytes a second by contender and round; in every round each contender has its turn.
fn rates(contenders: &[Contender<'_>], corpus: &Corpus, rounds: usize) -> Vec<Vec<f64>> {
    let lowered = lowered(&corpus.documents);
    let documents: Vec<Forms<'_>> = corpus
        .documents
        .iter()
        .zip(&lowered)
        .map(|(text, lowered)| Forms { text, lowered, normalized: normalize(text) })
        .collect();
    let mut rates = vec![Vec::new(); contenders.len()];
    for _ in 0..rounds {
        for (contender, rates) in contenders.iter().zip(&mut rates) {
            let mut bytes = 0;
            let start = Instant::now();
            for forms in documents.iter().step_by(contender.one_of) {
                black_box((contender.run)(black_box(forms)));
                bytes += forms.text.len();
            }
            rates.push(bytes as f64 / 1e6 / start.elapsed().as_secs_f64());
        }
    }
    rates
}

fn print_table(contenders: &[Contender<'_>], corpus: &str, rates: &[Vec<f64>]) {
    let rates_of = |name: &str| {
        let at = contenders.iter().position(|contender| contender.name == name);
        &rates[at.expect("a contender has this name")]
    };
    let ratio = |name: &str, other: &str| {
        median(rates_of(name).iter().zip(rates_of(other)).map(|(own, other)| own / other).collect())
    };
    println!("{:34}{:>10}{:>18}", "", "MB/s", "of the bare DFA");
    for Contender { name, .. } in contenders {
        print!("{name:34}{:>10.1}{:>18.2}", median(rates_of(name).clone()), ratio(name, DFA));
        for (_, _, wanted, other) in WANTED.iter().filter(|row| row.0 == corpus && row.1 == *name) {
            print!("   {:.2} of the {other} (wanted: {wanted})", ratio(name, other));
        }
        println!();
    }
}
