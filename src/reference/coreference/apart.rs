//! Whom a pronoun does not mean, near as he may stand.
//!
//! Comes in: a mention and the token of the pronoun. Goes out: whether the
//! mention is another than the pronoun by grammar alone, or says what the one
//! it means is. Never chooses among those that are left.

use super::super::description::sentence_of;
use super::subject::NESTED;
use super::Finder;
use crate::id::EntityId;
use crate::lexicon::grammar::Function;
use crate::lexicon::Pos;
use crate::mention::MentionKind;
use crate::syntax::VerbForm;

impl Finder<'_> {
    /// « Nommé par X en 2014, il … »: who acts in the participle before the pronoun is somebody else.
    pub(super) fn acts_on_pronoun(&self, index: usize, token: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(self.sentence_of(index));
        if self.partner_of_pronoun(index, token) {
            return true;
        }
        let ahead = groups.first().is_some_and(|g| g.form == VerbForm::PastParticiple)
            && groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first as usize == token);
        let first = self.mention(index).first as usize;
        ahead && (first.saturating_sub(4)..first).any(|t| self.context.source.lowered(t) == "par")
    }

    /// « Après sa rencontre avec X, il … », « Après avoir reçu X, il … »: whom the pronoun itself deals with is somebody else.
    fn partner_of_pronoun(&self, index: usize, token: usize) -> bool {
        let first = self.mention(index).first as usize;
        let sentence = self.sentence_of(index);
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let subject = groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first as usize == token);
        let start = self.context.source.tokens.sentences().get(sentence).map_or(first, |s| s.start as usize);
        let own = |t: usize| self.context.word(t).function == Function::Possessive;
        let deals = groups.first().is_some_and(|g| {
            (g.first as usize) < first
                && matches!(g.form, VerbForm::Infinitive | VerbForm::Gerund | VerbForm::PresentParticiple)
        });
        subject && first < token && (deals || (start..first).any(own))
    }

    pub(super) fn excepted(&self, index: usize) -> bool {
        self.entity(index).is_some_and(|entity| {
            self.except.iter().any(|&other| entity == other || self.states && self.same_state(entity, other))
        })
    }

    /// « X a accusé Y. La capitale de X lui reproche … »: both stand for one state.
    fn same_state(&self, one: EntityId, two: EntityId) -> bool {
        let state = |entity: EntityId| self.entities.get(entity).filter(|e| e.kind == MentionKind::Place);
        state(one).zip(state(two)).is_some_and(|(a, b)| a.countries.len() == 1 && a.countries == b.countries)
    }

    /// « Le coordonnateur du Réseau X l'a reçu »: what says who one is that cannot be meant.
    pub(super) fn says_of_excepted(&self, index: usize) -> bool {
        (index.saturating_sub(NESTED)..index).any(|i| self.excepted(i) && self.complements_end(i) > index)
    }

    /// « Ancien ministre de X, il … », « envoyé comme émissaire, il … »: an office without article at the head of a sentence explains the pronoun behind it.
    pub(super) fn explains_pronoun(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        mention.official().is_some_and(|o| o.holder.is_none())
            && (source.get(mention.first as usize).is_some_and(|t| t.starts_sentence())
                || self.is_capacity(index)
                || self.is_predicate(index)
                || self.is_bare(index))
            || self.is_of_kin(index)
    }

    /// « X est un avocat et diplomate polonais »: what somebody is.
    fn is_predicate(&self, index: usize) -> bool {
        let first = self.mention(index).first;
        let groups = &self.context.syntax.groups;
        let Some(before) = groups[..groups.partition_point(|g| g.first < first)].last() else { return false };
        let is = before.verb.is_some_and(|v| self.context.lexicon.vocabulary().lemma(v) == "être");
        let bare = |t: u32| {
            !matches!(self.context.source.lowered(t as usize), "le" | "la" | "l'" | "," | "par" | "de" | "du" | "avec")
        };
        is && before.is_finite() && first - before.last <= 5 && (before.last..first).all(bare)
    }

    /// « Député en 1979, puis commissaire européen, il … », « nommée ambassadrice, elle … »: an office without article says
    /// what somebody is.
    fn is_bare(&self, index: usize) -> bool {
        let determines = |t: usize| {
            let function = self.context.word(t).function;
            function.determines() || matches!(function, Function::OfDefinite | Function::ToDefinite)
        };
        let first = self.mention(index).first as usize;
        let sentence = self.sentence_of(index);
        let near = |t: usize| determines(t) && sentence_of(self.context, t) == sentence;
        first > 0 && !(first.saturating_sub(2)..first).any(near)
    }

    /// « Fils d'un diplomate, il … »: the one a noun without article at the head of the sentence hangs on is somebody else.
    fn is_of_kin(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        let sentence = self.sentence_of(index);
        let Some(start) = source.tokens.sentences().get(sentence).map(|s| s.start as usize) else { return false };
        let before = mention.first as usize;
        let of = (start + 1..before).len() <= 2
            && matches!(source.lowered(start + 1), "de" | "d'" | "du")
            && self.context.lexical.words.get(start).is_some_and(|&w| self.context.lexicon.word(w).pos.any(Pos::NOUN));
        let (_, groups) = self.context.syntax.groups_of(sentence);
        of && sentence == self.sentence
            && groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first >= mention.last && g.subject.is_some())
    }

    /// « comme émissaire de X », « en qualité de ministre », « en tant que nouveau chef »: says what somebody is, and is
    /// nobody besides.
    pub(super) fn is_capacity(&self, index: usize) -> bool {
        let source = self.context.source;
        let first = self.mention(index).first as usize;
        let first = first - usize::from(first > 0 && self.context.word(first - 1).pos.any(Pos::ADJECTIVE));
        let before = |n: usize| first.checked_sub(n).map_or("", |i| source.lowered(i));
        matches!((before(2), before(1)), (_, "comme") | ("qualité" | "titre" | "tant", "de" | "d'" | "que" | "qu'"))
    }
}
