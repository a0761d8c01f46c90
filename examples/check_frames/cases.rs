//! Sentences with the relations they should give, and whether they do.

use depeche::{ArgumentRole, Document, Extractor, Input, MentionRef, RelationRef};
use serde::Deserialize;
use std::fmt::Write as _;

/// A sentence.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub text: String,
    /// The day it was written.
    pub date: Option<String>,
    /// All relations it gives.
    #[serde(default)]
    pub relations: Vec<Expected>,
    /// Why it gives none, or what it is a case of: for readers.
    #[serde(default, rename = "why", alias = "note")]
    pub _why: String,
}

/// A relation as a case tells it.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub r#type: Option<String>,
    #[serde(default)]
    pub actor: Names,
    #[serde(default)]
    pub recipient: Names,
    #[serde(default)]
    pub place: Names,
    #[serde(default, alias = "when")]
    pub date: Names,
    #[serde(default)]
    pub event: Names,
    pub source: Option<String>,
    pub polarity: Option<String>,
    pub modality: Option<String>,
}

/// One name or several.
#[derive(Deserialize, Debug, Default)]
#[serde(untagged)]
pub enum Names {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Names {
    /// The names.
    pub fn list(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Many(names) => names,
        }
    }
}

impl Expected {
    /// Roles and who should fill them.
    pub fn roles(&self) -> [(ArgumentRole, &[String]); 5] {
        [
            (ArgumentRole::Actor, self.actor.list()),
            (ArgumentRole::Recipient, self.recipient.list()),
            (ArgumentRole::Place, self.place.list()),
            (ArgumentRole::Date, self.date.list()),
            (ArgumentRole::Event, self.event.list()),
        ]
    }

    fn is_of(&self, kind: &str) -> bool {
        self.r#type.as_deref().is_none_or(|own| own == kind)
    }

    /// Events and sources need not be told; everything else is compared.
    fn fits(&self, document: &Document<'_>, found: &RelationRef<'_>, kind: &str) -> bool {
        let fits_role = |(role, names): (ArgumentRole, &[String])| {
            let mentions: Vec<_> = found.arguments_in(role).collect();
            role == ArgumentRole::Event && names.is_empty()
                || mentions.len() == names.len()
                    && names.iter().all(|name| mentions.iter().any(|m| named(document, *m, name)))
        };
        found.kind() == self.r#type.as_deref().unwrap_or(kind)
            && self.roles().into_iter().all(fits_role)
            && found.polarity().as_str() == self.polarity.as_deref().unwrap_or("affirmed")
            && found.modality().as_str() == self.modality.as_deref().unwrap_or("fact")
            && self.source.as_deref().is_none_or(|s| found.source().is_some_and(|m| named(document, m, s)))
    }

    fn describe(&self, kind: &str) -> String {
        let mut out = self.r#type.as_deref().unwrap_or(kind).to_owned();
        for (role, names) in self.roles() {
            tell(&mut out, role, names);
        }
        let status = [self.polarity.as_deref().unwrap_or("affirmed"), self.modality.as_deref().unwrap_or("fact")];
        let _ = write!(out, " {}", status.join(" "));
        if let Some(source) = &self.source {
            let _ = write!(out, " source={source}");
        }
        out
    }
}

/// Whether a mention, or another of its entity, is written so.
fn named(document: &Document<'_>, mention: MentionRef<'_>, name: &str) -> bool {
    let same = |text: &str| text == name || text.eq_ignore_ascii_case(name);
    same(mention.text())
        || mention.entity().is_some_and(|e| {
            document.mentions().any(|m| m.entity().is_some_and(|f| f.id() == e.id()) && same(m.text()))
        })
}

fn tell<T: AsRef<str>>(out: &mut String, role: ArgumentRole, names: &[T]) {
    if !names.is_empty() {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let _ = write!(out, " {}={}", role.as_str(), names.join("+"));
    }
}

/// A relation found, in the words of [`Expected`].
fn describe(relation: &RelationRef<'_>) -> String {
    let mut out = format!("{} ({})", relation.kind(), relation.rule());
    for role in
        [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Place, ArgumentRole::Date, ArgumentRole::Event]
    {
        let names: Vec<&str> = relation.arguments_in(role).map(MentionRef::text).collect();
        tell(&mut out, role, &names);
    }
    let _ = write!(out, " {} {}", relation.polarity().as_str(), relation.modality().as_str());
    if let Some(source) = relation.source() {
        let _ = write!(out, " source={}", source.text());
    }
    out
}

impl Case {
    /// The text, and its day where the case tells one.
    pub fn input(&self) -> Input<'_> {
        let input = Input::new(&self.text);
        match self.date.as_deref().and_then(|date| date.parse().ok()) {
            Some(date) => input.date(date),
            None => input,
        }
    }

    /// What is wrong, or `None`. With `only`, nothing but relations of type `kind` counts.
    pub fn fault(&self, extractor: &Extractor, kind: &str, only: bool) -> Option<String> {
        let document = extractor.extract(self.input());
        let found: Vec<_> = document.relations().filter(|r| !only || r.kind() == kind).collect();
        let expected: Vec<&Expected> = self.relations.iter().filter(|e| !only || e.is_of(kind)).collect();
        let complete = expected.iter().all(|e| found.iter().any(|f| e.fits(&document, f, kind)));
        if complete && found.len() == expected.len() {
            return None;
        }
        let mut out = format!("  {}\n", self.text);
        for (what, relations) in [
            ("expected", expected.iter().map(|e| e.describe(kind)).collect::<Vec<_>>()),
            ("found   ", found.iter().map(describe).collect()),
        ] {
            if relations.is_empty() {
                let _ = writeln!(out, "    {what} nothing");
            }
            for relation in relations {
                let _ = writeln!(out, "    {what} {relation}");
            }
        }
        Some(out)
    }
}
