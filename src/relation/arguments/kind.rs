//! Whether a mention is of a kind a slot allows.

use super::phrase::{BUILDING, PART, SITE, TROOP};
use super::{Found, Trigger};
use crate::id::{Code, EntryId, MentionId};
use crate::lexicon::grammar::Prep;
use crate::lexicon::{self, EntryData, Metonym, OrgType, PlaceType};
use crate::mention::{is_regnal, Context, Mention, MentionData, MentionKind};
use crate::reference::Entities;
use crate::relation::chunk::Determiner;
use crate::relation::cue::{Cues, List};
use crate::relation::frame::Kinds;
use crate::syntax::VerbForm;

impl Trigger<'_> {
    /// Whether a mention is of a kind the slot allows.
    #[must_use]
    pub fn fits(&self, found: &Found, kinds: Kinds) -> bool {
        let Some(mention) = self.mention(found.mention) else { return false };
        let beside = found.official.and_then(|o| self.mention(o)).and_then(Mention::official);
        // The office the text tells elsewhere, or everybody knows.
        let held = || self.entities.get(self.entities.of(found.mention)?)?.role;
        let diplomatic =
            |role| matches!(role, lexicon::Role::Ambassador | lexicon::Role::Envoy | lexicon::Role::Consul);
        let diplomat = |o: &crate::mention::Official| {
            let title = self.word_of(o.title);
            // « le chef de la diplomatie » is a minister.
            let corps = title.contains("diplomat") && !title.contains("diplomatie");
            // « le numéro deux de l'ambassade »
            let posted = || self.word_of(mention.span).contains("l'ambassade");
            diplomatic(o.role) || corps || title.contains("attach") || posted()
        };
        if found.how == TROOP && mention.kind() != MentionKind::Organization {
            return kinds.any(Kinds::ARMED);
        }
        match &mention.data {
            MentionData::Person { .. } => {
                kinds.any(Kinds::PERSON | Kinds::PARTY)
                    || kinds.any(Kinds::OFFICIAL)
                        && (beside.is_some() || held().is_some() || reigns(self.parse.context, mention))
                    || kinds.any(Kinds::DIPLOMAT) && (beside.is_some_and(diplomat) || held().is_some_and(diplomatic))
            }
            MentionData::Official(official) => {
                kinds.any(Kinds::OFFICIAL | Kinds::PARTY)
                    || kinds.any(Kinds::DIPLOMAT) && diplomat(official)
                    || kinds.any(Kinds::SEVERAL)
                        && official.plural
                        && (official.countries.len() > 1 || of_members(official.role, &official.countries))
            }
            MentionData::Organization { org_type, .. } => {
                let head = self.parse.context.source.folded(mention.first as usize);
                // « s'est rendu à l'université du Caire »
                let venue =
                    || self.parse.cues.lists(List::Building, self.parse.context.source.lowered(mention.first as usize));
                kinds.any(Kinds::ORGANIZATION)
                    || kinds.any(Kinds::PLACE) && found.how != "subject" && venue()
                    || kinds.any(Kinds::SEVERAL) && *org_type == OrgType::International && self.one_of_several(found)
                    || kinds.any(Kinds::FIRM) && self.parse.trades(mention)
                    || kinds.any(Kinds::PARTY) && *org_type != OrgType::Media
                    || kinds.any(Kinds::GOVERNMENT) && matches!(org_type, OrgType::Ministry | OrgType::Government)
                    || kinds.any(Kinds::DELEGATION) && (head.starts_with("delegation") || head == "mission")
                    || kinds.any(Kinds::ARMED)
                        && (*org_type == OrgType::ArmedGroup
                            || found.how == TROOP
                            || found.how == PART && !matches!(org_type, OrgType::Ministry | OrgType::Government)
                            || matches!(
                                head,
                                "armee"
                                    | "armees"
                                    | "forces"
                                    | "troupes"
                                    | "aviation"
                                    | "marine"
                                    | "milice"
                                    | "milices"
                                    | "garde"
                                    | "police"
                            ))
            }
            MentionData::Place { place_type, entry, .. } => {
                kinds.any(Kinds::PLACE) && found.how != "subject"
                    || kinds.any(Kinds::COUNTRY | Kinds::SEVERAL)
                        && (kinds.any(Kinds::COUNTRY) || self.one_of_several(found))
                        && *place_type == PlaceType::Country
                        && self.stands_for_government(*place_type, *entry, found)
                    || kinds.any(Kinds::GOVERNMENT | Kinds::STATE | Kinds::PARTY)
                        && self.stands_for_government(*place_type, *entry, found)
            }
            MentionData::Event { .. } => {
                kinds.any(Kinds::EVENT)
                    || kinds.any(Kinds::PARTY | Kinds::ORGANIZATION)
                        && found.how == "subject"
                        && acts_as_one(self.parse.context, self.parse.cues, mention)
            }
            MentionData::Date(_) => false,
        }
    }

    /// « une réunion de A, de B et de C »: one of several that stand together.
    fn one_of_several(&self, found: &Found) -> bool {
        found.chunk.is_some_and(|c| self.parse.coordinated(self.parse.first_conjunct(c)))
    }

    /// « un ministre », « un ambassadeur »: somebody of whom nothing but the office is told.
    #[must_use]
    pub fn anyone(&self, found: &Found) -> bool {
        let Some(noun) = found.chunk.and_then(|c| self.parse.noun(c)) else { return false };
        let bare = self.mention(found.mention).and_then(Mention::official).is_some_and(|o| {
            o.countries.is_empty() && o.holder.is_none() && o.accredited_to.is_empty() && o.portfolio.is_none()
        });
        noun.determiner == Determiner::Indefinite && !noun.plural && bare
    }

    /// « en vue de nommer un Premier ministre »: whoever that will be. An envoy is chosen for a task.
    #[must_use]
    pub fn yet_unknown(&self, found: &Found) -> bool {
        let envoy =
            self.mention(found.mention).and_then(Mention::official).is_some_and(|o| o.role == lexicon::Role::Envoy);
        self.anyone(found) && !envoy && !self.passive() && self.group().is_some_and(|g| g.form == VerbForm::Infinitive)
    }

    pub(super) fn word_of(&self, span: crate::Span) -> String {
        crate::text::fold::fold(span.of(self.parse.context.source.text))
    }

    /// Whether a place can stand for its government where it was found.
    pub(super) fn stands_for_government(&self, place_type: PlaceType, entry: Option<EntryId>, found: &Found) -> bool {
        let locative = found.prep == Some(Prep::EN) || found.prep == Some(Prep::DANS);
        if locative || [SITE, BUILDING].contains(&found.how) {
            return false;
        }
        governs(self.parse.context, place_type, entry)
    }
}

