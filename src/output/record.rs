//! The serde types of the JSON Lines format, member for member.
//!
//! Made from a [`Document`](crate::Document) they borrow from it; read back
//! from a file they own what they hold.

use super::{Item, Offsets, TimexFields, Unit};
use crate::document::{ArgumentRef, EntityRef, MentionRef, OfficialRef, RelationRef};
use crate::id::Code;
use crate::mention::MentionKind;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// Its id.
    pub id: Cow<'a, str>,
    /// The reference date, ISO 8601.
    pub date: Option<Cow<'a, str>>,
    /// Where that came from: `caller`, `header`, `dateline`.
    pub date_source: Option<Cow<'a, str>>,
    /// What offsets count.
    pub offsets: Unit,
    /// By start.
    pub mentions: Vec<Mention<'a>>,
    /// By first mention.
    pub entities: Vec<Entity<'a>>,
    /// By first trigger.
    pub relations: Vec<Relation<'a>>,
    /// Other members of the input line; left out when there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Cow<'a, serde_json::Map<String, serde_json::Value>>>,
}

/// One mention. Of the four last members that of its kind is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention<'a> {
    /// Number in the document.
    pub id: u32,
    /// `person`, `official`, `place`, `organization`, `event`, `date`.
    pub kind: Cow<'a, str>,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The words.
    pub text: Cow<'a, str>,
    /// Its entity; dates have no such member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// Gazetteer row or rule.
    pub rule: Cow<'a, str>,
    /// Of an official.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Official<'a>>,
    /// Of a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timex: Option<Timex<'a>>,
    /// Of a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place<'a>>,
    /// Of an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization<'a>>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Official<'a> {
    /// Out of the closed list of roles.
    pub role: Cow<'a, str>,
    /// The head noun as written.
    pub title: Cow<'a, str>,
    /// What the office is for.
    pub portfolio: Option<Cow<'a, str>>,
    /// Whom they serve.
    pub countries: Vec<Cow<'a, str>>,
    /// The receiving states or organisations.
    pub accredited_to: Vec<Cow<'a, str>>,
    /// `current`, `former`, `acting`, `elect`, `outgoing`.
    pub status: Cow<'a, str>,
    /// The mention of the person it names.
    pub holder: Option<u32>,
}

/// A TIMEX3 expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timex<'a> {
    /// `DATE`, `TIME`, `DURATION`, `SET`.
    #[serde(rename = "type")]
    pub timex_type: Cow<'a, str>,
    /// The value.
    pub value: Option<Cow<'a, str>>,
    /// `START`, `MID`, `END`, `APPROX`…
    #[serde(rename = "mod")]
    pub modifier: Option<Cow<'a, str>>,
    /// Where an interval begins.
    pub begin: Option<Cow<'a, str>>,
    /// Where an interval ends.
    pub end: Option<Cow<'a, str>>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place<'a> {
    /// `country`, `city`, `region`…
    pub place_type: Cow<'a, str>,
    /// The country it is or lies in.
    pub country: Option<Cow<'a, str>>,
    /// Gazetteer row.
    pub id: Option<Cow<'a, str>>,
    /// What it stands for here.
    pub metonym: Option<Cow<'a, str>>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organization<'a> {
    /// `ministry`, `government`, `international`…
    pub org_type: Cow<'a, str>,
    /// Its country.
    pub country: Option<Cow<'a, str>>,
    /// Gazetteer row.
    pub id: Option<Cow<'a, str>>,
}

/// One entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity<'a> {
    /// Number in the document.
    pub id: u32,
    /// As of a mention.
    pub kind: Cow<'a, str>,
    /// The fullest name.
    pub name: Cow<'a, str>,
    /// Countries it serves, is, or lies in.
    pub countries: Vec<Cow<'a, str>>,
    /// Its office.
    pub role: Option<Cow<'a, str>>,
    /// Its mentions.
    pub mentions: Vec<u32>,
}

/// One relation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation<'a> {
    /// Number in the document.
    pub id: u32,
    /// Its type.
    #[serde(rename = "type")]
    pub relation_type: Cow<'a, str>,
    /// PLOVER code of the type.
    pub plover: Option<Cow<'a, str>>,
    /// The most general certain CAMEO code.
    pub cameo: Option<Cow<'a, str>>,
    /// `affirmed`, `negated`.
    pub polarity: Cow<'a, str>,
    /// `fact`, `planned`, `possible`…
    pub modality: Cow<'a, str>,
    /// The spans that say it.
    pub triggers: Vec<Stretch<'a>>,
    /// The stretch it was read from.
    pub evidence: Bounds,
    /// Its arguments.
    pub arguments: Vec<Argument<'a>>,
    /// What it is about.
    pub topic: Option<Stretch<'a>>,
    /// Who says so.
    pub source: Option<Reference>,
    /// The frame.
    pub rule: Cow<'a, str>,
    /// How likely it is to be right, 0 to 1; 0 in what a version wrote that did not know.
    #[serde(default)]
    pub confidence: f32,
}

/// A stretch of text with its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stretch<'a> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The words.
    pub text: Cow<'a, str>,
}

/// A stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One argument of a relation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Argument<'a> {
    /// `actor`, `recipient`, `place`, `date`, `event`.
    pub role: Cow<'a, str>,
    /// The mention.
    pub mention: u32,
    /// Its entity; dates have no such member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// The grammatical slot.
    pub how: Cow<'a, str>,
}

