//! Whether a frame fits a trigger: its voice, its words, and whether those found in its roles are enough.

use super::Extraction;
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{OrgType, Pos};
use crate::mention::{MentionData, MentionKind};
use crate::relation::arguments::{Found, Trigger, SPEAKER};
use crate::relation::chunk::{Determiner, Noun};
use crate::relation::cue::List;
use crate::relation::frame::{Complement, Fixed, Frame, Opening, RoleSlots, Slot};
use crate::relation::parse::{Parse, Subject};
use crate::syntax::{Pronoun, Voice};
use std::ops::Range;

/// How many tokens may stand between a verb and the fixed words of its predicate.
const SKIPPED: usize = 10;

/// A frame that fits a trigger.
#[derive(Clone)]
pub(super) struct Candidate {
    pub(super) frame: u32,
    pub(super) score: u32,
    pub(super) roles: [Vec<Found>; 4],
    /// The noun of a support verb, which must not fire again.
    pub(super) consumed: Option<usize>,
}

impl Candidate {
    /// « A et B s'accusent mutuellement »: A accuses B, and B accuses A. « A a rencontré séparément B et C »: A has met
    /// B, and A has met C.
    pub(super) fn single_out(self, parse: &Parse<'_>, frame: &Frame, verb: usize) -> Vec<Self> {
        let with = |actors: Vec<Found>, recipients: Vec<Found>| {
            let mut candidate = self.clone();
            candidate.roles[0] = actors;
            candidate.roles[1] = recipients;
            candidate
        };
        if let ([first, second], true) = (&self.roles[0][..], frame.mutual) {
            return vec![with(vec![*first], vec![*second]), with(vec![*second], vec![*first])];
        }
        if !frame.reciprocal || self.roles[0].len() < 3 {
            return vec![self];
        }
        let (subjects, partners): (Vec<Found>, Vec<Found>) = self.roles[0].iter().partition(|f| f.how == "subject");
        if subjects.is_empty() || partners.len() < 2 {
            return vec![self];
        }
        let days = |a: Option<usize>, b: Option<usize>| {
            a.zip(b).is_some_and(|(a, b)| (a + 1..b).any(|i| parse.noun(i).is_some_and(|n| n.date)))
        };
        // « rencontrera X lundi et Y mardi »
        let by_day = partners.windows(2).all(|pair| days(pair[0].chunk, pair[1].chunk));
        // « aura un entretien avec X et une rencontre avec Y »
        let other = |i: usize| {
            parse.first_conjunct(i) != i
                && parse.noun(i).is_some_and(|n| n.mention.is_none() && n.prep.is_none() && !n.date)
        };
        let by_event = partners.windows(2).all(|pair| {
            let chunks = pair[0].chunk.zip(pair[1].chunk).filter(|_| pair[1].how == "avec");
            chunks.is_some_and(|(a, b)| (a + 1..b).any(other))
        });
        let each = |partners: &[Found]| with([&subjects[..], partners].concat(), Vec::new());
        if by_day || by_event || self.apart(parse, verb) {
            return partners.iter().map(|partner| each(std::slice::from_ref(partner))).collect();
        }
        // « Outre B, A s'est entretenu avec C »: not with both at once.
        let ahead = |f: &&Found| f.how == "avec" && f.chunk.is_some_and(|c| c < verb);
        let (before, behind): (Vec<Found>, Vec<Found>) = partners.iter().partition(ahead);
        if before.is_empty() || behind.is_empty() {
            return vec![self];
        }
        vec![each(&behind), each(&before)]
    }

    /// Whether an adverb parts those whom the subject meets.
    fn apart(&self, parse: &Parse<'_>, verb: usize) -> bool {
        let last = self.roles[0].iter().filter_map(|f| f.chunk).max().unwrap_or(verb);
        // « … avec X et Y, mais séparément »
        let (from, to) = (parse.chunks[verb].last, parse.chunks[last.max(verb)].last + 3);
        let source = parse.context.source;
        (from..to).any(|token| parse.cues.lists(List::Apart, source.lowered(token as usize)))
    }
}

impl Extraction<'_, '_> {
    /// How many words behind a verb may stand before the fixed words of its predicate: adverbs, negations, dates, adjuncts
    /// (« a pris mardi à Rome part à »), and what two commas hold of these.
    pub(super) fn skippable(&self, from: usize) -> usize {
        let comma = |at: usize| self.context.source.str(at) == ",";
        let next = |at: &usize| {
            if !comma(*at) {
                return self.adjunct_end(*at);
            }
            // « a donné, mardi à Rome, son feu vert »
            let inner = std::iter::successors(Some(at + 1), |&at| self.adjunct_end(at));
            let close =
                inner.take_while(|&at| at <= from + SKIPPED).last().filter(|&end| end > at + 1 && comma(end))?;
            Some(close + 1)
        };
        std::iter::successors(Some(from), next).take_while(|&at| at <= from + SKIPPED).last().unwrap_or(from) - from
    }

