//! Holders that stand further off than the next name: a chain of offices, a title before the title, a relative clause.
//!
//! Comes in: the flat list with the holders found beside their officials.
//! Goes out: the same with some of the empty ones filled. Links nothing
//! across sentences: that is `reference`.

use super::super::{Context, Mention, MentionData, MentionKind, Official};
use super::words::{self, Class};
use crate::id::{Code, MentionId};
use crate::lexicon::{Pos, Role};

/// How many words behind an office its holder may be told « en la personne de ».
const IN_PERSON: usize = 14;

/// Sets the holder of officials that have none yet.
pub(in super::super) fn link_further(context: Context<'_>, list: &mut [Mention]) {
    for index in 0..list.len() {
        if let Some(holder) = list[index].official().and_then(|o| o.holder) {
            if belongs_to_kin(context, list, index, holder.index()) {
                if let MentionData::Official(official) = &mut list[index].data {
                    official.holder = None;
                }
            }
        }
        if list[index].official().is_none_or(|o| o.holder.is_some() || o.plural) {
            continue;
        }
        if kin_before(context, &list[index]) {
            continue;
        }
        let found = chained(context, list, index)
            .or_else(|| relative(context, list, index))
            .or_else(|| doubled(context, list, index))
            .or_else(|| ranked(context, list, index))
            .or_else(|| paired(context, list, index))
            .or_else(|| leaning(context, list, index))
            .or_else(|| in_person(context, list, index));
        if let (Some(holder), MentionData::Official(official)) = (found, &mut list[index].data) {
            official.holder = Some(holder);
        }
    }
    // From the last to the first: in a row of offices each hands its holder on to the one before.
    for index in (0..list.len()).rev() {
        let open = list[index].official().is_some_and(|o| o.holder.is_none() && !o.plural);
        let found = if open && !kin_before(context, &list[index]) { apposed(context, list, index) } else { None };
        if let (Some(holder), MentionData::Official(official)) = (found, &mut list[index].data) {
            official.holder = Some(holder);
        }
    }
}

/// « la sœur du dirigeant nord-coréen, Kim Yo-jong, »: the name after the comma is the sister's.
fn belongs_to_kin(context: Context<'_>, list: &[Mention], index: usize, holder: usize) -> bool {
    let (official, Some(person)) = (&list[index], list.get(holder)) else { return false };
    holder > index && person.first > official.last && kin_before(context, official)
}

/// Whether the official is the complement of a noun of kinship or following.
fn kin_before(context: Context<'_>, official: &Mention) -> bool {
    let source = context.source;
    let Some(mut at) = (official.first as usize).checked_sub(1) else { return false };
    if matches!(source.lowered(at), "la" | "l'") && at > 0 {
        at -= 1;
    }
    if !matches!(source.lowered(at), "du" | "de" | "d'" | "des") {
        return false;
    }
    let listed = |from: usize| {
        words::words().find(source, from, |c| (c == Class::Kin).then_some(())).is_some_and(|(len, ())| from + len == at)
    };
    (1..=3).any(|back| at.checked_sub(back).is_some_and(listed))
}

/// « X, vice-président, Premier ministre de …, émir de … »: what the official before has told already.
fn chained(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let before = index.checked_sub(1)?;
    // The acronym in brackets is a mention of its own.
    let acronym = list[before].kind() == MentionKind::Organization && before > 0;
    let before = if acronym { before - 1 } else { before };
    let (one, two) = (&list[before], &list[index]);
    let holder = one.official().filter(|o| !o.plural)?.holder?;
    let named_before = list.get(holder.index()).is_some_and(|p| p.first < one.first);
    // « X, médiateur de l'Union africaine (UA) et président en exercice de … »
    let source = context.source;
    let at = one.last as usize;
    let short =
        source.str(at) == "(" && source.str(at + 2) == ")" && source.get(at + 1).is_some_and(|t| t.is_all_caps());
    let at = if short { at + 3 } else { at };
    let joined = at + 1 == two.first as usize && matches!(source.lowered(at), "," | "et");
    (named_before && joined && same_sentence(context, one, two)).then_some(holder)
}

