//! Imports run one way only.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules of the crate; each may use those of its own line and of the lines before it.
const WAY: [&[&str]; 10] = [
    &["both", "cut", "digits", "span", "id", "error", "plain"],
    &["text"],
    &["lexicon"],
    &["syntax"],
    &["mention"],
    &["reference"],
    &["relation"],
    &["document"],
    &["extractor"],
    &["output"],
];

fn rank(module: &str) -> Option<usize> {
    WAY.iter().position(|line| line.contains(&module))
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The modules that the code of a file names after `crate::`; comments and unit tests do not count.
fn used(code: &str) -> Vec<String> {
    let code: Vec<&str> = code
        .lines()
        .take_while(|line| !line.trim_start().starts_with("mod tests {"))
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let list = match rest.strip_prefix('{') {
            // The first name of every member of the list, however deep the braces go.
            Some(list) => {
                let (mut depth, mut names, mut start) = (0, Vec::new(), true);
                for (i, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && !c.is_whitespace() => {
                            names.push(&list[i..]);
                            start = false;
                        }
                        _ => {}
                    }
                }
                names
            }
            None => vec![rest],
        };
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        found.extend(list.into_iter().map(word));
    }
    found
}

#[test]
fn every_arrow_points_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    assert!(files.len() > 20);
    let mut wrong = Vec::new();
    for path in files {
        let relative = path.strip_prefix(&root).expect("below src");
        let Some(first) = relative.components().next() else { continue };
        let module = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        if module == "lib" || module == "main" {
            continue;
        }
        let Some(own) = rank(&module) else {
            wrong.push(format!("{}: {module} has no place on the way", relative.display()));
            continue;
        };
        let code = fs::read_to_string(&path).expect("a source file");
        for name in used(&code) {
            if rank(&name).is_some_and(|other| other > own) {
                wrong.push(format!("{}: {module} uses {name}, which comes after it", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_them() {
    let code = "use crate::text::Source;\nuse crate::{span::Span, mention::{A, B}};\nfn f(x: crate::output::X) {}\n\
                // crate::relation\nuse macro_crate::lexicon;\nmod tests {\n use crate::extractor::E;\n}";
    assert_eq!(used(code), ["text", "span", "mention", "output"]);
}
