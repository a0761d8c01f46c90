//! PLACEHOLDER, to be replaced whole by the real linker when the branches are merged.

use super::{Entities, Entity};
use crate::id::{EntityId, MentionId};
use crate::mention::{Context, MentionData, MentionKind, Mentions};

/// One entity for all mentions of one kind with the same text.
pub fn link(context: Context<'_>, mentions: &Mentions, out: &mut Entities) {
    out.list.clear();
    out.of.clear();
    for (i, mention) in mentions.list.iter().enumerate() {
        let kind = mention.kind();
        if kind == MentionKind::Date {
            out.of.push(None);
            continue;
        }
        let name = mention.span.of(context.source.text);
        let found = out.list.iter().position(|e| e.kind == kind && e.name == name).unwrap_or_else(|| {
            let (countries, role) = match &mention.data {
                MentionData::Official(o) => (o.countries.clone(), Some(o.role)),
                MentionData::Place { country, .. } | MentionData::Organization { country, .. } => {
                    (country.iter().copied().collect(), None)
                }
                _ => (Vec::new(), None),
            };
            out.list.push(Entity { kind, name: name.to_owned(), countries, role, mentions: Vec::new() });
            out.list.len() - 1
        });
        out.list[found].mentions.push(MentionId::from_index(i));
        out.of.push(Some(EntityId::from_index(found)));
    }
}