    /// One past the adverb, day or adjunct that begins at token `at`.
    fn adjunct_end(&self, at: usize) -> Option<usize> {
        let (words, lexicon) = (&self.context.lexical.words, self.context.lexicon);
        let word = self.context.word(at);
        if word.pos.any(Pos::ADVERB) || matches!(word.function, Function::Negative) || self.is_date(at) {
            return Some(at + 1);
        }
        let phrase = lexicon.grammar().phrase(lexicon.vocabulary(), words, at);
        let (function, len) = phrase.map_or((word.function, 1), |p| (p.function, p.len));
        match function {
            // « est d'ailleurs en route »
            Function::Adverb => Some(at + len),
            // « le mois prochain »
            Function::Definite | Function::Demonstrative if self.is_date(at + 1) => Some(at + 1),
            // « à Rome », « lors du sommet », « selon la presse »
            Function::Preposition(prep) if prep != Prep::DE => {
                let noun = at + len + usize::from(self.context.word(at + len).function.determines());
                let known = self.mentions.list.partition_point(|m| (m.last as usize) <= noun);
                match self.mentions.list.get(known).filter(|m| m.holds(noun)) {
                    Some(mention) => Some(mention.last as usize),
                    None => self.context.word(noun).pos.any(Pos::NOUN).then_some(noun + 1),
                }
            }
            _ => None,
        }
    }

    /// The fixed words of a multiword verb, when they follow the group, over `skippable` words at most.
    pub(super) fn fixed_words(&self, from: usize, words: &[Fixed], skippable: usize) -> Option<Range<usize>> {
        let source = self.context.source;
        let follow = |start: usize| {
            words.iter().enumerate().all(|(i, fixed)| {
                let have = source.lowered(start + i);
                have == fixed.word || fixed.possessive && self.is_possessive(start + i) || fixed.forms().contains(&have)
            })
        };
        (from..=from + skippable).find(|&start| follow(start)).map(|start| start..start + words.len())
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.context.word(at).function == Function::Possessive
    }

    /// What may be the first of the fixed words behind a verb group that ends before token `from`.
    pub(super) fn ahead(&self, from: usize, skippable: usize) -> Opening {
        (from..=from + skippable).fold(Opening::NONE, |set, at| {
            let set = set.with(self.context.source.lowered(at));
            if self.is_possessive(at) {
                set.with(Opening::POSSESSIVE)
            } else {
                set
            }
        })
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
            let words = self.fixed_words(group.last as usize, &frame.fixed, skippable);
            reaching = trigger.reaching(words.ok_or("the words of the predicate do not follow")?);
            &reaching
        };
        if trigger.parse.swallowed(index) {
            return Err("told by the verb that governs it");
        }
        if !frame.fixed.is_empty() && self.somebody_elses(trigger, group.last as usize) {
            return Err("what is somebody else's");
        }
        // « a fait venir X à Y »: who is made to come comes.
        let made = || {
            frame.roles[2].is_some()
                && self.moves(group.verb, group.voice)
                && matches!(trigger.subject, Subject::Chunk(s) if s > index)
        };
        let ordered = || trigger.parse.ordered(index) && frame.is_done_to();
        if group.causative && !passive && !made() && !ordered() {
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
        trigger.required.set(None);
        let consumed = self.conditions(trigger, frame)?;
        trigger.required.set(consumed);
        let mut candidate = self.roles(trigger, frame)?;
        let told = |i: usize| !candidate.roles[i].is_empty();
        for (i, slots) in frame.roles.iter().enumerate() {
            let Some(slots) = slots else { continue };
            if slots.optional || told(i) {
                continue;
            }
            // « A et B sont convenus de … »: two that do it together need no third.
            // « les deux hommes ont rencontré des obstacles »: something else is met.
            let met = || slots.slots.contains(&Slot::Object) && trigger.occupied(Slot::Object, &frame.support);
            if i == 1 && frame.reciprocal && self.several(trigger, &candidate.roles[0]) && !met() {
                continue;
            }
            // An actor may stay untold in the passive, and where nobody with a name does it.
            let others = told(1) || told(2) || told(3);
            if i != 0 || frame.strict || !others {
                return Err(unfilled(i));
            }
            if !self.may_be_untold(trigger, frame, slots) {
                return Err(unfilled(i));
            }
        }
        if !(told(0) || told(1)) {
            return Err("nobody takes part");
        }
        if self.at_leisure(trigger, &candidate) {
            return Err("sport or shows");
        }
        candidate.consumed = consumed;
        candidate.score += 4 * u32::from(!frame.require.is_empty()) + 6 * u32::from(!frame.fixed.is_empty());
        if frame.reciprocal {
            self.reciprocal(trigger, frame, &mut candidate)?;
        }
        Ok(candidate)
    }

