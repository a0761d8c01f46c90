//! Who fills which slot of a trigger: from the parse to mentions.

use super::chunk::{ChunkKind, Determiner, Noun};
use super::frame::{Kinds, Slot};
use super::parse::{Complement, Parse, Role, Subject};
use crate::id::{MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::lexicon::{self, EntryData, Metonym, OrgType, PlaceType};
use crate::mention::{Mention, MentionData, Mentions};
use crate::reference::coreference::{antecedent, Want};
use crate::reference::Entities;
use crate::syntax::{Clitics, Pronoun, VerbForm, VerbGroup, Voice};

/// A mention found in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The mention.
    pub mention: MentionId,
    /// The official beside it, where a person is named.
    pub official: Option<MentionId>,
    /// The chunk it stands in; none for a pronoun's antecedent.
    pub chunk: Option<usize>,
    /// The preposition it stands behind.
    pub prep: Option<Prep>,
    /// The slot, for explanations.
    pub how: &'static str,
}

/// A verb or noun that may say a relation, in its sentence.
#[derive(Debug)]
pub struct Trigger<'p> {
    /// The sentence.
    pub parse: &'p Parse<'p>,
    /// Mentions of the whole text.
    pub mentions: &'p Mentions,
    /// Who is who.
    pub entities: &'p Entities,
    /// The trigger's chunk.
    pub chunk: usize,
    /// Its subject, when it is a verb.
    pub subject: Subject,
    /// Its complements.
    pub complements: Vec<Complement>,
    /// The relative pronoun that opens its clause, when it is a verb.
    relative: Option<usize>,
    /// The verb that owns it, when it is a noun.
    pub owner: Option<(usize, Role)>,
    /// The trigger is the preposition before the noun (« à l'invitation de X »).
    pub preposition: bool,
}

impl<'p> Trigger<'p> {
    /// Gathers what hangs on the verb in `chunk`.
    #[must_use]
    pub fn verb(parse: &'p Parse<'p>, mentions: &'p Mentions, entities: &'p Entities, chunk: usize) -> Self {
        let relative = parse.conjunction(chunk).filter(|&o| {
            parse.group(chunk).is_some_and(VerbGroup::is_finite)
                && matches!(parse.chunks[o].kind, ChunkKind::Relative(_))
        });
        Self {
            parse,
            mentions,
            entities,
            chunk,
            subject: parse.subject(chunk),
            complements: parse.complements(chunk),
            relative,
            owner: None,
            preposition: false,
        }
    }

    /// The same trigger when its predicate reaches to token `until`.
    #[must_use]
    pub fn reaching(&self, until: usize) -> Self {
        Self {
            complements: self.parse.complements_after(self.chunk, until),
            ..Self::verb(self.parse, self.mentions, self.entities, self.chunk)
        }
    }

