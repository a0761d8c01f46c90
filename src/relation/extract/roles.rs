//! Who fills the roles of a frame: slot by slot, and the party that the clause around an event noun tells.
//!
//! Comes in: a trigger and a frame. Goes out: a candidate with everybody found, unless they are firms among themselves. It
//! never says whether they are enough; that is asked in `candidate`.

use super::candidate::unfilled;
use super::{Candidate, Extraction};
use crate::id::{Code, MentionId};
use crate::lexicon::grammar::Prep;
use crate::lexicon::OrgType;
use crate::lexicon::PlaceType;
use crate::mention::MentionData;
use crate::relation::arguments::{Found, Trigger, BESIDE, BUILDING, LEADER, SITE};
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::relation::frame::{Frame, Kinds, RoleSlots, Slot};
use crate::relation::parse::{Complement, Subject};
use crate::syntax::{VerbForm, Voice};

impl Extraction<'_, '_> {
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
            if i == 0 {
                self.beside(trigger, frame, &mut candidate.roles[0]);
            }
            let mut list = std::mem::take(&mut candidate.roles[i]);
            list.retain(|f| !trigger.yet_unknown(f));
            // « Le Monde a sollicité X »: who reports is no party.
            if i == 0 && frame.reciprocal && list.iter().any(|f| self.reports(f.mention)) {
                return Err("an interview");
            }
            if i == 0 {
                list.retain(|f| !self.reports(f.mention));
            }
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
            // « bombarder un hôpital de Gaza »: the town is where it happened, not what was hit.
            if i == 1 {
                let (hit, around) = list.into_iter().partition(|f| f.how != BUILDING);
                list = hit;
                candidate.roles[2].extend::<Vec<Found>>(around);
            }
            if i == 2 {
                list.iter_mut().filter(|f| f.how == BUILDING).for_each(|f| f.how = SITE);
            }
            // « Au Niger, X va prendre part à … »: it does not go there.
            let inverted = matches!(trigger.subject, Subject::Chunk(s) if s > trigger.chunk);
            if i == 2 && trigger.parse.group(trigger.chunk).is_some() && !inverted {
                let fronted = |c: usize| trigger.complements.iter().any(|d| d.chunk == c && d.fronted);
                list.retain(|f| f.how == "où" || !f.chunk.is_some_and(fronted));
            }
            if i == 2 {
                list.retain(|f| !f.chunk.is_some_and(|c| trigger.of_topic(c)));
                // « à X dans la province de Y »: the second says where the first is.
                let first = list.first().filter(|f| f.how != SITE).and_then(|f| f.chunk);
                let beside = |f: &Found| first.zip(f.chunk).is_some_and(|(a, b)| b == a + 1 || b == a + 2);
                list.retain(|f| f.how != SITE || !beside(f));
            }
            // « son déplacement à Moscou, pour un cessez-le-feu en Ukraine »: the second is where something else is.
            if i == 2 && list.len() > 1 {
                let within = |c: usize| trigger.within_other(c);
                list.retain(|f| !f.chunk.is_some_and(within));
            }
            // « à Ankara, en Turquie »: the country says where the city is.
            if i == 2 && list.len() > 1 {
                let cities: Vec<_> = list.iter().filter_map(|f| Some((f.chunk?, self.lies_in(f.mention)?))).collect();
                list.retain(|f| {
                    let country = self.country_named(f.mention);
                    let behind = |&(chunk, lies): &(usize, Code)| {
                        country == Some(lies) && f.chunk.is_some_and(|c| c == chunk + 1 || c == chunk + 2)
                    };
                    country.is_none() || !cities.iter().any(behind)
                });
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
            // « X et Y ont signé un accord entre la France et le Mali »: the states are what it is about.
            if i == 0 && frame.reciprocal && list.iter().filter(|f| f.how == "subject").count() > 1 {
                list.retain(|f| f.how != "entre");
            }
            self.dedupe(&mut list);
            if list.is_empty() && self.is_needed(trigger, frame, i, slots) {
                return Err(unfilled(i));
            }
            candidate.roles[i] = list;
            candidate.score += u32::from(!candidate.roles[i].is_empty());
        }
        if let Some(slots) = frame.roles[0].as_ref().filter(|_| candidate.roles[0].is_empty()) {
            candidate.roles[0] = self.sender(trigger, slots);
        }
        self.author(trigger, frame, &mut candidate);
        self.doer(trigger, frame, &mut candidate);
        self.addressee(trigger, frame, &mut candidate);
        self.missing_party(trigger, frame, &mut candidate);
        // Nobody does a thing to himself.
        let [actors, recipients, ..] = &mut candidate.roles;
        let acts = |entity| actors.iter().any(|f| self.entities.of(f.mention) == Some(entity));
        let himself = |f: &Found| self.entities.of(f.mention).is_some_and(acts);
        // « …, appelant la France à agir »: then France is not who calls.
        if trigger.parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PresentParticiple)
            && recipients.iter().any(|f| f.how == "object" && himself(f))
        {
            return Err("nobody does it to himself");
        }
        recipients.retain(|f| !himself(f));
        let mut parties = candidate.roles[..2].iter().flatten().peekable();
        // « le rappel d'un ambassadeur »: of nobody in particular.
        if trigger.parse.group(trigger.chunk).is_none()
            && parties.peek().is_some()
            && parties.clone().all(|f| trigger.anyone(f))
        {
            return Err("nobody in particular");
        }
        if self.frames.relation_type(frame.kind).political
            && parties.peek().is_some()
            && parties.all(|f| trigger.fits(f, Kinds(Kinds::FIRM)))
        {
            return Err("firms among themselves");
        }
        Ok(candidate)
    }

    /// « X a reconnu Y aux côtés de Z »: Z does it, too, where the frame has no other place for him.
    fn beside(&self, trigger: &Trigger<'_>, frame: &Frame, actors: &mut Vec<Found>) {
        let grammar = self.context.lexicon.grammar();
        // « s'est rendu à X avec Y »: both travel
        let travels = frame.roles[2].is_some()
            && trigger
                .parse
                .group(trigger.chunk)
                .is_some_and(|g| g.verb.is_some_and(|v| self.frames.cues.movement(v, g.voice == Voice::Reflexive)));
        let beside = |p: Prep| grammar.prep_name(p) == "aux côtés de" || travels && p == Prep::AVEC;
        let own =
            frame.roles.iter().flatten().any(|r| r.slots.iter().any(|s| matches!(s, Slot::Prep(p) if beside(*p))));
        let does = actors.iter().any(|f| f.how == "subject") && !trigger.passive() && !own;
        // « s'opposer à l'intervention de X aux côtés de Y »: Y stands by X.
        let other =
            |c: usize| c.checked_sub(1).and_then(|b| trigger.parse.noun(b)).is_some_and(|n| n.prep == Some(Prep::DE));
        // « est arrivé à X pour des entretiens avec Y »: Y was there
        let talks = |c: usize| {
            let before = c.checked_sub(1).filter(|&b| b > trigger.through);
            travels
                && before.is_some_and(|b| !trigger.parse.is_place(b) && trigger.parse.noun(b).is_none_or(|n| !n.date))
        };
        let with = |c: &&Complement| c.prep.is_some_and(beside) && !c.nested && !other(c.chunk) && !talks(c.chunk);
        let Some(slots) = frame.roles[0].as_ref().filter(|_| does) else { return };
        if let Some(with) = trigger.complements.iter().find(with) {
            trigger.found_in(with.chunk, slots.kinds, BESIDE, actors);
        }
    }

    /// Whether nothing comes of the frame when nobody is found in this role, whoever fills the others. Where notes are kept,
    /// all that speaks against a frame is looked for.
    fn is_needed(&self, trigger: &Trigger<'_>, frame: &Frame, role: usize, slots: &RoleSlots) -> bool {
        let verb = trigger.parse.group(trigger.chunk).is_some();
        let needed = || match role {
            // The clause may tell the actor of a noun.
            0 => {
                verb && (frame.strict || !self.may_be_untold(trigger, frame, slots))
                    && self.sender(trigger, slots).is_empty()
            }
            // « A et B sont convenus de … », « salue les efforts que X a faits », « une décision condamnée par X »
            1 => {
                let known = self.frames.relation_type(frame.kind);
                let told = frame.reciprocal || known.comments || known.asks;
                let participle = trigger.parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PastParticiple);
                !(verb && (told || participle))
            }
            _ => true,
        };
        self.notes.is_none() && !slots.optional && needed()
    }

    /// A newspaper, a station or an agency.
    fn reports(&self, mention: MentionId) -> bool {
        let data = &self.mentions.list[mention.index()].data;
        matches!(data, MentionData::Organization { org_type: OrgType::Media, .. })
    }

    /// « X a exprimé sa peine dans un message adressé à Y »: who speaks in a paper has sent it; « L'opposition, par la voix de X,
    /// accuse Y »: X does.
    fn sender(&self, trigger: &Trigger<'_>, slots: &RoleSlots) -> Vec<Found> {
        let mut found = Vec::new();
        let Subject::Chunk(mut paper) = trigger.subject else { return found };
        let parse = trigger.parse;
        let voiced = (paper + 1..trigger.chunk).find(|&i| {
            parse.noun(i).is_some_and(|n| n.prep == Some(Prep::PAR)) && matches!(parse.head(i), "voix" | "bouche")
        });
        if let Some(voice) = voiced.filter(|&v| parse.noun(v + 1).is_some_and(|n| n.prep == Some(Prep::DE))) {
            trigger.found_in(voice + 1, slots.kinds, "sender", &mut found);
            return found;
        }
        while paper > 0 && parse.noun(paper).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none()) {
            paper -= 1;
        }
        let sent =
            parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::PastParticiple && g.voice == Voice::Passive);
        let within = parse.noun(paper).is_some_and(|n| n.prep == Some(Prep::DANS));
        if !(sent && within && parse.cues.lists(List::Paper, parse.head(paper))) {
            return found;
        }
        if let Some(Subject::Chunk(sender)) = parse.main_verb(trigger.chunk).map(|main| parse.subject(main)) {
            trigger.found_in(sender, slots.kinds, "sender", &mut found);
        }
        found
    }

    /// « a condamné les exactions commises par X », « proteste contre le mandat lancé par X »: who comments on an act
    /// comments on its author.
    fn author(&self, trigger: &Trigger<'_>, frame: &Frame, candidate: &mut Candidate) {
        let parse = trigger.parse;
        let comments = self.frames.relation_type(frame.kind).comments && parse.group(trigger.chunk).is_some();
        // « exprimer ses regrets à X »: a frame that looks for him elsewhere comments on no act.
        let elsewhere = frame.roles[1].as_ref().is_some_and(|slots| !slots.may_be_author());
        if !comments || elsewhere || !candidate.roles[1].is_empty() {
            return;
        }
        let kinds = frame.roles[1].as_ref().map_or(Kinds(Kinds::PARTY), |slots| slots.kinds);
        let of_whom = |c: &&Complement| {
            matches!(c.prep, None | Some(Prep::A | Prep::CONTRE | Prep::DE)) && !c.fronted && !c.nested
        };
        let act = trigger.complements.iter().find(of_whom).map(|c| c.chunk);
        // « a exprimé ses regrets que X ait renoncé »: what is the subject's own has no other author.
        let act = act.filter(|&act| {
            parse.noun(act).is_some_and(|n| n.mention.is_none() && !n.date && n.determiner != Determiner::Possessive)
        });
        if let Some(author) = act.and_then(|act| parse.author(act)) {
            trigger.found_in(author, kinds, "author", &mut candidate.roles[1]);
        }
    }

    /// The clause around an event noun tells the party that the noun itself leaves out.
    fn missing_party(&self, trigger: &Trigger<'_>, frame: &Frame, candidate: &mut Candidate) {
        let Some(slots) = frame.roles[0].as_ref().filter(|_| trigger.parse.group(trigger.chunk).is_none()) else {
            return;
        };
        let others = (1..4).any(|i| !candidate.roles[i].is_empty());
        let talk = frame.reciprocal && !self.frames.relation_type(frame.kind).political;
        let spoken_to = if talk && !others { trigger.spoken_to() } else { None };
        let missing = match candidate.roles[0][..] {
            [] => others || spoken_to.is_some(),
            [one] => frame.reciprocal && candidate.roles[1].is_empty() && !self.plural(one.mention),
            _ => false,
        };
        let of = || trigger.parse.noun(trigger.chunk).is_some_and(|n| n.prep == Some(Prep::DE));
        let announced = if missing && of() { trigger.parse.announced_by(trigger.chunk) } else { None };
        if let Some(announced) = announced {
            return trigger.found_in(announced, slots.kinds, "clause", &mut candidate.roles[0]);
        }
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
        // « a félicité X pour sa nomination »: it is X's, whoever made it.
        if !frame.reciprocal && candidate.roles[1].iter().any(|f| f.how == "possessive") {
            return;
        }
        if trigger.preposition || !missing || candidate.roles[1..].iter().flatten().any(hostile) {
            return;
        }
        if let Some(subject) = trigger.clause_participant() {
            trigger.found_in(subject, slots.kinds, "clause", &mut candidate.roles[0]);
            if let Some(other) = spoken_to {
                trigger.found_in(other, slots.kinds, "clause", &mut candidate.roles[0]);
            }
            let mut list = std::mem::take(&mut candidate.roles[0]);
            self.dedupe(&mut list);
            candidate.roles[0] = list;
        } else if frame.reciprocal {
            let mut told = candidate.roles[..2].iter().flatten();
            if let (Some(one), None) = (told.next(), told.next()) {
                let answered = trigger.answered(one).filter(|f| trigger.fits(f, slots.kinds));
                candidate.roles[0].splice(0..0, answered);
            }
        }
    }

    /// The country a city or region lies in.
    fn lies_in(&self, mention: MentionId) -> Option<Code> {
        match self.mentions.list.get(mention.index())?.data {
            MentionData::Place { place_type, country, .. } if place_type != PlaceType::Country => country,
            _ => None,
        }
    }

    /// The country that a mention names.
    pub(super) fn country_named(&self, mention: MentionId) -> Option<Code> {
        match self.mentions.list.get(mention.index())?.data {
            MentionData::Place { place_type: PlaceType::Country, country, .. } => country,
            _ => None,
        }
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
}
