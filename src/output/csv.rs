//! Three tables: mentions, entities, relations (RFC 4180, UTF-8, line feeds).
//!
//! Every row begins with the document's id. Lists inside a cell are parted by
//! `|`. The row of a relation names its arguments both by mention number and
//! by name, so that it can be read without joining.

use super::{escape, words, Item, Offsets, TimexFields};
use crate::document::{EntityRef, MentionRef};
use crate::id::Code;

/// File names and header lines, in the order of [`tables`].
pub const FILES: [(&str, &str); 3] = [
    (
        "mentions.csv",
        "document,mention,kind,start,end,text,entity,rule,role,title,portfolio,countries,accredited_to,status,holder,\
         place_type,org_type,gazetteer,metonym,timex_type,value,mod,begin,end_value",
    ),
    ("entities.csv", "document,entity,kind,name,countries,role,mentions"),
    (
        "relations.csv",
        "document,date,relation,type,plover,cameo,polarity,modality,actors,actor_names,actor_countries,recipients,\
         recipient_names,recipient_countries,places,place_names,dates,date_values,events,source,trigger,topic,\
         evidence_start,evidence_end,evidence,rule,confidence",
    ),
];

/// The rows of a document for each of [`FILES`].
#[must_use]
pub fn tables(item: &Item<'_>) -> [String; 3] {
    [mentions(item), entities(item), relations(item)]
}

fn row<const N: usize>(out: &mut String, cells: [String; N]) {
    for (i, text) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        escape::cell(out, text);
    }
    out.push('\n');
}

fn join<T: ToString>(parts: impl Iterator<Item = T>) -> String {
    parts.map(|part| part.to_string()).collect::<Vec<_>>().join("|")
}

fn codes(codes: &[Code]) -> String {
    join(codes.iter())
}

fn or_empty<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn mentions(item: &Item<'_>) -> String {
    let offsets = Offsets::new(item.document.text(), item.unit);
    let mut out = String::new();
    for mention in item.document.mentions() {
        let (start, end) = offsets.span(mention.span());
        let official = mention.official();
        let timex = mention.timex().map(TimexFields::of);
        row(
            &mut out,
            [
                item.id.to_owned(),
                mention.id().0.to_string(),
                mention.kind().as_str().to_owned(),
                start.to_string(),
                end.to_string(),
                mention.text().to_owned(),
                or_empty(mention.entity().map(|e| e.id().0)),
                mention.rule().into_owned(),
                or_empty(official.map(|o| o.role())),
                or_empty(official.map(|o| o.title())),
                or_empty(official.and_then(|o| o.portfolio())),
                official.map_or_else(|| or_empty(mention.country()), |o| codes(o.countries())),
                official.map_or_else(String::new, |o| codes(o.accredited_to())),
                or_empty(official.map(|o| o.status().as_str())),
                or_empty(official.and_then(|o| o.holder()).map(|h| h.id().0)),
                or_empty(mention.place_type()),
                or_empty(mention.org_type()),
                or_empty(mention.gazetteer_id()),
                or_empty(mention.metonym()),
                or_empty(timex.as_ref().map(|t| t.timex_type)),
                or_empty(timex.as_ref().and_then(|t| t.value.as_ref())),
                or_empty(timex.as_ref().and_then(|t| t.modifier)),
                or_empty(timex.as_ref().and_then(|t| t.begin.as_ref())),
                or_empty(timex.as_ref().and_then(|t| t.end.as_ref())),
            ],
        );
    }
    out
}

fn entities(item: &Item<'_>) -> String {
    let mut out = String::new();
    for entity in item.document.entities() {
        row(
            &mut out,
            [
                item.id.to_owned(),
                entity.id().0.to_string(),
                entity.kind().as_str().to_owned(),
                entity.name().to_owned(),
                codes(entity.countries()),
                or_empty(entity.role()),
                join(entity.mentions().map(|m| m.id().0)),
            ],
        );
    }
    out
}

fn relations(item: &Item<'_>) -> String {
    let text = item.document.text();
    let offsets = Offsets::new(text, item.unit);
    let mut out = String::new();
    for relation in item.document.relations() {
        let numbers = |list: &[MentionRef<'_>]| join(list.iter().map(|m| m.id().0));
        let names = |list: &[MentionRef<'_>]| join(list.iter().map(|&m| words::name(m)));
        let countries = |list: &[MentionRef<'_>]| {
            join(list.iter().map(|m| or_empty(m.entity().and_then(|e: EntityRef<'_>| e.countries().first().copied()))))
        };
        let actors: Vec<_> = relation.actors().collect();
        let recipients: Vec<_> = relation.recipients().collect();
        let places: Vec<_> = relation.places().collect();
        let dates: Vec<_> = relation.dates().collect();
        let (start, end) = offsets.span(relation.evidence());
        row(
            &mut out,
            [
                item.id.to_owned(),
                or_empty(item.document.date()),
                relation.id().0.to_string(),
                relation.kind().to_owned(),
                or_empty(relation.plover()),
                or_empty(relation.cameo()),
                relation.polarity().as_str().to_owned(),
                relation.modality().as_str().to_owned(),
                numbers(&actors),
                names(&actors),
                countries(&actors),
                numbers(&recipients),
                names(&recipients),
                countries(&recipients),
                numbers(&places),
                names(&places),
                numbers(&dates),
                join(dates.iter().map(|m| or_empty(m.timex().and_then(|t| TimexFields::of(t).value)))),
                or_empty(relation.event().map(words::name)),
                or_empty(relation.source().map(words::name)),
                join(relation.triggers().iter().map(|span| span.of(text))),
                or_empty(relation.topic().map(|span| span.of(text))),
                start.to_string(),
                end.to_string(),
                relation.evidence().of(text).to_owned(),
                relation.rule().to_owned(),
                relation.confidence().to_string(),
            ],
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// A reader of RFC 4180, written apart from the writer.
    fn parse(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match (quoted, c) {
                (true, '"') if chars.peek() == Some(&'"') => cell.extend(chars.next()),
                (_, '"') => quoted = !quoted,
                (false, ',') => row.push(std::mem::take(&mut cell)),
                (false, '\n') => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (_, c) => cell.push(c),
            }
        }
        assert!(!quoted && cell.is_empty() && row.is_empty());
        rows
    }

    #[test]
    fn the_tables_read_back() {
        sample::with(|document| {
            let item = Item::new("a,\"1\"", document);
            let counts = [document.mentions().len(), document.entities().len(), document.relations().len()];
            for ((table, (file, header)), count) in tables(&item).iter().zip(FILES).zip(counts) {
                let rows = parse(table);
                assert_eq!(rows.len(), count, "{file}");
                assert!(rows.iter().all(|row| row.len() == header.split(',').count() && row[0] == "a,\"1\""), "{file}");
            }
            let mentions = parse(&mentions(&item));
            for (row, mention) in mentions.iter().zip(document.mentions()) {
                assert_eq!(row[5], mention.text());
                let (start, end): (usize, usize) = (row[3].parse().expect("n"), row[4].parse().expect("n"));
                let text: String = document.text().chars().skip(start).take(end - start).collect();
                assert_eq!(text, mention.text());
            }
            let relations = parse(&relations(&item));
            assert_eq!(relations[0][9], "Im Chon-il|Igor Morgoulov");
            assert_eq!(relations[0][15], "Moscou");
        });
    }
}
