//! From the chunks of a slot to mentions: conjuncts, pronouns, names taken up again.

use super::{prep_name, Found, Trigger};
use crate::id::{EntityId, MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionData, MentionKind};
use crate::reference::coreference::{antecedent, antecedent_but, Want};
use crate::relation::chunk::{Determiner, Noun};
use crate::relation::cue::List;
use crate::relation::frame::{Kinds, Slot};
use crate::relation::parse::Subject;
use crate::syntax::{Clitics, Pronoun};

/// How a body is found by its men and things: it is armed then.
pub const PART: &str = "part";
/// How somebody is found by his soldiers: he is armed, and does nothing else through them.
pub const TROOP: &str = "troop";
/// How a place is found by what sort of place it is: it does not act.
pub const SITE: &str = "site";
/// How many nouns may lead to who is meant.
const NESTED: usize = 5;
/// How « les ministres » are found around a talk: they tell nothing new.
pub const CLAUSE: &str = "around";
/// How a leader is found: he goes with his delegation, and is no party of his own.
pub const LEADER: &str = "leader";

impl Trigger<'_> {
    /// The entity that is the subject, which no object pronoun means.
    pub(super) fn subject_entities(&self) -> Vec<EntityId> {
        let chunk = match self.subject {
            Subject::Chunk(chunk) => Some(chunk),
            Subject::Pronoun(pronoun, token) => {
                let Some(want) = want(pronoun) else { return Vec::new() };
                let found = antecedent(self.parse.context, self.mentions, self.entities, token, want);
                return found.into_iter().filter_map(|mention| self.entities.of(mention)).collect();
            }
            Subject::None => self.parse.main_verb(self.chunk).and_then(|main| match self.parse.subject(main) {
                Subject::Chunk(chunk) => Some(chunk),
                _ => None,
            }),
        };
        let chunks = chunk.into_iter().flat_map(|chunk| self.parse.conjuncts(chunk));
        chunks.filter_map(|c| self.entities.of(self.parse.noun(c)?.mention?)).collect()
    }

    /// The entity that the relative pronoun of the clause stands for: « X, avec lequel il … » tells of two.
    fn antecedent_entities(&self) -> Vec<EntityId> {
        let antecedent = self.relative.and_then(|relative| self.parse.antecedent(relative));
        let mention = antecedent.and_then(|chunk| self.parse.noun(chunk)?.mention);
        mention.and_then(|mention| self.entities.of(mention)).into_iter().collect()
    }

    /// The pronoun in a slot, as what is wanted and the token from which to look back.
    pub(super) fn pronoun_in(&self, slot: Slot, support: &[VerbId]) -> Option<(Want, usize)> {
        match slot {
            Slot::Subject | Slot::Object if self.group().is_some() => {
                let group = self.group()?;
                let subject_slot = if self.passive() { Slot::Object } else { Slot::Subject };
                if slot == subject_slot {
                    return self.subject_pronoun(slot, support).and_then(|(p, token)| want(p).map(|w| (w, token)));
                }
                if slot == Slot::Object && !self.passive() {
                    let c = group.clitics;
                    let token = group.first as usize;
                    if c.any(Clitics::LES) {
                        return Some((Want::They, token));
                    }
                    if c.any(Clitics::LA) || c.any(Clitics::L) && group.feminine {
                        return Some((Want::She, token));
                    }
                    if c.any(Clitics::LE | Clitics::L) {
                        return Some((Want::He, token));
                    }
                }
                None
            }
            Slot::Subject => self.subject_pronoun(slot, support).and_then(|(p, token)| want(p).map(|w| (w, token))),
            Slot::Prep(Prep::A) => {
                let group = self.group()?;
                if group.clitics.any(Clitics::LUI) {
                    Some((Want::Either, group.first as usize))
                } else if group.clitics.any(Clitics::LEUR) {
                    Some((Want::They, group.first as usize))
                } else {
                    None
                }
            }
            // « a eu avec lui un entretien »
            Slot::Prep(Prep::AVEC) if self.group().is_some() => {
                self.parse.with_pronoun(self.chunk).map(|token| (Want::Either, token))
            }
            Slot::Possessive => {
                let noun = self.parse.noun(self.chunk)?;
                (noun.determiner == Determiner::Possessive).then_some((Want::Possessive, noun.head as usize))
            }
            _ => None,
        }
    }

    /// The subject pronoun in a slot, and its token.
    fn subject_pronoun(&self, slot: Slot, support: &[VerbId]) -> Option<(Pronoun, usize)> {
        let (of_verb, passive) = (self.group().is_some(), self.passive());
        match slot {
            Slot::Subject if !of_verb => self.support_subject(support).1,
            Slot::Subject if passive => None,
            Slot::Object if !of_verb || !passive => None,
            Slot::Subject | Slot::Object => match self.subject {
                Subject::Pronoun(pronoun, token) => Some((pronoun, token)),
                _ => None,
            },
            _ => None,
        }
    }

    /// « je », « nous » of somebody who speaks without a name.
    pub(super) fn untold(&self, slot: Slot, support: &[VerbId]) -> bool {
        match self.subject_pronoun(slot, support) {
            Some((Pronoun::First, token)) => self.speaker_untold(token),
            _ => false,
        }
    }

    /// All mentions in a slot that `kinds` allows; conjuncts distribute.
    pub fn find(&self, slot: Slot, kinds: Kinds, support: &[VerbId], out: &mut Vec<Found>) {
        let how = self.how(slot);
        // « lui a rendu hommage lors d'un déplacement à X »: to whom is told by the pronoun.
        let told =
            slot == Slot::Prep(Prep::A) && self.group().is_some_and(|g| g.clitics.any(Clitics::LUI | Clitics::LEUR));
        for first in self.chunks_in(slot, support) {
            if told && self.parse.is_place(first) {
                continue;
            }
            // « a donné son accord à la livraison d'armes à Y »: to whom one delivers is not to whom one agrees.
            if slot == Slot::Prep(Prep::A) && !kinds.any(Kinds::PLACE) && self.behind_same(first, Prep::A) {
                continue;
            }
            let clause = slot == Slot::Subject && self.group().is_none() && self.clause_parties() == Some(first);
            let how = if clause && !self.parse.coordinated(first) { CLAUSE } else { how };
            self.conjuncts_of(first, how, out);
        }
        if let Some((want, token)) = self.pronoun_in(slot, support) {
            // A subject already told in the sentence is the likeliest owner of « sa visite ».
            let owners = match want {
                Want::Possessive => self.possessors(),
                _ if slot == Slot::Object => self.taken_along(),
                _ => Vec::new(),
            };
            let leur = want == Want::Possessive
                && self.parse.context.source.lowered(self.determiner_token()).starts_with("leur");
            if !owners.is_empty() || leur {
                out.extend(owners.into_iter().map(|mention| Found {
                    mention,
                    official: None,
                    chunk: None,
                    prep: None,
                    how,
                }));
            } else {
                let subject = slot == Slot::Subject || slot == Slot::Possessive || self.passive();
                let except = if subject { self.antecedent_entities() } else { self.subject_entities() };
                for mention in antecedent_but(self.parse.context, self.mentions, self.entities, token, want, &except) {
                    out.push(Found { mention, official: self.office_of(mention), chunk: None, prep: None, how });
                }
            }
        }
        if let Some((Pronoun::First, token)) = self.subject_pronoun(slot, support) {
            out.extend(self.speaker(token));
        }
        if let (Slot::Prep(Prep::A | Prep::EN | Prep::DANS), Some(group)) = (slot, self.group()) {
            if group.clitics.any(Clitics::Y) {
                out.extend(self.place_before(group.first).map(|mention| Found {
                    mention,
                    official: None,
                    chunk: None,
                    prep: None,
                    how: "y",
                }));
            }
        }
        out.retain(|f| self.fits(f, kinds));
    }

    /// The mentions of the noun phrase in chunk `first` and its conjuncts that `kinds` allows.
    pub fn found_in(&self, first: usize, kinds: Kinds, how: &'static str, out: &mut Vec<Found>) {
        let before = out.len();
        self.conjuncts_of(first, how, out);
        let fresh = out.split_off(before);
        out.extend(fresh.into_iter().filter(|f| self.fits(f, kinds)));
    }

    pub(super) fn conjuncts_of(&self, first: usize, how: &'static str, out: &mut Vec<Found>) {
        for chunk in self.parse.conjuncts(first) {
            let Some(noun) = self.parse.noun(chunk) else { continue };
            let before = out.len();
            self.phrase(chunk, noun, how, out);
            self.leader(chunk, out);
            let prep = self.parse.noun(first).and_then(|n| n.prep);
            for found in &mut out[before..] {
                found.prep = found.prep.or(prep);
            }
        }
    }

    /// « une délégation conduite par X », « des pays emmenés par Y »: who leads them takes part with them.
    fn leader(&self, chunk: usize, out: &mut Vec<Found>) {
        let Some(by) = self.parse.leader(chunk) else { return };
        let group = self.parse.mention(chunk).is_none_or(|m| {
            let head = self.parse.context.source.folded(m.first as usize);
            m.kind() == MentionKind::Organization && head.starts_with("delegation")
        });
        if group {
            for chunk in self.parse.conjuncts(by) {
                if let Some(noun) = self.parse.noun(chunk) {
                    self.phrase(chunk, noun, LEADER, out);
                }
            }
        }
    }

    /// An official that is the same entity as `mention`, among the first told of it: who is called by a title
    /// is called so early, and a text may say « elle » ten thousand times.
    pub(super) fn office_of(&self, mention: MentionId) -> Option<MentionId> {
        let entity = self.entities.get(self.entities.of(mention)?)?;
        entity.mentions.iter().copied().take(100).find(|&m| self.mention(m).is_some_and(|m| m.official().is_some()))
    }

    /// The place that « y » or « où » stands for.
    #[must_use]
    pub fn place_by_pronoun(&self) -> Option<Found> {
        let where_clause =
            self.relative_in(&["où"], None).and_then(|chunk| Some((self.parse.noun(chunk)?.mention?, "où")));
        let (mention, how) = match where_clause {
            Some(found) => found,
            None => {
                let group = self.group().filter(|g| g.clitics.any(Clitics::Y))?;
                (self.place_before(group.first)?, "y")
            }
        };
        matches!(self.mention(mention)?.data, MentionData::Place { .. }).then_some(Found {
            mention,
            official: None,
            chunk: None,
            prep: None,
            how,
        })
    }

    /// The last place told before a token, for « y ».
    pub(super) fn place_before(&self, token: u32) -> Option<MentionId> {
        let until = self.mentions.list.partition_point(|m| m.first < token);
        let from = until.saturating_sub(12);
        (from..until)
            .rev()
            .find(|&i| matches!(self.mentions.list[i].data, MentionData::Place { .. }))
            .map(MentionId::from_index)
    }

    /// The mentions of one noun phrase: its own, or those it takes up again (« les deux dirigeants »).
    pub(super) fn phrase(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) {
        if noun.date {
            return;
        }
        let first = self.parse.chunks[chunk].first as usize;
        let two = (first..noun.head as usize).any(|t| self.parse.context.source.lowered(t) == "deux");
        if let Some(mention) = noun.mention {
            // « le ministre, X, … »: the person is the most specific.
            let holder = self.mention(mention).and_then(Mention::official).and_then(|o| o.holder);
            let holder = holder.filter(|&h| self.parse.names_holder(chunk, h));
            let holder = holder.or_else(|| self.parse.peer_named(chunk)).or_else(|| self.parse.named_by_both(chunk));
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
            let before = out.len();
            for example in self.parse.conjuncts(first) {
                if let Some(named) = self.parse.noun(example).filter(|n| n.mention.is_some()) {
                    self.phrase(example, named, how, out);
                }
            }
            out[before..].iter_mut().for_each(|f| f.prep = noun.prep);
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
        let head = self.parse.context.source.folded(noun.head as usize);
        let want = match head {
            "pays" | "etats" | "capitales" | "nations" | "puissances" | "voisins" | "gouvernements" | "camps"
            | "parties"
                if two =>
            {
                Want::BothCountries
            }
            "dirigeants" | "hommes" | "ministres" | "presidents" | "responsables" | "chefs" | "diplomates"
            | "homologues" | "femmes" | "interlocuteurs" | "leaders"
                if two =>
            {
                Want::BothPeople
            }
            "pays"
                if !noun.plural
                    && matches!(noun.determiner, Determiner::Definite | Determiner::Demonstrative)
                    && self.alone(chunk) =>
            {
                Want::Country
            }
            "dernier" | "derniere" | "derniers" | "dernieres" if noun.determiner == Determiner::Demonstrative => {
                Want::Latter
            }
            _ if !noun.plural
                && matches!(noun.determiner, Determiner::Definite | Determiner::Demonstrative)
                && self.parse.cues.lists(List::Body, self.parse.head(chunk))
                && self.alone(chunk) =>
            {
                Want::Body
            }
            _ => return,
        };
        for mention in antecedent(self.parse.context, self.mentions, self.entities, first, want) {
            out.push(Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how });
        }
    }

    /// Who or what stands behind the « de » of a noun that only says how many, what of it, or what sort of place:
    /// « la moitié des députés », « une dizaine de combattants du Hezbollah », « les localités de X et Y ».
    fn contents(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) -> bool {
        let (mut at, mut part, mut troops) = (chunk, false, false);
        for _ in 0..NESTED {
            let is = |list| self.parse.cues.lists(list, self.parse.head(at));
            let (quantity, site, troop) = (is(List::Quantity), is(List::Site), is(List::Troop));
            let piece = troop || is(List::Part);
            // « du groupe djihadiste | Boko Haram », « des kamikazes | talibans »
            let beside = self.parse.named_beside(at).or_else(|| self.parse.named_bare(at).filter(|_| piece));
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
            let member = is(List::Member) && here.is_some_and(|n| n.plural && n.determiner == Determiner::Definite);
            let paper = how == "subject" && is(List::Paper);
            // « les avions de chasse de X »
            let sort = part
                && here.is_some_and(|n| {
                    n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None
                });
            // « les forces armées du maréchal X »
            at += usize::from(piece && self.parse.armed(at + 1));
            let behind = self.parse.noun(at + 1).filter(|n| n.prep == Some(Prep::DE) && !n.date);
            if behind.is_none() || !(quantity || piece || site || member || paper || sort) {
                return false;
            }
            part |= piece;
            troops |= troop;
            at += 1;
            let Some(kind) = self.parse.mention(at).map(crate::mention::Mention::kind) else { continue };
            let how = match kind {
                MentionKind::Place if site => SITE,
                MentionKind::Date | MentionKind::Event => return false,
                _ if troops => TROOP,
                MentionKind::Organization if part => PART,
                MentionKind::Organization if member => how,
                _ if (quantity || paper) && !part => how,
                _ => return false,
            };
            let before = out.len();
            for conjunct in self.parse.conjuncts(at) {
                let named = self.parse.noun(conjunct).filter(|n| n.mention.is_some());
                if let Some(named) = named.filter(|n| how == SITE || n.prep == Some(Prep::DE)) {
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

    /// The noun has neither adjective nor complement that would say which one it is.
    pub(super) fn alone(&self, chunk: usize) -> bool {
        let (this, noun) = (self.parse.chunks[chunk], self.parse.noun(chunk));
        noun.is_some_and(|n| n.head + 1 == this.last)
            && self.parse.noun(chunk + 1).is_none_or(|n| n.prep != Some(Prep::DE) || n.date)
    }

    /// The slot's name, as explanations give it.
    pub(super) fn how(&self, slot: Slot) -> &'static str {
        match slot {
            Slot::Subject => "subject",
            Slot::Object | Slot::InfinitiveObject => "object",
            Slot::ThatSubject => "que",
            Slot::Own => "self",
            Slot::By => "par",
            Slot::Possessive => "possessive",
            Slot::Compound => "compound",
            Slot::Prep(prep) | Slot::ObjectPrep(prep) | Slot::SubjectPrep(prep) | Slot::PrepPrep(_, prep) => {
                prep_name(prep)
            }
            Slot::Attribute | Slot::Adjective | Slot::Adverbial | Slot::Host | Slot::Sentence => "modifier",
        }
    }
}

pub(super) fn want(pronoun: Pronoun) -> Option<Want> {
    Some(match pronoun {
        Pronoun::He => Want::He,
        Pronoun::She => Want::She,
        Pronoun::They => Want::They,
        Pronoun::TheyFeminine => Want::TheyFeminine,
        Pronoun::First | Pronoun::Other => return None,
    })
}
