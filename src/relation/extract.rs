//! From triggers and frames to relations, sentence by sentence.
//!
//! A trigger never fires alone: a frame's required slots must be filled by
//! mentions of the right kind. What does not fit is rejected, and the reason
//! is kept when somebody asks for it ([`Note`]).

use super::arguments::{Found, Trigger};
use super::chunk::{self, Chunk, ChunkKind};
use super::frame::{Complement, Frame, Frames, Nouns, NounsId, Slot};
use super::merge;
use super::model::{Argument, ArgumentRole, Relation};
use super::parse::{Parse, Role};
use super::presence::Present;
use super::status::{Reader, Status};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::mention::{Context, MentionData, MentionKind, Mentions};
use crate::reference::Entities;
use crate::span::Span;
use crate::syntax::{VerbGroup, Voice};

/// The relations of one text.
#[derive(Debug, Default, Clone)]
pub struct Relations {
    /// By first trigger.
    pub list: Vec<Relation>,
    /// For each mention, whether it is a place that stands for its government here.
    pub metonyms: Vec<bool>,
}

/// Why a candidate came to nothing, or to what; kept only when asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The trigger.
    pub trigger: Span,
    /// The frame's number.
    pub frame: u32,
    /// `None`: it fired.
    pub rejected: Option<&'static str>,
}

const ROLES: [ArgumentRole; 4] =
    [ArgumentRole::Actor, ArgumentRole::Recipient, ArgumentRole::Place, ArgumentRole::Event];

/// Finds the relations of a text. With `notes`, says what was tried.
pub fn extract(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    notes: Option<&mut Vec<Note>>,
    out: &mut Relations,
) {
    out.list.clear();
    out.metonyms.clear();
    out.metonyms.resize(mentions.list.len(), false);
    let mut extraction = Extraction {
        context,
        mentions,
        entities,
        frames,
        notes,
        metonyms: &mut out.metonyms,
        present: Present::default(),
    };
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut found: Vec<Relation> = Vec::new();
    for (number, sentence) in context.source.tokens.sentences().iter().enumerate() {
        if !extraction.worth_reading(number, sentence.range()) {
            continue;
        }
        chunk::read(context, &mentions.list, number, *sentence, &mut chunks);
        let parse = Parse::new(context, &mentions.list, &chunks, &frames.cues);
        extraction.sentence(&parse, &mut found);
        extraction.speakers(&parse);
    }
    merge::merge(mentions, entities, frames, found, &mut out.list);
}

struct Extraction<'a, 'n> {
    context: Context<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
    frames: &'a Frames,
    notes: Option<&'n mut Vec<Note>>,
    metonyms: &'n mut Vec<bool>,
    /// Which words of conditions the sentence may hold.
    present: Present,
}

/// A frame that fits a trigger.
struct Candidate {
    frame: u32,
    score: u32,
    roles: [Vec<Found>; 4],
    /// The noun of a support verb, which must not fire again.
    consumed: Option<usize>,
}

