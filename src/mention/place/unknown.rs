//! Places no gazetteer lists: told by a noun, a preposition or a country in apposition.

use super::super::marks::{Marks, SEAT};
use super::super::resolve::Candidates;
use super::super::{Context, Mention, MentionData, MentionKind, Origin};
use super::context::{country_apposed, country_beside, head_before, Head};
use crate::id::Code;
use crate::lexicon::{NameWeight, PlaceType, Sorts};
use rustc_hash::FxHashSet;

/// Longest name, in tokens.
const LONGEST: usize = 8;

/// Whether a word may be the head of a place by description: « la capitale russe ».
pub(in super::super) fn may_be_seat(lowered: &str) -> bool {
    matches!(lowered, "capitale" | "sol" | "territoire")
}

/// Proposes buildings and waters by their noun, unknown towns by what stands before them, capitals by description.
pub(super) fn find(context: Context<'_>, marks: &Marks, found: &mut Candidates, told: &FxHashSet<Code>) {
    // A text that speaks of one country speaks of its towns.
    let home = if told.len() == 1 { told.iter().next().copied() } else { None };
    let mut heads = marks.of(SEAT).peekable();
    let mut capitals = context.lexical.capitals.iter().map(|&index| index as usize).peekable();
    let mut done = 0;
    loop {
        let head = heads.next_if(|head| capitals.peek().is_none_or(|capital| head < capital));
        let Some(index) = head.or_else(|| capitals.next()) else { break };
        if index < done {
            continue;
        }
        let next = if head.is_some() {
            described(context, found, index)
        } else {
            let head = head_before(context, index);
            let facility = head.and_then(|head| facility(context, found, home, index, head));
            facility.or_else(|| named(context, found, home, index, head))
        };
        done = next.unwrap_or(index + 1);
    }
}

fn push(
    context: Context<'_>,
    found: &mut Candidates,
    at: (usize, usize),
    kind: PlaceType,
    country: Option<Code>,
    rule: &'static str,
) {
    found.push(Mention {
        span: context.source.span(at.0, at.1),
        first: at.0 as u32,
        last: at.1 as u32,
        origin: Origin::Rule(rule),
        data: MentionData::Place { place_type: kind, country, entry: None },
    });
}

/// « aéroport international de Bagdad », « avenue Franklin-Roosevelt », « place Tahrir ».
fn facility(
    context: Context<'_>,
    found: &mut Candidates,
    home: Option<Code>,
    index: usize,
    head: Head,
) -> Option<usize> {
    // « le palais présidentiel de Niamey »: the noun alone is known.
    let known = |m: &Mention| {
        m.kind() == MentionKind::Place && m.first as usize == head.index && m.last as usize + 1 == index && head.linked
    };
    if !head.cue.facility()
        || (!head.linked && head.cue.company())
        || found.covering(head.index).is_some_and(|m| !known(m))
    {
        return None;
    }
    // « met le cap sur X »
    if context.source.lowered(index - 1) == "sur" {
        return None;
    }
    let capital = context.is_capital(head.index);
    let before = context.previous(head.index, 1);
    let address = head.cue.address();
    let determined = capital
        || address && context.goes_on(head.index) && before != "prendre"
        || matches!(
            before,
            "le" | "la"
                | "l'"
                | "les"
                | "du"
                | "des"
                | "au"
                | "aux"
                | "un"
                | "une"
                | "cette"
                | "ce"
                | "de"
                | "d'"
                | ","
                | "et"
                | "nouvel"
                | "ancien"
                | "ancienne"
                | "grand"
                | "grande"
                | "petite"
                | "en"
        );
    if !determined || is_person(context, index) && head.linked {
        return None;
    }
    let inner = found.covering_kind(index, MentionKind::Place).filter(|m| m.first as usize == index);
    let (end, country) = match inner {
        Some(place) => (place.last as usize, country_of(place)),
        None => (bearer_end(context, index), home),
    };
    let (water, land) = (head.cue.water(), head.cue.land());
    let kind = if water {
        PlaceType::Water
    } else if land {
        PlaceType::Area
    } else {
        PlaceType::Building
    };
    push(context, found, (head.index, end), kind, country, "place:noun+name");
    Some(end)
}

