//! What speaks for a run of capitalised words being a person's name, and what against.

use super::super::cues::ends_as_surname;
use super::super::resolve::Candidates;
use super::super::{Context, MentionData, MentionKind};
use super::company::after_plural_honorific;
use super::run::{is_dignity, is_initial, is_regnal, Run};
use super::shape::{apposed, given_beside, is_asian, is_ordinary, says, tied_name};
use super::split::{in_capitals, is_leader};
use super::{after_title, stands_alone};
use crate::id::Code;
use crate::lexicon::grammar::Function;
use crate::lexicon::{EntryData, Metonym, PlaceType, Pos, Sorts};
use rustc_hash::FxHashSet;

/// Weighs one part; returns the name proper and the rule that told it.
pub(super) fn judge(
    context: Context<'_>,
    found: &Candidates,
    told: &FxHashSet<Code>,
    part: Run,
) -> Option<(Run, &'static str)> {
    let Run { first, last } = part;
    if last <= first {
        return None;
    }
    if foreign_link(context, first) || (first..last).any(|k| k > first && context.cue(k).foreign()) {
        return None;
    }
    // « Sa Majesté », « Leurs Excellences »: whose that is nobody says.
    if matches!(context.previous(first, 1), "sa" | "son" | "leurs" | "leur" | "ses" | "votre" | "vos")
        && last == first + 1
        && context.cue(first).honorific()
    {
        return None;
    }
    let honorific = is_honorific(context, first);
    let titled = !honorific && after_title(context, found, first);
    let leader = context.hit_at(first).is_some_and(|h| h.first as usize == first && h.last as usize == last)
        && is_leader(context, first);
    let shouting = in_capitals(context, first, last) && found.covering(first).is_none();
    if leader && !against(context, first, true) {
        return Some((part, "person:leader"));
    }
    if shouting {
        let famous = !context.leaders(first).is_empty();
        let pos = context.word(first).pos;
        let word = pos.any(Pos::FINITE | Pos::ADJECTIVE | Pos::CLOSED | Pos::PAST_PARTICIPLE | Pos::INFINITIVE);
        let known = part.len() == 1 && famous && !word && context.source.folded(first).len() > 3;
        let rule = if part.len() > 1 { "person:capitals" } else { "person:leader" };
        return ((known || part.len() > 1) && !against(context, first, true)).then_some((part, rule));
    }
    if honorific {
        return Some((part, "person:honorific"));
    }
    if part.len() == 2 && stands_alone(context, first) {
        return Some((part, "person:particle"));
    }
    // « le général de brigade X »: the noun before is the office's own.
    let office =
        titled && found.covering_kind(first - 1, MentionKind::Official).is_some_and(|m| m.last as usize == first);
    if !office && against(context, first, titled) {
        return None;
    }
    if part.len() >= 2 && is_dignity(context, last - 1) {
        return Some((part, "person:dignity"));
    }
    if titled && !is_place_alone(context, found, part) {
        return title_fits(context, part).then_some((part, "person:title"));
    }
    if let Some(name) = named_after_comma(context, found, part) {
        return Some((name, "person:apposition"));
    }
    if let Some(name) = named_before_office(context, found, part) {
        return Some((name, "person:apposition"));
    }
    if signed(context, first) && !is_place_alone(context, found, part) {
        return title_fits(context, part).then_some((part, "person:signed"));
    }
    let name = context.name(first);
    if part.len() >= 2 && is_regnal(context, last - 1) {
        return (name.given > 0).then_some((part, "person:regnal"));
    }
    if part.len() == 1 {
        return lone(context, found, told, first).map(|rule| (part, rule));
    }
    several(context, found, part).map(|rule| (part, rule))
}

/// « le ministre chinois du Commerce, Ding Xuexiang, est … », « l'ambassadeur italien, Raimondo de Cardona, »: two words and
/// more that a comma parts from an office and another mark closes off, whatever the words are.
fn named_after_comma(context: Context<'_>, found: &Candidates, part: Run) -> Option<Run> {
    let Run { first, mut last } = part;
    let source = context.source;
    let comma = first >= 2 && context.goes_on(first) && context.goes_on(first - 1) && source.str(first - 1) == ",";
    let office = comma.then(|| found.covering_kind(first - 2, MentionKind::Official)).flatten()?;
    if office.last as usize != first - 1 || office.official().is_none_or(|o| o.plural) {
        return None;
    }
    last = over_particles(context, last);
    let words = (first..last).filter(|&k| k == first || !context.is_joined(k)).count();
    let closed = !context.goes_on(last) || matches!(source.str(last), "," | "." | ";" | ")" | "(");
    let known = |k: usize| context.is_capital(k) && (context.hit_at(k).is_some() || found.covering(k).is_some());
    (closed && (2..=5).contains(&words) && !(first..last).any(known)).then_some(Run { first, last })
}

