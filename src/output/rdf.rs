//! RDF in Turtle, with provenance (PROV-O).
//!
//! A document, its entities and its relations are resources named after the
//! document's id (`urn:depeche:document:ID`, and on it `#e0`, `#m0`, `#r0`). An
//! entity belongs to its document: whether two documents speak of the same
//! person is for the user to say.
//!
//! | term (`dp:` = `urn:depeche:vocabulary#`) | on | meaning |
//! |---|---|---|
//! | `dp:Document` `dp:Mention` `dp:Relation` | | classes |
//! | `dp:date` | document | the reference date, `xsd:date` |
//! | `dp:mention` `dp:entity` `dp:relation` | document | its parts |
//! | `dp:kind` `dp:start` `dp:end` `dp:text` | mention | kind, code points, words |
//! | `dp:means` | mention | its entity |
//! | `dp:value` | date mention | the TIMEX3 value |
//! | `dp:country` `dp:role` | entity | country codes, office |
//! | `dp:type` `dp:plover` `dp:cameo` | relation | type and codes |
//! | `dp:actor` `dp:recipient` `dp:place` `dp:event` | relation | entities |
//! | `dp:when` | relation | the mention of its date |
//! | `dp:polarity` `dp:modality` | relation | status |
//! | `dp:source` | relation | the entity that says so |
//! | `dp:rule` | mention, relation | gazetteer row, rule or frame |
//! | `dp:confidence` | relation | how likely it is to be right, 0 to 1 |
//!
//! Classes of entities are those of schema.org: `Person`, `Place`,
//! `Organization`, `Event`. Documents, mentions and relations are
//! `prov:Entity`; mentions and relations are `prov:wasDerivedFrom` their
//! document and `prov:wasAttributedTo` the software agent.

use super::{escape, Item, Offsets, TimexFields, Unit};
use crate::mention::MentionKind;
use crate::relation::ArgumentRole;
use std::fmt::Write as _;

/// What opens a file: prefixes and the software agent.
pub const OPENING: &str = concat!(
    "@prefix dp: <urn:depeche:vocabulary#> .\n",
    "@prefix prov: <http://www.w3.org/ns/prov#> .\n",
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n",
    "@prefix schema: <https://schema.org/> .\n",
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n",
    "<urn:depeche:agent> a prov:SoftwareAgent ; rdfs:label \"depeche ",
    env!("CARGO_PKG_VERSION"),
    "\" .\n"
);

/// Writes one resource as a list of predicates and objects.
struct Resource<'o> {
    out: &'o mut String,
}

impl<'o> Resource<'o> {
    fn new(out: &'o mut String, iri: &str, class: &str) -> Self {
        let _ = write!(out, "\n<{iri}> a {class}");
        Self { out }
    }

    /// An object written in Turtle already.
    fn raw(&mut self, predicate: &str, object: &str) {
        let _ = write!(self.out, " ;\n  {predicate} {object}");
    }

    fn iri(&mut self, predicate: &str, iri: &str) {
        let _ = write!(self.out, " ;\n  {predicate} <{iri}>");
    }

    fn text(&mut self, predicate: &str, text: &str) {
        let _ = write!(self.out, " ;\n  {predicate} ");
        escape::turtle(self.out, text);
    }

    fn maybe(&mut self, predicate: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(predicate, text);
        }
    }

    fn decimal(&mut self, predicate: &str, number: f32) {
        let _ = write!(self.out, " ;\n  {predicate} {number:.2}");
    }

    fn derived(&mut self, base: &str) {
        self.iri("prov:wasDerivedFrom", base);
        self.iri("prov:wasAttributedTo", "urn:depeche:agent");
    }

    fn end(self) {
        self.out.push_str(" .\n");
    }
}

