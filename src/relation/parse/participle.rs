//! Whom a participle tells something of.

use super::{Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::mention::{Gender, MentionData, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::{Tense, VerbForm, VerbGroup, Voice};

impl Parse<'_> {
    /// The explanation or the body that the « de » complement in chunk `index` belongs to, or `index` itself.
    fn whole(&self, index: usize) -> usize {
        let mut at = index;
        while self.noun(at).is_some_and(|n| n.prep == Some(Prep::DE)) && at > 0 {
            at -= 1;
        }
        // « le gouvernement de X, critiqué … »; « l'accueil par l'ambassade de l'ancien président X, accusé … » is about him.
        // « les rebelles du Yémen visant … »
        let bare = self.noun(index).is_some_and(|n| n.determiner == Determiner::None);
        let body = self.mention(at).is_some_and(|m| m.kind() == MentionKind::Organization)
            && self.mention(index).is_some_and(|m| match m.kind() {
                MentionKind::Person => bare,
                kind => kind == MentionKind::Place,
            });
        if self.host[at].is_some() || body {
            at
        } else {
            index
        }
    }

    /// The finite verb whose object a paper is that says what the participle right behind it tells.
    fn voice(&self, paper: usize, verb: usize) -> Option<usize> {
        let says = paper + 1 == verb
            && self.group(verb).is_some_and(|g| g.form == VerbForm::PresentParticiple)
            && self.noun(paper).is_some_and(|n| n.mention.is_none())
            && self.cues.lists(List::Paper, self.head(paper));
        if !says {
            return None;
        }
        // « a publié jeudi, après des heures, une déclaration condamnant X »
        let set_off = || {
            let owner = (paper.saturating_sub(12)..paper).rev().find(|&i| self.group(i).is_some())?;
            self.complements(owner).iter().any(|c| c.chunk == paper && c.prep.is_none()).then_some(owner)
        };
        self.object_of(paper).or_else(set_off).filter(|&owner| self.finite(owner))
    }

    /// « X, en fin de mission au Togo, »: the comma that opens what is set off behind a person and ends in the chunk `last`.
    fn set_off_capacity(&self, last: usize) -> Option<usize> {
        let led = |i: &usize| self.noun(*i).is_some_and(|n| n.prep.is_some() && !n.date);
        let comma = (last.saturating_sub(4)..=last).rev().find(|i| !led(i)).filter(|&c| c < last)?;
        let opens = self.noun(comma + 1).is_some_and(|n| n.prep == Some(Prep::EN) && n.determiner == Determiner::None);
        let person = comma.checked_sub(1).is_some_and(|b| self.is_person(self.host(b)) || self.is_person(b));
        (self.kind(comma) == ChunkKind::Comma && opens && person).then_some(comma)
    }

    /// A place behind somebody told by his office, who is there; « ses diplomates au Mali, accusé … » are not meant.
    fn stationed(&self, index: usize, verb: usize) -> bool {
        let several = index.checked_sub(1).and_then(|b| self.noun(b)).is_some_and(|n| n.plural);
        if several && self.group(verb).is_some_and(|g| g.form == VerbForm::PastParticiple && !g.plural) {
            return false;
        }
        let official = index.checked_sub(1).and_then(|b| self.mention(b)).is_some_and(|m| m.official().is_some());
        official && self.locates(index) && self.mention(index).is_some_and(|m| m.kind() == MentionKind::Place)
    }

    /// « à Moscou », « dans le centre de Moscou » behind a noun.
    fn locates(&self, index: usize) -> bool {
        let Some((before, noun)) = index.checked_sub(1).zip(self.noun(index)) else { return false };
        let placed = |n: &Noun| matches!(n.prep, Some(Prep::A | Prep::EN | Prep::DANS | Prep::SUR));
        let place = self.mention(index).map(|m| m.kind() == MentionKind::Place);
        match self.noun(before) {
            Some(other) if noun.prep == Some(Prep::DE) => {
                place == Some(true) && other.mention.is_none() && placed(other)
            }
            Some(_) => place.unwrap_or(true) && placed(noun),
            None => false,
        }
    }

    /// « une lettre de X à l'ONU accusant Y », « les propos de X au Sénat visant Y »: to whom or where he says it.
    fn told_to(&self, index: usize) -> bool {
        let to = self.noun(index).is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::DANS)));
        let by = index.checked_sub(1).filter(|&b| self.mention(b).is_some());
        let by = by.filter(|&b| self.noun(b).is_some_and(|n| matches!(n.prep, Some(Prep::DE | Prep::PAR))));
        // « les propos mal reçus de X au Sénat »
        let judged = |i: &usize| {
            // « mal » may be a noun.
            let bare = |n: &Noun| n.determiner == Determiner::None && n.prep.is_none() && n.mention.is_none();
            matches!(self.kind(*i), ChunkKind::Adverb(_))
                || self.noun(*i).is_some_and(bare)
                || self.group(*i).is_some_and(|g| g.form == VerbForm::PastParticiple)
        };
        let said = by
            .and_then(|b| (b.saturating_sub(4)..b).rev().find(|i| !judged(i)))
            .filter(|&s| self.noun(s).is_some_and(|n| n.mention.is_none()));
        to && said.is_some_and(|s| self.cues.lists(List::Paper, self.head(s)))
    }

    /// « les proches de X inculpés par Y », « la veuve de X, soutenue par Y », « le comptable de Siemens accusé de … »,
    /// « une réunion des ministres de X convoquée à Y »: number, gender or the place right behind a bare name say that a
    /// participle means who or what is before it.
    fn around(&self, index: usize, verb: usize) -> Option<usize> {
        let (noun, group) = (self.noun(index)?, self.group(verb)?);
        // « les offices de X ayant été acceptés »
        let compound = group.tense == Tense::Perfect && group.voice == Voice::Passive;
        let past = group.form == VerbForm::PastParticiple || compound;
        let several = noun.prep == Some(Prep::DE) && noun.plural && past && !group.plural;
        let head = index.checked_sub(1)?;
        let before = self.noun(head).filter(|n| n.mention.is_none() && !n.date)?;
        let more = compound && group.plural && before.plural && !noun.plural;
        let word = |chunk: usize| self.context.source.lowered(self.chunks[chunk].first as usize);
        let feminine = matches!(word(head), "la" | "une" | "sa");
        // « la visite du ministre X, prévue à Y »
        let gender = word(index) == "du" && feminine && group.feminine && !group.plural;
        let alone = noun.prep == Some(Prep::DE)
            && (noun.determiner == Determiner::None || several || more || gender)
            && self.previous[index].is_none()
            && self.next[index].is_none();
        // « la convention de la Marsa, conclue par X »: a name that nobody bears undergoes nothing.
        if noun.mention.is_none() {
            let name = self.context.source.get(noun.head as usize).is_some_and(|t| t.is_capitalized());
            return (name && past && noun.prep == Some(Prep::DE) && group.plural == before.plural).then_some(head);
        }
        let other = match self.mention(index)?.data {
            MentionData::Person { gender: Some(Gender::Feminine) } => false,
            MentionData::Person { .. } => group.plural && before.plural || group.feminine && !group.plural && feminine,
            MentionData::Organization { .. } => index + 1 == verb && before.determiner == Determiner::Definite,
            _ => several && !before.plural || gender,
        };
        (alone && past && other).then_some(head)
    }

    /// The first party of « entre A et B » that ends in `index`, where the participle tells of a thing between them.
    fn thing_between(&self, index: usize, verb: usize) -> Option<usize> {
        let first = std::iter::successors(Some(index), |&c| self.previous[c]).take(REACH).last()?;
        let past = self.group(verb).is_some_and(|g| g.form == VerbForm::PastParticiple);
        let person =
            self.mention(index).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official));
        let thing = first.checked_sub(1).and_then(|b| self.noun(b)).filter(|n| n.mention.is_none() && !n.date)?;
        let plural = self.group(verb).is_some_and(|g| g.plural);
        let agrees = !plural || thing.plural || thing.prep == Some(Prep::DE);
        (self.noun(first)?.prep == Some(Prep::ENTRE) && past && !person && agrees).then_some(first)
    }

    /// The same behind a comma, where number and gender say that the thing is meant: « l'accord entre A et B, signé … ».
    fn between_apart(&self, index: usize, verb: usize) -> Option<usize> {
        let first = self.thing_between(index, verb).filter(|&f| f < index)?;
        let (thing, group) = (self.noun(first - 1)?, self.group(verb)?);
        let one = !thing.plural && !group.plural;
        let several = thing.plural && group.plural && group.feminine;
        (one || several).then_some(first)
    }

    /// « l'accord sur les migrants, signé … »: a noun in the plural, behind a preposition and a noun in the singular, of which
    /// a participle in the singular tells nothing.
    fn disagrees(&self, index: usize, verb: usize) -> bool {
        let (Some(noun), Some(group)) = (self.noun(index), self.group(verb)) else { return false };
        let behind = index.checked_sub(1).is_some_and(|b| self.noun(b).is_some());
        group.form == VerbForm::PastParticiple
            && !group.plural
            && noun.plural
            && noun.prep.is_some()
            && noun.mention.is_none()
            && self.next[index].is_none()
            && self.previous[index].is_none()
            && behind
    }

    /// « …, le chef de l'ONU, X, ayant condamné Y »: a participle of the past has a subject of its own between commas.
    pub(super) fn absolute_subject(&self, verb: usize) -> Option<usize> {
        let perfect = self.group(verb).is_some_and(|g| g.tense == crate::syntax::Tense::Perfect);
        let named = verb.checked_sub(2).filter(|&n| self.bare(n) && self.mention(n).is_some())?;
        let first = self.host(named);
        let comma = first.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        // « X, le ministre, ayant condamné Y, … » is about X.
        let clause = (comma.saturating_sub(REACH)..comma).any(|i| self.finite(i));
        (perfect && clause && self.bare(first) && self.previous[first].is_none()).then_some(first)
    }

    /// « X, reçu par Y, … »; « Reçu par Y, X … ».
    pub(super) fn participle_subject(&self, verb: usize, depth: u8) -> Subject {
        // « La Guinée reste suspendue de … »
        let before = (verb.saturating_sub(3)..verb)
            .rev()
            .find(|&b| !(matches!(self.kind(b), ChunkKind::Adverb(_)) || self.noun(b).is_some_and(|n| n.date)));
        if let Some(stays) = before.filter(|&b| self.finite(b)) {
            // « X s'est dit jeudi disposé à … »
            let says = matches!(self.lemma(stays), "dire" | "déclarer" | "montrer")
                && self.group(stays).is_some_and(|g| g.voice == Voice::Reflexive);
            if says || matches!(self.lemma(stays), "rester" | "demeurer" | "sembler" | "paraître") {
                return self.subject_within(stays, depth - 1);
            }
        }
        // « parlant d'une décision du Canada et précisant … »: both are done by one.
        if verb > 0 && self.kind(verb - 1) == ChunkKind::And {
            let present = |i: &usize| self.group(*i).is_some_and(|g| g.form == VerbForm::PresentParticiple);
            // « jugeant que Y avait tort et l'invitant à … »: past what is judged.
            let main =
                |i: usize| self.finite(i) && self.opener(i).is_none_or(|o| self.kind(o) != ChunkKind::Subordinator);
            let earlier = (verb.saturating_sub(REACH / 4)..verb - 1)
                .rev()
                .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break) && !main(i))
                .find(present);
            let earlier = earlier.filter(|_| present(&verb)).or_else(|| self.told_alike(verb));
            if let Some(earlier) = earlier {
                return self.subject_within(earlier, depth - 1);
            }
        }
        // « un « plan » soutenu par X »
        let closed = verb > 1
            && self.kind(verb - 1) == ChunkKind::Quote
            && self.token_is(verb - 1, &["»", "”"])
            && self.noun(verb - 2).is_some();
        let opens = verb == 0
            || matches!(self.kind(verb - 1), ChunkKind::Break | ChunkKind::Quote) && !closed
            || verb == 1 && matches!(self.kind(0), ChunkKind::Adverb(_) | ChunkKind::Other)
            || self.kind(verb - 1) == ChunkKind::Comma && self.behind_adjuncts(verb);
        if opens {
            // Verbs of clauses that open behind the participle are passed over.
            let after = (verb + 1..self.chunks.len().min(verb + REACH))
                .find(|&i| self.finite(i) && self.opener(i).is_none_or(|o| o < verb));
            return after.map_or(Subject::None, |after| match self.group(after).and_then(|g| g.subject) {
                Some(pronoun) => Subject::Pronoun(pronoun, self.chunks[after].first as usize),
                None => self.left_subject(after, depth),
            });
        }
        let mut at = verb;
        let mut comma = false;
        for _ in 0..8 {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Comma if !comma => comma = true,
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => at = before + 1,
                    None => break,
                },
                ChunkKind::Adverb(_) | ChunkKind::Quote => {}
                ChunkKind::Verb(_) if self.group(index).is_some_and(|g| g.form == VerbForm::PastParticiple) => {}
                ChunkKind::And => {}
                ChunkKind::Noun(n) if n.date => {}
                // « un traité de libre-échange, signé … »
                ChunkKind::Noun(n)
                    if n.prep == Some(Prep::DE)
                        && !n.plural
                        && n.mention.is_none()
                        && n.determiner == Determiner::None
                        && self.noun(index.wrapping_sub(1)).is_some() => {}
                // « le gouvernement en place soutenu par X »
                ChunkKind::Noun(n)
                    if n.prep == Some(Prep::EN)
                        && n.mention.is_none()
                        && n.determiner == Determiner::None
                        && self.noun(index.wrapping_sub(1)).is_some() => {}
                // « les employés de l'agence accusés de … »
                ChunkKind::Noun(n)
                    if n.prep == Some(Prep::DE)
                        && !n.plural
                        && n.determiner != Determiner::None
                        && self.next[index].is_none()
                        && self.group(verb).is_some_and(|g| g.plural && g.form == VerbForm::PastParticiple) => {}
                // « des opposants à Moscou réclamant … »: a place where somebody is does not act.
                ChunkKind::Noun(_)
                    if !comma
                        && self.group(verb).is_some_and(|g| g.form == VerbForm::PresentParticiple)
                        && (self.locates(index) || self.told_to(index)) => {}
                // « l'accord de pêche entre la Norvège et l'Islande signé … »: what is between them is meant.
                ChunkKind::Noun(_) if !comma && self.thing_between(index, verb).is_some() => {
                    at = self.thing_between(index, verb).unwrap_or(index);
                }
                // « l'accord entre A et B, signé par X », « l'accord sur les migrants, signé par X »
                ChunkKind::Noun(_) if comma && self.between_apart(index, verb).is_some() => {
                    at = self.between_apart(index, verb).unwrap_or(index);
                }
                ChunkKind::Noun(_) if comma && self.disagrees(index, verb) => {}
                // « X, en fin de mission au Togo, reçue par Y, … »
                ChunkKind::Noun(_) if comma && self.set_off_capacity(index).is_some() => {
                    at = self.set_off_capacity(index).unwrap_or(index);
                }
                // « l'ambassadeur à Moscou, convoqué … »: where somebody is.
                ChunkKind::Noun(_) if comma && self.stationed(index, verb) => {}
                ChunkKind::Noun(_) => {
                    // « X, successeur de Y, élu … »: behind the comma the whole phrase before it is meant.
                    let whole = if comma { self.whole(index) } else { index };
                    let whole = self.around(whole, verb).unwrap_or(whole);
                    // « une résolution condamnant X »: whoever adopts it condemns.
                    if let Some(speaker) = self.voice(whole, verb) {
                        return self.subject_within(speaker, depth - 1);
                    }
                    return Subject::Chunk(self.whole_antecedent(self.host(whole), verb));
                }
                _ => break,
            }
        }
        Subject::None
    }

    /// « X, accusé par Y **et** critiqué par Z »: the participle, alike in number and gender, that « et » joins the one in chunk
    /// `verb` to; between them only what hangs on the first.
    fn told_alike(&self, verb: usize) -> Option<usize> {
        let own = self.group(verb).filter(|g| g.form == VerbForm::PastParticiple)?;
        let hangs = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date || n.glued,
            kind => matches!(kind, ChunkKind::Adverb(_) | ChunkKind::Quote),
        };
        let earlier = (verb.saturating_sub(REACH / 4)..verb - 1).rev().find(|i| !hangs(i))?;
        let alike = |g: &&VerbGroup| {
            g.form == own.form && g.voice == own.voice && g.plural == own.plural && g.feminine == own.feminine
        };
        self.group(earlier).filter(alike).map(|_| earlier)
    }

    /// « Réunis lundi à Bruxelles, les ministres ont condamné … »: the participle that says how the subject of the finite verb
    /// in chunk `verb` has come together.
    #[must_use]
    pub fn gathered(&self, verb: usize) -> Option<usize> {
        let Subject::Chunk(subject) = self.subject(verb) else { return None };
        let here = |i: &usize| *i != subject && (*i >= subject || !(*i..subject).any(|k| self.finite(k)));
        (verb.saturating_sub(REACH / 2)..verb)
            .rev()
            .take_while(|&i| !self.finite(i) && self.kind(i) != ChunkKind::Break)
            .filter(here)
            .find(|&i| {
                self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple && !g.negated)
                    && self.verb_is(i, List::Gathered)
                    && self.subject(i) == Subject::Chunk(subject)
            })
    }
}
