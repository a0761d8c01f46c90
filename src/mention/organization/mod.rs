//! Organisations: names the gazetteer knows, names and descriptions by grammar, acronyms the text defines.
//!
//! Comes in: tokens, hits, the places found so far. Goes out: organisation
//! candidates. « ambassade » as a venue becomes a place. Offices are the
//! business of `official`.

mod acronym;
mod arms;
mod bare;
mod complement;
mod described;
mod heads;
mod long;
mod named;
mod owner;
mod unknown;

use super::{Context, Mention, MentionData, Origin};
use crate::id::{Code, EntryId};
use crate::lexicon::OrgType;

pub(super) use acronym::find as find_acronyms;
pub(super) use described::{find as find_described, name_end};
pub(super) use heads::{is_embassy, may_be_head};
pub(super) use named::find as find_named;
pub(super) use unknown::find as find_unknown;

/// What is known of an organisation.
#[derive(Debug, Clone, Copy)]
struct Known {
    org_type: OrgType,
    country: Option<Code>,
    entry: Option<EntryId>,
}

fn mention(context: Context<'_>, first: usize, last: usize, known: Known, rule: &'static str) -> Mention {
    Mention {
        span: context.source.span(first, last),
        first: first as u32,
        last: last as u32,
        origin: known.entry.map_or(Origin::Rule(rule), Origin::Gazetteer),
        data: MentionData::Organization { org_type: known.org_type, country: known.country, entry: known.entry },
    }
}
