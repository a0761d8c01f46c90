//! PLOVER event records, one JSON object a line.
//!
//! The members are those of PLOVER's records: `id`, `date`, `enddate`,
//! `actor`, `recipient`, `event`, `mode`, `context`, `event_loc` and the text
//! with its offsets; an actor is `raw_text`, `entity_name`, `wikidata_id`,
//! `wiki_description`, `country` (ISO 3166-1 alpha-3, `IGO`, `UNO`, `EUR`) and
//! `sector`. What the library does not know is null.
//!
//! Relations without a PLOVER type (`appointed`, `took_office`) are left out.
//! PLOVER's own shifts are made here and nowhere else: a future CONSULT,
//! SUPPORT, COOPERATE or AID is AGREE, a future RETREAT is CONCEDE, a cancelled
//! CONSULT is REJECT-meet; and of `hosted` the visitor is the actor.

use super::alpha3::alpha3;
use super::{Item, Offsets, TimexFields};
use crate::document::{EntityRef, MentionRef, RelationRef};
use crate::lexicon::{OrgType, Role};
use crate::mention::{MentionKind, OfficeStatus};
use crate::relation::{Modality, Polarity};
use serde::Serialize;

#[derive(Serialize)]
struct Event<'a> {
    id: String,
    date: Option<String>,
    enddate: Option<String>,
    publication_date: Option<String>,
    actor: Vec<Actor<'a>>,
    recipient: Vec<Actor<'a>>,
    event: &'a str,
    mode: Option<&'static str>,
    auxiliary: Vec<&'static str>,
    context: Vec<&'static str>,
    event_loc: Option<Location<'a>>,
    text: &'a str,
    text_start: u32,
    text_end: u32,
}

#[derive(Serialize)]
struct Actor<'a> {
    raw_text: &'a str,
    entity_name: &'a str,
    wikidata_id: Option<&'a str>,
    wiki_description: Option<&'a str>,
    country: Option<String>,
    sector: Option<&'static str>,
}

#[derive(Serialize)]
struct Location<'a> {
    raw_text: &'a str,
    name: &'a str,
    country: Option<String>,
}

/// The records of a document.
#[must_use]
pub fn lines(item: &Item<'_>) -> String {
    let offsets = Offsets::new(item.document.text(), item.unit);
    let mut out = String::new();
    for relation in item.document.relations() {
        if let Some(event) = event(item, relation, &offsets) {
            out.push_str(&serde_json::to_string(&event).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}

/// The event type after PLOVER's shifts, and the mode a shift brings with it.
fn shifted(plover: &str, modality: Modality) -> (&str, Option<&'static str>) {
    match (plover, modality) {
        ("CONSULT", Modality::Cancelled) => ("REJECT", Some("meet")),
        ("CONSULT" | "SUPPORT" | "COOPERATE" | "AID", Modality::Planned | Modality::Postponed) => ("AGREE", None),
        ("RETREAT", Modality::Planned | Modality::Postponed) => ("CONCEDE", None),
        _ => (plover, None),
    }
}

fn mode(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "visited" | "hosted" => "visit",
        "phoned" => "phone",
        "mediated" => "third-party",
        "attended" => "multilateral",
        "criticized" | "summoned" => "disapprove",
        "accused" => "allege",
        "expelled" => "expel",
        "recalled" => "withdraw",
        "sanctioned" | "suspended" | "broke_with" => "discontinue",
        "left_office" => "resign",
        _ => return None,
    })
}

fn event<'a>(item: &Item<'a>, relation: RelationRef<'a>, offsets: &Offsets<'_>) -> Option<Event<'a>> {
    let coded = relation.plover()?;
    let (event, shift) = shifted(coded, relation.modality());
    let mut actor: Vec<Actor<'_>> = relation.actors().map(block).collect();
    let mut recipient: Vec<Actor<'_>> = relation.recipients().map(block).collect();
    match relation.kind() {
        "hosted" => std::mem::swap(&mut actor, &mut recipient),
        // Where no host is named, the place visited stands for it.
        "visited" if recipient.is_empty() => recipient.extend(relation.place().map(block)),
        _ => {}
    }
    let mut auxiliary = Vec::new();
    if relation.polarity() == Polarity::Negated {
        auxiliary.push("negation");
    }
    match relation.modality() {
        Modality::Planned | Modality::Postponed => auxiliary.push("future"),
        Modality::Possible | Modality::Hearsay | Modality::Desired => auxiliary.push("hypothetical"),
        Modality::Cancelled if event == coded => auxiliary.push("negation"),
        _ => {}
    }
    auxiliary.dedup();
    let when = relation.date().and_then(MentionRef::timex).map(TimexFields::of);
    let (date, enddate) = match when {
        Some(TimexFields { begin: Some(begin), end, .. }) => (Some(begin), end),
        Some(fields) => (fields.value, None),
        None => (None, None),
    };
    let (text_start, text_end) = offsets.span(relation.evidence());
    Some(Event {
        id: format!("{}-{}", item.id, relation.id().0),
        date,
        enddate,
        publication_date: item.document.date().map(|date| date.to_string()),
        actor,
        recipient,
        event,
        mode: if event == coded { mode(relation.kind()) } else { shift },
        auxiliary,
        context: if coded == "CONSULT" { vec!["diplomatic"] } else { Vec::new() },
        event_loc: relation.place().map(|place| Location {
            raw_text: place.text(),
            name: super::words::name(place),
            country: country(place),
        }),
        text: relation.evidence().of(item.document.text()),
        text_start,
        text_end,
    })
}

