//! Relations of many documents as events between parties, the same party under the same name.

use depeche::output::html;
use depeche::output::TimexFields;
use depeche::{Date, Document, EntityRef, MentionKind, MentionRef, Modality, Polarity, RelationRef};

/// A person, state or organisation in an event.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Party {
    /// The fullest name of its document.
    pub name: String,
    /// The first country it serves, is, or lies in.
    pub country: Option<String>,
    /// Whether it is a human being.
    pub person: bool,
}

/// One relation.
#[derive(Debug, Clone)]
pub struct Event {
    /// The document's id.
    pub document: String,
    /// The relation's number in it.
    pub number: usize,
    pub kind: String,
    pub actors: Vec<Party>,
    pub recipients: Vec<Party>,
    pub places: Vec<Party>,
    /// The first day of its date; the document's own day where the relation has none.
    pub day: Option<Date>,
    /// The same as exactly as it is told: a day, a week, a month, a year; empty where there is none.
    pub when: String,
    /// Whether the relation has a date of its own.
    pub dated: bool,
    pub polarity: Polarity,
    pub modality: Modality,
    /// The relation in words.
    pub words: String,
}

impl Event {
    /// Whether it is said to have happened.
    pub fn happened(&self) -> bool {
        self.polarity == Polarity::Affirmed && self.modality == Modality::Fact
    }

    /// Who has to do with whom: each of the actors with each other where there is no recipient, else with each
    /// recipient. A visit without a host goes to the place.
    pub fn pairs(&self) -> Vec<(&Party, &Party, bool)> {
        let others = match self.recipients.is_empty() && self.kind == "visited" {
            true => &self.places,
            false => &self.recipients,
        };
        if others.is_empty() {
            let after = |i: usize| self.actors[i + 1..].iter().map(move |b| (i, b));
            let all = (0..self.actors.len()).flat_map(after);
            return all.map(|(i, b)| (&self.actors[i], b, false)).collect();
        }
        self.actors.iter().flat_map(|a| others.iter().map(move |b| (a, b, true))).collect()
    }
}

/// The events of a document, in its order.
pub fn events(id: &str, document: &Document<'_>) -> Vec<Event> {
    document.relations().map(|relation| event(id, document, relation)).collect()
}

fn event(id: &str, document: &Document<'_>, relation: RelationRef<'_>) -> Event {
    let own = relation.date().and_then(MentionRef::timex).map(TimexFields::of).and_then(begin);
    let dated = own.is_some();
    let (day, when) = own.or_else(|| document.date().map(|day| (day, day.to_string()))).unzip();
    Event {
        document: id.to_owned(),
        number: relation.id().index(),
        kind: relation.kind().to_owned(),
        actors: relation.actors().map(party).collect(),
        recipients: relation.recipients().map(party).collect(),
        places: relation.places().map(party).collect(),
        day,
        when: when.unwrap_or_default(),
        dated,
        polarity: relation.polarity(),
        modality: relation.modality(),
        words: html::in_words(relation),
    }
}

fn party(mention: MentionRef<'_>) -> Party {
    let entity = mention.entity();
    let own = mention.country().or_else(|| mention.official().and_then(|o| o.countries().first().copied()));
    let country = own.or_else(|| entity.and_then(|e: EntityRef<'_>| e.countries().first().copied()));
    let kind = entity.map_or(mention.kind(), EntityRef::kind);
    Party {
        name: entity.map_or(mention.text(), EntityRef::name).split_whitespace().collect::<Vec<_>>().join(" "),
        country: country.map(|code| code.to_string()),
        person: matches!(kind, MentionKind::Person | MentionKind::Official),
    }
}

/// The first day of a date's value, and how exactly it is told; `None` where digits are open.
fn begin(fields: TimexFields) -> Option<(Date, String)> {
    let value = fields.begin.or(fields.value)?;
    let value = value.split(['/', 'T']).next().unwrap_or("");
    let year: i16 = value.get(..4)?.parse().ok()?;
    let rest = value.get(5..).unwrap_or("");
    if let Some(week) = rest.strip_prefix('W') {
        let week: i8 = week.get(..2)?.parse().ok()?;
        let monday = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?;
        return Some((monday.date(), value.to_owned()));
    }
    let mut parts = rest.split('-').map_while(|part| part.parse::<i8>().ok());
    let (month, day) = (parts.next(), parts.next());
    let told = [month, day].into_iter().flatten().fold(format!("{year:04}"), |told, n| format!("{told}-{n:02}"));
    Some((Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?, told))
}
