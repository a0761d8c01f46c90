//! Relations in words, and the names by which things are shown.

use super::TimexFields;
use crate::document::{EntityRef, MentionRef, RelationRef};
use crate::mention::MentionKind;
use crate::relation::{Modality, Polarity};

/// A mention by the fullest name of whom or what it means.
pub(super) fn name(mention: MentionRef<'_>) -> &str {
    mention.entity().map_or_else(|| mention.text(), EntityRef::name)
}

/// A date as written, with its value.
pub(super) fn date(mention: MentionRef<'_>) -> String {
    let value = mention.timex().and_then(|timex| TimexFields::of(timex).value);
    match value {
        Some(value) => format!("{} ({value})", mention.text()),
        None => mention.text().to_owned(),
    }
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// « Im Chon-il met with Igor Morgoulov · Moscou · jeudi (2019-03-14) ».
pub(super) fn sentence(relation: RelationRef<'_>) -> String {
    let what = relation.kind().replace('_', " ");
    let mut recipients = list(relation.recipients().map(name));
    let mut actors: Vec<&str> = relation.actors().map(name).collect();
    let mut places: Vec<&str> = relation.places().map(name).collect();
    if recipients.is_empty() {
        if what.ends_with(" with") && actors.len() > 1 {
            recipients = list(actors.drain(1..));
        } else if let Some(event) = relation.event() {
            recipients = name(event).to_owned();
        } else if what == "visited" && !places.is_empty() {
            recipients = list(places.drain(..));
        }
    }
    let actors = if actors.is_empty() { "—".to_owned() } else { list(actors.into_iter()) };
    let what = if relation.polarity() == Polarity::Negated { format!("not {what}") } else { what };
    let mut parts = vec![format!("{actors} {what} {recipients}").trim_end().to_owned()];
    if !places.is_empty() {
        parts.push(list(places.into_iter()));
    }
    parts.extend(relation.dates().map(date));
    parts.join(" · ")
}

/// « planned », « not », « not, possible »; empty for an affirmed fact.
pub(super) fn status(relation: RelationRef<'_>) -> String {
    let mut parts = Vec::new();
    if relation.polarity() != Polarity::Affirmed {
        parts.push(relation.polarity().as_str());
    }
    if relation.modality() != Modality::Fact {
        parts.push(relation.modality().as_str());
    }
    parts.join(", ")
}

/// What is known of a mention, for a tooltip or a list: kind, name, office, countries, value.
pub(super) fn gloss(mention: MentionRef<'_>) -> String {
    let mut parts = vec![mention.kind().as_str().to_owned()];
    let shown = name(mention);
    if shown != mention.text() {
        parts.push(shown.to_owned());
    }
    if let Some(official) = mention.official() {
        parts.push(official.role().as_str().replace('_', " "));
        parts.extend(official.portfolio().map(str::to_owned));
        if official.status() != crate::mention::OfficeStatus::Current {
            parts.push(official.status().as_str().to_owned());
        }
    } else if let Some(role) = mention.entity().and_then(EntityRef::role) {
        parts.push(role.as_str().replace('_', " "));
    }
    if mention.kind() == MentionKind::Date {
        if let Some(timex) = mention.timex() {
            let fields = TimexFields::of(timex);
            parts.extend(fields.value);
            parts.extend(fields.modifier.map(str::to_owned));
        }
    }
    parts.extend(mention.place_type().map(|kind| kind.as_str().to_owned()));
    parts.extend(mention.org_type().map(|kind| kind.as_str().to_owned()));
    let countries = match (mention.official(), mention.country(), mention.entity()) {
        (Some(official), ..) => official.countries().to_vec(),
        (_, Some(country), _) => vec![country],
        (_, _, Some(entity)) => entity.countries().to_vec(),
        _ => Vec::new(),
    };
    parts.extend(countries.iter().map(ToString::to_string));
    if let Some(metonym) = mention.metonym() {
        parts.push(format!("for its {metonym}"));
    }
    parts.join(" · ")
}
