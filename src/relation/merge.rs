//! The same event told twice is one relation.

use super::arguments::CLAUSE;
use super::frame::{Frames, Slot};
use super::model::{ArgumentRole, Modality, Polarity, Relation};
use crate::id::{EntityId, MentionId};
use crate::mention::{MentionData, Mentions};
use crate::reference::Entities;

/// How far back, in relations, the same event may have been told.
const REACH: usize = 12;
/// How far back in bytes.
const DISTANCE: u32 = 1500;
/// How far apart in bytes two sentences stand that follow one another.
const NEXT: u32 = 4;

/// Joins what tells the same event; order by first trigger.
pub(super) fn merge(
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    mut found: Vec<Relation>,
    out: &mut Vec<Relation>,
) {
    found.sort_by_key(|r| (r.triggers[0].start, r.triggers[0].end, r.kind));
    for mut relation in found {
        let from = out.len().saturating_sub(REACH);
        if let Some(old) = out.last() {
            takes_over(mentions, entities, frames, old, &mut relation);
        }
        let reciprocal = frames.relation_type(relation.kind).reciprocal;
        let twin = out[from..]
            .iter()
            .rposition(|old| same_event(mentions, entities, frames, reciprocal, old, &relation))
            .map(|i| i + from);
        // « A a reçu B. Les deux ministres ont évoqué … »: a plural without a name is the two told before.
        let twin = twin.or_else(|| {
            let both = reciprocal && unnamed_pair(mentions, &relation);
            let told = both.then(|| out[from..].iter().rposition(|old| tells_of_two(mentions, old, &relation)))??;
            relation.arguments.retain(|a| a.role != ArgumentRole::Actor);
            Some(told + from)
        });
        // « X a téléphoné à Y. Au cours de l'entretien, … »: the talk was the call.
        let echoed = || {
            let told = frames.frame(relation.frame).echoes.as_deref()?;
            out[from..]
                .iter()
                .rposition(|old| echoes(mentions, entities, frames, old, &relation, told))
                .map(|i| i + from)
        };
        let echo = if twin.is_none() { echoed() } else { None };
        if echo.is_some() {
            // « les deux chefs d'État ont abordé … »: they have been told.
            relation.arguments.retain(|a| a.role != ArgumentRole::Actor);
        }
        // « X s'est entretenu avec Y. Au cours de l'appel, les ministres … »: the talk was a call, as is told later.
        let called = || {
            out[from..].iter().rposition(|old| {
                let told = &frames.relation_type(relation.kind).name;
                // « X et Y ont évoqué la crise lors d'un appel »
                let within = old.evidence == relation.evidence
                    && parties(entities, old, ArgumentRole::Actor) == parties(entities, &relation, ArgumentRole::Actor);
                let next = old.evidence.end <= relation.evidence.start
                    && relation.evidence.start - old.evidence.end <= NEXT
                    && unnamed_pair(mentions, &relation);
                frames.frame(old.frame).echoes.as_ref() == Some(told)
                    && (within || next)
                    && old.arguments_in(ArgumentRole::Actor).count() == 2
                    && old.polarity == relation.polarity
            })
        };
        let call = if twin.or(echo).is_none() { called().map(|i| i + from) } else { None };
        if let Some(index) = call {
            out[index].kind = relation.kind;
            out[index].frame = relation.frame;
            relation.arguments.retain(|a| a.role != ArgumentRole::Actor);
        }
        let replaced = twin.is_some_and(|index| {
            let occurs = frames.frame(relation.frame).require.iter().any(|(slot, _)| *slot == Slot::Subject);
            reciprocal
                && occurs
                && out[index].evidence == relation.evidence
                && relation.arguments_in(ArgumentRole::Place).next().is_some()
        });
        if let Some(index) = twin.filter(|_| replaced) {
            out[index].arguments.retain(|a| a.role != ArgumentRole::Place);
        }
        match twin.or(echo).or(call) {
            Some(index) => absorb(entities, &mut out[index], relation),
            // « Lors de l'entretien, les ministres … »: who talked is told nowhere.
            None if relation.arguments.iter().any(|a| a.how == CLAUSE) && unnamed_pair(mentions, &relation) => {}
            None => out.push(relation),
        }
    }
}

