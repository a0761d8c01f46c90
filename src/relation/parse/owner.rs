//! What a noun phrase is to the verb around it.

use super::{Complement, Parse, Role, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::{Chunk, ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::{VerbForm, Voice};

impl Parse<'_> {
    /// « toute attaque contre X », « est vu comme une attaque contre X »: no event that happened.
    #[must_use]
    pub fn unreal(&self, noun: usize) -> bool {
        let first = self.first_conjunct(noun);
        let every = self.chunks.get(first).is_some_and(|c| {
            let word = |t: u32| self.context.source.lowered(t as usize);
            let opens = c.first + u32::from(self.noun(first).is_some_and(|n| n.prep.is_some()) && c.last > c.first + 1);
            matches!(word(c.first), "tout" | "toute") || matches!(word(opens), "tout" | "toute")
        });
        let likened = first
            .checked_sub(1)
            .is_some_and(|b| self.kind(b) == ChunkKind::Subordinator && self.token_is(b, &["comme"]))
            && self.noun(first).is_some_and(|n| n.determiner == Determiner::Indefinite);
        every || likened
    }

    /// The verb that has the noun phrase `noun` as subject or object, or else as a complement.
    #[must_use]
    pub fn owner(&self, noun: usize) -> Option<(usize, Role)> {
        let first = self.first_conjunct(noun);
        let chunk = self.noun(first)?;
        if chunk.prep.is_none() {
            if let Some(verb) = self.object_of(first).or_else(|| self.set_off_from(first)) {
                return Some((verb, Role::Object));
            }
            for verb in first + 1..self.chunks.len().min(first + REACH / 2) {
                match self.kind(verb) {
                    ChunkKind::Verb(_) if self.finite(verb) && self.opener(verb).is_none_or(|o| o < first) => {
                        return (self.subject(verb) == Subject::Chunk(first)).then_some((verb, Role::Subject));
                    }
                    ChunkKind::Break => break,
                    _ => {}
                }
            }
            // « s'est tenue une rencontre »: inverted.
            return None;
        }
        let mut at = self.reported(first).unwrap_or(first);
        for _ in 0..10 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Verb(_) => return Some((at, Role::Complement)),
                ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// « a annoncé, vendredi, la levée des sanctions »: the verb whose object the noun phrase behind a comma is.
    fn set_off_from(&self, noun: usize) -> Option<usize> {
        noun.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        let between = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun(n) => n.date || n.prep.is_some() || n.glued || self.host[*i].is_some(),
            ChunkKind::Verb(_) => self.group(*i).is_some_and(|g| g.form == VerbForm::PastParticiple),
            kind => matches!(kind, ChunkKind::Adverb(_) | ChunkKind::Comma | ChunkKind::And | ChunkKind::Quote),
        };
        let verb = (noun.saturating_sub(REACH / 3)..noun).rev().find(|i| !between(i))?;
        self.group(verb)?;
        self.complements(verb).iter().any(|c| c.chunk == noun && c.prep.is_none() && !c.fronted).then_some(verb)
    }

    /// « X est arrivé à Luanda pour des entretiens avec Y »: the verb of movement that the event in `noun` is the purpose of.
    #[must_use]
    pub fn purpose(&self, noun: usize) -> Option<usize> {
        let first = self.first_conjunct(noun);
        self.noun(first).filter(|n| n.prep == Some(Prep::POUR))?;
        let (verb, _) = self.owner(first).filter(|&(_, role)| role == Role::Complement)?;
        let group = self.group(verb)?;
        let moves = group.verb.is_some_and(|v| self.cues.movement(v, group.voice == Voice::Reflexive));
        // « est à Luanda pour … », « est attendu à Luanda pour … »
        let there = || {
            matches!(self.lemma(verb), "être" | "attendre" | "trouver" | "séjourner")
                && (verb + 1..first).any(|i| self.is_place(i))
        };
        (moves || there()).then_some(verb)
    }

    /// « X a assuré que Y tiendrait, après un entretien avec Z »: a circumstance set off behind what is reported is the
    /// report's. Where what is reported opens.
    fn reported(&self, adjunct: usize) -> Option<usize> {
        let comma = adjunct.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        let verb = (comma.saturating_sub(8)..comma).rev().find(|&i| self.finite(i))?;
        let opener = self.opener(verb).filter(|&o| self.token_is(o, &["que", "qu'"]) && o > 0)?;
        let said = self.group(opener - 1).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v));
        let name = self.noun(adjunct)?.prep.map_or("", |p| self.context.lexicon.grammar().prep_name(p));
        let circumstance =
            matches!(name, "après" | "lors de" | "à l'issue de" | "à l'occasion de" | "au cours de" | "au terme de");
        (said && circumstance && self.kind(opener) == ChunkKind::Subordinator).then_some(opener)
    }

    /// Who carries out a passive verb: « par X » behind it.
    #[must_use]
    pub fn agent(&self, verb: usize) -> Option<usize> {
        let passive = self.group(verb).is_some_and(|g| g.voice == Voice::Passive);
        let by = |c: &Complement| (c.prep == Some(Prep::PAR) && !c.fronted).then_some(c.chunk);
        passive.then(|| self.complements(verb).iter().find_map(by)).flatten()
    }

    /// « une délégation de X, conduite par Y »: the noun phrase of the one who leads what the noun in `chunk` tells.
    #[must_use]
    pub fn leader(&self, chunk: usize) -> Option<usize> {
        let participle = (chunk + 1..self.chunks.len().min(chunk + 5))
            .take_while(|&i| {
                self.noun(i).is_some_and(|n| n.prep == Some(Prep::DE))
                    || matches!(self.kind(i), ChunkKind::Comma | ChunkKind::Verb(_) | ChunkKind::Quote)
            })
            .find(|&i| self.group(i).is_some())?;
        let led = self.group(participle).is_some_and(|g| g.form == VerbForm::PastParticiple)
            && self.verb_is(participle, List::Lead);
        let by = participle + 1;
        let named = |n: &Noun| n.mention.is_some() || self.named_behind(by).is_some();
        (led && self.noun(by).is_some_and(|n| n.prep == Some(Prep::PAR) && named(n))).then_some(by)
    }

    /// « entre X et Y », « par X et Y » before the phrase in chunk `index`, when only nouns and participles part the two.
    #[must_use]
    pub fn parties_before(&self, index: usize) -> Option<Complement> {
        let parties = |i: &usize| {
            self.noun(*i).is_some_and(|n| matches!(n.prep, Some(Prep::ENTRE | Prep::PAR)) && n.mention.is_some())
        };
        let chunk = (index.saturating_sub(10)..index)
            .rev()
            .take_while(|&i| {
                matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Comma | ChunkKind::And | ChunkKind::Adverb(_))
                    || self.group(i).is_some_and(|g| !g.is_finite())
            })
            .find(parties)?;
        Some(Complement { chunk, prep: self.noun(chunk)?.prep, fronted: false, nested: false })
    }

    /// « la cérémonie de signature de l'accord », « deux millions d'euros d'aide »: the noun that only frames or measures
    /// the event has its verb.
    #[must_use]
    pub fn occasion(&self, noun: usize) -> usize {
        let mut framed = noun;
        for _ in 0..3 {
            let set_off = framed > 0
                && self.kind(framed - 1) == ChunkKind::Comma
                && self.context.source.lowered(self.chunks[framed].first as usize) == "des";
            let behind =
                self.noun(framed).is_some_and(|n| (n.prep == Some(Prep::DE) || set_off) && n.mention.is_none());
            // « la reprise, lundi à Vienne, des pourparlers »
            let adjunct = |&i: &usize| match self.kind(i) {
                ChunkKind::Comma => true,
                ChunkKind::Noun(n) => n.date || matches!(n.prep, Some(Prep::A | Prep::EN)) && n.mention.is_some(),
                _ => false,
            };
            let last = (framed.saturating_sub(5)..framed).rev().find(|i| !adjunct(i));
            match last.filter(|_| behind) {
                Some(before) if self.cues.lists(List::Occasion, self.head(before)) => framed = before,
                _ => break,
            }
        }
        framed
    }

    /// « une série de sanctions », « deux millions d'euros d'aide »: the noun behind those that only tell how many.
    #[must_use]
    pub fn measured(&self, noun: usize) -> usize {
        let mut at = noun;
        for _ in 0..3 {
            let counts = |list| self.cues.lists(list, self.head(at));
            let sort = self.noun(at + 1).is_some_and(|n| n.prep == Some(Prep::DE) && n.mention.is_none());
            if !(sort && (counts(List::Occasion) || counts(List::Quantity))) {
                break;
            }
            at += 1;
        }
        at
    }

    /// The last infinitive of a row of modals: « devrait pouvoir se tenir ».
    #[must_use]
    pub fn last_infinitive(&self, verb: usize) -> usize {
        let mut last = verb;
        for _ in 0..3 {
            match self.governed(last, 5, |marker| marker.is_none()) {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }

    /// The verb of the que-clause that is the object of the verb in chunk `verb`.
    #[must_use]
    pub fn that_clause(&self, verb: usize) -> Option<usize> {
        let that = self.that(verb)?;
        (that + 1..self.chunks.len().min(that + 12)).find(|&i| self.finite(i) && self.opener(i) == Some(that))
    }

    /// « X a annoncé que Y … »: the verb of saying whose clause holds the verb in chunk `verb`.
    #[must_use]
    pub fn saying_above(&self, verb: usize) -> Option<usize> {
        let told = self.ruling(verb);
        let that = self.opener(told).filter(|&o| self.kind(o) == ChunkKind::Subordinator)?;
        let says = |i: &usize| self.group(*i).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v));
        (that.saturating_sub(REACH)..that)
            .rev()
            .find(|&i| self.finite(i))
            .filter(says)
            .filter(|&v| self.that(v) == Some(that))
    }

    /// The verb of the clause right behind the verb in chunk `verb` that says what is aimed at: « plaide pour que X parte »,
    /// « demande à ce que X parte ».
    #[must_use]
    pub fn aim_clause(&self, verb: usize) -> Option<usize> {
        let skipped = |i: &usize| matches!(self.kind(*i), ChunkKind::Adverb(_) | ChunkKind::Other);
        let end = self.chunks.len().min(verb + 4);
        let opener = (verb + 1..end).find(|i| !skipped(i)).filter(|&o| self.kind(o) == ChunkKind::Subordinator)?;
        let at = self.first_word(opener) == "pour" || self.first_word(opener - 1) == "à";
        (opener + 1..self.chunks.len().min(opener + 12)).filter(|_| at).find(|&i| self.finite(i))
    }

    /// Whether an infinitive of purpose serves the verb in chunk `verb`.
    #[must_use]
    pub fn has_purpose(&self, verb: usize) -> bool {
        let grammar = self.context.lexicon.grammar();
        let purpose = |m: Prep| matches!(grammar.prep_name(m), "pour" | "afin de" | "en vue de");
        self.governed(verb, 12, |marker| marker.is_some_and(purpose)).is_some()
    }

    /// Whether an infinitive with à or de follows the verb.
    #[must_use]
    pub fn has_infinitive(&self, verb: usize) -> bool {
        self.infinitive(verb).is_some()
    }

    /// « la menace de X d'attaquer », « leur refus de céder »: whether an infinitive says what the noun in chunk `noun` is of.
    #[must_use]
    pub fn is_to_do(&self, noun: usize) -> bool {
        let within = |&i: &usize| match self.kind(i) {
            ChunkKind::Noun(n) => {
                n.prep == Some(Prep::DE) || n.date || self.previous[i].is_some() || self.host[i].is_some()
            }
            ChunkKind::Adverb(_) | ChunkKind::And | ChunkKind::Comma | ChunkKind::Quote | ChunkKind::Other => true,
            _ => false,
        };
        let next = (noun + 1..self.chunks.len().min(noun + 10)).find(|i| !within(i));
        next.and_then(|i| self.group(i)).is_some_and(|g| g.form == VerbForm::Infinitive && g.marker == Some(Prep::DE))
    }

    fn infinitive(&self, verb: usize) -> Option<usize> {
        self.governed(verb, 12, |marker| marker.is_some_and(|m| m == Prep::A || m == Prep::DE))
    }

    /// « X, première femme à diriger Y »: the noun phrase behind a comma that the infinitive in chunk `infinitive` explains.
    pub(super) fn first_to(&self, infinitive: usize) -> Option<usize> {
        let rank = |t: u32| {
            matches!(
                self.context.source.folded(t as usize),
                "premier" | "premiere" | "dernier" | "derniere" | "seul" | "seule"
            )
        };
        let noun = infinitive.checked_sub(1).filter(|&b| self.noun(b).is_some())?;
        let chunk = &self.chunks[noun];
        (self.group(infinitive).is_some_and(|g| g.marker == Some(Prep::A))
            && noun.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Comma)
            && (chunk.first..chunk.last).any(rank))
        .then_some(noun)
    }

    /// The same, where the infinitive is not what a noun before it is for: « saluer la décision de X de partir ».
    #[must_use]
    pub fn has_own_infinitive(&self, verb: usize) -> bool {
        self.infinitive(verb).is_some_and(|infinitive| {
            // « a été nommé ministre avec la mission de … »
            let task = infinitive
                .checked_sub(1)
                .and_then(|b| self.noun(b))
                .is_some_and(|n| n.prep == Some(Prep::AVEC) && n.mention.is_none() && !n.date);
            // « a déploré, jeudi, la décision de X de partir »
            let of_noun = |c: &Complement| {
                c.prep.is_none() && c.chunk < infinitive && self.cues.noun(self.head(c.chunk)).is_some()
            };
            !task && self.first_to(infinitive).is_none() && !self.complements(verb).iter().any(of_noun)
        })
    }

    /// « a eu avec lui un entretien », « a porté plainte contre elle »: the stressed pronoun that `prep` leads, behind the
    /// chunk `through` of a trigger.
    #[must_use]
    pub fn led_pronoun(&self, through: usize, prep: Prep) -> Option<usize> {
        let source = self.context.source;
        let name = self.context.lexicon.grammar().prep_name(prep);
        let stressed = |&t: &usize| {
            matches!(source.lowered(t), "lui" | "elle" | "eux" | "elles") && source.lowered(t + 1) != "même"
        };
        (through + 1..self.chunks.len().min(through + 6))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Verb(_) | ChunkKind::Relative(_)))
            .map(|i| &self.chunks[i])
            .find(|c| c.kind == ChunkKind::Other && source.lowered(c.first as usize) == name)
            .map(|c| c.first as usize + 1)
            .filter(stressed)
    }

    /// The « que » of the que-clause that follows the verb.
    #[must_use]
    pub fn that(&self, verb: usize) -> Option<usize> {
        (verb + 1..self.chunks.len().min(verb + 6))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Verb(_)))
            .find(|&i| self.token_is(i, &["que", "qu'"]) && self.completes(verb, i))
            .filter(|&that| !self.resumes_that(verb, that))
    }

    /// « on dit que X a signé et que Y a … »: the second « que » goes on with what the first opens.
    fn resumes_that(&self, verb: usize, that: usize) -> bool {
        self.kind(that - 1) == ChunkKind::And
            && self
                .opener(verb)
                .is_some_and(|o| self.kind(o) == ChunkKind::Subordinator && self.token_is(o, &["que", "qu'"]))
    }

    /// Whether the « que » in chunk `that` opens what the verb says, and no relative clause.
    fn completes(&self, verb: usize, that: usize) -> bool {
        match self.kind(that) {
            // « dénoncer ce qu'elle appelle … »
            // « tandis que » opens a clause of its own.
            ChunkKind::Subordinator => {
                self.chunks[that].last == self.chunks[that].first + 1 && !self.token_is(that.wrapping_sub(1), &["ce"])
            }
            // « exiger du ministre qu'il parte », « demander à X qu'il parte »: the addressee comes first.
            ChunkKind::Relative(None) => {
                let addressee = self.noun(that.wrapping_sub(1));
                let pronoun = self.group(that + 1).is_some_and(|g| g.subject.is_some());
                // « avertir X qu'il paiera »
                let informed = || self.group(verb).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v));
                let asked = || self.verb_is(verb, List::Control);
                pronoun
                    && addressee.filter(|n| n.mention.is_some()).is_some_and(|n| match n.prep {
                        Some(Prep::DE | Prep::A) => asked(),
                        None => n.official.is_none() && informed(),
                        _ => false,
                    })
            }
            _ => false,
        }
    }

    /// The first infinitive, fewer than `reach` chunks behind `verb`, that it governs with such a preposition before it.
    pub(super) fn governed(&self, verb: usize, reach: usize, marker: impl Fn(Option<Prep>) -> bool) -> Option<usize> {
        let number = self.chunks.get(verb).and_then(Chunk::verb);
        (verb + 1..self.chunks.len().min(verb + reach)).find(|&i| {
            self.group(i).is_some_and(|g| g.form == VerbForm::Infinitive && g.governor == number && marker(g.marker))
        })
    }
}
