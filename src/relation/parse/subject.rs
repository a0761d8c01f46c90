//! Who is the subject of a verb, finite or not.

use super::{Parse, Subject, REACH};
use crate::lexicon::grammar::Function;
use crate::lexicon::Pos;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::syntax::{Pronoun, Tense, VerbForm};

impl Parse<'_> {
    /// The subject of the verb in chunk `verb`.
    #[must_use]
    pub fn subject(&self, verb: usize) -> Subject {
        let Some(known) = self.subjects.get(verb) else { return self.subject_within(verb, 5) };
        known.get().unwrap_or_else(|| {
            let subject = self.subject_within(verb, 5);
            known.set(Some(subject));
            subject
        })
    }

    pub(super) fn subject_within(&self, verb: usize, depth: u8) -> Subject {
        let Some(group) = self.group(verb) else { return Subject::None };
        if depth == 0 {
            return Subject::None;
        }
        match group.form {
            VerbForm::Finite => match group.subject {
                // « il faut », « il s'agit »
                Some(Pronoun::He) if matches!(self.lemma(verb), "falloir" | "agir") => Subject::None,
                Some(pronoun) => {
                    // « Merkel a-t-elle rencontré X ? » repeats its subject.
                    if (group.first..group.last)
                        .any(|t| t > group.first && self.context.source.get(t as usize).is_some_and(|t| t.is_joined()))
                    {
                        if let Subject::Chunk(chunk) = self.left_subject(verb, depth) {
                            if self.kind(verb.wrapping_sub(1)) != ChunkKind::Comma
                                && self.kind(verb.wrapping_sub(1)) != ChunkKind::Quote
                            {
                                return Subject::Chunk(chunk);
                            }
                        }
                    }
                    Subject::Pronoun(pronoun, group.first as usize)
                }
                None => match self.shares_auxiliary(verb) {
                    // « X a remercié Y, Z, et invité W »
                    Some(first) => self.subject_within(first, depth - 1),
                    None => self.incise_subject(verb).map_or_else(|| self.subject_before(verb, depth), Subject::Chunk),
                },
            },
            VerbForm::Infinitive => self.controller(verb, depth),
            // « …, chaque camp en rejetant la faute sur l'autre »
            VerbForm::Gerund if self.each_has_own(verb) => Subject::Chunk(verb - 1),
            VerbForm::Gerund => self.main_subject(verb, depth),
            // « bien qu'ayant ratifié la convention, X … »
            VerbForm::PresentParticiple if verb > 0 && self.kind(verb - 1) == ChunkKind::Subordinator => {
                self.conceded_subject(verb, depth)
            }
            // « X est arrivé à Rome, débutant une tournée »
            VerbForm::PresentParticiple if verb > 0 && self.kind(verb - 1) == ChunkKind::Comma => {
                self.absolute_subject(verb).map_or_else(|| self.set_off_subject(verb, depth), Subject::Chunk)
            }
            VerbForm::PresentParticiple | VerbForm::PastParticiple => self.participle_subject(verb, depth),
        }
    }

    /// A noun without a name, between a comma and the participle in chunk `verb`, has that to itself.
    fn each_has_own(&self, verb: usize) -> bool {
        verb > 1
            && self.kind(verb - 2) == ChunkKind::Comma
            && self.bare(verb - 1)
            && self.host[verb - 1].is_none()
            && self.noun(verb - 1).is_some_and(|n| n.mention.is_none() && n.determiner != Determiner::None)
            && (verb.saturating_sub(REACH)..verb - 2).any(|i| self.finite(i))
    }

    /// « X est arrivé, débutant … », but « en réponse à la ministre, X, qualifiant Y de …, Z a … »: before the main clause it
    /// is who is named right before the comma.
    fn set_off_subject(&self, participle: usize, depth: u8) -> Subject {
        let main = self.main_subject(participle, depth);
        let named = participle.checked_sub(2).and_then(|before| self.host[before]);
        match (main, named) {
            (Subject::Chunk(subject), Some(host)) if subject > participle => Subject::Chunk(host),
            _ => main,
        }
    }

    /// « bien qu'ayant ratifié la convention, X … », « X, bien qu'ayant ratifié la convention, … »
    fn conceded_subject(&self, participle: usize, depth: u8) -> Subject {
        let set_off = participle.checked_sub(3).filter(|&b| self.kind(b + 1) == ChunkKind::Comma && self.bare(b));
        match set_off {
            Some(before) => Subject::Chunk(self.host(self.first_conjunct(before))),
            None => self.main_subject(participle, depth),
        }
    }

    pub(super) fn left_subject(&self, verb: usize, depth: u8) -> Subject {
        if self.behind_anybody(verb) {
            return Subject::None;
        }
        let mut at = verb;
        let (mut comma, mut and) = (false, false);
        for _ in 0..REACH {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => {
                        if let Some(first) = self.spelt_out(before, index) {
                            // « X et trois alliés (A, B et C) exigent »
                            let whole = self.spelt_whole(before);
                            let joined = self.previous[whole].is_some();
                            return Subject::Chunk(if joined { self.first_conjunct(whole) } else { first });
                        }
                        at = before + 1;
                    }
                    None => break,
                },
                ChunkKind::Break => break,
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other | ChunkKind::Open => {}
                ChunkKind::Comma => comma = true,
                ChunkKind::And | ChunkKind::But => and = true,
                // « plusieurs ministres, dont X, ont … », « parmi lesquels X »: one of them.
                ChunkKind::Relative(_)
                    if comma && self.singles_out(index) && !(index + 1..verb).any(|i| self.finite(i)) => {}
                ChunkKind::Relative(prep) => {
                    if self.token_is(index, &["qui", "lequel", "laquelle", "lesquels", "lesquelles"]) && prep.is_none()
                    {
                        let whole = |chunk| self.whole_antecedent(chunk, verb);
                        return match self.antecedent(index).map(whole) {
                            Some(what) => self
                                .predicate_of(what, depth)
                                .or_else(|| self.issuer(what, depth))
                                .unwrap_or(Subject::Chunk(what)),
                            None => Subject::None,
                        };
                    }
                    return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
                }
                // « X, bien qu'affaibli, a … »
                ChunkKind::Subordinator if comma && self.elliptic(index) == Some(index) => {}
                ChunkKind::Subordinator => {
                    return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
                }
                ChunkKind::Verb(_) => {
                    let Some(group) = self.group(index) else { continue };
                    if !group.is_finite() {
                        if and && group.form == VerbForm::Infinitive && at + 2 == verb {
                            // « X a prié Y de partir et a quitté Z »: a finite verb is joined to a finite verb.
                            let mut main = index;
                            while let Some(above) = self.governing(main).filter(|&g| g < main && !self.finite(main)) {
                                main = above;
                            }
                            return self.subject_within(main, depth - 1);
                        }
                        continue;
                    }
                    // « X, rappelle-t-on, a accusé Y »
                    if comma && !and && self.parenthetic(index) {
                        comma = false;
                        continue;
                    }
                    // « un plan que X étudiera, puis rejettera »: no comma opens the relative clause, none closes it.
                    let goes_on = |opener: usize| {
                        let relative = matches!(self.kind(opener), ChunkKind::Relative(_));
                        let apart = opener > 0 && self.kind(opener - 1) == ChunkKind::Comma;
                        and && (relative && opener > 0 && !apart || self.resumed_within(index, opener, verb))
                    };
                    match self.opener(index) {
                        // « ceux qui soutiennent Y ont condamné Z »
                        Some(who) if self.within_who(index) && self.antecedent(who).is_none() => return Subject::None,
                        Some(opener) if comma && !goes_on(opener) && !self.lists_with(index, verb) => at = opener,
                        Some(opener)
                            if !and
                                && matches!(self.kind(opener), ChunkKind::Relative(_))
                                && !self.lists_with(index, verb) =>
                        {
                            at = opener
                        }
                        opener => {
                            let subject = self.subject_within(index, depth - 1);
                            return opener
                                .filter(|_| and)
                                .and_then(|opener| self.above(subject, opener, verb, depth))
                                .unwrap_or(subject);
                        }
                    }
                    (comma, and) = (false, false);
                }
                // « X, considéré comme le Guevara africain, a rencontré Y »: whom somebody is like does nothing.
                ChunkKind::Noun(_) if comma && index > 0 && self.token_is(index - 1, &["comme"]) => at = index - 1,
                // « plusieurs ministres, dont ceux de X et de Y, ont … »
                ChunkKind::Noun(_)
                    if comma
                        && index > 0
                        && matches!(self.head(index), "celui" | "celle" | "ceux" | "celles")
                        && matches!(self.kind(index - 1), ChunkKind::Relative(_))
                        && self.singles_out(index - 1) => {}
                // « X, comme la plupart des observateurs, a … »
                ChunkKind::Noun(_) if comma && self.likened(index).is_some() => {
                    at = self.likened(index).unwrap_or(index);
                }
                ChunkKind::Noun(noun) => {
                    // « a salué X, notamment Y, et a remercié Z »
                    let example = index > 0 && self.token_is(index - 1, &["notamment"]);
                    let aside = example || noun.glued || self.predicative(index) || self.became(index);
                    // « X, auprès de la ministre d'État, ministre de Y, a … »: more of what she is.
                    let office = noun.official.is_some() && noun.official == noun.mention;
                    let more = office
                        && noun.determiner == Determiner::None
                        && !noun.plural
                        && comma
                        && index > 1
                        && self.kind(index - 1) == ChunkKind::Comma
                        && self.noun(index - 2).is_some_and(|n| n.official.is_some() && n.official == n.mention);
                    let aside = aside
                        || more
                        || self.names_complement(index)
                        || comma && (self.unled(index) || self.explains_waiting(index));
                    if noun.prep.is_some() || noun.date || aside {
                        continue;
                    }
                    if let Some(first) = self.names_parts(index) {
                        at = first;
                        continue;
                    }
                    // « La visite qu'effectue X à Y s'achève »: X has his verb.
                    if let Some(relative) = self.inverted_in_relative(self.first_conjunct(index)) {
                        at = relative;
                        continue;
                    }
                    // « Nommé ministre, X a rencontré Y »: X explains no office, he has it.
                    if let Some(host) = self.host[index].filter(|&h| !self.predicative(h)) {
                        at = host + 1;
                        continue;
                    }
                    // « entre A et B », « avec A et B »: B is no subject either.
                    let first = self.first_conjunct(index);
                    if self.noun(first).is_some_and(|n| n.prep.is_some()) {
                        at = first;
                        continue;
                    }
                    // « X, membre de Y, secrétaire et chef de Z, a … »: more of what X is.
                    if let Some(host) = self.title_of(first).filter(|_| comma) {
                        at = host + 1;
                        continue;
                    }
                    if !self.agrees(first, verb) {
                        continue;
                    }
                    match self.object_of(index) {
                        Some(owner) if self.finite(owner) && (and || comma) => {
                            // « X a rencontré Y et a signé Z »
                            match self.opener(owner) {
                                Some(opener) if comma && !and && !self.lists_with(owner, verb) => {
                                    at = opener;
                                    (comma, and) = (false, false);
                                }
                                opener => {
                                    let subject = self.subject_within(owner, depth - 1);
                                    let under = |o: usize| {
                                        o > 0 && (self.finite(o - 1) || self.kind(o) == ChunkKind::Relative(None))
                                    };
                                    return opener
                                        .filter(|&opener| and && under(opener))
                                        .and_then(|opener| self.above(subject, opener, verb, depth))
                                        .unwrap_or(subject);
                                }
                            }
                        }
                        Some(owner) if !self.finite(owner) => at = owner + 1,
                        // « X qui accuse Y a durci … »: Y is accused.
                        Some(owner) if self.within_who(owner) => at = self.opener(owner).unwrap_or(owner),
                        _ => return Subject::Chunk(first),
                    }
                }
            }
        }
        // « À Locarno se rencontrèrent A et B »: nobody before the verb.
        let several = |i: usize| self.next[i].is_some() || self.noun(i).is_some_and(|n| n.plural);
        let agrees = |&i: &usize| self.group(verb).is_none_or(|g| !g.is_finite() || !g.plural || several(i));
        self.inverted(verb).filter(agrees).map_or(Subject::None, Subject::Chunk)
    }

    /// « Plusieurs ont condamné X », « l'un d'eux a condamné X »: right before the verb a word stands for people nobody names.
    fn behind_anybody(&self, verb: usize) -> bool {
        // « Beaucoup » is read as an adverb.
        let before = |i: &usize| matches!(self.kind(*i), ChunkKind::Other | ChunkKind::Adverb(_));
        self.finite(verb) && (0..verb).rev().take_while(before).any(|i| self.tells_anybody(i))
    }

    /// The last word of a chunk counts or stands for people, and no noun is behind it.
    fn tells_anybody(&self, chunk: usize) -> bool {
        let last = self.chunks[chunk].last as usize - 1;
        self.context.word(last).function == Function::Quantifier
            || self.cues.lists(List::Anybody, self.context.source.lowered(last))
    }

    /// The finite verb whose auxiliary a participle behind « et » or in a list shares.
    fn shares_auxiliary(&self, verb: usize) -> Option<usize> {
        let group = self.group(verb)?;
        let word = *self.context.lexical.words.get(group.head as usize)?;
        let participle = group.first == group.head
            && !matches!(group.tense, Tense::Present | Tense::Imperfect)
            && self.context.lexicon.word(word).pos.any(Pos::PAST_PARTICIPLE);
        let joined = (0..verb).rev().find(|&i| !matches!(self.kind(i), ChunkKind::Adverb(_) | ChunkKind::Quote))?;
        if !participle || !matches!(self.kind(joined), ChunkKind::And | ChunkKind::But | ChunkKind::Comma) {
            return None;
        }
        (joined.saturating_sub(REACH / 2)..joined)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break))
            .find(|&i| self.group(i).is_some_and(|g| g.is_finite() && g.first < g.head && g.tense == group.tense))
    }

    /// « X a dit que Y avait rencontré Z, et avait signé … »: a tense that only the verb `within` the que-clause has goes on
    /// with that clause.
    fn resumed_within(&self, within: usize, opener: usize, verb: usize) -> bool {
        let tense = |i: usize| self.group(i).map(|g| g.tense);
        let over = (opener.saturating_sub(8)..opener)
            .rev()
            .take_while(|&i| self.kind(i) != ChunkKind::Break)
            .find(|&i| self.finite(i));
        self.token_is(opener, &["que", "qu'"])
            && tense(within) == tense(verb)
            && over.is_some_and(|o| tense(o) != tense(verb))
    }

    /// « X rappelle que ce nom est une menace et condamne Y »: a thing that is the subject within the que-clause does not
    /// act; the party that is the subject of the verb above does. « X estime que Y a tort et condamne Z »: nor does a party
    /// go on in a tense that only the verb above has.
    fn above(&self, below: Subject, opener: usize, verb: usize, depth: u8) -> Option<Subject> {
        let Subject::Chunk(thing) = below else { return None };
        let named = self.noun(thing).is_some_and(|n| n.mention.is_some());
        let relative = matches!(self.kind(opener), ChunkKind::Relative(None));
        let that = self.token_is(opener, &["que", "qu'"]);
        if !that && !relative {
            return None;
        }
        let over = (opener.saturating_sub(8)..opener)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break))
            .find(|&i| self.finite(i))?;
        // A crowd or a paper acts as well, but not in a tense that only the verb above has.
        let tense = |i: usize| self.group(i).map(|g| g.tense);
        let within = (opener..verb).find(|&i| self.finite(i)).map(tense);
        let resumes = tense(over) == tense(verb) && within.is_some_and(|t| t != tense(verb));
        // « X a annoncé que Y suspendait son aide, et appelle Z à … »: what was said then was going on then.
        let then = |t: Option<Tense>| matches!(t, Some(Tense::Imperfect | Tense::Pluperfect));
        let apart = (opener..verb).rev().take(3).any(|i| self.kind(i) == ChunkKind::Comma);
        let now = apart && tense(over) == Some(Tense::Past) && tense(verb) == Some(Tense::Present);
        let resumes = resumes || now && within.is_some_and(then);
        // « X blâme les pays qui ont expulsé Y et a convoqué Z », « les sanctions que Y a imposées et a rappelé son consul »:
        // the number of the verb above, an object besides the one that « que » is.
        let number = |i: usize| self.group(i).map(|g| g.plural);
        let other = (opener..verb).find(|&i| self.finite(i)).is_some_and(|i| number(i) != number(verb));
        let object = || self.bare(verb + 1) && self.noun(verb + 1).is_some_and(|n| n.determiner != Determiner::None);
        // « X critique une opération qui présente un risque et demande à Y de … »: a thing asks nobody.
        let asks = || {
            !named
                && self.token_is(opener, &["qui"])
                && self.verb_is(verb, List::Control)
                && self.has_infinitive(verb)
                && number(over) == number(verb)
        };
        let parted = relative && (other && number(over) == number(verb) || that && object() || asks());
        if !(that || parted) {
            return None;
        }
        let resumes = resumes || parted;
        if (named || self.nameless(thing)) && !resumes {
            return None;
        }
        let subject = self.subject_within(over, depth - 1);
        match subject {
            Subject::Chunk(party)
                if self.noun(party).is_some_and(|n| n.mention.is_some()) && self.agrees(party, verb) =>
            {
                Some(subject)
            }
            _ => None,
        }
    }

    /// The subject of the first finite verb behind a fronted adjunct.
    #[must_use]
    pub fn clause_subject_after(&self, chunk: usize) -> Option<usize> {
        self.subject_after(chunk).chunk()
    }

    /// « A et B, avec le soutien de X, ont lancé … »: the subject around an adjunct between commas.
    #[must_use]
    pub fn enclosing_subject(&self, chunk: usize) -> Option<usize> {
        let verb = (self.kind(chunk + 1) == ChunkKind::Comma && self.finite(chunk + 2)).then_some(chunk + 2)?;
        match self.subject(verb) {
            Subject::Chunk(subject) if subject < chunk => Some(subject),
            _ => None,
        }
    }

    /// The same, a pronoun too.
    #[must_use]
    pub fn subject_after(&self, chunk: usize) -> Subject {
        let verb = (chunk + 1..self.chunks.len().min(chunk + 16))
            .take_while(|&i| {
                !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_))
            })
            .find(|&i| self.finite(i));
        match verb.map(|v| self.subject(v)) {
            Some(Subject::Chunk(subject)) if subject <= chunk => Subject::None,
            found => found.unwrap_or(Subject::None),
        }
    }
}
