//! Clauses that a word opens, and the noun that a relative pronoun stands for. Comes in a verb or the pronoun's chunk, goes
//! out another chunk; no subject is asked for.

use super::{Complement, Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::lexicon::{OrgType, Pos};
use crate::mention::{Mention, MentionData, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::{VerbForm, Voice};

impl Parse<'_> {
    /// The relative pronoun or conjunction that opens the clause of the finite verb in `verb`.
    pub(super) fn opener(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        let mut commas = 0;
        for _ in 0..16 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Relative(_) | ChunkKind::Subordinator => return Some(at),
                // « que X (qui préside la séance) a … »
                ChunkKind::Close => at = self.before_bracket(at)? + 1,
                ChunkKind::Break => return None,
                ChunkKind::Verb(_) if self.finite(at) => return None,
                // « que A, B et C, bien sûr, ont … »: the commas of a list part nothing.
                ChunkKind::Comma if self.previous[at + 1].is_some() => {}
                ChunkKind::Comma => {
                    commas += 1;
                    if commas > 2 {
                        return None;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The relative pronoun of the clause of the finite verb in `verb`, or of the one that « et » joins it to: « qui a vu X
    /// et n'a rien dit ».
    pub(super) fn relative_around(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..3 {
            if let Some(opener) = self.opener(at) {
                return Some(opener).filter(|&o| matches!(self.kind(o), ChunkKind::Relative(_)));
            }
            let aside = |i: &usize| matches!(self.kind(*i), ChunkKind::Adverb(_) | ChunkKind::Quote);
            let joined =
                (at.saturating_sub(8)..at).rev().find(|i| !aside(i)).filter(|&i| self.kind(i) == ChunkKind::And)?;
            at = (joined.saturating_sub(16)..joined)
                .rev()
                .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator))
                .find(|&i| self.finite(i))?;
        }
        None
    }

    /// The thing that the circumstance in chunk `at` belongs to: « la réunion prévue lundi à X ».
    fn thing_told(&self, at: usize) -> Option<usize> {
        let circumstance = |&i: &usize| match self.kind(i) {
            ChunkKind::Noun(n) => n.date || self.is_place(i) && n.prep.is_some(),
            ChunkKind::Verb(_) => self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple),
            ChunkKind::Adverb(_) => true,
            _ => false,
        };
        let thing = (at.saturating_sub(6)..at).rev().find(|i| !circumstance(i))?;
        self.noun(thing).is_some_and(|n| n.mention.is_none()).then_some(thing)
    }

    /// What a relative pronoun stands for: the noun phrase before it.
    #[must_use]
    pub fn antecedent(&self, relative: usize) -> Option<usize> {
        let mut at = relative.checked_sub(1)?;
        let mut comma = false;
        // « X qui a signé … et que Y accuse »: the same as of the clause before it.
        if self.kind(at) == ChunkKind::And {
            let opener = (at.saturating_sub(10)..at)
                .rev()
                .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator))
                .find(|&i| matches!(self.kind(i), ChunkKind::Relative(None)))?;
            return self.antecedent(opener);
        }
        // « X (qui a signé …) »
        if matches!(self.kind(at), ChunkKind::Comma | ChunkKind::Open) {
            comma = true;
            at = at.checked_sub(1)?;
            // « dix ambassadeurs, dont celui de X, qui ont signé … »
            let aside = (at.saturating_sub(6)..at)
                .rev()
                .find(|&i| matches!(self.kind(i), ChunkKind::Relative(None)) && self.token_is(i, &["dont"]));
            if let Some(dont) = aside.filter(|&d| d > 1 && !(d..at).any(|i| self.finite(i))) {
                at = dont - 1 - usize::from(self.kind(dont - 1) == ChunkKind::Comma);
            }
        }
        if self.kind(at) == ChunkKind::Close {
            at = self.before_bracket(at)?;
        }
        // « un « plan » que X rejette »
        if self.kind(at) == ChunkKind::Quote {
            at = at.checked_sub(1)?;
        }
        // « l'Iran chiite, qui soutient X »
        if at > 0 && self.bare_word(at, Pos::ADJECTIVE | Pos::NOUN) && self.is_place(at - 1) {
            at -= 1;
        }
        // « les ambassadeurs de pays qui reconnaissent X »: the countries do, and nobody names them.
        if !comma && self.ends_in_whole(at) {
            return None;
        }
        let mut best = None;
        let verb = (relative + 1..self.chunks.len().min(relative + 5))
            .find(|&i| self.finite(i))
            .filter(|_| self.token_is(relative, &["qui"]));
        for _ in 0..6 {
            let Some(noun) = self.noun(at) else { break };
            // « se rendra à X mardi, où il … »
            if noun.date && noun.prep.is_none() && best.is_none() && at > 0 {
                at -= 1;
                continue;
            }
            // « la réunion prévue lundi à X, à laquelle … »: a town is told by « où ».
            if matches!(self.kind(relative), ChunkKind::Relative(Some(_))) && self.is_place(at) && noun.prep.is_some() {
                if let Some(thing) = self.thing_told(at) {
                    at = thing;
                    continue;
                }
            }
            // « l'ambassade de X à Y, qui a condamné Z »: the body acts, not the town it is in.
            let seated = comma
                && verb.is_some()
                && self.is_place(at)
                && matches!(noun.prep, Some(Prep::A | Prep::EN | Prep::DANS));
            if let Some(body) = at.checked_sub(1).filter(|&b| seated && best.is_none() && self.is_body(b)) {
                return Some(self.host(body));
            }
            let at_host = self.host(at);
            // « le collectif des dix candidats, qui regroupe … »: the verb tells which of the two it is.
            let clashes =
                noun.prep == Some(Prep::DE) && verb.is_some_and(|v| !self.agrees(at, v) || self.agrees_before(at, v));
            if clashes && at > 0 {
                at -= 1;
                continue;
            }
            let who = self.mention(at).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official));
            // « la visite de X, qui le conduira à Y »: X is the object.
            let taken = noun.prep == Some(Prep::DE)
                && self
                    .noun(at.wrapping_sub(1))
                    .is_some_and(|n| n.mention.is_none() && n.determiner != Determiner::None)
                && verb.and_then(|v| self.group(v)).is_some_and(|g| g.clitics.direct() && !g.plural);
            if taken {
                at -= 1;
                continue;
            }
            // « le dîner d'État que … »: a bare « de » noun says which sort it is.
            let sort = noun.prep == Some(Prep::DE)
                && noun.mention.is_none()
                && noun.determiner == Determiner::None
                && !noun.plural
                && self.noun(at.wrapping_sub(1)).is_some_and(|n| n.mention.is_none());
            if best.is_none() && !noun.date && !sort {
                best = Some(at_host);
            }
            // « X après le coup d'État qui l'a porté au pouvoir »: a thing behind a preposition of time or cause.
            let aside = noun.mention.is_none()
                && noun.determiner == Determiner::Definite
                && noun.prep.is_some_and(|p| !matches!(p, Prep::DE | Prep::A | Prep::EN | Prep::DANS | Prep::AVEC));
            if !comma && aside {
                break;
            }
            if who && !noun.date {
                // « X, envoyé du président Y, qui … »: X has the office that commas set off.
                let of = comma && noun.prep == Some(Prep::DE) && at_host == at;
                // « le gouvernement de X, qui avait reconnu Y, »: behind the comma the government is meant.
                if of && noun.determiner == Determiner::None && at.checked_sub(1).is_some_and(|b| self.governs(b)) {
                    return Some(self.host(at - 1));
                }
                let explained = at.checked_sub(1).filter(|_| of).and_then(|b| self.host[b].filter(|&h| h + 1 < b));
                return Some(explained.filter(|&h| self.is_person(h)).unwrap_or(at_host));
            }
            // Back along a chain of complements to its head.
            if noun.prep.is_none() && !noun.glued || !comma && noun.prep.is_none() {
                break;
            }
            match at.checked_sub(1) {
                Some(before) => at = before,
                None => break,
            }
        }
        best
    }

    fn is_body(&self, chunk: usize) -> bool {
        self.mention(chunk).is_some_and(|m| m.kind() == MentionKind::Organization)
    }

    /// « les ambassadeurs de pays »: somebody told by states that nobody names.
    fn ends_in_whole(&self, chunk: usize) -> bool {
        let last = self.chunks[chunk].last as usize;
        let of = last.checked_sub(2).is_some_and(|t| matches!(self.context.source.lowered(t), "de" | "d'"));
        let office = self.noun(chunk).is_some_and(|n| n.official.is_some() && n.official == n.mention);
        let whole = self.context.source.lowered(last - 1);
        office && of && whole.ends_with('s') && self.cues.lists(List::Whole, whole)
    }

    /// Whether the verb in a chunk is the one of a clause with « qui ».
    pub(super) fn within_who(&self, verb: usize) -> bool {
        let who = |o: usize| self.kind(o) == ChunkKind::Relative(None) && self.token_is(o, &["qui"]);
        self.opener(verb).is_some_and(|o| who(o) && !(o..verb).any(|i| self.finite(i)))
    }

    /// « X, que Y a remercié »: whom the pronoun stands for that opens the clause of the verb in chunk `verb`.
    #[must_use]
    pub fn relative_object(&self, verb: usize) -> Option<usize> {
        let that = |o: &usize| self.kind(*o) == ChunkKind::Relative(None) && self.token_is(*o, &["que", "qu'"]);
        self.opener(verb).filter(that).and_then(|o| self.antecedent(o))
    }

    /// « Y s'est rendu à P, où il a … »: the subject of the clause before « où », told by a name.
    fn subject_before_where(&self, verb: usize) -> Option<usize> {
        let place = verb.checked_sub(1).filter(|&r| self.is_where(r))?;
        let main = (place.saturating_sub(REACH / 2)..place)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break))
            .find(|&i| self.finite(i))
            .filter(|&i| self.opener(i).is_none_or(|o| self.kind(o) == ChunkKind::Subordinator))?;
        // « a accusé Z d'avoir menti à P, où il … », « a reçu Z à P, où il … »: either.
        let human =
            |i: usize| self.mention(i).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official));
        if (main + 1..place).any(|i| human(i) || self.group(i).is_some()) {
            return None;
        }
        match self.subject(main) {
            Subject::Chunk(subject) => (self.mention(subject).is_some() && subject < main).then_some(subject),
            _ => None,
        }
    }

    /// « que Y a rencontré Z et qu'il a … », « Y est allé à P, où il a … »: the subject of the clause that the one of
    /// `verb` goes on with, told by a name.
    #[must_use]
    pub fn subject_of_joined_clause(&self, verb: usize) -> Option<usize> {
        if let Some(subject) = self.subject_before_where(verb) {
            return Some(subject);
        }
        let that = |i: usize| self.kind(i) == ChunkKind::Subordinator && self.token_is(i, &["que", "qu'"]);
        let and = verb.checked_sub(2).filter(|&a| self.kind(a) == ChunkKind::And && that(verb - 1))?;
        let first = (and.saturating_sub(REACH / 2)..and)
            .rev()
            .take_while(|&i| self.kind(i) != ChunkKind::Break)
            .find(|&i| self.kind(i) == ChunkKind::Subordinator)
            .filter(|&i| that(i))?;
        let before = (first..and).find(|&i| self.finite(i))?;
        match self.subject(before) {
            Subject::Chunk(subject) => (self.mention(subject).is_some() && subject > first).then_some(subject),
            _ => None,
        }
    }

    /// Whether the noun phrase in a chunk is a government.
    fn governs(&self, chunk: usize) -> bool {
        let government =
            |m: &Mention| matches!(m.data, MentionData::Organization { org_type: OrgType::Government, .. });
        self.mention(chunk).is_some_and(government)
    }

    /// « …, ce que Y a condamné »: the pronoun that makes the clause before it the object of the verb in chunk `verb`.
    #[must_use]
    pub fn clause_taken_up(&self, verb: usize) -> Option<usize> {
        let that = self.opener(verb)?;
        let this = that.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Other && self.token_is(c, &["ce"]))?;
        let apart = this.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Comma);
        (apart && self.token_is(that, &["que", "qu'"])).then_some(that)
    }

    /// Whether the relative pronoun in chunk `relative` is « où ».
    #[must_use]
    pub fn is_where(&self, relative: usize) -> bool {
        self.token_is(relative, &["où"])
    }

    /// « X, dont la visite … »: the pronoun right before the noun in chunk `noun` that tells whose it is.
    #[must_use]
    pub fn whose(&self, noun: usize) -> Option<usize> {
        let before = noun.checked_sub(1)?;
        (self.kind(before) == ChunkKind::Relative(None) && self.token_is(before, &["dont"])).then_some(before)
    }

    /// « l'audience que le roi devait accorder à X »: the verb of the relative clause whose object the noun is, and the
    /// last infinitive that verb rules.
    #[must_use]
    pub fn relative_support(&self, noun: usize) -> Option<(usize, usize)> {
        let relative = (noun + 1..self.chunks.len().min(noun + 5))
            .take_while(|&i| matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Comma | ChunkKind::Relative(_)))
            .find(|&i| matches!(self.kind(i), ChunkKind::Relative(None)))
            .filter(|&i| self.token_is(i, &["que", "qu'"]))
            .filter(|&i| {
                // « l'aide au développement qu'il versait », « les livraisons d'armes qu'il promettait », « l'embargo sur les
                // armes qu'il avait imposé »
                let sort = |n: &Noun| {
                    n.mention.is_none()
                        && (n.prep == Some(Prep::A) && !n.plural
                            || n.prep == Some(Prep::SUR)
                            || n.prep == Some(Prep::DE) && n.determiner == Determiner::None)
                };
                let antecedent = self.antecedent(i);
                antecedent == Some(noun)
                    || i == noun + 2 && antecedent == Some(noun + 1) && self.noun(noun + 1).is_some_and(sort)
            })?;
        let verb = (relative + 1..self.chunks.len().min(relative + 8)).find(|&i| self.finite(i))?;
        // « que le roi projetait de faire »
        let mut last = verb;
        for _ in 0..3 {
            match self.governed(last, 4, |marker| marker.is_none_or(|m| m == Prep::A || m == Prep::DE)) {
                Some(next) => last = next,
                None => break,
            }
        }
        Some((verb, last))
    }

    /// Whose act the noun in chunk `noun` is by its participle or its relative clause: « les exactions, commises par **X** »,
    /// « les efforts que **X** a déployés ».
    #[must_use]
    pub fn author(&self, noun: usize) -> Option<usize> {
        let last = self.conjuncts(noun).last().unwrap_or(noun);
        let mut at = self.measured(last) + 1;
        // « le mandat d'arrêt », « les frappes de jeudi à Alep »
        let told = |n: &Noun, at: usize| {
            n.date
                || matches!(n.prep, Some(Prep::DE | Prep::EN))
                    && n.mention.is_none()
                    && n.determiner == Determiner::None
                || n.prep.is_some_and(|p| matches!(p, Prep::A | Prep::EN | Prep::DANS)) && self.is_place(at)
        };
        // « les propos ‘infondés’, tenus par X »
        let judged = |at: usize| {
            let quoted = |at: usize| matches!(self.kind(at), ChunkKind::Quote | ChunkKind::Adverb(_));
            quoted(at)
                || self.kind(at) == ChunkKind::Other && quoted(at - 1) && self.kind_is(at + 1, ChunkKind::Quote)
                || self.bare(at)
                    && self.noun(at).is_some_and(|n| n.determiner == Determiner::None && n.mention.is_none())
        };
        while self.noun(at).is_some_and(|n| told(n, at)) || self.chunks.get(at).is_some() && judged(at) {
            at += 1;
        }
        at += usize::from(self.kind_is(at, ChunkKind::Comma));
        let done = self.group(at).filter(|g| g.form == VerbForm::PastParticiple && g.voice == Voice::Passive);
        if done.is_some() {
            let judged = [List::Punish, List::Suffered].iter().any(|&list| self.verb_is(at, list));
            let by = |c: &Complement| c.prep == Some(Prep::PAR) && !c.nested && !c.fronted;
            return self.complements(at).into_iter().find(by).filter(|_| !judged).map(|c| c.chunk);
        }
        match self.relative_support(last).map(|(verb, _)| self.subject(verb)) {
            Some(Subject::Chunk(author)) => Some(author),
            _ => None,
        }
    }
}