/// « Tjaart de Vries, alors ambassadeur de Norvège, »: a word that no list knows, and what a particle ties to it, before a
/// comma and an office.
fn named_before_office(context: Context<'_>, found: &Candidates, part: Run) -> Option<Run> {
    let Run { first, last } = part;
    let end = over_particles(context, last);
    if end == last || context.is_common(first) {
        return None;
    }
    let opens = context.opens_sentence(first) || matches!(context.source.str(first.wrapping_sub(1)), "," | "et");
    let known = |k: usize| context.is_capital(k) && (context.hit_at(k).is_some() || found.covering(k).is_some());
    let name = Run { first, last: end };
    (opens && !(first..end).any(known) && apposed(context, end)).then_some(name)
}

/// One past the name that particles join to the words before `at` (« Raimondo | de Cardona »), or `at`.
fn over_particles(context: Context<'_>, at: usize) -> usize {
    let mut small = at;
    while small < at + 3 && context.goes_on(small) && context.cue(small).particle() {
        small += 1;
    }
    if small > at && context.goes_on(small) && context.is_capital(small) {
        small + 1
    } else {
        at
    }
}

/// « (Signé) Sazonow », « signé par Waddington ».
fn signed(context: Context<'_>, first: usize) -> bool {
    let source = context.source;
    let sign = |at: usize| matches!(source.folded(at), "signe" | "signee" | "signes" | "signees");
    match first.checked_sub(2) {
        Some(two) if source.str(first - 1) == ")" => sign(two) && two > 0 && source.str(two - 1) == "(",
        Some(two) => {
            context.goes_on(first)
                && sign(two)
                && (source.str(first - 1) == ":" || source.lowered(first - 1) == "par")
                && !context.is_common(first)
        }
        None => false,
    }
}

fn is_honorific(context: Context<'_>, first: usize) -> bool {
    if !context.goes_on(first) || context.is_joined(first) {
        return false;
    }
    let told = context.cue_before(first, 1);
    if !told.honorific() {
        return false;
    }
    // « Me Dupond », « MM. X et Y », but not « me », « 22 mm. ».
    !matches!(context.source.lowered(first - 1), "me" | "m" | "mm" | "don" | "dom" | "pr" | "se" | "sir" | "lady")
        || context.is_capital(first - 1)
}

/// A capitalised nationality stands before: « le Kazakh Farkhad Kharki ».
fn is_people(context: Context<'_>, first: usize) -> bool {
    context.goes_on(first)
        && !context.is_joined(first)
        && context
            .hit_at(first - 1)
            .is_some_and(|h| context.is_capital(h.first as usize) && context.is_one(h, Sorts::DEMONYM))
}

/// « National Trust for Scotland », « anti-Erdogan »: part of a name or word of another kind.
pub(super) fn foreign_link(context: Context<'_>, first: usize) -> bool {
    let before = context.previous(first, 1);
    matches!(before, "for" | "of" | "the")
        || context.source.folded(first) == "the"
        || (context.is_joined(first) && matches!(before, "anti" | "pro" | "post"))
}

/// What follows a title is a name unless it is a place, an organisation or a common noun with a capital.
fn title_fits(context: Context<'_>, part: Run) -> bool {
    let Run { first, last } = part;
    if context.is_at(first, Sorts::PORTFOLIO | Sorts::ORGANIZATION | Sorts::EVENT) {
        return false;
    }
    let name = context.name(first);
    let acronym = last - first == 1 && context.source.get(first).is_some_and(|t| t.is_all_caps());
    let known = name.given > 0 || name.family > 0 || !context.leaders(first).is_empty();
    known || !acronym && (last - first > 1 || !context.is_common(first))
}

/// A lone place behind a title; « le sirdar Kitchener » is no town's: only seats of power stand there without « de ».
fn is_place_alone(context: Context<'_>, found: &Candidates, part: Run) -> bool {
    let place = found.covering_kind(part.first, MentionKind::Place).filter(|_| part.len() == 1);
    place.is_some_and(|m| match m.data {
        MentionData::Place { place_type: PlaceType::City, entry: Some(entry), .. } => {
            matches!(context.lexicon.entry(entry).data, EntryData::Place { metonym, .. } if metonym != Metonym::None)
        }
        _ => true,
    })
}

