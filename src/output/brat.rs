//! brat standoff: the text, and beside it mentions, relations as events, entities as `*` equivalences.
//!
//! Offsets are code points. A mention or trigger that runs over a line break
//! is written as discontinuous, one fragment a line, as brat wants it.

use super::{Item, Offsets, TimexFields, Unit};
use crate::document::MentionRef;
use crate::id::Code;
use crate::span::Span;
use std::fmt::Write as _;

/// `T` line types of the kinds of mentions.
fn label(mention: MentionRef<'_>) -> String {
    let kind = mention.kind().as_str();
    let mut chars = kind.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The `.ann` file of a document; its `.txt` file is the text, byte for byte.
#[must_use]
pub fn annotation(item: &Item<'_>) -> String {
    let text = item.document.text();
    let offsets = Offsets::new(text, Unit::Chars);
    let mut out = String::new();
    let mut attributes = Lines::new("A");
    let mut notes = Lines::new("#");
    let mut count = 0;
    for mention in item.document.mentions() {
        count += 1;
        text_bound(&mut out, count, &label(mention), mention.span(), text, &offsets);
        describe(mention, count, &mut attributes, &mut notes);
    }
    for relation in item.document.relations() {
        count += 1;
        let number = relation.id().index() + 1;
        let kind = type_name(relation.kind());
        let trigger = relation.triggers().first().copied().unwrap_or(relation.evidence());
        text_bound(&mut out, count, &kind, trigger, text, &offsets);
        let _ = write!(out, "E{number}\t{kind}:T{count}");
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for argument in relation.arguments() {
            let role = argument.role().as_str();
            let nth = match seen.iter_mut().find(|(name, _)| *name == role) {
                Some((_, n)) => {
                    *n += 1;
                    n.to_string()
                }
                None => {
                    seen.push((role, 1));
                    String::new()
                }
            };
            let _ = write!(out, " {}{nth}:T{}", capital(role), argument.mention().id().index() + 1);
        }
        out.push('\n');
        attributes.push(&format!("Polarity E{number} {}", relation.polarity().as_str()));
        attributes.push(&format!("Modality E{number} {}", relation.modality().as_str()));
        notes.push(&format!(
            "AnnotatorNotes E{number}\trule={} confidence={:.2}",
            relation.rule(),
            relation.confidence()
        ));
    }
    for entity in item.document.entities().filter(|entity| entity.mentions().len() > 1) {
        out.push_str("*\tEquiv");
        for mention in entity.mentions() {
            let _ = write!(out, " T{}", mention.id().index() + 1);
        }
        out.push('\n');
    }
    out.push_str(&attributes.text);
    out.push_str(&notes.text);
    out
}

fn describe(mention: MentionRef<'_>, number: usize, attributes: &mut Lines, notes: &mut Lines) {
    if let Some(official) = mention.official() {
        attributes.push(&format!("Role T{number} {}", official.role()));
        attributes.push(&format!("Status T{number} {}", official.status().as_str()));
    }
    if let Some(place) = mention.place_type() {
        attributes.push(&format!("PlaceType T{number} {place}"));
    }
    if let Some(metonym) = mention.metonym() {
        attributes.push(&format!("Metonym T{number} {metonym}"));
    }
    if let Some(organization) = mention.org_type() {
        attributes.push(&format!("OrgType T{number} {organization}"));
    }
    let mut note = format!("rule={}", mention.rule());
    if let Some(country) = mention.country() {
        let _ = write!(note, " country={country}");
    }
    if let Some(official) = mention.official() {
        let countries: Vec<&str> = official.countries().iter().map(Code::as_str).collect();
        let _ = write!(note, " countries={}", countries.join(","));
    }
    if let Some(fields) = mention.timex().map(TimexFields::of) {
        let _ = write!(note, " timex={} value={}", fields.timex_type, fields.value.as_deref().unwrap_or("-"));
    }
    notes.push(&format!("AnnotatorNotes T{number}\t{}", note.replace(['\n', '\r', '\t'], " ")));
}

/// Numbered lines of one kind.
struct Lines {
    prefix: &'static str,
    count: usize,
    text: String,
}

impl Lines {
    const fn new(prefix: &'static str) -> Self {
        Self { prefix, count: 0, text: String::new() }
    }

    fn push(&mut self, rest: &str) {
        self.count += 1;
        let _ = writeln!(self.text, "{}{}\t{rest}", self.prefix, self.count);
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A relation's type as brat allows it: letters, digits, `-` and `_`.
fn type_name(kind: &str) -> String {
    kind.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

fn text_bound(out: &mut String, number: usize, label: &str, span: Span, text: &str, offsets: &Offsets<'_>) {
    let mut fragments = Vec::new();
    let mut words = Vec::new();
    let mut at = span.start;
    for piece in span.of(text).split_inclusive(['\n', '\r']) {
        let line = piece.trim_end_matches(['\n', '\r']);
        if !line.is_empty() {
            let (start, end) = offsets.span(Span::new(at, at + line.len() as u32));
            fragments.push(format!("{start} {end}"));
            words.push(line);
        }
        at += piece.len() as u32;
    }
    let _ = writeln!(out, "T{number}\t{label} {}\t{}", fragments.join(";"), words.join(" "));
}

/// The `annotation.conf` that brat needs to show these files; `types` are the relations in use.
#[must_use]
pub fn configuration(types: &[&str]) -> String {
    let mut out =
        String::from("[entities]\nPerson\nOfficial\nPlace\nOrganization\nEvent\nDate\n\n[relations]\n\n[events]\n");
    for kind in types {
        let _ = writeln!(
            out,
            "{}\tActor+:Person|Official|Place|Organization|Event, Recipient*:Person|Official|Place|Organization|Event, \
             Place*:Place|Organization, Date*:Date, Event*:Event",
            type_name(kind)
        );
    }
    out.push_str(
        "\n[attributes]\nPolarity\tArg:<EVENT>, Value:affirmed|negated\n\
         Modality\tArg:<EVENT>, Value:fact|planned|possible|hearsay|desired|cancelled|postponed\n\
         Status\tArg:Official, Value:current|former|acting|elect|outgoing\n\
         Metonym\tArg:Place, Value:government|institution\n",
    );
    out
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn standoff_reads_back() {
        sample::with(|document| {
            let written = annotation(&Item::new("a1", document));
            let chars: Vec<char> = document.text().chars().collect();
            let (mut bound, mut events) = (0, 0);
            for line in written.lines() {
                let mut columns = line.split('\t');
                let id = columns.next().expect("an id");
                let body = columns.next().expect("a body");
                match id.as_bytes()[0] {
                    b'T' => {
                        bound += 1;
                        assert_eq!(id, format!("T{bound}"));
                        let (_, fragments) = body.split_once(' ').expect("type and offsets");
                        let pieces: Vec<String> = fragments
                            .split(';')
                            .map(|f| {
                                let (start, end) = f.split_once(' ').expect("two offsets");
                                chars[start.parse().expect("n")..end.parse().expect("n")].iter().collect()
                            })
                            .collect();
                        assert_eq!(columns.next(), Some(pieces.join(" ").as_str()));
                    }
                    b'E' => {
                        events += 1;
                        for part in body.split(' ') {
                            let (_, target) = part.split_once(":T").expect("role:T");
                            assert!((1..=bound).contains(&target.parse::<usize>().expect("n")));
                        }
                    }
                    b'*' | b'A' | b'#' => {}
                    _ => panic!("{line}"),
                }
            }
            assert_eq!(bound, document.mentions().len() + document.relations().len());
            assert_eq!(events, document.relations().len());
            assert!(written.contains(";"), "a mention over a line break is discontinuous");
            assert!(written.contains(" Actor:T2 Actor2:T6 Place:T4 Date:T3\n"), "{written}");
        });
    }
}
