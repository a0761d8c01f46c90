//! TEI P5: names and dates in the text, persons, places, organisations, events and relations in `standOff`.
//!
//! | mention | element | entity |
//! |---|---|---|
//! | person | `persName` | `person` |
//! | official | `roleName` | `person` or `org` it names, else `person` |
//! | place | `placeName` | `place` |
//! | organisation | `orgName` | `org` |
//! | event | `rs type="event"` | `event` |
//! | date | `date` | |

use super::inline::{self, Mark};
use super::{escape, words, Item, TimexFields};
use crate::document::{EntityRef, MentionRef, RelationRef};
use crate::mention::MentionKind;
use std::fmt::Write as _;

/// What opens and closes a file of several documents.
pub const CORPUS: (&str, &str) = (
    "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc><titleStmt><title>Corpus</title></titleStmt>\
     <publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Born digital</p></sourceDesc></fileDesc></teiHeader>\n",
    "</teiCorpus>\n",
);

/// The `TEI` element of a document.
#[must_use]
pub fn element(item: &Item<'_>) -> String {
    let document = item.document;
    let prefix = format!("d-{}", escape::name(item.id));
    let mut out = String::from("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"");
    escape::attribute(&mut out, "xml:id", &prefix);
    out.push_str(">\n<teiHeader><fileDesc><titleStmt><title>");
    escape::xml(&mut out, item.id);
    out.push_str(
        "</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Born digital</p></sourceDesc></fileDesc>",
    );
    let _ = write!(
        out,
        "<encodingDesc><appInfo><application ident=\"depeche\" version=\"{}\"><label>depeche</label></application></appInfo></encodingDesc>",
        env!("CARGO_PKG_VERSION")
    );
    if let Some(date) = document.date() {
        let _ = write!(out, "<profileDesc><creation><date when=\"{date}\">{date}</date></creation></profileDesc>");
    }
    out.push_str("</teiHeader>\n<text xml:lang=\"fr\"><body><p>");
    let marks = document.mentions().map(|m| mark(m, &prefix)).collect();
    inline::write(&mut out, document.text(), marks, paragraphs);
    out.push_str("</p></body></text>\n");
    stand_off(&mut out, item, &prefix);
    out.push_str("</TEI>\n");
    out
}

/// Blank lines part paragraphs where no element is open; other line breaks are `lb`.
fn paragraphs(out: &mut String, text: &str, depth: usize) {
    let mut lines = text.split('\n').peekable();
    let mut first = true;
    while let Some(line) = lines.next() {
        if !first {
            let mut blank = line.trim().is_empty() && lines.peek().is_some();
            if blank && depth == 0 {
                while blank {
                    lines.next_if(|l| l.trim().is_empty());
                    blank = lines.peek().is_some_and(|l| l.trim().is_empty());
                }
                out.push_str("</p>\n<p>");
                continue;
            }
            if !out.ends_with("<p>") {
                out.push_str("<lb/>\n");
            }
        }
        first = false;
        escape::xml(out, line.trim_end_matches('\r'));
    }
}

fn mark(mention: MentionRef<'_>, prefix: &str) -> Mark {
    let (name, close) = match mention.kind() {
        MentionKind::Person => ("persName", "</persName>"),
        MentionKind::Official => ("roleName", "</roleName>"),
        MentionKind::Place => ("placeName", "</placeName>"),
        MentionKind::Organization => ("orgName", "</orgName>"),
        MentionKind::Event => ("rs", "</rs>"),
        MentionKind::Date => ("date", "</date>"),
    };
    let mut open = format!("<{name}");
    escape::attribute(&mut open, "xml:id", &format!("{prefix}-m{}", mention.id().0));
    if let Some(entity) = mention.entity() {
        escape::attribute(&mut open, "ref", &format!("#{prefix}-e{}", entity.id().0));
    }
    match mention.kind() {
        MentionKind::Event => escape::attribute(&mut open, "type", "event"),
        MentionKind::Official => {
            if let Some(official) = mention.official() {
                escape::attribute(&mut open, "type", official.role().as_str());
            }
        }
        _ => {}
    }
    if let Some(fields) = mention.timex().map(TimexFields::of) {
        date_attributes(&mut open, &fields);
    }
    open.push('>');
    Mark { span: mention.span(), open, close }
}

/// `when` takes what XML Schema calls a date; `when-iso` all of ISO 8601; a value with open digits goes to `n`.
fn date_attributes(open: &mut String, fields: &TimexFields) {
    if let (Some(begin), Some(end)) = (&fields.begin, &fields.end) {
        if iso(begin) && iso(end) {
            escape::attribute(open, "from-iso", begin);
            escape::attribute(open, "to-iso", end);
            return;
        }
    }
    let Some(value) = &fields.value else { return };
    let name = match value.as_bytes().first() {
        Some(b'P') if !value.contains(['X', '_']) => "dur-iso",
        Some(b'0'..=b'9') if calendar(value) => "when",
        Some(b'0'..=b'9') if iso(value) => "when-iso",
        _ => "n",
    };
    escape::attribute(open, name, value);
}

fn iso(value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_digit() || b"-:TWZ.+".contains(&b)) && value.len() >= 4
}

