//! Who takes part in a relation: in the gold, and in what was found.

use super::gold::{Bounds, Gold, Relation as GoldRelation};
use depeche::output::record::{Argument, Mention, Record, Relation};
use std::collections::{HashMap, HashSet};

/// Types whose parties are all actors.
pub const RECIPROCAL: [&str; 6] = ["met_with", "phoned", "negotiated", "agreed", "signed", "cooperated"];

/// All the spans that stand for a party; nobody, where the role is empty.
pub type Party = Option<Vec<Bounds>>;

/// Whether two spans share a character.
pub const fn overlap(a: Bounds, b: Bounds) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// The span of a mention.
pub const fn bounds(mention: &Mention<'_>) -> Bounds {
    (mention.start, mention.end)
}

/// Whether two parties may be one.
pub fn same(gold: &Party, found: &Party) -> bool {
    match (gold, found) {
        (Some(gold), Some(found)) => gold.iter().any(|&g| found.iter().any(|&f| overlap(g, f))),
        (None, None) => true,
        _ => false,
    }
}

/// The pairs of parties a relation speaks of.
fn pairs(kind: &str, actors: Vec<Party>, recipients: Vec<Party>, places: Vec<Party>) -> Vec<(Party, Party)> {
    if RECIPROCAL.contains(&kind) || (kind == "recognized" && recipients.is_empty()) {
        let parties: Vec<Party> = actors.into_iter().chain(recipients).collect();
        if let [only] = &parties[..] {
            return vec![(only.clone(), None)];
        }
        let after = |i: usize| parties[i + 1..].iter().map(move |b| (i, b));
        return (0..parties.len()).flat_map(after).map(|(i, b)| (parties[i].clone(), b.clone())).collect();
    }
    let others = if kind == "visited" && !places.is_empty() { places } else { recipients };
    let or_nobody = |list: Vec<Party>| if list.is_empty() { vec![None] } else { list };
    let (actors, others) = (or_nobody(actors), or_nobody(others));
    let all = actors.iter().flat_map(|a| others.iter().map(|b| (a.clone(), b.clone())));
    all.filter(|(a, b)| a.is_some() || b.is_some()).collect()
}

/// An official and the person it names stand for each other.
pub struct Aliases(HashMap<Bounds, Vec<Bounds>>);

impl Aliases {
    pub fn new(gold: &Gold) -> Self {
        let mut map: HashMap<Bounds, Vec<Bounds>> = HashMap::new();
        let mentions = gold.mentions.as_deref().unwrap_or(&[]);
        for official in mentions.iter().filter(|m| m.kind == "official") {
            let Some(holder) = official.holder.as_ref().filter(|h| !h.is_empty()) else { continue };
            for person in mentions.iter().filter(|m| m.text == *holder) {
                map.entry(official.bounds()).or_default().push(person.bounds());
                map.entry(person.bounds()).or_default().push(official.bounds());
            }
        }
        Self(map)
    }

    fn party(&self, span: Bounds) -> Party {
        Some(std::iter::once(span).chain(self.0.get(&span).into_iter().flatten().copied()).collect())
    }

    pub fn parties(&self, spans: &[Bounds]) -> Vec<Party> {
        spans.iter().map(|&span| self.party(span)).collect()
    }

    pub fn facts(&self, r: &GoldRelation) -> Vec<(Party, Party)> {
        pairs(&r.kind, self.parties(&r.actor), self.parties(&r.recipient), self.parties(&r.place))
    }
}

/// What was predicted, with its entities.
pub struct Predicted<'r> {
    pub record: &'r Record<'r>,
    pub by_id: HashMap<u32, &'r Mention<'r>>,
    consistent: HashMap<u32, bool>,
}

impl<'r> Predicted<'r> {
    pub fn new(record: &'r Record<'r>) -> Self {
        let mut clusters: HashMap<u32, Vec<&Mention<'_>>> = HashMap::new();
        for mention in &record.mentions {
            if let Some(entity) = mention.entity {
                clusters.entry(entity).or_default().push(mention);
            }
        }
        let consistent = clusters.into_iter().map(|(entity, list)| (entity, is_consistent(&list))).collect();
        Self { record, by_id: record.mentions.iter().map(|m| (m.id, m)).collect(), consistent }
    }

    fn party(&self, argument: &Argument<'_>) -> Party {
        let mention = self.by_id.get(&argument.mention);
        let mut out: Vec<Bounds> = mention.map(|m| bounds(m)).into_iter().collect();
        let entity = argument.entity.or_else(|| mention.and_then(|m| m.entity));
        if let Some(entity) = entity.filter(|e| self.consistent.get(e) == Some(&true)) {
            out.extend(self.record.mentions.iter().filter(|m| m.entity == Some(entity)).map(bounds));
        }
        Some(out)
    }

    pub fn role(&self, relation: &Relation<'_>, role: &str) -> Vec<Party> {
        relation.arguments.iter().filter(|a| a.role == role).map(|a| self.party(a)).collect()
    }

    pub fn facts(&self, r: &Relation<'_>) -> Vec<(Party, Party)> {
        pairs(&r.relation_type, self.role(r, "actor"), self.role(r, "recipient"), self.role(r, "place"))
    }
}

/// An entity that mixes persons with places, or two different names, stands for nobody.
fn is_consistent(mentions: &[&Mention<'_>]) -> bool {
    let kinds: HashSet<&str> = mentions
        .iter()
        .map(|m| if m.kind == "person" || m.kind == "official" { "who" } else { m.kind.as_ref() })
        .collect();
    let persons = mentions.iter().filter(|m| m.kind == "person");
    let names: Vec<HashSet<String>> = persons
        .map(|m| m.text.to_lowercase().replace('-', " ").split_whitespace().map(str::to_owned).collect())
        .collect();
    kinds.len() == 1 && names.iter().all(|a| names.iter().all(|b| !a.is_disjoint(b)))
}
