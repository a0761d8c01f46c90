//! The country of an office that is named without it, where the text leaves no doubt.
//!
//! Comes in: the mentions, what officials say of themselves, adjectives of
//! nationality. Goes out: the countries an official evidently serves. A text
//! about two countries tells nothing, but by its headline, by who sends an
//! envoy, and by « les deux ministres ».

use super::cluster::People;
use super::description::sentence_of;
use super::entity::Office;
use crate::id::Code;
use crate::lexicon::{EntryData, PlaceType, Role};
use crate::mention::{Context, Mention, MentionData, MentionKind, Mentions, Official};

/// How many tellings on either side of an official are counted.
const WINDOW: usize = 120;

/// A country told by a mention or an adjective.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// Its token.
    at: u32,
    sentence: u32,
    country: Code,
    /// Whether that is a state; see [`is_state`].
    state: bool,
    weight: u32,
    /// Where something is, not who acts: « à Dubaï », « en Allemagne ».
    locates: bool,
    /// Told by an official or a known leader.
    office: bool,
}

/// All that tells a country, in the order of the text.
pub(super) struct Evidence<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    told: Vec<Told>,
}

impl<'a> Evidence<'a> {
    pub fn gather(context: Context<'a>, mentions: &'a Mentions, people: &People, offices: &[Office]) -> Self {
        // Who is named beside the title is not told twice.
        let mut named = vec![false; mentions.list.len()];
        for holder in mentions.list.iter().filter_map(|m| m.official()?.holder) {
            named[holder.index()] = true;
        }
        let mut told: Vec<Told> = (0..mentions.list.len())
            .filter(|&i| !named[i])
            .filter_map(|i| {
                let mention = &mentions.list[i];
                let (country, weight) = told_by(mention, people, &offices[i], i)?;
                let office = matches!(mention.kind(), MentionKind::Official | MentionKind::Person);
                Some(Told {
                    at: mention.first,
                    sentence: sentence_of(context, mention.first as usize) as u32,
                    country,
                    state: is_state(country),
                    weight,
                    locates: mention.kind() == MentionKind::Place && is_locative(context, mention),
                    office,
                })
            })
            .collect();
        if mentions.list.iter().any(|m| m.official().is_some()) {
            adjectives(context, mentions, &mut told);
        }
        told.sort_by_key(|t| t.at);
        Self { context, mentions, told }
    }

    /// The countries official number `index` evidently serves.
    pub fn countries(&self, index: usize, official: &Official, role: Option<Role>) -> Vec<Code> {
        let mention = &self.mentions.list[index];
        let first = mention.first as usize;
        let before = first.checked_sub(1).map_or("", |i| self.context.source.lowered(i));
        let around = {
            let at = self.told.partition_point(|t| t.at < mention.first);
            &self.told[at.saturating_sub(WINDOW)..(at + WINDOW).min(self.told.len())]
        };
        let indefinite = official.plural
            && (matches!(before, "plusieurs" | "des" | "quelques" | "certains" | "d'" | "de" | "autres")
                || self.context.source.get(first.wrapping_sub(1)).is_some_and(|t| t.is_number()));
        if official.plural && before == "deux" || pair_inside(self.context, mention) {
            return self.of_two(around, mention, pair_inside(self.context, mention));
        }
        let role = role.unwrap_or(official.role);
        let posted = matches!(role, Role::Ambassador | Role::Consul | Role::Envoy);
        if posted && official.accredited_to.is_empty() && official.holder.is_some() && before != "son" {
            return self.evident(around, mention, role).into_iter().collect();
        }
        if posted && (!official.accredited_to.is_empty() || matches!(before, "son" | "ses" | "leur" | "leurs")) {
            return self.sender(around, mention, official).into_iter().collect();
        }
        let many = official.plural && matches!(role, Role::HeadOfState | Role::HeadOfGovernment);
        if posted
            || indefinite && official.title.end == mention.span.end
            || many
            || !serves(official, role)
            || matches!(before, "notre" | "votre" | "nos" | "vos")
        {
            return Vec::new();
        }
        let possessive = matches!(before, "son" | "ses" | "leur" | "leurs");
        let headline = self.headline(mention);
        headline
            .or_else(|| self.spoken_for(around, mention, role))
            .or_else(|| self.host(index))
            .or_else(|| self.local(around, mention, role))
            .or_else(|| if possessive { self.owner(around, mention) } else { None })
            .or_else(|| self.evident(around, mention, role))
            .into_iter()
            .collect()
    }

