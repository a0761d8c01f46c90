//! What commas set off between a verb or a noun and what hangs on it: clauses and participles that tell of somebody, sources,
//! days, verbs of saying. Comes in the chunk of a comma or of what stands behind one, goes out whether the head goes on there.

use super::{Parse, Subject, REACH};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::{Chunk, ChunkKind, Determiner};
use crate::syntax::{VerbForm, Voice};

/// How many chunks a clause set off between a verb and its object may have.
const SET_OFF: usize = 9;

impl Parse<'_> {
    /// The comma that closes what the one at `comma` opens behind a noun: a relative clause, a participle or another word
    /// that tells of it.
    pub(super) fn told_between(&self, comma: usize) -> Option<usize> {
        self.noun(comma.checked_sub(1)?).filter(|n| !n.date)?;
        let clause = match self.chunks.get(comma + 1)?.kind {
            ChunkKind::Relative(_) => true,
            ChunkKind::Verb(_) if self.group(comma + 1).is_some_and(|g| g.form == VerbForm::PastParticiple) => false,
            ChunkKind::Other => false,
            _ => return None,
        };
        let end = (comma + 2..self.chunks.len().min(comma + REACH / 3)).find(|&i| {
            !matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Verb(_) | ChunkKind::Other)
        })?;
        let finite = (comma + 1..end).filter(|&i| self.finite(i)).count();
        (self.kind(end) == ChunkKind::Comma && self.noun(end - 1).is_some() && finite == usize::from(clause))
            .then_some(end)
    }

    /// Whether the noun phrase in chunk `at`, behind the second comma of a pair, hangs on `head`: one that commas set off in its
    /// turn may belong to what they close.
    pub(super) fn resumed(&self, head: usize, at: usize, object: bool) -> bool {
        let Some(noun) = self.noun(at) else { return false };
        let own = match noun.prep {
            // « la levée par X, dont le pays …, de l'embargo »
            Some(p) => {
                p != Prep::DE
                    || self.group(head).is_some()
                    || (head + 1..at)
                        .take_while(|&i| self.kind(i) != ChunkKind::Comma)
                        .all(|i| self.noun(i).is_none_or(|n| n.prep.is_some_and(|p| p != Prep::DE)))
            }
            // « a conclu avec X, dont le pays …, une alliance »
            None => {
                !object
                    && !noun.date
                    && noun.determiner != Determiner::None
                    && noun.mention.is_none()
                    && self.group(head).is_some_and(|g| g.voice == Voice::Active)
            }
        };
        let next = (at + 1..self.chunks.len()).find(|&i| self.noun(i).is_none());
        own && self.host[at].is_none()
            && self.previous[at].is_none()
            // « Après avoir accusé X, dont le pays …, de mensonge, Y … »
            && next.is_some_and(|i| {
                self.kind(i) != ChunkKind::Comma || self.group(head).is_some_and(|g| !g.is_finite())
            })
            && !(noun.prep.is_none() && next.is_some_and(|i| self.finite(i)))
    }

    /// « , côté turc, »
    pub(super) fn on_side(&self, at: usize) -> bool {
        self.sided(at) && self.kind_is(at + 1, ChunkKind::Comma)
    }

    /// « côté turc »
    #[must_use]
    pub fn sided(&self, at: usize) -> bool {
        self.noun(at).is_some_and(|n| n.prep.is_none() && n.mention.is_none() && self.head(at) == "côté")
    }

    /// « a signé mardi, avec X, ministre de Y, un accord »: whether the verb before still waits for its object in chunk `at`.
    pub(super) fn awaited(&self, at: usize) -> bool {
        let Some(verb) = (at.saturating_sub(10)..at).rev().find(|&i| self.group(i).is_some()) else { return false };
        let active = self.group(verb).is_some_and(|g| g.is_finite() && g.voice == Voice::Active && !g.clitics.direct());
        let free =
            |i: usize| self.bare(i) && self.host[i].is_none() && !self.noun(i).is_some_and(|n| n.date || n.glued);
        let human = self.cues.human(self.head(at));
        active
            && !human
            && self.kind(verb + 1) != ChunkKind::Comma
            && !(verb + 1..at).any(free)
            && self.noun(verb + 1).is_some()
    }

    /// « , après avoir vu X, »: an infinitive that « après », « avant de » or « sans » leads, a gerund, « tout » before it or not.
    pub(super) fn set_off_infinitive(&self, at: usize) -> bool {
        let at = at + usize::from(self.kind_is(at, ChunkKind::Other) && self.token_is(at, &["tout"]));
        self.group(at).is_some_and(|g| match g.form {
            VerbForm::Infinitive => g.marker.is_some_and(|m| !matches!(m, Prep::A | Prep::DE | Prep::POUR)),
            VerbForm::Gerund => true,
            _ => false,
        })
    }

    /// « a signé, sans que X soit invité, un accord »: the comma behind the clause that a conjunction in chunk `at` opens, where the
    /// object of the verb before it follows.
    pub(super) fn set_off_clause(&self, at: usize) -> Option<usize> {
        let bare = |c: &Chunk| c.last == c.first + 1 && self.token_is(at, &["que", "qu'", "si", "s'"]);
        let opens = self.kind_is(at, ChunkKind::Subordinator) && !bare(&self.chunks[at]);
        let verb = at.checked_sub(2).filter(|&v| opens && self.finite(v) && self.kind(at - 1) == ChunkKind::Comma)?;
        self.group(verb).filter(|g| g.voice == Voice::Active && !g.clitics.direct())?;
        let stop = self.chunks.len().min(at + SET_OFF);
        let end = (at + 2..stop).find(|&i| self.kind(i) == ChunkKind::Comma)?;
        let told = (at + 1..end).filter(|&i| self.finite(i)).count() == 1;
        let object = self.noun(end + 1).filter(|n| n.prep.is_none() && !n.date);
        let object = object.is_some_and(|n| n.mention.is_some() || n.determiner != Determiner::None);
        // « X a réagi, alors que Y partait, Z a … »: a verb of its own makes it a subject.
        let subject = (end + 2..self.chunks.len().min(end + SET_OFF))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Relative(_) | ChunkKind::And))
            .any(|i| self.finite(i));
        (told && object && !subject).then_some(end)
    }

    /// Whether the comma at `comma` closes the clause of the verb in `head`, behind which another verb's object follows.
    pub(super) fn closes_set_off(&self, head: usize, comma: usize) -> bool {
        let opener = (head.saturating_sub(4)..head).rev().find(|&i| self.kind(i) == ChunkKind::Subordinator);
        opener.and_then(|o| self.set_off_clause(o)) == Some(comma)
    }

    /// « a reçu mardi, une délégation de X »: an object that only adjuncts and their commas part from its verb.
    pub(super) fn set_off_object(&self, head: usize, at: usize) -> bool {
        let Some(noun) = self.noun(at) else { return false };
        let adjuncts = self.only_adjuncts(head, at);
        // « a déclaré, à Paris, le ministre »: unless its subject stands before it, a verb of saying has it behind.
        let alone = self.group(head).filter(|g| g.is_finite() && g.subject.is_none());
        let said = alone.and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v))
            && !matches!(self.subject(head), Subject::Chunk(s) if s < head
                && self.noun(s).is_some_and(|n| n.mention.is_some() || n.determiner == Determiner::Demonstrative));
        if !adjuncts || said || noun.mention.is_none() && noun.determiner == Determiner::None {
            return false;
        }
        // « s'est rendu à Tunis, la capitale »: the same sort of thing right behind a comma explains what is before it.
        let before = at.checked_sub(2).filter(|&b| b > head);
        // « a reconnu, au nom de la France, l'indépendance du Kosovo, … »: what closes an adjunct of several words.
        let adjunct = before
            .and_then(|b| self.noun(b)?.prep)
            .is_some_and(|p| self.context.lexicon.grammar().prep_name(p).contains(' '));
        let before = before.and_then(|b| self.mention(b)).map(Mention::kind);
        let people = |k: MentionKind| matches!(k, MentionKind::Person | MentionKind::Official);
        let explains = match (before, self.mention(at).map(Mention::kind)) {
            // « a accordé, mardi à Tunis, une audience au ministre »: the commas hold a circumstance.
            _ if self.opens_with_comma(head, at) => false,
            (Some(a), Some(b)) => a == b || people(a) && people(b),
            (Some(MentionKind::Date) | None, None) => false,
            (Some(_), None) => !adjunct && self.closes_apposition(at),
            _ => false,
        };
        // « Jeudi, X a parlé à Paris, Y à Rome »: with a verb of its own it is a subject.
        let subject = (at + 1..self.chunks.len().min(at + 10))
            .take_while(|&i| {
                !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Relative(_) | ChunkKind::Subordinator)
            })
            .find(|&i| self.group(i).is_some())
            .is_some_and(|i| {
                let incise = self.kind(i - 1) == ChunkKind::Comma
                    && self.group(i).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v));
                // « a limité, mercredi, ses relations et suspendu le commerce »
                let joined = self.kind(i - 1) == ChunkKind::And;
                // « Après avoir condamné, comme prévu, la Syrie, le ministre a … »
                let nearer = (at + 2..i).any(|k| {
                    self.kind(k - 1) == ChunkKind::Comma
                        && self.bare(k)
                        && self.host[k].is_none()
                        && self.previous[k].is_none()
                });
                // « X, qui a libéré, comme prévu, Y, évoque … »
                let main = self.kind(i - 1) == ChunkKind::Comma && self.within_who(head);
                !nearer
                    && !main
                    && self.finite(i)
                    && !incise
                    && !joined
                    && self.group(i).is_some_and(|g| g.subject.is_none())
            });
        !explains && !subject
    }

    /// Whether one pair of commas, the first right behind the verb in `head`, holds all that stands before `at`.
    pub(super) fn opens_with_comma(&self, head: usize, at: usize) -> bool {
        let comma = |i: &usize| self.kind(*i) == ChunkKind::Comma;
        let first = (head + 1..at).find(|&i| !matches!(self.kind(i), ChunkKind::Adverb(_)));
        // « ont tenu, le 2 mars à X, la capitale, une réunion »: the comma of an explanation opens nothing.
        let explains = |i: &usize| self.host.get(*i + 1).copied().flatten().is_some();
        let count = (head + 1..at).filter(|i| comma(i) && !explains(i)).count();
        // « ont remis, le 2 mars, au siège de X à Y, leurs lettres de créance »
        let own = self.noun(at).is_some_and(|n| n.determiner == Determiner::Possessive && n.mention.is_none());
        first.filter(comma).is_some() && (count == 2 || own && count > 2) && comma(&(at - 1))
    }

    pub(super) fn only_adjuncts(&self, from: usize, to: usize) -> bool {
        (from + 1..to).all(|i| match self.kind(i) {
            ChunkKind::Noun(n) if n.date || n.prep.is_some() => true,
            // « selon l'agence Interfax »
            ChunkKind::Noun(n) if n.glued || self.host[i].is_some() || self.previous[i].is_some() => true,
            ChunkKind::Adverb(_) | ChunkKind::Comma | ChunkKind::Quote | ChunkKind::And => true,
            // « a remis aujourd'hui (mardi), à Oslo, ses lettres »
            ChunkKind::Open | ChunkKind::Close => true,
            // « dans un communiqué publié sur son site »
            ChunkKind::Verb(_) => {
                let behind = self.noun(i.wrapping_sub(1)).is_some_and(|n| !n.date && n.prep.is_some());
                self.incise(i) || behind && self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
            }
            _ => i.checked_sub(1).is_some_and(|b| self.incise(b)),
        })
    }

    /// « …, affirme le journal, … »: a verb of saying between commas.
    pub(super) fn incise(&self, at: usize) -> bool {
        let said = self.group(at).filter(|g| g.is_finite()).and_then(|g| g.verb).is_some_and(|v| self.cues.speech(v));
        said && at > 0
            && self.kind(at - 1) == ChunkKind::Comma
            // « X, membre de Y, poursuivra son voyage, … »: a thing of his says nothing.
            && self.noun(at + 1).is_some_and(|n| {
                n.prep.is_none() && (n.determiner != Determiner::Possessive || n.mention.is_some())
            })
            && (at + 2..self.chunks.len().min(at + 7))
                // « rapporte le quotidien « X », »
                .find(|&i| {
                    let called = self.kind(i - 1) == ChunkKind::Quote && self.noun(i).is_some();
                    !called
                        && self.kind(i) != ChunkKind::Quote
                        && self.noun(i).is_none_or(|n| n.prep.is_none() && !n.glued)
                })
                .is_some_and(|i| self.kind(i) == ChunkKind::Comma)
    }
}
