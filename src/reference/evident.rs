//! The country of an office that is named without it, where the text leaves no doubt.
//!
//! Comes in: the mentions, what officials say of themselves, adjectives of
//! nationality. Goes out: the countries an official evidently serves. A text
//! about two countries tells nothing, but by its headline, by who sends an
//! envoy, and by « les deux ministres ».

use super::cluster::People;
use super::description::sentence_of;
use super::entity::Office;
use super::told::{self, only, Told};
use crate::id::Code;
use crate::lexicon::{PlaceType, Role};
use crate::mention::{Context, Mention, MentionData, MentionKind, Mentions, Official};

/// How many tellings on either side of an official are counted.
const WINDOW: usize = 120;

/// How many mentions back a pair of officials is looked for.
const PAIRS: usize = 8;

/// How many mentions back somebody who goes to a country is looked for.
const NEAR: usize = 4;

/// What all that tells one country must weigh together before it counts for people nobody told much of.
const CLEAR: u32 = 8;

/// All that tells a country, in the order of the text.
pub(super) struct Evidence<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    people: &'a People,
    told: Vec<Told>,
    /// The countries of the text by number.
    countries: Vec<Code>,
}

impl<'a> Evidence<'a> {
    pub fn gather(context: Context<'a>, mentions: &'a Mentions, people: &'a People, offices: &[Office]) -> Self {
        let (told, countries) = told::gather(context, mentions, people, offices);
        Self { context, mentions, people, told, countries }
    }

    /// The countries official number `index` evidently serves.
    pub fn countries(&self, index: usize, official: &Official, known: &[Office]) -> Vec<Code> {
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
            let headed = self.pair(mention).or_else(|| self.couple(index, known));
            return headed.unwrap_or_else(|| self.of_two(around, mention, pair_inside(self.context, mention)));
        }
        let role = known[index].role.unwrap_or(official.role);
        let posted = matches!(role, Role::Ambassador | Role::Consul | Role::Envoy);
        if posted && official.accredited_to.is_empty() && official.holder.is_some() && before != "son" {
            return self.evident(around, index, role).into_iter().collect();
        }
        if posted && (!official.accredited_to.is_empty() || matches!(before, "son" | "ses" | "leur" | "leurs")) {
            return self.sender(around, mention, official).into_iter().collect();
        }
        if indefinite && official.title.end == mention.span.end && is_national(role) {
            return self.unanimous(around).into_iter().collect();
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
            .or_else(|| self.beside(index, known))
            .or_else(|| if possessive { None } else { self.host(index) })
            .or_else(|| self.local(around, mention, role))
            .or_else(|| if possessive { self.owner(around, mention) } else { None })
            .or_else(|| self.evident(around, index, role))
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
        country.filter(|&c| colon && head.last < mention.first && told::is_state(c))
    }

    /// « Sénégal-Mali : les deux ministres »: the two countries that head the dispatch.
    fn pair(&self, mention: &Mention) -> Option<Vec<Code>> {
        let sentence = sentence_of(self.context, mention.first as usize);
        let start = self.context.source.tokens.sentences().get(sentence)?.start;
        let list = &self.mentions.list;
        let from = list.partition_point(|m| m.first < start);
        let (one, two) = (list.get(from).filter(|m| m.first == start)?, list.get(from + 1)?);
        let land = |m: &Mention| match m.data {
            MentionData::Place { place_type: PlaceType::Country, country, .. } => country,
            _ => None,
        };
        let near = two.first <= one.last + 1;
        let colon = self.context.source.str(two.last as usize) == ":" && two.last < mention.first;
        (near && colon).then(|| Some(vec![land(one)?, land(two)?])).flatten()
    }

    /// « Les ministres français et malien … Les deux ministres »: the last pair named as one.
    fn couple(&self, index: usize, known: &[Office]) -> Option<Vec<Code>> {
        (index.saturating_sub(PAIRS)..index).rev().find_map(|i| {
            let plural = self.mentions.list[i].official().is_some_and(|o| o.plural);
            (plural && known[i].countries.len() == 2).then(|| known[i].countries.clone())
        })
    }

    /// « l'ambassadeur d'Israël en France a été convoqué par le ministre », « le ministre et l'ambassadeur du Japon près
    /// le Bénin »: who deals with an envoy in the country he is posted to serves that country, but for whoever sends him.
    fn host(&self, index: usize) -> Option<Code> {
        let one = &self.mentions.list[index];
        let sentence = sentence_of(self.context, one.first as usize);
        let lemma = |v| self.context.lexicon.vocabulary().lemma(v);
        let (_, groups) = self.context.syntax.groups_of(sentence);
        if groups.iter().filter_map(|g| g.verb).any(|v| self.context.is_sending(lemma(v))) {
            return None;
        }
        let posted = |m: &&Mention| {
            m.official()
                .is_some_and(|o| matches!(o.role, Role::Ambassador | Role::Envoy) && !o.accredited_to.is_empty())
                && sentence_of(self.context, m.first as usize) == sentence
        };
        let mut envoys =
            [index.checked_sub(1), Some(index + 1)].into_iter().flatten().filter_map(|i| self.mentions.list.get(i));
        let envoy = envoys.find(posted)?.official()?;
        only(&envoy.accredited_to)
    }