/// « le village de Ouadramé », « à Vaubreuil-sur-Orge », « Karandagh (Iran) ».
fn named(
    context: Context<'_>,
    found: &mut Candidates,
    home: Option<Code>,
    index: usize,
    head: Option<Head>,
) -> Option<usize> {
    if found.covering(index).is_some() || context.is_joined(index) || in_known_name(context, index) {
        return None;
    }
    let source = context.source;
    let token = source.get(index)?;
    if is_honorific(context, index) {
        return None;
    }
    let end = name_end(context, index);
    if token.is_all_caps() && end == index + 1 {
        return None;
    }
    // Most names are none of these: what costs is asked last.
    let country = || country_beside(context, index, end).or(home);
    let personal = || is_person(context, index);
    let common = context.is_common(index) && !context.is_joined(index + 1);
    if let Some(head) = head {
        let beside = !head.linked && head.index + 1 == index && head.cue.beside() && !context.is_capital(head.index);
        // « zone Union » is none, « au sud de Butte » and « ville de Sens » are.
        let word = common && !(head.cue.settlement() && head.linked);
        if !word && (head.linked && head.cue.locality() || beside) && !personal() {
            let kind = match (head.cue.division(), head.cue.water()) {
                (true, _) => PlaceType::Region,
                (_, true) => PlaceType::Water,
                _ => PlaceType::City,
            };
            push(context, found, (index, end), kind, country(), "place:noun+de");
            return Some(end);
        }
        if !head.linked {
            return None;
        }
    }
    if common {
        return None;
    }
    let before = context.previous(index, 1);
    let of = matches!(before, "de" | "d'");
    let near = of && matches!(context.previous(index, 2), "près" | "autour" | "loin" | "large" | "hors");
    // « partis de Loango », « venues de Taghaza »
    let from = || of && context.cue_before(index, 2).origin();
    let at = matches!(before, "à" | "vers") || near || from();
    let lone = !(index + 1..end).any(|k| !context.is_joined(k));
    let apposed = country_apposed(context, end);
    if at {
        let name = |k: usize| context.name(k);
        let located = || apposed.is_some() || matches!(context.next(end), "(" | "dans" | "en" | "au");
        // « à Khan Cheikhoune »: two words, neither of them a given name.
        let double = || {
            end - index <= 3
                && name(index).given == 0
                && (located() || (index..end).all(|k| name(k) == NameWeight::default()))
        };
        if (lone || double()) && !personal() {
            push(context, found, (index, end), PlaceType::City, country(), "place:preposition");
            return Some(end);
        }
    }
    if lone && in_list(context, found, index, end) && !personal() {
        push(context, found, (index, end), PlaceType::City, country(), "place:list");
        return Some(end);
    }
    if apposed.is_some() && lone && (at || !personal()) && !context.opens_sentence(index) {
        push(context, found, (index, end), PlaceType::City, country(), "place:apposition");
        return Some(end);
    }
    None
}

/// « entre Lille et Hazebrouck », « Paris, Lyon et Corancy »: the neighbours in the list are places.
fn in_list(context: Context<'_>, found: &Candidates, index: usize, end: usize) -> bool {
    let place_before =
        |at: usize| at >= 1 && found.covering_kind(at - 1, MentionKind::Place).is_some_and(|m| m.last as usize == at);
    let place_after = |at: usize| {
        context.goes_on(at) && found.covering_kind(at, MentionKind::Place).is_some_and(|m| m.first as usize == at)
    };
    let before = context.previous(index, 1);
    let after = context.next(end);
    if before == "et" && place_before(index - 1) && !context.is_capital(end) {
        return true;
    }
    if before == "entre" && after == "et" && place_after(end + 1) {
        return true;
    }
    // Two places before or one on each side make a list; one before a comma may end an adverbial.
    let left = before == "," && place_before(index - 1);
    let right = matches!(after, "," | "et") && place_after(end + 1);
    let longer = left && index >= 3 && {
        let place = found.covering_kind(index - 2, MentionKind::Place).map_or(0, |m| m.first as usize);
        matches!(context.previous(place, 1), "," | "et") && place >= 2 && place_before(place - 1)
    };
    (left && right) || (longer && matches!(after, "," | "et" | "." | ")"))
}