/// « X, qui est également vice-premier ministre », « X qui fut l'ancien président ».
fn relative(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let source = context.source;
    let person = index.checked_sub(1).filter(|&i| list[i].kind() == MentionKind::Person)?;
    if !same_sentence(context, &list[person], &list[index]) {
        return None;
    }
    let mut at = list[person].last as usize;
    let end = list[index].first as usize;
    at += usize::from(source.lowered(at) == ",");
    if source.lowered(at) != "qui" {
        return None;
    }
    at += 1;
    at += match (source.lowered(at), source.lowered(at + 1)) {
        ("est" | "était" | "fut" | "sera" | "devient" | "devint" | "reste", _) => 1,
        ("a" | "avait", "été") => 2,
        _ => return None,
    };
    at += usize::from(matches!(
        source.lowered(at),
        "également" | "aussi" | "alors" | "toujours" | "encore" | "désormais"
    ));
    at += usize::from(matches!(source.lowered(at), "le" | "la" | "l'" | "un" | "une"));
    (at == end).then(|| MentionId::from_index(person))
}

/// « le ministre d'État, ministre de l'Intérieur, X, »: a second office without an article is the same man's.
fn apposed(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let (one, two) = (&list[index], list.get(index + 1)?);
    let holder = two.official().filter(|o| !o.plural)?.holder.filter(|h| h.index() > index)?;
    let comma = two.first == one.last + 1 && context.source.str(one.last as usize) == ",";
    // Where the first has no article either the two may be members of a list.
    let before = (one.first as usize).checked_sub(1).map_or("", |k| context.source.lowered(k));
    let comma = comma && matches!(before, "le" | "la" | "l'" | "du" | "au" | "," | "son" | "sa");
    (comma && same_sentence(context, one, two)).then_some(holder)
}

/// « le guide suprême, l'ayatollah Ali Khamenei »: a second title of church, court or army stands before the name.
fn doubled(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let source = context.source;
    let (one, two) = (&list[index], list.get(index + 1)?);
    let official = two.official()?;
    let dignity = matches!(official.role, Role::ReligiousLeader | Role::MilitaryOfficer | Role::Monarch)
        || official.role == Role::Official && two.last == two.first + 1;
    // « le médiateur de la CEDEAO, l'ex-président béninois X »
    let once = official.status == crate::mention::OfficeStatus::Former && !official.plural;
    let holder = official.holder.filter(|h| h.index() == index + 2)?;
    // « son homologue mauritanien, le président X »
    // « de son homologue malien, le Premier ministre togolais X »: two countries, two men.
    let apart = |o: &Official| {
        let foreign = |c: &Code| !official.countries.contains(c);
        !o.countries.is_empty() && !official.countries.is_empty() && o.countries.iter().all(foreign)
    };
    let counterpart = one.official().is_some_and(|o| o.counterpart && !apart(o));
    if !(dignity || once || counterpart) || !same_sentence(context, one, two) {
        return None;
    }
    let mut at = one.last as usize;
    if matches!(source.lowered(at), "d'" | "de") && source.lowered(at + 1) == "alors" {
        at += 2;
    }
    let comma = source.lowered(at) == ",";
    at += usize::from(comma);
    // « ministre de la Réconciliation, colonel X »
    let bare = at == two.first as usize;
    let article = matches!(source.lowered(at), "le" | "la" | "l'");
    at += usize::from(article);
    // « le président de la Transition le général X »
    let comma = comma || article && official.role == Role::MilitaryOfficer;
    // « le roi, le général X reste prudent » may be two men: an apposition is closed, or its office stands after a participle.
    let end = list[index + 2].last as usize;
    let closed = matches!(source.lowered(end), "," | ")" | "." | ";") || !context.goes_on(end);
    let named = (one.first as usize).checked_sub(1).is_some_and(|k| context.word(k).pos.any(Pos::PAST_PARTICIPLE));
    let sure = official.role != Role::MilitaryOfficer || closed || named || bare;
    (comma && sure && at == two.first as usize).then_some(holder)
}