/// « X a nommé Y ministre. Il succède à Z »: who names does not take the office that the next sentence tells of.
fn takes_over(mentions: &Mentions, entities: &Entities, frames: &Frames, old: &Relation, new: &mut Relation) {
    let name = |r: &Relation| frames.relation_type(r.kind).name.as_str();
    let envoy = name(old) == "appointed_envoy";
    let mut named = old.arguments_in(if envoy { ArgumentRole::Actor } else { ArgumentRole::Recipient });
    let (Some(named), None) = (named.next(), named.next()) else { return };
    let is = |a: MentionId, m: MentionId| entity(entities, a) == entity(entities, m);
    // Who sends an envoy is no party of that; the sentence tells him.
    let sends = |m: MentionId| {
        let span = mentions.list[m.index()].span;
        old.evidence.start <= span.start && span.end <= old.evidence.end && !is(named, m)
    };
    let same = |m: MentionId| if envoy { sends(m) } else { old.arguments_in(ArgumentRole::Actor).any(|a| is(a, m)) };
    let next = old.evidence.end <= new.evidence.start && new.evidence.start - old.evidence.end <= NEXT;
    if !envoy && name(old) != "appointed" || name(new) != "took_office" || !next || old.polarity == Polarity::Negated {
        return;
    }
    let told_before = |m: MentionId| mentions.list[m.index()].span.end <= new.evidence.start;
    for actor in new.arguments.iter_mut().filter(|a| a.role == ArgumentRole::Actor) {
        if told_before(actor.mention) && same(actor.mention) {
            actor.mention = named;
        }
    }
}

/// The only party is an office in the plural, of no country told: « les deux ministres ».
fn unnamed_pair(mentions: &Mentions, relation: &Relation) -> bool {
    let mut actors = relation.arguments_in(ArgumentRole::Actor);
    let office = actors.next().and_then(|m| mentions.list[m.index()].official());
    office.is_some_and(|o| o.plural && o.countries.is_empty()) && actors.next().is_none()
}

/// An event of the same sort between two parties, not long before, that no date parts from `new`.
fn tells_of_two(mentions: &Mentions, old: &Relation, new: &Relation) -> bool {
    let one = |m: MentionId| mentions.list[m.index()].official().is_none_or(|o| !o.plural);
    old.kind == new.kind
        && old.polarity == new.polarity
        && old.modality == new.modality
        && old.arguments_in(ArgumentRole::Actor).filter(|&m| one(m)).count() == 2
        && new.arguments_in(ArgumentRole::Date).next().is_none()
        && new.triggers[0].start.saturating_sub(old.triggers[0].end) <= DISTANCE
}

/// Whether `old`, of type `told`, is the event that `new` takes up: the same parties, and nothing that parts the two.
fn echoes(
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    old: &Relation,
    new: &Relation,
    told: &str,
) -> bool {
    let (a, b) = (parties(entities, old, ArgumentRole::Actor), parties(entities, new, ArgumentRole::Actor));
    frames.relation_type(old.kind).name == told
        && old.polarity == new.polarity
        && (old.modality == new.modality || old.evidence == new.evidence)
        && new.triggers[0].start.saturating_sub(old.triggers[0].end) <= DISTANCE
        && new.arguments_in(ArgumentRole::Place).next().is_none()
        && (new.arguments_in(ArgumentRole::Date).next().is_none()
            || old.arguments_in(ArgumentRole::Date).next().is_some())
        && (b.iter().all(|p| a.contains(p)) || unnamed_pair(mentions, new))
        && same_day(mentions, old, new)
}

fn entity(entities: &Entities, mention: MentionId) -> Result<EntityId, MentionId> {
    entities.of(mention).ok_or(mention)
}

fn parties(entities: &Entities, relation: &Relation, role: ArgumentRole) -> Vec<Result<EntityId, MentionId>> {
    relation.arguments_in(role).map(|m| entity(entities, m)).collect()
}

