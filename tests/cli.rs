//! The extract example, run as a process.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

/// `cargo test` builds the examples beside its own programs: `target/<profile>/deps/cli-…` and `target/<profile>/examples/`.
fn program() -> PathBuf {
    let own = std::env::current_exe().expect("the test has a path");
    let profile = own.ancestors().nth(2).expect("target/<profile>/deps/");
    profile.join("examples").join(format!("extract{}", std::env::consts::EXE_SUFFIX))
}

fn start(arguments: &[&str], folder: &Path) -> Child {
    Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example is built with the tests")
}

fn extract(arguments: &[&str], folder: &Path, input: &[u8]) -> Output {
    let mut child = start(arguments, folder);
    // A program that ends without reading its input closes the pipe: its status says what happened.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("it ends")
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is a JSON object")).collect()
}

fn ids(output: &Output) -> Vec<String> {
    lines(output).iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const TEXT: &str = "Ngày 5/3/2024, xã chi 20 tỷ đồng.";

#[test]
fn standard_input_becomes_the_contract() {
    let output = extract(&["--format", "jsonl", "-"], &folder("stdin"), TEXT.as_bytes());
    assert!(output.status.success(), "{}", errors(&output));
    let line = &lines(&output)[0];
    assert_eq!(line["id"], "stdin");
    let amount = line["facts"].as_array().unwrap().iter().find(|fact| fact["kind"] == "amount").unwrap();
    assert_eq!(amount["value"], "20000000000");
    let (start, end) = (amount["start"].as_u64().unwrap(), amount["end"].as_u64().unwrap());
    assert_eq!(&TEXT[start as usize..end as usize], amount["text"].as_str().unwrap());
}

#[test]
fn folders_are_searched_in_name_order_and_repeated_names_are_told_apart() {
    let folder = folder("folders");
    fs::create_dir_all(folder.join("b")).unwrap();
    for name in ["b/tin.txt", "a.txt", "c.txt", "tin.txt", "b/ghi-chú.md"] {
        fs::write(folder.join(name), TEXT).unwrap();
    }
    let output = extract(&["--format", "jsonl", "."], &folder, b"");
    assert!(output.status.success(), "{}", errors(&output));
    assert_eq!(ids(&output), ["a", "b/tin", "c", "tin"]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_others_are_done() {
    let folder = folder("unreadable");
    fs::write(folder.join("latin.txt"), b"Ng\xe0y 5/3").unwrap();
    fs::write(folder.join("sound.txt"), TEXT).unwrap();
    let output = extract(&["--format", "jsonl", "missing.txt", "latin.txt", "sound.txt"], &folder, b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ids(&output), ["sound"]);
    let errors = errors(&output);
    assert!(errors.contains("missing.txt: ") && errors.contains("latin.txt: not UTF-8: byte 2"), "{errors}");
}

#[test]
fn a_bad_line_is_named_by_its_number_and_skipped() {
    let input = "{\"id\":\"một\",\"text\":\"Ngày 5/3\",\"date\":\"2024-03-09\"}\n{\"id\":2}\n\n{\"id\":\"ba\",\"text\":\"\"}\n";
    let output = extract(&["--format", "jsonl", "--stdin", "jsonl", "-"], &folder("lines"), input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ids(&output), ["một", "ba"]);
    assert_eq!(lines(&output)[0]["facts"][0]["value"], "2024-03-05");
    assert_eq!(errors(&output).lines().count(), 1, "{}", errors(&output));
    assert!(errors(&output).contains("standard input:2: column 7: invalid type"), "{}", errors(&output));
}

#[test]
fn compressed_files_are_read() {
    let folder = folder("compressed");
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(TEXT.as_bytes()).unwrap();
    fs::write(folder.join("a.txt.gz"), gz.finish().unwrap()).unwrap();
    let record = format!("{{\"id\":\"b\",\"text\":\"{TEXT}\"}}\n");
    fs::write(folder.join("b.jsonl.zst"), zstd::encode_all(record.as_bytes(), 1).unwrap()).unwrap();
    let output = extract(&["--format", "jsonl", "."], &folder, b"");
    assert!(output.status.success(), "{}", errors(&output));
    assert_eq!(ids(&output), ["a", "b"]);
    assert_eq!(lines(&output)[0]["facts"], lines(&output)[1]["facts"]);
}

#[test]
fn an_output_that_was_cut_short_is_resumed() {
    let folder = folder("resume");
    let records: String =
        (0..50).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"Năm 2024 chi {i} tỷ đồng.\"}}\n")).collect();
    fs::write(folder.join("in.jsonl"), records).unwrap();
    let arguments = ["--format", "jsonl", "in.jsonl", "--output", "out.jsonl"];
    assert!(extract(&arguments, &folder, b"").status.success());
    let whole = fs::read(folder.join("out.jsonl")).unwrap();
    for cut in [0, 1, whole.len() / 2, whole.len() - 1, whole.len()] {
        fs::write(folder.join("out.jsonl"), &whole[..cut]).unwrap();
        let output = extract(&[&arguments[..], &["--resume"]].concat(), &folder, b"");
        assert!(output.status.success(), "{}", errors(&output));
        assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), whole, "cut at {cut}");
    }
    fs::write(folder.join("out.jsonl"), "{\"id\":\"another\",\"facts\":[]}\n").unwrap();
    let output = extract(&[&arguments[..], &["--resume"]].concat(), &folder, b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("another"), "{}", errors(&output));
    fs::write(folder.join("out.jsonl"), [&*whole, b"{\"id\":\"50\"}\n"].concat()).unwrap();
    let output = extract(&[&arguments[..], &["--resume"]].concat(), &folder, b"");
    assert!(errors(&output).contains("\"50\" where the input ends"), "{}", errors(&output));
}

