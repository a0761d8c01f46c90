//! Changes of a text that must not change what is found in it, or only shift it.

#[allow(dead_code)] // Not every test needs every generator.
#[path = "properties/generator.rs"]
mod generator;

use depeche::output::record::Record;
use depeche::output::{jsonl, Item, TimexFields};
use depeche::{Document, Extractor, Input, MentionKind, Scratch};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

const ARTICLES: [&str; 3] = [
    include_str!("articles/lisbonne.txt"),
    include_str!("articles/nairobi.txt"),
    include_str!("articles/archives/vienne.txt"),
];

/// Names nobody, tells no time.
const NEUTRAL: &str = "Rien de tout cela ne surprend. Les marchés sont calmes et les prix restent stables.";

/// Generated texts a property. Everyday runs are few and always the same, so that a change is to blame when one fails;
/// `PROPTEST_CASES` asks for as many new ones as it says.
fn cases(everyday: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(1995) };
    let cases = asked.unwrap_or(everyday);
    ProptestConfig { cases, rng_seed, failure_persistence: None, max_shrink_iters: 4096, ..ProptestConfig::default() }
}

fn dated<'t>(extractor: &Extractor, text: &'t str) -> Document<'t> {
    extractor.extract(Input::new(text).date(depeche::Date::constant(2019, 3, 15)))
}

fn line(document: &Document<'_>) -> String {
    jsonl::line(&Item::new("a", document))
}

/// What was found, without its place: mentions, who is who, relations. `shown` makes the spelling comparable.
fn found(document: &Document<'_>, shown: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut out = Vec::new();
    for mention in document.mentions() {
        let entity = mention.entity().map(|e| e.id().index());
        let value = mention.timex().map(TimexFields::of).map(|t| shown(&format!("{t:?}")));
        let office = mention.official().map(|o| {
            format!("{} {:?} {:?} {}", o.role().as_str(), o.countries(), o.accredited_to(), o.status().as_str())
        });
        let place = (mention.place_type(), mention.org_type(), mention.country(), mention.gazetteer_id());
        out.push(format!(
            "{} {} {entity:?} {value:?} {office:?} {place:?}",
            mention.kind().as_str(),
            shown(mention.text())
        ));
    }
    for entity in document.entities() {
        out.push(format!("{} {} {:?}", entity.kind().as_str(), shown(entity.name()), entity.countries()));
    }
    for relation in document.relations() {
        let arguments: Vec<String> = relation
            .arguments()
            .map(|a| format!("{}={} {}", a.role().as_str(), shown(a.mention().text()), a.how()))
            .collect();
        out.push(format!(
            "{} {} {} {} {arguments:?}",
            relation.kind(),
            relation.rule(),
            relation.polarity().as_str(),
            relation.modality().as_str()
        ));
    }
    out
}

fn as_is(text: &str) -> String {
    text.to_owned()
}

fn same(text: &str, changed: &str, shown: &dyn Fn(&str) -> String) -> Result<(), TestCaseError> {
    let extractor = Extractor::default();
    let (one, two) = (dated(&extractor, text), dated(&extractor, changed));
    prop_assert_eq!(found(&one, shown), found(&two, shown), "{:?}\n{:?}", text, changed);
    Ok(())
}

/// A record with every offset moved by `by` code points.
fn moved(record: &mut Record<'_>, by: u32) {
    for mention in &mut record.mentions {
        mention.start += by;
        mention.end += by;
    }
    for relation in &mut record.relations {
        for trigger in relation.triggers.iter_mut().chain(relation.topic.as_mut()) {
            trigger.start += by;
            trigger.end += by;
        }
        relation.evidence.start += by;
        relation.evidence.end += by;
    }
}

fn shifts(text: &str) -> Result<(), TestCaseError> {
    let extractor = Extractor::default();
    let alone = dated(&extractor, text);
    let item = Item::new("a", &alone);
    let after = format!("{text}\n\n{NEUTRAL}");
    let after = dated(&extractor, &after);
    prop_assert_eq!(Record::from(&item), Record::from(&Item::new("a", &after)), "after {:?}", text);

    let before = format!("{NEUTRAL}\n\n");
    let whole = format!("{before}{text}");
    let after = dated(&extractor, &whole);
    let mut record = Record::from(&item);
    moved(&mut record, before.chars().count() as u32);
    prop_assert_eq!(record, Record::from(&Item::new("a", &after)), "before {:?}", text);
    Ok(())
}