    /// « le président a annoncé leur départ »: behind the verb that ends before token `from`, « leur » of one alone.
    fn somebody_elses(&self, trigger: &Trigger<'_>, from: usize) -> bool {
        let parse = trigger.parse;
        let their = matches!(self.context.source.lowered(from), "leur" | "leurs");
        let Some(subject) = trigger.subject.chunk().filter(|_| their) else { return false };
        let one = parse.mention(subject).is_some_and(|m| m.kind() == MentionKind::Person)
            || parse.noun(subject).is_some_and(|n| n.official.is_some() && !n.plural);
        one && !parse.coordinated(subject)
    }

    /// Whether the actor of a verb may stay untold: in the passive, and where nobody with a name does it.
    pub(super) fn may_be_untold(&self, trigger: &Trigger<'_>, frame: &Frame, slots: &RoleSlots) -> bool {
        if slots.slots.iter().any(|s| trigger.occupied(*s, &frame.support)) {
            slots.slots.iter().all(|s| trigger.unnamed(*s, &frame.support)) || self.nobody_else(trigger)
        } else {
            trigger.passive()
        }
    }

    pub(super) fn try_noun(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Candidate, &'static str> {
        if !frame.reciprocal && trigger.parse.unreal(trigger.chunk) {
            return Err("any such event");
        }
        if frame.headline && !trigger.parse.opens_line(trigger.chunk) {
            return Err("no headline");
        }
        if frame.complement == Complement::Infinitive && !trigger.parse.is_to_do(trigger.chunk) {
            return Err("another complement");
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
        if self.at_leisure(trigger, &candidate) {
            return Err("sport or shows");
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
        // « nous avons négocié », « les entretiens avec X »: with whom, or who with him, is not told.
        let known = |n: &Noun| n.determiner == Determiner::Definite;
        let with = |f: &Found| f.how == "avec" && trigger.parse.noun(trigger.chunk).is_some_and(known);
        let alone = parties.len() == 1 && (parties[0].how == SPEAKER || with(&parties[0]));
        // « il se retrouve à Saïgon », « le ministre veut renforcer la coopération »: with whom is not told.
        let reflexive = trigger.parse.group(trigger.chunk).is_some_and(|g| g.voice == Voice::Reflexive && !g.plural)
            && parties.iter().all(|f| f.how == "subject");
        let himself = (reflexive || self.frames.relation_type(frame.kind).mutual)
            && parties.len() == 1
            && self.one_human(parties[0].mention)
            && !self.nobody_else(trigger);
        if alone
            || himself
            || parties.len() > 1
                && parties.iter().all(|f| f.prep == Some(Prep::AVEC) && f.how == "avec")
                // « à la suite de ses rencontres avec A et B »: whose they are is not told.
                && (trigger.owned() || !self.nobody_else(trigger))
        {
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

    fn one_human(&self, mention: MentionId) -> bool {
        match &self.mentions.list[mention.index()].data {
            MentionData::Person { .. } => true,
            MentionData::Official(official) => !official.plural,
            _ => false,
        }
    }

    pub(super) fn plural(&self, mention: MentionId) -> bool {
        self.mentions.list[mention.index()].official().is_some_and(|o| o.plural)
    }

    /// « Il a rencontré X. » at the head of a text, « Entretien avec X » in an agenda: the other party is nowhere told.
    pub(super) fn nobody_else(&self, trigger: &Trigger<'_>) -> bool {
        if self.entry(trigger.parse, trigger).is_some() {
            return true;
        }
        let token = match trigger.subject {
            Subject::Pronoun(pronoun, token) if !matches!(pronoun, Pronoun::First | Pronoun::Other) => token,
            _ if trigger.parse.group(trigger.chunk).is_none() && trigger.opens_verbless_sentence() => 0,
            _ => return false,
        };
        let mut before = self.mentions.list.iter().take_while(|m| (m.first as usize) < token);
        before.all(|m| matches!(m.kind(), MentionKind::Date | MentionKind::Event))
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

/// « X accueille un sommet entre Y et Z »: whether the noun tells its parties itself.
pub(super) fn of_others(candidate: &Candidate) -> bool {
    candidate.roles[0].iter().filter(|f| f.how == "entre").count() > 1
}
