//! From the chunks of a slot to mentions: conjuncts and pronouns.

use super::{prep_name, Found, Trigger};
use crate::id::{EntityId, MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::reference::coreference::{antecedent, antecedent_but, Want};
use crate::relation::chunk::Determiner;
use crate::relation::frame::{Kinds, Slot};
use crate::relation::parse::{Complement, Role, Subject};
use crate::syntax::{Clitics, Pronoun, VerbForm, Voice};

/// How « les ministres » are found around a talk: they tell nothing new.
pub const CLAUSE: &str = "around";
/// How those are found at whose side the subject does it: they tell nothing of whether he does.
pub const BESIDE: &str = "beside";
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
            Subject::None => self.parse.main_verb(self.chunk).and_then(|main| self.parse.subject(main).chunk()),
        };
        let chunks = chunk.into_iter().flat_map(|chunk| self.parse.conjuncts(chunk));
        // « Le coordonnateur du Réseau X, Y, l'a rencontré »: Y.
        let named = |c: usize| self.parse.noun(c)?.mention.or_else(|| self.parse.named_behind(c));
        chunks.filter_map(|c| self.entities.of(named(c)?)).collect()
    }

    /// The entity that the relative pronoun of the clause stands for: « X, avec lequel il … » tells of two.
    fn antecedent_entities(&self) -> Vec<EntityId> {
        // « à New York, où il … »: where is nobody.
        let relative = self.relative.filter(|&relative| !self.parse.is_where(relative));
        let antecedent = relative.and_then(|relative| self.parse.antecedent(relative));
        let mention = antecedent.and_then(|chunk| self.parse.noun(chunk)?.mention);
        mention.and_then(|mention| self.entities.of(mention)).into_iter().collect()
    }

    /// The pronoun in a slot, as what is wanted and the token from which to look back.
    pub(super) fn pronoun_in(&self, slot: Slot, support: &[VerbId]) -> Option<(Want, usize)> {
        match slot {
            Slot::Subject | Slot::Object if self.group().is_some() => {
                let group = self.group()?;
                let subject_slot = if self.passive() { Slot::Object } else { Slot::Subject };
                // « a été reçu par lui »
                if slot == Slot::Subject && self.passive() {
                    return self.led_by(Prep::PAR);
                }
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
            // « a eu avec lui un entretien », « une plainte contre elle »
            Slot::Prep(prep @ (Prep::AVEC | Prep::CONTRE | Prep::PAR | Prep::POUR)) => self.led_by(prep),
            Slot::By => self.led_by(Prep::PAR),
            Slot::ObjectPrep(Prep::DE) => self.gainsaid(),
            Slot::Possessive => {
                let noun = self.parse.noun(self.chunk)?;
                (noun.determiner == Determiner::Possessive).then_some((Want::Possessive, noun.head as usize))
            }
            _ => None,
        }
    }

    /// The stressed pronoun that `prep` leads behind the trigger.
    fn led_by(&self, prep: Prep) -> Option<(Want, usize)> {
        let token = self.parse.led_pronoun(self.through, prep)?;
        let want = match self.parse.context.source.lowered(token) {
            "lui" => Want::He,
            "elle" => Want::She,
            "eux" => Want::They,
            _ => Want::TheyFeminine,
        };
        Some((want, token))
    }

    /// The subject pronoun in a slot, and its token.
    pub(super) fn subject_pronoun(&self, slot: Slot, support: &[VerbId]) -> Option<(Pronoun, usize)> {
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
        let mut chunks = self.chunks_in(slot, support);
        // « regrette que X ait été exclu par Y »: who has done it is Y.
        if let Some(verb) = self.that_passive(slot) {
            chunks = self.parse.agent(verb).into_iter().collect();
        }
        chunks.extend(self.besides(slot, &chunks));
        for first in chunks {
            if told && self.parse.is_place(first) {
                continue;
            }
            // « présenter ses condoléances à X à la suite de l'attentat de Y, à Z »: the place behind the first is no addressee.
            if slot == Slot::Prep(Prep::A) && !kinds.any(Kinds::PLACE) && self.behind_person(first) {
                continue;
            }
            // « a demandé, lors du sommet de X à Y, … »: where the event before it is.
            let event = |i: usize| self.parse.mention(i).is_some_and(|m| m.kind() == MentionKind::Event);
            let to = matches!(slot, Slot::Prep(Prep::A) | Slot::ObjectPrep(Prep::A)) && !kinds.any(Kinds::PLACE);
            if to && self.parse.is_place(first) && first > 0 && event(first - 1) {
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
                Want::Possessive if self.group().is_none() => self.possessors(),
                Want::He | Want::She if slot == (if self.passive() { Slot::Object } else { Slot::Subject }) => {
                    self.same_as_before()
                }
                _ if slot == Slot::Object => self.taken_along(),
                Want::Either => {
                    let behind = self.told_behind();
                    if behind.is_empty() {
                        self.addressee().into_iter().collect()
                    } else {
                        behind
                    }
                }
                _ => Vec::new(),
            };
            let leur = want == Want::Possessive
                && self.group().is_none()
                && self.parse.context.source.lowered(self.determiner_token()).starts_with("leur");
            // « il met fin à son invasion »: it is his, whoever « il » may be.
            let his = want == Want::Possessive && self.owned_by_pronoun();
            // « le roi a accepté sa démission »: nobody's but theirs who were told of before.
            let others = want == Want::Possessive && self.others().is_some();
            if !owners.is_empty() || leur || his || others {
                out.extend(owners.into_iter().map(|mention| Found::apart(mention, how)));
            } else if !(want == Want::Either && self.addressee_unnamed()) {
                let behind = token >= self.parse.chunks[self.through].last as usize
                    && self.subject_pronoun(slot, support).is_none();
                let subject = slot == Slot::Subject || slot == Slot::Possessive || self.passive();
                let except = match (behind, subject) {
                    // « avec lui », « a rejeté sa proposition »
                    _ if slot == Slot::ObjectPrep(Prep::DE) => self.doers(self.chunk),
                    (true, _) => self.doers(self.chunk),
                    (false, true) => self.antecedent_entities(),
                    (false, false) => self.subject_entities(),
                };
                for mention in antecedent_but(self.parse.context, self.mentions, self.entities, token, want, &except) {
                    out.push(Found { mention, official: self.office_of(mention), chunk: None, prep: None, how });
                }
            }
        }
        if let Some((Pronoun::First, token)) = self.subject_pronoun(slot, support) {
            out.extend(self.speaker(token));
        }
        if let (Slot::Prep(Prep::A | Prep::EN | Prep::DANS), Some(group)) = (slot, self.group()) {
            // « y a promis une aide au Liban »: the place told outright.
            if group.clitics.any(Clitics::Y) && (kinds.any(Kinds::PLACE) || out.is_empty()) {
                // Who goes there goes to a place.
                let goes = group.verb.is_some_and(|v| self.parse.cues.movement(v, group.voice == Voice::Reflexive));
                let event = (slot == Slot::Prep(Prep::A) && kinds.any(Kinds::EVENT) && out.is_empty() && !goes)
                    .then(|| self.event_by_y(group.first));
                let there = event.flatten().or_else(|| self.place_by_y(group.first));
                out.extend(there.map(|mention| Found::apart(mention, "y")));
            }
        }
        // « X et le ministre de Y se sont retrouvés »: beside an official, a person without an office is a party as he is.
        let human = |f: &Found| self.mention(f.mention).is_some_and(|m| m.kind() == MentionKind::Person);
        let beside = kinds.any(Kinds::OFFICIAL) && out.iter().any(|f| human(f) && self.fits(f, kinds));
        out.retain(|f| self.fits(f, kinds) || beside && human(f));
    }

    /// « Outre X, Y s'est entretenu avec Z », « Outre X, Y et Z ont participé à … »: X stands by the guest, or by the subject
    /// where there is no guest.
    fn besides(&self, slot: Slot, chunks: &[usize]) -> Option<usize> {
        let first = *chunks.first()?;
        let human = |chunk: usize| {
            self.parse.mention(chunk).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official))
        };
        let grammar = self.parse.context.lexicon.grammar();
        let outre = |c: &&Complement| c.fronted && c.prep.is_some_and(|p| grammar.prep_name(p) == "outre");
        let found = self.complements.iter().find(outre).filter(|c| human(c.chunk) && human(first))?;
        let guest = self
            .complements
            .iter()
            .any(|c| !c.fronted && c.chunk > self.chunk && matches!(c.prep, None | Some(Prep::AVEC)) && human(c.chunk));
        let fits = match slot {
            Slot::Subject => !guest && !self.passive() && self.group().is_some_and(|g| g.plural),
            Slot::Object => guest || self.passive(),
            Slot::Prep(prep) => guest && prep == Prep::AVEC,
            _ => false,
        };
        (self.group().is_some() && fits).then_some(found.chunk)
    }

    /// The mentions of the noun phrase in chunk `first` and its conjuncts that `kinds` allows.
    pub fn found_in(&self, first: usize, kinds: Kinds, how: &'static str, out: &mut Vec<Found>) {
        let before = out.len();
        self.conjuncts_of(first, how, out);
        let fresh = out.split_off(before);
        out.extend(fresh.into_iter().filter(|f| self.fits(f, kinds)));
    }

    pub(super) fn conjuncts_of(&self, first: usize, how: &'static str, out: &mut Vec<Found>) {
        let office = self.shared_office(first);
        // « appelle X à partir et Y à rester »: Y does not leave.
        let infinitive = self.group().is_some_and(|g| g.form == VerbForm::Infinitive) && first < self.chunk;
        for chunk in self.parse.conjuncts(first).filter(|&c| !infinitive || c < self.chunk) {
            let Some(noun) = self.parse.noun(chunk) else { continue };
            let before = out.len();
            self.phrase(chunk, noun, how, out);
            for found in out[before..].iter_mut().filter(|f| f.official.is_none()) {
                found.official = office.filter(|_| self.parse.is_bare_person(chunk));
            }
            self.leader(chunk, out);
            let prep = self.parse.noun(first).and_then(|n| n.prep);
            for found in &mut out[before..] {
                found.prep = found.prep.or(prep);
            }
        }
    }

    /// « ses ambassadeurs à Rome et à Paris, X et Y »: the office of all that are named behind it.
    fn shared_office(&self, first: usize) -> Option<MentionId> {
        let noun = self.parse.noun(first)?;
        let plural = |o: &MentionId| self.mention(*o).and_then(Mention::official).is_some_and(|o| o.plural);
        let named = noun.official != noun.mention || self.parse.named_behind(first).is_some();
        noun.official.filter(plural).filter(|_| named)
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
        let members = self.entities.mentions_of(self.entities.of(mention)?);
        members.iter().copied().take(100).find(|&m| self.mention(m).is_some_and(|m| m.official().is_some()))
    }

    /// « la réunion prévue à X, à laquelle Y a assisté »: the event that the relative pronoun stands for.
    #[must_use]
    pub fn at_which(&self) -> Option<usize> {
        self.relative_in(&[], Some(Prep::A))
    }

    /// « Oslo a accueilli une réunion entre X et Y »: the place that is the subject of the verb that owns the noun.
    #[must_use]
    pub fn venue(&self) -> Option<Found> {
        let (verb, role) = self.owner?;
        let houses = role == Role::Object
            && matches!(self.parse.lemma(verb), "abriter" | "accueillir")
            && self.parse.group(verb).is_some_and(|g| g.voice == Voice::Active);
        let Subject::Chunk(chunk) = self.parse.subject(verb) else { return None };
        let place = self.parse.is_place(chunk) && !self.parse.coordinated(chunk);
        let mention = self.parse.noun(chunk)?.mention.filter(|_| houses && place)?;
        Some(Found { mention, official: None, chunk: Some(chunk), prep: None, how: "subject" })
    }

    /// The slot's name, as explanations give it.
    pub(super) fn how(&self, slot: Slot) -> &'static str {
        match slot {
            Slot::Subject => "subject",
            Slot::Object | Slot::InfinitiveObject => "object",
            Slot::ThatSubject => "que",
            Slot::IfSubject => "si",
            Slot::Own => "self",
            Slot::By => "par",
            Slot::Possessive => "possessive",
            Slot::Compound => "compound",
            Slot::Prep(prep)
            | Slot::ObjectPrep(prep)
            | Slot::SubjectPrep(prep)
            | Slot::InfinitivePrep(prep)
            | Slot::InfinitiveNested(_, prep)
            | Slot::ThatSubjectPrep(prep)
            | Slot::PrepPrep(_, prep) => prep_name(prep),
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