fn same_event(
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    reciprocal: bool,
    old: &Relation,
    new: &Relation,
) -> bool {
    if old.kind != new.kind
        || old.polarity != new.polarity
        || new.triggers[0].start.saturating_sub(old.triggers[0].end) > DISTANCE
        || old.modality != new.modality && old.polarity == Polarity::Affirmed && old.evidence != new.evidence
    {
        return false;
    }
    for role in [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Event] {
        let (a, b) = (parties(entities, old, role), parties(entities, new, role));
        let subset = b.iter().all(|p| a.contains(p)) || a.iter().all(|p| b.contains(p));
        if !subset {
            return false;
        }
    }
    // « X a salué ce geste. … X a salué Y »: what is said of somebody is not what is said of something.
    let told = |r: &Relation| r.arguments_in(ArgumentRole::Recipient).next().is_some();
    if frames.relation_type(old.kind).comments && old.evidence != new.evidence && told(old) != told(new) {
        return false;
    }
    let shared = [ArgumentRole::Actor, ArgumentRole::Recipient].iter().any(|&role| {
        let a = parties(entities, old, role);
        parties(entities, new, role).iter().any(|p| a.contains(p))
    });
    // « est arrivé en visite à Rome »: the noun alone tells nobody; it is the verb's event.
    let nobody =
        |r: &Relation| r.arguments.iter().all(|a| !matches!(a.role, ArgumentRole::Actor | ArgumentRole::Recipient));
    if !shared && !reciprocal && !(old.evidence == new.evidence && (nobody(old) || nobody(new))) {
        return false;
    }
    let places = |r: &Relation| parties(entities, r, ArgumentRole::Place);
    let (a, b) = (places(old), places(new));
    // « le dialogue sur la paix en X débutera à Y »: the verb tells where.
    let occurs = |r: &Relation| frames.frame(r.frame).require.iter().any(|(slot, _)| *slot == Slot::Subject);
    if reciprocal && old.evidence == new.evidence && occurs(new) && !occurs(old) {
        return same_day(mentions, old, new);
    }
    if !a.is_empty() && !b.is_empty() && !a.iter().any(|p| b.contains(p)) {
        return false;
    }
    same_day(mentions, old, new)
}

/// Unless both tell a date and the dates differ.
fn same_day(mentions: &Mentions, old: &Relation, new: &Relation) -> bool {
    let dates = |r: &Relation| -> Vec<String> {
        r.arguments_in(ArgumentRole::Date)
            .filter_map(|m| match &mentions.list[m.index()].data {
                MentionData::Date(timex) => timex.value.map(|v| v.to_string()),
                _ => None,
            })
            .collect()
    };
    let (a, b) = (dates(old), dates(new));
    a.is_empty()
        || b.is_empty()
        || a.iter().any(|d| b.iter().any(|e| d.starts_with(e.as_str()) || e.starts_with(d.as_str())))
}

/// Takes the second telling's trigger and what the first did not say.
fn absorb(entities: &Entities, old: &mut Relation, new: Relation) {
    for trigger in &new.triggers {
        if !old.triggers.contains(trigger) {
            old.triggers.push(*trigger);
        }
    }
    old.triggers.sort_unstable();
    for role in
        [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Place, ArgumentRole::Date, ArgumentRole::Event]
    {
        let have: Vec<_> = old.arguments_in(role).map(|m| entity(entities, m)).collect();
        // « va en A et B … ira en A, B, C et D »: where the whole list is told, it counts.
        let told = |one| new.arguments_in(role).any(|m| entity(entities, m) == one);
        let whole = role == ArgumentRole::Place && have.iter().all(|&one| told(one));
        if !have.is_empty() && !whole && matches!(role, ArgumentRole::Place | ArgumentRole::Date) {
            continue;
        }
        // « X a rompu avec Y. Cette rupture entre X et Y … »: nobody takes part on both sides.
        let other = match role {
            ArgumentRole::Actor => parties(entities, old, ArgumentRole::Recipient),
            ArgumentRole::Recipient => parties(entities, old, ArgumentRole::Actor),
            _ => Vec::new(),
        };
        // « rétablir les relations entre X et Y et ouvrir une ambassade à Z »: the two are all that take part.
        let pair = old.arguments.iter().filter(|a| a.role == ArgumentRole::Actor && a.how == "entre").count() > 1;
        if role == ArgumentRole::Recipient && pair {
            continue;
        }
        for argument in new.arguments.iter().filter(|a| a.role == role) {
            let party = entity(entities, argument.mention);
            if !have.contains(&party) && !other.contains(&party) {
                old.arguments.push(*argument);
            }
        }
    }
    old.arguments.sort_by_key(|a| (a.role, a.mention));
    // « Attendu à Rome, X a annulé sa visite »
    if old.modality == Modality::Planned && matches!(new.modality, Modality::Cancelled | Modality::Postponed) {
        old.modality = new.modality;
    }
    old.source = old.source.or(new.source);
    old.topic = old.topic.or(new.topic);
}
