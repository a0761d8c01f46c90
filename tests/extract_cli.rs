//! The example `extract` from outside: files in, files and exit codes out.

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| support::example("extract"))
}

/// A folder of its own for a test, gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("depeche-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("written");
        path
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("the file is there")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder").flatten();
        let mut names: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = Command::new(program())
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example runs");
        // A program that stops before it has read everything is no failure here.
        let _ = child.stdin.take().expect("piped").write_all(input);
        Run::of(child.wait_with_output().expect("ends"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("no signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// The documents of JSON Lines output.
    fn documents(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    fn ids(&self) -> Vec<String> {
        self.documents().iter().map(|d| d["id"].as_str().expect("an id").to_owned()).collect()
    }
}

const LISBON: &str = include_str!("articles/lisbonne.txt");
const NAIROBI: &str = include_str!("articles/nairobi.txt");

#[test]
fn a_text_file_is_one_document_and_jsonl_the_piped_default() {
    let folder = Folder::new("text");
    folder.file("lisbonne.txt", LISBON);
    let run = folder.run(&["lisbonne.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.ids(), ["lisbonne"]);
    assert_eq!(run.documents()[0]["date"], "2021-02-04");
    assert_eq!(run.documents()[0]["date_source"], "dateline");
    let run = folder.run(&["--date", "2021-03-01", "lisbonne.txt"]);
    assert_eq!(run.documents()[0]["date"], "2021-03-01");
    assert_eq!(run.documents()[0]["date_source"], "caller");
}

#[test]
fn a_folder_is_walked_in_order() {
    let folder = Folder::new("walk");
    folder.file("in/b.txt", LISBON);
    folder.file("in/a/z.txt", NAIROBI);
    folder.file("in/a/lines.jsonl", "{\"id\":\"l1\",\"text\":\"Oslo\"}\n\n{\"text\":\"Rome\"}\n");
    folder.file("in/notes.md", "no document");
    let run = folder.run(&["in"]);
    assert_eq!((run.code, run.ids()), (0, ["l1", "a/lines:3", "a/z", "b"].map(str::to_owned).to_vec()));
    let run = folder.run(&["--from", "text", "in"]);
    assert_eq!(run.ids(), ["a/z", "b"]);
    for threads in ["1", "3"] {
        assert_eq!(folder.run(&["--threads", threads, "in"]).out, folder.run(&["in"]).out);
    }
}

#[test]
fn other_members_pass_through() {
    let folder = Folder::new("meta");
    folder
        .file("in.jsonl", "{\"id\":7,\"text\":\"Le 3 mai.\",\"date\":\"1995-05-03T10:00\",\"url\":\"x\",\"n\":[1]}\n");
    let document = folder.run(&["in.jsonl"]).documents().remove(0);
    assert_eq!((&document["id"], &document["date"]), (&"7".into(), &"1995-05-03".into()));
    assert_eq!(document["meta"], serde_json::json!({"url": "x", "n": [1]}));
}

#[test]
fn standard_input_is_text_or_lines() {
    let folder = Folder::new("stdin");
    assert_eq!(folder.run_with(&["-"], LISBON.as_bytes()).ids(), ["stdin"]);
    let lines = b"{\"id\":\"a\",\"text\":\"Rome\"}\n{\"id\":\"b\",\"text\":\"Oslo\"}";
    assert_eq!(folder.run_with(&["-"], lines).ids(), ["a", "b"]);
    assert_eq!(folder.run_with(&["--from", "text", "-"], lines).ids(), ["stdin"]);
}

#[test]
fn bad_documents_are_named_and_the_others_come_out() {
    let folder = Folder::new("bad");
    folder.file("in/a.txt", b"Le pr\xe9sident est \xe0 Rome.");
    folder.file("in/b.txt", LISBON);
    let lines = "{\"id\":\"c1\",\"text\":\"Oslo\"}\n{\"id\":\n{\"id\":\"c3\"}\n\
                 {\"id\":\"c4\",\"text\":\"x\",\"date\":\"2019-02-30\"}\n{\"id\":\"c5\",\"text\":\"Rome\"}\n{\"id\":\"c1\",\"text\":\"y\"}\n";
    folder.file("in/c.jsonl", lines);
    let run = folder.run(&["in", "missing.txt"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.ids(), ["b", "c1", "c5"]);
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(told.len(), 6, "{}", run.err);
    for (line, parts) in told.iter().zip([
        ["in/a.txt: ", "not UTF-8", "--encoding latin1"],
        ["in/c.jsonl:2: ", "not a JSON object", "column"],
        ["in/c.jsonl:3: ", "\"text\" is missing", ""],
        ["in/c.jsonl:4: ", "bad date \"2019-02-30\"", "such as"],
        ["in/c.jsonl:6: ", "\"c1\"", "before"],
        ["missing.txt: ", "", ""],
    ]) {
        assert!(parts.iter().all(|part| line.contains(part)), "{line}");
    }
}

#[test]
fn encodings_are_converted_and_utf_8_among_them_stays() {
    let folder = Folder::new("encoding");
    folder.file("in/a.txt", b"Le \x9cuvre du pr\xe9sident");
    folder.file("in/b.txt", "\u{feff}Le président");
    let run = folder.run(&["--encoding", "windows-1252", "--to", "conll", "in"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("œuvre\tO") && run.out.matches("président\t").count() == 2, "{}", run.out);
    let run = folder.run(&["in/a.txt"]);
    assert!(run.err.contains("looks like windows-1252"), "{}", run.err);
    assert_eq!(run.code, 2);
    assert_eq!(folder.run(&["--encoding", "klingon", "in"]).code, 2);
}

#[test]
fn wrong_usage_and_nothing_readable() {
    let folder = Folder::new("usage");
    folder.file("a.txt", LISBON);
    fs::create_dir(folder.0.join("empty")).expect("a folder");
    for arguments in [
        &[][..],
        &["--to", "docx", "a.txt"],
        &["--date", "15/03/2019", "a.txt"],
        &["--offsets", "words", "a.txt"],
        &["--to", "csv", "a.txt"],
        &["--to", "brat", "a.txt"],
        &["--resume", "a.txt"],
        &["--to", "tei", "--out", "x.xml", "--resume", "a.txt"],
        &["--gazetteer", "missing.tsv", "a.txt"],
        &["--out", "empty", "a.txt"],
        &["--out", "no/such/folder.jsonl", "a.txt"],
        &["missing.txt"],
        &["empty"],
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(!run.err.is_empty() && run.out.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder.names(), ["a.txt", "empty"]);
}

#[test]
fn faulty_gazetteers_are_named_with_every_fault() {
    let folder = Folder::new("gazetteer");
    folder.file("a.txt", LISBON);
    folder.file("own.tsv", "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\ncheese\tComté\t\t\t\t\t\nplace\tX\n");
    let run = folder.run(&["--gazetteer", "own.tsv", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("own.tsv:2:") && run.err.contains("own.tsv:3:"), "{}", run.err);
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = Folder::new("force");
    folder.file("a.txt", LISBON);
    folder.file("out.jsonl", "mine");
    assert_eq!(folder.run(&["--out", "out.jsonl", "a.txt"]).code, 2);
    assert_eq!(folder.read("out.jsonl"), "mine");
    assert_eq!(folder.run(&["--out", "out.jsonl", "--force", "a.txt"]).code, 0);
    assert!(folder.read("out.jsonl").starts_with("{\"id\":\"a\""));
    // A run that reads nothing leaves what was there, even with force, and no half file.
    assert_eq!(folder.run(&["--out", "out.jsonl", "--force", "missing.txt"]).code, 2);
    assert!(folder.read("out.jsonl").starts_with("{\"id\":\"a\""));
    assert_eq!(folder.names(), ["a.txt", "out.jsonl"]);
}

#[test]
fn resume_goes_on_after_the_last_whole_line() {
    let folder = Folder::new("resume");
    folder.file("in/a.txt", LISBON);
    folder.file("in/b.txt", NAIROBI);
    let whole = folder.run(&["in"]).out;
    let first = whole.lines().next().expect("a line").to_owned() + "\n";
    for start in [String::new(), first.clone(), format!("{first}{{\"id\":\"b\",\"da"), whole.clone()] {
        folder.file("out.jsonl", &start);
        let run = folder.run(&["--resume", "--out", "out.jsonl", "in"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert_eq!(folder.read("out.jsonl"), whole);
    }
}

#[test]
fn formats_of_several_files_fill_a_folder() {
    let folder = Folder::new("folder");
    folder.file("in/a.txt", LISBON);
    folder.file("in/sub/b.txt", NAIROBI);
    let run = folder.run(&["--to", "csv", "--out", "tables", "in"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for name in ["mentions", "entities", "relations"] {
        assert!(folder.read(&format!("tables/{name}.csv")).starts_with("document,"));
    }
    assert_eq!(folder.run(&["--to", "csv", "--out", "tables", "in"]).code, 2);
    let run = folder.run(&["--to", "brat", "--out", "brat", "in"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(folder.read("brat/sub/b.txt"), NAIROBI);
    assert!(folder.0.join("brat/a.ann").exists() && folder.0.join("brat/annotation.conf").exists());
}

#[test]
fn ids_cannot_lead_out_of_the_folder() {
    let folder = Folder::new("ids");
    let input =
        b"{\"id\":\"../../up\",\"text\":\"x\"}\n{\"id\":\"/abs\",\"text\":\"y\"}\n{\"id\":\"\",\"text\":\"z\"}\n";
    let run = folder.run_with(&["--to", "brat", "--out", "brat", "-"], input);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(folder.names(), ["brat"]);
    assert_eq!(folder.read("brat/abs.txt"), "y");
}

#[test]
fn one_stream_of_many_documents() {
    let folder = Folder::new("stream");
    folder.file("in/a.txt", LISBON);
    folder.file("in/b.txt", NAIROBI);
    for format in ["tei", "timeml"] {
        for paths in [&["in/a.txt"][..], &["in"]] {
            let run = folder.run(&[&["--to", format][..], paths].concat());
            roxmltree::Document::parse(&run.out).expect("well-formed");
        }
    }
    for format in ["pretty", "conll", "rdf", "html", "plover"] {
        let run = folder.run(&["--to", format, "in"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(!run.out.contains('\u{1b}'), "no colours into a pipe");
    }
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("unreadable");
    folder.file("in/b.txt", LISBON);
    let path = folder.file("in/a.txt", LISBON);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("changed");
    if fs::File::open(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    let run = folder.run(&["in"]);
    assert_eq!((run.code, run.ids()), (1, vec!["b".to_owned()]));
    assert!(run.err.contains("in/a.txt: "), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_broken_pipe_ends_quietly() {
    let folder = Folder::new("pipe");
    let line = format!("{{\"text\":{}}}\n", serde_json::json!(LISBON));
    folder.file("in.jsonl", line.repeat(3000));
    let mut child = Command::new(program())
        .args(["--to", "html", "in.jsonl"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    drop(child.stdout.take());
    let run = Run::of(child.wait_with_output().expect("ends"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
#[cfg(unix)]
fn an_interrupted_run_leaves_whole_lines_and_can_be_gone_on_with() {
    let folder = Folder::new("interrupt");
    let ids: Vec<String> = (0..1200).map(|n| format!("d{n}")).collect();
    let line = |id: &String| serde_json::json!({"id": id, "text": LISBON}).to_string() + "\n";
    folder.file("in.jsonl", ids.iter().map(line).collect::<String>());
    let arguments = ["--resume", "--out", "out.jsonl", "--threads", "2", "in.jsonl"];
    let mut child = Command::new(program()).args(arguments).current_dir(&folder.0).spawn().expect("the example runs");
    let written = || fs::metadata(folder.0.join("out.jsonl")).map_or(0, |file| file.len());
    while written() == 0 && child.try_wait().expect("a child").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    // What Ctrl-C sends; a run that has ended already has nothing to fear.
    let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    child.wait().expect("ends");
    let known = |text: &str| -> Vec<String> {
        assert!(text.is_empty() || text.ends_with('\n'));
        let id = |line| serde_json::from_str::<serde_json::Value>(line).expect("a whole line")["id"].clone();
        text.lines().map(|line| id(line).as_str().expect("an id").to_owned()).collect()
    };
    let left = known(&folder.read("out.jsonl"));
    assert_eq!(left, ids[..left.len()]);
    assert_eq!(folder.run(&arguments).code, 0);
    assert_eq!(known(&folder.read("out.jsonl")), ids);
}
