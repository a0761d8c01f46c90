//! What a description of somebody says, and whether it may mean a group of mentions.
//!
//! Comes in: an official that names nobody, and a group with the offices it holds. Goes out: yes or no. Which of several
//! groups is meant is for `description` to choose.

use super::cluster::Who;
use super::description::{noun_token, same_words};
use super::office::{self, Held};
use crate::id::Code;
use crate::lexicon::Role;
use crate::mention::{Context, Mention, Mentions, OfficeStatus, Official};

/// What a description says.
pub(super) struct Said<'a> {
    pub official: &'a Official,
    pub role: Role,
    pub bare: bool,
    pub noun: &'a str,
    /// The head noun is one for whoever rules.
    pub ruler: bool,
    pub text: &'a Mention,
}

impl Said<'_> {
    /// Whether the group may be meant, and whether the text itself told its office.
    pub fn fits(&self, context: Context<'_>, mentions: &Mentions, group: &Who) -> Option<bool> {
        let mut best = None;
        for held in &group.offices {
            if self.held(context, mentions, held) {
                // What « son homologue » holds is concluded, not told.
                let concluded = held.mention.and_then(|m| mentions.list[m].official()).is_some_and(|o| o.counterpart);
                best = Some(best.unwrap_or(false) | (held.title.is_some() && !concluded));
            }
        }
        best
    }

    /// « le responsable russe », « le diplomate turc »: whoever of that country has been told of.
    pub fn is_vague(&self) -> bool {
        let official = self.official;
        self.role == Role::Official
            && !official.countries.is_empty()
            && !official.counterpart
            && official.portfolio_span.is_none()
            && official.accredited_to.is_empty()
            && official.status == OfficeStatus::Current
    }

    /// Whether the description is the beginning of an official of the group.
    pub fn shortens(&self, context: Context<'_>, mentions: &Mentions, group: &Who) -> bool {
        group.offices.iter().any(|held| self.begins(context, mentions, held))
    }

    /// Whether the description says more than its noun.
    pub fn is_long(&self) -> bool {
        self.text.last - self.text.first > 2
    }

    /// Whether the description, longer than its noun, is the beginning of what was said of this office.
    fn begins(&self, context: Context<'_>, mentions: &Mentions, held: &Held) -> bool {
        let words = self.text.first as usize..self.text.last as usize;
        // « le ministre omanais » after « le ministre omanais des Affaires étrangères »
        let nation = !self.official.countries.is_empty() && words.len() == 2;
        // « le haut représentant » after « le haut représentant de l'UE pour … »
        let titled = words.len() == 2 && self.official.title.end == self.text.span.end;
        held.mention.filter(|_| self.is_long() || nation || titled).is_some_and(|m| {
            let other = mentions.list[m].first as usize..mentions.list[m].last as usize;
            words.len() < other.len()
                && words.clone().zip(other).all(|(a, b)| context.source.folded(a) == context.source.folded(b))
        })
    }

    fn held(&self, context: Context<'_>, mentions: &Mentions, held: &Held) -> bool {
        let former = self.official.status == OfficeStatus::Former;
        let status = self.official.status;
        let special = matches!(status, OfficeStatus::Acting | OfficeStatus::Elect) && status != held.status;
        if former != held.former || special {
            return false;
        }
        let held_noun = held.noun.map_or("", |t| context.source.folded(t as usize));
        if self.is_vague() {
            return held.mention.is_some() && same_set(&self.official.countries, &held.countries);
        }
        let noun = || !held_noun.is_empty() && office::same_noun(self.noun, held_noun);
        let ruler = self.ruler && matches!(held.role, Role::HeadOfGovernment | Role::Monarch | Role::HeadOfState);
        // « le président » is no king, « le roi » no president.
        let crowned = held.role == Role::Monarch && self.noun.starts_with("president")
            || self.role == Role::Monarch && held.role == Role::HeadOfState;
        let role = office::roles_agree(self.role, held.role) && !crowned
            || ruler
            || self.role == Role::HeadOfGovernment && office::is_ruler_word(held_noun);
        if self.bare {
            // « la présidente » may be any president; « le porte-parole » only one called so.
            let general = self.role.is_unique()
                || self.role == Role::Minister
                || matches!(self.role, Role::Governor | Role::StateSecretary)
                || self.role == Role::Mayor;
            // « le diplomate » after « l'ambassadeur de France »
            let envoy = matches!(held.role, Role::Ambassador | Role::Consul | Role::Envoy);
            let alone = self.official.title.end == self.text.span.end;
            let posted =
                || alone && envoy && (self.noun.starts_with("diplomate") || self.noun.starts_with("emissaire"));
            // « le président » may be any president, « le président de l'Assemblée nationale » only one of such a house.
            let plain = self.text.last as usize == noun_token(context, self.official) + 1;
            let same = || plain && noun() || self.begins(context, mentions, held);
            let alike = || self.role == held.role && noun() || self.begins(context, mentions, held);
            return (if general { role || same() } else { alike() || posted() }) && self.portfolio(context, held);
        }
        if !role || !same_set(&self.official.countries, &held.countries) || !self.portfolio(context, held) {
            return false;
        }
        if !self.official.accredited_to.is_empty()
            && !held.accredited.is_empty()
            && !same_set(&self.official.accredited_to, &held.accredited)
        {
            return false;
        }
        let portfolio = self.official.portfolio_span.is_some() && held.portfolio_span.is_some();
        let same_text = held.mention.is_some_and(|m| same_words(context, self.text, &mentions.list[m]));
        self.role.is_unique()
            || portfolio
            || same_text
            || self.begins(context, mentions, held)
            || self.official.counterpart
            || !self.official.accredited_to.is_empty() && noun()
            // « l'ambassadeur français » after « l'ambassadeur de France à Niamey »
            || held.role == Role::Ambassador && self.role == Role::Ambassador && noun()
            // « le ministre russe » after « le chef de la diplomatie russe »
            || self.role == Role::Minister && held.mention.is_some() && self.text.last - self.text.first == 2
    }

    /// Two portfolios must be one; a missing one says nothing, unless the description says more than the holder's title.
    fn portfolio(&self, context: Context<'_>, held: &Held) -> bool {
        match (self.official.portfolio_span, held.portfolio_span) {
            (Some(one), Some(other)) => {
                self.official.portfolio.is_some() && self.official.portfolio == held.portfolio
                    || one.of(context.source.text).eq_ignore_ascii_case(other.of(context.source.text))
            }
            (Some(_), None) => {
                held.title.is_none() && self.role != Role::Minister || self.role == held.role && self.role.is_unique()
            }
            _ => true,
        }
    }
}

fn same_set(one: &[Code], other: &[Code]) -> bool {
    one.len() == other.len() && one.iter().all(|c| other.contains(c))
}
