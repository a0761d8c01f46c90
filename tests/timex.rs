//! The temporal tagger against `tests/timex/*.toml`, and against whatever text there may be.

use depeche::mention::timex::{DateSource, Direction, Tagger, Timex};
use depeche::text::{Source, Tokens};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    date: Option<String>,
    way: Option<String>,
    timex: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    r#type: String,
    value: Option<String>,
    r#mod: Option<String>,
}

fn tag(tagger: &Tagger, text: &str, date: Option<&str>, way: Direction) -> Vec<Timex> {
    let tokens = Tokens::new(text);
    let mut found = Vec::new();
    let date = date.map(|d| d.parse().expect("a reference date"));
    tagger.tag(Source::new(text, &tokens), date, &|_| way, &|_| false, &mut found);
    found
}

fn shown(text: &str, kind: &str, value: Option<&str>, modifier: Option<&str>) -> String {
    format!("[{text}] {kind} {} {}", value.unwrap_or("-"), modifier.unwrap_or(""))
}

#[test]
fn cases() {
    let tagger = Tagger::new().without_adjectives();
    let (mut count, mut wrong) = (0, Vec::new());
    let mut files: Vec<_> =
        std::fs::read_dir("tests/timex").expect("tests/timex").map(|f| f.expect("a file").path()).collect();
    files.sort();
    for path in files {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path).expect("readable");
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        for case in file.case {
            count += 1;
            let way = match case.way.as_deref() {
                Some("past") => Direction::Past,
                Some("future") => Direction::Future,
                None | Some("unknown") => Direction::Unknown,
                Some(other) => panic!("{name}: way {other}"),
            };
            let got: Vec<String> = tag(&tagger, &case.text, case.date.as_deref(), way)
                .iter()
                .map(|t| {
                    let value = t.value.map(|v| v.to_string());
                    shown(t.span.of(&case.text), t.kind.as_str(), value.as_deref(), t.modifier.map(|m| m.as_str()))
                })
                .collect();
            let want: Vec<String> =
                case.timex.iter().map(|e| shown(&e.text, &e.r#type, e.value.as_deref(), e.r#mod.as_deref())).collect();
            if got != want {
                wrong.push(format!("{name}: {}\n    want {want:?}\n    got  {got:?}", case.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 1000, "only {count} cases");
}

#[test]
fn interval_has_begin_and_end() {
    let found = tag(&Tagger::new(), "Les 9 et 10 juin 2018, ils ont voté.", None, Direction::Past);
    assert_eq!(found[0].begin.map(|v| v.to_string()).as_deref(), Some("2018-06-09"));
    assert_eq!(found[0].end.map(|v| v.to_string()).as_deref(), Some("2018-06-10"));
    assert_eq!(found[0].rule, "timex:days");
    let found = tag(&Tagger::new(), "Il risque de 8 à 24 mois.", None, Direction::Past);
    assert_eq!(found[0].begin.map(|v| v.to_string()).as_deref(), Some("P8M"));
}

#[test]
fn claimed_tokens_are_no_dates() {
    let text = "La rue du 4 Septembre est fermée jeudi.";
    let tokens = Tokens::new(text);
    let mut found = Vec::new();
    let source = Source::new(text, &tokens);
    Tagger::new().tag(source, None, &|_| Direction::Past, &|i| (1..5).contains(&i), &mut found);
    assert_eq!(found.iter().map(|t| t.span.of(text)).collect::<Vec<_>>(), ["jeudi"]);
}

#[test]
fn adjectives_unless_declined() {
    let text = "L'actuel accord et le prochain sommet.";
    let tagger = Tagger::new();
    let found = tag(&tagger, text, None, Direction::Past);
    assert!(tag(&tagger.without_adjectives(), text, None, Direction::Past).is_empty());
    let shown: Vec<_> = found.iter().map(|t| (t.span.of(text), t.rule)).collect();
    assert_eq!(shown, [("actuel", "timex:adjective"), ("prochain", "timex:adjective")]);
}

#[test]
fn reference_dates() {
    let tagger = Tagger::new();
    let of = |text: &str| {
        let tokens = Tokens::new(text);
        tagger.reference_date(Source::new(text, &tokens)).map(|(d, s)| (d.to_string(), s))
    };
    let (header, dateline) = (DateSource::Header, DateSource::Dateline);
    for (text, want) in [
        (
            "Pyongyang consulte Moscou\n\nActualités 15.03.2019 à 14h07\n\nLe vice-ministre a parlé.",
            Some(("2019-03-15", header)),
        ),
        ("Un titre\nPublié le 3 mai 2018 à 12:30\nLe texte suit ici.", Some(("2018-05-03", header))),
        ("2 novembre 2012. - Des milliers de personnes ont défilé.", Some(("2012-11-02", header))),
        ("SEOUL, 15 mars 2019 (Yonhap) -- Le vice-ministre a parlé.", Some(("2019-03-15", dateline))),
        ("PARIS, 3 mai 2018 (AFP) - Le ministre a parlé.", Some(("2018-05-03", dateline))),
        ("MOSCOU, 4 juin. /TASS/. Le porte-parole a parlé du 4 juin 2017.", Some(("2017-06-04", dateline))),
        ("SEOUL, 15 mars (Yonhap) -- Le vice-ministre a parlé.", None),
        ("Un titre\n\n26 juillet 2016, Cracovie. –\nRéunis en Pologne, ils ont parlé.", Some(("2016-07-26", header))),
        ("Le 3 mai 2018, il a parlé.", None),
        ("4 janvier 1989 : le journal révèle une fraude.", None),
        ("Il est né le 3 mai 1950 à Lyon.", None),
        ("", None),
    ] {
        assert_eq!(of(text), want.map(|(d, s)| (d.to_owned(), s)), "{text}");
    }
}

#[test]
fn same_text_same_output() {
    let text = "Lundi 6, hier soir et du 3 au 5 mars, il y a deux ans, la veille, vers 18 heures.";
    let first = tag(&Tagger::new(), text, Some("2019-03-15"), Direction::Past);
    assert_eq!(first, tag(&Tagger::new(), text, Some("2019-03-15"), Direction::Past));
}

const WORDS: [&str; 64] = [
    "le",
    "la",
    "du",
    "au",
    "de",
    "d'",
    "l'",
    "à",
    "et",
    "en",
    "ce",
    "cette",
    "ces",
    "il",
    "y",
    "a",
    "15",
    "1er",
    "2019",
    "31",
    "29",
    "février",
    "mars",
    "lundi",
    "h",
    "heures",
    "14h07",
    "20h",
    "avant",
    "-",
    "hier",
    "demain",
    "après",
    "midi",
    "minuit",
    "jours",
    "ans",
    "semaine",
    "mois",
    "dernier",
    "prochaine",
    "dernières",
    "fin",
    "mi",
    "début",
    "nuit",
    "soir",
    "siècle",
    "XXe",
    "deux",
    "vingt",
    "mille",
    "dizaine",
    "plus",
    "tard",
    "fois",
    "par",
    "chaque",
    "tous",
    "les",
    "2014-2016",
    "veille",
    ".",
    "été",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_gives_ordered_mentions(text in "\\PC{0,120}", year in -9999i16..=9999) {
        let tokens = Tokens::new(&text);
        let source = Source::new(&text, &tokens);
        let mut found = Vec::new();
        let date = jiff::civil::Date::new(year, 12, 31).ok();
        Tagger::new().tag(source, date, &|_| Direction::Future, &|_| false, &mut found);
        check(&text, &found);
    }

    #[test]
    fn any_words_give_ordered_mentions(
        words in prop::collection::vec(0usize..WORDS.len(), 0..40),
        glue in prop::collection::vec(0u8..8, 40),
        year in -9999i16..=9999,
    ) {
        let mut text = String::new();
        for (i, w) in words.iter().enumerate() {
            text.push_str(WORDS[*w]);
            text.push_str(match glue[i] { 0 => "-", 1 => ", ", 2 => "/", 3 => "\n", _ => " " });
        }
        let tokens = Tokens::new(&text);
        let source = Source::new(&text, &tokens);
        let tagger = Tagger::new();
        let _ = tagger.reference_date(source);
        for way in [Direction::Past, Direction::Future, Direction::Unknown] {
            for date in [None, jiff::civil::Date::new(year, 2, 28).ok(), jiff::civil::Date::new(9999, 12, 31).ok()] {
                let mut found = Vec::new();
                tagger.tag(source, date, &|_| way, &|_| false, &mut found);
                check(&text, &found);
            }
        }
    }
}

fn check(text: &str, found: &[Timex]) {
    let mut last = 0;
    for timex in found {
        assert!(timex.span.start >= last && timex.span.end > timex.span.start, "{found:?}");
        assert!(text.get(timex.span.range()).is_some());
        let _ = timex.value.map(|v| v.to_string());
        last = timex.span.end;
    }
}

#[test]
fn an_adjective_is_no_noun() {
    let text = "Un renforcement sans précédent crée un précédent; le précédent accord non.";
    let found = tag(&Tagger::new(), text, None, Direction::Past);
    assert_eq!(found.iter().map(|t| t.span.start).collect::<Vec<_>>(), [58]);
}

/// The direction comes from the verb the date belongs to.
#[test]
fn directions_through_the_pipeline() {
    let extractor = depeche::Extractor::default();
    let mut wrong = Vec::new();
    for (text, want) in [
        ("Le Parlement a voté mardi une loi qui entrera en vigueur lundi.", &["2019-03-12", "2019-03-18"][..]),
        ("Les pourparlers, qui se sont ouverts dimanche, reprendront samedi.", &["2019-03-10", "2019-03-16"]),
        ("Le ministre doit rencontrer samedi son homologue.", &["2019-03-16"]),
        ("Il a décidé de se rendre samedi à Moscou.", &["2019-03-16"]),
        ("Une réunion qui doit se tenir mercredi réunira les ministres.", &["2019-03-20"]),
        ("Le président, arrivé dimanche à Rome, quittera l'Italie mercredi.", &["2019-03-10", "2019-03-20"]),
        ("Le cessez-le-feu entré en vigueur samedi tient.", &["2019-03-09"]),
        ("M. Sanz est attendu vendredi à Ankara.", &["2019-03-15"]),
        ("La conférence s'ouvre lundi à Genève.", &["2019-03-18"]),
        ("Le ministre a précisé que les négociations reprendraient le 2 avril.", &["2019-04-02"]),
        ("Le résultat du vote de février, qui devrait être annulé, a surpris.", &["2019-02"]),
        ("Il faut que le rapport soit rendu mardi.", &["2019-03-19"]),
        ("Le sommet a été repoussé à mai.", &["2019-05"]),
        ("Il a été élu en juin.", &["2018-06"]),
        ("Il sera jugé en janvier.", &["2020-01"]),
        ("Le tribunal juge trois hommes pour l'enlèvement d'un diplomate, le 2 avril à Lima.", &["2018-04-02"]),
        ("Condamné à la réclusion à vie le 6 avril, il a fait appel.", &["2018-04-06"]),
        ("Le pays compte dix villes et le bilan de juin surprend.", &["2019-06"]),
    ] {
        let date = "2019-03-14".parse().expect("a date");
        let document = extractor.extract(depeche::Input::new(text).date(date));
        let line = depeche::output::jsonl::line(&depeche::output::Item::new("1", &document));
        let json: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let found: Vec<_> = json["mentions"]
            .as_array()
            .expect("mentions")
            .iter()
            .filter_map(|m| m["timex"]["value"].as_str().map(str::to_owned))
            .collect();
        if found != want {
            wrong.push(format!("{text}\n    want {want:?}\n    got  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
