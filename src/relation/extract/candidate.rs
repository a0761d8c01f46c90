//! Whether a frame fits a trigger, and who fills its roles.

use super::{Candidate, Extraction};
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::OrgType;
use crate::mention::{Context, MentionData, MentionKind};
use crate::relation::arguments::{Found, Trigger, LEADER, SPEAKER};
use crate::relation::chunk::ChunkKind;
use crate::relation::frame::{Complement, Fixed, Frame, Kinds, Nouns, NounsId, Opening, Slot};
use crate::relation::parse::Subject;
use crate::syntax::{Pronoun, Voice};

/// How many tokens behind its last complement may still belong to a verb's clause.
const TAIL: usize = 7;

/// The words of a condition, looked for in a sentence.
struct Sought<'a> {
    context: Context<'a>,
    nouns: &'a Nouns,
    /// One of several tokens may stand there.
    phrases: bool,
}

impl Sought<'_> {
    fn number(&self, token: usize) -> u32 {
        self.context.lexical.words.get(token).copied().unwrap_or(0)
    }

    /// Whether token `token` is one of the single words.
    fn stands(&self, token: usize) -> bool {
        self.nouns.holds(self.number(token), self.context.source.lowered(token))
    }

    /// Whether one of several tokens begins at token `token`.
    fn begins(&self, token: usize) -> bool {
        self.phrases && self.nouns.begin_at(self.context.source, self.number(token), token)
    }
}

impl Extraction<'_, '_> {
    /// How many words behind a verb may stand before the fixed words of its predicate: adverbs, negations, dates.
    pub(super) fn skippable(&self, from: usize) -> usize {
        let words = &self.context.lexical.words;
        let skips = |&at: &usize| {
            let word = self.context.lexicon.word(words.get(at).copied().unwrap_or(0));
            word.pos.any(crate::lexicon::Pos::ADVERB) || matches!(word.function, Function::Negative) || self.is_date(at)
        };
        (from..from + 3).take_while(skips).count()
    }

    /// The token after the fixed words of a multiword verb, when they follow the group, over `skippable` words at most.
    pub(super) fn fixed_end(&self, from: usize, words: &[Fixed], skippable: usize) -> Option<usize> {
        let source = self.context.source;
        let possessive = |at: usize| {
            let word = self.context.lexical.words.get(at).copied().unwrap_or(0);
            self.context.lexicon.word(word).function == Function::Possessive
        };
        let follow = |start: usize| {
            words.iter().enumerate().all(|(i, fixed)| {
                let have = source.lowered(start + i);
                have == fixed.word || fixed.possessive && possessive(start + i) || fixed.forms().contains(&have)
            })
        };
        (from..=from + skippable).find(|&start| follow(start)).map(|start| start + words.len())
    }

    /// What may be the first of the fixed words behind a verb group that ends before token `from`.
    pub(super) fn ahead(&self, from: usize, skippable: usize) -> Opening {
        let words = (from..=from + skippable).map(|at| self.context.source.lowered(at));
        words.fold(Opening::NONE, Opening::with)
    }

    pub(super) fn is_date(&self, token: usize) -> bool {
        let at = self.mentions.list.partition_point(|m| (m.last as usize) <= token);
        self.mentions
            .list
            .get(at)
            .is_some_and(|m| m.holds(token) && matches!(&m.data, MentionData::Date(t) if !t.is_adjective()))
    }

