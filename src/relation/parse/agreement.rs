//! Whether a noun phrase can be the subject of a verb by its form: number, and what stands before it. Comes in the two
//! chunks, goes out yes or no, or the noun that agrees.

use super::{Parse, REACH};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::Determiner;

impl Parse<'_> {
    pub(super) fn capital(&self, token: usize) -> bool {
        self.context.source.get(token).is_some_and(|t| t.is_capitalized())
    }

    /// Whether a noun phrase and a finite verb agree in number, as far as both tell it.
    pub(super) fn agrees(&self, noun: usize, verb: usize) -> bool {
        let (Some(noun_phrase), Some(group)) = (self.noun(noun), self.group(verb)) else { return true };
        if !group.is_finite() || group.verb.is_none() {
            return true;
        }
        // « une cinquantaine de pays ont reconnu … »
        let collective = noun_phrase.mention.is_none()
            && self.noun(noun + 1).is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::None);
        let several = noun_phrase.plural || self.next[noun].is_some() || collective;
        let one = match noun_phrase.mention.and_then(|m| self.mentions.get(m.index())).map(Mention::kind) {
            Some(MentionKind::Person) => true,
            Some(MentionKind::Official) => noun_phrase.determiner == Determiner::Definite,
            Some(_) => false,
            None => noun_phrase.determiner != Determiner::None,
        };
        if group.plural {
            several || !one
        } else {
            !(noun_phrase.plural && noun_phrase.mention.is_none())
        }
    }

    /// « les consignes de l'ONU, qui exigeaient … »: a plural verb is the nouns' before one organisation or place.
    pub(super) fn agrees_before(&self, at: usize, verb: usize) -> bool {
        // « les consignes de sécurité de X »
        let sort = |&i: &usize| {
            let n = self.noun(i)?;
            let bare = n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None;
            i.checked_sub(1).filter(|_| bare)
        };
        let head = at.checked_sub(1).map(|before| sort(&before).unwrap_or(before));
        let Some((noun, head)) = self.noun(at).zip(head.and_then(|h| self.noun(h))) else { return false };
        let named =
            self.mention(at).is_some_and(|m| matches!(m.kind(), MentionKind::Organization | MentionKind::Place));
        named
            && !noun.plural
            && self.previous[at].is_none()
            && self.next[at].is_none()
            && self.group(verb).is_some_and(|g| g.plural)
            && head.mention.is_none()
            && head.plural
    }

    /// « A et B, qui ont … »: a verb in the plural behind a singular takes the whole coordination.
    pub(super) fn whole_antecedent(&self, chunk: usize, verb: usize) -> usize {
        let one = self.noun(chunk).is_some_and(|n| !n.plural);
        if !one || self.group(verb).is_none_or(|g| !g.plural) {
            return chunk;
        }
        std::iter::successors(Some(chunk), |&c| self.previous[c]).take(REACH).last().unwrap_or(chunk)
    }
}
