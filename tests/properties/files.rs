//! Files of the user's own, most of them nearly right.

use super::generator::{NAMES, ODD};
use proptest::prelude::*;

/// Rows of a gazetteer.
pub fn rows() -> impl Strategy<Value = String> {
    let of = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    let cell = prop_oneof![
        6 => of(&["person", "place", "organization", "official", "event", "demonym", "add", "silence", "free", "context", "exact", "other", "city", "FR"]),
        4 => of(NAMES),
        2 => of(ODD),
        2 => Just(String::new()),
        1 => "\\PC{1,8}",
    ];
    let kind = of(&["person", "place", "organization", "official", "event", "demonym"]);
    let right = (
        kind,
        of(NAMES),
        of(NAMES),
        of(&["FR", "", "XX"]),
        of(&["", "city", "other"]),
        of(&["free", ""]),
        of(&["add", "silence", ""]),
    )
        .prop_map(|(kind, name, variant, country, sort, policy, action)| {
            [kind, name, variant, country, sort, policy, action].join("\t")
        });
    let row = prop_oneof![3 => right, 2 => prop::collection::vec(cell, 0..10).prop_map(|cells| cells.join("\t"))];
    prop::collection::vec((row, of(&["\n", "\r\n", "\n\n"])), 0..6)
        .prop_map(|rows| rows.into_iter().flat_map(|(row, end)| [row, end]).collect())
}

/// Frame files, put together of lines that are right and lines that are not.
pub fn toml() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(prop::sample::select(TOML), 0..14);
    (any::<bool>(), lines).prop_map(|(head, lines)| {
        let head = if head { "type = \"greeted\"\n" } else { "" };
        format!("{head}{}", lines.join("\n"))
    })
}

/// JSON Lines: what the writer writes, cut and mixed, and what it never does.
pub fn json_lines() -> impl Strategy<Value = Vec<u8>> {
    let whole = depeche::output::jsonl::line(&depeche::output::Item::new(
        "a",
        &depeche::Extractor::default().extract("Angela Merkel a reçu Emmanuel Macron mardi à Berlin."),
    ));
    let cut = (0..whole.len(), any::<u8>()).prop_map(move |(at, byte)| {
        let mut line = whole.clone().into_bytes();
        line[at] = byte;
        line
    });
    let line = prop_oneof![
        3 => cut,
        1 => prop::collection::vec(any::<u8>(), 0..40),
        1 => prop::sample::select(JSON).prop_map(|line| line.as_bytes().to_vec()),
    ];
    prop::collection::vec(line, 0..4).prop_map(|lines| lines.join(&b'\n'))
}

const TOML: &[&str] = &[
    "type = \"hailed\"",
    "type = 3",
    "cameo = \"050\"",
    "[unless]",
    "[lists]",
    "greetings = [\"salut\", \"bonjour\"]",
    "adverbial = [\"par téléphone\"]",
    "[[verb]]",
    "[[noun]]",
    "[[preposition]]",
    "[[example]]",
    "[[verbe]]",
    "[[",
    "lemma = [\"saluer\", \"se rendre\", \"rendre visite\"]",
    "lemma = \"visite\"",
    "lemma = \"tête-à-tête\"",
    "lemma = \"\"",
    "lemma = [\"se \", \" \", \"-\", \"é\"]",
    "lemma = \"à l'invitation de\"",
    "actor = { slot = \"subject\", kinds = [\"person\", \"official\"] }",
    "actor = { slot = \"nowhere\" }",
    "recipient = { slot = [\"à\", \"object.de\", \"infinitive.object\"], kinds = [\"party\"], optional = true }",
    "recipient = { slot = \"object.\", kinds = [\"\"] }",
    "place = { slot = [], kinds = [] }",
    "unless = { object = [\"@greetings\", \"lettre\"], \"à\" = \"@nothing\" }",
    "require = { adjective = [\"officiel\"], \"é.é\" = \"é\" }",
    "form = [\"active\", \"sideways\"]",
    "complement = \"que\"",
    "complement = \"rien\"",
    "support = [\"avoir\", \"xyzer\"]",
    "reciprocal = true",
    "strict = 1",
    "text = \"…\"",
    "# « commentaire »",
    "\u{0}",
    "\"\"\"",
];
const JSON: &[&str] = &[
    "{\"id\":\"\\ud800\"}",
    "{\"id\":\"a\",\"id\":\"b\"}",
    "{\"id\":\"\\udc00\\ud800\",\"mentions\":[],\"entities\":[],\"relations\":[]}",
    "{\"id\":\"a\",\"mentions\":[{}]}",
    "{\"id\":1e999}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "null",
    "\u{feff}{}",
    "",
];
