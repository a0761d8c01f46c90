//! Objects, prepositional complements and adjuncts of verbs and nouns.

use super::{Complement, Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::lexicon::Pos;
use crate::mention::MentionKind;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::syntax::{Clitics, VerbForm, VerbGroup, Voice};
use std::ops::Range;

impl Parse<'_> {
    /// Objects, prepositional complements and adjuncts of the verb in chunk `verb`, by distance to its right, then those before it.
    #[must_use]
    pub fn complements(&self, verb: usize) -> Vec<Complement> {
        self.complements_after(verb, 0..0)
    }

    /// The same, when the words of the verb's predicate stand at these tokens (« pointer **du doigt** X »): what stands between
    /// the verb and them counts as well.
    #[must_use]
    pub fn complements_after(&self, verb: usize, words: Range<usize>) -> Vec<Complement> {
        let mut out = Vec::new();
        let mut from = verb + 1;
        while let Some(chunk) = self.chunks.get(from).filter(|c| (c.first as usize) < words.end) {
            if let ChunkKind::Noun(noun) = chunk.kind {
                let between = chunk.last as usize <= words.start;
                if between && (noun.date || noun.prep.is_some_and(|p| p != Prep::DE)) {
                    out.push(Complement { chunk: from, prep: noun.prep, fronted: false, nested: false });
                }
            }
            from += 1;
        }
        let between = out.len();
        self.right_of(verb, from, true, &mut out);
        // « a rendu à Rome hommage à X »: where, as if it stood in front.
        let (adjuncts, behind) = out.split_at_mut(between);
        for adjunct in adjuncts {
            adjunct.fronted = self.is_place(adjunct.chunk) && behind.iter().any(|c| c.prep == adjunct.prep);
        }
        if out.is_empty() {
            if let Some(last) = self.shares_object(verb) {
                self.right_of(last, last + 1, true, &mut out);
            }
        }
        self.left_of(verb, &mut out);
        out
    }

    /// « a condamné et menacé X », « condamne, puis menace X »: the last of the verbs in a row, where the one in chunk `verb`
    /// and all between them have nothing behind them.
    fn shares_object(&self, verb: usize) -> Option<usize> {
        let own = self.group(verb).filter(|g| g.voice == Voice::Active && !g.clitics.direct())?;
        let alike = |g: &VerbGroup| {
            g.form == own.form
                && g.tense == own.tense
                && g.voice == own.voice
                && g.subject.is_none()
                && g.clitics == Clitics::default()
                && (!g.is_finite() || g.plural == own.plural)
                && (g.marker.is_none() || g.marker == own.marker)
        };
        let mut last = verb;
        for _ in 0..3 {
            let mut at = last + 1;
            let comma = self.kind_is(at, ChunkKind::Comma);
            at += usize::from(comma);
            let and = self.kind_is(at, ChunkKind::And);
            at += usize::from(and);
            at += usize::from(self.chunks.get(at).is_some_and(|c| matches!(c.kind, ChunkKind::Adverb(_))));
            match self.group(at).filter(|g| (comma || and) && alike(g)) {
                Some(_) => last = at,
                None => break,
            }
            if and {
                return Some(last);
            }
        }
        None
    }

    /// Complements of the noun in chunk `noun`.
    #[must_use]
    pub fn dependents(&self, noun: usize) -> Vec<Complement> {
        let mut out = Vec::new();
        self.right_of(noun, noun + 1, false, &mut out);
        out
    }

    pub(super) fn right_of(&self, head: usize, from: usize, verbal: bool, out: &mut Vec<Complement>) {
        let mut object = !verbal;
        let inverted = verbal
            && match self.subject(head) {
                Subject::Chunk(s) => s > head,
                _ => false,
            };
        let mut comma = false;
        let mut at = from;
        let stop = self.chunks.len().min(head + REACH / 2);
        while at < stop {
            match self.kind(at) {
                ChunkKind::Noun(noun) => {
                    let listed = self.previous[at].is_some_and(|p| p > head) || self.host[at].is_some_and(|h| h > head);
                    if listed {
                        // Reached through its conjunct or host.
                    } else if verbal
                        && at == from
                        && (self.several_behind_phrase(head, at) || !object && self.several_described(head, at))
                    {
                        object = true;
                        out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                    } else if noun.date || noun.prep.is_some() {
                        let nested = noun.prep == Some(Prep::DE)
                            && at > from
                            && self.noun(at.wrapping_sub(1)).is_some_and(|n| !n.date || noun.date);
                        if !(comma && nested) {
                            out.push(Complement { chunk: at, prep: noun.prep, fronted: false, nested });
                        }
                    } else if noun.glued {
                        // « a mis en garde Israël », « a accusé devant la presse X de mentir »
                        let behind = verbal
                            && !object
                            && (self.does_what_follows(head, at)
                                || self.noun(at - 1).is_some_and(|n| {
                                    n.prep == Some(Prep::EN) && n.determiner == Determiner::None && n.mention.is_none()
                                }));
                        object |= behind;
                        if behind || !verbal && at <= head + 3 {
                            out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                        }
                    } else if self.host[at].is_some() {
                        // An apposition to something before the head.
                    } else if inverted && Subject::Chunk(at) == self.subject(head) {
                        object = object && verbal;
                    } else if verbal
                        && !object
                        && self.bare_word(at, Pos::ADJECTIVE | Pos::NOUN)
                        && (self.determined(at + 1) || self.judged(at, stop).is_some())
                        && !(inverted && Subject::Chunk(at + 1) == self.subject(head))
                    {
                        // « juge « inacceptable » la proposition », « a élu président le général X »
                    } else if verbal && self.attribute(at) && self.group(head).is_some_and(|g| g.clitics.direct()) {
                        // « l'a nommé ministre »: the object is the pronoun.
                    } else if !object && (!comma || self.set_off_object(head, at)) {
                        object = true;
                        out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                    } else if verbal && out.last().is_some_and(|c| self.examples(c.chunk) == Some(at)) {
                        // « a appelé les parties, notamment X et Y, à la retenue »
                    } else if !self.bare_modifier(at) && !self.attribute(at) {
                        return;
                    }
                    comma = false;
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => {}
                ChunkKind::Open => {
                    at = self.after_bracket(at);
                    continue;
                }
                ChunkKind::Comma if verbal && self.incise(at + 1) => {
                    at += 2;
                    while at < stop && self.kind(at) != ChunkKind::Comma {
                        at += 1;
                    }
                    comma = true;
                }
                // « rappeler, comme il l'avait fait en 2009, son ambassadeur », « a reçu, après avoir vu X, le ministre »
                ChunkKind::Comma
                    if verbal && !object && (self.token_is(at + 1, &["comme"]) || self.set_off_infinitive(at + 1)) =>
                {
                    match (at + 2..stop.min(at + 8)).find(|&i| self.kind(i) == ChunkKind::Comma) {
                        Some(end) => at = end,
                        None => return,
                    }
                    comma = false;
                }
                ChunkKind::Comma if verbal && !object && self.closes_set_off(head, at) => return,
                // « rejette comme infondées les accusations », « comme étant sans fondement l'accusation »
                ChunkKind::Subordinator if verbal && !object && self.token_is(at, &["comme"]) => {
                    match self.judged(at + 1, stop) {
                        Some(judged) => {
                            at = judged;
                            continue;
                        }
                        None => return,
                    }
                }
                // « signé, côté nigérien, par X et, côté turc, par Y »
                ChunkKind::Comma if self.on_side(at + 1) => {
                    at += 1;
                    comma = true;
                }
                ChunkKind::And if self.kind_is(at + 1, ChunkKind::Comma) && self.on_side(at + 2) => {
                    at += 2;
                    comma = true;
                }
                // « … et côté turc par Y »
                ChunkKind::And if self.sided(at + 1) => at += 1,
                ChunkKind::Comma => {
                    // « a signé, sans que X soit invité, un accord »
                    if let Some(end) = self.set_off_clause(at + 1).filter(|_| verbal && !object) {
                        at = end + 1;
                        continue;
                    }
                    // « les accusations de X, dont le pays traverse une crise, contre Y »
                    let resumed = self.told_between(at).map(|end| end + 1);
                    if let Some(resumed) = resumed.filter(|&next| self.resumed(head, next, object)) {
                        let prep = self.noun(resumed).and_then(|n| n.prep);
                        object |= prep.is_none();
                        out.push(Complement { chunk: resumed, prep, fronted: false, nested: false });
                        at = resumed + 1;
                        continue;
                    }
                    // Go on only to an adjunct, or across an apposition.
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        ChunkKind::Noun(n) => {
                            n.date
                                || n.prep.is_some_and(|p| {
                                    // « la signature entre A et B, jeudi à Rome, d'un accord »
                                    let resumes = !verbal && (head + 1..at).any(|i| self.kind(i) == ChunkKind::Comma);
                                    // « a relevé X, mercredi, de ses fonctions »
                                    let day = || {
                                        verbal
                                            && self.noun(at - 1).is_some_and(|n| n.date && n.prep.is_none())
                                            && self.kind(at - 2) == ChunkKind::Comma
                                    };
                                    p != Prep::DE
                                        || (verbal && !object || resumes) && self.only_adjuncts(head, at)
                                        || day()
                                })
                                || self.host[next].is_some()
                                || self.previous[next].is_some()
                                || !object && self.set_off_object(head, next)
                        }
                        ChunkKind::Adverb(_) => true,
                        // « a dénoncé lors d'un débat, « le soutien de X à Y », « a convoqué, « en signe de protestation », X »
                        ChunkKind::Quote => {
                            let opens = self.noun(next + 1);
                            !object
                                && (opens.is_some_and(|n| n.prep.is_some())
                                    || opens.is_some() && self.set_off_object(head, next + 1))
                        }
                        // « entre A et B, puis entre C et D », « lundi à Rome, puis mardi à Berne »
                        ChunkKind::And
                            if self.noun(next + 1).is_some_and(|n| {
                                n.prep == Some(Prep::ENTRE)
                                    || self.token_is(next, &["puis"]) && (n.date || n.prep.is_some())
                            }) =>
                        {
                            true
                        }
                        _ => self.host.get(at.wrapping_sub(1)).copied().flatten().is_some(),
                    };
                    if !goes_on {
                        return;
                    }
                    comma = true;
                }
                ChunkKind::And => {
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        // « n'a fourni ni armes ni munitions »
                        ChunkKind::Noun(_) if next == head + 2 && verbal => true,
                        // « X, ministre de Y et chef de Z, mardi à Rome »
                        ChunkKind::Noun(n) => {
                            self.previous[next].is_some() || n.prep.is_some() || n.date || self.host[next].is_some()
                        }
                        ChunkKind::Adverb(_) => true,
                        // « la décision « provocatrice » et « injustifiée » de X »
                        ChunkKind::Quote => !verbal,
                        _ => false,
                    };
                    if !goes_on {
                        return;
                    }
                }
                // « a été reçu à dîner par X »
                ChunkKind::Verb(_)
                    if at == head + 1
                        && self.group(head).is_some_and(|g| g.voice == Voice::Passive)
                        && self.group(at).is_some_and(|g| g.form == VerbForm::Infinitive)
                        && self.noun(at + 1).is_some_and(|n| n.prep == Some(Prep::PAR)) => {}
                ChunkKind::Verb(_) => {
                    // A participle set behind a noun does not end the row: « la visite prévue mardi à Paris ».
                    let participle = self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple);
                    let behind_noun = self.noun(at.wrapping_sub(1)).is_some_and(|n| !n.date && n.mention.is_none());
                    // « en Palestine occupée avec X »
                    let located = participle
                        && self.mention(at.wrapping_sub(1)).is_some_and(|m| m.kind() == MentionKind::Place)
                        && self
                            .noun(at.wrapping_sub(1))
                            .is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::EN | Prep::DANS)));
                    if located && verbal {
                        let by = self.noun(at + 1).is_some_and(|n| matches!(n.prep, Some(Prep::PAR | Prep::DE)));
                        at += 1 + usize::from(by);
                        continue;
                    }
                    // « la libération de X, un professeur enlevé à Tombouctou », « un entretien avec X suivi d'un dîner avec Y »
                    let explained = !verbal && (self.host[at - 1].is_some() || self.verb_is(at, List::Sequence));
                    if !participle || verbal && !behind_noun || explained || !verbal && self.of_another(head, at) {
                        return;
                    }
                    // « des excuses pour les massacres commis en 1904 par X en Y »: all that follows is the participle's.
                    let aside = self.noun(at - 1).and_then(|n| n.prep).is_some_and(|p| {
                        !matches!(p, Prep::DE | Prep::A | Prep::EN | Prep::AVEC | Prep::ENTRE | Prep::PAR | Prep::SANS)
                    });
                    if aside && at > head + 1 {
                        let own = |p: Prep| matches!(p, Prep::DE | Prep::PAR | Prep::EN | Prep::DANS);
                        let from = at;
                        while self.noun(at + 1).is_some_and(|n| {
                            n.prep.is_some_and(own)
                                || n.date
                                || n.prep == Some(Prep::A) && (at > from || verbal) && self.is_place(at + 1)
                        }) {
                            at += 1;
                        }
                        at += 1;
                        continue;
                    }
                    // « a discuté du problème lié au barrage avec X »: the first complement is the participle's own.
                    let adjective = self.verb_is(at, List::Adjectival);
                    if verbal && !adjective && self.noun(at + 1).is_some_and(|n| n.prep.is_some() || n.date) {
                        at += 1;
                        // « aggravées par l'intervention en Syrie », « perpétrée le 8 juillet contre un convoi au Darfour »
                        let acts =
                            |at: usize| self.noun(at).is_some_and(|n| matches!(n.prep, Some(Prep::PAR | Prep::CONTRE)));
                        let mut by = acts(at);
                        while self.noun(at + 1).is_some_and(|n| {
                            n.prep.is_some_and(|p| {
                                matches!(p, Prep::DE | Prep::CONTRE)
                                    || by && matches!(p, Prep::A | Prep::EN | Prep::DANS)
                            }) && (!n.date || n.prep == Some(Prep::DE))
                        }) {
                            at += 1;
                            by |= acts(at);
                        }
                    }
                }
                ChunkKind::Close
                | ChunkKind::Break
                | ChunkKind::But
                | ChunkKind::Relative(_)
                | ChunkKind::Subordinator => return,
            }
            at += 1;
        }
    }

    pub(super) fn kind_is(&self, at: usize, kind: ChunkKind) -> bool {
        at < self.chunks.len() && self.kind(at) == kind
    }

    /// « la libération d'otages détenus par X »: its number says that the participle tells of a noun behind `head`.
    #[must_use]
    pub fn of_another(&self, head: usize, participle: usize) -> bool {
        let plural = |at: usize| self.noun(at).is_some_and(|n| n.plural);
        let of = participle - 1;
        of > head && plural(of) && !plural(head) && self.group(participle).is_some_and(|g| g.plural)
    }

    /// A word behind a noun that nothing is known of but that it has no article: an adjective as a rule.
    fn bare_modifier(&self, at: usize) -> bool {
        // « des mots très durs »
        let before = (0..at).rev().find(|&b| !matches!(self.kind(b), ChunkKind::Adverb(_)));
        self.noun(at).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::None)
            && before.is_some_and(|b| self.noun(b).is_some() || self.kind(b) == ChunkKind::Quote)
    }

    /// A chunk that is a bare adjective.
    fn adjective(&self, at: usize) -> bool {
        self.bare_word(at, Pos::ADJECTIVE)
    }

    /// A lone word in lower case of these parts of speech, without article or preposition.
    pub(super) fn bare_word(&self, at: usize, pos: u16) -> bool {
        self.noun(at).is_some_and(|n| {
            n.mention.is_none()
                && n.determiner == Determiner::None
                && n.prep.is_none()
                && self.context.word(n.head as usize).pos.any(pos)
        })
    }

    /// The object behind what it is held for: « comme infondées les accusations ».
    fn judged(&self, from: usize, stop: usize) -> Option<usize> {
        let object = (from..stop.min(from + 6)).find(|&i| {
            let opinion = match self.kind(i) {
                ChunkKind::Quote | ChunkKind::Adverb(_) | ChunkKind::And => true,
                ChunkKind::Noun(n) => n.prep == Some(Prep::SANS) || self.adjective(i),
                ChunkKind::Verb(_) => self.group(i).is_some_and(|g| g.form == VerbForm::PresentParticiple),
                _ => false,
            };
            !opinion
        })?;
        (object > from && self.determined(object)).then_some(object)
    }

    /// A noun phrase without preposition that has an article.
    fn determined(&self, at: usize) -> bool {
        self.noun(at).is_some_and(|n| n.prep.is_none() && !n.date && n.determiner != Determiner::None)
    }
}
