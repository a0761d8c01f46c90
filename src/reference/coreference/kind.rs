//! What a mention is: somebody, a country, a body; one or many; of which gender.
//!
//! Comes in: a mention by its number. Goes out: whether it is what a pronoun
//! or noun asks for. Asks the mention, the words before it and its entity,
//! never the sentence of the pronoun.

use super::{Finder, Want};
use crate::id::MentionId;
use crate::lexicon::{OrgType, PlaceType, Pos};
use crate::mention::{Gender, MentionData, MentionKind};

/// How many mentions of an entity are asked for its gender.
const MEMBERS: usize = 32;

impl Finder<'_> {
    pub(super) fn is_somebody(&self, index: usize) -> bool {
        match &self.mention(index).data {
            MentionData::Person { .. } => true,
            MentionData::Official(official) => !official.plural,
            _ => false,
        }
    }

    pub(super) fn is_country(&self, index: usize) -> bool {
        matches!(self.mention(index).data, MentionData::Place { place_type: PlaceType::Country, .. })
    }

    /// A capital where countries are asked for: « Riyad et Téhéran ont signé … Les deux pays … »
    pub(super) fn is_capital(&self, index: usize) -> bool {
        let MentionData::Place { entry: Some(entry), .. } = self.mention(index).data else { return false };
        matches!(
            self.context.lexicon.entry(entry).data,
            crate::lexicon::EntryData::Place { metonym, .. } if metonym != crate::lexicon::Metonym::None
        )
    }

    /// An organisation that is neither a government nor a paper.
    pub(super) fn is_body(&self, index: usize) -> bool {
        matches!(
            self.mention(index).data,
            MentionData::Organization { org_type, .. }
                if !matches!(org_type, OrgType::Ministry | OrgType::Government | OrgType::Media)
        )
    }

    /// An armed group.
    pub(super) fn is_armed(&self, index: usize) -> bool {
        matches!(self.mention(index).data, MentionData::Organization { org_type: OrgType::ArmedGroup, .. })
    }

    /// « les diplomates turcs », « les États-Unis », « les autorités turques »
    pub(super) fn is_many(&self, index: usize) -> bool {
        let before = (self.mention(index).first as usize).checked_sub(1).map_or("", |i| self.context.source.lowered(i));
        self.mention(index).official().is_some_and(|o| o.plural)
            || self.is_country(index) && matches!(before, "les" | "aux" | "des")
            || self.mention(index).kind() == MentionKind::Organization && before == "les"
    }

    /// Somebody, or a body that acts.
    pub(super) fn may_act(&self, index: usize) -> bool {
        self.is_somebody(index)
            || matches!(self.mention(index).kind(), MentionKind::Organization)
            || matches!(self.mention(index).data, MentionData::Place { place_type: PlaceType::Country, .. })
            // « a rompu avec Doha, l'accusant de … »: as an object; « il » alone is rather somebody.
            || (!self.except.is_empty() || self.reports(index))
                && self.entities.metonym_rule(MentionId::from_index(index)).is_some()
    }

    /// « Pékin a annoncé qu'il … »: what a city does that speaks for its government goes on in its own words.
    fn reports(&self, index: usize) -> bool {
        self.token.checked_sub(1).is_some_and(|b| self.context.source.lowered(b) == "qu'")
            && self.sentence_of(index) == self.sentence
            && self.is_subject(index)
    }

    pub(super) fn gender(&self, index: usize) -> Option<Gender> {
        let mention = self.mention(index);
        let first = mention.first as usize;
        let determiner = first.checked_sub(1).map_or("", |i| self.context.source.lowered(i));
        let told = match &mention.data {
            MentionData::Person { gender } => gender.or_else(|| self.gender_of_title(first)),
            MentionData::Official(official) if official.feminine => Some(Gender::Feminine),
            MentionData::Official(_) if matches!(determiner, "le" | "du" | "au" | "un") => Some(Gender::Masculine),
            MentionData::Official(_) => self.gender_of_noun(first),
            _ => match determiner {
                "le" | "du" | "au" => Some(Gender::Masculine),
                "la" => Some(Gender::Feminine),
                // « l'Ukraine », « l'Iran »: countries that begin with a vowel tell by their end.
                "l'" | "d'" if self.is_country(index) => Some(match self.ends_in_e(index) {
                    true => Gender::Feminine,
                    false => Gender::Masculine,
                }),
                _ => None,
            },
        };
        // What another mention of the entity tells.
        told.or_else(|| {
            let members = self.entities.mentions_of(self.entity(index)?);
            members.iter().take(MEMBERS).find_map(|m| match &self.mentions.list.get(m.index())?.data {
                MentionData::Person { gender } => *gender,
                MentionData::Official(official) if official.feminine => Some(Gender::Feminine),
                MentionData::Official(_) => {
                    let first = self.mentions.list[m.index()].first as usize;
                    let word = first.checked_sub(1).map_or("", |i| self.context.source.lowered(i));
                    matches!(word, "le" | "du" | "au" | "un").then_some(Gender::Masculine)
                }
                _ => None,
            })
        })
    }

    /// The first word of the mention ends in « e »: « l'Arabie saoudite » is judged by its noun.
    fn ends_in_e(&self, index: usize) -> bool {
        self.context.source.folded(self.mention(index).first as usize).ends_with('e')
    }

    /// « son ambassadeur »: by the noun, where it has one gender.
    fn gender_of_noun(&self, noun: usize) -> Option<Gender> {
        let pos = self.context.word(noun).pos;
        (pos.any(Pos::MASCULINE) && !pos.any(Pos::FEMININE)).then_some(Gender::Masculine)
    }

    /// « le colonel X », « la juge Y »: the article before the word before a name.
    fn gender_of_title(&self, first: usize) -> Option<Gender> {
        let title = first.checked_sub(1).and_then(|i| self.context.source.get(i)).is_some_and(|t| t.is_word());
        let article = first.checked_sub(2).map_or("", |i| self.context.source.lowered(i));
        match article {
            "le" | "un" if title => Some(Gender::Masculine),
            "la" | "une" if title => Some(Gender::Feminine),
            _ => None,
        }
    }

    pub(super) fn agrees(&self, index: usize, want: Want) -> bool {
        match want {
            Want::He => self.gender(index) != Some(Gender::Feminine),
            Want::She => self.gender(index) != Some(Gender::Masculine),
            _ => true,
        }
    }
}