fn country(mention: MentionRef<'_>) -> Option<String> {
    let own = mention.country();
    let code = own.or_else(|| mention.entity().and_then(|e: EntityRef<'_>| e.countries().first().copied()))?;
    Some(alpha3(code.as_str()).to_owned())
}

fn block(mention: MentionRef<'_>) -> Actor<'_> {
    Actor {
        raw_text: mention.text(),
        entity_name: super::words::name(mention),
        wikidata_id: None,
        wiki_description: None,
        country: country(mention),
        sector: sector(mention),
    }
}

fn sector(mention: MentionRef<'_>) -> Option<&'static str> {
    match mention.kind() {
        MentionKind::Person | MentionKind::Official => {
            if mention.official().is_some_and(|o| o.status() == OfficeStatus::Former) {
                return Some("ELI");
            }
            let role = mention.entity().and_then(EntityRef::role).or(mention.official().map(|o| o.role()))?;
            Some(match role {
                Role::MilitaryOfficer => "MIL",
                Role::Legislator | Role::Speaker => "LEG",
                Role::Judge => "JUD",
                Role::PartyLeader => "PTY",
                Role::ReligiousLeader => "REL",
                Role::HeadOfOrganization => return None,
                _ => "GOV",
            })
        }
        MentionKind::Organization => match mention.org_type()? {
            OrgType::Ministry | OrgType::Government => Some("GOV"),
            OrgType::Party => Some("PTY"),
            OrgType::Media => Some("JRN"),
            OrgType::ArmedGroup => Some("REB"),
            _ => None,
        },
        MentionKind::Place => mention.place_type().map(|_| "GOV"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn shifts_are_plovers_own() {
        assert_eq!(shifted("CONSULT", Modality::Planned), ("AGREE", None));
        assert_eq!(shifted("RETREAT", Modality::Planned), ("CONCEDE", None));
        assert_eq!(shifted("CONSULT", Modality::Cancelled), ("REJECT", Some("meet")));
        assert_eq!(shifted("CONSULT", Modality::Fact), ("CONSULT", None));
        assert_eq!(shifted("ACCUSE", Modality::Planned), ("ACCUSE", None));
    }

    #[test]
    fn a_record_reads_back() {
        sample::with(|document| {
            let written = lines(&Item::new("a1", document));
            for (line, relation) in written.lines().zip(document.relations()) {
                let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
                assert_eq!(value["event"], relation.plover().expect("coded"));
                assert_eq!(value["actor"][0]["entity_name"], "Im Chon-il");
                assert_eq!(value["actor"][0]["country"], "PRK");
                assert_eq!(value["actor"][0]["sector"], "GOV");
                assert_eq!(value["event_loc"]["country"], "RUS");
                assert!(value["enddate"].is_null());
            }
        });
    }
}
