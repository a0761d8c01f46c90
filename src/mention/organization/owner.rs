//! Whose a body is and where it was sent: states, their seats, the organisations it stands before.

use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::bare::acts;
use super::complement::{is_plural, Told, OWNERS};
use super::heads::Found;
use crate::id::EntryId;
use crate::lexicon::{EntryData, Metonym, OrgType, PlaceType};

/// « les forces de l'Union africaine | en Somalie »: where the troops or the mission of an organisation are.
pub(super) fn abroad(
    context: Context<'_>,
    found: &Candidates,
    head: Found,
    index: usize,
    told: &mut Told,
) -> Option<usize> {
    let sent = head.org_type == OrgType::ArmedGroup || head.slots.seat() && head.slots.long();
    if !(sent && told.owned && told.country.is_none() && matches!(context.next(index), "en" | "au" | "aux")) {
        return None;
    }
    let place = found.covering(index + 1).filter(|m| m.first as usize == index + 1)?;
    let land = matches!(place.data, MentionData::Place { place_type: PlaceType::Country, .. });
    land.then_some(place.last as usize)
}

/// « des États-Unis | et du Japon »: the further owners of embassies, governments, armies in the plural.
pub(super) fn owners(context: Context<'_>, found: &Candidates, head: Found, from: usize) -> usize {
    let mut end = from;
    if !is_plural(context, head) {
        return end;
    }
    for _ in 0..OWNERS {
        if !matches!(context.next(end), "et" | ",") || !matches!(context.next(end + 1), "de" | "du" | "des" | "d'") {
            break;
        }
        let at = end + 2 + usize::from(matches!(context.next(end + 2), "la" | "l'"));
        let land = found.covering(at).filter(|m| m.first as usize == at && context.goes_on(at));
        match land.map(|m| (&m.data, m.last as usize)) {
            Some((MentionData::Place { place_type: PlaceType::Country, .. }, last)) => end = last,
            Some((MentionData::Place { place_type: PlaceType::City, entry: Some(entry), .. }, last))
                if head.is_power() && is_seat(context, *entry) =>
            {
                end = last;
            }
            _ => break,
        }
    }
    end
}

/// « le cabinet de Vienne »; « les troupes de Khartoum | ont repris … », not « retire ses troupes de Khartoum ».
pub(super) fn rules(context: Context<'_>, head: Found, end: usize) -> bool {
    head.org_type == OrgType::Government || head.org_type == OrgType::ArmedGroup && acts(context, head.first, end, true)
}

/// Whether a city is the seat of a government.
pub(super) fn is_seat(context: Context<'_>, entry: EntryId) -> bool {
    matches!(context.lexicon.entry(entry).data, EntryData::Place { metonym: Metonym::Government, .. })
}

/// « la mission de l'Iran | aux Nations unies », « le bureau de l'ONU | auprès de l'Union africaine ».
pub(super) fn seat(
    context: Context<'_>,
    found: &Candidates,
    head: Found,
    index: usize,
    told: &mut Told,
) -> Option<usize> {
    if !head.slots.seat() || !told.owned {
        return None;
    }
    let mut at = match context.next(index) {
        "aux" | "au" | "à" => index + 1,
        "auprès" => index + 2,
        _ => return None,
    };
    at += usize::from(matches!(context.next(at), "la" | "l'" | "le" | "les"));
    let body = found.covering_kind(at, MentionKind::Organization).filter(|m| m.first as usize == at)?;
    told.identified = true;
    Some(body.last as usize)
}