#[test]
fn what_was_killed_while_it_waited_is_resumed() {
    let folder = folder("stalled");
    let records: Vec<String> =
        (0..40).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"Năm 2024 chi {i} tỷ đồng.\"}}\n")).collect();
    let arguments = ["--format", "jsonl", "--stdin", "jsonl", "-", "--output", "out.jsonl"];
    let whole = extract(&arguments[..5], &folder, records.concat().as_bytes()).stdout;
    for given in [1, 17, 40] {
        let _ = fs::remove_file(folder.join("out.jsonl"));
        let mut child = start(&arguments, &folder);
        child.stdin.as_mut().unwrap().write_all(records[..given].concat().as_bytes()).unwrap();
        // The pipe stays open: the program has written all it was given and waits for more.
        let written = || fs::read_to_string(folder.join("out.jsonl")).unwrap_or_default().lines().count();
        while written() < given {
            std::thread::sleep(Duration::from_millis(5));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let output = extract(&[&arguments[..], &["--resume"]].concat(), &folder, records.concat().as_bytes());
        assert!(output.status.success(), "{}", errors(&output));
        assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), whole, "killed after {given}");
    }
}

#[test]
fn records_through_a_pipe_are_answered_one_by_one() {
    let mut child = start(&["--format", "jsonl", "--stdin", "jsonl", "-"], &folder("one-by-one"));
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for i in 0..20 {
        writeln!(child.stdin.as_mut().unwrap(), "{{\"id\":\"{i}\",\"text\":\"{TEXT}\"}}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], i.to_string());
    }
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut child = start(&["--format", "jsonl", "--stdin", "jsonl", "-"], &folder("enough"));
    drop(child.stdout.take());
    let line = format!("{{\"id\":\"1\",\"text\":\"{TEXT}\"}}\n");
    // It ends at the first line that it cannot write; the input may be cut off in the middle of a line.
    let mut input = child.stdin.take().unwrap();
    while input.write_all(line.as_bytes()).is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", errors(&output));
}

/// What stands in the text between two offsets, counted in some unit.
type Slice = fn(&str, usize, usize) -> String;

#[test]
fn offsets_can_be_counted_as_other_languages_do() {
    let folder = folder("offsets");
    // Four bytes of UTF-8 are two units of UTF-16; a decomposed letter is several characters.
    let text = "🏛️ Tin xã\n\nNga\u{300}y 5/3/2024, UBND xã 😀 tổ chức phiên họp thường kỳ tháng 2/2024; thu 🌾🌾 20 tỷ đồng, bằng 57% dự toán tỉnh giao. ";
    fs::write(folder.join("tin.txt"), text.repeat(3)).unwrap();
    let text = text.repeat(3);
    let units: [(&str, Slice); 3] = [
        ("bytes", |text, start, end| text[start..end].to_owned()),
        ("chars", |text, start, end| text.chars().take(end).skip(start).collect()),
        ("utf16", |text, start, end| {
            String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap()
        }),
    ];
    let outputs = units.map(|(unit, slice)| {
        let output = extract(&["--format", "jsonl", "--offsets", unit, "tin.txt"], &folder, b"");
        assert!(output.status.success(), "{}", errors(&output));
        (lines(&output).remove(0), slice)
    });
    let (bytes, _) = &outputs[0];
    assert!(bytes["facts"].as_array().unwrap().iter().any(|fact| fact["body_start"].is_u64()), "{bytes}");
    assert!(bytes["facts"].as_array().unwrap().iter().any(|fact| fact["mentions"].is_array()), "{bytes}");
    for (document, slice) in &outputs[1..] {
        let mut spans = 0;
        same_places(&text, bytes, document, *slice, &mut spans);
        assert!(spans > 20, "{spans} spans in {document}");
    }
}

/// Goes down two trees of JSON that differ in nothing but their offsets, and these mean the same places.
fn same_places(text: &str, bytes: &Value, other: &Value, slice: Slice, spans: &mut usize) {
    match (bytes, other) {
        (Value::Array(bytes), Value::Array(others)) => {
            assert_eq!(bytes.len(), others.len());
            bytes.iter().zip(others).for_each(|(bytes, other)| same_places(text, bytes, other, slice, spans));
        }
        (Value::Object(fields), Value::Object(others)) => {
            assert!(fields.keys().eq(others.keys()), "{bytes} {other}");
            for (key, value) in fields {
                let Some(name) = key.strip_suffix("start") else {
                    if !key.ends_with("end") {
                        same_places(text, value, &others[key], slice, spans);
                    }
                    continue;
                };
                let end = format!("{name}end");
                let at =
                    |map: &serde_json::Map<String, Value>, key: &str| map[key].as_u64().unwrap() as usize;
                let there = slice(text, at(others, key), at(others, &end));
                assert_eq!(there, text[at(fields, key)..at(fields, &end)], "{key} of {other}");
                *spans += 1;
            }
        }
        (bytes, other) => assert_eq!(bytes, other),
    }
}

#[test]
fn a_file_that_breaks_off_gives_what_is_whole() {
    let folder = folder("broken-off");
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    let records: String = (0..3000).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"{TEXT}\"}}\n")).collect();
    gz.write_all(records.as_bytes()).unwrap();
    let whole = gz.finish().unwrap();
    fs::write(folder.join("a.jsonl.gz"), &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.join("b.txt"), TEXT).unwrap();
    let output = extract(&["--format", "jsonl", "."], &folder, b"");
    assert_eq!(output.status.code(), Some(1));
    let ids = ids(&output);
    let first: Vec<String> = (0..1000).map(|i| i.to_string()).collect();
    assert!(ids.starts_with(&first), "{ids:?}");
    assert_eq!(ids.last().unwrap(), "b");
    assert_eq!(errors(&output).lines().count(), 1, "{}", errors(&output));
}