fn normalization(text: &str) -> Result<(), TestCaseError> {
    let (composed, decomposed) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
    same(&composed, &decomposed, &|t| t.nfc().collect())
}

fn apostrophes(text: &str) -> Result<(), TestCaseError> {
    let straight = text.replace('’', "'");
    same(&straight, &straight.replace('\'', "’"), &|t| t.replace('’', "'"))
}

/// « … » as the typewriter and the English write it. The quotes themselves are no part of what is compared.
fn quotes(text: &str) -> Result<(), TestCaseError> {
    for (open, close) in [("\"", "\""), ("“", "”"), ("«\u{a0}", "\u{a0}»"), ("«\u{202f}", "\u{202f}»")] {
        same(text, &text.replace("« ", open).replace(" »", close), &as_is)?;
    }
    Ok(())
}

/// A sentence in capitals as a headline above itself keeps its persons, places and organisations that stand in a list.
fn headline(text: &str) -> Result<(), TestCaseError> {
    let first = text.split_inclusive('.').next().unwrap_or(text).trim();
    // « l'a l'Union européenne » is no sentence.
    if first.contains(" l'a ") {
        return Ok(());
    }
    let capitals = first.to_uppercase();
    let whole = format!("{capitals}\n\n{first}");
    let document = dated(&Extractor::default(), &whole);
    let (head, body): (Vec<_>, Vec<_>) = document.mentions().partition(|m| (m.span().start as usize) < capitals.len());
    let kinds = [MentionKind::Person, MentionKind::Place, MentionKind::Organization];
    for name in body.iter().filter(|m| kinds.contains(&m.kind()) && m.gazetteer_id().is_some()) {
        let wanted = name.text().to_uppercase();
        prop_assert!(
            head.iter().any(|m| m.text().contains(&wanted) || wanted.contains(m.text())),
            "{wanted} in {whole:?}"
        );
    }
    Ok(())
}

fn lines(text: &str) -> Result<(), TestCaseError> {
    let feed = text.replace("\r\n", "\n");
    same(&feed, &feed.replace('\n', "\r\n"), &|t| t.replace("\r\n", "\n"))
}

