//! Runs the sentences about who is who and holds each file to its recorded floor.
//!
//! `tests/mentions/reference.toml`: `same` and `different` list pairs of
//! mention texts. `tests/reference/pronouns.toml`: the word at `at` (the
//! first, or `at#2` the second) and the mentions it stands for.
//! `tests/reference/metonymy.toml`: places that stand for their `government`, and those that are the land `itself`.
//! `tests/reference/offices.toml`: what the entities say of officials. Floors
//! are passing cases in `tests/reference/floor.tsv`; they may only rise.
//! `RAISE=1` writes them.

use depeche::lexicon::{Lexical, Lexicon};
use depeche::mention::timex::Tagger;
use depeche::mention::{self, Context, Mentions};
use depeche::reference::{self, antecedent, Entities, Want};
use depeche::syntax::Syntax;
use depeche::text::{Source, Tokens};
use depeche::MentionId;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

const FILES: [&str; 4] =
    ["mentions/reference.toml", "reference/metonymy.toml", "reference/offices.toml", "reference/pronouns.toml"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A text with everything the cases ask about.
struct Read<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
}

impl<'a> Read<'a> {
    fn text(&self, index: usize) -> &'a str {
        self.mentions.list[index].span.of(self.context.source.text)
    }

    /// The mention written `name`, or the second one for « name#2 ».
    fn mention(&self, name: &str) -> Option<(usize, MentionId)> {
        let (text, nth) = numbered(name);
        let index = (0..self.mentions.list.len()).filter(|&i| self.text(i) == text).nth(nth - 1)?;
        let members = self.entities.mentions_of((*self.entities.of.get(index)?)?);
        Some((index, *members.iter().find(|m| m.index() == index)?))
    }

    fn pairs(&self, case: &Table, key: &str) -> Option<String> {
        let pairs = case.get(key).and_then(Value::as_array)?;
        pairs.iter().filter_map(Value::as_array).find_map(|pair| {
            let [one, other] = &pair[..] else { return Some(format!("{pair:?} is no pair")) };
            let (one, other) = (one.as_str().unwrap_or_default(), other.as_str().unwrap_or_default());
            let (Some(a), Some(b)) = (self.mention(one), self.mention(other)) else {
                return Some(format!("{key}: {one:?} or {other:?} is no mention"));
            };
            (self.entities.same(a.1, b.1) != (key == "same")).then(|| format!("not {key}: {one:?}, {other:?}"))
        })
    }

    /// Places that must stand for their government (`wanted`), or must not.
    fn places(&self, case: &Table, key: &str, wanted: bool) -> Option<String> {
        case.get(key).and_then(Value::as_array)?.iter().filter_map(Value::as_str).find_map(|name| {
            let Some((_, id)) = self.mention(name) else { return Some(format!("{name:?} is no mention")) };
            let rule = self.entities.metonym_rule(id);
            (rule.is_some() != wanted).then(|| format!("{name:?}: {}", rule.unwrap_or("no metonym")))
        })
    }

    fn offices(&self, case: &Table) -> Option<String> {
        let offices = case.get("office").and_then(Value::as_array)?;
        offices.iter().filter_map(Value::as_table).find_map(|office| {
            let name = office.get("text").and_then(Value::as_str).unwrap_or_default();
            let Some((_, id)) = self.mention(name) else { return Some(format!("{name:?} is no mention")) };
            let role = self.entities.role_of(id).map_or("", |r| r.as_str());
            let countries: Vec<&str> = self.entities.countries_of(id).iter().map(|c| c.as_str()).collect();
            if office.get("role").and_then(Value::as_str).is_some_and(|want| want != role) {
                return Some(format!("{name:?}: role {role}"));
            }
            let want: Option<Vec<&str>> =
                office.get("countries").and_then(Value::as_array).map(|l| l.iter().filter_map(Value::as_str).collect());
            want.is_some_and(|w| w != countries).then(|| format!("{name:?}: countries {countries:?}"))
        })
    }

    fn pronoun(&self, case: &Table) -> Option<String> {
        let (word, nth) = numbered(case.get("at").and_then(Value::as_str)?);
        let source = self.context.source;
        let Some(token) = (0..source.len()).filter(|&i| source.str(i) == word).nth(nth - 1) else {
            return Some(format!("no token {word:?}"));
        };
        let want = match case.get("want").and_then(Value::as_str).unwrap_or_default() {
            "he" => Want::He,
            "she" => Want::She,
            "they" => Want::They,
            "possessive" => Want::Possessive,
            "latter" => Want::Latter,
            "countries" => Want::BothCountries,
            "people" => Want::BothPeople,
            other => return Some(format!("want {other:?} is not known")),
        };
        let found: Vec<&str> = antecedent(self.context, self.mentions, self.entities, token, want)
            .into_iter()
            .map(|m| self.text(m.index()))
            .collect();
        let wanted: Vec<&str> = case.get("means").and_then(Value::as_array)?.iter().filter_map(Value::as_str).collect();
        (found != wanted).then(|| format!("{word:?} means {found:?}, expected {wanted:?}"))
    }
}

