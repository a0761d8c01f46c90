//! What completes the head of a described organisation: nationality, country, portfolio, people, whose it is and where.
//!
//! Comes in: a head and the names found so far. Goes out: where the noun
//! phrase ends, and what its complements told. Proposes nothing itself.

use super::super::cues::cue;
use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::heads::{head_at, Found};
use super::long::capital_run;
use super::owner::{abroad, is_seat, owners, rules, seat};
use crate::id::Code;
use crate::lexicon::grammar::Function;
use crate::lexicon::{OrgType, PlaceType, Pos, Sorts};

/// Most owners of one plural.
pub(super) const OWNERS: usize = 6;

/// What the complements of a head told.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub country: Option<Code>,
    /// A nationality, country, portfolio, organisation or person.
    pub identified: bool,
    /// « de » and a state or organisation.
    pub owned: bool,
    /// A name that runs on after a capitalised head.
    pub long: bool,
}

/// Reads nationalities, countries, portfolios, organisations; returns one past the last of them.
pub(super) fn complements(
    context: Context<'_>,
    found: &Candidates,
    head: Found,
    from: usize,
    told: &mut Told,
) -> usize {
    let mut end = from;
    for _ in 0..4 {
        if !context.goes_on(end) {
            break;
        }
        let next = nationality(context, head, end, told)
            .or_else(|| regime(context, head, end, told))
            .or_else(|| person(context, head, end, told))
            .or_else(|| portfolio(context, head, end, told))
            .or_else(|| people(context, head, end, told))
            .or_else(|| adjective(context, head, end))
            .or_else(|| peace(context, head, end))
            .or_else(|| of_power(context, head, end, told))
            .or_else(|| of_name(context, found, head, end, told))
            .or_else(|| about(context, found, head, end, told))
            .or_else(|| abroad(context, found, head, end, told))
            .or_else(|| seat(context, found, head, end, told));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// « russe », « franco-allemande », « fédéral allemand ».
fn nationality(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    let slots = head.slots;
    if !(slots.country() || slots.portfolio() || slots.long()) {
        return None;
    }
    let mut at = index;
    if context.demonym(at).is_none() && context.is_adjective(at) && !context.is_capital(at) && slots.country() {
        at += 1;
        // « autorités civiles et militaires soudanaises »
        let second =
            head.many && context.next(at) == "et" && context.is_adjective(at + 1) && !context.is_capital(at + 1);
        at += if second { 2 } else { 0 };
    }
    if !context.goes_on(at) {
        return None;
    }
    let prefixed = context.lexicon.prefix(context.source.folded(at)).is_some() && context.is_joined(at + 1);
    let (countries, end) = context.demonym(at).or_else(|| prefixed.then(|| context.demonym(at + 1)).flatten())?;
    // « le Gouvernement Français », as old papers have it.
    let large = context.is_capital(head.first) && !context.opens_sentence(head.first) && at == head.end;
    if context.is_capital(at) && !large && !context.source.get(at).is_some_and(|t| t.is_all_caps()) {
        return None;
    }
    if !slots.country() && !slots.portfolio() {
        // A name that runs on needs its capital; a nationality alone does not make « union française » one.
        return None;
    }
    told.country = told.country.or_else(|| context.nation(at, countries));
    told.identified = true;
    Some(nationalities(context, head, end))
}

/// « les gouvernements péruvien | et bolivien »: the further nationalities of a plural head.
fn nationalities(context: Context<'_>, head: Found, from: usize) -> usize {
    let mut end = from;
    let plural = is_plural(context, head);
    if !plural && head.org_type != OrgType::ArmedGroup {
        return end;
    }
    for _ in 0..OWNERS {
        let at = end + 1;
        let further = matches!(context.next(end), "et" | ",") && context.goes_on(at) && !context.is_capital(at);
        // « l'aviation syrienne | et russe »; « armée syrienne et kurdes » are two.
        let further = further && (plural || context.next(end) == "et" && !context.next(at).ends_with("es"));
        match context.demonym(at).filter(|_| further) {
            Some((_, last)) => end = last,
            None => break,
        }
    }
    end
}

pub(super) fn is_plural(context: Context<'_>, head: Found) -> bool {
    head.end.checked_sub(1).is_some_and(|k| context.source.lowered(k).ends_with('s'))
}

/// « putschiste », « intérimaire »; « de transition », « d'union nationale », « en exil ».
fn regime(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    let power = head.is_power() && head.slots.country();
    // « un gouvernement autonome » is any.
    let any = matches!(context.previous(head.first, 1), "un" | "une" | "tout");
    if !power || any || !context.goes_on(index) || context.is_capital(index) {
        return None;
    }
    // « gouvernement | démocratiquement élu | du Chili »
    let after = index + usize::from(context.goes_on(index + 1) && context.word(index).pos.any(Pos::ADVERB));
    if cue(context.source.lowered(after)).regime() {
        // « le gouvernement reconnu coupable », but « les milices alliées »
        let partial =
            context.word(after).pos.any(Pos::PAST_PARTICIPLE) && !context.source.lowered(after).ends_with('s');
        let whose = || context.complement_of(after + 1).is_some_and(|k| context.is_capital(k));
        if !partial || whose() {
            told.identified = true;
            return Some(after + 1);
        }
    }
    let lowered = context.source.lowered(index);
    let noun = index + 1;
    if !matches!(lowered, "de" | "d'" | "en") || !context.goes_on(noun) || !context.cue(noun).regime_noun() {
        return None;
    }
    told.identified = true;
    let adjective = context.goes_on(noun + 1) && context.cue(noun + 1).institution();
    Some(noun + 1 + usize::from(adjective))
}

/// « délégation | ministérielle | de la Cédéao ».
fn adjective(context: Context<'_>, head: Found, index: usize) -> Option<usize> {
    // « délégation | de haut niveau | de l'Union européenne »
    let rank = context.next(index) == "de"
        && context.next(index + 1) == "haut"
        && matches!(context.next(index + 2), "niveau" | "rang")
        && matches!(context.next(index + 3), "de" | "du" | "des" | "d'");
    if rank && head.slots.free() && head.slots.seat() {
        return Some(index + 3);
    }
    // « autorités | portuaires | de Djibouti »
    let owned =
        || head.many && head.is_power() && context.complement_of(index + 1).is_some_and(|k| context.is_capital(k));
    let fits = context.goes_on(index)
        && context.is_adjective(index)
        && !context.is_capital(index)
        && matches!(context.next(index + 1), "de" | "du" | "des" | "d'");
    (fits && (head.slots.free() || owned())).then_some(index + 1)
}

/// « de conseillers et de parlementaires ».
fn people(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    let noun = |at: usize| {
        let pos = context.word(at).pos;
        context.goes_on(at)
            && !context.is_capital(at)
            && pos.any(Pos::NOUN)
            && pos.any(Pos::PLURAL)
            && !pos.any(Pos::CLOSED)
    };
    // « un collectif de Guyanais »
    let named = context.is_capital(index + 1) && context.demonym(index + 1).is_some();
    // « une délégation des ambassadeurs africains »
    let of = matches!(context.next(index), "de" | "d'") || context.next(index) == "des" && head.slots.seat();
    // « une délégation de sept hauts responsables »
    let number = context.word(index + 1).function == Function::Quantifier
        || context.source.get(index + 1).is_some_and(|t| t.is_number());
    let counted = head.slots.seat() && number && noun(index + 2);
    if !head.slots.free() || !of || !(noun(index + 1) || named || counted) {
        return None;
    }
    let mut end = index + 2 + usize::from(counted);
    if context.next(end) == "et" && matches!(context.next(end + 1), "de" | "d'") && noun(end + 2) {
        end += 3;
    }
    told.identified = true;
    Some(end)
}

/// « de maintien de la paix ».
fn peace(context: Context<'_>, head: Found, index: usize) -> Option<usize> {
    let words = ["de", "maintien", "de", "la", "paix"];
    let fits = words.iter().zip(index..).all(|(want, k)| context.next(k) == *want);
    (fits && head.org_type == OrgType::ArmedGroup).then_some(index + words.len())
}

/// « administration Trump ».
fn person(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if !(head.slots.person() || head.slots.ruler()) || !context.is_capital(index) {
        return None;
    }
    let leader = !context.leaders(index).is_empty() || context.is_at(index, Sorts::LEADER);
    let family = context.name(index).family > 0;
    if !(leader || family && head.slots.person()) {
        return None;
    }
    told.identified = true;
    Some(context.hit_at(index).map_or(index + 1, |h| (h.last as usize).max(index + 1)))
}

/// « des Affaires étrangères », « de l'Économie et des Finances ».
fn portfolio(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if !head.slots.portfolio() {
        return None;
    }
    let mut end = one_portfolio(context, index)?;
    for _ in 0..3 {
        if !matches!(context.next(end), "et" | ",") {
            break;
        }
        match one_portfolio(context, end + 1) {
            Some(next) => end = next,
            None => break,
        }
    }
    told.identified = true;
    Some(end)
}

fn one_portfolio(context: Context<'_>, index: usize) -> Option<usize> {
    let at = context.complement_of(index)?;
    if let Some(hit) = context.hit_at(at).filter(|h| h.first as usize == at) {
        if context.is_one(hit, Sorts::PORTFOLIO) {
            return Some(hit.last as usize);
        }
        if context.is_one(hit, Sorts::PLACE | Sorts::LEADER) {
            return None;
        }
    }
    if !context.is_capital(at) {
        return None;
    }
    let mut end = at + 1;
    while context.goes_on(end)
        && !context.is_capital(end)
        && context.demonym(end).is_none()
        && context.is_adjective(end)
        && end < at + 4
    {
        end += 1;
    }
    Some(end)
}

/// « l'armée du régime », « les forces du gouvernement »: whose they are, when the text has no other word for it.
fn of_power(context: Context<'_>, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if head.org_type != OrgType::ArmedGroup || !matches!(context.next(index), "du" | "de") {
        return None;
    }
    let at = index + 1 + usize::from(matches!(context.next(index + 1), "la" | "l'"));
    let power = head_at(context, at).filter(|h| context.goes_on(at) && h.org_type == OrgType::Government)?;
    let more = context.demonym(power.end).is_some() || matches!(context.next(power.end), "de" | "du" | "des" | "d'");
    // « de Bachar el-Assad » may follow: a person is no part of it, a country is.
    let land = more
        && (context.demonym(power.end).is_some()
            || context.hit_at(power.end + 1).is_some_and(|h| context.is_one(h, Sorts::PLACE)));
    told.identified |= !land;
    (!land).then_some(power.end)
}

/// « groupe de contact | sur la Libye ».
fn about(context: Context<'_>, found: &Candidates, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    if !head.slots.about() || context.next(index) != "sur" {
        return None;
    }
    let at = index + 1 + usize::from(matches!(context.next(index + 1), "la" | "l'" | "le" | "les"));
    let place = found.covering_kind(at, MentionKind::Place).filter(|m| m.first as usize == at)?;
    told.identified = true;
    Some(place.last as usize)
}