    /// « l'empereur Akihito et le Premier ministre », « le président turc et le Premier ministre »: of one country.
    fn beside(&self, index: usize, known: &[Office]) -> Option<Code> {
        let list = &self.mentions.list;
        let one =
            index.checked_sub(1).filter(|&i| list[i].kind() == MentionKind::Person).unwrap_or(index).checked_sub(1)?;
        let official = list[one].official().filter(|o| !o.counterpart && !o.plural && o.accredited_to.is_empty())?;
        let last = official.holder.map_or(list[one].last, |h| list[h.index()].last.max(list[one].last)) as usize;
        let first = list[index].first as usize;
        let joined = first == last + 2 && self.context.source.lowered(last) == "et" && self.context.goes_on(first);
        let article = matches!(self.context.source.lowered(first - 1), "le" | "la" | "l'");
        only(&known[one].countries).filter(|&c| joined && article && told::is_state(c))
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
        // Organisations have spokesmen; whoever advises somebody unnamed mostly serves a state.
        let fits = |t: &&Told| t.office && (t.state || role == Role::Spokesperson);
        let mut beside = around.iter().filter(fits).filter(|t| t.sentence == here && t.at != mention.first);
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

    /// « plusieurs ministres »: the country all the text around is about.
    fn unanimous(&self, around: &[Told]) -> Option<Code> {
        let mut told = around.iter().filter(|t| t.state);
        let first = told.next()?;
        let rest = told.try_fold(first.weight, |sum, t| (t.country == first.country).then_some(sum + t.weight))?;
        (rest >= CLEAR).then_some(first.country)
    }

    /// The country that most of the text is about.
    fn evident(&self, around: &[Told], index: usize, role: Role) -> Option<Code> {
        let mention = &self.mentions.list[index];
        let here = sentence_of(self.context, mention.first as usize) as u32;
        // For each country what the text says for it; the sentences beside count three times.
        let mut sums = vec![0u32; self.countries.len()];
        // « le ministre a reçu le président turc »: who says his country behind a bare office has another one.
        // Where an envoy of the same sentence is posted was for `host` to say.
        let other = |t: &&Told| t.sentence == here && (t.said && t.at > mention.first || t.post);
        let abroad = self.visited(around, index);
        for told in around.iter().filter(|t| t.state && !other(t) && !abroad.contains(&t.country)) {
            let close = told.sentence.abs_diff(here) <= 1;
            sums[told.number as usize] += if close { 3 * told.weight } else { told.weight };
        }
        let all: u32 = sums.iter().sum();
        // Of two that are told as much neither is evident.
        let (top, &share) = sums.iter().enumerate().max_by_key(|&(_, share)| share)?;
        // Heads of state and government are many countries' topic: they need more.
        let rules = matches!(role, Role::HeadOfState | Role::HeadOfGovernment | Role::Monarch);
        let most = if rules { share * 2 >= all } else { share * 20 >= all * 9 };
        let alone = sums.iter().filter(|&&sum| sum == share).count() == 1;
        (share >= 4 && most && alone).then(|| self.countries[top])
    }

    /// « le ministre se rend en Italie »: the countries somebody goes to are not his own. Of all that is told of him.
    fn visited(&self, around: &[Told], index: usize) -> Vec<Code> {
        let who = self.people.of[index].map(|w| &self.people.list[w]);
        let lands = around.iter().filter(|t| t.locates && t.land);
        let goes = |&land: &&Told| {
            let before = self.mentions.list.partition_point(|m| m.first < land.at);
            // The last one told of before the land, behind whom the going is told.
            let human = |m: &Mention| matches!(m.kind(), MentionKind::Person | MentionKind::Official);
            let near = (before.saturating_sub(NEAR)..before).rev().find(|&i| human(&self.mentions.list[i]));
            let Some(goer) =
                near.filter(|&i| i == index || who.is_some() && self.people.of[i] == self.people.of[index])
            else {
                return false;
            };
            let last = self.mentions.list[goer].last;
            let same = sentence_of(self.context, last as usize - 1) as u32 == land.sentence;
            let groups = &self.context.syntax.groups;
            let verbs = groups[groups.partition_point(|g| g.first < last)..].iter().take_while(|g| g.first < land.at);
            let lemma = |v| self.context.lexicon.vocabulary().lemma(v);
            same && ((last..land.at).any(|t| self.context.is_travel(self.context.source.lowered(t as usize)))
                || verbs.filter_map(|g| g.verb).any(|v| self.context.is_travel(lemma(v))))
        };
        lands.filter(goes).map(|t| t.country).collect()
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

/// Whether of several unnamed holders all are mostly of one state.
fn is_national(role: Role) -> bool {
    use Role::{DeputyMinister, Governor, Judge, Legislator, Mayor, Minister, StateSecretary};
    matches!(role, Minister | DeputyMinister | StateSecretary | Legislator | Judge | Governor | Mayor)
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