fn numbered(name: &str) -> (&str, usize) {
    match name.split_once('#') {
        Some((text, nth)) => (text, nth.parse().unwrap_or(1)),
        None => (name, 1),
    }
}

/// The reason a case fails, or nothing.
fn fault(lexicon: &Lexicon, tagger: &Tagger, case: &Table) -> Option<String> {
    let text = case.get("text").and_then(Value::as_str)?;
    let tokens = Tokens::new(text);
    let source = Source::new(text, &tokens);
    let (mut lexical, mut syntax, mut mentions) = (Lexical::default(), Syntax::default(), Mentions::default());
    lexicon.read(source, &mut lexical);
    syntax.read(source, lexicon, &lexical);
    let context = Context { source, lexicon, lexical: &lexical, syntax: &syntax };
    let date = case.get("date").and_then(Value::as_str).and_then(|d| d.parse().ok());
    mention::find(context, tagger, date, &mut mentions);
    let mut entities = Entities::default();
    reference::link(context, &mentions, &mut entities);
    let read = Read { context, mentions: &mentions, entities: &entities };
    read.pairs(case, "same")
        .or_else(|| read.pairs(case, "different"))
        .or_else(|| read.places(case, "government", true))
        .or_else(|| read.places(case, "itself", false))
        .or_else(|| read.offices(case))
        .or_else(|| read.pronoun(case))
}

fn floors() -> BTreeMap<String, usize> {
    let text = std::fs::read_to_string(folder().join("reference/floor.tsv")).unwrap_or_default();
    let rows = text.lines().skip(1).filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, n)| Some((name.to_owned(), n.parse().ok()?))).collect()
}

#[test]
fn sentences() {
    let lexicon = Lexicon::new(&[]).expect("the embedded gazetteers");
    let tagger = Tagger::default();
    let mut floors = floors();
    let mut fallen = String::new();
    for name in FILES {
        let file = std::fs::read_to_string(folder().join(name)).expect("a file of cases");
        let cases: Table = file.parse().expect("valid TOML");
        let cases = cases.get("case").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut passed = 0;
        for case in cases.iter().filter_map(Value::as_table) {
            match fault(&lexicon, &tagger, case) {
                None => passed += 1,
                Some(why) => {
                    println!("{name}: {}\n    {why}", case.get("text").and_then(Value::as_str).unwrap_or_default());
                }
            }
        }
        println!("{name}: {passed} of {} pass", cases.len());
        let floor = floors.entry(name.to_owned()).or_default();
        if passed < *floor {
            let _ = writeln!(fallen, "{name}: {passed} pass, the floor is {floor}");
        }
        *floor = (*floor).max(passed);
    }
    if std::env::var_os("RAISE").is_some() {
        let rows: String = floors.iter().map(|(name, n)| format!("{name}\t{n}\n")).collect();
        std::fs::write(folder().join("reference/floor.tsv"), format!("file\tpassing\n{rows}"))
            .expect("floor.tsv can be written");
    }
    assert!(fallen.is_empty(), "{fallen}");
}
