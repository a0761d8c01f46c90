//! The example `check_frames`: faults by line and column, examples that run, exit codes.

mod support;

use std::path::PathBuf;
use std::process::Command;

fn check(name: &str, toml: &str) -> (i32, String, String) {
    let path: PathBuf = std::env::temp_dir().join(format!("depeche-{name}-{}.toml", std::process::id()));
    std::fs::write(&path, toml).expect("written");
    let output = Command::new(support::example("check_frames")).arg(&path).output().expect("runs");
    std::fs::remove_file(&path).expect("removed");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8").replace(&path.display().to_string(), "own.toml");
    (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
}

const GREETED: &str = r#"type = "greeted"

[[verb]]
lemma = ["saluer"]
actor = { slot = "subject", kinds = ["person"] }
recipient = { slot = "object", kinds = ["person"] }

[[example]]
text = "Angela Merkel a salué Emmanuel Macron mardi."
relations = [{ actor = ["Angela Merkel"], recipient = ["Emmanuel Macron"], date = ["mardi"] }]

[[counter_example]]
text = "Angela Merkel a salué cette décision."
why = "object is a thing"
"#;

#[test]
fn a_good_file() {
    let (code, out, err) = check("good", GREETED);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("greeted: 1 of 1 examples and 1 of 1 counter-examples"), "{out}");
}

#[test]
fn an_example_that_gives_something_else() {
    let (code, out, err) = check("other", &GREETED.replace("date = [\"mardi\"]", "date = []"));
    assert_eq!((code, err.as_str()), (1, ""));
    for part in
        ["own.toml:8:1: ", "expected greeted", "found    greeted", "greeted/saluer at «a salué» fired", "0 of 1"]
    {
        assert!(out.contains(part), "{part}: {out}");
    }
    let (code, out, _) = check("counter", &GREETED.replace("salué cette décision", "salué Emmanuel Macron"));
    assert_eq!(code, 1);
    assert!(out.contains("own.toml:12:1: ") && out.contains("expected nothing"), "{out}");
}

#[test]
fn every_fault_by_line_and_column() {
    let faulty = GREETED
        .replace("kinds = [\"person\"] }\nrecipient", "kinds = [\"persn\"] }\nrecipient")
        .replace("actor = [\"Angela Merkel\"]", "actor = [\"Angela Markel\"], modality = \"sure\"")
        .replace("why = ", "wy = ");
    let (code, out, err) = check("faulty", &faulty);
    assert_eq!((code, out.as_str()), (2, ""));
    for part in ["own.toml:5:39: ", "own.toml:10:25: ", "\"Angela Markel\"", "\"sure\"", "own.toml:14:1: ", "`wy`"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    for toml in ["", "type = ", "type = \"x\"\n[[verbs]]\n", "type = \"x\"\n[[verb]]\nlemma = [\"xyzer\"]\n"] {
        let (code, out, err) = check("broken", toml);
        assert_eq!((code, out.as_str()), (2, ""), "{toml}");
        assert!(err.contains("own.toml:"), "{toml}: {err}");
    }
}

#[test]
fn wrong_usage() {
    for arguments in [&[][..], &["missing.toml"], &["tests"]] {
        let output = Command::new(support::example("check_frames")).args(arguments).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
