//! Sport and shows: what private people do with one another there is no event of public life.
//!
//! Comes in: a trigger and whoever fills its roles. Goes out: whether all of them are private people or firms, in a sentence
//! or a text that speaks of sport or shows. The text is read once, when first asked for.

use super::{Candidate, Extraction};
use crate::lexicon::Role;
use crate::mention::MentionData;
use crate::relation::arguments::{Found, Trigger};
use crate::relation::cue::List;
use crate::relation::frame::Kinds;

/// How many words of sport and shows make a text one of them.
const MANY: usize = 2;

impl Extraction<'_, '_> {
    /// Whether sport or shows are all that the sentence tells of.
    pub(super) fn at_leisure(&self, trigger: &Trigger<'_>, candidate: &Candidate) -> bool {
        let mut parties = candidate.roles[..2].iter().flatten().peekable();
        if parties.peek().is_none() || !parties.all(|f| self.private(trigger, f)) {
            return false;
        }
        let chunks = trigger.parse.chunks;
        let (Some(first), Some(last)) = (chunks.first(), chunks.last()) else { return false };
        let told = |token: &usize| {
            let word = self.context.source.lowered(*token);
            let listed = |w: &str| self.frames.cues.lists(List::Leisure, w);
            listed(word) || word.strip_suffix('s').is_some_and(listed)
        };
        (first.first as usize..last.last as usize).any(|t| told(&t))
            || *self.leisure.get_or_init(|| (0..self.context.source.len()).filter(told).take(MANY).count() == MANY)
    }

    /// Somebody without an office anywhere in the text, or a firm.
    fn private(&self, trigger: &Trigger<'_>, found: &Found) -> bool {
        let Some(mention) = self.mentions.list.get(found.mention.index()) else { return false };
        let entity = self.entities.of(found.mention).and_then(|e| self.entities.get(e));
        match mention.data {
            // Leaders that are known by name have a country.
            MentionData::Person { .. } => {
                found.official.is_none() && entity.is_none_or(|e| e.role.is_none() && e.countries.is_empty())
            }
            // « ses dirigeants », « le président » of a club
            MentionData::Official(ref o) => {
                matches!(o.role, Role::Official | Role::HeadOfState)
                    && o.holder.is_none()
                    && o.portfolio.is_none()
                    && entity.is_none_or(|e| e.countries.is_empty())
            }
            MentionData::Organization { .. } => trigger.fits(found, Kinds(Kinds::FIRM)),
            _ => false,
        }
    }
}