fn spaces(text: &str) -> Result<(), TestCaseError> {
    same(text, &text.replace(' ', "\u{a0}"), &|t| t.replace('\u{a0}', " "))
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn a_neutral_paragraph_only_shifts(text in generator::plain()) {
        shifts(&text)?;
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same(text in generator::plain()) {
        normalization(&text)?;
    }

    #[test]
    fn straight_and_typographic_apostrophes_are_the_same(text in generator::plain()) {
        apostrophes(&text)?;
    }

    #[test]
    fn quotes_are_the_same_however_written(text in generator::spoken()) {
        quotes(&text)?;
    }

    #[test]
    fn headlines_in_capitals_lose_no_listed_name(text in generator::plain()) {
        headline(&text)?;
    }

    #[test]
    fn line_feeds_are_the_same_with_carriage_returns(text in generator::plain()) {
        lines(&text)?;
    }

    #[test]
    fn spaces_that_do_not_break_are_spaces(text in generator::plain()) {
        spaces(&text)?;
    }
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn odd_text_in_another_spelling_tells_the_same(text in generator::news()) {
        apostrophes(&text)?;
        lines(&text)?;
    }

    #[test]
    fn odd_text_composed_or_not_tells_the_same(text in generator::news()) {
        // An address ends before an accented letter, not before a letter and its accent.
        if ["http", "www", "@", ".fr"].iter().any(|address| text.contains(address)) {
            return Ok(());
        }
        // Greek letters that are neither capital nor small are a capital and a mark once they are taken apart; and words
        // that only an apostrophe joins (« ONU'Zoë ») are no words.
        let odd = |c: char| ('\u{1f00}'..='\u{1fff}').contains(&c) || matches!(c, '\'' | '’');
        normalization(&text.replace(odd, " "))?;
    }
}

#[test]
fn articles_in_another_spelling_tell_the_same() {
    for text in ARTICLES {
        for change in [shifts, normalization, apostrophes, lines] {
            if let Err(error) = change(text) {
                panic!("{error}");
            }
        }
    }
}

#[test]
fn straight_and_typographic_quotes_are_the_same() {
    for text in [
        "Le ministre kényan a dit : « Nous avons rencontré Idrissa Kouyaté à Oslo. » Il est reparti mardi.",
        "« Le traité sera signé à Vienne », a déclaré Anders Fjelstad, ministre norvégien des Affaires étrangères.",
        "L'accord « historique » avec le Chili a été signé par Mme Awa Sembène.",
    ] {
        let straight = text.replace("« ", "\"").replace(" »", "\"");
        let curly = text.replace("« ", "“").replace(" »", "”");
        for changed in [straight, curly] {
            if let Err(error) = same(text, &changed, &as_is) {
                panic!("{error}");
            }
        }
    }
}

#[test]
fn headlines_in_capitals_keep_their_names() {
    let extractor = Extractor::default();
    for (text, names) in [
        ("ANGELA MERKEL REÇUE À ROME\n\nAngela Merkel a été reçue à Rome mardi.", &["ANGELA MERKEL", "ROME"][..]),
        ("L'ONU CONDAMNE LA CORÉE DU NORD\n\nL'ONU a condamné la Corée du Nord.", &["ONU", "CORÉE DU NORD"]),
        ("VISITE À MOSCOU DE VLADIMIR POUTINE", &["MOSCOU", "VLADIMIR POUTINE"]),
        ("ETATS-UNIS : UN AMBASSADEUR RAPPELÉ DE PÉKIN", &["ETATS-UNIS", "PÉKIN"]),
    ] {
        let document = dated(&extractor, text);
        let found: Vec<&str> = document.mentions().map(|m| m.text()).collect();
        for name in names {
            assert!(found.contains(name), "{name} in {found:?}");
        }
    }
}

#[test]
fn two_inputs_in_a_row_are_the_two_apart() {
    let (extractor, mut scratch) = (Extractor::default(), Scratch::new());
    for pair in [[0, 1], [1, 0], [2, 1], [0, 2], [1, 1]] {
        let together: Vec<String> =
            pair.iter().map(|&i| line(&extractor.extract_with(&mut scratch, ARTICLES[i]))).collect();
        let apart: Vec<String> = pair.iter().map(|&i| line(&extractor.extract(ARTICLES[i]))).collect();
        assert_eq!(together, apart);
    }
}

#[test]
fn inputs_side_by_side_are_the_same_apart() {
    let (extractor, mut scratch) = (Extractor::default(), Scratch::new());
    for count in [0, 1, 3, 2, 5] {
        let inputs: Vec<Input<'_>> = ARTICLES.iter().cycle().take(count).map(|text| Input::new(text)).collect();
        let together: Vec<String> = extractor.extract_each(&mut scratch, &inputs).iter().map(line).collect();
        let apart: Vec<String> = inputs.iter().map(|&input| line(&extractor.extract(input))).collect();
        assert_eq!(together, apart);
    }
}

#[test]
fn many_threads_find_what_one_finds() {
    let extractor = Extractor::default();
    let texts: Arc<Vec<String>> = Arc::new((0..24).map(|i| ARTICLES[i % 3].repeat(1 + i % 4)).collect());
    let one: Vec<String> = texts.iter().map(|t| line(&extractor.extract(t))).collect();
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let (extractor, texts) = (extractor.clone(), Arc::clone(&texts));
            std::thread::spawn(move || {
                let mut scratch = Scratch::new();
                texts.iter().map(|t| line(&extractor.extract_with(&mut scratch, t))).collect::<Vec<_>>()
            })
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("no panic"), one);
    }
}

#[test]
fn what_surrounds_a_text_is_no_part_of_it() {
    let extractor = Extractor::default();
    for text in ARTICLES {
        let kinds = |t: &str| -> Vec<(MentionKind, String)> {
            dated(&extractor, t).mentions().map(|m| (m.kind(), m.text().to_owned())).collect()
        };
        assert_eq!(kinds(text), kinds(&format!("\u{feff}{text}")), "byte order mark");
        assert_eq!(kinds(text), kinds(&format!("{text}\n\n \t\n")), "white space at the end");
    }
}
