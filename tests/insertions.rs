//! What stands between the parts of a sentence changes nothing of who does what to whom: `tests/insertions.toml` has shapes of
//! sentences with a hole, and what may fill it. The share of sentences in which the relation is read all the same is recorded by
//! shape in `tests/insertions.tsv`: a drop fails, and so does a gain that is not recorded (`RECORD=1` records). `SHOW=1` prints
//! the sentences that are misread.

use depeche::{ArgumentRole, Extractor};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Predicates and subjects that each filling is tried with.
const TURNS: usize = 2;

#[derive(Deserialize)]
struct File {
    subjects: Vec<String>,
    predicate: Vec<Predicate>,
    shape: Vec<Shape>,
    holes: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Predicate {
    r#type: String,
    participle: String,
    infinitive: String,
    gerund: String,
    object: String,
    tail: String,
}

#[derive(Deserialize)]
struct Shape {
    name: String,
    holes: String,
    text: String,
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// « d'accuser », « qu'il »
fn elided(text: &str) -> String {
    let mut out = text.to_owned();
    for vowel in ["a", "e", "é", "i", "o", "u"] {
        out = out.replace(&format!(" de {vowel}"), &format!(" d'{vowel}"));
    }
    out
}

fn sentence(shape: &Shape, hole: &str, subject: &str, predicate: &Predicate) -> String {
    let text = shape
        .text
        .replace("{hole}", hole)
        .replace("{subject}", subject)
        .replace("{Subject}", &with_capital(subject))
        .replace("{object}", &predicate.object)
        .replace("{Object}", &with_capital(&predicate.object))
        .replace("{participle}", &predicate.participle)
        .replace("{Participle}", &with_capital(&predicate.participle))
        .replace("{infinitive}", &predicate.infinitive)
        .replace("{gerund}", &predicate.gerund)
        .replace("{tail}", &predicate.tail);
    elided(&text)
}

/// The relation of the predicate has the subject for its only actor, the object for its only recipient.
fn read(extractor: &Extractor, text: &str, subject: &str, predicate: &Predicate) -> bool {
    let document = extractor.extract(text);
    let found = document.relations().any(|relation| {
        let one = |role: ArgumentRole, phrase: &str| {
            let mut names = relation.arguments_in(role).map(|m| m.text().to_owned());
            names.next().is_some_and(|name| phrase.ends_with(&name)) && names.next().is_none()
        };
        relation.kind() == predicate.r#type
            && one(ArgumentRole::Actor, subject)
            && one(ArgumentRole::Recipient, &predicate.object)
    });
    found
}

#[test]
fn what_stands_between_changes_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let file: File = toml::from_str(include_str!("insertions.toml")).expect("the shapes and what fills them");
    let extractor = Extractor::builder().build().expect("the embedded data");
    let show = std::env::var("SHOW").is_ok();
    let mut record = String::from("shape\tread\tsentences\n");
    for shape in &file.shape {
        let (mut ok, mut all) = (0, 0);
        for (i, hole) in file.holes[&shape.holes].iter().enumerate() {
            for turn in 0..TURNS {
                let subject = &file.subjects[(i + turn) % file.subjects.len()];
                let predicate = &file.predicate[(i + 5 * turn) % file.predicate.len()];
                let text = sentence(shape, hole, subject, predicate);
                let right = read(&extractor, &text, subject, predicate);
                if show && !right {
                    println!("{}: {text}", shape.name);
                }
                all += 1;
                ok += usize::from(right);
            }
        }
        writeln!(record, "{}\t{ok}\t{all}", shape.name).expect("a string takes what is written");
    }
    let path = root.join("insertions.tsv");
    if std::env::var("RECORD").is_ok() {
        std::fs::write(&path, record).expect("the record");
        return;
    }
    let kept = std::fs::read_to_string(&path).expect("the record; RECORD=1 makes it");
    assert_eq!(kept, record, "sentences read by shape: what is recorded, what is found now");
}