    /// « Togo: le chef de la diplomatie en séjour à Ankara »: the country that heads the dispatch.
    fn headline(&self, mention: &Mention) -> Option<Code> {
        let sentence = sentence_of(self.context, mention.first as usize);
        let start = self.context.source.tokens.sentences().get(sentence)?.start;
        let list = &self.mentions.list;
        let head = list.get(list.partition_point(|m| m.first < start)).filter(|m| m.first == start)?;
        let MentionData::Place { place_type: PlaceType::Country, country, .. } = head.data else { return None };
        let colon = matches!(self.context.source.str(head.last as usize), ":" | "–" | "—");
        country.filter(|_| colon && head.last < mention.first)
    }

    /// « le ministre et l'ambassadeur du Japon près le Bénin »: he who stands beside an envoy serves the host.
    fn host(&self, index: usize) -> Option<Code> {
        let (one, two) = (&self.mentions.list[index], self.mentions.list.get(index + 1)?);
        let envoy = two.official().filter(|o| matches!(o.role, Role::Ambassador | Role::Envoy))?;
        let (from, to) = (one.last as usize, two.first as usize);
        let beside = self.context.next(from) == "et" && to - from == 2 && self.context.goes_on(to);
        only(&envoy.accredited_to).filter(|_| beside)
    }

    /// « à Bouaké, où le maire »: the place named last in its sentence.
    fn local(&self, around: &[Told], mention: &Mention, role: Role) -> Option<Code> {
        if !matches!(role, Role::Mayor | Role::Governor) {
            return None;
        }
        let here = sentence_of(self.context, mention.first as usize) as u32;
        around.iter().rev().find(|t| t.locates && t.sentence == here && t.at < mention.first).map(|t| t.country)
    }

    /// A spokesperson or adviser speaks for the officials of its own sentence, when they are of one country.
    fn spoken_for(&self, around: &[Told], mention: &Mention, role: Role) -> Option<Code> {
        if !matches!(role, Role::Spokesperson | Role::Adviser) {
            return None;
        }
        let here = sentence_of(self.context, mention.first as usize) as u32;
        let mut beside = around.iter().filter(|t| t.office && t.sentence == here && t.at != mention.first);
        let first = beside.next()?.country;
        beside.all(|t| t.country == first).then_some(first)
    }

    /// « Séoul a laissé son président en vacances »: the only country its own sentence speaks of before it.
    fn owner(&self, around: &[Told], mention: &Mention) -> Option<Code> {
        let here = sentence_of(self.context, mention.first as usize) as u32;
        let states = around.iter().filter(|t| t.state);
        let mut before = states.filter(|t| t.sentence == here && t.at < mention.first && !t.locates);
        let first = before.next()?.country;
        before.all(|t| t.country == first).then_some(first)
    }

    /// « la France rappelle son ambassadeur en Italie »: who sends, in its sentence or the one before.
    fn sender(&self, around: &[Told], mention: &Mention, official: &Official) -> Option<Code> {
        let here = sentence_of(self.context, mention.first as usize) as u32;
        let fits = |t: &&Told| !t.locates && !official.accredited_to.contains(&t.country) && t.at < mention.first;
        let same = around.iter().filter(fits).find(|t| t.sentence == here);
        same.or_else(|| around.iter().filter(fits).find(|t| t.sentence + 1 == here)).map(|t| t.country)
    }

    /// The country that most of the text is about.
    fn evident(&self, around: &[Told], mention: &Mention, role: Role) -> Option<Code> {
        let here = sentence_of(self.context, mention.first as usize) as u32;
        // For each country what the text and what the sentences beside say for it.
        let mut sums: Vec<(Code, u32, u32)> = Vec::new();
        for told in around.iter().filter(|t| t.state) {
            let weight = told.weight;
            let close = if told.sentence.abs_diff(here) <= 1 { weight } else { 0 };
            match sums.iter_mut().find(|s| s.0 == told.country) {
                Some(sum) => (sum.1, sum.2) = (sum.1 + weight, sum.2 + close),
                None => sums.push((told.country, weight, close)),
            }
        }
        let all: u32 = sums.iter().map(|s| s.1 + 2 * s.2).sum();
        let &(top, share, close) = sums.iter().max_by_key(|s| (s.1 + 2 * s.2, std::cmp::Reverse(s.0)))?;
        let share = share + 2 * close;
        // Heads of state and government are many countries' topic: they need more.
        let rules = matches!(role, Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch);
        let most = if rules { share * 2 >= all } else { share * 20 >= all * 9 };
        let alone = sums.iter().filter(|s| s.1 + 2 * s.2 == share).count() == 1;
        (share >= 4 && most && alone).then_some(top)
    }

