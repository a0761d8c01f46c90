//! Facts a reader of dispatches takes for granted (`tests/coverage.tsv`): each is found in its sentence
//! with the right kind and country. At least 99 in 100 must be.

use depeche::lexicon::{Lexical, Lexicon};
use depeche::mention::timex::Tagger;
use depeche::mention::{self, Context, Mention, MentionData, MentionKind, Mentions};
use depeche::syntax::Syntax;
use depeche::text::{Source, Tokens};

/// Whether `mention` is what the row expects.
fn fits(lexicon: &Lexicon, mention: &Mention, kind: &str, expected: &str) -> bool {
    let code = |c: Option<depeche::Code>| c.is_some_and(|c| c.as_str() == expected);
    match (&mention.data, kind) {
        (MentionData::Place { country, .. }, "country" | "city" | "region" | "building") => {
            expected == "place" || code(*country)
        }
        (MentionData::Organization { org_type, .. }, "organization") => org_type.as_str() == expected,
        (MentionData::Official(o), "demonym") => o.countries.iter().any(|c| c.as_str() == expected),
        (MentionData::Organization { country, .. }, "demonym") => code(*country),
        (MentionData::Official(o), "title") => o.role.as_str() == expected,
        (MentionData::Official(o), "portfolio") => {
            o.portfolio.is_some_and(|id| lexicon.entry(id).name.to_lowercase() == expected.to_lowercase())
        }
        _ => matches!((mention.kind(), kind), (MentionKind::Person, "leader") | (MentionKind::Event, "event")),
    }
}

#[test]
fn facts() {
    let lexicon = Lexicon::new(&[]).expect("the embedded gazetteers");
    let tagger = Tagger::default();
    let table = include_str!("coverage.tsv");
    let (mut rows, mut found) = (0, 0);
    let (mut tokens, mut lexical) = (Tokens::default(), Lexical::default());
    let (mut syntax, mut out) = (Syntax::default(), Mentions::default());
    for line in table.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, text, sentence, expected] = cells[..] else { panic!("four columns expected: {line}") };
        rows += 1;
        tokens.read(sentence);
        let source = Source::new(sentence, &tokens);
        lexicon.read(source, &mut lexical);
        syntax.read(source, &lexicon, &lexical);
        let context = Context { source, lexicon: &lexicon, lexical: &lexical, syntax: &syntax };
        mention::find(context, &tagger, None, &mut out);
        // A title or a demonym is part of the mention it makes; a name is the mention.
        let whole = !matches!(kind, "title" | "demonym" | "portfolio");
        let ok = out.list.iter().any(|m| {
            let span = m.span.of(sentence);
            (if whole { span == text } else { span.contains(text) }) && fits(&lexicon, m, kind, expected)
        });
        if ok {
            found += 1;
        } else {
            let have: Vec<_> = out.list.iter().map(|m| (m.kind().as_str(), m.span.of(sentence))).collect();
            println!("{kind} {text:?} ({expected}) in {sentence:?}: {have:?}");
        }
    }
    println!("{found} of {rows} facts");
    assert!(found * 100 >= rows * 99, "{found} of {rows} facts");
}
