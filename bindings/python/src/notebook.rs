//! A document as notebooks show it: its text with its mentions, and its relations.
//!
//! The style is kept to one class, so that nothing else on the page changes.

use depeche::output::html::escaped;
use depeche::output::record::{Mention, Record, Relation};
use std::fmt::Write as _;

const STYLE: &str = include_str!("notebook.css");

/// What is known of a mention, for a tooltip.
fn gloss(mention: &Mention<'_>, record: &Record<'_>) -> String {
    let mut parts = vec![mention.kind.to_string()];
    if let Some(entity) = mention.entity.map(|id| &record.entities[id as usize]) {
        parts.extend((entity.name != mention.text).then(|| entity.name.to_string()));
        parts.extend(entity.role.as_ref().map(|role| role.replace('_', " ")));
        parts.extend(entity.countries.iter().map(ToString::to_string));
    }
    parts.extend(mention.timex.iter().filter_map(|timex| timex.value.as_ref()).map(ToString::to_string));
    parts.extend(mention.place.iter().map(|place| place.place_type.to_string()));
    parts.extend(mention.organization.iter().map(|organization| organization.org_type.to_string()));
    parts.join(" · ")
}

/// The names that fill a role, such as « A, B ».
fn names(relation: &Relation<'_>, record: &Record<'_>, role: &str) -> String {
    let filling = relation.arguments.iter().filter(|argument| argument.role == role);
    let name = |id: u32| {
        let mention = &record.mentions[id as usize];
        mention.entity.map_or(&mention.text, |entity| &record.entities[entity as usize].name).as_ref()
    };
    filling.map(|argument| name(argument.mention)).collect::<Vec<&str>>().join(", ")
}

fn row(out: &mut String, relation: &Relation<'_>, record: &Record<'_>) {
    let _ = write!(out, "<li><strong>{}</strong>", escaped(&relation.relation_type.replace('_', " ")));
    for (role, before) in [("actor", " "), ("recipient", " → "), ("event", " · "), ("place", " · "), ("date", " · ")]
    {
        let names = names(relation, record, role);
        if !names.is_empty() {
            let _ = write!(out, "{before}{}", escaped(&names));
        }
    }
    let told = [(&relation.polarity, "affirmed"), (&relation.modality, "fact")];
    let status: Vec<&str> =
        told.iter().filter(|(is, plain)| is.as_ref() != *plain).map(|(is, _)| is.as_ref()).collect();
    if !status.is_empty() {
        let _ = write!(out, " <span class=\"status\">({})</span>", status.join(", "));
    }
    out.push_str("</li>\n");
}

/// The document's text and relations.
pub fn html(record: &Record<'_>, text: &str) -> String {
    let mut out = format!("<div class=\"depeche\"><style>\n{STYLE}</style>\n<div class=\"text\">");
    let mut chars = text.chars();
    let mut at = 0;
    let mut take = |until: u32| -> String {
        let part = chars.by_ref().take((until - at) as usize).collect();
        at = until;
        part
    };
    for mention in &record.mentions {
        out.push_str(&escaped(&take(mention.start)));
        let _ =
            write!(out, "<mark class=\"{}\" title=\"{}\">", escaped(&mention.kind), escaped(&gloss(mention, record)));
        out.push_str(&escaped(&take(mention.end)));
        out.push_str("</mark>");
    }
    out.push_str(&escaped(&chars.collect::<String>()));
    out.push_str("</div>\n");
    if !record.relations.is_empty() {
        out.push_str("<ul>\n");
        record.relations.iter().for_each(|relation| row(&mut out, relation, record));
        out.push_str("</ul>\n");
    }
    out.push_str("</div>\n");
    out
}