    /// « les dirigeants des deux pays », « les deux ministres »: the last two countries told, when there is no third
    /// beside them.
    fn of_two(&self, around: &[Told], mention: &Mention, lands: bool) -> Vec<Code> {
        let mut found: Vec<Code> = Vec::new();
        let mut sentence = None;
        let fits = |t: &&Told| t.at < mention.first && !t.locates && (lands || t.office) && t.state;
        for told in around.iter().filter(fits).rev() {
            if found.len() >= 2 && sentence != Some(told.sentence) {
                break;
            }
            if !found.contains(&told.country) {
                found.push(told.country);
                sentence = Some(told.sentence);
            }
        }
        if found.len() == 2 {
            found.reverse();
            found
        } else {
            Vec::new()
        }
    }
}

/// Whether the office is one that a country has, when no organisation is named.
fn serves(official: &Official, role: Role) -> bool {
    !official.counterpart
        && !matches!(role, Role::HeadOfOrganization | Role::SecretaryGeneral | Role::ReligiousLeader | Role::Negotiator)
}

/// « les dirigeants des deux pays »
fn pair_inside(context: Context<'_>, mention: &Mention) -> bool {
    let range = mention.first as usize..mention.last as usize;
    range.clone().any(|i| context.source.lowered(i) == "deux")
        && range.clone().any(|i| matches!(context.source.folded(i), "pays" | "etats" | "nations" | "capitales"))
}

/// The country a mention tells, and how much that weighs.
fn told_by(mention: &Mention, people: &People, office: &Office, index: usize) -> Option<(Code, u32)> {
    match mention.data {
        MentionData::Place { country, .. } | MentionData::Organization { country, .. } => Some((country?, 2)),
        MentionData::Official(_) => Some((only(&office.countries)?, 3)),
        MentionData::Person { .. } => {
            let who = &people.list[people.of[index]?];
            let mut countries = who.offices.iter().filter_map(|h| only(&h.countries));
            let first = countries.next()?;
            countries.all(|c| c == first).then_some((first, 2))
        }
        _ => None,
    }
}

/// « le peuple burkinabè »: adjectives outside all mentions.
fn adjectives(context: Context<'_>, mentions: &Mentions, out: &mut Vec<Told>) {
    let mut next = 0;
    for hit in &context.lexical.hits {
        while mentions.list.get(next).is_some_and(|m| m.last <= hit.first) {
            next += 1;
        }
        if mentions.list.get(next).is_some_and(|m| m.first < hit.last) {
            continue;
        }
        let codes = context.entries(hit).find_map(|e| match &e.data {
            EntryData::Demonym { countries } => Some(countries.as_slice()),
            _ => None,
        });
        let Some(country) = codes.and_then(|codes| context.nation(hit.first as usize, codes)) else { continue };
        let sentence = sentence_of(context, hit.first as usize) as u32;
        out.push(Told {
            at: hit.first,
            sentence,
            country,
            state: is_state(country),
            weight: 2,
            locates: false,
            office: false,
        });
    }
}

/// Not an organisation's code, but for those two letters long that the gazetteers gave both.
fn is_state(country: Code) -> bool {
    !matches!(country.as_str(), "UN" | "EU") && country.as_str().len() == 2
}

fn only(countries: &[Code]) -> Option<Code> {
    match *countries {
        [country] => Some(country),
        _ => None,
    }
}

fn is_locative(context: Context<'_>, mention: &Mention) -> bool {
    let before = (mention.first as usize).checked_sub(1).map_or("", |i| context.source.lowered(i));
    matches!(before, "à" | "en" | "au" | "aux" | "dans" | "vers" | "pour" | "chez")
}
