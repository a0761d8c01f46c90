//! Whom one noun phrase means: its own mention, what stands behind it, or those it takes up again.
//!
//! Comes in: a chunk and its noun. Goes out: mentions, and how they were found. It never asks whom the slot
//! allows.

use super::{Found, Trigger};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::OrgType;
use crate::mention::{Mention, MentionData, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::text::Source;

/// How a body is found by its men and things: it is armed then.
pub(super) const PART: &str = "part";
/// How somebody is found by his soldiers: he is armed, and does nothing else through them.
pub(super) const TROOP: &str = "troop";
/// How a place is found by what sort of place it is: it does not act.
pub const SITE: &str = "site";
/// How the place of a building is found: who hits the building does not hit the place.
pub const BUILDING: &str = "building";
/// How many nouns may lead to who is meant.
const NESTED: usize = 5;

impl Trigger<'_> {
    /// The mentions of one noun phrase: its own, or those it takes up again (« les deux dirigeants »).
    pub(super) fn phrase(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) {
        if noun.date {
            return;
        }
        // « par les Neuf (A, B et C) »
        if let Some(first) = self.parse.bracketed(chunk) {
            self.examples(first, noun, how, out);
            return;
        }
        if let Some(first) = self.parse.listed_beside(chunk) {
            self.examples(first, noun, how, out);
            return;
        }
        if let Some(mention) = noun.mention {
            // « le ministre, X, … »: the person is the most specific.
            let holder = self.mention(mention).and_then(Mention::official).and_then(|o| o.holder);
            let holder = holder.filter(|&h| self.parse.names_holder(chunk, h));
            let holder = holder.or_else(|| self.parse.peer_named(chunk)).or_else(|| self.parse.named_by_both(chunk));
            let holder = holder.or_else(|| self.parse.named_behind(chunk).filter(|_| noun.official == noun.mention));
            // « des membres du gouvernement, dont A et B »
            let group = self.mention(mention).and_then(Mention::official).filter(|o| o.plural && holder.is_none());
            if let Some((first, group)) = self.parse.examples(chunk).zip(group) {
                let before = out.len();
                self.examples(first, noun, how, out);
                // « six diplomates indiens, dont l'ambassadeur »: all of them, him too; « trois ministres maliens : X, Y et Z »
                if out.len() > before && (group.countries.is_empty() || first > 0 && self.parse.colon(first - 1)) {
                    return;
                }
            }
            // « a nommé deux ministres. Il s'agit de A et de B »
            if holder.is_none() && self.named_next(chunk, noun, how, out) {
                return;
            }
            // « ses homologues, l'Allemand A, le Britannique B, … »: they one by one.
            let peers = if group.is_some() { self.parse.peers_behind(chunk) } else { Vec::new() };
            if !peers.is_empty() {
                let named = peers.iter().filter_map(|&c| Some((c, self.parse.noun(c)?.mention?)));
                out.extend(named.map(|(c, m)| Found {
                    mention: m,
                    official: None,
                    chunk: Some(c),
                    prep: noun.prep,
                    how,
                }));
                return;
            }
            if group.is_some_and(|group| self.both_holders(chunk, noun, group, how, out)) {
                return;
            }
            let (mention, official) = match holder {
                Some(holder) => (holder, Some(mention)),
                None => (mention, noun.official),
            };
            out.push(Found { mention, official, chunk: Some(chunk), prep: noun.prep, how });
            // « Trump-Kim »: names glued on behind it.
            let mut next = chunk + 1;
            while self.parse.noun(next).is_some_and(|n| n.glued && n.mention.is_some()) {
                if let Some(glued) = self.parse.noun(next).and_then(|n| n.mention) {
                    out.push(Found { mention: glued, official: None, chunk: Some(next), prep: noun.prep, how });
                }
                next += 1;
            }
            return;
        }
        // « des pays voisins comme A et B »
        if let Some(first) = self.parse.examples(chunk) {
            self.examples(first, noun, how, out);
            return;
        }
        if self.named_next(chunk, noun, how, out) {
            return;
        }
        if self.contents(chunk, noun, how, out) {
            return;
        }
        // « la guérilla des Farc », « le mouvement rebelle du M23 »
        if let Some(body) = self.parse.body_named(chunk) {
            out.push(Found { mention: body, official: None, chunk: Some(chunk), prep: noun.prep, how });
            return;
        }
        // « dans la capitale économique, Abidjan »
        if let Some(name) = self.parse.place_behind(chunk) {
            out.push(Found { mention: name, official: None, chunk: Some(chunk), prep: noun.prep, how });
            return;
        }
        // « son prédécesseur, X, … »
        if let Some(named) = self.parse.named_behind(chunk) {
            out.push(Found { mention: named, official: None, chunk: Some(chunk), prep: noun.prep, how });
            return;
        }
        if self.owned_part(chunk, noun, how, out) {
            return;
        }
        self.told_before(chunk, noun, how, out);
    }

    /// « deux nouveaux ministres. Il s'agit de A et de B »: the people whom the next sentence names, as many as are counted,
    /// are found then. Says whether they were.
    fn named_next(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) -> bool {
        let source = self.parse.context.source;
        let (first, head) = (self.parse.chunks[chunk].first as usize, noun.head as usize);
        let counted = (first..head).find_map(|t| number(source.lowered(t)));
        let count = counted.or((!noun.plural && noun.determiner == Determiner::Indefinite).then_some(1));
        let sentences = source.tokens.sentences();
        let next = sentences.get(sentences.partition_point(|s| s.end as usize <= head) + 1);
        let (Some(count), Some(next)) = (count, next) else { return false };
        let start = next.start as usize;
        if !names_them(source, start) {
            return false;
        }
        let until =
            (start..next.end as usize).find(|&t| matches!(source.lowered(t), "qui" | "que" | "qu'" | "dont" | ";"));
        let until = until.unwrap_or(next.end as usize);
        let from = self.mentions.list.partition_point(|m| (m.first as usize) < start);
        let people: Vec<MentionId> = self.mentions.list[from..]
            .iter()
            .enumerate()
            .take_while(|(_, m)| (m.last as usize) <= until)
            .filter(|(_, m)| m.kind() == MentionKind::Person)
            .map(|(i, _)| MentionId::from_index(from + i))
            .collect();
        let all = people.len() == count;
        if all {
            let found = |mention| Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how };
            out.extend(people.into_iter().map(found));
        }
        all
    }

    /// Those named as examples of `noun`, from the chunk `first` on, behind its preposition.
    fn examples(&self, first: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) {
        let before = out.len();
        for example in self.parse.conjuncts(first) {
            if let Some(named) = self.parse.noun(example).filter(|n| n.mention.is_some()) {
                self.phrase(example, named, how, out);
            }
        }
        out[before..].iter_mut().for_each(|f| f.prep = noun.prep);
    }

    /// Who or what stands behind the « de » of a noun that only says how many, what of it, or what sort of place:
    /// « la moitié des députés », « une dizaine de combattants du Hezbollah », « les localités de X et Y ».
    fn contents(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) -> bool {
        let (mut at, mut part, mut troops) = (chunk, false, false);
        for _ in 0..NESTED {
            let lists = self.parse.cues.lists_of(self.parse.head(at));
            let is = |list| lists.hold(list);
            let (quantity, site, troop) = (is(List::Quantity), is(List::Site), is(List::Troop));
            let ground = if is(List::Building) { BUILDING } else { SITE };
            // « les groupes armés de X »
            let band = self.parse.band(at) && self.parse.armed(at + 1);
            let piece = troop || band || is(List::Part);
            // « du groupe djihadiste | Boko Haram », « des kamikazes | talibans »
            let firm = || self.parse.firm_beside(at).filter(|_| how != "subject");
            let beside =
                self.parse.named_beside(at).or_else(firm).or_else(|| self.parse.named_bare(at).filter(|_| piece));
            if let Some(named) = beside {
                let how = if troops {
                    TROOP
                } else if part {
                    PART
                } else {
                    how
                };
                out.push(Found { mention: named, official: None, chunk: Some(at + 1), prep: noun.prep, how });
                return true;
            }
            let here = self.parse.noun(at);
            // « les membres du Conseil », « un rapport de l'ONU »
            let members = is(List::Member) && here.is_some_and(|n| n.plural);
            let member = members && here.is_some_and(|n| n.determiner == Determiner::Definite);
            // « cent membres de la garde nationale »
            let piece = piece || members && !member && self.parse.mention(at + 1).is_some_and(bears_arms);
            let paper = how == "subject" && is(List::Paper);
            // « les avions de chasse de X »
            let sort = part
                && here.is_some_and(|n| {
                    n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None
                });
            // « les crimes du régime de X »
            let rule = is(List::Rule)
                && how != "subject"
                && here.is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Definite && !n.plural)
                && self.parse.is_person(at + 1);
            // « les forces armées du maréchal X »
            at += usize::from(piece && self.parse.armed(at + 1));
            // « le texte adopté par le Conseil appelle X à … »
            let told = at + 1 + usize::from(self.parse.chunks.get(at + 1).is_some_and(|c| c.kind == ChunkKind::Comma));
            // « le texte rejeté par X »
            let against = [List::Judge, List::Gainsay, List::Suffered, List::Punish];
            let made = paper && !against.iter().any(|&list| self.parse.verb_is(told, list));
            if let Some(author) = self.parse.agent(told).filter(|_| made) {
                self.conjuncts_of(author, how, out);
                return true;
            }
            let behind = self.parse.noun(at + 1).filter(|n| n.prep == Some(Prep::DE) && !n.date);
            if behind.is_none() || !(quantity || piece || site || member || paper || sort || rule) {
                return false;
            }
            part |= piece;
            troops |= troop;
            // « le camp de la mort d'Auschwitz »
            at = self.parse.sited(at).filter(|_| site).unwrap_or(at + 1);
            let Some(kind) = self.parse.mention(at).map(crate::mention::Mention::kind) else { continue };
            let how = match kind {
                MentionKind::Place if site => ground,
                MentionKind::Date | MentionKind::Event => return false,
                _ if troops => TROOP,
                MentionKind::Organization if part => PART,
                MentionKind::Organization if member => how,
                _ if (quantity || paper || rule) && !part => how,
                _ => return false,
            };
            let before = out.len();
            for conjunct in self.parse.conjuncts(at) {
                let named = self.parse.noun(conjunct).filter(|n| n.mention.is_some());
                if let Some(named) = named.filter(|n| how == ground || n.prep == Some(Prep::DE)) {
                    self.phrase(conjunct, named, how, out);
                }
            }
            for found in &mut out[before..] {
                found.prep = noun.prep;
                found.chunk = found.chunk.map(|c| if part { chunk } else { c });
            }
            return true;
        }
        false
    }
}

/// An armed group or a part of an army.
fn bears_arms(mention: &Mention) -> bool {
    matches!(mention.data, MentionData::Organization { org_type: OrgType::ArmedGroup, .. })
}

/// « Il s'agit de A et de B »: whether the sentence at token `start` names those whom the one before it only counts.
pub(in crate::relation) fn names_them(source: Source<'_>, start: usize) -> bool {
    ["il", "s'", "agit"].iter().enumerate().all(|(i, word)| source.lowered(start + i) == *word)
}

/// The number that a word or its digits tell, up to ten.
fn number(lowered: &str) -> Option<usize> {
    const WORDS: [&str; 9] = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    WORDS
        .iter()
        .position(|w| *w == lowered)
        .map(|i| i + 2)
        .or_else(|| lowered.parse().ok())
        .filter(|n| (2..=10).contains(n))
}