impl<'a> Extraction<'a, '_> {
    /// Whether the sentence has somebody to act and a word to trigger what may come true, or a place that may speak.
    fn worth_reading(&mut self, number: usize, range: std::ops::Range<usize>) -> bool {
        let from = self.mentions.list.partition_point(|m| (m.last as usize) <= range.start);
        let here = || self.mentions.list[from..].iter().take_while(|m| (m.first as usize) < range.end);
        if !here().any(|m| m.kind() != MentionKind::Date) {
            return false;
        }
        let verbs = self.context.syntax.groups_of(number).1;
        let frames = self.frames;
        let words = &self.context.lexical.words[range.clone()];
        let of_verbs = || verbs.iter().filter_map(|g| g.verb).map(|v| frames.of_verb(v));
        let of_nouns = || words.iter().map(|&word| frames.of_noun(word));
        if of_verbs().all(<[u32]>::is_empty) && of_nouns().all(<[_]>::is_empty) {
            return false;
        }
        self.present.read(&frames.index, self.context, range.clone());
        self.notes.is_some()
            || of_verbs().any(|list| self.any_may_fire(list))
            || of_nouns().flatten().any(|noun| self.any_may_fire(&noun.frames))
            || frames.preposition_words.iter().any(|&word| word == 0 || words.contains(&word))
            || here().any(|m| m.kind() == MentionKind::Place) && verbs.iter().any(|g| self.tells(g))
    }

    /// Whether one of the frames has every word it requires somewhere in the sentence; all do when notes are kept.
    fn any_may_fire(&self, frames: &[u32]) -> bool {
        let may =
            |&frame: &u32| self.frames.frame(frame).require.iter().all(|&(slot, nouns)| self.may_hold(slot, nouns));
        self.notes.is_some() || frames.iter().any(may)
    }

    /// Whether a condition may hold in the sentence at all. Adjectives agree in more ways than lists tell.
    fn may_hold(&self, slot: Slot, nouns: NounsId) -> bool {
        slot == Slot::Adjective || self.present.holds(nouns)
    }

    /// Whether the subject of the verb speaks or acts.
    fn tells(&self, group: &VerbGroup) -> bool {
        let cues = &self.frames.cues;
        group.is_finite()
            && group.voice != Voice::Passive
            && group.verb.is_some_and(|v| cues.speech(v) || cues.verb(v, group.voice == Voice::Reflexive).is_some())
    }

    fn sentence(&mut self, parse: &Parse<'_>, out: &mut Vec<Relation>) {
        let mut consumed: Vec<usize> = Vec::new();
        for index in 0..parse.chunks.len() {
            if parse.chunks[index].verb().is_some() {
                if let Some(used) = self.verb(parse, index, out) {
                    consumed.push(used);
                }
            }
        }
        for index in 0..parse.chunks.len() {
            if let Some(prep) = parse.noun(index).and_then(|n| n.prep) {
                self.preposition(parse, index, prep, out);
            }
            if parse.chunks[index].noun().is_some() && !consumed.contains(&index) {
                let before = out.len();
                self.noun(parse, index, out);
                // « la signature d'un accord »: what is signed is no event of its own.
                if out.len() > before
                    && parse.noun(index + 1).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none())
                {
                    consumed.push(index + 1);
                }
            }
        }
    }

    fn note(&mut self, trigger: Span, frame: u32, rejected: Option<&'static str>) {
        if let Some(notes) = self.notes.as_deref_mut() {
            notes.push(Note { trigger, frame, rejected });
        }
    }

    fn verb(&mut self, parse: &Parse<'_>, index: usize, out: &mut Vec<Relation>) -> Option<usize> {
        let group = *parse.group(index)?;
        let frames = self.frames.of_verb(group.verb?);
        if frames.is_empty() || !self.any_may_fire(frames) {
            return None;
        }
        let trigger = Trigger::verb(parse, self.mentions, self.entities, index);
        let mut span = self.context.source.span(group.first as usize, group.last as usize);
        let mut best: Option<Candidate> = None;
        for &number in frames {
            let frame = self.frames.frame(number);
            match self.try_verb(&trigger, frame, index) {
                Ok(mut candidate) => {
                    candidate.frame = number;
                    if best.as_ref().is_none_or(|b| candidate.score > b.score) {
                        best = Some(candidate);
                    }
                }
                Err(reason) => self.note(span, number, Some(reason)),
            }
        }
        let best = best?;
        self.note(span, best.frame, None);
        let frame = self.frames.frame(best.frame);
        let mut last = group.last as usize;
        if !frame.fixed.is_empty() {
            last = self.fixed_end(group.last as usize, &frame.fixed).unwrap_or(last);
        } else if let Some(noun) = best.consumed {
            last = last.max(parse.noun(noun).map_or(0, |n| n.head as usize + 1).min(last + 6));
        }
        span = self.context.source.span(group.first as usize, last.max(group.last as usize));
        let reader = Reader { parse, cues: &self.frames.cues };
        // « l'invitation adressée à X a été annulée »: the noun has the status, its participle none.
        let mut status = match best.consumed {
            Some(noun) if group.form == crate::syntax::VerbForm::PastParticiple => reader.noun(noun, &frame.support),
            _ => reader.trigger(index),
        };
        // « n'a signé aucun accord », « n'a pas eu d'entretien »
        if let Some(noun) = best.consumed.and_then(|n| parse.noun(n)) {
            if noun.determiner == chunk::Determiner::Negative && status.polarity == super::Polarity::Affirmed {
                status.polarity = super::Polarity::Negated;
            }
        }
        let consumed = best.consumed;
        self.build(parse, &trigger, best, span, status, reader.source(index), out);
        consumed
    }

    /// The token after the fixed words of a multiword verb, when they follow the group.
    fn fixed_end(&self, from: usize, words: &[String]) -> Option<usize> {
        let source = self.context.source;
        for skip in 0..4 {
            if words.iter().enumerate().all(|(i, w)| {
                let have = source.lowered(from + skip + i);
                have == w
                    || w == "de" && matches!(have, "d'" | "du" | "des")
                    || w == "à" && matches!(have, "au" | "aux")
            }) {
                return Some(from + skip + words.len());
            }
            let word = self.context.lexicon.word(self.context.lexical.words.get(from + skip).copied().unwrap_or(0));
            let skips = word.pos.any(crate::lexicon::Pos::ADVERB)
                || matches!(word.function, crate::lexicon::grammar::Function::Negative)
                || self.is_date(from + skip);
            if !skips {
                return None;
            }
        }
        None
    }

    fn is_date(&self, token: usize) -> bool {
        let at = self.mentions.list.partition_point(|m| (m.last as usize) <= token);
        self.mentions
            .list
            .get(at)
            .is_some_and(|m| m.holds(token) && matches!(&m.data, MentionData::Date(t) if !t.is_adjective()))
    }

    fn try_verb(&self, trigger: &Trigger<'_>, frame: &Frame, index: usize) -> Result<Candidate, &'static str> {
        let group = trigger.parse.group(index).ok_or("no verb")?;
        match (frame.reflexive, group.voice) {
            (true, Voice::Reflexive) | (false, Voice::Active | Voice::Passive) => {}
            (true, _) if group.form == crate::syntax::VerbForm::PastParticiple && group.voice == Voice::Active => {}
            _ => return Err("another voice"),
        }
        if group.voice == Voice::Active && !frame.voices.0 || group.voice == Voice::Passive && !frame.voices.1 {
            return Err("another voice");
        }
        let reaching;
        let trigger = if frame.fixed.is_empty() {
            trigger
        } else {
            let end = self.fixed_end(group.last as usize, &frame.fixed);
            reaching = trigger.reaching(end.ok_or("the words of the predicate do not follow")?);
            &reaching
        };
        if group.causative {
            return Err("causative");
        }
        let (infinitive, that) = trigger.parse.followed_by(index);
        let fits = match frame.complement {
            Complement::Any => true,
            Complement::Infinitive => infinitive,
            Complement::That => that,
            Complement::None => !infinitive && !that,
        };
        if !fits {
            return Err("another complement");
        }
        let consumed = self.conditions(trigger, frame)?;
        let mut candidate = self.roles(trigger, frame)?;
        let passive = group.voice == Voice::Passive;
        let told = |i: usize| !candidate.roles[i].is_empty();
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            if slots.optional || told(i) {
                continue;
            }
            // An actor may stay untold in the passive and behind a pronoun nobody can be told for.
            let others = told(1) || told(2) || told(3);
            let occupied = slots.slots.iter().any(|s| trigger.occupied(*s, &frame.support));
            let pronoun = slots.slots.iter().all(|s| trigger.chunks_in(*s, &frame.support).is_empty());
            if i == 0
                && !frame.strict
                && others
                && if occupied { pronoun } else { passive || group.form != crate::syntax::VerbForm::Finite }
            {
                continue;
            }
            return Err(unfilled(i));
        }
        if !(told(0) || told(1) || told(3)) {
            return Err("nobody takes part");
        }
        candidate.consumed = consumed;
        candidate.score += 4 * u32::from(!frame.require.is_empty()) + 6 * u32::from(!frame.fixed.is_empty());
        if frame.reciprocal {
            self.reciprocal(frame, &mut candidate)?;
        }
        Ok(candidate)
    }

    /// Every party of a reciprocal relation is an actor; one alone is not enough, unless it is several.
    fn reciprocal(&self, frame: &Frame, candidate: &mut Candidate) -> Result<(), &'static str> {
        let second = std::mem::take(&mut candidate.roles[1]);
        candidate.roles[0].extend(second);
        self.dedupe(&mut candidate.roles[0]);
        let second_told = frame.roles[1].as_ref().is_some_and(|r| !r.optional);
        let one = candidate.roles[0].len() < 2;
        let plural = candidate.roles[0]
            .first()
            .is_some_and(|f| self.mentions.list[f.mention.index()].official().is_some_and(|o| o.plural));
        if one && !plural && (frame.roles[1].is_none() || second_told) {
            return Err("one party alone");
        }
        Ok(())
    }

    fn dedupe(&self, list: &mut Vec<Found>) {
        if list.len() < 2 {
            return;
        }
        let mut seen: Vec<Found> = Vec::with_capacity(list.len());
        for found in list.drain(..) {
            let same = |f: &Found| {
                f.mention == found.mention
                    || self.entities.of(f.mention).is_some()
                        && self.entities.of(f.mention) == self.entities.of(found.mention)
            };
            if !seen.iter().any(same) {
                seen.push(found);
            }
        }
        *list = seen;
    }

    /// `require` and `unless`; the chunk of a required object noun.
    fn conditions(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Option<usize>, &'static str> {
        let mut consumed = None;
        for (slot, nouns) in &frame.require {
            let held = match self.may_hold(*slot, *nouns) {
                true => self.holds(trigger, frame, *slot, self.frames.nouns(*nouns)),
                false => None,
            };
            match held {
                Some(chunk) => {
                    if *slot == Slot::Object {
                        consumed = Some(chunk);
                    }
                }
                None => return Err("the required word is missing"),
            }
        }
        for (slot, nouns) in &frame.unless {
            if self.may_hold(*slot, *nouns) && self.holds(trigger, frame, *slot, self.frames.nouns(*nouns)).is_some() {
                return Err("a trap");
            }
        }
        Ok(consumed)
    }

    /// The chunk in which one of `nouns` stands in `slot`.
    fn holds(&self, trigger: &Trigger<'_>, frame: &Frame, slot: Slot, nouns: &Nouns) -> Option<usize> {
        let source = self.context.source;
        let words = &self.context.lexical.words;
        let is = |token: usize| nouns.holds(words.get(token).copied().unwrap_or(0), source.lowered(token));
        let phrase = |token: usize| nouns.begin_at(source, token);
        match slot {
            Slot::Adjective => {
                let this = trigger.parse.chunks.get(trigger.chunk)?;
                let after = trigger
                    .parse
                    .chunks
                    .get(trigger.chunk + 1)
                    .filter(|c| c.verb().is_some() || c.kind == ChunkKind::Other);
                let last = after.map_or(this.last, |c| c.last);
                (this.first..last + 1).any(|t| nouns.agree_with(source.lowered(t as usize))).then_some(trigger.chunk)
            }
            Slot::Adverbial => {
                let this = trigger.parse.chunks.get(trigger.chunk)?;
                let from = (this.first as usize).saturating_sub(3);
                let until = trigger
                    .complements
                    .iter()
                    .filter(|c| !c.fronted)
                    .map(|c| trigger.parse.chunks[c.chunk].last as usize)
                    .max();
                let to = until.unwrap_or(0).max(this.last as usize + 5);
                (from..to).any(|t| is(t) || phrase(t)).then_some(trigger.chunk)
            }
            _ => {
                for first in trigger.chunks_in(slot, &frame.support) {
                    for chunk in trigger.parse.conjuncts(first) {
                        let noun = trigger.parse.noun(chunk)?;
                        let end = trigger.parse.chunks[chunk].last as usize;
                        if is(noun.head as usize) || (noun.head as usize..end).any(phrase) {
                            return Some(chunk);
                        }
                    }
                }
                None
            }
        }
    }

    fn roles(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Candidate, &'static str> {
        let mut candidate = Candidate { frame: 0, score: 0, roles: Default::default(), consumed: None };
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            let reciprocal_noun = i == 0
                && trigger.parse.group(trigger.chunk).is_none()
                && frame.reciprocal
                && !slots.slots.contains(&Slot::Subject);
            for slot in slots.slots.iter().chain(reciprocal_noun.then_some(&Slot::Subject)) {
                // « veut un sommet avec X »: the subject is the missing party, not a third one.
                if reciprocal_noun && *slot == Slot::Subject && candidate.roles[i].len() > 1 {
                    break;
                }
                let before = candidate.roles[i].len();
                trigger.find(*slot, slots.kinds, &frame.support, &mut candidate.roles[i]);
                let (taken, [own, ..]) = candidate.roles.split_at_mut(i) else { continue };
                let is_taken = |f: &Found| taken.iter().flatten().any(|t| t.mention == f.mention);
                let mut at = 0;
                own.retain(|f| {
                    at += 1;
                    at <= before || !is_taken(f)
                });
                // The first slot that is filled decides; a reciprocal relation gathers from all.
                let gathers = frame.reciprocal && i == 0 || i == 2;
                if !candidate.roles[i].is_empty() && !gathers {
                    break;
                }
            }
            let mut list = std::mem::take(&mut candidate.roles[i]);
            // « préparer une rencontre entre A et B »: who prepares it is no third party.
            if i == 0
                && frame.reciprocal
                && list.iter().filter(|f| f.how != "subject").count() > 1
                && trigger.owner.is_some()
            {
                list.retain(|f| f.how != "subject");
            }
            self.dedupe(&mut list);
            candidate.roles[i] = list;
            candidate.score += u32::from(!candidate.roles[i].is_empty());
        }
        // Nobody does a thing to himself.
        let [actors, recipients, ..] = &mut candidate.roles;
        let acts = |entity| actors.iter().any(|f| self.entities.of(f.mention) == Some(entity));
        recipients.retain(|f| !self.entities.of(f.mention).is_some_and(acts));
        Ok(candidate)
    }

    fn noun(&mut self, parse: &Parse<'_>, index: usize, out: &mut Vec<Relation>) {
        let Some(noun) = parse.noun(index).copied() else { return };
        let chunk = parse.chunks[index];
        let source = self.context.source;
        let event =
            noun.mention.is_some_and(|m| matches!(self.mentions.list[m.index()].data, MentionData::Event { .. }));
        if noun.mention.is_some() && !event {
            return;
        }
        // The head, or a noun behind it (« le premier sommet », « un appel téléphonique »).
        let from = noun.head as usize;
        let to = if event { (from + 3).min(chunk.last as usize) } else { from + 1 };
        for at in from..to {
            let word = self.context.lexical.words[at];
            let frames = self.frames;
            for trigger_noun in frames.of_noun(word) {
                let end = at + 1 + trigger_noun.rest.len();
                let follows = trigger_noun.rest.iter().enumerate().all(|(i, w)| source.lowered(at + 1 + i) == w);
                if !follows {
                    continue;
                }
                if !self.any_may_fire(&trigger_noun.frames) {
                    return;
                }
                let span = source.span(at, end);
                let trigger = Trigger::noun(parse, self.mentions, self.entities, index);
                let mut best: Option<Candidate> = None;
                for &number in &trigger_noun.frames {
                    match self.try_noun(&trigger, self.frames.frame(number)) {
                        Ok(mut candidate) => {
                            candidate.frame = number;
                            if best.as_ref().is_none_or(|b| candidate.score > b.score) {
                                best = Some(candidate);
                            }
                        }
                        Err(reason) => self.note(span, number, Some(reason)),
                    }
                }
                if let Some(best) = best {
                    self.note(span, best.frame, None);
                    let reader = Reader { parse, cues: &self.frames.cues };
                    let support = &self.frames.frame(best.frame).support;
                    let status = reader.noun(index, support);
                    let speaker = reader.source(index);
                    self.build(parse, &trigger, best, span, status, speaker, out);
                }
                return;
            }
        }
    }

    /// « à l'invitation de X »: the preposition itself says it.
    fn preposition(&mut self, parse: &Parse<'_>, index: usize, prep: Prep, out: &mut Vec<Relation>) {
        let frames = self.frames;
        for &number in frames.of_preposition(prep) {
            let mut trigger = Trigger::noun(parse, self.mentions, self.entities, index);
            trigger.preposition = true;
            let chunk = parse.chunks[index];
            let head = parse.noun(index).map_or(chunk.first, |n| n.head);
            let span = self.context.source.span(chunk.first as usize, head.max(chunk.first + 1) as usize);
            match self.try_noun(&trigger, frames.frame(number)) {
                Ok(mut candidate) if !candidate.roles[1].is_empty() => {
                    candidate.frame = number;
                    self.note(span, number, None);
                    let reader = Reader { parse, cues: &frames.cues };
                    let status = match trigger.owner {
                        Some((verb, _)) => Status { polarity: super::Polarity::Affirmed, ..reader.verb(verb) },
                        None => Status::FACT,
                    };
                    trigger.complements.clear();
                    trigger.owner = None;
                    self.build(parse, &trigger, candidate, span, status, None, out);
                    return;
                }
                Ok(_) => self.note(span, number, Some("nobody takes part")),
                Err(reason) => self.note(span, number, Some(reason)),
            }
        }
    }

    fn try_noun(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Candidate, &'static str> {
        self.conditions(trigger, frame)?;
        let mut candidate = self.roles(trigger, frame)?;
        let reciprocal = frame.reciprocal;
        let told = |c: &Candidate, i: usize| !c.roles[i].is_empty();
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            if slots.optional || told(&candidate, i) {
                continue;
            }
            if i == 0 && (told(&candidate, 1) || told(&candidate, 2) || told(&candidate, 3)) && !reciprocal {
                continue;
            }
            return Err(unfilled(i));
        }
        if [0, 1, 3].iter().all(|&i| candidate.roles[i].is_empty()) {
            return Err("nobody takes part");
        }
        if reciprocal {
            self.reciprocal(frame, &mut candidate)?;
            let plural = candidate.roles[0]
                .first()
                .is_some_and(|f| self.mentions.list[f.mention.index()].official().is_some_and(|o| o.plural));
            if candidate.roles[0].len() < 2 && !plural {
                return Err("one party alone");
            }
        }
        candidate.score += 4 * u32::from(!frame.require.is_empty());
        Ok(candidate)
    }

    #[allow(clippy::too_many_arguments)]
    fn build(
        &mut self,
        parse: &Parse<'_>,
        trigger: &Trigger<'_>,
        candidate: Candidate,
        span: Span,
        status: Status,
        source: Option<MentionId>,
        out: &mut Vec<Relation>,
    ) {
        let frame = self.frames.frame(candidate.frame);
        let mut arguments = Vec::new();
        for (role, list) in ROLES.iter().zip(&candidate.roles) {
            for found in list {
                arguments.push(Argument { role: *role, mention: found.mention, how: found.how });
                let party = matches!(role, ArgumentRole::Actor | ArgumentRole::Recipient);
                if party && matches!(self.mentions.list[found.mention.index()].data, MentionData::Place { .. }) {
                    self.metonyms[found.mention.index()] = true;
                }
            }
        }
        let used = |m: MentionId, arguments: &[Argument]| arguments.iter().any(|a| a.mention == m);
        for (role, found) in self.circumstances(parse, trigger, candidate.consumed) {
            let has = arguments.iter().any(|a| a.role == role);
            if !used(found.mention, &arguments) && !has {
                arguments.push(Argument { role, mention: found.mention, how: found.how });
                if role == ArgumentRole::Place {
                    // Conjuncts of a place: « à Paris et à Berlin ».
                    if let Some(chunk) = found.chunk {
                        for next in parse.conjuncts(chunk).skip(1) {
                            if let Some(mention) = parse.noun(next).and_then(|n| n.mention) {
                                if !used(mention, &arguments) {
                                    arguments.push(Argument { role, mention, how: found.how });
                                }
                            }
                        }
                    }
                }
            }
        }
        arguments.sort_by_key(|a| (a.role, a.mention));
        let source = source.filter(|&s| !used(s, &arguments));
        let chunks = parse.chunks;
        let evidence = match (chunks.first(), chunks.last()) {
            (Some(a), Some(b)) => self.context.source.span(a.first as usize, b.last as usize),
            _ => span,
        };
        out.push(Relation {
            kind: frame.kind,
            triggers: vec![span],
            evidence,
            arguments,
            polarity: status.polarity,
            modality: status.modality,
            source,
            topic: self.topic(parse, trigger),
            frame: candidate.frame,
        });
    }

    /// Place and date of the event, from its own clause.
    fn circumstances(
        &self,
        parse: &Parse<'_>,
        trigger: &Trigger<'_>,
        consumed: Option<usize>,
    ) -> Vec<(ArgumentRole, Found)> {
        let mut out = Vec::new();
        let mut complements = trigger.complements.clone();
        if let Some(noun) = consumed {
            complements.extend(parse.dependents(noun));
        }
        // A noun shares the circumstances of the verb that carries its subject.
        if let Some((verb, Role::Object)) = trigger.owner {
            if parse.group(verb).and_then(|g| g.verb).is_some_and(|v| !self.frames.cues.speech(v)) {
                complements.extend(parse.complements(verb));
            }
        }
        out.extend(trigger.place_by_pronoun().map(|found| (ArgumentRole::Place, found)));
        for complement in &complements {
            let Some(noun) = parse.noun(complement.chunk) else { continue };
            let Some(mention) = noun.mention else { continue };
            let found =
                Found { mention, official: None, chunk: Some(complement.chunk), prep: noun.prep, how: "adjunct" };
            match &self.mentions.list[mention.index()].data {
                MentionData::Date(timex)
                    if is_point(timex) && (noun.prep != Some(Prep::DE) || trigger.owner.is_some()) =>
                {
                    out.push((ArgumentRole::Date, found));
                }
                MentionData::Place { .. } if self.locative(noun.prep) && !complement.nested => {
                    out.push((ArgumentRole::Place, found));
                }
                _ => {}
            }
        }
        out
    }

    fn locative(&self, prep: Option<Prep>) -> bool {
        prep.is_some_and(|p| {
            matches!(p, Prep::A | Prep::EN | Prep::DANS)
                || matches!(
                    self.context.lexicon.grammar().prep_name(p),
                    "près de"
                        | "au large de"
                        | "à bord de"
                        | "au nord de"
                        | "au sud de"
                        | "à l'est de"
                        | "à l'ouest de"
                        | "depuis"
                        | "au bord de"
                )
        })
    }

    /// « sur la Syrie », « à propos de l'accord »: the topic, up to the next mark.
    fn topic(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Option<Span> {
        let about = trigger.complements.iter().find(|c| c.prep == Some(Prep::SUR) && !c.fronted)?;
        let mut last = about.chunk;
        while let Some(next) = parse.noun(last + 1) {
            if next.prep == Some(Prep::DE) && !next.date {
                last += 1;
            } else {
                break;
            }
        }
        let noun = parse.noun(about.chunk)?;
        let first = noun.head.max(parse.chunks[about.chunk].first) as usize;
        Some(self.context.source.span(first, parse.chunks[last].last as usize))
    }

    /// Places that speak or act stand for their government.
    fn speakers(&mut self, parse: &Parse<'_>) {
        for index in 0..parse.chunks.len() {
            let Some(group) = parse.group(index) else { continue };
            if !group.is_finite() || group.voice == Voice::Passive || group.verb.is_none() {
                continue;
            }
            if let super::parse::Subject::Chunk(subject) = parse.subject(index) {
                for chunk in parse.conjuncts(subject) {
                    if let Some(mention) = parse.noun(chunk).and_then(|n| n.mention) {
                        let acts = group.verb.is_some_and(|v| {
                            self.frames.cues.speech(v)
                                || self.frames.cues.verb(v, group.voice == Voice::Reflexive).is_some()
                        });
                        if acts && matches!(self.mentions.list[mention.index()].data, MentionData::Place { .. }) {
                            self.metonyms[mention.index()] = true;
                        }
                    }
                }
            }
        }
    }
}

/// Whether a date says when, rather than how long or how often.
fn is_point(timex: &crate::mention::timex::Timex) -> bool {
    use crate::mention::timex::TimexType;
    matches!(timex.kind, TimexType::Date | TimexType::Time) && !timex.is_adjective()
}

/// Why a frame fails whose role number `role` is not filled.
fn unfilled(role: usize) -> &'static str {
    match role {
        0 => "no actor of the right kind",
        1 => "no recipient of the right kind",
        2 => "no place of the right kind",
        _ => "no event of the right kind",
    }
}