/// Words around that make it something else: « avenue », « la … », « stade ».
pub(super) fn against(context: Context<'_>, first: usize, strong: bool) -> bool {
    if context.is_joined(first) && first > 0 && context.is_capital(first - 1) {
        return false;
    }
    let before = context.previous(first, 1);
    let told = context.cue_before(first, 1);
    if told.honorific() || told.human() || is_people(context, first) {
        return false;
    }
    if told.facility() || told.beside() || told.thing() || (told.company() && !told.human()) {
        return true;
    }
    // « stade Léopold Sédar Senghor » has its noun before; « prix international X » an adjective between.
    let adjective =
        first >= 2 && context.goes_on(first) && context.goes_on(first - 1) && context.is_adjective(first - 1);
    if !strong && adjective && !context.is_capital(first - 1) {
        let far = context.cue_before(first, 2);
        if far.facility() || far.thing() || (far.company() && !far.human()) {
            return true;
        }
    }
    if strong {
        return false;
    }
    // A person's name takes no article.
    matches!(
        before,
        "la" | "le" | "l'" | "les" | "du" | "des" | "au" | "aux" | "un" | "une" | "cette" | "ce" | "cet" | "ces" | "en"
    )
}

/// One word by itself.
fn lone(context: Context<'_>, found: &Candidates, told: &FxHashSet<Code>, first: usize) -> Option<&'static str> {
    if after_plural_honorific(context, found, first) {
        return Some("person:honorific");
    }
    let tied_leader = |k: usize| !context.leaders(k).is_empty();
    if found.covering(first).is_some()
        || context.is_joined(first) && !tied_leader(first - 1)
        || context.is_joined(first + 1) && !tied_leader(first + 1)
    {
        return None;
    }
    let folded = context.source.folded(first);
    let name = context.name(first);
    let human = (context.goes_on(first) && context.cue_before(first, 1).human() || is_people(context, first))
        && !context.is_common(first);
    if human && is_people(context, first) && context.hit_at(first).is_none() {
        return Some("person:noun+name");
    }
    let famous = !context.leaders(first).is_empty();
    let common = context.is_common(first);
    let inside = context.hit_at(first).is_some_and(|h| h.last as usize > first + 1);
    let acronym = context.source.get(first).is_some_and(|t| t.is_all_caps());
    if acronym || folded.len() < 2 {
        return None;
    }
    if inside {
        return None;
    }
    // « Kim », « Xi »: short, but nothing else.
    let word = context.word(first).function == Function::None;
    let only_family = word && name.family > name.given && (!common || name.family == 5 && folded.len() < 4);
    if famous && !context.is_opener(first) && (name.given < 3 && folded.len() > 3 || only_family) {
        return Some("person:leader");
    }
    // A name with other readings is the leader's when the text speaks of the country.
    let plain = context.is_opener(first);
    let at_home = famous
        && (!plain || !common && context.word(first).pos.0 == 0)
        && context.leaders(first).iter().any(|&id| match context.lexicon.entry(id).data {
            EntryData::Leader { country: Some(code), .. } => told.contains(&code),
            _ => false,
        });
    if at_home {
        return Some("person:leader at home");
    }
    if given_beside(context, first) {
        return Some("person:shared family name");
    }
    // « l'opposant Dongou »; « le parti socialiste Ennahda » has no article before.
    let article =
        matches!(context.previous(first, 2), "le" | "la" | "l'" | "du" | "au") && context.previous(first, 1) != "jeune";
    if human && (article && context.hit_at(first).is_none() || name.given > 0 || name.family > 0) {
        return Some("person:noun+name");
    }
    let surname = name.family >= 1 || context.word(first).pos.0 == 0 && ends_as_surname(folded);
    if !common && surname && (name.given < 4 || name.family >= name.given) && says(context, first, first + 1) {
        return Some("person:speech");
    }
    None
}

/// Two words and more.
fn several(context: Context<'_>, found: &Candidates, part: Run) -> Option<&'static str> {
    let Run { first, last } = part;
    let source = context.source;
    let name = |k: usize| context.name(k);
    let place = |k: usize| found.covering_kind(k, MentionKind::Place).is_some();
    // « Nouvelle Vague », « Grand Prix »: common words throughout.
    let plain = (first..last).all(|k| context.is_common(k) && name(k).given < 2);
    let words = (first..last).filter(|&k| k == first || !context.is_joined(k)).count();
    let figures = (first..last).any(|k| source.folded(k).bytes().any(|b| b.is_ascii_digit()));
    if tied_name(context, found, part) {
        return Some("person:leader");
    }
    // « a dit Botsane-Khartchenko »
    let nobody = |k: usize| context.word(k).pos.0 == 0 && context.hit_at(k).is_none() && source.folded(k).len() > 3;
    if words == 1 && last - first == 2 && (first..last).all(|k| nobody(k) && !place(k)) && says(context, first, last) {
        return Some("person:speech");
    }
    if plain || words < 2 || figures {
        return None;
    }
    let letter = |k: usize| is_initial(context, k) || source.str(k).chars().count() == 1;
    if (first..last).all(letter) {
        // « S. E. M. Dupont »
        return None;
    }
    if is_initial(context, first) && last - first >= 2 && !is_initial(context, last - 1) {
        return Some("person:initial");
    }
    let head = name(first);
    let tail = name(last - 1);
    let tail_common = context.is_common(last - 1) && tail.family < 2 && head.given < 2 && !context.is_joined(last - 1);
    if head.given >= 1 && !tail_common && !(place(first) && head.given < 2 && tail.family == 0) {
        // « Saint », « Sainte », « Notre » open places.
        if !matches!(
            source.folded(first),
            "saint" | "sainte" | "notre" | "san" | "santa" | "los" | "las" | "new" | "port" | "fort" | "grand"
        ) {
            return Some("person:given name");
        }
    }
    if (first + 1..last).any(|k| is_initial(context, k)) {
        return Some("person:initial");
    }
    let capitals = source.get(last - 1).is_some_and(|t| t.is_all_caps() && t.span.len() > 2);
    let first_titled = source.get(first).is_some_and(|t| t.is_title_case());
    // « KABORÉ Roch Marc »: registers put the family name first.
    let register = source.get(first).is_some_and(|t| t.is_all_caps() && t.span.len() > 4)
        && context.opens_sentence(first)
        && !is_ordinary(context, first)
        && name(first + 1).given >= 2;
    if capitals && first_titled && head.given >= 1 || register && context.hit_at(first).is_none() {
        return Some("person:capitals");
    }
    // « X Y (né le 9 juin 1887 à Lublin) », « X Y, née à Paris »
    let mark = usize::from(matches!(source.str(last), "(" | ","));
    if context.goes_on(last) && matches!(source.lowered(last + mark), "né" | "née") && !place(first) {
        return Some("person:born");
    }
    // « a déclaré : « Le Ghana a … »: an article and a place.
    let article = matches!(source.lowered(first), "le" | "la" | "les") && place(first + 1);
    if !article && is_asian(context, part) {
        return Some("person:syllables");
    }
    let arabic = (first + 1..last).any(|k| {
        matches!(source.lowered(k), "ben" | "bin" | "ibn" | "al" | "el" | "ould" | "abou" | "abu" | "von" | "van")
    }) && !context.is_common(first);
    // « Dos Santos », « Ten Hoeven »
    let prefixed = last - first == 2
        && tail.family >= 2
        && context.cue(first).particle()
        && context.goes_on(first)
        && !matches!(source.lowered(first), "la" | "le" | "los" | "las" | "san" | "santa" | "de" | "du" | "des" | "d'");
    if (arabic || prefixed) && !place(first) {
        return Some("person:particle");
    }
    let human = (context.goes_on(first) && context.cue_before(first, 1).human()) || is_people(context, first);
    if human && !place(first) {
        return Some("person:noun+name");
    }
    // « Paris Hilton »: a city before a family name, with no preposition of place.
    let placed =
        matches!(context.previous(first, 1), "à" | "de" | "d'" | "en" | "vers" | "près" | "pour" | "," | "-" | "/");
    let namesake = place(first) && last - first == 2 && tail.family >= 3 && !placed && !is_ordinary(context, last - 1);
    if namesake && !place(last - 1) && context.goes_on(last) {
        return Some("person:family name");
    }
    if place(first) || place(last - 1) && last - first == 2 && head.given == 0 {
        return None;
    }
    let unknown = (first..last).all(|k| !is_ordinary(context, k));
    if unknown && (says(context, first, last) || apposed(context, last)) {
        return Some("person:speech");
    }
    if unknown && tail.family >= 1 && last - first <= 4 {
        return Some("person:family name");
    }
    let title_case = (first..last).all(|k| context.source.get(k).is_some_and(|t| !t.is_all_caps()));
    let words = (first..last).filter(|&k| !context.is_joined(k)).count();
    let shape = words >= 2
        && context.previous(first, 1) != "à"
        && (2..=3).contains(&(last - first))
        && !context.opens_sentence(first)
        && title_case;
    if unknown && shape && (first..last).all(|k| context.is_capital(k) && context.hit_at(k).is_none()) {
        return Some("person:shape");
    }
    None
}
