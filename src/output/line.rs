//! The line of one document, written member by member straight from the document's views.
//!
//! Comes in: a document. Goes out: what the derived serialisation of its [`Record`](super::record::Record) says, which a
//! test holds. No record is made and no list is held: a long document is never in memory twice.

use super::json::{object, By, Json, List, Name, Plain};
use super::{Item, Offsets};
use crate::document::{ArgumentRef, EntityRef, MentionRef, OfficialRef, RelationRef};
use crate::mention::timex::Timex;
use crate::mention::MentionKind;
use crate::span::Span;

/// Appends the document as one JSON object.
pub(super) fn write(item: &Item<'_>, out: &mut String) {
    let document = item.document;
    let offsets = &Offsets::new(document.text(), item.unit);
    // A map with strings for keys always has a JSON form.
    let meta = item.meta.filter(|meta| !meta.is_empty()).map(|meta| serde_json::to_string(meta).unwrap_or_default());
    object!(out,
        "id": item.id,
        "date": document.date().map(Plain),
        "date_source": document.date_source().map(|source| Name(source.as_str())),
        "offsets": Name(item.unit.as_str()),
        "mentions": List(document.mentions().map(|m| By(move |out: &mut String| mention(m, offsets, out)))),
        "entities": List(document.entities().map(|e| By(move |out: &mut String| entity(e, out)))),
        "relations": List(document.relations().map(|r| By(move |out: &mut String| relation(r, offsets, document.text(), out)))),
        "meta" maybe: meta.map(|meta| By(move |out: &mut String| out.push_str(&meta))),
    );
}

fn mention(mention: MentionRef<'_>, offsets: &Offsets<'_>, out: &mut String) {
    let (start, end) = offsets.span(mention.span());
    object!(out,
        "id": mention.id().0,
        "kind": Name(mention.kind().as_str()),
        "start": start,
        "end": end,
        "text": mention.text(),
        "entity" maybe: mention.entity().map(|entity| entity.id().0),
        "rule": mention.origin(),
        "official" maybe: mention.official().map(|o| By(move |out: &mut String| official(o, out))),
        "timex" maybe: mention.timex().map(|t| By(move |out: &mut String| timex(t, out))),
        "place" maybe: mention.place_type().map(|_| By(|out: &mut String| place(mention, out))),
        "organization" maybe: mention.org_type().map(|_| By(|out: &mut String| organization(mention, out))),
    );
}

fn official(official: OfficialRef<'_>, out: &mut String) {
    object!(out,
        "role": Name(official.role().as_str()),
        "title": official.title(),
        "portfolio": official.portfolio(),
        "countries": List(official.countries().iter().copied()),
        "accredited_to": List(official.accredited_to().iter().copied()),
        "status": Name(official.status().as_str()),
        "holder": official.holder().map(|holder| holder.id().0),
    );
}

fn timex(timex: &Timex, out: &mut String) {
    object!(out,
        "type": Name(timex.kind.as_str()),
        "value": timex.value.map(Plain),
        "mod": timex.modifier.map(|modifier| Name(modifier.as_str())),
        "begin": timex.begin.map(Plain),
        "end": timex.end.map(Plain),
    );
}

fn place(place: MentionRef<'_>, out: &mut String) {
    object!(out,
        "place_type": place.place_type().map(|place_type| Name(place_type.as_str())),
        "country": place.country(),
        "id": place.gazetteer_id(),
        "metonym": place.metonym().map(|metonym| Name(metonym.as_str())),
    );
}

fn organization(organization: MentionRef<'_>, out: &mut String) {
    object!(out,
        "org_type": organization.org_type().map(|org_type| Name(org_type.as_str())),
        "country": organization.country(),
        "id": organization.gazetteer_id(),
    );
}

fn entity(entity: EntityRef<'_>, out: &mut String) {
    object!(out,
        "id": entity.id().0,
        "kind": Name(entity.kind().as_str()),
        "name": entity.name(),
        "countries": List(entity.countries().iter().copied()),
        "role": entity.role().map(|role| Name(role.as_str())),
        "mentions": List(entity.mentions().map(|mention| mention.id().0)),
    );
}

fn relation(relation: RelationRef<'_>, offsets: &Offsets<'_>, text: &str, out: &mut String) {
    let stretch = |span: Span| {
        By(move |out: &mut String| {
            let (start, end) = offsets.span(span);
            object!(out, "start": start, "end": end, "text": span.of(text));
        })
    };
    let (start, end) = offsets.span(relation.evidence());
    object!(out,
        "id": relation.id().0,
        "type": relation.kind(),
        "plover": relation.plover(),
        "cameo": relation.cameo(),
        "polarity": Name(relation.polarity().as_str()),
        "modality": Name(relation.modality().as_str()),
        "triggers": List(relation.triggers().iter().map(|&span| stretch(span))),
        "evidence": By(|out: &mut String| { object!(out, "start": start, "end": end); }),
        "arguments": List(relation.arguments().map(|a| By(move |out: &mut String| argument(a, out)))),
        "topic": relation.topic().map(stretch),
        "source": relation.source().map(|source| By(move |out: &mut String| reference(source, out))),
        "rule": relation.rule(),
        "confidence": relation.confidence(),
    );
}

fn argument(argument: ArgumentRef<'_>, out: &mut String) {
    let mention = argument.mention();
    let entity = mention.entity().filter(|_| mention.kind() != MentionKind::Date);
    object!(out,
        "role": Name(argument.role().as_str()),
        "mention": mention.id().0,
        "entity" maybe: entity.map(|entity| entity.id().0),
        "how": argument.how(),
    );
}

fn reference(mention: MentionRef<'_>, out: &mut String) {
    object!(out, "mention": mention.id().0, "entity": mention.entity().map(|entity| entity.id().0));
}
