//! Who stands behind his verb: « a déclaré X », « où s'est rendu X », « Ont pris part A et B ».
//!
//! Comes in: the chunk of a verb. Goes out: the noun phrase behind it that is its subject, if it may be one.

use super::{Parse, REACH};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::syntax::{VerbForm, Voice};

impl Parse<'_> {
    /// « …, a déclaré X »: the subject of a verb of saying that is set off stands behind it,
    /// when what stands before has a verb of its own.
    pub(super) fn incise_subject(&self, verb: usize) -> Option<usize> {
        let before = verb.checked_sub(1)?;
        let quoted = self.kind(before) == ChunkKind::Quote
            || self.kind(before) == ChunkKind::Comma
                && before.checked_sub(1).is_some_and(|b| self.kind(b) == ChunkKind::Quote);
        // « « … », accuse le ministre »: behind a sentence that is all quoted any verb says it.
        let all = || quoted && self.kind(before) == ChunkKind::Comma && self.kind(0) == ChunkKind::Quote;
        if !self.cues.speech(self.group(verb)?.verb?) && !all() {
            return None;
        }
        if !quoted {
            let clause = self.kind(before) == ChunkKind::Comma && self.verb_before_name(before);
            if !clause && !matches!(self.kind(before), ChunkKind::Break) {
                return None;
            }
            // « X, qui pense que Y a tort, a menacé Z », « X a vu Y, a menacé Z et a reconnu W »
            if clause && (self.waiting_for(verb).is_some() || self.goes_on_with_verb(verb)) {
                return None;
            }
        }
        self.inverted(verb)
    }

    /// « Y attend X, qui a vu A, reçoit B et condamne C »: whether the verb in chunk `verb`, behind a comma, goes on with the one
    /// in chunk `first`, of the same tense, for « et » and another verb follow and no name waits for it.
    pub(super) fn lists_with(&self, first: usize, verb: usize) -> bool {
        let alike =
            self.group(first).zip(self.group(verb)).is_some_and(|(a, b)| a.tense == b.tense && a.plural == b.plural);
        alike
            && verb.checked_sub(1).is_some_and(|c| self.kind(c) == ChunkKind::Comma)
            && self.goes_on_with_verb(verb)
            && self.waiting_for(verb).is_none()
    }

    /// Whether « et » and another finite verb without a subject of its own stand behind what follows the verb in chunk `verb`.
    fn goes_on_with_verb(&self, verb: usize) -> bool {
        let within = |i: &usize| match self.kind(*i) {
            ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => true,
            ChunkKind::And => !self.finite(i + 1),
            ChunkKind::Verb(_) => !self.finite(*i),
            _ => false,
        };
        let end = (verb + 1..self.chunks.len().min(verb + REACH / 3)).find(|i| !within(i));
        end.is_some_and(|e| {
            self.kind(e) == ChunkKind::And && self.group(e + 1).is_some_and(|g| g.is_finite() && g.subject.is_none())
        })
    }

    /// Whether, going left from `from`, a finite verb comes before the sentence's first bare noun phrase is reached.
    pub(super) fn verb_before_name(&self, from: usize) -> bool {
        let mut index = from;
        for _ in 0..REACH {
            let Some(before) = index.checked_sub(1) else { return false };
            index = before;
            match self.kind(index) {
                ChunkKind::Break => return false,
                ChunkKind::Verb(_) if self.finite(index) => match self.relative_around(index) {
                    // A relative clause belongs to a name whose verb may be still to come.
                    Some(opener) => index = opener,
                    // « X, on le sait, a annoncé … »
                    None if self.parenthetic(index) => {}
                    None => return true,
                },
                _ => {}
            }
        }
        false
    }

    /// The bare noun phrase right behind a verb, adverbs, dates and short adjuncts stepped over.
    pub(super) fn inverted(&self, verb: usize) -> Option<usize> {
        let opens = verb == 0 || verb == 1 && !matches!(self.kind(0), ChunkKind::Noun(_));
        // « Le 3 mai fut signé, par A et B, un traité »
        let passive = self.group(verb).is_some_and(|g| g.voice == Voice::Passive && g.is_finite());
        let opens = opens || passive && self.behind_adjuncts(verb) || self.behind_adverbial_relative(verb);
        let mut at = verb + 1;
        for _ in 0..if passive { 8 } else { 4 + usize::from(opens) } {
            match self.kind(at) {
                ChunkKind::And if passive => at += 1,
                ChunkKind::Noun(_) if passive && self.previous[at].is_some() => at += 1,
                // « Ont également assisté à la cérémonie, les ambassadeurs de … »
                ChunkKind::Comma if opens => at += 1,
                // « Ont pris part à la réunion A et B », « Étaient également présents A et B »
                ChunkKind::Noun(n)
                    if opens && n.prep.is_none() && Self::bare_object(&n) && self.only_adverbs(verb, at) =>
                {
                    at += 1;
                }
                // « s'est dite prête »: a bare adjective is no subject.
                // « ne devient pas ambassadeur qui veut »: nor is an office without an article.
                ChunkKind::Noun(n)
                    if !n.date
                        && n.prep.is_none()
                        && n.official.is_some()
                        && n.official == n.mention
                        && n.determiner == Determiner::None
                        && !n.plural =>
                {
                    return None;
                }
                // « a dit l'homme à l'agence X »: X is the agency's name.
                ChunkKind::Noun(n)
                    if n.prep.is_none()
                        && self.noun(at - 1).is_some_and(|n| n.prep.is_some())
                        && self.named_beside(at - 1).is_some() =>
                {
                    at += 1;
                }
                ChunkKind::Noun(n) if !n.date && n.prep.is_none() => {
                    return (n.mention.is_some() || n.determiner != Determiner::None).then_some(at);
                }
                ChunkKind::Noun(n) if n.date || n.prep.is_some() => at += 1,
                ChunkKind::Adverb(_) => at += 1,
                // « que devait accorder X »
                ChunkKind::Verb(_) if at == verb + 1 && self.modal_before(at, verb) => at += 1,
                _ => return None,
            }
        }
        None
    }

    /// Whether nothing but adverbs stands between two chunks.
    fn only_adverbs(&self, from: usize, to: usize) -> bool {
        (from + 1..to).all(|i| matches!(self.kind(i), ChunkKind::Adverb(_)))
    }

    /// A noun without article or name, such as a predicate is made of.
    const fn bare_object(noun: &Noun) -> bool {
        !noun.date && noun.mention.is_none() && matches!(noun.determiner, Determiner::None)
    }

    /// A bare infinitive right behind the verb that rules it.
    fn modal_before(&self, infinitive: usize, verb: usize) -> bool {
        self.group(infinitive).is_some_and(|g| g.form == VerbForm::Infinitive && g.marker.is_none())
            && self.governing(infinitive) == Some(verb)
    }

    /// « où », « à laquelle » right before the verb: who stands behind it is its subject.
    fn behind_adverbial_relative(&self, verb: usize) -> bool {
        verb.checked_sub(1).is_some_and(|before| match self.kind(before) {
            ChunkKind::Relative(Some(_)) => true,
            ChunkKind::Relative(None) => self.token_is(before, &["où"]),
            _ => false,
        })
    }

    /// The relative pronoun of a clause whose verb stands before its subject in chunk `subject`.
    pub(super) fn inverted_in_relative(&self, subject: usize) -> Option<usize> {
        let verb = (subject.saturating_sub(3)..subject).rev().find(|&i| self.finite(i))?;
        let relative = verb.checked_sub(1)?;
        let opens = match self.kind(relative) {
            ChunkKind::Relative(Some(_)) => true,
            ChunkKind::Relative(None) => self.token_is(relative, &["que", "qu'", "où", "dont"]),
            // « X, qui accuse Y, ce que dément Z, a … »
            ChunkKind::Subordinator => {
                self.token_is(relative, &["que", "qu'"]) && relative > 0 && self.token_is(relative - 1, &["ce"])
            }
            _ => false,
        };
        let bare = self.group(verb).is_some_and(|g| g.subject.is_none());
        (opens && bare && (verb + 1 == subject || self.inverted(verb) == Some(subject))).then_some(relative)
    }

    /// Nothing but dates, adjuncts and adverbs stands between the head of the sentence and `verb`.
    pub(super) fn behind_adjuncts(&self, verb: usize) -> bool {
        (verb.saturating_sub(REACH)..verb).rev().take_while(|&i| !matches!(self.kind(i), ChunkKind::Break)).all(|i| {
            match self.kind(i) {
                ChunkKind::Noun(n) => n.date || n.prep.is_some(),
                ChunkKind::Adverb(_) | ChunkKind::Comma | ChunkKind::Quote | ChunkKind::And => true,
                _ => false,
            }
        })
    }
}