/// « de la Corée du Nord », « du Hamas », « de Tunis ».
fn of_name(context: Context<'_>, found: &Candidates, head: Found, index: usize, told: &mut Told) -> Option<usize> {
    // « retirera ses troupes du Tchad »: they are his, and that is where from.
    let his = matches!(context.previous(head.first, 1), "ses" | "leurs" | "nos" | "vos");
    if his && head.org_type == OrgType::ArmedGroup {
        return None;
    }
    let slots = head.slots;
    if slots.adjective() {
        return None;
    }
    let at = context.complement_of(index)?;
    // « le gouvernement de La Havane »: the article is the name's.
    let own = index + 1 < at && found.covering(index + 1).is_some_and(|m| m.first as usize == index + 1);
    let at = at - usize::from(own);
    let Some(inner) = found.covering(at).filter(|m| m.first as usize == at) else {
        if let Some(end) = sender(context, found, head, at, told) {
            return Some(end);
        }
        // « diocèse de Moosonee »: an unknown town.
        let names = context.name(at);
        let unknown = slots.place()
            && context.is_capital(at)
            && names == crate::lexicon::NameWeight::default()
            && context.hit_at(at).is_none()
            && context.leaders(at).is_empty();
        told.identified |= unknown;
        return unknown.then(|| capital_run(context, at)).filter(|&end| end > at);
    };
    match inner.data {
        MentionData::Place { place_type: PlaceType::Country, country, .. }
            if slots.country() || slots.place() || slots.seat() =>
        {
            told.country = told.country.or(country);
            told.owned = true;
            // « la mission de l'Iran » may fly to the moon: only « aux Nations unies » makes it a body.
            if slots.seat() && !slots.country() {
                return Some(inner.last as usize);
            }
            told.identified = true;
            return Some(owners(context, found, head, inner.last as usize));
        }
        // « le cabinet de Vienne », « les troupes de Khartoum »
        MentionData::Place { place_type: PlaceType::City, country, entry: Some(entry), .. }
            if slots.country()
                && (is_seat(context, entry) || told.identified && told.country.is_none())
                && rules(context, head, inner.last as usize) =>
        {
            told.country = told.country.or(country);
            told.identified = true;
            return Some(owners(context, found, head, inner.last as usize));
        }
        MentionData::Place { place_type, country, .. }
            if slots.place() || (slots.country() && place_type == PlaceType::Region && !slots.portfolio()) =>
        {
            told.country = told.country.or(country);
        }
        MentionData::Organization { country, .. } if slots.organization() => {
            told.country = told.country.or(country);
            told.owned = true;
        }
        _ => return None,
    }
    told.identified = true;
    Some(inner.last as usize)
}

/// « délégation | du gouvernement éthiopien », « délégation de l'armée libanaise »: who sends it is described too.
fn sender(context: Context<'_>, found: &Candidates, head: Found, at: usize, told: &mut Told) -> Option<usize> {
    if !(head.slots.free() && head.slots.seat() && head.slots.organization()) {
        return None;
    }
    let power = head_at(context, at).filter(|h| !h.slots.seat() && h.org_type != OrgType::Other)?;
    let mut inner = Told::default();
    let end = complements(context, found, power, power.end, &mut inner);
    told.country = told.country.or(inner.country);
    told.owned |= inner.identified;
    told.identified |= inner.identified;
    inner.identified.then_some(end)
}
