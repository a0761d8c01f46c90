//! Which nouns are called by a name right behind them, and which are followed by a phrase of its own.
//! Comes in a noun and the name behind it, goes out whether the two are one; no chunk is opened here.

use super::{Chunk, ChunkKind, Chunker, Determiner};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::Pos;
use crate::mention::MentionKind;

impl Chunker<'_, '_> {
    /// Nouns that carry a person's name without being that person (« le sommet Trump-Kim », « la loi X »).
    pub(super) fn named_thing(&self, head: usize) -> bool {
        let folded = self.context.source.folded(head);
        // « son épouse X »
        // « son Excellence X »
        if self.honorific(head) {
            return false;
        }
        // « l'otage X »
        let event = !self.cues.human(self.lowered(head))
            && (self.word(head).pos.any(Pos::FINITE | Pos::PAST_PARTICIPLE)
                || ["tion", "ment", "age", "ence"].iter().any(|ending| folded.ends_with(ending)));
        event
            || matches!(
                folded,
                "affaire"
                    | "loi"
                    | "plan"
                    | "projet"
                    | "sommet"
                    | "entretien"
                    | "entrevue"
                    | "proces"
                    | "clan"
                    | "famille"
                    | "doctrine"
                    | "camp"
                    | "duo"
                    | "tandem"
                    | "ere"
                    | "methode"
                    | "accord"
                    | "accords"
                    | "duel"
                    | "debat"
                    | "dossier"
                    | "pacte"
                    | "groupe"
                    | "bataillon"
                    | "aeroport"
                    | "prix"
                    | "axe"
                    | "diner"
                    | "tete"
                    | "face"
                    | "couple"
                    | "epoux"
                    | "regime"
                    | "cabinet"
                    | "equipe"
                    | "systeme"
                    | "avenue"
                    | "rue"
                    | "stade"
                    | "universite"
                    | "theorie"
                    | "annees"
                    | "scandale"
                    | "memorandum"
            )
    }

    /// A preposition that leads an event, a place or a time, and nobody: « à l'issue d'une longue réunion | X ».
    pub(super) fn sets_scene(&self, prep: Option<Prep>) -> bool {
        prep.is_some_and(|p| {
            matches!(
                self.context.lexicon.grammar().prep_name(p),
                "à l'issue de"
                    | "à l'occasion de"
                    | "au cours de"
                    | "au lendemain de"
                    | "au terme de"
                    | "dans"
                    | "dans le cadre de"
                    | "dès"
                    | "durant"
                    | "en"
                    | "en marge de"
                    | "lors de"
                    | "pendant"
            )
        })
    }

    /// « a reçu avec chaleur | Giorgia Meloni », « accuse dans un communiqué | Téhéran »: right behind the adjuncts of a verb its
    /// object begins, where the last of them is no noun that a name may be called by.
    pub(super) fn behind_adjunct(&self, kind: MentionKind) -> bool {
        // « lors d'une conférence de presse »
        let sort = |c: &&Chunk| {
            c.noun().is_some_and(|n| {
                n.prep == Some(Prep::DE) && n.determiner == Determiner::None && n.mention.is_none() && !n.plural
            })
        };
        let skipped = self.out.iter().rev().take_while(sort).count();
        let mut before = self.out.iter().rev().skip(skipped);
        let Some(adjunct) = before.next().and_then(Chunk::noun) else { return false };
        let called = match adjunct.determiner {
            Determiner::Definite if !adjunct.plural => {
                kind != MentionKind::Person || self.named_thing(adjunct.head as usize)
            }
            Determiner::None => self.named_thing(adjunct.head as usize),
            _ => false,
        };
        let hangs = |c: &Chunk| match c.kind {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date,
            ChunkKind::Adverb(_) => true,
            _ => false,
        };
        adjunct.prep.is_some_and(|p| p != Prep::DE)
            && adjunct.mention.is_none()
            && !called
            && before.find(|c| !hangs(c)).is_some_and(|c| c.verb().is_some())
    }

    /// Gives the common noun two chunks back the person named behind its complement.
    pub(super) fn names_the_noun_before(&mut self, person: Option<MentionId>) -> bool {
        let Some(index) = self.out.len().checked_sub(2) else { return false };
        let of = self
            .out
            .get(index + 1)
            .and_then(Chunk::noun)
            .is_some_and(|n| n.prep == Some(Prep::DE) && (n.mention.is_some() || n.determiner == Determiner::None));
        let Some(chunk) = self.out.get(index).copied() else { return false };
        let ChunkKind::Noun(mut noun) = chunk.kind else { return false };
        if !of || noun.mention.is_some() || noun.determiner == Determiner::None || self.named_thing(noun.head as usize)
        {
            return false;
        }
        noun.mention = person;
        self.out[index].kind = ChunkKind::Noun(noun);
        true
    }
}
