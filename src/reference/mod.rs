//! Who is who: mentions into entities.
//!
//! Comes in: the flat mentions of a text. Goes out: one entity for every
//! person, office, place, organisation and event that is mentioned, and the
//! reading of pronouns. A wrong link is worse than a missing one.
//!
//! Order of work: persons by name; what the gazetteer knows of them;
//! officials by the person they name, then by description; things by
//! gazetteer row and name; the countries that only the entity tells; last
//! which places stand for their government.

mod cluster;
pub mod coreference;
mod description;
pub mod entity;
mod evident;
mod gap;
mod metonym;
mod name;
mod office;
mod said;
mod thing;
mod told;

pub use coreference::{antecedent, Want};
pub use entity::{Entities, Entity};

use crate::id::{Code, EntityId};
use crate::lexicon::{EntryData, Role};
use crate::mention::{Context, MentionData, MentionKind, Mentions};
use cluster::{Names, People, Who};
use description::Reading;
use entity::Office;
pub(crate) use metonym::Stand;
use office::Held;
use thing::Things;

/// What is kept while the mentions of a text are linked, in buffers that can be used again for the next text.
#[derive(Debug, Default)]
struct Buffers<'t> {
    people: People,
    names: Names<'t>,
    readings: Vec<Reading>,
    things: Things<'t>,
    longest: Vec<usize>,
    of_who: Vec<Option<EntityId>>,
}

/// Makes the entities of a text from its mentions.
pub fn link(context: Context<'_>, mentions: &Mentions, out: &mut Entities) {
    link_each(std::iter::once((context, mentions, out)));
}

/// Makes the entities of several texts from their mentions.
pub(crate) fn link_each<'t, 'm>(texts: impl Iterator<Item = (Context<'t>, &'m Mentions, &'m mut Entities)>) {
    let mut buffers = Buffers::default();
    texts.for_each(|(context, mentions, out)| buffers.link(context, mentions, out));
}

impl<'t> Buffers<'t> {
    fn link(&mut self, context: Context<'t>, mentions: &Mentions, out: &mut Entities) {
        let Self { people, names, readings, things, longest, of_who } = self;
        out.list.clear();
        out.list.reserve(mentions.list.len());
        out.of.clear();
        out.of.resize(mentions.list.len(), None);
        out.offices.clear();
        out.offices.resize(mentions.list.len(), Office::default());

        people.reset(mentions);
        people.name(context, mentions, names);
        people.know(context, mentions);
        description::place(context, mentions, people, readings);
        let things = things.group(context, mentions);
        gap::fill(context, mentions, people, readings, &mut out.offices);
        metonym::read(context, mentions, &mut out.stands);

        longest_names(context, mentions, things, longest);
        of_who.clear();
        of_who.resize(people.list.len(), None);
        for index in 0..mentions.list.len() {
            let known = match (people.of[index], things[index]) {
                (Some(who), _) => of_who[who],
                (None, Some(first)) => out.of[first],
                (None, None) => continue,
            };
            let entity = known.unwrap_or_else(|| {
                let entity = EntityId::from_index(out.list.len());
                let made = match people.of[index] {
                    Some(who) => {
                        of_who[who] = Some(entity);
                        person(context, mentions, &people.list[who], readings, &out.offices)
                    }
                    None => thing_entity(context, mentions, index, longest[index]),
                };
                out.list.push(made);
                entity
            });
            out.of[index] = Some(entity);
        }
        out.gather();
    }
}

fn person(context: Context<'_>, mentions: &Mentions, who: &Who, readings: &[Reading], offices: &[Office]) -> Entity {
    let text = |i: usize| mentions.list[i].span.of(context.source.text);
    let fullest =
        |list: &[usize]| list.iter().copied().max_by_key(|&i| (mentions.list[i].span.len(), std::cmp::Reverse(i)));
    let name = fullest(&who.persons).or_else(|| fullest(&who.officials)).map_or("", text).to_owned();
    // The office told nearest the top; a former one only when nothing else is known.
    let told = who.officials.iter().copied().filter(|&i| !offices[i].countries.is_empty()).min();
    let known = |sure: bool| who.offices.iter().find(|h| h.sure == sure && !h.former);
    let held = known(true).or_else(|| known(false)).or(who.offices.first());
    // Of several offices at unknown times none is the one of this text.
    let unsure = || who.offices.iter().filter(|h| !h.sure);
    let one_role = |held: &&Held| held.sure || unsure().all(|h| h.role == held.role);
    let one_country = |held: &&Held| held.sure || unsure().all(|h| h.countries == held.countries);
    let countries = match told {
        Some(i) => offices[i].countries.clone(),
        None => held.filter(one_country).map_or(Vec::new(), |h| h.countries.clone()),
    };
    let role = told.or(who.officials.iter().copied().min()).and_then(|i| offices[i].role.or(readings[i].role));
    let role = role.or(held.filter(one_role).filter(|_| mentions.date.is_some()).map(|h| h.role));
    let kind = if who.persons.is_empty() { MentionKind::Official } else { MentionKind::Person };
    Entity { kind, name, countries, role, mentions: (0, 0) }
}

/// For the first mention of each thing its longest name; a description is no name.
fn longest_names(context: Context<'_>, mentions: &Mentions, things: &[Option<usize>], longest: &mut Vec<usize>) {
    longest.clear();
    longest.extend(0..things.len());
    for (index, first) in things.iter().enumerate() {
        let Some(first) = *first else { continue };
        let (new, old) = (&mentions.list[index], &mentions.list[longest[first]]);
        let described = |mention| thing::is_description(context, mention);
        if !described(new) && (described(old) || new.span.len() > old.span.len()) {
            longest[first] = index;
        }
    }
}

fn thing_entity(context: Context<'_>, mentions: &Mentions, first: usize, longest: usize) -> Entity {
    let mention = &mentions.list[first];
    let row = thing::entry(mention).map(|id| context.lexicon.entry(id));
    let name = match row {
        Some(row) if thing::is_description(context, mention) => row.name.to_string(),
        _ => mentions.list[longest].span.of(context.source.text).to_owned(),
    };
    let mut countries: Vec<Code> = match mention.data {
        MentionData::Place { country, .. } | MentionData::Organization { country, .. } => country.into_iter().collect(),
        _ => Vec::new(),
    };
    if let Some(EntryData::Place { country, .. } | EntryData::Organization { country, .. }) = row.map(|r| &r.data) {
        countries.extend(country.filter(|c| !countries.contains(c)));
    }
    Entity { kind: mention.kind(), name, countries, role: None::<Role>, mentions: (0, 0) }
}
