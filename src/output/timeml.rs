//! TimeML 1.2.1: dates as `TIMEX3`, triggers of relations as `EVENT`, their dates as `TLINK`.
//!
//! The relation's own type stands in the comment of its instance, since
//! TimeML's event classes say nothing of who did what to whom.

use super::inline::{self, Mark};
use super::{escape, Item, TimexFields};
use crate::document::RelationRef;
use crate::relation::{Modality, Polarity};
use crate::span::Span;
use std::fmt::Write as _;

/// What opens and closes a file of several documents.
pub const CORPUS: (&str, &str) = ("<TimeMLCorpus>\n", "</TimeMLCorpus>\n");
/// First line of a file.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The `TimeML` element of a document.
#[must_use]
pub fn element(item: &Item<'_>) -> String {
    let document = item.document;
    let text = document.text();
    let mut out = String::from(
        "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">",
    );
    out.push_str("<!-- ");
    escape::comment(&mut out, item.id);
    out.push_str(" -->");
    if let Some(date) = document.date() {
        let _ = write!(
            out,
            "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{date}\" functionInDocument=\"CREATION_TIME\" temporalFunction=\"false\"/>"
        );
    }
    out.push('\n');
    let mut marks = Vec::new();
    let mut points = String::new();
    for mention in document.mentions() {
        let Some(timex) = mention.timex() else { continue };
        marks.push(Mark {
            span: mention.span(),
            open: timex_tag(mention.id().0 + 1, &TimexFields::of(timex), &mut points),
            close: "</TIMEX3>",
        });
    }
    // Several relations may share a trigger: one event, several instances of it.
    let dates: Vec<Span> = marks.iter().map(|mark: &Mark| mark.span).collect();
    let mut events: Vec<Span> = Vec::new();
    let mut instances = String::new();
    for relation in document.relations() {
        let trigger = relation.triggers().first().copied().unwrap_or(relation.evidence());
        let known = events.iter().position(|known| known.contains(trigger));
        let event = known.or_else(|| {
            events.push(bare(trigger, text, dates.iter().chain(&events))?);
            Some(events.len() - 1)
        });
        if let Some(event) = event {
            instance(&mut instances, relation, event + 1);
        }
    }
    for (i, span) in events.iter().enumerate() {
        let open = format!("<EVENT eid=\"e{}\" class=\"OCCURRENCE\">", i + 1);
        marks.push(Mark { span: *span, open, close: "</EVENT>" });
    }
    inline::write(&mut out, text, marks, |out, text, _| escape::xml(out, text));
    out.push('\n');
    out.push_str(&points);
    out.push_str(&instances);
    out.push_str("</TimeML>\n");
    out
}

/// The longest piece of a trigger that has no date and no other event in it: elements of TimeML hold text alone.
fn bare<'s>(trigger: Span, text: &str, taken: impl Iterator<Item = &'s Span>) -> Option<Span> {
    let mut pieces = vec![trigger];
    for other in taken {
        pieces = pieces
            .into_iter()
            .flat_map(|p| [(p.start, p.end.min(other.start)), (p.start.max(other.end), p.end)])
            .filter(|(start, end)| start < end)
            .map(|(start, end)| Span::new(start, end))
            .collect();
    }
    let longest = pieces.into_iter().max_by_key(|piece| (piece.len(), std::cmp::Reverse(piece.start)))?;
    let inner = longest.of(text);
    let start = longest.start + (inner.len() - inner.trim_start().len()) as u32;
    let trimmed = inner.trim();
    (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len() as u32))
}

fn timex_tag(id: u32, fields: &TimexFields, points: &mut String) -> String {
    let mut tag = format!("<TIMEX3 tid=\"t{id}\" type=\"{}\"", fields.timex_type);
    // The value is required; a date nobody can place has every digit open.
    escape::attribute(&mut tag, "value", fields.value.as_deref().unwrap_or("XXXX"));
    if let Some(modifier) = fields.modifier {
        escape::attribute(&mut tag, "mod", modifier);
    }
    for (name, suffix, value) in [("beginPoint", 'b', &fields.begin), ("endPoint", 'e', &fields.end)] {
        if let Some(value) = value {
            let _ = write!(tag, " {name}=\"t{id}{suffix}\"");
            let _ = write!(points, "<TIMEX3 tid=\"t{id}{suffix}\" type=\"DATE\"");
            escape::attribute(points, "value", value);
            points.push_str("/>\n");
        }
    }
    tag.push('>');
    tag
}

fn instance(out: &mut String, relation: RelationRef<'_>, event: usize) {
    let id = relation.id().0 + 1;
    let polarity = if relation.polarity() == Polarity::Negated { "NEG" } else { "POS" };
    let _ = write!(
        out,
        "<MAKEINSTANCE eiid=\"ei{id}\" eventID=\"e{event}\" tense=\"NONE\" aspect=\"NONE\" pos=\"OTHER\" polarity=\"{polarity}\""
    );
    if relation.modality() != Modality::Fact {
        escape::attribute(out, "modality", relation.modality().as_str());
    }
    out.push_str("/><!-- ");
    escape::comment(out, relation.kind());
    out.push_str(" -->\n");
    for date in relation.dates() {
        let _ = writeln!(
            out,
            "<TLINK lid=\"l{id}-{0}\" relType=\"IS_INCLUDED\" eventInstanceID=\"ei{id}\" relatedToTime=\"t{0}\"/>",
            date.id().0 + 1
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn well_formed_with_the_text_untouched() {
        sample::with(|document| {
            let written = element(&Item::new("a--1", document));
            let tree = roxmltree::Document::parse(&written).expect("well-formed");
            let text: String = tree.root().descendants().filter(|n| n.is_text()).filter_map(|n| n.text()).collect();
            assert!(text.contains(document.text()));
            let count = |name| tree.descendants().filter(|n| n.has_tag_name(name)).count();
            assert_eq!((count("TIMEX3"), count("EVENT"), count("MAKEINSTANCE"), count("TLINK")), (2, 1, 1, 1));
        });
    }
}