/// The triples of a document.
#[must_use]
pub fn triples(item: &Item<'_>) -> String {
    let document = item.document;
    let text = document.text();
    let offsets = Offsets::new(text, Unit::Chars);
    let mut base = String::from("urn:depeche:document:");
    escape::iri(&mut base, item.id);
    let mut out = String::new();

    let mut resource = Resource::new(&mut out, &base, "dp:Document, prov:Entity");
    resource.text("rdfs:label", item.id);
    if let Some(date) = document.date() {
        resource.raw("dp:date", &format!("\"{date}\"^^xsd:date"));
    }
    for (predicate, letter, count) in [
        ("dp:mention", 'm', document.mentions().len()),
        ("dp:entity", 'e', document.entities().len()),
        ("dp:relation", 'r', document.relations().len()),
    ] {
        (0..count).for_each(|i| resource.iri(predicate, &format!("{base}#{letter}{i}")));
    }
    resource.end();

    for mention in document.mentions() {
        let (start, end) = offsets.span(mention.span());
        let mut resource = Resource::new(&mut out, &format!("{base}#m{}", mention.id().0), "dp:Mention, prov:Entity");
        resource.text("dp:kind", mention.kind().as_str());
        resource.raw("dp:start", &start.to_string());
        resource.raw("dp:end", &end.to_string());
        resource.text("dp:text", mention.text());
        if let Some(entity) = mention.entity() {
            resource.iri("dp:means", &format!("{base}#e{}", entity.id().0));
        }
        resource.maybe("dp:value", mention.timex().and_then(|t| TimexFields::of(t).value).as_deref());
        resource.text("dp:rule", &mention.rule());
        resource.derived(&base);
        resource.end();
    }
    for entity in document.entities() {
        let class = match entity.kind() {
            MentionKind::Place => "schema:Place",
            MentionKind::Organization => "schema:Organization",
            MentionKind::Event => "schema:Event",
            _ => "schema:Person",
        };
        let mut resource = Resource::new(&mut out, &format!("{base}#e{}", entity.id().0), class);
        resource.text("rdfs:label", entity.name());
        entity.countries().iter().for_each(|code| resource.text("dp:country", code.as_str()));
        resource.maybe("dp:role", entity.role().map(|role| role.as_str()));
        resource.end();
    }
    for relation in document.relations() {
        let mut resource = Resource::new(&mut out, &format!("{base}#r{}", relation.id().0), "dp:Relation, prov:Entity");
        resource.text("dp:type", relation.kind());
        resource.maybe("dp:plover", relation.plover());
        resource.maybe("dp:cameo", relation.cameo());
        for argument in relation.arguments() {
            let predicate = match argument.role() {
                ArgumentRole::Actor => "dp:actor",
                ArgumentRole::Recipient => "dp:recipient",
                ArgumentRole::Place => "dp:place",
                ArgumentRole::Event => "dp:event",
                ArgumentRole::Date => "dp:when",
            };
            let mention = argument.mention();
            match mention.entity() {
                Some(entity) => resource.iri(predicate, &format!("{base}#e{}", entity.id().0)),
                None => resource.iri(predicate, &format!("{base}#m{}", mention.id().0)),
            }
        }
        resource.text("dp:polarity", relation.polarity().as_str());
        resource.text("dp:modality", relation.modality().as_str());
        if let Some(entity) = relation.source().and_then(|m| m.entity()) {
            resource.iri("dp:source", &format!("{base}#e{}", entity.id().0));
        }
        resource.text("prov:value", relation.evidence().of(text));
        resource.text("dp:rule", relation.rule());
        resource.decimal("dp:confidence", relation.confidence());
        resource.derived(&base);
        resource.end();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// A reader of the part of Turtle that is written here: (subject, predicate, object) with objects as they stand.
    fn parse(text: &str) -> Vec<(String, String, String)> {
        let mut words: Vec<String> = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(&c) = chars.peek() {
            let mut word = String::new();
            match c {
                c if c.is_whitespace() => {
                    chars.next();
                    continue;
                }
                '"' => {
                    word.extend(chars.next());
                    loop {
                        let c = chars.next().expect("the string ends");
                        assert!(c != '\n', "no raw line feed in a string");
                        word.push(c);
                        if c == '\\' {
                            word.extend(chars.next());
                        } else if c == '"' {
                            break;
                        }
                    }
                    while chars.peek().is_some_and(|c| !c.is_whitespace() && *c != ',') {
                        word.extend(chars.next());
                    }
                }
                '<' => {
                    while !word.ends_with('>') {
                        let c = chars.next().expect("the IRI ends");
                        assert!(!c.is_whitespace() && c != '"', "{word}");
                        word.push(c);
                    }
                }
                ',' | ';' => word.extend(chars.next()),
                _ => {
                    while chars.peek().is_some_and(|c| !c.is_whitespace() && *c != ',') {
                        word.extend(chars.next());
                    }
                }
            }
            words.push(word);
        }
        let mut triples = Vec::new();
        for statement in words.split(|w| w == ".").filter(|s| !s.is_empty() && s[0] != "@prefix") {
            let subject = &statement[0];
            for part in statement[1..].split(|w| w == ";") {
                assert!(part.len() >= 2, "{part:?}");
                for object in part[1..].split(|w| w == ",") {
                    assert_eq!(object.len(), 1, "{object:?}");
                    triples.push((subject.clone(), part[0].clone(), object[0].clone()));
                }
            }
        }
        triples
    }

    #[test]
    fn the_graph_reads_back() {
        sample::with(|document| {
            let all = parse(&format!("{OPENING}{}", triples(&Item::new("a \"1\"", document))));
            let count = |p: &str| all.iter().filter(|t| t.1 == p).count();
            assert_eq!(count("dp:mention"), document.mentions().len());
            assert_eq!(count("dp:text"), document.mentions().len());
            assert_eq!(count("dp:actor"), 2);
            // Every object that is a resource of the document is a subject too.
            for (_, predicate, object) in all.iter().filter(|t| t.2.starts_with("<urn:")) {
                assert!(all.iter().any(|t| t.0 == *object), "{predicate} {object}");
            }
            assert!(all.iter().any(|t| t.1 == "prov:value" && t.2.contains("\\\"alliés\\\"")), "{all:?}");
        });
    }
}