    /// Gathers what hangs on the noun in `chunk`.
    #[must_use]
    pub fn noun(parse: &'p Parse<'p>, mentions: &'p Mentions, entities: &'p Entities, chunk: usize) -> Self {
        let owner = parse.owner(chunk);
        let mut complements = parse.dependents(chunk);
        let mut share = |verb: usize| {
            for complement in parse.complements(verb) {
                if complement.chunk != chunk && !complements.iter().any(|c| c.chunk == complement.chunk) {
                    complements.push(complement);
                }
            }
        };
        // « la visite prévue mardi à Paris »
        let behind = (chunk + 1..parse.chunks.len().min(chunk + 12))
            .take_while(|&i| {
                parse.noun(i).is_some()
                    || parse.group(i).is_some()
                    || matches!(parse.chunks[i].kind, ChunkKind::Comma | ChunkKind::And)
            })
            .find(|&i| parse.group(i).is_some())
            .filter(|&i| {
                parse.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple && g.voice == Voice::Passive)
            });
        if let Some(participle) = behind {
            share(participle);
        }
        // « la rencontre aura lieu jeudi à Genève entre A et B », « devrait se tenir », « a été signée par A »
        if let Some(participle) = parse.occurring_participle(chunk) {
            share(participle);
        }
        let occurrence = parse.relative_verb(chunk).or(match owner {
            Some((verb, Role::Subject)) => Some(verb),
            _ => None,
        });
        if let Some(verb) = occurrence {
            let last = parse.last_infinitive(verb);
            let passive = parse
                .group(last)
                .is_some_and(|g| g.voice == Voice::Passive && g.verb.is_none_or(|v| !parse.cues.speech(v)));
            if parse.occurs(last) || passive {
                share(last);
                share(verb);
            }
        }
        Self {
            parse,
            mentions,
            entities,
            chunk,
            subject: Subject::None,
            complements,
            relative: None,
            owner,
            preposition: false,
        }
    }

    fn group(&self) -> Option<&VerbGroup> {
        self.parse.group(self.chunk)
    }

    fn passive(&self) -> bool {
        self.group().is_some_and(|g| g.voice == Voice::Passive)
    }

    /// The chunks in a slot, first conjuncts only.
    #[must_use]
    pub fn chunks_in(&self, slot: Slot, support: &[VerbId]) -> Vec<usize> {
        match slot {
            Slot::Subject if self.group().is_some() => {
                if self.passive() {
                    self.prep_chunks(Prep::PAR)
                } else {
                    self.subject_chunk().into_iter().collect()
                }
            }
            Slot::Subject => self.support_subject(support).0.or_else(|| self.clause_parties()).into_iter().collect(),
            Slot::Object => {
                if self.passive() {
                    return self.subject_chunk().into_iter().collect();
                }
                let mut out: Vec<usize> = self
                    .complements
                    .iter()
                    .filter(|c| c.prep.is_none() && !c.fronted && !self.is_date(c.chunk))
                    .map(|c| c.chunk)
                    .collect();
                if out.is_empty() {
                    out.extend(self.relative_in(&["que", "qu'"], None));
                }
                out
            }
            Slot::InfinitiveObject => self.infinitive_objects(),
            Slot::By => self.prep_chunks(Prep::PAR),
            Slot::Compound => self
                .complements
                .iter()
                .filter(|c| self.parse.noun(c.chunk).is_some_and(|n| n.glued))
                .map(|c| c.chunk)
                .collect(),
            Slot::Prep(prep) => self.prep_chunks(prep),
            Slot::ObjectPrep(prep) => self.nested(Slot::Object, prep, support),
            Slot::SubjectPrep(prep) => self.nested(Slot::Subject, prep, support),
            Slot::Own => vec![self.chunk],
            Slot::Possessive => self.traveller().into_iter().collect(),
            Slot::Adjective | Slot::Adverbial => Vec::new(),
        }
    }

    /// « Lors de leur entretien, A et B … »: the parties are the subjects of the clause.
    #[must_use]
    pub fn clause_parties(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk)?;
        let name = self.parse.context.lexicon.grammar().prep_name(noun.prep?);
        if !matches!(
            name,
            "lors de" | "au cours de" | "pendant" | "durant" | "à l'issue de" | "à l'occasion de" | "au terme de"
        ) {
            return None;
        }
        let subject = match self.owner {
            Some((verb, _)) => match self.parse.subject(verb) {
                Subject::Chunk(chunk) => Some(chunk),
                _ => None,
            },
            None => self.parse.clause_subject_after(self.chunk),
        }?;
        self.parse.coordinated(subject).then_some(subject)
    }

    /// « En visite à Paris, X … », « X, en visite à Paris, … », « X est en visite »: who is on it.
    fn traveller(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk)?;
        if self.group().is_some() || noun.prep != Some(Prep::EN) || noun.determiner != Determiner::None {
            return None;
        }
        if let Some((verb, _)) = self.owner {
            return match self.parse.subject(verb) {
                Subject::Chunk(chunk) => Some(chunk),
                _ => None,
            };
        }
        let before = self.chunk.checked_sub(1).map(|b| {
            if self.parse.chunks[b].kind == ChunkKind::Comma {
                b.saturating_sub(1)
            } else {
                b
            }
        });
        if let Some(before) = before.filter(|&b| self.parse.noun(b).is_some_and(|n| !n.date && n.mention.is_some())) {
            return Some(self.parse.host(before));
        }
        self.parse.clause_subject_after(self.chunk)
    }

    fn is_date(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|n| n.date)
    }

    fn subject_chunk(&self) -> Option<usize> {
        match self.subject {
            Subject::Chunk(chunk) => Some(chunk),
            _ => None,
        }
    }

    /// « menacer d'envahir X »: objects of the infinitive that the verb governs.
    fn infinitive_objects(&self) -> Vec<usize> {
        let number = self.parse.chunks[self.chunk].verb();
        let infinitive = (self.chunk + 1..self.parse.chunks.len().min(self.chunk + 10)).find(|&i| {
            self.parse.group(i).is_some_and(|g| {
                g.form == VerbForm::Infinitive && number.is_some() && g.governor == number && g.marker.is_some()
            })
        });
        let Some(infinitive) = infinitive else { return Vec::new() };
        self.parse
            .complements(infinitive)
            .iter()
            .filter(|c| c.prep.is_none() && !self.is_date(c.chunk))
            .map(|c| c.chunk)
            .collect()
    }

    fn nested(&self, outer: Slot, prep: Prep, support: &[VerbId]) -> Vec<usize> {
        let mut out = Vec::new();
        for chunk in self.chunks_in(outer, support) {
            let behind = self.parse.dependents(chunk);
            out.extend(behind.iter().filter(|c| c.prep == Some(prep) && self.chained(chunk, c.chunk)).map(|c| c.chunk));
        }
        out
    }

    /// Whether `target` hangs on the noun in `head` directly or through bare « de » nouns:
    /// « la demande d'adhésion de la Macédoine », but not « des violations dans l'ouest de la Côte d'Ivoire ».
    fn chained(&self, head: usize, target: usize) -> bool {
        let indefinite =
            self.parse.noun(target).is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::Indefinite);
        !indefinite
            && (head + 1..target).all(|i| match self.parse.chunks[i].kind {
                ChunkKind::Noun(n) if n.date || n.mention.is_some() => true,
                ChunkKind::Noun(n) => n.prep == Some(Prep::DE) && n.determiner == Determiner::None,
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::And => true,
                _ => false,
            })
    }

    fn prep_chunks(&self, prep: Prep) -> Vec<usize> {
        let noun = self.group().is_none();
        let mut out: Vec<usize> = self
            .complements
            .iter()
            .filter(|c| c.prep == Some(prep) && !self.is_date(c.chunk))
            .filter(|c| !c.nested || noun && self.reaches(c.chunk))
            .map(|c| c.chunk)
            .collect();
        if prep == Prep::DE {
            out.extend(self.relative_in(&["dont"], None));
        }
        if matches!(prep, Prep::A | Prep::EN | Prep::DANS) {
            out.extend(self.relative_in(&["où"], None));
        }
        out.extend(self.relative_in(&[], Some(prep)));
        out
    }

    /// Whether « de X » behind another complement still hangs on the trigger noun:
    /// a place takes no « de » + person (« la visite à Moscou du ministre »), a person no « de » at all.
    fn reaches(&self, chunk: usize) -> bool {
        let Some(before) = chunk.checked_sub(1) else { return false };
        if before == self.chunk {
            return true;
        }
        let Some(noun) = self.parse.noun(before) else { return false };
        noun.date || noun.mention.is_some()
    }

    /// The antecedent of the relative pronoun that opens the trigger's clause, when it is that pronoun.
    fn relative_in(&self, any: &[&str], prep: Option<Prep>) -> Option<usize> {
        let relative = self.relative?;
        let chunk = self.parse.chunks.get(relative)?;
        let ChunkKind::Relative(found) = chunk.kind else { return None };
        let token = self.parse.context.source.lowered(chunk.last as usize - 1);
        let fits = match prep {
            Some(prep) => found == Some(prep),
            None => found.is_none() && any.contains(&token),
        };
        if fits {
            self.parse.antecedent(relative)
        } else {
            None
        }
    }

    /// « Kim veut un sommet avec X »: who wants, plans, refuses or calls off an event takes part in it.
    fn wants(&self, verb: VerbId, reflexive: bool) -> bool {
        use super::cue::Effect;
        use super::Modality;
        !self.parse.cues.speech(verb)
            && self
                .parse
                .cues
                .verb(verb, reflexive)
                .is_some_and(|e| e != Effect::Modality(Modality::Fact) && e != Effect::Modality(Modality::Possible))
    }

    /// Subject of the verb whose object the trigger noun is, when that verb is in `support`.
    fn support_subject(&self, support: &[VerbId]) -> (Option<usize>, Option<(Pronoun, usize)>) {
        let Some((verb, role)) = self.owner else { return (None, None) };
        if self.preposition {
            return match self.parse.subject(verb) {
                Subject::Chunk(chunk) => (Some(chunk), None),
                Subject::Pronoun(pronoun, token) => (None, Some((pronoun, token))),
                Subject::None => (None, None),
            };
        }
        let known = self.parse.group(verb).is_some_and(|g| {
            g.verb.is_some_and(|v| {
                support.contains(&v) || role == Role::Object && self.wants(v, g.voice == Voice::Reflexive)
            })
        });
        if !known || role == Role::Subject {
            return (None, None);
        }
        match self.parse.subject(verb) {
            Subject::Chunk(chunk) => (Some(chunk), None),
            Subject::Pronoun(pronoun, token) => (None, Some((pronoun, token))),
            Subject::None => (None, None),
        }
    }

    /// Whether the slot holds anything at all, pronouns included.
    #[must_use]
    pub fn occupied(&self, slot: Slot, support: &[VerbId]) -> bool {
        !self.chunks_in(slot, support).is_empty() || self.pronoun_in(slot, support).is_some()
    }

    /// From where an object pronoun looks back: before the subject, which it cannot mean.
    fn clause_start(&self, group: &VerbGroup) -> usize {
        match self.subject {
            Subject::Chunk(chunk) if self.parse.chunks[chunk].first < group.first => {
                self.parse.chunks[chunk].first as usize
            }
            _ => group.first as usize,
        }
    }

    /// The pronoun in a slot, as what is wanted and the token from which to look back.
    fn pronoun_in(&self, slot: Slot, support: &[VerbId]) -> Option<(Want, usize)> {
        match slot {
            Slot::Subject | Slot::Object if self.group().is_some() => {
                let group = self.group()?;
                let subject_slot = if self.passive() { Slot::Object } else { Slot::Subject };
                if slot == subject_slot {
                    return match self.subject {
                        Subject::Pronoun(pronoun, token) => want(pronoun).map(|w| (w, token)),
                        _ => None,
                    };
                }
                if slot == Slot::Object && !self.passive() {
                    let c = group.clitics;
                    let token = self.clause_start(group);
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
            Slot::Subject => {
                let (_, pronoun) = self.support_subject(support);
                pronoun.and_then(|(p, token)| want(p).map(|w| (w, token)))
            }
            Slot::Prep(Prep::A) => {
                let group = self.group()?;
                if group.clitics.any(Clitics::LUI) {
                    Some((Want::He, self.clause_start(group)))
                } else if group.clitics.any(Clitics::LEUR) {
                    Some((Want::They, self.clause_start(group)))
                } else {
                    None
                }
            }
            Slot::Possessive => {
                let noun = self.parse.noun(self.chunk)?;
                (noun.determiner == Determiner::Possessive).then_some((Want::Possessive, noun.head as usize))
            }
            _ => None,
        }
    }

    /// All mentions in a slot that `kinds` allows; conjuncts distribute.
    pub fn find(&self, slot: Slot, kinds: Kinds, support: &[VerbId], out: &mut Vec<Found>) {
        let how = self.how(slot);
        for first in self.chunks_in(slot, support) {
            for chunk in self.parse.conjuncts(first) {
                let Some(noun) = self.parse.noun(chunk) else { continue };
                let before = out.len();
                self.phrase(chunk, noun, how, out);
                let prep = self.parse.noun(first).and_then(|n| n.prep);
                for found in &mut out[before..] {
                    found.prep = found.prep.or(prep);
                }
            }
        }
        if let Some((want, token)) = self.pronoun_in(slot, support) {
            // A subject already told in the sentence is the likeliest owner of « sa visite ».
            let owners = if want == Want::Possessive { self.possessors() } else { Vec::new() };
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
                for mention in antecedent(self.parse.context, self.mentions, self.entities, token, want) {
                    out.push(Found { mention, official: self.office_of(mention), chunk: None, prep: None, how });
                }
            }
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

    /// An official that is the same entity as `mention`.
    fn office_of(&self, mention: MentionId) -> Option<MentionId> {
        let entity = self.entities.get(self.entities.of(mention)?)?;
        entity.mentions.iter().copied().find(|&m| self.mention(m).is_some_and(|m| m.official().is_some()))
    }

    /// The token of the trigger noun's determiner.
    fn determiner_token(&self) -> usize {
        let head = self.parse.noun(self.chunk).map_or(0, |n| n.head as usize);
        let first = self.parse.chunks[self.chunk].first as usize;
        (first..head).rev().find(|&t| self.parse.context.source.lowered(t).starts_with(['s', 'l'])).unwrap_or(first)
    }

    /// The subject of the verb around a noun with « son », unless the noun is that subject itself.
    /// « leur » asks for several, « son » for one.
    fn possessors(&self) -> Vec<MentionId> {
        let subject = match self.owner {
            Some((_, Role::Subject)) => return Vec::new(),
            Some((verb, _)) => self.parse.subject(verb),
            // « Au premier jour de sa visite, X … »
            None => self.parse.clause_subject_after(self.chunk).map_or(Subject::None, Subject::Chunk),
        };
        let several = self.parse.context.source.lowered(self.determiner_token()).starts_with("leur");
        match subject {
            Subject::Chunk(chunk) if chunk != self.chunk => {
                let mentions: Vec<MentionId> = self
                    .parse
                    .conjuncts(chunk)
                    .filter_map(|c| self.parse.noun(c))
                    .filter(|n| !n.date)
                    .filter_map(|n| n.mention)
                    .collect();
                let plural = self.parse.noun(chunk).is_some_and(|n| n.plural) || mentions.len() > 1;
                if several == plural {
                    mentions
                } else {
                    Vec::new()
                }
            }
            Subject::Pronoun(pronoun, token) => {
                let Some(want) = want(pronoun) else { return Vec::new() };
                antecedent(self.parse.context, self.mentions, self.entities, token, want)
            }
            _ => Vec::new(),
        }
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
    fn place_before(&self, token: u32) -> Option<MentionId> {
        let until = self.mentions.list.partition_point(|m| m.first < token);
        let from = until.saturating_sub(12);
        (from..until)
            .rev()
            .find(|&i| matches!(self.mentions.list[i].data, MentionData::Place { .. }))
            .map(MentionId::from_index)
    }

    /// The mentions of one noun phrase: its own, or those it takes up again (« les deux dirigeants »).
    fn phrase(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) {
        if noun.date {
            return;
        }
        let first = self.parse.chunks[chunk].first as usize;
        let two = (first..noun.head as usize).any(|t| self.parse.context.source.lowered(t) == "deux");
        if let Some(mention) = noun.mention {
            if two
                && noun.plural
                && self.mention(mention).is_some_and(|m| m.official().is_some_and(|o| o.countries.is_empty()))
            {
                // « les deux ministres »: the two told before.
                let both = antecedent(self.parse.context, self.mentions, self.entities, first, Want::BothPeople);
                if both.len() == 2 {
                    out.extend(both.into_iter().map(|mention| Found {
                        mention,
                        official: None,
                        chunk: None,
                        prep: noun.prep,
                        how,
                    }));
                    return;
                }
            }
            // « le ministre, X, … »: the person is the most specific.
            let holder = self.mention(mention).and_then(Mention::official).and_then(|o| o.holder);
            let holder = holder.filter(|&h| self.parse.names_holder(chunk, h));
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
        let head = self.parse.context.source.folded(noun.head as usize);
        let want = match head {
            "pays" | "etats" | "capitales" | "nations" | "puissances" | "voisins" | "gouvernements" | "camps"
                if two =>
            {
                Want::BothCountries
            }
            "dirigeants" | "hommes" | "ministres" | "presidents" | "responsables" | "chefs" | "diplomates"
            | "homologues" | "parties" | "femmes" | "interlocuteurs" | "leaders"
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
            _ => return,
        };
        for mention in antecedent(self.parse.context, self.mentions, self.entities, first, want) {
            out.push(Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how });
        }
    }

    /// The noun has neither adjective nor complement that would say which one it is.
    fn alone(&self, chunk: usize) -> bool {
        let (this, noun) = (self.parse.chunks[chunk], self.parse.noun(chunk));
        noun.is_some_and(|n| n.head + 1 == this.last)
            && self.parse.noun(chunk + 1).is_none_or(|n| n.prep != Some(Prep::DE) || n.date)
    }

    fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.list.get(id.index())
    }

    /// The slot's name, as explanations give it.
    fn how(&self, slot: Slot) -> &'static str {
        match slot {
            Slot::Subject => "subject",
            Slot::Object | Slot::InfinitiveObject => "object",
            Slot::Own => "self",
            Slot::By => "par",
            Slot::Possessive => "possessive",
            Slot::Compound => "compound",
            Slot::Prep(prep) | Slot::ObjectPrep(prep) | Slot::SubjectPrep(prep) => prep_name(prep),
            Slot::Adjective | Slot::Adverbial => "modifier",
        }
    }

    /// Whether a mention is of a kind the slot allows.
    #[must_use]
    pub fn fits(&self, found: &Found, kinds: Kinds) -> bool {
        let Some(mention) = self.mention(found.mention) else { return false };
        let beside = found.official.and_then(|o| self.mention(o)).and_then(Mention::official);
        let diplomat = |o: &crate::mention::Official| {
            matches!(o.role, lexicon::Role::Ambassador | lexicon::Role::Envoy | lexicon::Role::Consul)
                || self.word_of(o.title).contains("diplomat")
                || self.word_of(o.title).contains("attach")
        };
        match &mention.data {
            MentionData::Person { .. } => {
                kinds.any(Kinds::PERSON | Kinds::PARTY)
                    || kinds.any(Kinds::OFFICIAL) && beside.is_some()
                    || kinds.any(Kinds::DIPLOMAT) && beside.is_some_and(diplomat)
            }
            MentionData::Official(official) => {
                kinds.any(Kinds::OFFICIAL | Kinds::PARTY) || kinds.any(Kinds::DIPLOMAT) && diplomat(official)
            }
            MentionData::Organization { org_type, .. } => {
                let head = self.parse.context.source.folded(mention.first as usize);
                kinds.any(Kinds::ORGANIZATION)
                    || kinds.any(Kinds::PARTY) && *org_type != OrgType::Media
                    || kinds.any(Kinds::GOVERNMENT) && matches!(org_type, OrgType::Ministry | OrgType::Government)
                    || kinds.any(Kinds::DELEGATION) && head.starts_with("delegation")
                    || kinds.any(Kinds::ARMED)
                        && (*org_type == OrgType::ArmedGroup
                            || matches!(
                                head,
                                "armee"
                                    | "armees"
                                    | "forces"
                                    | "troupes"
                                    | "aviation"
                                    | "marine"
                                    | "milice"
                                    | "milices"
                                    | "garde"
                                    | "police"
                            ))
            }
            MentionData::Place { place_type, entry, .. } => {
                kinds.any(Kinds::PLACE) && found.how != "subject"
                    || kinds.any(Kinds::GOVERNMENT | Kinds::STATE | Kinds::PARTY)
                        && self.stands_for_government(*place_type, *entry, found)
            }
            MentionData::Event { .. } => kinds.any(Kinds::EVENT),
            MentionData::Date(_) => false,
        }
    }

    fn word_of(&self, span: crate::Span) -> String {
        crate::text::fold::fold(span.of(self.parse.context.source.text))
    }

    /// Whether a place can stand for its government where it was found.
    fn stands_for_government(&self, place_type: PlaceType, entry: Option<crate::EntryId>, found: &Found) -> bool {
        let locative = found.prep == Some(Prep::EN) || found.prep == Some(Prep::DANS);
        if locative {
            return false;
        }
        place_type == PlaceType::Country
            || entry.is_some_and(|e| match self.parse.context.lexicon.entry(e).data {
                EntryData::Place { metonym, .. } => metonym != Metonym::None,
                _ => false,
            })
    }
}

fn want(pronoun: Pronoun) -> Option<Want> {
    Some(match pronoun {
        Pronoun::He => Want::He,
        Pronoun::She => Want::She,
        Pronoun::They => Want::They,
        Pronoun::TheyFeminine => Want::TheyFeminine,
        Pronoun::Other => return None,
    })
}

/// The commonest prepositions by name; the rest share one.
fn prep_name(prep: Prep) -> &'static str {
    const NAMES: [(Prep, &str); 12] = [
        (Prep::A, "à"),
        (Prep::DE, "de"),
        (Prep::EN, "en"),
        (Prep::PAR, "par"),
        (Prep::POUR, "pour"),
        (Prep::AVEC, "avec"),
        (Prep::ENTRE, "entre"),
        (Prep::DANS, "dans"),
        (Prep::SUR, "sur"),
        (Prep::CONTRE, "contre"),
        (Prep::AVANT, "avant"),
        (Prep::APRES, "après"),
    ];
    NAMES.iter().find(|(p, _)| *p == prep).map_or("preposition", |(_, name)| name)
}