/// « la capitale russe », « la capitale du Mexique », « le sol syrien ».
fn described(context: Context<'_>, found: &mut Candidates, index: usize) -> Option<usize> {
    // « en territoire rwandais », but « le territoire québécois » is what is ruled.
    if context.source.lowered(index) == "territoire" && context.previous(index, 1) != "en" {
        return None;
    }
    let city = context.source.lowered(index) == "capitale";
    let kind = if city { PlaceType::City } else { PlaceType::Area };
    let mut at = index + 1;
    if city && context.goes_on(at) && context.is_adjective(at) && context.demonym(at).is_none() {
        at += 1;
    }
    if !context.goes_on(at) {
        return None;
    }
    if let Some((countries, end)) = context.demonym(at) {
        let country = context.nation(at, countries);
        push(context, found, (index, end), kind, country, "place:capital");
        return Some(end);
    }
    if !city || !matches!(context.source.lowered(at), "de" | "du" | "des" | "d'") {
        return None;
    }
    let mut inner = at + 1;
    if matches!(context.next(inner), "la" | "l'") {
        inner += 1;
    }
    let place = found.covering_kind(inner, MentionKind::Place).filter(|m| m.first as usize == inner)?;
    let MentionData::Place { place_type: PlaceType::Country | PlaceType::Region, country, .. } = place.data else {
        return None;
    };
    let end = place.last as usize;
    push(context, found, (index, end), kind, country, "place:capital");
    Some(end)
}

fn country_of(place: &Mention) -> Option<Code> {
    match place.data {
        MentionData::Place { country, .. } => country,
        _ => None,
    }
}

/// One past the last token of an unknown name: hyphens tie anything on, blanks only what is capitalised.
fn name_end(context: Context<'_>, index: usize) -> usize {
    let mut end = index + 1;
    while end < index + LONGEST && context.goes_on(end) {
        let word = context.source.get(end).is_some_and(|t| t.is_word());
        let tied = word && context.is_joined(end);
        let title = || context.is_at(end, Sorts::TITLE | Sorts::LEADER);
        // « Deir ez-Zor », « Tell al-Abyad »
        let article = word
            && matches!(context.source.lowered(end), "al" | "el" | "ez" | "es" | "er" | "ech" | "ash" | "as")
            && context.is_joined(end + 1)
            && context.is_capital(end + 1);
        if !(tied || article || (context.is_capital(end) && !title())) {
            break;
        }
        end += 1;
    }
    end
}

/// One past the person's or other name a building is called by: « Ben Gourion », « Charles-de-Gaulle ».
fn bearer_end(context: Context<'_>, index: usize) -> usize {
    let mut end = index + 1;
    while end < index + LONGEST && context.goes_on(end) {
        let tied = context.is_joined(end) && context.source.get(end).is_some_and(|t| t.is_word());
        let link = context.cue(end).particle() && context.is_capital(end + 1) && context.goes_on(end + 1);
        let foreign = link
            && matches!(context.source.lowered(end), "de" | "du" | "d'" | "des" | "la")
            && context.is_at(end + 1, Sorts::PLACE);
        if !(tied || context.is_capital(end) || link && !foreign) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether what begins at token `index` is known for a person's name.
fn is_person(context: Context<'_>, index: usize) -> bool {
    let folded = context.source.folded(index);
    let name = context.name(index);
    let tied = context.is_joined(index + 1);
    context.is_at(index, Sorts::LEADER | Sorts::PERSON)
        || !context.leaders(index).is_empty() && !tied
        || (name.given >= 1 || name.family >= 3) && !matches!(folded, "saint" | "sainte" | "port" | "fort")
}

/// Whether a longer gazetteer name that is no place holds the token.
fn in_known_name(context: Context<'_>, index: usize) -> bool {
    context.is_at(index, Sorts::BUT_PLACE)
}

fn is_honorific(context: Context<'_>, index: usize) -> bool {
    context.cue(index).honorific()
}