fn calendar(value: &str) -> bool {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    matches!(shape.as_str(), "0000" | "0000-00" | "0000-00-00" | "0000-00-00T00:00:00")
}

fn stand_off(out: &mut String, item: &Item<'_>, prefix: &str) {
    let document = item.document;
    if document.entities().len() == 0 {
        return;
    }
    out.push_str("<standOff>\n");
    for (list, kinds) in [
        ("listPerson", &[MentionKind::Person, MentionKind::Official][..]),
        ("listPlace", &[MentionKind::Place]),
        ("listOrg", &[MentionKind::Organization]),
        ("listEvent", &[MentionKind::Event]),
    ] {
        let members: Vec<EntityRef<'_>> = document.entities().filter(|e| kinds.contains(&e.kind())).collect();
        if members.is_empty() {
            continue;
        }
        let _ = writeln!(out, "<{list}>");
        members.iter().for_each(|entity| member(out, *entity, prefix));
        let _ = writeln!(out, "</{list}>");
    }
    let mut relations = document.relations().filter(|r| r.actors().next().is_some()).peekable();
    if relations.peek().is_some() {
        out.push_str("<listRelation>\n");
        relations.for_each(|r| relation(out, r, document.text(), prefix));
        out.push_str("</listRelation>\n");
    }
    out.push_str("</standOff>\n");
}

fn member(out: &mut String, entity: EntityRef<'_>, prefix: &str) {
    let (element, name) = match entity.kind() {
        MentionKind::Place => ("place", "placeName"),
        MentionKind::Organization => ("org", "orgName"),
        MentionKind::Event => ("event", "label"),
        _ => ("person", "persName"),
    };
    let _ = write!(out, "<{element} xml:id=\"{prefix}-e{}\"><{name}>", entity.id().0);
    escape::xml(out, entity.name());
    let _ = write!(out, "</{name}>");
    for country in entity.countries() {
        match entity.kind() {
            MentionKind::Place => {
                out.push_str("<country");
                escape::attribute(out, "key", country.as_str());
                out.push_str("/>");
            }
            MentionKind::Person | MentionKind::Official => {
                out.push_str("<affiliation");
                escape::attribute(out, "key", country.as_str());
                out.push_str("/>");
            }
            _ => {}
        }
    }
    if let Some(role) = entity.role().filter(|_| element == "person") {
        let _ = write!(out, "<occupation>{role}</occupation>");
    }
    let _ = writeln!(out, "</{element}>");
}

fn relation(out: &mut String, relation: RelationRef<'_>, text: &str, prefix: &str) {
    let targets = |mentions: &mut dyn Iterator<Item = MentionRef<'_>>| -> String {
        let targets: Vec<String> =
            mentions.filter_map(|m| m.entity()).map(|e| format!("#{prefix}-e{}", e.id().0)).collect();
        targets.join(" ")
    };
    let actors = targets(&mut relation.actors());
    let others = targets(&mut relation.recipients().chain(relation.event()));
    let _ = write!(out, "<relation xml:id=\"{prefix}-r{}\"", relation.id().0);
    escape::attribute(out, "name", relation.kind());
    escape::attribute(out, "type", relation.modality().as_str());
    escape::attribute(out, "subtype", relation.polarity().as_str());
    if others.is_empty() && relation.actors().count() > 1 {
        escape::attribute(out, "mutual", &actors);
    } else {
        escape::attribute(out, "active", &actors);
        if !others.is_empty() {
            escape::attribute(out, "passive", &others);
        }
    }
    out.push_str("><desc>");
    escape::xml(out, &words::sentence(relation));
    // A relation has one description, and the description may quote.
    out.push_str(" <quote>");
    escape::xml(out, relation.evidence().of(text));
    out.push_str("</quote></desc></relation>\n");
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn well_formed_and_every_pointer_has_its_target() {
        sample::with(|document| {
            let written = element(&Item::new("1 é/x", document));
            let tree = roxmltree::Document::parse(&written).expect("well-formed");
            let xml = "http://www.w3.org/XML/1998/namespace";
            let ids: Vec<&str> = tree.descendants().filter_map(|n| n.attribute((xml, "id"))).collect();
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len());
            for name in ["ref", "mutual", "active", "passive"] {
                for node in tree.descendants().filter(|n| n.has_attribute(name)) {
                    for target in node.attribute(name).unwrap_or("").split(' ') {
                        assert!(ids.contains(&target.trim_start_matches('#')), "{name} {target}");
                    }
                }
            }
            let tei = "http://www.tei-c.org/ns/1.0";
            assert_eq!(tree.descendants().filter(|n| n.has_tag_name((tei, "relation"))).count(), 1);
            assert_eq!(tree.descendants().filter(|n| n.has_tag_name((tei, "p")) && n.text().is_some()).count(), 4);
        });
    }
}
