//! Whom a noun without a name takes up again: « les deux dirigeants », « ce dernier », « le royaume », « le mouvement
//! islamiste », « le général ».
//!
//! Comes in: a chunk and its noun. Goes out: those told before that it means, and how they were found. What it means is
//! for `reference::coreference` to find; this says what is asked for, and who cannot be meant.

use super::{Found, Trigger};
use crate::id::{Code, EntityId};
use crate::lexicon::grammar::Prep;
use crate::lexicon::PlaceType;
use crate::mention::{MentionData, Official};
use crate::reference::coreference::{antecedent_but, land, Want};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::relation::parse::Role;
use crate::syntax::VerbForm;

/// What stands around a noun that takes up a country or a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing that would say which one it is.
    Nothing,
    /// Its country.
    Nation(Code),
}

impl Trigger<'_> {
    /// Those told before that the noun in `chunk`, which names nobody, takes up.
    pub(super) fn told_before(&self, chunk: usize, noun: &Noun, how: &'static str, out: &mut Vec<Found>) {
        let Some((want, told)) = self.asked_for(chunk, noun) else { return };
        // « de cette dernière »: behind the preposition.
        let token = match want {
            Want::Latter => self.latter_token(noun),
            _ => self.parse.chunks[chunk].first as usize,
        };
        // « X a reçu ce dernier », « X a attaqué le groupe »: nobody does that to himself.
        // But « X propose à Y de rétablir les relations entre les deux pays ».
        let among = matches!(want, Want::BothCountries | Want::BothPeople | Want::BothParties)
            && matches!(noun.prep, Some(Prep::ENTRE | Prep::DE));
        let except = if among { Vec::new() } else { self.doers(chunk) };
        for mention in antecedent_but(self.parse.context, self.mentions, self.entities, token, want, &except) {
            // « le mouvement libanais » is one of that country, or one of no country told.
            let entity = self.entities.of(mention).and_then(|e| self.entities.get(e));
            let nations = entity.map_or(&[][..], |e| &e.countries);
            if matches!(told, Told::Nation(nation) if !nations.is_empty() && !nations.contains(&nation)) {
                continue;
            }
            let official = self.office_of(mention).filter(|_| matches!(want, Want::Citizen(_)));
            out.push(Found { mention, official, chunk: Some(chunk), prep: noun.prep, how });
        }
    }

    /// « les deux ministres », « les deux dirigeants »: those two who were told before. Says whether they were.
    pub(super) fn both_holders(
        &self,
        chunk: usize,
        noun: &Noun,
        group: &Official,
        how: &'static str,
        out: &mut Vec<Found>,
    ) -> bool {
        let source = self.parse.context.source;
        let (first, title) = (self.parse.chunks[chunk].first as usize, source.token_at(group.title.start));
        if !group.countries.is_empty() || !(first..title).any(|t| source.lowered(t) == "deux") {
            return false;
        }
        let want = Want::BothHolding(group.role);
        let told =
            |but: &[EntityId]| antecedent_but(self.parse.context, self.mentions, self.entities, first, want, but);
        let mut both = told(&self.doers(chunk));
        // « X a annoncé que les deux dirigeants … »: of three he is none.
        if both.is_empty() {
            both = self.parse.saying_above(self.chunk).map_or_else(Vec::new, |verb| {
                told(&Self::verb(self.parse, self.mentions, self.entities, verb).subject_entities())
            });
        }
        let found = |mention| Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how };
        out.extend(both.iter().map(|&mention| found(mention)));
        !both.is_empty()
    }

    /// The first token of « celui-ci », « ce dernier ».
    fn latter_token(&self, noun: &Noun) -> usize {
        let head = noun.head as usize;
        head - usize::from(self.parse.context.source.lowered(head).starts_with("derni") && head > 0)
    }

    fn asked_for(&self, chunk: usize, noun: &Noun) -> Option<(Want, Told)> {
        let source = self.parse.context.source;
        let (first, at) = (self.parse.chunks[chunk].first as usize, noun.head as usize);
        let head = source.folded(at);
        let nothing = |want| Some((want, Told::Nothing));
        if (first..at).any(|t| source.lowered(t) == "deux") {
            if let Some(want) = Want::both(head) {
                return nothing(want);
            }
        }
        match head {
            // « Tous deux ont … »
            "deux" => return nothing(Want::BothParties),
            "celui" | "celle" | "ceux" | "celles" if source.lowered(at + 1) == "ci" => return nothing(Want::Latter),
            "dernier" | "derniere" | "derniers" | "dernieres" if noun.determiner == Determiner::Demonstrative => {
                return nothing(Want::Latter)
            }
            "pays" | "etats" if noun.plural && noun.determiner == Determiner::Demonstrative && self.alone(chunk) => {
                return nothing(Want::TheseCountries)
            }
            _ => {}
        }
        let possessive = noun.determiner == Determiner::Possessive && !noun.plural;
        if possessive && self.parse.cues.lists(List::Partner, source.lowered(at)) && self.alone(chunk) {
            return nothing(Want::Other);
        }
        if noun.plural || !matches!(noun.determiner, Determiner::Definite | Determiner::Demonstrative) {
            return None;
        }
        if let Some(country) = self.citizen(chunk, noun) {
            return nothing(Want::Citizen(country));
        }
        let lowered = source.lowered(at);
        if let Some((codes, both)) = land(lowered, source.lowered(at + 1)) {
            return Some((Want::Land(codes), self.described(chunk, at + 1 + usize::from(both), true)?));
        }
        if lowered == "pays" {
            return Some((Want::Country, self.described(chunk, at + 1, true)?));
        }
        let is = |list| self.parse.cues.lists(list, lowered);
        if is(List::Rank) {
            return self.alone(chunk).then_some((Want::Ranked(at), Told::Nothing));
        }
        if is(List::Body) {
            return Some((Want::Body, self.described(chunk, at + 1, false)?));
        }
        let capital = source.get(at).is_some_and(|t| t.is_capitalized());
        if capital && is(List::Chartered) && self.alone(chunk) {
            return Some((Want::Named(at), Told::Nothing));
        }
        let armed = is(List::Insurgent).then(|| self.described(chunk, at + 1, false)).flatten();
        armed.map(|told| (Want::Armed, told))
    }

    /// « le Russe », « l'Américain »: whose citizen somebody is who is told by nothing else.
    fn citizen(&self, chunk: usize, noun: &Noun) -> Option<Code> {
        let context = self.parse.context;
        let head = noun.head as usize;
        let bare = noun.determiner == Determiner::Definite && self.alone(chunk);
        let capital = context.source.get(head).is_some_and(|t| t.is_capitalized());
        context.nationality(head).filter(|_| bare && capital)
    }

    /// The noun has neither adjective nor complement that would say which one it is.
    fn alone(&self, chunk: usize) -> bool {
        let (this, noun) = (self.parse.chunks[chunk], self.parse.noun(chunk));
        noun.is_some_and(|n| n.head + 1 == this.last)
            && !self.restricted(chunk)
            && self.parse.noun(chunk + 1).is_none_or(|n| n.prep != Some(Prep::DE) || n.date)
    }

    /// « le groupe nommé par X », « le pays qui a signé »: what stands right behind the noun says which one it is.
    fn restricted(&self, chunk: usize) -> bool {
        let Some(behind) = self.parse.chunks.get(chunk + 1) else { return false };
        let epithet = || self.parse.cues.lists(List::Epithet, self.parse.context.source.lowered(behind.first as usize));
        match behind.kind {
            ChunkKind::Relative(_) => true,
            ChunkKind::Verb(_) => {
                self.parse.group(chunk + 1).is_some_and(|g| g.form == VerbForm::PastParticiple) && !epithet()
            }
            _ => false,
        }
    }

    /// What the words behind a noun, from token `from` on, tell of which one it is, where they only describe it: « le pays
    /// maghrébin », « le mouvement islamiste », « le royaume saoudien », and, of a land, « le pays d'Afrique de l'Ouest ».
    fn described(&self, chunk: usize, from: usize, land: bool) -> Option<Told> {
        let context = self.parse.context;
        let this = self.parse.chunks[chunk];
        let mut told = Told::Nothing;
        let mut at = from;
        while at < this.last as usize {
            if let Some((codes, last)) = context.demonym(at) {
                if let Some(nation) = context.nation(at, codes).filter(|_| codes.len() == 1) {
                    told = Told::Nation(nation);
                }
                at = last;
            } else if self.parse.cues.lists(List::Epithet, context.source.lowered(at)) {
                at += 1;
            } else {
                return None;
            }
        }
        let region = |n: &Noun| {
            n.mention.and_then(|m| self.mention(m)).is_some_and(|m| {
                matches!(
                    m.data,
                    MentionData::Place { place_type: PlaceType::Region | PlaceType::Continent | PlaceType::Area, .. }
                )
            })
        };
        let another =
            (this.first as usize..from).any(|t| self.parse.cues.lists(List::Another, context.source.lowered(t)));
        let behind = self.parse.noun(chunk + 1).filter(|n| n.prep == Some(Prep::DE) && !n.date);
        (!another && !self.restricted(chunk) && behind.is_none_or(|n| land && region(n))).then_some(told)
    }

    /// The subjects of the trigger verb, or of the verb around the trigger noun, and who else takes part, where `chunk` is
    /// none of them.
    pub(super) fn doers(&self, chunk: usize) -> Vec<EntityId> {
        let verb = match (self.group(), self.owner) {
            (Some(_), _) => Some(self.chunk),
            (None, Some((verb, role))) if role != Role::Subject => Some(verb),
            _ => None,
        };
        let own = self.parse.first_conjunct(chunk);
        let subject = verb.filter(|&v| self.parse.subject(v).chunk() != Some(own));
        let mut found = subject.map_or_else(Vec::new, |verb| {
            Self::verb(self.parse, self.mentions, self.entities, verb).subject_entities()
        });
        // « l'invasion de X par le pays », « X a discuté avec Y de la visite du pays »
        let parties = self.complements.iter().filter(|c| {
            let party = matches!(c.prep, None | Some(Prep::DE | Prep::A | Prep::PAR | Prep::AVEC | Prep::CONTRE));
            party && !c.fronted && !c.nested && self.parse.first_conjunct(c.chunk) != own
        });
        let mentions = parties.filter_map(|c| self.parse.noun(c.chunk)?.mention);
        found.extend(mentions.filter_map(|m| self.entities.of(m)));
        found
    }
}
