//! Who says « je » or « nous » in a quotation.
//!
//! A quotation may go over several sentences, so it is read by tokens: the verb of saying right behind its end, or else
//! right before its beginning, and who is the subject of that.

use super::find::want;
use super::{Found, Trigger};
use crate::id::MentionId;
use crate::lexicon::OrgType;
use crate::mention::{Mention, MentionData, MentionKind};
use crate::reference::coreference::antecedent;
use crate::syntax::VerbGroup;

/// How whoever says « je » or « nous » is found.
pub const SPEAKER: &str = "speaker";
/// How many tokens a quotation may go on.
const REACH: usize = 240;
/// How many tokens may stand between the end of a quotation, the verb and who says it.
const NEAR: usize = 8;

/// Somebody says it; who, where he can be told.
type Said = Option<Option<MentionId>>;

impl Trigger<'_> {
    /// Who speaks in the quotation around token `token`.
    pub(super) fn speaker(&self, token: usize) -> Option<Found> {
        self.said(token).flatten()
    }

    /// Token `token` stands in words that somebody says whom the text does not name.
    pub(super) fn speaker_untold(&self, token: usize) -> bool {
        self.said(token) == Some(None)
    }

    fn said(&self, token: usize) -> Option<Option<Found>> {
        let found = self.spoken.get().unwrap_or_else(|| {
            let said = self.behind(token).or_else(|| self.ahead_of(token));
            said.map(|who| who.map(|mention| self.spoken_by(mention)))
        });
        self.spoken.set(Some(found));
        found
    }

    fn spoken_by(&self, mention: MentionId) -> Found {
        let holder = self.mention(mention).and_then(Mention::official).and_then(|o| o.holder);
        let (mention, official) = match holder {
            Some(holder) => (holder, Some(mention)),
            None => (mention, self.office_of(mention)),
        };
        Found { mention, official, chunk: None, prep: None, how: SPEAKER }
    }

    /// « … », a déclaré X
    fn behind(&self, token: usize) -> Said {
        let source = self.parse.context.source;
        let mut depth = 0_u32;
        for at in token..token + REACH {
            match source.str(at) {
                "" => return None,
                "«" | "“" | "„" => depth += 1,
                "»" | "”" if depth > 0 => depth -= 1,
                close @ ("»" | "”" | "\"") => match self.says_behind(at + 1) {
                    None if close == "\"" => {}
                    found => return found,
                },
                _ => {}
            }
        }
        None
    }

    /// Who is the subject of the verb of saying that follows at token `from`.
    fn says_behind(&self, from: usize) -> Said {
        let source = self.parse.context.source;
        let groups = &self.parse.context.syntax.groups;
        let group = groups.get(groups.partition_point(|g| (g.first as usize) < from))?;
        let start = group.first as usize;
        if !self.says(group) || start > from + NEAR || (from..start).any(|t| ends(source.str(t))) {
            return None;
        }
        if let Some(pronoun) = group.subject {
            return Some(self.taken_up(pronoun, start));
        }
        let after = group.last as usize;
        let from = self.mentions.list.partition_point(|m| (m.first as usize) < after);
        let who = self.mentions.list[from..]
            .iter()
            .take_while(|m| (m.first as usize) <= after + NEAR)
            .take_while(|m| !(after..m.first as usize).any(|t| ends(source.str(t))))
            .position(|m| speaks(m) && !self.led(m))
            .map(|i| MentionId::from_index(from + i));
        Some(who)
    }

    /// X a déclaré : « …
    fn ahead_of(&self, token: usize) -> Said {
        let source = self.parse.context.source;
        let mut depth = 0_u32;
        let open = (token.saturating_sub(REACH)..token).rev().find(|&at| match source.str(at) {
            "»" | "”" => {
                depth += 1;
                false
            }
            "«" | "“" | "„" if depth > 0 => {
                depth -= 1;
                false
            }
            "«" | "“" | "„" | "\"" => true,
            _ => false,
        })?;
        // « … », a dit X. « … »: he goes on.
        if open.checked_sub(1).is_some_and(|b| matches!(source.str(b), "." | "!" | "?")) {
            let closes = |&at: &usize| matches!(source.str(at), "»" | "”" | "\"");
            let close = (open.saturating_sub(REACH / 3)..open - 1).rev().find(closes)?;
            return self
                .says_behind(close + 1)
                .filter(|who| who.is_some_and(|m| self.mentions.list[m.index()].first < open as u32));
        }
        let groups = &self.parse.context.syntax.groups;
        let group = groups[..groups.partition_point(|g| (g.last as usize) <= open)].last()?;
        let (start, end) = (group.first as usize, group.last as usize);
        // « X a fait aujourd'hui la déclaration suivante : « … »
        let declares = group.is_finite()
            && (end..open).any(|t| matches!(source.lowered(t), "déclaration" | "déclarations" | "propos"))
            && (end..open).any(|t| source.str(t) == ":");
        if !self.says(group) && !declares
            || open > end + NEAR
            || (end..open).any(|t| ends(source.str(t)) && source.str(t) != ":")
        {
            return None;
        }
        if let Some(pronoun) = group.subject {
            return Some(self.taken_up(pronoun, start));
        }
        let last = self.mentions.list.partition_point(|m| (m.last as usize) <= start).checked_sub(1)?;
        let mention = &self.mentions.list[last];
        let beside = (mention.last as usize..start).all(|t| matches!(source.str(t), "," | ")"));
        Some((beside && speaks(mention) && !self.led(mention)).then(|| MentionId::from_index(last)))
    }

    fn says(&self, group: &VerbGroup) -> bool {
        group.is_finite() && group.verb.is_some_and(|v| self.parse.cues.speech(v))
    }

    fn taken_up(&self, pronoun: crate::syntax::Pronoun, token: usize) -> Option<MentionId> {
        let found = antecedent(self.parse.context, self.mentions, self.entities, token, want(pronoun)?);
        found.first().copied()
    }

    /// A preposition rules the mention: « a dit à Reuters », « a écrit dans Le Monde ».
    fn led(&self, mention: &Mention) -> bool {
        let first = mention.first as usize;
        (first.saturating_sub(2)..first).any(|t| {
            let word = self.parse.context.source.lowered(t);
            matches!(word, "à" | "au" | "aux" | "de" | "d'" | "du" | "des" | "dans" | "devant" | "sur" | "en" | "par")
        })
    }
}

/// Somebody, or a body or state that speaks.
fn speaks(mention: &Mention) -> bool {
    match &mention.data {
        MentionData::Organization { org_type, .. } => *org_type != OrgType::Media,
        _ => !matches!(mention.kind(), MentionKind::Date | MentionKind::Event),
    }
}

/// A mark that ends what is said, or a sentence.
fn ends(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | ";" | ":" | "«" | "»" | "“" | "”" | "\"")
}
