//! Pronouns and other words that name nobody by themselves.
//!
//! Comes in: the entities, and the token where « il », « son », « ce dernier »
//! or « les deux pays » stands. Goes out: the nearest earlier mention of whom
//! it means, or nothing: where two readings are left, none is taken.

mod apart;
mod kind;
mod land;
mod noun;
mod several;
mod single;
mod subject;

pub(crate) use land::{first_words as land_words, land};

use super::description::sentence_of;
use super::Entities;
use crate::id::{Code, EntityId, MentionId};
use crate::lexicon::Role;
use crate::mention::{Context, Mention, Mentions};
use crate::syntax::VerbGroup;

/// What kind of antecedent a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// il
    He,
    /// elle
    She,
    /// ils
    They,
    /// elles
    TheyFeminine,
    /// lui: of either gender
    Either,
    /// son, sa, ses: whose subject may be of either gender
    Possessive,
    /// leur, leurs
    PossessivePlural,
    /// ce dernier, cette dernière
    Latter,
    /// le pays, ce pays
    Country,
    /// le royaume, l'île, l'archipel: one of these
    Land(&'static [Code]),
    /// ces pays, ces États
    TheseCountries,
    /// le groupe, l'organisation, ce parti
    Body,
    /// la rébellion, la guérilla
    Armed,
    /// la Ligue, le Fonds: the body whose name begins with the word at the token given
    Named(usize),
    /// le général, le colonel: whom the word at the token given stands before
    Ranked(usize),
    /// le Russe, l'Américain: somebody of that country
    Citizen(Code),
    /// les deux pays, les deux capitales, les deux États
    BothCountries,
    /// les deux hommes, responsables, diplomates
    BothPeople,
    /// les deux présidents, ministres: people who hold that office, as far as is told
    BothHolding(Role),
    /// son interlocuteur, son hôte: the other of two people
    Other,
    /// les deux adversaires, rivaux: people, or else countries
    BothParties,
}

impl Want {
    /// What the noun, folded, of « les deux … » asks for.
    #[must_use]
    pub fn both(noun: &str) -> Option<Self> {
        Some(match noun {
            "pays" | "etats" | "capitales" | "nations" | "puissances" | "voisins" | "gouvernements" | "camps"
            | "parties" => Self::BothCountries,
            "dirigeants" | "hommes" | "ministres" | "presidents" | "responsables" | "chefs" | "diplomates"
            | "homologues" | "femmes" | "interlocuteurs" | "leaders" | "personnalites" | "negociateurs"
            | "ambassadeurs" | "monarques" | "souverains" | "empereurs" | "chanceliers" | "autorites" => {
                Self::BothPeople
            }
            "adversaires" | "belligerants" | "ennemis" | "rivaux" | "partenaires" | "protagonistes" | "allies" => {
                Self::BothParties
            }
            _ => return None,
        })
    }
}

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;
/// How many sentences back the only one of its sort may stand.
const FAR: usize = 3;
/// How many mentions back those told by what they are called may stand.
const CALLED: usize = 60;

/// The mentions that the word at `token` stands for: the nearest earlier mention of each entity it means. Empty when in
/// doubt. « il », « elle », « son » and « ce dernier » give at most one; plurals give one plural mention or several.
#[must_use]
pub fn antecedent(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    token: usize,
    want: Want,
) -> Vec<MentionId> {
    antecedent_but(context, mentions, entities, token, want, &[])
}

/// The same for a pronoun that can mean none of `except`: an object pronoun never means the subjects of its verb.
#[must_use]
pub fn antecedent_but(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    token: usize,
    want: Want,
    except: &[EntityId],
) -> Vec<MentionId> {
    let states = matches!(want, Want::He | Want::She | Want::Either);
    let finder = Finder { context, mentions, entities, token, sentence: sentence_of(context, token), except, states };
    match want {
        Want::He | Want::She | Want::Either | Want::Possessive => finder.single(want).into_iter().collect(),
        Want::Latter => finder.latter(),
        Want::They | Want::TheyFeminine | Want::PossessivePlural => finder.several(want),
        Want::Country => finder.only(Finder::is_country).into_iter().collect(),
        Want::Land(codes) => finder.land(codes).into_iter().collect(),
        Want::TheseCountries => finder.these_countries(),
        Want::Body => finder.only(Finder::is_body).into_iter().collect(),
        Want::Armed => finder.only(Finder::is_armed).into_iter().collect(),
        Want::Named(word) => finder.named(word).into_iter().collect(),
        Want::Ranked(word) => finder.ranked(word).into_iter().collect(),
        Want::Other => finder.other().into_iter().collect(),
        Want::Citizen(country) => finder.citizen(country).into_iter().collect(),
        Want::BothCountries | Want::BothPeople | Want::BothHolding(_) | Want::BothParties => finder.both(want),
    }
}

struct Finder<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
    token: usize,
    sentence: usize,
    except: &'a [EntityId],
    /// Another name of a state that is none of those wanted is none either.
    states: bool,
}

impl<'a> Finder<'a> {
    fn mention(&self, index: usize) -> &'a Mention {
        &self.mentions.list[index]
    }

    fn entity(&self, index: usize) -> Option<EntityId> {
        self.entities.of(MentionId::from_index(index))
    }

    fn sentence_of(&self, index: usize) -> usize {
        sentence_of(self.context, self.mention(index).first as usize)
    }

    /// Mentions that end before the token, in sentence `sentence`, by start.
    fn in_sentence(&self, sentence: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let list = &self.mentions.list;
        // One search in all mentions; those of a sentence are few.
        let range = self.context.source.tokens.sentences().get(sentence).map_or(0..0, |s| {
            let from = list.partition_point(|m| m.first < s.start);
            from..from + list[from..].iter().take_while(|m| m.first < s.end).count()
        });
        range.filter(|&i| self.mention(i).last as usize <= self.token)
    }

    /// The verb groups behind a mention in its sentence.
    fn groups_behind(&self, index: usize) -> &'a [VerbGroup] {
        let last = self.mention(index).last;
        let (_, groups) = self.context.syntax.groups_of(self.sentence_of(index));
        &groups[groups.partition_point(|g| g.first < last)..]
    }

    /// The distinct entities among `found`, each by its last mention.
    fn distinct(&self, found: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut list: Vec<usize> = Vec::new();
        for index in found {
            match list.iter().position(|&i| self.entity(i) == self.entity(index)) {
                Some(at) => list[at] = index,
                None => list.push(index),
            }
        }
        list
    }

    /// The nearest mention of the entity before the token.
    fn nearest(&self, index: usize) -> MentionId {
        let members = self.entity(index).map_or(&[][..], |e| self.entities.mentions_of(e));
        // An entity's mentions stand in the order of the text.
        let before = members
            .partition_point(|m| self.mentions.list.get(m.index()).is_some_and(|m| m.last as usize <= self.token));
        before.checked_sub(1).map_or(MentionId::from_index(index), |last| members[last])
    }
}
