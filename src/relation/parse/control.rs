//! Who carries out a verb without a subject of its own: whom the verb above
//! an infinitive addresses, allows or blames, or the subject of the clause.
//! Comes in the chunk of the verb, goes out its subject; how far one verb
//! leads to the next is told by `depth`.

use super::{Complement, Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::{Effect, List};
use crate::relation::model::Modality;
use crate::syntax::{Tense, VerbForm, Voice};

impl Parse<'_> {
    /// Who carries out an infinitive.
    pub(super) fn controller(&self, verb: usize, depth: u8) -> Subject {
        let Some(group) = self.group(verb) else { return Subject::None };
        if let Some(decider) = self.decider(verb, group.marker) {
            return decider;
        }
        // « la décision de X de partir et de fermer … »
        if let Some(decider) = self.joined_infinitive(verb).and_then(|first| self.decider(first, group.marker)) {
            return decider;
        }
        // « appelle X à partir et Y à rester »
        let last = verb.checked_sub(1).filter(|&l| self.noun(l).is_some());
        let gapped = |&l: &usize| {
            self.previous[l]
                .and_then(|p| self.group(p + 1))
                .is_some_and(|g| g.form == VerbForm::Infinitive && g.marker.is_some() && g.marker == group.marker)
        };
        if let Some(own) = last.filter(gapped) {
            return Subject::Chunk(own);
        }
        // « X, premier pape à se rendre à Y »
        if let Some(first) = self.first_to(verb) {
            return Subject::Chunk(self.host(first));
        }
        // « souligne que s'en prendre à X est un crime »: whoever does it.
        let general = group.marker.is_none()
            && verb.checked_sub(1).is_some_and(|that| self.token_is(that, &["que", "qu'"]))
            && (verb + 1..self.chunks.len().min(verb + REACH / 2))
                .take_while(|&i| {
                    !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_))
                })
                .any(|i| self.finite(i));
        if general {
            return Subject::None;
        }
        if let Some(seen) = self.perceived(verb).or_else(|| self.able(verb)) {
            return Subject::Chunk(seen);
        }
        if group.governor.is_none() {
            return self.main_subject(verb, depth);
        }
        let Some(owner) = self.governing(verb) else { return Subject::None };
        let purpose = group.marker.is_some_and(|m| m != Prep::A && m != Prep::DE);
        // « confirme qu'après avoir parlé à X, Y a … »: whoever acts in the clause that opens.
        if purpose && self.clause_between(owner, verb) && self.noun(verb.wrapping_sub(1)).is_none() {
            let main = (verb + 1..self.chunks.len().min(verb + REACH / 2)).find(|&i| self.finite(i));
            return main.map_or(Subject::None, |m| self.left_subject(m, 1));
        }
        // « juge que les efforts pour convaincre X ont échoué »: the noun's own, whoever makes them.
        if purpose && self.noun(verb.wrapping_sub(1)).is_some() && self.clause_between(owner, verb) {
            return Subject::None;
        }
        // « proposer à X de signer »: X signs.
        if !purpose && self.verb_is(owner, List::Offer) {
            let to =
                self.complements(owner).into_iter().find(|c| c.prep == Some(Prep::A) && !c.fronted && c.chunk < verb);
            // « ordonner aux chefs des forces de se réunir »: whoever they are.
            let people =
                |c: &Complement| self.noun(c.chunk).is_some_and(|n| n.plural) && self.lemma(owner) == "ordonner";
            if let Some(to) = to.filter(|c| self.mention(c.chunk).is_some() || people(c)) {
                return Subject::Chunk(to.chunk);
            }
        }
        // « donner son feu vert à X pour … »: whoever is allowed carries it out.
        if let Some(allowed) = self.licensed(owner, verb) {
            return Subject::Chunk(allowed);
        }
        // « a salué X pour avoir signé »: who is praised or blamed has done it.
        if let Some(praised) = self.answerable(owner, verb) {
            return Subject::Chunk(praised);
        }
        if !purpose && self.verb_is(owner, List::Control) {
            // « appeler X à », « demander à X de »: whom the verb addresses.
            let clitic = self.group(owner).is_some_and(|g| g.clitics.direct() || g.clitics.indirect());
            if clitic {
                return Subject::None;
            }
            for complement in self.complements(owner) {
                let object = complement.prep.is_none() || complement.prep == Some(Prep::A);
                if object && complement.chunk < verb && !complement.fronted && !complement.nested {
                    if self.mention(complement.chunk).is_some() || self.noun(complement.chunk).is_some_and(|n| n.plural)
                    {
                        return Subject::Chunk(complement.chunk);
                    }
                    return Subject::None;
                }
            }
            // « X, que Y a remercié d'avoir signé »
            if let Some(object) = self.relative_object(owner) {
                return Subject::Chunk(object);
            }
            // « a demandé à converser avec X »: nobody else is addressed.
            if self.lemma(owner) == "demander" && group.marker == Some(Prep::A) {
                return self.subject_within(owner, depth - 1);
            }
            if self.group(owner).is_some_and(|g| g.voice == Voice::Passive) {
                return self.subject_within(owner, depth - 1);
            }
            return Subject::None;
        }
        if group.causative && !self.raises(verb) && !self.ordered(verb) {
            return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
        }
        // « a demandé à X de partir après avoir reçu Y »: what comes before or after goes with the verb that heads the clause.
        let around = matches!(group.marker, Some(Prep::APRES | Prep::AVANT));
        let owner = if around { self.ruling(owner) } else { owner };
        // « s'est rendu dans un lieu tenu secret pour rencontrer X »: not the place, whoever has gone there.
        let within = self.group(owner).is_some_and(|g| g.form == VerbForm::PastParticiple);
        if let (true, Subject::Chunk(place)) = (purpose && within, self.subject_within(owner, depth - 1)) {
            let adjunct = self.noun(place).is_some_and(|n| n.mention.is_none() && n.prep == Some(Prep::DANS));
            let simple = |i: usize| self.noun(i).is_some() || matches!(self.kind(i), ChunkKind::Adverb(_));
            let main = (0..place).rev().find(|&i| !simple(i)).filter(|&i| self.finite(i));
            if let (true, Some(main)) = (adjunct, main) {
                return self.subject_within(main, depth - 1);
            }
        }
        self.subject_within(owner, depth - 1)
    }

    /// « des drones capables de transporter et de larguer des bombes »: what is able carries it out.
    fn able(&self, verb: usize) -> Option<usize> {
        self.group(verb).filter(|g| g.marker == Some(Prep::DE))?;
        let between = |i: &usize| {
            self.kind(*i) == ChunkKind::And || self.group(*i).is_some_and(|g| g.form == VerbForm::Infinitive)
        };
        let noun = (verb.saturating_sub(4)..verb).rev().find(|i| !between(i)).filter(|&i| self.noun(i).is_some())?;
        let last = self.chunks[noun].last as usize - 1;
        matches!(self.context.source.lowered(last), "capable" | "capables").then_some(noun)
    }

    /// « a vu son allié, X, prendre le pouvoir »: who is seen acts.
    fn perceived(&self, verb: usize) -> Option<usize> {
        self.group(verb).filter(|g| g.marker.is_none())?;
        let between = |i: &usize| matches!(self.kind(*i), ChunkKind::Noun(_) | ChunkKind::Comma);
        let owner = (verb.saturating_sub(REACH / 4)..verb).rev().find(|i| !between(i))?;
        let object = self.noun(owner + 1).filter(|n| n.prep.is_none() && !n.date).map(|_| owner + 1)?;
        (object < verb && self.group(owner).is_some() && self.verb_is(owner, List::Perceive)).then_some(object)
    }

    /// The object, a party, of a verb that is said of it « pour avoir » done something.
    fn answerable(&self, owner: usize, verb: usize) -> Option<usize> {
        let group = self.group(verb).filter(|g| g.marker == Some(Prep::POUR) && g.tense == Tense::Perfect)?;
        let above = self.group(owner)?;
        let object = self.complements(owner).into_iter().find(|c| c.prep.is_none() && !c.fronted && c.chunk < verb);
        let object = match (above.voice, object) {
            (Voice::Active, Some(object)) if !above.clitics.direct() => object.chunk,
            (Voice::Active, None) if !above.clitics.direct() => self.relative_object(owner)?,
            // « X a été salué pour avoir signé »
            (Voice::Passive, _) => self.subject(owner).chunk()?,
            _ => return None,
        };
        let acts = self.mention(object).is_some_and(|m| m.kind() != MentionKind::Date);
        (acts && group.form == VerbForm::Infinitive).then_some(object)
    }

    /// The infinitive that « et » joins the one in chunk `verb` to, both with « de ».
    fn joined_infinitive(&self, verb: usize) -> Option<usize> {
        let marked =
            |i: usize| self.group(i).is_some_and(|g| g.form == VerbForm::Infinitive && g.marker == Some(Prep::DE));
        let and = verb.checked_sub(1).filter(|&a| marked(verb) && self.kind(a) == ChunkKind::And)?;
        let first = (and.saturating_sub(REACH / 2)..and).rev().find(|&i| self.group(i).is_some())?;
        marked(first).then_some(first)
    }

    /// « la décision « provocatrice » et « injustifiée » de X »: the noun before `at`, over what only describes it.
    fn described_before(&self, at: usize) -> Option<usize> {
        let describes = |i: &usize| match self.kind(*i) {
            ChunkKind::Quote | ChunkKind::Other | ChunkKind::And => true,
            ChunkKind::Noun(n) => n.prep.is_none() && n.determiner == Determiner::None && n.mention.is_none(),
            _ => false,
        };
        (at.saturating_sub(REACH / 4)..at).rev().find(|i| !describes(i))
    }

    /// A clause opens between the two, and has no verb of its own before `to`.
    fn clause_between(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|i| self.kind(i) == ChunkKind::Subordinator) && !(from + 1..to).any(|i| self.finite(i))
    }

    /// « la décision de X de rencontrer Y », « leurs projets de rencontrer Y »: whose the noun is decides.
    fn decider(&self, verb: usize, marker: Option<Prep>) -> Option<Subject> {
        if marker == Some(Prep::A) {
            return self.committed(verb);
        }
        if marker != Some(Prep::DE) {
            return None;
        }
        if let Some(agent) = self.announced_by(verb) {
            return Some(Subject::Chunk(agent));
        }
        let mut at = verb.checked_sub(1)?;
        if self.kind(at) == ChunkKind::Quote {
            at = at.checked_sub(1)?;
        }
        at = self.before_apposition(at);
        // « la décision de X, jeudi, de partir »
        if at > 2 && self.kind(at) == ChunkKind::Comma && self.noun(at - 1).is_some_and(|n| n.date) {
            at -= 2 + usize::from(self.kind(at - 2) == ChunkKind::Comma);
        }
        let noun = self.noun(at)?;
        if noun.prep == Some(Prep::DE) && noun.mention.is_some() {
            // « la décision de X, de Y et de Z de reconnaître W »
            let at = self.first_conjunct(at);
            let of = self.described_before(at)?;
            let head = self.noun(of)?;
            let decides = head.mention.is_none()
                && head.determiner == Determiner::Definite
                && self.cues.noun(self.head(of)).is_some();
            // « c'est au tour de X de se rendre à Y »
            let turn = head.prep == Some(Prep::A) && self.head(of) == "tour";
            return (decides || turn).then_some(Subject::Chunk(at));
        }
        // « a condamné la décision américaine de sanctionner X »: that nation's, whoever speaks of it
        let (first, last) = (noun.head as usize + 1, self.chunks[at].last as usize);
        let national = || (first..last).any(|t| self.context.demonym(t).is_some());
        if noun.mention.is_none() && self.cues.noun(self.head(at)).is_some() && national() {
            return Some(Subject::None);
        }
        // « pas question pour X de rencontrer Y », « il est temps pour X de rencontrer Y »
        let open = noun.prep == Some(Prep::POUR) && noun.mention.is_some() && self.previous[at].is_none();
        let named = self.mention(at).is_some_and(|m| m.kind() != MentionKind::Date);
        (open && named && self.next[at].is_none()).then_some(Subject::Chunk(at))
    }

    /// « l'annonce, lundi, par **X**, de la rupture », « la décision, prise par **X**, de partir »: who announces or decides
    /// what the phrase or the infinitive in chunk `what` tells.
    #[must_use]
    pub fn announced_by(&self, what: usize) -> Option<usize> {
        let before = |at: usize| {
            let last = at.checked_sub(1)?;
            if self.kind(last) == ChunkKind::Comma {
                last.checked_sub(1)
            } else {
                Some(last)
            }
        };
        let mut by = before(what)?;
        // « par le régime de X »
        while self.noun(by).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_some()) {
            by = by.checked_sub(1)?;
        }
        let by = self.first_conjunct(by);
        self.noun(by).filter(|n| n.prep == Some(Prep::PAR))?;
        let mut at = before(by)?;
        while self.noun(at).is_some_and(|n| n.date)
            || self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple)
        {
            at = before(at)?;
        }
        let planned = Some(Effect::Modality(Modality::Planned));
        let announces = self.noun(at).is_some_and(|n| n.mention.is_none()) && self.cues.noun(self.head(at)) == planned;
        (announces && self.mention(by).is_some()).then_some(by)
    }

    /// « l'engagement de X à soutenir Y »: X; « l'appel de X à soutenir Y »: whoever is called upon.
    fn committed(&self, verb: usize) -> Option<Subject> {
        let at = verb.checked_sub(1)?;
        let noun = self.noun(at).filter(|n| n.prep == Some(Prep::DE) && !n.date)?;
        let whose = noun.mention.is_some() || noun.determiner == Determiner::Possessive;
        let of = self.described_before(at).filter(|&of| whose && self.noun(of).is_some_and(|n| n.mention.is_none()))?;
        match self.cues.noun(self.head(of))? {
            Effect::Modality(Modality::Planned) => Some(Subject::Chunk(at)),
            Effect::Modality(Modality::Desired) => Some(Subject::None),
            _ => None,
        }
    }

    /// « le refus de X, président de Y, | de rencontrer Z »: the name before the explanation that the comma closes.
    #[must_use]
    pub fn before_apposition(&self, at: usize) -> usize {
        if self.kind(at) != ChunkKind::Comma {
            return at;
        }
        (at.saturating_sub(4)..at).rev().find_map(|i| self.host.get(i).copied().flatten()).unwrap_or(at)
    }

    /// The addressee of a verb of giving whose object is a leave or an order, or who is sent or named for it: « a dépêché
    /// X pour négocier ».
    fn licensed(&self, owner: usize, verb: usize) -> Option<usize> {
        if !self.verb_is(owner, List::Leave) {
            return None;
        }
        let complements = self.complements(owner);
        let human = |m: &Mention| matches!(m.kind(), MentionKind::Person | MentionKind::Official);
        let sent = complements.iter().find(|c| c.prep.is_none() && !c.fronted && c.chunk < verb);
        let sent = sent.map(|c| c.chunk).or_else(|| self.relative_object(owner));
        let sent = sent.filter(|&c| self.mention(c).is_some_and(human));
        if sent.is_some() {
            let active = self.group(owner).is_some_and(|g| g.voice == Voice::Active);
            return sent.filter(|_| active && self.group(verb).is_some_and(|g| g.marker == Some(Prep::POUR)));
        }
        // « a donné un mois à X pour retirer ses troupes »
        let time = |c: &Complement| self.noun(c.chunk).is_some_and(|n| n.date);
        let leave = complements
            .iter()
            .any(|c| c.prep.is_none() && (self.cues.lists(List::Leave, self.head(c.chunk)) || !c.fronted && time(c)));
        let to = complements.iter().find(|c| c.prep == Some(Prep::A) && !c.fronted && c.chunk < verb)?;
        (leave && self.mention(to.chunk).is_some()).then_some(to.chunk)
    }

    /// The subject of the finite verb a gerund or fronted infinitive goes with.
    pub(super) fn main_subject(&self, verb: usize, depth: u8) -> Subject {
        let main = self.main_verb(verb);
        if let Some(before) = main.filter(|&m| m < verb) {
            // « accuse A d'avoir aidé B en bloquant C », « accuse A d'aider B en livrant C »
            let all =
                usize::from(verb > 1 && self.kind(verb - 1) == ChunkKind::Other && self.token_is(verb - 1, &["tout"]));
            let set_off = self.kind(verb - 1 - all) == ChunkKind::Comma;
            let told = Some(Effect::Modality(Modality::Hearsay));
            let accuses = self.group(before).and_then(|g| g.verb).is_some_and(|v| self.cues.verb(v, false) == told);
            let done = (before + 1..verb).rev().find(|&i| self.group(i).is_some()).filter(|&i| {
                let infinitive = self.group(i).filter(|g| g.form == VerbForm::Infinitive);
                !set_off && infinitive.is_some_and(|g| g.tense == Tense::Perfect || accuses)
            });
            // « elle remplace X, parti en dénonçant Y »
            let left = (before + 2..verb).rev().find(|&i| self.group(i).is_some()).filter(|&i| {
                self.kind(i - 1) == ChunkKind::Comma
                    && self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
                    && self.group(verb).is_some_and(|g| g.form == VerbForm::Gerund)
                    && !(i..verb).any(|i| self.kind(i) == ChunkKind::Comma)
            });
            return self.subject_within(done.or(left).unwrap_or(before), depth - 1);
        }
        let Some(main) = main else { return self.headline(verb).map_or(Subject::None, Subject::Chunk) };
        match self.subject_within(main, 1) {
            Subject::None => self.left_subject(main, 1),
            found => found,
        }
    }

    /// « X à Washington pour rencontrer Y »: who is there, in a headline without a verb.
    fn headline(&self, verb: usize) -> Option<usize> {
        self.group(verb).filter(|g| g.form == VerbForm::Infinitive && g.marker == Some(Prep::POUR))?;
        let place = verb.checked_sub(1)?;
        let first = place.checked_sub(1)?;
        let opens = first == 0 || self.kind(first - 1) == ChunkKind::Break;
        let there = self.mention(place).is_some_and(|m| m.kind() == MentionKind::Place)
            && self.noun(place).is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::EN)));
        (opens && there && self.bare(first) && self.mention(first).is_some()).then_some(first)
    }

    /// The finite verb a gerund or fronted infinitive goes with.
    #[must_use]
    pub fn main_verb(&self, verb: usize) -> Option<usize> {
        // « X a reçu ceux qui avaient chassé Y, les remerciant de … »: behind a comma the relative clause is over.
        let over = |i: usize| {
            verb > 0
                && self.kind(verb - 1) == ChunkKind::Comma
                && self.group(verb).is_some_and(|g| g.form == VerbForm::PresentParticiple)
                && self.opener(i).is_some_and(|o| matches!(self.kind(o), ChunkKind::Relative(_)))
        };
        let before = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator))
            .find(|&i| self.finite(i) && !over(i));
        before.or_else(|| {
            let mut at = verb + 1;
            while at < self.chunks.len().min(verb + REACH) {
                // « Après avoir reçu X, dont le pays traverse une crise, Y a … »
                if let Some(end) =
                    Some(at).filter(|&c| self.kind(c) == ChunkKind::Comma).and_then(|c| self.told_between(c))
                {
                    at = end;
                }
                match self.kind(at) {
                    ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_) => return None,
                    _ if self.finite(at) => return Some(at),
                    _ => at += 1,
                }
            }
            None
        })
    }

    /// « a accusé devant la presse X de mentir », « a appelé lors du sommet X à céder »: whether the name in chunk `name` carries
    /// out the infinitive right behind it, as the verb in chunk `verb` asks of its object.
    pub(super) fn does_what_follows(&self, verb: usize, name: usize) -> bool {
        let asked = self
            .group(name + 1)
            .is_some_and(|g| g.form == VerbForm::Infinitive && g.marker.is_none_or(|m| m == Prep::A || m == Prep::DE));
        asked && self.verb_is(verb, List::Control) && self.governing(name + 1) == Some(verb)
    }
}
