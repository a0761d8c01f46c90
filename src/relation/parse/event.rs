//! What clauses and participles tell of an event noun: that it takes place, when and where, on whom it weighs.
//!
//! Comes in: the chunk of a noun, or of a verb that may tell of one. Goes out: the verb, the noun, or what hangs on them.
//! It never asks who owns the noun.

use super::{Complement, Parse, Subject};
use crate::lexicon::grammar::Prep;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::syntax::{VerbForm, Voice};

impl Parse<'_> {
    /// « à la fin », « dès l'ouverture », « avant le début »: whether the noun in chunk `noun` says when in an event.
    #[must_use]
    pub fn staged(&self, noun: usize) -> bool {
        let led = self.noun(noun).and_then(|n| n.prep).map_or("", |p| self.context.lexicon.grammar().prep_name(p));
        matches!(led, "à" | "dès" | "depuis" | "lors de" | "avant" | "après")
            && self.cues.lists(List::Stage, self.head(noun))
    }

    /// « celle de X »: a pronoun that takes up an event told before.
    #[must_use]
    pub fn takes_up_noun(&self, chunk: usize) -> bool {
        self.noun(chunk).is_some_and(|n| n.determiner == Determiner::Demonstrative)
            && matches!(self.head(chunk), "celui" | "celle" | "ceux" | "celles")
            && self.noun(chunk + 1).is_some_and(|n| n.prep == Some(Prep::DE))
    }

    /// The verb of a relative clause that hangs on the noun in chunk `noun` (« des négociations qui se tiennent à Genève »).
    #[must_use]
    pub fn relative_verb(&self, noun: usize) -> Option<usize> {
        let relative = (noun + 1..self.chunks.len().min(noun + 8))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Verb(_)))
            .find(|&i| self.kind(i) == ChunkKind::Relative(None) && self.token_is(i, &["qui"]))
            .filter(|&i| self.kind(i - 1) != ChunkKind::And)?;
        let verb = (relative + 1..self.chunks.len().min(relative + 5)).find(|&i| self.finite(i))?;
        (self.subject(verb) == Subject::Chunk(noun) || self.antecedent_is_noun(relative, noun)).then_some(verb)
    }

    /// « le sommet qui s'est tenu lundi à X », « la réunion, prévue mardi à Y »: what its clause tells of an event.
    #[must_use]
    pub fn told_of(&self, noun: usize) -> Vec<Complement> {
        let clause = || self.relative_verb(noun).filter(|&v| self.occurs(self.last_infinitive(v)));
        match self.held(noun).or_else(clause) {
            Some(verb) => self.complements(self.last_infinitive(verb)),
            None => Vec::new(),
        }
    }

    /// « la visite de X, **prévue** lundi à Y, »: the participle behind an event that says when and where it is.
    #[must_use]
    pub fn held(&self, noun: usize) -> Option<usize> {
        (noun + 1..self.chunks.len().min(noun + 5))
            .take_while(|&i| match self.kind(i) {
                ChunkKind::Noun(n) => n.prep == Some(Prep::DE),
                ChunkKind::Verb(_) | ChunkKind::Comma => true,
                _ => false,
            })
            .find(|&i| self.group(i).is_some())
            .filter(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple))
            .filter(|&i| self.verb_is(i, List::Held))
    }

    /// « des sanctions qui pèsent sur X », « … frappant X »: on whom what the noun means weighs.
    #[must_use]
    pub fn weighed_on(&self, noun: usize) -> Option<usize> {
        let participle = (noun + 1..self.chunks.len().min(noun + 4))
            .take_while(|&i| self.noun(i).is_some() || self.group(i).is_some())
            .find(|&i| self.group(i).is_some())
            .filter(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::PresentParticiple));
        let verb = participle.or_else(|| self.relative_verb(noun)).filter(|&v| self.verb_is(v, List::Weigh))?;
        let on = |c: &Complement| matches!(c.prep, None | Some(Prep::SUR)) && !c.nested && !c.fronted;
        self.complements(verb).into_iter().filter(on).map(|c| c.chunk).find(|&c| self.noun(c).is_some_and(|n| !n.date))
    }

    /// « le conflit qui oppose X à Y », « un accord liant X à Y », « les discussions que X mène avec Y »: the two between whom it
    /// is.
    #[must_use]
    pub fn linked(&self, noun: usize) -> Option<[usize; 2]> {
        let behind = |verb: usize, preps: &[Prep]| {
            let with = |c: &Complement| c.prep.is_some_and(|p| preps.contains(&p)) && !c.nested && !c.fronted;
            self.complements(verb).into_iter().find(with).map(|c| c.chunk)
        };
        let participle = (noun + 1..self.chunks.len().min(noun + 4))
            .take_while(|&i| self.noun(i).is_some() || self.group(i).is_some())
            .find(|&i| self.group(i).is_some())
            .filter(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::PresentParticiple));
        if let Some(verb) = participle.or_else(|| self.relative_verb(noun)).filter(|&v| self.verb_is(v, List::Link)) {
            let object = self.complements(verb).into_iter().find(|c| c.prep.is_none() && !c.fronted)?.chunk;
            return Some([object, behind(verb, &[Prep::A, Prep::AVEC])?]);
        }
        let (verb, last) = self.relative_support(noun)?;
        Some([self.subject(verb).chunk()?, behind(last, &[Prep::AVEC])?])
    }

    /// The noun without a name that the relative clause with « qui » around the verb in chunk `verb` explains.
    #[must_use]
    pub fn relative_noun(&self, verb: usize) -> Option<usize> {
        let relative = self.opener(verb).filter(|&o| self.kind(o) == ChunkKind::Relative(None))?;
        let noun = self.antecedent(relative).filter(|_| self.token_is(relative, &["qui"]))?;
        self.noun(noun).is_some_and(|n| n.mention.is_none()).then_some(noun)
    }

    /// « À l'issue de l'audience que lui a accordée X, Y a salué … »: the subject Y behind the fronted phrase whose relative
    /// clause the verb in chunk `verb` is.
    #[must_use]
    pub fn subject_behind_relative(&self, verb: usize) -> Option<usize> {
        let relative = self.opener(verb).filter(|&o| matches!(self.kind(o), ChunkKind::Relative(_)))?;
        let noun = self.antecedent(relative)?;
        if self.noun(noun)?.prep.is_none() || !self.clause_initial(noun) {
            return None;
        }
        let comma = (verb..self.chunks.len()).find(|&i| matches!(self.kind(i), ChunkKind::Comma | ChunkKind::Break))?;
        let subject = self.clause_subject_after(comma).filter(|_| self.kind(comma) == ChunkKind::Comma)?;
        (subject > comma && self.subject(verb) != Subject::Chunk(subject)).then_some(subject)
    }

    /// « trois rencontres ayant eu lieu entre A et B »
    #[must_use]
    pub fn occurring_participle(&self, noun: usize) -> Option<usize> {
        (noun + 1..self.chunks.len().min(noun + 5))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Comma))
            .find(|&i| self.group(i).is_some())
            .filter(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::PresentParticiple) && self.occurs(i))
    }

    /// Whether nothing but complements of `noun` stands between it and the relative pronoun, and the verb agrees in number.
    pub(super) fn antecedent_is_noun(&self, relative: usize, noun: usize) -> bool {
        let plural = self.noun(noun).is_some_and(|n| n.plural);
        let verb = (relative + 1..self.chunks.len().min(relative + 5)).find(|&i| self.finite(i));
        (noun + 1..relative).all(|i| matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Comma | ChunkKind::And))
            && verb.and_then(|v| self.group(v)).is_some_and(|g| g.plural == plural)
    }

    /// Whether the verb only says that its subject, an event noun, takes place.
    #[must_use]
    pub fn occurs(&self, verb: usize) -> bool {
        let Some(group) = self.group(verb) else { return false };
        // « aura bien lieu »
        let adverb = |at: &usize| self.context.word(*at).pos.any(crate::lexicon::Pos::ADVERB);
        let after = group.last as usize;
        let after = after + (after..after + 2).take_while(adverb).count();
        group.verb.is_some_and(|v| {
            self.cues
                .occurrence(v, group.voice == Voice::Reflexive, &|i, w| self.context.source.lowered(after + i) == w)
        })
    }
}