    pub(super) fn try_verb(
        &self,
        trigger: &Trigger<'_>,
        frame: &Frame,
        index: usize,
        skippable: usize,
    ) -> Result<Candidate, &'static str> {
        let group = trigger.parse.group(index).ok_or("no verb")?;
        match (frame.reflexive, group.voice) {
            (true, Voice::Reflexive) | (false, Voice::Active | Voice::Passive) => {}
            (true, _) if group.form == crate::syntax::VerbForm::PastParticiple && group.voice == Voice::Active => {}
            _ => return Err("another voice"),
        }
        let passive = trigger.passive();
        if group.voice == Voice::Active && !passive && !frame.voices.0 || passive && !frame.voices.1 {
            return Err("another voice");
        }
        let reaching;
        let trigger = if frame.fixed.is_empty() {
            trigger
        } else {
            let end = self.fixed_end(group.last as usize, &frame.fixed, skippable);
            reaching = trigger.reaching(end.ok_or("the words of the predicate do not follow")?);
            &reaching
        };
        if trigger.parse.swallowed(index) {
            return Err("told by the verb that governs it");
        }
        // « a fait venir X à Y »: who is made to come comes.
        let made = group.causative
            && frame.roles[2].is_some()
            && self.moves(group.verb, group.voice)
            && matches!(trigger.subject, Subject::Chunk(s) if s > index);
        let ordered = frame.is_done_to() && trigger.parse.ordered(index);
        if group.causative && !passive && !made && !ordered {
            return Err("causative");
        }
        let parse = trigger.parse;
        // « être victime, être otage » tell something else.
        let bare = || trigger.chunks_in(Slot::Object, &frame.support).is_empty();
        let fits = match frame.complement {
            Complement::Any => true,
            Complement::Infinitive => parse.has_infinitive(index),
            Complement::That => parse.that(index).is_some(),
            Complement::None => !parse.has_own_infinitive(index) && parse.that(index).is_none(),
            Complement::Purpose => bare() && parse.has_purpose(index),
            Complement::Date => {
                bare() && trigger.complements.iter().any(|c| trigger.parse.noun(c.chunk).is_some_and(|n| n.date))
            }
        };
        if !fits {
            return Err("another complement");
        }
        let consumed = self.conditions(trigger, frame)?;
        let mut candidate = self.roles(trigger, frame)?;
        let told = |i: usize| !candidate.roles[i].is_empty();
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            if slots.optional || told(i) {
                continue;
            }
            // « A et B sont convenus de … »: two that do it together need no third.
            if i == 1 && frame.reciprocal && self.several(trigger, &candidate.roles[0]) {
                continue;
            }
            // An actor may stay untold in the passive and behind a pronoun nobody can be told for.
            let others = told(1) || told(2) || told(3);
            if i != 0 || frame.strict || !others {
                return Err(unfilled(i));
            }
            let occupied = slots.slots.iter().any(|s| trigger.occupied(*s, &frame.support));
            let untold = if occupied {
                let nameless = |s: &Slot| trigger.chunks_in(*s, &frame.support).iter().all(|&c| parse.nameless(c));
                slots.slots.iter().all(nameless)
            } else {
                passive || group.form != crate::syntax::VerbForm::Finite
            };
            if !untold {
                return Err(unfilled(i));
            }
        }
        if !(told(0) || told(1)) {
            return Err("nobody takes part");
        }
        candidate.consumed = consumed;
        candidate.score += 4 * u32::from(!frame.require.is_empty()) + 6 * u32::from(!frame.fixed.is_empty());
        if frame.reciprocal {
            self.reciprocal(trigger, frame, &mut candidate)?;
        }
        Ok(candidate)
    }

    pub(super) fn try_noun(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Candidate, &'static str> {
        if !frame.reciprocal && trigger.parse.unreal(trigger.chunk) {
            return Err("any such event");
        }
        self.conditions(trigger, frame)?;
        let mut candidate = self.roles(trigger, frame)?;
        let reciprocal = frame.reciprocal;
        let told = |c: &Candidate, i: usize| !c.roles[i].is_empty();
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            if slots.optional || told(&candidate, i) {
                continue;
            }
            let others = told(&candidate, 1) || told(&candidate, 2) || told(&candidate, 3);
            if i == 0 && others && !frame.strict && (!reciprocal || self.nobody_else(trigger)) {
                continue;
            }
            return Err(unfilled(i));
        }
        if [0, 1].iter().all(|&i| candidate.roles[i].is_empty()) {
            return Err("nobody takes part");
        }
        if reciprocal {
            self.reciprocal(trigger, frame, &mut candidate)?;
            if !self.several(trigger, &candidate.roles[0]) && !self.nobody_else(trigger) {
                return Err("one party alone");
            }
        }
        candidate.score += 4 * u32::from(!frame.require.is_empty());
        Ok(candidate)
    }

    /// Every party of a reciprocal relation is an actor; one alone is not enough, unless it is several.
    pub(super) fn reciprocal(
        &self,
        trigger: &Trigger<'_>,
        frame: &Frame,
        candidate: &mut Candidate,
    ) -> Result<(), &'static str> {
        let no_first = candidate.roles[0].is_empty();
        let second = std::mem::take(&mut candidate.roles[1]);
        candidate.roles[0].extend(second);
        self.dedupe(&mut candidate.roles[0]);
        // « un pacte noué avec A et B »: both made it with a third, who is not told.
        let parties = &candidate.roles[0];
        // « nous avons négocié »: with whom is not told.
        let alone = parties.len() == 1 && parties[0].how == SPEAKER;
        if alone || parties.len() > 1 && parties.iter().all(|f| f.prep == Some(Prep::AVEC) && f.how == "avec") {
            return Err("one party alone");
        }
        let second_told = frame.roles[1].as_ref().is_some_and(|r| !r.optional);
        let needed = frame.roles[1].is_none() || second_told || no_first;
        if needed && !self.several(trigger, &candidate.roles[0]) && !self.nobody_else(trigger) {
            return Err("one party alone");
        }
        Ok(())
    }

    fn several(&self, trigger: &Trigger<'_>, found: &[Found]) -> bool {
        // « les Vingt-Sept » are several under one name.
        let named = |f: &Found| {
            let noun = f.chunk.and_then(|c| trigger.parse.noun(c));
            noun.is_some_and(|n| n.plural && n.mention == Some(f.mention)) && self.of_states(f.mention)
        };
        // « les pourparlers entre X et les rebelles »
        let beside = |f: &Found| {
            let parse = trigger.parse;
            f.chunk.is_some_and(|c| parse.conjuncts(parse.first_conjunct(c)).any(|c| parse.unnamed_side(c)))
        };
        found.len() > 1 || found.first().is_some_and(|f| self.plural(f.mention) || named(f) || beside(f))
    }

    /// An organisation of states; « les Forces de soutien rapide » are one party.
    fn of_states(&self, mention: MentionId) -> bool {
        matches!(
            self.mentions.list[mention.index()].data,
            MentionData::Organization { org_type: OrgType::International, .. }
        )
    }

    pub(super) fn plural(&self, mention: MentionId) -> bool {
        self.mentions.list[mention.index()].official().is_some_and(|o| o.plural)
    }

    /// « Il a rencontré X. » at the head of a text, « Entretien avec X » in an agenda: the other party is nowhere told.
    pub(super) fn nobody_else(&self, trigger: &Trigger<'_>) -> bool {
        let token = match trigger.subject {
            Subject::Pronoun(pronoun, token) if !matches!(pronoun, Pronoun::First | Pronoun::Other) => token,
            _ if trigger.parse.group(trigger.chunk).is_none() && trigger.opens_verbless_sentence() => 0,
            _ => return false,
        };
        let mut before = self.mentions.list.iter().take_while(|m| (m.first as usize) < token);
        before.all(|m| matches!(m.kind(), MentionKind::Date | MentionKind::Event))
    }

    pub(super) fn dedupe(&self, list: &mut Vec<Found>) {
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
    pub(super) fn conditions(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Option<usize>, &'static str> {
        let mut consumed = None;
        for (slot, nouns) in frame.require.iter() {
            let nouns = *nouns;
            let held = match self.may_hold(*slot, nouns) {
                true => self.holds(trigger, frame, *slot, nouns).or_else(|| {
                    // « relever le ministre de ses fonctions »: the parse hangs « de » on the object.
                    let behind = *slot == Slot::Prep(Prep::DE) && trigger.parse.group(trigger.chunk).is_some();
                    let object =
                        |chunk: usize| trigger.complements.iter().any(|c| c.chunk + 1 == chunk && c.prep.is_none());
                    let nested = |c: &usize| behind && object(*c);
                    let of = trigger.complements.iter().filter(|c| c.nested && c.prep == Some(Prep::DE));
                    self.among(trigger, nouns, of.map(|c| c.chunk).filter(nested))
                }),
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
        for (slot, nouns) in frame.unless.iter() {
            if self.may_hold(*slot, *nouns) && self.holds(trigger, frame, *slot, *nouns).is_some() {
                return Err("a trap");
            }
        }
        Ok(consumed)
    }

    /// The chunk in which one of the words of `list` stands in `slot`.
    pub(super) fn holds(&self, trigger: &Trigger<'_>, frame: &Frame, slot: Slot, list: NounsId) -> Option<usize> {
        let source = self.context.source;
        let sought = self.sought(list);
        let nouns = sought.nouns;
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
                    .flat_map(|c| trigger.parse.conjuncts(c.chunk))
                    // « a déclaré l'ambassadrice, X, persona non grata »
                    .map(|c| if trigger.parse.host(c + 2) == c { c + 2 } else { c })
                    .map(|c| trigger.parse.chunks[c].last as usize + 2)
                    .max();
                let to = until.unwrap_or(0).max(this.last as usize + 5);
                // « a déclaré trois diplomates à Rome personae non gratae »
                // « rencontrera X, avec qui il s'est entretenu au téléphone »: that tells of another verb.
                let function = |token: usize| {
                    let word = self.context.lexical.words.get(token).copied().unwrap_or(0);
                    self.context.lexicon.word(word).function
                };
                let goes_on = |end: usize| {
                    let led = matches!(function(end - 1), Function::Preposition(_));
                    source.str(end - 2) != "," || function(end - 1 + usize::from(led)) != Function::Relative
                };
                // « se sont rencontrés deux fois et se sont entretenus par téléphone »: so does that.
                let chunks = &trigger.parse.chunks;
                let next = (trigger.chunk + 1..chunks.len())
                    .find(|&i| trigger.parse.group(i).is_some_and(|g| g.is_finite()))
                    .map(|i| chunks[i].first as usize);
                let tail = |end: usize| self.clause_end(end, (end + TAIL).min(next.unwrap_or(usize::MAX)));
                let to = to.max(until.filter(|&end| goes_on(end)).map_or(0, tail));
                (from..to).any(|t| sought.stands(t) || sought.begins(t)).then_some(trigger.chunk)
            }
            Slot::Sentence => {
                let chunks = &trigger.parse.chunks;
                let (first, last) = (chunks.first()?.first as usize, chunks.last()?.last as usize);
                (first..last).any(|t| sought.stands(t) || sought.begins(t)).then_some(trigger.chunk)
            }
            _ => self.among(trigger, list, trigger.chunks_in(slot, &frame.support).into_iter()),
        }
    }

    /// Token `to`, or the first mark from token `from` on that ends a clause.
    fn clause_end(&self, from: usize, to: usize) -> usize {
        (from..to).find(|&t| matches!(self.context.source.str(t), "" | "," | "." | ";" | ":" | "(")).unwrap_or(to)
    }

    /// The first of `chunks`, or of what is coordinated with them, whose noun is one of the words of `list`.
    fn among(&self, trigger: &Trigger<'_>, list: NounsId, chunks: impl Iterator<Item = usize>) -> Option<usize> {
        let sought = self.sought(list);
        let kinds = sought.nouns.kinds();
        for first in chunks {
            for chunk in trigger.parse.conjuncts(first) {
                let noun = trigger.parse.noun(chunk)?;
                let end = trigger.parse.chunks[chunk].last as usize;
                let head = noun.head as usize;
                let kind = kinds != Kinds::default()
                    && noun.mention.is_some_and(|mention| {
                        let official = noun.official;
                        let found = Found { mention, official, chunk: Some(chunk), prep: noun.prep, how: "" };
                        trigger.fits(&found, kinds)
                    });
                let told = |head: usize, end: usize| sought.stands(head) || (head..end).any(|t| sought.begins(t));
                if kind || told(head, end) {
                    return Some(chunk);
                }
                // « a levé une série de sanctions »
                let measured = trigger.parse.measured(chunk);
                let within = |at: usize| {
                    let head = trigger.parse.noun(at).map_or(0, |n| n.head as usize);
                    told(head, trigger.parse.chunks[at].last as usize)
                };
                if measured != chunk && within(measured) {
                    return Some(chunk);
                }
                // « a annoncé un certain nombre de sanctions »
                let counted = trigger.parse.counted(chunk).and_then(|c| trigger.parse.noun(c));
                if counted.is_some_and(|n| sought.stands(n.head as usize) || sought.begins(n.head as usize)) {
                    return Some(chunk);
                }
            }
        }
        None
    }

    /// The words of a list as they are looked for in the sentence.
    fn sought(&self, list: NounsId) -> Sought<'_> {
        let (nouns, phrases) = (self.frames.nouns(list), self.present.holds_phrase(list));
        Sought { context: self.context, nouns, phrases }
    }

    pub(super) fn roles(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Candidate, &'static str> {
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
                // « sa démission du gouvernement »: whose it is has been told.
                let owned = i == 0 && *slot == Slot::Prep(Prep::DE) && trigger.owned();
                if owned && slots.slots.contains(&Slot::Possessive) {
                    continue;
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
            // « est attendu dans la capitale angolaise »: a place described stands behind « dans ».
            let within = Slot::Prep(Prep::DANS);
            if i == 2
                && candidate.roles[2].is_empty()
                && slots.slots.contains(&Slot::Prep(Prep::A))
                && !slots.slots.contains(&within)
            {
                trigger.find(within, slots.kinds, &frame.support, &mut candidate.roles[2]);
            }
            let mut list = std::mem::take(&mut candidate.roles[i]);
            // « À la Hofburg, X s'est opposé à … »: where it was, not to whom.
            if i < 2 {
                let fronted = |c: usize| trigger.complements.iter().any(|d| d.chunk == c && d.fronted);
                // « le don de X, le 25 mars à Brazzaville »
                let dated = |c: usize| {
                    trigger.parse.is_place(c)
                        && c.checked_sub(2).is_some_and(|b| {
                            trigger.parse.chunks[b].kind == ChunkKind::Comma
                                && trigger.parse.noun(b + 1).is_some_and(|n| n.date)
                        })
                };
                let elsewhere = |c: usize| fronted(c) || dated(c);
                list.retain(|f| f.prep != Some(Prep::A) || f.how == "subject" || !f.chunk.is_some_and(elsewhere));
            }
            // « Au Niger, X va prendre part à … »: it does not go there.
            let inverted = matches!(trigger.subject, Subject::Chunk(s) if s > trigger.chunk);
            if i == 2 && trigger.parse.group(trigger.chunk).is_some() && !inverted {
                let fronted = |c: usize| trigger.complements.iter().any(|d| d.chunk == c && d.fronted);
                list.retain(|f| f.how == "où" || !f.chunk.is_some_and(fronted));
            }
            // « son déplacement à Moscou, pour un cessez-le-feu en Ukraine »: the second is where something else is.
            if i == 2 && list.len() > 1 {
                let within = |c: usize| trigger.within_other(c);
                list.retain(|f| !f.chunk.is_some_and(within));
            }
            if (frame.reciprocal || i != 0) && list.len() > 1 {
                list.retain(|f| f.how != LEADER);
            }
            // « préparer une rencontre entre A et B »: who prepares it is no third party.
            if i == 0
                && frame.reciprocal
                && trigger.owner.is_some()
                && (list.iter().filter(|f| f.how != "subject").count() > 1 || list.iter().any(|f| f.how == "entre"))
            {
                list.retain(|f| f.how != "subject");
            }
            self.dedupe(&mut list);
            candidate.roles[i] = list;
            candidate.score += u32::from(!candidate.roles[i].is_empty());
        }
        self.missing_party(trigger, frame, &mut candidate);
        // Nobody does a thing to himself.
        let [actors, recipients, ..] = &mut candidate.roles;
        let acts = |entity| actors.iter().any(|f| self.entities.of(f.mention) == Some(entity));
        recipients.retain(|f| !self.entities.of(f.mention).is_some_and(acts));
        let mut parties = candidate.roles[..2].iter().flatten().peekable();
        if self.frames.relation_type(frame.kind).political
            && parties.peek().is_some()
            && parties.all(|f| trigger.fits(f, Kinds(Kinds::FIRM)))
        {
            return Err("firms among themselves");
        }
        Ok(candidate)
    }

    /// The clause around an event noun tells the party that the noun itself leaves out.
    pub(super) fn missing_party(&self, trigger: &Trigger<'_>, frame: &Frame, candidate: &mut Candidate) {
        let Some(slots) = frame.roles[0].as_ref().filter(|_| trigger.parse.group(trigger.chunk).is_none()) else {
            return;
        };
        let others = (1..4).any(|i| !candidate.roles[i].is_empty());
        let missing = match candidate.roles[0][..] {
            [] => others,
            [one] => frame.reciprocal && candidate.roles[1].is_empty() && !self.plural(one.mention),
            _ => false,
        };
        // « X a riposté après un raid contre Y »: who is told of in the clause is hit rather than hits.
        let hostile = |f: &Found| {
            let name = f.prep.map_or("", |p| self.context.lexicon.grammar().prep_name(p));
            !frame.reciprocal && matches!(name, "contre" | "sur" | "à l'encontre de")
        };
        // « X a rompu après un raid en Y »: what is done « par » somebody is not done by whoever comes after it.
        let after = trigger.parse.noun(trigger.chunk).and_then(|n| n.prep);
        let after =
            matches!(after.map_or("", |p| self.context.lexicon.grammar().prep_name(p)), "après" | "à la suite de");
        if after && !frame.reciprocal && slots.slots.contains(&Slot::By) {
            return;
        }
        if trigger.preposition || !missing || candidate.roles[1..].iter().flatten().any(hostile) {
            return;
        }
        if let Some(subject) = trigger.clause_participant() {
            trigger.found_in(subject, slots.kinds, "clause", &mut candidate.roles[0]);
            let mut list = std::mem::take(&mut candidate.roles[0]);
            self.dedupe(&mut list);
            candidate.roles[0] = list;
        }
    }
}

/// Why a frame fails whose role number `role` is not filled.
pub(super) fn unfilled(role: usize) -> &'static str {
    match role {
        0 => "no actor of the right kind",
        1 => "no recipient of the right kind",
        2 => "no place of the right kind",
        _ => "no event of the right kind",
    }
}
