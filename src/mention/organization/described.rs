//! Organisations by grammar: head noun with nationality, country, portfolio or name;
//! capitalised heads whose name runs on (« Institut haïtien pour la justice »).

use super::super::marks::{Marks, HEAD};
use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::arms::march;
use super::bare::{acts, beside, definite, is_venue, repeats, venue};
use super::complement::{complements, Told};
use super::heads::{head_at, Found};
use super::long::{capital_run, long_name};
use super::{mention, Known};
use crate::lexicon::{OrgType, Pos};
use rustc_hash::FxHashMap;

/// Proposes the organisations that grammar describes.
pub(in super::super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates) {
    let mut done = 0;
    // Bodies told in full, by their first word, with their kind.
    let mut told: FxHashMap<&str, Known> = FxHashMap::default();
    for index in marks.of(HEAD) {
        if index < done {
            continue;
        }
        let Some(head) = head_at(context, index) else { continue };
        let end = read(context, found, index, head);
        let word = context.source.lowered(index);
        let whole = found.covering_kind(index, MentionKind::Organization).filter(|m| m.first as usize == index);
        if let Some(whole) = whole.filter(|m| m.last as usize > index + 1) {
            if let MentionData::Organization { org_type, country, .. } = whole.data {
                told.entry(word).or_insert(Known { org_type, country, entry: None });
            }
        } else if end.is_none() && found.covering(index).is_none() && head.end == index + 1 && head.slots.echo() {
            let known = told.get(word).copied().filter(|_| repeats(context, index, head.end));
            known.into_iter().for_each(|known| {
                found.push(mention(context, index, head.end, known, "organization:repeated head"));
            });
        }
        done = end.unwrap_or(index + 1);
    }
}

/// Where the name ends that a capitalised head opens at `index` (« Comité bilatéral stratégique algéro-malien »).
pub(in super::super) fn name_end(context: Context<'_>, found: &Candidates, index: usize) -> Option<usize> {
    let head = head_at(context, index).filter(|h| context.is_capital(index) && h.slots.long())?;
    let end = complements(context, found, head, head.end, &mut Told::default());
    Some(long_name(context, found, end, head.slots.name()))
}

fn read(context: Context<'_>, found: &mut Candidates, index: usize, head: Found) -> Option<usize> {
    if found.covering(index).is_some_and(|m| {
        matches!(m.kind(), MentionKind::Official | MentionKind::Event)
            || m.last as usize > head.end + 1
            // « Union soviétique » is a country by name, no union.
            || (matches!(m.kind(), MentionKind::Organization | MentionKind::Place)
                && m.first as usize == index
                && m.last as usize > head.end)
    }) {
        return None;
    }
    // A title's own noun (« chef de l'armée ») is read by `official`; here the whole may still be a name.
    let capital = context.is_capital(index);
    // « Parti du Caire, l'avion … »
    if capital && context.opens_sentence(index) && context.word(index).pos.any(Pos::PAST_PARTICIPLE) {
        return None;
    }
    let mut told = Told::default();
    let mut end = complements(context, found, head, head.end, &mut told);
    if capital && head.slots.long() {
        let long = long_name(context, found, end, head.slots.name());
        if long > end {
            // At the start of a sentence every noun has a capital: the complement must have one of its own.
            let sure = !context.opens_sentence(index) || (end..long).any(|k| context.is_capital(k)) || told.identified;
            if sure {
                end = long;
                told.long = true;
            }
        }
    } else if let Some(after) = institution(context, head, end).filter(|_| !told.identified) {
        // « centre national d'information sur les tremblements de terre », « fédération italienne de football »
        // « l'agence russe Interfax »: the name of the organisation stands by itself.
        let named = found.covering_kind(after, MentionKind::Organization).is_some_and(|m| m.first as usize == after);
        let long = if named { after } else { long_name(context, found, after, false) };
        // Adjectives alone make no name: « la communauté malienne vivant en France ».
        let runs = |k: usize| context.is_capital(k) || matches!(context.next(k), "de" | "du" | "des" | "d'" | "pour");
        if long > after && (after..long).any(runs) {
            end = long;
            told.long = true;
        }
    } else if !capital && head.slots.name() && context.goes_on(end) && context.is_capital(end) {
        let long = capital_run(context, end);
        if long > end {
            end = long;
            told.long = true;
        }
    }
    let bare = head.slots.lower() || (head.slots.bare() && capital && !context.opens_sentence(index));
    let alone = end == head.end;
    let peer = alone && head.slots.peer() && beside(context, found, index, end);
    // « le régime de Bachar el-Assad », « l'administration du président X »: whose it is tells that it rules.
    let ruled = alone
        && head.slots.person()
        && matches!(context.previous(index, 1), "le" | "la" | "l'" | "du" | "au")
        && match context.next(end) {
            "de" | "d'" => context.is_capital(end + 1),
            "du" => found.covering_kind(end + 1, MentionKind::Official).is_some(),
            _ => false,
        };
    let bare = bare
        || peer
        || ruled
        || alone && head.slots.acting() && acts(context, index, end, head.many)
        || alone && head.slots.definite() && definite(context, index, end, head.many);
    // « la médiation qatarie a repris » is a body, « une médiation qatarie entre eux » what it does.
    if !(told.identified || told.long || (alone && bare))
        || head.slots.agent()
            && !(told.long || peer)
            && (!acts(context, index, end, head.many) || context.next(end) == "entre")
            && !(head.org_type == OrgType::ArmedGroup && told.identified && head.many && march(context, index, end))
    {
        return None;
    }
    if head.venue && is_venue(context, index) {
        found.push(venue(context, index, end, told.country));
    } else {
        let known = Known { org_type: head.org_type, country: told.country, entry: None };
        found.push(mention(context, index, end, known, "organization:head+complement"));
    }
    Some(end)
}

/// One past the adjective that makes a common noun an institution's (« national », « italienne »).
fn institution(context: Context<'_>, head: Found, index: usize) -> Option<usize> {
    if !head.slots.long() || !context.goes_on(index) || context.is_capital(index) {
        return None;
    }
    if context.cue(index).institution() {
        return Some(index + 1);
    }
    context.demonym(index).map(|(_, end)| end)
}
