//! « des » and « de » that are no prepositions: the plural of « un » behind a verb.
//!
//! Comes in: the chunk of a verb and that of the noun behind it. Goes out: whether the noun is its object.

use super::Parse;
use crate::lexicon::grammar::Prep;
use crate::lexicon::Pos;
use crate::relation::chunk::Determiner;
use crate::relation::cue::List;
use crate::syntax::Voice;

impl Parse<'_> {
    /// « a mis en place des sanctions »: « des » behind a verb and its « en » with a bare noun is no « de les ».
    pub(super) fn several_behind_phrase(&self, verb: usize, at: usize) -> bool {
        at == verb + 2
            && self.context.source.lowered(self.chunks[at].first as usize) == "des"
            && self
                .noun(verb + 1)
                .is_some_and(|n| n.prep == Some(Prep::EN) && n.determiner == Determiner::None && n.mention.is_none())
    }

    /// « rencontrera de hauts responsables »: « de » before an adjective is the plural of « un ».
    pub(super) fn several_described(&self, verb: usize, at: usize) -> bool {
        let first = self.chunks[at].first as usize;
        let active = self.group(verb).is_some_and(|g| g.voice == Voice::Active && !g.clitics.direct());
        let plural = |t: usize| {
            let pos = self.context.word(t).pos;
            pos.any(Pos::ADJECTIVE) && pos.any(Pos::PLURAL) && self.context.source.lowered(t).ends_with(['s', 'x'])
        };
        at == verb + 1
            && active
            && matches!(self.context.source.lowered(first), "de" | "d'")
            && plural(first + 1)
            && self.noun(at).is_some_and(|n| n.plural && n.mention.is_some())
            && !self.verb_is(verb, List::Of)
            && !self.verb_is(verb, List::OfBesides)
    }
}