/// A mention and its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The mention.
    pub mention: u32,
    /// Its entity.
    pub entity: Option<u32>,
}

impl<'a> From<&Item<'a>> for Record<'a> {
    fn from(item: &Item<'a>) -> Self {
        let document = item.document;
        let offsets = Offsets::new(document.text(), item.unit);
        Self {
            id: Cow::Borrowed(item.id),
            date: document.date().map(|date| Cow::Owned(date.to_string())),
            date_source: document.date_source().map(|source| Cow::Borrowed(source.as_str())),
            offsets: item.unit,
            mentions: document.mentions().map(|m| mention(m, &offsets)).collect(),
            entities: document.entities().map(entity).collect(),
            relations: document.relations().map(|r| relation(r, &offsets, document.text())).collect(),
            meta: item.meta.filter(|meta| !meta.is_empty()).map(Cow::Borrowed),
        }
    }
}

fn codes(codes: &[Code]) -> Vec<Cow<'_, str>> {
    codes.iter().map(|code| Cow::Borrowed(code.as_str())).collect()
}

fn code<'a>(code: Option<Code>) -> Option<Cow<'a, str>> {
    code.map(|code| Cow::Owned(code.as_str().to_owned()))
}

fn mention<'a>(mention: MentionRef<'a>, offsets: &Offsets<'_>) -> Mention<'a> {
    let (start, end) = offsets.span(mention.span());
    Mention {
        id: mention.id().0,
        kind: Cow::Borrowed(mention.kind().as_str()),
        start,
        end,
        text: Cow::Borrowed(mention.text()),
        entity: mention.entity().map(|entity| entity.id().0),
        rule: mention.rule(),
        official: mention.official().map(official),
        timex: mention.timex().map(|timex| TimexFields::of(timex).into()),
        place: mention.place_type().map(|place_type| Place {
            place_type: Cow::Borrowed(place_type.as_str()),
            country: code(mention.country()),
            id: mention.gazetteer_id().map(Cow::Borrowed),
            metonym: mention.metonym().map(|metonym| Cow::Borrowed(metonym.as_str())),
        }),
        organization: mention.org_type().map(|org_type| Organization {
            org_type: Cow::Borrowed(org_type.as_str()),
            country: code(mention.country()),
            id: mention.gazetteer_id().map(Cow::Borrowed),
        }),
    }
}

fn official(official: OfficialRef<'_>) -> Official<'_> {
    Official {
        role: Cow::Borrowed(official.role().as_str()),
        title: Cow::Borrowed(official.title()),
        portfolio: official.portfolio().map(Cow::Borrowed),
        countries: codes(official.countries()),
        accredited_to: codes(official.accredited_to()),
        status: Cow::Borrowed(official.status().as_str()),
        holder: official.holder().map(|holder| holder.id().0),
    }
}

impl From<TimexFields> for Timex<'_> {
    fn from(fields: TimexFields) -> Self {
        Self {
            timex_type: Cow::Borrowed(fields.timex_type),
            value: fields.value.map(Cow::Owned),
            modifier: fields.modifier.map(Cow::Borrowed),
            begin: fields.begin.map(Cow::Owned),
            end: fields.end.map(Cow::Owned),
        }
    }
}

fn entity(entity: EntityRef<'_>) -> Entity<'_> {
    Entity {
        id: entity.id().0,
        kind: Cow::Borrowed(entity.kind().as_str()),
        name: Cow::Borrowed(entity.name()),
        countries: codes(entity.countries()),
        role: entity.role().map(|role| Cow::Borrowed(role.as_str())),
        mentions: entity.mentions().map(|mention| mention.id().0).collect(),
    }
}

fn relation<'a>(relation: RelationRef<'a>, offsets: &Offsets<'_>, text: &'a str) -> Relation<'a> {
    let stretch = |span: Span| {
        let (start, end) = offsets.span(span);
        Stretch { start, end, text: Cow::Borrowed(span.of(text)) }
    };
    let (start, end) = offsets.span(relation.evidence());
    Relation {
        id: relation.id().0,
        relation_type: Cow::Borrowed(relation.kind()),
        plover: relation.plover().map(Cow::Borrowed),
        cameo: relation.cameo().map(Cow::Borrowed),
        polarity: Cow::Borrowed(relation.polarity().as_str()),
        modality: Cow::Borrowed(relation.modality().as_str()),
        triggers: relation.triggers().iter().map(|&span| stretch(span)).collect(),
        evidence: Bounds { start, end },
        arguments: relation.arguments().map(argument).collect(),
        topic: relation.topic().map(stretch),
        source: relation
            .source()
            .map(|mention| Reference { mention: mention.id().0, entity: mention.entity().map(|e| e.id().0) }),
        rule: Cow::Borrowed(relation.rule()),
        confidence: relation.confidence(),
    }
}

fn argument(argument: ArgumentRef<'_>) -> Argument<'_> {
    let mention = argument.mention();
    Argument {
        role: Cow::Borrowed(argument.role().as_str()),
        mention: mention.id().0,
        entity: if mention.kind() == MentionKind::Date { None } else { mention.entity().map(|e| e.id().0) },
        how: Cow::Borrowed(argument.how()),
    }
}