/// « le chef d'état-major, le général François Lecointre, »: a rank stands before the name in apposition.
fn ranked(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let source = context.source;
    let (one, two) = (&list[index], list.get(index + 1)?);
    if two.kind() != MentionKind::Person || !same_sentence(context, one, two) {
        return None;
    }
    let at = one.last as usize;
    let first = two.first as usize;
    // « le Président de la République, Son Excellence Monsieur X »
    let excellent = |t: usize| context.cue(t).honorific();
    let whose = usize::from(matches!(source.lowered(at + 1), "son" | "sa"));
    if source.lowered(at) == "," && at + 1 + whose < first && (at + 1 + whose..first).all(excellent) {
        return Some(MentionId::from_index(index + 1));
    }
    if source.lowered(at) != "," || !matches!(source.lowered(at + 1), "le" | "la" | "l'") {
        return None;
    }
    let ranks = (at + 2..first).len();
    let people = ranks == 1 && super::names::capital_demonym(context, at + 2).is_some();
    // « le ministre de la Santé, le Dr X, »
    let addressed = ranks == 1 && context.cue(at + 2).honorific();
    // « le Premier ministre, le milliardaire X, a … »; « le ministre, l'historien X, le poète Y et Z » are several.
    let behind = two.last as usize + usize::from(source.lowered(two.last as usize) == ",");
    let listed = matches!(source.lowered(behind), "le" | "la" | "l'" | "les" | "et" | "un" | "une" | "son" | "sa");
    let described = (1..=2).contains(&ranks) && context.cue(first - 1).human() && !listed;
    let rank = people
        || addressed
        || described
        || (1..=3).contains(&ranks) && {
            let hit = super::names::name_at(context, at + 2)?;
            hit.last as usize == first && super::names::title(context, &hit).is_some()
        };
    let end = two.last as usize;
    let closes =
        matches!(source.lowered(end), "," | ")" | "." | ";") || source.get(end).is_none_or(|t| t.starts_sentence());
    (rank && closes).then(|| MentionId::from_index(index + 1))
}

/// « l'ancien président d'extrême droite Jair Bolsonaro », « le ministre du gouvernement d'extrême droite brésilien X »
fn leaning(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let source = context.source;
    let (one, two) = (&list[index], list.get(index + 1)?);
    let from = one.last as usize;
    // « la cheffe de l'opposition en exil, X »
    let exiled = source.lowered(from) == "en" && source.lowered(from + 1) == "exil";
    let behind = from + 2 + usize::from(source.str(from + 2) == ",");
    if exiled && two.kind() == MentionKind::Person && behind == two.first as usize {
        return Some(MentionId::from_index(index + 1)).filter(|_| same_sentence(context, one, two));
    }
    if two.kind() != MentionKind::Person || !matches!(source.lowered(from), "de" | "d'" | "du") {
        return None;
    }
    let mut words = from + 1..two.first as usize;
    let fits = |at: usize| {
        matches!(
            source.lowered(at),
            "centre" | "droite" | "extrême" | "gauche" | "opposition" | "droit" | "ultradroite" | "-"
        )
    };
    let side = words.next().is_some_and(fits);
    (side && words.len() < 3 && words.all(|at| fits(at) || context.is_adjective(at)))
        .then(|| MentionId::from_index(index + 1))
}

/// « le Premier ministre israélien et ministre de la Défense Benjamin Netanyahu »: two offices, one article, one name.
fn paired(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let (one, two) = (&list[index], list.get(index + 1)?);
    let joined = two.first == one.last + 1 && context.source.lowered(one.last as usize) == "et";
    let holder = two.official().filter(|o| !o.plural)?.holder.filter(|h| h.index() == index + 2)?;
    (joined && same_sentence(context, one, two)).then_some(holder)
}

/// « un nouvel envoyé auprès du roi, en la personne de M. X »: who it is stands further on.
fn in_person(context: Context<'_>, list: &[Mention], index: usize) -> Option<MentionId> {
    let source = context.source;
    let last = list[index].last as usize;
    let phrase = |&at: &usize| {
        source.lowered(at) == "personne"
            && source.lowered(at - 1) == "la"
            && source.lowered(at - 2) == "en"
            && matches!(source.lowered(at + 1), "de" | "du" | "d'")
    };
    let at = (last + 2..last + IN_PERSON).take_while(|&t| context.goes_on(t)).find(phrase)?;
    // « en la personne du général X »
    let named = |i: &usize| list[*i].kind() == MentionKind::Person && list[*i].first as usize > at;
    let person = (index + 1..list.len().min(index + 5)).find(named)?;
    (list[person].first as usize <= at + 4 && same_sentence(context, &list[index], &list[person]))
        .then(|| MentionId::from_index(person))
}

fn same_sentence(context: Context<'_>, one: &Mention, two: &Mention) -> bool {
    (one.last..=two.first).all(|i| context.source.get(i as usize).is_some_and(|t| !t.starts_sentence()))
}
