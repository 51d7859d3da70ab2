//! The extract example, run as a process.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// `cargo test` builds the examples beside its own programs: `target/<profile>/deps/cli-…` and `target/<profile>/examples/`.
fn program() -> PathBuf {
    let own = std::env::current_exe().expect("the test has a path");
    let profile = own.ancestors().nth(2).expect("target/<profile>/deps/");
    profile.join("examples").join(format!("extract{}", std::env::consts::EXE_SUFFIX))
}

fn extract(arguments: &[&str], folder: &Path, input: &[u8]) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example is built with the tests");
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
    assert!(errors(&output).contains("standard input:2: "), "{}", errors(&output));
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
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("another"), "{}", errors(&output));
}

#[test]
fn a_report_shows_places_as_lines_and_columns() {
    let output = extract(&["-"], &folder("report"), "Tin\nNăm 2024 chi 20 tỷ đồng.".as_bytes());
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("2:14  amount"), "{report}");
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
