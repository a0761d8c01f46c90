//! Whom « son », « leur » and « notre » before the trigger noun mean: whom the verb around it addresses or blames, or who
//! was told before. Comes in the trigger, goes out mentions.

use super::phrase::{PART, TROOP};
use super::{want, Found, Trigger};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::reference::coreference::{antecedent, antecedent_but, Want};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::relation::frame::Slot;
use crate::relation::parse::{Complement, Role, Subject};
use crate::syntax::{Pronoun, Voice};

impl Trigger<'_> {
    /// The trigger noun has a possessive before it.
    pub fn owned(&self) -> bool {
        self.parse.noun(self.chunk).is_some_and(|n| n.determiner == Determiner::Possessive)
    }

    /// « a rejeté sa proposition », « sa décision a été critiquée »: nobody does that to what is his own.
    pub(super) fn gainsaid(&self) -> Option<(Want, usize)> {
        if self.group().is_none() || !self.parse.verb_is(self.chunk, List::Gainsay) {
            return None;
        }
        let object = self.chunks_in(Slot::Object, &[]).into_iter().next()?;
        let noun = self.parse.noun(object)?;
        let determiner = (noun.head as usize).checked_sub(1)?;
        let own = matches!(self.parse.context.source.lowered(determiner), "son" | "sa" | "ses");
        (own && noun.mention.is_none()).then_some((Want::Possessive, determiner))
    }

    /// « Son convoi a été attaqué par X », « X a bombardé ses positions »: whose men and things they are, told before. Says
    /// whether the noun tells such.
    pub(super) fn owned_part(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) -> bool {
        if noun.determiner != Determiner::Possessive {
            return false;
        }
        let lists = self.parse.cues.lists_of(self.parse.head(chunk));
        let part = lists.hold(List::Part) || lists.hold(List::Troop);
        let undergoes =
            self.group().is_some() && how == "object" && (self.passive() || self.parse.verb_is(self.chunk, List::Deed));
        if !part || !undergoes {
            return false;
        }
        let first = self.parse.chunks[chunk].first as usize;
        let several = self.parse.context.source.lowered(first).starts_with("leur");
        let want = if several { Want::PossessivePlural } else { Want::Possessive };
        let how = if lists.hold(List::Troop) { TROOP } else { PART };
        let but = self.doers(chunk);
        for mention in antecedent_but(self.parse.context, self.mentions, self.entities, first, want, &but) {
            out.push(Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how });
        }
        true
    }

    /// The subject of the verb around the trigger noun is « il » or « elle ».
    pub(super) fn owned_by_pronoun(&self) -> bool {
        let subject = self.owner.filter(|&(_, role)| role != Role::Subject).map(|(verb, _)| self.parse.subject(verb));
        matches!(subject, Some(Subject::Pronoun(Pronoun::He | Pronoun::She, _)))
    }

    /// The token of the trigger noun's determiner.
    pub(super) fn determiner_token(&self) -> usize {
        let head = self.parse.noun(self.chunk).map_or(0, |n| n.head as usize);
        let first = self.parse.chunks[self.chunk].first as usize;
        (first..head).rev().find(|&t| self.parse.context.source.lowered(t).starts_with(['s', 'l'])).unwrap_or(first)
    }

    /// « a félicité X pour son élection », « a adressé ses vœux à X à l'occasion de son élection », « a pris des sanctions
    /// contre X en raison de son invasion de Y »: whom it is said or done to owns what it is said or done for.
    pub(super) fn addressees(&self, verb: usize, role: Role) -> Option<Vec<MentionId>> {
        // « a reproché à X son voyage »
        if role == Role::Object && self.parse.verb_is(verb, List::Gainsay) {
            let to = |c: &&Complement| c.prep == Some(Prep::A) && c.chunk < self.chunk && !c.fronted && !c.nested;
            let complements = self.parse.complements(verb);
            let to = complements.iter().find(to)?.chunk;
            return Some(self.parse.conjuncts(to).filter_map(|c| self.parse.noun(c)?.mention).collect());
        }
        let own = self.parse.noun(self.chunk)?.prep?;
        // « en réponse à l'intensification de son offensive »
        let whole = self.chunk.checked_sub(1).and_then(|b| self.parse.noun(b)).filter(|n| n.mention.is_none());
        let prep = whole.filter(|_| own == Prep::DE).and_then(|n| n.prep).unwrap_or(own);
        let complements = self.parse.complements(verb);
        let before = || complements.iter().filter(|c| c.chunk < self.chunk && !c.fronted && !self.is_date(c.chunk));
        let name = self.parse.context.lexicon.grammar().prep_name(prep);
        let cause = matches!(name, "pour" | "en raison de" | "à cause de" | "en réponse à" | "en représailles à");
        let occasion = cause || matches!(name, "de" | "à l'occasion de" | "à la suite de" | "après");
        let does = |list| self.parse.verb_is(verb, list);
        let control = prep == Prep::POUR && does(List::Control)
            || occasion && does(List::Addressed)
            || cause && does(List::Punish);
        let passive = self.parse.group(verb).is_some_and(|g| g.voice == Voice::Passive);
        let object = match before().find(|c| c.prep.is_none()) {
            // « X a été félicité pour son élection »
            _ if passive => self.parse.subject(verb).chunk(),
            // « X, que Y a félicité pour son élection »
            None => self.parse.relative_object(verb),
            Some(object) => Some(object.chunk),
        };
        let given = object.is_some_and(|o| {
            let head = self.parse.head(self.parse.counted(o).unwrap_or(o));
            occasion && prep != Prep::DE && self.parse.cues.lists(List::Addressed, head)
                || cause && self.parse.cues.lists(List::Punish, head)
        });
        if role != Role::Complement || !(control || given) {
            return None;
        }
        let addressee = match control {
            true => object,
            // « a imposé des sanctions à X, contre X »
            false => before().find(|c| matches!(c.prep, Some(Prep::A | Prep::CONTRE))).map(|c| c.chunk),
        };
        if let Some(chunk) = addressee {
            return Some(self.parse.conjuncts(chunk).filter_map(|c| self.parse.noun(c)?.mention).collect());
        }
        // « l'a félicité pour son élection »
        let slot = if control { Slot::Object } else { Slot::Prep(Prep::A) };
        let outer = Self::verb(self.parse, self.mentions, self.entities, verb);
        let (want, token) = outer.pronoun_in(slot, &[])?;
        let but = outer.subject_entities();
        Some(antecedent_but(self.parse.context, self.mentions, self.entities, token, want, &but))
    }

    /// « Le roi a accepté sa démission »: somebody told of before, never the king.
    pub(super) fn others(&self) -> Option<Vec<MentionId>> {
        let (verb, role) = self.owner?;
        let cues = &self.parse.cues;
        let theirs = role == Role::Object
            && self.parse.verb_is(verb, List::Demand)
            && cues.lists(List::Others, self.parse.head(self.chunk));
        let but = theirs.then(|| Self::verb(self.parse, self.mentions, self.entities, verb).subject_entities())?;
        let token = self.determiner_token();
        Some(antecedent_but(self.parse.context, self.mentions, self.entities, token, Want::Possessive, &but))
    }

    /// Whose the thing is that is blamed before the trigger noun in one breath.
    pub(super) fn blamed(&self) -> Option<MentionId> {
        let (verb, _) = self.owner?;
        let first = self.parse.first_conjunct(self.chunk);
        if first == self.chunk || !self.parse.verb_is(verb, List::Punish) {
            return None;
        }
        let mut named = (verb + 1..self.chunk)
            .filter_map(|i| self.parse.noun(i))
            .filter(|n| n.prep == Some(Prep::DE) && !n.date)
            .filter_map(|n| n.mention);
        named.next().filter(|_| named.next().is_none())
    }

    /// The subject of the verb around a noun with « son », unless the noun is that subject itself.
    /// « leur » asks for several, « son » for one.
    pub(super) fn possessors(&self) -> Vec<MentionId> {
        // « la suspension par X de son aide »
        let done = self.chunk.checked_sub(2).filter(|&d| self.parse.noun(d).is_some());
        let of = self.parse.noun(self.chunk).is_some_and(|n| n.prep == Some(Prep::DE));
        let agent = done.filter(|_| of).and_then(|d| self.parse.noun(d + 1)).filter(|n| n.prep == Some(Prep::PAR));
        if let Some(agent) = agent.and_then(|n| n.mention) {
            return vec![agent];
        }
        let subject = match self.owner {
            Some((_, Role::Subject)) => return Vec::new(),
            Some((verb, _)) => self.parse.subject(verb),
            // « Au premier jour de sa visite, X … »
            None => self.parse.subject_after(self.chunk),
        };
        // « condamne la complicité de X et sa livraison d'armes à Y »: what is blamed is X's.
        if let Some(blamed) = self.blamed() {
            return vec![blamed];
        }
        let several = self.parse.context.source.lowered(self.determiner_token()).starts_with("leur");
        let thanked = self.owner.and_then(|(verb, role)| {
            // « a remercié X pour avoir reçu Y et pour ses efforts »
            let joined = self.chunk > 0 && self.parse.chunks[self.chunk - 1].kind == ChunkKind::And;
            let marker = self.parse.group(verb).and_then(|g| g.marker);
            let above = self.parse.governing(verb).filter(|_| {
                joined && marker.is_some() && self.parse.noun(self.chunk).is_some_and(|n| n.prep == marker)
            });
            self.addressees(above.unwrap_or(verb), if above.is_some() { Role::Complement } else { role })
        });
        if let Some(owners) = thanked {
            return owners;
        }
        if let Some(owners) = self.others() {
            return owners;
        }
        match subject {
            Subject::Chunk(chunk) if chunk != self.chunk => {
                // « pour que le pays puisse organiser son sommet »: by name or not.
                let mut told = Vec::new();
                self.conjuncts_of(chunk, "subject", &mut told);
                let conjuncts: Vec<usize> = self.parse.conjuncts(chunk).collect();
                told.retain(|f| f.how == "subject" && f.chunk.is_some_and(|c| conjuncts.contains(&c)));
                let mentions: Vec<MentionId> = told.iter().map(|f| f.mention).collect();
                // « Après son arrivée, X et son homologue … »: X's.
                let his = |c: &usize| self.parse.noun(*c).is_some_and(|n| n.determiner == Determiner::Possessive);
                if !several && mentions.len() == 2 && conjuncts.len() == 2 && his(&conjuncts[1]) {
                    return mentions[..1].to_vec();
                }
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
}