/// The kinds a mention may be of in any slot: [`Trigger::fits`] allows it no others. A date is of none.
pub(in crate::relation) fn kinds_at_most(
    context: Context<'_>,
    entities: &Entities,
    mention: &Mention,
    id: MentionId,
) -> Kinds {
    let kinds = match &mention.data {
        MentionData::Person { .. } => {
            let held = entities.of(id).and_then(|e| entities.get(e)).is_some_and(|e| e.role.is_some());
            let rules = if reigns(context, mention) { Kinds::OFFICIAL } else { 0 };
            Kinds::PERSON | Kinds::PARTY | rules | if held { Kinds::OFFICIAL | Kinds::DIPLOMAT } else { 0 }
        }
        // Whoever holds the office may be named elsewhere.
        MentionData::Official(_) => Kinds::OFFICIAL | Kinds::PARTY | Kinds::DIPLOMAT | Kinds::SEVERAL | Kinds::PERSON,
        MentionData::Organization { org_type, .. } => {
            let governs = matches!(org_type, OrgType::Ministry | OrgType::Government);
            Kinds::ORGANIZATION
                | Kinds::FIRM
                | Kinds::DELEGATION
                | Kinds::SEVERAL
                | if *org_type == OrgType::Media { 0 } else { Kinds::PARTY }
                | if governs { Kinds::GOVERNMENT } else { 0 }
                | if *org_type == OrgType::Other { Kinds::PLACE } else { 0 }
        }
        MentionData::Place { place_type, entry, .. } => {
            let governs = governs(context, *place_type, *entry);
            let all = Kinds::GOVERNMENT | Kinds::STATE | Kinds::PARTY | Kinds::COUNTRY | Kinds::SEVERAL;
            Kinds::PLACE | if governs { all } else { 0 }
        }
        // « le G7 » may act.
        MentionData::Event { .. } => Kinds::EVENT | Kinds::PARTY | Kinds::ORGANIZATION,
        MentionData::Date(_) => return Kinds::default(),
    };
    // « les forces de X »
    Kinds(kinds | Kinds::ARMED)
}

/// The same for a mention that a pronoun takes up, and whether it may be one that acts. Whose office the sentence does not
/// tell may hold one.
pub(in crate::relation) fn kinds_taken_up(
    context: Context<'_>,
    entities: &Entities,
    mention: &Mention,
    id: MentionId,
) -> (Kinds, bool) {
    let kinds = kinds_at_most(context, entities, mention, id);
    match mention.data {
        // « y »
        MentionData::Event { .. } => (Kinds(Kinds::EVENT), false),
        MentionData::Person { .. } => (kinds.or(Kinds(Kinds::OFFICIAL | Kinds::DIPLOMAT)), true),
        MentionData::Place { .. } => (kinds, kinds.any(Kinds::STATE) || entities.metonym_rule(id).is_some()),
        _ => (kinds, true),
    }
}

/// « Louis XIV », « François Ier »: the number says that whoever has the name rules.
fn reigns(context: Context<'_>, mention: &Mention) -> bool {
    mention.last > mention.first + 1 && is_regnal(context, mention.last as usize - 1)
}

/// « le G7 »: the name of a meeting of states, alone, under which they act together.
fn acts_as_one(context: Context<'_>, cues: &Cues, mention: &Mention) -> bool {
    mention.first + 1 == mention.last && cues.lists(List::League, context.source.lowered(mention.first as usize))
}

/// Whether a place is one that may stand for its government.
fn governs(context: Context<'_>, place_type: PlaceType, entry: Option<EntryId>) -> bool {
    place_type == PlaceType::Country
        || entry.is_some_and(|e| match context.lexicon.entry(e).data {
            EntryData::Place { metonym, .. } => metonym != Metonym::None,
            _ => false,
        })
}

/// « les ministres de la Défense de l'OTAN »: those who stand for the members of an organisation of states.
fn of_members(role: lexicon::Role, countries: &[Code]) -> bool {
    let of_states = countries.iter().any(|c| matches!(c.as_str(), "EU" | "NATO" | "UN"));
    let stands = matches!(
        role,
        lexicon::Role::HeadOfState
            | lexicon::Role::HeadOfGovernment
            | lexicon::Role::ForeignMinister
            | lexicon::Role::DefenceMinister
            | lexicon::Role::Minister
            | lexicon::Role::Ambassador
    );
    of_states && stands
}