#[test]
fn there_is_no_going_on_without_a_place_to_write_to() {
    let output = extract(&["--output", "no/such/folder", "-"], &folder("nowhere"), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("no/such/folder: "), "{}", errors(&output));
}

#[test]
fn a_report_shows_places_as_lines_and_columns() {
    let text = "Tin\nNăm 2024 chi trên 20 tỷ đồng, giảm 1,5% so với cùng kỳ năm 2023.";
    let output = extract(&["-"], &folder("report"), text.as_bytes());
    assert!(output.stderr.is_empty(), "a pipe has no progress bar: {}", errors(&output));
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("\nAmounts\n  2:19  over 20,000,000,000 VND  20 tỷ đồng"), "{report}");
    assert!(report.contains("\nPercentages\n  2:36  down 1.5%  1,5%  of cùng kỳ năm 2023\n"), "{report}");
    assert!(report.contains("\nDates\n   2:1  2024  Năm 2024\n"), "{report}");
}

#[test]
fn many_documents_come_out_in_the_order_they_went_in() {
    let input: String = (0..3000).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"{TEXT}\"}}\n")).collect();
    let output = extract(
        &["--format", "jsonl", "--stdin", "jsonl", "--jobs", "2", "-"],
        &folder("order"),
        input.as_bytes(),
    );
    assert!(ids(&output).into_iter().eq((0..3000).map(|i| i.to_string())));
}
